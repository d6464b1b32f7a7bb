"""What the check screen is shown: plain JSON from an article, its reading and its record. Offsets are UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from factcheck.accounts import accounts_sentence, standing_findings
from factcheck.article import LANGUAGES, Article, looks_like_page
from factcheck.claim import Claim, in_article
from factcheck.events import Event
from factcheck.events.kinds import KINDS
from factcheck.finding import Disagreement
from factcheck.lang.claimants import claimant_name
from factcheck.lang.interface import catalogue, retold
from factcheck.ledger import ClaimState, Conflict, State
from factcheck.ledger.desk import broken_rules
from factcheck.reading import Reading
from factcheck.verdict import (
    ATTRIBUTIONS,
    CONCLUDED,
    HOW,
    NO_VERDICT,
    NOT_CHECKABLE_WHY,
    SELECT_REASONS,
    SKIP_REASONS,
    VERDICTS,
)
from factcheck.widgets.offsets import Offsets

MISSING = ("url", "archived_url", "outlet", "author", "page_date", "published")


def vocabulary() -> dict[str, Any]:
    """The tables the screen draws from: verdicts, reasons, and the fields of each kind of event."""
    return {
        "verdicts": [msgspec.to_builtins(verdict) for verdict in VERDICTS],
        "none": msgspec.to_builtins(NO_VERDICT),
        "how": HOW,
        "why": NOT_CHECKABLE_WHY,
        "attributions": ATTRIBUTIONS,
        "select": SELECT_REASONS,
        "skip": SKIP_REASONS,
        "fields": {
            kind: {
                name: {"type": field.type, "required": field.required, "choices": field.choices}
                for name, field in known.fields.items()
            }
            for kind, known in KINDS.items()
        },
    }


def interface_words(labels: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The message catalogues, with the words a house replaces."""
    return {lang: {**catalogue(lang), **labels.get(lang, {})} for lang in LANGUAGES}


def article_view(
    article: Article, reading: Reading, offsets: Offsets, judged: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """The article: its text, what is declared and what is missing, and what is no part of the story."""
    return {
        "id": article.id,
        "lang": article.lang,
        "text": article.text,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "archived_url": article.archived_url,
        "page_date": article.page_date and article.page_date.isoformat(),
        "published": article.published and article.published.isoformat(),
        "missing": [name for name in MISSING if not getattr(article, name)],
        "page_source": looks_like_page(article.text),
        "furniture": [
            [offsets.to_units(one.start), offsets.to_units(one.end), one.why] for one in reading.article.furniture
        ],
        "findings": [
            _placed({**msgspec.to_builtins(one), "note": in_each(one.note)}, offsets)
            for one in standing_findings(reading.findings, reading.disagreements, judged)
        ],
        "anomalies": [{**msgspec.to_builtins(one), "note": in_each(one.note)} for one in reading.temporal_anomalies],
        "accounts": [_account(pair) for pair in reading.disagreements],
    }


def accounts_of(reading: Reading) -> dict[str, list[int]]:
    """For each claim the places of its pairs among the accounts of `article_view`, so that no screen has to look."""
    found: dict[str, list[int]] = {}
    for i, pair in enumerate(reading.disagreements):
        for claim in dict.fromkeys(pair.claims):
            found.setdefault(claim, []).append(i)
    return found


def claim_view(claim: Claim, offsets: Offsets, accounts: Sequence[int] = ()) -> dict[str, Any]:
    """A claim as found or edited: what does not change while people decide about it."""
    return {
        "id": claim.id,
        "start": offsets.to_units(claim.start),
        "end": offsets.to_units(claim.end),
        "exact": claim.exact,
        "text": in_article(claim.text),
        "mode": claim.mode,
        "kind": claim.kind,
        "certainty": claim.certainty,
        "denied": claim.denied,
        "claimant": claim.claimant,
        "called": {lang: claimant_name(claim.claimant, lang) for lang in LANGUAGES},
        "speaker": claim.speaker,
        "relay": claim.relay,
        "country": claim.claimant_country,
        "worth": _level(claim),
        "why_worth": in_each(claim.checkworthy_reason),
        "quote_check": claim.quote_check,
        "queue": claim.checkworthy or claim.quote_check,
        "same_as": claim.same_as,
        "dates": [{"exact": d.exact, "iso": d.iso, "settled": d.settled, "basis": d.basis} for d in claim.dates],
        "accounts": list(accounts),
        "by_person": claim.rules == ("person",),
    }


def state_view(state: ClaimState, record: State) -> dict[str, Any]:
    """What people decided about a claim, and what approval still asks for; its history is asked for apart."""
    return {
        "missing": [rule.code for rule in broken_rules(state, record)] if state.events else [],
        "status": state.status,
        "anchor": state.anchor,
        "triage": state.triage,
        "verdict": state.verdict,
        "verdict_by": state.verdict_event.by if state.verdict_event else None,
        "attribution": state.attribution,
        "restated": state.restated,
        "summary": state.summary,
        "evidence": state.evidence,
        "notes": state.notes,
        "contacts": state.contacts,
        "asks": state.asks,
        "media": state.media,
        "links": state.links,
        "settled": dict(state.settled),
        "review": _review(state),
        "assigned": state.assigned,
        "rejected": state.rejected,
        "conflicts": [conflict_view(one) for one in state.conflicts],
        "inherited_from": state.inherited_from,
        "n_events": len(state.events),
    }


def conflict_view(conflict: Conflict) -> dict[str, Any]:
    """A conflict with its rivals side by side."""
    return {
        "claim": conflict.claim,
        "kind": conflict.kind,
        "slot": conflict.slot,
        "events": [event_view(one) for one in conflict.events],
    }


def event_view(event: Event, undone: Iterable[str] = ()) -> dict[str, Any]:
    """One event of a history."""
    return {
        "event": event.id,
        "by": event.by,
        "at": event.at,
        "kind": event.kind,
        "data": event.data,
        "undone": event.id in undone,
    }


def progress(state: State) -> dict[str, int]:
    """Concluded of selected, and how many conflicts stand open. Never concluded of all."""
    chosen = [one for one in state.claims.values() if one.triage and one.triage["choice"] == "select"]
    return {
        "selected": len(chosen),
        "concluded": sum(one.status in CONCLUDED for one in chosen),
        "conflicts": len(state.conflicts),
    }


def _review(state: ClaimState) -> dict[str, Any] | None:
    if state.review is None:
        return None
    review = state.review
    return {"decision": review.decision, "by": review.by, "comment": review.comment, "stale": review.stale}


def in_each(words: str) -> dict[str, str]:
    """A reason or a note of a reading in each language of the interface."""
    return {lang: retold(words, lang) for lang in LANGUAGES}


def _level(claim: Claim) -> str:
    """A score as people are shown it: high, medium or low."""
    return "high" if claim.checkworthy_score >= 0.7 else "medium" if claim.checkworthy_score >= 0.4 else "low"


def _account(pair: Disagreement) -> dict[str, Any]:
    return {
        "id": pair.id,
        "question": pair.question,
        "claims": pair.claims,
        "dimension": pair.dimension,
        "relation": pair.relation,
        "sentence": {lang: accounts_sentence(pair, lang) for lang in LANGUAGES},
    }


def _placed(finding: dict[str, Any], offsets: Offsets) -> dict[str, Any]:
    for end in ("start", "end"):
        if finding[end] is not None:
            finding[end] = offsets.to_units(finding[end])
    return finding
