"""Dates in Arabic and English text: which days are meant, with what grain, and whether a page date is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from factcheck.dates import DateMention, Days
from factcheck.extract.amounts import Row
from factcheck.extract.ar import calendar as ar_calendar
from factcheck.extract.ar import dates as ar_dates
from factcheck.extract.ar import tenses as ar_tenses
from factcheck.extract.ar.verbs import masdars
from factcheck.extract.aside_days import tells_when_said
from factcheck.extract.dated import Expression
from factcheck.extract.day_of_clock import heads_page, with_clocks
from factcheck.extract.en import calendar as en_calendar
from factcheck.extract.en import dates as en_dates
from factcheck.extract.en.told_days import dates_words
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
    period_of,
    seen_from,
    set_on,
)
from factcheck.extract.since_event import since_event
from factcheck.extract.when import AGO, PREVIOUS, SAME, THAT_NIGHT, Resolved, When
from factcheck.text import Token, tokenise

_UNTOLD = (*LOOKING_BACK, THAT_NIGHT)  # dates that are none where nobody said on what they stand
_SOON = 60  # days in which a day without its year, and without a tense, is the one ahead
_SINCE_BACK = 4  # dates before "since then" among which the one it means is told
_HALF_YEAR = 6  # months
_Opens = Callable[[str], bool]
_Reads = Callable[[Row, int, int], Expression | None]
_Tense = Callable[[Row, int, int], int]
_READERS: dict[str, tuple[_Opens, _Reads, _Tense]] = {
    "ar": (ar_calendar.opens, ar_dates.date_at, ar_tenses.tense_at),
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
    return with_clocks(row, lang, _days_in(row, lang, reference, prefer), reference)


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
        expression = since_event(row, expression, lang, taken)
        if said is not None and ago and ". " in text[said.end : min(expression.start, said.end + NEAR)]:
            said = None
        waits = _ends_soon(expression.when, reference) and _waits(row, expression.first, lang)
        told = 1 if waits else tense_at(row, expression.first, expression.last)
        when = of_that_night(expression.when, found, expression.start)
        when = of_that_day(when, said, found, reference) if told <= 0 else when
        when = of_the_same(when, _told_before(row, lang, when, said, found), expression.start)
        when = in_that_week(when, said, "" if said is None else text[said.end : expression.start])
        when = in_that_year(when, said, expression.start, reference) if told < 0 else when
        of = period_of(when, text[expression.start : expression.end], said, found)
        try:
            tense = told or _nearer(when, reference, prefer)
            setting = set_on(when, said, text, expression.start, reference)
            resolved = (
                ends_of_deadline(when, setting) if setting else seen_from(when, of, expression.start, reference, tense)
            )
        except ValueError:
            taken = expression.last
            continue
        to_come = when.relation == "since" and expression.when.direction == SAME and _is_ahead(resolved, reference)
        if to_come or (
            resolved is None
            and (when.direction in _UNTOLD or when == When(grain=when.grain, direction=SAME, relation=when.relation))
        ):
            continue  # "a day earlier", and nobody said than when
        taken = expression.last
        itself = (when.names_itself and expression.when.direction != THAT_NIGHT) or (
            when.direction == PREVIOUS and said is not None and said.kind == "date"
        )
        if lang == "ar" and resolved is not None and reference is not None:
            resolved = _from_now(when, resolved, reference)
        mention = _mention(text, expression, itself, when.grain, resolved)
        found.append(mention)
        read.append((expression, when))
        if lang == "en" and said is not None and dates_words(row, mention.start):
            continue  # "It fell on Sunday, Ruiz said on Monday. The next day …"
        if heads_page(row.text, mention, reference):
            continue  # «في اليوم نفسه» is no day of a dateline
        if (mention.low or mention.high) and when.direction not in LOOKING_BACK:
            said, ago = mention, when.direction == AGO  # "a year earlier" is told from a date, and no later one from it
    return found if reference is not None else _with_years(text, found, read)


def _nearer(when: When, reference: date | None, prefer: Literal["past", "future"]) -> int:
    """The direction of a date that no word gives one: ahead where its day comes soon, and came nearly a year ago."""
    usual = 1 if prefer == "future" else -1
    if when.other is not None and when.month is None:
        when = when.other._replace(relation=when.relation)  # «من 18 إلى 25 مارس»
    bare = when == When(grain=when.grain, month=when.month, day=when.day, relation=when.relation, part=when.part)
    if when.grain == "weekend" and when.offset == 0:
        return 1  # "this weekend"; behind a past verb it is over
    bounded = when.relation == "from" or (when.relation == "before" and when.part is not None)
    begins = bounded and when.day is None  # "from July", announced in May; «قبل منتصف نوفمبر»
    if reference is None or when.month is None or not (when.day or begins) or not bare or when.relation == "since":
        return usual
    ahead = resolve(when._replace(relation=None), reference, 1)
    near = 2 * _SOON if begins else _SOON
    soon = ahead is not None and ahead.days.low is not None and 0 < (ahead.days.low - reference).days <= near
    return 1 if soon else usual


def _told_before(
    row: Row, lang: str, when: When, said: DateMention | None, found: Sequence[DateMention]
) -> DateMention | None:
    """The date that "since then" stands on: the last that tells of something, no day of the saying; the quarter of "the
    same quarter".
    """
    if when.direction == SAME and when.grain in ("quarter", "half") and when.nth is None:
        told = (m for m in reversed(found[-_SINCE_BACK:]) if m.grain == when.grain)
        return next(told, said)  # «الربع نفسه»
    if when.direction != SAME or when.relation != "since":
        return said
    return next(
        (m for m in reversed(found[-_SINCE_BACK:]) if m.low and not tells_when_said(row, m.start, m.end, lang)), said
    )


def _is_ahead(found: Resolved | None, reference: date | None) -> bool:
    return found is not None and reference is not None and found.days.low is not None and found.days.low > reference


def _waits(row: Row, first: int, lang: str) -> bool:
    """Whether what lasts until a date is only spoken of: "favoured waiting | until September", «الانتظار | حتى …»."""
    before = row.form(first - 1)
    return before in masdars() or before.removeprefix("ال") in masdars() if lang == "ar" else before.endswith("ing")


def _from_now(when: When, found: Resolved, reference: date) -> Resolved:
    """`قبل نهاية سبتمبر` to come names the days from the page's to that end; its first day stays open."""
    high = found.days.high
    ends = when.relation == "before" and when.part in ("end", "mid") and found.days.low is None
    ahead = ends and high is not None and high > reference
    return found._replace(named=Days(reference, high)) if ahead else found


def _ends_soon(when: When, reference: date | None) -> bool:
    """Whether a month without its year ends what lasts, and is at hand: in June "until September" is the coming one."""
    if reference is None or when != When(grain="month", month=when.month, relation="until") or when.month is None:
        return False
    return 0 < (when.month - reference.month) % 12 <= _HALF_YEAR


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
