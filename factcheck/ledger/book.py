"""The record of one article: a method for everything a checker does, each of which is one event, durable on return."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from factcheck.anchors import make_target
from factcheck.claim import Claim, claim_id
from factcheck.errors import ApprovalError, ConflictError, LedgerError
from factcheck.events import Event, Target
from factcheck.events.kinds import KINDS
from factcheck.evidence import Evidence
from factcheck.ledger.desk import broken_before_approval
from factcheck.ledger.record import Record
from factcheck.ledger.writer import Writer, check_kind


class Ledger(Record):
    """What people decided about the claims of one article.

    `claims_dir` is the workspace's `claims/`, `article_id` the article's id without a capture's number; `claims`,
    `text` and `sha256` are those of the capture looked at. What this ledger has read is what its writer has seen: call
    `refresh` to see what others wrote since, and what is written after that counts as knowing it. `clock` (UTC
    milliseconds), `new_id` and `session` can be given where the record must be the same on every run.
    """

    def __init__(
        self,
        claims_dir: Path | str,
        article_id: str,
        *,
        claims: Sequence[Claim] = (),
        text: str | None = None,
        sha256: str | None = None,
        author: str | None = None,
        second_person: bool = True,
        clock: Callable[[], int] | None = None,
        new_id: Callable[[], str] | None = None,
        session: str | None = None,
    ) -> None:
        self.second_person = second_person
        folder = Path(claims_dir) / article_id / "events"
        writer = Writer(folder, author, clock, new_id, session)
        super().__init__(Path(claims_dir), article_id, claims, text, sha256, writer)

    @property
    def author(self) -> str:
        """The name this ledger writes under. Raises `LedgerError` when nobody is named."""
        return self._writer.author

    def append(self, kind: str, data: Mapping[str, Any], claim: str | None = None) -> Event:
        """Write one event, durably, by the rules for its kind: about `claim`, or about the article without one.

        Raises `LedgerError` for an unknown claim or kind, or data that breaks a rule, `ConflictError` for a register
        that stands in conflict; nothing is written then.
        """
        if kind == "claim.add":
            return self.add_claim(**_place_of(data))
        check_kind(kind, data, "article" if claim is None else "claim")
        now = None if claim is None else self._claim_now(claim)
        self._check_rules(kind, data, now)
        if kind == "claim.edit" and now is not None:
            current = self._stream(now).register(kind)
            data = {**(current[0].data if current else {}), **data}
        return self._write(kind, data, now)

    def verdict(
        self,
        claim: str,
        verdict: str | None,
        *,
        how: Sequence[str] = (),
        why: str | None = None,
        reason: str | None = None,
        searched: str | None = None,
        fact: str | None = None,
        impression: str | None = None,
        part: str | None = None,
        checkable_on: str | None = None,
    ) -> Event:
        """Say what was found, with the sentences it needs; `None` clears it. `reason` stands in for a source yet."""
        return self.append("verdict", {
            "verdict": verdict, "how": list(how) or None, "why": why, "reason": reason, "searched": searched,
            "fact": fact, "impression": impression, "part": part, "checkable_on": checkable_on,
        }, claim)  # fmt: skip

    def attribution(
        self,
        claim: str,
        attribution: str | None,
        *,
        original: str | None = None,
        language: str | None = None,
        translator: str | None = None,
        recording: str | None = None,
        note: str | None = None,
    ) -> Event:
        """Say whether the claimant said it, with the original words, their language, who translated, a recording."""
        return self.append("attribution", {
            "attribution": attribution, "original": original, "language": language, "translator": translator,
            "recording": recording, "note": note,
        }, claim)  # fmt: skip

    def evidence(self, claim: str, evidence: Evidence) -> Event:
        """Add a source and its passage."""
        return self.append("evidence", asdict(evidence), claim)

    def select(self, claim: str, reason: str = "reach") -> Event:
        """Choose a claim for checking."""
        return self.append("triage", {"choice": "select", "reason": reason}, claim)

    def skip(self, claim: str, reason: str) -> Event:
        """Leave a claim unchecked."""
        return self.append("triage", {"choice": "skip", "reason": reason}, claim)

    def restate(self, claim: str, text: str) -> Event:
        """Say the claim in one sentence a stranger understands."""
        return self.append("restate", {"text": text}, claim)

    def summary(self, claim: str, text: str) -> Event:
        """Write the bottom line."""
        return self.append("summary", {"text": text}, claim)

    def note(self, claim: str, text: str) -> Event:
        """Write an internal note; it is never published."""
        return self.append("note", {"text": text, "internal": True}, claim)

    def contact(self, claim: str, who: str, **given: str | None) -> Event:
        """Log an attempt to reach somebody: role, channel, when, asked, outcome, reply, terms, due, private."""
        return self.append("contact", {"who": who, **given}, claim)

    def ask(self, claim: str, to: str, question: str) -> Event:
        """Ask a colleague; it blocks nothing."""
        return self.append("ask", {"to": to, "question": question}, claim)

    def answer(self, claim: str, ask: str, text: str) -> Event:
        """Answer the question in the event `ask`."""
        return self.append("answer", {"ask": ask, "text": text}, claim)

    def assign(self, claim: str, to: str | None) -> Event:
        """Give a claim to somebody, or to nobody."""
        return self.append("assign", {"to": to}, claim)

    def media(self, claim: str | None, what: str, **given: str | None) -> Event:
        """Note a picture or video: url, archived_url, digest, caption, credit, found."""
        return self.append("media", {"what": what, **given}, claim)

    def link(self, claim: str, to: str, **given: str | None) -> Event:
        """Tie a claim to another: its id, article, relation, note."""
        return self.append("link", {"to": to, **given}, claim)

    def request_review(self, claim: str, comment: str | None = None, to: str | None = None) -> Event:
        """Send a claim to a second person."""
        return self.append("review.request", {"comment": comment, "to": to}, claim)

    def approve(self, claim: str, comment: str | None = None) -> Event:
        """Approve what this ledger has read of a claim; what others add later sends it back to review."""
        return self.append("review", {"decision": "approve", "comment": comment}, claim)

    def return_(self, claim: str, comment: str) -> Event:
        """Give a claim back with what is to be done."""
        return self.append("review", {"decision": "return", "comment": comment}, claim)

    def settle_date(
        self, what: str, iso: str | None, because: str, *, claim: str | None = None, evidence: Sequence[str] = ()
    ) -> Event:
        """Settle a date by its words (or `page_date`), for one claim or, without one, for the whole article."""
        data = {"what": what, "iso": iso, "because": because, "evidence": list(evidence) or None}
        return self.append("date.settle", data, claim)

    def judge_disagreement(self, question: str, relation: str, because: str) -> Event:
        """Say how two accounts stand to each other, by the disagreement's id; `dismissed` where they are no pair."""
        return self.append("disagreement.judge", {"question": question, "relation": relation, "because": because})

    def add_claim(self, start: int, end: int, mode: str = "narrator", **given: Any) -> Event:
        """Add a claim the extractor did not find, at a span of the text: text, claimant, speaker, denied, kind …"""
        text, sha256 = self._found.text, self._found.sha256
        if text is None or sha256 is None:
            raise LedgerError("A claim is added to the article's text; open the ledger with it.")
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise LedgerError(
                f"There are no words at {start} to {end}; the text has {len(text)} characters.", "told.no_words"
            )
        target = make_target(text, sha256, start, end, mode)
        added = claim_id(sha256, start, end, mode)
        if added in self.state().claims:
            raise LedgerError(f"There is a {mode} claim at {start} to {end} already: {added}.", "told.claim_there")
        check_kind("claim.add", {"mode": mode, **given}, "claim")
        return self._write("claim.add", {"mode": mode, **given}, added, target)

    def edit_claim(self, claim: str, **changes: Any) -> Event:
        """Correct what the extractor made of a claim; its span with `start` and `end` together."""
        start, end, text = changes.get("start"), changes.get("end"), self._found.text
        if isinstance(start, int) and isinstance(end, int) and text is not None:
            changes.setdefault("exact", text[start:end])
        return self.append("claim.edit", changes, claim)

    def reject_claim(self, claim: str, reason: str) -> Event:
        """Say that this is no claim; undo brings it back."""
        return self.append("claim.reject", {"reason": reason}, claim)

    def undo(self, event: str, reason: str | None = None) -> Event:
        """Take an event back. It stays in the record; `redo` brings it back."""
        known = self._event(event)
        if event in self._stream(self._home(known)).undone:
            raise LedgerError(f"The event {event} is undone already; redo brings it back.", "told.undone_already")
        return self.append("undo", {"event": event, "reason": reason}, known.claim)

    def redo(self, event: str) -> Event:
        """Bring an undone event back by undoing what undid it (all of it, when several people did); the last event."""
        known = self._event(event)
        stream = self._stream(self._home(known))
        undos = [one.id for one in stream.current("undo") if event in (one.id, one.data["event"])]
        if not undos:
            raise LedgerError(f"The event {event} is not undone; there is nothing to redo.")
        return [self.undo(one) for one in undos][-1]

    def resolve(self, claim: str | None, chosen: str) -> Event:
        """Settle a conflict: the data of the event `chosen` holds, and the new event names all its rivals as seen."""
        now = None if claim is None else self._claim_now(claim)
        for conflict in self._stream(now).conflicts(now):
            for event in conflict.events:
                if event.id == chosen:
                    rivals = tuple(one.id for one in conflict.events)
                    return self._write(conflict.kind, event.data, now, base=rivals)
        raise LedgerError(f"The event {chosen!r} is in no open conflict here; factcheck conflicts lists them.")

    def _write(
        self,
        kind: str,
        data: Mapping[str, Any],
        claim: str | None,
        target: Target | None = None,
        base: tuple[str, ...] = (),
    ) -> Event:
        heads = self._stream(claim).heads
        if claim is not None and target is None:
            target = self._target(claim)
        event = self._writer.event(
            kind, data, article=self.article, claim=claim, target=target,
            base=(*heads, *(one for one in base if one not in heads)),
        )  # fmt: skip
        written = self._journal.append(event)
        self._take_in([written])
        self._state = None
        return written

    def _check_rules(self, kind: str, data: Mapping[str, Any], claim: str | None) -> None:
        """What must hold for an event beyond its own data."""
        if KINDS[kind].sort == "register":
            slot = data.get(KINDS[kind].slot or "")
            for conflict in self._stream(claim).conflicts(claim):
                if conflict.kind == kind and conflict.slot == slot:
                    ids = " and ".join(event.id for event in conflict.events)
                    raise ConflictError(f"The {kind} of {claim} stands in conflict between {ids}; resolve it first.")
        if kind == "undo":
            self._event(str(data.get("event")))
        if kind == "answer" and not any(one.id == data.get("ask") for one in self._stream(claim).current("ask")):
            raise LedgerError(f"There is no question {data.get('ask')!r} on this claim; history lists its events.")
        text = self._found.text
        if kind == "claim.edit" and "exact" in data and text and text[data["start"] : data["end"]] != data["exact"]:
            raise LedgerError("The words of the edited claim do not stand at its span; give start, end and exact.")
        if kind == "review" and data.get("decision") == "approve" and claim is not None:
            state = self.state()
            broken = broken_before_approval(state.claims[claim], state, self._writer.author, self.second_person)
            if broken:
                sentences = " ".join(f"{rule.code}: {rule.sentence}" for rule in broken)
                codes = tuple(rule.code for rule in broken)
                raise ApprovalError(f"{claim} cannot be approved yet. {sentences}", codes)


def _place_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of `add_claim` from an event's data, which for this one kind gives the span too."""
    start, end = data.get("start"), data.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        raise LedgerError('claim.add needs the span: "start" and "end", in characters of the text.')
    return dict(data)
