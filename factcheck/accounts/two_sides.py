"""Claims that set a thing on two sides of another: "left before the vote", "walked out once the vote was over"; and
an act told as prompt and as late: "we rang within hours", "they waited five days".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from factcheck.accounts.blame import is_named
from factcheck.accounts.context import Claims
from factcheck.accounts.counted import MOST
from factcheck.accounts.signs import phrases_in
from factcheck.accounts.timing import Timing
from factcheck.claim import ARTICLE
from factcheck.lang import rows
from factcheck.lang.stems import root, words_of
from factcheck.text import fold

FEW = 6  # claims over which one gives a day before the first
CLOSE = 3  # claims over which two such times meet
LINES = 1
_BEHIND = 4  # words behind "before" among which stands what it is before
_WITHIN = re.compile(
    r"\bwithin \w+ (?:minute|hour|day)s?\b|(?:في غضون|خلال) (?:\w+ )?(?:دقائق|دقيقة|ساعة|ساعتين|ساعات|يوم|يومين|أيام)"
)
_COME = frozenset({"came", "arrived", "turned", "reached", "appeared"})
_TO_COME = frozenset({"come", "arrive", "turn", "reach", "appear"})
_MAIN = 3  # words before it that a claim's own clause has at least


def find_two_sides(claims: Claims) -> Iterator[Timing]:
    """The pairs in which one source says that a thing was before what another says it was after."""
    told = [_side(claims, i) for i in range(len(claims.all))]
    for second, later in enumerate(told):
        for first in range(max(0, second - CLOSE), second) if later is not None else ():
            earlier = told[first]
            if earlier is None or later is None or earlier[0] == later[0] or not earlier[1] & later[1]:
                continue
            voices = (claims.voices[first], claims.voices[second])
            near = claims.line(second) - claims.line(first) <= LINES and claims.neighbours(first, second)
            if near and voices[0] != voices[1] and ARTICLE not in voices:
                yield Timing(first, second, (earlier[2], later[2]), "contradicts")
                break
    yield from _prompt_or_late(claims)
    yield from _before_the_first(claims)


def _before_the_first(claims: Claims) -> Iterator[Timing]:
    """The pairs in which one source dates an act of somebody before the day another has the first of them come: "an
    engineer repaired it on 5 January", "the first engineer came on 14 January".
    """
    for second in range(1, len(claims.all)):
        thing, day = _first_of(claims, second)
        for first in range(second - 1, max(-1, second - 1 - FEW), -1) if thing and day else ():
            voices = (claims.voices[first], claims.voices[second])
            before = _own_day(claims, first)
            apart = voices[0] == voices[1] or ARTICLE in voices or claims.negated(first) or claims.all[first].denied
            if not apart and before and day and thing in claims.openings[first] and before[0] < day[0]:
                yield Timing(first, second, (before[1], day[1]), "contradicts")
                break


def _first_of(claims: Claims, i: int) -> tuple[str, tuple[date, str] | None]:
    """What a claim begins by telling as the first, and the day it tells of it: "the first engineer came on 5 May"."""
    forms = [token.form for token in claims.tokens[i] if token.kind == "word"]
    at = next((k for k, form in enumerate(forms[:3]) if form == "first"), len(forms))
    told = forms[at + 1] if at + 1 < len(forms) else ""
    behind = forms[at + 2 : at + 4]
    if not behind or not (behind[0] in _COME or (behind[0] == "to" and behind[-1] in _TO_COME)):
        return "", None  # "the first visitor of the season", "the first engineer it hired"
    return (root(told, claims.lang), _own_day(claims, i)) if told and not claims.is_future(i) else ("", None)


def _own_day(claims: Claims, i: int) -> tuple[date, str] | None:
    """The one day that a claim's own words tell, and the words for it."""
    claim = claims.all[i]
    own = [d for d in claim.dates if claim.start <= d.start < claim.end and d.low is not None and d.low == d.high]
    return (own[0].low, own[0].exact) if len(own) == 1 and own[0].low else None


def _prompt_or_late(claims: Claims) -> Iterator[Timing]:
    """The pairs, one source right behind another, in which the one was prompt and the other says it was late."""
    told = [_pace(claims, i) for i in range(len(claims.all))]
    for second in range(1, len(told)):
        first = second - 1
        earlier, later = told[first], told[second]
        if not earlier or not later or earlier[0] == later[0] or not claims.neighbours(first, second):
            continue
        voices = (claims.voices[first], claims.voices[second])
        joined = claims.words[first] & claims.words[second] - claims.everywhere or is_named(claims, first, second)
        near = claims.line(second) - claims.line(first) <= LINES
        if joined and near and voices[0] != voices[1] and ARTICLE not in voices:
            yield Timing(first, second, (earlier[1], later[1]), "contradicts")


def _pace(claims: Claims, i: int) -> tuple[str, str] | None:
    """Whether a claim tells an act as prompt or as late, and the words from there on; `None` where it does neither."""
    claim = claims.all[i]
    if claim.denied or claim.same_as is not None or claims.in_headline(i) or claims.is_future(i):
        return None
    for pace in ("prompt", "late"):
        spans = phrases_in(claims.tokens[i], claims.lang, pace)
        if spans:
            other = "late" if pace == "prompt" else "prompt"
            return (other if _is_not_so(claims, i) else pace), claim.exact[spans[0].start :]
    if not {"wished", "ought"}.isdisjoint(claims.signs(i)):
        return None  # "must be signed within 30 days"
    soon = _WITHIN.search(claim.exact)  # "within two hours of the incident", «في غضون ساعتين»
    return ("prompt", soon.group()) if soon and any(q.kind == "duration" for q in claim.quantities[:MOST]) else None


def _is_not_so(claims: Claims, i: int) -> bool:
    """Whether a claim says that the act was not so: "was not told at once"; "not until" is late by itself."""
    return bool(claims.negated(i)) and "late" not in claims.signs(i)


def _side(claims: Claims, i: int) -> tuple[str, frozenset[str], str] | None:
    """Whether a claim says before or after, the roots of what, and the words; `None` where it says neither."""
    claim, lang = claims.all[i], claims.lang
    if claim.denied or claim.same_as is not None or claims.in_headline(i) or claims.is_future(i):
        return None
    tokens = [token for token in claims.tokens[i] if token.kind in ("word", "number")]
    for k, token in enumerate(tokens):
        side = _sides(lang).get(token.form)
        behind = tokens[k + 1 : k + 1 + _BEHIND]
        if side is None or k + 1 < _MAIN or not behind or behind[0].kind == "number":
            continue
        roots = words_of(" ".join(t.form for t in behind if t.kind == "word"), lang) - bounds(lang)
        return side, roots, claim.exact[token.start : behind[-1].end]
    return None


@cache
def _sides(lang: str) -> dict[str, str]:
    """The words that set a thing before or after another."""
    return {fold(row[1]): row[0] for row in rows(lang, "contrast") if row[0] in ("side: before", "side: after")}


@cache
def bounds(lang: str) -> frozenset[str]:
    """The roots of the words that only say where a thing begins or ends: "before the start of the vote"."""
    said = (row[1] for row in rows(lang, "contrast") if row[0] in ("onset", "over"))
    return frozenset().union(*(words_of(phrase, lang) for phrase in said))
