"""Who those that a number counts are told to be, right behind it: soldiers, civilians, people of a nation."""

from __future__ import annotations

from factcheck.accounts.context import Claims
from factcheck.claim import Claim
from factcheck.lang.actors import find_entries
from factcheck.quantity import Quantity
from factcheck.text import tokenise

WHO_THEY_ARE = frozenset({"are troops", "are civilians", "are officers", "are captives", "are fighters"})
IN_SERVICE = frozenset({"are troops", "are officers"})
_DEMONYMS = frozenset({"demonym"})
_BEHIND = 16  # characters behind a number with its noun in which who they are belongs to it
_MEMBERS = 26  # the same, in which it is told of what they are members: «من أفراد الميليشيا»


def who_they_are(claims: Claims, i: int, at: int, quantity: Quantity) -> frozenset[str]:
    """The signs of who a claim says those it counts are; `at` is where in the claim the number begins."""
    end = at + len(quantity.exact)
    members = "some members" in claims.signs_near(i, end, end + _BEHIND)
    return claims.signs_near(i, at, end + (_MEMBERS if members else _BEHIND)) & WHO_THEY_ARE


def nations(claim: Claim, quantity: Quantity, lang: str) -> frozenset[str]:
    """The countries of the nationalities right behind a number: "12 Pakistani soldiers", «18 جنديا أفغانيا»."""
    at = quantity.start - claim.start
    words = claim.exact[at : at + len(quantity.exact) + _BEHIND]
    found = find_entries(words, tokenise(words), lang, _DEMONYMS)
    return frozenset(one.entry.country for one in found if one.entry.country is not None)
