"""English days without a month: `today`, `last night`, `overnight`, `until the 27th`."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.en.calendar import Read, match, table, tense_at
from factcheck.extract.en.periods import day_number, month_name, year_after
from factcheck.extract.when import SAME, When
from factcheck.lang.english import cue_forms, is_verb_form, words

_NO_NOUN = frozenset(
    ("on", "in", "into", "after", "when", "as", "by", "at", "and", "but", "from", "near", "to", "that", "for", "with")
)
_FAR, _SOON = 40, 12  # tokens before a bare `on the 18th` and behind it among which a day or month is named
_BEFORE = 6  # tokens before "overnight" in which a negation makes it mean "at one stroke"
_CLOSE = 4  # the same of a verb of becoming


def deictic(row: Row, i: int) -> Read | None:
    """`today`, `yesterday`, `last night`, `the day before yesterday`, `tonight`, `overnight`, `during the night`."""
    if row.form(i) == "overnight" and (row.kind(i + 1) != "word" or row.form(i + 1) in _NO_NOUN):
        ahead = tense_at(row, i, i + 1) > 0 or row.form(i - 1) in table()["future"]
        return None if _is_sudden(row, i) else (When(span=1 if ahead else -1), i + 1)
    if [row.form(i + k) for k in range(3)] == ["during", "the", "night"] and row.form(i + 3) not in ("of", "shift"):
        return When(span=1 if tense_at(row, i, i + 3) > 0 else -1), i + 3
    at = i + 1 if row.form(i) in ("late", "early", "earlier") else i
    found = match(row, at, "day")
    if found is None or (at > i and row.form(at).startswith("the")):
        return None
    value, last = found
    part = match(row, last, "daypart")
    if row.form(last) in ("'s",):
        return None
    return When(offset=int(value)), part[1] if part else last


def feast_at(row: Row, i: int) -> Read | None:
    """`Christmas Eve`, `New Year's Day 2022`, `before Christmas`: the day of a feast that is the same every year."""
    found = match(row, i, "feast")
    led = row.form(i - 1) == "since" or (row.form(i - 1) in _FEAST_LEADS and _will_be(row, i - 1))
    if found is None and led and row.kind(i + 1) != "word":
        found = match(row, i, "feast_named")
    if found is None or not row.text[row.tokens[i].start].isupper():
        return None
    month, day = found[0].split("-")
    return year_after(row, found[1], When(month=int(month), day=int(day)))


def _will_be(row: Row, i: int) -> bool:
    return any(row.form(k) in _WILL or row.form(k).endswith("'ll") for k in range(max(0, i - _SOON), i))


_WILL = frozenset(("will", "shall", "won't"))
_FEAST_LEADS = frozenset(("before", "after", "by", "until", "till"))


def of_that_time(row: Row, i: int) -> Read | None:
    """`that August`, `that summer`, `that day`, `the same night`: of the year, or the day, of the date said before."""
    if (row.form(i), row.form(i + 1)) == ("the", "same") and row.form(i + 2) in _PARTS:
        return (When(direction=SAME), i + 3) if row.form(i + 3) != "as" and _stands_alone(row, i + 3) else None
    before = row.form(i - 1)
    if row.form(i) != "that" or before in cue_forms() or before in words("relative"):
        return None
    month = month_name(row, i + 1)
    season = match(row, i + 1, "season")
    if month is not None or season is not None:
        acts = "d" in is_verb_form(before) or before.endswith("ed") or before in _BEFORE_THAT
        when = When(grain="season", nth=int(season[0]), direction=SAME) if season is not None else None
        when = When(grain="month", month=month[0], direction=SAME) if month is not None else when
        last = month[1] if month is not None else i + 2
        led = acts or row.kind(i - 1) != "word"
        return (when, last) if when is not None and led and _stands_alone(row, last) else None
    dated = (row.form(i + 1) in _PARTS or row.form(i + 1) == "date") and _stands_alone(row, i + 2)
    return (When(direction=SAME), i + 2) if dated else None


def _stands_alone(row: Row, i: int) -> bool:
    """Whether no noun or verb follows at token `i` whose "that …" it would be: "said that August was hot"."""
    return row.kind(i) != "word" or row.form(i) in words("preposition", "conjunction") | {"when", "as"}


_PARTS = frozenset(("day", "morning", "afternoon", "evening", "night"))
_BEFORE_THAT = frozenset(
    ("only", "later", "earlier", "just", "again", "already", "in", "by", "since", "until", "of", "from", "and", "but")
)


def _is_sudden(row: Row, i: int) -> bool:
    """Whether "overnight" means at one stroke: `became famous overnight`, `will not change overnight`."""
    for k in range(i - 1, max(-1, i - 1 - _BEFORE), -1):
        form = row.form(k)
        if row.kind(k) == "line" or form in (".", ";", "?", "!", ","):
            return False
        if (
            form in ("not", "never", "cannot")
            or form.endswith("n't")
            or (form in table()["sudden"] and i - k <= _CLOSE)
        ):
            return True
    return False


def bare_day(row: Row, i: int, when: When, last: int) -> Read | None:
    """`until the 27th`, `on the 3rd and 4th of May`; not `the 7th and 8th floors`, nor `on the 18th` of a course."""
    second = day_number(row, last + 1) if row.form(last) == "and" else None
    if second is not None:
        month = month_name(row, second[1] + 1) if row.form(second[1]) == "of" else None
        if month is not None:
            return year_after(row, month[1], When(month=month[0], day=when.day))[0], last
        if row.kind(second[1]) == "word":
            return None
    elif row.kind(last) == "word" and row.form(last) not in ("and", "he", "she", "they"):
        return None
    if row.form(i - 1) != "on" or any(_names_a_day(row, k) for k in range(max(0, i - _FAR), i)):
        return when, last
    for k in range(last, min(last + _SOON, len(row.tokens))):
        if row.form(k) in (".", "?", "!") or row.kind(k) == "line":
            break
        if _names_a_day(row, k):
            return when, last
    return None


def _names_a_day(row: Row, k: int) -> bool:
    """Whether a month, a weekday or "month" stands at token `k`."""
    named = row.form(k) in table()["month"] or row.form(k) in table()["weekday"]
    return row.form(k) == "month" or (named and row.text[row.tokens[k].start].isupper())
