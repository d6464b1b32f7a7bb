"""Two sources heard right after each other on one matter, and told apart by no one sign: many small ones add up.

The weights were found by logistic regression on articles read and marked by hand, with pairs that must not be found
beside them, and rounded, counted whole: a sum of fractions would depend on its order. A score is kept sign by sign, so
that a reader of the code can ask for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.accounts.answers import Answer
from factcheck.accounts.blame import blames
from factcheck.accounts.context import Claims
from factcheck.accounts.continued import at_two_times
from factcheck.accounts.counted import MOST, sort_of
from factcheck.accounts.kept_apart import may_differ
from factcheck.accounts.pointing import places_apart
from factcheck.accounts.questions import weight_of
from factcheck.accounts.sides import speakers_words
from factcheck.accounts.signs import signs_in
from factcheck.accounts.two_sides import bounds
from factcheck.claim import ARTICLE
from factcheck.finding import Dimension
from factcheck.lang.stems import words_of

REACH = 2  # claims back that a claim meets, in its line or the one before
LINES = 1
SURE = 54  # at which some three of four such pairs differ in an article in which nothing else is found to
ENOUGH = 44  # the same in one in which other pairs are: the sources of one dispute
DISPUTE = 2  # pairs from which an article is of a dispute
WEIGHTS = {
    "in one line": 21,
    "numbers of one question": 17,
    "one matter": 15,
    "no to its word": 12,
    "one is flat": 7,
    "right behind": 9,
    "two sources in the line": 8,
    "no more than": 7,
    "in dispute": 7,
    "own words": 6,
    "both dated": 5,
    "ends its line": 4,
    "differ elsewhere": 5,
    "one blames": 4,
    "others differ": 3,
    "opposite words": 0,
    "set against": 0,
    "first is flat": -7,
    "one judges": -10,
    "one counts": -10,
}
# what tells a difference: the rest tells only that two sources are heard on one thing, which they may agree on
DIFFERENCE = frozenset(
    ("no to its word", "one is flat", "no more than", "numbers of one question", "one blames", "opposite words",
     "set against")
)  # fmt: skip
_FLAT = frozenset(("flat", "absolute", "outright", "whole"))
_AT_MOST = ("at most", "alone")
_AGAINST = ("contrast", "reply")
_WHETHER = _FLAT | {"still", "over", "prompt", "late"}  # signs of what tells whether a thing is so
_WHO = frozenset(("on cause", "bare cause", "it is", "whose"))  # signs of what tells who or what did it, or whose it is
_DISPUTE = ("differ", "of two minds", "differs back")


class _Exchanges:
    """The claims that sources make right behind each other, and what speaks for a difference of two of them."""

    def __init__(self, claims: Claims, answers: Sequence[Answer], differing: Mapping[int, Set[str]]) -> None:
        self.claims, self.differing = claims, differing
        self.of_claim: dict[int, list[Answer]] = {}
        for answer in answers:
            self.of_claim.setdefault(answer.order, []).append(answer)
        self.pairs = sum(map(len, differing.values())) // 2
        self._voices = {frozenset((claims.voices[i], one)) for i, told in differing.items() for one in told}
        self._last: dict[int, int] = {}
        heard: dict[int, set[str]] = {}
        for i, voice in enumerate(claims.voices):
            self._last[claims.line(i)] = i
            heard.setdefault(claims.line(i), set()).add(voice)
        self._sources = {line: len(voices - {ARTICLE}) for line, voices in heard.items()}
        own = (claims.signs(i) for i, voice in enumerate(claims.voices) if voice == ARTICLE)
        self.in_dispute = not all(signs.isdisjoint(_DISPUTE) for signs in own)

    def best_before(self, second: int) -> tuple[int, int, bool]:
        """The score of the claim before a claim that most speaks for, its place, and whether any sign tells a
        difference; 0, 0 and no where none can differ.
        """
        near = (first for first in range(max(0, second - REACH), second) if self._meet(first, second))
        known = [(first, self.signs(first, second)) for first in near]
        scored = [(sum(WEIGHTS[sign] for sign in signs), first, bool(signs & DIFFERENCE)) for first, signs in known]
        return max(scored, default=(0, 0, False))

    def _meet(self, first: int, second: int) -> bool:
        claims = self.claims
        told = claims.voices[first] in self.differing.get(second, ()) or first in self.differing
        near = claims.line(second) - claims.line(first) <= LINES
        return near and not told and may_differ(claims, first, second, self.of_claim)

    def signs(self, first: int, second: int) -> frozenset[str]:
        """What speaks for and against a difference of two claims: the signs of `WEIGHTS` that they hold."""
        claims, a, b = self.claims, self.claims.all[first], self.claims.all[second]
        line, voice = claims.line(second), claims.voices[second]
        speakers = speakers_words(claims, first, second)
        left, right = told_words(claims, first) - speakers, told_words(claims, second) - speakers
        sorts = [frozenset(sort_of(quantity)[0] for quantity in one.quantities[:MOST]) for one in (a, b)]
        no = [bool(claims.negated(i)) or "negation" in claims.signs(i) for i in (first, second)]
        flat = [not _FLAT.isdisjoint(claims.signs(i)) for i in (first, second)]
        holds = {
            "in one line": claims.line(first) == line,
            "right behind": second - first == 1,
            "ends its line": self._last[line] == second,
            "two sources in the line": self._sources[line] == 2,
            "others differ": self.pairs > 0,
            "in dispute": self.in_dispute,
            "differ elsewhere": frozenset((claims.voices[first], voice)) in self._voices,
            "one matter": _of_one_matter(claims, first, second, left & right - bounds(claims.lang), speakers),
            "no to its word": not (claims.negated(second).isdisjoint(left) and claims.negated(first).isdisjoint(right)),
            "one is flat": flat[0] != flat[1] or (flat[0] and no[0] != no[1]),
            "first is flat": flat[0],
            "none and some": any(no[k] and flat[k] and sorts[1 - k] and not sorts[k] for k in (0, 1)),
            "one still": ("still" in claims.signs(first)) != ("still" in claims.signs(second)),
            "no more than": not claims.signs(second).isdisjoint(_AT_MOST),
            "numbers of one question": self._numbers_meet(first, second),
            "one counts": bool(sorts[0]) != bool(sorts[1]),
            "both dated": all(
                one.dates or not {"time", "length"}.isdisjoint(told) for one, told in zip((a, b), sorts, strict=True)
            ),
            "one judges": "opinion" in (a.kind, b.kind),
            "own words": b.mode == "direct_quote",
            "one blames": blames(claims, first) != blames(claims, second),
            "opposite words": claims.opposite(first, second),
            "set against": not signs_in(f"{claims.since_last(second)} {b.cue or ''}", claims.lang).isdisjoint(_AGAINST),
        }
        return frozenset(sign for sign, there in holds.items() if there)

    def _numbers_meet(self, first: int, second: int) -> bool:
        """Whether two claims tell numbers, not the same, that may answer one question."""
        ours, theirs = self.of_claim.get(first, ()), self.of_claim.get(second, ())
        pairs = ((x, y) for x in ours for y in theirs if x.sort == y.sort and x.interval != y.interval)
        known = (
            weight_of(x, y) for x, y in pairs if x.noun in (None, y.noun) or y.noun is None or x.measures & y.measures
        )
        return any(weight is not None for weight in known)


def find_side_by_side(
    claims: Claims, answers: Sequence[Answer], differing: Mapping[int, Set[str]]
) -> Iterator[tuple[int, int, Dimension]]:
    """The pairs of claims, by place in text order, that enough speaks for, and on what they differ.

    `differing` tells from which voices a claim is already found to differ: that is not told again of another claim of
    that voice. Each claim meets the two before it. In an article of a dispute, in which other pairs differ, less is
    enough, and no sign of its own has to tell the difference.
    """
    exchanges = _Exchanges(claims, answers, differing)
    best = [(second, *exchanges.best_before(second)) for second in range(1, len(claims.all))]
    disputes = exchanges.pairs + exchanges.in_dispute + sum(score >= SURE and differ for _, score, _, differ in best)
    for second, score, first, differ in best:
        if score >= ENOUGH if disputes >= DISPUTE else score >= SURE and differ:
            yield first, second, _dimension(claims, first, second)


def _of_one_matter(claims: Claims, first: int, second: int, common: frozenset[str], speakers: frozenset[str]) -> bool:
    """Whether two claims share a word that tells what they are of, or a matter of news."""
    known = common | speakers | dated_words(claims, first) | dated_words(claims, second)
    return bool(common or claims.matters(first, known) & claims.matters(second, known))


def told_words(claims: Claims, i: int) -> frozenset[str]:
    """The roots of what a claim is about, without its dates and units."""
    return claims.words[i] - claims.everywhere - claims.measuring(i) - dated_words(claims, i)


def dated_words(claims: Claims, i: int) -> frozenset[str]:
    """The roots of the words that date a claim."""
    return frozenset().union(*(words_of(mention.exact, claims.lang) for mention in claims.all[i].dates))


def _dimension(claims: Claims, first: int, second: int) -> Dimension:
    """On what two sources differ that no one sign tells apart: how many, when, where, through whom, or whether."""
    a, b = claims.all[first], claims.all[second]
    ours, theirs = (frozenset(sort_of(quantity)[0] for quantity in one.quantities[:MOST]) for one in (a, b))
    signs = claims.signs(first) | claims.signs(second)
    said_no = "negation" in signs or "outright" in signs
    if ours & theirs:
        return "count"
    if not said_no and (
        at_two_times(claims, first, second) or ({"time", "length"} & ours and {"time", "length"} & theirs)
    ):
        return "time"
    common = claims.words[first] & claims.words[second]
    if all("where" in claims.signs(i) for i in (first, second)) or (common and places_apart(claims, first, second)):
        return "place"
    if not said_no and signs.isdisjoint(_WHETHER) and not claims.opposite(first, second):
        blamed = blames(claims, first) or blames(claims, second)
        if blamed or not signs.isdisjoint(_WHO):
            return "attribution"
    return "count" if ours and theirs else "polarity"
