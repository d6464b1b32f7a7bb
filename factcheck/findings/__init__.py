"""Findings: what the tool flags in an article before anyone reads it, each with its reason and its place.

find_findings(article, claims, furniture, disagreements, anomalies) -> list[Finding]
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.finding import Disagreement, Finding, TemporalAnomaly
from factcheck.findings.accounts import from_accounts, from_dates, single_voices
from factcheck.findings.headline import headline_findings
from factcheck.findings.itself import inconsistencies
from factcheck.findings.page import Marked, captions, sources_lines
from factcheck.findings.wording import garbled, legal_conclusions, translated_quotes, unnamed_sources

__all__ = ["find_findings"]


def find_findings(
    article: Article,
    claims: Sequence[Claim],
    furniture: Sequence[Marked],
    disagreements: Sequence[Disagreement],
    anomalies: Sequence[TemporalAnomaly],
) -> list[Finding]:
    """The findings of an article in text order, few and each with its reason; the same one is reported once."""
    found = [
        *headline_findings(article, claims, furniture),
        *from_accounts(article, claims, disagreements),
        *from_dates(article, anomalies),
        *single_voices(article, claims),
        *inconsistencies(article, claims),
        *legal_conclusions(article, claims),
        *unnamed_sources(article, claims),
        *sources_lines(article, furniture),
        *captions(article, furniture),
        *translated_quotes(article, claims),
        *garbled(article, claims),
    ]
    unique = {(finding.kind, finding.claims, finding.start): finding for finding in reversed(found)}
    return sorted(unique.values(), key=lambda f: (f.start is None, f.start or 0, f.kind, f.claims))
