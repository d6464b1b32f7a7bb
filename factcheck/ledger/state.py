"""How things stand: for each claim what people decided, folded from its events; statuses are derived, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from factcheck.claim import Claim
from factcheck.events import Event
from factcheck.events.kinds import KINDS
from factcheck.ledger.fold import Conflict, Stream, in_order, undone_among

# What an editor approves: when any of these changes after it was seen, the claim goes back to review.
BOUND = frozenset({"verdict", "attribution", "restate", "summary", "evidence", "date.settle", "claim.edit"})
_WORK = frozenset(
    {"verdict", "attribution", "restate", "summary", "evidence", "contact", "assign", "ask", "media", "review",
     "date.settle"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Approval:
    """The last decision of a review: `decision` approve or return, and whether what was approved has changed since."""

    decision: str
    by: str
    comment: str | None
    event: Event
    stale: bool


@dataclass(frozen=True, slots=True)
class ClaimState:
    """One claim and what people decided about it. A register in conflict is `None` here and stands in `conflicts`.

    `evidence`, `notes`, `contacts`, `asks` and `media` are the data of their events, with `event`, `by` and `at` added
    (an ask's `answers` likewise); `triage` is `{"choice", "reason"}`; `inherited_from` names the claim of the same
    content that the verdict was given on. `events` is the whole history, in order, with `undone` naming what does not
    count.
    """

    claim: Claim
    anchor: str = "exact"
    status: str = "new"
    triage: dict[str, Any] | None = None
    verdict: dict[str, Any] | None = None
    verdict_event: Event | None = None
    attribution: dict[str, Any] | None = None
    restated: str | None = None
    summary: str | None = None
    evidence: tuple[dict[str, Any], ...] = ()
    notes: tuple[dict[str, Any], ...] = ()
    contacts: tuple[dict[str, Any], ...] = ()
    asks: tuple[dict[str, Any], ...] = ()
    media: tuple[dict[str, Any], ...] = ()
    links: tuple[dict[str, Any], ...] = ()
    settled: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    review: Approval | None = None
    assigned: str | None = None
    rejected: bool = False
    conflicts: tuple[Conflict, ...] = ()
    inherited_from: str | None = None
    checks: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    undone: frozenset[str] = frozenset()


@dataclass(frozen=True)
class State:
    """An article's record folded: claims by id in text order, what lost its place, conflicts, warnings, all events.

    `orphans` and `ambiguous` hold, by the claim's old id, the events of claims that no longer have a certain place.
    `settled` and `judged` are what was settled for the article as a whole: dates by their words, disagreements by id.
    """

    rev: int
    claims: dict[str, ClaimState]
    orphans: dict[str, tuple[Event, ...]]
    ambiguous: dict[str, tuple[Event, ...]]
    conflicts: list[Conflict]
    warnings: list[str]
    settled: dict[str, dict[str, Any]]
    judged: dict[str, dict[str, Any]]
    unordered: list[Event] = field(repr=False)

    @property
    def standing(self) -> list[Claim]:
        """The claims as people left them, in text order: edited where they were, with those that were added."""
        return [one.claim for one in self.claims.values()]

    @cached_property
    def events(self) -> list[Event]:
        """Every event of the record once, in order."""
        return in_order(self.unordered)[0]

    @cached_property
    def undone(self) -> frozenset[str]:
        """The ids of the events that do not count."""
        return frozenset(undone_among(self.events))


def fold_claim(claim: Claim, anchor: str, stream: Stream, checks: Mapping[str, str]) -> ClaimState:
    """The state of one claim. `checks` gives, by the id of each check it was published in, how that stands."""
    fields: dict[str, Any] = {}
    for kind in stream.kinds:
        if kind in _LISTS:
            fields[_LISTS[kind]] = _entries(stream, kind)
        elif kind in _VALUES and (event := _value(stream, kind)):
            name, part = _VALUES[kind]
            if event.data[part or kind] is not None:
                fields[name] = event.data[part] if part else event.data
    if "verdict" in fields:
        fields["verdict_event"] = _value(stream, "verdict")
    if "triage" in stream.kinds and (triage := _value(stream, "triage")):
        fields["triage"] = triage.data
    if "ask" in stream.kinds:
        fields["asks"] = _asks(stream)
    if "date.settle" in stream.kinds:
        fields["settled"] = slotted(stream, "date.settle")
    if "claim.reject" in stream.kinds:
        fields["rejected"] = True
    if "review" in stream.kinds:
        fields["review"] = _approval(stream)
    return ClaimState(
        claim, anchor, _status(stream, fields, checks), conflicts=tuple(stream.conflicts(claim.id)),
        checks=tuple(checks), events=tuple(stream.events), undone=frozenset(stream.undone), **fields,
    )  # fmt: skip


def inherit(claims: dict[str, ClaimState]) -> None:
    """Show a verdict on the repeats of its claim (`same_as`), in place; where repeats were judged apart, on none."""
    groups: dict[str, list[str]] = {}
    for one, state in claims.items():
        root = state.claim.same_as
        if root is not None and root in claims and root != one:
            groups.setdefault(root, [root]).append(one)
    for members in groups.values():
        given = [one for one in members if claims[one].verdict]
        source = members[0] if members[0] in given else given[0] if len(given) == 1 else None
        for one in members if source else ():
            if not claims[one].verdict and not claims[one].conflicts and source is not None:
                claims[one] = replace(claims[one], verdict=claims[source].verdict, inherited_from=source)


_LISTS = {"evidence": "evidence", "note": "notes", "contact": "contacts", "media": "media", "link": "links"}
_VALUES: dict[str, tuple[str, str | None]] = {
    "verdict": ("verdict", None), "attribution": ("attribution", None), "restate": ("restated", "text"),
    "summary": ("summary", "text"), "assign": ("assigned", "to"),
}  # fmt: skip


def _value(stream: Stream, kind: str) -> Event | None:
    """The one current event of a register; `None` when there is none, or several disagree."""
    heads = stream.register(kind)
    return heads[0] if len(heads) == 1 else None


def slotted(stream: Stream, kind: str) -> dict[str, dict[str, Any]]:
    """The values of a register with slots, by slot; one in conflict is left out."""
    return {slot: heads[0].data for slot in stream.slots(kind) if len(heads := stream.register(kind, slot)) == 1}


def entry(event: Event) -> dict[str, Any]:
    """An event's data with what a reader asks of it: which event, by whom, when."""
    return {**event.data, "event": event.id, "by": event.by, "at": event.at}


def _entries(stream: Stream, kind: str) -> tuple[dict[str, Any], ...]:
    return tuple([entry(event) for event in stream.current(kind)])


def _asks(stream: Stream) -> tuple[dict[str, Any], ...]:
    answers = stream.current("answer")
    return tuple(
        {**entry(ask), "answers": [entry(one) for one in answers if one.data["ask"] == ask.id]}
        for ask in stream.current("ask")
    )


def _approval(stream: Stream) -> Approval | None:
    decisions = stream.register("review")
    if len(decisions) != 1:
        return None
    event = decisions[0]
    seen = stream.seen_by(event)
    undone_then = undone_among(seen)
    then = {one.id for one in seen if one.kind in BOUND and one.id not in undone_then}
    now = {one.id for kind in BOUND for one in stream.current(kind)}
    return Approval(event.data["decision"], event.by, event.data.get("comment"), event, then != now)


def _status(stream: Stream, fields: Mapping[str, Any], checks: Mapping[str, str]) -> str:
    """Where the work stands, the furthest first (docs/record.md has the table)."""
    for status in ("corrected", "updated", "published", "withdrawn") if checks else ():
        if status in checks.values():
            return status
    if "rejected" in fields:
        return "skipped"
    review, triage = fields.get("review"), fields.get("triage")
    if review and review.decision == "approve":
        return "in_review" if review.stale else "approved"
    if ("review.request" in stream.kinds or "review" in stream.kinds) and _is_requested(stream):
        return "in_review"
    if triage and triage["choice"] == "skip":
        return "skipped"
    if "contacts" in fields and _is_waiting(fields["contacts"]):
        return "waiting_reply"
    if not _WORK.isdisjoint(stream.kinds):
        return "in_progress"
    return "selected" if triage else "new"


def _is_requested(stream: Stream) -> bool:
    """Whether a request for review waits: one that no decision has seen, or two decisions that nobody chose between."""
    requests, decisions = stream.current("review.request"), stream.register("review")
    if len(decisions) > 1:
        return True
    return any(not any(stream.saw(decision, one) for decision in decisions) for one in requests)


def _is_waiting(contacts: tuple[dict[str, Any], ...]) -> bool:
    """Whether the last word with anybody is a question that waits for its answer."""
    last = {contact["who"]: contact.get("outcome") for contact in contacts}
    return any(outcome in (None, "waiting") for outcome in last.values())


def is_public(kind: str) -> bool:
    """Whether what an event of a kind says may be shown outside the newsroom; notes, contacts and reviews may not."""
    return kind in KINDS and KINDS[kind].public
