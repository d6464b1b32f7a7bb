"""The expressions that tie a text to its time of writing: months with "last" and "next", weekdays with "today"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck.lang import rows
from factcheck.text import Token, fold, tokenise

_NEAR = 9  # words before a date in which its tense is looked for
_SENTENCE_ENDS = frozenset(".!?؟\n")


@dataclass(frozen=True, slots=True)
class Time:
    """One expression. `month` with or without `day`, `year`, `weekday`; or a `weekday` seen `offset` days from today.

    `side` is "past" or "next" where a word says so (`الماضي`, "next"), `tense` "ahead", "behind" or "since" where the
    words before it do; a year alone is read only after "since".
    """

    start: int
    end: int
    month: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    offset: int | None = None
    side: str | None = None
    tense: str | None = None

    @property
    def first(self) -> date | None:
        """The first day it can mean, when a year is said; `None` for a day that does not exist."""
        if self.year is None:
            return None
        try:
            return date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return None


def find_times(text: str, lang: str) -> list[Time]:
    """The expressions of a text, in order. Linear in its length."""
    tokens = [token for token in tokenise(text) if token.form not in "/()" or token.kind == "line"]
    found: list[Time] = []
    i = 0
    while i < len(tokens):
        read = _month(tokens, i, lang) or _weekday(tokens, i, lang) or _year(tokens, i, lang)
        if read is None:
            i += 1
            continue
        time, i = read
        found.append(time)
    return found


def _month(tokens: Sequence[Token], i: int, lang: str) -> tuple[Time, int] | None:
    month, j = _named_month(tokens, i, lang)
    if month is None:
        return None
    again, after = _named_month(tokens, j, lang)
    while again == month:
        j = after
        again, after = _named_month(tokens, j, lang)
    start, day, before = i, _day_of(tokens, i - 1), i - 1
    if day is not None:
        start, before = i - 1, i - 2
    elif j < len(tokens) and (day := _day_of(tokens, j)) is not None:
        j += 1
    year, j = _year_after(tokens, j)
    while before >= 0 and tokens[before].form in ("of", "the", "،", ",", "من", "شهر", "."):
        before -= 1
    weekday = _number(tokens, before, "weekday", lang)
    if weekday is not None:
        start = before
    elif j < len(tokens) and (weekday := _number(tokens, j, "weekday", lang)) is not None:
        j += 1
    side, start, j = _side(tokens, before, start, j, lang)
    if lang == "en" and day is None and year is None and side is None and not _leads(tokens, before):
        return None  # "May" and "March" are words too
    return (
        Time(
            tokens[start].start, tokens[j - 1].end, month, day, year, weekday, None, side, _tense(tokens, start, lang)
        ),
        j,
    )


def _named_month(tokens: Sequence[Token], i: int, lang: str) -> tuple[int | None, int]:
    for size in (2, 1):
        if i + size <= len(tokens):
            month = _words(lang).get(("month", " ".join(token.form for token in tokens[i : i + size])))
            if month is not None:
                end = i + size
                if (
                    lang == "en"
                    and end < len(tokens)
                    and tokens[end].form == "."
                    and tokens[i].end == tokens[end].start
                ):
                    end += 1
                return month, end
    return None, i


def _day_of(tokens: Sequence[Token], i: int) -> int | None:
    if 0 <= i < len(tokens) and tokens[i].kind == "number" and tokens[i].form.isdigit():
        day = int(tokens[i].form) if len(tokens[i].form) <= 2 else 0
        return day if 1 <= day <= 31 else None
    return None


def _year_after(tokens: Sequence[Token], j: int) -> tuple[int | None, int]:
    k = j
    while k < len(tokens) and tokens[k].form in (",", "،", "من", "عام", "سنة", "of"):
        k += 1
    if k < len(tokens) and tokens[k].kind == "number" and _is_year(tokens[k].form):
        return int(tokens[k].form), k + 1
    return None, j


def _is_year(form: str) -> bool:
    return len(form) == 4 and form.isdigit() and 1900 <= int(form) <= 2100


def _side(tokens: Sequence[Token], before: int, start: int, after: int, lang: str) -> tuple[str | None, int, int]:
    """The word "last" or "next" beside a month, before it in English, after it in both, and the span with it."""
    for k in (after,) if lang == "ar" else (before, after):
        if 0 <= k < len(tokens):
            for side in ("past", "next"):
                if (side, tokens[k].form) in _words(lang):
                    return side, min(start, k), max(after, k + 1)
    return None, start, after


def _leads(tokens: Sequence[Token], before: int) -> bool:
    return before >= 0 and tokens[before].form in ("in", "since", "until", "by", "early", "late", "mid", "during")


def _weekday(tokens: Sequence[Token], i: int, lang: str) -> tuple[Time, int] | None:
    """`اليوم الأربعاء`, "yesterday, Sunday": a weekday told from today."""
    offset = _number(tokens, i, "day", lang)
    if offset is None:
        return None
    j = i + 1
    while j < len(tokens) and tokens[j].form in (",", "،", "يوم"):
        j += 1
    weekday = _number(tokens, j, "weekday", lang)
    if weekday is None:
        return None
    return Time(tokens[i].start, tokens[j].end, weekday=weekday, offset=offset), j + 1


def _year(tokens: Sequence[Token], i: int, lang: str) -> tuple[Time, int] | None:
    if tokens[i].kind != "number" or not _is_year(tokens[i].form):
        return None
    tense = _tense(tokens, i, lang)
    if tense != "since":
        return None
    return Time(tokens[i].start, tokens[i].end, year=int(tokens[i].form), tense=tense), i + 1


def _tense(tokens: Sequence[Token], start: int, lang: str) -> str | None:
    """What the nearest words before a date, in its sentence, say of its time; anything that looks ahead wins."""
    words = _words(lang)
    near: list[str] = []
    for k in range(start - 1, max(-1, start - 1 - _NEAR), -1):
        if tokens[k].form in _SENTENCE_ENDS or tokens[k].kind == "line":
            break
        near.append(tokens[k].form)
    if any(("since", form) in words for form in near[:2]):
        return "since"
    bare = [form[1:] if lang == "ar" and form[0] in "وف" and len(form) > 3 else form for form in near]
    if any(("ahead", form) in words or _looks_ahead(form, lang) for form in (*near, *bare)):
        return "ahead"
    if any(("either", form) in words for form in bare):
        return None
    return "behind" if any(("behind", form) in words for form in bare) else None


def _looks_ahead(form: str, lang: str) -> bool:
    """An Arabic verb with the future sin: `سيعقد`."""
    return lang == "ar" and len(form) > 4 and form.lstrip("و").startswith(("سي", "ست", "سن"))


def _number(tokens: Sequence[Token], i: int, role: str, lang: str) -> int | None:
    return _words(lang).get((role, tokens[i].form)) if 0 <= i < len(tokens) else None


@cache
def _words(lang: str) -> dict[tuple[str, str], int]:
    """(role, folded word) to its number; months of the other language too, as page dates often give both."""
    found = {
        ("month", fold(row[2])): int(row[1])
        for row in rows("en", "chronology")
        if row[0] == "month" and len(row[2]) > 3
    }
    found.update({(row[0], fold(row[2])): int(row[1]) for row in rows(lang, "chronology")})
    return found
