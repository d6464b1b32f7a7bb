"""The pairs of accounts in an article: questions found, values compared, the relation and its reason in words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from factcheck.accounts.all_or_none import find_all_or_none
from factcheck.accounts.announced import find_announced
from factcheck.accounts.answers import Answer, find_answers
from factcheck.accounts.clocks import find_moments
from factcheck.accounts.context import Claims
from factcheck.accounts.continued import find_continued
from factcheck.accounts.counted import PEOPLE
from factcheck.accounts.groups import OF_PEOPLE, adds_nothing
from factcheck.accounts.names import Naming, find_namings
from factcheck.accounts.no_such import find_no_such
from factcheck.accounts.none_of import find_none
from factcheck.accounts.oppositions import OPPOSED, Opposition, find_oppositions
from factcheck.accounts.outcomes import scope_of
from factcheck.accounts.pairs import Pair, Value, pair_values
from factcheck.accounts.questions import find_questions, weight_of
from factcheck.accounts.relations import reach_of, relation_of, widened_relation
from factcheck.accounts.side_by_side import find_side_by_side, told_on
from factcheck.accounts.singled_out import find_singled_out
from factcheck.accounts.times import find_timings
from factcheck.accounts.timing import Timing
from factcheck.accounts.two_events import are_of_two_events, is_some_of
from factcheck.accounts.two_sides import find_two_sides
from factcheck.accounts.two_states import find_two_states
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Dimension, Disagreement, Voice
from factcheck.lang import rows
from factcheck.lang.interface import say

_REASONS = {
    "denial": "denial", "negation": "denial", "reply": "reply", "rebuttal": "reply", "contrast": "contrast",
    "opposite": "opposite", "cause": "cause", "announced": "announced",
    "beside": "beside",
}  # fmt: skip
_BY_NOUN = frozenset({"animals"})  # measures whose question is asked of the noun where it is told: hives, sheep
_ARRIVED = "one thing: arrival"
_OF_THEIR_OWN = 4.0  # weight that two answers of one question need for themselves, whatever joins them to a third
_ASKED = {"place": "where", "time": "when", "attribution": "cause", "polarity": "polarity", "count": "polarity"}


def compare_accounts(claims: Sequence[Claim], text: str = "", lang: str | None = None) -> list[Disagreement]:
    """The pairs of claims in which two voices answer one question differently, in text order; ids are deterministic.

    `text` is the article as stored; with it the words around a claim (`لكن`, "put the number at") count too. `lang` is
    told from the letters where it is not given. Voices of one institution are one voice, equal values are no pair, and
    a claim that repeats another is left to that one.
    """
    found = Claims(claims, text, lang)
    answers = find_answers(found)
    of_order: dict[int, list[Answer]] = {}
    for answer in answers:
        of_order.setdefault(answer.order, []).append(answer)
    pairs = _counts(found, answers)
    none = [Opposition(a, b, OPPOSED, "polarity", "negation") for a, b in find_none(found, answers)]
    opposed = _closest(none, find_oppositions(found), find_announced(found, of_order))
    pairs += [_named(found, naming) for naming in find_namings(found)]
    pairs += [_timed(found, timing) for timing in [*find_moments(found), *find_timings(found), *find_two_sides(found)]]
    such = [
        Opposition(a, b, OPPOSED, on, "negation" if on == "polarity" else "beside") for a, b, on in find_no_such(found)
    ]
    taken = {opposition.second for opposition in such}
    opposed = told_on(found, of_order, [*such, *(o for o in opposed if o.second not in taken)])
    pairs += [_opposed(found, one) for one in opposed if one.dimension != "count"]
    for one in opposed:
        told = _beside(found, of_order, one.first, one.second, "count") if one.dimension == "count" else None
        if told is None and one.dimension == "count" and one.reason in ("reply", "contrast"):
            told = _opposed(found, replace(one, dimension="polarity"))  # two numbers of two sorts, and still a no
        pairs += [told] if told is not None else []
    pairs += [_opposed(found, Opposition(a, b, OPPOSED, on, "beside")) for a, b, on in find_continued(found)]
    pairs += [_opposed(found, Opposition(a, b, OPPOSED, "polarity", "beside")) for a, b in find_all_or_none(found)]
    pairs += [_opposed(found, Opposition(a, b, OPPOSED, on, "beside")) for a, b, on in find_two_states(found)]
    differing = _differing(found, pairs)
    singled_out = [Opposition(a, b, OPPOSED, "attribution", "cause") for a, b in find_singled_out(found, differing)]
    pairs += [_opposed(found, one) for one in singled_out]
    differing = _differing(found, pairs)
    pairs += [
        pair for beside in find_side_by_side(found, answers, differing) if (pair := _beside(found, of_order, *beside))
    ]
    return sorted(_first_of_each(pairs), key=lambda pair: _place(found, pair))


def _differing(claims: Claims, pairs: Iterable[Disagreement]) -> dict[int, set[str]]:
    """The voices from which each claim is found to differ, by its place in text order."""
    differing: dict[int, set[str]] = {}
    for one, other in (ids for pair in pairs for ids in (pair.claims, pair.claims[::-1])):
        differing.setdefault(claims.rank[one], set()).add(claims.voices[claims.rank[other]])
    return differing


def _closest(none: list[Opposition], found: list[Opposition], announced: list[Opposition]) -> list[Opposition]:
    """The oppositions, but for denials of claims that another one counts, and announced ones that are told exactly."""
    counted = {opposition.second for opposition in none}
    exact = [*none, *(o for o in found if o.reason != "denial" or o.second not in counted)]
    told = {opposition.second for opposition in exact}
    return [*none, *(o for o in announced if o.second not in told), *exact[len(none) :]]


def pair_id(first: str, second: str, dimension: str) -> str:
    """The id of a pair: `q` and 24 hex digits of a SHA-256 over its claims and dimension."""
    return "q" + hashlib.sha256(f"{first}:{second}:{dimension}".encode()).hexdigest()[:24]


def _counts(claims: Claims, answers: Sequence[Answer]) -> list[Disagreement]:
    """The pairs of numbers that answer one question differently."""
    questions, meant = find_questions(answers)
    values = [
        Value(
            block=question,
            voice=answer.voice,
            low=answer.interval.low,
            high=answer.interval.high,
            reach=reach_of(answer.quantity, answer.interval),
            scope=scope_of(answer),
            part=answer.part,
            newer=answer.newer,
            remaining=answer.remaining,
        )
        for answer, question in zip(meant, questions, strict=True)
    ]
    of_claim: dict[str, list[int]] = {}
    for n, answer in enumerate(answers):
        of_claim.setdefault(answer.claim.id, []).append(n)
    return [
        _count(answers[pair.first], answers[pair.second], pair, claims.lang)
        for pair in pair_values(values)
        if not are_of_two_events(answers[pair.first], answers[pair.second])
        and answers[pair.first].part == answers[pair.second].part
        and (_meet(answers[pair.first], answers[pair.second]) or _meet_in_unit(meant[pair.first], meant[pair.second]))
        and _tells_more(answers[pair.first], answers[pair.second], claims.lang)
        and not _agree(answers[pair.first], answers[pair.second], answers, of_claim)
    ]


def _meet(a: Answer, b: Answer) -> bool:
    """Whether two answers that others joined in one question have something of their own in common."""
    if is_some_of(a, b) or is_some_of(b, a):
        return False
    if (a.elided or b.elided) and not (a.bare or b.bare):
        return True
    weight = weight_of(a, b)
    return weight is not None and weight >= _OF_THEIR_OWN


def _meet_in_unit(a: Answer, b: Answer) -> bool:
    """The same of two numbers in one unit, taken up by one from a third: 300 barrels, 700, 4,000 barrels."""
    weight = weight_of(a, b) if a.sort == b.sort != "things" else None
    return weight is not None and weight >= _OF_THEIR_OWN


def _agree(a: Answer, b: Answer, answers: Sequence[Answer], of_claim: dict[str, list[int]]) -> bool:
    """Whether one of two claims tells the other's number too, of the same outcome: "20 died and 47 were hurt"."""
    for one, other in ((a, b), (b, a)):
        beside = (answers[k] for k in of_claim[one.claim.id] if answers[k] is not one and not answers[k].elided)
        if any(x.interval == other.interval and x.sort == other.sort and _of_one_outcome(x, other) for x in beside):
            return True
    return False


def _of_one_outcome(a: Answer, b: Answer) -> bool:
    return a.measures == b.measures or bool((a.measures & b.measures) - {PEOPLE})


def _tells_more(a: Answer, b: Answer, lang: str) -> bool:
    """Whether two answers differ by more than the words of one figure, and neither is a plural that holds the other."""
    return not adds_nothing(a.quantity, b.quantity, a.interval, b.interval, lang)


def _count(a: Answer, b: Answer, pair: Pair, lang: str) -> Disagreement:
    future = all(x.claim.kind in ("prediction", "commitment") for x in (a, b))
    arrived = _ARRIVED in a.signs & b.signs  # "came within a quarter of an hour", «لم تصل إلا بعد خمسين دقيقة»
    dimension: Dimension = "time" if a.sort == b.sort == "time" and (future or arrived) else "count"
    scope = pair.interval == "disjoint" and pair.relation == "compatible"
    reason = "scope" if scope else "update" if pair.relation == "refines" else pair.interval
    return Disagreement(
        id=pair_id(a.claim.id, b.claim.id, dimension),
        question=_question(a, b, lang),
        claims=(a.claim.id, b.claim.id),
        voices=(_voice(a), _voice(b)),
        dimension=dimension,
        relation=pair.relation,
        interval=pair.interval,
        note=say(f"accounts.note.{reason}", lang, first=a.interval_words, second=b.interval_words),
    )


def _named(claims: Claims, naming: Naming) -> Disagreement:
    first, second = claims.all[naming.first], claims.all[naming.second]
    theirs, ours = naming.names
    return Disagreement(
        id=pair_id(first.id, second.id, "name"),
        question=question_texts(claims.lang)["name"],
        claims=(first.id, second.id),
        voices=(
            Voice(first.claimant, first.id, theirs, first.speaker, theirs, country=first.claimant_country),
            Voice(ARTICLE, second.id, ours, exact=ours),
        ),
        dimension="name",
        relation="compatible",
        interval=None,
        note=say("accounts.note.name", claims.lang, first=theirs, second=ours),
    )


def _timed(claims: Claims, timing: Timing) -> Disagreement:
    pair = (claims.all[timing.first], claims.all[timing.second])
    return Disagreement(
        id=pair_id(pair[0].id, pair[1].id, "time"),
        question=question_texts(claims.lang)["when"].format(claim=pair[0].exact),
        claims=(pair[0].id, pair[1].id),
        voices=tuple(
            Voice(claim.claimant, claim.id, told, speaker=claim.speaker, exact=told, country=claim.claimant_country)
            for claim, told in zip(pair, timing.told, strict=True)
        ),
        dimension="time",
        relation=timing.relation,
        interval=None,
        note=say(f"accounts.note.time.{timing.relation}", claims.lang, first=timing.told[0], second=timing.told[1]),
    )


def _opposed(claims: Claims, opposition: Opposition) -> Disagreement:
    first, second = claims.all[opposition.first], claims.all[opposition.second]
    held = second if first.denied else first
    question = question_texts(claims.lang)[_ASKED[opposition.dimension]]
    return Disagreement(
        id=pair_id(first.id, second.id, opposition.dimension),
        question=question.format(claim=held.exact),
        claims=(first.id, second.id),
        voices=tuple(
            Voice(
                claimant=claim.claimant,
                claim=claim.id,
                value=say("accounts.denies", claims.lang, claim=claim.exact) if claim.denied else claim.exact,
                speaker=claim.speaker,
                country=claim.claimant_country,
            )
            for claim in (first, second)
        ),
        dimension=opposition.dimension,
        relation="contradicts",
        interval=None,
        note=say(f"accounts.note.{_REASONS[opposition.reason]}", claims.lang),
    )


def _voice(answer: Answer) -> Voice:
    claim, quantity = answer.claim, answer.quantity
    return Voice(
        claimant=claim.claimant,
        claim=claim.id,
        value=answer.interval_words,
        speaker=claim.speaker,
        exact=quantity.exact,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        noun=quantity.noun,
        country=claim.claimant_country,
    )


def _question(a: Answer, b: Answer, lang: str) -> str:
    texts = question_texts(lang)
    of_both = sorted((a.measures & b.measures) - {PEOPLE})
    shared = of_both or sorted((a.measures | b.measures) - {PEOPLE})
    named = a.quantity.noun is not None and a.noun == b.noun
    things = a.sort == "things" and any(x.noun and not (x.human or x.generic) for x in (a, b))
    of_things = things and bool(shared) and (shared[0] in OF_PEOPLE or not of_both)  # hives that died, no people
    if shared and not of_things and not (named and shared[0] in _BY_NOUN):
        return texts[shared[0]]
    noun = _written_noun(a, b) if lang == "en" else a.quantity.noun or b.quantity.noun
    if a.sort == "things" and noun:
        return texts["noun"].format(noun=noun)
    return texts.get(a.sort, texts["other"])


def _written_noun(a: Answer, b: Answer) -> str | None:
    """The counted noun as the text writes it with the larger number, which is its plural: "people", not "person"."""
    larger = max((x.quantity for x in (a, b) if x.quantity.noun), key=lambda q: q.high or q.low or 0, default=None)
    last = larger.exact.split()[-1].strip(".,;:") if larger is not None else ""
    return last.lower() if last.isalpha() else None if larger is None else larger.noun


@cache
def question_texts(lang: str) -> dict[str, str]:
    """The questions of a language by measure, sort or dimension."""
    return {row[0]: row[1] for row in rows(lang, "questions")}


def _beside(
    claims: Claims, answers: Mapping[int, Sequence[Answer]], first: int, second: int, dimension: Dimension
) -> Disagreement | None:
    """A pair of sources heard beside each other; `None` where what they count is equal."""
    ours, theirs = answers.get(first, ()), answers.get(second, ())
    both = next(((a, b) for a in ours for b in theirs if a.sort == b.sort), None)
    if dimension == "count" and both is None and ours and theirs:
        return None  # hectares, people: what each counts is no answer to the other
    if dimension != "count" or both is None:
        return _opposed(claims, Opposition(first, second, OPPOSED, dimension, "beside"))
    a, b = both
    if a.interval == b.interval or are_of_two_events(a, b) or ("own" in a.signs) != ("own" in b.signs):
        return None
    if is_some_of(a, b) or is_some_of(b, a):
        return None
    interval = widened_relation(
        a.interval, b.interval, reach_of(a.quantity, a.interval), reach_of(b.quantity, b.interval)
    )
    return _count(a, b, Pair(first, second, interval, relation_of(interval)), claims.lang)


def _first_of_each(pairs: Iterable[Disagreement]) -> list[Disagreement]:
    """One pair for any two claims, the first found, which is the best supported."""
    kept: dict[frozenset[str], Disagreement] = {}
    for pair in pairs:
        kept.setdefault(frozenset(pair.claims), pair)
    return list(kept.values())


def _place(claims: Claims, pair: Disagreement) -> tuple[int, int]:
    return claims.rank[pair.claims[0]], claims.rank[pair.claims[1]]
