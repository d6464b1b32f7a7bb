"""Arabic quantities: numerals, duals and singular + واحد, with their bounds, units and counted nouns."""

from __future__ import annotations

from factcheck.extract.amounts import CURRENCY_SIGNS, Amount, Row, left
from factcheck.extract.ar.bounds import bounds, with_bound
from factcheck.extract.ar.calendar_words import table
from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.numbered_names import ends_name
from factcheck.extract.ar.numbers import is_and_eleven, number_word, skip_letters, strippings
from factcheck.extract.ar.numerals import numeral_at
from factcheck.extract.ar.ranges import range_at, share_at
from factcheck.extract.ar.two import two_of
from factcheck.extract.ar.units import (
    amount_of,
    and_half_of_it,
    bare_forms,
    counts_what_follows,
    measured,
    measures,
    plain,
    with_measure,
    words,
)
from factcheck.extract.numerals import Numeral

_ATTACHED = frozenset(("و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل", "وب", "ول"))


def amount_at(row: Row, i: int, taken: int) -> Amount | None:
    """The quantity that begins at token `i`, a number to be left, or `None`; `taken` is where the last one ended."""
    form = row.form(i)
    if form in CURRENCY_SIGNS:
        return _signed(row, i, taken)
    if row.kind(i) != "number":
        word = number_word(form)
        if word is None or (form == "صفر" and "ّ" in row.text[row.tokens[i].start : row.tokens[i].end]):  # «صفّر الحكم»
            return two_of(row, i, taken) or _one_unit(row, i, taken)
        if word.cls == "one" and not is_and_eleven(row.text, row.tokens, i):
            return (
                _one_percent(row, i, taken) or _one_in(row, i, taken) or _one(row, i, taken) or _counted(row, i, taken)
            )
        if word.cls == "fraction" and word.conjoined:
            return _and_a_half(row, i, taken)
    return _counted(row, i, taken)


def _signed(row: Row, i: int, taken: int) -> Amount | None:
    """`$5 مليون`: the sign stands before its number."""
    numeral = numeral_at(row.text, row.tokens, i + 1) if row.kind(i + 1) == "number" else None
    if numeral is None:
        return None
    code = measures().at(row.tokens, i)
    amount = amount_of(numeral, numeral.value)
    return with_bound(
        row,
        amount._replace(first=i, start=row.tokens[i].start, kind="money", unit=code[0][1] if code else None),
        taken,
    )


def _counted(row: Row, i: int, taken: int) -> Amount | None:
    numeral = numeral_at(row.text, row.tokens, i)
    if numeral is None:
        return None
    if _is_trap(row, numeral):
        return left(numeral.first, numeral.last)
    if numeral.kind == "ordinal":
        return _ordinal(row, numeral)
    if (
        row.form(numeral.first) == "خمس"
        and numeral.last == numeral.first + 1
        and row.form(numeral.last).startswith("ال")
    ):
        return _fraction(row, numeral._replace(value=0.2, kind="fraction"), taken)
    if numeral.kind == "fraction":
        return _fraction(row, numeral, taken)
    if row.form(numeral.last) == "من" and row.form(numeral.last + 1) in words("age"):
        token = row.tokens[numeral.last + 1]
        return amount_of(numeral, numeral.value)._replace(
            kind="duration",
            unit="year",
            noun="عمر",
            last=numeral.last + 2,
            end=token.end,
        )
    share = share_at(row, numeral)
    if share is not None:
        return with_bound(row, share, taken)
    amount = and_half_of_it(row, measured(row, amount_of(numeral, numeral.value), numeral))
    amount = range_at(row, amount, numeral)
    bracketed = row.form(amount.first - 1) == "(" and row.form(amount.last) in (")", "،", ",")
    if bracketed and amount.kind == "duration" and amount.unit == "year" and row.kind(amount.first - 2) == "word":
        return amount._replace(noun="عمر")  # «سمير الحلاق (38 عاما)»
    if numeral.kind == "vague":
        amount = amount._replace(high=None, kind="at_least" if amount.kind == "cardinal" else amount.kind)
    return with_bound(row, amount, taken)


def _is_trap(row: Row, numeral: Numeral) -> bool:
    """Whether the number is a name, code, score, time or idiom and counts nothing."""
    i, tokens = numeral.first, row.tokens
    form, before, after = row.form(i), row.form(i - 1), row.form(numeral.last)
    if tokens[i].kind == "number":
        if ends_name(row, i):
            return True
        if row.touches(i) and (
            before in ("/", ":", "#", "@", "+", "_", "\\", ".") or (before == "-" and row.touches(i - 1))
        ):
            return True
        if row.touches(i) and row.kind(i - 1) == "word" and before not in _ATTACHED:
            return True
        if before == "و" and row.kind(i - 2) == "number" and row.form(i - 3) in words("years"):
            return True  # «بين عامي 1998 و2000 حربا»
        zone = "".join(row.form(k) for k in range(numeral.last, numeral.last + 3)).replace(".", "")
        if zone.startswith(tuple(words("clock_zone"))) and _is_clock(form):
            return True  # «(1,40 ت غ)», «(11.30 بتوقيت غرينتش)»
        if row.touches(numeral.last) and after in (":", "/", "_") and row.kind(numeral.last + 1) == "number":
            return True
        if (
            row.touches(numeral.last)
            and row.kind(numeral.last) == "word"
            and measures().at(tokens, numeral.last) is None
            and tokens[numeral.last].form.isascii()
        ):
            return True
    if before == "ال" and row.form(i - 2).startswith("ال") and row.form(i - 2)[2:] in nouns():
        return True  # «الأسرة الـ18»: the eighteenth
    heads = set(bare_forms(before))
    for _, definite, bare in strippings(before):
        heads |= {bare, "ال" + bare} if definite else {bare}
    if numeral.kind == "cardinal" and heads & words("numbered"):
        return not (heads.isdisjoint(words("number_of")) and counts_what_follows(row, numeral))
    if row.form(i - 2).removeprefix("ال") in words("number_of_a") and (
        before.startswith("ال") or before in words("line_of")
    ):
        return tokens[i].kind == "number" and not counts_what_follows(row, numeral)
    if form == "الف" and after in words("thousand_idiom"):
        return True
    if after in words("hijri_mark") or (tokens[i].kind == "number" and heads & words("year_head") and len(form) == 4):
        return True
    if numeral.definite:
        if heads & words("group"):
            return True
        if after.startswith("ال") and number_word(after) is None and row.form(numeral.last - 1) in ("المئة", "المائة"):
            return True
    return numeral.last - i == 1 and row.form(i) in ("المئة", "المائة", "بالمئة", "بالمائة", "المية", "الالف")


def _is_clock(form: str) -> bool:
    """Whether digits can be hour and minutes: `1,40`, `11.30`."""
    hour, mark, minutes = form.replace(",", ".").partition(".")
    return bool(mark) and len(hour) < 3 and len(minutes) == 2 and minutes.isdecimal() and int(minutes) < 60


def _ordinal(row: Row, numeral: Numeral) -> Amount | None:
    after, before = row.form(numeral.last), row.form(numeral.first - 1)
    if after in words("after_ordinal" if not numeral.definite else "hour_of_day") or set(bare_forms(before)) & words(
        "before_ordinal"
    ):
        return left(numeral.first, numeral.last)
    if numeral.definite and not words("regnal").isdisjoint(bare_forms(before)):
        return left(numeral.first, numeral.last)
    if row.form(numeral.first) == "اول" and (
        before.removeprefix("ال") in words("rank")
        or row.kind(numeral.last) == "number"
        or number_word(after) is not None
    ):
        return left(numeral.first, numeral.last)
    heads = {bare for _, _, bare in strippings(before)}
    if heads & words("ordinal_head"):
        return left(numeral.first, numeral.last)
    if after == "من" and row.form(numeral.last + 1) in words("age") and not heads & words("decade_head"):
        age = amount_of(numeral, numeral.value)
        end = row.tokens[numeral.last + 1].end
        return age._replace(kind="duration", unit="year", noun="عمر", last=numeral.last + 2, end=end)
    form = row.form(numeral.first)
    if numeral.last - numeral.first == 1 and not numeral.definite and form.endswith("ا"):
        return left(numeral.first, numeral.last)
    return amount_of(numeral, numeral.value)._replace(
        kind="ordinal",
        noun=singular_of(before) or (singular_of(after) if not numeral.definite else None),
    )


def _fraction(row: Row, numeral: Numeral, taken: int) -> Amount | None:
    """`نصف ساعة` is half an hour, `نصف السكان` and `نصفهم` are 50 percent, `نصف النهائي` is nothing."""
    at = numeral.last
    after, before = row.form(at), row.form(numeral.first - 1)
    found = measures().at(row.tokens, at)
    amount = amount_of(numeral, numeral.value)
    if after in words("after_fraction") or set(bare_forms(before)) & words("before_fraction"):
        return left(numeral.first, numeral.last)
    if numeral.definite:
        word = number_word(after)
        if (word and word.cls == "ordinal") or (
            set(bare_forms(before)).isdisjoint(words("fraction_head")) and row.form(numeral.first)[0] != "ب"
        ):
            return left(numeral.first, numeral.last)
    elif _possessed(row, numeral):
        pass
    elif found and found[0][1] != "%":
        return with_bound(row, with_measure(row, amount, found[0][0], found[0][1], found[1]), taken)
    elif (
        not after.startswith("ال")
        and after not in ("عدد", "من", "هذه", "هذا", "ما")
        and not (
            row.kind(at) == "word" and (row.form(at + 1).startswith("ال") or after.endswith(("ه", "ها", "هم", "هن")))
        )
    ):
        return left(numeral.first, numeral.last)
    percent = round(numeral.value * 100, 4)
    end = row.tokens[at].end if after.startswith("ال") and not numeral.definite else amount.end
    return with_bound(
        row,
        amount._replace(
            low=percent,
            high=percent,
            kind="percent",
            unit="%",
            end=end,
            last=at + 1 if end != amount.end else at,
        ),
        taken,
    )


def _possessed(row: Row, numeral: Numeral) -> bool:
    word, last = number_word(row.form(numeral.first)), row.form(numeral.last - 1)
    plural = numeral.last - numeral.first > 1 and last.endswith(("هم", "ها", "هن"))  # «ثلاثة أرباعهم»
    return plural or (word is not None and word.cls == "fraction_of_them")


def _and_a_half(row: Row, i: int, taken: int) -> Amount | None:
    """`عام ونصف`: a unit alone, and a half."""
    word = number_word(row.form(i))
    found = measures().at(row.tokens, i - 1)
    if word is None or found is None or found[1] != i or found[0][0] == "percent" or i - 1 < taken:
        return None
    kind, unit = found[0]
    token = row.tokens[i - 1]
    last = i + 1
    if measures().at(row.tokens, last) and row.form(last).startswith("ال"):
        last += 1
    amount = Amount(
        i - 1,
        last,
        token.start,
        row.tokens[last - 1].end,
        row.tokens[i].end,
        1 + word.value,
        1 + word.value,
        "cardinal",
    )
    done = with_measure(row, amount, kind, unit, i)
    return with_bound(row, done._replace(last=last, end=row.tokens[last - 1].end), taken)


def _one_unit(row: Row, i: int, taken: int) -> Amount | None:
    """`لمدة عام`, `أكثر من شهر`: a unit of time alone, where its length is what is said; not `نحو عام 2020`."""
    after, before = row.form(i + 1), row.form(i - 1)
    if row.form(i) not in words("unit_alone") or row.kind(i + 1) == "number" or number_word(after) is not None:
        return None
    if singular_of(after) is not None or after[:2] in ("ال", "رم", "شع", "مح") or after in table()["month"]:
        return None
    bound = bounds("before").before(row.tokens, i, bare_forms) if before in words("before_unit") else None
    if bound is None and set(bare_forms(before)).isdisjoint(words("length")):
        return None
    token = row.tokens[i]
    unit = measures().at(row.tokens, i)
    if unit is None or unit[0][0] != "duration":
        return None
    amount = Amount(i, i + 1, token.start, token.end, token.end, 1, 1, "duration", unit[0][1])
    return with_bound(row, amount, taken)


def _one_percent(row: Row, i: int, taken: int) -> Amount | None:
    found = measures().at(row.tokens, i + 1)
    if found is None or found[0][0] != "percent":
        return None
    token = row.tokens[i]
    amount = Amount(i, i + 1, token.start, token.end, token.end, 1, 1, "cardinal")
    return with_bound(row, with_measure(row, amount, *found[0], found[1]), taken)


def _one_in(row: Row, i: int, taken: int) -> Amount | None:
    token = row.tokens[i]
    share = share_at(row, Numeral(i, i + 1, token.start, token.end, 1, "cardinal"))
    return None if share is None else with_bound(row, share, taken)


def _one(row: Row, i: int, taken: int) -> Amount | None:
    """Singular + واحد: `صاروخًا باليستيًا واحدًا`."""
    word = number_word(row.form(i))
    if word is None or word.definite or word.clitic or (row.form(i + 1) == "من" and row.form(i + 2) in words("one_of")):
        return None  # «واحدا من أكثر الحوادث»
    behind = number_word(row.form(i + 1))
    if behind is not None and behind.conjoined and behind.cls == "tens":
        return None  # «سقط واحد وثلاثون قتيلا»
    first = None
    for k in range(i - 1, max(taken - 1, i - 4, -1), -1):
        if row.kind(k) != "word" or row.form(k) in words("function"):
            break
        if any(bare in nouns() or bare.removesuffix("ا") in nouns() for bare in bare_forms(row.form(k))):
            first = k
    if first is None and row.kind(i - 1) == "word" and i - 1 >= taken and row.form(i - 1) not in words("function"):
        first = i - 1
    if first is None or row.form(first).startswith("ال"):
        return None
    forms = {bare.removesuffix("ا") for bare in bare_forms(row.form(first))}
    if forms & words("one_idiom") or set(bare_forms(row.form(first - 1))) & {"كل", "اي"} or row.form(i + 1) == "تلو":
        return left(i, i + 1)
    clitic, head = next(
        (
            (n, b)
            for n, d, b in strippings(row.form(first))
            if not d and (b in nouns() or b.removesuffix("ا") in nouns())
        ),
        (0, row.form(first)),
    )
    token = row.tokens[first]
    start = skip_letters(row.text, token.start, token.end, clitic) if clitic else token.start
    end = row.tokens[i].end
    amount = Amount(first, i + 1, start, end, end, 1, 1, "cardinal", None, singular_of(head) or plain(head))
    found = measures().at(row.tokens, first)
    if found and found[1] <= i:
        measured = with_measure(row, amount, found[0][0], found[0][1], found[1])
        amount = measured._replace(last=i + 1, end=end)
    return with_bound(row, amount, taken)
