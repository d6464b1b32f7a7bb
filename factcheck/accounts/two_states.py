"""Two states that tell one clash: each has the other fire first, each has it happen on its own ground."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.accounts.context import Claims
from factcheck.accounts.continued import at_two_times
from factcheck.accounts.signs import phrases_in
from factcheck.claim import ARTICLE
from factcheck.finding import Dimension
from factcheck.lang.actors import find_entries
from factcheck.text import Token

CLOSE = 6  # claims over which the two meet
LINES = 3
_FIRE = "one thing: gunfire"
_BESIDE = 3  # words between a nation and its ground
_NATIONS = frozenset({"country", "demonym"})


def find_two_states(claims: Claims) -> Iterator[tuple[int, int, Dimension]]:
    """The pairs of claims, by place in text order, in which the voices of two states lay one clash to each other, or
    set it each on another's ground.
    """
    if len(claims.states) < 2:
        return
    for second in range(1, len(claims.all)):
        for first in range(second - 1, max(-1, second - 1 - CLOSE), -1):
            if not _may_meet(claims, first, second):
                continue
            if _blame_each_other(claims, first, second):
                yield first, second, "attribution"
                break
            here, there = _ground(claims, first), _ground(claims, second)
            later = "later" in claims.signs(first) ^ claims.signs(second)
            if here and there and not here & there and not later and not at_two_times(claims, first, second):
                yield first, second, "place"
                break


def _may_meet(claims: Claims, first: int, second: int) -> bool:
    a, b = claims.all[first], claims.all[second]
    if a.claimant_country is None or b.claimant_country is None or a.claimant_country == b.claimant_country:
        return False
    if (
        ARTICLE in (a.claimant, b.claimant)
        or a.denied
        or b.denied
        or a.same_as
        or b.same_as
        or claims.in_headline(first)
    ):
        return False
    if any(claims.is_future(i) or claims.negated(i) for i in (first, second)):
        return False
    return claims.line(second) - claims.line(first) <= LINES


def _blame_each_other(claims: Claims, first: int, second: int) -> bool:
    """Whether each of two claims has the other's side open fire: "a Tajik patrol opened fire", "the first shots came
    from Kyrgyz soldiers".
    """
    if not all(_FIRE in claims.signs(i) for i in (first, second)):
        return False
    a, b = claims.all[first], claims.all[second]
    return b.claimant_country in _doers(claims, first) and a.claimant_country in _doers(claims, second)


def _doers(claims: Claims, i: int) -> frozenset[str]:
    """The first nation a claim names."""
    claim = claims.all[i]
    found = find_entries(claim.exact, claims.tokens[i], claims.lang, _NATIONS)
    return frozenset(one.entry.country for one in list(found)[:1] if one.entry.country is not None)


def _ground(claims: Claims, i: int) -> frozenset[str]:
    """Whose ground a claim has a thing happen on: "inside Kyrgyz territory", «على أرضنا»."""
    claim, tokens = claims.all[i], claims.tokens[i]
    grounds = phrases_in(tokens, claims.lang, "ground")
    if not grounds or claims.negated(i):
        return frozenset()
    if claim.claimant_country is not None and phrases_in(tokens, claims.lang, "our ground"):
        return frozenset({claim.claimant_country})
    named = list(find_entries(claim.exact, tokens, claims.lang, _NATIONS))
    at = {token.start: k for k, token in enumerate(tokens)}
    return frozenset(
        one.entry.country
        for one in named
        for span in grounds
        if one.entry.country is not None and _are_near(tokens, one.first, at[span.start])
    )


def _are_near(tokens: list[Token], nation: int, ground: int) -> bool:
    return abs(nation - ground) <= _BESIDE and all(
        token.kind == "word" for token in tokens[min(nation, ground) : max(nation, ground)]
    )
