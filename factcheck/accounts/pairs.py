"""The pairs of values that answer one question differently: grouped on (block, voice, value), never all with all.

Each distinct answer of a block meets at most the first `LISTED` distinct answers of that block, so the work is linear
in the number of answers however many of them share a block. `factcheck.corpus.compare_accounts` is the columnar twin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import NamedTuple

from factcheck.accounts.relations import relation_of, widened_relation
from factcheck.finding import Relation
from factcheck.quantity import Interval, IntervalRelation

LISTED = 8


class Value(NamedTuple):
    """One answer: the question it meets, who gives it, and the interval.

    `reach` is how far either end may be off ("about 80": 4). Answers with different yardsticks in `scope`, or of which
    one is a `part`, bound different things; an empty scope goes with any. `newer` tells that it replaces older counts,
    `remaining` that it is what is left of an earlier one.
    """

    block: Hashable
    voice: Hashable
    low: float | None
    high: float | None
    reach: float = 0.0
    scope: str = ""
    part: bool = False
    newer: bool = False
    remaining: bool = False


class Pair(NamedTuple):
    """Two answers by their places in what was given, the earlier first, and how they stand."""

    first: int
    second: int
    interval: IntervalRelation
    relation: Relation


def pair_values(values: Iterable[Value]) -> list[Pair]:
    """The pairs of different voices with different values in one block, ordered by the second place, then the first."""
    distinct: dict[Hashable, list[tuple[int, Value]]] = defaultdict(list)
    seen: set[tuple[Hashable, Hashable, float | None, float | None]] = set()
    pairs: list[Pair] = []
    for place, value in enumerate(values):
        key = (value.block, value.voice, value.low, value.high)
        if key in seen:
            continue
        seen.add(key)
        listed = distinct[value.block]
        pairs += [pair for other in listed if (pair := _pair(other, (place, value))) is not None]
        if len(listed) < LISTED:
            listed.append((place, value))
    return pairs


def _pair(earlier: tuple[int, Value], later: tuple[int, Value]) -> Pair | None:
    (first, a), (second, b) = earlier, later
    left, right = Interval(a.low, a.high), Interval(b.low, b.high)
    if a.voice == b.voice or left == right:
        return None
    interval = widened_relation(left, right, a.reach, b.reach)
    update = interval == "disjoint" and (a.newer or b.newer or (b.remaining and _is_below(right, left)))
    scope = a.part != b.part or bool(a.scope and b.scope and a.scope != b.scope)
    return Pair(first, second, interval, relation_of(interval, scope=scope, update=update))


def _is_below(left: Interval, right: Interval) -> bool:
    return left.high is not None and right.low is not None and left.high < right.low
