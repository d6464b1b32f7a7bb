"""Dates that stand on one said before: `the year before`, `the 27th`, `that night`, a deadline and its setting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.dates import DateMention, Days, shift
from factcheck.extract.ar import dates as ar_dates
from factcheck.extract.resolving import beside, resolve
from factcheck.extract.when import DEADLINE, EARLIER, PREVIOUS, SAME, THAN_THAT, THAT_NIGHT, Resolved, When
from factcheck.text import fold

LOOKING_BACK = (PREVIOUS, EARLIER, THAN_THAT)
NEAR = 200  # characters in which `the year before` stands on a date said before
_RIGHT_BEHIND = 8  # characters between a week told and its day
_RECENT = 5  # years in which a story goes on from a day told, which is no birth or founding
_FINER = {"year": ("day", "month"), "month": ("day",)}
_SINCE = ("since", "Since", "منذ", "ومنذ")
_MONTH = ("month", fold("الشهر"))
_PERIODS = ("quarter", "half", fold("الفصل"), fold("الربع"), fold("النصف"))
_NIGHTS = 12  # dates back in which the night that `that night` means is looked for


def seen_from(when: When, said: DateMention | None, start: int, reference: date | None, tense: int) -> Resolved | None:
    """The calendar's answer, seen from the date said before where the words look at one; else from the page's."""
    if when.direction in (SAME, THAT_NIGHT):
        return None
    if when.direction not in LOOKING_BACK:
        return resolve(when, reference, tense)
    if said is not None and said.low is not None and said.high is not None and start - said.end <= NEAR:
        after = (when.offset or 0) > 0
        vague = when.grain == "week" and said.grain in ("month", "quarter", "half", "season", "year")
        if after and (when.grain == "day" != said.grain or vague):
            return None  # «في اليوم التالي» behind a month
        coarse = after and said.grain in _FINER.get(when.grain, ())  # "two years later": some day of that year
        seen = when._replace(direction=PREVIOUS) if coarse else when
        found = beside(seen, said.low, said.high, said.grain, said.basis)
        ahead = found.days.low is not None and reference is not None and found.days.low > reference
        return None if after and ahead and tense <= 0 else found
    if when.direction == THAN_THAT or when.grain != "year" or (when.offset or 0) > 0:
        return None
    return resolve(when._replace(direction=None), reference, tense)


def period_of(when: When, words: str, said: DateMention | None, found: Sequence[DateMention]) -> DateMention | None:
    """What `the same quarter last year` looks at: the quarter told last, or the month; not the day of the telling."""
    if when.direction != THAN_THAT or when.grain != "year" or said is None or said.grain != "day":
        return said
    if any(name in fold(words) for name in _MONTH) and said.low is not None:
        told = (m for m in reversed(found[-3:]) if m.grain == "month" and said.end - m.end <= 2 * NEAR)
        month = next((Days(m.low, m.high) for m in told), Days.of(said.low, "month"))
        return replace(said, low=month.low, high=month.high, grain="month")
    if not any(name in fold(words) for name in _PERIODS):
        return said
    told = (m for m in reversed(found[-_NIGHTS:]) if m.grain in ("quarter", "half") and said.end - m.end <= 2 * NEAR)
    period = next(told, None)
    return said if period is None else replace(period, start=said.start, end=said.end)


def set_on(when: When, said: DateMention | None, text: str, start: int, reference: date | None) -> DateMention | None:
    """The past date in its sentence on which a deadline was set: "told him on 3 March to leave within a week"."""
    if when.direction != DEADLINE or said is None or said.high is None or start - said.end > NEAR:
        return None
    if reference is not None and said.high >= reference:
        return None
    between = text[said.end : start]
    return None if ". " in between or "\n" in between else said


def ends_of_deadline(when: When, setting: DateMention) -> Resolved | None:
    """The days of a deadline from the day it was set. Raises `ValueError` where only its month or year is said."""
    if setting.grain != "day":
        raise ValueError("Nobody says on what day the time was set.")
    found = resolve(when, setting.low, 1)
    return found and found._replace(basis=setting.basis)


def of_the_same(when: When, said: DateMention | None, start: int) -> When:
    """`29 من الشهر نفسه`: of the month or year of the date said before; `the 27th` behind one: of its month."""
    day = (said.low or said.high) if said else None
    bare = when.day is not None and when == When(day=when.day, relation=when.relation)
    if bare and said is not None and day is not None and said.grain in ("day", "month") and start - said.end <= NEAR:
        month = shift(day.replace(day=1), "month", int(said.grain == "day" and (when.day or 0) < day.day))
        return when._replace(year=month.year, month=month.month)
    if when.direction != SAME or not day:
        return when
    if when.grain == "period" or (when.grain in ("quarter", "half") and when.nth is None):
        told = said is not None and start - said.end <= NEAR and (when.relation is None or said.low is not None)
        return _whole(said, when) if said is not None and told else when
    if when == When(direction=SAME):
        whole = said is not None and said.grain == "day" and start - said.end <= NEAR
        return When(year=day.year, month=day.month, day=day.day) if whole else when
    if when.grain == "year" or when.nth is not None or when.month is not None:
        return when._replace(direction=None, year=day.year, offset=None)
    if when.grain == "month" or when.day is not None:
        return when._replace(direction=None, year=day.year, month=day.month, offset=None)
    return when


def in_that_week(when: When, said: DateMention | None, between: str) -> When:
    """A weekday right behind a week told: "next week, on Tuesday", «الأسبوع المقبل، يوم الثلاثاء»."""
    if said is None or said.grain != "week" or said.low is None or when.weekday is None:
        return when
    if when != When(weekday=when.weekday) or len(between) > _RIGHT_BEHIND or "." in between:
        return when
    day = next(day for k in range(7) if (day := shift(said.low, "day", k)).weekday() == when.weekday)
    return When(year=day.year, month=day.month, day=day.day)


def in_that_year(when: When, said: DateMention | None, start: int, reference: date | None) -> When:
    """A month without its year right behind a day of a past year, told with it: "on 6 June 2022 … in July"."""
    bare = when.month is not None and when == When(month=when.month, day=when.day, grain=when.grain)
    if not bare or said is None or said.low is None or reference is None or said.basis != "text":
        return when
    if said.grain != "day" or not 0 < reference.year - said.low.year <= _RECENT or start - said.end > 2 * NEAR:
        return when
    return when._replace(year=said.low.year + int((when.month or 0) < said.low.month))


def of_that_night(when: When, found: Sequence[DateMention], start: int) -> When:
    """`تلك الليلة`: the day of the night told last, some paragraphs before at most."""
    if when.direction != THAT_NIGHT:
        return when
    nights = (m.low for m in reversed(found[-_NIGHTS:]) if m.grain == "day" and ar_dates.tells_night(m.exact))
    day = next(nights, None) if found and start - found[-1].end <= NEAR * 5 else None
    return when if day is None else When(year=day.year, month=day.month, day=day.day)


def of_that_day(when: When, said: DateMention | None, found: Sequence[DateMention], reference: date | None) -> When:
    """`that night` of what is over, behind a day to come: the last day told that is over, not that one."""
    if when != When(direction=SAME) or said is None or said.low is None or reference is None or said.low <= reference:
        return when
    over = (m.low for m in reversed(found[-_NIGHTS:]) if m.grain == "day" and m.low is not None and m.low <= reference)
    day = next(over, None)
    return when if day is None else When(year=day.year, month=day.month, day=day.day)


def _whole(said: DateMention, when: When) -> When:
    """The days of a date said before, as words would give them: `الفترة نفسها`; since they began, `منذ ذلك الحين`."""
    low, high = said.low, said.high
    if when.relation is not None and low is not None:
        begins = high if high is not None and said.grain == "interval" and not said.exact.startswith(_SINCE) else low
        return When(year=begins.year, month=begins.month, day=begins.day, relation=when.relation)
    if low is None or high is None:
        return When(grain="period", direction=SAME)
    if when.grain in ("quarter", "half") and said.grain != when.grain:
        return when
    if said.grain in ("year", "month"):
        return When(grain=said.grain, year=low.year, month=low.month if said.grain == "month" else None)
    last = When(year=high.year, month=high.month, day=high.day)
    return When(year=low.year, month=low.month, day=low.day, other=last if high > low else None)
