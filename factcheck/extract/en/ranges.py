"""English ranges, changes from one figure to another, shares and sums of money."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import CURRENCY_SIGNS, Amount, Row, left
from factcheck.extract.en.numbers import number_words, numeral_at
from factcheck.extract.en.units import DASHES, amount_of, is_plural, measured, measures, words
from factcheck.extract.numerals import Numeral
from factcheck.lang import rows
from factcheck.quantity import QuantityKind

_DOLLARS = {
    "us": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "nz": "NZD", "nzd": "NZD", "c": "CAD",
    "ca": "CAD", "cad": "CAD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sg": "SGD", "sgd": "SGD",
}  # fmt: skip


def money_at(row: Row, i: int) -> Amount | None:
    """`$5 million`, `US$5m`, `NZ $ 26 million`: the sign before its number."""
    of = _DOLLARS.get(row.form(i + 1)) if row.form(i) == "$" and row.touches(i + 1) else None
    at = i + 2 if row.kind(i + 2) == "number" and of else i + 1
    if row.kind(at) != "number":
        return None
    numeral = numeral_at(row.text, row.tokens, at, money=True)
    if numeral is None or numeral.kind != "cardinal":
        return None
    first, code = i, measures().at(row.tokens, i)
    if at == i + 2:  # "$US11.2 billion"
        code = (("money", of), at)
    if row.form(i) == "$" and row.kind(i - 1) == "word":
        prefixed = measures().at(row.tokens, i - 1)
        if (
            prefixed
            and prefixed[1] == i + 1
            and row.touches(i) | (row.form(i - 1) == "nz")
            and row.text[row.tokens[i - 1].start].isupper()
        ):
            first, code = i - 1, prefixed
    amount = amount_of(numeral)
    last, end = amount.last, amount.end
    return amount._replace(
        first=first,
        start=row.tokens[first].start,
        kind="money",
        unit=code[0][1] if code else None,
        last=last,
        end=end,
    )


def coded_at(row: Row, i: int) -> Amount | None:
    """`Sh48m`, `Rs. 500`, `KES 3 million`, `R1.2 billion`: a currency's letters before the number at token `i`."""
    dotted = row.form(i - 1) == "." and row.touches(i - 1)
    k = i - 2 if dotted else i - 1
    if row.kind(i) != "number" or row.kind(k) != "word" or k < 0:
        return None
    lead = _leads().get(row.text[row.tokens[k].start : row.tokens[k].end])
    numeral = numeral_at(row.text, row.tokens, i, money=True) if lead else None
    if lead is None or numeral is None or numeral.kind != "cardinal":
        return None
    unit, guard = lead
    if guard and not _is_sum(row, i, numeral, guard):
        return None
    amount = amount_of(numeral)
    return amount._replace(first=k, start=row.tokens[k].start, kind="money", unit=unit)


def _is_sum(row: Row, i: int, numeral: Numeral, guard: str) -> bool:
    """Whether the number at token `i` is surely money after letters that mean other things too, and counts nothing."""
    told = any(mark in row.form(i) for mark in ",.") or numeral.last - i > 1
    if is_plural(row.form(numeral.last)):
        return False  # "ALL 1,500 passengers", "B1.2 visas"
    if guard == "word":
        return told or (row.touches(i) and sum(c.isdigit() for c in row.form(i)) > 2)
    return told and row.touches(i)


@cache
def _leads() -> dict[str, tuple[str | None, str]]:
    """The letters of each currency as written, its code, and how they need a number that is surely a sum."""
    return {row[0]: (row[1] or None, row[2] if len(row) > 2 else "") for row in rows("en", "currency_leads")}


def share_at(row: Row, numeral: Numeral) -> Amount | None:
    """`six in ten voters` and `one out of four` are 60 and 25 percent."""
    link = ["in"] if row.form(numeral.last) == "in" else ["out", "of"]
    at = numeral.last + len(link)
    if (
        [row.form(numeral.last + k) for k in range(len(link))] != link
        or at >= len(row.tokens)
        or numeral.kind != "cardinal"
    ):
        return None
    whole = numeral_at(row.text, row.tokens, at)
    small = whole is not None and (whole.value in (100, 1000) or whole.value <= 20) and whole.kind != "ordinal"
    if whole is None or not small or not 0 < numeral.value < whole.value or row.form(at) in ("a", "an"):
        return None
    if (
        not is_plural(row.form(whole.last))
        and row.kind(whole.last) == "word"
        and row.form(whole.last) not in words("function")
        and not (numeral.value == 1 and row.form(whole.last).endswith("ed"))
        and not (row.kind(whole.last + 1) == "word" and is_plural(row.form(whole.last + 1)))  # "in ten city buses"
    ):
        return None
    if measures().at(row.tokens, whole.last) or measures().at(row.tokens, whole.last + 1):
        return None
    percent = round(100 * numeral.value / whole.value, 4)
    amount = amount_of(numeral)
    return amount._replace(
        low=percent,
        high=percent,
        kind="percent",
        unit="%",
        last=whole.last,
        end=whole.end,
        number_end=whole.end,
    )


def range_at(row: Row, amount: Amount, numeral: Numeral | None) -> Amount:
    """`between 10 and 15`, `from 10 to 15`, `10-15`, `seven or eight`, `8% to 12%`."""
    i = amount.first
    opener = row.form(i - 1)
    if amount.kind is None:
        return amount
    number_end = numeral.last if numeral else amount.last
    for at in dict.fromkeys((number_end, amount.last)):
        link = row.form(at)
        if not (link in DASHES or link in ("to", "or") or (link == "and" and opener == "between")):
            continue
        other = _other_end(row, at + 1)
        if other is None or other.low is None or amount.low is None:
            continue
        if link == "to" and at != number_end and amount.noun and opener != "from" and other.noun != amount.noun:
            continue
        return _joined(row, amount, numeral, other, link, opener)
    return amount


def _other_end(row: Row, at: int) -> Amount | None:
    if row.form(at) in CURRENCY_SIGNS:
        return money_at(row, at)
    if row.form(at) in ("us", "a", "nz") and row.form(at + 1) == "$":
        return money_at(row, at + 1)
    coded = coded_at(row, at + 1) or coded_at(row, at + 2) if row.kind(at) == "word" else None
    if coded is not None and coded.first == at:
        return coded
    second = numeral_at(row.text, row.tokens, at) if at < len(row.tokens) and row.form(at) not in ("a", "an") else None
    return measured(row, amount_of(second), second) if second and second.kind == "cardinal" else None


def _joined(row: Row, amount: Amount, numeral: Numeral | None, other: Amount, link: str, opener: str) -> Amount:
    low, high = amount.low or 0.0, other.low or 0.0
    scale = _scale_of(row, other)
    if (
        scale > 1
        and low < scale
        and low * scale < high * 1.0000001
        and (numeral is None or numeral.last - numeral.first == 1)
    ):
        low *= scale
    opened = opener in ("between", "from")
    if (
        link in DASHES
        and not opened
        and (low >= high or not (other.noun or other.unit or amount.unit or other.kind != "cardinal"))
    ):
        return left(amount.first, other.last)
    if amount.unit and other.unit and (amount.unit, amount.kind) != (other.unit, other.kind):
        return amount
    if link == "to" and opener != "between" and _changes(row, amount.first):
        if opener == "from" and not amount.unit and other.kind in ("percent", "money", "duration"):
            return amount._replace(low=low, high=low, kind=other.kind, unit=other.unit)
        if opener == "from" or high > 3 * low:
            return amount._replace(low=low, high=low) if opener == "from" else amount
    if low >= high or (amount.unit == "%" and other.unit is None):
        return amount
    kinds = [end.kind for end in (other, amount) if end.kind in ("percent", "money", "duration")]
    start = row.tokens[amount.first - 1].start if opened else amount.start
    kind: QuantityKind = kinds[0] if kinds and kinds[0] else "range"
    return other._replace(
        first=amount.first,
        start=start,
        low=low,
        high=high,
        kind=kind,
        unit=other.unit or amount.unit,
        noun=other.noun or amount.noun,
    )


def _scale_of(row: Row, amount: Amount) -> float:
    for k in range(amount.first, amount.last):
        value, cls = number_words().get(row.form(k), (0.0, ""))
        if cls == "scale":
            return value
    return 1


def _changes(row: Row, i: int) -> bool:
    for k in range(i - 1, max(-1, i - 8), -1):
        if row.kind(k) == "line" or row.form(k) in (".", ";"):
            return False
        if row.form(k) in words("change"):
            return True
    return False
