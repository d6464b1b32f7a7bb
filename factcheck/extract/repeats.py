"""A claim said twice in an article: later and headline mentions point to the fullest one in the body (`same_as`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from factcheck.claim import Claim
from factcheck.extract.layout import Layout
from factcheck.lang import rows
from factcheck.lang.stems import root, stem
from factcheck.text import by_spelling, fold

_LEAD = 0.3  # of a headline's roots, what a claim of the lead must share
_OPENING = 400  # code points behind the headline in which the lead stands
_TELLING = 8  # smaller numbers stand in many claims
_LARGE = 1000
_MARKED = {"ar": 3, "en": 4}  # letters from which a word tells what a claim is about


def link_repeats(claims: Sequence[Claim], layout: Layout) -> list[Claim]:
    """The claims with `same_as` set on every mention but the fullest, and with that mention's check-worthiness.

    The same words, or a headline whose words and numbers stand again in one claim of the body, are the same claim; so
    are a headline and the one claim of the body that counts the same, the dead, jobs, with its telling number.
    """
    heads = [line for line in layout.lines if line.role == "headline"]
    headline_end = heads[-1].end if heads else 0
    words = [_words(claim, layout) for claim in claims]
    target: dict[int, int] = {}
    groups: dict[frozenset[str], list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        if words[i]:
            groups[words[i] | {f"denied {claim.denied}"}].append(i)
    for group in groups.values():
        if len(group) == 1:
            continue
        fullest = max(group, key=lambda i: (claims[i].start >= headline_end, claims[i].end - claims[i].start, i))
        target.update((i, fullest) for i in group if i != fullest)
    for i in (i for i, claim in enumerate(claims) if claim.end <= headline_end):
        best = _body_claim(i, claims, words, headline_end, layout.lang)
        if best is not None:
            target[i] = best
    return [_pointing(claim, claims[_last(i, target)]) if i in target else claim for i, claim in enumerate(claims)]


def _body_claim(
    i: int, claims: Sequence[Claim], words: Sequence[frozenset[str]], headline_end: int, lang: str
) -> int | None:
    """The claim of the body that a headline's claim repeats: most words in common, no number against it."""
    best, score = None, 0.5
    for j, claim in enumerate(claims):
        if claim.start < headline_end or claim.denied != claims[i].denied or not words[i]:
            continue
        common = len(words[i] & words[j]) / len(words[i])
        if common > score and _same_numbers(claims[i], claim):
            best, score = j, common
    if best is None:
        best = _in_lead(i, claims, words, headline_end, lang)
    return _by_number(i, claims, words, headline_end, lang) if best is None else best


def _in_lead(
    i: int, claims: Sequence[Claim], words: Sequence[frozenset[str]], headline_end: int, lang: str
) -> int | None:
    """The claim of the story's first sentences that a headline's claim tells in other words: a third of its roots."""
    head = frozenset(root(word, lang) for word in words[i])
    best, score = None, _LEAD
    for j in range(len(claims)):
        claim = claims[j]
        if claim.start < headline_end or claim.denied != claims[i].denied:
            continue
        if claim.start > headline_end + _OPENING:
            break
        counted = {root(fold(q.noun), lang) for q in (*claims[i].quantities, *claim.quantities) if q.noun}
        common = head & frozenset(root(word, lang) for word in words[j])
        told = {word for word in common - counted if not word[0].isdigit()}
        if len(told) >= 2 and len(common) / len(head) > score and _same_numbers(claims[i], claim):
            best, score = j, len(common) / len(head)
    return best


def _by_number(
    i: int, claims: Sequence[Claim], words: Sequence[frozenset[str]], headline_end: int, lang: str
) -> int | None:
    """The only claim of the body with all the numbers of a headline's claim, where it counts the same with them."""
    head = claims[i]
    if not any(max(q.low or 0, q.high or 0) >= _TELLING for q in head.quantities):
        return None
    found = [
        j
        for j, claim in enumerate(claims)
        if claim.start >= headline_end and claim.denied == head.denied and _same_numbers(head, claim)
    ]
    counts = len(found) == 1 and _counts_the_same(head, claims[found[0]], words[i] & words[found[0]], lang)
    return found[0] if counts else None


def _counts_the_same(head: Claim, body: Claim, common: frozenset[str], lang: str) -> bool:
    """Whether two claims with one number count one thing: an outcome both name, or a word besides what is counted.

    A number that hardly stands for two things in one article, 27,400, needs only that nothing else is counted.
    """
    if _outcomes(head.exact, lang) & _outcomes(body.exact, lang):
        return True
    nouns = {q.noun for q in (*head.quantities, *body.quantities) if q.noun or q.unit}
    if len(nouns) <= 1 and any(_is_singular(q.low or q.high or 0) for q in head.quantities):
        return True
    counted = {_stem(fold(q.noun), lang) for q in (*head.quantities, *body.quantities) if q.noun}
    return any(not word[0].isdigit() and word not in counted for word in common)


def _is_singular(number: float) -> bool:
    """Whether a number is large and not round to one digit."""
    return number >= _LARGE and len(f"{number:.0f}".rstrip("0")) > 1


def _outcomes(words: str, lang: str) -> frozenset[str]:
    """The outcomes that words name: the dead, a loss, jobs."""
    table = _outcome_words(lang)
    return frozenset(table[found] for word in words.split() if (found := stem(word.strip(".,;:"), lang)) in table)


@cache
def _outcome_words(lang: str) -> dict[str, str]:
    """The stem of each single word of the measures, but those for people, with its measure."""
    single = [row for row in rows(lang, "measures") if " " not in row[0] and row[1] != "people"]
    return {stem(row[0].removesuffix("="), lang): row[1] for row in single}


def _same_numbers(head: Claim, body: Claim) -> bool:
    if not head.quantities:
        return True
    numbers = {(q.low, q.high) for q in body.quantities}
    bounds = {bound for pair in numbers for bound in pair}
    return all(q.low in bounds or q.high in bounds for q in head.quantities)


def _words(claim: Claim, layout: Layout) -> frozenset[str]:
    tokens, lang = layout.tokens, layout.lang
    first, last = layout.token_range((claim.start, claim.end))
    fewest, stems = _MARKED[lang], _stems(lang)
    told = [
        stems(token.form)
        for token in tokens[first:last]
        if token.kind == "number" or (token.kind == "word" and len(token.form) >= fewest)
    ]
    return frozenset(told)


@cache
def _stems(lang: str) -> Callable[[str], str]:
    return by_spelling(lambda form: _stem(form, lang))


def _stem(form: str, lang: str) -> str:
    """A form without what joins it to its neighbours, for comparing claims only."""
    if lang == "ar":
        for prefix in ("وال", "بال", "فال", "كال", "لل", "ال", "و"):
            if form.startswith(prefix) and len(form) - len(prefix) >= 3:
                return form[len(prefix) :]
        return form
    return form[:-1] if form.endswith("s") and len(form) > 4 else form


def _last(i: int, target: dict[int, int]) -> int:
    seen = {i}
    while i in target and target[i] not in seen:
        i = target[i]
        seen.add(i)
    return i


def _pointing(claim: Claim, fullest: Claim) -> Claim:
    if claim.id == fullest.id:
        return claim
    return replace(
        claim,
        same_as=fullest.id,
        checkworthy=fullest.checkworthy,
        checkworthy_score=fullest.checkworthy_score,
        checkworthy_reason=fullest.checkworthy_reason,
    )
