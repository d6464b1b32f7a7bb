"""Arabic stretches of time: counted from the page, deadlines, periods up to a date, what came before a date said."""

from __future__ import annotations

import itertools

from factcheck.extract.amounts import Row
from factcheck.extract.ar.calendar import Read, match, match_definite
from factcheck.extract.ar.numbers import number_word, strippings
from factcheck.extract.ar.numerals import numeral_at
from factcheck.extract.ar.periods import bare_period, count_of_units, period_at
from factcheck.extract.ar.tenses import tense_at
from factcheck.extract.ar.verbs import verb_forms
from factcheck.extract.ar.words import word
from factcheck.extract.ar.years import bare_year, year_at
from factcheck.extract.when import AGO, DEADLINE, PREVIOUS, SAME, THAN_THAT, When
from factcheck.text import fold

_THAT, _WHEN = frozenset(("ذلك", "ذالك")), frozenset(("التاريخ", "الموعد", "الحين"))
_TIMES = frozenset(("للمرة", "المرة"))
_GRAINS = frozenset(("day", "week", "month", "quarter", "year", "decade", "century"))
_BEFORE_IT = frozenset(("سبقه", "سبقها", "قبله", "قبلها"))
_SAME = frozenset(("نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها"))
_PERIOD = frozenset(("الفترة", "المدة", "الفصل", "الربع", "النصف", "الشهر"))
_ENDED = frozenset(("المنتهية", "المنتهي"))


_FORESEEN = 9  # tokens from what foresees a deadline to it
_BY_RULE = 5  # tokens from a present that tells a rule to its deadline
_PAST = frozenset({"لم", "كان", "كانت", "كانوا", "ما", "ظل", "ظلت"})


_NOT_BEFORE = 8  # words before "before ten days" among which a "will not" makes it ten days from now


def ago_at(row: Row, at: int, relation: str) -> Read | None:
    """`قبل عامين`, `منذ ثلاثة أيام`, `قبل نحو 3 أشهر`; `قبل يومين من الانتخابات` stands on another event."""
    if relation not in ("before", "since", "after", "within"):
        return None
    lead = at
    if relation == "within":
        at = _past_bound(row, at)
    if row.form(at) in ("نحو", "حوالي", "قرابة", "زهاء"):
        at += 1
    elif row.form(at) == "ما" and row.form(at + 1) in ("يقارب", "يقرب"):
        at += 3 if row.form(at + 2) == "من" else 2
    counted = count_of_units(row, at)
    if counted is None or match(row, at, "day", clitics=False):
        return None
    if counted[0] == 1 and match(row, counted[2], "weekday", clitics=False):
        return None  # «ابتداء من يوم الجمعة»: a day by its name
    n, grain, last = counted
    if row.form(last) == "من" and row.form(last + 1) in _THAT and relation in ("before", "after"):
        told = grain in _GRAINS and (row.kind(last + 2) != "word" or row.form(last + 2) in _WHEN)
        offset = n if relation == "after" else -n
        return (When(grain=grain, offset=offset, direction=THAN_THAT), last + 2) if told else None
    if row.form(last) in ("من", "علي") and row.form(last + 1) != "الان":
        return None
    if relation == "within" and row.form(lead - 3).removeprefix("و") in _TIMES:
        return When(grain=grain, span=-n), last  # «للمرة الثالثة خلال شهرين»
    if relation == "within":
        ahead = tense_at(row, lead - 1, last) > 0 or _is_set(row, lead - 1)
        return (When(grain=grain, span=n, direction=DEADLINE), last) if ahead else None
    if relation == "after":
        if tense_at(row, at, last) > 0:
            return When(grain=grain, offset=n), last
        then = grain in _GRAINS and _stands_alone(row, lead, last)
        return (When(grain=grain, offset=n, direction=THAN_THAT), last) if then else None
    if relation == "before" and any(row.form(k) == "لن" for k in range(max(0, lead - _NOT_BEFORE), lead)):
        return When(grain=grain, offset=n), last  # «لن يعود قبل عشرة أيام»
    when = When(grain=grain, offset=-n, direction=AGO if n == 1 else None)
    if relation == "since":
        when = When(grain=grain, span=-n)
    return when, last


def _stands_alone(row: Row, at: int, last: int) -> bool:
    """Whether «بعد ثلاثة أيام» opens its clause before a past verb, or ends it behind one: «استقال بعد أسبوع.»; not
    «… بعد أسبوع حافل», «يتقاعد العامل بعد 30 سنة».
    """
    ends = last >= len(row.tokens) or row.kind(last) in ("line", "mark")
    if row.form(at - 1).startswith(("و", "ف")) or at < 2 or row.kind(at - 2) != "word":
        found = word(row.form(last + ends)).verb
        return found is not None and found.tense == "perfect"
    back = range(at - 2, max(-1, at - 2 - _FORESEEN), -1)
    clause = list(itertools.takewhile(lambda k: row.kind(k) == "word", back))
    verbs = (word(row.form(k)).verb for k in clause)
    nearest = next((found for found in verbs if found is not None and not found.weak), None)
    alone = nearest is None and len(clause) == 1  # «وبيع بعد أسبوع»: no subject, so no sale
    return ends and (alone or (nearest is not None and nearest.tense in ("perfect", "passive")))


def _is_set(row: Row, first: int) -> bool:
    """Whether a deadline is foreseen, or that of a rule: «مرجحا انتهاء العمل في …», «تقدم الطعون خلال …»."""
    for k in range(first - 1, max(-1, first - _FORESEEN), -1):
        if row.kind(k) != "word":
            return False
        if match(row, k, "foreseen"):
            return True
        found = verb_forms().get(row.form(k).removeprefix("و"))
        if found is not None and (found.tense == "perfect" or row.form(k - 1) in _PAST):
            return False
        if found is not None and found.agreement and first - k <= _BY_RULE:
            return True
    return False


def _past_bound(row: Row, at: int) -> int:
    """Behind `مدة لا تتجاوز`, `أجل أقصاه`: words that say that a deadline is one."""
    if row.form(at) in ("مدة", "اجل", "مهلة", "فترة"):
        at += 1
    if row.form(at) in ("اقصاه", "اقصاها"):
        return at + 1
    return at + 2 if row.form(at) in ("لا", "لن") and row.form(at + 1) in ("يتجاوز", "تتجاوز", "يتعدي", "تتعدي") else at


def before_said(row: Row, i: int) -> Read | None:
    """`العام الذي سبقه`, `قبل ذلك بيومين`, `بعد ذلك بثلاثة أيام`: seen from the date said before.

    `الأسبوع قبل الماضي` is seen from the page's.
    """
    beside = match(row, i, "then")
    if beside is not None and row.form(beside[1])[:1] == "ب":
        return _by_so_much(row, beside[1], int(beside[0]))
    period = match_definite(row, i, "unit")
    if period is None or period[0] not in _GRAINS:
        return None
    if row.form(i + 1) in ("الذي", "التي") and row.form(i + 2) in _BEFORE_IT:
        return When(grain=period[0], offset=-1, direction=PREVIOUS), i + 3
    if row.form(i + 1) == "قبل" and row.form(i + 2) in ("الماضي", "الماضية"):
        return When(grain=period[0], offset=-2), i + 3
    return None


def _by_so_much(row: Row, i: int, side: int) -> Read | None:
    """`بيومين`, `بنحو ثلاثة أسابيع`, `ب3 أشهر` behind `قبل ذلك` or `بعدها`."""
    unit = match(row, i, "unit2") or match(row, i, "unit")
    if unit and unit[2] == 1:
        if unit[0] not in _GRAINS:
            return None  # «قبل ذلك بساعة»: a time of day, and no day
        n = 2 if match(row, i, "unit2") else 1
        return When(grain=unit[0], offset=side * n, direction=THAN_THAT), unit[1]
    counted = count_of_units(row, i if row.form(i)[1:] else i + 1)
    if counted is None or counted[1] not in _GRAINS:
        return None
    return When(grain=counted[1], offset=side * counted[0], direction=THAN_THAT), counted[2]


def same_period(row: Row, i: int) -> Read | None:
    """`الفترة نفسها من العام الماضي`, `الشهر نفسه من 2023`: the months said before, a year or more earlier."""
    if row.form(i).removeprefix("ب").removeprefix("ل") not in _PERIOD | {"لفترة", "لشهر"}:
        return None
    if row.form(i + 1) not in _SAME:
        return None
    if row.form(i).endswith(("لفترة", "لمدة")) and row.form(i + 2) not in ("من", "في"):
        return When(grain="period", direction=SAME), i + 2  # «للفترة نفسها»: the one said before
    if row.form(i + 2) not in ("من", "في"):
        return None
    at = i + 4 if row.form(i + 3) in ("عام", "سنة") and row.kind(i + 4) == "number" else i + 3
    year = period_at(row, at) or year_at(row, at) or bare_year(row, at, True)
    if year is None or year[0].grain != "year":
        return None
    if year[0].year is not None:
        return When(grain="year", year=year[0].year, direction=THAN_THAT), year[1]
    return (When(grain="year", offset=-1, direction=THAN_THAT), year[1]) if year[0].offset == -1 else None


def since_then(row: Row, i: int) -> Read | None:
    """`منذ ذلك الحين`, `منذ ذلك التاريخ`: from the date said before to the page's."""
    if row.form(i).removeprefix("و") not in ("منذ", "مذ") or row.form(i + 1) not in ("ذلك", "تلك"):
        return None
    return (When(grain="period", direction=SAME, relation="since"), i + 3) if row.form(i + 2) in _THEN else None


_THEN = frozenset(fold(noun) for noun in ("الحين", "التاريخ", "الوقت", "اليوم", "العام", "الشهر", "السنة", "اللحظة"))


def ending_at(row: Row, i: int) -> tuple[tuple[int, str], int] | None:
    """`الأشهر الثلاثة المنتهية في`, `السنة المنتهية في`: how much, and where its last date begins."""
    unit = match_definite(row, i, "unit")
    if unit is None:
        return None
    n, last = 1, i + 1
    if row.form(last) not in _ENDED:
        numeral = numeral_at(row.text, row.tokens, last) if last < len(row.tokens) else None
        if numeral is None or numeral.kind != "cardinal" or numeral.value != int(numeral.value):
            return None
        n, last = int(numeral.value), numeral.last
    if row.form(last) not in _ENDED or row.form(last + 1) not in ("في", "بنهاية", "بتاريخ", "يوم"):
        return None
    last += 2
    return (n, unit[0]), last + 1 if row.form(last) in ("يوم", "شهر") else last


def first_months(row: Row, i: int) -> Read | None:
    """`الأشهر التسعة الأولى من العام`, `أول تسعة أشهر من 2023`, `التسعة أشهر الأولى من العام الجاري`."""
    bares = {bare for _, definite, bare in strippings(row.form(i)) if definite}
    if bares & {"اشهر", "شهور"}:
        at, first = i + 1, True
    elif row.form(i).removeprefix("ب") == "اول":
        at, first = i + 1, False
    elif number_word(row.form(i)) and row.form(i + 1) in ("اشهر", "شهور") and row.form(i + 2) == "الاولي":
        at, first = i, False
    else:
        return None
    numeral = numeral_at(row.text, row.tokens, at) if at < len(row.tokens) else None
    if numeral is None or numeral.kind != "cardinal" or not 2 <= numeral.value <= 11:
        return None
    last = numeral.last
    if first and row.form(last) != "الاولي":
        return None
    if not first and row.form(last) not in ("اشهر", "شهور"):
        return None
    last += 1 if first or row.form(last + 1) != "الاولي" else 2
    if row.form(last) not in ("من", "في"):
        return None
    last += 2 if row.form(last + 1) in ("عام", "سنة") and row.kind(last + 2) == "number" else 1
    year = period_at(row, last) or bare_period(row, last) or bare_year(row, last, True)
    if year is None or year[0].grain != "year" or (year[0].year is None and year[0].offset is None):
        return None
    begins = When(grain="month", month=1, year=year[0].year, offset=year[0].offset if year[0].year is None else None)
    return begins._replace(other=begins._replace(month=int(numeral.value))), year[1]
