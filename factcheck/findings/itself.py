"""The article against itself: "the latest was on 30 August" beside one today; a part larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.article import Article
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Finding
from factcheck.findings.phrases import has_phrase
from factcheck.lang.interface import say
from factcheck.lang.stems import root, words_of


def inconsistencies(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """`internal_inconsistency`, with both claims: what is said to be the latest, and what the text puts after it."""
    for claim in claims:
        if claim.claimant != ARTICLE or claim.same_as is not None:
            continue
        before = article.text[max(0, claim.start - 40) : claim.start].rpartition("\n")[2]
        if not has_phrase(f"{before} {claim.exact}", article.lang, "latest"):
            continue
        later = next((other for other in claims if _is_later(claim, other, article.lang)), None)
        if later is not None:
            note = say("finding.note.latest", article.lang, here=claim.exact, there=later.exact)
            yield Finding("internal_inconsistency", (claim.id, later.id), note, claim.start, claim.end)


def _is_later(latest: Claim, other: Claim, lang: str) -> bool:
    """Whether another claim puts an event of the same sort after the one that is said to be the latest."""
    if other.id == latest.id or other.same_as is not None or other.denied or other.kind in ("prediction", "commitment"):
        return False
    when, after = _last_day(latest), _first_day(other)
    if when is None or after is None or after <= when:
        return False
    nouns = [{root(q.noun, lang) for q in claim.quantities if q.noun} for claim in (latest, other)]
    common = words_of(latest.exact, lang) & words_of(other.exact, lang)
    return bool(nouns[0] & nouns[1] & common)


def _last_day(claim: Claim) -> date | None:
    return max((d.high for d in claim.dates if d.high is not None), default=None)


def _first_day(claim: Claim) -> date | None:
    return min((d.low for d in claim.dates if d.low is not None), default=None)
