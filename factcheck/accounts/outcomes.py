"""How far two numbers count one thing: the same outcome, the same noun, or a number that leaves its thing out."""

from __future__ import annotations

from factcheck.accounts.answers import Answer
from factcheck.accounts.bare import CROWD, answers_back, fills, is_number_of_others, of_one_root, says_only_how_much
from factcheck.accounts.counted import PEOPLE, WHO
from factcheck.accounts.groups import OF_PEOPLE
from factcheck.accounts.sizes import is_limit, measure_one_thing, ratio_of
from factcheck.claim import ARTICLE

FAR = 20  # times one number may be the other where they share a noun and no outcome
_LITTLE_MORE = 2  # words of its own by which a claim says no more than how many
SUBJECT_REACH = 3  # lines over which a thing that both claims begin with still joins two numbers
VAGUE = frozenset({PEOPLE, "price", "paid", "homes", "shops"})  # measures that many numbers of one article share
AFFECTED = frozenset({"sick", "injured"})  # the same people, where the word for both is `مصاب`
FLED = frozenset({"evacuated", "escaped"})  # the same people, where the word for both is `فروا`
GONE = frozenset({"missing", "taken"})  # the same pieces, whether their owner or the police tells of them
IN_CARE = frozenset({"injured", "hospital"})
IN_THERE = frozenset({"present", "attended"})
_HOUSES = frozenset({"homes", "shops"})
_BEFALLS = frozenset({"dead", "injured", "missing", "arrested", "sick", "abducted", "freed", "rescued"})  # people alone
JOINED = frozenset({"turnout", "strikers"})  # the same part of those who work somewhere
_SIDES = frozenset({"in favour", "against"})  # how votes were cast
OF_ANYTHING = frozenset({"closed", "cancelled", "delayed", "seized", "running"})  # what befalls things of any kind
FAMILIES = (frozenset({"paid", "loss", "compensation", "taken"}),)


def outcome_of(a: Answer, b: Answer) -> float | None:
    """How far the counted things agree; `None` where they exclude each other or nothing joins them."""
    left, right = a.measures - VAGUE, b.measures - VAGUE
    if answers_back(a, b):
        return 5.0
    if a.sort == "things" and "capacity" in left ^ right:
        return None  # a bridge made to hold 120, 300 people on it
    others = any(is_number_of_others(x, y, VAGUE) for x, y in ((a, b), (b, a)))
    captives = "are captives" in a.who | b.who
    told_of = "are captives" in a.who & b.who or not captives or a.elided or b.elided
    if left and right and left | right <= FLED and not told_of:
        return None  # inmates who fled, people displaced
    if left & right:
        if others and left & right == CROWD:
            return None  # «190 نائبا», «عدد المتظاهرين بنحو 2500»
        if a.forecast != b.forecast and a.sort in ("things", "share") and "jobs" not in left & right:
            return None  # a toll to come is no other toll; jobs that go are told as planned
        if left & right <= OF_ANYTHING and a.sort == "things" and None not in (a.noun, b.noun) and a.noun != b.noun:
            return None  # two schools closed, four hospitals closed
        if left & right == {"votes"} and a.sort == "things" and None not in (a.noun, b.noun) and a.noun != b.noun:
            one_side = a.signs & _SIDES == b.signs & _SIDES
            return 3.0 if a.human != b.human and one_side else None  # 178 votes for it, 149 deputies; not ballots
        if a.sort == "share" and left & right == {"votes"} and len(a.words & b.words) < 2:
            return None  # what was counted, and what somebody won of it
        return 4.0
    of_people = a.human or b.human or not _BEFALLS.isdisjoint(left | right)
    of_two = bool(left | right) and None not in (a.noun, b.noun) and a.noun != b.noun
    if a.sort == "things" and (of_people or of_two) and (a.measures & _HOUSES) != (b.measures & _HOUSES):
        return None  # the houses destroyed, the people who died, the boats sunk
    people = (left & OF_PEOPLE and _of_things(b)) or (right & OF_PEOPLE and _of_things(a))
    if people and (a.noun is None or a.noun != b.noun):
        return None
    if left | right == AFFECTED and (a.words & b.words or "either" in (a if left == {"injured"} else b).signs):
        return 4.0
    if left | right == GONE and (a.opening & b.opening or (a.noun is not None and a.noun == b.noun)):
        return 4.0  # nine pieces stolen, seven missing
    if left | right == FLED and ((captives and (a.elided or b.elided)) or (not captives and a.generic != b.generic)):
        return 4.0  # those who fled and those displaced, where one of the two counts anybody
    if left | right == IN_CARE and _took_in_more(a, b, left):
        return 4.0  # "34 needed treatment", "one hospital alone had admitted 51"
    if left | right == JOINED and a.sort == "share" and b.line - a.line <= SUBJECT_REACH and _of_one_strike(a, b, left):
        return 3.0
    if left | right == IN_THERE and (a.elided or b.elided or a.generic or b.generic) and b.line - a.line <= 1:
        return 3.0  # "170 were inside", "a crowd of 300"
    if left and right:
        return 2.0 if _kindred(a, b) else None
    near = a.line == b.line and b.order - a.order <= 3
    if tells_its_measure(a, b):
        return 2.5
    if others:
        return None
    if b.number_of is not None and b.number_of == a.noun and "that figure" in b.signs and b.line - a.line <= 1:
        return 4.0  # "640 posts", "the real number of posts at risk is 900"
    if a.elided or b.elided:
        return 3.0 if _names_what_it_counts(a, b) else 2.0 if fills(a, b, near) else None
    if "average" in a.signs & b.signs and a.measures & b.measures and a.quantity.unit == b.quantity.unit:
        return 2.5  # «متوسط سعر الكيلو 49 جنيها», «متوسط السعر 40 جنيها»
    if a.sort != "things" and _of_one_subject(a, b):
        return 2.5
    if a.sort != "things" and a.quantity.unit == b.quantity.unit and _set_against(a, b):
        return 2.0
    if near and b.order - a.order == 1 and ARTICLE not in (a.voice, b.voice) and says_only_how_much(a, b, VAGUE):
        return 2.5
    if measure_one_thing(a, b):
        return 2.5
    if a.sort == "share":
        next_to = near and b.order - a.order == 1 and ARTICLE not in (a.voice, b.voice) and bool(a.words & b.words)
        next_to = next_to or (near and b.order - a.order == 1 and "contrast" in b.signs and of_one_root(a, b))
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
    if a.measures & b.measures:
        return 1.5
    own = any(x.noun_measures - {PEOPLE} and not (y.measures or y.generic) for x, y in ((a, b), (b, a)))
    of_two_nouns = None not in (a.noun, b.noun) and a.noun != b.noun and not a.words & b.words
    return None if own and of_two_nouns else 0.0  # homes destroyed, boats lost


def tells_its_measure(a: Answer, b: Answer) -> bool:
    """Whether a source right behind another in its paragraph gives the sum, share or size of what that one told of."""
    behind = a.line == b.line and b.order - a.order <= 2 and ARTICLE not in (a.voice, b.voice)
    of_it = b.by_measure == "its measure" or (b.by_measure == "its change" and "changes" in a.signs)
    return behind and of_it and a.sort == b.sort and a.sort in ("money", "share", "volume", "mass")


def _of_one_strike(a: Answer, b: Answer, left: frozenset[str]) -> bool:
    """Whether a turnout is that of a strike: the two share a word, or it is told right behind and of nothing else."""
    bare = "strikers" in left and len(b.words) <= 2 and b.order - a.order == 1  # "participation stood at 38 percent"
    return bare or bool(a.words & b.words)


def _took_in_more(a: Answer, b: Answer, left: frozenset[str]) -> bool:
    """Whether more are told to be in hospital than to be hurt at all."""
    hurt, in_care = (a, b) if "injured" in left else (b, a)
    return hurt.interval.high is not None and (in_care.interval.low or 0) > hurt.interval.high


def _of_another_sum(a: Answer, b: Answer) -> float | None:
    """How far a sum said to be of something else may answer for the one before it: a bill beside a loss does not."""
    if "estimate" in b.signs:
        return 2.0 if b.order - a.order == 1 else None
    against = {"contrast", "reply"} & b.signs
    alike = bool(a.measures) == bool(b.measures) and (a.sort == "money" or bool(a.words & b.words))
    return 2.0 if against or alike else 0.5  # what it cost, and what was granted; hectares watered, hectares lost


def _opens_with_what_is_counted(a: Answer, b: Answer) -> bool:
    """Whether two sources begin with one particular thing that each counts."""
    counted = a.noun in a.opening & b.opening and is_particular(a) and is_particular(b)
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
    behind = b.order - a.order == 1 and 0 <= b.line - a.line <= 1 and ARTICLE not in (a.voice, b.voice)
    return behind and bool({"contrast", "reply"} & b.signs) and a.measures - VAGUE == b.measures - VAGUE


def _of_one_subject(a: Answer, b: Answer) -> bool:
    """Whether two sources, a few lines apart at most, begin with the same thing: the occupancy, the stored water."""
    return ARTICLE not in (a.voice, b.voice) and b.line - a.line <= SUBJECT_REACH and bool(a.opening & b.opening)


def _of_one_thing(a: Answer, b: Answer) -> bool:
    """Whether two forecasts are about one thing: words in common, or "it would take"."""
    return bool(a.words & b.words) or "takes" in b.signs


def is_particular(answer: Answer) -> bool:
    """Whether the counted noun names a group of its own (trainees), not people or the outcome as such."""
    return answer.noun is not None and answer.noun_measures <= {PEOPLE} | WHO and not answer.generic


def _kindred(a: Answer, b: Answer) -> bool:
    """Whether two sums measure one event by different yardsticks: what it cost, what is paid for it."""
    return not a.measures & b.measures and any(a.measures & kin and b.measures & kin for kin in FAMILIES)


def scope_of(answer: Answer) -> str:
    """Which of several yardsticks for one event a value is, what it cost or what is paid for it; empty for neither."""
    return "/".join(sorted(m for kin in FAMILIES for m in answer.measures & kin))
