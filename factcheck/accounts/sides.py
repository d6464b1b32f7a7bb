"""How two sources stand to each other: one side, or one heard right behind the other."""

from __future__ import annotations

from factcheck.accounts.context import Claims
from factcheck.accounts.signs import signs_in
from factcheck.claim import ARTICLE


def is_right_behind(claims: Claims, first: int, second: int) -> bool:
    """Whether a source denies something right behind what another source says, in the same line, in words that take an
    accusation as said: "denied engaging anyone", "denied any shortage", "denied its product was to blame".
    """
    if claims.signs(second).isdisjoint(("any", "anyone", "blamed")):
        return False
    told = ARTICLE in (claims.voices[first], claims.voices[second])
    foreseen = claims.all[first].kind in ("prediction", "commitment")
    foreseen = foreseen or "announcing" in signs_in(claims.all[first].cue or "", claims.lang)
    return (
        second - first == 1
        and claims.line(first) == claims.line(second)
        and not told
        and not foreseen
        and not claims.all[first].denied
    )


def are_of_one_side(claims: Claims, first: int, second: int) -> bool:
    """Whether two sources belong to one state in an article in which several are heard."""
    left, right = (claims.all[i].claimant_country for i in (first, second))
    return left is not None and left == right and len(claims.states) > 1
