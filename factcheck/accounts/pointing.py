"""Words by which a claim takes up another: "a single one", "nobody" beside "hundreds", one meeting elsewhere."""

from __future__ import annotations

from datetime import date

from factcheck.accounts.blame import is_named
from factcheck.accounts.context import Claims
from factcheck.accounts.counted import MOST
from factcheck.accounts.negations import set_aside
from factcheck.claim import Claim
from factcheck.lang.english import words

_PLAIN = 3  # words of "oil is dear"
_PRONOUN = 5  # letters of a word that ends in one: «ضربه» may be of the verb
_MEANT = ("it", "them", "that", "this")


def nobody_and_many(claims: Claims, first: int, second: int) -> bool:
    """Whether one of two claims says "nobody" and the other "hundreds" of one thing: who got in without a ticket."""
    left, right = claims.signs(first), claims.signs(second)
    return ("total" in left and "many" in right) or ("many" in left and "total" in right)


def none_in_time(claims: Claims, first: int, second: int) -> bool:
    """Whether one of two claims says that nothing of a kind was within a time, the other what was on a day of it: "no
    inspector has come this year", "its officers had visited on February 12".
    """
    left, right = bool(claims.negated(first)), bool(claims.negated(second))
    if left == right:
        return False
    none, told = (first, second) if left else (second, first)
    times = [(d.low, d.high or (date.max if "since" in d.exact.lower() else None)) for d in claims.all[none].dates]
    days = [(d.low, d.high) for d in claims.all[told].dates]
    return any(
        low <= day <= last <= high and (low, high) != (day, last)
        for low, high in times
        for day, last in days
        if low and high and day and last
    )


def takes_up(claims: Claims, i: int) -> bool:
    """Whether a denial says no more than a word for what was told before: "denied paying for a single one", "denied
    doing so", "denied using them", «نفت استخدامه».
    """
    words = [token.form for token in claims.tokens[i] if token.kind == "word"]
    if claims.lang == "ar":
        return len(words) == 1 and len(words[0]) > _PRONOUN and words[0].endswith(("ه", "ها", "هم"))
    return bool(words) and (words[-1] in ("one", "ones", "so") or (len(words) <= _PLAIN and words[-1] in _MEANT))


def is_rebutted(claims: Claims, first: int, second: int, common: int) -> bool:
    """Whether a claim behind "X disputed that" speaks of an earlier one: its words, what it misses, its speaker."""
    if claims.all[first].kind in ("prediction", "commitment") or not claims.neighbours(first, second):
        return False
    return common > 0 or bool(claims.negated(first)) or is_named(claims, first, second)


def places_apart(claims: Claims, first: int, second: int) -> bool:
    """Whether each of two claims names another place: "will meet in Vale", "the meeting is in the capital"."""
    left, right = (
        {place.exact for place in one.places if one.start <= place.start < one.end}
        for one in (claims.all[first], claims.all[second])
    )
    return bool(left and right) and left.isdisjoint(right)


def of_one_thing(claims: Claims, first: int, second: int) -> bool:
    """Whether two claims name one thing by words that news uses for it: "fired", "shot at"; «إطلاق النار», «رصاص»."""
    return any(sign.startswith("one thing: ") for sign in claims.signs(first) & claims.signs(second))


def of_two_subjects(claims: Claims, first: int, second: int) -> bool:
    """Whether each of two claims says no more than what one thing is like: "oil is dear", "gas is cheap"."""
    told = [[token.form for token in claims.tokens[i] if token.kind == "word"] for i in (first, second)]
    return all(len(forms) == _PLAIN and forms[1] in words("be") for forms in told)


def at_two_days(claims: Claims, first: int, second: int) -> bool:
    """Whether two claims tell of two times of day."""
    left, right = ({d.clock for d in claims.all[i].dates if d.clock} for i in (first, second))
    if left and right and left.isdisjoint(right):
        return True
    here, there = (_told_days(claims.all[i]) for i in (first, second))
    return bool(here and there) and max(here) < min(there) and not claims.negated(second)


def _told_days(claim: Claim) -> list[date]:
    """The days that a claim's own words date what it tells by."""
    own = [d for d in claim.dates if claim.start <= d.start < claim.end and d.low is not None and d.high is not None]
    return [day for d in own for day in (d.low, d.high) if day is not None]


def are_shares(a: Claim, b: Claim) -> bool:
    """Whether two claims count, each its own number: what opposes them parts one whole, "30 passed", "12 failed"."""
    ours, theirs = ({q.low for q in one.quantities[:MOST] if q.noun and not q.unit} for one in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def says_never(claims: Claims, first: int, second: int) -> bool:
    """Whether one of two claims says "never": "The council voted it down", "We have never voted on it"."""
    return any("never" in claims.signs(i) for i in (first, second))


def sets_aside(claims: Claims, first: int, second: int) -> bool:
    """Whether one of two claims says that it was not what the other names: "the main gate, not the fence"."""
    pairs = ((first, second), (second, first))
    return any(set_aside(claims.tokens[i], claims.lang) & claims.words[j] for i, j in pairs)
