"""How far two numbers are apart in size."""

from __future__ import annotations

from factcheck.accounts.answers import Answer
from factcheck.claim import ARTICLE

_CLOSE = 3  # claims over which "only so many" is of what was counted before
_MEASURED = frozenset({"length", "area", "volume", "mass", "°C", "°F"})
_DEGREES = frozenset({"°C", "°F"})  # units of one thing only
_ALIKE = 8  # times one measurement may be the other
_FAR = 20  # times one number may be the other


def size_weight(a: Answer, b: Answer) -> float:
    """Answers to one question are seldom of different orders of magnitude."""
    ratio = ratio_of(a, b)
    return 1.0 if ratio <= 2 else 0.5 if ratio <= 4 else 0.0 if ratio <= 8 else -1.0 if ratio <= 20 else -2.5


def is_limit(a: Answer, b: Answer) -> bool:
    """Whether one of two sources heard close to each other says "only so many" of what the other counts."""
    only = "except" in a.signs | b.signs and a.noun is not None and a.noun == b.noun
    return only and 0 <= b.line - a.line <= 1 and b.order - a.order <= _CLOSE and ratio_of(a, b) <= _FAR


def measure_one_thing(a: Answer, b: Answer) -> bool:
    """Whether two sources, a line apart at most, each give no other number than a length or weight in one unit."""
    told = a.sort in _MEASURED and a.quantity.unit == b.quantity.unit and ratio_of(a, b) <= _ALIKE
    alone = all(sum(q.kind != "ordinal" for q in x.claim.quantities) == 1 for x in (a, b))
    answers = "estimate" in b.signs or b.quantity.kind in ("at_least", "at_most")
    told = told and (a.measures == b.measures or answers or a.sort in _DEGREES)
    return told and alone and b.line - a.line <= 1 and ARTICLE not in (a.voice, b.voice)


def ratio_of(a: Answer, b: Answer) -> float:
    """How many times one value is the other, by the bounds that are given; 8 where one is nought or below."""
    left = a.interval.high if a.interval.low is None else a.interval.low
    right = b.interval.high if b.interval.low is None else b.interval.low
    if not left or not right or left < 0 or right < 0:
        return 8.0
    return max(left, right) / min(left, right)
