"""English quantities: numerals with their bounds, units and counted nouns."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from factcheck.extract.amounts import CURRENCY_SIGNS, Amount, Row, left
from factcheck.extract.en_numbers import number_words, numeral_at
from factcheck.extract.numerals import Numeral
from factcheck.extract.phrases import Phrases
from factcheck.lang import rows
from factcheck.quantity import QuantityKind

Measure = tuple[str, str | None]
_DASHES = ("-", "–", "—")
_KINDS: dict[str, QuantityKind] = {"duration": "duration", "percent": "percent", "money": "money"}


@cache
def measures() -> Phrases[Measure]:
    """Units and currencies."""
    units = [(row[0], (row[2], row[1])) for row in rows("en", "units")]
    money = [(row[0], ("money", (row[1] or None) if len(row) > 1 else None)) for row in rows("en", "currencies")]
    return Phrases([*units, *money])


@cache
def bounds(side: str) -> Phrases[str]:
    """Bound phrases that stand before or after a number, with the bound they set."""
    return Phrases([(row[0], row[2]) for row in rows("en", "bounds") if row[1] == side])


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in the list of words around numbers."""
    return frozenset(row[0] for row in rows("en", "around_numbers") if row[1] == kind)


@cache
def _irregular() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("en", "nouns")}


@lru_cache(maxsize=1 << 14)
def singular_of(form: str) -> str:
    """The singular of a folded plural, by list and rule; any other word as it is."""
    if form in _irregular():
        return _irregular()[form]
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return form[:-1]
    return form


def is_plural(form: str) -> bool:
    """Whether a folded word is a plural by its form or by the list."""
    return singular_of(form) != form or form in _irregular()


def amount_at(row: Row, i: int, taken: int) -> Amount | None:
    """The quantity that begins at token `i`, a number to be left, or `None`; `taken` is where the last one ended."""
    form = row.form(i)
    if form in CURRENCY_SIGNS:
        return _signed(row, i, taken)
    if form in ("twice", "thrice"):
        return _times(row, i, 2 if form == "twice" else 3)
    if form == "single":
        return _single(row, i, taken)
    if form in ("couple", "both"):
        return None
    if form in ("a", "an") and row.form(i + 1) == "couple" and row.form(i + 2) == "of":
        amount = Amount(i, i + 3, row.tokens[i].start, row.tokens[i + 2].end, row.tokens[i + 2].end, 2, 2, "about")
        return _bound(row, _measured(row, amount, None), taken)
    unit = measures().at(row.tokens, i + 1) if form in ("a", "an", "one") else None
    if unit and unit[0][0] in ("duration", "measure") and [row.form(unit[1] + k) for k in range(3)] == ["and", "a", "half"]:
        token = row.tokens[unit[1] + 2]
        amount = Amount(i, unit[1] + 3, row.tokens[i].start, token.end, token.end, 1.5, 1.5, "cardinal")
        done = _with_measure(row, amount, *unit[0], unit[1])
        return _bound(row, replace(done, last=amount.last, end=amount.end), taken)
    numeral = numeral_at(row.text, row.tokens, i)
    return None if numeral is None else _counted(row, numeral, taken)


def _amount(numeral: Numeral) -> Amount:
    value = numeral.value
    return Amount(numeral.first, numeral.last, numeral.start, numeral.end, numeral.end, value, value, "cardinal")


def _signed(row: Row, i: int, taken: int) -> Amount | None:
    amount = _money_at(row, i)
    return None if amount is None else _bound(row, _range(row, amount, None), taken)


def _money_at(row: Row, i: int) -> Amount | None:
    """`$5 million`, `US$5m`, `NZ $ 26 million`: the sign before its number."""
    if row.kind(i + 1) != "number":
        return None
    numeral = numeral_at(row.text, row.tokens, i + 1, money=True)
    if numeral is None or numeral.kind != "cardinal":
        return None
    first, code = i, measures().at(row.tokens, i)
    if row.form(i) == "$" and row.kind(i - 1) == "word":
        prefixed = measures().at(row.tokens, i - 1)
        if prefixed and prefixed[1] == i + 1 and row.touches(i) | (row.form(i - 1) == "nz") and row.text[row.tokens[i - 1].start].isupper():
            first, code = i - 1, prefixed
    amount = _amount(numeral)
    last, end = amount.last, amount.end
    return replace(amount, first=first, start=row.tokens[first].start, kind="money", unit=code[0][1] if code else None, last=last, end=end)


def _counted(row: Row, numeral: Numeral, taken: int) -> Amount | None:
    if _is_trap(row, numeral):
        return left(numeral.first, numeral.last)
    if numeral.kind == "ordinal":
        return _ordinal(row, numeral)
    if numeral.kind == "fraction":
        return _fraction(row, numeral, taken)
    if row.form(numeral.first) == "one" and _share(row, numeral) is None and numeral.last - numeral.first == 1 and not _one_counts(row, numeral):
        return left(numeral.first, numeral.last)
    share = _share(row, numeral)
    if share is not None:
        return _bound(row, share, taken)
    amount = _range(row, _measured(row, _amount(numeral), numeral), numeral)
    if numeral.kind == "vague" and amount.kind is not None:
        amount = replace(amount, high=None, kind="at_least" if amount.kind == "cardinal" else amount.kind)
    return _bound(row, amount, taken)


def _is_trap(row: Row, numeral: Numeral) -> bool:
    """Whether the number is a name, code, score, time or idiom and counts nothing."""
    i, last = numeral.first, numeral.last
    before, after = row.form(i - 1), row.form(last)
    if row.kind(i) == "number":
        if row.touches(i) and (before in ("/", ":", "#", "@", "+", "_", "\\", ".", "'") or row.kind(i - 1) == "word"):
            return True
        if row.touches(i) and before in _DASHES and row.touches(i - 1) and row.kind(i - 2) in ("word", "number"):
            return True
        if row.touches(last) and row.kind(last + 1) == "number" and after in (":", "/", "_"):
            return True
        if after in ("am", "pm", "gmt", "utc", "o'clock") or (after in ("a", "p") and row.form(last + 1) == "." and row.form(last + 2) == "m"):
            return True
        if row.touches(last) and row.kind(last) == "word" and numeral.kind == "cardinal" and numeral.last - i == 1 and measures().at(row.tokens, last) is None:
            return True
    if after == "o'clock" or _is_address(row, last):
        return True
    if numeral.kind == "cardinal" and before in words("numbered") and not (before == "no" and row.kind(i) != "number"):
        return True
    if before == "." and row.form(i - 2) == "no":
        return True
    return row.kind(i) == "number" and _is_name_number(row, i, last)


def _is_address(row: Row, last: int) -> bool:
    """`10 Downing Street`: a house number."""
    return any(row.form(k) in ("street", "avenue", "road", "boulevard", "lane", "st", "ave") and row.text[row.tokens[k].start].isupper() for k in (last + 1, last + 2)) and row.kind(last) == "word" and row.text[row.tokens[last].start].isupper()


def _is_name_number(row: Row, i: int, last: int) -> bool:
    """`Falcon 9`, `Area 51`: a capitalised word inside a sentence, then a number that counts no plural."""
    if row.kind(i - 1) != "word" or row.kind(i - 2) in ("line", "mark") and row.form(i - 2) != ",":
        return False
    name = row.tokens[i - 1]
    if not row.text[name.start].isupper() or name.form in words("function") or measures().at(row.tokens, last):
        return False
    nxt = row.form(last)
    return not (is_plural(nxt) or is_plural(row.form(last + 1)) or nxt in words("function") and nxt in ("of", "and", "to", "or", "more", "other"))


def _one_counts(row: Row, numeral: Numeral) -> bool:
    before, after = row.form(numeral.first - 1), row.form(numeral.last)
    if row.kind(numeral.last) != "word" or after in words("function") or before in ("no", "any", "every", "each", "this", "that", "the", "which", "some", "another", "only-"):
        return False
    if after in ("day", "time") and before not in ("least", "only", "than", "just"):
        return False
    return not (is_plural(after) or after in ("hand", "side", "thing", "way", "another"))


def _share(row: Row, numeral: Numeral) -> Amount | None:
    """`six in ten voters` and `one out of four` are 60 and 25 percent."""
    link = ["in"] if row.form(numeral.last) == "in" else ["out", "of"]
    at = numeral.last + len(link)
    if [row.form(numeral.last + k) for k in range(len(link))] != link or at >= len(row.tokens) or numeral.kind != "cardinal":
        return None
    whole = numeral_at(row.text, row.tokens, at)
    small = whole is not None and (whole.value in (100, 1000) or whole.value <= 20) and not whole.kind == "ordinal"
    if whole is None or not small or not 0 < numeral.value < whole.value or row.form(at) in ("a", "an"):
        return None
    if not is_plural(row.form(whole.last)) and row.kind(whole.last) == "word" and row.form(whole.last) not in words("function"):
        return None
    if measures().at(row.tokens, whole.last):
        return None
    percent = round(100 * numeral.value / whole.value, 4)
    amount = _amount(numeral)
    return replace(amount, low=percent, high=percent, kind="percent", unit="%", last=whole.last, end=whole.end, number_end=whole.end)


def _measured(row: Row, amount: Amount, numeral: Numeral | None) -> Amount:
    at = amount.last
    if row.form(at) in _DASHES and row.kind(at + 1) == "word":
        return _hyphened(row, amount, at)
    if row.form(at) == "of" and numeral is not None and numeral.kind == "vague":
        at += 1
    if row.form(at) == "more" and row.kind(at + 1) == "word":
        at += 1
    found = measures().at(row.tokens, at)
    if found and not (row.form(at) == "pounds" and False):
        (kind, unit), end = found
        return _with_measure(row, amount, kind, unit, end)
    return _with_noun(row, amount)


def _with_measure(row: Row, amount: Amount, kind: str, unit: str | None, end: int) -> Amount:
    noun = singular_of(row.form(end - 1)) if kind == "measure" else None
    done = replace(amount, last=end, end=row.tokens[end - 1].end, kind=_KINDS.get(kind, amount.kind or "cardinal"), unit=unit, noun=noun)
    if kind == "duration" and (row.form(end) in ("old", "-") and row.form(end + (row.form(end) == "-")) == "old" or row.form(end) == "of" and row.form(end + 1) == "age"):
        return replace(done, noun="age")
    return done


def _hyphened(row: Row, amount: Amount, at: int) -> Amount:
    """`25-year-old`, `three-day`, `10-mile`: the unit after a hyphen."""
    found = measures().at(row.tokens, at + 1)
    if found is None:
        if row.touches(at) and row.touches(at + 1) and row.form(at + 1) not in number_words() and row.kind(at + 1) == "word":
            noun = row.form(at + 1)
            return replace(amount, last=at + 2, end=row.tokens[at + 1].end, noun=singular_of(noun))
        return amount
    (kind, unit), end = found
    done = _with_measure(row, amount, kind, unit, end)
    if kind == "duration" and row.form(end) == "-" and row.form(end + 1) in ("old", "olds"):
        done = replace(done, noun="age", last=end + 2, end=row.tokens[end + 1].end)
    return done


def _with_noun(row: Row, amount: Amount) -> Amount:
    """The counted noun: the plural within three words after the number, else a singular right after it."""
    at = amount.last
    if row.form(at) == "of":
        at += 1
        if row.form(at) in ("the", "its", "their", "his", "her", "our", "these", "those"):
            at += 1
    if row.form(at) == "other" or row.form(at) == "more":
        at += 1
    for k in range(at, at + 4):
        form = row.form(k)
        if form in number_words():
            break
        if row.kind(k) != "word" or form in words("function"):
            if form == "-" and row.kind(k + 1) == "word":
                continue
            break
        if is_plural(form):
            nxt = row.form(k + 1)
            if row.kind(k + 1) == "word" and is_plural(nxt) and nxt not in words("function") and k < at + 3 and nxt in _irregular():
                continue
            return replace(amount, last=k + 1, end=row.tokens[k].end, noun=singular_of(form))
    if amount.low == 1 and row.kind(at) == "word" and row.form(at) not in words("function"):
        return replace(amount, last=at + 1, end=row.tokens[at].end, noun=row.form(at))
    return amount


def _range(row: Row, amount: Amount, numeral: Numeral | None) -> Amount:
    """`between 10 and 15`, `from 10 to 15`, `10-15`, `seven or eight`, `8% to 12%`."""
    i = amount.first
    opener = row.form(i - 1)
    if amount.kind is None:
        return amount
    number_end = numeral.last if numeral else amount.last
    for at in dict.fromkeys((number_end, amount.last)):
        link = row.form(at)
        if not (link in _DASHES or link in ("to", "or") or (link == "and" and opener == "between")):
            continue
        if link == "to" and at != number_end and amount.noun and opener != "from":
            continue
        other = _other_end(row, at + 1)
        if other is None or other.low is None or amount.low is None:
            continue
        return _joined(row, amount, numeral, other, link, opener)
    return amount


def _other_end(row: Row, at: int) -> Amount | None:
    if row.form(at) in CURRENCY_SIGNS:
        return _money_at(row, at)
    if row.form(at) in ("us", "a", "nz") and row.form(at + 1) == "$":
        return _money_at(row, at + 1)
    second = numeral_at(row.text, row.tokens, at) if at < len(row.tokens) and row.form(at) not in ("a", "an") else None
    return _measured(row, _amount(second), second) if second and second.kind == "cardinal" else None


def _joined(row: Row, amount: Amount, numeral: Numeral | None, other: Amount, link: str, opener: str) -> Amount:
    low, high = amount.low or 0.0, other.low or 0.0
    scale = _scale_of(row, other)
    if scale > 1 and low < scale and low * scale < high * 1.0000001 and (numeral is None or numeral.last - numeral.first == 1):
        low *= scale
    opened = opener in ("between", "from")
    if link in _DASHES and not opened and (low >= high or not (other.noun or other.unit or amount.unit or other.kind != "cardinal")):
        return left(amount.first, other.last)
    if amount.unit and other.unit and (amount.unit, amount.kind) != (other.unit, other.kind):
        return amount
    if link == "to" and opener != "between" and _changes(row, amount.first):
        if opener == "from" and not amount.unit and other.kind in ("percent", "money", "duration"):
            return replace(amount, low=low, high=low, kind=other.kind, unit=other.unit)
        if opener == "from" or high > 3 * low:
            return replace(amount, low=low, high=low) if opener == "from" else amount
    if low >= high or (amount.unit == "%" and other.unit is None):
        return amount
    kinds = [end.kind for end in (other, amount) if end.kind in ("percent", "money", "duration")]
    start = row.tokens[amount.first - 1].start if opened else amount.start
    kind: QuantityKind = kinds[0] if kinds and kinds[0] else "range"
    return replace(
        other, first=amount.first, start=start, low=low, high=high, kind=kind, unit=other.unit or amount.unit, noun=other.noun or amount.noun
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


def _bound(row: Row, amount: Amount, taken: int) -> Amount:
    if amount.kind is None:
        return amount
    found = bounds("before").before(row.tokens, amount.first)
    if found and found[1] >= taken:
        amount = amount.bounded(found[0], start=row.tokens[found[1]].start)
    after = None
    for at in range(amount.last, min(amount.last + 4, len(row.tokens))):
        after = bounds("after").at(row.tokens, at)
        if after or row.kind(at) in ("line", "number") or row.form(at) in (".", ";", ","):
            break
    if after and after[0] in ("at_least", "at_most") and row.kind(after[1]) == "number":
        after = None
    if after:
        amount = replace(amount.bounded(after[0], end=row.tokens[after[1] - 1].end), last=after[1])
    elif row.form(amount.last) == "+" and row.touches(amount.last):
        amount = amount.bounded("at_least", end=row.tokens[amount.last].end)
    before = row.form(amount.first - 1)
    if before == "of" and row.form(amount.first - 2) == "age" and amount.kind in ("cardinal", "duration"):
        return replace(amount, kind="duration", unit=amount.unit or "year", noun="age")
    if amount.kind == "cardinal" and amount.noun is None and _stands_apart(row, amount):
        return replace(amount, kind="duration", unit="year", noun="age")
    if before in ("aged", "age") and amount.kind in ("cardinal", "range"):
        return replace(amount, kind="duration", unit="year", noun="age")
    return amount


def _stands_apart(row: Row, amount: Amount) -> bool:
    """`Thomas Sam, 42, and`: a number between commas after a name is an age."""
    name = row.tokens[amount.first - 2] if amount.first >= 2 else None
    return (
        name is not None
        and row.kind(amount.first) == "number"
        and 1 <= (amount.low or 0) <= 115
        and row.form(amount.first - 1) == ","
        and row.form(amount.last) in (",", ".", ")")
        and name.kind == "word"
        and row.text[name.start].isupper()
        and row.kind(amount.first - 3) == "word"
        and row.text[row.tokens[amount.first - 3].start].isupper()
        or name is not None and row.kind(amount.first) == "number" and row.form(amount.first - 1) == "," and row.form(amount.last) == "," and 1 <= (amount.low or 0) <= 115 and name.kind == "word" and row.text[name.start].isupper() and not row.form(amount.first - 2) in number_words()
    )


def _ordinal(row: Row, numeral: Numeral) -> Amount | None:
    after, before = row.form(numeral.last), row.form(numeral.first - 1)
    form = row.form(numeral.first)
    if after in ("half", "quarter", "halves", "quarters"):
        return left(numeral.first, numeral.last + 1)
    if after in words("after_ordinal") or (form in ("first", "second", "third") and after in (",", "of") and row.kind(numeral.first - 1) in ("line", "mark")):
        return left(numeral.first, numeral.last)
    if before == "at" and form == "first":
        return left(numeral.first, numeral.last)
    noun = after if row.kind(numeral.last) == "word" and after not in words("function") else None
    return replace(_amount(numeral), kind="ordinal", noun=noun)


def _fraction(row: Row, numeral: Numeral, taken: int) -> Amount | None:
    """`half an hour`, `a quarter of residents`, `half-time`."""
    at = numeral.last
    if row.form(at) in _DASHES:
        return left(numeral.first, at)
    k = at + 1 if row.form(at) in ("a", "an", "of") else at
    if row.form(k) in ("a", "an"):
        k += 1
    found = measures().at(row.tokens, k)
    amount = _amount(numeral)
    if found and found[0][1] != "%" and not (row.form(at) == "of" and is_plural(row.form(k))):
        return _bound(row, _with_measure(row, amount, found[0][0], found[0][1], found[1]), taken)
    single = numeral.last - numeral.first == 1
    if single and row.form(numeral.first - 1) in ("first", "second", "the", "other", "better", "top", "bottom", "this", "last", "next", "each") and row.form(at) != "of":
        return left(numeral.first, numeral.last)
    if single and row.form(at) not in ("of", "the", "its", "their", "his", "her", "all", "that", "those"):
        return left(numeral.first, numeral.last)
    percent = round(numeral.value * 100, 4)
    return _bound(row, replace(amount, low=percent, high=percent, kind="percent", unit="%"), taken)


def _times(row: Row, i: int, times: int) -> Amount:
    token = row.tokens[i]
    if row.form(i + 1) in ("as",) or row.form(i - 1) == "think":
        return left(i, i + 1)
    return Amount(i, i + 1, token.start, token.end, token.end, times, times, "cardinal", None, "time")


def _single(row: Row, i: int, taken: int) -> Amount | None:
    """`a single vote` is 1."""
    if row.form(i - 1) != "a" or row.kind(i + 1) != "word" or row.form(i + 1) in words("function"):
        return None
    token = row.tokens[i + 1]
    return _bound(row, Amount(i - 1, i + 2, row.tokens[i - 1].start, token.end, token.end, 1, 1, "cardinal", None, token.form), taken)
