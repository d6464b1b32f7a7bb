"""Who says what in a line of Arabic news: reports and the article's own sentences, cut into single propositions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extract.ar.assertions import announces, asserts, is_remainder
from factcheck.extract.ar.clauses import Range, split_clauses
from factcheck.extract.ar.commas import is_stipulated
from factcheck.extract.ar.comments import (
    DENYING,
    accuses,
    acts,
    bids,
    gainsays,
    had_said,
    leaves_subject_out,
    led_by_denied,
    only_points,
    remarks,
    said_nothing,
    turns_aside,
)  # fmt: skip
from factcheck.extract.ar.counted import COUNTED, colon_before
from factcheck.extract.ar.edges import (
    after_conjunctions,
    asked_from,
    asks,
    before_sequel,
    counts_in_brackets,
    is_lead_in,
    is_only_placed,
    only_closes,
    only_opens,
    told_of_saying,
)
from factcheck.extract.ar.fragments import has_enough, second_act
from factcheck.extract.ar.headlines import goes_on_saying
from factcheck.extract.ar.introduced import told_by, with_introduced
from factcheck.extract.ar.leads import after_lead, certainty_of, past_topic
from factcheck.extract.ar.levels import CONTRASTS
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.openings import gives_reason, quotes_reason
from factcheck.extract.ar.owners import for_whom, said_in_paper, spoken_for
from factcheck.extract.ar.predicates import has_verb, is_circumstance, speaks_of_us
from factcheck.extract.ar.quoted_names import described
from factcheck.extract.ar.relatives import has_own_subject
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.rest import awaits, completes, describes_source, may_be_one_word, told_before, with_rest
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.segments import Segment, before_noun, find_segments
from factcheck.extract.ar.sequels import follows_from, takes_up
from factcheck.extract.ar.subject_nouns import denier, past_lead, teller_of
from factcheck.extract.ar.taken_up import AND_HE
from factcheck.extract.ar.voices import Voices
from factcheck.extract.ar.words import class_names, has_class, is_function_word, word, words_of
from factcheck.extract.layout import Carry, Layout, Line, Sentence, quoted_share
from factcheck.extract.proposition import Proposition
from factcheck.text import Span, trim

_FEW = 4  # words before a source that what follows it only completes


def find_propositions(layout: Layout, line: Line, carry: Carry) -> tuple[list[Proposition], Carry]:
    """The propositions of one line in text order, and what carries over to the next line."""
    found: list[Proposition] = []
    openings = {quotation.first - 1: quotation for quotation in line.quotations}
    for sentence in line.sentences:
        scene = Scene(layout.text, layout.tokens, sentence.first, sentence.last, openings, layout.row)
        voices = Voices(scene, carry)
        told = _Reading(layout, line, sentence, scene, voices).propositions()
        if found and line.role == "headline" and layout.tokens[sentence.first].form in words_of("headline.goes.on"):
            told = [goes_on_saying(found[-1], one) for one in told]
        found += told
        carry = with_introduced(scene, voices.carry, told)
    return found, carry


@dataclass(slots=True)
class _Reading:
    """One sentence being read."""

    layout: Layout
    line: Line
    sentence: Sentence
    scene: Scene
    voices: Voices
    frame: tuple[Span, ...] = ()  # what tells of the first saying in the sentence

    def propositions(self) -> list[Proposition]:
        """The propositions of the sentence, in text order."""
        found: list[Proposition] = []
        for segment in find_segments(self.scene, self.line.role == "headline", self.voices.carry):
            if found and segment.report is None and describes_source(self.scene, found[-1], segment):
                continue
            if found and segment.report is None and (resumed := self._resumed(found[-1], segment)):
                found[-1:] = resumed
            else:
                found += self._attributed(segment) if segment.report is not None else self._narrated(segment)
        return found

    def _resumed(self, before: Proposition, segment: Segment) -> list[Proposition]:
        """A proposition with what goes on behind its source, and the clauses joined to it; nothing where none does."""
        tokens, first, last = self.layout.tokens, segment.first, segment.last
        if (when := self._told_when(before, segment)) is not None:
            return when
        joined = next(
            (
                i
                for i in range(first + 1, last)
                if (word(tokens[i].form).joined and word(tokens[i].form).verb is not None)
                or (tokens[i - 1].form in COMMAS and i > first + 1 and has_class(tokens, i, last, "ie"))
            ),
            last,
        )
        if has_verb(tokens, first, joined) and not completes(self.layout, before, first, joined):
            return []
        whole = with_rest(self.layout, before, segment._replace(last=joined))
        if whole is before:
            return []
        behind = self._narrated(segment._replace(first=joined)) if joined < last else ()
        return [
            whole,
            *(before._replace(span=told.span, sentence=told.sentence, subject=told.subject) for told in behind),
        ]

    def _told_when(self, before: Proposition, segment: Segment) -> list[Proposition] | None:
        """What a source says behind a few words of it, from «حين» on: «بدأت، بحسب فلان، | حين هاجم …»."""
        tokens, first = self.layout.tokens, segment.first
        while first < segment.last and tokens[first].kind == "mark" and not counts_in_brackets(tokens, first):
            first += 1
        short = len(self.layout.text[slice(*before.span)].split()) <= _FEW
        if first >= segment.last or not (short and before.rules[0].startswith("ar.source") and before.speaker):
            return None
        if tokens[first].form not in words_of("when") and not awaits(self.layout, before, first):
            return None
        told = [
            before._replace(span=p.span, sentence=p.sentence, subject=p.subject, ahead=p.ahead)
            for p in self._narrated(segment)
        ]
        return [told[0]._replace(ahead=before.span, subject=None), *told[1:]] if told else None

    def _attributed(self, segment: Segment) -> Iterator[Proposition]:
        """The propositions of a stretch that somebody reported says."""
        report = segment.report
        assert report is not None
        speaker = self.scene.span(report.speaker)
        owner = self.voices.owner(report)
        named = speaker or told_by(self.scene, report, self.voices.carry)
        holder = named or self.voices.of_clause((segment.first, segment.last), report) or self.voices.carried(report)
        holder = None if report.unnamed else holder or said_in_paper(self.scene, report, self.voices.carry)
        if (asked := for_whom(self.scene, report)) is not None:
            holder = spoken_for(self.scene, self.voices.carried(asked), asked.agreement) or holder
        holder = self.voices.told_of_age(report.speaker) or holder
        if report.relay is not None and (passing := self.scene.span(report.relay)) is not None:
            self.voices.passed_on(passing)
        if holder is not None:
            self.voices.remember(holder, report)
        if report.scope == "none":
            return
        reports = self._reporting(report)
        aside, tokens = False, self.layout.tokens
        marked = tokens[report.cue].kind == "mark"
        cue = None if marked else self.scene.span((report.cue, report.cue + 1), bare=True)
        previous: Range | None = None
        behind: Range | None = None
        for first, last in self._undertaken(segment, report):
            did = acts(tokens, first, last, segment.first, report)
            aside = aside or turns_aside(tokens, first, last, segment.first, report)
            silent = said_nothing(tokens, first, report)
            denies = led_by_denied(tokens, first, last, report)
            comment = did or aside or silent or denies or self._is_comment(first, segment)
            comment = comment or remarks(tokens, first, last, segment.first, report)
            alone = may_be_one_word(tokens, first, last, report)
            proposition = self._proposition(first, last, 2 - alone)
            left_over = (first > segment.first and is_remainder(tokens, first, last)) or bids(tokens, first, last)
            if proposition is None or left_over or only_points(tokens, first, last):
                continue
            ahead, behind = told_before(self.layout, behind, first), (first, last)
            if report.rule == COUNTED and (colon := colon_before(tokens, self.sentence.first, first)):
                ahead = trim(self.layout.text, self.sentence.start, tokens[colon].start)
            who, meant = bool(has_class(tokens, first - 1, first, "who")), tokens[first].form in AND_HE
            if comment:
                self.voices.contest(first, last)
                his = silent or has_class(tokens, first, last, "asking")
                subject = holder if his or (did and leaves_subject_out(tokens, first, report)) else None
                subject = self.voices.subject(first, last, previous, False) if who or (meant and alone) else subject
                if ahead is not None and (denies or accuses(tokens, report) or gainsays(tokens, first)):
                    ahead = Span(tokens[report.start].start, ahead.end)  # «[اتهمت النقابة الشركة …،] وهو ما نفته»
                yield proposition._replace(subject=subject, ahead=ahead, rules=("ar.narrator.comment",))
                continue
            joined = word(tokens[first].form).joined or is_stipulated(tokens, first) or meant
            right_behind = previous is not None and previous[1] == first and tokens[first - 1].kind == "word"
            follows = previous is not None and (joined or who or right_behind)
            subject = self.voices.subject(first, last, previous, False) if follows else None
            if previous is None and segment.subject is not None:
                subject = self.voices.supply((first, last), segment.subject)
                acting = any(word(token.form).verb for token in tokens[first : first + 2])
                ahead, subject = (ahead, subject) if acting else (subject, None)
            if has_class(tokens, first, last, "that+") or tokens[first].form in words_of("whom.it"):
                subject = self.voices.meant(first, report, holder)
            self.voices.tell(first, last)
            previous = (first, last)
            told_why = report.force in DENYING and gives_reason(tokens, report.content[0], first)
            denied = report.force in DENYING and not (told_why or quotes_reason(tokens, first))
            yield Proposition(
                proposition.span,
                ahead=ahead,
                subject=subject,
                sentence=proposition.sentence,
                headline=proposition.headline,
                mode="direct_quote" if self._is_quoted(proposition.span, first, report) else "indirect_speech",
                cue=None if told_why else cue,
                speaker=speaker,
                holder=holder,
                relay=self.scene.span(report.relay),
                denied=denied,
                certainty="hinted" if report.force == "hint" else proposition.certainty,
                force=report.force,
                reporting=reports,
                rules=(report.rule,),
                owner=owner,
                earlier=had_said(tokens, report),
            )

    def _undertaken(self, segment: Segment, report: Report) -> Iterator[Range]:
        """The clauses of a report; of what somebody promises, each act with a figure or time of its own."""
        for first, last in self._clauses(segment):
            second = second_act(self.layout.tokens, first, last) if report.force == "promise" else 0
            yield from ((first, second), (second, last)) if second else ((first, last),)

    def _reporting(self, report: Report) -> tuple[Span, ...]:
        """What tells of the saying: from the head of the sentence for its first report, or the source.

        A participle goes on with the saying before: «قالت في بيان مساء أمس إن …، معلنة أن …».
        """
        tokens = self.layout.tokens
        first, last = report.content if report.scope == "sentence" else (report.start, report.content[0])
        anew = not CONTRASTS.isdisjoint(class_names(tokens[first].form))
        first = first if report.scope == "sentence" or self.frame or anew else min(first, self.sentence.first)
        own = told_of_saying(tokens, first, last)
        goes_on = self.frame if report.carried and report.scope == "content" else ()
        self.frame = self.frame or (Span(tokens[min(report.cue, last - 1)].start, tokens[last - 1].end),)
        return (*goes_on, *own)

    def _is_quoted(self, span: Span, first: int, report: Report) -> bool:
        """Whether words are the speaker's own: more than half in quotation marks, or a headline in the first person."""
        if quoted_share(self.line, span) > 0.5:
            return True
        if report.rule != "ar.headline.colon":
            return False
        return speaks_of_us(self.layout.text, self.layout.tokens, first, report.content[1])

    def _clauses(self, segment: Segment) -> Iterator[Range]:
        """The clauses of a stretch, inner sentences and quotations' ends respected."""
        tokens, inner = self.layout.tokens, self.sentence.inner
        at = max(0, bisect_right(inner, segment.first, key=lambda part: part[0]) - 1)
        for n in range(at, len(inner)):
            first, last = inner[n]
            if first >= segment.last:
                break
            begin, end = max(first, segment.first), min(last, segment.last)
            if begin < end and asks(tokens, begin, end):
                end = asked_from(tokens, begin, end)
            if begin < end:
                yield from split_clauses(tokens, begin, end)

    def _is_comment(self, first: int, segment: Segment) -> bool:
        """Whether a clause after a closed quotation is the article's own remark: «…»، مستخدمة التسمية …"""
        tokens = self.layout.tokens
        if first < segment.first + 3 or tokens[first - 1].form not in COMMAS:
            return False
        if has_class(tokens, first, segment.last, "asking"):
            return True
        if takes_up(tokens, first, segment.last):
            return not follows_from(tokens, first, segment.last)
        return tokens[first - 2].form in '"»”' and is_circumstance(tokens[first].form)

    def _narrated(self, segment: Segment) -> Iterator[Proposition]:
        """The propositions of a stretch in the article's own voice."""
        segment = before_noun(self.scene, segment)
        segment = segment._replace(last=before_sequel(self.layout.tokens, segment.first, segment.last))
        if is_lead_in(self.layout.tokens, segment.first, segment.last, self.sentence.last, segment.aside):
            return
        previous: Range | None = None
        for n, (first, last) in enumerate(list(self._clauses(segment))):
            first = after_lead(self.layout.tokens, first, last) if n == 0 or first == segment.first else first
            first = past_topic(self.layout.tokens, first, last) if self.line.role == "headline" else first
            if first >= last or not self._says(first, last):
                self.voices.about(teller_of(self.scene, first, last) or denier(self.scene, first, last))
                continue
            proposition = self._proposition(first, last)
            if proposition is not None:
                subject = self.voices.subject(first, last, previous, self.line.role == "headline")
                if not (segment.aside or has_class(self.layout.tokens, first - 1, first, "who")):
                    self.voices.note(past_lead(self.scene, first, last), last)
                    if takes_up(self.layout.tokens, first, last):
                        self.voices.contest(first, last)
                ahead, previous = told_before(self.layout, previous, first), (first, last)
                rule = "ar.narrator.aside" if segment.aside else "ar.narrator"
                aside = segment.aside and not segment.beside and not has_own_subject(self.scene, first, last)
                subject = self.voices.holder if aside else subject
                if segment.beside and subject is None and has_class(self.layout.tokens, first - 1, first, "who"):
                    subject = self.scene.span(described(self.scene, first - 1))  # «بنك «…»، الذي | تأسس عام 1984»
                yield proposition._replace(subject=subject, ahead=ahead, rules=(rule,))

    def _says(self, first: int, last: int) -> bool:
        if self.line.role == "headline":
            return announces(self.layout.tokens, first, last)
        return asserts(self.layout.tokens, first, last, self.sentence)

    def _proposition(self, first: int, last: int, fewest: int = 2) -> Proposition | None:
        """The proposition of a clause, its span trimmed; `None` where fewer than `fewest` words are left."""
        tokens, text = self.layout.tokens, self.layout.text
        while first < last and only_opens(tokens, first, last):
            first += 1
        if first < last and is_function_word(tokens[first].form):
            first = after_conjunctions(tokens, first, last)
        while first < last and only_closes(tokens, last - 1, last):
            last -= 1
        if first >= last or not has_enough(tokens, first, last, fewest) or is_only_placed(tokens, first, last):
            return None
        span = trim(text, tokens[first].start, tokens[last - 1].end)
        if span.end <= span.start or span.start > tokens[last - 1].start:
            return None
        sentence = trim(text, self.sentence.start, self.sentence.end)
        certainty, headline = certainty_of(tokens, first, last), self.line.role == "headline"
        return Proposition(span, "narrator", sentence, certainty=certainty, headline=headline)
