"""Whom a dropped subject, a pronoun or a participle means in an Arabic sentence: who has spoken or acted so far."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.ar.again import named_again
from factcheck.extract.ar.commas import is_counted, is_stipulated
from factcheck.extract.ar.duals import are_men, nouns
from factcheck.extract.ar.headlines import portfolios
from factcheck.extract.ar.introduced import aged, past_us, person_at
from factcheck.extract.ar.left_out import takes_object
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.owners import CLIENT, age_told, goes_on, is_one_person, may_be, may_say, owner_of, told_of
from factcheck.extract.ar.predicates import is_circumstance, is_kana, past_place
from factcheck.extract.ar.relatives import of_relative
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range
from factcheck.extract.ar.subject_nouns import (
    actor_before,
    acts_alike,
    are_people,
    calls_for,
    describes_bare,
    in_full,
    is_his_male,
    is_object,
    judges,
    keeps_topic,
    last_first,
    may_be_feminine,
    named_at,
    own_teller,
)  # fmt: skip
from factcheck.extract.ar.subjects import contester, plain_subject, subject_of
from factcheck.extract.ar.taken_up import AND_HE, acting_before, described_first, noun_described, told_last
from factcheck.extract.ar.words import has_class, is_definite, is_event_noun, is_preposition, word, words_of
from factcheck.extract.layout import Carry
from factcheck.text import Span, fold

_LIVES, _KEPT = fold("بحياة"), 8  # mentions kept for a dropped subject


@dataclass(slots=True)
class Voices:
    """Who speaks and acts, while a sentence is read from its beginning; `carry` goes on to the next one."""

    scene: Scene
    carry: Carry
    holder: Span | None = None  # who spoke or acted last in this sentence
    contested: Span | None = None  # who contested or confirmed what was told before in this sentence
    told: tuple[Span, str] | None = None  # the subject of the reported clause before, with its agreement
    supplied: tuple[Range, Span] | None = None  # the clause before that left out its subject, and who was meant
    acting: tuple[Span, str] | None = None  # the subject that the article's clause before names, with its agreement

    def of_clause(self, stretch: Range, report: Report) -> Span | None:
        """Whom a dropped subject means in the clause itself: «انتقدت النقابة القرار، وقالت إن …», «…، على حد قولها»."""
        if report.rule == "ar.source.own" or (report.rule == "ar.source.as-said" and report.speaker is None):
            return self.scene.span(own_teller(self.scene, *stretch, report.agreement))
        known = self.acting
        joined = report.speaker is None and not report.carried and goes_on(self.scene, report)
        return known[0] if joined and known is not None and known[1] == report.agreement else None

    def subject(self, first: int, last: int, previous: Range | None, headline: bool) -> Span | None:
        """The subject that an opening verb leaves out: the noun before it, or the subject of the clause before."""
        found, before = word(self.scene.tokens[first].form), self.supplied
        span = None
        if before is not None and before[0] == previous and found.joined and found.verb is not None:
            begin = next(k for k in range(*before[0]) if self.scene.tokens[k].kind == "word")
            opening = word(self.scene.tokens[begin].form).verb
            if opening is not None and opening.agreement == found.verb.agreement:
                span = before[1]  # «فقتلت [الحركة] 11 جنديا | واستولت على …»
        span = span or self._subject(first, last, previous, headline)
        self.supplied = ((first, last), span) if span is not None else None
        return span

    def supply(self, clause: Range, subject: Range) -> Span | None:
        """The mention of a subject that stands apart from its verb; a clause joined to that one means it too."""
        span = self.scene.span(subject)
        self.supplied = (clause, span) if span is not None else None
        return span

    def _subject(self, first: int, last: int, previous: Range | None, headline: bool) -> Span | None:
        tokens = self.scene.tokens
        found = word(tokens[first].form)
        if first > self.scene.first and has_class(tokens, first - 1, first, "who") and found.verb is not None:
            return self.scene.span(of_relative(self.scene, first, last))
        if has_class(tokens, first, first + 1, "but+"):
            return self._acting_as(tokens[first].form)
        if tokens[first].form in AND_HE:
            return self.scene.span(told_last(self.scene, first, previous))
        if tokens[first].form[0] == "ل" and found.verb is None and word(tokens[first].form[1:]).verb and previous:
            return self.scene.span(subject_of(self.scene, *previous))  # «ارتفع عدد القتلى | ليبلغ 40»
        if first == self.scene.first and calls_for(self.scene, first, last):
            return self._last_of(found.verb.agreement) if found.verb is not None else None
        if previous is not None and has_class(tokens, first, last, "asking") and tokens[first].form.endswith("ين"):
            many = self.acting is not None and are_people(fold(self._shown(self.acting[0])))
            return self.acting[0] if many and self.acting is not None else None  # «تجمع المحتجون، | مطالبين …»
        if found.verb is None and previous is not None and is_circumstance(tokens[first].form):
            return self._acting_as(tokens[first].form)  # «فاز الفريق، | متقدما بثلاث نقاط»
        if found.verb is None or first <= self.scene.first:
            return None
        following = tokens[first + 1].form if first + 1 < last else ""
        if has_class(tokens, first - 1, first, "also"):
            behind = is_preposition(following) or following[:1] in ("ب", "ل")
            return self._last_of(found.verb.agreement) if behind else None
        if (
            previous is not None
            and is_stipulated(tokens, first)
            and self.scene.after_adverbs(first + 1, last) > first + 1
        ):
            event = is_event_noun(tokens[previous[0]].form)  # «تتوقف الحركة …، على أن | تستأنف الأحد»
            whom = plain_subject(self.scene, previous[0] + 1, previous[1]) if event else None
            return self.scene.span(whom or subject_of(self.scene, *previous))
        if self._went_before(first, last):
            return self.acting[0] if self.acting is not None else None  # «نطقت المحكمة بالحكم بعد أن | نظرت في القضية»
        if not found.joined and describes_bare(self.scene, first):
            return self.scene.span((first - 2, first - 1), bare=True)  # «باشتباكات، | أعقبت هجوما»
        if not found.joined:
            return self.scene.span(noun_described(self.scene, first, last))
        goes_on = headline and self.acting is not None and self.acting[1] == found.verb.agreement
        if goes_on and found.verb.tense == "imperfect" and self.acting is not None:
            return self.acting[0]  # «زلزال يضرب الساحل ويوقع قتلى»
        if self.acting is not None and self.acting[1] == "f" == found.verb.agreement and is_object(following):
            return self.acting[0] if previous is not None else None
        about = following == fold("نحو") and first + 2 < last and is_counted(tokens[first + 2])  # «وأصيب نحو عشرين»
        if self._goes_on_counting(first, last) and self.told is not None:
            return self.told[0]
        by = following[:1] == "ب" and (found.verb.tense == "imperfect" or following[1:] in words_of("quantifier"))
        by = by or following == _LIVES  # «… | وأودى بحياة 17 شخصا»
        alone = following == "" or following in COMMAS or self.scene.quotes_at_length(first + 1)  # «… | وتصدعت، …»
        bound = takes_object(found.verb, tokens, first + 1)  # «انتشرت القوة | وأوقفت القتال»
        bound = bound or (is_kana(tokens[first].form) and acts_alike(following, found.verb.agreement))
        open_end = found.verb.agreement == "p" or by or alone or bound or is_preposition(following)
        if previous is None or about or not open_end:
            return None
        if self._goes_on_of_them(previous, found.verb.agreement):
            return self.holder  # «أضاف الباحثون أنهم عثروا على الكوكب | وركزوا عليه»
        whom = subject_of(self.scene, *previous)
        head = tokens[whom[0]].form if whom is not None else ""
        if whom is None or head in words_of("quantifier") or (found.verb.agreement == "p" and not are_people(head)):
            return None  # «أكثر من ألفي أسرة نزحت …»
        if found.verb.agreement == "f" and not may_be_feminine(self.scene, whom):
            return None  # «أوقف فرع المعلومات مشتبها فيه | وضبطت في منزله قطعتان»
        return self.scene.span(whom)

    def _goes_on_of_them(self, previous: Range, agreement: str) -> bool:
        """Whether the clause before begins with «أنهم» and means those who speak, in the plural as the verb is."""
        form = self.scene.tokens[previous[0]].form
        told = bool(has_class(self.scene.tokens, *previous, "that+")) and form.endswith("هم")
        return told and agreement == "p" and self.holder is not None and self._is_many(self.holder)

    def _went_before(self, first: int, last: int) -> bool:
        """Whether a verb behind «بعد أن» or «قبل أن» leaves out a subject that can only be who acted before."""
        tokens, found = self.scene.tokens, word(self.scene.tokens[first].form).verb
        led = first > self.scene.first + 1 and any(
            has_class(tokens, first - 2, first, name) == first for name in ("after", "before")
        )
        following = tokens[first + 1].form if first + 1 < last else ""
        agrees = self.acting is not None and found is not None and self.acting[1] == found.agreement
        return led and agrees and (is_preposition(following) or following[:1] in ("ب", "ل"))

    def _goes_on_counting(self, first: int, last: int) -> bool:
        """Whether a feminine verb can only go on with the feminine subject told last: «وستوفر 250 منصبا»."""
        tokens, found = self.scene.tokens, word(self.scene.tokens[first].form).verb
        if self.told is None or found is None or not found.agreement == self.told[1] == "f" or first + 2 >= last:
            return False
        return tokens[first + 1].kind == "number" and not tokens[first + 2].form.endswith(("ة", "ات"))

    def meant(self, first: int, report: Report, holder: Span | None) -> Span | None:
        """Whom «أنه» means that cannot be the speaker, by its gender: «قالت الوكالة إن العطب …، موضحة أنه …»."""
        form, behind = self.scene.tokens[first].form, self.scene.tokens[first + 1 : self.scene.last]
        acts = len(behind) > 1 and behind[0].form in words_of("negates") and word(behind[1].form).verb is not None
        nobody = behind[int(acts)].form if behind else ""  # «أنه لا | يملك شيئا»; not «أنه لم | يتم …»
        if nobody in words_of("of.nobody"):
            return None  # «أنه لا زيادات أخرى», «أنه من المبكر …»
        gender = "f" if form.endswith("ها") else "m" if form.endswith("ه") else ""
        known = dict((*self.carry.topics, *self.carry.speakers)).get(holder, "") if holder is not None else ""
        speaks = report.agreement or known
        if self.told is None or self.told[1] != gender:
            return None
        client = fold(self._shown(self.told[0])) in CLIENT  # «إن موكله بريء، وإنه لا يملك شيئا»
        return self.told[0] if client or (speaks in ("m", "f") and speaks != gender) else None

    def tell(self, first: int, last: int) -> None:
        """Keep the definite subject of a reported clause, where the verb behind it tells its gender."""
        self.told = told_of(self.scene, first, last) or self.told

    def _last_of(self, agreement: str) -> Span | None:
        """Who spoke or acted last, of those that agree with a verb: «كما أشاد بـ…»."""
        if self.acting is not None:
            return self.acting[0] if self.acting[1] == agreement else None
        named = sorted((*self.carry.speakers, *self.carry.topics), key=lambda item: -item[0].start)
        return next((span for span, known in named[:1] if known == agreement), None)

    def _acting_as(self, form: str) -> Span | None:
        """Whom a participle, «لكنه» or «لكنها» means: who acted in the clause before, of its gender."""
        agreement = "f" if form.endswith(("ة", "ها")) else "p" if form.endswith("هم") else "m"
        return self.acting[0] if self.acting is not None and self.acting[1] == agreement else None

    def carried(self, report: Report) -> Span | None:
        """Whom a participle, a pronoun or a dropped subject means."""
        if report.carried and self.holder is not None:
            return self.holder
        if self.contested is not None and has_class(self.scene.tokens, report.cue - 1, report.cue, "where"):
            return self.contested  # «وهذا ما أكده المستشار فلان، حيث قال …»
        if report.carried and (near := acting_before(self.scene, report, self.acting)) is not None:
            return near  # «تلقت المفوضية …، محذرة من …»
        if report.agreement == "p" and self.holder is not None and self._is_many(self.holder):
            return self.holder  # «أفادت مصادر بأن …، حيث قالوا إن …»
        named = last_first(self.scene, self.carry, report)
        if report.agreement:
            for span, agreement in named:
                if agreement == report.agreement or (not agreement and may_be(self.scene, span, report.agreement)):
                    return span
        able = [item[0] for item in self.carry.speakers if report.carried or (item[1], report.agreement) != ("f", "m")]
        if able and (report.carried or report.agreement in ("", "m")):
            return max(able)
        return next((one for one, known in named if may_say(self.scene, one, known, report.agreement)), None)

    def told_of_age(self, speaker: Range | None) -> Span | None:
        """The last man or woman told of whom a noun and an age mean: «قال | اللاعب البالغ من العمر 22 عاما»."""
        if speaker is None or not (gender := age_told(self.scene.tokens, speaker)):
            return None
        named = sorted((*self.carry.speakers, *self.carry.topics), key=lambda item: -item[0].start)
        same = (span for span, known in named if known == gender)
        return next((span for span in same if is_one_person(self.scene, span, speaker[0])), None)

    def owner(self, report: Report) -> Span | None:
        """Whom the pronoun in a speaker's title means: «مديرها التنفيذي»; nobody where the text leaves it open."""
        nearest = tuple(known for known in (self.told, self.acting) if known is not None)
        return owner_of(self.scene, report, nearest, self.carry)

    def _shown(self, span: Span) -> str:
        """The first word of a mention."""
        return self.scene.text[span.start : span.end].split()[0]

    def _is_many(self, holder: Span) -> bool:
        """Whether a speaker is several: «مصادر», «خبراء», «المحللون»."""
        shown = fold(self._shown(holder))
        return are_people(shown) or shown in words_of("tribe")

    def remember(self, holder: Span, report: Report) -> None:
        agreement = report.agreement
        if report.speaker is None:
            known = dict((*self.carry.topics, *self.carry.speakers))
            agreement = known.get(holder, agreement)
        self.holder = holder
        kept = [item for item in self.carry.speakers if item[0] != holder]
        self.carry = self.carry._replace(speakers=((holder, agreement), *kept)[:_KEPT])

    def passed_on(self, relay: Span) -> None:
        """Keep whoever passes on another's words: «أفادت الوكالة بأن الوزير قال إن …، وأضافت أن …»."""
        gender = "f" if fold(self._shown(relay)).split()[0].endswith("ة") else ""
        kept = [item for item in self.carry.speakers if item[0] != relay]
        self.carry = self.carry._replace(speakers=((relay, gender), *kept)[:_KEPT] if gender else tuple(kept))

    def contest(self, first: int, last: int) -> None:
        """Keep who contests what was told before: «…، وهو ما نفاه المدير | قائلا …»."""
        whom = self.scene.span(contester(self.scene, first, last))
        self.holder, self.contested = (self.holder, self.contested) if whom is None else (whom, whom)

    def about(self, known: tuple[Span, str] | None) -> tuple[Span, str] | None:
        """Keep whom the text goes on about."""
        if known is not None:
            self.holder, self.carry = known[0], self.carry._replace(topics=(known, *self.carry.topics)[:_KEPT])
        return known

    def note(self, first: int, last: int) -> None:
        """Keep whom a clause of the article is about: what follows may leave it out."""
        self._note_actor(first, last)
        self.acting = (described := described_first(self.scene, first, last)) or self._actor_of(first, last)
        if self.acting is not None and (described is not None or self._names_known(first)):
            self.about(self.acting)  # «الوزارة تغلق الجسر.. وتنفي انهياره»

    def _names_known(self, first: int) -> bool:
        """Whether a clause begins with somebody known and no verb: «الوزارة تغلق …», «التربية» for her ministry."""
        form = self.scene.tokens[first].form
        known = word(form).verb is None and (form in portfolios() or self.scene.actor(first) is not None)
        return known or aged(self.scene, first + 1, self.scene.last) is not None

    def _actor_of(self, first: int, last: int) -> tuple[Span, str] | None:
        """The definite subject right after the verb that opens a clause, with the verb's agreement."""
        found = word(self.scene.tokens[first := past_place(self.scene.tokens, first, last)].form).verb
        if (known := named_again(self.scene, self.carry, first, last)) is not None:
            return self.about(known)
        if found is None:
            return actor_before(self.scene, first, last)
        if not found.agreement or first + 2 >= last or judges(self.scene, first):
            return None
        first += 2 * (self.scene.tokens[first + 2].form in words_of("this"))
        whom = plain_subject(self.scene, first + 1, last) if found.tense == "perfect" else None
        whom = whom or person_at(self.scene, past_us(self.scene, first + 1), last)
        whom = None if found.agreement == "f" and is_his_male(self.scene.tokens[first + 1].form) else whom
        if whom is not None and found.agreement == "m" and self.scene.tokens[whom[0]].form in nouns():
            whom = None if self.scene.tokens[whom[0]].form.endswith("ة") else whom  # «نال | جائزة الدولة»
        span = self.scene.span(whom)
        if whom is not None and span is not None and are_men(self.scene.tokens[whom[0]].form):
            return self.about((span, "p"))  # «احتج المربون …، وقالوا إن …»
        return None if span is None else (self._told_in_full(span), found.agreement)

    def _told_in_full(self, span: Span) -> Span:
        """The speaker told before whose family name a mention is, else the mention itself."""
        named = (known for known, _ in (*self.carry.speakers, *self.carry.topics))
        words = self.scene.text[slice(*span)].split()
        return next((known for known in named if self.scene.text[slice(*known)].split()[-1:] == words), span)

    def _note_actor(self, first: int, last: int) -> None:
        """Keep the known actor that a sentence of the article is about: a dropped subject may mean it."""
        tokens, scene = self.scene.tokens, self.scene
        for i in range(first, min(last, first + 4)):
            found, at = word(tokens[i].form).verb, i + 1
            if found is None or at >= last:
                continue
            actor = scene.actor(at)
            if actor is None or actor.clitic or keeps_topic(tokens[i].form, found.agreement):
                continue
            named = named_at(scene, at, actor, last)
            if actor.last == at + 1 and not is_definite(tokens[at].form):
                named = in_full(scene, at, last) or named  # «برأت محكمة الشمال العليا …، معتبرة أن …»
            span = self.scene.span((at, max(actor.last, named[1])))
            if span is not None and found.agreement:
                self.holder = span
                man = actor.entry.kind == "office" and actor.entry.gender == "m" and actor.entry.number == "sg"
                agreement = "m" if man else found.agreement  # «تقدم الرئيس»: he came forward, where she could offer
                topics = ((span, agreement), *self.carry.topics)
                self.carry = self.carry._replace(topics=topics[:_KEPT])
            return
