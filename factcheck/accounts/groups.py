"""Numbers that look like another's answer and are not: some of a group told of before, a limit, a vague plural."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from factcheck.accounts.signs import signs_in
from factcheck.lang import rows
from factcheck.lang.stems import root, stem, unjoined
from factcheck.quantity import Interval, Quantity

_OF_A_GROUP = {
    "en": re.compile(r"\bof (?:the|those|these|its|their|his|her)\s*$", re.IGNORECASE),
    "ar": re.compile(r"(?:^|\s)(?:من (?:بين )?|بين )(?:[ا-ي]{0,2})?$"),
}
_GAP = 24  # characters between a number and the group it is taken from
_MEASURE_OF_UNIT = {"km/h": "speed", "mph": "speed", "knot": "speed"}
_LENGTHS, _TIMES, _COUNTS, _SUMS = ({"length"}, {"time"}, {"things"}, {"money"})
_SORTS_OF_MEASURE: dict[str, set[str]] = {  # what a measure is told in, where it is told in nothing else
    **dict.fromkeys(("distance", "height", "depth"), _LENGTHS),
    **dict.fromkeys(("lasted", "waited"), _TIMES),
    "took": _TIMES,
    **dict.fromkeys(("abducted", "births", "signed", "complaints", "attackers", "enrolled", "shots"), _COUNTS),
    **dict.fromkeys(("ransom", "bribe", "loan", "invested"), _SUMS),
    "fined": {"money", "things"},
    "delayed": {"things", "time"},
    "offer": {"share", "money"},
    "running": {"share", "things"},
    "temperature": {"°C", "°F", "degree"},
}
_CHANGING = frozenset({"output", "consumption", "exports", "imports"})  # a share of these is of one product each
_TAKING = frozenset({"took", "seized"})
OF_VOTES = frozenset({"votes", "spoiled"})
OF_PROJECTILES = frozenset({"launched", "intercepted", "hit"})
OF_PEOPLE = frozenset(
    {
        "recovered",
        "dead",
        "injured",
        "missing",
        "arrested",
        "freed",
        "evacuated",
        "sheltered",
        "rescued",
        "sick",
        "escaped",
        "abducted",
    }
)


def group_of(
    quantity: Quantity, text: str, offset: int, groups: Iterable[tuple[int, int]], lang: str
) -> tuple[int, int] | None:
    """Where the group is named that a number counts some of, if by its outcome: "seven of the dead", "of the injured,
    six". `groups` are the places of words that name an outcome, `offset` where `text` begins.
    """
    joined = _OF_A_GROUP["ar" if lang == "ar" else "en"]
    for start, end in groups:
        if quantity.start < start <= quantity.end + _GAP:
            if joined.search(text[quantity.start - offset : start - offset]):
                return start, end
        elif end <= quantity.start <= end + 3 and joined.search(text[max(0, start - offset - _GAP) : start - offset]):
            return start, end
    return None


def taken_of(measures: frozenset[str], counted: frozenset[str]) -> frozenset[str]:
    """The measures with what "took" and "seized" mean for people: those taken were abducted."""
    if "people" not in counted or measures.isdisjoint(_TAKING):
        return measures
    return measures - _TAKING | {"abducted"}


_OF_PAY = frozenset({"debt", "pay", "paid"})


def measures_for_unit(measures: frozenset[str], sort: str) -> frozenset[str]:
    """The measures a number in a unit can have: litres are not freed, miles an hour are a speed
    whatever is said, kilometres no magnitude, and a turnout that is no share counts who came.
    """
    if sort in _MEASURE_OF_UNIT:
        return frozenset({_MEASURE_OF_UNIT[sort]} if "wind" not in measures else {"wind"})
    if sort not in ("things", "degree"):
        measures = measures - {"magnitude"}
    measures = frozenset(m for m in measures if sort in _SORTS_OF_MEASURE.get(m, {sort}))
    if "took" in measures:
        measures = measures - {"took"} | {"lasted"}
    if sort == "things" and "turnout" in measures:
        return measures - {"turnout"} | {"attended"}
    if sort == "money":
        return measures - OF_PEOPLE - OF_PROJECTILES
    if sort == "share":
        return measures - {"attended"} - OF_PROJECTILES - _CHANGING  # a share of the vote is one of votes
    if sort in ("mass", "volume") and "freed" in measures:
        measures = measures | {"leaked"}  # "450 kilograms were released"
    if sort == "time":
        measures = measures - _OF_PAY  # two months of arrears, five without pay
    return measures if sort == "things" else measures - OF_PEOPLE - OF_VOTES


def adds_nothing(first: Quantity, second: Quantity, left: Interval, right: Interval, lang: str) -> bool:
    """Whether two values are one figure told twice ("at least 38", "38"), or one is a vague plural ("dozens") that
    holds the other.
    """
    if left.low is not None and left.low == right.low and None in (first.high, second.high):
        return True
    if left.high is not None and left.high == right.high and None in (first.low, second.low):
        return True
    return (_is_vague(first, lang) and right.entails(left)) or (_is_vague(second, lang) and left.entails(right))


def _is_vague(quantity: Quantity, lang: str) -> bool:
    """Whether a value is given by a plural alone, "dozens" or `عشرات`, which begins it."""
    first = quantity.exact.split(maxsplit=1)[0]
    return quantity.high is None and "vague" in signs_in(f"{first} {unjoined(first, lang)}", lang)


@cache
def persons(lang: str) -> frozenset[str]:
    """The stems of the nouns for people: girl, guard, brother, pupils."""
    singular = [row[0] for row in rows(lang, "people") if "sg" in row and "h" in row]
    return frozenset(
        stem(word, lang) for word in (*singular, *(r[0] for r in rows(lang, "measures") if r[1] == "people"))
    )


@cache
def families(lang: str) -> frozenset[str]:
    """The roots of the words for families, which count no heads."""
    return frozenset(root(row[1], lang) for row in rows(lang, "contrast") if row[0] == "families")
