"""English stretches of time: deadlines, periods that end with a date, the first months of a year, what came before."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.en.calendar import Read, match, table, tense_at
from factcheck.extract.en.numbers import number_words, numeral_at
from factcheck.extract.en.periods import bare_period, count_of_units, period_at
from factcheck.extract.en.years import bare_year
from factcheck.extract.when import DEADLINE, EARLIER, PREVIOUS, SAME, THAN_THAT, When

_GRAINS = frozenset(("day", "week", "month", "quarter", "year"))
_SAME = frozenset(("period", "quarter", "month", "week", "day", "half", "time", "months", "span"))
_ENDING = frozenset(("to", "ended", "ending", "through"))


def deadline_at(row: Row, i: int) -> Read | None:
    """`will be settled within 21 days`, `will reply in 48 hours`: from the day it is set; `recovered within 21 days` is
    a stretch somewhere.
    """
    if row.form(i) != "within" and not (row.form(i) == "in" and _will_act(row, i)):
        return None
    counted = count_of_units(row, i + 1)
    if counted is None or counted[1] == "weekend" or row.form(counted[2]) == "of" or tense_at(row, i, counted[2]) <= 0:
        return None
    n, grain, last = counted
    return When(grain=grain, span=n, direction=DEADLINE), last


def _will_act(row: Row, i: int) -> bool:
    """Whether something is to be done by then: `will reply in 48 hours`; not `will be the third strike in ten days`."""
    for k in range(i - 1, max(-1, i - _ACT), -1):
        form = row.form(k)
        if form in ("will", "would", "shall", "won't") or form.endswith("'ll"):
            return row.form(k + 1) != "have"
        if form == "to" and row.form(k - 1) in table()["future"].keys() | table()["bidden"].keys():
            return True
        numeral = number_words().get(form)
        ranks = form in _RANKS or form.endswith("est") or (numeral is not None and numeral[1] == "ordinal")
        if row.kind(k) != "word" or ranks:
            return False
    return False


_ACT = 9  # tokens before "in two days" in which a modal says what is to be done
_RANKS = frozenset(
    ("most", "best", "worst", "least", "only", "last", "time", "times", "once", "twice", "than", "more", "fewer")
)


def before_said(row: Row, i: int) -> Read | None:
    """`the year before`, `the previous month`, `a year earlier`, `three days later`: seen from the date said before."""
    if row.form(i) == "the":
        beside = _day_beside(row, i)
        if beside is not None:
            return beside
        if row.form(i + 1) in ("previous", "prior", "preceding"):
            unit = match(row, i + 2, "unit")
            if unit and unit[0] in _GRAINS and row.form(unit[1]) not in ("'s", "-"):
                return When(grain=unit[0], offset=-1, direction=PREVIOUS), unit[1]
            return None
        unit = match(row, i + 1, "unit")
        if unit and unit[0] in _GRAINS and row.form(unit[1]) == "before" and row.form(unit[1] + 1) == "last":
            return When(grain=unit[0], offset=-2), unit[1] + 2
        if unit and unit[0] in _GRAINS and row.form(unit[1]) == "before":
            ends = unit[1] + 1 >= len(row.tokens) or row.kind(unit[1] + 1) not in ("word", "number")
            return (When(grain=unit[0], offset=-1, direction=PREVIOUS), unit[1] + 1) if ends else None
        return None
    counted = count_of_units(row, i)
    if counted is None or counted[1] not in _GRAINS or row.form(counted[2] + 1) == "than":
        return None
    if row.form(counted[2]) == "later" and row.form(i - 1) not in _ROUGHLY:
        return When(grain=counted[1], offset=counted[0], direction=THAN_THAT), counted[2] + 1
    that = row.form(counted[2]) in ("before", "after") and row.form(counted[2] + 1) in ("that", "then")
    if that and row.form(i - 1) not in _ROUGHLY and row.kind(counted[2] + 2) not in ("word", "number"):
        side = 1 if row.form(counted[2]) == "after" else -1
        return When(grain=counted[1], offset=side * counted[0], direction=THAN_THAT), counted[2] + 2
    if row.form(counted[2]) not in ("earlier", "previously"):
        return None
    return When(grain=counted[1], offset=-counted[0], direction=EARLIER), counted[2] + 1


def _day_beside(row: Row, i: int) -> Read | None:
    """`the next morning`, `the following day`, `the previous evening`, `the night before`: from the day said before."""
    if row.form(i + 2) in ("previous", "before") and row.form(i + 1) in _DAY_PARTS:
        ends = i + 3 >= len(row.tokens) or row.kind(i + 3) not in ("word", "number")
        return (When(offset=-1, direction=PREVIOUS), i + 3) if ends and row.form(i + 1) != "day" else None
    if row.form(i + 2) not in _DAY_PARTS or row.form(i + 3) in ("'s", "-", "or", "of", "and"):
        return None
    if row.form(i + 1) == "previous" and row.form(i + 2) != "day":
        return When(offset=-1, direction=PREVIOUS), i + 3
    after = row.form(i + 1) in ("next", "following") and row.form(i - 1) not in _OVER
    return (When(offset=1, direction=THAN_THAT), i + 3) if after else None


_ROUGHLY = frozenset(("than", "nearly", "almost", "over", "until", "no"))  # "more than two weeks later"
_DAY_PARTS = frozenset(("day", "morning", "afternoon", "evening", "night"))
_OVER = frozenset(("over", "in", "within", "for", "during"))


def since_then(row: Row, i: int) -> Read | None:
    """`since then`, `since that day`: from the date said before to the page's."""
    if row.form(i) != "since":
        return None
    last = i + 2 if row.form(i + 1) == "then" else i + 3 if row.form(i + 1) == "that" else 0
    named = last == i + 2 or row.form(i + 2) in _THEN
    return (When(grain="period", direction=SAME, relation="since"), last) if last and named else None


_THEN = frozenset(("day", "date", "time", "moment", "year", "month", "week"))


def same_period(row: Row, i: int) -> Read | None:
    """`the same period`: that of the date said before; `the same quarter last year`, `the same month of 2023`: a year
    or more earlier.
    """
    if row.form(i) != "the" or row.form(i + 1) != "same" or row.form(i + 2) not in _SAME:
        return None
    goes_on = row.form(i + 3) in ("of", "in", "a", "the", "as", "last", "that") or row.kind(i + 3) == "number"
    if row.form(i + 2) == "period" and row.form(i - 1) in ("over", "in", "during", "for") and not goes_on:
        return When(grain="period", direction=SAME), i + 3
    last = i + 4 if row.form(i + 3) in ("of", "in", "a", "the") else i + 3
    if row.form(i + 3) == "a":
        return (When(grain="year", offset=-1, direction=THAN_THAT), i + 6) if _ends_earlier(row, i + 4) else None
    year = period_at(row, last) or before_said(row, last - 1) or bare_year(row, last, True)
    if year is None or year[0].grain != "year":
        return None
    if year[0].year is not None:
        return When(grain="year", year=year[0].year, direction=THAN_THAT), year[1]
    return (When(grain="year", offset=-1, direction=THAN_THAT), year[1]) if year[0].offset == -1 else None


def _ends_earlier(row: Row, i: int) -> bool:
    return row.form(i) == "year" and row.form(i + 1) in ("earlier", "before", "ago")


def ending_at(row: Row, i: int) -> tuple[tuple[int, str], int] | None:
    """`the three months to`, `the year ended`, `six months through`: how much, and where its last date begins."""
    at = i + 1 if row.form(i) == "the" else i
    if row.form(i) == "the" and (unit := match(row, at, "unit")):
        n, grain, last = 1, unit[0], unit[1]
    else:
        counted = count_of_units(row, at)
        if counted is None or (at == i and row.form(i - 1) not in ("in", "for", "over", "during")):
            return None
        n, grain, last = counted
    if grain not in _GRAINS or row.form(last) not in _ENDING:
        return None
    last += 1
    return (n, grain), last + 1 if row.form(last) in ("in", "on", "the") else last


def first_months(row: Row, i: int) -> Read | None:
    """`the first nine months of 2024`, `the first three months of the year`."""
    at = i + 1 if row.form(i) == "the" else i
    if row.form(at) != "first":
        return None
    numeral = numeral_at(row.text, row.tokens, at + 1) if at + 1 < len(row.tokens) else None
    if numeral is None or numeral.kind != "cardinal" or not 2 <= numeral.value <= 11:
        return None
    if row.form(numeral.last) != "months":
        return None
    last = numeral.last + 1
    if row.form(last) not in ("of", "in"):
        return None
    year = period_at(row, last + 1) or bare_period(row, last + 1) or bare_year(row, last + 1, True)
    if year is None or year[0].grain != "year" or (year[0].year is None and year[0].offset is None):
        return None
    first = When(grain="month", month=1, year=year[0].year, offset=year[0].offset if year[0].year is None else None)
    return first._replace(other=first._replace(month=int(numeral.value))), year[1]
