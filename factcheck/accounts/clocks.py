"""Claims that give one moment differently: a time of day beside another, so long before or after one thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factcheck.accounts.answers import Claims
from factcheck.accounts.counted import sort_of
from factcheck.accounts.signs import signs_of, word_forms
from factcheck.accounts.timing import Timing
from factcheck.claim import ARTICLE, Claim
from factcheck.extract.amounts import Row
from factcheck.extract.clock import Clock
from factcheck.extract.dates import clocks_in
from factcheck.quantity import Quantity
from factcheck.text import Span, Token

WINDOW = 3
LINES = 1
EQUAL = 5  # minutes by which two times of day may differ and be one
NEAR = 30  # minutes that "around" leaves open
_REACH = 6  # words between "before" and the length of time it goes with


class _Moment(NamedTuple):
    """What a claim says of when: a time of day, or so many seconds before (-) or after (+) something."""

    clock: Clock | None
    shift: float | None
    from_that: bool  # the shift is from what was said before: "an hour earlier", `قبل ذلك بساعة`
    span: Span  # in the article
    about: bool


def find_moments(claims: Claims) -> list[Timing]:
    """The pairs in which two sources give one moment differently. Each claim meets the last `WINDOW` before it."""
    moments = [_moment(claims, i) for i in range(len(claims.all))]
    return [
        timing
        for second, moment in enumerate(moments)
        if moment is not None
        for timing in _before(claims, moments, second)
    ]


def _before(claims: Claims, moments: list[_Moment | None], second: int) -> Iterator[Timing]:
    b = moments[second]
    for first in range(second - 1, max(-1, second - 1 - WINDOW), -1):
        a = moments[first]
        if a is None or b is None or not _may_meet(claims, first, second):
            continue
        next_to = second - first == 1
        common = claims.words[first] & claims.words[second] - claims.measuring(first) - claims.measuring(second)
        if not (next_to or common):
            continue
        told = (claims.text_of(first, a.span), claims.text_of(second, b.span))
        if a.clock is not None and b.clock is not None:
            apart = a.clock.apart(b.clock)
            if apart >= EQUAL:
                open_ = (a.about or b.about) and apart <= NEAR
                yield Timing(first, second, told, "compatible" if open_ else "contradicts")
                return
        elif (a.clock is not None and b.from_that and next_to) or _shifted_apart(a, b, bool(common)):
            yield Timing(first, second, told, "contradicts")
            return


def _shifted_apart(a: _Moment, b: _Moment, joined: bool) -> bool:
    """Whether two moments stand on two sides of one thing, or so far from it that they are two."""
    if a.shift is None or b.shift is None or a.from_that or b.from_that or not joined:
        return False
    return (a.shift < 0) != (b.shift < 0) or max(abs(a.shift), abs(b.shift)) >= 2 * min(abs(a.shift), abs(b.shift))


def _may_meet(claims: Claims, first: int, second: int) -> bool:
    """Whether two sources, with no third between them, speak near each other, and of no two days."""
    a, b = claims.all[first], claims.all[second]
    voices = (claims.voices[first], claims.voices[second])
    if voices[0] == voices[1] or ARTICLE in voices or a.same_as or b.same_as or a.denied or b.denied:
        return False
    if claims.in_headline(first) or claims.line(second) - claims.line(first) > LINES:
        return False
    days = (_own_days(a), _own_days(b))
    return claims.neighbours(first, second) and not (days[0] and days[1] and days[0].isdisjoint(days[1]))


def _own_days(claim: Claim) -> frozenset[date]:
    own = (d for d in claim.dates if claim.start <= d.start < claim.end and d.grain == "day")
    return frozenset(d.low for d in own if d.low is not None)


def _moment(claims: Claims, i: int) -> _Moment | None:
    claim, tokens = claims.all[i], claims.tokens[i]
    clocks = clocks_in(Row(claim.exact, tokens), claims.lang)
    if clocks:
        clock = clocks[0]
        start, end = tokens[clock.first].start, tokens[clock.last - 1].end
        span = Span(claim.start + start, claim.start + end)
        return _Moment(clock, None, False, span, "around" in claims.signs_near(i, start - 16, start))
    for quantity in claim.quantities:
        if sort_of(quantity)[0] == "time" and quantity.low is not None:
            found = _shift(tokens, quantity, claim.start, claims.lang)
            if found is not None:
                sign, from_that = found
                seconds = sign * quantity.low * sort_of(quantity)[1]
                return _Moment(None, seconds, from_that, Span(quantity.start, quantity.end), False)
    return None


def _shift(tokens: list[Token], quantity: Quantity, offset: int, lang: str) -> tuple[int, bool] | None:
    """Whether a length of time goes back or forth from something, and whether from what was just said."""
    words = [token for token in tokens if token.kind == "word" or token.kind == "number"]
    start, end = quantity.start - offset, quantity.end - offset
    before = [t.form for t in words if t.end <= start][-_REACH:]
    behind = [t.form for t in words if t.start >= end][:1]
    if lang == "en":
        signs = signs_of(behind, lang)
        if not {"earlier than", "later than"} & signs:
            return None
        sign = -1 if "earlier than" in signs else 1
        return sign, behind[0] in ("earlier", "later")
    lead = [t.form for t in words if t.start < start <= t.end + 1 or t.start <= start < t.end]
    if not any(form.startswith("ب") for form in (*lead, *before[-1:])):
        return None
    for k in range(len(before) - 1, -1, -1):
        signs = signs_of(before[k : k + 1], lang)
        if {"earlier than", "later than"} & signs:
            return (-1 if "earlier than" in signs else 1), before[k + 1 : k + 2] == ["ذلك"]
    return None


__all__ = ["find_moments", "word_forms"]
