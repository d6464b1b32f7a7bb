"""The words of the English calendar, found at a token, and the tense around a date."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import Row
from factcheck.extract.en_numbers import number_words
from factcheck.extract.when import When
from factcheck.lang import rows

Read = tuple[When, int]  # what was said, and the index after it


_MODALS = frozenset(("will", "shall", "would", "won't", "upcoming", "could", "might"))


@cache
def _table() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Role to first word to phrases, longest first."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for words, role, value, *_ in rows("en", "calendar"):
        phrase = tuple(words.split())
        table.setdefault(role, {}).setdefault(phrase[0], []).append((phrase, value))
    for by_first in table.values():
        for phrases in by_first.values():
            phrases.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _openers() -> frozenset[str]:
    roles = ("month", "weekday", "weekday_short", "day", "daypart", "direction", "part", "relation", "season")
    firsts = {first for role in roles for first in _table()[role]}
    return frozenset(
        firsts
        | {"the", "between", "from", "q", "a", "an", "over", "year", "month", "week", "that"}
        | set(number_words())
    )


def opens(form: str, kind: str) -> bool:
    """Whether a date can begin with this token."""
    return kind == "number" or (kind == "word" and form in _openers())


def match(row: Row, i: int, role: str) -> tuple[str, int] | None:
    """The value of a phrase of `role` at token `i` and the index after it."""
    for phrase, value in _table()[role].get(row.form(i), ()):
        if all(row.form(i + k) == phrase[k] for k in range(1, len(phrase))):
            return value, i + len(phrase)
    return None


def tense_at(row: Row, first: int, last: int) -> int:
    """1 when a mark of the future governs the date, else 0: before it in its sentence, or right after it at the start."""
    if row.form(first) == "by":
        return 1
    marks = _table()["future"]
    for k in range(first - 1, max(-1, first - 13), -1):
        form = row.form(k)
        if row.kind(k) == "line" or form in (".", "?", "!", ";"):
            break
        if (
            (form in marks and (form in _MODALS or row.form(k + 1) in ("to", "for", "on")))
            or form.endswith("'ll")
            or (form == "to" and row.form(k + 1) == "be")
        ):
            return 1
        if form in ("said", "announced", "told") and k < first - 1:
            break
    if first == 0 or row.kind(first - 1) == "line" or row.form(first - 1) in (".", "?", "!", "on", "in", '"', "“"):
        for k in range(last, min(last + 6, len(row.tokens))):
            if row.form(k) in (".", "?", "!"):
                break
            if row.form(k) in ("will", "shall", "won't"):
                return 1
    return 0
