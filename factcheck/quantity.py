"""Numbers as a text gives them: closed or half-open intervals, and how two of them stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

QuantityKind = Literal["cardinal", "at_least", "at_most", "about", "range", "percent", "money", "ordinal", "duration"]
IntervalRelation = Literal["equal", "entails", "entailed_by", "overlaps", "disjoint"]


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
