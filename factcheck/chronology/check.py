"""Whether a page date fits its text. Each rule gives a constraint on the time of writing and says how it got there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from factcheck.chronology.times import Time, find_times
from factcheck.dates import DateMention
from factcheck.finding import TemporalAnomaly
from factcheck.lang import rows
from factcheck.lang.interface import say
from factcheck.text import fold

NEAR_MONTHS = 6  # "last August" and "next October" name the nearest such month; half a year off they are still near
REMOTE_AHEAD = 320  # a plan may lie ten months off; one nearly a year off more likely passed some weeks ago
REMOTE_DAYS = 270  # a day without its year is one of the past or coming months, seldom one nine months off
_SIDED = ("past", "next")
_ONE_STORY = 60  # days between two days of one story, of which the first tells the year
_QUOTED, _FAR = re.compile(r'"[^"\n]*"|“[^”\n]*”|«[^»\n]*»'), 400  # words of somebody's own, and how far they may go on
_HEAD = 400  # characters in which the page date stands
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Misfit:
    """One expression that does not fit: how strongly, and the sentence that says why."""

    kind: Literal["tension", "contradiction"]
    why: str


def check_chronology(
    text: str,
    lang: str,
    page_date: date | None,
    sources: Sequence[tuple[int, int]] = (),
    dates: Sequence[DateMention] = (),
) -> list[TemporalAnomaly]:
    """Where a text's times do not fit its page date or one another: `contradiction` where no reading fits, `tension`
    where only a remote one does. The window gives months and a weekday; the true date is never asserted. `sources` are
    the spans that name where a story was taken from, whose days are their own, `dates` those its claims were read with:
    a day that they have lie near alarms nobody.
    """
    times = [t for t in find_times(text, lang) if not any(start <= t.start < end for start, end in sources)]
    found = [_impossible(text, time, lang) for time in times if _weekday_is_wrong(time)]
    if page_date is None:
        return found
    days_off = (0, -1, 1) if _is_by_the_moon(text, times, page_date) else (0,)
    told = [time for time in times if not (_is_of_a_year(time, times) or _is_quoted(text, time))]
    misfits = [misfit for time in told for misfit in _misfits(text, time, page_date, lang, days_off, dates)]
    window = _window(times)
    if not misfits and not _outside(window, times, page_date):
        return found
    return [_page_date_anomaly(text, times, page_date, misfits, window, lang), *found]


def _weekday_is_wrong(time: Time) -> bool:
    return bool(time.weekday and time.day and time.month and time.first and time.first.isoweekday() != time.weekday)


def _impossible(text: str, time: Time, lang: str) -> TemporalAnomaly:
    assert time.first is not None
    why = say(
        "chronology.weekday",
        lang,
        words=text[time.start : time.end],
        date=time.first.isoformat(),
        weekday=say(f"weekday.{time.first.isoweekday()}", lang),
    )
    return TemporalAnomaly(text[time.start : time.end], "contradiction", why, {}, (why,))


def _is_by_the_moon(text: str, times: Sequence[Time], page: date) -> bool:
    """Whether the page date is told by the Hijri calendar alone, whose days differ by one from country to country."""
    head = text[:_HEAD]
    return any(month in fold(head) for month in _hijri_months()) and all(time.first != page for time in times)


@cache
def _hijri_months() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "calendar") if row[1] == "hijri")


def _misfits(
    text: str, time: Time, page: date, lang: str, days_off: Sequence[int], dates: Sequence[DateMention]
) -> Iterator[_Misfit]:
    """The reasons why an expression does not fit a text written on the page date, or those few days off it."""
    words, on = text[time.start : time.end], page.isoformat()
    if time.offset is not None and time.weekday is not None:
        if all((page.isoweekday() - 1 + time.offset + off) % 7 + 1 != time.weekday for off in days_off):
            named = say(f"weekday.{page.isoweekday()}", lang)
            yield _Misfit("contradiction", say("chronology.day_word", lang, words=words, date=on, weekday=named))
    elif time.side is not None and time.year is None:
        if time.side == "this" and _months_away(time, page) > 1:
            yield _Misfit("contradiction", say("chronology.month_this", lang, words=words, date=on))
        elif time.side != "this" and time.month == page.month:
            yield _Misfit("tension", say(f"chronology.month_{time.side}", lang, words=words, date=on))
    elif time.first is not None:
        told = time.month is not None and time.told == "behind" and not time.bound  # "it was valid until June 2026"
        if time.first > page and (time.tense == "since" or told):
            yield _Misfit("contradiction", say("chronology.not_yet", lang, words=words, date=on))
    elif time.tense == "since" and time.month is not None and time.day is None:
        if time.month == page.month % 12 + 1:
            yield _Misfit("tension", say("chronology.since", lang, words=words, date=on))
    elif time.tense == "ahead" and time.month is not None and time.day is None and time.bound:
        if time.month % 12 + 1 == page.month:
            yield _Misfit("tension", say("chronology.month_next", lang, words=words, date=on))
    elif time.day is not None and time.month is not None and time.year is None:
        found = list(_remote(words, time, page, lang))
        yield from found if found and _is_read_so(time, page, dates) else []


def _is_of_a_year(time: Time, times: Sequence[Time]) -> bool:
    """Whether a day without its year stands behind one with it, and belongs to it: "on 12 May 2025 … on 14 May"."""
    if time.day is None or time.month is None or time.year is not None:
        return False
    before = (t for t in times if t.start < time.start and t.year is not None and t.day is not None and t.first)
    dated = ((t.first, _date(t.year or 0, time.month, time.day)) for t in before)
    return any(day is not None and first is not None and abs((day - first).days) <= _ONE_STORY for first, day in dated)


def _is_quoted(text: str, time: Time) -> bool:
    """Whether somebody says "last August" in his own words, who may mean the one a year ago."""
    if time.side != "past" or time.day is not None:
        return False
    begin = text.rfind("\n", 0, time.start) + 1
    return any(
        quote.start() <= time.start - begin < quote.end() for quote in _QUOTED.finditer(text[begin : time.end + _FAR])
    )


def _is_read_so(time: Time, page: date, dates: Sequence[DateMention]) -> bool:
    """Whether the claims, whose dates weigh the tense of a sentence with care, have the day lie so far off too."""
    days = (d for d in dates if d.start < time.end and time.start < d.end and d.low is not None)
    near = (d for d in days if d.low is not None and abs((d.low - page).days) < REMOTE_DAYS)
    return all(d.weekday_fits is False for d in near)


def _months_away(time: Time, page: date) -> int:
    """Months between the page date and the nearest such month, whichever side it lies on; at most six."""
    assert time.month is not None
    apart = (time.month - page.month) % 12
    return min(apart, 12 - apart)


def _remote(words: str, time: Time, page: date, lang: str) -> Iterator[_Misfit]:
    """A day without its year that, in its tense, only means one nearly a year off; or whose weekday then fails."""
    days = [day for year in (page.year - 1, page.year, page.year + 1) if (day := _date(year, time.month, time.day))]
    past = [(page - day).days for day in days if day <= page]
    ahead = [(day - page).days for day in days if day >= page]
    distance = min(past, default=0) if time.tense in ("behind", "since") else min(ahead, default=0)
    sure = time.tense != "behind" or time.told == "behind"  # "will be replayed behind closed doors on 7 May"
    remote = REMOTE_AHEAD if time.tense == "ahead" else REMOTE_DAYS
    if time.tense in ("behind", "since", "ahead") and sure and distance >= remote:
        yield _Misfit("tension", say("chronology.remote", lang, words=words, date=page.isoformat(), days=distance))
    elif time.weekday is not None:
        nearest = min(days, key=lambda day: abs((day - page).days), default=None)
        if nearest is not None and nearest.isoweekday() != time.weekday:
            yield _Misfit(
                "tension",
                say(
                    "chronology.weekday",
                    lang,
                    words=words,
                    date=nearest.isoformat(),
                    weekday=say(f"weekday.{nearest.isoweekday()}", lang),
                ),
            )


def _window(times: Sequence[Time]) -> frozenset[int]:
    """The months in which every "last" and "next" month of the text is a near one; all twelve where there is none."""
    sided = [time for time in times if time.side in _SIDED and time.month is not None and time.year is None]
    return frozenset(month for month in range(1, 13) if all(_distance(time, month) <= NEAR_MONTHS for time in sided))


def _distance(time: Time, month: int) -> int:
    """Months between a month of writing and the month an expression names, 1 to 12."""
    assert time.month is not None
    apart = (month - time.month) if time.side == "past" else (time.month - month)
    return apart % 12 or 12


def _outside(window: frozenset[int], times: Sequence[Time], page: date) -> bool:
    """Whether several expressions agree on a window that the page date misses, one of them by eleven months."""
    sided = [time for time in times if time.side in _SIDED and time.month is not None and time.year is None]
    distances = {_distance(time, page.month) for time in sided}
    return bool(window) and page.month not in window and len({t.side for t in sided}) == 2 and max(distances) >= 11


def _page_date_anomaly(
    text: str, times: Sequence[Time], page: date, misfits: Sequence[_Misfit], window: frozenset[int], lang: str
) -> TemporalAnomaly:
    kind: Literal["tension", "contradiction"] = (
        "contradiction" if any(misfit.kind == "contradiction" for misfit in misfits) else "tension"
    )
    weekday = _weekday(times)
    steps = [misfit.why for misfit in misfits]
    bounds: dict[str, Any] = {}
    if window and len(window) < 12:
        bounds["months"] = [f"{month:02d}" for month in sorted(window)]
        steps += [_step(text, time, lang) for time in times if time.side in _SIDED and time.month and time.year is None]
        named = say("list.join", lang).join(say(f"month.{month}", lang) for month in sorted(window))
        steps.append(say("chronology.window", lang, months=named))
    if weekday is not None:
        bounds["weekday"] = WEEKDAYS[weekday - 1]
        steps.append(say("chronology.written_on", lang, weekday=say(f"weekday.{weekday}", lang)))
    note = say(f"chronology.{kind}", lang, date=page.isoformat())
    return TemporalAnomaly(f"page date {page.isoformat()}", kind, note, bounds, tuple(dict.fromkeys(steps)))


def _weekday(times: Sequence[Time]) -> int | None:
    """The weekday of writing, where every "today, Wednesday" of the text gives the same one."""
    found = {(t.weekday - 1 - t.offset) % 7 + 1 for t in times if t.offset is not None and t.weekday is not None}
    return found.pop() if len(found) == 1 else None


def _step(text: str, time: Time, lang: str) -> str:
    assert time.month is not None
    return say(
        f"chronology.{time.side}", lang, words=text[time.start : time.end], month=say(f"month.{time.month}", lang)
    )


def _date(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None
