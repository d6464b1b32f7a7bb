"""Dates in Arabic and English text: which days are meant, with what grain, and whether a page date is needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from factcheck.dates import DateMention
from factcheck.extract.amounts import Row
from factcheck.extract.ar import calendar as ar_calendar
from factcheck.extract.ar import clock as ar_clock
from factcheck.extract.ar import dates as ar_dates
from factcheck.extract.ar.told_days import dates_words as dates_words_ar
from factcheck.extract.clock import Clock, tells_of_today
from factcheck.extract.dated import Expression
from factcheck.extract.en import calendar as en_calendar
from factcheck.extract.en import clock as en_clock
from factcheck.extract.en import dates as en_dates
from factcheck.extract.en.told_days import dates_count, dates_words
from factcheck.extract.resolving import resolve
from factcheck.extract.said_before import (
    LOOKING_BACK,
    NEAR,
    ends_of_deadline,
    in_that_week,
    in_that_year,
    of_that_day,
    of_that_night,
    of_the_same,
    seen_from,
    set_on,
)
from factcheck.extract.when import AGO, PREVIOUS, SAME, THAT_NIGHT, Resolved, When
from factcheck.text import Token, fold, tokenise

_UNTOLD = (*LOOKING_BACK, THAT_NIGHT)  # dates that are none where nobody said on what they stand
_SOON = 60  # days in which a day without its year, and without a tense, is the one ahead
_LINKING = 3  # words between a time of day and its day: `5 a.m. local time on Saturday`, `الثالثة صباحا من يوم الأحد`
_BEHIND = ("", "\n", "-", "–", "—", "|")  # what stands behind a dateline's day
_SINCE = (fold("منذ"), "since")
_BY_THE_TIME_OF = fold("بتوقيت")
_Opens = Callable[[str], bool]
_Reads = Callable[[Row, int, int], Expression | None]
_Tense = Callable[[Row, int, int], int]
_READERS: dict[str, tuple[_Opens, _Reads, _Tense]] = {
    "ar": (ar_calendar.opens, ar_dates.date_at, ar_calendar.tense_at),
    "en": (en_calendar.opens, en_dates.date_at, en_calendar.tense_at),
}


def find_dates(
    text: str, lang: str, reference: date | None, prefer: Literal["past", "future"] = "past"
) -> list[DateMention]:
    """The dates of `text` in order, `text[start:end] == exact`: inclusive days, their grain and what they rest on.

    `reference` is the day the text stands on; without one relative dates come back unresolved (`iso` `None`). The
    direction comes from the words (`الماضي`, `next`), else from the tense around them, else from `prefer`.
    """
    return dates_in(text, tokenise(text), lang, reference, prefer)


def dates_in(
    text: str,
    tokens: Sequence[Token],
    lang: str,
    reference: date | None,
    prefer: Literal["past", "future"] = "past",
    row: Row | None = None,
) -> list[DateMention]:
    """Like `find_dates`, on tokens already made, and on their row where there is one."""
    row = row or Row(text, tokens)
    return _with_clocks(row, lang, _days_in(row, lang, reference, prefer), reference)


def _days_in(row: Row, lang: str, reference: date | None, prefer: Literal["past", "future"]) -> list[DateMention]:
    opens, date_at, tense_at = _READERS[lang]
    text, tokens = row.text, row.tokens
    found: list[DateMention] = []
    taken, said, ago = 0, None, False
    read: list[tuple[Expression, When]] = []
    for i in [i for i, t in enumerate(tokens) if t.kind == "number" or (t.kind == "word" and opens(t.form))]:
        if i < taken:
            continue
        expression = date_at(row, i, taken)
        if expression is None:
            continue
        if said is not None and ago and ". " in text[said.end : min(expression.start, said.end + NEAR)]:
            said = None
        told = tense_at(row, expression.first, expression.last)
        when = of_that_night(expression.when, found, expression.start)
        when = of_that_day(when, said, found, reference) if told <= 0 else when
        when = of_the_same(when, said, expression.start)
        when = in_that_week(when, said, "" if said is None else text[said.end : expression.start])
        when = in_that_year(when, said, expression.start, reference) if told < 0 else when
        try:
            tense = told or _nearer(when, reference, prefer)
            setting = set_on(when, said, text, expression.start, reference)
            resolved = (
                ends_of_deadline(when, setting)
                if setting
                else seen_from(when, said, expression.start, reference, tense)
            )
        except ValueError:
            taken = expression.last
            continue
        if resolved is None and (when.direction in _UNTOLD or when == When(grain=when.grain, direction=SAME)):
            continue  # "a day earlier", and nobody said than when
        taken = expression.last
        itself = (when.names_itself and expression.when.direction != THAT_NIGHT) or (
            when.direction == PREVIOUS and said is not None and said.kind == "date"
        )
        mention = _mention(text, expression, itself, when.grain, resolved)
        found.append(mention)
        read.append((expression, when))
        if lang == "en" and said is not None and dates_words(row, mention.start):
            continue  # "It fell on Sunday, Ruiz said on Monday. The next day …"
        if _heads_page(row.text, mention, reference):
            continue  # «في اليوم نفسه» is no day of a dateline
        if (mention.low or mention.high) and when.direction not in LOOKING_BACK:
            said, ago = mention, when.direction == AGO  # "a year earlier" is told from a date, and no later one from it
    return found if reference is not None else _with_years(text, found, read)


def _nearer(when: When, reference: date | None, prefer: Literal["past", "future"]) -> int:
    """The direction of a date that no word gives one: ahead where its day comes soon, and came nearly a year ago."""
    usual = 1 if prefer == "future" else -1
    if when.other is not None and when.month is None:
        when = when.other._replace(relation=when.relation)  # «من 18 إلى 25 مارس»
    bare = when == When(grain=when.grain, month=when.month, day=when.day, relation=when.relation)
    if when.grain == "weekend" and when.offset == 0:
        return 1  # "this weekend"; behind a past verb it is over
    begins = when.relation == "from" and when.day is None  # "from July", announced in May
    if reference is None or when.month is None or not (when.day or begins) or not bare or when.relation == "since":
        return usual
    ahead = resolve(when._replace(relation=None), reference, 1)
    near = 2 * _SOON if begins else _SOON
    soon = ahead is not None and ahead.days.low is not None and 0 < (ahead.days.low - reference).days <= near
    return 1 if soon else usual


def _with_years(text: str, found: list[DateMention], read: list[tuple[Expression, When]]) -> list[DateMention]:
    """The dates of a text without a page date, a day of the month in the one year that the text gives that day."""
    years: dict[tuple[int, int], set[int]] = {}
    for _, when in read:
        if when.year is not None and when.month is not None and when.day is not None and not when.hijri:
            years.setdefault((when.month, when.day), set()).add(when.year)
    dated = list(found)
    for k, (expression, when) in enumerate(read):
        year = years.get((when.month or 0, when.day or 0), set())
        if found[k].low is None and found[k].high is None and len(year) == 1 and not when.hijri:
            of_it = when._replace(year=min(year), direction=None, offset=None)
            dated[k] = _mention(text, expression, True, when.grain, resolve(of_it, None, -1))
    return dated


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


def _with_clocks(row: Row, lang: str, days: list[DateMention], reference: date | None) -> list[DateMention]:
    """The dates with the times of day: one beside a day belongs to it, another stands on the day said last.

    A day said more than a week before the page's is no news, and the page's own day stands in for it.
    """
    clocks = clocks_in(row, lang)
    found = list(days)
    starts = [day.start for day in days]
    news = [day for day in days if _is_news(row.text, day, reference)] if clocks else []
    told = [day for day in news if not _tells_of_words(row, day, lang)]
    alone: list[DateMention] = []
    for clock in clocks:
        start, end = row.tokens[clock.first].start, row.tokens[clock.last - 1].end
        at = bisect_right(starts, start)
        beside_it = [k for k in (at - 1, at) if 0 <= k < len(found)]
        near = next((k for k in beside_it if _joins(row.text, found[k], start, end, lang)), None)
        if near is not None:
            low, high = min(start, found[near].start), max(end, found[near].end)
            found[near] = replace(found[near], start=low, end=high, exact=row.text[low:high], clock=str(clock) or None)
            starts[near] = low
            continue
        if any(_overlap(found[k], start, end) for k in beside_it):
            continue
        said = _last_before(told, start) or _last_before(news, start)
        if said is not None and tells_of_today(row, clock.first, row.text[said.end : start]):
            said = None
        on, basis = (said.low, said.basis) if said else (reference, "page_date")
        iso, exact = on.isoformat() if on else None, row.text[start:end]
        alone.append(
            DateMention(start, end, exact, "relative_date", on, on, iso, "day", basis, clock=str(clock) or None)
        )
    return sorted(found + alone, key=lambda mention: mention.start)


def _tells_of_words(row: Row, day: DateMention, lang: str) -> bool:
    """Whether a day tells when something was said or counted, and no time of day told behind it is of that day."""
    if lang == "ar":
        return dates_words_ar(row, day.start, day.end)
    return dates_words(row, day.start) or dates_count(row, day.start)


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


def _heads_page(text: str, day: DateMention, reference: date | None) -> bool:
    """Whether a day is the page's own, written out at the end of a line or before a dash: a dateline."""
    behind = text[day.end : day.end + 3].lstrip(" ")[:1]
    return day.basis == "text" and day.low is not None and day.low == day.high == reference and behind in _BEHIND


def _is_news(text: str, day: DateMention, reference: date | None) -> bool:
    since = day.grain == "interval" and day.high == reference and fold(day.exact).startswith(_SINCE)
    if (day.grain != "day" and not since) or day.low is None or _heads_page(text, day, reference):
        return False
    return reference is None or timedelta(0) <= reference - day.low <= timedelta(days=7)


def _mention(text: str, expression: Expression, itself: bool, grain: str, resolved: Resolved | None) -> DateMention:
    start, end = expression.start, expression.end
    kind: Literal["date", "relative_date"] = "date" if itself else "relative_date"
    exact = text[start:end]
    if resolved is None:
        return DateMention(start, end, exact, kind, None, None, None, grain, "page_date")
    days = resolved.days
    return DateMention(
        start,
        end,
        exact,
        kind,
        days.low,
        days.high,
        (resolved.named or days).iso(),
        resolved.grain,
        resolved.basis,
        True,
        resolved.weekday_fits,
    )
