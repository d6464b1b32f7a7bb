"""Claims that an article itself sets against each other: "accounts differ", "the union disagrees", «تضاربت»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from factcheck.accounts.announcing import Announcement, find_announcements
from factcheck.accounts.answers import Answer
from factcheck.accounts.blame import blames
from factcheck.accounts.context import Claims
from factcheck.accounts.continued import at_two_times
from factcheck.accounts.counted import MOST
from factcheck.accounts.oppositions import Opposition
from factcheck.accounts.questions import weight_of
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Dimension

NEAR = 5  # claims behind an announcement, or before it, among which the two accounts stand
LINES = 1
_SURE = 3.0  # weight of a pair the article itself announces
_JOINED = 1.0  # by how much two claims are told to be of one thing, for each sign of it
_NUMBERS = 2.0  # weight from which two numbers answer one question, where the article says that accounts differ
_NO_ACCOUNT = ("opinion", "prediction", "commitment")  # who differs in a judgement tells no other story


def find_announced(claims: Claims, answers: Mapping[int, Sequence[Answer]]) -> list[Opposition]:
    """The pairs of claims that a sentence of the article announces as different accounts, in text order.

    What each of the two voices tells is set beside what the other tells of the same thing: time beside time, number
    beside number, words in common; where nothing tells them apart, the two that are nearest.
    """
    starts = [claim.start for claim in claims.all]
    found: list[Opposition] = []
    for announcement in find_announcements(claims):
        ours, theirs = _accounts(claims, starts, announcement)
        pairs = list(_of_one_thing(claims, answers, ours, theirs, announcement)) if ours and theirs else []
        if not pairs and ours and theirs and _fits(claims, announcement, ours[0], theirs[0]):
            pairs = [(min(ours[0], theirs[0]), max(ours[0], theirs[0]))]
        for first, second in pairs:
            dimension = _dimension(claims, answers, (first, second), announcement.about)
            if dimension is not None:
                found.append(Opposition(first, second, _SURE, dimension, "announced"))
    return found


def _accounts(claims: Claims, starts: Sequence[int], said: Announcement) -> tuple[list[int], list[int]]:
    """What each of the two voices tells, the nearest first: the next two voices behind an announcement, or the last
    one before it and the next one behind.
    """
    at = bisect_left(starts, said.end)
    behind = _spoken(claims, range(at, min(at + NEAR, len(starts))))
    if not behind:
        return [], []
    voice = claims.voices[behind[0]]
    theirs = [i for i in behind if claims.voices[i] == voice]
    if said.accounts == "both":
        far = claims.text.count("\n\n", said.end, claims.all[behind[0]].start) > LINES
        lines = 0 if claims.text.count("\n", said.end, claims.all[behind[0]].start) == 0 else LINES
        other = next((claims.voices[i] for i in behind if claims.voices[i] != voice), None)
        ours = [i for i in behind if claims.voices[i] == other]
        return ([], []) if far else _near(claims, ours, theirs, lines)
    at = bisect_left(starts, said.start)
    before = _spoken(claims, range(at - 1, max(-1, at - 1 - NEAR), -1))
    ours, theirs = _near(claims, [i for i in before if claims.voices[i] != voice], theirs, LINES)
    judged = any(told and claims.all[told[0]].kind in _NO_ACCOUNT for told in (ours, theirs))
    return ([], []) if judged else (ours, theirs)


def _near(claims: Claims, ours: list[int], theirs: list[int], lines: int) -> tuple[list[int], list[int]]:
    """The claims of two accounts that stand no more than so many lines from the nearest of the other."""
    if not ours or not theirs:
        return [], []
    near = [i for i in ours if abs(claims.line(i) - claims.line(theirs[0])) <= lines]
    return near, [i for i in theirs if near and abs(claims.line(i) - claims.line(near[0])) <= lines]


def _spoken(claims: Claims, places: range) -> list[int]:
    """The claims at these places that a source makes, as the article tells them once."""
    told = (i for i in places if claims.voices[i] != ARTICLE and not claims.in_headline(i))
    return [i for i in told if claims.all[i].same_as is None]


def _fits(claims: Claims, said: Announcement, first: int, second: int) -> bool:
    """Whether the nearest two claims are the two accounts where no sign tells which are; a cause told a line off is
    another one only beside a claim that gives one.
    """
    if said.about == {"attribution"} and claims.line(first) != claims.line(second):
        return blames(claims, first) or blames(claims, second)
    return said.accounts == "back" or bool(said.about) or bool(claims.words[first] & claims.words[second])


def _of_one_thing(
    claims: Claims,
    answers: Mapping[int, Sequence[Answer]],
    ours: Sequence[int],
    theirs: Sequence[int],
    said: Announcement,
) -> Iterator[tuple[int, int]]:
    """The pairs of claims that answer one thing, each claim once, the best joined first."""
    back = said.accounts == "back"
    met = [(_alike(claims, answers, min(a, b), max(a, b), back), a, b) for a in ours for b in theirs]
    taken: set[int] = set()
    for weight, a, b in sorted(met, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]))):
        if weight >= _JOINED and taken.isdisjoint((a, b)):
            taken |= {a, b}
            yield min(a, b), max(a, b)


def _alike(claims: Claims, answers: Mapping[int, Sequence[Answer]], first: int, second: int, back: bool) -> float:
    """How many signs there are that two claims answer one thing differently; opposite words are one by themselves
    where one account is set against the other (`back`).
    """
    common = claims.words[first] & claims.words[second] - claims.everywhere
    weight = min(2, len(common - claims.measuring(first) - claims.measuring(second))) * _JOINED
    weight += _JOINED * at_two_times(claims, first, second)
    weight += _JOINED * ((back or bool(common)) and claims.opposite(first, second))
    weight += _JOINED * (blames(claims, first) and blames(claims, second))
    return weight + 2 * _JOINED * _differ_in_number(answers, first, second)


def _differ_in_number(answers: Mapping[int, Sequence[Answer]], first: int, second: int) -> bool:
    """Whether two claims hold numbers that can answer one question, and are not one number."""
    both = [(a, b) for a in answers.get(first, ()) for b in answers.get(second, ()) if a.sort == b.sort]
    weights = [weight_of(a, b) for a, b in both if a.interval != b.interval]
    return max((weight for weight in weights if weight is not None), default=0.0) >= _NUMBERS


def _dimension(
    claims: Claims, answers: Mapping[int, Sequence[Answer]], pair: tuple[int, int], about: frozenset[Dimension]
) -> Dimension | None:
    """On what the two accounts differ; `None` where two numbers do that answer nothing alike."""
    first, second = (claims.all[i] for i in pair)
    timed = _is_timed(first) and _is_timed(second)
    counted = bool(first.quantities and second.quantities)
    if first.denied or second.denied:
        return "polarity"
    if timed and ("time" in about or at_two_times(claims, *pair)):
        return "time"
    if about == {"time"}:
        return None
    if "count" in about or (not about and counted):
        return "count" if _differ_in_number(answers, *pair) else None
    return next(iter(sorted(about - {"time", "count"})), None) or ("time" if timed and not about else "polarity")


def _is_timed(claim: Claim) -> bool:
    """Whether a claim itself gives a date or a length of time."""
    dated = any(claim.start <= d.start < claim.end for d in claim.dates)
    return dated or any(q.kind == "duration" for q in claim.quantities[:MOST])
