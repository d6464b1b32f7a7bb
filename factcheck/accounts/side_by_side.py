"""Two sources heard right after each other on one matter, and told apart by no one sign: many small ones add up.

The weights were found by logistic regression on articles read and marked by hand, with pairs that must not be found
beside them, and rounded, counted whole: a sum of fractions would depend on its order. A score is kept sign by sign, so
that a reader of the code can ask for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from factcheck.accounts.answers import Answer
from factcheck.accounts.blame import blames
from factcheck.accounts.context import Claims
from factcheck.accounts.continued import at_two_times, lasts
from factcheck.accounts.counted import MOST, PEOPLE, sort_of
from factcheck.accounts.kept_apart import may_differ
from factcheck.accounts.oppositions import Opposition
from factcheck.accounts.pointing import places_apart
from factcheck.accounts.questions import count_two_things, weight_of
from factcheck.accounts.sides import speakers_words
from factcheck.accounts.signs import signs_in
from factcheck.accounts.two_events import is_of_a_quarter
from factcheck.accounts.two_sides import bounds
from factcheck.claim import ARTICLE
from factcheck.finding import Dimension
from factcheck.lang.stems import words_of
from factcheck.text import fold

REACH = 2  # claims back that a claim meets, in its line or the one before
LINES = 1
SURE = 55  # at which some three of four such pairs differ in an article in which nothing else is found to
ENOUGH = 47  # the same in one of a dispute, in which other pairs are found
DISPUTE, MUCH = 4, 9  # pairs from which an article is of a dispute, and of little else; its own words count as one
BOTH = 2  # things that signs tell: that two claims differ, and that they are of one thing
WEIGHTS = {  # nought is what tells a difference, and adds nothing to what else is known
    "in one line": 24,
    "numbers of one question": 16,
    "one matter": 14,
    "no to its word": 12,
    "right behind": 10,
    "two sources in the line": 7,
    "one is flat": 6,
    "no more than": 7,
    "in dispute": 6,
    "ends its line": 4,
    "differ elsewhere": 5,
    "others differ": 4,
    "none and some": 0,
    "own words": 4,
    "one blames": 5,
    "opposite words": 4,
    "both dated": 3,
    "set against": 0,
    "first is flat": -8,
    "one judges": -9,
    "one counts": -10,
}
# what tells a difference: the rest tells only that two sources are heard on one thing, which they may agree on
DIFFERENCE = frozenset(
    ("no to its word", "one is flat", "none and some", "no more than", "numbers of one question", "one blames",
     "opposite words", "set against")
)  # fmt: skip
ONE_THING = frozenset(("one matter", "numbers of one question"))
_FLAT = frozenset(("flat", "absolute", "outright", "whole"))
_AT_MOST = ("at most", "alone")
_ANYTHING = frozenset(("",))  # of a claim that tells what it is still without
_OFTEN = ("time", fold("مرة"))
_AGAINST = ("contrast", "reply")
_SINCE = ("since ", fold("منذ "))
_TOLD = ("count", "attribution")
_WHETHER = _FLAT | {"still", "over", "prompt", "late"}  # signs of what tells whether a thing is so
_WHO = frozenset(("on cause", "bare cause", "it is", "whose"))  # signs of what tells who or what did it, or whose it is
_DISPUTE = ("differ", "of two minds", "differs back")


class _Exchanges:
    """The claims that sources make right behind each other, and what speaks for a difference of two of them.

    `pairs` is how many pairs the article is found to hold already, `in_dispute` whether its own words say so.
    """

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

    def best_before(self, second: int) -> tuple[int, int, int]:
        """The score of the claim before a claim that most speaks for, its place, and how much tells that the two differ
        on one thing: 2 where signs tell both, that they differ and that it is one thing, 1 where they tell either.
        """
        near = (first for first in range(max(0, second - REACH), second) if self._meet(first, second))
        known = [(first, self.signs(first, second)) for first in near]
        scored = [
            (sum(WEIGHTS[sign] for sign in signs), first, bool(signs & DIFFERENCE) + bool(signs & ONE_THING))
            for first, signs in known
        ]
        return max(scored, default=(0, 0, 0))

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
        counts = [_counts(claims, i) for i in (first, second)]
        none_and_some = no[0] != no[1] and counts[no.index(False)] and not counts[no.index(True)]
        goes_on = (
            "over" in claims.signs(first)
            and "still" in claims.signs(second)
            and lasts(claims, second, left & right or _ANYTHING)
        )
        holds = {
            "in one line": claims.line(first) == line,
            "right behind": second - first == 1,
            "ends its line": self._last[line] == second,
            "two sources in the line": self._sources[line] == 2,
            "others differ": self.pairs > 0,
            "in dispute": self.in_dispute,
            "differ elsewhere": frozenset((claims.voices[first], voice)) in self._voices,
            "one matter": _of_one_matter(claims, first, second, left & right - bounds(claims.lang)),
            "no to its word": not (claims.negated(second).isdisjoint(left) and claims.negated(first).isdisjoint(right)),
            "one is flat": flat[0] != flat[1] or (flat[0] and no[0] != no[1]),
            "first is flat": flat[0],
            "none and some": none_and_some,
            "no more than": not claims.signs(second).isdisjoint(_AT_MOST),
            "numbers of one question": self._numbers_meet(first, second),
            "one counts": counts[0] != counts[1] and not (none_and_some or goes_on),
            "both dated": all(one.dates or "time" in sort for one, sort in zip((a, b), sorts, strict=True)),
            "one judges": "opinion" in (a.kind, b.kind),
            "own words": b.mode == "direct_quote",
            "one blames": blames(claims, first) != blames(claims, second),
            "opposite words": goes_on or claims.opposite(first, second),
            "set against": not signs_in(f"{claims.since_last(second)} {b.cue or ''}", claims.lang).isdisjoint(_AGAINST),
        }
        return frozenset(sign for sign, there in holds.items() if there)

    def _numbers_meet(self, first: int, second: int) -> bool:
        """Whether two claims tell numbers, not the same, that may answer one question."""
        ours, theirs = self.of_claim.get(first, ()), self.of_claim.get(second, ())
        pairs = ((x, y) for x in ours for y in theirs if x.sort == y.sort and x.interval != y.interval)
        return any(_of_one_kind(x, y) and weight_of(x, y) is not None for x, y in pairs)


def _of_one_kind(a: Answer, b: Answer) -> bool:
    """Whether two numbers are of one thing and outcome as far as they tell: not 35 who were hurt and 60 doctors."""
    if b.elided or b.bare:
        return True
    left, right = a.measures - {PEOPLE}, b.measures - {PEOPLE}
    of_one_outcome = bool(left & right) or not (left or right)
    of_one_thing = a.noun is None or b.noun is None or a.noun == b.noun or bool(left & right)
    return of_one_outcome and of_one_thing and is_of_a_quarter(a) == is_of_a_quarter(b)


def _counts(claims: Claims, i: int) -> bool:
    """Whether a claim counts anything, by more than how often or how long it was; "not one" counts nothing."""
    no = "negation" in claims.signs(i)
    return any(
        sort_of(quantity)[0] != "time" and quantity.noun not in _OFTEN and not (no and quantity.high == 1)
        for quantity in claims.all[i].quantities[:MOST]
    )


def find_side_by_side(
    claims: Claims, answers: Sequence[Answer], differing: Mapping[int, Set[str]]
) -> Iterator[tuple[int, int, Dimension]]:
    """The pairs of claims, by place in text order, that enough speaks for, and on what they differ.

    `differing` tells from which voices a claim is already found to differ: that is not told again of another claim of
    that voice. Each claim meets the two before it. In an article of a dispute less is enough.
    """
    exchanges = _Exchanges(claims, answers, differing)
    best = [(second, *exchanges.best_before(second)) for second in range(1, len(claims.all))]
    disputes = (
        exchanges.pairs + exchanges.in_dispute + sum(score >= SURE and told == BOTH for _, score, _, told in best)
    )
    bar, least = (SURE, BOTH) if disputes < DISPUTE else (ENOUGH, 1) if disputes < MUCH else (ENOUGH, 0)
    for second, score, first, told in best:
        if score >= bar and told >= least:
            yield first, second, dimension_of(claims, first, second)


def _of_one_matter(claims: Claims, first: int, second: int, common: frozenset[str]) -> bool:
    """Whether two claims share a word that tells what they are of, or a matter of news."""
    known = common | dated_words(claims, first) | dated_words(claims, second)
    return bool(common or claims.matters(first, known) & claims.matters(second, known))


def told_words(claims: Claims, i: int) -> frozenset[str]:
    """The roots of what a claim is about, without its dates and units."""
    return claims.words[i] - claims.everywhere - claims.measuring(i) - dated_words(claims, i)


def dated_words(claims: Claims, i: int) -> frozenset[str]:
    """The roots of the words that date a claim."""
    return frozenset().union(*(words_of(mention.exact, claims.lang) for mention in claims.all[i].dates))


def told_on(claims: Claims, answers: Mapping[int, Sequence[Answer]], opposed: Iterable[Opposition]) -> list[Opposition]:
    """The oppositions; a reply or a "but" that tells how many, or who did it, beside another is on that, and not only
    on whether, and one that counts another thing is none. `answers` are the numbers of each claim by its place.
    """
    found = []
    for one in opposed:
        against = one.reason in _AGAINST and one.dimension == "polarity"
        told = dimension_of(claims, one.first, one.second) if against else one.dimension
        bounded = "alone" in claims.signs(one.second)  # "built 300 homes", "but only 90 flats are finished"
        if (
            against
            and not bounded
            and count_two_things(answers.get(one.first, ()), answers.get(one.second, ()))
            and told == "count"
        ):
            continue  # "12 homes were destroyed", "but it had lost 19 boats"
        found.append(replace(one, dimension=told) if told in _TOLD else one)
    return found


def dimension_of(claims: Claims, first: int, second: int) -> Dimension:
    """On what two sources differ that no one sign tells apart: how many, when, where, through whom, or whether."""
    a, b = claims.all[first], claims.all[second]
    ours, theirs = (frozenset(sort_of(quantity)[0] for quantity in one.quantities[:MOST]) for one in (a, b))
    signs = claims.signs(first) | claims.signs(second)
    said_no = "negation" in signs or "outright" in signs
    if ours & theirs:
        arrived = all("one thing: arrival" in claims.signs(i) for i in (first, second))
        return "time" if arrived and ours & theirs == {"time"} else "count"
    lasting = ((d, sorts) for one, sorts in ((a, theirs), (b, ours)) for d in one.dates)
    since = any("time" in sorts and fold(d.exact).startswith(_SINCE) for d, sorts in lasting)
    if not said_no and (since or at_two_times(claims, first, second) or "time" in ours & theirs):
        return "time"  # "out of service since June", "switched off for two days"
    common = claims.words[first] & claims.words[second]
    if all("where" in claims.signs(i) for i in (first, second)) or (common and places_apart(claims, first, second)):
        return "place"
    if not said_no and signs.isdisjoint(_WHETHER) and not claims.opposite(first, second):
        blamed = blames(claims, first) or blames(claims, second)
        if blamed or not signs.isdisjoint(_WHO):
            return "attribution"
    return "count" if ours and theirs else "polarity"
