"""One article's record as read from the disk and folded: which claim bears which event today, and how each stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from factcheck.anchors import make_target
from factcheck.article import ARTICLE_ID
from factcheck.claim import Claim
from factcheck.errors import LedgerError
from factcheck.events import Event, Target
from factcheck.ledger.carry import Carried, Claims, added_claim, edited_claim
from factcheck.ledger.checks import Checks
from factcheck.ledger.fold import Stream, why_ignored
from factcheck.ledger.journal import Journal
from factcheck.ledger.state import ClaimState, State, fold_claim, inherit, slotted
from factcheck.ledger.writer import Writer

_NOWHERE = Carried(None, "orphaned")


class Record:
    """The reading half of a `Ledger`. What it has read is what its writer has seen; `refresh` reads on."""

    def __init__(
        self,
        claims_dir: Path,
        article: str,
        claims: Sequence[Claim],
        text: str | None,
        sha256: str | None,
        writer: Writer,
    ) -> None:
        if not ARTICLE_ID.fullmatch(article) or "@" in article:
            raise LedgerError(
                f"{article!r} is no article's id; it has a-z, 0-9 and hyphens, without a capture's number."
            )
        if text is not None and sha256 is None:
            sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
        self.claims_dir, self.article = claims_dir, article
        self._found = Claims(claims, text, sha256)
        self._writer = writer
        self._journal = Journal(writer.folder, writer.session)
        self._checks = Checks(claims_dir)
        self._state: State | None = None
        self._forget()
        self.refresh()

    def refresh(self) -> bool:
        """Read what is new on the disk; whether there was anything. Costs a glance at the folder when there is not."""
        fresh, rewritten = self._journal.refresh()
        published = self._checks.refresh()
        if rewritten:
            self._forget()
            fresh = [event for file in self._journal.files.values() for event in file.events]
        self._take_in(fresh)
        if published:
            self._folded.clear()
        if fresh or rewritten or published:
            self._state = None
        return bool(fresh or rewritten or published)

    def state(self) -> State:
        """How things stand by all that has been read and written; the same object until something changes."""
        state = self._state = self._state or self._fold()
        return state

    def history(self, claim: str) -> list[Event]:
        """Every event about a claim, in order, those that were undone too."""
        return list(self._stream(self._claim_now(claim)).events)

    def _claim_now(self, claim: str) -> str:
        """The id of the claim that bears today what was written about `claim`. Raises `LedgerError`."""
        self._carry()
        now = claim if claim in self._found.by_id else self._carried.get(claim, _NOWHERE).claim
        if now is None:
            where = "has no certain place in the text any more" if claim in self._raw else "is not in this article"
            raise LedgerError(f"The claim {claim!r} {where}; factcheck claims {self.article} lists those that are.")
        return now

    def _target(self, claim: str) -> Target:
        found = self._found.by_id.get(claim) or self._added.get(claim)
        if found is None:
            return self._targets[claim]
        there, text, sha256 = self._edited(found), self._found.text, self._found.sha256
        if text is not None and sha256 is not None and text[there.start : there.end] == there.exact:
            place = (there.start, there.end, there.mode)
            if place not in self._made:
                self._made[place] = make_target(text, sha256, *place)
            return self._made[place]
        return Target(sha256, there.start, there.end, there.exact, there.prefix, there.suffix, there.mode)

    def _event(self, event: str) -> Event:
        known = self._events.get(event)
        if known is None:
            raise LedgerError(f"There is no event {event!r} in the record of {self.article}; history lists a claim's.")
        return known

    def _home(self, event: Event) -> str | None:
        """The stream an event lies in: that of the claim which bears it today, or of its own lost claim."""
        self._carry()
        return self._carried[event.claim].claim or event.claim if event.claim is not None else None

    def _forget(self) -> None:
        self._events: dict[str, Event] = {}
        self._raw: dict[str | None, list[Event]] = {}
        self._targets: dict[str, Target] = {}
        self._carried: dict[str, Carried] = {}
        self._uncarried: set[str] = set()
        self._added: dict[str, Claim] = {}
        self._bearing: dict[str | None, list[str]] = {}
        self._streams: dict[str | None, Stream] = {}
        self._folded: dict[str | None, ClaimState] = {}
        self._ignored: dict[str, str] = {}
        self._made: dict[tuple[int, int, str], Target] = {}
        self._state = None

    def _take_in(self, events: Iterable[Event]) -> None:
        """Add events to what has been read; only the claims they are about are folded again."""
        for event in events:
            if event.id in self._events:
                continue
            self._events[event.id] = event
            self._raw.setdefault(event.claim, []).append(event)
            if reason := why_ignored(event, article=self.article):
                self._ignored[event.id] = reason
            if event.claim is not None and event.target is not None:
                self._targets.setdefault(event.claim, event.target)
            if event.claim is not None and (event.claim not in self._carried or event.kind == "claim.add"):
                self._carried.pop(event.claim, None)
                self._uncarried.add(event.claim)
            carried = self._carried.get(event.claim or "")
            home = carried.claim or event.claim if carried else event.claim
            stream = self._streams.get(home)
            if stream is not None and (event.id in self._ignored or not stream.add(event)):
                del self._streams[home]
            self._folded.pop(home, None)

    def _carry(self) -> None:
        """Find for each claim id of the record the claim that bears it today."""
        while self._uncarried:
            claim = self._uncarried.pop()
            carried = self._found.carry(claim, self._targets.get(claim))
            if claim not in self._found.by_id:
                carried = self._carry_added(claim, carried)
            self._carried[claim] = carried
            self._bearing.setdefault(carried.claim or claim, []).append(claim)
            self._streams.pop(carried.claim or claim, None)

    def _carry_added(self, claim: str, carried: Carried) -> Carried:
        """A claim that people added stands on its own, unless the extractor has since found it at the same words."""
        add = next((one for one in self._raw[claim] if one.kind == "claim.add" and one.id not in self._ignored), None)
        if add is None or claim not in self._targets:
            return carried
        place = self._found.locate(self._targets[claim])
        found = self._found.by_id.get(carried.claim or "")
        if found and (found.start, found.end) == (place.start, place.end):
            return carried
        own = added_claim(add, self._targets[claim], place)
        if own is None:
            return Carried(None, place.how)
        self._added[claim] = own
        return Carried(claim, place.how)

    def _stream(self, claim: str | None) -> Stream:
        """The events of a claim of today, or of the article itself, with those of the ids it bears."""
        if claim not in self._streams:
            self._carry()
            ids = [None] if claim is None else dict.fromkeys([claim, *self._bearing.get(claim, ())])
            events = [event for one in ids for event in self._raw.get(one, ())]
            self._streams[claim] = Stream(events, self._ignored)
        return self._streams[claim]

    def _fold(self) -> State:
        self._carry()
        published = self._published()
        standing = list(self._found.by_id.values())
        if added := [one for one in self._added.values() if self._stream(one.id).current("claim.add")]:
            standing = sorted([*standing, *added], key=lambda one: (one.start, one.end))
        claims = {one.id: self._fold_claim(one, published.get(one.id, {})) for one in standing}
        inherit(claims)
        article = self._stream(None)
        lost = {one: carried.how for one, carried in self._carried.items() if carried.claim is None}
        conflicts = [conflict for state in claims.values() for conflict in state.conflicts] + article.conflicts(None)
        return State(
            rev=len(self._events),
            claims=claims,
            orphans={one: tuple(self._stream(one).events) for one, how in lost.items() if how != "ambiguous"},
            ambiguous={one: tuple(self._stream(one).events) for one, how in lost.items() if how == "ambiguous"},
            conflicts=conflicts,
            warnings=[*self._journal.warnings(), *self._ignored.values(), *self._checks.warnings()],
            settled=slotted(article, "date.settle"),
            judged=slotted(article, "disagreement.judge"),
            unordered=list(self._events.values()),
        )

    def _fold_claim(self, claim: Claim, checks: Mapping[str, str]) -> ClaimState:
        if claim.id not in self._folded:
            bearing = self._bearing.get(claim.id, [])
            if not bearing and not checks:
                return ClaimState(claim)
            anchor = "moved" if any(self._carried[one].how == "moved" for one in bearing) else "exact"
            self._folded[claim.id] = fold_claim(self._edited(claim), anchor, self._stream(claim.id), checks)
        return self._folded[claim.id]

    def _edited(self, claim: Claim) -> Claim:
        """A claim with people's corrections, when they agree."""
        edits = self._stream(claim.id).register("claim.edit")
        return edited_claim(claim, edits[0].data, self._found.text) if len(edits) == 1 else claim

    def _published(self) -> dict[str, dict[str, str]]:
        """By claim of today: the checks it was published in, and how each stands."""
        found: dict[str, dict[str, str]] = {}
        for claim, check, status in self._checks.published(self.article):
            now = self._carried.get(claim, Carried(claim, "exact")).claim
            if now is not None:
                found.setdefault(now, {})[check] = status
        return found
