"""Whom a pronoun or a dropped subject means in English: the latest speaker it can agree with."""

from __future__ import annotations

from factcheck.extract.en_mentions import Subject, subject_before
from factcheck.extract.en_reports import Report
from factcheck.extract.en_tags import FINITE, Tagged, words
from factcheck.extract.layout import Carry, Layout
from factcheck.text import Span, tokenise, trim

_KEEP = 8
_OF_PRONOUN = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "it": "n", "its": "n", "they": "p", "their": "p", "them": "p"}


class Voices:
    """The speakers and subjects a line has named so far, the latest first."""

    def __init__(self, layout: Layout, carry: Carry) -> None:
        self.layout = layout
        self.speakers: list[tuple[Span, str]] = list(carry.speakers)
        self.topics: list[tuple[Span, str]] = list(carry.topics)

    def carry(self) -> Carry:
        """What goes on to the next line."""
        return Carry(tuple(self.speakers[:_KEEP]), tuple(self.topics[:_KEEP]))

    def resolve(self, s: Tagged, report: Report) -> tuple[Span | None, Span | None]:
        """The speaker's mention as the contract has it (none for a pronoun), and the mention that tells the holder."""
        subject = report.subject
        if subject.pronoun:
            return None, self._meant_by(subject.pronoun, s.tokens[subject.first].start if subject.first < s.last else None)
        if subject.first >= subject.last:
            return None, self.speakers[0][0] if self.speakers else None
        span = trim(s.text, s.tokens[subject.first].start, s.tokens[subject.last - 1].end)
        self._note(self.speakers, span, gender_of(s.text[span.start : span.end]))
        return span, span

    def continued_quotation(self, s: Tagged) -> Report | None:
        """A sentence that is a quotation and no more goes on with the words of the latest speaker."""
        marked = [k for k in range(s.first, s.last) if s.tag(k) != "M"]
        if not marked or not self.speakers or any(s.outside(k) for k in marked):
            return None
        contents = tuple((q.first, min(q.last, s.last)) for q in s.quotations)
        nobody = Subject(s.first, s.first, s.first, dropped=True)
        return Report(s.first, s.last, contents, nobody, None, "say", "en.report.continued")

    def note_topic(self, s: Tagged, reports: list[Report]) -> None:
        """Remember the subject of a sentence that the article tells itself."""
        if reports:
            return
        for k in range(s.first, s.last):
            if s.tag(k) in FINITE and s.outside(k):
                group = k
                while group > s.first and s.tag(group - 1) in "AXx":
                    group -= 1
                subject = subject_before(s, group, s.first)
                if subject.first < subject.last and not subject.pronoun:
                    span = trim(s.text, s.tokens[subject.first].start, s.tokens[subject.last - 1].end)
                    self._note(self.topics, span, gender_of(s.text[span.start : span.end]))
                return

    def _note(self, mentions: list[tuple[Span, str]], span: Span, agreement: str) -> None:
        mentions.insert(0, (span, agreement))
        del mentions[_KEEP:]

    def _meant_by(self, pronoun: str, before: int | None) -> Span | None:
        """The latest mention a pronoun agrees with; what it settles about that mention is remembered."""
        wanted = _OF_PRONOUN.get(pronoun)
        if wanted is None:
            return self.speakers[0][0] if self.speakers else None
        latest = sorted((*self.speakers, *self.topics), key=lambda mention: -mention[0].start)
        latest = [mention for mention in latest if before is None or mention[0].start <= before]
        for span, agreement in sorted(latest, key=lambda mention: mention[1] == ""):
            if _agrees(wanted, agreement):
                settled = wanted if agreement == "h" and wanted in "mf" else agreement
                self._note(self.speakers, span, settled)
                return span
        return self.speakers[0][0] if self.speakers else None


def _agrees(wanted: str, agreement: str) -> bool:
    if wanted == "n":
        return agreement in ("n", "")
    if wanted == "p":
        return agreement in ("p", "n", "")
    return agreement in (wanted, "h", "")


def gender_of(mention: str) -> str:
    """How pronouns agree with a mention: m, f, h (a person of untold gender), p, n (a body or thing), or empty."""
    tokens = tokenise(mention)
    forms = [token.form for token in tokens if token.kind == "word"]
    if not forms:
        return ""
    if any(form in words("female") for form in forms):
        return "f"
    if any(form in words("male") for form in forms):
        return "m"
    names = [t for t in tokens if t.kind == "word" and mention[t.start].isupper()]
    titled = any(form in words("title") for form in forms)
    if any(form in words("group") | words("document") for form in forms) and not (titled and len(names) >= 2):
        return "n"
    if forms[-1].endswith("s") and forms[0] not in ("mr", "mrs") and not mention[tokens[-1].start].isupper():
        return "p"
    if titled or (len(names) in (1, 2, 3) and len(names) == len(forms)):
        return "h"
    return ""


