"""One report in an English sentence: who says what."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.en.mentions import Subject
from factcheck.extract.en.tags import Tagged
from factcheck.extract.layout import Quotation

Range = tuple[int, int]
BARE_FRAMES = frozenset(  # noun phrases with no verb at their head, right behind the cue: "had | the crowd at 6,000"
    ("np", "docnp", "filed", "doing", "onto", "downto", "at", "of", "memory", "traced", "held_at", "made_it", "reached")
) | {"bounded", "tolled", "located", "pinned", "held_so", "asfigure", "deed"}


class Report(NamedTuple):
    """One report: `first` to `last` covers all of it, `contents` what is said. All ranges are half-open tokens.

    `cue` is `None` only for a continued quotation. `asides` are clauses about the speaker that the article asserts.
    """

    first: int
    last: int
    contents: tuple[Range, ...]
    subject: Subject
    cue: Range | None
    force: str
    rule: str
    relay: Range | None = None
    asides: tuple[Range, ...] = ()


def ended(report: Report, end: int) -> Report:
    """The report with its contents ended at token `end`."""
    contents = tuple((first, min(last, end)) for first, last in report.contents if first < end)
    return report._replace(last=min(report.last, end), contents=contents or report.contents[:1])


def quotation_closing_at(s: Tagged, i: int) -> Quotation | None:
    """The quotation whose closing mark, or a comma after it, is token `i`."""
    for q in s.quotations:
        if q.last == i or (q.last == i - 1 and s.form(i) == ","):
            return q
    return None
