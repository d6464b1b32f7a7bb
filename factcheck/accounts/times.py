"""Claims that date one thing differently: a deadline beside a longer time, a day beside another day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from factcheck.accounts.context import Claims
from factcheck.accounts.counted import sort_of
from factcheck.accounts.signs import phrases_in, signs_in, signs_of, word_forms
from factcheck.accounts.timing import Timing
from factcheck.claim import ARTICLE, Claim
from factcheck.dates import DateMention
from factcheck.finding import Relation
from factcheck.lang import rows
from factcheck.lang.stems import words_of
from factcheck.quantity import Quantity

_ON_CONDITION = re.compile(r"\b(?:if|unless)\b[^,]*$|(?:^|\s)(?:إذا|ما لم)\s[^،]*$")  # a condition ends the claim
WINDOW = 4
AROUND = 40  # claims either side among which an exact time for a "recently" is looked for
ONE_EVENT = 4  # words in common by which two claims tell of one event however far apart
_AT_LEAST = 14  # characters before a day in which "as early as" belongs to it
LINES = 2  # lines over which two forecasts of one thing still meet

_Days = tuple[date | None, date | None]


def find_timings(claims: Claims) -> list[Timing]:
    """The pairs in which two sources date one thing differently. Each claim meets the last `WINDOW` before it."""
    told = [_when(claim) for claim in claims.all]
    loose = [timing for i in range(len(claims.all)) if (timing := _made_exact(claims, told, i)) is not None]
    return loose + [
        timing
        for second in range(len(claims.all))
        if told[second] is not None
        for timing in _before(claims, told, second)
    ]


def _before(claims: Claims, told: list[DateMention | Quantity | None], second: int) -> Iterator[Timing]:
    b, when = claims.all[second], told[second]
    for first in range(second - 1, max(-1, second - 1 - WINDOW), -1):
        a, earlier = claims.all[first], told[first]
        voices = (claims.voices[first], claims.voices[second])
        if when is None or earlier is None or voices[0] == voices[1] or ARTICLE in voices:
            continue
        lines = claims.line(second) - claims.line(first)
        if lines > LINES or a.same_as or b.same_as or not (_is_own(a, earlier) and _is_own(b, when)):
            continue
        if (
            claims.is_future(first)
            and claims.is_future(second)
            and second - first <= 2
            and _of_one_thing(claims, first, second, lines)
        ):
            relation = _relation(_bounds(claims, first, earlier), _bounds(claims, second, when))
        elif _tells_only_when(claims, first, second):
            relation = _relation(_bounds(claims, first, earlier), _bounds(claims, second, when))
            length = isinstance(earlier, Quantity) or isinstance(when, Quantity)
            relation = relation if relation == "contradicts" and (not length or claims.is_future(first)) else None
        elif _days_apart(earlier, when) and (
            (second - first == 1 and not lines and _contrast(claims, first, second))
            or (not lines and _is_insisted_on(claims, first, second, when))
            or (not lines and _was_told_of_it(claims, first, second))
            or _of_its_kind(claims, first, second, lines)
            or _of_one_past(claims, first, second)
        ):
            relation = "contradicts"
        else:
            continue
        if relation is not None:
            yield Timing(first, second, (earlier.exact, when.exact), relation)
            return


def _tells_only_when(claims: Claims, first: int, second: int) -> bool:
    """Whether a source heard right behind another says no more than when: "it at 19 August", "Sunday more likely", "she
    heard of it only on 9 September".
    """
    lines = claims.line(second) - claims.line(first)
    if lines or any(voice != ARTICLE for voice in claims.voices[first + 1 : second]) or claims.all[first].denied:
        return False  # between them at most an aside of the article: "Ruiz, who chairs the club, …"
    claim, lang = claims.all[second], claims.lang
    lengths = [quantity for quantity in claim.quantities if sort_of(quantity)[0] == "time"]
    if any(all(not day.start <= length.start < day.end for day in claim.dates) for length in lengths if claim.dates):
        return False  # "it had taken eight months in 2021" tells how long
    names = words_of(claim.speaker or claim.claimant, lang) | words_of(claim.claimant, lang)
    rest = _told_beside_time(claims, second) - names - _judging(lang)
    pointed = bool({"it", "they"} & signs_of(word_forms(claims.tokens[second])[:1], lang))
    return not rest or (pointed and len(rest) == 1 and rest <= _learning(lang) | claims.words[first])


@cache
def _learning(lang: str) -> frozenset[str]:
    """The roots of the words by which one thing came about or was learnt of: "it happened", "she heard of it"."""
    return frozenset().union(*(words_of(row[1], lang) for row in rows(lang, "contrast") if row[0] == "learnt"))


@cache
def _judging(lang: str) -> frozenset[str]:
    """The roots of the words that only judge a time, or say that it is awaited: "more realistic", "a wait of"."""
    return frozenset().union(*(words_of(row[1], lang) for row in rows(lang, "contrast") if row[0] == "judged when"))


def _of_its_kind(claims: Claims, first: int, second: int, lines: int) -> bool:
    """Whether a claim dates one of what was just dated: "Letters went out on 2 May", "hers came on 30 May"."""
    close = not lines and second - first <= 2 and claims.neighbours(first, second)
    return close and "one of those" in claims.signs(second)


def _of_one_past(claims: Claims, first: int, second: int) -> bool:
    """Whether two sources, with no third between them, tell of one thing that was: nearly every word of the shorter."""
    if claims.is_future(first) or claims.is_future(second) or not claims.neighbours(first, second):
        return False
    left, right = (_told_beside_time(claims, i) for i in (first, second))
    common = left & right
    firsts = all("first" in claims.signs(i) for i in (first, second))  # «أول إصابة ظهرت», «أول إصابة سجلت»
    return len(common) > (0 if firsts else 1) and (firsts or 2 * len(common) > min(len(left), len(right)))


def _told_beside_time(claims: Claims, i: int) -> frozenset[str]:
    """The roots of what a claim says besides when it was."""
    dated = frozenset().union(*(words_of(mention.exact, claims.lang) for mention in claims.all[i].dates))
    return claims.words[i] - dated - claims.measuring(i)


def _made_exact(claims: Claims, told: list[DateMention | Quantity | None], i: int) -> Timing | None:
    """The claim near claim `i` in which another voice says exactly when what `i` calls recent was."""
    recently = phrases_in(claims.tokens[i], claims.lang, "recently")
    claim = claims.all[i]
    if not recently or told[i] is not None or claim.same_as is not None or claims.in_headline(i):
        return None
    for k in sorted(range(max(0, i - AROUND), min(len(claims.all), i + AROUND + 1)), key=lambda k: abs(k - i)):
        when, other = told[k], claims.all[k]
        if when is None or claims.voices[k] == claims.voices[i] or other.same_as is not None or claims.in_headline(k):
            continue
        common = claims.words[i] & claims.words[k] - claims.measuring(i) - claims.measuring(k)
        if len(common) >= ONE_EVENT and 2 * len(common) >= min(len(claims.words[i]), len(claims.words[k])):
            words = claim.exact[recently[0].start : recently[0].end]
            (first, one), (second, two) = sorted([(i, words), (k, when.exact)])
            return Timing(first, second, (one, two), "refines")
    return None


def _of_one_thing(claims: Claims, first: int, second: int, lines: int) -> bool:
    """Whether two forecasts are about one thing: words in common; in one line also a contrast, or "it would take"."""
    dated = frozenset().union(*(words_of(d.exact, claims.lang) for i in (first, second) for d in claims.all[i].dates))
    common = claims.words[first] & claims.words[second] - dated
    if lines:
        return bool(common) and claims.neighbours(first, second)
    of_it = second - first == 1 and "it" in claims.signs(second)
    return (
        bool(common)
        or of_it
        or _is_put_off(claims, second)
        or bool({"contrast", "takes"} & claims.signs_from_before(second))
    )


def _bounds(claims: Claims, i: int, when: DateMention | Quantity) -> Quantity | _Days:
    """The days a time can be; "not before" one is any day after it."""
    if isinstance(when, Quantity):
        return when
    late = claims.negated(i) or "doubtful" in claims.signs(i)
    if late and "before" in signs_in(when.exact, claims.lang):
        return (when.high or when.low, None)
    return (when.low, when.high)


def _when(claim: Claim) -> DateMention | Quantity | None:
    """The words of a claim that say when: its last date, else how long it takes; none of a condition's own time."""
    condition = _ON_CONDITION.search(claim.exact)
    end = claim.end if condition is None else claim.start + condition.start()
    if claim.denied:
        return None
    dates = [d for d in claim.dates if d.start < end]
    if dates:
        return dates[-1]
    return next((q for q in claim.quantities if sort_of(q)[0] == "time" and q.start < end), None)


def _is_own(claim: Claim, when: DateMention | Quantity) -> bool:
    """Whether a time stands in the claim itself, and is not the day it was said."""
    return claim.start <= when.start < claim.end


def _relation(a: Quantity | _Days, b: Quantity | _Days) -> Relation | None:
    """How two deadlines stand; two lengths of time are counted elsewhere, a day and a length are set side by side."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return None
    if isinstance(a, Quantity) or isinstance(b, Quantity):
        return "contradicts"
    if a == b or a == (None, None) or b == (None, None):
        return None
    apart = any(high is not None and low is not None and high <= low for high, low in ((a[1], b[0]), (b[1], a[0])))
    return "contradicts" if apart else "compatible"


def _is_put_off(claims: Claims, i: int) -> bool:
    """Whether a claim that names no subject of its own puts a thing off: "would not start before 23 February"."""
    before = any("before" in signs_in(d.exact, claims.lang) for d in claims.all[i].dates)
    opens = claims.tokens[i][:1] if before and claims.negated(i) else []
    return bool(phrases_in(opens, claims.lang, "no subject"))


def _was_told_of_it(claims: Claims, first: int, second: int) -> bool:
    """Whether two sources next to each other tell when somebody heard of one thing, which both name."""
    if second - first > 2 or not claims.neighbours(first, second):
        return False
    told = all("was told" in claims.signs(i) for i in (first, second))
    shared = _told_beside_time(claims, first) & _told_beside_time(claims, second) - _learning(claims.lang)
    return told and bool(shared - _tellings(claims.lang))


@cache
def _tellings(lang: str) -> frozenset[str]:
    return frozenset().union(*(words_of(row[1], lang) for row in rows(lang, "contrast") if row[0] == "was told"))


def _is_insisted_on(claims: Claims, first: int, second: int, when: DateMention | Quantity) -> bool:
    """Whether a claim right behind another tells a day of the same thing as sooner or later than said: "as early as 12
    May", "only on 3 June".
    """
    if claims.is_future(second) or second - first > 2 or not claims.neighbours(first, second):
        return False
    at = when.start - claims.all[second].start
    if "sooner or later" not in claims.signs_near(second, at - _AT_LEAST, at):
        return False
    pronoun = phrases_in(claims.tokens[second][:1], claims.lang, "somebody")
    return bool(pronoun or _told_beside_time(claims, first) & _told_beside_time(claims, second))


def _days_apart(a: DateMention | Quantity, b: DateMention | Quantity) -> bool:
    if isinstance(a, Quantity) or isinstance(b, Quantity):
        return False
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return False
    return a.high < b.low or b.high < a.low


def _contrast(claims: Claims, first: int, second: int) -> bool:
    """Whether a claim behind "but" speaks of what the one before it speaks of."""
    return "contrast" in claims.signs_from_before(second) and bool(claims.words[first] & claims.words[second])
