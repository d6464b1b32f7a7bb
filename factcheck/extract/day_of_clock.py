"""Times of day in a text, and the day each is of: the one beside it, else one told before it, else the page's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from factcheck.dates import DateMention
from factcheck.extract.amounts import Row
from factcheck.extract.ar import calendar as ar_calendar
from factcheck.extract.ar import clock as ar_clock
from factcheck.extract.aside_days import (
    is_of_court,
    lasts_still,
    stands_aside,
    tells_night,
    tells_when_said,
)
from factcheck.extract.clock import Clock, tells_of_today
from factcheck.extract.en import calendar as en_calendar
from factcheck.extract.en import clock as en_clock
from factcheck.extract.said_before import NEAR
from factcheck.text import fold

_MORNING = 6 * 60  # minutes after midnight
_LINKING = 3  # words between a time of day and its day: `5 a.m. local time on Saturday`, `الثالثة صباحا من يوم الأحد`
_BEHIND = ("", "\n", "-", "–", "—", "|")  # what stands behind a dateline's day
_SINCE = (fold("منذ"), "since")
_BY_THE_TIME_OF = fold("بتوقيت")


def clocks_in(row: Row, lang: str) -> list[Clock]:
    """The times of day in `row`, in order, none inside another. Cost: one look-up a token, the rules at candidates."""
    room = ar_clock if lang == "ar" else en_clock
    openers = room.openers()
    found: list[Clock] = []
    taken = 0
    for i in [i for i, token in enumerate(row.tokens) if token.kind == "number" or token.form in openers]:
        if i >= taken:
            clock = room.clock_at(row, i)
            if clock is not None:
                found.append(clock)
                taken = clock.last
    return found


def with_clocks(row: Row, lang: str, days: list[DateMention], reference: date | None) -> list[DateMention]:
    """The dates with the times of day: one beside a day belongs to it, another stands on the day said last.

    A day said more than a week before the page's is no news, and the page's own day stands in for it.
    """
    clocks = clocks_in(row, lang)
    found = list(days)
    starts = [day.start for day in days]
    past = _Past(row, lang, days, reference) if clocks else None
    alone: list[DateMention] = []
    for clock in clocks:
        start, end = row.tokens[clock.first].start, row.tokens[clock.last - 1].end
        at = bisect_right(starts, start)
        if at < len(found) and _is_its_night(found[at], clock, start, end):
            del found[at], starts[at]  # «التاسعة ليلا»: no night long
        beside_it = [k for k in (at - 1, at) if 0 <= k < len(found)]
        near = next((k for k in beside_it if _joins(row.text, found[k], start, end, lang)), None)
        if near is not None:
            low, high = min(start, found[near].start), max(end, found[near].end)
            found[near] = replace(found[near], start=low, end=high, exact=row.text[low:high], clock=str(clock) or None)
            starts[near] = low
            continue
        if past is None or any(_overlap(found[k], start, end) for k in beside_it):
            continue
        said = past.before(start)
        today = said is not None and tells_of_today(row, clock.first, row.text[said.end : start])
        if today or lasts_still(row, clock.first, lang) or (clock.part and tells_when_said(row, start, end, lang)):
            said = None
        on, basis = (said.low, said.basis) if said else (reference, "page_date")
        if said is not None and on is not None and _is_next_morning(row, said, clock):
            on += timedelta(days=1)
        iso, exact = on.isoformat() if on else None, row.text[start:end]
        alone.append(
            DateMention(start, end, exact, "relative_date", on, on, iso, "day", basis, clock=str(clock) or None)
        )
    return sorted(found + alone, key=lambda mention: mention.start)


class _Past:
    """The days on which what an article tells came about, to be asked which was told last before a place in it."""

    def __init__(self, row: Row, lang: str, days: Sequence[DateMention], reference: date | None) -> None:
        self.news = [day for day in days if _is_news(row.text, day, reference)]
        self.told = [day for day in self.news if not stands_aside(row, day, lang)]
        over = (day for day in days if day.grain == "day" and day.low is not None and day not in self.news)
        old = (day for day in over if reference is not None and day.low is not None and day.low < reference)
        self.heard = [day for day in old if not stands_aside(row, day, lang)] if is_of_court(row, lang) else []

    def before(self, start: int) -> DateMention | None:
        """The day of what is told before an offset: in court the one the case is about."""
        return _last_before(self.heard, start) or _last_before(self.told, start) or _last_before(self.news, start)


def _is_its_night(day: DateMention, clock: Clock, start: int, end: int) -> bool:
    """Whether what was read as a night is the part of the day that a time names: `التاسعة | ليلا`."""
    return not clock.part and day.grain == "interval" and start < day.start and day.end <= end


def _is_next_morning(row: Row, day: DateMention, clock: Clock) -> bool:
    """Whether a time lies behind midnight of the night told: "on the night of 2 October … at 1.20 am"."""
    return clock.settled and not clock.part and clock.minute < _MORNING and tells_night(row, day)


def _last_before(days: Sequence[DateMention], start: int) -> DateMention | None:
    before = bisect_right(days, start, key=lambda day: day.end)
    return days[before - 1] if before else None


def _joins(text: str, day: DateMention, start: int, end: int, lang: str) -> bool:
    """Whether a time of day at `start` to `end` and a day without one are one expression: `at 5 a.m. on Saturday`."""
    if day.clock is not None:
        return False
    if _overlap(day, start, end):
        return True
    ahead = end <= day.start
    between = text[end : day.start] if ahead else text[day.end : start]
    if day.grain != "day" or "\n" in between or len(between) > NEAR:
        return False
    if ahead and text[end - 1] in "mM" and not between.removeprefix(". ")[:2].istitle():
        between = between.removeprefix(".")  # "5 a.m. on Saturday"; in "5 a.m. On Saturday" a sentence ends
    words = fold(between).split()
    if len(words) > 1 and words[0] == _BY_THE_TIME_OF:
        words = words[2:]  # «بتوقيت القاهرة»
    return len(words) <= _LINKING and _links(lang, ahead).issuperset(words)


def _overlap(day: DateMention, start: int, end: int) -> bool:
    return day.start < end and start < day.end


@cache
def _links(lang: str, ahead: bool) -> frozenset[str]:
    """The words that may stand between a time of day and its day: fewer where the time stands `ahead` of the day."""
    table = (ar_calendar if lang == "ar" else en_calendar).table()
    return frozenset(table["clock_link"]) | (frozenset() if ahead else frozenset(table["clock_lead"]))


def heads_page(text: str, day: DateMention, reference: date | None) -> bool:
    """Whether a day is the page's own, written out at the end of a line or before a dash: a dateline."""
    behind = text[day.end : day.end + 3].lstrip(" ")[:1]
    return day.basis == "text" and day.low is not None and day.low == day.high == reference and behind in _BEHIND


def _is_news(text: str, day: DateMention, reference: date | None) -> bool:
    since = day.grain == "interval" and day.high == reference and fold(day.exact).startswith(_SINCE)
    if (day.grain != "day" and not since) or day.low is None or heads_page(text, day, reference):
        return False
    return reference is None or timedelta(0) <= reference - day.low <= timedelta(days=7)
