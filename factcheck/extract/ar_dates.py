"""Arabic date expressions: days, months by their twin names, weekdays, periods and their relations."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from factcheck.extract.amounts import Row
from factcheck.extract.ar_numbers import number_word, numeral_at, skip_letters, strippings
from factcheck.extract.dated import Expression
from factcheck.extract.numerals import read_digits
from factcheck.extract.when import When
from factcheck.lang import rows
from factcheck.text import fold

_PERIODS = {"day", "week", "month", "quarter", "half", "year", "decade", "century"}
_YEARS = range(1000, 2200)
Read = tuple[When, int]  # what was said, and the index after it


@cache
def _table() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Role to first word to phrases, longest first."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for words, role, value, *_ in rows("ar", "calendar"):
        phrase = tuple(fold(word) for word in words.split())
        table.setdefault(role, {}).setdefault(phrase[0], []).append((phrase, value))
    for by_first in table.values():
        for phrases in by_first.values():
            phrases.sort(key=lambda entry: -len(entry[0]))
    return table


@lru_cache(maxsize=1 << 16)
def opens(form: str, kind: str) -> bool:
    """Whether a date can begin with this token."""
    if kind == "number":
        return True
    if kind != "word":
        return False
    firsts = _openers()
    word = number_word(form)
    if word is not None and (word.cls in ("ordinal", "ordinal_part", "one_of", "unit", "ten", "tens", "one") or form.endswith("عشر")):
        return True
    return any(bare in firsts for _, _, bare in strippings(form)) or form in firsts


@cache
def _openers() -> frozenset[str]:
    roles = ("month", "hijri", "weekday", "day", "tonight", "daypart", "dayword", "unit", "unit2", "part", "relation", "season", "decade")
    firsts = {first for role in roles for first in _table()[role]}
    definite = {first[2:] for first in firsts if first.startswith("ال")}
    return frozenset(firsts | definite | {"عامي", "عامين", "سنوات", "هذا", "هذه", "ذلك", "بين", "من", "اخر", "نصف", "شهري"})


@lru_cache(maxsize=1 << 16)
def _bares(form: str) -> tuple[tuple[int, str], ...]:
    """Readings without clitics; the article stays on, for names like `الأربعاء`."""
    found = [(n, bare) for n, definite, bare in strippings(form) if not definite]
    return (*found, *((n, "ال" + bare) for n, definite, bare in strippings(form) if definite and not form.startswith("ال", n)))


def match(row: Row, i: int, role: str, clitics: bool = True) -> tuple[str, int, int] | None:
    """The value of a phrase of `role` at token `i`, the index after it, and the letters of clitics before it."""
    form = row.form(i)
    if row.kind(i) != "word" and form not in ("م",):
        return None
    by_first = _table()[role]
    for n, bare in _bares(form) if clitics else ((0, form),):
        for phrase, value in by_first.get(bare, ()):
            if all(row.form(i + k) == phrase[k] for k in range(1, len(phrase))):
                return value, i + len(phrase), n
    return None


def match_definite(row: Row, i: int, role: str) -> tuple[str, int] | None:
    """Like `match`, for a word with the article that the list has without."""
    form = row.form(i)
    for n, definite, bare in strippings(form):
        if definite:
            for phrase, value in _table()[role].get(bare, ()):
                if len(phrase) == 1:
                    return value, n
    return None


def date_at(row: Row, i: int, taken: int) -> Expression | None:
    """The date expression that begins at token `i`, or `None`."""
    if row.kind(i) == "number" and row.touches(i) and row.form(i - 1) in ("/", "-", ".", ":"):
        return None
    found = _related(row, i) or _between(row, i) or _core(row, i)
    if found is None:
        return None
    when, last = found
    first = i
    token = row.tokens[i]
    n = _clitic_of(row, i)
    start = skip_letters(row.text, token.start, token.end, n) if n else token.start
    return Expression(first, last, start, row.tokens[last - 1].end, when)


def _clitic_of(row: Row, i: int) -> int:
    """The letters of clitics before the first word of a date."""
    form = row.form(i)
    if row.kind(i) != "word":
        return 0
    by_role = _table()
    for n, definite, bare in strippings(form):
        for word in (bare, "ال" + bare) if definite else (bare,):
            if any(word in by_role[role] for role in ("month", "hijri", "weekday", "day", "tonight", "daypart", "dayword", "unit", "unit2", "part", "relation", "season", "decade")) or word in ("عامي", "بين", "من", "هذا", "هذه", "ذلك"):
                return n
    word_ = number_word(form)
    return word_.clitic if word_ else 0


def _related(row: Row, i: int) -> Read | None:
    """`منذ مطلع العام الحالي`, `قبل عامين`, `حتى نهاية الأسبوع`, `بحلول 2030`."""
    found = match(row, i, "relation")
    if found is None:
        return None
    relation, at, _ = found
    ago = _ago(row, at, relation)
    if ago is not None:
        return ago
    inner = _core(row, at, prefixed=True)
    if inner is None:
        return None
    when, last = inner
    if relation == "after" and when.offset is not None and not when.names_itself and when.weekday is None and when.part is None:
        return None
    if relation == "until" and when.grain == "day" and when.offset == 0 and when.weekday is None:
        pass
    return replace(when, relation=relation), last  # type: ignore[arg-type]  # the list holds relations only


def _ago(row: Row, at: int, relation: str) -> Read | None:
    """`قبل عامين`, `منذ ثلاثة أيام`, `قبل نحو 3 أشهر`; `قبل يومين من الانتخابات` stands on another event."""
    if relation not in ("before", "since", "after"):
        return None
    if row.form(at) in ("نحو", "حوالي", "قرابة", "زهاء"):
        at += 1
    elif row.form(at) == "ما" and row.form(at + 1) in ("يقارب", "يقرب"):
        at += 3 if row.form(at + 2) == "من" else 2
    counted = _count_of_units(row, at)
    if counted is None:
        return None
    n, grain, last = counted
    if row.form(last) in ("من", "علي") and row.form(last + 1) != "الان":
        return None
    if relation == "after":
        return (When(grain=grain, offset=n), last) if tense_at(row, at, last) > 0 else None
    when = When(grain=grain, offset=-n)
    if relation == "since":
        when = When(grain=grain, span=-n)
    return when, last


def _count_of_units(row: Row, at: int) -> tuple[int, str, int] | None:
    """A number of time units at token `at`: `عامين`, `3 أشهر`, `عام`, `أسبوعين`."""
    for role, n in (("unit2", 2), ("unit", 1)):
        found = match(row, at, role, clitics=False)
        if found:
            grain, last, _ = found
            if role == "unit" and (row.form(at) not in ("عام", "سنه", "سنة", "شهر", "اسبوع", "يوم", "ساعة", "ساعه", "قرن", "عقد", "ايام", "سنوات", "اسابيع", "اشهر", "ساعات", "دقيقة", "دقائق") or number_word(row.form(last)) and row.form(last) not in ("واحد", "واحدة") or row.kind(last) == "number"):
                return None
            if role == "unit" and row.form(at) in ("ايام", "سنوات", "اسابيع", "اشهر", "ساعات", "دقائق"):
                return None
            if row.form(last) in ("واحد", "واحدة"):
                last += 1
            return n, grain, last
    if at >= len(row.tokens) or row.kind(at) not in ("number", "word"):
        return None
    numeral = numeral_at(row.text, row.tokens, at)
    if numeral is None or numeral.kind != "cardinal" or numeral.value != int(numeral.value) or numeral.value > 9999 or numeral.definite:
        return None
    found = match(row, numeral.last, "unit", clitics=False) or _tanwin_unit(row, numeral.last)
    return (int(numeral.value), found[0], found[1]) if found else None


def _tanwin_unit(row: Row, i: int) -> tuple[str, int, int] | None:
    form = row.form(i)
    if not form.endswith("ا"):
        return None
    entry = _table()["unit"].get(form[:-1])
    return (entry[0][1], i + 1, 0) if entry else None


def _between(row: Row, i: int) -> Read | None:
    """`بين عامي 2017 و2021`, `من 5 إلى 10 مارس`, `بين 5 و10 مارس`."""
    forms = {bare for _, bare in _bares(row.form(i))}
    if row.kind(i) == "word" and not forms & {"بين", "من"}:
        return None
    at = i + 1 if row.kind(i) == "word" else i
    opener = row.form(i) if row.kind(i) == "word" else ""
    if row.form(at) in ("عامي", "سنتي", "العامين", "الاعوام", "شهري"):
        at += 1
    first = _core(row, at, prefixed=True) or _day_number(row, at)
    if first is None:
        return None
    when, last = first
    link = row.form(last)
    if opener and "بين" in forms:
        if not link.startswith("و"):
            return None
        after = last + 1 if link == "و" else last
    elif link in ("الي", "حتي", "-", "–", "—") or (opener == "" and False):
        if link in ("-", "–", "—") and opener:
            return None
        after = last + 1
        if not opener and link not in ("-", "–", "—"):
            return None
    else:
        return None
    second = _core(row, after, prefixed=True)
    if second is None:
        return None
    end, last = second
    if not _rangeable(when, end):
        return None
    return replace(when, other=end), last


def _rangeable(first: When, last: When) -> bool:
    if first.day is not None and first.month is None:
        return last.day is not None and last.month is not None
    if last.year is not None and last.month is None and last.nth is None:
        return first.year is not None and first.month is None and first.year < last.year
    return (first.month is not None) == (last.month is not None) and (first.weekday is not None) == (last.weekday is not None)


def _day_number(row: Row, i: int) -> Read | None:
    """A bare day of the month, to be the first of a range."""
    value = _small_number(row, i)
    return (When(day=value[0]), value[1]) if value and 1 <= value[0] <= 31 else None


def _small_number(row: Row, i: int) -> tuple[int, int] | None:
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


def _core(row: Row, i: int, prefixed: bool = False) -> Read | None:
    """A date without its relation; `prefixed` when a relation or part before it makes a bare period a date."""
    if i >= len(row.tokens):
        return None
    if row.kind(i) == "number":
        found = _numeric(row, i) or _day_month(row, i) or _bare_year(row, i, prefixed)
        return _with_pair(row, found)
    if row.kind(i) != "word":
        return None
    for read in (_week_day, _deictic, _day_month, _month, _year, _nth_period, _part, _last_few, _period, _season, _decade):
        found = read(row, i)
        if found:
            return _with_pair(row, found)
    return _bare_period(row, i) if prefixed else None


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
    return replace(keep, weekday=when.weekday if when.weekday is not None else other.weekday), end


def _numeric(row: Row, i: int) -> Read | None:
    """`30/10/2024`, `2024-10-30`, `30.10.2024`."""
    form = row.form(i)
    parts: list[str] = form.split(".")
    last = i + 1
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
        year, month, day = c, b, a
    else:
        return None
    if month > 12 and day <= 12:
        month, day = day, month
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    hijri = match(row, last, "hijri_mark", clitics=False)
    if hijri:
        return When(year=year, month=month, day=day, hijri=True), hijri[1]
    if year < 1600:
        return None
    return When(year=year, month=month, day=day), _past_mark(row, last)


def _past_mark(row: Row, i: int) -> int:
    mark = match(row, i, "gregorian_mark", clitics=False)
    return mark[1] if mark else i


def _day_month(row: Row, i: int) -> Read | None:
    """`30 أغسطس/ آب الماضي`, `الأول من مايو`, `29 من الشهر نفسه`."""
    number = _small_number(row, i)
    if number is None or not 1 <= number[0] <= 31:
        return None
    day, at = number
    if row.form(at) in ("من", "-", "/") or row.form(at) == "في":
        at += 1
    if row.form(at) == "شهر":
        at += 1
    month = _month(row, at, day=True)
    if month:
        return replace(month[0], day=day, grain="day"), month[1]
    if row.form(at - 1) == "من" or row.form(at - 1) == "شهر":
        back = at - 1 if row.form(at - 1) == "شهر" else at
        period = _period(row, back)
        if period and period[0].grain == "month":
            return replace(period[0], day=day, grain="day"), period[1]
    return None


def _month(row: Row, i: int, day: bool = False) -> Read | None:
    """A month by one name or two, with what follows: its year, or `الماضي`."""
    at, worded = i, False
    if {bare for _, bare in _bares(row.form(i))} & {"شهر"} and not day:
        at, worded = i + 1, True
    hijri = match(row, at, "hijri", clitics=at == i)
    found = match(row, at, "month", clitics=at == i)
    if found is None and hijri is None:
        return None
    value, last, _ = found or hijri  # type: ignore[misc]  # one of the two is there
    is_hijri = found is None
    last = _twin(row, last, value, "hijri" if is_hijri else "month")
    when = When(grain="month", month=int(value), hijri=is_hijri)
    when, end = _year_after(row, last, when)
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
    ambiguous = {bare for _, bare in _bares(form)} & {"مارس", "اب", "ماي", "اوت", "جوان", "غشت", "مايس"}
    if form[:1] in "بلو" and {bare for n, bare in _bares(form) if n} & set(_table()["month"]):
        before = "في" if form[0] in "بل" else before
    if not ambiguous:
        return True
    token = row.tokens[i]
    if "اب" in ambiguous and not row.text[token.start : token.end].endswith("آب"):
        return False
    return before in ("في", "منذ", "حتي", "قبل", "بعد", "خلال", "من", "الي", "شهر", "نهاية", "بداية", "مطلع", "منتصف", "اواخر", "اوائل", "بين", "و", "/")


def _year_after(row: Row, i: int, when: When) -> Read:
    """The year or direction after a month or period: `2022`, `من عام 2022`, `الماضي`, `من العام الماضي`, `1445 هـ`."""
    at = i
    if row.form(at) in (",", "،") and row.kind(at + 1) == "number":
        at += 1
    if row.form(at) == "من":
        at += 1
    if row.form(at) in ("عام", "العام", "سنة", "السنة", "لعام", "لسنة", "للعام") and row.kind(at + 1) == "number":
        at += 1
    form = row.form(at)
    if row.kind(at) == "number" and form.isdecimal() and len(form) == 4 and int(form) in _YEARS:
        year = int(form)
        mark = match(row, at + 1, "hijri_mark", clitics=False)
        if mark or when.hijri:
            if year < 1300 or year > 1600:
                return (replace(when, year=year, hijri=False), at + 1) if not when.hijri else (when, i)
            return replace(when, year=year, hijri=True), mark[1] if mark else at + 1
        if 1600 <= year < 2200 and (at == i or row.form(at - 1) != "من"):
            return replace(when, year=year), _past_mark(row, at + 1)
    direction = _direction(row, i)
    if direction is not None:
        return replace(when, direction=direction[0]), direction[1]
    if at > i or row.form(i) in ("العام", "السنة", "هذا", "هذه"):
        period = _period(row, at if row.form(i) == "من" else i)
        if period and period[0].grain == "year" and period[0].offset is not None and when.nth is not None:
            return replace(when, offset=period[0].offset), period[1]
        if period and period[0].grain == "year" and period[0].offset is not None:
            return replace(when, direction=None, offset=period[0].offset), period[1]
        if period and period[0].grain == "year" and period[0].direction == 2:
            return replace(when, direction=2), period[1]
    return when, i


def _direction(row: Row, i: int) -> tuple[int, int] | None:
    """`الماضي` -1, `الجاري` 0, `المقبل` 1 at token `i`, and the index after it."""
    found = match_definite(row, i, "direction")
    if found and found[1] == 0:
        return int(found[0]), i + 1
    return None


def _week_day(row: Row, i: int) -> Read | None:
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
        return replace(full[0], weekday=int(value)), full[1]
    if offset is None:
        direction = _direction(row, last)
        if direction:
            return replace(when, direction=direction[0]), direction[1]
        if row.form(last) == "من":
            period = _period(row, last + 1)
            if period and period[0].grain == "week":
                return replace(when, grain="week", offset=period[0].offset), period[1]
    return when, last


def _is_weekday_here(row: Row, i: int) -> bool:
    """`الأحد` and `الاثنين` are weekdays unless a number goes on: `الاثنين والعشرين`."""
    word = number_word(row.form(i + 1))
    return not (word and (word.cls == "tens" and word.conjoined or word.cls == "ten" and not word.conjoined))


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
    found = _numeric(row, at) or _day_month(row, at) if at < len(row.tokens) else None
    if found and found[0].day is not None and found[0].month is not None:
        if row.form(at - 1) == "(" and row.form(found[1]) == ")":
            return found[0], found[1] + 1
        return found
    return None


def _deictic(row: Row, i: int) -> Read | None:
    """`اليوم`, `أمس`, `مساء أمس`, `أول من أمس`, `غدا`; not `في اليوم الأول`."""
    at = _past_day_words(row, i)
    found = match(row, at, "day", clitics=at == i) or match(row, i, "day") or match(row, i, "tonight")
    if found is None:
        return None
    value, last, clitic = found
    form = row.form(last - 1)
    if value == "0" and form.endswith("اليوم"):
        nxt = row.form(last)
        if clitic and row.form(i) != "واليوم" or number_word(nxt) is not None or nxt in ("التالي", "نفسه", "ذاته", "السابق", "الذي", "الواحد", "التي", "الوطني", "العالمي", "الدولي", "الموالي"):
            return None
        if nxt in ("الاخير",) or row.form(i - 1) in ("ذلك", "هذا", "طوال", "نفس", "حتي") and row.form(i - 1) != "هذا":
            return None
    if row.form(i - 1) in ("لم", "ان", "لن"):
        return None
    part = match(row, last, "afterpart", clitics=False)
    if part:
        last = part[1]
    return When(offset=int(value)), last


def _year(row: Row, i: int) -> Read | None:
    """`عام 2019`, `سنة ١٩٧٧`, `عام 1445 هـ`."""
    bares = {bare for _, bare in _bares(row.form(i))}
    if not bares & {"عام", "سنة", "العام", "السنة", "سنه", "موسم", "الموسم"}:
        return None
    form = row.form(i + 1)
    if row.kind(i + 1) == "word" and number_word(form) is not None:
        numeral = numeral_at(row.text, row.tokens, i + 1)
        if numeral and numeral.kind == "cardinal" and numeral.value in _YEARS and numeral.last - numeral.first > 1:
            return When(grain="year", year=int(numeral.value)), numeral.last
    if row.kind(i + 1) != "number" or not form.isdecimal() or len(form) != 4:
        return None
    year = int(form)
    mark = match(row, i + 2, "hijri_mark", clitics=False)
    if mark and 1300 <= year <= 1600:
        return When(grain="year", year=year, hijri=True), mark[1]
    if not 1000 <= year < 2200:
        return None
    return When(grain="year", year=year), _past_mark(row, i + 2)


def _bare_year(row: Row, i: int, prefixed: bool) -> Read | None:
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
    led = prefixed or _names_a_year(row, i, year) or before in ("في", "منذ", "حتي", "قبل", "بعد", "خلال", "لعام", "الي", "من", "و", "مطلع", "نهاية", "بداية", "اواخر", "اوائل", "منتصف", "صيف", "شتاء", "ربيع", "خريف", "موازنة", "ميزانية", "مونديال", "كاس", "اولمبياد", "انتخابات", "حرب", "ثورة", "دستور", "اتفاق", "رؤية", "عامي", "اعوام", "سنوات", "ازمة", "موسم", "يورو", "نسخة", "دورة", "بطولة")
    return (When(grain="year", year=year), i + 1) if led else None


def _names_a_year(row: Row, i: int, year: int) -> bool:
    """`كأس العالم 2022`: after a noun, before no noun; not `عدد القتلى 2022` and not `القرار 2022`."""
    from factcheck.extract.ar_quantities import words

    before, after = row.form(i - 1), row.form(i + 1)
    if not 1950 <= year < 2050 or row.kind(i - 1) != "word" or before in words("function") | words("numbered"):
        return False
    if any(row.form(k).endswith(("عدد", "عددهم", "عددها", "حصيلة", "مجموع", "رقم")) for k in (i - 1, i - 2, i - 3)):
        return False
    return before.startswith("ال") and (row.kind(i + 1) != "word" or after in words("function") or after.startswith(("ال", "و")))


def _counts(row: Row, i: int) -> bool:
    """Whether the number at `i` counts what follows it."""
    from factcheck.extract.ar_duals import singular_of
    from factcheck.extract.ar_quantities import bounds, measures

    if bounds("before").before(row.tokens, i) is not None and row.form(i - 1) not in ("قبل",):
        return True
    return row.kind(i + 1) == "word" and (measures().at(row.tokens, i + 1) is not None or (singular_of(row.form(i + 1)) is not None and not row.form(i + 1).startswith("ال")))


def _nth_period(row: Row, i: int) -> Read | None:
    """`الربع الثاني من 2023`, `النصف الأول من العام الجاري`, `القرن العشرين`."""
    form = row.form(i)
    bares = {bare for _, definite, bare in strippings(form) if definite}
    grain = "quarter" if bares & {"ربع", "فصل"} else "half" if bares & {"نصف"} else "century" if bares & {"قرن"} else None
    if grain is None:
        return None
    word = number_word(row.form(i + 1))
    if word is None or not (word.cls == "ordinal" or (grain == "century" and word.cls in ("ordinal_part", "tens"))):
        return None
    numeral = numeral_at(row.text, row.tokens, i + 1)
    if numeral is None:
        return None
    nth, last = int(numeral.value), numeral.last
    if grain == "century":
        return When(grain="century", year=nth * 100 - 99), last
    if row.form(last) in ("والاخير",):
        last += 1
    if nth > (4 if grain == "quarter" else 2):
        return None
    when, end = _year_after(row, last, When(grain=grain, nth=nth))
    if end == last and row.form(last) == "من" and row.kind(last + 1) == "number":
        year = _bare_year(row, last + 1, True)
        if year:
            return replace(when, year=year[0].year), year[1]
    if end == last and row.form(last) in ("من", "لعام"):
        period = _core(row, last + 1, prefixed=True)
        if period and period[0].grain == "year" and period[0].year is not None:
            return replace(when, year=period[0].year), period[1]
        if period and period[0].grain == "year" and period[0].offset is not None:
            return replace(when, offset=period[0].offset), period[1]
        if row.form(last) == "من" and not period and grain == "half":
            return None
    if end == last and form.startswith("النصف") and row.form(i - 1) not in ("في", "خلال", "بنهاية", "من"):
        return None
    return when, end


def _part(row: Row, i: int) -> Read | None:
    """`مطلع العام الحالي`, `نهاية 2027`, `أواخر مارس`, `نهاية الأسبوع`."""
    found = match(row, i, "part")
    if found is None:
        return None
    part, at, _ = found
    if row.form(i) in ("اول", "نصف", "اخر", "وسط", "غرة"):
        if row.form(i) not in ("وسط", "غرة"):
            return None
    if row.form(at) == "شهر":
        at += 1 if match(row, at + 1, "month", clitics=False) or match(row, at + 1, "hijri", clitics=False) else 0
    inner = _core(row, at, prefixed=True)
    if inner is None or inner[0].part is not None or inner[0].relation is not None or (inner[0].grain == "day" and inner[0].month is None):
        return None
    when, last = inner
    if when.weekday is not None or when.day is not None:
        return None
    return replace(when, part=part), last


def _last_few(row: Row, i: int) -> Read | None:
    """`السنوات الخمس الماضية`, `العامين الماضيين`, `الأيام الثلاثة المقبلة`, `آخر 3 سنوات`, `الـ24 ساعة الماضية`."""
    form = row.form(i)
    if form == "اخر":
        counted = _count_of_units(row, i + 1)
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
            numeral = numeral_at(row.text, row.tokens, last) if row.kind(last) == "word" and number_word(row.form(last)) else None
            if numeral is None and row.kind(last) == "number":
                numeral = numeral_at(row.text, row.tokens, last)
            if numeral is None or numeral.kind != "cardinal" or numeral.value != int(numeral.value) or numeral.value < 2:
                direction = _direction(row, last)
                if direction and form.endswith(("ايام", "سنوات", "اسابيع", "اشهر", "اعوام", "شهور", "عقود", "ساعات")) and direction[0]:
                    return When(grain=grain, span=direction[0] * 2), direction[1]
                return None
            n, last = int(numeral.value), numeral.last
        direction = _direction(row, last)
        if direction is None or direction[0] == 0:
            return None
        return When(grain=grain, span=n * direction[0]), direction[1]
    return None


def _period(row: Row, i: int) -> Read | None:
    """`الأسبوع الماضي`, `هذا العام`, `الشهر الجاري`, `العام نفسه`."""
    form = row.form(i)
    if form in ("هذا", "هذه") or (form[:1] in "وبل" and form[1:] in ("هذا", "هذه")):
        found = match_definite(row, i + 1, "unit")
        if found and found[0] in _PERIODS and row.form(i + 1) != "الفصل":
            return When(grain=found[0], offset=0), i + 2
        return None
    found = match_definite(row, i, "unit")
    if found is None or found[0] not in _PERIODS or row.form(i).endswith(("ات", "اعوام", "ايام", "اشهر")):
        return None
    grain = found[0]
    if grain == "day":
        direction = _direction(row, i + 1)
        return None if direction is None or direction[0] == 0 or row.form(i + 1) in ("الاخير", "السابق", "التالي") else (When(offset=direction[0]), direction[1])
    direction = _direction(row, i + 1)
    if direction is not None:
        if row.form(i + 1).startswith(("الاخير", "اللاحق")) or (row.form(i + 1) == "السابق" and False):
            return None
        if row.form(i + 1) == "التالي":
            return None
        return When(grain=grain, offset=direction[0]), direction[1]
    if row.form(i + 1) in ("نفسه", "نفسها", "ذاته", "ذاتها"):
        return When(grain=grain, direction=2), i + 2
    return None


def _bare_period(row: Row, i: int) -> Read | None:
    """`العام` after `منذ بداية`: the current one."""
    found = match_definite(row, i, "unit")
    if found is None or found[0] not in ("week", "month", "quarter", "year", "decade", "century") or row.form(i).endswith(("ات", "اعوام", "ايام", "اشهر")):
        return None
    nxt = number_word(row.form(i + 1))
    if nxt is not None or row.form(i + 1).startswith("الدراس"):
        return None
    return When(grain=found[0], offset=0), i + 1


def _season(row: Row, i: int) -> Read | None:
    """`صيف 2019`, `الشتاء الماضي`, `صيف العام الماضي`."""
    found = match(row, i, "season")
    if found:
        when, end = _year_after(row, found[1], When(grain="season", nth=int(found[0])))
        if end > found[1] and (when.year is not None or when.offset is not None):
            return when, end
        return None
    definite = match_definite(row, i, "season")
    direction = _direction(row, i + 1) if definite else None
    if definite and direction:
        return When(grain="season", nth=int(definite[0]), direction=direction[0]), direction[1]
    return None


def _decade(row: Row, i: int) -> Read | None:
    """`ثمانينيات القرن الماضي`, `التسعينيات`."""
    found = match(row, i, "decade") or match_definite(row, i, "decade")
    if found is None:
        return None
    value, last = int(found[0]), i + 1
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


def tense_at(row: Row, first: int, last: int) -> int:
    """1 when a mark of the future governs the date, else 0: before it in its sentence, or right after an opening date."""
    for k in range(first - 1, max(-1, first - 13), -1):
        if row.kind(k) == "line" or row.form(k) in (".", "؟", "!", "؛"):
            break
        if _is_future(row.form(k)) or (first - k <= 6 and match(row, k, "soon")):
            return 1
        if row.form(k) in ("قال", "اعلن", "اكد") and k < first - 1:
            break
    opening = first == 0 or row.kind(first - 1) in ("line",) or row.form(first - 1) in (".", "؟", "!", "«", '"')
    if opening or row.form(first - 1) in ("في", "و"):
        for k in range(last, min(last + 5, len(row.tokens))):
            if row.form(k) in (".", "؟", "!") or row.kind(k) == "line":
                break
            if _is_future(row.form(k)):
                return 1
    return 0


@lru_cache(maxsize=1 << 16)
def _is_future(form: str) -> bool:
    marks = _table()["future"]
    if any(bare in marks for _, bare in _bares(form)):
        return True
    bare = form[1:] if form[:1] in ("و", "ف") and len(form) > 4 else form
    return len(bare) >= 5 and bare[0] == "س" and bare[1] in "يتن" and not bare.startswith(_NOT_FUTURE)


_NOT_FUTURE = ("سياس", "سيار", "سيدة", "سيدا", "سيطر", "سينم", "سينا", "ستين", "ستون", "ستاد", "سنوا", "سنوي", "سيول", "سيناري", "ستار", "ستوك", "سيرة", "سياح", "سيادة", "سياق", "سياج", "سيليكون", "ستراتيج", "ستة", "ستمئ", "ستمائ", "سندات", "سنتين", "سنتان", "سنغاف", "سنغال", "سيول", "سيف", "سيئ")
