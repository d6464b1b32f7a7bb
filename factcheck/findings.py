"""Findings: what the tool flags in an article before anyone reads it, each with its reason and its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.article import Article
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Disagreement, Finding, TemporalAnomaly
from factcheck.lang.interface import say


def find_findings(
    article: Article,
    claims: Sequence[Claim],
    furniture: Sequence[object],
    disagreements: Sequence[Disagreement],
    anomalies: Sequence[TemporalAnomaly],
) -> list[Finding]:
    """The findings of an article in text order, few and each with its reason."""
    by_id = {claim.id: claim for claim in claims}
    found = [
        *_accounts(article, by_id, disagreements),
        *_dates(article, anomalies),
    ]
    return sorted(found, key=lambda finding: (finding.start is None, finding.start or 0, finding.kind))


def _accounts(article: Article, claims: dict[str, Claim], pairs: Sequence[Disagreement]) -> Iterator[Finding]:
    """`voices_differ` for each contradiction, `narrator_exceeds` where the article is firmer than a source it cites."""
    for pair in pairs:
        first, second = (claims[claim] for claim in pair.claims)
        if pair.relation == "contradicts":
            yield Finding("voices_differ", pair.claims, pair.note, first.start, first.end)
        for own, other, firmer in ((first, second, "entails"), (second, first, "entailed_by")):
            if own.claimant == ARTICLE and other.claimant != ARTICLE and pair.interval == firmer:
                note = say("finding.note.narrator_exceeds", article.lang, source=other.speaker or other.claimant)
                yield Finding("narrator_exceeds", (own.id, other.id), note, own.start, own.end)


def _dates(article: Article, anomalies: Sequence[TemporalAnomaly]) -> Iterator[Finding]:
    for anomaly in anomalies:
        place = article.text.find(anomaly.what)
        span = (place, place + len(anomaly.what)) if place >= 0 else (None, None)
        yield Finding(f"date_{anomaly.kind}", (), " ".join((anomaly.note, *anomaly.derivation)), *span)
