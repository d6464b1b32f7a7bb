"""The headline against the body: a quotation in other words, a number the body has otherwise, a hedge that is lost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.finding import Finding
from factcheck.findings.page import Marked
from factcheck.lang.interface import say
from factcheck.lang.stems import stem, words_of
from factcheck.quantity import Quantity
from factcheck.text import fold, tokenise

_LONGEST = 220  # characters of a headline's line
_ENDS = (".", "؟", "…", ".”", '."', ".»")


def headline_findings(article: Article, claims: Sequence[Claim], furniture: Sequence[Marked]) -> Iterator[Finding]:
    """`headline_differs` and `hedge_dropped`, each headline claim beside the claim of the body it repeats, once."""
    end = headline_end(article.text, furniture)
    by_id = {claim.id: claim for claim in claims}
    body = [claim for claim in claims if claim.start >= end]
    said: list[frozenset[str]] = []  # by each claim of the body; filled where the first headline asks for it
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        target = by_id.get(claim.same_as or "")
        if claim.end <= end and (target is None or target.end <= end):
            said = said or [words_of(other.exact, article.lang) for other in body]
            target = _closest(claim, body, said, article.lang)
        if target is None:
            continue
        for kind, reason in _differences(article.text, claim, target, article.lang, claim.end <= end):
            if (fold(claim.exact), kind) not in seen:
                seen.add((fold(claim.exact), kind))
                note = say(f"finding.note.{reason}", article.lang, here=claim.exact, there=target.exact)
                yield Finding(kind, (claim.id, target.id), note, claim.start, claim.end)


def headline_end(text: str, furniture: Sequence[Marked]) -> int:
    """Where the headline ends: the story's first lines that are short and do not end as sentences do; 0 for none."""
    end = place = 0
    pieces = sorted((piece.start, piece.end) for piece in furniture)
    ends = list(accumulate((last for _, last in pieces), max))
    for line in text.split("\n"):
        start, place = place, place + len(line) + 1
        before = bisect_left(pieces, (start + len(line),))
        covered = before > 0 and ends[before - 1] > start
        if not line.strip() or covered:
            continue
        if len(line) > _LONGEST or line.rstrip().endswith(_ENDS):
            break
        end = start + len(line)
    return end if end < len(text.rstrip()) else 0


def _differences(text: str, head: Claim, body: Claim, lang: str, in_headline: bool) -> Iterator[tuple[str, str]]:
    if head.certainty == "asserted" and body.certainty != "asserted" and not head.denied:
        yield "hedge_dropped", "hedge_dropped"
    if not in_headline:
        return
    if head.mode == body.mode == "direct_quote" and _reworded(head, body):
        yield "headline_differs", "headline_quote"
    if any(_number_differs(quantity, body, lang) for quantity in head.quantities):
        yield "headline_differs", "headline_number"


def _reworded(head: Claim, body: Claim) -> bool:
    """Whether a quotation in the headline shares words with the body's and yet is not part of it."""
    here, there = ([t.form for t in tokenise(claim.exact) if t.kind == "word"] for claim in (head, body))
    if not here or " ".join(here) in " ".join(there) or " ".join(there) in " ".join(here):
        return False
    return len(set(here) & set(there)) * 2 >= len(set(here))


def _number_differs(quantity: Quantity, body: Claim, lang: str) -> bool:
    """Whether the body counts the same thing and gives a number that excludes the headline's."""
    same = [other for other in body.quantities if _same_thing(quantity, other, lang)]
    return bool(same) and all(quantity.interval.relation(other.interval) == "disjoint" for other in same)


def _same_thing(a: Quantity, b: Quantity, lang: str) -> bool:
    if a.unit is not None or b.unit is not None:
        return a.unit == b.unit and a.kind == b.kind
    return a.noun is not None and b.noun is not None and stem(a.noun, lang) == stem(b.noun, lang)


def _closest(head: Claim, body: Sequence[Claim], said: Sequence[frozenset[str]], lang: str) -> Claim | None:
    """The claim of the body that says most of what a headline claim says: three quarters of its words, two at least."""
    words = words_of(head.exact, lang)
    if len(words) < 2:
        return None
    best, share = None, 0.0
    for claim, other in zip(body, said, strict=True):
        common = len(words & other)
        if common >= 2 and common / len(words) > share and claim.denied == head.denied:
            best, share = claim, common / len(words)
    return best if share >= 0.75 else None
