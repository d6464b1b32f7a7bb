"""Two sources heard right after each other on one matter, and told apart by no one sign: many small ones add up.

The weights were found by logistic regression on articles read and marked by hand, with pairs that must not be found
beside them, and rounded. A score is kept sign by sign, so that a reader of the code can ask for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from factcheck.accounts.answers import Answer
from factcheck.accounts.blame import blames
from factcheck.accounts.context import Claims
from factcheck.accounts.counted import MOST, sort_of
from factcheck.accounts.pointing import places_apart
from factcheck.accounts.questions import weight_of
from factcheck.accounts.signs import signs_in
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Dimension
from factcheck.lang.english import words
from factcheck.text import tokenise

ENOUGH = 1.7  # at which more than four of five such pairs differ
REACH = 2  # claims back that a claim meets
WEIGHTS = {
    "set against, right behind": 1.5,
    "speaks of it": 1.0,
    "first of its sentence": 0.7,
    "a word in common": 0.5,
    "one question": 0.6,
    "in one sentence": 0.4,
    "opposite words": 0.2,
    "second is an opinion": -0.25,
    "of two countries": -0.4,
    "second is hedged": -0.55,
    "first is an opinion": -0.6,
    "second differs already": -0.7,
    "first differs already": -0.8,
    "both look ahead": -0.8,
    "one looks ahead": -1.5,
}
_ONE_QUESTION = 2.0  # weight at which two numbers seem to answer one question, though not enough by itself
_YEAR = 300  # days of a time that only tells of years
_ONLY_POINTS = 3  # words of a claim that names no more than "the official account"


def find_side_by_side(
    claims: Claims, answers: Sequence[Answer], differing: Set[int]
) -> Iterator[tuple[int, int, Dimension]]:
    """The pairs of claims, by place in text order, that enough speaks for, and on what they differ.

    `differing` are the claims already found to differ from another. Each claim meets the two before it at most.
    """
    of_claim: dict[int, list[Answer]] = {}
    for answer in answers:
        of_claim.setdefault(answer.order, []).append(answer)
    for second in range(1, len(claims.all)):
        met = [(_score(claims, first, second, of_claim, differing), first) for first in _before(second)]
        known = [(sum(signs.values()), first) for signs, first in met if signs is not None]
        most, first = max(known, default=(0.0, 0))
        if most >= ENOUGH:
            yield first, second, _dimension(claims, first, second)


def _before(second: int) -> range:
    return range(max(0, second - REACH), second)


def _score(
    claims: Claims, first: int, second: int, of_claim: dict[int, list[Answer]], differing: Set[int]
) -> dict[str, float] | None:
    """What speaks for and against a difference of two claims, sign by sign; `None` for two that cannot differ so."""
    a, b = claims.all[first], claims.all[second]
    voices = (claims.voices[first], claims.voices[second])
    if ARTICLE in voices or voices[0] == voices[1] or claims.line(first) != claims.line(second):
        return None
    if a.same_as or b.same_as or claims.in_headline(first) or claims.in_headline(second):
        return None
    if any("wished" in claims.signs(i) and not claims.all[i].quantities for i in (first, second)):
        return None  # what should be differs from nothing that is
    asked = _asked(of_claim.get(first, ()), of_claim.get(second, ()))
    if (
        asked is None
        or _are_of_one_house(claims, first, second)
        or _told_by_years(a, b)
        or _only_points(claims, second)
    ):
        return None
    ahead = (claims.is_future(first), claims.is_future(second))
    near = second - first == 1
    common = (claims.words[first] & claims.words[second]) - claims.measuring(first) - claims.measuring(second)
    holds = {
        "set against, right behind": near
        and "contrast" in signs_in(f"{claims.since_last(second)} {b.cue or ''}", claims.lang),
        "speaks of it": "it" in claims.signs(second) and not _opens_with_it(claims, second),
        "first of its sentence": claims.leads(first),
        "a word in common": bool(common) and not near,
        "one question": asked >= _ONE_QUESTION,
        "in one sentence": not claims.leads(second),
        "opposite words": claims.opposite(first, second),
        "second is an opinion": b.kind == "opinion",
        "of two countries": len({a.claimant_country, b.claimant_country} - {None}) == 2,
        "second is hedged": b.certainty != "asserted",
        "first is an opinion": a.kind == "opinion",
        "second differs already": second in differing,
        "first differs already": first in differing,
        "both look ahead": all(ahead),
        "one looks ahead": ahead[0] != ahead[1],
    }
    return {sign: WEIGHTS[sign] for sign, there in holds.items() if there}


def _asked(ours: Sequence[Answer], theirs: Sequence[Answer]) -> float | None:
    """How much speaks for two numbers that answer one question, 0 where two claims count nothing alike; `None` where
    what both count rules it out: those killed are no answer to how many were hurt.
    """
    alike = [weight_of(a, b) for a in ours for b in theirs if a.sort == b.sort]
    known = [weight for weight in alike if weight is not None]
    return max(known, default=None) if alike else 0.0


def _opens_with_it(claims: Claims, i: int) -> bool:
    """Whether a claim's first word is "it", which may mean whoever speaks: "it planned to close two branches"."""
    opening = claims.tokens[i][0].form if claims.tokens[i] else ""
    return "it" in signs_in(opening, claims.lang)


def _are_of_one_house(claims: Claims, first: int, second: int) -> bool:
    """Whether two speakers are told by one word besides what they are: the teachers' union, the teachers' leader."""
    named = (claims.all[i].speaker or claims.all[i].claimant for i in (first, second))
    ours, theirs = ([token.form for token in tokenise(name) if token.kind == "word"] for name in named)
    whole = set(ours) <= set(theirs) or set(theirs) <= set(ours)  # "the force", "a force spokeswoman"
    if whole and ours and theirs:
        return True
    if claims.lang == "ar":
        return bool(set(ours[1:]) & set(theirs[1:]))
    return bool(set(ours) & set(theirs) - words("group") - words("title") - words("determiner") - words("preposition"))


def _told_by_years(a: Claim, b: Claim) -> bool:
    """Whether both claims are dated by years alone: "since 2022" and "a decade ago" measure from two times."""
    return bool(a.dates and b.dates) and all(
        mention.low is None or mention.high is None or (mention.high - mention.low).days >= _YEAR
        for mention in (*a.dates, *b.dates)
    )


def _only_points(claims: Claims, i: int) -> bool:
    """Whether a claim is no more than a pointer: "disputed the official account"."""
    said = {token.form for token in claims.tokens[i] if token.kind == "word"}
    told = words("account") | words("allegation") if claims.lang == "en" else frozenset[str]()
    return len(said) <= _ONLY_POINTS and bool(said & told or {"retold", "account"} & claims.signs(i))


def _dimension(claims: Claims, first: int, second: int) -> Dimension:
    """On what two sources differ that no one sign tells apart: how many, when, where, through whom, or whether."""
    a, b = claims.all[first], claims.all[second]
    ours, theirs = (frozenset(sort_of(quantity)[0] for quantity in one.quantities[:MOST]) for one in (a, b))
    if ours & theirs:
        return "count"
    if (a.dates or "time" in ours) and (b.dates or "time" in theirs):
        return "time"
    common = claims.words[first] & claims.words[second]
    if all("where" in claims.signs(i) for i in (first, second)) or (common and places_apart(claims, first, second)):
        return "place"
    if blames(claims, first) and blames(claims, second):
        return "attribution"
    return "count" if ours and theirs else "polarity"
