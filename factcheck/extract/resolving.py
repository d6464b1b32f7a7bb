"""The calendar's answer to what a date's words say: the days, seen from a reference or from a date said before."""

from __future__ import annotations

from datetime import date

from factcheck.dates import DateBasis, Days, nearest_weekday, shift
from factcheck.extract.hijri import hijri_day, hijri_month, hijri_year, nearest_year
from factcheck.extract.when import PREVIOUS, Resolved, When

_SEASON_MONTHS = {1: 12, 2: 3, 3: 6, 4: 9}  # winter begins in December of the year before
_PARTS_OF_A_MONTH = {
    "start": (0, 9),
    "mid": (10, 19),
    "half 1": (0, 14),
    **{f"week {n}": (7 * n - 7, 7 * n - 1) for n in (1, 2, 3, 4)},
}
_ENDS = ("since", "from", "until", "before", "by")  # what begins or ends with the middle of a month: its 15th
_COARSER = ("year", "decade", "century")


def resolve(when: When, reference: date | None, tense: int) -> Resolved | None:
    """The days `when` says, or `None` where a reference is needed and there is none.

    `tense` (-1 past, 1 future) decides where no direction is said; what has lasted since a day began in the past.
    Raises `ValueError` for a day no calendar has.
    """
    try:
        return _related(when, reference, -1 if when.relation == "since" else tense)
    except OverflowError as error:
        raise ValueError("The date lies outside the years 1 to 9999.") from error


def _related(when: When, reference: date | None, tense: int) -> Resolved | None:
    found = _ranged(when, reference, tense) if when.other is not None else _parted(when, reference, tense)
    if found is not None and when.stretch is not None:
        assert found.days.high is not None
        after = shift(found.days.high, "day", 1)
        first = shift(after, when.stretch[1], -when.stretch[0])
        return Resolved(Days(first, found.days.high), "interval", found.basis)
    if found is None or when.relation is None:
        return found
    low, high = found.days.low, found.days.high
    relation, grain, whole = when.relation, "interval", found.days if when.part is None else None
    if relation in ("since", "from"):
        end = reference if reference is not None and low is not None and low <= reference else None
        return found._replace(days=Days(low, end), grain=grain, named=whole if relation == "from" else None)
    if relation == "after":
        return found._replace(days=Days(None if high is None else shift(high, "day", 1), None), grain=grain)
    deadline = found.grain == "day" and reference is not None and low is not None and low > reference
    if relation == "before" and when.part != "end" and low is not None and not deadline:
        high = high if when.part == "mid" else shift(low, "day", -1)  # "before 30 June" ahead is up to that day
    named = whole if found.grain != "day" or relation == "before" else None
    return found._replace(days=Days(None, high), grain=grain, named=named)


def beside(when: When, low: date, high: date, grain: str, basis: DateBasis) -> Resolved:
    """`العام السابق`, "a year earlier", seen from the days `low` to `high` said before, whose grain is `grain`.

    What is earlier keeps the grain of what was said (June, a year earlier: June); what is previous has its own.
    Raises `ValueError` for a day no calendar has.
    """
    try:
        return _beside(when, low, high, grain, basis)
    except OverflowError as error:
        raise ValueError("The date lies outside the years 1 to 9999.") from error


def _beside(when: When, low: date, high: date, grain: str, basis: DateBasis) -> Resolved:
    n = when.offset or 0 if when.year is None else when.year - high.year
    if when.direction == PREVIOUS or (high - low).days > 366 or n == 0:
        return Resolved(Days.of(shift(high, when.grain, n), when.grain), when.grain, basis)
    after = shift(shift(high, "day", 1), when.grain, n)
    return Resolved(Days(shift(low, when.grain, n), shift(after, "day", -1)), grain, basis)


def _ranged(when: When, reference: date | None, tense: int) -> Resolved | None:
    """From one date to another: what the first leaves out, year and month, the second lends it."""
    assert when.other is not None
    last = when.other
    first = when._replace(other=None, relation=None)
    if first.month is None and first.day is not None:
        said = {"month": last.month, "year": last.year, "direction": last.direction, "offset": last.offset}
        first = first._replace(hijri=last.hijri, **said)  # type: ignore[arg-type]  # each to the field of its name
    elif first.year is None and last.year is not None and first.month is not None:
        earlier = last.month is not None and first.month > last.month
        first = first._replace(year=last.year - 1 if earlier else last.year, hijri=last.hijri)
    end = _parted(last, reference, tense)
    start = _parted(first, reference, tense)
    if end is None or start is None:
        return None
    low, high = start.days.low, end.days.high
    if low is None or high is None:
        return None
    if low > high and last.year is None and last.month is not None:
        high = shift(high, "year", 1)
    if low > high and last.weekday is not None and last.month is None:
        low, high = (low, shift(high, "week", 1)) if tense > 0 or low == reference else (shift(low, "week", -1), high)
    basis: DateBasis = "page_date" if "page_date" in (start.basis, end.basis) else "text"
    return Resolved(Days(low, high), "interval", basis)


def _parted(when: When, reference: date | None, tense: int) -> Resolved | None:
    """The part of a period; that of the next one where what is said lies ahead and this one's part is over."""
    found = _part_of(when, reference, tense)
    bare = when.part in ("start", "mid") and when == When(grain=when.grain, offset=0, part=when.part)
    if tense <= 0 or not bare or found is None or found.days.high is None or reference is None:
        return found
    return _part_of(when._replace(offset=1), reference, tense) if found.days.high < reference else found


def _part_of(when: When, reference: date | None, tense: int) -> Resolved | None:
    found = _plain(when, reference, tense)
    if found is None or when.part is None or found.days.low is None or found.days.high is None:
        return found
    low, high = found.days.low, found.days.high
    if when.part in ("earlier", "later"):
        return _this_side(found, when.part, reference)
    if when.part == "end":
        return found._replace(days=Days(high, high), grain="day")
    if when.relation == "since" and when.part == "start":
        return found._replace(days=Days(low, low))
    length = (high - low).days + 1
    if when.relation in _ENDS and when.part == "mid" and found.grain == "month":
        return found._replace(days=Days(shift(low, "day", 14), shift(low, "day", 14)), grain="day")
    if found.grain == "decade":
        first, last = {"start": (0, 2), "mid": (3, 6), "late": (7, 9)}[when.part]
        return found._replace(days=Days(date(low.year + first, 1, 1), date(low.year + last, 12, 31)), grain="interval")
    if length >= 28 and length <= 31:
        first, last = (_PARTS_OF_A_MONTH | {"late": (20, length - 1), "half 2": (15, length - 1)})[when.part]
        return found._replace(days=Days(shift(low, "day", first), shift(low, "day", last)), grain="interval")
    if length in (365, 366) and low.month == 1:
        months = {"start": (1, 3), "mid": (5, 4) if when.relation is None else (6, 1), "late": (10, 3)}[when.part]
        return found._replace(days=Days.months(low.year, *months), grain="interval")
    third = max(1, length // 3)
    first = {"start": 0, "mid": third, "late": length - third}[when.part]
    return found._replace(days=Days(shift(low, "day", first), shift(low, "day", first + third - 1)), grain="interval")


def _this_side(found: Resolved, part: str, reference: date | None) -> Resolved:
    """The days of a period up to the reference or from it: "earlier this week", "the rest of the year"."""
    low, high = found.days.low, found.days.high
    if reference is None or reference not in found.days:
        return found
    days = Days(low, reference) if part == "earlier" else Days(reference, high)
    return found._replace(days=days, grain="interval")


def _plain(when: When, reference: date | None, tense: int) -> Resolved | None:
    if when.hijri:
        return _hijri(when, reference, tense)
    if (
        when.year is not None
        and (when.month is not None or when.nth is None)
        and when.grain in ("day", "month", "year")
    ):
        return _dated(when, when.year, "text")
    if when.grain in _COARSER[1:] and when.year is not None:
        return Resolved(Days.of(date(when.year, 1, 1), when.grain), when.grain, "text")
    if when.year is not None:
        return _numbered(when, when.year, "text")
    if reference is None:
        return None
    if when.month is not None:
        return _yearless(when, reference, tense)
    if when.day is not None:
        return _monthless(when, reference, tense)
    if when.weekday is not None:
        return _weekday(when, reference, tense)
    if when.span is not None:
        return _spanned(when, reference)
    if when.nth is not None:
        return _nth(when, reference, tense)
    return _offset(when, reference, tense)


def _dated(when: When, year: int, basis: DateBasis) -> Resolved:
    if when.month is None:
        return Resolved(Days.of(date(year, 1, 1), "year"), "year", basis)
    if when.day is None:
        return Resolved(Days.months(year, when.month), "month", basis)
    day = date(year, when.month, when.day)
    fits = None if when.weekday is None else day.weekday() == when.weekday
    return Resolved(Days(day, day), "day", basis, fits)


def _yearless(when: When, reference: date, tense: int) -> Resolved:
    """The nearest year in the direction said, else by tense; a named weekday that fits only one year decides."""
    assert when.month is not None
    size = "month" if when.day is None else "day"

    def key(year: int) -> tuple[int, ...]:
        return (year, when.month or 0) if size == "month" else (year, when.month or 0, when.day or 0)

    now = (reference.year, reference.month) if size == "month" else (reference.year, reference.month, reference.day)
    direction = when.direction if when.direction is not None else tense
    strictly = when.direction in (-1, 1)
    year = reference.year
    if when.offset is not None:
        return _dated(when, year + when.offset, "page_date")
    if when.direction == 0:
        pass
    elif direction < 0 and (key(year) > now or (strictly and key(year) == now)):
        year -= 1
    elif direction > 0 and (key(year) < now or (strictly and key(year) == now)):
        year += 1
    if when.month == 2 and when.day == 29:
        step = -1 if direction < 0 else 1
        year = next((y for y in range(year, year + 9 * step, step) if _is_leap(y)), year)
    found = _dated(when, year, "page_date")
    if found.weekday_fits is False and when.direction is None:
        other = _dated(when, year + (1 if direction < 0 else -1), "page_date")
        if other.weekday_fits:
            return other
    return found


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _monthless(when: When, reference: date, tense: int) -> Resolved:
    """`the 5th of next month`: a day of the month `offset` away; `the 27th`: the nearest, before or after by tense."""
    assert when.day is not None
    away = when.offset or 0
    if when.offset is None:
        away = -1 if tense <= 0 and when.day > reference.day else 1 if tense > 0 and when.day < reference.day else 0
    month = shift(reference.replace(day=1), "month", away)
    return _dated(when._replace(month=month.month), month.year, "page_date")


def _weekday(when: When, reference: date, tense: int) -> Resolved:
    assert when.weekday is not None
    if when.offset is not None:
        if when.grain == "week":
            monday = Days.of(shift(reference, "week", when.offset), "week").low
            assert monday is not None
            day = shift(monday, "day", when.weekday)
            return Resolved(Days(day, day), "day", "page_date")
        day = shift(reference, "day", when.offset)
        return Resolved(Days(day, day), "day", "page_date", day.weekday() == when.weekday)
    direction = when.direction if when.direction is not None else tense
    if when.direction == 0:
        monday = Days.of(reference, "week").low
        assert monday is not None
        day = shift(monday, "day", when.weekday)
    else:
        day = nearest_weekday(reference, when.weekday, direction or -1, strictly=when.direction is not None)
    return Resolved(Days(day, day), "day", "page_date")


def _spanned(when: When, reference: date) -> Resolved:
    assert when.span is not None
    if when.grain in ("hour", "minute", "second"):
        hours = {"hour": 24, "minute": 1440, "second": 86400}[when.grain]
        other = shift(reference, "day", -(-when.span // hours) if when.span > 0 else when.span // hours)
        return Resolved(Days(min(other, reference), max(other, reference)), "interval", "page_date")
    grain, n = ("week", when.span * 2) if when.grain == "fortnight" else (when.grain, when.span)
    other = shift(reference, grain, n)
    return Resolved(Days(min(other, reference), max(other, reference)), "interval", "page_date")


def _numbered(when: When, year: int, basis: DateBasis) -> Resolved:
    """The quarter, half or season `nth` of a year."""
    nth = when.nth or 1
    if when.grain == "quarter":
        return Resolved(Days.months(year, nth * 3 - 2, 3), "quarter", basis)
    if when.grain == "half":
        return Resolved(Days.months(year, nth * 6 - 5, 6), "half", basis)
    if when.grain == "season":
        return Resolved(Days.months(year - (1 if nth == 1 else 0), _SEASON_MONTHS[nth], 3), "season", basis)
    raise ValueError(f"A {when.grain} has no number in a year.")


def _nth(when: When, reference: date, tense: int) -> Resolved:
    """A quarter, half or season without its year: of the year `offset` away, else the nearest in the direction."""
    if when.offset is not None:
        return _numbered(when, reference.year + when.offset, "page_date")
    year = reference.year
    direction = when.direction if when.direction is not None else tense
    found = _numbered(when, year, "page_date")
    low, high = found.days.low, found.days.high
    assert low is not None and high is not None
    if when.direction == 0:
        after = _numbered(when, year + 1, "page_date")
        nearer = after.days.low is not None and after.days.low - reference < reference - high
        return after if high < reference and (tense > 0 or nearer) else found  # "this summer" in autumn: the one over
    if (when.direction == -1 and high >= reference) or (when.direction is None and direction < 0 and low > reference):
        return _numbered(when, year - 1, "page_date")
    if (when.direction == 1 and low <= reference) or (when.direction is None and direction > 0 and high < reference):
        return _numbered(when, year + 1, "page_date")
    if when.grain == "season" and when.nth == 1 and direction < 0:
        later = _numbered(when, year + 1, "page_date")
        if later.days.high is not None and later.days.high < reference:
            return later
    return found


def _offset(when: When, reference: date, tense: int) -> Resolved:
    n = when.offset or 0
    if when.grain in ("hour", "minute", "second"):
        return Resolved(Days(reference, reference), "day", "page_date")
    if when.grain == "fortnight":
        return Resolved(Days.of(shift(reference, "week", 2 * n), "week"), "week", "page_date")
    if when.grain == "weekend":
        if not when.offset and tense < 0 and reference.weekday() < 5:
            n = -1
        week = Days.of(shift(reference, "week", n), "week")
        assert week.high is not None
        return Resolved(Days(shift(week.high, "day", -1), week.high), "weekend", "page_date")
    return Resolved(Days.of(shift(reference, when.grain, n), when.grain), when.grain, "page_date")


def _hijri(when: When, reference: date | None, tense: int) -> Resolved | None:
    """Umm al-Qura dates; outside the years its tables cover none is given."""
    basis: DateBasis = "text"
    year = when.year
    if year is None:
        if reference is None:
            return None
        basis = "page_date"
        direction = when.direction if when.direction is not None else tense
        year = nearest_year(when.month or 1, when.day, reference, direction, strictly=when.direction in (-1, 1))
    if when.month is None:
        return Resolved(hijri_year(year), "year", basis)
    if when.day is None:
        return Resolved(hijri_month(year, when.month), "month", basis)
    day = hijri_day(year, when.month, when.day)
    fits = None if when.weekday is None else day.weekday() == when.weekday
    return Resolved(Days(day, day), "day", basis, fits)
