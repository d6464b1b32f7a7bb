"""Days of English that tell when something was said or counted, not when it came about: "said late Thursday"."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.extract.amounts import Row
from factcheck.extract.en.calendar import table
from factcheck.lang.english import cue_forms, is_verb_form, words

_BEFORE = 7  # tokens before a day among which its reporting verb stands
_PASSED = frozenset(("on", "late", "early", "earlier", "last", "shortly", "just", "before", "at"))


def dates_count(row: Row, start: int) -> bool:
    """Whether the day at an offset tells up to when things were counted: "by noon Wednesday", "as of Monday"."""
    k = _led_by(row, start)
    return row.form(k) == "by" or (row.form(k) == "of" and row.form(k - 1) == "as")


def dates_words(row: Row, start: int) -> bool:
    """Whether the day at an offset tells when something was said: "told reporters on Monday", "said late Monday"."""
    k = _led_by(row, start)
    for j in range(k, max(-1, k - _BEFORE), -1):
        form = row.form(j)
        if form in cue_forms() or form in ("told", "announced"):
            return True
        if row.kind(j) != "word" or form == "that" or form in words("be") or form in words("have"):
            return False
        if "d" in is_verb_form(form) or form.endswith("ed"):
            return False
    return False


def _led_by(row: Row, start: int) -> int:
    """The token before the day at an offset, the words that lead up to it apart."""
    k = bisect_left(row.tokens, start, key=lambda token: token.start) - 1
    while k >= 0 and (row.form(k) in _PASSED or row.form(k) in table()["clock_named"]):
        k -= 1
    return k
