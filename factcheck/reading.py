"""An article read whole: its claims, the accounts compared, what time the text implies, and the findings.

The document that `factcheck extract --format json` prints is this, and its JSON Schema ships as `schema/reading.json`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec

from factcheck import __version__
from factcheck.accounts import accounts_sentence, compare_accounts, is_dismissed
from factcheck.article import Article
from factcheck.chronology import check_chronology
from factcheck.claim import Claim
from factcheck.extract.claims import Extraction, extract
from factcheck.extract.layout import Furniture
from factcheck.finding import Disagreement, Finding, TemporalAnomaly
from factcheck.findings import find_findings


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What a document says about its article; `extractor` is the version of the rules that read it."""

    id: str
    lang: str
    page_date: date | None
    sha256: str
    n_chars: int
    extractor: str
    furniture: tuple[Furniture, ...] = ()
    sources: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one article. Regenerable: the same text and declared facts give the same reading."""

    article: ArticleFacts
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...] = ()
    temporal_anomalies: tuple[TemporalAnomaly, ...] = ()
    findings: tuple[Finding, ...] = ()


def read(article: Article) -> Reading:
    """The reading of an article."""
    return finish_reading(article, extract(article))


def finish_reading(article: Article, extraction: Extraction, claims: Sequence[Claim] | None = None) -> Reading:
    """What follows from an extraction; `claims` stands in for its claims where people have edited them."""
    dated = tuple(claims if claims is not None else extraction.claims)
    dates = [mention for claim in extraction.claims for mention in claim.dates]
    anomalies = tuple(check_chronology(article.text, article.lang, extraction.page_date, extraction.sources, dates))
    settled = settle_dates(dated, anomalies)
    disagreements = tuple(compare_accounts(settled, article.text, article.lang))
    return Reading(
        ArticleFacts(
            id=article.id,
            lang=article.lang,
            page_date=extraction.page_date,
            sha256=article.sha256,
            n_chars=len(article.text),
            extractor=__version__,
            furniture=tuple(extraction.furniture),
            sources=tuple(article.text[start:end] for start, end in extraction.sources),
            warnings=tuple(extraction.warnings),
        ),
        settled,
        disagreements,
        anomalies,
        tuple(find_findings(article, settled, extraction.furniture, disagreements, anomalies)),
    )


def settle_dates(claims: Sequence[Claim], anomalies: Sequence[TemporalAnomaly]) -> tuple[Claim, ...]:
    """The claims with dates that rest on the page date settled, unless something speaks against that page date."""
    settled = not anomalies
    return tuple(
        replace(claim, dates=tuple(replace(d, settled=settled or d.basis == "text") for d in claim.dates))
        if claim.dates
        else claim
        for claim in claims
    )


def judged_sentence(pair: Disagreement, judged: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """The pair in words as people judged it; a dismissed one is said to be no pair, whatever its numbers are.

    `judged` holds the `disagreement.judge` event that counts, by the id of its pair (`State.judged`).
    """
    if pair.id in judged:
        interval = None if is_dismissed(pair.id, judged) else pair.interval
        pair = replace(pair, relation=judged[pair.id]["relation"], interval=interval)
    return accounts_sentence(pair, lang)


def to_document(reading: Reading) -> dict[str, Any]:
    """A reading as the JSON document of the extraction contract, in plain Python values."""
    document = msgspec.to_builtins(reading)
    assert isinstance(document, dict)
    return document


def from_document(document: dict[str, Any]) -> Reading:
    """The reading a document holds; `msgspec.ValidationError` where it breaks the contract."""
    return msgspec.convert(document, Reading)


def document_schema() -> dict[str, Any]:
    """The JSON Schema of the document, generated from the types; `schema/reading.json` is this, kept in the package."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck reading",
        **msgspec.json.schema(Reading),
    }
