"""Times of day in a text, and the day each is of: the one beside it, else one told before it, else the page's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from factcheck.dates import DateMention, shift
from factcheck.extract.amounts import Row
from factcheck.extract.ar import calendar as ar_calendar
from factcheck.extract.ar import clock as ar_clock
from factcheck.extract.aside_days import (
    is_morning,
    is_of_court,
    lasts_still,
    stands_aside,
    tells_night,
    tells_of_sitting,
    tells_when_said,
)
from factcheck.extract.clock import Clock, tells_of_today
from factcheck.extract.en import calendar as en_calendar
from factcheck.extract.en import clock as en_clock
from factcheck.extract.said_before import NEAR
from factcheck.text import fold

_WEEK = timedelta(days=7)
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

    A day said more than a week before the page's is no news, and the page's own day stands in for it, but in an article
    about a case in court, and for a part of the day in a paragraph that tells of that day.
    """
    clocks = clocks_in(row, lang)
    if not clocks:
        return days
    found, past = list(days), _Past(row, lang, days, reference)
    starts = [day.start for day in days]
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
        beside = [found[k] for k in beside_it]
        if any(_overlap(day, start, end) for day in beside):
            continue
        said = past.of(clock, start, end, beside)
        if said is _NO_DAY:
            continue
        on, basis = (said.low, said.basis) if said else (reference, "page_date")
        late = said is not None and on is not None and on != reference and on < date.max
        if said is not None and on is not None and late and _is_next_morning(row, said, clock, start, end):
            on = shift(on, "day", 1)
        iso, exact = on.isoformat() if on else None, row.text[start:end]
        alone.append(
            DateMention(start, end, exact, "relative_date", on, on, iso, "day", basis, clock=str(clock) or None)
        )
    return sorted(found + alone, key=lambda mention: mention.start)


_NO_DAY = DateMention(0, 0, "", "relative_date", None, None, None, "day", "page_date")  # a time of day of nobody's news


class _Past:
    """The days on which what an article tells came about, to be asked which was told last before a place in it."""

    def __init__(self, row: Row, lang: str, days: Sequence[DateMention], reference: date | None) -> None:
        self.row, self.lang, self.reference = row, lang, reference
        self.news = [day for day in days if _is_news(row.text, day, reference)]
        aside = {day.start for day in days if stands_aside(row, day, lang)}
        self.told = [day for day in self.news if day.start not in aside]
        old = [day for day in days if self._is_over(day) and day.grain == "day" and day.start not in aside]
        known = sorted([*self.told, *old], key=lambda day: day.end)
        self.heard = known if old and is_of_court(row, lang) else []

    def of(self, clock: Clock, start: int, end: int, beside: Sequence[DateMention]) -> DateMention | None:
        """The day a time of day stands on; `None` for the page's, `_NO_DAY` where it is of nobody's news."""
        row, lang = self.row, self.lang
        case = self.heard and not tells_of_sitting(row, clock.first, lang)
        said = _last_before(self.heard if case else self.told, start) or _last_before(self.news, start)
        if not clock.part:
            today = said is not None and tells_of_today(row, clock.first, row.text[said.end : start])
            return None if today else said
        if lasts_still(row, clock.first, lang) or tells_when_said(row, start, end, lang):
            return None
        over = next((day for day in beside if self._is_over(day) and self._is_near(day, start, end)), None)
        if over is not None and (said is None or over.start > said.start):
            return over if over.grain == "day" else _NO_DAY
        return said

    def _is_over(self, day: DateMention) -> bool:
        last = day.high or day.low
        return self.reference is not None and last is not None and self.reference - last > _WEEK

    def _is_near(self, day: DateMention, start: int, end: int) -> bool:
        """Whether a date stands in the paragraph of a time before it, or in its sentence behind it."""
        between = self.row.text[min(day.end, end) : max(day.start, start)]
        return "\n" not in between and (day.end <= start or ". " not in between)


def _is_its_night(day: DateMention, clock: Clock, start: int, end: int) -> bool:
    """Whether what was read as a night is the part of the day that a time names: `التاسعة | ليلا`."""
    return not clock.part and day.grain == "interval" and start < day.start and day.end <= end


def _is_next_morning(row: Row, day: DateMention, clock: Clock, start: int, end: int) -> bool:
    """Whether a time lies behind midnight of the night told: "on the night of 2 October … at 1.20 am"."""
    morning = is_morning(row.text[start:end]) if clock.part else clock.settled and clock.minute < _MORNING
    return morning and tells_night(row, day)


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
    return reference is None or timedelta(0) <= reference - day.low <= _WEEK
