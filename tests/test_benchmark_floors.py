"""The floors of the benchmarks are ratios that a regression trips, and every one of them is measured somewhere."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))
from figures import FLOORS, Figures


def test_every_floor_is_one_bound_in_words_and_is_measured() -> None:
    measured = "\n".join(path.read_text("utf-8") for path in FLOORS.parent.glob("test_*.py"))
    names = {re.sub(r"\{.*?\}", "*", name) for name in re.findall(r"figures\.ratio\(\s*f?\"([^\"]+)\"", measured)}
    patterns = [re.compile(re.escape(name).replace(r"\*", r"\w+")) for name in names]
    for name, floor in Figures().floors.items():
        assert len({"at_most", "at_least"} & set(floor)) == 1 and set(floor) <= {"what", "at_most", "at_least"}
        assert str(floor["what"]) and any(pattern.fullmatch(name) for pattern in patterns), name


@pytest.mark.parametrize("name", Figures().floors)
def test_a_regression_trips_its_floor_and_the_bound_itself_does_not(name: str) -> None:
    figures = Figures()
    floor = figures.floors[name]
    bound, worse = (float(floor["at_most"]), 1.01) if "at_most" in floor else (float(floor["at_least"]), 0.99)
    figures.ratio(name, bound)
    with pytest.raises(AssertionError, match=name):
        figures.ratio(name, bound * worse)
    figures.ratio(name, bound * worse, asserted=False)
    assert "missed" in figures.table() and "not judged" in figures.table() and name not in figures.missing()


def test_the_table_names_every_figure_its_floor_and_the_kind_of_machine_and_no_host() -> None:
    figures = Figures()
    figures.ratio("ledger_verdict", 1.5, "0.10 ms")
    table = figures.table()
    assert "| 1.50 | ≤ 2.5 | 0.10 ms |" in table and "cores" in table and "load" in table
    assert "engine_to_rules" in figures.missing() and "ledger_verdict" not in figures.missing()
