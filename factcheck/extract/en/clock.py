"""English times of day: `3.10 am`, `6:40 p.m.`, `at noon`, `0200 GMT`, `nine o'clock`, `ten to three`."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import Row
from factcheck.extract.clock import DAY, NOON, Clock, digits_at
from factcheck.extract.en.calendar import match, table
from factcheck.extract.en.part_of_day import hour_at, part_at
from factcheck.extract.en.worded_clock import came_when, ends, told_in_words, with_part_of_day
from factcheck.lang.english import words

_NO_HOUR = frozenset("$£€/-–#")  # a number behind one of them is money, a score or a code
_NEAR, _FAR = 6, 10


def clock_at(row: Row, i: int) -> Clock | None:
    """The time of day that begins at token `i`, or `None`."""
    led = match(row, i - 1, "clock_lead") is not None or row.form(i - 2) in ("clock", "watch")  # "the clock said 4:10"
    named = match(row, i, "clock_named")
    if named:
        return Clock(i, named[1], int(named[0])) if led or came_when(row, i, named[1]) else None
    worded = told_in_words(row, i)
    if worded is not None:
        return worded
    if row.kind(i) != "number":
        hour = match(row, i, "clock_hour")
        if hour and row.form(i + 1) == "o'clock":
            return Clock(i, i + 2, int(hour[0]) % 12 * 60, False)
        return hour_at(row, i) or part_at(row, i)
    return _in_digits(row, i, led)


def _in_digits(row: Row, i: int, led: bool) -> Clock | None:
    """`3.10 am`, `0200 GMT`, `at 5:30`, `6:30 in the morning`."""
    zoned = _is_zoned(row, i)
    digits = None if row.touches(i) and row.form(i - 1) in _NO_HOUR else digits_at(row, i, zoned)
    if digits is None:
        return None
    half = match(row, digits.last, "clock_half")
    if half:
        minute = digits.hour % 12 * 60 + digits.minute + int(half[0])
        return Clock(i, half[1], minute) if digits.hour <= 12 else None
    if row.form(digits.last) == "o'clock":
        return Clock(i, digits.last + 1, digits.hour * 60 % DAY, digits.hour * 60 > NOON)
    coloned = row.form(digits.last - 2) == ":" and digits.last - i == 3
    if digits.paired and (coloned or led) and digits.hour <= 12:
        parted = with_part_of_day(row, i, digits.last, digits.hour % 12 * 60 + digits.minute)
        if parted is not None:
            return parted
    zoned = zoned or match(row, digits.last, "clock_zone") is not None
    late = digits.hour > 12 or row.form(i).startswith("0")  # "sent at 23.51"
    timed = late and row.form(i - 1) == "at" and _is_told_as_time(row, i)
    if (
        digits.paired
        and (timed or (led and digits.hour <= 12 and _by_a_clock(row, digits.last)))
        and ends(row, digits.last)
    ):
        return Clock(i, digits.last, (digits.hour * 60 + digits.minute) % DAY)
    told = coloned and row.form(i - 2) in ("it", "clock") and row.form(i - 1) in ("was", "is", "said", "showed")
    if digits.paired and (zoned or (led and coloned) or (told and row.kind(digits.last) != "number")):
        whole = digits.whole(row) or zoned
        return Clock(i, digits.last, (digits.hour * 60 + digits.minute) % DAY, whole)
    return None


def _is_told_as_time(row: Row, i: int) -> bool:
    """Whether what stands around "at 23.51" tells that it is a time and no price: a verb of coming about, a log, or a
    nought before it.
    """
    before = [row.form(k) for k in range(max(0, i - _FAR), i - 1)]
    if not words("timed").isdisjoint(before[-_NEAR:]):
        return True
    logged = not _LOGS.isdisjoint([*before, *(row.form(k) for k in range(i + 1, i + _FAR))])
    return (logged or row.form(i).startswith("0")) and words("priced").isdisjoint(before)


_LOGS = frozenset(("log", "logs", "logged", "timetable", "footage", "camera", "cameras", "clock", "timestamp"))


def _by_a_clock(row: Row, i: int) -> bool:
    """Whether a clock tells the time before token `i`: `at 9.12 by the clock of the town hall`, `by her watch`."""
    if row.form(i) not in ("by", "on"):
        return False
    told = next((k for k in range(i + 2, i + _NEAR) if row.form(k) in ("clock", "watch", "timestamp")), i)
    return told > i and all(row.kind(k) == "word" and row.form(k) not in words("conjunction") for k in range(i, told))


def _is_zoned(row: Row, i: int) -> bool:
    """Whether digits are told as a time: `0200 GMT`, `at 1500 hours`, `from 1200 to 1500 hours`; not `2000 hours`."""
    if match(row, i + 1, "clock_zone"):
        return True
    if not match(row, i + 1, "clock_hours"):
        return False
    ranged = row.form(i - 1) == "to" and row.form(i - 3) == "from" and len(row.form(i - 2)) == len(row.form(i)) == 4
    return ranged or row.form(i).startswith("0") or match(row, i - 1, "hours_lead") is not None


@cache
def openers() -> frozenset[str]:
    """The words a time of day can begin with; a number can as well."""
    return frozenset(
        word for role in ("clock_named", "clock_hour", "clock_minute", "part_of_day") for word in table()[role]
    )
