"""English date expressions: days, months, weekdays, periods and their relations."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from factcheck.extract.amounts import Row
from factcheck.extract.dated import Expression
from factcheck.extract.en_numbers import number_words, numeral_at
from factcheck.extract.en_quantities import bounds, is_plural, measures, words
from factcheck.extract.when import When
from factcheck.lang import rows

Read = tuple[When, int]  # what was said, and the index after it
_MODALS = frozenset(("will", "shall", "would", "won't", "upcoming", "could", "might"))
_AMBIGUOUS = frozenset(("may", "march", "august", "mar", "jan", "jun", "dec", "sep"))
_GRAINS = {"fortnight": "fortnight", "weekend": "weekend"}


@cache
def _table() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Role to first word to phrases, longest first."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for words, role, value, *_ in rows("en", "calendar"):
        phrase = tuple(words.split())
        table.setdefault(role, {}).setdefault(phrase[0], []).append((phrase, value))
    for by_first in table.values():
        for phrases in by_first.values():
            phrases.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _openers() -> frozenset[str]:
    roles = ("month", "weekday", "weekday_short", "day", "daypart", "direction", "part", "relation", "season")
    firsts = {first for role in roles for first in _table()[role]}
    return frozenset(firsts | {"the", "between", "from", "q", "a", "an", "over", "year", "month", "week", "that", "that"} | set(number_words()))


def opens(form: str, kind: str) -> bool:
    """Whether a date can begin with this token."""
    return kind == "number" or (kind == "word" and form in _openers())


def match(row: Row, i: int, role: str) -> tuple[str, int] | None:
    """The value of a phrase of `role` at token `i` and the index after it."""
    for phrase, value in _table()[role].get(row.form(i), ()):
        if all(row.form(i + k) == phrase[k] for k in range(1, len(phrase))):
            return value, i + len(phrase)
    return None


def date_at(row: Row, i: int, taken: int) -> Expression | None:
    """The date expression that begins at token `i`, or `None`."""
    if row.kind(i) == "number" and row.touches(i) and row.form(i - 1) in ("/", "-", ".", ":", "$", "£", "€"):
        return None
    found = _related(row, i) or _between(row, i) or _core(row, i)
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
    if relation == "from":
        if row.form(i) == "from" or when.part:
            return None
    if relation == "after" and row.form(i) == "following":
        return None
    if relation in ("after", "before") and when.grain in ("hour", "minute"):
        return None
    return replace(when, relation=relation), last  # type: ignore[arg-type]  # the list holds relations only


def _between(row: Row, i: int) -> Read | None:
    """`between 2019 and 2021`, `from November 20 to December 11`, `March 3-5, 2024`, `2019-2021`."""
    opener = row.form(i) if row.form(i) in ("between", "from") else ""
    at = i + 1 if opener else i
    first = _core(row, at, prefixed=bool(opener)) or (_day_number(row, at) if opener else None)
    if first is None:
        return None
    when, last = first
    link = row.form(last)
    if not (link == "and" and opener == "between" or link in ("to", "until", "through", "till") and (opener == "from" or when.month) or link in ("-", "–", "—") and not opener):
        return None
    second = _core(row, last + 1, prefixed=True)
    if second is None and when.month is not None and when.day is not None:
        number = _day_number(row, last + 1)
        if number:
            end = number[0]
            year = _year_after(row, number[1], replace(when, day=end.day))
            return replace(when, year=year[0].year, other=year[0]), year[1]
    if second is None or not _rangeable(when, second[0]):
        return None
    return replace(when, other=second[0]), second[1]


def _rangeable(first: When, last: When) -> bool:
    if first.day is not None and first.month is None:
        return last.day is not None and last.month is not None
    if last.year is not None and last.month is None and last.nth is None:
        return first.year is not None and first.month is None and first.year < last.year
    return (first.month is not None) == (last.month is not None) and (first.weekday is None) == (last.weekday is None)


def _day_number(row: Row, i: int) -> Read | None:
    form = row.form(i)
    if row.kind(i) != "number" or not form.isdecimal() or not 1 <= int(form[:3]) <= 31 or len(form) > 2:
        return None
    last = i + 1
    if row.form(last) in ("st", "nd", "rd", "th") and row.touches(last):
        last += 1
    return When(day=int(form)), last


def _core(row: Row, i: int, prefixed: bool = False) -> Read | None:
    if i >= len(row.tokens):
        return None
    if row.kind(i) == "number":
        return _numeric(row, i) or _day_month(row, i) or _ago(row, i) or _nth_period(row, i) or _decades(row, i) or _bare_year(row, i, prefixed)
    if row.kind(i) != "word":
        return None
    for read in (_week_day, _month_day, _deictic, _day_month, _part, _ago, _last_few, _nth_period, _period, _season):
        found = read(row, i)
        if found:
            return found
    return _bare_period(row, i) if prefixed else None


def _numeric(row: Row, i: int) -> Read | None:
    """`2024-10-30`, `10/30/2024`, `30/10/2024`, `30.10.2024`; where both readings fit, month first as in the US."""
    form = row.form(i)
    parts, last, mark = form.split("."), i + 1, "."
    if len(parts) == 1:
        mark = row.form(i + 1)
        if mark not in ("/", "-") or row.form(i + 3) != mark or row.kind(i + 2) != "number" or row.kind(i + 4) != "number":
            return None
        parts, last = [form, row.form(i + 2), row.form(i + 4)], i + 5
        if row.form(last) == mark and row.kind(last + 1) == "number":
            return None
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        year, month, day = a, b, c
    elif len(parts[2]) == 4 and len(parts[0]) <= 2 and len(parts[1]) <= 2:
        year, month, day = (c, b, a) if a > 12 or mark == "." else (c, a, b)
    else:
        return None
    if not 1000 <= year < 2200 or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return When(year=year, month=month, day=day), last


def _month_name(row: Row, i: int) -> tuple[int, int] | None:
    found = match(row, i, "month")
    if found is None or not row.text[row.tokens[i].start].isupper():
        return None
    last = found[1]
    if row.form(last) == "." and len(row.form(i)) <= 4 and (row.kind(last + 1) == "number" or row.touches(last)):
        last += 1 if row.kind(last + 1) == "number" else 0
    return int(found[0]), last


def _month_day(row: Row, i: int) -> Read | None:
    """`May 16`, `October 12, 2022`, `Oct. 24`, `March 2021`, `early in 2016`'s months alone: `in May`."""
    month = _month_name(row, i)
    if month is None:
        return None
    when, last = When(grain="month", month=month[0]), month[1]
    at = last + 1 if row.form(last) == "the" else last
    number = _day_number(row, at)
    if number:
        when, last = replace(when, grain="day", day=number[0].day), number[1]
        if row.kind(last) == "word" and row.touches(last):
            return None
        if row.kind(i - 1) == "word" and row.form(i - 1) == "operation":
            return None
        return _year_after(row, last, when)
    found = _year_after(row, last, when)
    if found[1] > last:
        return found
    before = row.form(i - 1)
    ambiguous = row.form(i) in _AMBIGUOUS
    led = before in ("in", "since", "until", "till", "by", "before", "after", "of", "from", "to", "between", "this", "last", "next", "and", "early", "late", "mid", "during", "through", "-", "for", "every", "begin", "beginning")
    if ambiguous and not led:
        return None
    if before in ("april", "miss", "ms", "mr", "mrs", "theresa") and not led:
        return None
    nxt = row.tokens[last] if last < len(row.tokens) else None
    if not led and nxt is not None and nxt.kind == "word" and row.text[nxt.start].isupper():
        return None
    return when, last


def _year_after(row: Row, i: int, when: When) -> Read:
    at = i
    if row.form(at) == ",":
        at += 1
    if row.form(at) == "of":
        at += 1
    form = row.form(at)
    if row.kind(at) == "number" and form.isdecimal() and len(form) == 4 and 1000 <= int(form) < 2200 and not (row.touches(at + 1) and row.kind(at + 1) == "word"):
        if row.form(at - 1) == "," and when.day is None:
            return when, i
        return replace(when, year=int(form)), at + 1
    direction = match(row, at, "direction")
    if direction and row.form(direction[1]) == "year":
        return replace(when, offset=int(direction[0])) if when.nth is not None else _year_offset(when, int(direction[0])), direction[1] + 1
    return when, i


def _year_offset(when: When, offset: int) -> When:
    return replace(when, direction=0) if offset == 0 else replace(when, offset=offset)


def _day_month(row: Row, i: int) -> Read | None:
    """`12 October 2022`, `the 3rd of May`, `30th of the month`, `first of May`."""
    at = i + 1 if row.form(i) == "the" else i
    number = _day_number(row, at)
    if number is None:
        word = number_words().get(row.form(at))
        if word is None or word[1] != "ordinal" or row.form(at + 1) != "of":
            return None
        number = When(day=int(word[0])), at + 1
    when, last = number
    of = row.form(last) == "of"
    if of:
        last += 1
    month = _month_name(row, last)
    if month is None:
        if of and row.form(last) == "this" and row.form(last + 1) == "month":
            return replace(when, offset=0), last + 2
        if of and row.form(last) in ("last", "next") and row.form(last + 1) == "month":
            return replace(when, offset=-1 if row.form(last) == "last" else 1), last + 2
        return None
    return _year_after(row, month[1], When(month=month[0], day=when.day))


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
        if short and (row.form(short[1]) in (".", ",") and row.kind(short[1] + 1) == "word" and match(row, short[1] + 1, "month")):
            found = short
    if found is None or not row.text[row.tokens[at].start].isupper():
        return None
    weekday, last = int(found[0]), found[1]
    if row.form(last) in ("'s",):
        return None
    when = When(weekday=weekday, direction=direction)
    after = last + 1 if row.form(last) in (",", ".") else last
    full = _month_day(row, after) or _day_month(row, after) or (_numeric(row, after) if row.kind(after) == "number" else None)
    if full and full[0].day is not None and full[0].month is not None:
        return replace(full[0], weekday=weekday), full[1]
    part = match(row, last, "daypart")
    if part:
        last = part[1]
    if direction is None and row.form(last) in ("last", "next", "this") and row.form(last + 1) == "week":
        return replace(when, grain="week", offset={"last": -1, "next": 1, "this": 0}[row.form(last)]), last + 2
    return when, last


def _deictic(row: Row, i: int) -> Read | None:
    """`today`, `yesterday`, `last night`, `the day before yesterday`, `tonight`."""
    at = i + 1 if row.form(i) in ("late", "early", "earlier") else i
    found = match(row, at, "day")
    if found is None or (at > i and row.form(at).startswith("the")):
        return None
    value, last = found
    part = match(row, last, "daypart")
    if row.form(last) in ("'s",):
        return None
    return When(offset=int(value)), part[1] if part else last


def _part(row: Row, i: int) -> Read | None:
    """`early 2016`, `mid-March`, `late last year`, `the end of the month`, `year's end`, `year-end`."""
    if row.form(i) in ("year's", "month's", "week's") and row.form(i + 1) == "end":
        return When(grain=row.form(i)[:-2], offset=0, part="end"), i + 2
    if row.form(i) in ("year", "month") and row.form(i + 1) in ("-", "end") and row.form(i + (2 if row.form(i + 1) == "-" else 1)) == "end":
        return When(grain=row.form(i), offset=0, part="end"), i + (3 if row.form(i + 1) == "-" else 2)
    if row.form(i) == "the" and row.form(i + 1) in ("year's", "month's") and row.form(i + 2) == "end":
        return When(grain=row.form(i + 1)[:-2], offset=0, part="end"), i + 3
    found = match(row, i, "part")
    if found is None:
        return None
    part, at = found
    if row.form(at) == "-":
        at += 1
    inner = _core(row, at, prefixed=part == "end" or row.form(at - 1) in ("of", "-", "in") or row.form(i) in ("early", "late", "mid"))
    if inner is None or inner[0].part or inner[0].weekday is not None or inner[0].day is not None or (inner[0].grain == "day"):
        return None
    if row.form(i) in ("early", "late") and row.form(at) == "the":
        return None
    return replace(inner[0], part=part), inner[1]


def _unit(row: Row, i: int) -> tuple[str, int, bool] | None:
    found = match(row, i, "unit")
    if found:
        return found[0], found[1], False
    found = match(row, i, "units")
    return (found[0], found[1], True) if found else None


def _ago(row: Row, i: int) -> Read | None:
    """`five years ago`, `a week ago`, `two days earlier` (no), `in the 1980s` (no)."""
    at = i
    value = None
    if row.form(at) in ("about", "some", "around", "nearly", "almost", "over"):
        return None
    if row.form(at) in ("a", "an", "one"):
        value, last = 1, at + 1
    else:
        numeral = numeral_at(row.text, row.tokens, at)
        if numeral is None or numeral.kind != "cardinal" or numeral.value != int(numeral.value) or numeral.value > 9999:
            return None
        value, last = int(numeral.value), numeral.last
    unit = _unit(row, last)
    if unit is None:
        return None
    grain, last, _ = unit
    if row.form(last) == "ago":
        return When(grain=grain, offset=-value), last + 1
    if row.form(last) == "from" and row.form(last + 1) in ("now", "today"):
        return When(grain=grain, offset=value), last + 2
    return None


def _last_few(row: Row, i: int) -> Read | None:
    """`the past three days`, `the last two years`, `the next six months`, `recent`-free."""
    at = i + 1 if row.form(i) in ("the", "over", "these") else i
    if row.form(at) == "the":
        return None
    direction = match(row, at, "direction")
    if direction is None or direction[0] == "0":
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
            return When(grain=unit[0], span=sign), unit[1]
        return None
    hyphen = numeral.last + 1 if row.form(numeral.last) == "-" else numeral.last
    unit = _unit(row, hyphen)
    if unit is None or row.form(unit[1]) == "of":
        return None
    return When(grain=unit[0], span=sign * int(numeral.value)), unit[1]


def _nth_period(row: Row, i: int) -> Read | None:
    """`the second quarter of 2023`, `Q2 2023`, `the first half of the year`, `the 21st century`, `the 1980s`."""
    at = i + 1 if row.form(i) == "the" else i
    form = row.form(at)
    if form == "q" and row.touches(at + 1) and row.form(at + 1) in ("1", "2", "3", "4"):
        return _year_after(row, at + 2, When(grain="quarter", nth=int(row.form(at + 1))))
    if row.kind(at) == "number":
        decade = _decades(row, at)
        if decade:
            return decade
    numeral = numeral_at(row.text, row.tokens, at) if at < len(row.tokens) and row.kind(at) in ("number", "word") and form not in ("a", "an") else None
    if form in ("last", "final"):
        return None
    if numeral is None or numeral.kind != "ordinal":
        return None
    nth, last = int(numeral.value), numeral.last
    if row.form(last) == "-":
        last += 1
    grain = row.form(last)
    if grain == "century":
        return When(grain="century", year=nth * 100 - 99), last + 1
    if grain not in ("quarter", "half") or nth > (4 if grain == "quarter" else 2):
        return None
    when, end = _year_after(row, last + 1, When(grain=grain, nth=nth))
    if end == last + 1 and row.form(end) in ("of", "in"):
        period = _core(row, end + 1, prefixed=True)
        if period and period[0].grain == "year" and period[0].offset is not None:
            return replace(when, offset=period[0].offset), period[1]
        if period and period[0].grain == "year" and period[0].year is not None:
            return replace(when, year=period[0].year), period[1]
    if end == last + 1 and (grain == "half" or row.form(i) != "the" and row.form(i - 1) not in ("in", "of")):
        return None
    return when, end


def _decades(row: Row, i: int) -> Read | None:
    form = row.form(i)
    if row.touches(i + 1) and row.form(i + 1) == "s" and form.isdecimal() and len(form) == 4 and form.endswith("0"):
        return When(grain="decade", year=int(form)), i + 2
    if row.touches(i + 1) and row.form(i + 1) == "'s" and form.isdecimal() and len(form) == 4 and form.endswith("0"):
        return When(grain="decade", year=int(form)), i + 2
    return None


def _period(row: Row, i: int) -> Read | None:
    """`last year`, `this month`, `next week`, `the coming weekend`, `last March`, `last winter`, `the current quarter`."""
    at = i + 1 if row.form(i) == "the" else i
    if row.form(i) == "over" and row.form(i + 1) in ("the", "this", "last") :
        at = i + 2 if row.form(i + 1) == "the" else i + 1
        if row.form(at) == "weekend":
            return When(grain="weekend"), at + 1
        return None
    direction = match(row, at, "direction")
    if direction is None:
        if row.form(i) == "the" and row.form(at) == "same" and row.form(at + 1) in ("year", "month"):
            return When(grain=row.form(at + 1), direction=2), at + 2
        return None
    sign, last = int(direction[0]), direction[1]
    if row.form(at) in ("following", "past") or (row.form(i) == "the" and row.form(at) in ("previous", "next", "last")):
        return None
    month = _month_name(row, last)
    if month:
        if _day_number(row, month[1]):
            number = _day_number(row, month[1])
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
    return When(grain=unit[0], offset=sign), unit[1]


def _bare_period(row: Row, i: int) -> Read | None:
    """`the month` after `by the end of`: the current one."""
    if row.form(i) != "the":
        return None
    unit = match(row, i + 1, "unit")
    if unit is None or unit[0] not in ("week", "month", "quarter", "year", "decade", "century", "weekend"):
        return None
    if row.form(unit[1]) in ("before", "of", "after", "when", "that"):
        return None
    return When(grain=unit[0], offset=0), unit[1]


def _season(row: Row, i: int) -> Read | None:
    """`summer 2019`, `the summer of 2019`."""
    at = i + 1 if row.form(i) == "the" else i
    found = match(row, at, "season")
    if found is None:
        return None
    when, end = _year_after(row, found[1], When(grain="season", nth=int(found[0])))
    return (when, end) if end > found[1] else None


def _bare_year(row: Row, i: int, prefixed: bool) -> Read | None:
    """`in 2019`, `2019`: four digits that count nothing."""
    form = row.form(i)
    if not form.isdecimal() or len(form) != 4 or not 1500 <= int(form) < 2100:
        return None
    if row.touches(i + 1) and (row.kind(i + 1) == "word" or row.form(i + 1) in ("-", "%", "/", ":")) and not (row.form(i + 1) == "-" and prefixed):
        if not (row.form(i + 1) in ("'s",)):
            pass
        if row.form(i + 1) != "-" or row.kind(i + 2) == "number" and len(row.form(i + 2)) != 4:
            return None
    if row.form(i - 1) in words("numbered"):
        return None
    if not prefixed and bounds("before").before(row.tokens, i) is not None and row.form(i - 1) not in ("by",):
        return None
    nxt = row.form(i + 1)
    if measures().at(row.tokens, i + 1) is not None:
        return None
    before = row.form(i - 1)
    led = prefixed or before in ("in", "since", "by", "until", "before", "after", "of", "from", "during", "to", "through", "late", "early", "mid", "circa", "and", "for")
    if is_plural(nxt) and row.kind(i + 1) == "word" and (before != "in" and not prefixed):
        return None
    if not led and row.kind(i - 1) == "word" and not int(form) >= 1900:
        return None
    return When(grain="year", year=int(form)), i + 1


def tense_at(row: Row, first: int, last: int) -> int:
    """1 when a mark of the future governs the date, else 0: before it in its sentence, or right after an opening date."""
    if row.form(first) == "by":
        return 1
    marks = _table()["future"]
    for k in range(first - 1, max(-1, first - 13), -1):
        form = row.form(k)
        if row.kind(k) == "line" or form in (".", "?", "!", ";"):
            break
        if form in marks and (form in _MODALS or row.form(k + 1) in ("to", "for", "on")) or form.endswith("'ll") or (form == "to" and row.form(k + 1) == "be"):
            return 1
        if form in ("said", "announced", "told") and k < first - 1:
            break
    if first == 0 or row.kind(first - 1) == "line" or row.form(first - 1) in (".", "?", "!", "on", "in", '"', "“"):
        for k in range(last, min(last + 6, len(row.tokens))):
            if row.form(k) in (".", "?", "!"):
                break
            if row.form(k) in ("will", "shall", "won't"):
                return 1
    return 0
