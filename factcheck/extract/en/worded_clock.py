"""English times of day without a colon: `ten to three`, `at half past six`, `from four in the morning`."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.clock import NOON, Clock
from factcheck.extract.en.calendar import match
from factcheck.lang.english import words

_PARTS = frozenset(("morning", "afternoon", "evening", "night"))
_BACK = 30  # tokens before "at five past" in which the hour was told
_LEADS = frozenset(("at", "before", "after", "until", "till", "since", "around", "about"))  # no "from ten to three"


def told_in_words(row: Row, i: int) -> Clock | None:
    """The time of day that a minute and its hour, or an hour and its part of the day, tell at token `i`."""
    return _past_or_to(row, i) or _in_part_of_day(row, i) or _beside_day(row, i) or _it_was(row, i)


def with_part_of_day(row: Row, first: int, last: int, minute: int) -> Clock | None:
    """A time over tokens `first` to `last`, `minute` of half a day, with the part of the day or am/pm behind it."""
    half = match(row, last, "clock_half") or match(row, last, "clock_part")
    if half is None:
        return None
    night = 0 if minute < NOON // 2 else NOON  # "two at night", "ten at night"
    return Clock(first, half[1], minute % NOON + (night if half[0] == "night" else int(half[0])))


def _past_or_to(row: Row, i: int) -> Clock | None:
    """`ten to three`, `a quarter past six`, `half past six`; `five past` is of the hour told just before."""
    told = _minute(row, i)
    lead = row.form(i - 1)
    if told is None or row.form(told[1]) not in ("past", "to"):
        return None
    minutes, at = told
    sign = 1 if row.form(at) == "past" else -1
    hour = _hour(row, at + 1)
    if hour is None:
        return _past_told_hour(row, i, at + 1, minutes) if sign > 0 and lead in _LEADS else None
    if sign < 0 and (lead not in _LEADS or minutes == NOON // 24):
        return None
    last = at + 2
    minute = (hour % 12 * 60 + sign * minutes) % NOON
    whole = with_part_of_day(row, i, last, minute)
    if whole is not None:
        return whole
    return Clock(i, last, minute, False) if ends(row, last) else None


def _past_told_hour(row: Row, i: int, last: int, minutes: int) -> Clock | None:
    """`at five past`, behind `at ten to three`: the next such minute."""
    if not ends(row, last):
        return None
    for k in range(i - 2, max(-1, i - _BACK), -1):
        before = _past_or_to(row, k) if row.kind(k) != "line" else None
        if row.kind(k) == "line":
            return None
        if before is not None and before.last < i:
            at = before.minute // 60 * 60 + minutes
            return Clock(i, last, at if at > before.minute else at + 60, before.settled)
    return None


def _in_part_of_day(row: Row, i: int) -> Clock | None:
    """`from four in the morning`, `at 6 in the evening`; not `two in the morning and four at night` that one counts."""
    hour = _hour(row, i)
    if hour is None or match(row, i - 1, "clock_lead") is None:
        return None
    if (
        row.form(i + 1) == "on"
        and row.form(i + 2) in words("weekday")
        and row.form(i + 3) in _PARTS
        and ends(row, i + 4)
    ):
        minute = hour % 12 * 60  # "at two on Sunday morning"
        late = row.form(i + 3) in ("afternoon", "evening") or (row.form(i + 3) == "night" and minute >= NOON // 2)
        return Clock(i, i + 1, minute + NOON * late)
    return with_part_of_day(row, i, i + 1, hour % 12 * 60) if match(row, i + 1, "clock_part") else None


def _beside_day(row: Row, i: int) -> Clock | None:
    """`at six tonight`, `at eight tomorrow morning`, `at seven this morning`, `at nine yesterday`."""
    hour = _hour(row, i)
    day = match(row, i + 1, "day") if hour is not None and match(row, i - 1, "clock_lead") is not None else None
    if hour is None or day is None:
        return None
    said = row.form(day[1] - 1)
    if said not in _PARTS and said != "tonight":
        return Clock(i, i + 1, hour % 12 * 60, False)
    minute = hour % 12 * 60
    late = said in ("afternoon", "evening") or (said in ("night", "tonight") and minute >= NOON // 4)
    return Clock(i, i + 1, minute + NOON * late)


def _it_was(row: Row, i: int) -> Clock | None:
    """`It was not yet three when`, `it was just after four when`: the hour at which something else happened."""
    hour = _hour(row, i)
    return Clock(i, i + 1, hour % 12 * 60, False) if hour is not None and came_when(row, i, i + 1) else None


def came_when(row: Row, first: int, last: int) -> bool:
    """Whether "it was" leads to an hour and "when" follows it: `It was nearly | midnight | when the alarm rang`."""
    k = first - 1
    while row.form(k) in _ABOUT:
        k -= 1
    was = (row.form(k - 1), row.form(k)) in (("it", "was"), ("it", "is")) or row.form(k) in ("it's", "twas")
    return was and row.form(last) in ("when", "before") and row.kind(last + 1) == "word"


_ABOUT = frozenset(
    ("not", "yet", "just", "after", "before", "past", "gone", "nearly", "almost", "barely", "hardly", "already",
     "about", "around", "only", "still", "shortly", "soon", "well", "getting", "on", "for", "close", "to", "exactly")
)  # fmt: skip


def _minute(row: Row, i: int) -> tuple[int, int] | None:
    """`ten`, `a quarter`, `half`, `10`, with "minutes" behind it or not: how many, and the index after it."""
    found = match(row, i, "clock_minute")
    if found is None:
        form = row.form(i)
        plain = row.kind(i) == "number" and form.isdecimal() and len(form) <= 2 and 0 < int(form) < 60
        if not plain or row.form(i + 1) != "minutes":
            return None
        found = form, i + 1
    return int(found[0]), found[1] + (row.form(found[1]) == "minutes")


def _hour(row: Row, i: int) -> int | None:
    """The hour at token `i`, in words or in one or two digits."""
    found = match(row, i, "clock_hour")
    form = row.form(i)
    if found is not None:
        return int(found[0])
    plain = row.kind(i) == "number" and form.isdecimal() and len(form) <= 2 and not row.touches(i)
    return int(form) if plain and 1 <= int(form) <= 12 else None


def ends(row: Row, i: int) -> bool:
    """Whether no noun follows that the words before would count: "at ten to three schools"."""
    closed = words("preposition", "conjunction", "subordinator", "weekday")
    return row.kind(i) != "word" or row.form(i) in closed | {"local", "yesterday", "today", "last", "this", "when"}
