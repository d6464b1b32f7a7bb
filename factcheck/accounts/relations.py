"""How two answers to one question stand to each other: by their intervals, and by what they bound."""

from __future__ import annotations

from factcheck.finding import Relation
from factcheck.quantity import Interval, IntervalRelation, Quantity

ABOUT = 0.05  # "about 80" is met by a figure within a twentieth of it


def relation_of(interval: IntervalRelation, *, scope: bool = False, update: bool = False) -> Relation:
    """`refines` for a newer count; `contradicts` only where no number satisfies both and both bound the same thing."""
    if update:
        return "refines"
    return "contradicts" if interval == "disjoint" and not scope else "compatible"


def widened_relation(first: Interval, second: Interval, reach: float, other: float) -> IntervalRelation:
    """How the first interval stands to the second; two that miss each other by less than their reach overlap."""
    plain = first.relation(second)
    if plain != "disjoint" or not (reach or other):
        return plain
    wide = (first.plus(Interval(-reach, reach)), second.plus(Interval(-other, other)))
    return "disjoint" if wide[0].intersection(wide[1]) is None else "overlaps"


def reach_of(quantity: Quantity, interval: Interval) -> float:
    """How far either end of a value may be off: a twentieth where the text says "about", else nothing."""
    return abs(interval.low) * ABOUT if quantity.kind == "about" and interval.low is not None else 0.0
