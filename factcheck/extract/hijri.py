"""Days of the Hijri calendar (Umm al-Qura) as Gregorian days; years outside its tables give no answer."""

from __future__ import annotations

from datetime import date

from hijridate import Gregorian, Hijri

from factcheck.dates import Days


def hijri_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Hijri one. Raises `ValueError` or `OverflowError` for a day the tables do not have."""
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> Days:
    """The days of a Hijri month."""
    return Days(hijri_day(year, month, 1), hijri_day(year, month, Hijri(year, month, 1).month_length()))


def hijri_year(year: int) -> Days:
    """The days of a Hijri year."""
    return Days(hijri_month(year, 1).low, hijri_month(year, 12).high)


def nearest_year(month: int, day: int | None, reference: date, direction: int, *, strictly: bool) -> int:
    """The Hijri year in which such a month or day lies nearest the reference, before it (-1) or after (1).

    With `strictly` the month the reference lies in does not count.
    """
    now = Gregorian(reference.year, reference.month, reference.day).to_hijri()
    here, there = (now.month, now.day), (month, day or now.day)
    if direction < 0 and (there > here or (strictly and there[0] == here[0])):
        return int(now.year) - 1
    if direction > 0 and (there < here or (strictly and there[0] == here[0])):
        return int(now.year) + 1
    return int(now.year)
