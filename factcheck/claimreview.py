"""A published check as ClaimReview (schema.org) for search engines and other systems: one object a page.

The rating follows Google's five steps; what was searched and not established, and what cannot be checked, has a word
and no number: a number would call it half true. AVeriTeC's four labels are a mapping on export.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.article import Article
from factcheck.claim import ARTICLE
from factcheck.errors import ExportError
from factcheck.lang.claimants import claimant_kind, claimant_name
from factcheck.lang.interface import say
from factcheck.ledger.checks import CheckState
from factcheck.ledger.state import ClaimState

RATING: dict[str, int | None] = {
    "true": 5, "partly_true": 3, "misleading": 2, "false": 1, "conflicting": 3, "unproven": None, "not_checkable": None,
}  # fmt: skip
AVERITEC: dict[str, str] = {
    "true": "Supported", "false": "Refuted", "unproven": "Not Enough Evidence", "not_checkable": "Not Enough Evidence",
    "conflicting": "Conflicting Evidence/Cherrypicking", "misleading": "Conflicting Evidence/Cherrypicking",
    "partly_true": "Conflicting Evidence/Cherrypicking",
}  # fmt: skip
BEST, WORST = 5, 1


def to_claimreview(
    check: CheckState,
    claim: ClaimState,
    article: Article,
    *,
    lang: str,
    publisher: str,
    url: str | None,
    day: str,
    example: bool = False,
) -> dict[str, Any]:
    """The ClaimReview of a check's main claim, as JSON-LD; other claims of the check are not in it.

    `day` is the day of this publication, `YYYY-MM-DD`.

    Raises `ExportError` for a training example, a claim without verdict or restated sentence, and a withdrawn check.
    """
    if example:
        raise ExportError("A training example is no published fact-check; it carries no ClaimReview.")
    if check.status == "withdrawn":
        raise ExportError(f"The check {check.id} is withdrawn; it carries no ClaimReview.")
    if claim.verdict is None or not claim.restated:
        raise ExportError(f"The claim {claim.claim.id} needs a verdict and a restated sentence before a ClaimReview.")
    first = check.publications[0].get("date") if check.publications else None
    return _stated({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": url,
        "headline": check.title,
        "inLanguage": lang,
        "datePublished": first or day,
        "dateModified": day,
        "author": {"@type": "Organization", "name": publisher},
        "editor": check.editor and {"@type": "Person", "name": check.editor},
        "claimReviewed": claim.restated,
        "itemReviewed": _claim(claim, article, lang),
        "reviewRating": _rating(str(claim.verdict["verdict"]), lang),
        "reviewBody": check.bottom_line,
        "citation": [_citation(item) for item in claim.evidence if not item.get("withheld")],
        "correction": [
            _stated({"@type": "CorrectionComment", "text": item["text"], "datePublished": item.get("date")})
            for item in check.corrections
        ],
    })  # fmt: skip


def averitec_label(verdict: str) -> str:
    """The label of AVeriTeC that a verdict maps to; several of ours share one of its four."""
    return AVERITEC[verdict]


def _claim(claim: ClaimState, article: Article, lang: str) -> dict[str, Any]:
    """The claim: who stands behind it, and where it appeared. A speaker's words are the speaker's, not the outlet's.

    The claimant is named as the language of the page does, and is a person or an organisation where that is known.
    """
    found = claim.claim
    own = found.claimant == ARTICLE
    kind = "Organization" if own else claimant_kind(found.claimant, found.speaker)
    appearance = _stated({
        "@type": "NewsArticle",
        "url": article.url,
        "archivedAt": article.archived_url,
        "datePublished": article.published and article.published.isoformat(),
        "publisher": article.outlet and {"@type": "Organization", "name": article.outlet},
        "inLanguage": article.lang,
    })  # fmt: skip
    name = (article.outlet or article.id) if own else claimant_name(found.claimant, lang)
    return {"@type": "Claim", "author": _stated({"@type": kind, "name": name}), "appearance": appearance}


def _rating(verdict: str, lang: str) -> dict[str, Any]:
    value = RATING[verdict]
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": say(f"verdict.{verdict}", lang)}
    if value is not None:
        rating |= {"ratingValue": value, "bestRating": BEST, "worstRating": WORST}
    return rating


def _citation(item: Mapping[str, Any]) -> dict[str, Any]:
    return _stated({
        "@type": "CreativeWork",
        "name": item["source"],
        "url": item.get("url"),
        "archivedAt": item.get("archived_url"),
        "publisher": item.get("publisher") and {"@type": "Organization", "name": item["publisher"]},
    })  # fmt: skip


def _stated(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], ())}
