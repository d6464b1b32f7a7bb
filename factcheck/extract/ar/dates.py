"""Arabic date expressions: days and periods with the relations that lead them."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.extract.amounts import Row
from factcheck.extract.ar.calendar import Read, clitic_of, match, may_begin
from factcheck.extract.ar.calendar_words import begun, readings, roles_of
from factcheck.extract.ar.days import (
    bare_day,
    day_month,
    day_number,
    deictic,
    month_at,
    numeric,
    week_day,
)
from factcheck.extract.ar.numbers import number_word, skip_letters, strippings
from factcheck.extract.ar.periods import (
    bare_period,
    decade_at,
    last_few,
    nth_period,
    period_at,
    season_at,
)
from factcheck.extract.ar.stretches import ago_at, before_said, ending_at, first_months, same_period, since_then
from factcheck.extract.ar.tenses import tense_at
from factcheck.extract.ar.units import words
from factcheck.extract.ar.years import bare_year, year_at, year_joined, year_named
from factcheck.extract.dated import Expression
from factcheck.extract.when import When
from factcheck.text import by_spelling, fold

_NOON, _DECADE = fold("ظهر"), fold("العقد")
_SPANNING = frozenset(
    f"{lead}{form}" for form in map(fold, ("خلال", "في", "طوال", "طيلة", "مدى", "من", "مدار")) for lead in ("", "و")
)


def date_at(row: Row, i: int, taken: int) -> Expression | None:
    """The date expression that begins at token `i`, or `None`; those who ask where a time is said ask again."""
    if i not in row.dated:
        row.dated[i] = _date_at(row, i)
    return row.dated[i]


def _date_at(row: Row, i: int) -> Expression | None:
    if row.kind(i) == "number" and row.touches(i) and row.form(i - 1) in ("/", "-", ".", ":"):
        return None
    if not may_begin(row, i):
        return None
    found = next((found for way in _ways_of(row.form(i)) if (found := way(row, i))), None)
    if found is None:
        return None
    when, last = found
    if (
        when.grain == "decade"
        and when.offset is not None
        and row.form(i) == _DECADE
        and row.form(i - 1) not in _SPANNING
    ):
        return None  # «قيمة العقد الحالي»: the contract
    head = i - 2 if row.kind(i - 1) == "number" else i - 1
    if when.year is None and when.direction is None and when.month is not None and match(row, head, "named_after"):
        return None
    first = i
    token = row.tokens[i]
    n = clitic_of(row, i)
    start = skip_letters(row.text, token.start, token.end, n) if n else token.start
    return Expression(first, last, start, row.tokens[last - 1].end, when)


def tells_night(exact: str) -> bool:
    """Whether a date's words name an evening or a night: `ليل الاثنين`."""
    return not words("night").isdisjoint(fold(exact).split())


def _related(row: Row, i: int) -> Read | None:
    """`منذ مطلع العام الحالي`, `قبل عامين`, `حتى نهاية الأسبوع`, `بحلول 2030`."""
    found = match(row, i, "relation")
    if found is None:
        return None
    then = since_then(row, i)
    if then is not None:
        return then
    relation, at, _ = found
    ago = ago_at(row, at, relation)
    if ago is not None or relation == "within":
        return ago
    inner = _core(row, at, prefixed=True) or bare_day(row, at)
    if inner is None:
        return None
    when, last = inner
    if relation == "after" and year_joined(row, last) and when == When(grain="year", year=when.year):
        return None  # «اللقب الثالث بعد 2014 و2017»: the years of the two before
    if row.form(at) == _NOON and relation in ("after", "before"):
        return inner  # «بعد ظهر السبت»: in the afternoon
    over = row.form(i) in words("shortly") or (relation == "before" and tense_at(row, i, last) <= 0)
    if over and match(row, at, "daypart", clitics=False):
        return inner  # «قبيل فجر الجمعة», «قبل منتصف ليل الجمعة»: on Friday
    if (
        relation == "after"
        and when.offset is not None
        and not when.names_itself
        and when.weekday is None
        and when.part is None
    ):
        return None
    return when._replace(relation=relation), last  # type: ignore[arg-type]  # the list holds relations only


def _ending(row: Row, i: int) -> Read | None:
    """`الأشهر الثلاثة المنتهية في يونيو`, `السنة المنتهية في 31 مارس`."""
    found = ending_at(row, i)
    inner = _core(row, found[1], prefixed=True) if found else None
    if found is None or inner is None or (inner[0].month is None and inner[0].year is None) or inner[0].other:
        return None
    return inner[0]._replace(stretch=found[0]), inner[1]


def _between(row: Row, i: int) -> Read | None:
    """`بين عامي 2017 و2021`, `من 5 إلى 10 مارس`, `بين 5 و10 مارس`."""
    forms = {bare for _, bare in readings(row.form(i))}
    if row.kind(i) == "word" and not forms & {"بين", "من"}:
        return None
    at = i + 1 if row.kind(i) == "word" else i
    opener = row.form(i) if row.kind(i) == "word" else ""
    if not opener and _LINKS.isdisjoint([row.form(k) for k in range(i + 1, i + _LONGEST)]):
        return None
    years = row.form(at) in words("years")
    at += years or row.form(at) == "شهري"
    first = _core(row, at, prefixed=True) or day_number(row, at)
    if first is None:
        return None
    when, last = first
    link = row.form(last)
    if opener and "بين" in forms:
        if not link.startswith("و"):
            return None
        after = last + 1 if link == "و" else last
    elif link in _LINKS:
        if link in ("-", "–", "—") and opener:
            return None
        after = last + 1
        if not opener and link not in ("-", "–", "—") and (when.day is None or when.month is not None):
            return None
    else:
        return None
    second = (year_named(row, after) if years else None) or _core(row, after, prefixed=True)
    if second is None:
        return None
    end, last = second
    if not _rangeable(when, end):
        return None
    return when._replace(other=end), last


def _two_days(row: Row, i: int) -> Read | None:
    """`يومي الثلاثاء والأربعاء`, `يومي 7 و8 مايو`, `ليلتي الأحد والاثنين`: two days that follow each other."""
    first = _core(row, i + 1) or day_number(row, i + 1)
    link = row.form(first[1]) if first is not None else ""
    if first is None or not link.startswith("و"):
        return None
    second = _core(row, first[1] + 1 if link == "و" else first[1], prefixed=True)
    if second is None or first[0].other is not None or second[0].other is not None:
        return None
    (one, _), (other, last) = first, second
    if one.day is not None and other.day == one.day + 1 and other.month is not None:
        return (When(day=one.day, other=other), last) if one.month in (None, other.month) else None
    follows = one.weekday is not None and other.weekday == (one.weekday + 1) % 7
    if not follows or (one.month, one.day, other.month, other.day) != (None, None, None, None):
        return None  # «يومي السبت والأحد 7 و8 يونيو»: days by their numbers
    return one._replace(other=other), last


def _one_night(row: Row, i: int) -> Read | None:
    """`ليلة الخميس إلى الجمعة`: the night between two days that follow each other."""
    first = _core(row, i)
    second = _core(row, first[1] + 1) if first is not None and row.form(first[1]) in _LINKS else None
    if first is None or second is None or first[0].weekday is None or second[0].weekday is None:
        return None
    follows = second[0].weekday == (first[0].weekday + 1) % 7 and first[0].month is None
    return (first[0]._replace(other=second[0]), second[1]) if follows else None


_NIGHTS = frozenset(("ليل", "ليلة"))
_TWO = ("يومي", "ليلتي")
_LINKS = frozenset(("الي", "حتي", "-", "–", "—"))
_LONGEST = 16  # tokens of the first date of two, and more


def _rangeable(first: When, last: When) -> bool:
    if first.day is not None and first.month is None:
        return last.day is not None and (last.month is not None or last.offset is not None)
    if last.year is not None and last.month is None and last.nth is None:
        return first.year is not None and first.month is None and first.year < last.year
    return (first.month is not None) == (last.month is not None) and (first.weekday is not None) == (
        last.weekday is not None
    )


def _core(row: Row, i: int, prefixed: bool = False) -> Read | None:
    """A date without its relation; `prefixed` when a relation or part before it makes a bare period a date."""
    if i >= len(row.tokens):
        return None
    if row.kind(i) == "number":
        found = numeric(row, i) or day_month(row, i) or bare_year(row, i, prefixed)
        return _with_pair(row, found)
    if row.kind(i) != "word":
        return None
    for read in _readers_of(row.form(i)):
        found = read(row, i)
        if found:
            return _with_pair(row, found)
    return bare_period(row, i) if prefixed else None


def _with_pair(row: Row, found: Read | None) -> Read | None:
    """`15 رمضان 1445 الموافق 25 مارس 2024`: the Gregorian date of the two is the one that counts."""
    if found is None:
        return None
    when, last = found
    at = last
    if row.form(at) in (",", "،", "("):
        at += 1
    pair = match(row, at, "pair", clitics=False)
    if pair is None:
        return found
    at = pair[1]
    if row.form(at) in ("ل", "لـ", "لي", ":", "يوم", "ليوم"):
        at += 1
    second = _core(row, at, prefixed=True)
    if second is None:
        return found
    other, end = second
    if row.form(end) == ")":
        end += 1
    keep = other if when.hijri or (when.month is None and other.month is not None) else when
    return keep._replace(weekday=when.weekday if when.weekday is not None else other.weekday), end


def _week_of_month(row: Row, i: int) -> tuple[str, int, int] | None:
    """`الأسبوع الأول من مارس`, `النصف الثاني من مارس`: the part of a month, and the index of the month."""
    unit = next((u for u in ("أسبوع", "نصف") if row.form(i).endswith("ال" + fold(u))), None)
    word = number_word(row.form(i + 1)) if unit else None
    if (
        word is None
        or word.cls != "ordinal"
        or row.form(i + 2) not in ("من", "في")
        or word.value > (4 if unit == "أسبوع" else 2)
    ):
        return None
    month = i + 4 if row.form(i + 3) in ("شهر",) else i + 3
    named: object = match(row, month, "month", clitics=False) or match(row, month, "hijri", clitics=False)
    if not named:
        period = period_at(row, month)
        named = period and period[0].grain == "month"
    return (f"{'week' if unit == 'أسبوع' else 'half'} {int(word.value)}", month, 0) if named else None


def _part(row: Row, i: int) -> Read | None:
    """`مطلع العام الحالي`, `نهاية 2027`, `أواخر مارس`, `نهاية الأسبوع`."""
    found = match(row, i, "part") or _week_of_month(row, i)
    if found is None:
        return None
    part, at, _ = found
    if row.form(i) in ("اول", "اخر"):
        return None
    if row.form(at) == "شهر":
        at += 1 if match(row, at + 1, "month", clitics=False) or match(row, at + 1, "hijri", clitics=False) else 0
    inner = _core(row, at, prefixed=True)
    if (
        inner is None
        or inner[0].part is not None
        or inner[0].relation is not None
        or (inner[0].grain == "day" and inner[0].month is None)
    ):
        return None
    when, last = inner
    if when.weekday is not None or when.day is not None:
        return None
    return when._replace(part=part), last


_DAYS = frozenset({"daypart", "dayword", "day", "weekday"})
_UNITS = frozenset({"unit", "unit2"})
# What reads a date, in the order of trying, and what the word can be that it begins with: see `_sorts_of`.
_READERS: tuple[tuple[Callable[[Row, int], Read | None], frozenset[str]], ...] = (
    (week_day, _DAYS), (_part, frozenset({"part", "whole"})), (deictic, _DAYS | {"tonight", "overnight"}),
    (day_month, frozenset({"number"})), (month_at, frozenset({"month", "hijri", "whole"})),
    (year_at, frozenset({"whole"})), (before_said, _UNITS | {"relation", "then"}), (same_period, frozenset({"whole"})),
    (first_months, frozenset({"number", "whole"})), (nth_period, frozenset({"whole"})), (last_few, _UNITS | {"whole"}),
    (period_at, _UNITS | {"whole"}), (season_at, frozenset({"season"})), (decade_at, frozenset({"decade"})),
)  # fmt: skip
_WHOLE = frozenset(
    "شهر عام سنة سنه موسم اشهر شهور ربع فصل نصف قرن اسبوع فترة مدة هذا هذه اول اخر".split()  # noqa: SIM905
)  # words of which a date can be a part or that a part belongs to


@by_spelling
def _ways_of(form: str) -> tuple[Callable[[Row, int], Read | None], ...]:
    """What can read a date that begins with a word, with what leads to it, in the order of trying."""
    between = form[:1].isdigit() or not {"بين", "من"}.isdisjoint(bare for _, bare in readings(form))
    related, ending = "relation" in begun(form), "unit" in roles_of(form)
    night = form in _NIGHTS
    two = form.endswith(_TWO)
    ways = (
        (_related, related), (_ending, ending), (_between, between), (_two_days, two), (_one_night, night),
        (_core, True),
    )  # fmt: skip
    return tuple(way for way, may in ways if may)


@by_spelling
def _readers_of(form: str) -> tuple[Callable[[Row, int], Read | None], ...]:
    """What can read a date that begins with a word, in the order of trying."""
    return tuple(read for read, opening in _READERS if not opening.isdisjoint(_sorts_of(form)))


def _sorts_of(form: str) -> frozenset[str]:
    """The roles of a word in the calendar; `number` for a number word, `whole` for a word of `_WHOLE`."""
    sorts = set(roles_of(form))
    if number_word(form) is not None:
        sorts.add("number")
    bares = {form, *(bare for _, _, bare in strippings(form))}
    if not _WHOLE.isdisjoint(bares) or form.endswith(("الاسبوع", "النصف")):
        sorts.add("whole")
    return frozenset(sorts)
