"""The words of an Arabic claim: how they begin, and how they read in a sentence without what only joined them."""

from __future__ import annotations

from factcheck.extract.ar.commas import counts_part, is_counted
from factcheck.extract.ar.counted import COUNTED
from factcheck.extract.ar.duals import is_many, nouns
from factcheck.extract.ar.leads import VOWELS, behind_topic
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import has_verb, is_circumstance, is_figure
from factcheck.extract.ar.sequels import leads_on, takes_up
from factcheck.extract.ar.supplied import is_left_out, nominative, owned_subject, whose
from factcheck.extract.ar.totals import total_before
from factcheck.extract.ar.verbs import Verb, past_of
from factcheck.extract.ar.wording import BEFORE, Wording, behind_that, plain
from factcheck.extract.ar.words import (
    Cue,
    has_class,
    is_definite,
    is_preposition,
    word,
    words_of,
)
from factcheck.lang import rows
from factcheck.lang.actors import actor_at
from factcheck.text import Span, fold

_LISTED_BEFORE = "[المذكورين قبله]"
_BUT, _WHAT = fold("لكن"), fold("ما")
_THEN, _LOST = fold("ثم"), fold("فقد")
_BOTH = frozenset(map(fold, ("كلاهما", "كلتاهما")))
_OF_THEM = ("هما", "هم", "ها")
_AND_HE = frozenset(map(fold, ("وهو", "وهي")))
_SO = frozenset(map(fold, ("مما", "ما")))
_BY_THAT = fold("بذلك")


class Content(Wording):
    """The words of a claim, and how they read in a sentence."""

    def after_but(self, cue: Cue) -> str:
        """The content with its «لكنها» as the verb asks for it: «إنها» after «قال», else «أنها»."""
        pronoun = self.layout.tokens[self.first].form.removeprefix("و").removeprefix(_BUT)
        rest = self.text.partition(" ")[2]
        return f"{'إن' if cue.lemma == fold('قال') else 'أن'}{pronoun} {rest}"

    def bare(self) -> str:
        """The words without an attached و or ف, their dropped subject supplied in brackets."""
        tokens = self.layout.tokens
        text = behind_topic(self.text, self.layout.text, tokens, self.first, self.last)
        form = tokens[self.first].form
        if self.proposition.rules[:1] == (COUNTED,):
            return f"[{self.told_ahead()}:] {text.removeprefix('و')}"  # «[نجا كثيرون:] أربعون»
        if self._is_one_of_kind:
            head, _, rest = text.partition(" ")
            whom = self.proposition.subject
            return f"{head} [{plain(self.layout, whom) if whom is not None else BEFORE}] {rest}"
        if form in _AND_HE and not (self.is_set_against or takes_up(tokens, self.first, self.last)):
            if self._ranks_what_was_told and self.told_ahead():
                return self.behind_ahead(text)
            head, _, rest = text.removeprefix("و").partition(" ")
            whom = self.proposition.subject
            return f"{head} [{plain(self.layout, whom) if whom is not None else 'المذكور قبله'}] {rest}"
        if self.is_set_against or (form in _AND_HE and takes_up(tokens, self.first, self.last)):
            whole = self._counted_before(True) if self.is_set_against and self._is_amount else ""
            whole = whole if has_class(tokens, self.first - 1, self.first, "ie") or self._has_unit(whole) else ""
            words = f"{self._set_against()}{self._unjoined(text)}"  # «مقابل | حد مسموح», «وهو ما تنفيه النقابة»
            return f"[{whole}] {words}" if whole else self.behind_ahead(words if self.is_set_against else text, words)
        if form == fold("الأمر") and tokens[self.first + 1].form == fold("الذي"):
            return self.behind_ahead(text, f"هو {text}")
        if self.opens_with_growth or self.is_compared or self.tells_how:
            return self.behind_ahead(text)
        if self.only_denies and self.told_ahead():
            return self.behind_ahead(text)  # «[غادرت المغنية المسرح،] ولم تعد»
        if self.happened_when and self.told_ahead():
            when = tokens[self.first - 1]
            return self.behind_ahead(f"{plain(self.layout, Span(when.start, when.end))} {text}")
        if led := self._led_to():
            return f"{led} {self._unjoined(text)}"
        if self.opens_with_result:  # «ارتفع العدد | ليبلغ 40»
            head, _, rest = text[1:].partition(" ")
            at, whose = self.first + 1, self.proposition.subject
            at += at + 1 < self.last and tokens[at].form == _BY_THAT
            following = tokens[at].form if at < self.last else ""
            noun = is_definite(following) and not is_preposition(following)
            if noun or following in words_of("counted.by", "this.one"):
                return f"{head} {rest}"  # «ليصل سعر اللتر إلى …», «ليؤدي ذلك إلى …»
            return f"{head} [{plain(self.layout, whose) if whose else 'المذكور قبله'}] {rest}"
        if self.is_added:
            text = text[1:]
        elif form in words_of("whole"):
            pass  # «والي المدينة»
        elif form == _LOST and not has_verb(tokens, self.first + 1, min(self.last, self.first + 3)):
            pass  # «فقد أكثر من …»: they lost, no «قد»
        elif form[0] == "و" and (actor := actor_at(self.layout.text, tokens, self.first, "ar")) and actor.clitic:
            text = text[1:]
        elif (
            self.opening.joined
            or self.opens_with_and
            or self.opens_with_joined_noun()
            or self.opens_with_unlisted_verb()
        ):
            text = text[1:].lstrip(VOWELS + " ")
        elif form[0] == "و" and form[1:] in words_of("quantifier") and tokens[self.first + 1].form == _WHAT:
            text = text[1:]  # «وأكثر ما أثار الجدل …»
        elif form[0] == "و" and form[1:] in words_of("under"):
            text = text[1:]  # «وبموجب عقد …»
        if self.first and tokens[self.first - 1].form == _THEN and self.opens_with_verb:
            text = f"ثم {text}"
        head, _, rest = text.partition(" ")
        if rest and self.opens_with_sequel and fold(head) in _SO:
            if self.told_ahead():
                return self.behind_ahead(text)
            verb, _, after = rest.partition(" ")
            return f"{verb} ذلك [{BEFORE}] {after}" if fold(head) == fold("ما") else f"{_verb(rest)}"
        foremost = "foremost" in self.classes and has_class(tokens, self.first, self.last, "foremost")
        part = "part" in self.classes and has_class(tokens, self.first, self.last, "part")
        if foremost or (part and not self.opens_with_verb):
            if has_class(self.layout.tokens, self.first, self.last, "part") - self.first > 1:
                second, _, rest = rest.partition(" ")  # «من بينهم»
                head = f"{head} {second}"
            return f"{head} {self._listed_before()} {rest}"
        if self.opens_with_part:
            end = tokens[counts_part(tokens, self.first, self.last) - 1].end
            among = plain(self.layout, Span(self.proposition.span.start, end))
            return f"{among} {self._listed_before()}{text.removeprefix(among)}"
        if (told := self._of_whom(text) or self._of_many(text)) is not None:
            return told
        if self.opens_negated and self.proposition.subject is not None and form[0] != "و" and self._is_negated_of():
            return f"[{plain(self.layout, self.proposition.subject)}] {text}"  # «الكلفة، بحسب النقابة، | لم تتجاوز …»
        if (owned := self._owned()) is not None:
            return owned
        subject = self._missing_subject()
        if subject and tokens[self.first].form in words_of("foreseen") and len(rest.split()) > 2:
            that, verb, behind = rest.split(" ", 2)
            return f"{head} {that} {verb} [{subject}] {behind}"  # «يُتوقع أن تستمر [العمليات] حتى الجمعة»
        owner, _, behind = rest.partition(" ")
        if (
            subject
            and behind
            and not self.opening.joined
            and fold(owner).endswith(_OF_THEM)
            and not self._has_own(owner)
        ):
            return f"{head} {owner} [{subject}] {behind}"  # «تقارب أرصدتهما [حسابين] …»
        return f"{head} [{subject}] {rest}".rstrip() if subject else text

    def _set_against(self) -> str:
        """The word that sets the content against what stands before it, where that is told: «مقابل », «أي »."""
        tokens, first = self.layout.tokens, self.first
        versus = bool(has_class(tokens, first - 1, first, "versus"))
        told = versus or bool(has_class(tokens, first - 1, first, "ie"))
        kept = (self.told_ahead() != "" and told) or (versus and not self._is_amount)
        return f"{self.layout.text[slice(tokens[first - 1].start, tokens[first - 1].end)]} " if kept else ""

    def _of_whom(self, text: str) -> str | None:
        """The words with those counted before told behind «معظمهم»: «غادر معظمهم [تسعة مصابين] مساء أمس»."""
        some = words_of("some.of.them")
        opening = self.layout.tokens[self.first : min(self.last, self.first + 3)]
        if some.isdisjoint([token.form for token in opening]):
            return None
        at = next((k for k, token in enumerate(opening) if token.form in some), None)
        if at is None or any(is_definite(token.form) or token.form.endswith(("ين", "ون")) for token in opening[:at]):
            return None  # «العمال معظمهم غاضبون»
        if at and is_many(opening[at - 1].form):
            return None  # «أحرق شبان معظمهم ملثمون إطارات»
        written = self.layout.text[opening[at].start : opening[at].end]
        if opening[at].form in _BOTH:
            return text.replace(written, f"{written} {_LISTED_BEFORE}", 1)  # «مركبين بطول 14 مترا، | واحترق كلاهما»
        return text.replace(written, f"{written} {self._listed_before()}", 1)

    def _led_to(self) -> str:
        """What led to a further event, told in the clause before: «ما أدى إلى مقتل اثنين | وإصابة 12»; else empty."""
        tokens, ahead = self.layout.tokens, self.proposition.ahead
        if ahead is None or not (self.opening.joined and self.opening.event):
            return ""
        first, last = self.layout.token_range(ahead)
        leads = has_class(tokens, first, last, "so") or leads_on(tokens, first, last)
        verb = word(tokens[first + 1].form).verb if first + 3 < last else None
        if not leads or verb is None or not is_preposition(tokens[first + 2].form):
            return ""
        led, to = (self.layout.text[tokens[k].start : tokens[k].end] for k in (first + 1, first + 2))
        return f"{led} ذلك [{BEFORE}] {to}"

    @property
    def tells_what_led_to_it(self) -> bool:
        """Whether the sentence of a further event begins with what led to it: «أدى ذلك إلى إصابة 12»."""
        return self._led_to() != ""

    @property
    def _ranks_what_was_told(self) -> bool:
        """Whether «وهو» puts a figure or rank to a thing of the clause before: «…، وهو أدنى مستوى له», «…، وهو 96»."""
        behind = self.layout.tokens[min(self.first + 1, self.last - 1)]
        return behind.kind == "number" or is_figure(behind.form) or behind.form in words_of("ranks")

    @property
    def _is_one_of_kind(self) -> bool:
        """Whether a free «هي» behind a comma counts a thing told before: «…، هي الثالثة من نوعها»."""
        tokens, first = self.layout.tokens, self.first
        if tokens[first].form not in words_of("bare.he") or tokens[first - 1].form not in COMMAS or self.is_quoted:
            return False
        return first + 1 < self.last and tokens[first + 1].form.startswith("ال")

    def _of_many(self, text: str) -> str | None:
        """A participle with those counted before: «[40 عاملا] موزعون على 12 مخيما»; `None` for other words."""
        head, _, rest = text.partition(" ")
        tokens, first = self.layout.tokens, self.first
        many = is_circumstance(tokens[first].form) and fold(head).endswith("ين") and tokens[first - 1].form in COMMAS
        many = many and first + 1 < self.last and is_preposition(tokens[first + 1].form)
        whole = self._counted_before(True) if many else ""
        return f"[{whole}] {head.removesuffix('ين')}ون {rest}" if whole else None

    def _unjoined(self, text: str) -> str:
        """The words without an attached «و», which «وفاة» does not begin with."""
        return text.removeprefix("و") if self.layout.tokens[self.first].form not in words_of("with.waw") else text

    def _listed_before(self) -> str:
        """Of whom a part is told, in brackets: the last figure before it with what it counts, where one stands."""
        whole = self._counted_before()
        return f"[{whole}]" if whole else _LISTED_BEFORE

    def _counted_before(self, anywhere: bool = False) -> str:
        """The last figure of the sentence before the claim with the noun it counts: «أصيب سبعة أشخاص، | بينهم …»."""
        total = total_before(self.layout.tokens, self.first, anywhere)
        return plain(self.layout, total) if total is not None else ""

    @property
    def _is_amount(self) -> bool:
        """Whether the content begins with a figure, bounded or not."""
        token = self.layout.tokens[self.first]
        return is_counted(token) or token.form in words_of("quantifier")

    def _has_unit(self, whole: str) -> bool:
        """Whether the content counts what a figure before it counts: «20 درهما، مقابل 12 درهما»."""
        unit = fold(whole).split()[-1:]
        return any(token.form in unit for token in self.layout.tokens[self.first : self.last])

    def _missing_subject(self) -> str | None:
        """The subject of an opening verb that names none, from the clause before; `…` where the text leaves it open."""
        found = self.opening.verb
        subject = self.proposition.subject
        if not self.opens_with_verb or found is None or found.first_person or subject is None:
            return None
        if not (self._calls(found) or is_left_out(self.layout, subject, self.first, self.last, found)):
            return None
        told = plain(self.layout, subject)
        return nominative(told) if told != "مما" else None

    def _calls(self, found: Verb) -> bool:
        """Whether a verb goes on with what a speaker did, and names whom he called upon: «وطالبت | الوزارة بالتدخل»."""
        goes_on = self.opening.joined and self.proposition.rules[0] == "ar.narrator.comment"
        return goes_on and found.lemma in words_of("calls")

    def _has_own(self, owned: str) -> bool:
        """Whether a noun with a pronoun is the object of a feminine verb, being masculine itself: «فقدت زوجها»."""
        found = self.opening.verb
        return found is not None and found.agreement == "f" and fold(owned).removesuffix("ها") in nouns()

    def _owned(self) -> str | None:
        """The words whose verb has a subject of its own with a pronoun, told whose: «توفي والده [والد أحمد سيف]»."""
        subject, found = self.proposition.subject, self.opening.verb
        if subject is None or found is None or not self.opens_with_verb:
            return None
        at = owned_subject(self.layout, subject, self.first, self.last)
        if at is None:
            return None
        token = self.layout.tokens[at]
        written = self.layout.text[token.start : token.end]
        return self.text.replace(written, f"{written} [{whose(self.layout, plain(self.layout, subject), at)}]", 1)

    def _is_negated_of(self) -> bool:
        """Whether a negated verb means the subject told before it, and names none itself: «لا يتجاوز | الإنتاج …»."""
        subject, at = self.proposition.subject, self.first + 1
        if subject is None or at + 1 >= self.last or word(self.layout.tokens[at].form).verb is None:
            return False
        following = self.layout.tokens[at + 1]
        named = following.form.startswith("ال") and not is_counted(following)
        return not named and is_left_out(self.layout, subject, at, self.last)

    def _as_past(self, told: str) -> str:
        """A clause behind «قبل أن», whose verb stands in the subjunctive, as what happened: «صحح الصندوق الرقم»."""
        found, written = self.opening.verb, self.layout.text[slice(*self._opening_word())]
        behind = self.first > 1 and has_class(self.layout.tokens, self.first - 2, self.first, "before") == self.first
        if not behind or found is None or found.tense != "imperfect" or not told.startswith(written):
            return told
        past = past_of(found)
        return f"{past}{told[len(written) :]}" if past and found.agreement in ("m", "f") else told

    def _opening_word(self) -> tuple[int, int]:
        token = self.layout.tokens[self.first]
        return token.start, token.end

    def reported(self) -> str:
        """The words behind «يقول فلان:», where «قبل أن» before them gives way to the past."""
        return self._as_past(self.bare())

    def narrated(self) -> str:
        """The article's own sentence; «لكنه» gives way to whom it means."""
        return self._as_past(self._narrated())

    def _narrated(self) -> str:
        subject = self.proposition.subject
        but = has_class(self.layout.tokens, self.first, self.last, "but+") - self.first  # one word, or «إلا أنه»
        if but > 0 and subject is not None:
            return f"{plain(self.layout, subject)} {self.text.split(' ', but)[-1]}"
        if subject is not None and has_class(self.layout.tokens, self.first, self.last, "asking"):
            head, _, rest = self.text.partition(" ")
            verb = next((row[0] for row in rows("ar", "asked") if fold(head) in row[1].split()), None)
            return f"{verb} {plain(self.layout, subject)} {rest}" if verb else self.text
        if self.is_compared:
            return self.bare()
        if subject is not None and is_circumstance(self.layout.tokens[self.first].form):
            was = "كانت" if self.text.split()[0].endswith("ة") else "كان"
            return f"{was} [{plain(self.layout, subject)}] {self.text}"
        text = self.bare()
        that = has_class(self.layout.tokens, self.first, self.first + 1, "that+")
        that = that and text.startswith("أن") and not text.startswith("أنا ")
        text = f"إ{text[1:]}" if that else text  # «أشير إلى | أنه عثر …»
        return behind_that(text) if "that" in self.behind else text


def _verb(rest: str) -> str:
    head, _, after = rest.partition(" ")
    if fold(head) in words_of("already", "negates"):
        verb, _, after = after.partition(" ")
        head = f"{head} {verb}"  # «مما قد يسهم في …»
    return f"{head} ذلك [المذكور قبله] {after}"
