"""What is on the desk today: mine to do, waiting for a reply, for my review, conflicts; and the article cards."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.accounts import standing_findings
from factcheck.article import Article, looks_like_page
from factcheck.claim import in_article
from factcheck.ledger import ClaimState, State
from factcheck.verdict import CONCLUDED
from factcheck.widgets.snapshot import MISSING, in_each, progress

if TYPE_CHECKING:
    from factcheck.widgets.screen import CheckScreen

TRIAGE = 6  # so many claims of an article are offered at once; the rest waits in its check screen


def agenda(states: Mapping[str, State], me: str | None, day: date) -> dict[str, Any]:
    """Four lists of claims, each with its article: `mine`, `waiting` (overdue first), `review`, `conflicts`."""
    rows = [(article, one) for article, state in states.items() for one in state.claims.values()]
    waiting = [
        {**row_of(article, one), **asked, "overdue": bool(asked["due"] and asked["due"] < day.isoformat())}
        for article, one in rows
        for asked in _unanswered(one)
    ]
    return {
        "mine": [row_of(article, one) for article, one in rows if _is_mine(one, me)],
        "waiting": sorted(waiting, key=lambda row: (not row["overdue"], row["due"] or "9999", row["when"] or "")),
        "review": [row_of(article, one) for article, one in rows if _awaits_review_by(one, me)],
        "conflicts": [row_of(article, one) for article, one in rows if one.conflicts],
    }


def row_of(article: str, state: ClaimState) -> dict[str, Any]:
    """One claim on the desk: its sentence, never a denial's bare words."""
    return {
        "article": article,
        "claim": state.claim.id,
        "sentence": state.restated or in_article(state.claim.text),
        "status": state.status,
        "verdict": state.verdict and state.verdict["verdict"],
        "reason": in_each(state.claim.checkworthy_reason),
        "quote_check": state.claim.quote_check,
        "sources": len(state.evidence),
    }


def article_card(article: Article, screen: CheckScreen) -> dict[str, Any]:
    """An article on the desk: what is declared, what is missing, what was noticed, and the claims to triage first."""
    state, reading = screen.state, screen.reading
    queue = [
        one
        for one in state.claims.values()
        if one.status == "new" and not one.claim.same_as and (one.claim.checkworthy or one.claim.quote_check)
    ]
    queue.sort(key=lambda one: (-one.claim.checkworthy_score, one.claim.start))
    return {
        "id": article.id,
        "lang": article.lang,
        "title": _title(article.text, {place.start for place in reading.article.furniture}) or article.id,
        "outlet": article.outlet,
        "page_date": article.page_date and article.page_date.isoformat(),
        "url": article.url,
        "missing": [name for name in MISSING if not getattr(article, name)],
        "page_source": looks_like_page(article.text),
        "claims": len(state.claims),
        "progress": progress(state),
        "findings": [
            {"kind": one.kind, "note": in_each(one.note)}
            for one in standing_findings(reading.findings, reading.disagreements, state.judged)
        ],
        "queue": [row_of(article.id, one) for one in queue[:TRIAGE]],
        "queued": len(queue),
    }


def _title(text: str, furniture: Collection[int]) -> str:
    """The first line of words that is no furniture."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip() and start + len(line) - len(line.lstrip()) not in furniture:
            return line.strip()
        start += len(line)
    return ""


def _is_mine(state: ClaimState, me: str | None) -> bool:
    """Selected, not concluded, and given to me, or selected by me and given to nobody."""
    if not state.triage or state.triage["choice"] != "select" or state.status in CONCLUDED:
        return False
    if state.assigned is not None:
        return state.assigned == me
    chosen = [event for event in state.events if event.kind == "triage" and event.id not in state.undone]
    return bool(chosen) and chosen[-1].by == me


def _awaits_review_by(state: ClaimState, me: str | None) -> bool:
    """In review, and its verdict is somebody else's; a request to somebody by name is that person's."""
    if state.status != "in_review" or (state.verdict_event is not None and state.verdict_event.by == me):
        return False
    asked = [e.data.get("to") for e in state.events if e.kind == "review.request" and e.id not in state.undone]
    return not asked or asked[-1] in (None, me)


def _unanswered(state: ClaimState) -> Iterator[dict[str, Any]]:
    """The last word with each person, where it is a question that waits."""
    last = {contact["who"]: contact for contact in state.contacts}
    for contact in last.values():
        if contact.get("outcome") in (None, "waiting"):
            yield {"who": contact["who"], "when": contact.get("when"), "due": contact.get("due")}
