"""How two answers to one question stand to each other: by their intervals, and by what they bound."""

from __future__ import annotations

from factcheck.finding import Relation
from factcheck.quantity import Interval, IntervalRelation, Quantity

ABOUT = 0.05  # "about 80" is met by a figure within a twentieth of it


def relation_of(interval: IntervalRelation, *, scope: bool = False, update: bool = False) -> Relation:
    """`contradicts` only where no number satisfies both and both bound the same thing at the same time."""
    if update and interval != "equal":
        return "refines"
    if interval == "disjoint" and not scope:
        return "contradicts"
    return "compatible"


def interval_relation(first: Quantity, second: Quantity, a: Interval, b: Interval) -> IntervalRelation:
    """How the first value, in text order, stands to the second; a figure given as "about" reaches a twentieth wide."""
    plain = a.relation(b)
    if plain != "disjoint":
        return plain
    return "overlaps" if _widened(first, a).relation(_widened(second, b)) != "disjoint" else "disjoint"


def _widened(quantity: Quantity, interval: Interval) -> Interval:
    if quantity.kind != "about" or interval.low is None or interval.high is None:
        return interval
    reach = abs(interval.low) * ABOUT
    return interval.plus(Interval(-reach, reach))
