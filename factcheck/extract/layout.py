"""How a text is laid out: its lines with their roles, the sentences of each line, the quotations, the furniture."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.extract.amounts import Row
from factcheck.text import Span, Token

if TYPE_CHECKING:
    from factcheck.extract.en.tags import Tagged

Role = Literal["headline", "body", "furniture"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that is no part of the story; `why` is page_date, byline, caption, share, heading, sources, credit."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `start`, `end` exclude the marks; `first`, `last` are their half-open tokens."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a line, which never cuts a quotation; `first`, `last` are its half-open tokens in the layout.

    `inner` holds the half-open token ranges of its inner sentences, cut inside quotations too; one when nothing cuts.
    """

    start: int
    end: int
    first: int
    last: int
    inner: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: half-open tokens, sentences (none in furniture) and quotations, in order.

    `after_heading` tells that a heading or other furniture stands between it and the line of the story before it.
    """

    start: int
    end: int
    first: int
    last: int
    role: Role
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    after_heading: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A text and what stands where in it. `starts` holds the offset of each token, `faults` the lines whose
    layout could not be told, which count as body, `row` the tokens with safe look-ups,
    `tagged` the English sentences already tagged by their tokens, `places` the tokens of each form once asked for,
    `named` what each noun means from a token on once asked for, `ranges` the tokens of each span once asked for.

    Token indexes everywhere point into `tokens`, offsets into `text`.
    """

    text: str
    lang: str
    tokens: Sequence[Token]
    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    sources: tuple[Span, ...] = ()
    page_date: date | None = None
    starts: Sequence[int] = ()
    faults: tuple[tuple[Span, Exception], ...] = ()
    row: Row = field(default_factory=lambda: Row("", ()), repr=False, compare=False)
    places: dict[str, list[int]] = field(default_factory=dict, repr=False, compare=False)
    named: dict[str, list[tuple[int, str | None]]] = field(default_factory=dict, repr=False, compare=False)
    ranges: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict, repr=False, compare=False)
    tagged: dict[tuple[int, int], Tagged] = field(default_factory=dict, repr=False, compare=False)

    def token_range(self, span: tuple[int, int]) -> tuple[int, int]:
        """The half-open tokens that begin inside a span."""
        found = self.ranges.get(span)
        if found is None:
            start, end = span
            first = bisect_left(self.starts, start)
            found = self.ranges[span] = first, bisect_left(self.starts, end, first)
        return found


class Carry(NamedTuple):
    """Whom a dropped subject or a pronoun can mean: mentions with their agreement, the latest first; reset at headings.

    Each mention is its span and its agreement, `m`, `f`, `d` (dual), `p` (plural) or `` when it cannot be told.
    `genders` holds the last names of those a pronoun has told the gender of, with it. `introduced` is the person
    that the sentence before is about, who says nothing in it; `quoted` whose own words the sentence before gives.
    """

    speakers: tuple[tuple[Span, str], ...] = ()
    topics: tuple[tuple[Span, str], ...] = ()
    genders: tuple[tuple[str, str], ...] = ()
    introduced: tuple[Span, str] | None = None
    quoted: Span | None = None


def quoted_share(line: Line, span: Span) -> float:
    """The share of a span's characters that stands between quotation marks, from 0 to 1."""
    first = bisect_left(line.quotations, span.start, key=_end_of)
    last = bisect_left(line.quotations, span.end, first, key=_start_of)
    if first == last:
        return 0.0
    inside = sum(min(q.end, span.end) - max(q.start, span.start) for q in line.quotations[first:last])
    return inside / max(1, span.end - span.start)


def _start_of(quotation: Quotation) -> int:
    return quotation.start


def _end_of(quotation: Quotation) -> int:
    return quotation.end
