"""Two sources of which one speaks of all of a thing and the other of what is left of it, or of none: "everyone is
back", "seven girls are still in the bush"; "every house had a letter", "not one of them got a line".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.accounts.context import Claims
from factcheck.accounts.continued import lasts
from factcheck.accounts.counted import MOST
from factcheck.accounts.groups import persons
from factcheck.accounts.matters import matters_of
from factcheck.accounts.signs import phrases_in, word_forms
from factcheck.claim import ARTICLE
from factcheck.lang.stems import root, stem

CLOSE = 4  # claims over which "still" answers "all"
NEXT = 3  # claims over which "none" does
LINES = 2
_HEAD = 3  # tokens of "we got no"
_NOTHING_MORE = 1  # words of a claim that says only that nobody did it: "nobody" itself
ACTS = frozenset({"warning", "contact", "payment", "shots", "consulting"})  # matters that somebody did, or nobody


def find_all_or_none(claims: Claims) -> Iterator[tuple[int, int]]:
    """The pairs of claims, by place in text order, of which one says that all of a thing was so and the other, soon
    after, that some of it still is not, that some fare worse, or that none of it was.
    """
    for second in range(1, len(claims.all)):
        near = range(second - 1, max(-1, second - 1 - CLOSE), -1)
        first = next((i for i in near if _may_meet(claims, i, second) and _gainsays(claims, i, second)), None)
        if first is not None:
            yield first, second


def _may_meet(claims: Claims, first: int, second: int) -> bool:
    a, b = claims.all[first], claims.all[second]
    voices = (claims.voices[first], claims.voices[second])
    if voices[0] == voices[1] or ARTICLE in voices or claims.line(second) - claims.line(first) > LINES:
        return False
    if a.same_as or b.same_as or a.denied or b.denied or claims.in_headline(first):
        return False
    unreal = {"wished", "conditional", "left open"}
    return all(
        unreal.isdisjoint(claims.signs(i)) and not claims.is_future(i) and claims.all[i].kind != "opinion"
        for i in (first, second)
    )


def _gainsays(claims: Claims, first: int, second: int) -> bool:
    """Whether one of two claims says all and the other, "some still", or right behind it, "none"."""
    left, right = claims.signs(first), claims.signs(second)
    if "whole" in left and "still" in right and not claims.negated(first):
        if "others" in right:
            return False  # "the bridge is safe", "three other bridges are still being inspected"
        people = not left.isdisjoint(("whole of people", "the people")) and _counts_people(claims, second)
        return "part" in right or people or lasts(claims, second, claims.words[first] & claims.words[second])
    if {"whole", "mild"} <= left and {"grave", "part"} <= right and not claims.negated(second):
        return True  # "all their injuries are slight", "two of them are in intensive care"
    if second - first > NEXT or not claims.neighbours(first, second):
        return False
    return any(
        not claims.negated(i)
        and _says_none(claims, k)
        and (("whole" in claims.signs(i) and _is_of_it(claims, i, k)) or _of_one_act(claims, i, k))
        for i, k in ((first, second), (second, first))
    )


def _of_one_act(claims: Claims, told: int, none: int) -> bool:
    """Whether one claim tells of an act of a kind of which the other says that there was none, and says no more: sirens
    sounded, "nobody warned us"; not "no one at the ministry answered the phone".
    """
    one = claims.matters(told, frozenset()) & claims.matters(none, frozenset()) & ACTS
    forms = [form for form in word_forms(claims.tokens[none]) if root(form, claims.lang) in claims.words[none]]
    rest = [form for form in forms if not one & matters_of([form], claims.lang)]
    return bool(one) and len(rest) <= _NOTHING_MORE


def _is_of_it(claims: Claims, whole: int, none: int) -> bool:
    """Whether a claim that says "none" is of the thing the other says all of: a word of it, "of them", "us"."""
    told = claims.words[whole] & claims.words[none] - claims.measuring(none)
    return bool(told) or bool({"part", "ours"} & claims.signs(none))


def _says_none(claims: Claims, i: int) -> bool:
    """Whether a claim says that there was nothing of a thing: "not one of them got a line", "no money had come"."""
    signs = claims.signs(i)
    return "negation" in signs and (
        "outright" in signs or bool(phrases_in(claims.tokens[i][:1], claims.lang, "lacking"))
    )


def _counts_people(claims: Claims, i: int) -> bool:
    """Whether a claim counts some people: "a hundred men"."""
    some = any(q.noun is not None and q.kind != "ordinal" for q in claims.all[i].quantities[:MOST])
    return some and any(stem(form, claims.lang) in persons(claims.lang) for form in word_forms(claims.tokens[i]))
