"""What one number of a claim counts or measures: its sort and unit, the outcomes its words and neighbours name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from factcheck.accounts.measures import is_counted, measures_in, when_words
from factcheck.accounts.signs import signs_of
from factcheck.claim import Claim
from factcheck.quantity import Quantity
from factcheck.text import Token, fold

PEOPLE = "people"
_SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629800.0,
    "year": 31557600.0, "decade": 315576000.0, "century": 3155760000.0,
}  # fmt: skip
_METRES = {
    "mm": 0.001,
    "cm": 0.01,
    "m": 1.0,
    "km": 1000.0,
    "mile": 1609.344,
    "foot": 0.3048,
    "inch": 0.0254,
    "nautical mile": 1852.0,
}
_KILOGRAMS = {
    "mg": 1e-6, "g": 0.001, "kg": 1.0, "quintal": 100.0, "tonne": 1000.0, "ton": 907.185, "lb": 0.453592,
    "oz": 0.0283495,
}  # fmt: skip
_SQUARE_METRES = {
    "m2": 1.0, "square foot": 0.092903, "ft2": 0.092903, "dunam": 1000.0, "feddan": 4200.0, "acre": 4046.86,
    "hectare": 10000.0, "km2": 1e6, "square mile": 2589988.0,
}  # fmt: skip
_LITRES = {
    "ml": 0.001,
    "litre": 1.0,
    "gallon": 3.78541,
    "barrel": 158.987,
    "m3": 1000.0,
    "ft3": 28.3168,
    "acre-foot": 1233481.84,
}
_BASES = {"time": _SECONDS, "length": _METRES, "mass": _KILOGRAMS, "area": _SQUARE_METRES, "volume": _LITRES}
MOST = 40  # numbers of one claim that are read; a claim with more is a table
_REACH = 7  # words either side of a number in which its measure is looked for
_COUNTED = ("word", "number")
_BETWEEN = 6  # words between "before" and the length of time that goes with it
_REACH_OF_A_NOUN = 3  # the same where the number has a noun of its own
GROWING = frozenset(
    {"dead", "injured", "missing", "evacuated", "unpowered", "arrested", "sick", "rescued", "burned"}
)  # outcomes whose later counts replace earlier ones
WHO = frozenset({"attended", "votes"})  # measures of nouns that say who or what they are, and not what befell them
_WITHOUT = "unpowered"  # what befalls homes, and is counted by them
_PLACES = frozenset({"homes", "shops"})
_DOERS = frozenset({"attackers"})  # measures of the noun alone: "gunmen took 46 pupils" counts no gunmen


def beside(sort: str, claim: Claim) -> frozenset[str]:
    """What a claim tells beside a count (lengths of time) or a length (how many): eleven jailed, for 25 years."""
    told = claim.quantities[:MOST]
    if sort == "things":
        return frozenset(f"{q.low} {q.unit}" for q in told if q.kind == "duration")
    return frozenset(f"{q.low} {q.noun}" for q in told if sort == "time" and q.kind == "cardinal" and q.noun)


def sort_of(quantity: Quantity) -> tuple[str, float]:
    """The sort of thing a quantity measures, and the factor to that sort's base unit."""
    unit = quantity.unit
    if unit is None and quantity.kind != "money":
        return "things", 1.0
    if unit is None or quantity.kind == "money" or (len(unit) == 3 and unit.isupper()):
        return "money", 1.0
    if unit in ("%", "pp", "bp"):
        return "share", 1.0
    base = next((sort for sort, factors in _BASES.items() if unit in factors), None)
    return (base, _BASES[base][unit]) if base is not None else (unit, 1.0)


def measures_of_noun(quantity: Quantity, lang: str) -> frozenset[str]:
    return frozenset(m for _, _, m in measures_in(quantity.noun, 0, lang)) if quantity.noun else frozenset()


_AS_THEY_WERE = frozenset({"sick", "injured", "missing", "critical", "enrolled"})
_TO_THEIR_DEATH = 7  # words from those counted to the verb that says they died


def measures_of(
    quantity: Quantity, claim: Claim, measures: list[tuple[int, int, str]], of_noun: frozenset[str], lang: str
) -> frozenset[str]:
    """The measures nearest to a number: its own words, then those within reach that no other number is nearer to."""
    if of_noun - {PEOPLE} and of_noun - {PEOPLE} <= _AS_THEY_WERE and _died(quantity, claim, measures):
        return frozenset({"dead"})
    own = of_noun | {m for start, end, m in measures if start < quantity.end and end > quantity.start}
    named = WHO | _PLACES if any(measure == _WITHOUT for _, _, measure in measures) else WHO
    if own - {PEOPLE} - (named if quantity.noun is not None else frozenset()):
        return frozenset(own - {PEOPLE})
    text, offset = claim.exact, claim.start
    reach = _REACH if quantity.noun is None else _REACH_OF_A_NOUN
    near: list[tuple[int, str]] = []
    for start, end, measure in measures:
        if start < quantity.end and end > quantity.start:
            continue  # its own noun, which is counted already
        if measure == PEOPLE or measure in _DOERS or start > quantity.end + 200 or end < quantity.start - 400:
            continue
        if any(q is not quantity and q.start <= start and end <= q.end for q in claim.quantities[:MOST]):
            continue  # the noun of another number: «340 مريضا في ثلاثة مراكز»
        first, last = sorted((start, quantity.end)) if start >= quantity.end else (end, quantity.start)
        gap = text[first - offset : last - offset]
        counted = end <= quantity.start and is_counted(text[max(0, start - offset - 40) : start - offset], lang)
        set_off = "،" in gap or "," in gap or not when_words(lang).isdisjoint(gap.split())
        distance = 0 if counted else len(gap.split()) + 4 * set_off
        if distance <= reach and not _crosses(claim, quantity, first, last):
            near.append((distance, measure))
    closest = min((distance for distance, _ in near), default=0)
    found = own | {measure for distance, measure in near if distance <= closest + 1}
    return found - named if found - named - {PEOPLE} else found  # 18 protesters who were held are not how many came


def counts_bodies(quantity: Quantity, lang: str) -> bool:
    """Whether a number counts the dead by a noun of its own: "22 bodies of the victims"; not "seven of the dead"."""
    words = quantity.exact.split()
    return "dead" in measures_of_noun(quantity, lang) and "of" not in words and "من" not in words


def _died(quantity: Quantity, claim: Claim, measures: list[tuple[int, int, str]]) -> bool:
    """Whether those a number counts as patients, wounded or missing are told to have died: "two patients died"."""
    others = [(q.start, q.end) for q in claim.quantities[:MOST] if q is not quantity]
    dead = [
        (start, end)
        for start, end, measure in measures
        if measure == "dead" and not any(first <= start < last for first, last in others)
    ]
    behind = (start for start, _ in dead if start >= quantity.end)
    last = next(behind, None)
    if last is not None:
        between = claim.exact[quantity.end - claim.start : last - claim.start]
        return (
            len(between.split()) <= _TO_THEIR_DEATH
            and not set(",،;؛") & set(between)
            and not _crosses(claim, quantity, quantity.end, last)
        )
    return any(  # «توفي ثلاثة جرحى», not «وفاة و46 مصابا»
        0 <= quantity.start - end <= 2 and not claim.exact[end - claim.start : quantity.start - claim.start].strip()
        for _, end in dead
    )


def _crosses(claim: Claim, quantity: Quantity, first: int, last: int) -> bool:
    return any(q is not quantity and q.start < last and q.end > first for q in claim.quantities[: MOST + 1])


def side_of(tokens: Sequence[Token], quantity: Quantity, offset: int, lang: str) -> int:
    """-1 where a length of time goes back from something, 1 where it goes on from it, else 0."""
    start, end = quantity.start - offset, quantity.end - offset
    if lang == "en":
        signs = signs_of(_words(tokens, bisect_left(tokens, end, key=_start), 1), lang)
        return -1 if "earlier" in signs else 1 if "later" in signs else 0
    at = bisect_left(tokens, start, key=_start)
    inside = at > 0 and tokens[at - 1].end > start  # the clitic of «بثلاثة»
    before = _words(tokens, at - inside, -_BETWEEN)
    opening = [t.form for t in tokens[max(0, at - 1) : at + 1] if t.start <= start <= t.end and t.kind in _COUNTED]
    if not any(form.startswith("ب") for form in (*opening, *before[:1])):
        return 0
    sides = [signs_of([form], lang) & {"earlier", "later"} for form in before]
    return next((-1 if "earlier" in side else 1 for side in sides if side), 0)


def _words(tokens: Sequence[Token], at: int, most: int) -> list[str]:
    """The forms of `most` words and numbers from index `at` on, or of as many before it, the nearest first."""
    run = range(at, len(tokens)) if most > 0 else range(at - 1, -1, -1)
    return list(islice((tokens[k].form for k in run if tokens[k].kind in _COUNTED), abs(most)))


def _start(token: Token) -> int:
    return token.start


def is_said_not(tokens: Sequence[Token], quantity: Quantity, offset: int, lang: str) -> bool:
    """Whether a number stands right behind a "not": "it is not 40,000", «العدد ليس 17»; "not 17 but 19" too."""
    before = _words(tokens, bisect_left(tokens, quantity.start - offset, key=_start), -1)
    return before[:1] == ["not"] if lang == "en" else before[:1] in ([fold("ليس")], [fold("وليس")], [fold("ليست")])
