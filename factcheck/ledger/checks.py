"""The record of the checks: claims grouped across articles, published, and what came after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import LedgerError
from factcheck.events import Event
from factcheck.ledger.fold import Stream, why_ignored
from factcheck.ledger.journal import Journal, ascii_slug
from factcheck.ledger.state import entry
from factcheck.ledger.writer import Writer, check_kind

if TYPE_CHECKING:
    from factcheck.ledger.state import State

FOLDER = "_checks"
CHECK_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_TEXTS = ("title", "bottom_line", "how_we_checked", "editor", "lang", "main")


@dataclass(frozen=True, slots=True)
class CheckState:
    """How a check stands. `claims` are its (article, claim) pairs; `published` those of the last publication.

    `main` is the id of the claim that somebody named its main one; `main_claim` also knows the only claim of a check.

    `status` is new, published, updated, corrected or withdrawn. A text that two people wrote differently without
    seeing each other is `None` here and named in `conflicts`. What came after publication stands in lists of the
    events' data with `event`, `by`, `at`.
    """

    id: str
    title: str | None
    bottom_line: str | None
    how_we_checked: str | None
    editor: str | None
    lang: str | None
    main: str | None
    claims: tuple[tuple[str, str], ...]
    status: str
    published: tuple[tuple[str, str], ...]
    publications: tuple[dict[str, Any], ...]
    corrections: tuple[dict[str, Any], ...]
    updates: tuple[dict[str, Any], ...]
    withdrawals: tuple[dict[str, Any], ...]
    publisher_corrected: tuple[dict[str, Any], ...]
    rechecks: tuple[dict[str, Any], ...]
    notes: tuple[dict[str, Any], ...]
    conflicts: dict[str, tuple[Event, ...]]
    events: tuple[Event, ...]

    @property
    def main_claim(self) -> str | None:
        """The claim that the check is filed under: the one named, else the only one, else `None`."""
        there = [claim for _, claim in self.claims]
        return self.main if self.main in there else there[0] if len(there) == 1 else None


class Checks:
    """The checks of a workspace. `states` gives the state of an article's record; publishing asks it for approvals."""

    def __init__(
        self,
        claims_dir: Path | str,
        *,
        author: str | None = None,
        states: Callable[[str], State] | None = None,
        clock: Callable[[], int] | None = None,
        new_id: Callable[[], str] | None = None,
        session: str | None = None,
    ) -> None:
        self.folder = Path(claims_dir) / FOLDER
        self._states = states
        self._writer = Writer(self.folder, author, clock, new_id, session)
        self._journals: dict[str, Journal] = {}
        self._streams: dict[str, Stream] = {}
        self._ignored: dict[str, str] = {}
        self.refresh()

    def refresh(self) -> bool:
        """Read what is new on the disk; whether there was anything."""
        changed = False
        there = sorted(
            path.parent.name for path in self.folder.glob("*/events") if CHECK_ID.fullmatch(path.parent.name)
        )
        for check in there:
            fresh, rewritten = self._journal(check).refresh()
            if fresh or rewritten:
                self._read(check)
                changed = True
        for gone in self._journals.keys() - set(there):
            changed = bool(self._journals[gone].files) or changed
            del self._journals[gone]
            self._streams.pop(gone, None)
        return changed

    def state(self) -> dict[str, CheckState]:
        """Every check by its id."""
        return {check: _fold(check, stream) for check, stream in sorted(self._streams.items())}

    def history(self, check: str) -> list[Event]:
        """Every event of a check, in order."""
        return list(self._known(check).events)

    def warnings(self) -> Iterator[str]:
        """What is wrong with the files, and what was ignored, in sentences."""
        for journal in self._journals.values():
            yield from journal.warnings()
        yield from self._ignored.values()

    def published(self, article: str) -> Iterator[tuple[str, str, str]]:
        """(claim, check, status) for each claim of an article that was ever published in a check."""
        for check in self.state().values():
            if check.status != "new":
                yield from ((claim, check.id, check.status) for one, claim in check.published if one == article)

    def append(self, kind: str, data: Mapping[str, Any], check: str | None = None) -> Event:
        """Write one event about a check, durably, by the rules for its kind; `check.new` makes the check.

        Raises `LedgerError`; nothing is written then.
        """
        if kind == "check.new":
            check = self._new_id(check, data)
        elif check is None:
            raise LedgerError(f"An event of kind {kind!r} needs a check; factcheck check show lists them.")
        check_kind(kind, data, "check")
        stream = Stream(()) if kind == "check.new" else self._known(check)
        if kind == "undo" and not any(event.id == data.get("event") for event in stream.events):
            raise LedgerError(f"There is no event {data.get('event')!r} in the check {check}.")
        if data.get("main"):
            self._must_hold(check, str(data["main"]), data)
        if kind == "publish":
            data = {**data, "claims": self._approved(check)}
        elif kind in ("correction", "update", "withdrawal", "publisher_corrected") and not stream.current("publish"):
            raise LedgerError(f"The check {check} is not published; there is nothing for {kind!r}.")
        event = self._writer.event(kind, data, check=check, base=stream.heads)
        written = self._journal(check).append(event)
        self._read(check)
        return written

    def new(self, title: str, claims: Sequence[tuple[str, str]] = (), *, check: str | None = None) -> Event:
        """Begin a check on claims given as (article, claim); the event's `check` is its id."""
        return self.append("check.new", {"title": title, "add": _refs(claims) or None}, check)

    def add(self, check: str, article: str, claim: str) -> Event:
        """Put a claim into a check."""
        return self.append("check.edit", {"add": _refs([(article, claim)])}, check)

    def remove(self, check: str, article: str, claim: str) -> Event:
        """Take a claim out of a check."""
        return self.append("check.edit", {"remove": _refs([(article, claim)])}, check)

    def edit(self, check: str, **texts: str) -> Event:
        """Write its title, bottom_line, how_we_checked, editor, lang or main (the id of its main claim)."""
        return self.append("check.edit", texts, check)

    def publish(self, check: str, **given: str | None) -> Event:
        """Publish a check whose claims are all approved: url, editor, date, note."""
        return self.append("publish", given, check)

    def correction(self, check: str, text: str, date: str | None = None) -> Event:
        """We were wrong: say what."""
        return self.append("correction", {"text": text, "date": date}, check)

    def update(self, check: str, text: str, date: str | None = None) -> Event:
        """New facts came: say which."""
        return self.append("update", {"text": text, "date": date}, check)

    def withdrawal(self, check: str, text: str, date: str | None = None) -> Event:
        """Withdraw a check, with the reason."""
        return self.append("withdrawal", {"text": text, "date": date}, check)

    def publisher_corrected(self, check: str, text: str, url: str | None = None, date: str | None = None) -> Event:
        """The publisher of the claim corrected it."""
        return self.append("publisher_corrected", {"text": text, "url": url, "date": date}, check)

    def recheck(self, check: str, on: str, text: str | None = None) -> Event:
        """Set the day to look at it again."""
        return self.append("recheck", {"on": on, "text": text}, check)

    def undo(self, check: str, event: str, reason: str | None = None) -> Event:
        """Take an event of a check back; undo of the undo brings it back."""
        return self.append("undo", {"event": event, "reason": reason}, check)

    def _new_id(self, check: str | None, data: Mapping[str, Any]) -> str:
        slug = ascii_slug(str(data.get("title") or ""))
        name = check or (f"check-{self._writer.new_id()[-8:]}" if slug == "writer" else slug)
        if check is None:
            number = 2
            while name in self._streams:
                name, number = f"{slug}-{number}", number + 1
        if not CHECK_ID.fullmatch(name):
            raise LedgerError(f"{name!r} is no id for a check; use a-z, 0-9 and hyphens.")
        if name in self._streams:
            raise LedgerError(f"There is a check {name!r} already; choose another id.")
        return name

    def _approved(self, check: str) -> list[dict[str, str]]:
        """The claims of a check with the approvals they are published on. Raises `LedgerError` for what is missing."""
        state = _fold(check, self._known(check))
        if self._states is None:
            raise LedgerError("Publishing asks every article whether its claims are approved; open a workspace for it.")
        if state.conflicts:
            raise LedgerError(f"The check {check} stands in conflict: {', '.join(state.conflicts)}; edit them first.")
        if not state.claims or not state.bottom_line:
            raise LedgerError(f"The check {check} needs at least one claim and a bottom line before it is published.")
        if state.main_claim is None:
            raise LedgerError(f"The check {check} has several claims; name its main one with check edit --main CLAIM.")
        found = []
        for article, claim in state.claims:
            stands = self._states(article).claims.get(claim)
            if stands is None or stands.review is None or stands.review.decision != "approve" or stands.review.stale:
                raise LedgerError(f"The claim {claim} of {article} is not approved as it stands; send it to review.")
            found.append({"article": article, "claim": claim, "approval": stands.review.event.id})
        return found

    def _must_hold(self, check: str, claim: str, data: Mapping[str, Any]) -> None:
        """Raises `LedgerError` unless the claim stands in the check, or comes into it with the same event."""
        there = {one for _, one in _fold(check, self._streams.get(check, Stream(()))).claims}
        if claim not in there | {ref["claim"] for ref in data.get("add") or ()}:
            raise LedgerError(f"The claim {claim} is not in the check {check}; put it in first: factcheck check add.")

    def _known(self, check: str) -> Stream:
        if check not in self._streams:
            known = ", ".join(sorted(self._streams)) or "none yet"
            raise LedgerError(f"There is no check {check!r}; there is: {known}.")
        return self._streams[check]

    def _journal(self, check: str) -> Journal:
        if check not in self._journals:
            self._journals[check] = Journal(self.folder / check / "events", self._writer.session)
        return self._journals[check]

    def _read(self, check: str) -> None:
        events = [event for file in self._journals[check].files.values() for event in file.events]
        self._ignored.update({one.id: why for one in events if (why := why_ignored(one, check=check))})
        self._streams[check] = Stream(events, self._ignored)


def _refs(claims: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"article": article, "claim": claim} for article, claim in claims]


def _fold(check: str, stream: Stream) -> CheckState:
    edits = sorted([*stream.current("check.new"), *stream.current("check.edit")], key=stream.events.index)
    texts: dict[str, str | None] = {}
    conflicts: dict[str, tuple[Event, ...]] = {}
    for name in _TEXTS:
        heads = stream.newest([event for event in edits if event.data.get(name)])
        values = {event.data[name] for event in heads}
        texts[name] = values.pop() if len(values) == 1 else None
        if values:
            conflicts[name] = tuple(heads)
    entries = {kind: tuple(entry(one) for one in stream.current(kind)) for kind in _AFTER}
    return CheckState(
        id=check,
        **texts,
        claims=tuple(_claims(stream, edits)),
        status=_status(stream),
        published=tuple((r["article"], r["claim"]) for one in entries["publish"][-1:] for r in one.get("claims") or ()),
        publications=entries["publish"],
        corrections=entries["correction"],
        updates=entries["update"],
        withdrawals=entries["withdrawal"],
        publisher_corrected=entries["publisher_corrected"],
        rechecks=entries["recheck"],
        notes=entries["note"],
        conflicts=conflicts,
        events=tuple(stream.events),
    )


_AFTER = ("publish", "correction", "update", "withdrawal", "publisher_corrected", "recheck", "note")


def _claims(stream: Stream, edits: list[Event]) -> Iterator[tuple[str, str]]:
    """The claims of a check in the order they came: added, and not removed by somebody who had seen that."""
    added: dict[tuple[str, str], list[Event]] = {}
    removed: dict[tuple[str, str], list[Event]] = {}
    for event in edits:
        for name, into in (("add", added), ("remove", removed)):
            for ref in event.data.get(name) or ():
                into.setdefault((ref["article"], ref["claim"]), []).append(event)
    for ref, adds in added.items():
        removals = removed.get(ref, [])
        if any(not any(stream.saw(removal, add) for removal in removals) for add in adds):
            yield ref


def _status(stream: Stream) -> str:
    publications = stream.current("publish")
    if not publications:
        return "new"
    for withdrawal in stream.current("withdrawal"):
        if not any(stream.saw(publication, withdrawal) for publication in publications):
            return "withdrawn"
    return "corrected" if stream.current("correction") else "updated" if stream.current("update") else "published"
