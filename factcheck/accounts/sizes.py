"""How far two numbers are apart in size."""

from __future__ import annotations

from factcheck.accounts.answers import Answer


def size_weight(a: Answer, b: Answer) -> float:
    """Answers to one question are seldom of different orders of magnitude."""
    ratio = ratio_of(a, b)
    return 1.0 if ratio <= 2 else 0.5 if ratio <= 4 else 0.0 if ratio <= 8 else -1.0 if ratio <= 20 else -2.5


def ratio_of(a: Answer, b: Answer) -> float:
    """How many times one value is the other, by the bounds that are given; 8 where one is nought or below."""
    left = a.interval.high if a.interval.low is None else a.interval.low
    right = b.interval.high if b.interval.low is None else b.interval.low
    if not left or not right or left < 0 or right < 0:
        return 8.0
    return max(left, right) / min(left, right)
