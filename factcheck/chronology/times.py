"""The expressions that tie a text to its time of writing: months with "last" and "next", weekdays with "today"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from factcheck.chronology.words import is_ahead, is_behind, is_verb, looks_ahead, may_open, value_of
from factcheck.text import Token, tokenise

_DATELINE = 80  # characters of a line that holds a date and little else
_REACH = 25  # words before and after a date, in its sentence, in which its tense is looked for
_ENDS = frozenset(".!?؟")
_ORDINAL = ("st", "nd", "rd", "th")
_THROUGH = frozenset(("to", "through", "until", "till", "-", "–", "الى", "إلى", "حتى"))
_NOW = ("is", "are")  # before a participle they tell of no past
_SIDES = {-1: "past", 0: "this", 1: "next"}


@dataclass(frozen=True, slots=True)
class Time:
    """One expression. `month` with or without `day`, `year`, `weekday`; or a `weekday` seen `offset` days from today.

    `side` is "past", "next" or "this" where a word says so (`الماضي`, "next", `الجاري`). `tense` is "since", or what
    the nearest words say, "ahead" or "behind"; `bound` is true behind "by", "until", "before"; `told` is "behind" where
    the whole sentence looks back and never ahead.
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
    told: str | None = None
    bound: bool = False

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
    tokens = [token for token in tokenise(text) if token.form not in ("/", "(", ")")]
    found: list[Time] = []
    i = 0
    while i < len(tokens):
        if tokens[i].kind != "number" and not may_open(tokens[i].form, lang):
            i += 1
            continue
        read = _month(tokens, i, lang) or _weekday(tokens, i, lang) or _year(tokens, i, lang)
        if read is None:
            i += 1
            continue
        time, i = read
        found.append(time)
    return [_with_weekday(text, time, lang) for time in found]


def _with_weekday(text: str, time: Time, lang: str) -> Time:
    """A full date with the one weekday its line names, where the line is a dateline rather than a sentence."""
    if time.weekday is not None or time.day is None or time.year is None:
        return time
    start = text.rfind("\n", max(0, time.start - _DATELINE - 1), time.start) + 1
    end = text.find("\n", time.end, time.end + _DATELINE + 1)
    end = min(len(text), time.end + _DATELINE + 1) if end < 0 else end
    if (start == 0 and time.start > _DATELINE) or end - start > _DATELINE:
        return time
    tokens = tokenise(text[start:end])
    named = {day for k in range(len(tokens)) if (day := _weekday_at(tokens, k, lang)) is not None}
    return replace(time, start=start, end=end, weekday=named.pop()) if len(named) == 1 else time


def _month(tokens: Sequence[Token], i: int, lang: str) -> tuple[Time, int] | None:
    month, j = _named_month(tokens, i, lang)
    if month is None:
        return None
    again, after = _named_month(tokens, j, lang)
    while again == month:
        j = after
        again, after = _named_month(tokens, j, lang)
    start = _day_start(tokens, i)
    day, before = _day_of(tokens, start), start - 1
    if day is None:
        start, before = i, i - 1
        day, j = _day_behind(tokens, j)
    year, j = _year_after(tokens, j, lang)
    while before >= 0 and tokens[before].form in ("of", "the", "،", ",", "من", "شهر", "."):
        before -= 1
    weekday = _weekday_at(tokens, before, lang)
    if weekday is not None:
        start = before
    elif (weekday := _weekday_at(tokens, j, lang)) is not None:
        j += 1
    side, start, j = _side(tokens, before, start, j, lang)
    if lang == "en" and day is None and year is None and side is None and not _leads(tokens, before):
        return None  # "May" and "March" are words too
    span = (tokens[start].start, tokens[j - 1].end)
    tense, told = _tense(tokens, start, j, lang)
    spanning = any(token.form in _THROUGH for token in tokens[j : j + 3])
    if start and tokens[start - 1].form in ("from", "من") and spanning:
        tense = told = None  # "will run from January 23 through March 9": it may have begun
    bound = any(value_of("bound", token.form, lang) is not None for token in tokens[max(0, start - 3) : start])
    return Time(*span, month, day, year, weekday, None, side, tense, told, bound), j


def _named_month(tokens: Sequence[Token], i: int, lang: str) -> tuple[int | None, int]:
    for size in (2, 1):
        if i + size > len(tokens):
            continue
        phrase = " ".join(token.form for token in tokens[i : i + size])
        month = value_of("month", phrase, lang)
        if month is None and len(phrase) > 3:
            month = value_of("month", phrase, "en")  # Arabic page dates often give both
        if month is not None:
            end = i + size
            dot = lang == "en" and end < len(tokens) and tokens[end].form == "."
            return month, end + (dot and tokens[end].start == tokens[end - 1].end and len(phrase) < 5)
    return None, i


def _day_of(tokens: Sequence[Token], i: int) -> int | None:
    if 0 <= i < len(tokens) and tokens[i].kind == "number" and tokens[i].form.isdigit():
        day = int(tokens[i].form) if len(tokens[i].form) <= 2 else 0
        return day if 1 <= day <= 31 else None
    return None


def _day_start(tokens: Sequence[Token], i: int) -> int:
    """Where a day before the month at token `i` stands: one token back, or behind its ending, "the 6th of"."""
    ending = i - 1 - (i > 1 and tokens[i - 1].form == "of")
    ordinal = ending > 0 and tokens[ending].form in _ORDINAL and tokens[ending - 1].kind == "number"
    return ending - 1 if ordinal else i - 1


def _day_behind(tokens: Sequence[Token], j: int) -> tuple[int | None, int]:
    """The day at token `j`, "6", "6th" or "the 6th", and the index after it; `j` itself where none stands."""
    at = j + (j < len(tokens) and tokens[j].form == "the")
    day, last = _day_of(tokens, at), at + 1
    if day is None:
        return None, j
    ordinal = last < len(tokens) and tokens[last].form in _ORDINAL and tokens[last].start == tokens[at].end
    return (day, last + ordinal) if ordinal or at == j else (None, j)


def _year_after(tokens: Sequence[Token], j: int, lang: str) -> tuple[int | None, int]:
    """The year at token `j` and the index after it; of two days too, "June 6th and 7th, 2022", "to July 2, 2022"."""
    if j < len(tokens) and (tokens[j].form == "and" or tokens[j].form in _THROUGH):
        day, last = _day_behind(tokens, _named_month(tokens, j + 1, lang)[1])
        return (_year_at(tokens, last)[0] if day is not None else None), j
    return _year_at(tokens, j)


def _year_at(tokens: Sequence[Token], j: int) -> tuple[int | None, int]:
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
            direction = value_of("direction", tokens[k].form, lang)
            if direction is not None and not (lang == "en" and direction == 0):
                return _SIDES[direction], min(start, k), max(after, k + 1)
    return None, start, after


def _leads(tokens: Sequence[Token], before: int) -> bool:
    return before >= 0 and tokens[before].form in ("in", "since", "until", "by", "early", "late", "mid", "during")


def _weekday(tokens: Sequence[Token], i: int, lang: str) -> tuple[Time, int] | None:
    """`اليوم الأربعاء`, "yesterday, Sunday": a weekday told from today."""
    offset = _days_from_today(tokens, i, lang)
    if offset is None:
        return None
    j = i + 1
    while j < len(tokens) and tokens[j].form in (",", "،", "يوم"):
        j += 1
    weekday = _weekday_at(tokens, j, lang)
    if weekday is None:
        return None
    return Time(tokens[i].start, tokens[j].end, weekday=weekday, offset=offset), j + 1


def _days_from_today(tokens: Sequence[Token], i: int, lang: str) -> int | None:
    """The days from today that a word says, with what leads it: «أمس», «أول أمس», "the day before yesterday"."""
    offset = value_of("day", tokens[i].form, lang)
    if offset is None:
        return None
    for first in range(max(0, i - 3), i):
        phrase = value_of("day", " ".join(token.form for token in tokens[first : i + 1]), lang)
        if phrase is not None:
            return phrase
    return offset


def _year(tokens: Sequence[Token], i: int, lang: str) -> tuple[Time, int] | None:
    if tokens[i].kind != "number" or not _is_year(tokens[i].form):
        return None
    tense, told = _tense(tokens, i, i + 1, lang)
    if tense != "since":
        return None
    return Time(tokens[i].start, tokens[i].end, year=int(tokens[i].form), tense=tense, told=told), i + 1


def _weekday_at(tokens: Sequence[Token], i: int, lang: str) -> int | None:
    """The weekday a token names, 1 for Monday."""
    found = value_of("weekday", tokens[i].form, lang) if 0 <= i < len(tokens) else None
    return None if found is None else found + 1


def _tense(tokens: Sequence[Token], start: int, end: int, lang: str) -> tuple[str | None, str | None]:
    """What the words of its sentence say of a date's time: the nearest before it, and all of them."""
    before = _words(tokens, range(start - 1, max(-1, start - 1 - _REACH), -1), lang)
    after = _words(tokens, range(end, min(len(tokens), end + _REACH)), lang)
    ahead = any(is_ahead(form, lang) for form in (*before, *after))
    behind = any(is_behind(form, lang) for form in (*before, *after))
    told = "behind" if behind and not ahead else None
    if any(value_of("since", form, lang) is not None for form in before[:3]):
        return "since", told
    if any(value_of("bound", form, lang) is not None for form in before[:3]):
        return ("ahead" if ahead else None), told
    if "until" in before and not set(_NOW).isdisjoint(before[: before.index("until")]):
        return "ahead", told  # "stopped the sale until the case is heard on October 15"
    for form, outer in zip_longest(before, before[1:], fillvalue=""):
        if is_ahead(form, lang) or outer == "be" or (outer == "to" and is_verb(form, lang)):
            return "ahead", told
        if is_behind(form, lang):
            return (None if outer in _NOW else "behind"), told  # "is listed before the court on 21 August"
    return None, told


def _ends_label(tokens: Sequence[Token], k: int) -> bool:
    """Whether a colon closes the one word that heads a line: "Updated: 16 September"."""
    return tokens[k].form == ":" and (k == 1 or (k > 1 and tokens[k - 2].kind == "line"))


def _words(tokens: Sequence[Token], places: range, lang: str) -> list[str]:
    """The words of one sentence, from a date outwards."""
    found: list[str] = []
    for k in places:
        if tokens[k].kind == "line" or tokens[k].form in _ENDS or _ends_label(tokens, k):
            break
        if tokens[k].kind == "word":
            pair = " ".join(token.form for token in tokens[k : k + 2])
            found.append(pair if looks_ahead(pair, lang) else tokens[k].form)  # "going to", not "going down"
    return found
