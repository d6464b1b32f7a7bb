"""Arabic times of day: `الرابعة والربع فجرا`, `الساعة 10:30`, `قبل السابعة بربع ساعة`, `منتصف الليل`."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import Row
from factcheck.extract.ar.calendar import match
from factcheck.extract.ar.calendar_words import table
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.tenses import tense_at
from factcheck.extract.ar.units import measures
from factcheck.extract.ar.verbs import verb_forms
from factcheck.extract.ar.words import is_function_word
from factcheck.extract.clock import DAY, NOON, Clock, digits_at
from factcheck.text import fold

_HOUR = fold("ساعة")
_FEMININE, _PLURAL = fold("ة"), fold("ات")
_MEASURED = ("money", "measure", "percent")  # what no time of day is
_NIGHT = -1
_AGE, _AN_AGE = fold("العصر"), fold("عصرا")
_VERB_BEHIND = 6  # tokens behind a part of the day among which its verb stands
_EVENING_FROM, _EVENING_TO = 7, 11


def clock_at(row: Row, i: int) -> Clock | None:
    """The time of day that begins at token `i`, or `None`."""
    if row.kind(i) != "number":
        named = match(row, i, "clock_named") or match(row, i, "noon")
        lead = "clock_lead" if match(row, i, "clock_named") else "noon_lead"
        if named and match(row, i - 1, lead) is not None:
            return Clock(i, named[1], int(named[0]))
        around = _part_of_day(row, i)
        if around is not None or named:
            return around
    hourly = _is_hourly(row, i)
    read = _hour(row, i, hourly)
    if read is None:
        return None
    led = match(row, i - 1, "clock_lead") is not None
    hour, minute, last, whole = read
    part = _minutes(row, last)
    if part is not None:
        minute, last = minute + part[0], part[1]
    moved = _moved(row, i, last)
    if moved is not None:
        minute, last = minute + moved[0], moved[1]
    half, last, adverb = _half(row, last)
    if row.kind(i) == "number" and not (hourly or half is not None):
        return None
    if hourly and half is None and part is None and row.kind(i) == "number" and _is_counted(row, last):
        return None
    if adverb and not (hourly or led) and _is_feminine(row.form(i - 1)):
        return None  # «الجولة الثانية صباحا»
    if not (hourly or led or adverb) or not (hourly or part or moved or half is not None):
        return None  # «الدورة الثالثة مساء الأحد»: the third of something, in the evening
    if half is None:
        return Clock(i, last, (hour * 60 + minute) % DAY, whole)
    if half == _NIGHT:
        half = NOON if _EVENING_FROM <= hour <= _EVENING_TO else 0
    return Clock(i, last, (hour % 12 * 60 + minute + half) % DAY)


def _part_of_day(row: Row, i: int) -> Clock | None:
    """`في وقت مبكر من الصباح`, `منذ الفجر`, `بعد الظهر`, `فجرا`: a part of the day on which something came about."""
    if match(row, i, "adverb_of_day", clitics=False):
        return Clock(i, i + 1, 0, part=True) if _is_adverb(row, i) and _came_about(row, i, i + 1) else None
    early = match(row, i, "early", clitics=False)
    at = early[1] if early else i
    part = match(row, at, "part_of_day", clitics=False)
    if part is None or not (early or match(row, i - 1, "part_lead", clitics=False)):
        return None
    if match(row, at, "noon", clitics=False) and row.form(i - 1).endswith("في"):
        return None  # «أصيب بكسر في الظهر»: the back
    if row.form(at) == _AGE and (row.form(i - 1).endswith(("في", "مع")) or row.form(at + 1).startswith("ال")):
        return None  # «منذ العصر الحجري», «في العصر»: an age
    last = part[1] + bool(match(row, part[1], "early_one", clitics=False))
    lasts = row.form(i - 1) in (fold("منذ"), fold("ومنذ"))
    return Clock(i, last, 0, part=True) if lasts or _came_about(row, i, last) else None


def _is_adverb(row: Row, i: int) -> bool:
    """Whether a part of the day stands alone, no day behind it and no other part joined: not «مساء السبت»."""
    following = row.form(i + 1)
    named = following.startswith("ال") or match(row, i + 1, "day", clitics=False) or following in ("يوم", "ذلك", "كل")
    described = following.endswith("ا") and not is_function_word(following)  # «عصرا ذهبيا», «فجرا جديدا»
    of = following == "من" and row.form(i) == _AN_AGE  # «عصرا من الازدهار»
    return not (named or described or of or match(row, i + 1, "adverb_of_day") or row.form(i - 1) in ("كل", "و"))


def _came_about(row: Row, first: int, last: int) -> bool:
    """Whether the verb that a part of the day goes with tells of the past, and of no habit."""
    tense = tense_at(row, first, last)
    if tense:
        return tense < 0
    for k in range(last, min(len(row.tokens), last + _VERB_BEHIND)):
        found = verb_forms().get(row.form(k))
        if row.form(k) in (".", "؛") or row.kind(k) == "line":
            return False
        if found is not None and not found.weak:
            return found.tense == "perfect"
    return False


def _is_hourly(row: Row, i: int) -> bool:
    """Whether `الساعة` stands before token `i`, and not as that of a speed: `80 كيلومترا في الساعة`."""
    at = i - 2 if row.form(i - 1) == ":" else i - 1
    if not row.form(at).endswith(_HOUR):
        return False
    before = at - 2 if row.form(at - 1) in (fold("في"), "/") else at - 1
    found = measures().at(row.tokens, before) if before >= 0 else None
    return row.kind(before) != "number" and (found is None or found[0][0] not in _MEASURED)


def _is_counted(row: Row, at: int) -> bool:
    """Whether what stands at `at` is counted by the number before it: `12 ألف دولار`, `15 دولارا`, `5 مرات`."""
    form, found = row.form(at), measures().at(row.tokens, at) if at < len(row.tokens) else None
    word = number_word(form)
    return (
        (word is not None and not word.conjoined and word.cls.startswith(("scale", "hundred")))
        or (found is not None and found[0][0] in _MEASURED)
        or match(row, at, "month", clitics=False) is not None
        or (form.endswith(_PLURAL) and not form.startswith(("ال", "ب", "ل")))
    )


def _is_feminine(form: str) -> bool:
    """Whether an ordinal behind the word can number it: `الجولة`, `الدورات`."""
    return form.removeprefix("و").startswith(("ال", "بال", "لل")) and form.endswith((_FEMININE, _PLURAL))


def _hour(row: Row, i: int, hourly: bool) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the index after them, and whether they tell morning from evening."""
    if row.kind(i) == "number":
        digits = digits_at(row, i, hourly)
        return (digits.hour, digits.minute, digits.last, digits.whole(row)) if digits else None
    found = match(row, i, "clock_hour")
    if found is None:
        return None
    word = number_word(row.form(found[1]))
    joined = word is not None and word.conjoined and row.form(found[1])[1:] not in table()["clock_part"]
    if joined and _worded_minutes(row, found[1]) is None:
        return None  # «الثانية والثلاثين»
    return int(found[0]), 0, found[1], False


def _minutes(row: Row, at: int) -> tuple[int, int] | None:
    """`والنصف`, `و20 دقيقة`, `إلا ربعا`, and the index after them."""
    sign, form = 1, row.form(at)
    if form == fold("إلا"):
        sign, at = -1, at + 1
        form = "و" + row.form(at)
    elif form == "و":
        at += 1
        form = "و" + row.form(at)
    if not form.startswith("و"):
        return None
    bare = form[1:]
    parts = table()["clock_part"]
    value = parts.get(bare) or parts.get("ال" + bare.removesuffix("ا"))
    if value:
        return sign * int(value[0][1]), at + 1
    if bare.isdecimal() and int(bare) < 60 and match(row, at + 1, "clock_minutes"):
        return sign * int(bare), at + 2
    worded = _worded_minutes(row, at)
    return None if worded is None else (sign * worded[0], worded[1])


def _worded_minutes(row: Row, at: int) -> tuple[int, int] | None:
    """`وعشر دقائق`, `وخمس وعشرين دقيقة`, and the index after them."""
    minutes, last = 0.0, at
    while last < at + 2:
        word = number_word(row.form(last))
        if word is None or not word.conjoined:
            break
        minutes, last = minutes + word.value, last + 1
    return (int(minutes), last + 1) if 0 < minutes < 60 and match(row, last, "clock_minutes") else None


def _moved(row: Row, i: int, at: int) -> tuple[int, int] | None:
    """`قبل السابعة بربع ساعة`, `بعد العاشرة بعشر دقائق`: the minutes by which what follows moves the time."""
    sign = {fold("قبل"): -1, fold("بعد"): 1}.get(row.form(i - 1).removeprefix("و"))
    form = row.form(at)
    if sign is None or not form.startswith("ب"):
        return None
    bare = form[1:]
    part = table()["clock_part"].get("ال" + bare)
    if part and row.form(at + 1) == _HOUR:
        return sign * int(part[0][1]), at + 2
    if not bare and row.form(at + 1).isdecimal() and match(row, at + 2, "clock_minutes"):
        return sign * int(row.form(at + 1)), at + 3
    word = number_word(form) if bare else None
    if word is not None and word.value < 60 and match(row, at + 1, "clock_minutes"):
        return sign * int(word.value), at + 2
    return None


def _half(row: Row, at: int) -> tuple[int | None, int, bool]:
    """Morning (0), afternoon (720) or night (-1) behind an hour, the index after its word, and whether it is an adverb.

    `من` before it leads to the day, whose word it is: `الثالثة من فجر الأحد`.
    """
    adverb = match(row, at, "clock_adverb", clitics=False)
    if adverb:
        return int(adverb[0]), adverb[1], True
    half = match(row, at, "clock_half", clitics=False)
    if half:
        return int(half[0]), half[1], False
    if row.form(at) == "من":
        form = row.form(at + 1)
        rest = table()["clock_half"].get(form.removeprefix("ال"))
        if rest:
            return int(rest[0][1]), at + 2 if form.startswith("ال") else at, False
    return None, at, False


@cache
def openers() -> frozenset[str]:
    """The words a time of day can begin with, `ل`, `ب` and `و` before the article too; a number can as well."""
    hours = frozenset(table()["clock_hour"])
    led = {clitic + hour for hour in hours for clitic in ("ب", "و")} | {"ل" + hour[1:] for hour in hours}
    named = (
        first for role in ("clock_named", "noon", "early", "part_of_day", "adverb_of_day") for first in table()[role]
    )
    return frozenset(named) | hours | led
