"""Arabic years: `عام 2019`, four digits alone, and years in words."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.ar.bounds import bounds
from factcheck.extract.ar.calendar import Read, match
from factcheck.extract.ar.calendar_words import readings, table
from factcheck.extract.ar.duals import singular_of
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.numerals import numeral_at
from factcheck.extract.ar.units import measures, words
from factcheck.extract.when import When

YEARS = range(1000, 2200)
_BEFORE_TWO = frozenset(("بعد", "في", "عام", "سنة", "عامي", "دورتي", "نسختي", "موسمي"))  # «بعد 2014 و2017»


def past_mark(row: Row, i: int) -> int:
    mark = match(row, i, "gregorian_mark", clitics=False)
    return mark[1] if mark else i


def year_at(row: Row, i: int) -> Read | None:
    """`عام 2019`, `سنة ١٩٧٧`, `عام 1445 هـ`."""
    bares = {bare for _, bare in readings(row.form(i))}
    if not bares & {"عام", "سنة", "العام", "السنة", "سنه", "موسم", "الموسم"}:
        return None
    form = row.form(i + 1)
    if row.kind(i + 1) == "word" and number_word(form) is not None:
        numeral = numeral_at(row.text, row.tokens, i + 1)
        if numeral and numeral.kind == "cardinal" and numeral.value in YEARS and numeral.last - numeral.first > 1:
            return When(grain="year", year=int(numeral.value)), numeral.last
    if row.kind(i + 1) != "number" or not form.isdecimal() or len(form) != 4:
        return None
    year = int(form)
    mark = match(row, i + 2, "hijri_mark", clitics=False)
    if mark and 1300 <= year <= 1600:
        return When(grain="year", year=year, hijri=True), mark[1]
    if mark or not 1000 <= year < 2200 or match(row, i + 2, "other_era", clitics=False):
        return None
    return When(grain="year", year=year), past_mark(row, i + 2)


def bare_year(row: Row, i: int, prefixed: bool) -> Read | None:
    """`في 2019`, `نهاية 2027`, `موازنة 2026`: four digits that no noun follows and no bound precedes."""
    form = row.form(i)
    if not form.isdecimal() or len(form) != 4 or not (1300 <= int(form) < 2100):
        return None
    year, before, after = int(form), row.form(i - 1), row.form(i + 1)
    mark = match(row, i + 1, "hijri_mark", clitics=False)
    if mark and year <= 1600:
        return When(grain="year", year=year, hijri=True), mark[1]
    gregorian = match(row, i + 1, "gregorian_mark", clitics=False)
    if gregorian:
        return When(grain="year", year=year), gregorian[1]
    if after in ("-", "/", "–") and year >= 1900 and row.form(i + 3) != after:
        later = row.form(i + 2)
        if row.kind(i + 2) == "number" and later.isdecimal() and len(later) == 4 and year < int(later) < 2100:
            return When(grain="year", year=year, other=When(grain="year", year=int(later))), i + 3
    if year < 1800 or (row.touches(i + 1) and after in ("-", "/", "%", "٪")):
        return None
    if _counts(row, i):
        return None
    first = row.form(i - 2) if before == "و" and row.form(i - 3).removeprefix("و") in _BEFORE_TWO else ""
    joined = first.isdecimal() and len(first) == 4 and _ends(row, i + 1)
    led = prefixed or joined or _names_a_year(row, i, year) or before.removeprefix("و") in table()["leads_year"]
    return (When(grain="year", year=year), i + 1) if led else None


def _ends(row: Row, i: int) -> bool:
    return row.kind(i) in ("line", "mark") and row.form(i) not in ("-", "/", "–", "%", "٪")


def year_named(row: Row, i: int) -> Read | None:
    """The second year of `بين عامي 1998 و2000 حربا`, whatever follows it."""
    form = row.form(i)
    plain = form.isdecimal() and len(form) == 4 and int(form) in YEARS
    return (When(grain="year", year=int(form)), past_mark(row, i + 1)) if plain else None


def _names_a_year(row: Row, i: int, year: int) -> bool:
    """`كأس العالم 2022`: after a noun, before no noun; not `عدد القتلى 2022` and not `القرار 2022`."""
    before, after = row.form(i - 1), row.form(i + 1)
    if (
        not 1950 <= year < 2050
        or row.kind(i - 1) != "word"
        or before in words("function")
        or before in words("numbered")
    ):
        return False
    if any(row.form(k).endswith(("عدد", "عددهم", "عددها", "حصيلة", "مجموع", "رقم")) for k in (i - 1, i - 2, i - 3)):
        return False
    return before.startswith("ال") and (
        row.kind(i + 1) != "word" or after in words("function") or after.startswith(("ال", "و"))
    )


def _counts(row: Row, i: int) -> bool:
    """Whether the number at `i` counts what follows it."""
    if bounds("before").before(row.tokens, i) is not None and row.form(i - 1) not in ("قبل",):
        return True
    return row.kind(i + 1) == "word" and (
        measures().at(row.tokens, i + 1) is not None
        or (singular_of(row.form(i + 1)) is not None and not row.form(i + 1).startswith("ال"))
    )


def year_joined(row: Row, i: int) -> bool:
    """Whether another year is joined at token `i`: `و2017`, and it ends its clause."""
    at = i + 1 if row.form(i) == "و" else i
    form = row.form(at).removeprefix("و")
    return form.isdecimal() and len(form) == 4 and (at > i or form != row.form(at)) and row.kind(at + 1) != "word"
