"""The algebra of intervals."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantity import Interval, Quantity

OPPOSITE = {
    "equal": "equal",
    "entails": "entailed_by",
    "entailed_by": "entails",
    "overlaps": "overlaps",
    "disjoint": "disjoint",
}
ENDS = [None, *(float(x) for x in range(-6, 7))]
INTERVALS = [Interval(a, b) for a, b in product(ENDS, ENDS) if a is None or b is None or a <= b]
PAIRS = list(product(INTERVALS, INTERVALS))
POINTS = [x / 2 for x in range(-16, 17)]
floats = st.floats(-1e12, 1e12)


def members(interval: Interval) -> set[float]:
    """The probe points in an interval; half steps past both ends tell any two small intervals apart."""
    return {point for point in POINTS if point in interval}


def test_two_entails_at_least_one() -> None:
    assert Interval(2, 2).relation(Interval(1, None)) == "entails"
    assert Interval(1, None).relation(Interval(2, 2)) == "entailed_by"


def test_three_and_two_are_disjoint_and_ranges_overlap() -> None:
    assert Interval(3, 3).relation(Interval(2, 2)) == "disjoint"
    assert Interval(1, 3).relation(Interval(2, 5)) == "overlaps"
    assert Interval(None, 5).relation(Interval(5, None)) == "overlaps"


def test_an_interval_turned_round_or_without_number_is_refused() -> None:
    for low, high in ((2, 1), (float("nan"), None), (None, float("inf"))):
        with pytest.raises(ValueError, match="interval"):
            Interval(low, high)


def test_the_laws_are_tried_on_more_than_ten_thousand_pairs() -> None:
    assert len(PAIRS) > 10_000


def test_a_relation_read_the_other_way_round_is_its_opposite() -> None:
    assert all(b.relation(a) == OPPOSITE[a.relation(b)] for a, b in PAIRS)


def test_relations_say_what_sets_say() -> None:
    held = {interval: members(interval) for interval in INTERVALS}
    for a, b in PAIRS:
        first, second, relation = held[a], held[b], a.relation(b)
        assert (relation == "equal") == (first == second)
        assert (relation == "entails") == (first < second)
        assert (relation == "entailed_by") == (first > second)
        assert (relation == "disjoint") == (not first & second)


def test_an_intersection_holds_exactly_what_both_hold() -> None:
    held = {interval: members(interval) for interval in INTERVALS}
    for a, b in PAIRS:
        both = a.intersection(b)
        assert (held[both] if both else set()) == held[a] & held[b]
        assert both == b.intersection(a)


def test_a_hull_is_entailed_by_both_and_reaches_no_further() -> None:
    for a, b in PAIRS:
        hull = a.hull(b)
        assert a.entails(hull) and b.entails(hull)
        assert hull.low in (a.low, b.low) and hull.high in (a.high, b.high)


def test_entailment_is_an_order() -> None:
    small = INTERVALS[::4]
    for a, b, c in product(small, small, small):
        assert a.entails(a)
        assert not (a.entails(b) and b.entails(c)) or a.entails(c)
        assert not (a.entails(b) and b.entails(a)) or a == b


@given(floats, floats, floats, floats)
def test_a_sum_holds_the_sum_of_what_its_parts_hold(a: float, b: float, c: float, d: float) -> None:
    first, second = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    assert a + c in first.plus(second) and b + d in first.plus(second)
    assert first.plus(second) == second.plus(first)
    assert Interval(a, None).plus(second) == Interval(a + min(c, d), None)


@given(floats, floats, st.integers(-9, 9))
def test_a_product_holds_the_products_and_a_negative_factor_turns_round(a: float, b: float, factor: int) -> None:
    interval = Interval(min(a, b), max(a, b))
    assert a * factor in interval.times(factor) and b * factor in interval.times(factor)
    assert interval.times(-1).times(-1) == interval
    assert Interval(a, None).times(-1) == Interval(None, -a)


def test_an_interval_is_shown_as_a_reader_writes_it() -> None:
    shown = [
        str(Interval(*ends))
        for ends in ((2, 2), (1, None), (None, 20), (10, 15), (None, None), (1200000, 1200000), (2.5, 2.5))
    ]
    assert shown == ["2", "≥ 1", "≤ 20", "10-15", "any", "1,200,000", "2.5"]


def test_a_quantity_gives_its_interval() -> None:
    assert Quantity(0, 1, "2", "cardinal", 2, 2).interval == Interval(2, 2)
