"""The table: one row a claim, and beside it accounts, events and evidence. pandas enters the house here."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd

from factcheck.accounts import accounts_sentence
from factcheck.article import LANGUAGES, Article
from factcheck.claim import ARTICLE, Claim, in_article
from factcheck.events import Event
from factcheck.finding import Disagreement, Finding
from factcheck.ledger.fold import Stream
from factcheck.ledger.state import ClaimState, State, fold_claim
from factcheck.verdict import CONCLUDED

CLAIM_COLUMNS: tuple[str, ...] = (
    "id", "article", "outlet", "voice", "sentence", "start", "end", "exact", "prefix", "suffix", "text", "mode",
    "cue", "cue_start", "cue_end", "speaker", "speaker_start", "speaker_end", "relay", "claimant",
    "claimant_country", "denied", "certainty", "kind", "checkworthy", "checkworthy_score", "checkworthy_reason",
    "quote_check", "quantities", "dates", "places", "same_as", "rules",
)  # fmt: skip
RECORD_COLUMNS: tuple[str, ...] = (
    "status", "verdict", "how", "why", "attribution", "restated", "bottom_line", "triage", "triage_reason", "assigned",
    "sources", "primary_sources", "contacts", "replied", "reply_due", "open_questions", "inherited_from", "anchor",
    "conflicts", "changed",
)  # fmt: skip
ACCOUNT_COLUMNS: tuple[str, ...] = (
    "question_id", "question", "dimension", "relation", "interval", "relation_ar", "relation_en", "note", "claim",
    "claimant", "voice", "value", "low", "high", "start", "mode", "speaker", "sentence",
)  # fmt: skip
EVENT_COLUMNS: tuple[str, ...] = ("id", "at", "by", "kind", "article", "check", "claim", "data")
EVIDENCE_COLUMNS: tuple[str, ...] = (
    "claim", "article", "event", "by", "source", "passage", "stance", "source_type", "url", "archived_url", "accessed",
    "publisher", "published", "based_on", "interest", "digest", "withheld",
)  # fmt: skip
FINDING_COLUMNS: tuple[str, ...] = ("kind", "claims", "note", "start", "end")

_ARABIC_CELL = re.compile("<(td|th)((?: [^>]*)?>[^<]*[\u0620-\u064a])")
_WHOLE = frozenset(
    {"start", "end", "cue_start", "cue_end", "speaker_start", "speaker_end", "sources", "primary_sources", "contacts",
     "open_questions"}
)  # fmt: skip
_YES_NO = frozenset({"denied", "checkworthy", "quote_check", "replied"})
_NUMBERS = frozenset({"checkworthy_score", "low", "high"})
_TIMES = frozenset({"at", "changed"})
_LISTS = frozenset({"quantities", "dates", "places", "rules", "how", "claims", "conflicts", "data"})


def claims_table(claims: Iterable[Claim], state: State | None = None, article: Article | None = None) -> pd.DataFrame:
    """One row a claim, in the order given: every field of the contract under its own name, and two for people.

    `sentence` is the claim as one sentence, as restated where somebody did; `voice` is who says it: the claimant, or
    the outlet where the article itself speaks. `article` and `outlet` come from `article`. With the state of a ledger,
    what people decided stands in `RECORD_COLUMNS`. What is not stated is missing (`pd.isna`), never an empty string;
    quantities, dates and places are lists of plain dicts.
    """
    rows = [_claim_row(claim, article) for claim in claims]
    if state is None:
        return typed(rows, CLAIM_COLUMNS)
    for row in rows:
        row.update(_record_row(state.claims.get(row["id"])))
        row["sentence"] = row.get("restated") or row["sentence"]
    return typed(rows, (*CLAIM_COLUMNS, *RECORD_COLUMNS))


def accounts_table(
    disagreements: Iterable[Disagreement], claims: Iterable[Claim], article: Article | None = None
) -> pd.DataFrame:
    """One row an account: who answers which question with what, the interval it gives, and how the pair stands.

    Each pair gives two rows, the first in text order first. `low` and `high` are the ends of the count, missing where
    open or where the question is none of numbers; `relation_ar` and `relation_en` say the relation in a sentence.
    """
    by_id = {claim.id: claim for claim in claims}
    named = {claim.claimant: claim.speaker for claim in by_id.values() if claim.speaker}
    rows = []
    for pair in disagreements:
        told = {f"relation_{lang}": accounts_sentence(pair, lang) for lang in LANGUAGES}
        for voice in pair.voices:
            claim = by_id.get(voice.claim)
            rows.append({
                "question_id": pair.id, "question": pair.question, "dimension": pair.dimension,
                "relation": pair.relation, "interval": pair.interval, "note": pair.note, "claim": voice.claim,
                "claimant": voice.claimant, "voice": _voice(voice.claimant, article), "value": voice.value,
                "low": voice.low, "high": voice.high, "start": claim and claim.start, "mode": claim and claim.mode,
                "speaker": voice.speaker or named.get(voice.claimant), "sentence": claim and sentence_of(claim), **told,
            })  # fmt: skip
    return typed(rows, ACCOUNT_COLUMNS)


def findings_table(findings: Iterable[Finding]) -> pd.DataFrame:
    """One row a finding: its kind, the claims it concerns, its reason, its place."""
    return typed([asdict(finding) for finding in findings], FINDING_COLUMNS)


def events_table(events: Iterable[Event]) -> pd.DataFrame:
    """One row an event of the record, in the order given; `at` is a UTC time, `data` a dict."""
    rows = [{name: getattr(event, name) for name in EVENT_COLUMNS} for event in events]
    return typed([row | {"at": moment(row["at"])} for row in rows], EVENT_COLUMNS)


def evidence_table(state: State, article: Article | None = None) -> pd.DataFrame:
    """One row a piece of evidence that counts: the claim, and every field of `Evidence`; stance and type as ids."""
    rows = [
        {name: item.get(name) for name in EVIDENCE_COLUMNS} | {"claim": claim_id, "article": article and article.id}
        for claim_id, claim_state in state.claims.items()
        for item in claim_state.evidence
    ]
    return typed(rows, EVIDENCE_COLUMNS)


def notes_table(state: State, article: Article | None = None) -> pd.DataFrame:
    """One row an internal note on a claim. It is in no other table, and in no export unless asked for by its name."""
    rows = [
        {"claim": claim_id, "article": article and article.id, "by": note["by"], "at": moment(note["at"]),
         "text": note["text"]}
        for claim_id, claim_state in state.claims.items()
        for note in claim_state.notes
    ]  # fmt: skip
    return typed(rows, ("claim", "article", "by", "at", "text"))


def progress_table(*states: State) -> pd.DataFrame:
    """One row a day (UTC) on which anything was written: how many claims stood as taken up, and how many concluded.

    Each day is the fold of the events written until its end, so an approval that was later withdrawn counts then and
    not afterwards.
    """
    taken: dict[date, int] = {}
    concluded: dict[date, int] = {}
    for claim_state in (one for state in states for one in state.claims.values()):
        was = (False, False)
        days = sorted({moment(event.at).date() for event in claim_state.events})
        for day in days:
            until = [event for event in claim_state.events if moment(event.at).date() <= day]
            status = fold_claim(claim_state.claim, "exact", Stream(until), {}).status
            now = (status not in ("new", "skipped"), status in CONCLUDED)
            for counts, before, after in zip((taken, concluded), was, now, strict=True):
                counts[day] = counts.get(day, 0) + int(after) - int(before)
            was = now
    order = sorted(taken)
    rows = [{"day": d, "selected": taken[d], "concluded": concluded[d]} for d in order]
    found = pd.DataFrame(rows, columns=["day", "selected", "concluded"])
    return found.assign(selected=found["selected"].cumsum(), concluded=found["concluded"].cumsum())


def sentence_of(claim: Claim) -> str:
    """What may be shown of a claim beside its article: its sentence; its words only where nobody denies them."""
    return in_article(claim.text) or ("" if claim.denied else claim.exact)


def moment(at: int) -> datetime:
    """A time of the record, milliseconds since 1970, as a UTC time."""
    return datetime.fromtimestamp(at / 1000, UTC)


def typed(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """The rows as a table of these columns, each with the type its name stands for whatever the rows hold."""
    return pd.DataFrame({
        name: pd.Series([row.get(name) for row in rows], dtype=dtype_of(name)) for name in columns
    })  # fmt: skip


def dtype_of(name: str) -> Any:
    """The pandas type of a column by its name; what is no column of this house is text."""
    if name in _WHOLE:
        return "Int64"
    if name in _YES_NO:
        return "boolean"
    if name in _NUMBERS:
        return "float64"
    if name in _TIMES:
        return "datetime64[ms, UTC]"
    return "object" if name in _LISTS else "str"


def notebook_html(table: pd.DataFrame) -> str | None:
    """The table as a notebook shows it, each cell with Arabic in it in the direction its words begin with."""
    shown: str | None = table._repr_html_()  # type: ignore[operator]
    return shown and _ARABIC_CELL.sub(r'<\1 dir="auto"\2', shown)


def enable() -> None:
    """Show this session's tables so, in a notebook; elsewhere nothing is done."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is not None and shell.display_formatter is not None:
        shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, notebook_html)


def _claim_row(claim: Claim, article: Article | None) -> dict[str, Any]:
    row = asdict(claim)
    for name in ("quantities", "places"):
        row[name] = list(row[name])
    row["dates"] = [_plain_date(mention) for mention in row["dates"]]
    row["rules"] = list(row["rules"])
    return row | {
        "article": article and article.id,
        "outlet": article and article.outlet,
        "voice": _voice(claim.claimant, article),
        "sentence": sentence_of(claim),
    }


def _plain_date(mention: dict[str, Any]) -> dict[str, Any]:
    return mention | {end: mention[end] and mention[end].isoformat() for end in ("low", "high")}


def _voice(claimant: str, article: Article | None) -> str:
    return article.outlet if claimant == ARTICLE and article and article.outlet else claimant


def _record_row(found: ClaimState | None) -> dict[str, Any]:
    if found is None:
        return {"status": "new", "how": [], "conflicts": [], "sources": 0, "primary_sources": 0, "contacts": 0,
                "replied": False, "open_questions": 0}  # fmt: skip
    verdict = found.verdict or {}
    waiting = [contact for contact in found.contacts if contact.get("outcome") in (None, "waiting")]
    return {
        "status": found.status,
        "verdict": verdict.get("verdict"),
        "how": list(verdict.get("how") or ()),
        "why": verdict.get("why"),
        "attribution": (found.attribution or {}).get("attribution"),
        "restated": found.restated,
        "bottom_line": found.summary,
        "triage": (found.triage or {}).get("choice"),
        "triage_reason": (found.triage or {}).get("reason"),
        "assigned": found.assigned,
        "sources": len(found.evidence),
        "primary_sources": sum(item.get("source_type") == "primary" for item in found.evidence),
        "contacts": len(found.contacts),
        "replied": any(contact.get("outcome") == "replied" for contact in found.contacts),
        "reply_due": min((contact["due"] for contact in waiting if contact.get("due")), default=None),
        "open_questions": sum(not ask["answers"] for ask in found.asks),
        "inherited_from": found.inherited_from,
        "anchor": found.anchor,
        "conflicts": [conflict.kind for conflict in found.conflicts],
        "changed": moment(max(event.at for event in found.events)) if found.events else None,
    }


enable()
