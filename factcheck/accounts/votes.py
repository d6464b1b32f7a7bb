"""Two numbers told in one go: both sides of a vote ("six to three"), what was and what is ("from six to nine")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.accounts.counted import MOST
from factcheck.claim import Claim
from factcheck.lang.stems import root
from factcheck.quantity import Quantity
from factcheck.text import fold

_AGAINST = fold("مقابل")
_TO = frozenset({"to", "-", "–", "—", _AGAINST})
_RISEN = frozenset({"to", fold("إلى")})
_FROM = frozenset({"from", fold("من")})
_NONE_OF = re.compile(r"(?:\b(?:none|not one) of|(?:^|\s)(?:لا أحد|أي) من) ?(?:\S+ ){0,2}(?:الـ?)?$", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|all of the|all the) $", re.IGNORECASE)
_OF = re.compile(r"\S+ of (?:\S+ ){0,3}$")
_VOTES = re.compile(r"\bvot|\bballot|\bdecision|\bruling|صوت|صوات|غلبيه|غلبية")
_BETWEEN = 60  # characters between the two numbers at most


def sides_of_vote(claim: Claim) -> tuple[Quantity, Quantity] | None:
    """The two sides of a vote in a claim: "six to three", «تسعة أعضاء مقابل عضوين»."""
    return next(((ours, theirs) for ours, theirs, rose in _in_one_go(claim) if not rose), None)


def _is_vote(claim: Claim) -> bool:
    """Whether a claim speaks of votes: a score or odds are told as "three to one" too."""
    return _VOTES.search(fold(claim.exact)) is not None


def not_answers(claim: Claim) -> tuple[Quantity, ...]:
    """The numbers of a claim that answer nothing by themselves: the other side of a vote, what a count rose from, all
    those of whom none did a thing ("none of the 46 had shown symptoms").
    """
    of_none = (q for q in claim.quantities[:MOST] if _NONE_OF.search(claim.exact[: max(0, q.start - claim.start)]))
    return (*(ours if rose else theirs for ours, theirs, rose in _in_one_go(claim)), *of_none)


def _in_one_go(claim: Claim) -> Iterator[tuple[Quantity, Quantity, bool]]:
    """Two numbers of a kind told as one to the other, and whether it is from one to the other."""
    for ours, theirs in pairwise(claim.quantities[:MOST]):
        if ours.unit != theirs.unit or ours.kind == "money" or ours.start < claim.start:
            continue
        between = claim.exact[ours.end - claim.start : theirs.start - claim.start]
        words = fold(between).split()
        before = fold(claim.exact[: ours.start - claim.start]).split()
        rose = bool(before) and before[-1] in _FROM
        joined = bool(words) and len(between) <= _BETWEEN and words[-1] in (_RISEN if rose else _TO)
        of_one_kind = len(words) == 1 or (bool(words) and words[-1] == _AGAINST and not rose)
        if joined and of_one_kind and (rose or (ours.unit is None and _is_vote(claim))):
            yield ours, theirs, rose


def some_of_all(claim: Claim, lang: str) -> tuple[float, float, str] | None:
    """How many of how many of a thing, and the root of its noun: "three of the five gates", "all five gates"."""
    told = [q for q in claim.quantities[:MOST] if q.unit is None and q.low is not None and q.low == q.high]
    for one in told:
        if one.noun and one.low and _ALL.search(claim.exact[: max(0, one.start - claim.start)]):
            return one.low, one.low, root(one.noun, lang)
    for some, whole in pairwise(told):
        between = claim.exact[max(0, some.start - claim.start) : max(0, whole.start - claim.start)]
        if whole.noun and some.low is not None and whole.low is not None and _OF.match(between):
            return some.low, whole.low, root(whole.noun, lang)
    return None
