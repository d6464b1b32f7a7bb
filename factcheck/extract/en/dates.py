"""English date expressions: days, months and weekdays, with the relations that lead them."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.dated import Expression, numeric_date
from factcheck.extract.en.calendar import Read, match, may_begin
from factcheck.extract.en.days import bare_day, deictic, feast_at, of_that_time
from factcheck.extract.en.numbers import number_words
from factcheck.extract.en.periods import (
    ago,
    bare_period,
    day_number,
    decades,
    last_few,
    month_name,
    nth_period,
    period_at,
    season_at,
    two_years,
    year_after,
)
from factcheck.extract.en.stretches import before_said, deadline_at, ending_at, first_months, same_period, since_then
from factcheck.extract.en.years import bare_year
from factcheck.extract.when import When

_AMBIGUOUS = frozenset(("may", "march", "august", "mar", "jan", "jun", "dec", "sep"))
_LEADS = frozenset(
    ("in", "since", "until", "till", "by", "before", "after", "of", "from", "to", "between", "this", "last", "next",
     "and", "early", "late", "mid", "during", "through", "-", "for", "every", "begin", "beginning", "ended", "ending")
)  # fmt: skip
_DAY_LEADS = frozenset(("on", "until", "till", "by", "since", "before", "after", "from"))
_ORDINAL = ("st", "nd", "rd", "th")


def date_at(row: Row, i: int, taken: int) -> Expression | None:
    """The date expression that begins at token `i`, or `None`."""
    if row.kind(i) == "number" and row.touches(i) and row.form(i - 1) in ("/", "-", ".", ":", "$", "£", "€"):
        return None
    if not may_begin(row, i):
        return None
    found = since_then(row, i) or _related(row, i) or deadline_at(row, i) or _ending(row, i)
    if found is None:
        core = _core(row, i)
        found = _between(row, i, core) or core
    if found is None:
        return None
    when, last = found
    return Expression(i, last, row.tokens[i].start, row.tokens[last - 1].end, when)


def _related(row: Row, i: int) -> Read | None:
    """`since March`, `by the end of the month`, `until Sunday`, `before 2020`."""
    found = match(row, i, "relation")
    if found is None:
        return None
    relation, at = found
    inner = _core(row, at, prefixed=True)
    if inner is None or inner[0].relation is not None:
        return None
    when, last = inner
    if relation == "from" and (row.form(i) == "from" or when.part):
        return None
    if relation == "after" and row.form(i) == "following":
        return None
    if relation in ("after", "before") and when.grain in ("hour", "minute"):
        return None
    return when._replace(relation=relation), last  # type: ignore[arg-type]  # the list holds relations only


def _ending(row: Row, i: int) -> Read | None:
    """`the three months to June`, `the year ended March 31`."""
    found = ending_at(row, i)
    inner = _core(row, found[1], prefixed=True) if found else None
    if found is None or inner is None or (inner[0].month is None and inner[0].year is None) or inner[0].other:
        return None
    return inner[0]._replace(stretch=found[0]), inner[1]


def _between(row: Row, i: int, core: Read | None) -> Read | None:
    """`between 2019 and 2021`, `from November 20 to December 11`, `March 3-5, 2024`, `2019-2021`.

    `core` is the date that begins at token `i`.
    """
    opener = row.form(i) if row.form(i) in ("between", "from") else ""
    first = core
    if opener:
        first = _core(row, i + 1, prefixed=True) or day_number(row, i + 1)
    if first is None:
        return None
    when, last = first
    link = row.form(last)
    if not (
        (link == "and" and opener == "between")
        or (link in ("to", "until", "through", "till") and (opener == "from" or when.month))
        or (link in ("-", "–", "—") and not opener)
    ):
        return None
    second = _core(row, last + 1, prefixed=True)
    if second is None and when.month is not None and when.day is not None:
        number = day_number(row, last + 1)
        if number:
            end = number[0]
            year = year_after(row, number[1], when._replace(day=end.day))
            return when._replace(year=year[0].year, other=year[0]), year[1]
    if second is None or not _rangeable(when, second[0]):
        return None
    return when._replace(other=second[0]), second[1]


def _rangeable(first: When, last: When) -> bool:
    if first.day is not None and first.month is None:
        return last.day is not None and last.month is not None
    if last.year is not None and last.month is None and last.nth is None:
        return first.year is not None and first.month is None and first.year < last.year
    return (first.month is not None) == (last.month is not None) and (first.weekday is None) == (last.weekday is None)


def _core(row: Row, i: int, prefixed: bool = False) -> Read | None:
    if i >= len(row.tokens):
        return None
    if row.kind(i) == "number":
        return (
            _numeric(row, i)
            or two_years(row, i)
            or _day_month(row, i)
            or _first_day(row, i)
            or _second_day(row, i)
            or ago(row, i)
            or before_said(row, i)
            or nth_period(row, i)
            or decades(row, i)
            or bare_year(row, i, prefixed)
        )
    if row.kind(i) != "word":
        return None
    for read in _READERS:
        found = read(row, i)
        if found:
            return found
    return bare_period(row, i) if prefixed else None


def _numeric(row: Row, i: int) -> Read | None:
    """`2024-10-30`, `10/30/2024`, `30/10/2024`, `30.10.2024`; where both readings fit, month first as in the US."""
    found = numeric_date(row, i)
    if found is None:
        return None
    year, last = found.year, found.last
    day_leads = not found.year_leads and (found.first > 12 or found.mark == ".")
    month, day = (found.second, found.first) if day_leads else (found.first, found.second)
    if not 1000 <= year < 2200 or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return When(year=year, month=month, day=day), last


def _first_day(row: Row, i: int) -> Read | None:
    """The 3 of `3 and 4 May 2024`."""
    first, second = day_number(row, i), day_number(row, i + 2)
    month = month_name(row, second[1]) if first and second and row.form(i + 1) == "and" else None
    if first is None or second is None or month is None:
        return None
    return year_after(row, month[1], When(month=month[0], day=first[0].day))[0], i + 1


def _year_of_two(row: Row, i: int) -> int | None:
    """The year that the first of two days shares: the 2022 of `June 5th | and 6th, 2022`."""
    second = day_number(row, i + 1) if row.form(i) == "and" else None
    return year_after(row, second[1], second[0])[0].year if second is not None else None


def _second_day(row: Row, i: int) -> Read | None:
    """The 6 of `June 5 and 6`, `June 5th and 6th`."""
    at = i - 2 - (row.form(i - 2) in _ORDINAL)
    first, second = day_number(row, at) if at > 0 else None, day_number(row, i)
    dotted = row.form(at - 1) == "."  # "Oct. 5 and 6"
    month = month_name(row, at - 1 - dotted) if first and row.form(i - 1) == "and" else None
    if month is None or second is None or month[1] != at or row.kind(second[1]) == "word":
        return None
    return year_after(row, second[1], When(month=month[0], day=second[0].day))


def _month_day(row: Row, i: int) -> Read | None:
    """`May 16`, `October 12, 2022`, `Oct. 24`, `March 2021`, a month alone behind what leads it: `in May`."""
    month = month_name(row, i)
    if month is None:
        return None
    when, last = When(grain="month", month=month[0]), month[1]
    at = last + 1 if row.form(last) == "the" else last
    number = day_number(row, at)
    if number:
        when, last = when._replace(grain="day", day=number[0].day), number[1]
        if row.kind(last) == "word" and row.touches(last):
            return None
        if row.kind(i - 1) == "word" and row.form(i - 1) == "operation":
            return None
        shared = _year_of_two(row, last)
        return (when._replace(year=shared), last) if shared is not None else year_after(row, last, when)
    found = year_after(row, last, when)
    if found[1] > last:
        return found
    before = row.form(i - 1)
    ambiguous = row.form(i) in _AMBIGUOUS
    led = before in _LEADS or (row.form(i - 3) == before == "as" and row.form(i - 2) in ("early", "late", "recently"))
    if ambiguous and not led and not _dates_a_noun(row, i, last):
        return None
    if before in ("april", "miss", "ms", "mr", "mrs", "theresa") and not led:
        return None
    nxt = row.tokens[last] if last < len(row.tokens) else None
    if not led and nxt is not None and nxt.kind == "word" and row.text[nxt.start].isupper():
        return None
    return when, last


def _dates_a_noun(row: Row, i: int, last: int) -> bool:
    """`an August attack`, `a March ruling`: a month in capitals between an article and a noun in small letters."""
    if row.form(i - 1) not in ("a", "an", "its", "their") and (row.form(i - 1), row.form(i)) != ("the", "august"):
        return False
    capital = row.text[row.tokens[i].start].isupper() and row.kind(last) == "word"
    return capital and row.text[row.tokens[last].start].islower() and row.form(last) not in ("of", "on", "to", "and")


def _day_month(row: Row, i: int) -> Read | None:
    """`12 October 2022`, `the 3rd of May`, `30th of the month`, `first of May`."""
    at = i + 1 if row.form(i) == "the" else i
    number = day_number(row, at)
    if number is None:
        word = number_words().get(row.form(at))
        if word is None or word[1] != "ordinal" or row.form(at + 1) != "of":
            return None
        number = When(day=int(word[0])), at + 1
    when, last = number
    of = row.form(last) == "of"
    if of:
        last += 1
    month = month_name(row, last)
    if month is None:
        if not of and at > i and row.form(i - 1) in _DAY_LEADS and row.form(last - 1) in _ORDINAL:
            return bare_day(row, i, when, last)
        if of and row.form(last) == "this" and row.form(last + 1) == "month":
            return when._replace(offset=0), last + 2
        if of and row.form(last) in ("last", "next") and row.form(last + 1) == "month":
            return when._replace(offset=-1 if row.form(last) == "last" else 1), last + 2
        return None
    return year_after(row, month[1], When(month=month[0], day=when.day))


def _week_day(row: Row, i: int) -> Read | None:
    """`Tuesday`, `late Wednesday`, `Thursday morning`, `last Friday`, `Tuesday, Oct. 3`, `yesterday`-free."""
    at, direction = i, None
    if row.form(at) in ("late", "early", "midday"):
        at += 1
    if row.form(at) == "on":
        return None
    led = match(row, at, "direction")
    if led and row.form(at) not in ("the", "past", "current", "previous"):
        direction, at = int(led[0]), led[1]
    found = match(row, at, "weekday")
    short = None
    if found is None:
        short = match(row, at, "weekday_short")
        if short and (
            row.form(short[1]) in (".", ",") and row.kind(short[1] + 1) == "word" and match(row, short[1] + 1, "month")
        ):
            found = short
    if found is None or not row.text[row.tokens[at].start].isupper():
        return None
    weekday, last = int(found[0]), found[1]
    if row.form(last) in ("'s",) or (row.form(i - 1) == "a" and row.form(last) in ("in", "this", "last")):
        return None  # "on a Friday in June"
    when = When(weekday=weekday, direction=direction)
    after = last + 1 if row.form(last) in (",", ".") else last
    full = (
        _month_day(row, after)
        or _day_month(row, after)
        or (_numeric(row, after) if row.kind(after) == "number" else None)
    )
    if full and full[0].day is not None and full[0].month is not None:
        return full[0]._replace(weekday=weekday), full[1]
    part = match(row, last, "daypart")
    if part:
        last = part[1]
    if direction is None and row.form(last) in ("last", "next", "this") and row.form(last + 1) == "week":
        return when._replace(grain="week", offset={"last": -1, "next": 1, "this": 0}[row.form(last)]), last + 2
    return when, last


def _part(row: Row, i: int) -> Read | None:
    """`early 2016`, `mid-March`, `late last year`, `the end of the month`, `year's end`, `year-end`."""
    if row.form(i) in ("year's", "month's", "week's") and row.form(i + 1) == "end":
        return When(grain=row.form(i)[:-2], offset=0, part="end"), i + 2
    if (
        row.form(i) in ("year", "month")
        and row.form(i + 1) in ("-", "end")
        and row.form(i + (2 if row.form(i + 1) == "-" else 1)) == "end"
    ):
        return When(grain=row.form(i), offset=0, part="end"), i + (3 if row.form(i + 1) == "-" else 2)
    if row.form(i) == "the" and row.form(i + 1) in ("year's", "month's") and row.form(i + 2) == "end":
        return When(grain=row.form(i + 1)[:-2], offset=0, part="end"), i + 3
    found = match(row, i, "part")
    if found is None:
        return None
    part, at = found
    if row.form(at) == "-":
        at += 1
    if match(row, at, "part") is not None:
        return None  # a part of a part
    inner = _core(
        row,
        at,
        prefixed=part == "end" or row.form(at - 1) in ("of", "-", "in") or row.form(i) in ("early", "late", "mid"),
    )
    if (
        inner is None
        or inner[0].part
        or inner[0].weekday is not None
        or inner[0].day is not None
        or (inner[0].grain == "day")
    ):
        return None
    if row.form(i) in ("early", "late") and row.form(at) == "the":
        return None
    return inner[0]._replace(part=part), inner[1]


_READERS = (
    of_that_time, feast_at, _week_day, _month_day, deictic, _day_month, _part, ago, before_said, same_period,
    first_months, last_few, nth_period, period_at, season_at,
)  # fmt: skip
