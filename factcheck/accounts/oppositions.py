"""Claims that answer a yes or no differently: a denial beside what it denies, a reply, a contrast about one thing.

Each claim meets only the last `WINDOW` claims before it, so the work is linear in their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.accounts.blame import blame_for_one_thing, blames, is_named
from factcheck.accounts.context import Claims
from factcheck.accounts.flat import find_flat, is_denied_thing
from factcheck.accounts.negations import bears_on
from factcheck.accounts.none_of import says_none_of_its_own
from factcheck.accounts.pointing import (
    are_shares,
    at_two_days,
    is_rebutted,
    nobody_and_many,
    none_in_time,
    of_one_thing,
    of_two_subjects,
    places_apart,
    says_never,
    sets_aside,
    takes_up,
)
from factcheck.accounts.sides import (
    answers_for_itself,
    are_of_one_side,
    is_denied_act,
    is_right_behind,
    speakers_words,
)
from factcheck.accounts.signs import signs_in, signs_of, word_forms
from factcheck.claim import ARTICLE
from factcheck.finding import Dimension

WINDOW = 8
LATER = 6  # claims behind a denial among which what it denies may stand
GAINSAID = 3  # claims between which one still says no to the other
_SHORTLY = 2  # claims over which one that says next to nothing still answers back
OPPOSED = 2.0  # weight of evidence from which two claims are opposed; set on articles, not on a theory


REACH = {"denial": 3, "contrast": 1, "negation": 2, "opposite": 2, "reply": 1, "rebuttal": 0, "cause": 2}  # lines

_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")


class _Meeting(NamedTuple):
    """How near two claims are, and what joins them: words in common, opposite words, one naming the other's speaker,
    no third source between them, one opening.
    """

    lines: int
    common: int
    opposite: bool
    named: bool
    next_to: bool
    topic: bool


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two claims by their place in text order, that cannot both be right, and on what they differ."""

    first: int
    second: int
    weight: float
    dimension: Dimension
    reason: str  # denial, rebuttal, reply, contrast, cause, negation, opposite, announced


def find_oppositions(claims: Claims) -> list[Opposition]:
    """The opposed pairs of claims by different voices, each later claim with the one it opposes most."""
    found = [Opposition(a, b, OPPOSED, dimension, "reply") for a, b, dimension in find_flat(claims)]
    answered = {opposition.second for opposition in found}
    for second in range(len(claims.all)):
        reasons = () if second in answered else _reasons(claims, second)
        met = (pair for reason in reasons for pair in _against(claims, second, reason))
        best = max(met, key=lambda pair: (pair.weight, pair.first), default=None)
        if best is not None and best.weight >= OPPOSED:
            found.append(best)
    return found


def _reasons(claims: Claims, i: int) -> tuple[str, ...]:
    """Why a claim may oppose an earlier one: it denies, replies, stands behind a `لكن` of its own sentence, or says no
    or the opposite of what has just been said.
    """
    claim = claims.all[i]
    if claim.same_as is not None or claim.mode == "narrator" or claims.in_headline(i) or _leaves_open(claims, i):
        return ()
    if claim.denied:
        return () if "unaware" in claims.signs(i) else ("denial",)
    before = claims.since_last(i)
    signs = signs_in(f"{before} {claim.cue or ''}", claims.lang)
    if "concede" in signs:
        return ()  # who admits a thing agrees
    if "rebut" in signs:
        return ("rebuttal",)
    if "reply" in signs and "keeps name" not in signs:
        return ("reply",)  # no "refused to give her name"
    if "contrast" in signs and claims.leads(i):
        return ("contrast",)
    if _is_no_fact(claims, i):
        return ()
    says_no = "negation" if claims.negated(i) else "opposite"
    if says_no == "negation" and "in part" in signs_of(word_forms(claims.tokens[i])[:3], claims.lang):
        return ()  # "many are not getting enough", beside "half are deficient"
    return ("cause", says_no) if blames(claims, i) else (says_no,)


def _against(claims: Claims, second: int, reason: str) -> Iterator[Opposition]:
    """The earlier claims a claim may oppose, and for a denial the later ones too, each weighed."""
    places = [*range(max(0, second - WINDOW), second)]
    if reason == "denial":
        places += range(second + 1, min(len(claims.all), second + 1 + LATER))
    for first in places:
        claim = claims.all[first]
        if (
            claims.voices[first] == claims.voices[second]
            or claim.same_as is not None
            or claim.denied
            or claims.in_headline(first)
            or _leaves_open(claims, first)
        ):
            continue
        says_no = bears_on(claims.negated(first), claims.words[second], claims.lang)
        says_no = says_no and "want" not in claims.signs(second)  # no soap, says one; another denies any shortage
        if reason == "denial" and (says_no or "clears" in claims.signs(first)):
            continue  # what one denies the other says is not so: "absolved the police of the killing"
        if reason != "denial" and "total" in claims.signs(first) & claims.signs(second):
            continue  # "nobody died", "no one was killed"
        if reason == "opposite" and not claims.negated(first) and are_shares(claim, claims.all[second]):
            continue  # 30 passed, 12 failed
        unreal = reason in ("opposite", "negation") and _is_no_fact(claims, first)
        if unreal or (reason == "opposite" and at_two_days(claims, first, second)):
            continue  # opened at seven, closed at eight
        if reason == "opposite" and "others" in claims.signs(second):
            continue  # "all bridges are safe", "three other bridges are closed"
        weight = _weight(claims, first, second, reason)
        if weight is not None:
            dimension = _dimension(claims, first, second, reason)
            yield Opposition(min(first, second), max(first, second), weight, dimension, reason)


def _is_no_fact(claims: Claims, i: int) -> bool:
    """Whether a claim tells what should be, or what would be on a condition: neither opposes what is."""
    return not {"wished", "conditional"}.isdisjoint(claims.signs(i))


def _leaves_open(claims: Claims, i: int) -> bool:
    """Whether a claim only says that a thing was not told or could not be verified, which denies nothing."""
    return "left open" in claims.signs(i)


def _dimension(claims: Claims, first: int, second: int, reason: str) -> Dimension:
    """On what two opposed claims differ: where it was, who or what brought it about, or whether it is so."""
    placed = reason == "contrast" and bool(_common(claims, first, second)) and places_apart(claims, first, second)
    if reason != "denial" and (placed or _both(claims, first, second, "where")):
        return "place"
    clocks = [_CLOCK.findall(claims.all[i].exact) for i in (first, second)]
    if all(clocks) and clocks[0] != clocks[1]:
        return "time"
    if reason not in ("denial", "negation") and blames(claims, first) and blames(claims, second):
        return "attribution"
    dated = [claims.all[i].dates[-1] for i in (first, second) if claims.all[i].dates]
    timed = len(dated) == 2 and (dated[0].low, dated[0].high) != (dated[1].low, dated[1].high)
    if (
        timed
        and not none_in_time(claims, first, second)
        and not any(claims.all[i].denied and "any" in claims.signs(i) for i in (first, second))
    ):
        return "time"
    return "polarity"


def _weight(claims: Claims, first: int, second: int, reason: str) -> float | None:
    """What speaks for two claims being opposed, `None` where too little joins them."""
    lines = abs(claims.line(second) - claims.line(first))
    if lines > REACH[reason]:
        return None
    met = _Meeting(
        lines=lines,
        common=len(_common(claims, first, second)),
        opposite=claims.opposite(first, second),
        named=is_named(claims, first, second),
        next_to=claims.neighbours(first, second),
        topic=_one_topic(claims, first, second),
    )
    gainsaid = reason in ("negation", "opposite", "reply") and _gainsays(claims, first, second, met)
    if not _joined(claims, first, second, reason, met, gainsaid):
        return None
    where = reason == "contrast" and _both(claims, first, second, "where")
    weight = 1.0 * min(3, met.common) + 2.0 * met.opposite + 1.5 * where + 0.5 * met.topic
    weight += 1.0 if lines == 0 else 0.0
    weight += 1.0 if met.next_to else 0.0
    weight -= 1.0 if claims.all[first].claimant == ARTICLE else 0.0
    weight += 0.5 if reason in ("denial", "reply", "negation", "rebuttal", "cause") else 0.0
    weight += 1.0 * gainsaid
    if met.next_to and reason in ("cause", "contrast") and blames(claims, first) and blames(claims, second):
        weight += 1.0
    weight += 1.5 * ("negation" in claims.signs(first)) if reason == "rebuttal" else 0.0
    weight -= 0.75 * (reason in ("denial", "negation") and are_of_one_side(claims, first, second))
    if reason == "denial":
        weight -= 0.35 * bool(claims.all[first].quantities and not met.common)
        weight += 1.0 if lines and second - first == 1 and "any" in claims.signs(second) else 0.0
        told = "any" in claims.signs(second) and ARTICLE not in (claims.voices[first], claims.voices[second])
        weight += 0.75 * (told and bool(claims.matters(first, frozenset()) & claims.matters(second, frozenset())))
        weight += 0.75 * met.named + 1.5 * (lines > 0 and is_denied_thing(claims, first, second))
        weight += 3.0 * is_denied_act(claims, first, second) + 1.0 * (
            met.next_to and answers_for_itself(claims, first, second)
        )
        weight += 0.75 * (not met.common and of_one_thing(claims, first, second))
        weight -= 0.5 * (first > second and not met.opposite)  # what is denied is most often told before
    return weight - 0.1 * abs(second - first)


def _common(claims: Claims, first: int, second: int) -> frozenset[str]:
    """The roots two claims share, but for units and for what every fourth claim of the article speaks of."""
    shared = claims.words[first] & claims.words[second] - claims.everywhere
    return shared - claims.measuring(first) - claims.measuring(second)


def _joined(claims: Claims, first: int, second: int, reason: str, met: _Meeting, gainsaid: bool) -> bool:
    """Whether enough joins two claims for the reason one of them has; across lines it takes more."""
    strong = met.common > 1 or met.opposite or (met.common > 0 and met.named) or of_one_thing(claims, first, second)
    blamed = met.next_to and blame_for_one_thing(claims, first, second)
    match reason:
        case "denial":
            if met.lines > 1 or (met.lines and first > second):
                return strong or is_denied_thing(claims, first, second) or is_denied_act(claims, first, second)
            any_such = "any" in claims.signs(second) and second > first and (not met.lines or met.named)
            any_such = any_such or (second - first == 1 and not met.lines and takes_up(claims, second))
            accused = claims.voices[first] != ARTICLE and met.named and met.next_to and 0 < second - first <= GAINSAID
            return met.common > 0 or strong or any_such or accused or is_right_behind(claims, first, second)
        case "negation" | "opposite":
            return gainsaid or _answers_back(claims, first, second, met)
        case "rebuttal":
            return is_rebutted(claims, first, second, met.common)
        case "cause":
            return blamed
        case "contrast" if blamed:
            return True
        case "contrast" if met.lines:
            return met.next_to and second - first <= GAINSAID and met.common > 1 and (met.opposite or met.topic)
        case "contrast":
            placed = met.common > 0 and places_apart(claims, first, second)
            return met.topic or met.opposite or placed or _both(claims, first, second, "where") or met.common > 1
    if met.lines:
        told = claims.words[first] & claims.words[second] - speakers_words(claims, first, second)
        return met.next_to and (bool(told) or met.opposite) and (met.named or met.topic or gainsaid)
    return met.topic or met.opposite or met.common > 0 or gainsaid


def _answers_back(claims: Claims, first: int, second: int, met: _Meeting) -> bool:
    """Whether two sources, next to each other, say opposite words, or one says of the same thing that it is not so."""
    if ARTICLE in (claims.voices[first], claims.voices[second]) or not met.next_to:
        return False
    if met.opposite:
        short = not met.lines and second - first <= _SHORTLY and min(len(claims.words[i]) for i in (first, second)) <= 2
        short = short and not (met.common == 0 and of_two_subjects(claims, first, second))
        of_all = "absolute" in claims.signs(first) ^ claims.signs(second)  # "all plants run", "the plant has stopped"
        return short or met.common > (1 if met.lines and not of_all else 0)  # "Everything worked", "lamps were broken"
    differ = bool(claims.negated(first)) != bool(claims.negated(second))
    if not differ or met.common < 2:
        return False
    if met.lines:
        return met.lines == 1 and any(_says_no(claims, i) for i in (first, second))
    return met.topic


def _gainsays(claims: Claims, first: int, second: int, met: _Meeting) -> bool:
    """Whether, of two sources heard close to each other, one says no to what the other says: to its very words, or
    about its own part in it. Across lines it takes an "any", or two words in common.
    """
    reach = GAINSAID + 2 * (met.common > 1)
    told = ARTICLE in (claims.voices[first], claims.voices[second])
    if second - first > reach or (told and (met.common < 2 or not says_never(claims, first, second))):
        return False
    total = "total" in claims.signs(second) and "negation" in claims.signs(second)
    if total and not told and met.named and met.next_to and met.lines <= 1:
        return True  # "Ruiz struck a guard", "she touched no one"
    if met.next_to and met.common and not told and met.lines <= 1 and says_never(claims, second, second):
        return True  # "a load came from Vale", "had never taken straw from Vale"
    left, right = claims.negated(first), claims.negated(second)
    if any(claims.all[i].kind in ("prediction", "commitment") for i in (first, second)):
        return False
    if met.lines < GAINSAID and sets_aside(claims, first, second):
        return True
    behind = met.next_to and met.common > 0 and not met.lines and second - first == 1
    if behind and none_in_time(claims, first, second):
        return True
    if met.common and met.lines < GAINSAID and nobody_and_many(claims, first, second):
        return True
    if bool(left) == bool(right):
        return False
    negating = first if left else second
    if says_none_of_its_own(claims, first, second):
        return False
    if bears_on(left or right, claims.words[second if left else first], claims.lang):
        outright = met.next_to and "any" in claims.signs(negating) and "trace" not in claims.signs(negating)
        return not met.lines or outright or met.common > 1
    if "any" in claims.signs(negating):
        return False
    if met.lines:
        return met.next_to and met.named and met.common > 1
    answered = met.common > 0 or (second - first == 1 and "total" in claims.signs(second))
    return met.next_to and answered and met.named and _says_no(claims, negating)


def _one_topic(claims: Claims, first: int, second: int) -> bool:
    """Whether the word a claim opens with is among the first two of the other: `سائق الحافلة` and `السائق`."""
    left, right = claims.openings[first], claims.openings[second]
    return bool(left and right) and (left[0] in right or right[0] in left)


def _says_no(claims: Claims, i: int) -> bool:
    """Whether a claim's own verb is negated: the negation is among its first words."""
    return "negation" in signs_of(word_forms(claims.tokens[i])[:3], claims.lang)


def _both(claims: Claims, first: int, second: int, sign: str) -> bool:
    return sign in claims.signs(first) and sign in claims.signs(second)
