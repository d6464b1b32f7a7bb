"""English quantities: numerals with their bounds, units and counted nouns."""

from __future__ import annotations

from factcheck.extract.amounts import CURRENCY_SIGNS, Amount, Row, left, turned
from factcheck.extract.en.not_counting import is_trap
from factcheck.extract.en.numbers import number_words, numeral_at
from factcheck.extract.en.ranges import coded_at, money_at, range_at, share_at
from factcheck.extract.en.units import (
    DASHES,
    amount_of,
    bounds,
    is_denied,
    is_plural,
    measured,
    measures,
    with_measure,
    words,
)
from factcheck.extract.numerals import Numeral
from factcheck.lang import english


def amount_at(row: Row, i: int, taken: int) -> Amount | None:
    """The quantity that begins at token `i`, a number to be left, or `None`; `taken` is where the last one ended."""
    form = row.form(i)
    if form in CURRENCY_SIGNS:
        return _signed(row, i, taken)
    coded = coded_at(row, i) if row.kind(i) == "number" else None
    if coded is not None and coded.first >= taken:
        return _bound(row, range_at(row, coded, None), taken)
    if form in ("twice", "thrice"):
        return _times(row, i, 2 if form == "twice" else 3)
    if form == "single":
        return _single(row, i, taken)
    if form in ("couple", "both"):
        return None
    if form in ("a", "an") and row.form(i + 1) == "couple" and row.form(i + 2) == "of":
        scale, kind = number_words().get(row.form(i + 3), (0.0, ""))
        last = i + 3 + (kind in ("hundred", "scale"))
        value = 2 * (scale if last > i + 3 else 1)
        end = row.tokens[last - 1].end
        amount = Amount(i, last, row.tokens[i].start, end, end, value, value, "about")
        return _bound(row, measured(row, amount, None), taken)
    unit = measures().at(row.tokens, i + 1) if form in ("a", "an", "one") else None
    if (
        unit
        and unit[0][0] in ("duration", "measure")
        and [row.form(unit[1] + k) for k in range(3)] == ["and", "a", "half"]
    ):
        token = row.tokens[unit[1] + 2]
        amount = Amount(i, unit[1] + 3, row.tokens[i].start, token.end, token.end, 1.5, 1.5, "cardinal")
        done = with_measure(row, amount, *unit[0], unit[1])
        return _bound(row, done._replace(last=amount.last, end=amount.end), taken)
    sum_of = measures().at(row.tokens, i + 2) if row.kind(i) == "number" and row.form(i + 1) == "m" else None
    numeral = numeral_at(row.text, row.tokens, i, money=bool(sum_of and sum_of[0][0] == "money"))  # "2m naira"
    return None if numeral is None else _counted(row, numeral, taken)


def _signed(row: Row, i: int, taken: int) -> Amount | None:
    amount = money_at(row, i)
    return None if amount is None else _bound(row, range_at(row, amount, None), taken)


def _counted(row: Row, numeral: Numeral, taken: int) -> Amount | None:
    if is_trap(row, numeral):
        return left(numeral.first, numeral.last)
    if numeral.kind == "ordinal":
        return _ordinal(row, numeral)
    if numeral.kind == "fraction":
        return _fraction(row, numeral, taken)
    if (
        row.form(numeral.first) == "one"
        and share_at(row, numeral) is None
        and numeral.last - numeral.first == 1
        and not _one_counts(row, numeral)
    ):
        return left(numeral.first, numeral.last)
    share = share_at(row, numeral)
    if share is not None:
        return _bound(row, share, taken)
    numeral = _and_a_half(row, numeral)
    amount = range_at(row, measured(row, amount_of(numeral), numeral), numeral)
    if numeral.kind == "vague" and amount.kind is not None:
        amount = amount._replace(high=None, kind="at_least" if amount.kind == "cardinal" else amount.kind)
    return _bound(row, amount, taken)


def _and_a_half(row: Row, numeral: Numeral) -> Numeral:
    """`three-and-a-half-year`: the numeral with its half."""
    at = numeral.last
    if row.kind(at) == "number" and row.form(at + 1) == "/" and row.kind(at + 2) == "number" and row.touches(at + 1):
        over, under = row.form(at), row.form(at + 2)
        part = int(over) / max(1, int(under)) if over.isdecimal() and under.isdecimal() else 0.0
        small = 0 < part < 1  # "1 1/2 inches"
        done = numeral._replace(value=numeral.value + part, last=at + 3, end=row.tokens[at + 2].end)
        return done if small else numeral
    if [row.form(numeral.last + k) for k in range(6)] != ["-", "and", "-", "a", "-", "half"]:
        return numeral
    last = numeral.last + 6
    return numeral._replace(value=numeral.value + 0.5, last=last, end=row.tokens[last - 1].end)


def _one_counts(row: Row, numeral: Numeral) -> bool:
    before, after = row.form(numeral.first - 1), row.form(numeral.last)
    if (
        row.kind(numeral.last) != "word"
        or after in words("function")
        or before in ("no", "not", "any", "every", "each", "this", "that", "the", "which", "some", "another", "only-")
    ):
        return False
    if after in ("day", "time") and before not in ("least", "only", "than", "just"):
        return False
    return not (is_plural(after) or after in ("hand", "side", "thing", "way", "another"))


def _is_about(row: Row, at: int, taken: int) -> bool:
    """Whether "over" before a number tells what a thing is about: "fined 2 million over two leaks", "a row over 40"."""
    return row.form(at) == "over" and (at == taken > 0 or row.form(at - 1) in words("about_over"))


def _bound(row: Row, amount: Amount, taken: int) -> Amount:
    if amount.kind is None:
        return amount
    found = bounds("before").before(row.tokens, amount.first)
    if found and amount.kind == "duration" and row.form(found[1]) == "over" and measures().at(row.tokens, found[1] - 1):
        found = None  # "cost 300 million euros over three years": a span, and no bound
    if found and found[1] >= taken and not _is_about(row, found[1], taken):
        is_turned = row.form(found[1]) != "at" and is_denied(row, found[1])  # "at least" turns under no "not"
        bound = turned(found[0]) if is_turned else found[0]
        amount = amount.bounded(bound, start=row.tokens[found[1]].start)
    after = None
    for at in range(amount.last, min(amount.last + 4, len(row.tokens))):
        after = bounds("after").at(row.tokens, at)
        if after or row.kind(at) in ("line", "number") or row.form(at) in (".", ";", ","):
            break
    if (
        after
        and after[0] in ("at_least", "at_most")
        and (row.kind(after[1]) == "number" or row.form(after[1]) in number_words() or row.form(after[1]) == "than")
    ):
        after = None
    if after:
        amount = amount.bounded(after[0], end=row.tokens[after[1] - 1].end)._replace(last=after[1])
    elif row.form(amount.last) == "+" and row.touches(amount.last):
        amount = amount.bounded("at_least", end=row.tokens[amount.last].end)
    before = row.form(amount.first - 1)
    if before == "of" and row.form(amount.first - 2) == "age" and amount.kind in ("cardinal", "duration"):
        led = amount.first - (3 if row.form(amount.first - 3) == "the" else 2)
        over = bounds("before").before(row.tokens, led)
        bounded = amount.bounded(over[0], start=row.tokens[over[1]].start) if over and over[1] >= taken else amount
        return bounded._replace(kind="duration", unit=amount.unit or "year", noun="age")
    if amount.kind == "cardinal" and amount.noun is None and _stands_apart(row, amount):
        return amount._replace(kind="duration", unit="year", noun="age")
    if before in ("aged", "age") and amount.kind in ("cardinal", "range", "duration"):
        return amount._replace(kind="duration", unit="year", noun="age")
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
    ) or (
        name is not None
        and row.kind(amount.first) == "number"
        and row.form(amount.first - 1) == ","
        and row.form(amount.last) == ","
        and 1 <= (amount.low or 0) <= 115
        and name.kind == "word"
        and (row.text[name.start].isupper() or _is_somebody(row, amount.first - 2))
        and row.form(amount.first - 2) not in number_words()
    )


def _is_somebody(row: Row, i: int) -> bool:
    """`the mayor, 54,`, `a teacher, 38,`: a person by trade; not `the total, 54,`."""
    return row.form(i - 1) in ("the", "a", "an") and row.form(i) in words("person")


def _ordinal(row: Row, numeral: Numeral) -> Amount | None:
    after, before = row.form(numeral.last), row.form(numeral.first - 1)
    form = row.form(numeral.first)
    if form == "first" and (row.kind(numeral.last) == "number" or after in number_words()):
        return left(numeral.first, numeral.last)
    if after in ("half", "quarter", "halves", "quarters"):
        return left(numeral.first, numeral.last + 1)
    if after in words("after_ordinal") or (
        form in ("first", "second", "third")
        and after in (",", "of")
        and row.kind(numeral.first - 1) in ("line", "mark")
    ):
        return left(numeral.first, numeral.last)
    if before == "at" and form == "first":
        return left(numeral.first, numeral.last)
    noun = after if row.kind(numeral.last) == "word" and after not in words("function") else None
    return amount_of(numeral)._replace(kind="ordinal", noun=noun)


def _fraction(row: Row, numeral: Numeral, taken: int) -> Amount | None:
    """`half an hour`, `a quarter of residents`, `half-time`."""
    at = numeral.last
    behind = row.form(at + 1)
    hour = row.form(at) in ("past", "to") and (behind in english.words("part_of_day") or behind in number_words())
    if row.form(at) in DASHES or hour or _counts_off(row, numeral):
        return left(numeral.first, at)  # "a quarter past midnight"
    k = at + 1 if row.form(at) in ("a", "an", "of") else at
    if row.form(k) in ("a", "an"):
        k += 1
    found = measures().at(row.tokens, k)
    amount = amount_of(numeral)
    if found and found[0][1] != "%" and not (row.form(at) == "of" and is_plural(row.form(k))):
        return _bound(row, with_measure(row, amount, found[0][0], found[0][1], found[1]), taken)
    single = numeral.last - numeral.first == 1
    if (
        single
        and row.form(numeral.first - 1)
        in ("first", "second", "the", "other", "better", "top", "bottom", "this", "last", "next", "each")
        and row.form(at) != "of"
    ):
        return left(numeral.first, numeral.last)
    owned = row.form(at) in ("of", "the", "its", "their", "his", "her", "all", "that", "those")
    if single and not owned and not _acts(row, numeral):
        return left(numeral.first, numeral.last)
    percent = round(numeral.value * 100, 4)
    return _bound(row, amount._replace(low=percent, high=percent, kind="percent", unit="%"), taken)


_LEADING_HALF = frozenset(("than", "just", "only", "and", "but", "that", "least", "most", "under"))


def _acts(row: Row, numeral: Numeral) -> bool:
    """Whether a verb has a bare "half" as its subject: "about half were women", "fewer than half came"."""
    before, after = row.form(numeral.first - 1), row.form(numeral.last)
    led = row.kind(numeral.first - 1) != "word" or before in english.words("number_lead") | _LEADING_HALF
    verb = after in english.words("be") or "d" in english.is_verb_form(after)
    return led and verb and row.kind(numeral.last) == "word"


def _counts_off(row: Row, numeral: Numeral) -> bool:
    """`a third fire`: the next of several, no share; but `a third higher`, `a third of the fires`."""
    ordinal = row.form(numeral.first) == "a" and row.form(numeral.last - 1) in words("also_ordinal")
    after = row.form(numeral.last)
    named = row.kind(numeral.last) == "word" and after not in words("function") | words("share_degree")
    return ordinal and named and not after.endswith("er")


def _times(row: Row, i: int, times: int) -> Amount:
    token = row.tokens[i]
    if row.form(i + 1) in ("as",) or row.form(i - 1) == "think":
        return left(i, i + 1)
    return Amount(i, i + 1, token.start, token.end, token.end, times, times, "cardinal", None, "time")


def _single(row: Row, i: int, taken: int) -> Amount | None:
    """`a single vote` is 1; `in a single afternoon` counts none."""
    if (
        row.form(i - 1) != "a"
        or row.form(i - 2) == "not"
        or row.form(i + 1) in english.words("time_noun") | english.words("part_of_day")
        or row.kind(i + 1) != "word"
        or row.form(i + 1) in words("function")
    ):
        return None
    token = row.tokens[i + 1]
    return _bound(
        row,
        Amount(i - 1, i + 2, row.tokens[i - 1].start, token.end, token.end, 1, 1, "cardinal", None, token.form),
        taken,
    )
