"""What times of day share in both languages: the time itself, and hours written in digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.extract.amounts import Row

NOON, DAY = 12 * 60, 24 * 60
_HOUR_MINUTE = re.compile(r"(\d{1,2})[.:,](\d{2})")
_FOUR_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)")


class Clock(NamedTuple):
    """A time of day over `tokens[first:last]`, in minutes after midnight; of a `part` of the day, none.

    Where neither morning nor evening is said `settled` is false, and `minute` may lie twelve hours off.
    """

    first: int
    last: int
    minute: int
    settled: bool = True
    part: bool = False

    def __str__(self) -> str:
        """`03:10`; both times it can be, `07:20/19:20`, where it is not settled; empty for a part of the day."""
        if self.part:
            return ""
        times = [self.minute] if self.settled else sorted((self.minute % NOON, self.minute % NOON + NOON))
        return "/".join(f"{minute // 60:02}:{minute % 60:02}" for minute in times)


class Digits(NamedTuple):
    """An hour in digits: `6.40`, `14:00`, `1030`, `11`; `paired` with minutes written; `last` is the index after it."""

    hour: int
    minute: int
    last: int
    paired: bool

    def whole(self, row: Row) -> bool:
        """Whether the digits alone tell morning from evening: `14:00`, `08:30`, `0830`."""
        form = row.form(self.last - 1) if self.paired else ""
        first = row.form(self.last - 3) if row.form(self.last - 2) == ":" else form
        return self.hour >= 13 or first.startswith("0") or (len(form) == 4 and form.isdecimal())


def digits_at(row: Row, i: int, four: bool) -> Digits | None:
    """The hour in digits at token `i`; four digits without a mark are one where `four` says so."""
    form = row.form(i)
    pair, last = _HOUR_MINUTE.fullmatch(form), i + 1
    if pair is None and row.form(i + 1) == ":" and row.touches(i + 1) and row.touches(i + 2):
        pair, last = _HOUR_MINUTE.fullmatch(f"{form}:{row.form(i + 2)}"), i + 3
    if pair is None and four:
        pair = _FOUR_DIGITS.fullmatch(form)
    if pair is not None:
        hour, minute = int(pair[1]), int(pair[2])
        return Digits(hour, minute, last, True) if hour <= 24 and minute < 60 else None
    plain = form.isdecimal() and len(form) <= 2 and int(form) <= 24
    return Digits(int(form), 0, i + 1, False) if plain else None


def tells_of_today(row: Row, first: int, since: str) -> bool:
    """Whether a time tells how things stand on the page's day, whatever day was told a sentence before: "had been
    restored by noon". `since` are the words since that day; a sentence that opens with "By noon" goes on from it.
    """
    goes_on = row.kind(first - 2) == "line" or row.form(first - 2) in (".", "?", "!")
    return row.form(first - 1) == "by" and not goes_on and (". " in since or "\n" in since)
