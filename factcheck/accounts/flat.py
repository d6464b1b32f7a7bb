"""Claims that answer another in so many words: "baseless", "rejected the allegation", "19, not 17"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.accounts.context import Claims
from factcheck.accounts.counted import MOST, is_said_not
from factcheck.accounts.signs import phrases_in, signs_of, word_forms
from factcheck.claim import ARTICLE
from factcheck.finding import Dimension
from factcheck.lang.stems import root, roots_of
from factcheck.quantity import Quantity

BACK = 3  # claims before a flat rebuttal among which what it rebuts stands
FAR = 24  # claims either side among which a corrected figure stands
_SHORT = 9  # words of a claim that says no more than that another is untrue
_NAMED = 4  # words of a denial that names what it denies no more than "the police account"
_BETWEEN = 20  # characters between a figure and the one it puts right


def is_denied_thing(claims: Claims, first: int, second: int) -> bool:
    """Whether a claim speaks of what an "any" is of in a denial: the warning in `تسلّم أي إنذار`."""
    if "any" not in claims.signs(second):
        return False
    tokens = [token for token in claims.tokens[second] if token.kind == "word"]
    for span in phrases_in(tokens, claims.lang, "any"):
        behind = roots_of([token for token in tokens if token.start >= span.end], claims.lang)
        if behind:
            return behind[0] in claims.words[first]
    return False


def find_flat(claims: Claims) -> Iterator[tuple[int, int, Dimension]]:
    """The pairs, by place in text order, of a flat rebuttal and what it rebuts, a figure and the one it puts right."""
    for i, claim in enumerate(claims.all):
        if claim.same_as is not None or claims.voices[i] == ARTICLE or claims.in_headline(i):
            continue
        forms = word_forms(claims.tokens[i])
        signs = signs_of(forms, claims.lang) if len(forms) <= _SHORT else frozenset()
        if "baseless" in signs or (claim.denied and len(forms) <= _NAMED and "retold" in signs):
            first = _rebutted(claims, i)
            if first is not None:
                yield first, i, "polarity"
        for whole in _none_of_those(claims, i):
            other = _who_said(claims, i, whole)
            if other is not None and other < i:
                yield other, i, "polarity"
        for wrong in _put_right(claims, i):
            other = _who_said(claims, i, wrong)
            if other is not None:
                yield min(i, other), max(i, other), "count"


def _rebutted(claims: Claims, i: int) -> int | None:
    """The claim that a flat rebuttal answers: the last of another source, shortly before it.

    One that was told with the rebuttal's own word goes first: the accusation is what someone "accused" another of.
    """
    answered = range(i - 1, max(-1, i - 1 - BACK), -1)
    others = [k for k in answered if claims.voices[k] not in (ARTICLE, claims.voices[i])]
    named = [k for k in others if _is_told_as(claims, k, i)]
    for k in (named or others)[:1]:
        near = claims.line(i) - claims.line(k) <= 1 and not claims.all[k].denied
        return k if near and claims.all[k].same_as is None else None
    return None


def _is_told_as(claims: Claims, k: int, i: int) -> bool:
    cue = claims.all[k].cue
    return cue is not None and root(cue, claims.lang) in claims.words[i]


def _none_of_those(claims: Claims, i: int) -> Iterator[Quantity]:
    """The figure of another of which a claim says that some are not so: the six of "three of the six died with it"."""
    claim = claims.all[i]
    if not {"negation", "not but"} & claims.signs(i):
        return
    for some, whole in pairwise(claim.quantities[:MOST]):
        if claim.exact[some.end - claim.start : whole.start - claim.start].strip() in ("of the", "of those"):
            yield whole


def _put_right(claims: Claims, i: int) -> Iterator[Quantity]:
    """The figures a claim says are wrong: the 17 of "19, not 17" and `19 وليس 17`, that of "it is not 40,000"."""
    claim = claims.all[i]
    told = claim.quantities[:MOST]
    if (
        len(told) == 1
        and is_said_not(claims.tokens[i], told[0], claim.start, claims.lang)
        and not claims.words[i] - claims.measuring(i)
    ):
        yield told[0]
    for right, wrong in pairwise(told):
        between = claim.exact[right.end - claim.start : wrong.start - claim.start]
        words = [form for form in between.replace("،", " ").replace(",", " ").split() if form]
        if len(between) <= _BETWEEN and words and "instead" in signs_of([words[0].lower()], claims.lang):
            yield wrong


def _who_said(claims: Claims, i: int, wrong: Quantity) -> int | None:
    """The nearest claim of another voice with a figure that claim `i` says is wrong."""
    for k in sorted(range(max(0, i - FAR), min(len(claims.all), i + FAR + 1)), key=lambda k: abs(k - i)):
        other = claims.all[k]
        if claims.voices[k] == claims.voices[i] or other.same_as is not None or claims.in_headline(k):
            continue
        alike = (q for q in other.quantities[:MOST] if wrong.unit in (q.unit, None))
        if any((q.low, q.high) == (wrong.low, wrong.high) for q in alike):
            return k
    return None
