"""Dates in Arabic and English text: which days are meant, with what grain, and whether a page date is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from factcheck.dates import DateMention
from factcheck.extract.amounts import Row
from factcheck.extract.ar import calendar as ar_calendar
from factcheck.extract.ar import dates as ar_dates
from factcheck.extract.dated import Expression
from factcheck.extract.en import calendar as en_calendar
from factcheck.extract.en import dates as en_dates
from factcheck.extract.when import EARLIER, PREVIOUS, SAME, Resolved, When, beside, resolve
from factcheck.text import Token, tokenise

_NEAR = 200  # characters in which `the year before` stands on a date said before
_Opens = Callable[[str, str], bool]
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
) -> list[DateMention]:
    """Like `find_dates`, on tokens already made."""
    opens, date_at, tense_at = _READERS[lang]
    row = Row(text, tokens)
    found: list[DateMention] = []
    taken, said = 0, None
    for i, token in enumerate(tokens):
        if i < taken or not opens(token.form, token.kind):
            continue
        expression = date_at(row, i, taken)
        if expression is None:
            continue
        when = _of_the_same(expression.when, said)
        tense = tense_at(row, expression.first, expression.last) or (1 if prefer == "future" else -1)
        try:
            resolved = _resolved(when, said, expression.start, reference, tense)
        except ValueError:
            taken = expression.last
            continue
        if resolved is None and when.direction in (PREVIOUS, EARLIER):
            continue  # "a day earlier", and nobody said than when
        taken = expression.last
        itself = when.names_itself or (when.direction == PREVIOUS and said is not None and said.kind == "date")
        mention = _mention(text, expression, itself, when.grain, resolved)
        found.append(mention)
        if mention.low or mention.high:
            said = mention
    return found


def _resolved(when: When, said: DateMention | None, start: int, reference: date | None, tense: int) -> Resolved | None:
    """The calendar's answer, seen from the date said before where the words look at one; else from the page's."""
    if when.direction == SAME:
        return None
    if when.direction not in (PREVIOUS, EARLIER):
        return resolve(when, reference, tense)
    if said is not None and said.low is not None and said.high is not None and start - said.end <= _NEAR:
        return beside(when, said.low, said.high, said.grain, said.basis)
    return resolve(when._replace(direction=None), reference, tense) if when.grain == "year" else None


def _of_the_same(when: When, said: DateMention | None) -> When:
    """`29 من الشهر نفسه`: of the month or year of the date said before."""
    day = (said.low or said.high) if said else None
    if when.direction != SAME or not day:
        return when
    if when.grain == "year" or when.nth is not None or when.month is not None:
        return when._replace(direction=None, year=day.year, offset=None)
    if when.grain == "month" or when.day is not None:
        return when._replace(direction=None, year=day.year, month=day.month, offset=None)
    return when


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
        days.iso(),
        resolved.grain,
        resolved.basis,
        True,
        resolved.weekday_fits,
    )
