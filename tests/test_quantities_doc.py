"""The table of what the engine reads is run, line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from quantity_cases import READ_ON, shown, shown_date

from factcheck.article import find_lang
from factcheck.extract.dates import find_dates
from factcheck.extract.quantities import find_quantities

PAGE = (Path(__file__).parent.parent / "docs/quantities-and-dates.md").read_text("utf-8")
QUANTITIES, DATES = PAGE.split("\n## Dates\n")
_ROW = re.compile(r"^\| ([^|`]+) \| `([^`]+)` \|(?: `([^`]+)`)? \|$", re.M)


def rows(part: str) -> list[tuple[str, str, list[str]]]:
    return [(what, text, expected.split("; ") if expected else []) for what, text, expected in _ROW.findall(part)]


def test_every_line_of_the_tables_is_read() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("| ") and "`" in line]
    assert len(lines) == len(rows(QUANTITIES)) + len(rows(DATES)) > 80


@pytest.mark.parametrize(("what", "text", "expected"), rows(QUANTITIES))
def test_the_table_of_quantities_is_true(what: str, text: str, expected: list[str]) -> None:
    assert [shown(found) for found in find_quantities(text, find_lang(text))] == expected, what


@pytest.mark.parametrize(("what", "text", "expected"), rows(DATES))
def test_the_table_of_dates_is_true(what: str, text: str, expected: list[str]) -> None:
    assert [shown_date(found) for found in find_dates(text, find_lang(text), READ_ON)] == expected, what
