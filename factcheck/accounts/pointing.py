"""Words by which a claim takes up another: "a single one", "nobody" beside "hundreds", one meeting elsewhere."""

from __future__ import annotations

from factcheck.accounts.context import Claims


def nobody_and_many(claims: Claims, first: int, second: int) -> bool:
    """Whether one of two claims says "nobody" and the other "hundreds" of one thing: who got in without a ticket."""
    left, right = claims.signs(first), claims.signs(second)
    return ("total" in left and "many" in right) or ("many" in left and "total" in right)


def takes_up(claims: Claims, i: int) -> bool:
    """Whether a denial ends in a word for what was told before: "denied paying for a single one", "denied doing so"."""
    words = [token.form for token in claims.tokens[i] if token.kind == "word"]
    return claims.lang == "en" and bool(words) and words[-1] in ("one", "ones", "so")


def places_apart(claims: Claims, first: int, second: int) -> bool:
    """Whether each of two claims names another place: "will meet in Vale", "the meeting is in the capital"."""
    left, right = (
        {place.exact for place in one.places if one.start <= place.start < one.end}
        for one in (claims.all[first], claims.all[second])
    )
    return bool(left and right) and left.isdisjoint(right)
