"""Arabic units, currencies and counted nouns beside a number."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import Amount, Row
from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.numbers import number_word, strippings
from factcheck.extract.ar.verbs import verb
from factcheck.extract.numerals import Numeral
from factcheck.extract.phrases import Phrases
from factcheck.lang import rows
from factcheck.quantity import QuantityKind
from factcheck.text import Token, by_spelling, fold

_MOST_DECADES = 10  # beyond, it is centuries that are counted
Measure = tuple[str, str | None]  # duration · measure · percent · money, and its unit


@by_spelling
def plain(form: str) -> str:
    """A unit's word without article, tanwin and the feminine or sound plural ending, so that forms compare."""
    if form.startswith("ال") and len(form) > 4:
        form = form[2:]
    for ending in ("ات", "ا", "ة", "ه"):
        if form.endswith(ending) and len(form) - len(ending) >= 2:
            return form[: -len(ending)]
    return form


@by_spelling
def bare_forms(form: str) -> tuple[str, ...]:
    """A word as it is and without its clitics."""
    return tuple(bare for _, definite, bare in strippings(form) if not definite)


@cache
def measures() -> Phrases[Measure]:
    """Units and currencies."""
    units = [(row[0], (row[2], row[1])) for row in rows("ar", "units") if row[2] in ("duration", "measure", "percent")]
    money = [(row[0], ("money", row[1] or None)) for row in rows("ar", "currencies")]
    return Phrases([*units, *money], plain)


@cache
def words(kind: str) -> frozenset[str]:
    """The folded words of one kind in the list of words around numbers."""
    return frozenset(fold(row[0]) for row in rows("ar", "around_numbers") if row[1] == kind)


_SCALES = (10**12, 10**9, 10**6, 10**3)


def and_half_of_it(row: Row, amount: Amount) -> Amount:
    """`ثلاث سنوات ونصف السنة`, `ثلاثة ملايين دولار ونصف المليون`: the fraction of the unit, or scale, behind it."""
    word = number_word(row.form(amount.last))
    if (
        (amount.unit is None and amount.kind != "money")
        or word is None
        or word.cls != "fraction"
        or not word.conjoined
        or amount.low is None
    ):
        return amount
    last = amount.last + 1
    scale = number_word(row.form(last)) if row.form(last).startswith("ال") else None
    of_scale = scale is not None and scale.cls == "scale" and amount.low >= scale.value
    if of_scale or (row.form(last).startswith("ال") and measures().at(row.tokens, last)):
        last += 1
    whole = scale.value if scale is not None and of_scale else 1
    if amount.kind == "money" and not of_scale and last == amount.last + 1:
        whole = next((power for power in _SCALES if amount.low >= power), 1)  # «مليون يورو ونصف»
    value = amount.low + word.value * whole
    return amount._replace(low=value, high=value, last=last, end=row.tokens[last - 1].end)


def amount_of(numeral: Numeral, value: float) -> Amount:
    return Amount(numeral.first, numeral.last, numeral.start, numeral.end, numeral.end, value, value, "cardinal")


def measured(row: Row, amount: Amount, numeral: Numeral) -> Amount:
    """The amount with the unit or the counted noun that follows it (or, for a definite numeral, precedes it)."""
    at = amount.last
    found = measures().at(row.tokens, at) if row.form(at) != "كما" else None  # no kilometres
    if found is None and row.form(at) in ("من", "("):
        found = measures().at(row.tokens, at + 1) if row.form(at + 1).startswith("ال") else None
    if found and not (found[0][1] == "decade" and _are_contracts(row, amount, found[1] - 1)):
        (kind, unit), end = found
        return with_measure(row, amount, kind, unit, end)
    if numeral.definite and row.form(numeral.first - 1).startswith(("ال", "ميلاد", "ذكراه")):
        if amount.low in range(20, 100, 10) and _is_ranked(row, numeral.first - 1):
            return amount._replace(kind="ordinal")
        return _after_noun(row, amount)
    return _with_noun(row, amount)


def _are_contracts(row: Row, amount: Amount, at: int) -> bool:
    """Whether a word only looks like decades: «64 عقدا», «وقّع تسعة عقود» are contracts, «35 عقدة» knots."""
    if row.form(at).endswith(("ة", "ه")) or (amount.low or amount.high or 0) > _MOST_DECADES:
        return True
    return any(row.form(amount.first - k) in words("contract_head") for k in (1, 2, 3))


def counts_what_follows(row: Row, numeral: Numeral) -> bool:
    """Whether a unit, or a noun in the form its number asks for, follows: `الرحلة 48 ساعة`, `الحافلة 45 راكبا`."""
    at = numeral.last
    if row.form(at).startswith("ال"):
        return False
    found = measures().at(row.tokens, at)
    if found:
        return True
    return row.kind(at) == "word" and row.form(at).endswith("ا") and singular_of(row.form(at)) is not None


def _is_ranked(row: Row, at: int) -> bool:
    """Whether a singular stands before `الأربعون`, itself or before its adjective: the fortieth, not the forty."""
    if row.form(at).startswith(("ميلاد", "ذكراه", "ذكراها")):
        return True
    for k in (at, at - 1):
        form = row.form(k)
        if not form.startswith("ال"):
            return False
        if form[2:] in nouns():
            return True
    return False


def with_measure(row: Row, amount: Amount, kind: str, unit: str | None, end: int) -> Amount:
    noun = None
    if kind == "measure":
        noun = singular_of(row.form(end - 1)) or plain(row.form(end - 1))
    kinds: dict[str, QuantityKind] = {"duration": "duration", "percent": "percent", "money": "money"}
    token = row.tokens[end - 1]
    return amount._replace(
        last=end, end=token.end, kind=kinds.get(kind, amount.kind or "cardinal"), unit=unit, noun=noun
    )


def _after_noun(row: Row, amount: Amount) -> Amount:
    """`السنوات الخمس`, `الدول السبع`: the noun stands before its definite number."""
    at = amount.first - 1
    found = measures().at(row.tokens, at)
    token = row.tokens[at]
    if found and found[1] == at + 1 and found[0][0] != "percent":
        kind, unit = found[0]
        widened = with_measure(row, amount, kind, unit, at + 1)
        return widened._replace(first=at, last=amount.last, start=token.start, end=amount.end)
    return amount._replace(first=at, start=token.start, noun=singular_of(token.form) or plain(token.form))


def _with_noun(row: Row, amount: Amount) -> Amount:
    at = amount.last
    if (row.form(at) == "من" and row.form(at + 1).startswith("ال")) or (
        row.form(at) == "من" and row.kind(at + 1) == "word" and singular_of(row.form(at + 1))
    ):
        at += 1
    token_form = row.form(at)
    if row.kind(at) != "word" or token_form in words("function") or number_word(token_form) is not None:
        return amount
    noun = singular_of(token_form)
    if noun is None:
        if at == amount.last and (token_form[0] in "وف" or _is_no_noun(token_form)):
            return amount
        noun = plain(token_form) if token_form.endswith("ا") else token_form.removeprefix("ال")
    return amount._replace(last=at + 1, end=row.tokens[at].end, noun=noun)


def _is_no_noun(form: str) -> bool:
    """Whether an unlisted word behind a number is not what it counts: «أصيب 30 بجروح», «هزة بقوة 4.7 تم تحديدها»."""
    if form[0] == "ب" and len(form) > 3 and singular_of(form[1:]) is not None:
        return True
    found = verb(form)
    return found is not None and not found.weak


def singular_tokens(row: Row, singular: str, i: int) -> list[Token]:
    """A dual and its adjectives as singulars, for the unit tables: `نقطتين مئويتين` as `نقطة مئوية`."""
    forms = [fold(singular)]
    for k in (i + 1, i + 2):
        form = row.form(k)
        forms.append(
            form[:-3] + "ة" if form.endswith(("تين", "تان")) else form[:-2] if form.endswith(("ين", "ان")) else form
        )
    return [Token(0, 0, form, "word") for form in forms]
