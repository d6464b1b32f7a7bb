"""What each claim answers: how many, how much, how long, with what tells one question from another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.accounts.counted import GROWING, MOST, PEOPLE, beside, measures_of, measures_of_noun, side_of, sort_of
from factcheck.accounts.events import counts_regions, is_region, opens_elsewhere, region_of, weekday_near
from factcheck.accounts.groups import OF_PEOPLE, group_of, measures_for_unit
from factcheck.accounts.measures import gauges, generic_nouns, measures_among
from factcheck.accounts.negations import negated_words
from factcheck.accounts.signs import signs_of, word_forms
from factcheck.article import find_lang
from factcheck.claim import ARTICLE, Claim
from factcheck.errors import ArticleError
from factcheck.lang.actors import institution
from factcheck.lang.stems import root, roots_of, stem, words_of
from factcheck.quantity import Interval, Quantity
from factcheck.text import Token, tokenise

_BESIDE = 12  # characters before a number in which "another" belongs to it
_BEFORE, _BEHIND = 24, 10  # characters before and behind a number in which a sign bears on it


@dataclass(frozen=True, slots=True)
class Answer:
    """One number of one claim: the question it can answer, and the value in the base unit of its sort.

    `sort` is things, money, share, time, length or a unit; `elided` says the counted thing is left out. `measures` are
    the outcomes the number counts (dead, injured …), from the words around it, `words` the roots of what the claim is
    about, `opening` those it begins with, `subject` the first of them that are no gauges ("cost", "rose"). `region` is
    the office and region of a claimant who speaks for one, `regions` says that the claim counts several, `weekday` is
    the one told beside a number that no page date dates, `beside` what the claim tells with the number: lengths of time
    beside a count, counts beside a length. `elsewhere` says that the sentence opens with a place not spoken of before.
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

    @property
    def newer(self) -> bool:
        """Whether the number replaces earlier counts of something that grows: "rose to 14"."""
        return "update" in self.signs and bool(self.measures & GROWING)

    @property
    def remaining(self) -> bool:
        """Whether the number is what is left of an earlier count: "two were still missing"."""
        return "remaining" in self.signs and bool(self.measures & GROWING)

    @property
    def interval_words(self) -> str:
        """The value in signs, as the text gives it: `≥ 1`, `2`, `10-15`."""
        return str(self.quantity.interval)


class Claims:
    """Claims in text order with what comparing them needs: language, lines, voices, stems. Built once, linear."""

    def __init__(self, claims: Sequence[Claim], text: str = "", lang: str | None = None) -> None:
        self.all = sorted(claims, key=lambda claim: (claim.start, claim.end))
        self.rank = {claim.id: i for i, claim in enumerate(self.all)}
        self.text = text
        self.lang = lang or _language(self.all, text)
        self.voices = [voice_of(claim) for claim in self.all]
        self._breaks = _line_ends(text)
        self._story = _story_start(text)
        self.tokens = [tokenise(claim.exact) for claim in self.all]
        known = frozenset(word for tokens in self.tokens for word in roots_of(tokens, self.lang))
        words = [roots_of(tokens, self.lang, known) for tokens in self.tokens]
        self.words = [frozenset(found) for found in words]
        self.openings = [found[:2] for found in words]
        told = gauges(self.lang)
        self.subjects = [frozenset([word for word in found[:4] if word not in told][:2]) for found in words]
        self.lines = [bisect_right(self._breaks, one.start) if text else one.start // 400 for one in self.all]
        self._negated: dict[int, frozenset[str]] = {}
        self._stems: dict[int, frozenset[str]] = {}
        self._measuring: dict[int, frozenset[str]] = {}
        self._signs: dict[int, frozenset[str]] = {}
        self._before: dict[int, list[Token]] = {}

    def in_headline(self, i: int) -> bool:
        """Whether a claim stands above the story's first sentence: a headline repeats what the body says in full."""
        return self.all[i].end <= self._story

    def line(self, i: int) -> int:
        """The line of the text a claim stands in, empty ones not counted; without the text, 400 characters are one."""
        return self.lines[i]

    def before(self, i: int) -> str:
        """The words of the sentence that stand before a claim (its attribution, a `لكن`); at most 160 characters."""
        claim = self.all[i]
        found = self.text[max(0, claim.start - 160) : claim.start] if self.text else claim.prefix
        return found[max(found.rfind(mark) for mark in (".", "!", "?", "؟", "\n")) + 1 :]

    def since_last(self, i: int) -> str:
        """The words before a claim that stand in no claim of the article before it in the same sentence."""
        before, claim = self.before(i), self.all[i]
        told = i > 0 and self.voices[i - 1] == ARTICLE
        return before[max(0, len(before) - max(0, claim.start - self.all[i - 1].end)) :] if told else before

    def after(self, i: int) -> str:
        """The words of the sentence that stand behind a claim; at most 80 characters."""
        claim = self.all[i]
        found = self.text[claim.end : claim.end + 80] if self.text else claim.suffix
        ends = [k for mark in (". ", "!", "?", "؟", "\n") if (k := found.find(mark)) >= 0]
        return found[: min(ends)] if ends else found

    def leads(self, i: int) -> bool:
        """Whether a claim is the first of its sentence."""
        before = self.before(i)
        return i == 0 or self.all[i - 1].end <= self.all[i].start - len(before)

    def negated(self, i: int) -> frozenset[str]:
        """The stems a claim's own negations bear on."""
        if i not in self._negated:
            self._negated[i] = negated_words(self.tokens[i], self.lang) if "negation" in self.signs(i) else frozenset()
        return self._negated[i]

    def stems(self, i: int) -> frozenset[str]:
        """The stems of a claim's words, which tell more words apart than their roots."""
        if i not in self._stems:
            self._stems[i] = frozenset(stem(form, self.lang) for form in word_forms(self.tokens[i]))
        return self._stems[i]

    def measuring(self, i: int) -> frozenset[str]:
        """The stems of a claim's units: that two claims both speak of pounds joins them in nothing."""
        if i not in self._measuring:
            measured = (q.exact for q in self.all[i].quantities[:MOST] if q.unit or q.kind == "money")
            self._measuring[i] = frozenset().union(*(words_of(exact, self.lang) for exact in measured))
        return self._measuring[i]

    def neighbours(self, first: int, second: int) -> bool:
        """Whether no third source is heard between two claims."""
        low, high = min(first, second), max(first, second)
        return all(voice in (self.voices[low], self.voices[high], ARTICLE) for voice in self.voices[low:high])

    def signs(self, i: int) -> frozenset[str]:
        """The signs in a claim's own words."""
        if i not in self._signs:
            self._signs[i] = signs_of(word_forms(self.tokens[i]), self.lang)
        return self._signs[i]

    def is_future(self, i: int) -> bool:
        """Whether a claim is about a time to come."""
        return self.all[i].kind in ("prediction", "commitment") or "future" in self.signs(i)

    def signs_from_before(self, i: int) -> frozenset[str]:
        """The signs in the words before a claim and its own, read on from one to the other."""
        return signs_of(word_forms([*self.tokens_before(i), *self.tokens[i]]), self.lang)

    def tokens_before(self, i: int) -> list[Token]:
        """The words of the sentence before a claim; their offsets count from the claim's first character, downwards."""
        if i not in self._before:
            before = self.before(i)
            self._before[i] = [
                Token(t.start - len(before), t.end - len(before), t.form, t.kind) for t in tokenise(before)
            ]
        return self._before[i]

    def signs_near(self, i: int, start: int, end: int) -> frozenset[str]:
        """The signs of the whole words between two offsets, counted from the claim's first character."""
        tokens = [*self.tokens_before(i), *self.tokens[i]] if start < 0 else self.tokens[i]
        return signs_of([t.form for t in tokens if t.kind == "word" and start <= t.start and t.end <= end], self.lang)


def _line_ends(text: str) -> list[int]:
    """Where each line ends that holds anything."""
    ends, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            ends.append(start + len(line))
        start += len(line) + 1
    return ends


def _story_start(text: str) -> int:
    """Where the first line begins that ends as a sentence does; 0 where none does."""
    start = 0
    for line in text.split("\n"):
        if line.rstrip().endswith((".", "!", "؟", ".”", '."', ".»")):
            return start
        start += len(line) + 1
    return 0


def voice_of(claim: Claim) -> str:
    """The institution that stands behind a claim; the article is one voice."""
    return ARTICLE if claim.mode == "narrator" else institution(claim.claimant)


def find_answers(claims: Claims) -> list[Answer]:
    """The numbers of all claims that are no repetition of another, in text order."""
    found: list[Answer] = []
    spoken_of: set[str] = set()
    for i, claim in enumerate(claims.all):
        if claim.quantities and claim.same_as is None and not claim.denied and not claims.in_headline(i):
            leads = [*claims.tokens_before(i), *claims.tokens[i]] if claims.leads(i) else []
            found.extend(_answers(claims, i, claim, opens_elsewhere(leads, spoken_of, claims.lang)))
        spoken_of |= claims.words[i]
    return found


def _answers(claims: Claims, i: int, claim: Claim, elsewhere: bool) -> Iterator[Answer]:
    dated = [d for d in claim.dates if claim.start <= d.start < claim.end]
    days = [(d.low, d.high) for d in dated if d.low is not None and d.high is not None]
    span = (min(low for low, _ in days), max(high for _, high in days)) if days else None
    measures = measures_among(claims.tokens[i], claim.start, claims.lang)
    groups = [(start, end) for start, end, measure in measures if measure in OF_PEOPLE]
    known = [(q, group_of(q, claim.exact, claim.start, groups, claims.lang)) for q in claim.quantities[:MOST] if groups]
    grouped = {quantity: group for quantity, group in known if group is not None}
    measures = [found for found in measures if found[:2] not in grouped.values()]
    signs = claims.signs_from_before(i)
    for quantity in claim.quantities[:MOST]:
        if quantity.kind == "ordinal" or (quantity.low is None and quantity.high is None):
            continue
        at = quantity.start - claim.start
        near = claims.signs_near(i, at - _BEFORE, at)
        behind = claims.signs_near(i, at, at + len(quantity.exact) + _BEHIND)
        if "former" in near or quantity in grouped or _is_added(claims, i, quantity):
            continue
        sort, factor = sort_of(quantity)
        if sort == "time" and side_of(claims.tokens[i], quantity, claim.start, claims.lang):
            continue  # "two hours before the exam" says when, and not how long
        elided = quantity.unit is None and quantity.noun is None and sort == "things"
        own = measures_of_noun(quantity, claims.lang)
        fitting = [found for found in measures if measures_for_unit(frozenset({found[2]}), sort)]
        near_by = [] if is_region(quantity, claims.lang) else fitting  # «وفاة 789 في 19 محافظة»
        counted = measures_for_unit(measures_of(quantity, claim, near_by, own, claims.lang), sort)
        if "limit" in behind or ("part" in near | behind and not counted - {PEOPLE}):
            continue  # some of those another number counts, and of no outcome of their own
        noun = None if quantity.noun is None else root(quantity.noun, claims.lang)
        yield Answer(
            claim=claim,
            order=i,
            line=claims.line(i),
            voice=claims.voices[i],
            sort=sort,
            elided=elided,
            noun=noun,
            measures=counted,
            words=claims.words[i] - claims.measuring(i),
            opening=frozenset(claims.openings[i]) - claims.measuring(i) - gauges(claims.lang),
            subject=claims.subjects[i] - claims.measuring(i),
            interval=quantity.interval.times(factor),
            quantity=quantity,
            days=span,
            signs=signs,
            part="part" in near,
            noun_measures=own,
            generic=noun in generic_nouns(claims.lang),
            countries=frozenset(place.country for place in claim.places if place.country),
            where=frozenset(word for place in claim.places for word in words_of(place.exact, claims.lang)),
            forecast=claim.kind in ("prediction", "commitment") or "ought" in signs,
            region=region_of(claim.claimant, claims.lang),
            regions=counts_regions(claim, claims.lang),
            weekday=weekday_near(claim, quantity, claims.lang),
            beside=beside(sort, claim),
            elsewhere=elsewhere,
        )


def _is_added(claims: Claims, i: int, quantity: Quantity) -> bool:
    """Whether a number only adds to another: "a further 22", "12 additional cases", the sign right beside it."""
    at = quantity.start - claims.all[i].start
    before = claims.signs_near(i, at - _BESIDE, at)
    return "added" in before or "added" in claims.signs_near(i, at, at + len(quantity.exact) + _BEHIND)


def _language(claims: Sequence[Claim], text: str) -> str:
    try:
        return find_lang(text or " ".join(claim.exact for claim in claims[:20]) or "a")
    except ArticleError:
        return "en"
