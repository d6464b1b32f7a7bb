"""Arabic days and months: numbers, twin names, weekdays, `أمس` and `اليوم`."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.ar.calendar import Read, match
from factcheck.extract.ar.calendar_words import readings, table
from factcheck.extract.ar.marks import QUOTES, QUOTES_OPEN
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.numerals import numeral_at
from factcheck.extract.ar.periods import direction_at, period_at, year_after
from factcheck.extract.ar.tenses import tense_at
from factcheck.extract.ar.words import word, words_of
from factcheck.extract.ar.years import YEARS, past_mark
from factcheck.extract.dated import numeric_date
from factcheck.extract.when import THAN_THAT, THAT_NIGHT, When


def small_number(row: Row, i: int) -> tuple[int, int] | None:
    if i >= len(row.tokens):
        return None
    if row.kind(i) == "number":
        form = row.form(i)
        return (int(form), i + 1) if form.isdecimal() and len(form) <= 2 else None
    word = number_word(row.form(i)) if row.kind(i) == "word" else None
    if word is None or word.cls not in ("ordinal", "ordinal_part", "unit", "ten", "tens", "one"):
        return None
    numeral = numeral_at(row.text, row.tokens, i)
    if numeral and numeral.value == int(numeral.value) and 1 <= numeral.value <= 31:
        return int(numeral.value), numeral.last
    return None


def numeric(row: Row, i: int) -> Read | None:
    """`30/10/2024`, `2024-10-30`, `30.10.2024`."""
    found = numeric_date(row, i)
    if found is None:
        return None
    year, last = found.year, found.last
    month, day = (found.first, found.second) if found.year_leads else (found.second, found.first)
    if month > 12 and day <= 12:
        month, day = day, month
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    hijri = match(row, last, "hijri_mark", clitics=False)
    if hijri:
        return When(year=year, month=month, day=day, hijri=True), hijri[1]
    if year < 1600:
        return None
    return When(year=year, month=month, day=day), past_mark(row, last)


def day_month(row: Row, i: int) -> Read | None:
    """`30 أغسطس/ آب الماضي`, `الأول من مايو`, `29 من الشهر نفسه`."""
    number = small_number(row, i)
    if number is None or not 1 <= number[0] <= 31:
        return None
    day, at = number
    shared = _shared_month(row, at)
    if shared:
        return shared._replace(day=day), at
    if row.form(at) == "الجاري" and row.kind(i) == "number" and _led_to_day(row, i - 1):
        return When(day=day, offset=0), at + 1
    if row.form(at) in ("من", "-", "/") or row.form(at) == "في":
        at += 1
    if row.form(at) == "شهر":
        at += 1
    month = month_at(row, at, day=True)
    if month:
        return month[0]._replace(day=day, grain="day"), month[1]
    if row.form(at - 1) in ("من", "في", "شهر") or row.form(at) in ("هذا", "الشهر"):
        back = at - 1 if row.form(at - 1) == "شهر" else at
        period = period_at(row, back)
        if period and period[0].grain == "month":
            return period[0]._replace(day=day, grain="day"), period[1]
    alone = not row.form(at + 1).startswith("ال") and row.form(at + 1) not in ("دائما", "عادة", "نفسه")
    if row.form(at - 1) == "من" and row.form(at) == "الشهر" and alone and _led_to_day(row, i - 1):
        return When(day=day, offset=0), at + 1  # «في العاشر من الشهر»
    ends = row.kind(at) in ("line", "mark") and row.form(at) not in ("/", "-", "–", "%", "٪")
    habit = row.form(i - 2) == "كل" or row.form(at) == ":"  # «كل يوم 25», «يوم 1: وصول الوفود»
    if row.form(i - 1) == "يوم" and row.kind(i) == "number" and at == i + 1 and ends and not habit:
        return When(day=day), at  # «إضراب ينطلق يوم 24.»
    return None


def _led_to_day(row: Row, i: int) -> bool:
    """Whether a word leads to a day of this month: «في 29 الجاري», «يوم الخميس 29 الجاري»."""
    return bool(match(row, i, "weekday")) or row.form(i) in ("في", "يوم", "حتي", "الي", "قبل", "منذ", "بتاريخ")


def _shared_month(row: Row, at: int) -> When | None:
    """`5 و6 مايو`, `الثالث أو الرابع من مايو`: the first day of two has its month from the second."""
    form = row.form(at)
    if form not in ("و", "او") and not (form.startswith("و") and number_word(form)):
        return None
    second = day_month(row, at + 1 if form in ("و", "او") else at)
    return second[0] if second and second[0].month is not None else None


def _shared_year(row: Row, last: int, when: When) -> When:
    """`مايو ويونيو الماضيين`, `يناير وفبراير 2023`: the first month of two has year and direction from the second."""
    at = last + 1 if row.form(last) == "و" else last
    second = match(row, at, "month", clitics=at == last)
    if second is None or not (at > last or row.form(last).startswith("و")):
        return when
    both, end = year_after(row, _twin(row, second[1], second[0], "month"), When(grain="month", month=int(second[0])))
    return both._replace(month=when.month) if end > second[1] else when


def month_at(row: Row, i: int, day: bool = False) -> Read | None:
    """A month by one name or two, with what follows: its year, or `الماضي`."""
    at, worded = i, False
    if {bare for _, bare in readings(row.form(i))} & {"شهر"} and not day:
        at, worded = i + 1, True
    hijri = match(row, at, "hijri", clitics=at == i)
    found = match(row, at, "month", clitics=at == i)
    if found is None and hijri is None:
        return None
    value, last, _ = found or hijri  # type: ignore[misc]  # one of the two is there
    is_hijri = found is None
    last = _twin(row, last, value, "hijri" if is_hijri else "month")
    when = When(grain="month", month=int(value), hijri=is_hijri)
    when, end = year_after(row, last, when)
    if end == last and not is_hijri:
        when = _shared_year(row, last, when)
    sure = day or worded or end > last or last - at > 1
    if not sure and not _is_month_here(row, i, is_hijri):
        return None
    return when, end


def _twin(row: Row, last: int, value: str, role: str) -> int:
    """The index after the month's second name: `أغسطس/ آب`, `أيلول (سبتمبر)`, `أكتوبر تشرين الأول`."""
    at = last
    bracket = row.form(at) in ("(", "[")
    if row.form(at) in ("/", "(", "[", "-", "–", "\\") or row.form(at) == "او":
        at += 1
    second = match(row, at, role, clitics=False)
    if second is None or second[0] != value:
        return last
    end = second[1]
    return end + 1 if bracket and row.form(end) in (")", "]") else end


def _is_month_here(row: Row, i: int, hijri: bool) -> bool:
    """Whether a bare month's name is a month where it stands: `في مارس`, not `مارس الضغط`."""
    if hijri:
        return False
    form, before = row.form(i), row.form(i - 1)
    ambiguous = {bare for _, bare in readings(form)} & {"مارس", "اب", "ماي", "اوت", "جوان", "غشت", "مايس"}
    if form[:1] in "بلو" and {bare for n, bare in readings(form) if n} & set(table()["month"]):
        before = "في" if form[0] in "بل" else before
    if not ambiguous:
        return True
    token = row.tokens[i]
    if "اب" in ambiguous and not row.text[token.start : token.end].endswith("آب"):
        return False
    leads = table()["leads_month"]
    return (
        before in leads
        or before in words_of("monthly")
        or before == "/"
        or (before[:1] in ("ب", "و") and before[1:] in leads)
    )  # «بنهاية مارس»


def week_day(row: Row, i: int) -> Read | None:
    """`صباح الأربعاء`, `اليوم الأربعاء`, `يوم الثلاثاء الماضي`, `الأربعاء 30 أكتوبر 2024`, `أمس الثلاثاء`."""
    at = _past_day_words(row, i)
    offset: int | None = None
    deictic = match(row, at, "day", clitics=at == i)
    if deictic:
        after = deictic[1]
        if row.form(after) in ("،", ",", "("):
            after += 1
        if match(row, after, "weekday", clitics=False):
            offset, at = int(deictic[0]), after
    found = match(row, at, "weekday", clitics=at == i)
    if found is None:
        return None
    if at == i and not _is_weekday_here(row, i):
        return None
    value, last, _ = found
    when = When(weekday=int(value), offset=offset)
    if row.form(last) == ")" and row.form(at - 1) == "(":
        last += 1
    part = match(row, last, "afterpart", clitics=False)
    if part:
        last = part[1]
    night = match(row, last, "weekday", clitics=False)
    if night and at > i and int(night[0]) == (int(value) + 1) % 7:
        last = night[1]
    full = _date_after_weekday(row, last)
    if full:
        return full[0]._replace(weekday=int(value)), full[1]
    if offset is None:
        direction = direction_at(row, last)
        if direction:
            return when._replace(direction=direction[0]), direction[1]
        if row.form(last) == "من":
            period = period_at(row, last + 1)
            if period and period[0].grain == "week":
                return when._replace(grain="week", offset=period[0].offset), period[1]
    return when, last


def _is_weekday_here(row: Row, i: int) -> bool:
    """`الأحد` and `الاثنين` are weekdays unless a number goes on: `الاثنين والعشرين`."""
    word = number_word(row.form(i + 1))
    return not (word and ((word.cls == "tens" and word.conjoined) or (word.cls == "ten" and not word.conjoined)))


def _past_day_words(row: Row, i: int) -> int:
    """The index after `صباح`, `ليلة`, `يوم`, `صباح يوم` and `أول` words that stand before a weekday or `أمس`."""
    at = i
    if row.form(at) in ("ساعة", "الساعة"):
        return i
    part = match(row, at, "daypart", clitics=True)
    if part:
        at = part[1]
    word = match(row, at, "dayword", clitics=at == i)
    if word:
        at = word[1]
    return at


def _date_after_weekday(row: Row, i: int) -> Read | None:
    at = i
    if row.form(at) in ("،", ",", "("):
        at += 1
    pair = match(row, at, "pair", clitics=False)
    if pair:
        at = pair[1]
        if row.form(at) in ("ل", "لـ"):
            at += 1
    if row.form(at) in ("في", "لـ"):
        at += 1
    found = numeric(row, at) or day_month(row, at) if at < len(row.tokens) else None
    if found and found[0].day is not None and found[0].month is not None:
        if row.form(at - 1) == "(" and row.form(found[1]) == ")":
            return found[0], found[1] + 1
        return found
    return None


def deictic(row: Row, i: int) -> Read | None:
    """`اليوم`, `أمس`, `مساء أمس`, `أول من أمس`, `غدا`, `الليلة الماضية`, `ليلا`; not `في اليوم الأول`."""
    night = match(row, i, "overnight", clitics=False)
    if night:
        return (When(span=-1), night[1]) if tense_at(row, i, night[1]) < 0 else None
    at = _past_day_words(row, i)
    found = match(row, at, "day", clitics=at == i) or match(row, i, "day") or match(row, i, "tonight")
    if found is None:
        return None
    value, last, clitic = found
    form = row.form(last - 1)
    if form in table()["tonight"] and row.form(last - 2) == "تلك":
        return When(direction=THAT_NIGHT), last
    if form in table()["tonight"]:
        before_last = row.form(last) == "قبل"
        turned = direction_at(row, last + before_last)
        if turned:
            return When(offset=turned[0] - before_last), turned[1]
    if form.endswith("يوم") and value == "0" and row.form(last) in ("التالي", "الموالي"):
        return When(offset=1, direction=THAN_THAT), last + 1  # «في اليوم التالي»: after the day told last
    named = row.form(last) in QUOTES and row.form(i - 2) in QUOTES_OPEN and row.form(i - 1).startswith("ال")
    if value == "0" and form.endswith("يوم") and named and word(row.form(i - 1)).verb is None:
        return None  # «صحيفة «الأنهار اليوم»»
    if value == "0" and form.endswith("يوم"):
        nxt = row.form(last)
        if (
            (clitic and row.form(i) != "واليوم")
            or number_word(nxt) is not None
            or nxt in ("نفسه", "ذاته", "السابق", "الذي", "الواحد", "التي", "الوطني", "العالمي", "الدولي")
        ):
            return None
        if nxt in ("الاخير",) or (row.form(i - 1) in ("ذلك", "هذا", "طوال", "نفس", "حتي") and row.form(i - 1) != "هذا"):
            return None
    if row.form(i - 1) in ("لم", "ان", "لن") or (form == "اليوم" and row.form(at - 1) == "في"):
        return None  # «40 سفينة في اليوم»: a day
    part = match(row, last, "afterpart", clitics=False)
    if part:
        last = part[1]
    return When(offset=int(value)), last


def bare_day(row: Row, i: int) -> Read | None:
    """`الرابع عشر` after `قبل`: a day of the month said before, by an ordinal that no noun goes on with."""
    value = small_number(row, i) if row.kind(i) == "word" and row.form(i).startswith("ال") else None
    if value is None or not 10 < value[0] <= 31 or value[1] == i + 1 or row.form(i).endswith("ة"):
        return None
    return None if row.form(value[1]) == "من" or row.form(value[1]).startswith("ال") else (When(day=value[0]), value[1])


def day_number(row: Row, i: int) -> Read | None:
    """A bare day of the month, to be the first of a range."""
    value = small_number(row, i)
    return (When(day=value[0]), value[1]) if value and 1 <= value[0] <= 31 else None
