"""Which dates are a claim's: those in it, those of what reports it, and the one a pair of clauses shares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.claim import Claim
from factcheck.dates import DateMention
from factcheck.extract.dates import dates_in
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.text import Span

_FUTURE = frozenset({"predict", "promise", "threaten", "warn", "schedule", "hearsay.predict"})
_STOPS = frozenset(".،,;؛:!?؟()")
_LOOK = 12  # tokens behind a source in which its statement is dated: «بحسب بيان للوزارة صدر مساء أمس»
_DONE = {"ar": frozenset({"قد"}), "en": frozenset({"have", "had"})}


class Dates:
    """The dates of an article in text order, asked for those of a claim."""

    __slots__ = ("mentions", "page_date", "starts")

    def __init__(self, mentions: Sequence[DateMention], page_date: date | None) -> None:
        self.mentions = [unsettled(mention) for mention in mentions]
        self.starts = [mention.start for mention in mentions]
        self.page_date = page_date

    def within(self, span: Span) -> list[DateMention]:
        """The dates that lie wholly inside a span."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, first)
        return [mention for mention in self.mentions[first:last] if mention.end <= span.end]

    def of(self, layout: Layout, proposition: Proposition) -> list[DateMention]:
        """The dates inside a proposition, read ahead where it looks ahead, those of what goes on behind its source, and
        those of its reporting clause.
        """
        found = self.within(proposition.span)
        if found and any(mention.basis == "page_date" for mention in found) and _looks_ahead(layout, proposition):
            ahead = _ahead(layout, proposition.span, self.page_date)
            kept = (m for m in found if not any(a.start < m.end and m.start < a.end for a in ahead))
            found = [*ahead, *kept]  # "promised to pay | within ten days": the word before the claim tells it
        dated = {mention.start: mention for mention in found}
        for span in () if proposition.rest is None else (proposition.rest,):
            dated |= {mention.start: mention for mention in self.within(span)}
        for span in proposition.reporting:
            clause = _to_its_stop(layout, span) if span.start >= proposition.span.end else span
            dated |= {mention.start: mention for mention in self.within(clause)}
        return [dated[start] for start in sorted(dated)]


def unsettled(mention: DateMention) -> DateMention:
    """A date that rests on the page's date is not settled: nobody has yet said that the page's date is right."""
    return replace(mention, settled=False) if mention.basis == "page_date" else mention


def _looks_ahead(layout: Layout, proposition: Proposition) -> bool:
    """Whether what is said is still to come: forecast, promised; not «يرجح أن تكون قد تسربت»."""
    if proposition.force not in _FUTURE:
        return False
    first, last = layout.token_range(proposition.span)
    return _DONE[layout.lang].isdisjoint(token.form for token in layout.tokens[first:last])


def _ahead(layout: Layout, span: Span, page_date: date | None) -> list[DateMention]:
    """The dates of a stretch that speaks of what is still to come: «الثلاثاء» is the next one."""
    first, last = layout.token_range(span)
    found = dates_in(layout.text, layout.tokens[first:last], layout.lang, page_date, "future")
    return [unsettled(mention) for mention in found]


def _to_its_stop(layout: Layout, span: Span) -> Span:
    """A source behind its claim with the words up to the next mark: they date its statement."""
    _, last = layout.token_range(span)
    for k in range(last, min(last + _LOOK, len(layout.tokens))):
        if layout.tokens[k].kind == "line" or layout.tokens[k].form in _STOPS:
            return Span(span.start, layout.tokens[k].start)
    return span


def share_dates(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims with the times they share with a neighbour in their sentence, where they have none of their own.

    Two events told in one breath have one time: «قتل 11 شخصا وأصيب 47 مساء أمس», "was hit and sank on Monday"; and
    what a clause tells of a time is of that time: "flooded in 2017, when four drowned".
    """
    shared = list(claims)
    for i in range(len(claims) - 2, -1, -1):
        first, second = claims[i], shared[i + 1]
        own = [d for d in second.dates if second.start < d.start and d.end <= second.end]
        if (
            not first.dates and own
            and first.kind == second.kind == "event"
            and (first.mode, first.claimant, first.cue_start) == (second.mode, second.claimant, second.cue_start)
            and text[first.end : second.start].strip() in ("", "and")
            and "\n" not in text[first.end : second.start]
            and own[0].start > (second.start + second.end) // 3
        ):  # fmt: skip
            shared[i] = replace(first, dates=tuple(own))
    for i in range(1, len(claims)):
        told_of = _time_told_of(shared[i - 1], shared[i], text)
        if told_of is not None:
            shared[i] = replace(shared[i], dates=(told_of,))
    return shared


def _time_told_of(first: Claim, second: Claim, text: str) -> DateMention | None:
    """The time that ends the first claim and that the second tells of behind "when": "on Monday | when they signed"."""
    last = first.dates[-1] if first.dates and not second.dates else None
    if (
        last is None
        or last.grain == "interval"
        or not first.start <= last.start < last.end <= first.end
        or first.mode != second.mode
    ):
        return None
    link = text[last.end : second.start].strip(" ,،").lower()
    return last if link in _WHEN else None


_WHEN = frozenset(("when", "حين", "حينما", "عندما", "لما"))
