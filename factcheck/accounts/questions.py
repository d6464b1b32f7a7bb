"""Which answers meet the same question: the same sort of thing, outcome, event and time, asked of different voices.

Candidates meet only inside a sort, among the last `WINDOW` answers, so the work is linear in the number of claims.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.accounts.answers import PEOPLE, Answer, Claims
from factcheck.accounts.signs import signs_in
from factcheck.claim import ARTICLE

WINDOW = 24
SAME_QUESTION = 5.0  # weight of evidence from which two answers meet one question; set on articles, not on a theory


@dataclass(frozen=True, slots=True)
class Link:
    """Two answers that meet one question, the first in text order first, and how much speaks for it."""

    first: Answer
    second: Answer
    weight: float
    scope: bool  # the two bound different things: a part and a whole, two spans of time, two measures


def find_links(claims: Claims, answers: Sequence[Answer]) -> list[Link]:
    """The pairs of answers by different voices that meet the same question, in text order."""
    recent: dict[str, deque[Answer]] = defaultdict(lambda: deque(maxlen=WINDOW))
    signs = [
        signs_in(claims.before(i) + " " + claim.exact + claims.after(i), claims.lang)
        for i, claim in enumerate(claims.all)
    ]
    links: list[Link] = []
    for answer in answers:
        sorts = ("things", "money") if answer.elided else (answer.sort, "elided")
        for sort in sorts:
            for earlier in recent[sort]:
                link = _link(earlier, answer, signs)
                if link is not None:
                    links.append(link)
        recent["elided" if answer.elided else answer.sort].append(answer)
    return sorted(links, key=lambda link: (link.first.order, link.second.order, -link.weight))


def _link(a: Answer, b: Answer, signs: Sequence[frozenset[str]]) -> Link | None:
    if a.voice == b.voice or a.claim.id == b.claim.id or _apart(a, b):
        return None
    outcome = _outcome(a, b)
    if outcome is None:
        return None
    weight = outcome + _nearness(a, b) + _size(a, b) + min(2.0, len(_common(a, b)) * 0.75)
    here = signs[b.order]
    if b.line == a.line or b.line == a.line + 1:
        weight += 1.0 * ("contrast" in here) + 1.5 * ("estimate" in here)
    weight -= 2.0 * (("rate" in here) != ("rate" in signs[a.order]))
    part = ("part" in here) != ("part" in signs[a.order])
    weight -= 2.0 * part + 1.0 * (ARTICLE in (a.voice, b.voice))
    return Link(a, b, weight, part) if weight >= SAME_QUESTION else None


def _apart(a: Answer, b: Answer) -> bool:
    """Whether the times two claims name exclude each other: then they speak of two events."""
    if a.days is None or b.days is None:
        return False
    return a.days[1] < b.days[0] or b.days[1] < a.days[0]


def _outcome(a: Answer, b: Answer) -> float | None:
    """How far the counted things agree; `None` where they exclude each other."""
    left, right = a.measures - {PEOPLE}, b.measures - {PEOPLE}
    if left and right:
        return 3.0 if left & right else None
    if a.elided or b.elided:
        return 1.5
    if a.sort != "things":
        return 1.0
    if a.noun is not None and a.noun == b.noun:
        return 2.0
    if PEOPLE in a.measures and PEOPLE in b.measures:
        return 1.0
    return 0.0


def _nearness(a: Answer, b: Answer) -> float:
    gap = b.claim.start - a.claim.end
    if a.line == b.line:
        return 2.0 if gap < 160 else 1.5
    return 1.0 if b.line - a.line == 1 else 0.5 if b.line - a.line <= 3 else 0.0


def _size(a: Answer, b: Answer) -> float:
    """Answers to one question are seldom of different orders of magnitude."""
    left = a.interval.high if a.interval.low is None else a.interval.low
    right = b.interval.high if b.interval.low is None else b.interval.low
    if not left or not right or left < 0 or right < 0:
        return -0.5
    ratio = max(left, right) / min(left, right)
    return 1.0 if ratio <= 3 else 0.5 if ratio <= 6 else -0.5 if ratio <= 20 else -2.5


def _common(a: Answer, b: Answer) -> frozenset[str]:
    return a.words & b.words
