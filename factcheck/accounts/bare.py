"""Numbers that say nothing else, and so answer what another voice has just told: "the party took only four"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.accounts.answers import Answer
from factcheck.accounts.sizes import ratio_of
from factcheck.claim import ARTICLE

CROWD = frozenset({"attended"})  # deputies in a sitting, protesters in a square
_LONG_VOWELS = str.maketrans("", "", "اوي")
_NEAR = 8  # times one number may be the other where a line ends between them, or one takes up the other's unit
_SET_AGAINST = frozenset({"contrast", "estimate"})


def answers_back(a: Answer, b: Answer) -> bool:
    """Whether a source heard right behind another says a number and nothing else: it is of what was told before.

    The article itself is answered so only by "that figure", or in one sentence with a "but": "the work is to take 18
    months, but the builders say ten".
    """
    lines, next_to = b.line - a.line, b.order - a.order
    behind = next_to <= 2 and (not lines or (lines == 1 and "estimate" in b.signs and ratio_of(a, b) <= _NEAR))
    own = a.voice == ARTICLE and "that figure" not in b.signs
    if not behind or b.voice == ARTICLE or (own and (next_to > 1 or lines or "contrast" not in b.signs)):
        return False
    return b.bare and not a.bare and (_is_of_one_sort(a, b) or _is_in_its_unit(a, b))


def _is_of_one_sort(a: Answer, b: Answer) -> bool:
    return b.elided if a.sort == "things" else a.sort == b.sort and a.sort not in ("time", "length")


def _is_in_its_unit(a: Answer, b: Answer) -> bool:
    """Whether a number without a unit can be in that told before: "it was half a million" litres, "ten" months."""
    said_so = b.opens_with_it or not _SET_AGAINST.isdisjoint(b.signs)
    return b.elided and said_so and a.sort != "things" and ratio_of(a, _in_unit(b, a)) <= _NEAR


def filled(answer: Answer, told: Answer) -> Answer:
    """A bare number with what it is of, which another voice has just told, and in its unit."""
    return replace(
        _in_unit(answer, told) if answer.elided else answer, measures=told.measures, noun=told.noun,
        noun_measures=told.noun_measures, generic=told.generic, elided=told.elided, bare=False,
    )  # fmt: skip


def _in_unit(answer: Answer, told: Answer) -> Answer:
    interval = answer.quantity.interval.times(told.factor)
    return replace(answer, sort=told.sort, interval=interval, factor=told.factor)


def says_only_how_much(a: Answer, b: Answer, vague: frozenset[str]) -> bool:
    """Whether a source heard right behind another says no more than how much: "it did not exceed 42%"."""
    alike = a.sort == b.sort != "things" and (a.quantity.unit == b.quantity.unit or a.sort == "share")
    return alike and not b.subject and not b.measures - vague


def is_number_of_others(a: Answer, b: Answer, vague: frozenset[str]) -> bool:
    """Whether a number is told to be that of things which the other claim, counting its own, does not speak of."""
    others = a.number_of is not None and b.noun not in (None, a.number_of) and a.number_of not in b.words
    return others and not b.generic and not a.measures & b.measures - vague - CROWD


def fills(a: Answer, b: Answer, near: bool) -> bool:
    """Whether a number without its thing can be one of what the other number counts."""
    if ARTICLE in (a.voice, b.voice) or ratio_of(a, b) > 8:
        return False
    counted = b if a.elided else a
    if counted.sort not in ("things", "money"):
        return near and b.order - a.order == 1 and "estimate" in b.signs  # "took 25 minutes", "put it at eight"
    if counted.sort == "things" and not counted.elided and not counted.measures:
        of_one = b.claim.exact.lower().startswith(("he ", "she "))  # "he was only 19"
        told = "estimate" in b.signs or (b.elided and "except" in b.signs and not of_one)  # "the party took only four"
        return near and b.order - a.order == 1 and ratio_of(a, b) <= 4 and told
    return near or ("estimate" in b.signs and b.line - a.line <= 1)


def of_one_root(a: Answer, b: Answer) -> bool:
    """Whether two claims share a word but for its long vowels: `انسحبوا` and `الانسحاب`."""
    left, right = ({word.translate(_LONG_VOWELS) for word in answer.words} for answer in (a, b))
    return any(len(word) > 2 for word in left & right)
