"""Claims in text order with what comparing them needs: language, lines, voices, words, the text around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile

from factcheck.accounts.counted import MOST
from factcheck.accounts.houses import find_voices
from factcheck.accounts.matters import matters_of
from factcheck.accounts.measures import gauges
from factcheck.accounts.negations import negated_words
from factcheck.accounts.opposites import are_opposite
from factcheck.accounts.signs import phrases_in, signs_of, word_forms
from factcheck.article import find_lang
from factcheck.claim import ARTICLE, Claim
from factcheck.errors import ArticleError
from factcheck.lang.stems import root, roots_of, stem, words_of
from factcheck.text import Token, tokenise

_LEAST_COMMON, _COMMON = 5, 0.3  # claims, and share of them, from which a matter tells none of them apart
_LEAST_EVERYWHERE = 6  # claims of an article in which a word stands before it is one that tells none of them apart


class Claims:
    """Claims in text order with what comparing them needs: language, lines, voices, stems. Built once, linear."""

    def __init__(self, claims: Sequence[Claim], text: str = "", lang: str | None = None) -> None:
        self.all = sorted(claims, key=lambda claim: (claim.start, claim.end))
        self.rank = {claim.id: i for i, claim in enumerate(self.all)}
        self.text = text
        self.lang = lang or _language(self.all, text)
        self.voices = find_voices(self.all, self.lang)
        self.states = {claim.claimant_country for claim in self.all if claim.mode != "narrator"} - {None}
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
        held = Counter(word for found in self.words for word in found)
        self.everywhere = frozenset(word for word, n in held.items() if n >= max(_LEAST_EVERYWHERE, len(words) / 4))
        spread = Counter(m for tokens in self.tokens for m in matters_of(word_forms(tokens), self.lang))
        self._of_all = {matter for matter, n in spread.items() if n >= max(_LEAST_COMMON, len(words) * _COMMON)}
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

    def matters(self, i: int, without: frozenset[str]) -> frozenset[str]:
        """What matters a claim speaks of, besides those of the words with some roots and those of the whole article."""
        return (
            matters_of([form for form in word_forms(self.tokens[i]) if root(form, self.lang) not in without], self.lang)
            - self._of_all
        )

    def stems(self, i: int) -> frozenset[str]:
        """The stems of a claim's words, which tell more words apart than their roots; "closer" is near, not shut."""
        if i not in self._stems:
            near = [span.start for span in phrases_in(self.tokens[i], self.lang, "nearer")]
            told = (token for token in self.tokens[i] if token.kind == "word" and token.start not in near)
            self._stems[i] = frozenset(stem(token.form, self.lang) for token in told)
        return self._stems[i]

    def opposite(self, first: int, second: int) -> bool:
        """Whether two claims hold words that exclude each other."""
        return are_opposite(self.stems(first), self.stems(second), self.lang)

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
        first = bisect_left(tokens, start, key=_start)
        near = takewhile(lambda token: token.start < end, islice(tokens, first, None))
        return signs_of([token.form for token in near if token.kind == "word" and token.end <= end], self.lang)


def _start(token: Token) -> int:
    return token.start


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


def _language(claims: Sequence[Claim], text: str) -> str:
    try:
        return find_lang(text or " ".join(claim.exact for claim in claims[:20]) or "a")
    except ArticleError:
        return "en"
