"""Which answers meet the same question: the same sort of thing, outcome, event and time, asked of different voices.

Candidates meet only inside a sort, among the last `WINDOW` answers, so the work is linear in the number of claims.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from factcheck.accounts.answers import Answer
from factcheck.accounts.bare import answers_back, filled
from factcheck.accounts.outcomes import (
    AFFECTED,
    FAMILIES,
    FLED,
    GONE,
    IN_CARE,
    IN_THERE,
    JOINED,
    VAGUE,
    is_particular,
    outcome_of,
    tells_its_measure,
)
from factcheck.accounts.sizes import size_weight
from factcheck.accounts.two_events import (
    are_of_two_events,
    is_of_a_quarter,
    is_some_of,
    of_two_employers,
    of_two_subjects,
)
from factcheck.claim import ARTICLE

WINDOW = 24
_ALIKE = frozenset({"unpowered", "jobs"})  # what is counted by one thing or another: homes, customers; jobs, posts
ELIDED = "elided"
LONG_SPAN = 400  # days; over longer spans a date says when a report covers, seldom when the thing happened
SAME_QUESTION = 4.5  # weight of evidence from which two answers meet one question; set on articles, not on a theory
_OF_TWO = 2.0  # weight up to which two numbers that a "but" sets against each other are of two things


@dataclass(frozen=True, slots=True)
class Link:
    """Two answers that meet one question, the first in text order first, and how much speaks for it."""

    first: int
    second: int
    weight: float


def find_questions(answers: Sequence[Answer]) -> tuple[list[int], list[Answer]]:
    """For each answer the question it meets, as the place of that question's first answer, its own for a lone one; and
    the answers with what those that say no more than a number are of.

    The best supported links join first; a question never comes to hold answers that count different outcomes.
    """
    links, meant = find_links(answers)
    question = list(range(len(answers)))
    outcomes = [answer.measures - VAGUE for answer in answers]
    for link in sorted(links, key=lambda link: -link.weight):
        a, b = _root(question, link.first), _root(question, link.second)
        if a != b and (not outcomes[a] or not outcomes[b] or outcomes[a] & outcomes[b] or _are_kin(outcomes, a, b)):
            question[max(a, b)] = min(a, b)
            outcomes[min(a, b)] = outcomes[a] | outcomes[b]
    return [_root(question, i) for i in range(len(answers))], meant


def _are_kin(outcomes: Sequence[frozenset[str]], a: int, b: int) -> bool:
    return outcomes[a] | outcomes[b] in (AFFECTED, FLED, GONE, IN_CARE, IN_THERE, JOINED) or any(
        outcomes[a] & kin and outcomes[b] & kin for kin in FAMILIES
    )


def find_links(answers: Sequence[Answer]) -> tuple[list[Link], list[Answer]]:
    """The pairs of answers by different voices that meet the same question, in order, and the answers as they are
    meant: one that says no more than a number takes up what it is of, and its unit, from the one it answers.
    """
    recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=WINDOW))
    links: list[Link] = []
    meant = list(answers)
    for second, answer in enumerate(answers):
        met: list[Link] = []
        for first in sorted(place for sort in _meets(answer, recent) for place in recent[sort]):
            weight = weight_of(meant[first], answer)
            if weight is not None and weight >= SAME_QUESTION:
                met.append(Link(first, second, weight))
        best = max(met, key=lambda link: link.weight, default=None)
        back = best is not None and answers_back(meant[best.first], answer)
        if best is not None and back:
            meant[second] = filled(answer, meant[best.first])
        links += [best] if best is not None and (back or _is_put(answer)) else met
        recent[ELIDED if answer.elided else answer.sort].append(second)
    return links, meant


def _is_put(answer: Answer) -> bool:
    """Whether a sum is said of "it" alone, which is one thing told before: "puts it at 6 million"."""
    return "estimate" in answer.signs and answer.sort == "money" and not answer.subject


def _root(question: list[int], i: int) -> int:
    while question[i] != i:
        question[i] = question[question[i]]
        i = question[i]
    return i


def _meets(answer: Answer, told: Collection[str]) -> tuple[str, ...]:
    """The sorts an answer can meet: a number without its thing may be a count or a sum of money, and one that is put
    at, or a speed, is in the unit told.
    """
    if answer.elided:
        if "counting" in answer.signs:
            return ("things", ELIDED)
        said_so = answer.opens_with_it or "contrast" in answer.signs
        in_unit = "estimate" in answer.signs or "speed" in answer.measures or (answer.bare and said_so)
        return (*told,) if in_unit else ("things", "money", ELIDED)
    return (answer.sort, ELIDED) if answer.sort in ("things", "money") else (answer.sort,)


def weight_of(a: Answer, b: Answer) -> float | None:
    """What speaks for one question, `None` where something rules it out."""
    if a.voice == b.voice or a.claim.id == b.claim.id or _apart(a, b):
        return None
    outcome = outcome_of(a, b)
    if outcome is None:
        return None
    weight = outcome + _nearness(a, b) + size_weight(a, b) + min(2.0, len(a.words & b.words) * 0.75)
    of_sources = a.sort in ("things", "time") and ARTICLE not in (a.voice, b.voice)
    weight += 0.75 * (of_sources and bool(a.matters & b.matters))
    if b.line - a.line <= 1:
        weight += 1.0 * bool({"contrast", "reply"} & b.signs) + 1.5 * ("estimate" in b.signs)
    goes_on = a.sort in ("time", "length") and a.line == b.line and b.order - a.order <= 2 and b.opens_with_it
    weight += 1.0 * goes_on  # "stopped for two hours", "it lasted 25 minutes"
    weight -= 1.0 * (b.bare and "regions" in a.signs and "regions" not in b.signs)  # "90% in the east"
    weight -= 2.0 * (("rate" in a.signs) != ("rate" in b.signs))
    weight -= 3.0 * (("new" in a.signs) != ("new" in b.signs)) * bool(a.measures & b.measures & AFFECTED)
    weight -= 2.0 * (a.part != b.part) + 1.0 * (ARTICLE in (a.voice, b.voice))
    particular = a.sort == "things" and is_particular(a) and is_particular(b)
    particular = particular and not _ALIKE & a.measures & b.measures
    weight -= 2.0 * _of_two_kinds(a, b)
    weight -= 1.5 * (particular and a.noun != b.noun) - 0.5 * (b.order - a.order == 1)
    ahead = 1.5 if "savings" in a.measures & b.measures else 2.0  # what is saved is told ahead
    measure = tells_its_measure(a, b)
    put = _is_put(b) or (b.elided and "estimate" in b.signs) or measure
    weight += 1.0 * (_is_put(b) and "gauge" in a.signs)  # a cost is put at a sum, a grant is not
    weight -= 3.5 * of_two_employers(a, b)
    weight -= ahead * (a.forecast != b.forecast and not put) + 5.0 * (of_two_subjects(a, b) and not measure)
    weight -= 1.0 * (ARTICLE in (a.voice, b.voice) and b.line - a.line > 2)
    weight -= 3.5 * (a.sort == "money" and is_of_a_quarter(a) != is_of_a_quarter(b))
    weight -= 1.5 * (a.where != b.where and bool(a.where and b.where) and not a.where & b.where)
    if (a.claim.kind == "background") != (b.claim.kind == "background"):
        weight -= 1.5 if a.line == b.line else 3.0
    return weight


def count_two_things(ours: Sequence[Answer], theirs: Sequence[Answer]) -> bool:
    """Whether every number of one claim is told of another thing than every number of the other."""
    both = [(a, b) for a in ours for b in theirs if a.sort == b.sort]
    return bool(both) and all((weight_of(a, b) or 0.0) <= _OF_TWO for a, b in both)


def _apart(a: Answer, b: Answer) -> bool:
    """Whether the countries or the times two claims name exclude each other: then they speak of two events."""
    if ("own" in a.signs) != ("own" in b.signs) and a.sort in ("money", "things") and not a.measures & b.measures:
        return True
    alike = _ALIKE & a.measures & b.measures
    if (a.families != b.families and not (a.bare or b.bare or alike)) or (
        a.in_care != b.in_care and (a.measures & b.measures & AFFECTED)
    ):
        return True  # families are no heads, those still in hospital not all who were hurt
    if ("both sides" in a.signs) != ("both sides" in b.signs) and a.sort == "things" and "freed" in a.measures:
        return True  # 184 freed by both sides, 121 by one
    if any(is_some_of(x, y) for x, y in ((a, b), (b, a))):
        return True
    if a.sort == "share" and ("subgroup" in a.signs) != ("subgroup" in b.signs):
        return True  # inflation, and that of food
    if are_of_two_events(a, b) or any(
        x.elided and "counting" in x.signs and y.sort == "money" for x, y in ((a, b), (b, a))
    ):
        return True
    if a.countries and b.countries and not a.countries & b.countries:
        return True
    if a.days is None or b.days is None or max((days[1] - days[0]).days for days in (a.days, b.days)) > LONG_SPAN:
        return False
    return a.days[1] < b.days[0] or b.days[1] < a.days[0]


def _of_two_kinds(a: Answer, b: Answer) -> bool:
    """Whether one number is of people and the other of things: 480 people were housed, 137 tents burned; not cases."""
    if a.sort != "things" or None in (a.noun, b.noun) or a.human == b.human or a.measures & b.measures:
        return False
    things = b if a.human else a
    return not (things.generic or things.measures)


def _nearness(a: Answer, b: Answer) -> float:
    lines = b.line - a.line
    if lines == 0:
        return 2.0 if b.claim.start - a.claim.end < 160 else 1.5
    return 1.0 if lines == 1 else 0.5 if lines <= 3 else 0.0
