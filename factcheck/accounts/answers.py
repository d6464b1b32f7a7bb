"""What each claim answers: how many, how much, how long, with what tells one question from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from factcheck.accounts.alone import begins_with_measure, is_bare
from factcheck.accounts.context import Claims
from factcheck.accounts.counted import (
    GROWING,
    MOST,
    PEOPLE,
    beside,
    counts_bodies,
    is_said_not,
    measures_of,
    measures_of_noun,
    side_of,
    sort_of,
)
from factcheck.accounts.events import counts_regions, is_region, opens_elsewhere, region_of, weekday_near, weekdays
from factcheck.accounts.groups import OF_PEOPLE, families, group_of, measures_for_unit, persons, taken_of
from factcheck.accounts.lengths import lengths_without
from factcheck.accounts.measures import gauges, generic_nouns, measures_among
from factcheck.accounts.signs import phrases_in, signs_of, word_forms
from factcheck.accounts.votes import not_answers
from factcheck.accounts.who import nations, who_they_are
from factcheck.claim import Claim
from factcheck.lang.stems import empty_words, root, stem, unjoined, words_of
from factcheck.quantity import Interval, Quantity
from factcheck.text import fold, tokenise

_LISTED = 3  # shares of one claim that make a list: each is of something else
_LIMIT = 22  # characters before a number in which a limit makes it one
_NUMBERED = 40  # characters before a number in which "the number of those" tells what it counts
_BESIDE = 12  # characters before a number in which "another" belongs to it
_SINCE = 30  # days of a stretch from then until now that is more than the story's
_OWN = 28  # characters behind a number in which "of its men" belongs to it
_BEFORE, _BEHIND = 24, 10  # characters before and behind a number in which a sign bears on it


@dataclass(frozen=True, slots=True)
class Answer:
    """One number of one claim: the question it can answer, and the value in the base unit of its sort.

    `sort` is things, money, share, time, length or a unit; `elided` says the counted thing is left out. `measures` are
    the outcomes the number counts (dead, injured …), from the words around it, `words` the roots of what the claim is
    about, `opening` those it begins with, `subject` the first of them that are no gauges ("cost", "rose"). `region` is
    the office and region of a claimant who speaks for one, `regions` says that the claim counts several, `weekday` is
    the one told beside a number that no page date dates, `beside` what the claim tells with the number: lengths of time
    beside a count, counts beside a length. `who` says whether those counted are troops, civilians, officers, captives,
    `nations` of which nations the words behind the number make them, `own` whether they are the claimant's own people,
    `in_care` whether they are in hospital, `families` whether families are counted, `since` whether all from long
    before on, `opens_with_it` whether the claim begins with "it". `elsewhere` says that the sentence opens with a place
    not spoken of before, `replaced` that it was said on an earlier day; `earlier` is how many days before the story's
    its own day lies. `number_of` is the root of what an elided number is told to be the number of, `factor` what turns
    the number as told into the base unit, `measuring` holds the roots of the words that name measures. `by_measure`
    is the sign of the measure that the claim begins with, if it does not say of what: "the bill", «كلفته», "the rise";
    `of_them` says that some of those told of before are counted.
    """

    claim: Claim
    order: int
    line: int
    voice: str
    sort: str
    elided: bool
    noun: str | None
    measures: frozenset[str]
    words: frozenset[str]
    opening: frozenset[str]
    subject: frozenset[str]
    interval: Interval
    quantity: Quantity
    days: tuple[date, date] | None
    signs: frozenset[str]
    part: bool
    noun_measures: frozenset[str]
    generic: bool
    forecast: bool
    countries: frozenset[str]
    where: frozenset[str]
    region: tuple[str, str] = ("", "")
    regions: bool = False
    weekday: int | None = None
    beside: frozenset[str] = frozenset()
    elsewhere: bool = False
    earlier: int = 0
    replaced: bool = False
    who: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    own: bool = False
    in_care: bool = False
    families: bool = False
    since: bool = False
    opens_with_it: bool = False
    bare: bool = False
    number_of: str | None = None
    factor: float = 1.0
    measuring: frozenset[str] = frozenset()
    human: bool = False
    matters: frozenset[str] = frozenset()
    by_measure: str = ""
    of_them: bool = False

    @property
    def newer(self) -> bool:
        """Whether the number replaces earlier counts of what grows, "rose to 14", or is itself such an earlier one."""
        return (self.replaced or "update" in self.signs) and bool(self.measures & GROWING)

    @property
    def remaining(self) -> bool:
        """Whether the number is what is left of an earlier count: "two were still missing"."""
        return "remaining" in self.signs and bool(self.measures & GROWING)

    @property
    def interval_words(self) -> str:
        """The value in signs, as the text gives it: `≥ 1`, `2`, `10-15`."""
        return str(self.quantity.interval)


def find_answers(claims: Claims) -> list[Answer]:
    """The numbers of all claims that are no repetition of another, in text order."""
    found: list[Answer] = []
    spoken_of: set[str] = set()
    told: dict[float, set[str]] = {}
    story = _story_day(claims)
    for i, claim in enumerate(claims.all):
        told_of = claim.quantities or lengths_without(claims, i)
        if told_of and claim.same_as is None and not claim.denied and not claims.in_headline(i):
            leads = [*claims.tokens_before(i), *claims.tokens[i]] if claims.leads(i) else []
            elsewhere = opens_elsewhere(leads, spoken_of, claims.lang)
            some = _some_of_those_told(claim, claims.voices[i], told, claims.lang)
            found.extend(answer for answer in _answers(claims, i, claim, elsewhere, story) if answer.quantity != some)
        for quantity in claim.quantities[:MOST]:
            if quantity.low is not None and quantity.low == quantity.high:
                told.setdefault(quantity.low, set()).add(claims.voices[i])
        spoken_of |= claims.words[i]
    return found


def _some_of_those_told(claim: Claim, voice: str, told: dict[float, set[str]], lang: str) -> Quantity | None:
    """The number that a claim counts of those another voice told of: "three of the six", said of the six dead."""
    for some, all_of_them in pairwise(claim.quantities[:MOST]):
        between = claim.exact[some.end - claim.start : all_of_them.start - claim.start].strip().lower()
        whole = all_of_them.low is not None and bool(told.get(all_of_them.low, set()) - {voice})
        if (whole and between in ("of the", "of those", "of these")) or (whole and lang == "ar" and between == "من ال"):
            return some
    return None


def _story_day(claims: Claims) -> date | None:
    """The day a story is of: the first that a claim of the body tells something to have happened on."""
    told = (
        d
        for i, claim in enumerate(claims.all)
        if not claims.in_headline(i) and not claims.is_future(i)
        for d in claim.dates
        if d.grain == "day" and claim.start <= d.start < claim.end
    )
    return next((d.low for d in told if d.low is not None), None)


def _days_before(span: tuple[date, date] | None, story: date | None) -> int:
    """How many days before the story's a single day lies; 0 for none."""
    return max(0, (story - span[0]).days) if story and span and span[0] == span[1] else 0


def _answers(claims: Claims, i: int, claim: Claim, elsewhere: bool, story: date | None) -> Iterator[Answer]:
    before = _was_said_before(claims, i)
    dated = [d for d in claim.dates if claim.start <= d.start < claim.end]
    days = [(d.low, d.high) for d in dated if d.low is not None and d.high is not None]
    span = (min(low for low, _ in days), max(high for _, high in days)) if days else None
    measures = measures_among(claims.tokens[i], claim.start, claims.lang)
    measures = [found for found in measures if not _in_own_name(claim, found[0])]
    groups = [(start, end) for start, end, measure in measures if measure in OF_PEOPLE]
    told = [q for q in claim.quantities[:MOST] if groups and not counts_bodies(q, claims.lang)]
    known = [(q, group_of(q, claim.exact, claim.start, groups, claims.lang)) for q in told]
    grouped = {quantity: group for quantity, group in known if group is not None}
    measures = [found for found in measures if found[:2] not in grouped.values()]
    signs = claims.signs_from_before(i)
    shares = sum(quantity.unit == "%" for quantity in claim.quantities[:MOST])
    beside_another = not_answers(claim)
    for quantity in (*claim.quantities[:MOST], *lengths_without(claims, i)):
        if quantity.kind == "ordinal" or (quantity.low is None and quantity.high is None) or quantity in beside_another:
            continue
        at = quantity.start - claim.start
        near = claims.signs_near(i, at - _BEFORE, at)
        behind = claims.signs_near(i, at, at + len(quantity.exact) + _BEHIND)
        if not {"former", "difference"}.isdisjoint(near) or quantity in grouped or _is_added(claims, i, quantity):
            continue
        if is_said_not(claims.tokens[i], quantity, claim.start, claims.lang):
            continue
        if quantity.low == quantity.high == 1 and "negation" in near and "alone" not in near:
            continue  # "not one came", «ليس لدينا سجين واحد»
        sort, factor = sort_of(quantity)
        if sort == "time" and side_of(claims.tokens[i], quantity, claim.start, claims.lang):
            continue  # "two hours before the exam" says when, and not how long
        elided = quantity.unit is None and quantity.noun is None and sort == "things"
        own = measures_of_noun(quantity, claims.lang)
        fitting = [found for found in measures if measures_for_unit(taken_of(frozenset({found[2]}), own), sort)]
        near_by = [] if is_region(quantity, claims.lang) else fitting  # «وفاة 789 في 19 محافظة»
        told_of = taken_of(measures_of(quantity, claim, near_by, own, claims.lang), own)
        counted = measures_for_unit(told_of, sort)
        limit = "limit" in claims.signs_near(i, at - _LIMIT, at)  # "well above the limit of 70"
        numbered = "counting" in claims.signs_near(i, at - _NUMBERED, at)  # "the number of those admitted as 97"
        near -= {"part"} if numbered else set()
        if "limit" in behind or limit or ("part" in near | behind and not counted - {PEOPLE}):
            continue  # some of those another number counts, and of no outcome of their own
        noun = None if quantity.noun is None else root(quantity.noun, claims.lang)
        number_of = _number_of(claims, i, quantity) if elided else None
        yield Answer(
            claim=claim,
            order=i,
            line=claims.line(i),
            voice=claims.voices[i],
            sort=sort,
            elided=elided,
            noun=noun,
            measures=counted,
            words=claims.words[i] - claims.measuring(i) - (gauges(claims.lang) if sort == "share" else frozenset()),
            opening=frozenset(claims.openings[i]) - claims.measuring(i) - gauges(claims.lang),
            subject=claims.subjects[i] - claims.measuring(i),
            interval=quantity.interval.times(factor),
            factor=factor,
            measuring=_measuring(claims, i, [found for found in measures if found[2] in counted]),
            quantity=quantity,
            days=span,
            signs=signs,
            part="part" in near or (sort == "share" and shares >= _LISTED),
            noun_measures=own,
            generic=noun in generic_nouns(claims.lang),
            countries=frozenset(place.country for place in claim.places if place.country),
            where=frozenset(word for place in claim.places for word in words_of(place.exact, claims.lang)),
            forecast=claim.kind in ("prediction", "commitment") or "ought" in signs or _is_forecast(claims, i),
            region=region_of(claim.claimant, claims.lang),
            regions=counts_regions(claim, claims.lang),
            weekday=weekday_near(claim, quantity, claims.lang),
            beside=beside(sort, claim),
            elsewhere=elsewhere,
            replaced=before,
            earlier=_days_before(span, story),
            who=who_they_are(claims, i, at, quantity),
            nations=nations(claim, quantity, claims.lang),
            own="own people" in claims.signs_near(i, at - _BEFORE, at + len(quantity.exact) + _OWN),
            in_care="in care" in claims.signs(i),
            families=(noun or number_of) in families(claims.lang),
            number_of=number_of,
            human=PEOPLE in own
            or (quantity.noun is not None and stem(quantity.noun, claims.lang) in persons(claims.lang)),
            matters=claims.matters(i, frozenset({noun} if noun else ())),
            opens_with_it=bool(phrases_in(claims.tokens[i][:1], claims.lang, "it")),
            of_them=elided and "part" in behind,
            by_measure=begins_with_measure(claims, i),
            bare=(noun is None or quantity.unit is not None) and is_bare(claims, i, quantity),
            since=any(
                _is_since(d.exact) and (not d.low or not d.high or (d.high - d.low).days > _SINCE) for d in dated
            ),
        )


def _measuring(claims: Claims, i: int, measures: Sequence[tuple[int, int, str]]) -> frozenset[str]:
    """The roots of a claim's words in the phrases that name some measures."""
    at = claims.all[i].start
    named = (t for t in claims.tokens[i] if any(start <= t.start + at < end for start, end, _ in measures))
    return frozenset(root(token.form, claims.lang) for token in named)


def _number_of(claims: Claims, i: int, quantity: Quantity) -> str | None:
    """The root of what a claim says the number of before it gives it: "put the number of arrests at 371"."""
    at = quantity.start - claims.all[i].start
    tokens = [*claims.tokens_before(i), *claims.tokens[i]]
    said = [span for span in phrases_in(tokens, claims.lang, "number of") if span.end < at]
    behind = next((token for token in tokens if said and token.start >= said[-1].end), None)
    if behind is None or behind.kind != "word" or behind.end >= at or behind.form in empty_words(claims.lang):
        return None
    found = root(unjoined(behind.form, claims.lang), claims.lang)
    return None if found in generic_nouns(claims.lang) else found  # "the number of cases" may be of pupils


def _is_forecast(claims: Claims, i: int) -> bool:
    """Whether a claim is told as a forecast, by its own words or those that report it: "it expected growth of 1%"."""
    told = signs_of(word_forms(tokenise(claims.all[i].cue or "")), claims.lang)
    return "forecasting" in told | claims.signs(i)


def _in_own_name(claim: Claim, place: int) -> bool:
    """Whether a word belongs to the name of who says it: "Vote Watch's own estimate was 29 per cent"."""
    at = claim.exact.find(claim.claimant)
    return 0 <= at <= place - claim.start < at + len(claim.claimant)


def _is_since(exact: str) -> bool:
    """Whether a date's words say from when on: "since September", `منذ بداية العام`."""
    return fold(exact.split(maxsplit=1)[0]).removeprefix("و") in ("since", fold("منذ"))


def _was_said_before(claims: Claims, i: int) -> bool:
    """Whether a figure was given on an earlier day, and a later one replaced it: "On Tuesday he had spoken of"."""
    before = claims.tokens_before(i)
    days = weekdays(claims.lang)
    return "had said" in signs_of(word_forms(before), claims.lang) and any(token.form in days for token in before)


def _is_added(claims: Claims, i: int, quantity: Quantity) -> bool:
    """Whether a number only adds to another: "a further 22", "12 additional cases", the sign right beside it."""
    at = quantity.start - claims.all[i].start
    before = claims.signs_near(i, at - _BESIDE, at)
    return "added" in before or "added" in claims.signs_near(i, at, at + len(quantity.exact) + _BEHIND)
