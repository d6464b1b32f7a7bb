"""Who says what in a line of Arabic news: reports and the article's own sentences, cut into single propositions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extract.ar.assertions import announces, asserts, is_remainder
from factcheck.extract.ar.clauses import Range, split_clauses
from factcheck.extract.ar.leads import after_lead, certainty_of
from factcheck.extract.ar.predicates import is_circumstance
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.segments import Segment, find_segments
from factcheck.extract.ar.speakers import antecedent, speaker_after
from factcheck.extract.ar.subjects import plain_subject, speaks_for, subject_of
from factcheck.extract.ar.verbs import verb
from factcheck.extract.ar.words import (
    has_class,
    is_definite,
    is_function_word,
    is_preposition,
    without_lam,
    word,
)
from factcheck.extract.layout import Carry, Layout, Line, Sentence, quoted_share
from factcheck.extract.proposition import Proposition
from factcheck.text import Span, fold, trim

_DENYING = frozenset({"deny", "deny.refute", "doubt"})
_QUESTION = frozenset("؟?")
_COMMAS = frozenset("،,؛;")
_PERCENT = frozenset("%٪‰")
_SO_THAT = fold("فإن")
_KEPT = 8  # mentions kept for a dropped subject


def find_propositions(layout: Layout, line: Line, carry: Carry) -> tuple[list[Proposition], Carry]:
    """The propositions of one line in text order, and what carries over to the next line."""
    found: list[Proposition] = []
    openings = {quotation.first - 1: quotation for quotation in line.quotations}
    for sentence in line.sentences:
        scene = Scene(layout.text, layout.tokens, sentence.first, sentence.last, openings, layout.row)
        reading = _Reading(layout, line, sentence, scene, carry)
        found += reading.propositions()
        carry = reading.carry
    return found, carry


@dataclass(slots=True)
class _Reading:
    """One sentence being read."""

    layout: Layout
    line: Line
    sentence: Sentence
    scene: Scene
    carry: Carry
    holder: Span | None = None  # who spoke or acted last in this sentence
    reported: bool = False
    acting: tuple[Span, str] | None = None  # the subject that the article's clause before names, with its agreement

    def propositions(self) -> list[Proposition]:
        """The propositions of the sentence, in text order."""
        found: list[Proposition] = []
        for segment in find_segments(self.scene, self.line.role == "headline"):
            found += self._attributed(segment) if segment.report is not None else self._narrated(segment)
        return found

    def _attributed(self, segment: Segment) -> Iterator[Proposition]:
        """The propositions of a stretch that somebody reported says."""
        report = segment.report
        assert report is not None
        speaker = self._span(report.speaker)
        holder = speaker or self._of_clause(segment, report) or self._carried(report)
        if report.speaker is not None and speaks_for(self.layout.tokens, report.speaker):
            holder = self._carried(report._replace(agreement="")) or holder
        if holder is not None:
            self._remember(holder, report)
        marked = self.layout.tokens[report.cue].kind == "mark"  # a colon names nobody's verb
        cue = None if marked else self._span((report.cue, report.cue + 1), bare=True)
        reports = self._reporting(report)
        for first, last in self._clauses(segment):
            acts = self._acts(first, last, segment, report)
            comment = acts or self._is_comment(first, segment)
            fewest = 1 if report.rule == "ar.report.noun" else 2
            proposition = self._proposition(first, last, fewest)
            if proposition is None or (first > segment.first and is_remainder(self.layout.tokens, first, last)):
                continue
            if comment:
                yield proposition._replace(subject=holder if acts else None, rules=("ar.narrator.comment",))
                continue
            yield Proposition(
                proposition.span,
                sentence=proposition.sentence,
                headline=proposition.headline,
                mode="direct_quote" if self._is_quoted(proposition.span, first, report) else "indirect_speech",
                cue=cue,
                speaker=speaker,
                holder=holder,
                relay=self._span(report.relay),
                denied=report.force in _DENYING,
                certainty="hinted" if report.force == "hint" else proposition.certainty,
                force=report.force,
                reporting=reports,
                rules=(report.rule,),
            )

    def _reporting(self, report: Report) -> tuple[Span, ...]:
        """The stretch that tells of the saying: from the head of the sentence for its first report, or the source."""
        tokens = self.layout.tokens
        first, last = report.content if report.scope == "sentence" else (report.start, report.content[0])
        if report.scope != "sentence" and not self.reported:
            first = min(first, self.sentence.first)
        self.reported = True
        return (Span(tokens[first].start, tokens[last - 1].end),) if first < last else ()

    def _is_quoted(self, span: Span, first: int, report: Report) -> bool:
        """Whether words are the speaker's own: more than half in quotation marks, or a headline in the first person."""
        if quoted_share(self.line, span) > 0.5:
            return True
        found = verb(self.layout.tokens[first].form)
        return report.rule == "ar.headline.colon" and found is not None and found.first_person

    def _clauses(self, segment: Segment) -> Iterator[Range]:
        """The clauses of a stretch, inner sentences and quotations' ends respected."""
        inner = self.sentence.inner
        at = max(0, bisect_right(inner, segment.first, key=lambda part: part[0]) - 1)
        for n in range(at, len(inner)):
            first, last = inner[n]
            if first >= segment.last:
                break
            begin, end = max(first, segment.first), min(last, segment.last)
            if begin < end and not self._is_question(begin, end):
                yield from split_clauses(self.layout.tokens, begin, end)

    def _acts(self, first: int, last: int, segment: Segment, report: Report) -> bool:
        """Whether a clause tells what the speaker did beside saying a bare noun: «نفى … التهمة، وطالب بـ…»."""
        if report.rule != "ar.report.noun" or first <= segment.first or first + 1 >= last:
            return False
        tokens, found = self.layout.tokens, word(self.layout.tokens[first].form)
        if first > segment.first + 2 and has_class(tokens, first - 2, first, "before") == first:
            return True  # «أعلنت البلدية إغلاق …، قبل أن | تتراجع …»
        after_comma = tokens[first - 1].form in _COMMAS
        return after_comma and found.joined and found.verb is not None and found.verb.tense == "perfect"

    def _of_clause(self, segment: Segment, report: Report) -> Span | None:
        """Whom a dropped subject means in the clause itself: «انتقدت النقابة القرار، وقالت إن …», «…، على حد قولها»."""
        if report.rule == "ar.source.own":
            return self._span(subject_of(self.scene, segment.first, segment.last))
        known = self.acting
        joined = report.speaker is None and not report.carried and word(self.layout.tokens[report.cue].form).joined
        return known[0] if joined and known is not None and known[1] == report.agreement else None

    def _is_question(self, first: int, last: int) -> bool:
        for token in reversed(self.layout.tokens[max(first, last - 3) : last]):
            if token.kind != "mark":
                return False
            if token.form in _QUESTION:
                return True
        return False

    def _is_comment(self, first: int, segment: Segment) -> bool:
        """Whether a clause after a closed quotation is the article's own remark: «…»، مستخدمة التسمية …"""
        tokens = self.layout.tokens
        if first < segment.first + 3 or tokens[first - 1].form not in _COMMAS:
            return False
        if has_class(tokens, first, segment.last, "asking"):
            return True
        return tokens[first - 2].form in '"»”' and is_circumstance(tokens[first].form)

    def _narrated(self, segment: Segment) -> Iterator[Proposition]:
        """The propositions of a stretch in the article's own voice."""
        if self._is_lead_in(segment):
            return
        previous: Range | None = None
        for n, (first, last) in enumerate(list(self._clauses(segment))):
            first = after_lead(self.layout.tokens, first, last) if n == 0 or first == segment.first else first
            if first >= last or not self._says(first, last):
                continue
            proposition = self._proposition(first, last)
            if proposition is not None:
                subject = self._subject(first, last, previous)
                if not segment.aside:
                    self._note_subject(first, last)
                    self.acting = self._actor_of(first, last)
                previous = (first, last)
                rule = "ar.narrator.aside" if segment.aside else "ar.narrator"
                yield proposition._replace(subject=self.holder if segment.aside else subject, rules=(rule,))

    def _says(self, first: int, last: int) -> bool:
        if self.line.role == "headline":
            return announces(self.layout.tokens, first, last)
        return asserts(self.layout.tokens, first, last, self.sentence)

    def _is_lead_in(self, segment: Segment) -> bool:
        """Whether a stretch only leads up to a report after it: «ردا على سؤال …، قال», «ويأتي ذلك وسط مخاوف …»."""
        tokens, after = self.layout.tokens, segment.last
        if after >= self.sentence.last - 1:
            return False
        if tokens[after - 1].form not in _COMMAS and tokens[after - 1].kind == "word" and not segment.aside:
            return bool(has_class(tokens, after, self.sentence.last, "noun"))
        first = segment.first
        while first < after and (tokens[first].kind == "mark" or has_class(tokens, first, after, "turn")):
            first = max(first + 1, has_class(tokens, first, after, "turn"))
        return first >= after or (
            bool(has_class(tokens, first, after, "lead"))
            and not any(tokens[i].form in _COMMAS for i in range(first, after - 1))
        )

    def _subject(self, first: int, last: int, previous: Range | None) -> Span | None:
        """The subject that an opening verb leaves out: the noun before it, or the subject of the clause before."""
        tokens = self.layout.tokens
        found = word(tokens[first].form)
        if found.verb is None or first <= self.sentence.first:
            return None
        if not found.joined:
            before = tokens[first - 1]
            noun = before.kind == "word" and not is_function_word(before.form)
            whom = antecedent(self.scene, first) if noun and found.verb.tense != "perfect" else None
            return self._span(whom)
        following = tokens[first + 1].form if first + 1 < last else ""
        if previous is None or not (found.verb.agreement == "p" or is_preposition(following)):
            return None
        return self._span(subject_of(self.scene, *previous))

    def _proposition(self, first: int, last: int, fewest: int = 2) -> Proposition | None:
        """The proposition of a clause, its span trimmed; `None` where fewer than `fewest` words are left."""
        tokens, text = self.layout.tokens, self.layout.text
        while first < last and (tokens[first].kind == "mark" or tokens[first].form == _SO_THAT):
            first += 1
        if first < last and is_function_word(tokens[first].form):
            first = self._after_conjunctions(first, last)
        while first < last and (self._is_closing(last - 1) or has_class(tokens, last - 1, last, "who")):
            last -= 1
        if first >= last or sum(1 for token in tokens[first:last] if token.kind != "mark") < fewest:
            return None
        span = trim(text, tokens[first].start, tokens[last - 1].end)
        if span.end <= span.start:
            return None
        sentence = trim(text, self.sentence.start, self.sentence.end)
        return Proposition(
            span,
            "narrator",
            sentence,
            certainty=certainty_of(self.layout.tokens, first, last),
            headline=self.line.role == "headline",
        )

    def _after_conjunctions(self, first: int, last: int) -> int:
        """The token after the free conjunctions that join a clause to the one before it."""
        tokens = self.layout.tokens
        after_comma = first > 0 and tokens[first - 1].form in _COMMAS
        for name in ("then", "but", "where", "ie")[: 4 if after_comma else 3]:
            first = has_class(tokens, first, last, name) or first if first < last else first
        return first

    def _is_closing(self, i: int) -> bool:
        token = self.layout.tokens[i]
        return token.kind == "mark" and token.form not in _PERCENT

    def _span(self, tokens: Range | None, bare: bool = False) -> Span | None:
        """The offsets of a token range; `bare` leaves out an attached conjunction."""
        if tokens is None or tokens[0] >= tokens[1]:
            return None
        all_tokens, text = self.layout.tokens, self.layout.text
        start, end = all_tokens[tokens[0]].start, all_tokens[tokens[1] - 1].end
        if tokens[0] > self.sentence.first - 1 and self._has_conjunction(tokens[0], bare):
            start += 1
            while start < end and not fold(text[start]).strip():
                start += 1
        elif tokens[0] and self._is_behind_lam(tokens[0]):
            start += 1
        return Span(start, end)

    def _is_behind_lam(self, i: int) -> bool:
        """Whether a source stands behind the «ل» of «وفقا لـ»; the one before an article («للبنك») cannot be taken off."""
        form, before = self.layout.tokens[i].form, self.layout.tokens[i - 1].form
        return form[0] == "ل" and not form.startswith("لل") and without_lam(before, form) != form

    def _has_conjunction(self, i: int, bare: bool) -> bool:
        form = self.layout.tokens[i].form
        found = word(form)
        if bare and not found.joined and form[0] in "وف" and found.cue is None:
            return is_function_word(form[1:])
        if not bare and form[0] == "و" and (actor := self.scene.actor(i)) is not None and actor.clitic:
            return True  # «وأطباء يتحدثون عن …»
        return found.joined and (bare or is_definite(found.base))

    def _carried(self, report: Report) -> Span | None:
        """Whom a participle, a pronoun or a dropped subject means."""
        if report.carried and self.holder is not None:
            return self.holder
        named = sorted((*self.carry.speakers, *self.carry.topics), key=lambda item: -item[0].start)
        if report.agreement:
            for span, agreement in named:
                if agreement == report.agreement or not agreement:
                    return span
        if self.carry.speakers and (report.carried or report.agreement in ("", "m")):
            return max(self.carry.speakers, key=lambda item: item[0].start)[0]
        return named[0][0] if named else None

    def _remember(self, holder: Span, report: Report) -> None:
        agreement = report.agreement
        if report.speaker is None:
            known = dict((*self.carry.topics, *self.carry.speakers))
            agreement = known.get(holder, agreement)
        self.holder = holder
        kept = [item for item in self.carry.speakers if item[0] != holder]
        self.carry = self.carry._replace(speakers=((holder, agreement), *kept)[:_KEPT])

    def _actor_of(self, first: int, last: int) -> tuple[Span, str] | None:
        """The definite subject right after the verb that opens a clause, with the verb's agreement."""
        found = word(self.layout.tokens[first].form).verb
        if found is None or found.tense != "perfect" or not found.agreement or first + 2 >= last:
            return None
        span = self._span(plain_subject(self.scene, first + 1, last))
        return None if span is None else (span, found.agreement)

    def _note_subject(self, first: int, last: int) -> None:
        """Keep the known actor that a sentence of the article is about: a dropped subject may mean it."""
        tokens, scene = self.layout.tokens, self.scene
        for i in range(first, min(last, first + 4)):
            found = word(tokens[i].form).verb
            at = i + 1
            if found is None or at >= last:
                continue
            actor = scene.actor(at)
            if actor is None:
                continue
            reach = min(last, actor.last + (3 if actor.entry.kind == "office" else 0))  # an office takes a name
            named = speaker_after(scene, at, reach) or (at, actor.last)
            span = self._span((at, max(actor.last, named[1])))
            if span is not None and found.agreement:
                self.holder = span
                topics = ((span, found.agreement), *self.carry.topics)
                self.carry = self.carry._replace(topics=topics[:_KEPT])
            return
