"""Answers that count two things: other events, other people, a part of those another voice counts."""

from __future__ import annotations

from factcheck.accounts.answers import Answer
from factcheck.accounts.groups import OF_PEOPLE
from factcheck.accounts.sizes import ratio_of
from factcheck.accounts.who import IN_SERVICE

OVERNIGHT = 1  # days before the story's on which a thing can still be what the story is of
LATELY = 3  # days before the story's by which the next claim may still be about one thing
_ORDER = 4  # times over which two counts seldom answer one question
_PERIOD = (27, 190)  # days between the first and the last of a month, of half a year
_FAR_FEWER = 1.5  # times fewer that some are than all
DISPUTED = frozenset({"are fighters", "are civilians"})  # the same dead, by two who tell of them


def is_some_of(some: Answer, others: Answer) -> bool:
    """Whether a number is some of another: a side's own dead among all, those one hospital took in.

    A side that tells of the other's dead says who they are; a hospital that took in more than all gainsays the count.
    """
    if some.own and others.own:
        return True
    fewer = some.interval.high is not None and others.interval.low is not None
    fewer = fewer and (some.interval.high or 0) < (others.interval.low or 0)
    taken_in = "received" in some.signs and "received" not in others.signs and bool(some.measures & OF_PEOPLE)
    return fewer and ((some.own and not others.who) or taken_in)


def are_of_two_events(a: Answer, b: Answer) -> bool:
    """Whether two numbers belong to two events: a quake and its aftershocks, two weekdays, two governors' regions."""
    takes_up = b.bare or b.opens_with_it  # such a number has the time of what was told before it
    if any(
        one.earlier > (LATELY if b.order - a.order == 1 else OVERNIGHT) and x.days is None
        for one, x in ((a, b), (b, a))
        if not (takes_up and x is b)
    ):
        return True  # a crash last week, and the one the story is of
    if a.since != b.since and (a.measures & b.measures & OF_PEOPLE):
        return True  # those who died in the raid, and all since September
    differing = (sign for sign in ("aftershock", "last year", "year before") if (sign in a.signs) != (sign in b.signs))
    at_one_time = "same time" in b.signs or (a.days is not None and a.days == b.days)
    if not (takes_up or at_one_time) and any(differing):
        return True
    if a.sort == b.sort and a.beside and b.beside and not a.beside & b.beside:
        return True  # eleven jailed for 25 years, eight for 15
    disputed = a.who | b.who == DISPUTED  # seven gunmen, says the army; twelve civilians, say those who live there
    if any(x and y and not x & y for x, y in ((a.who, b.who), (a.nations, b.nations))) and not disputed:
        return True  # six civilians, three soldiers; soldiers of two armies
    if _is_of_some_people(a, b):
        return True
    if a.of_them != b.of_them and (a.who or b.who) and a.measures & b.measures & OF_PEOPLE:
        return True  # "killed 23 of them", three farmers
    if b.elsewhere and b.line >= a.line and b.order != a.order and a.sort == b.sort:
        return True
    return _of_two_regions(a, b) or (a.weekday is not None and b.weekday is not None and a.weekday != b.weekday)


def _of_two_regions(a: Answer, b: Answer) -> bool:
    """Whether two governors speak, each for a region of his own, or one beside a total over several regions."""
    (left, here), (right, there) = a.region, b.region
    if here and there:
        return left == right and here != there
    return bool((here and b.regions) or (there and a.regions))


def of_two_subjects(a: Answer, b: Answer) -> bool:
    """Whether two sums say of what they are, and of different things: a bridge's cost, a tunnel's."""
    told = a.sort == "money" and "gauge" in a.signs & b.signs
    ours, theirs = a.subject - a.measuring, b.subject - b.measuring  # losses, damage: one thing by two words
    return bool(told and ours and theirs) and not ours & b.words and not theirs & a.words


def of_two_employers(a: Answer, b: Answer) -> bool:
    """Whether jobs are told of two who lose them, one far fewer: the economy's, the mines'."""
    told = "jobs" in a.measures & b.measures and a.sort == "things" and a.opening and b.opening
    return (
        bool(told) and bool(a.opening - b.opening and b.opening - a.opening) and ratio_of(a, b) > _ORDER and not b.bare
    )


def is_of_a_quarter(answer: Answer) -> bool:
    """Whether a sum is that of a month, quarter or half: a quarter's loss is no answer to what an attack cost."""
    return answer.days is not None and _PERIOD[0] <= (answer.days[1] - answer.days[0]).days <= _PERIOD[1]


def _is_of_some_people(a: Answer, b: Answer) -> bool:
    """Whether one of two counts of the dead or hurt is of soldiers or officers, the other of more, of anybody: two
    soldiers among eleven people; forty officers are not among twelve. Fighters and civilians are some of all only where
    they are far fewer: 41 civilians and 44 dead are two counts of the same.
    """
    served = [bool(x.who - {"are captives"}) for x in (a, b)]
    if served[0] == served[1] or not a.measures & b.measures & OF_PEOPLE:
        return False
    some, others = (a, b) if served[0] else (b, a)
    anybody = others.generic or not others.noun_measures.isdisjoint(OF_PEOPLE)
    most, least = some.interval.high or some.interval.low or 0, others.interval.low or others.interval.high or 0
    most *= 1.0 if some.who & IN_SERVICE else _FAR_FEWER
    return anybody and not others.who and most < least
