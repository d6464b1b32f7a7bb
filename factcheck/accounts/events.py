"""What sets one event apart from another where no date does: the region somebody speaks for, the place a sentence
opens with, the weekday told.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache, lru_cache

from factcheck.accounts.counted import MOST
from factcheck.accounts.signs import signs_in, signs_of
from factcheck.claim import Claim
from factcheck.lang import rows
from factcheck.lang.stems import words_of
from factcheck.quantity import Quantity
from factcheck.text import Token, fold, tokenise

_OPENING = 12  # words of a sentence among which the place it opens with ends
_ANOTHER = 5  # words of a sentence among which another event is named
_INSIDE = frozenset({"in", "at", "في", "وفي"})


@lru_cache(maxsize=1 << 12)
def region_of(claimant: str, lang: str) -> tuple[str, str]:
    """The office and the region of a claimant who speaks for a region alone ("governor of …"); empty for others."""
    words = [token.form for token in tokenise(claimant) if token.kind == "word"]
    signs = signs_in(claimant, lang)
    if len(words) < 2 or "regional" not in signs or "bank" in signs:
        return "", ""
    return words[0], " ".join(words)


def counts_regions(claim: Claim, lang: str) -> bool:
    """Whether a claim counts regions it speaks of: «76 قتيلا في 7 محافظات»."""
    return any(is_region(quantity, lang) for quantity in claim.quantities[:MOST])


def is_region(quantity: Quantity, lang: str) -> bool:
    """Whether a number counts regions: «19 محافظة»."""
    return quantity.noun is not None and "regions" in signs_in(quantity.noun, lang)


def opens_elsewhere(tokens: Sequence[Token], spoken_of: Set[str], lang: str) -> bool:
    """Whether a sentence opens with another event ("in a separate attack"), or with a place ("in", a sort of place, a
    comma) of which no word was spoken of before.
    """
    forms = [token.form for token in tokens[:_OPENING]]
    if forms and forms[0] in _INSIDE and "another event" in signs_of(forms[1:_ANOTHER], lang):
        return True
    comma = next((i for i, form in enumerate(forms) if form in (",", "،")), None)
    if comma is None or forms[0] not in _INSIDE:
        return False
    place = forms[1:comma]
    if not {"regions", "site"} & signs_of(place, lang):
        return False
    names = words_of(" ".join(form for form in place if not {"regions", "site"} & signs_of([form], lang)), lang)
    return bool(names) and names.isdisjoint(spoken_of)


def weekday_near(claim: Claim, quantity: Quantity, lang: str) -> int | None:
    """The weekday told nearest to a number, 0 for Monday, where no page date makes a day of it; else `None`."""
    told = [mention for mention in claim.dates if mention.low is None and claim.start <= mention.start < claim.end]
    if not told:
        return None
    nearest = min(told, key=lambda mention: max(mention.start - quantity.end, quantity.start - mention.end))
    days = weekdays(lang)
    return next((days[token.form] for token in tokenise(nearest.exact) if token.form in days), None)


@cache
def weekdays(lang: str) -> dict[str, int]:
    """The weekdays by their folded names, 0 for Monday."""
    return {fold(row[0]): int(row[2]) for row in rows(lang, "calendar") if row[1] == "weekday"}
