"""Which answers meet the same question: the same sort of thing, outcome, event and time, asked of different voices.

Candidates meet only inside a sort, among the last `WINDOW` answers, so the work is linear in the number of claims.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from factcheck.accounts.answers import Answer
from factcheck.accounts.bare import CROWD, answers_back, filled, fills, is_number_of_others, says_only_how_much
from factcheck.accounts.counted import PEOPLE, WHO
from factcheck.accounts.groups import OF_PEOPLE
from factcheck.accounts.sizes import is_limit, ratio_of, size_weight
from factcheck.accounts.two_events import are_of_two_events, is_some_of, of_two_employers, of_two_subjects
from factcheck.claim import ARTICLE

WINDOW = 24
ELIDED = "elided"
FAR = 20  # times one number may be the other where they share a noun and no outcome
_LITTLE_MORE = 2  # words of its own by which a claim says no more than how many
MEASURED = frozenset({"length", "area", "volume", "mass", "°C", "°F"})
_MEASURED_ALIKE = 8  # times one measurement may be the other
_LONG_VOWELS = str.maketrans("", "", "اوي")
PERIOD = (27, 190)  # days between the first and the last of a month, of half a year
LONG_SPAN = 400  # days; over longer spans a date says when a report covers, seldom when the thing happened
SAME_QUESTION = 4.5  # weight of evidence from which two answers meet one question; set on articles, not on a theory
SUBJECT_REACH = 3  # lines over which a thing that both claims begin with still joins two numbers

VAGUE = frozenset({PEOPLE, "price", "paid", "homes", "shops"})  # measures that many numbers of one article share
AFFECTED = frozenset({"sick", "injured"})  # the same people, where the word for both is `مصاب`
FLED = frozenset({"evacuated", "escaped"})  # the same people, where the word for both is `فروا`
GONE = frozenset({"missing", "taken"})  # the same pieces, whether their owner or the police tells of them
OF_ANYTHING = frozenset({"closed", "cancelled", "delayed", "seized", "running"})  # what befalls things of any kind
FAMILIES = (frozenset({"paid", "loss", "compensation", "taken"}),)


@dataclass(frozen=True, slots=True)
class Link:
    """Two answers that meet one question, the first in text order first, and how much speaks for it."""

    first: int
    second: int
    weight: float


def find_questions(answers: Sequence[Answer]) -> list[int]:
    """For each answer the question it meets, as the place of that question's first answer; its own for a lone one.

    The best supported links join first; a question never comes to hold answers that count different outcomes.
    """
    question = list(range(len(answers)))
    outcomes = [answer.measures - VAGUE for answer in answers]
    for link in sorted(find_links(answers), key=lambda link: -link.weight):
        a, b = _root(question, link.first), _root(question, link.second)
        if a != b and (not outcomes[a] or not outcomes[b] or outcomes[a] & outcomes[b] or _are_kin(outcomes, a, b)):
            question[max(a, b)] = min(a, b)
            outcomes[min(a, b)] = outcomes[a] | outcomes[b]
    return [_root(question, i) for i in range(len(answers))]


def _are_kin(outcomes: Sequence[frozenset[str]], a: int, b: int) -> bool:
    return outcomes[a] | outcomes[b] in (AFFECTED, FLED, GONE) or any(
        outcomes[a] & kin and outcomes[b] & kin for kin in FAMILIES
    )


def find_links(answers: Sequence[Answer], least: float = SAME_QUESTION) -> list[Link]:
    """The pairs of answers by different voices that meet the same question with at least this weight, in order."""
    recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=WINDOW))
    links: list[Link] = []
    meant = list(answers)
    for second, answer in enumerate(answers):
        met: list[Link] = []
        for first in sorted(place for sort in _meets(answer, recent) for place in recent[sort]):
            weight = weight_of(meant[first], answer)
            if weight is not None and weight >= least:
                met.append(Link(first, second, weight))
        best = max(met, key=lambda link: link.weight, default=None)
        back = best is not None and answers_back(meant[best.first], answer)
        if best is not None and back:
            meant[second] = filled(answer, meant[best.first])
        links += [best] if best is not None and (back or _is_put(answer)) else met
        recent[ELIDED if answer.elided else answer.sort].append(second)
    return links


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
        in_unit = "estimate" in answer.signs or "speed" in answer.measures
        return (*told,) if in_unit else ("things", "money", ELIDED)
    return (answer.sort, ELIDED) if answer.sort in ("things", "money") else (answer.sort,)


def weight_of(a: Answer, b: Answer) -> float | None:
    """What speaks for one question, `None` where something rules it out."""
    if a.voice == b.voice or a.claim.id == b.claim.id or _apart(a, b):
        return None
    outcome = _outcome(a, b)
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
    particular = a.sort == "things" and _particular(a) and _particular(b)
    weight -= 1.5 * (particular and a.noun != b.noun) - 0.5 * (b.order - a.order == 1)
    ahead = 1.5 if "savings" in a.measures & b.measures else 2.0  # what is saved is told ahead
    put = _is_put(b) or (b.elided and "estimate" in b.signs)
    weight += 1.0 * (_is_put(b) and "gauge" in a.signs)  # a cost is put at a sum, a grant is not
    weight -= 3.5 * of_two_employers(a, b)
    weight -= ahead * (a.forecast != b.forecast and not put) + 5.0 * of_two_subjects(a, b)
    weight -= 1.0 * (ARTICLE in (a.voice, b.voice) and b.line - a.line > 2)
    weight -= 3.5 * (a.sort == "money" and _is_of_a_quarter(a) != _is_of_a_quarter(b))
    weight -= 1.5 * (a.where != b.where and bool(a.where and b.where) and not a.where & b.where)
    if (a.claim.kind == "background") != (b.claim.kind == "background"):
        weight -= 1.5 if a.line == b.line else 3.0
    return weight


def _apart(a: Answer, b: Answer) -> bool:
    """Whether the countries or the times two claims name exclude each other: then they speak of two events."""
    if ("own" in a.signs) != ("own" in b.signs) and a.sort in ("money", "things") and not a.measures & b.measures:
        return True
    if a.families != b.families or (a.in_care != b.in_care and (a.measures & b.measures & AFFECTED)):
        return True  # families are no heads, those still in hospital not all who were hurt
    if ("both sides" in a.signs) != ("both sides" in b.signs) and a.sort == "things" and a.measures & OF_PEOPLE:
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


def _is_of_a_quarter(answer: Answer) -> bool:
    """Whether a sum is that of a month, quarter or half: a quarter's loss is no answer to what an attack cost."""
    return answer.days is not None and PERIOD[0] <= (answer.days[1] - answer.days[0]).days <= PERIOD[1]


def _outcome(a: Answer, b: Answer) -> float | None:
    """How far the counted things agree; `None` where they exclude each other or nothing joins them."""
    left, right = a.measures - VAGUE, b.measures - VAGUE
    if answers_back(a, b):
        return 5.0
    others = any(is_number_of_others(x, y, VAGUE) for x, y in ((a, b), (b, a)))
    if left & right:
        if others and left & right == CROWD:
            return None  # «190 نائبا», «عدد المتظاهرين بنحو 2500»
        if a.forecast != b.forecast and a.sort in ("things", "share"):
            return None  # a toll to come is no other toll
        if left & right <= OF_ANYTHING and a.sort == "things" and None not in (a.noun, b.noun) and a.noun != b.noun:
            return None  # two schools closed, four hospitals closed
        if left & right == {"votes"} and a.sort == "things" and a.noun != b.noun:
            return None  # ballots thrown out, stations to be counted again, people who went home
        if a.sort == "share" and left & right == {"votes"} and len(a.words & b.words) < 2:
            return None  # what was counted, and what somebody won of it
        return 4.0
    people = (left & OF_PEOPLE and _of_things(b)) or (right & OF_PEOPLE and _of_things(a))
    if people and (a.noun is None or a.noun != b.noun):
        return None
    if left | right == AFFECTED and (a.words & b.words or "either" in (a if left == {"injured"} else b).signs):
        return 4.0
    if left | right == GONE and (a.opening & b.opening or (a.noun is not None and a.noun == b.noun)):
        return 4.0  # nine pieces stolen, seven missing
    if left | right == FLED and (a.elided or b.elided) and "are captives" in a.who | b.who:
        return 4.0
    if left and right:
        return 2.0 if _kindred(a, b) else None
    near = a.line == b.line and b.order - a.order <= 3
    if others:
        return None
    if a.elided or b.elided:
        return 3.0 if _names_what_it_counts(a, b) else 2.0 if fills(a, b, near) else None
    if a.sort != "things" and _of_one_subject(a, b):
        return 2.5
    if a.sort != "things" and a.quantity.unit == b.quantity.unit and _set_against(a, b):
        return 2.0
    if near and b.order - a.order == 1 and ARTICLE not in (a.voice, b.voice) and says_only_how_much(a, b, VAGUE):
        return 2.5
    if _measures_one_thing(a, b):
        return 2.5
    if a.sort == "share":
        next_to = near and b.order - a.order == 1 and ARTICLE not in (a.voice, b.voice) and bool(a.words & b.words)
        next_to = next_to or (near and b.order - a.order == 1 and "contrast" in b.signs and _of_one_root(a, b))
        if "estimate" in b.signs and not right and b.line - a.line <= 1 and ARTICLE not in (a.voice, b.voice):
            return (
                None if b.subject or (a.where and not b.where) else 2.5
            )  # "the share did not exceed 34%": the one told before
        return 1.0 if next_to or (a.measures & b.measures and len(a.words & b.words) > 1) else None
    if a.sort == "length" and not a.words & b.words:
        return None  # how deep one thing lies, how far another
    if a.sort in ("time", "length"):
        alike = b.opens_with_it or a.quantity.unit == b.quantity.unit or bool({"reply", "contrast"} & b.signs)
        alike = alike or (a.forecast and b.forecast and _of_one_thing(a, b))
        return 2.0 if near and ARTICLE not in (a.voice, b.voice) and alike else None
    if a.sort != "things":
        told = near or ("estimate" in b.signs and b.line - a.line <= 1)
        if not told or ARTICLE in (a.voice, b.voice):
            return None
        return 2.0 if b.opens_with_it or not b.subject or b.subject & a.words else _of_another_sum(a, b)
    if a.noun is not None and a.noun == b.noun:
        if ratio_of(a, b) > FAR and not a.measures & b.measures:
            return None  # 4.4 million doses received, 95,000 spoiled
        if _opens_with_what_is_counted(a, b):
            return 2.5  # "31 pieces vanished", "the stolen were eight pieces only"
        common = (a.words & b.words) - {a.noun}
        other = (b if left else a).words - {a.noun}
        if bool(left) != bool(right) and not common and len(other) >= _LITTLE_MORE and not a.generic:
            return -0.5  # fourteen pieces were stolen, two are at a workshop
        if not a.measures | b.measures and 3 * len(common) < min(len(a.words), len(b.words)):
            common = frozenset() if not {"contrast", "reply", "estimate"} & (a.signs | b.signs) else common
        shared = common or (b.line == a.line and ARTICLE not in (a.voice, b.voice) and b.words <= {b.noun})
        shared = shared or (is_limit(a, b) and not a.generic)
        shared = shared or ("contrast" in b.signs and b.order - a.order == 1 and b.line - a.line <= 1)
        if not shared and near and ARTICLE not in (a.voice, b.voice) and "contrast" in b.signs | a.signs:
            return 1.0  # «60 ألف عملية», «لكن 140 ألف عملية»
        return (1.5 if PEOPLE in a.measures else 2.5) if shared else -0.5
    outcomes = (left, right)
    if any(outcomes) and not all(outcomes) and not (a if right else b).generic:
        return 0.0  # those taken to hospital are no answer to how many died
    return 1.5 if a.measures & b.measures else 0.0


def _measures_one_thing(a: Answer, b: Answer) -> bool:
    """Whether two sources, a line apart at most, each give no other number than a length or weight in one unit."""
    told = a.sort in MEASURED and a.quantity.unit == b.quantity.unit and ratio_of(a, b) <= _MEASURED_ALIKE
    alone = all(sum(q.kind != "ordinal" for q in x.claim.quantities) == 1 for x in (a, b))
    told = told and (a.measures == b.measures or "estimate" in b.signs)
    return told and alone and b.line - a.line <= 1 and ARTICLE not in (a.voice, b.voice)


def _of_another_sum(a: Answer, b: Answer) -> float | None:
    """How far a sum said to be of something else may answer for the one before it: a bill beside a loss does not."""
    if "estimate" in b.signs:
        return 2.0 if b.order - a.order == 1 else None
    against = {"contrast", "reply"} & b.signs
    alike = bool(a.measures) == bool(b.measures) and (a.sort == "money" or bool(a.words & b.words))
    return 2.0 if against or alike else 0.5  # what it cost, and what was granted; hectares watered, hectares lost


def _opens_with_what_is_counted(a: Answer, b: Answer) -> bool:
    """Whether two sources begin with one particular thing that each counts."""
    counted = a.noun in a.opening & b.opening and _particular(a) and _particular(b)
    counted = counted and bool({"except", "contrast", "reply", "estimate"} & b.signs)
    counted = counted and len(b.words - a.words) <= _LITTLE_MORE  # not "two pieces were sent to the workshop"
    return counted and ARTICLE not in (a.voice, b.voice) and b.line - a.line <= SUBJECT_REACH


def _of_things(answer: Answer) -> bool:
    """Whether a number counts things, and no outcome: two houses are no answer to how many died."""
    people = answer.generic or PEOPLE in answer.noun_measures
    return answer.sort == "things" and not answer.measures and answer.noun is not None and not people


def _names_what_it_counts(a: Answer, b: Answer) -> bool:
    """Whether a number without its thing stands in a claim about what the other counts: "90 of the recorded cases"."""
    counted, bare = (b, a) if a.elided else (a, b)
    named = not counted.elided and counted.sort == "things" and counted.noun in bare.opening
    return (
        (named or bool(a.opening & b.opening))
        and ARTICLE not in (a.voice, b.voice)
        and b.line - a.line <= SUBJECT_REACH
        and ratio_of(a, b) <= 8
    )


def _set_against(a: Answer, b: Answer) -> bool:
    """Whether a source is heard right behind another with a "but" or as a reply, and neither names another measure."""
    behind = b.order - a.order == 1 and b.line - a.line == 1 and ARTICLE not in (a.voice, b.voice)
    return behind and bool({"contrast", "reply"} & b.signs) and a.measures - VAGUE == b.measures - VAGUE


def _of_one_subject(a: Answer, b: Answer) -> bool:
    """Whether two sources, a few lines apart at most, begin with the same thing: the occupancy, the stored water."""
    return ARTICLE not in (a.voice, b.voice) and b.line - a.line <= SUBJECT_REACH and bool(a.opening & b.opening)


def _of_one_thing(a: Answer, b: Answer) -> bool:
    """Whether two forecasts are about one thing: words in common, or "it would take"."""
    return bool(a.words & b.words) or "takes" in b.signs


def _of_one_root(a: Answer, b: Answer) -> bool:
    """Whether two claims share a word but for its long vowels: `انسحبوا` and `الانسحاب`."""
    left, right = ({word.translate(_LONG_VOWELS) for word in answer.words} for answer in (a, b))
    return any(len(word) > 2 for word in left & right)


def _particular(answer: Answer) -> bool:
    """Whether the counted noun names a group of its own (trainees), not people or the outcome as such."""
    return answer.noun is not None and answer.noun_measures <= {PEOPLE} | WHO and not answer.generic


def _kindred(a: Answer, b: Answer) -> bool:
    """Whether two sums measure one event by different yardsticks: what it cost, what is paid for it."""
    return not a.measures & b.measures and any(a.measures & kin and b.measures & kin for kin in FAMILIES)


def scope_of(answer: Answer) -> str:
    """Which of several yardsticks for one event a value is, what it cost or what is paid for it; empty for neither."""
    return "/".join(sorted(m for kin in FAMILIES for m in answer.measures & kin))


def _nearness(a: Answer, b: Answer) -> float:
    lines = b.line - a.line
    if lines == 0:
        return 2.0 if b.claim.start - a.claim.end < 160 else 1.5
    return 1.0 if lines == 1 else 0.5 if lines <= 3 else 0.0
