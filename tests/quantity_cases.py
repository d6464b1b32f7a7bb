"""The case files of quantities and dates: texts, and what each must give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from factcheck.dates import DateMention
from factcheck.quantity import Quantity

READ_ON = date(2024, 10, 30)  # a Wednesday; the dates of all cases are read on it
_CASES = Path(__file__).parent / "cases"


def cases(lang: str, name: str) -> list[tuple[str, list[str]]]:
    """Each text of a case file with the readings it must give, as `shown` and `shown_date` write them."""
    found = []
    for line in (_CASES / lang / f"{name}.tsv").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            text, _, expected = line.partition("\t")
            found.append((text, [_full(reading.strip()) for reading in expected.split(";") if reading.strip()]))
    return found


def _full(reading: str) -> str:
    """A reading with the open end written out: `at_least 20` is `at_least 20..`."""
    kind, value, *unit = reading.split(" ", 2)
    if kind == "at_least" and ".." not in value:
        value += ".."
    if kind == "at_most" and ".." not in value:
        value = ".." + value
    return " ".join((kind, value, *unit))


def shown(quantity: Quantity) -> str:
    """A quantity as the case files write it: kind, low..high, unit."""
    low, high = _number(quantity.low), _number(quantity.high)
    return " ".join(filter(None, (quantity.kind, low if low == high else f"{low}..{high}", quantity.unit)))


def shown_date(mention: DateMention) -> str:
    """A date as the case files write it: kind, first..last day, or `?` where it is unresolved."""
    low, high = mention.low or "", mention.high or ""
    return f"{mention.kind} {'?' if low == high == '' else low if low == high else f'{low}..{high}'}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")
