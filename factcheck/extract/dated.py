"""A date expression found in a row of tokens, before it is resolved."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.amounts import Row
from factcheck.extract.when import When


class Expression(NamedTuple):
    """The words `tokens[first:last]` and what they say; `start` and `end` are offsets into the text."""

    first: int
    last: int
    start: int
    end: int
    when: When


class Numeric(NamedTuple):
    """A date written in three numbers: the two beside the year in the order they stand, the year leading or not."""

    year: int
    first: int
    second: int
    year_leads: bool
    mark: str
    last: int


def numeric_date(row: Row, i: int) -> Numeric | None:
    """`30/10/2024`, `2024-10-30`, `30.10.2024` at token `i`; which of the two is the month is the language's to say."""
    form = row.form(i)
    parts, last, mark = form.split("."), i + 1, "."
    if len(parts) == 1:
        mark = row.form(i + 1)
        if mark not in ("/", "-") or row.form(i + 3) != mark or {row.kind(i + 2), row.kind(i + 4)} != {"number"}:
            return None
        parts, last = [form, row.form(i + 2), row.form(i + 4)], i + 5
        if row.form(last) == mark and row.kind(last + 1) == "number":
            return None
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        return Numeric(a, b, c, True, mark, last)
    if len(parts[2]) == 4 and len(parts[0]) <= 2 and len(parts[1]) <= 2:
        return Numeric(c, a, b, False, mark, last)
    return None
