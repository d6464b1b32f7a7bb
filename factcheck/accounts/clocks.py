"""Claims that give one moment differently: a time of day beside another, so long before one thing or after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.accounts.context import Claims
from factcheck.accounts.counted import MOST, side_of, sort_of
from factcheck.accounts.events import weekdays
from factcheck.accounts.signs import phrases_in
from factcheck.accounts.timing import Timing
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Relation
from factcheck.lang import rows
from factcheck.lang.stems import words_of
from factcheck.text import fold, tokenise

WINDOW = 12
LINES = 1  # over which two times of day meet; `FAR` where the claims share two words more
FAR = 3
BESIDE = 2  # claims by which two times of day next to each other need share nothing
AFTER = 3  # claims by which a time of day that answers when comes behind the one it answers
EQUAL = 5  # minutes by which two times of day may differ and be one
NEAR = 30  # minutes that "around" leaves open
_ALIKE = "one thing: "  # what opens the sign of words that name one thing: gunfire
_ARRIVAL = _ALIKE + "arrival"
_CALL = _ALIKE + "call"
_FIGHTING = _ALIKE + "gunfire"
_DAY = 24 * 60
_GRAINS = ("day", "month")
_PRAYER = fold("صلاة")
# the hours of the day around which a prayer falls, whatever the season
_PRAYERS = {fold(name): hours for name, hours in {
    "الفجر": (4, 6), "الظهر": (12, 14), "العصر": (15, 17), "المغرب": (17, 20), "العشاء": (19, 22), "الجمعة": (12, 14),
    "التراويح": (20, 23),
}.items()}  # fmt: skip
_BOUND, _WORD = 12, 8  # characters before a time of day, and of its own first words, in which "before" bounds it
_NAMING = 3  # words before a time of day that only name what it is of: "the derailment at"
_LEAD = 16  # characters before a time of day in which "around" belongs to it


class _Moment(NamedTuple):
    """What a claim says of when: the minutes of the day it can be, or the seconds before (-) or after (+) something.

    `from_that` says that it is told from what was said before: "an hour earlier", `قبل ذلك بساعة`; `at` is where in the
    claim a time of day begins.
    """

    exact: str
    minutes: tuple[int, ...] = ()
    about: bool = False
    shift: float = 0.0
    from_that: bool = False
    days: tuple[date, date] | None = None
    at: int = 0


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
        if a is None or b is None:
            continue
        shared = claims.words[first] & claims.words[second] - claims.measuring(first) - claims.measuring(second)
        common = len(shared)
        told_next = bool(a.minutes and b.minutes) and _answers_when(claims, moments, first, second, b)
        may_meet = _may_meet(claims, first, second, common, told_next)
        if not may_meet or _ends_one(claims, first) != _ends_one(claims, second):
            continue
        if of_two_stages(claims, first, second):
            continue
        joined = bool(shared - _onsets(claims.lang)) or _both_begin(claims, first, second)
        joined = joined or (second - first <= BESIDE and _of_one_onset(claims, first, second))
        joined = joined or any(
            _is_of_the_incident(claims, i) and claims.words[k] & _happened(claims.lang)
            for i, k in ((first, second), (second, first))
        )
        joined = joined or _before_it_began(claims, (first, a), (second, b))
        joined = joined or told_next or (second - first == 1 and _set_against(claims, first, second))
        if a.minutes and b.minutes and joined:
            apart = min(_apart(x, y) for x in a.minutes for y in b.minutes)
            if apart >= EQUAL:
                relation: Relation = "compatible" if (a.about or b.about) and apart <= NEAR else "contradicts"
                yield Timing(first, second, (a.exact, b.exact), relation)
                return
        elif joined and (
            (a.minutes and b.from_that and second - first == 1) or _on_two_sides(a, b) or _of_two_days(a, b)
        ):
            yield Timing(first, second, (a.exact, b.exact), "contradicts")
            return


def of_two_stages(claims: Claims, first: int, second: int) -> bool:
    """Whether one of two claims tells how a thing set out and the other how it got there: "left port", "reached"."""
    stages = [{sign for sign in claims.signs(i) if sign.startswith("stage: ")} for i in (first, second)]
    return all(len(found) == 1 for found in stages) and stages[0] != stages[1]


def _apart(a: int, b: int) -> int:
    away = abs(a - b) % _DAY
    return min(away, _DAY - away)


def _of_one_onset(claims: Claims, first: int, second: int) -> bool:
    """Whether the second of two claims says no more than when, or when it began, the first what that was."""
    dated = frozenset().union(*(words_of(d.exact, claims.lang) for d in claims.all[second].dates))
    rest = claims.words[second] - dated - claims.measuring(second)
    bare = bool(phrases_in(claims.tokens[second][:1], claims.lang, "it"))
    both = all("onset" in claims.signs(i) for i in (first, second))
    return (bare and len(rest) <= 1) or (both and (bare or not rest - _onsets(claims.lang)))


def _both_begin(claims: Claims, first: int, second: int) -> bool:
    """Whether two claims say of one thing, by words that news uses for it, that it began (shots, the fighting), that
    help was called, or that somebody came, late as one of them has it.
    """
    alike = {sign for sign in claims.signs(first) & claims.signs(second) if sign.startswith(_ALIKE)}
    return bool(alike) and (
        _CALL in alike
        or (_ARRIVAL in alike and "late" in claims.signs(first) | claims.signs(second))
        or all("onset" in claims.signs(i) for i in (first, second))
    )


def _is_of_the_incident(claims: Claims, i: int) -> bool:
    """Whether a claim says no more than when what the story tells of was: "the incident took place at about 8 a.m."."""
    if "incident" not in claims.signs(i):
        return False
    dated = frozenset().union(*(words_of(d.exact, claims.lang) for d in claims.all[i].dates))
    return not claims.words[i] - dated - claims.measuring(i) - _incidents(claims.lang) - _onsets(claims.lang)


@cache
def _happened(lang: str) -> frozenset[str]:
    """The roots of what "the incident" can take up: an attack, a collision, a blast."""
    said = (row[1] for row in rows(lang, "contrast") if row[0] in ("incident", "is an incident"))
    return frozenset().union(*(words_of(phrase, lang) for phrase in said))


@cache
def _incidents(lang: str) -> frozenset[str]:
    said = (row[1] for row in rows(lang, "contrast") if row[0] in ("incident", "took place"))
    return frozenset().union(*(words_of(phrase, lang) for phrase in said))


def _before_it_began(claims: Claims, *told: tuple[int, _Moment]) -> bool:
    """Whether the first word of a thing came before another claim has it begin: "the first call came at seven"."""
    return any(
        "first" in claims.signs(i) and "onset" in claims.signs(k) and max(a.minutes, default=_DAY) < min(b.minutes)
        for (i, a), (k, b) in (told, told[::-1])
        if b.minutes
    )


def _set_against(claims: Claims, first: int, second: int) -> bool:
    """Whether two sources of one sentence are set against each other: "while one said at four, the other at two"."""
    together = claims.line(first) == claims.line(second) and not claims.leads(second)
    return together and "contrast" in claims.signs_from_before(second)


def _ends_one(claims: Claims, i: int) -> bool:
    """Whether a claim says when something was over."""
    return "over" in claims.signs(i)


@cache
def _onsets(lang: str) -> frozenset[str]:
    """The roots of the words that say only that something began, or lead a time: they make no two things one."""
    began = [row[1] for row in rows(lang, "contrast") if row[0] == "onset"]
    timed = [row[0] for row in rows(lang, "calendar") if row[1] in ("clock_lead", "clock_link", "clock_half")]
    return frozenset().union(*(words_of(phrase, lang) for phrase in began + timed))


def _of_two_days(a: _Moment, b: _Moment) -> bool:
    """Whether two moments, told without a time of day, are of two days."""
    if a.days is None or b.days is None:
        return False
    return a.days[1] < b.days[0] or b.days[1] < a.days[0]


def _on_two_sides(a: _Moment, b: _Moment) -> bool:
    """Whether two moments lie on two sides of one thing, or one far farther from it than the other."""
    if not a.shift or not b.shift or a.from_that or b.from_that:
        return False
    near, far = sorted((abs(a.shift), abs(b.shift)))
    return (a.shift < 0) != (b.shift < 0) or far >= 2 * near


def _answers_when(claims: Claims, moments: list[_Moment | None], first: int, second: int, time: _Moment) -> bool:
    """Whether the second of two times of day next to each other answers when what the first is of was: in one paragraph
    it says little else, insists on the time, or has the same "she" go; it puts the start of the first thing at it.
    """
    near = second - first <= AFTER and claims.line(second) - claims.line(first) <= LINES
    between = (moments[k] for k in range(first + 1, second))
    if not near or any(moment is not None and moment.minutes for moment in between):
        return False
    told = claims.words[second] - words_of(time.exact, claims.lang) - claims.measuring(second)
    alike = all(_FIGHTING in claims.signs(i) for i in (first, second))
    of_it = not told - _onsets(claims.lang) - claims.words[first] or (alike and len(told - _onsets(claims.lang)) <= 1)
    if of_it and "its onset" in claims.signs(second):
        return True  # "put the start of the shooting at 6:20"
    if claims.line(first) != claims.line(second):
        return False
    insisted = "bounds a time" in claims.signs_near(second, time.at - _BOUND, time.at + _WORD)
    pronouns = [claims.tokens[i][0].form for i in (first, second) if claims.tokens[i]]
    stages = [{sign for sign in claims.signs(i) if sign.startswith("stage: ")} for i in (first, second)]
    one = pronouns in (["she", "she"], ["he", "he"]) and bool(stages[0] & stages[1])
    before, opens = sum(token.end <= time.at for token in claims.tokens[second]), claims.tokens[second][:1]
    named = len(told) <= 1 and before <= _NAMING and not phrases_in(opens, claims.lang, "somebody")
    return insisted or one or named


def _may_meet(claims: Claims, first: int, second: int, common: int, told_next: bool) -> bool:
    """Whether two sources speak near each other, with no third between them unless they share words, of no two days."""
    a, b = claims.all[first], claims.all[second]
    voices = (claims.voices[first], claims.voices[second])
    if voices[0] == voices[1] or ARTICLE in voices or a.same_as or b.same_as or a.denied or b.denied:
        return False
    whole = any(_is_of_the_incident(claims, i) for i in (first, second)) or _both_begin(claims, first, second)
    if claims.in_headline(first) or claims.line(second) - claims.line(first) > (FAR if common > 1 or whole else LINES):
        return False
    left, right = (own_days(one, claims.lang) if any(d.clock for d in one.dates) else frozenset() for one in (a, b))
    near = common > 1 or whole or told_next or claims.neighbours(first, second)
    one = common > 1 or (common > 0 and all(_FIGHTING in claims.signs(i) for i in (first, second)))
    return near and not (left and right and left.isdisjoint(right) and not (one and _are_next(left, right)))


def _are_next(left: frozenset[date | int], right: frozenset[date | int]) -> bool:
    """Whether two nights meet: "at eleven on Monday night", "at four on Tuesday morning"."""
    for a, b in ((a, b) for a in left for b in right):
        if isinstance(a, date) and isinstance(b, date):
            if abs((a - b).days) == 1:
                return True
        elif not isinstance(a, date) and not isinstance(b, date) and (a - b) % 7 in (1, 6):
            return True
    return False


def own_days(claim: Claim, lang: str) -> frozenset[date | int]:
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
        return _Moment(told.exact, tuple(_minute(time) for time in told.clock.split("/")), about, at=at)
    prayer = _at_prayer(claims, i)
    if prayer is not None:
        return prayer
    from_that = _from_that(claims, i)
    if from_that:
        return _Moment(from_that, from_that=True)
    for quantity in claim.quantities[:MOST]:
        sign = side_of(tokens, quantity, claim.start, claims.lang) if sort_of(quantity)[0] == "time" else 0
        if sign and quantity.low is not None:
            return _Moment(quantity.exact, shift=sign * quantity.low * sort_of(quantity)[1])
    if "onset" in claims.signs(i) and not claims.is_future(i):
        for d in claim.dates:
            if d.low is not None and d.high is not None and claim.start <= d.start < claim.end and d.grain in _GRAINS:
                return _Moment(d.exact, days=(d.low, d.high))
    return None


def _at_prayer(claims: Claims, i: int) -> _Moment | None:
    """The part of the day of the prayer by which a claim tells when: «بعد صلاة العصر بقليل»."""
    tokens = [token for token in claims.tokens[i] if token.kind == "word"] if claims.lang == "ar" else []
    for token, behind in pairwise(tokens):
        if token.form.removeprefix("ل") == _PRAYER and behind.form in _PRAYERS:
            first, last = _PRAYERS[behind.form]
            told = tuple(range(first * 60, last * 60 + 1, NEAR))
            return _Moment(claims.all[i].exact[token.start : behind.end], told, about=True, at=token.start)
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
