"""English quarters, seasons and other periods, said or counted from the reference."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.en.calendar import Read, match
from factcheck.extract.en.numbers import numeral_at
from factcheck.extract.en.years import bare_year
from factcheck.extract.when import AGO, When


def day_number(row: Row, i: int) -> Read | None:
    form = row.form(i)
    if row.kind(i) != "number" or not form.isdecimal() or not 1 <= int(form[:3]) <= 31 or len(form) > 2:
        return None
    last = i + 1
    if row.form(last) in ("st", "nd", "rd", "th") and row.touches(last):
        last += 1
    return When(day=int(form)), last


def month_name(row: Row, i: int) -> tuple[int, int] | None:
    found = match(row, i, "month")
    if found is None or not row.text[row.tokens[i].start].isupper():
        return None
    last = found[1]
    if row.form(last) == "." and len(row.form(i)) <= 4 and (row.kind(last + 1) == "number" or row.touches(last)):
        last += 1 if row.kind(last + 1) == "number" else 0
    return int(found[0]), last


def year_after(row: Row, i: int, when: When) -> Read:
    at = i
    if row.form(at) == ",":
        at += 1
    if row.form(at) == "of":
        at += 1
    form = row.form(at)
    if (
        row.kind(at) == "number"
        and form.isdecimal()
        and len(form) == 4
        and 1000 <= int(form) < 2200
        and not (row.touches(at + 1) and row.kind(at + 1) == "word")
    ):
        if row.form(at - 1) == "," and when.day is None:
            return when, i
        return when._replace(year=int(form)), at + 1
    direction = match(row, at, "direction")
    if direction and row.form(direction[1]) == "year":
        return when._replace(offset=int(direction[0])) if when.nth is not None else _year_offset(
            when, int(direction[0])
        ), direction[1] + 1
    return when, i


def _year_offset(when: When, offset: int) -> When:
    return when._replace(direction=0) if offset == 0 else when._replace(offset=offset)


def _unit(row: Row, i: int) -> tuple[str, int, bool] | None:
    found = match(row, i, "unit")
    if found:
        return found[0], found[1], False
    found = match(row, i, "units")
    return (found[0], found[1], True) if found else None


def count_of_units(row: Row, at: int) -> tuple[int, str, int] | None:
    """`five years`, `a week`, `an hour`: how many of which grain, and the index after them."""
    if at not in row.counted:
        row.counted[at] = _count_of_units(row, at)
    return row.counted[at]


def _count_of_units(row: Row, at: int) -> tuple[int, str, int] | None:
    if row.form(at) in ("a", "an", "one"):
        value, last = 1, at + 1
    else:
        numeral = numeral_at(row.text, row.tokens, at) if at < len(row.tokens) else None
        if numeral is None or numeral.kind != "cardinal" or numeral.value != int(numeral.value) or numeral.value > 9999:
            return None
        value, last = int(numeral.value), numeral.last
    unit = _unit(row, last)
    return (value, unit[0], unit[1]) if unit else None


def ago(row: Row, i: int) -> Read | None:
    """`five years ago`, `a week ago`, `two days earlier` (no), `in the 1980s` (no)."""
    if row.form(i) in ("about", "some", "around", "nearly", "almost", "over"):
        return None
    counted = count_of_units(row, i)
    if counted is None:
        return None
    value, grain, last = counted
    if grain == "decade":
        value, grain = value * 10, "year"
    if row.form(last) == "ago":
        return When(grain=grain, offset=-value, direction=AGO if value == 1 else None), last + 1
    if row.form(last) == "from" and row.form(last + 1) in ("now", "today"):
        return When(grain=grain, offset=value), last + 2
    return None


def last_few(row: Row, i: int) -> Read | None:
    """`the past three days`, `the last two years`, `the next six months`, `recent`-free."""
    at = i + 1 if row.form(i) in ("the", "over", "these") else i
    if row.form(at) == "the":
        return None
    direction = match(row, at, "direction")
    if direction is None or direction[0] == "0" or (row.form(at) == "last" and match(row, i - 1, "before_verb")):
        return None
    at = direction[1]
    if row.form(at) == "few" or row.form(at) == "several":
        return None
    if row.kind(at) not in ("number", "word"):
        return None
    sign = int(direction[0])
    numeral = numeral_at(row.text, row.tokens, at) if at < len(row.tokens) else None
    if numeral is None or numeral.kind != "cardinal" or numeral.value != int(numeral.value):
        unit = _unit(row, at)
        if unit and row.form(i) in ("the",) and row.form(at - 1) == "past" and not unit[2]:
            past = When(grain="weekend", offset=-1) if unit[0] == "weekend" else When(grain=unit[0], span=sign)
            return past, unit[1]
        return None
    hyphen = numeral.last + 1 if row.form(numeral.last) == "-" else numeral.last
    unit = _unit(row, hyphen)
    if unit is None or unit[0] == "weekend" or row.form(unit[1]) == "of":
        return None
    return When(grain=unit[0], span=sign * int(numeral.value)), unit[1]


def nth_period(row: Row, i: int) -> Read | None:
    """`the second quarter of 2023`, `Q2 2023`, `H1`, `the first half of the year`, `the 21st century`, `the 1980s`."""
    at = i + 1 if row.form(i) == "the" else i
    form = row.form(at)
    if form in _SHORT and row.touches(at + 1) and row.form(at + 1) in _SHORT[form][1]:
        return year_after(row, at + 2, When(grain=_SHORT[form][0], nth=int(row.form(at + 1))))
    if row.kind(at) == "number":
        decade = decades(row, at)
        if decade:
            return decade
    numeral = (
        numeral_at(row.text, row.tokens, at)
        if at < len(row.tokens) and row.kind(at) in ("number", "word") and form not in ("a", "an")
        else None
    )
    if form in ("last", "final"):
        return None
    if numeral is None or numeral.kind != "ordinal":
        return None
    nth, last = int(numeral.value), numeral.last
    joined = row.form(last) == "-"  # "a third-quarter loss"
    if joined:
        last += 1
    grain = row.form(last)
    if grain == "century":
        return When(grain="century", year=nth * 100 - 99), last + 1
    if grain not in ("quarter", "half") or nth > (4 if grain == "quarter" else 2):
        return None
    when, end = year_after(row, last + 1, When(grain=grain, nth=nth))
    if end == last + 1 and row.form(end) in ("of", "in"):
        period = period_at(row, end + 1) or bare_period(row, end + 1) or bare_year(row, end + 1, True)
        if period and period[0].grain == "year" and period[0].offset is not None:
            return when._replace(offset=period[0].offset), period[1]
        if period and period[0].grain == "year" and period[0].year is not None:
            return when._replace(year=period[0].year), period[1]
    if end == last + 1 and joined and grain == "quarter":
        return when, end
    if end == last + 1 and (grain == "half" or (row.form(i) != "the" and row.form(i - 1) not in ("in", "of"))):
        return None
    return when, end


_SHORT = {"q": ("quarter", "1234"), "h": ("half", "12")}  # "Q3", "H1"


def decades(row: Row, i: int) -> Read | None:
    form = row.form(i)
    if row.touches(i + 1) and row.form(i + 1) == "s" and form.isdecimal() and len(form) == 4 and form.endswith("0"):
        return When(grain="decade", year=int(form)), i + 2
    if row.touches(i + 1) and row.form(i + 1) == "'s" and form.isdecimal() and len(form) == 4 and form.endswith("0"):
        return When(grain="decade", year=int(form)), i + 2
    return None


def period_at(row: Row, i: int) -> Read | None:
    """`last year`, `this month`, `next week`, `the coming weekend`, `last March`, `the current quarter`."""
    at = i + 1 if row.form(i) == "the" else i
    if row.form(i) == "over" and row.form(i + 1) in ("the", "this", "last"):
        at = i + 2 if row.form(i + 1) == "the" else i + 1
        if row.form(at) == "weekend":
            return When(grain="weekend"), at + 1
        return None
    if row.form(i) == "the" and row.form(at) == "weekend" and row.form(i - 1) in ("at", "during"):
        return When(grain="weekend"), at + 1
    direction = match(row, at, "direction")
    if direction is None:
        if row.form(i) == "the" and row.form(at) == "same" and row.form(at + 1) in ("year", "month"):
            return When(grain=row.form(at + 1), direction=2), at + 2
        return None
    sign, last = int(direction[0]), direction[1]
    if row.form(at) in ("following", "past") or (row.form(i) == "the" and row.form(at) in ("previous", "next", "last")):
        return None
    month = month_name(row, last)
    if month:
        if day_number(row, month[1]):
            number = day_number(row, month[1])
            assert number is not None
            return When(month=month[0], day=number[0].day, direction=sign), number[1]
        return When(grain="month", month=month[0], direction=sign), month[1]
    season = match(row, last, "season")
    if season:
        return When(grain="season", nth=int(season[0]), direction=sign), season[1]
    unit = match(row, last, "unit")
    if unit is None or unit[0] in ("second", "minute", "hour", "day"):
        return None
    if row.form(unit[1]) == "'s" or row.form(unit[1]) == "-":
        return None
    around = [(row.form(k), row.form(k + 1)) for k in (i - 2, unit[1])]
    if sign == 0 and ("so", "far") in around:
        return When(grain=unit[0], offset=0, part="start", relation="since"), unit[1]  # "so far this year"
    return When(grain=unit[0], offset=sign), unit[1]


def bare_period(row: Row, i: int) -> Read | None:
    """`the month` after `by the end of`: the current one."""
    if row.form(i) != "the":
        return None
    unit = match(row, i + 1, "unit")
    if unit is None or unit[0] not in ("week", "month", "quarter", "year", "decade", "century", "weekend"):
        return None
    if row.form(unit[1]) in ("before", "of", "after", "when", "that"):
        return None
    return When(grain=unit[0], offset=0), unit[1]


def season_at(row: Row, i: int) -> Read | None:
    """`summer 2019`, `the summer of 2019`, `in the spring`, `late winter`."""
    at = i + 1 if row.form(i) == "the" else i
    found = match(row, at, "season")
    if found is None:
        return None
    when, end = year_after(row, found[1], When(grain="season", nth=int(found[0])))
    if when.year is not None and (second := second_year(row, end - 1)) is not None:
        return when._replace(year=when.year + (found[0] == _WINTER)), second  # "the winter of 2021-22"
    led = row.form(i - 1) in ("early", "late", "mid") or (at > i and row.form(i - 1) in ("in", "by", "until", "since"))
    return (when, end) if end > found[1] or led else None


_WINTER = "1"


def second_year(row: Row, i: int) -> int | None:
    """The index behind the 20 of `2019-20` and `2019/20`, whose first year stands at token `i`; else `None`."""
    first, second = row.form(i), row.form(i + 2)
    joined = row.form(i + 1) in ("-", "–", "/") and row.touches(i + 1) and row.touches(i + 2)
    goes_on = row.touches(i + 3) and (row.kind(i + 3) != "mark" or row.form(i + 3) in ("-", "/"))
    if not joined or len(first) != 4 or len(second) != 2 or not (first + second).isdecimal() or goes_on:
        return None
    return i + 3 if 1850 <= int(first) < 2100 and (int(first) + 1) % 100 == int(second) else None


def two_years(row: Row, i: int) -> Read | None:
    """`the 2019-20 season`, `in 2021/22`: the two years."""
    last = second_year(row, i)
    if last is None:
        return None
    year = int(row.form(i))
    return When(grain="year", year=year, other=When(grain="year", year=year + 1)), last
