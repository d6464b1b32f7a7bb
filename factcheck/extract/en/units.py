"""English units, currencies and counted nouns beside a number."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import Amount, Row
from factcheck.extract.en.numbers import number_words
from factcheck.extract.numerals import Numeral
from factcheck.extract.phrases import Phrases
from factcheck.lang import rows
from factcheck.quantity import QuantityKind
from factcheck.text import by_spelling

Measure = tuple[str, str | None]


DASHES = ("-", "–", "—")
_DENIED = 5  # words between a negation and the bound it turns
_FARTHEST_NOUN = 4  # words from a number to the noun it counts


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


_MEN = ("rmen", "smen", "cemen", "twomen", "cewomen", "swomen", "ermen")  # "fishermen", "policewomen"; no "specimen"


@by_spelling
def singular_of(form: str) -> str:
    """The singular of a folded plural, by list and rule; any other word as it is."""
    if form in _irregular():
        return _irregular()[form]
    if form.endswith("children"):
        return form[:-3]  # "schoolchildren"
    if form.endswith(_MEN):
        return form[:-2] + "an"
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


def amount_of(numeral: Numeral) -> Amount:
    value = numeral.value
    return Amount(numeral.first, numeral.last, numeral.start, numeral.end, numeral.end, value, value, "cardinal")


def measured(row: Row, amount: Amount, numeral: Numeral | None) -> Amount:
    at = amount.last
    if row.form(at) in DASHES and row.kind(at + 1) == "word":
        return _hyphened(row, amount, at)
    if row.form(at) == "of" and numeral is not None and numeral.kind == "vague":
        at += 1
    if row.form(at) == "more" and row.kind(at + 1) == "word":
        at += 1
    found = measures().at(row.tokens, at)
    if found:
        (kind, unit), end = found
        return with_measure(row, amount, kind, unit, end)
    return _with_noun(row, amount)


def with_measure(row: Row, amount: Amount, kind: str, unit: str | None, end: int) -> Amount:
    noun = singular_of(row.form(end - 1)) if kind == "measure" else None
    done = amount._replace(
        last=end,
        end=row.tokens[end - 1].end,
        kind=_KINDS.get(kind, amount.kind or "cardinal"),
        unit=unit,
        noun=noun,
    )
    if kind == "duration" and (
        (row.form(end) in ("old", "-") and row.form(end + (row.form(end) == "-")) == "old")
        or (row.form(end) == "of" and row.form(end + 1) == "age")
    ):
        return done._replace(noun="age")
    return done


def _hyphened(row: Row, amount: Amount, at: int) -> Amount:
    """`25-year-old`, `three-day`, `10-mile`: the unit after a hyphen."""
    found = measures().at(row.tokens, at + 1)
    if found is None:
        if (
            row.touches(at)
            and row.touches(at + 1)
            and row.form(at + 1) not in number_words()
            and row.kind(at + 1) == "word"
        ):
            noun = row.form(at + 1)
            return amount._replace(last=at + 2, end=row.tokens[at + 1].end, noun=singular_of(noun))
        return amount
    (kind, unit), end = found
    done = with_measure(row, amount, kind, unit, end)
    if kind == "duration" and row.form(end) == "-" and row.form(end + 1) in ("old", "olds"):
        done = done._replace(noun="age", last=end + 2, end=row.tokens[end + 1].end)
    return done


def _with_noun(row: Row, amount: Amount) -> Amount:
    """The counted noun: the plural within four words after the number, else a singular right after it."""
    at = amount.last
    if row.form(at) == "of":
        at += 1
        if row.form(at) in ("the", "its", "their", "his", "her", "our", "these", "those"):
            at += 1
    if row.form(at) == "other" or row.form(at) == "more":
        at += 1
    found = _counted_noun(row, at)
    if found is not None:
        return amount._replace(last=found + 1, end=row.tokens[found].end, noun=singular_of(row.form(found)))
    adverb = row.form(at).endswith("ly") and row.form(at) not in words("ly_noun")  # "one severely hurt"
    alone = row.kind(at) == "word" and len(row.form(at)) > 1 and row.form(at) not in words("function")
    if amount.low == 1 and alone and not adverb:
        return amount._replace(last=at + 1, end=row.tokens[at].end, noun=row.form(at))
    return amount


def _counted_noun(row: Row, at: int) -> int | None:
    """The plural that ends the noun phrase at token `at`, four words on at most: `full-time equivalent posts`."""
    seen, k = 0, at
    while seen < _FARTHEST_NOUN:
        form = row.form(k)
        if form in number_words():
            return None
        if _joins_words(row, k):
            k += 1
            continue
        described = form in ("injured", "dead") and is_plural(row.form(k + 1))  # "40 injured people"
        if not described and (row.kind(k) != "word" or (form in words("function") and not _is_short_form(row, k))):
            return None
        if not described and is_plural(form) and not _goes_on(row, k, seen):
            return k
        seen, k = seen + 1, k + 1
    return None


def _joins_words(row: Row, k: int) -> bool:
    """Whether a mark stands within a noun phrase: the hyphen of `full-time`, the stops of `U.S. dealers`."""
    if row.form(k) == ".":
        initial = len(row.form(k - 1)) == 1 and row.text[row.tokens[k - 1].start].isupper()
        return initial and row.touches(k) and row.kind(k + 1) == "word"
    return row.form(k) == "-" and row.kind(k + 1) == "word"


def _goes_on(row: Row, k: int, seen: int) -> bool:
    """Whether the plural at `k` only tells the kind of an irregular one after it: `sales people`."""
    following = row.form(k + 1)
    if (
        row.text[row.tokens[k].start].isupper()
        and row.kind(k + 1) == "word"
        and row.text[row.tokens[k + 1].start].isupper()
    ):
        return seen < _FARTHEST_NOUN - 1  # "60,000 Barclays Bank cards"
    listed = row.kind(k + 1) == "word" and following in _irregular() and following not in words("function")
    return listed and is_plural(following) and seen < _FARTHEST_NOUN - 1


def _is_short_form(row: Row, k: int) -> bool:
    """`11 IS fighters`: capitals throughout."""
    return len(row.form(k)) > 1 and row.text[row.tokens[k].start : row.tokens[k].end].isupper()


def is_denied(row: Row, i: int) -> bool:
    """Whether a "not" before token `i`, in its clause, turns the bound there: "could not be worth more than 5"."""
    for k in range(i - 1, max(-1, i - 1 - _DENIED), -1):
        form = row.form(k)
        if row.kind(k) != "word" or form in ("that", "which", "who", "but", "and", "or", "because", "only"):
            return False
        if form in ("nothing", "nobody", "none") and k == i - 1:
            return True  # "recorded nothing above 1.1"
        if form in ("not", "never", "cannot", "nor") or form.endswith("n't"):
            return row.form(k + 1) != "only"
    return False
