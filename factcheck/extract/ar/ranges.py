"""Arabic ranges, changes from one figure to another, and shares."""

from __future__ import annotations

from factcheck.extract.amounts import Amount, Row, left
from factcheck.extract.ar.bounds import word_start
from factcheck.extract.ar.duals import singular_of
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.numerals import numeral_at
from factcheck.extract.ar.units import amount_of, and_half_of_it, bare_forms, measured, words
from factcheck.extract.numerals import Numeral
from factcheck.quantity import QuantityKind


def share_at(row: Row, numeral: Numeral) -> Amount | None:
    """`ستة من كل عشرة` is 60 percent."""
    at = numeral.last + (1 if singular_of(row.form(numeral.last)) else 0)
    if row.form(at) != "من" or row.form(at + 1) not in ("كل", "اصل") or at + 2 >= len(row.tokens):
        return None
    whole = numeral_at(row.text, row.tokens, at + 2)
    if whole is None or whole.kind != "cardinal" or not 0 < numeral.value < whole.value or row.form(at + 1) == "اصل":
        return None
    percent = round(100 * numeral.value / whole.value, 4)
    return amount_of(numeral, percent)._replace(
        kind="percent", unit="%", last=whole.last, end=whole.end, number_end=whole.end
    )


def range_at(row: Row, amount: Amount, numeral: Numeral) -> Amount:
    """`بين 10 و15`, `من 10 إلى 15`, `10-15`, `ثلاثة أو أربعة`: the amount joined with the one that ends the range."""
    i, at = amount.first, amount.last
    opener = row.form(i - 1)
    between, from_ = "بين" in bare_forms(opener), opener != "" and "من" in bare_forms(opener)
    start_at = numeral.last if amount.kind == "cardinal" and amount.noun else at
    for at in dict.fromkeys((start_at, amount.last)):
        nxt, second = row.form(at), None
        word = number_word(nxt)
        if between and (nxt == "و" or (word is not None and word.conjoined)):
            second = numeral_at(row.text, row.tokens, at + 1 if nxt == "و" else at)
        elif (
            nxt in ("-", "–", "—", "~")
            or (nxt == "الي" and (from_ or between or not amount.noun))
            or nxt in ("او", "الي", "حتي")
        ) or (from_ and nxt in ("لـ",)):
            second = numeral_at(row.text, row.tokens, at + 1)
        if second is None or second.kind != "cardinal":
            continue
        return _joined(row, amount, numeral, second, nxt, between, from_)
    return amount


def _joined(
    row: Row, amount: Amount, numeral: Numeral, second: Numeral, link: str, between: bool, from_: bool
) -> Amount:
    end = and_half_of_it(row, measured(row, amount_of(second, second.value), second))
    if amount.unit and end.unit and (amount.unit, amount.kind) != (end.unit, end.kind):
        return amount
    low, high = numeral.value, second.value
    scale = _scale_of(row, second)
    if scale > 1 and low < scale and low * scale < high and row.form(numeral.last - 1) != "الف":
        low *= scale
    changes = link in ("الي", "حتي") and _changes(row, amount.first)
    if changes and (from_ or not amount.unit):
        if end.kind in ("percent", "money", "duration") and amount.noun and not from_:
            return amount  # «صعد 28 سنتا إلى 78 دولارا»: by so much, to so much
        if end.kind in ("percent", "money", "duration") and not amount.unit:
            return amount._replace(low=low, high=low, kind=end.kind, unit=end.unit)
        return amount._replace(low=low, high=low, noun=amount.noun or end.noun, unit=amount.unit or end.unit)
    if changes or (link in ("الي", "حتي") and amount.unit and not (from_ or between)):
        return amount
    if low >= high:
        return left(amount.first, end.last) if link in ("-", "–", "—") else amount
    if link in ("-", "–", "—") and not (end.noun or end.unit or between or from_):
        return left(amount.first, end.last)
    start = amount.start
    if between or from_:
        start = word_start(row, amount.first - 1)
        if row.form(amount.first - 2) == "ما" and between:
            start = row.tokens[amount.first - 2].start
    kind: QuantityKind = (
        end.kind
        if end.kind in ("percent", "money", "duration")
        else amount.kind
        if amount.kind in ("percent", "money", "duration")
        else "range"
    )
    return end._replace(
        first=amount.first,
        start=start,
        low=low,
        high=high,
        kind=kind,
        unit=end.unit or amount.unit,
        noun=end.noun or amount.noun,
    )


def _scale_of(row: Row, numeral: Numeral) -> float:
    word = number_word(row.form(numeral.last - 1))
    return word.value if word and word.cls.startswith("scale") and numeral.last - numeral.first > 1 else 1


def _changes(row: Row, i: int) -> bool:
    """Whether a verb of change stands before `من 10 إلى 15`: it rose from one figure to another, no range."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if row.kind(k) == "line" or row.form(k) in (".", "؟", "!"):
            return False
        if words("change") & set(bare_forms(row.form(k))):
            return True
    return False
