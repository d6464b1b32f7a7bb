"""Arabic quarters, seasons and other periods, said or counted from the reference."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.ar.calendar import Read, match, match_definite
from factcheck.extract.ar.calendar_words import table
from factcheck.extract.ar.numbers import number_word, strippings
from factcheck.extract.ar.numerals import numeral_at
from factcheck.extract.ar.tenses import tense_at
from factcheck.extract.ar.years import YEARS, bare_year, past_mark, year_at
from factcheck.extract.when import PREVIOUS, SAME, When

_PERIODS = {"day", "week", "month", "quarter", "half", "year", "decade", "century"}


def count_of_units(row: Row, at: int) -> tuple[int, str, int] | None:
    """A number of time units at token `at`: `عامين`, `3 أشهر`, `عام`, `أسبوعين`."""
    for role, n in (("unit2", 2), ("unit", 1)):
        found = match(row, at, role, clitics=False)
        if found:
            grain, last, _ = found
            if role == "unit" and (
                row.form(at) not in table()["unit_alone"]
                or (number_word(row.form(last)) and row.form(last) not in ("واحد", "واحدة"))
                or row.kind(last) == "number"
            ):
                return None
            if row.form(last) in ("واحد", "واحدة"):
                last += 1
            return n, grain, last
    if at >= len(row.tokens) or row.kind(at) not in ("number", "word"):
        return None
    numeral = numeral_at(row.text, row.tokens, at)
    if (
        numeral is None
        or numeral.kind != "cardinal"
        or numeral.value != int(numeral.value)
        or numeral.value > 9999
        or numeral.definite
    ):
        return None
    found = match(row, numeral.last, "unit", clitics=False) or _tanwin_unit(row, numeral.last)
    return (int(numeral.value), found[0], found[1]) if found else None


def _tanwin_unit(row: Row, i: int) -> tuple[str, int, int] | None:
    form = row.form(i)
    if not form.endswith("ا"):
        return None
    entry = table()["unit"].get(form[:-1])
    return (entry[0][1], i + 1, 0) if entry else None


def year_after(row: Row, i: int, when: When) -> Read:
    """The year or direction after a month or period: `2022`, `من عام 2022`, `الماضي`, `من العام الماضي`, `1445 هـ`."""
    at = i
    if row.form(at) in (",", "،") and row.kind(at + 1) == "number":
        at += 1
    if row.form(at) == "من":
        at += 1
    if row.form(at) in ("عام", "العام", "سنة", "السنة", "لعام", "لسنة", "للعام") and row.kind(at + 1) == "number":
        at += 1
    form = row.form(at)
    if row.kind(at) == "number" and form.isdecimal() and len(form) == 4 and int(form) in YEARS:
        year = int(form)
        mark = match(row, at + 1, "hijri_mark", clitics=False)
        if mark or when.hijri:
            if year < 1300 or year > 1600:
                return (when._replace(year=year, hijri=False), at + 1) if not when.hijri else (when, i)
            return when._replace(year=year, hijri=True), mark[1] if mark else at + 1
        if 1600 <= year < 2200 and (at == i or row.form(at - 1) != "من"):
            return when._replace(year=year), past_mark(row, at + 1)
    direction = direction_at(row, i)
    if direction is not None:
        return when._replace(direction=direction[0]), direction[1]
    if when.nth is not None and row.form(i) in ("ذلك", "تلك") and row.form(i + 1) in ("العام", "السنة"):
        return when._replace(direction=SAME), i + 2  # «صيف ذلك العام»
    if at > i or row.form(i) in ("العام", "السنة", "هذا", "هذه"):
        period = period_at(row, at if row.form(i) == "من" else i)
        if period and period[0].grain == "year" and period[0].offset is not None and when.nth is not None:
            return when._replace(offset=period[0].offset), period[1]
        if period and period[0].grain == "year" and period[0].offset is not None:
            return when._replace(direction=None, offset=period[0].offset), period[1]
        if period and period[0].grain == "year" and period[0].direction == 2:
            return when._replace(direction=2), period[1]
    return when, i


def direction_at(row: Row, i: int) -> tuple[int, int] | None:
    """`الماضي` -1, `الجاري` 0, `المقبل` 1 at token `i`, and the index after it."""
    found = match_definite(row, i, "direction")
    if found and found[1] == 0:
        return int(found[0]), i + 1
    return None


def nth_period(row: Row, i: int) -> Read | None:
    """`الربع الثاني من 2023`, `النصف الأول من العام الجاري`, `القرن العشرين`."""
    form = row.form(i)
    bares = {bare for _, definite, bare in strippings(form) if definite}
    grain = (
        "quarter" if bares & {"ربع", "فصل"} else "half" if bares & {"نصف"} else "century" if bares & {"قرن"} else None
    )
    if grain is None:
        return None
    if grain == "quarter" and row.form(i + 1) == "الاخير" and row.form(i + 2) in ("من", "لعام"):
        return _last_quarter(row, i + 2)
    word = number_word(row.form(i + 1))
    if word is None or not (word.cls == "ordinal" or (grain == "century" and word.cls in ("ordinal_part", "tens"))):
        return None
    numeral = numeral_at(row.text, row.tokens, i + 1)
    if numeral is None:
        return None
    nth, last = int(numeral.value), numeral.last
    if row.form(last) == "علي" and row.form(last + 1) == "التوالي":
        return None
    if grain == "century":
        if match(row, last, "other_era", clitics=False):
            return None
        return When(grain="century", year=nth * 100 - 99), last
    if row.form(last) in ("والاخير",):
        last += 1
    if nth > (4 if grain == "quarter" else 2):
        return None
    when, end = year_after(row, last, When(grain=grain, nth=nth))
    if end == last and row.form(last) == "من" and row.kind(last + 1) == "number":
        year = bare_year(row, last + 1, True)
        if year:
            return when._replace(year=year[0].year), year[1]
    if end == last and row.form(last) in ("من", "لعام"):
        period = year_at(row, last + 1) or period_at(row, last + 1) or bare_period(row, last + 1)
        if period and period[0].grain == "year" and period[0].year is not None:
            return when._replace(year=period[0].year), period[1]
        if period and period[0].grain == "year" and period[0].offset is not None:
            return when._replace(offset=period[0].offset), period[1]
        if row.form(last) == "من" and not period and grain == "half":
            return None
    if end == last and form.startswith("النصف") and row.form(i - 1) not in ("في", "خلال", "بنهاية", "من"):
        return None
    return when, end


def _last_quarter(row: Row, at: int) -> Read | None:
    """`الربع | الأخير من السنة`, `الفصل الأخير من 2024`: the fourth of the year told behind it."""
    of_year = at + 2 if row.form(at + 1) in ("عام", "سنة") else at + 1
    year = period_at(row, of_year) or bare_period(row, of_year) or bare_year(row, of_year, True)
    if year is None or year[0].grain != "year" or (year[0].year is None and year[0].offset is None):
        return None
    offset = year[0].offset if year[0].year is None else None
    return When(grain="quarter", nth=4, year=year[0].year, offset=offset), year[1]


def last_few(row: Row, i: int) -> Read | None:
    """`السنوات الخمس الماضية`, `العامين الماضيين`, `الأيام الثلاثة المقبلة`, `آخر 3 سنوات`, `الـ24 ساعة الماضية`."""
    form = row.form(i)
    if form == "اخر":
        counted = count_of_units(row, i + 1)
        return (When(grain=counted[1], span=-counted[0]), counted[2]) if counted and counted[0] > 1 else None
    for role in ("unit2", "unit"):
        found = match_definite(row, i, role)
        if found is None:
            continue
        grain, last = found[0], i + 1
        if row.form(last) == "ال":
            last += 1
        if role == "unit2":
            n = 2
        else:
            numeral = (
                numeral_at(row.text, row.tokens, last)
                if row.kind(last) == "word" and number_word(row.form(last))
                else None
            )
            if numeral is None and row.kind(last) == "number":
                numeral = numeral_at(row.text, row.tokens, last)
            if (
                numeral is None
                or numeral.kind != "cardinal"
                or numeral.value != int(numeral.value)
                or numeral.value < 2
            ):
                direction = direction_at(row, last)
                if (
                    direction
                    and form.endswith(("ايام", "سنوات", "اسابيع", "اشهر", "اعوام", "شهور", "عقود", "ساعات"))
                    and direction[0]
                ):
                    return When(grain=grain, span=direction[0] * 2), direction[1]
                return None
            n, last = int(numeral.value), numeral.last
        direction = direction_at(row, last)
        if direction is None or direction[0] == 0:
            return None
        return When(grain=grain, span=n * direction[0]), direction[1]
    return None


def period_at(row: Row, i: int) -> Read | None:
    """`الأسبوع الماضي`, `هذا العام`, `الشهر الجاري`, `العام نفسه`."""
    form = row.form(i)
    if form in ("هذا", "هذه") or (form[:1] in "وبل" and form[1:] in ("هذا", "هذه")):
        found = match_definite(row, i + 1, "unit")
        if found and found[0] in _PERIODS and row.form(i + 1) != "الفصل":
            return When(grain=found[0], offset=0), i + 2
        season = match_definite(row, i + 1, "season")
        if season is None or found:
            return None
        over = tense_at(row, i, i + 2) < 0  # «أغلقت الحديقة هذا الشتاء»
        return When(grain="season", nth=int(season[0]), direction=None if over else 0), i + 2
    found = match_definite(row, i, "unit")
    if found is None or found[0] not in _PERIODS or row.form(i).endswith(("ات", "اعوام", "ايام", "اشهر")):
        return None
    grain = found[0]
    if grain == "year" and match(row, i - 1, "general", clitics=False):
        return None  # «المدير العام السابق»
    if grain == "day" and row.form(i + 1) in ("نفسه", "ذاته"):
        return When(direction=SAME), i + 2  # «في اليوم نفسه»
    if grain == "day":
        direction = direction_at(row, i + 1)
        return (
            None
            if direction is None or direction[0] == 0 or row.form(i + 1) in ("الاخير", "السابق", "التالي")
            else (When(offset=direction[0]), direction[1])
        )
    if grain == "year" and row.form(i + 1) in ("التالي", "التالية", "الموالي", "الموالية"):
        return When(grain=grain, offset=1, direction=PREVIOUS), i + 2  # «في 2021 …، وفي العام التالي»
    direction = direction_at(row, i + 1)
    if direction is not None:
        if row.form(i + 1).startswith(("الاخير", "اللاحق")) or row.form(i + 1) == "التالي":
            return None
        if row.form(i + 1) in ("السابق", "السابقة") and grain == "year":
            return When(grain=grain, offset=-1, direction=PREVIOUS), direction[1]
        return When(grain=grain, offset=direction[0]), direction[1]
    if row.form(i + 1) in ("نفسه", "نفسها", "ذاته", "ذاتها"):
        return When(grain=grain, direction=SAME), i + 2
    public = row.form(i - 1).startswith("ال")  # «الرأي العام كله»
    if grain == "year" and row.form(i + 1) in _WHOLE and not public and tense_at(row, i, i + 2) > 0:
        return When(grain=grain, offset=0), i + 2  # «ايرادات العام كله»
    return None


_WHOLE = frozenset(("كله", "كلها", "باكمله", "باكملها", "بكامله", "بكاملها"))


def bare_period(row: Row, i: int) -> Read | None:
    """`العام` after `منذ بداية`: the current one."""
    found = match_definite(row, i, "unit")
    if (
        found is None
        or found[0] not in ("week", "month", "quarter", "year", "decade", "century")
        or row.form(i).endswith(("ات", "اعوام", "ايام", "اشهر"))
    ):
        return None
    nxt = number_word(row.form(i + 1))
    if nxt is not None or row.form(i + 1).startswith("الدراس"):
        return None
    return When(grain=found[0], offset=0), i + 1


def season_at(row: Row, i: int) -> Read | None:
    """`صيف 2019`, `الشتاء الماضي`, `صيف العام الماضي`; `طوال الصيف` and what will be `في الصيف` without a year."""
    found = match(row, i, "season")
    if found:
        when, end = year_after(row, found[1], When(grain="season", nth=int(found[0])))
        if end > found[1] and (when.year is not None or when.offset is not None or when.direction == SAME):
            return when, end
        return None
    definite = match_definite(row, i, "season")
    direction = direction_at(row, i + 1) if definite else None
    if definite and direction:
        return When(grain="season", nth=int(definite[0]), direction=direction[0]), direction[1]
    lead = row.form(i - 2) if row.form(i - 1) == "فصل" else row.form(i - 1)
    if definite and lead in table()["season_lead"] and not row.form(i + 1).startswith("ال"):
        tense = tense_at(row, i, i + 1)
        lasts = table()["season_lead"][lead][0][1] == "1"
        return (When(grain="season", nth=int(definite[0])), i + 1) if tense > 0 or (lasts and tense < 0) else None
    return None


def decade_at(row: Row, i: int) -> Read | None:
    """`ثمانينيات القرن الماضي`, `التسعينيات`."""
    found = match(row, i, "decade") or match_definite(row, i, "decade")
    if found is None:
        return None
    value, last = int(found[0]), i + 1
    if row.form(last) == "من" and row.form(last + 1) in ("العمر", "عمره", "عمرها", "عمرهم", "عمرهما"):
        return None
    if row.form(last) == "القرن":
        word = row.form(last + 1)
        if word in ("الماضي", "المنصرم", "الفائت", "العشرين"):
            return When(grain="decade", year=1900 + value), last + 2
        if word == "التاسع" and row.form(last + 2) == "عشر":
            return When(grain="decade", year=1800 + value), last + 3
        if word == "الحالي" or word == "الجاري":
            return When(grain="decade", year=2000 + value), last + 2
        return None
    if not row.form(i).removeprefix("و").startswith(("ال", "بال", "لل")):
        return None
    return When(grain="decade", year=1900 + value), last
