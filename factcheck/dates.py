"""Days as a text gives them: inclusive intervals with their grain and what they rest on."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

DateKind = Literal["date", "relative_date"]
DateBasis = Literal["text", "page_date"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text. `low` and `high` are inclusive days, `iso` a day, month, year or `start/end`.

    `clock` is the time of day said with it, `03:10`, or both it can be, `07:20/19:20`, where the half of day is not.
    `basis` says whether the words alone settle it (`text`) or the article's page date is needed (`page_date`); without
    one `iso`, `low` and `high` are `None`. An open end is `None` and `iso` is then the end that is known,
    or the month or year that a deadline names. `settled` is
    false while what it rests on is in doubt.
    """

    start: int
    end: int
    exact: str
    kind: DateKind
    low: date | None
    high: date | None
    iso: str | None
    grain: str
    basis: DateBasis
    settled: bool = True
    weekday_fits: bool | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `low` to `high`, both inclusive, with an open end `None`. Weeks run from Monday to Sunday.

    Raises `ValueError` when `low` lies after `high`.
    """

    low: date | None
    high: date | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"Days run from {self.low} to {self.high}; the first must not lie after the last.")

    @classmethod
    def of(cls, day: date, grain: str) -> Days:
        """The day, week, month, quarter, half, year, decade or century that `day` lies in."""
        if grain == "day":
            return cls(day, day)
        if grain == "week":
            monday = day - timedelta(days=day.weekday())
            return cls(monday, _later(monday, 6))
        if grain in _MONTHS:
            n = _MONTHS[grain]
            first = (day.month - 1) // n * n + 1
            return cls.months(day.year, first, n)
        n = _YEARS[grain]
        first_year = day.year // n * n + (1 if n == 100 else 0)
        first_year = first_year - 100 if first_year > day.year else first_year
        return cls(date(max(first_year, 1), 1, 1), date(min(first_year + n - 1, 9999), 12, 31))

    @classmethod
    def months(cls, year: int, first: int, n: int = 1) -> Days:
        """`n` months from the month `first` of `year`; `first` may lie outside 1 to 12."""
        low = _month(year, first)
        last = _month(year, first + n - 1)
        return cls(low, last.replace(day=monthrange(last.year, last.month)[1]))

    def __contains__(self, day: date) -> bool:
        return (self.low is None or self.low <= day) and (self.high is None or day <= self.high)

    def overlaps(self, other: Days) -> bool:
        """Whether a day lies in both."""
        return (self.low is None or other.high is None or self.low <= other.high) and (
            other.low is None or self.high is None or other.low <= self.high
        )

    def iso(self) -> str | None:
        """A day, month, year or `start/end`; with one open end the end that is known, with both `None`."""
        if self.low is None or self.high is None:
            known = self.low or self.high
            return known.isoformat() if known else None
        if self.low == self.high:
            return self.low.isoformat()
        if self == Days.of(self.low, "month"):
            return f"{self.low:%Y-%m}".zfill(7)
        if self == Days.of(self.low, "year"):
            return f"{self.low.year:04}"
        return f"{self.low.isoformat()}/{self.high.isoformat()}"


def shift(day: date, grain: str, n: int) -> date:
    """`day` moved by `n` days, weeks, months … ; the last day of a shorter month stands for a day it lacks.

    Raises `OverflowError` or `ValueError` outside the years 1 to 9999.
    """
    if grain in ("day", "week"):
        return day + timedelta(days=n * (7 if grain == "week" else 1))
    months = n * (_MONTHS.get(grain) or 12 * _YEARS[grain])
    first = _month(day.year, day.month + months)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def nearest_weekday(day: date, weekday: int, direction: int, *, strictly: bool = False) -> date:
    """The last (`direction` -1) or next (1) such weekday (Monday 0) from `day`, itself included unless `strictly`."""
    away = (weekday - day.weekday()) % 7 if direction > 0 else (day.weekday() - weekday) % 7
    if away == 0 and strictly:
        away = 7
    return day + timedelta(days=away * direction)


_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def _month(year: int, month: int) -> date:
    """The first day of a month counted from January of `year`, outside 1 to 12 too."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _later(day: date, n: int) -> date:
    return min(day, date.max - timedelta(days=n)) + timedelta(days=n)
