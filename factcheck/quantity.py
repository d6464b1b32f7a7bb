"""Numbers as a text gives them: closed or half-open intervals, and how two of them stand to each other."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

QuantityKind = Literal["cardinal", "at_least", "at_most", "about", "range", "percent", "money", "ordinal", "duration"]
IntervalRelation = Literal["equal", "entails", "entailed_by", "overlaps", "disjoint"]


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`, both inclusive; an open end is `None`. "At least one" is `Interval(1, None)`.

    Raises `ValueError` when `low` lies above `high` or an end is not a finite number.
    """

    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if end is not None and not math.isfinite(end):
                raise ValueError(f"An interval's end is {end}; give a finite number, or None for an open end.")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(
                f"An interval runs from {self.low} to {self.high}; its low end must not exceed its high end."
            )

    def __contains__(self, value: float) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def relation(self, other: Interval) -> IntervalRelation:
        """How this interval, the first, stands to the second: `[2, 2]` entails `[1, ∞)`, which is entailed by it."""
        if self == other:
            return "equal"
        if self.entails(other):
            return "entails"
        if other.entails(self):
            return "entailed_by"
        return "disjoint" if self.intersection(other) is None else "overlaps"

    def entails(self, other: Interval) -> bool:
        """Whether every number in this interval lies in the other: who says this one says the other too."""
        return (other.low is None or (self.low is not None and self.low >= other.low)) and (
            other.high is None or (self.high is not None and self.high <= other.high)
        )

    def intersection(self, other: Interval) -> Interval | None:
        """The numbers in both, or `None` where there is none."""
        low = _pick(max, self.low, other.low)
        high = _pick(min, self.high, other.high)
        return None if low is not None and high is not None and low > high else Interval(low, high)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(
            None if self.low is None or other.low is None else min(self.low, other.low),
            None if self.high is None or other.high is None else max(self.high, other.high),
        )

    def plus(self, other: Interval) -> Interval:
        """The sums of a number of this and a number of the other: "at least 2" plus "3" is "at least 5"."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
        )

    def times(self, factor: float) -> Interval:
        """The interval with both ends multiplied; a negative factor turns it round."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return Interval(low, high) if factor >= 0 else Interval(high, low)

    def __str__(self) -> str:
        """`2`, `≥ 1`, `≤ 20`, `10-15`, or `any` where both ends are open."""
        if self.low is None:
            return "any" if self.high is None else f"≤ {_plain(self.high)}"
        if self.high is None:
            return f"≥ {_plain(self.low)}"
        return _plain(self.low) if self.low == self.high else f"{_plain(self.low)}-{_plain(self.high)}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. `low` and `high` are inclusive, an open end is `None`; `noun` is the counted thing."""

    start: int
    end: int
    exact: str
    kind: QuantityKind
    low: float | None
    high: float | None
    unit: str | None = None
    noun: str | None = None

    @property
    def interval(self) -> Interval:
        """Its numbers as an `Interval`."""
        return Interval(self.low, self.high)


def _pick(choose: Callable[[float, float], float], a: float | None, b: float | None) -> float | None:
    return b if a is None else a if b is None else choose(a, b)


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
