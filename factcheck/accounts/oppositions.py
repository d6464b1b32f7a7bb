"""Claims that answer a yes or no differently: a denial beside what it denies, a reply, a contrast about one thing.

Each claim meets only the last `WINDOW` claims before it, so the work is linear in their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.accounts.answers import Claims
from factcheck.accounts.negations import bears_on
from factcheck.accounts.signs import signs_in
from factcheck.claim import ARTICLE
from factcheck.finding import Dimension
from factcheck.lang import rows
from factcheck.lang.stems import stem, words_of

WINDOW = 8
GAINSAID = 3  # claims between which one still says no to the other
# Lines over which a claim can still oppose an earlier one, by why it may; beyond the second figure only with more than
# one word in common, or with a negation of what the other says.
REACH = {"denial": 3, "negation": 2, "opposite": 0, "reply": 1, "rebuttal": 1, "contrast": 0}
NEXT_LINE = {"denial": 1, "negation": 0, "opposite": 0, "reply": 0, "rebuttal": 0, "contrast": 0}
OPPOSED = 2.0  # weight of evidence from which two claims are opposed; set on articles, not on a theory


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two claims by their place in text order, that cannot both be right, and on what they differ."""

    first: int
    second: int
    weight: float
    dimension: Dimension
    reason: str  # denial, rebuttal, reply, contrast, negation, opposite


def find_oppositions(claims: Claims) -> list[Opposition]:
    """The opposed pairs of claims by different voices, each later claim with the one it opposes most."""
    found: list[Opposition] = []
    for second in range(len(claims.all)):
        reason = _reason(claims, second)
        if reason is not None:
            best = max(_against(claims, second, reason), key=lambda pair: pair.weight, default=None)
            if best is not None and best.weight >= OPPOSED:
                found.append(best)
    return found


def _reason(claims: Claims, i: int) -> str | None:
    """Why a claim may oppose an earlier one: it denies, replies, stands behind a `لكن` of its own sentence, or says no
    or the opposite of what has just been said.
    """
    claim = claims.all[i]
    if claim.same_as is not None or claim.mode == "narrator" or claims.in_headline(i):
        return None
    if claim.denied:
        return None if "unaware" in claims.signs(i) else "denial"
    before = claims.before(i)
    signs = signs_in(f"{before} {claim.cue or ''}", claims.lang)
    if "rebut" in signs:
        return "rebuttal"
    if "reply" in signs:
        return "reply"
    if "contrast" in signs and claims.leads(i):
        return "contrast"
    return "negation" if claims.negated(i) else "opposite"


def _against(claims: Claims, second: int, reason: str) -> Iterator[Opposition]:
    """The earlier claims a claim may oppose, and for a denial the later ones too, each weighed."""
    places = [*range(max(0, second - WINDOW), second)]
    if reason == "denial":
        places += range(second + 1, min(len(claims.all), second + 4))
    for first in places:
        claim = claims.all[first]
        if (
            claims.voices[first] == claims.voices[second]
            or claim.same_as is not None
            or claim.denied
            or claims.in_headline(first)
        ):
            continue
        weight = _weight(claims, first, second, reason)
        if weight is not None:
            dimension: Dimension = (
                "place" if reason != "denial" and _both(claims, first, second, "where") else "polarity"
            )
            yield Opposition(min(first, second), max(first, second), weight, dimension, reason)


def _weight(claims: Claims, first: int, second: int, reason: str) -> float | None:
    lines = abs(claims.line(second) - claims.line(first))
    if lines > REACH[reason]:
        return None
    common = len(claims.words[first] & claims.words[second] - claims.measuring(first) - claims.measuring(second))
    opposite = _opposite(claims.words[first], claims.words[second], claims.lang)
    if lines and not common and not opposite:
        return None
    if lines > NEXT_LINE[reason]:
        meets = common > 1 or (common and _negates(claims, first, second))
        if not meets or not claims.neighbours(first, second):
            return None
    if reason == "denial" and not common and not opposite and ("any" not in claims.signs(second) or first > second):
        return None
    where = reason == "contrast" and _both(claims, first, second, "where")
    topic = _one_topic(claims, first, second)
    gainsaid = reason in ("negation", "opposite", "reply") and _gainsays(claims, first, second, common)
    if reason in ("negation", "opposite") and not (gainsaid or _answers_back(claims, first, second, opposite, common)):
        return None
    if reason == "rebuttal" and not _rebutted(claims, first, second, common):
        return None
    if reason == "contrast" and not (topic or opposite or where or common > 1):
        return None
    if reason == "reply" and not (topic or opposite or common or gainsaid):
        return None
    weight = 1.0 * min(3, common) + 2.0 * opposite + 1.5 * where + 0.5 * topic
    weight += 1.0 if lines == 0 else 0.0
    weight += 1.0 if claims.neighbours(first, second) else 0.0
    weight -= 1.0 if claims.all[first].claimant == ARTICLE else 0.0
    weight += 0.5 if reason in ("denial", "reply", "negation", "rebuttal") else 0.0
    weight += 1.0 * gainsaid
    weight += 1.5 * ("negation" in claims.signs(first)) if reason == "rebuttal" else 0.0
    weight -= 0.4 if reason == "denial" and claims.all[first].quantities else 0.0
    return weight - 0.1 * abs(second - first)


def _answers_back(claims: Claims, first: int, second: int, opposite: bool, common: int) -> bool:
    """Whether two sources, next to each other, say opposite words, or one says of the same thing that it is not so."""
    if ARTICLE in (claims.voices[first], claims.voices[second]) or not claims.neighbours(first, second):
        return False
    negations = ["negation" in claims.signs(i) for i in (first, second)]
    return opposite or (negations[0] != negations[1] and common >= 2 and _one_topic(claims, first, second))


def _rebutted(claims: Claims, first: int, second: int, common: int) -> bool:
    """Whether a claim behind "X disputed that" speaks of an earlier one: its words, what it misses, its speaker."""
    if claims.all[first].kind in ("prediction", "commitment") or not claims.neighbours(first, second):
        return False
    return common > 0 or bool(claims.negated(first)) or _is_named(claims, first, second)


def _gainsays(claims: Claims, first: int, second: int, common: int) -> bool:
    """Whether, of two sources heard close to each other, one says no to what the other says: to its very words, or
    about its own part in it.
    """
    if ARTICLE in (claims.voices[first], claims.voices[second]) or second - first > GAINSAID:
        return False
    left, right = claims.negated(first), claims.negated(second)
    if bool(left) == bool(right) or any(claims.all[i].kind in ("prediction", "commitment") for i in (first, second)):
        return False
    if bears_on(left or right, claims.words[second if left else first], claims.lang):
        return True
    answered = common > 0 or (second - first == 1 and "total" in claims.signs(second))
    return claims.neighbours(first, second) and answered and _is_named(claims, first, second)


def _negates(claims: Claims, first: int, second: int) -> bool:
    """Whether one claim negates a word that the other says."""
    return any(
        bool(claims.negated(i)) and bears_on(claims.negated(i), claims.words[other], claims.lang)
        for i, other in ((first, second), (second, first))
    )


def _is_named(claims: Claims, first: int, second: int) -> bool:
    """Whether the speaker of one claim is spoken of in the other."""
    return any(
        words_of(claims.all[i].speaker or claims.all[i].claimant, claims.lang) & claims.words[other]
        for i, other in ((first, second), (second, first))
    )


def _one_topic(claims: Claims, first: int, second: int) -> bool:
    """Whether the word a claim opens with is among the first two of the other: `سائق الحافلة` and `السائق`."""
    left, right = claims.openings[first], claims.openings[second]
    return bool(left and right) and (left[0] in right or right[0] in left)


def _both(claims: Claims, first: int, second: int, sign: str) -> bool:
    return sign in claims.signs(first) and sign in claims.signs(second)


def _opposite(left: frozenset[str], right: frozenset[str], lang: str) -> bool:
    table = _opposites(lang)
    return any(table[word] & right for word in left & table.keys())


@cache
def _opposites(lang: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for row in rows(lang, "opposites"):
        for word, other in ((row[0], row[1]), (row[1], row[0])):
            key = stem(word, lang)
            table[key] = table.get(key, frozenset()) | {stem(other, lang)}
    return table
