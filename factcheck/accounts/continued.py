"""A source heard right behind another that goes on about the same thing and answers otherwise: "it crashed in Vale"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from factcheck.accounts.blame import blame_for_one_thing, blamed_on_another
from factcheck.accounts.clocks import of_two_stages, own_days
from factcheck.accounts.context import Claims
from factcheck.accounts.counted import MOST
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Dimension
from factcheck.lang import rows
from factcheck.lang.english import words
from factcheck.lang.stems import words_of
from factcheck.text import fold

CLOSE = 2  # claims over which a source goes on about what another told
LINES = 2
_PEOPLE = frozenset({"he", "she"})
_NEAR = 3  # words behind "in" or "at" that name a place
_NAME = 5  # words of a name with its titles
_DAY = 24 * 60
_APART = 20  # minutes by which two times of day differ
_RATES = frozenset({"%", "pp", "bp"})  # units of what is told of periods
_SELDOM = ("opinion", "commitment")  # kinds that tell no other story


def find_continued(claims: Claims) -> Iterator[tuple[int, int, Dimension]]:
    """The pairs of claims, by place in text order, in which a source goes on about what another has just told, by a
    pronoun that cannot mean who speaks or by words of it, and tells another time, place or cause, or that it is not so.
    """
    for second in range(1, len(claims.all)):
        near = range(second - 1, max(-1, second - 1 - CLOSE), -1)
        first = next((i for i in near if _may_meet(claims, i, second)), None)
        told = None if first is None else _differs(claims, first, second)
        if first is not None and told is not None:
            yield first, second, told


def _may_meet(claims: Claims, first: int, second: int) -> bool:
    """Whether a source is heard right behind another, of one time to come or none, and neither judges or promises."""
    a, b = claims.all[first], claims.all[second]
    voices = (claims.voices[first], claims.voices[second])
    if voices[0] == voices[1] or ARTICLE in voices or not claims.neighbours(first, second):
        return False
    if a.same_as or b.same_as or a.denied or b.denied or claims.in_headline(first):
        return False
    if a.kind in _SELDOM or b.kind in _SELDOM or claims.is_future(first) != claims.is_future(second):
        return False
    return claims.line(second) - claims.line(first) <= LINES


def _differs(claims: Claims, first: int, second: int) -> Dimension | None:
    """On what two claims differ; `None` where they answer nothing alike or too little joins them."""
    if "multiple" in claims.signs(second) and claims.all[first].quantities:
        return "count"  # "Union leaders said it was three times that"
    if _denies_outright(claims, first, second) or _goes_on(claims, first, second):
        return "polarity"
    if blamed_on_another(claims, first, second):
        return "attribution"
    timed = at_two_times(claims, first, second)
    if not (_takes_up(claims, second) or _speaks_of_it(claims, first, second)):
        return None
    if timed:
        return None if _of_two_things(claims, first, second) else "time"
    common = claims.words[first] & claims.words[second] - claims.everywhere
    if (common and bool(claims.negated(first)) != bool(claims.negated(second))) or claims.opposite(first, second):
        return "polarity"
    if blame_for_one_thing(claims, first, second):
        return "attribution"
    here, there = _where(claims, first), _where(claims, second)
    counted = claims.all[first].quantities or claims.all[second].quantities or claims.negated(second)
    return "place" if here and there and not here & there and not counted else None


def _denies_outright(claims: Claims, first: int, second: int) -> bool:
    """Whether a source says right behind another, which asserts something, that nothing of the kind was."""
    signs = claims.signs(second)
    said = "outright" in signs and "negation" in signs | claims.signs_from_before(second)
    common = claims.words[first] & claims.words[second] - claims.everywhere
    near = claims.line(second) - claims.line(first) <= 1 and not claims.negated(first)
    return said and near and bool(common)


_STILL = {
    "en": ("still",),
    "ar": ("زالت", "زال", "تزال", "يزال", "زالوا", "يزالون", "ظل", "ظلت", "ظلوا", "وظل", "وظلت", "وظلوا"),
}
_LACKING = ("without", "no", "lacking", fold("بلا"), fold("دون"), fold("بدون"), fold("من"))


def _goes_on(claims: Claims, first: int, second: int) -> bool:
    """Whether what one source says is over still goes on for the next: "put out the fire", "flames still rise", "three
    streets are still without power"; not "they still remember the fire".
    """
    if "over" not in claims.signs(first) or "still" not in claims.signs(second) or claims.negated(first):
        return False
    return lasts(claims, second, claims.words[first] & claims.words[second] - claims.everywhere)


def lasts(claims: Claims, i: int, of: frozenset[str]) -> bool:
    """Whether a claim says that something of these roots is still so, and not only speaks of it: "flames still rise",
    «وظلت ألسنة اللهب ترتفع».
    """
    forms = [token.form for token in claims.tokens[i] if token.kind == "word"]
    at = next((k for k, form in enumerate(forms) if form in _STILL[claims.lang]), 0)
    lacks = forms[at + 1 : at + 2] and forms[at + 1] in _LACKING
    behind = forms[at + 1 : at + 3] if claims.lang == "ar" and at <= 1 else []
    return bool(of) and bool(lacks or of & words_of(" ".join([*forms[:at], *behind]), claims.lang))


def _of_two_things(claims: Claims, first: int, second: int) -> bool:
    """Whether two times belong to two things: the start and the end of one, two days, two counts, the first and the
    second, doors that open and that shut.
    """
    if of_two_stages(claims, first, second):
        return True
    ends = "over" in claims.signs(first) or "over" in claims.signs(second)
    ordered = bool({"first", "another event", "one of those"} & (claims.signs(first) ^ claims.signs(second)))
    counted = all(claims.all[i].quantities for i in (first, second))
    left, right = (own_days(claims.all[i], claims.lang) for i in (first, second))
    two_days = bool(left and right) and left.isdisjoint(right) and bool(_clocks(claims, first))
    return ends or ordered or counted or two_days or claims.opposite(first, second)


def _takes_up(claims: Claims, i: int) -> bool:
    """Whether an English claim opens with a pronoun that cannot mean its speaker: "Her husband said she was …"."""
    claim, tokens = claims.all[i], claims.tokens[i]
    form = tokens[0].form if tokens and claims.lang == "en" else ""
    who = _kind_of(claim) if form in ("he", "she", "it", "they") else ""
    if form in _PEOPLE:
        owner = {"she": "her ", "he": "his "}[form]
        return who in ("body", "many") or (claim.speaker or "").lower().startswith((owner, "their "))
    return (form == "it" and who in ("person", "many")) or (form == "they" and who == "person")


def _kind_of(claim: Claim) -> str:
    """Whether a speaker is a body, many or one person, by its own words; empty where they do not tell."""
    told = (claim.speaker or claim.claimant).replace("’", "'").split()
    small = [word.lower() for word in told]
    if ": " in claim.claimant or not words("group").isdisjoint(small):
        return "body"
    head = next((word for word in told[::-1] if word[:1].islower()), "")
    if told[-1][:1].islower() and head.endswith("s") and not head.endswith(("ss", "us", "is")):
        return "many"
    named = 2 <= len(told) <= _NAME and all(word[:1].isupper() for word in told)
    return "person" if named or not words("title").isdisjoint(small) else ""


def _speaks_of_it(claims: Claims, first: int, second: int) -> bool:
    """Whether two claims share two words that tell what they are of."""
    common = claims.words[first] & claims.words[second] - claims.everywhere
    return len(common - claims.measuring(first) - claims.measuring(second)) > 1


def at_two_times(claims: Claims, first: int, second: int) -> bool:
    """Whether each of two claims tells a time of day, or a day, and they are not the same; shares are of periods."""
    a, b = claims.all[first], claims.all[second]
    left, right = _clocks(claims, first), _clocks(claims, second)
    if left and right:
        return min(min(abs(x - y), _DAY - abs(x - y)) for x in left for y in right) >= _APART
    if any(quantity.unit in _RATES for one in (a, b) for quantity in one.quantities[:MOST]):
        return False
    ours, theirs = ([(d.low, d.high) for d in one.dates if one.start <= d.start < one.end] for one in (a, b))
    apart = [_are_apart(x, y) for x in ours for y in theirs]
    return bool(apart) and all(apart)


def _are_apart(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    return bool(a[1] and b[0] and a[1] < b[0]) or bool(b[1] and a[0] and b[1] < a[0])


def _clocks(claims: Claims, i: int) -> list[int]:
    """The minutes of the day that a claim's own times of day can be."""
    claim = claims.all[i]
    told = [d.clock for d in claim.dates if d.clock and claim.start <= d.start < claim.end]
    return [int(t.split(":")[0]) * 60 + int(t.split(":")[1]) for clock in told for t in clock.split("/")]


def _where(claims: Claims, i: int) -> frozenset[str]:
    """The roots of the words behind "in", "at", "near" in a claim, times left out."""
    claim, lang = claims.all[i], claims.lang
    dated = frozenset().union(*(words_of(d.exact, lang) for d in claim.dates))
    forms = [token.form for token in claims.tokens[i] if token.kind == "word"]
    found: set[str] = set()
    for k, form in enumerate(forms):
        if form in _placing(lang):
            found |= words_of(" ".join(forms[k + 1 : k + 1 + _NEAR]), lang)
    return frozenset(found) - dated


@cache
def _placing(lang: str) -> frozenset[str]:
    return frozenset(fold(row[1]) for row in rows(lang, "contrast") if row[0] == "placing")
