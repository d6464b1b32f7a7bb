"""Claims that give one moment differently: a time of day beside another, so long before one thing or after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factcheck.accounts.context import Claims
from factcheck.accounts.counted import side_of, sort_of
from factcheck.accounts.events import weekdays
from factcheck.accounts.signs import phrases_in
from factcheck.accounts.timing import Timing
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Relation
from factcheck.text import tokenise

WINDOW = 3
LINES = 1
EQUAL = 5  # minutes by which two times of day may differ and be one
NEAR = 30  # minutes that "around" leaves open
_DAY = 24 * 60
_LEAD = 16  # characters before a time of day in which "around" belongs to it


class _Moment(NamedTuple):
    """What a claim says of when: the minutes of the day it can be, or the seconds before (-) or after (+) something.

    `from_that` says that it is told from what was said before: "an hour earlier", `قبل ذلك بساعة`.
    """

    exact: str
    minutes: tuple[int, ...] = ()
    about: bool = False
    shift: float = 0.0
    from_that: bool = False


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
        joined = bool(claims.words[first] & claims.words[second] - claims.measuring(first) - claims.measuring(second))
        if a.minutes and b.minutes and (next_to or joined):
            apart = min(_apart(x, y) for x in a.minutes for y in b.minutes)
            if apart >= EQUAL:
                relation: Relation = "compatible" if (a.about or b.about) and apart <= NEAR else "contradicts"
                yield Timing(first, second, (a.exact, b.exact), relation)
                return
        elif (a.minutes and b.from_that and next_to) or (joined and _on_two_sides(a, b)):
            yield Timing(first, second, (a.exact, b.exact), "contradicts")
            return


def _apart(a: int, b: int) -> int:
    away = abs(a - b) % _DAY
    return min(away, _DAY - away)


def _on_two_sides(a: _Moment, b: _Moment) -> bool:
    """Whether two moments lie on two sides of one thing, or one far farther from it than the other."""
    if not a.shift or not b.shift or a.from_that or b.from_that:
        return False
    near, far = sorted((abs(a.shift), abs(b.shift)))
    return (a.shift < 0) != (b.shift < 0) or far >= 2 * near


def _may_meet(claims: Claims, first: int, second: int) -> bool:
    """Whether two sources, with no third between them, speak near each other, and of no two days."""
    a, b = claims.all[first], claims.all[second]
    voices = (claims.voices[first], claims.voices[second])
    if voices[0] == voices[1] or ARTICLE in voices or a.same_as or b.same_as or a.denied or b.denied:
        return False
    if claims.in_headline(first) or claims.line(second) - claims.line(first) > LINES:
        return False
    left, right = _own_days(a, claims.lang), _own_days(b, claims.lang)
    return claims.neighbours(first, second) and not (left and right and left.isdisjoint(right))


def _own_days(claim: Claim, lang: str) -> frozenset[date | int]:
    """The days a claim names itself, the weekdays where no page date makes days of them; a time of day names none."""
    own = [d for d in claim.dates if claim.start <= d.start < claim.end and d.grain == "day"]
    named = [d for d in own if d.clock is None or len(d.exact.split()) > 3]
    told = (weekdays(lang).get(token.form) for d in named if d.low is None for token in tokenise(d.exact))
    return frozenset(d.low for d in named if d.low is not None) | frozenset(day for day in told if day is not None)


def _moment(claims: Claims, i: int) -> _Moment | None:
    claim, tokens = claims.all[i], claims.tokens[i]
    told = next((d for d in claim.dates if d.clock and claim.start <= d.start < claim.end), None)
    if told is not None and told.clock is not None:
        at = told.start - claim.start
        about = "around" in claims.signs_near(i, at - _LEAD, at)
        return _Moment(told.exact, tuple(_minute(time) for time in told.clock.split("/")), about)
    from_that = _from_that(claims, i)
    if from_that:
        return _Moment(from_that, from_that=True)
    for quantity in claim.quantities:
        sign = side_of(tokens, quantity, claim.start, claims.lang) if sort_of(quantity)[0] == "time" else 0
        if sign and quantity.low is not None:
            return _Moment(quantity.exact, shift=sign * quantity.low * sort_of(quantity)[1])
    return None


def _minute(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def _from_that(claims: Claims, i: int) -> str:
    """The words by which a claim dates something from what was said before it; empty for none."""
    tokens = [token for token in claims.tokens[i] if token.kind == "word"]
    for span in phrases_in(tokens, claims.lang, "than that"):
        behind = next((token for token in tokens if token.start >= span.end), None)
        if claims.lang == "en":
            return claims.all[i].exact[span.start : span.end]
        if behind is not None and behind.form.startswith("ب"):
            return claims.all[i].exact[span.start : behind.end]
    return ""
