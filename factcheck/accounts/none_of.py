"""Claims that say there was none of what another voice counts: "nobody was hurt" beside "five people were treated"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.accounts.answers import Answer
from factcheck.accounts.context import Claims
from factcheck.accounts.counted import PEOPLE, WHO
from factcheck.accounts.groups import OF_PEOPLE, persons
from factcheck.accounts.measures import generic_nouns, measures_among
from factcheck.accounts.signs import phrases_in, word_forms
from factcheck.accounts.who import IN_SERVICE, WHO_THEY_ARE
from factcheck.claim import ARTICLE
from factcheck.lang import english, rows
from factcheck.lang.stems import root, stem
from factcheck.text import fold

WINDOW = 12  # claims before and behind one that says none, among which a count can stand
LINES = 3
_KIN = {
    "injured": frozenset({"injured", "hospital", "wounds", "critical"}), "sick": frozenset({"sick", "hospital"}),
    "critical": frozenset({"critical"}),
}  # fmt: skip
_MAIN = 5  # words at the head of a claim among which its "nobody" or "no" stands
_AMONG = frozenset({"among", "of", "بين", "وسط"})
_NONE = frozenset({"no", fold("لا")})
_ONE = frozenset({fold("واحد"), fold("واحدة"), fold("واحدا")})
_NONE_OF = (["none", "of"], [fold("لا"), fold("أحد")])  # of a number: "none of the 46 has shown symptoms"
_OPENS = 3  # words in which a claim opens with a toll or number
_NEXT = 6  # words behind it in which what there was none of is named
# signs of what is not told as such
_SAID_OF = frozenset({"left open", "conditional", "wished", "before", "blamed", "clears"})
_HEAD = 10  # words of a claim in which one person and what befell them are told
_BESIDE = 4  # words from the one to the other
_OF_SOME = 4  # words more where it is said of whom


def find_none(claims: Claims, answers: Sequence[Answer]) -> Iterator[tuple[int, int]]:
    """The pairs of claims by their places in which one voice says none and another counts some, the earlier first."""
    counted: dict[int, list[Answer]] = {}
    for answer in answers:
        if (answer.interval.low or 0) >= 1 and not answer.forecast and answer.sort == "things":
            counted.setdefault(answer.order, []).append(answer)
    of_one = {j: found for j in range(len(claims.all)) if j not in counted and (found := _of_a_person(claims, j))}
    if not counted and not of_one:
        return
    for i in range(len(claims.all)):
        outcomes = _none_of(claims, i)
        thing = _no_thing(claims, i) if not outcomes else ""
        around = range(max(0, i - WINDOW), min(len(claims.all), i + WINDOW + 1))
        near = [j for j in around if j in counted or (outcomes and j in of_one)]
        for j in sorted(near, key=lambda j: abs(i - j)) if outcomes or thing else ():
            apart = claims.voices[i] == claims.voices[j] or abs(claims.line(i) - claims.line(j)) > LINES
            if apart or (thing and (ARTICLE in (claims.voices[j], claims.voices[i]) or _of_one_state(claims, i, j))):
                continue
            told = any(_counts_some(claims, i, answer, outcomes) for answer in counted.get(j, ()))
            told = told or any(of_one.get(j, frozenset()) & _KIN.get(one, frozenset({one})) for one in outcomes)
            counts = thing and any(answer.noun == thing and answer.days is None for answer in counted.get(j, ()))
            if told or (counts and _of_one_deed(claims, i, j, thing)):
                yield min(i, j), max(i, j)
                if not thing:
                    break


def _of_a_person(claims: Claims, i: int) -> frozenset[str]:
    """The outcomes a claim tells of somebody, without a number: "a pupil was hurt", «وفاة طفلة»; empty for none."""
    claim = claims.all[i]
    if claim.denied or claim.same_as or claim.quantities or claims.negated(i) or claims.in_headline(i):
        return frozenset()
    if claims.is_future(i) or any(d.grain != "day" for d in claim.dates) or not _SAID_OF.isdisjoint(claims.signs(i)):
        return frozenset()
    words = [token for token in claims.tokens[i] if token.kind in ("word", "number")]
    at = [k for k, word in enumerate(words[:_HEAD]) if stem(word.form, claims.lang) in persons(claims.lang)]
    found = measures_among(words[:_HEAD], claim.start, claims.lang) if at else []
    starts = {word.start: k for k, word in enumerate(words)}
    return frozenset(
        measure
        for start, _, measure in found
        if measure in OF_PEOPLE | _KIN.keys() and any(0 < abs(starts[start - claim.start] - k) <= _BESIDE for k in at)
    )


def _counts_some(claims: Claims, i: int, answer: Answer, outcomes: frozenset[str]) -> bool:
    """Whether a number counts some of whom claim `i` says there was none: officers, not protesters."""
    told = any(answer.measures & _KIN.get(outcome, frozenset({outcome})) for outcome in outcomes)
    told = told or ("injured" in outcomes and PEOPLE in answer.noun_measures and _tells_wounds(claims, answer.order))
    signs = claims.signs(i) & WHO_THEY_ARE
    if signs and (not answer.who & signs if answer.who else signs <= IN_SERVICE):
        return False  # none of its soldiers was hurt, six people were
    if not told or answer.noun is None or answer.generic or answer.noun_measures - {PEOPLE} - WHO:
        return told
    others = claims.words[i] & people_words(claims.lang)
    return not others or answer.noun in others


def _tells_wounds(claims: Claims, i: int) -> bool:
    """Whether a claim tells of wounds, however far from its number: "two men asleep by the wall … with broken legs"."""
    found = measures_among(claims.tokens[i], 0, claims.lang)
    return any(measure == "wounds" for *_, measure in found) and not claims.negated(i)


def _no_thing(claims: Claims, i: int) -> str:
    """The root of the thing of which a claim begins by saying that there is none: "no lorry is stuck", «لا شاحنات»."""
    claim, forms = claims.all[i], word_forms(claims.tokens[i])
    if len(forms) < 2 or claim.denied or claims.is_future(i) or claim.dates:
        return ""
    if "except" in claims.signs(i) or "left open" in claims.signs(i):
        return ""
    led = claims.lang == "en" and forms[0] in english.words("preposition") and len(forms) > 2  # "at no station"
    if forms[led] in _NONE:
        return root(forms[led + 1], claims.lang)
    if "negation" not in claims.signs(i):
        return ""
    if claims.lang == "ar":
        one = next((k for k, form in enumerate(forms) if form in _ONE and k > 0), None)
        return "" if one is None else root(forms[one - 1], claims.lang)  # «لم يكن معنا حارس واحد»
    behind = next(
        (k for k, form in enumerate(forms) if form == "single" or forms[k - 1 : k + 1] == ["not", "one"]), None
    )
    return root(forms[behind + 1], claims.lang) if behind is not None and behind + 1 < len(forms) else ""


def _of_one_deed(claims: Claims, i: int, j: int, thing: str) -> bool:
    """Whether two claims say of a thing that it was one and the same, or one says no more than that there is none: "no
    lorry is stuck", not "no officer fired", "nine officers were hurt".
    """
    said = claims.words[i] - {thing}
    return not said or bool(said & claims.words[j]) or claims.opposite(i, j)


def _of_one_state(claims: Claims, i: int, j: int) -> bool:
    left, right = claims.all[i].claimant_country, claims.all[j].claimant_country
    return left is not None and left == right and len(claims.states) > 1


@cache
def people_words(lang: str) -> frozenset[str]:
    """The roots of the nouns that say who people are: officers, passengers, pupils."""
    return frozenset(root(row[0], lang) for row in rows(lang, "measures") if row[1] == PEOPLE) - generic_nouns(lang)


def says_none_of_its_own(claims: Claims, first: int, second: int) -> bool:
    """Whether one of two claims says no of the speaker's own people, and the other does not name such: "none of its
    soldiers was hurt", "six people were hurt".
    """
    own = any({"own people", "absolute"} <= claims.signs(i) and claims.negated(i) for i in (first, second))
    return own and not claims.words[first] & claims.words[second] & people_words(claims.lang)


def _none_of(claims: Claims, i: int) -> frozenset[str]:
    """The outcomes of which a claim says that there were none; empty for one that counts, foresees, or limits it."""
    claim, forms = claims.all[i], word_forms(claims.tokens[i])
    if (
        claim.same_as is not None
        or (claim.quantities and forms[:2] not in _NONE_OF)
        or claims.in_headline(i)
        or claims.is_future(i)
    ):
        return frozenset()
    if not claims.signs(i).isdisjoint(("left open", "differ")):
        return frozenset()  # «ولا يقف الخلاف عند عدد الجرحى»
    if set(forms) & (_phrases("except", claims.lang) | _phrases("before", claims.lang)):
        return frozenset()  # "none but those identified", "no one fell ill before Tuesday"
    negations = _phrases("negation", claims.lang) | _phrases("lacking", claims.lang)
    if claims.lang == "en" and forms[:1] in (["it"], ["that"]) and forms[1:2] and forms[1] in english.words("be"):
        return frozenset()  # "It was the dam, not the sky, that drowned my people"
    if claim.denied and phrases_in(claims.tokens[i][:_OPENS], claims.lang, "on count"):
        return frozenset()  # a toll disputed is not a toll of none
    at = next((n for n, form in enumerate(forms[:_MAIN]) if form in negations), None)
    if not claim.denied and (at is None or (at + 1 < len(forms) and forms[at + 1] in _phrases("idle", claims.lang))):
        return frozenset()  # «لا تزال»
    if at is not None and not _phrases("asks for", claims.lang).isdisjoint(forms[at + 1 : at + 3]):
        return frozenset()  # «لم تطلب السلطات إخلاء المنازل»: nobody says that none left
    words = [token for token in claims.tokens[i] if token.kind in ("word", "number")]
    near = words[: (at or 0) + _NEXT + _OF_SOME * (forms[:2] in _NONE_OF)]
    among = {word.start for before, word in pairwise(near) if before.form in _AMONG}  # "no minors among the injured"
    found = measures_among(near, claim.start, claims.lang)
    told = {measure for start, _, measure in found if start - claim.start not in among}
    return frozenset(told & (OF_PEOPLE | _KIN.keys()))


@cache
def _phrases(sign: str, lang: str) -> frozenset[str]:
    return frozenset(fold(row[1]) for row in rows(lang, "contrast") if row[0] == sign)
