"""What a set of events amounts to, by what each writer had seen and never by the clock.

An event comes after those its `base` names, and an undo after what it undoes. What one event has among its ancestors
it has seen; two values of a register of which neither saw the other are heads both, and a conflict when they differ.
"""

from __future__ import annotations

import heapq
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.events import FORMAT, Event
from factcheck.events.kinds import KINDS, is_usable


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one register that nobody chose between: the events of its heads, in order."""

    claim: str | None
    kind: str
    slot: str | None
    events: tuple[Event, ...]


class Stream:
    """The events of one claim, one check, or an article itself, in order, with what counts and what was seen."""

    def __init__(self, events: Iterable[Event], ignored: Container[str] = ()) -> None:
        self.events, self._chain = in_order(events)
        counted = [event for event in self.events if event.id not in ignored]
        self.undone = undone_among(counted)
        self._by_kind: dict[str, list[Event]] = {}
        for event in counted:
            if event.id not in self.undone:
                self._by_kind.setdefault(event.kind, []).append(event)
        self._place = {event.id: i for i, event in enumerate(self.events)}
        self._seen: list[int] = []

    @property
    def heads(self) -> tuple[str, ...]:
        """The ids of the events that no other event has seen: what the next event is based on."""
        if self._chain:
            return (self.events[-1].id,) if self.events else ()
        based_on = {base for event in self.events for base in event.base}
        return tuple(event.id for event in self.events if event.id not in based_on)

    def add(self, event: Event) -> bool:
        """Add an event that saw all the others, quickly; false, and nothing done, where that takes a new `Stream`."""
        if not self._chain or event.base != self.heads or event.kind == "undo":
            return False
        self.events.append(event)
        self._by_kind.setdefault(event.kind, []).append(event)
        self._place[event.id] = len(self.events) - 1
        return True

    @property
    def kinds(self) -> Iterable[str]:
        """The kinds of which anything counts."""
        return self._by_kind.keys()

    def current(self, kind: str) -> Sequence[Event]:
        """The events of a kind that count (known, by its rules, and not undone), in order."""
        return self._by_kind.get(kind, ())

    def register(self, kind: str, slot: str | None = None) -> Sequence[Event]:
        """The heads of a register: one, none, or those in conflict; equal values count once."""
        found = self.current(kind)
        if slot is not None:
            name = KINDS[kind].slot or ""
            found = [event for event in found if event.data.get(name) == slot]
        return self.newest(found)

    def newest(self, found: Sequence[Event]) -> Sequence[Event]:
        """Those of `found` (in order) that no other of them has seen, equal data counted once."""
        if len(found) < 2 or self._chain:
            return found[-1:]
        seen = 0
        for event in found:
            seen |= self._ancestors(event)
        different: list[Event] = []
        for event in found:
            if not seen >> self._place[event.id] & 1 and all(event.data != other.data for other in different):
                different.append(event)
        return different

    def slots(self, kind: str) -> list[str]:
        """The slots of a register that hold anything, in order."""
        name = KINDS[kind].slot or ""
        return list(dict.fromkeys(str(event.data.get(name)) for event in self.current(kind)))

    def conflicts(self, claim: str | None) -> list[Conflict]:
        """Every register whose heads differ."""
        if self._chain:
            return []
        found = []
        for kind in self._by_kind:
            if KINDS[kind].sort == "register":
                for slot in self.slots(kind) if KINDS[kind].slot else (None,):
                    heads = self.register(kind, slot)
                    if len(heads) > 1:
                        found.append(Conflict(claim, kind, slot, tuple(heads)))
        return found

    def saw(self, later: Event, earlier: Event) -> bool:
        """Whether the writer of `later` had seen `earlier`."""
        return bool(self._ancestors(later) >> self._place[earlier.id] & 1)

    def seen_by(self, event: Event) -> list[Event]:
        """The events that the writer of one had seen, in order."""
        ancestors = self._ancestors(event)
        return [one for i, one in enumerate(self.events) if ancestors >> i & 1]

    def _ancestors(self, event: Event) -> int:
        """The ancestors of an event as bits by their places in order."""
        if self._chain:
            return (1 << self._place[event.id]) - 1
        if not self._seen:
            for one in self.events:
                bits = 0
                for base in one.base:
                    place = self._place.get(base)
                    if place is not None and place < len(self._seen):
                        bits |= self._seen[place] | 1 << place
                self._seen.append(bits)
        return self._seen[self._place[event.id]]


def in_order(events: Iterable[Event]) -> tuple[list[Event], bool]:
    """Each event once, after those it is based on and an undo after what it undoes; ties go by id.

    Also whether each is based on the one before it alone: then nobody wrote beside anybody. Events that name each
    other in a circle, which no writer makes, come last, by id.
    """
    by_id: dict[str, Event] = {}
    for event in events:
        known = by_id.setdefault(event.id, event)
        if known is not event and event.digest < known.digest:
            by_id[event.id] = event  # one id for two events is damage that validate reports; the choice is arbitrary
    listed = list(by_id.values())
    if _is_chain(listed):
        return listed, True
    waits: dict[str, int] = {}
    frees: dict[str, list[str]] = {}
    for event in listed:
        after = {one for one in _after(event) if one in by_id and one != event.id}
        waits[event.id] = len(after)
        for one in after:
            frees.setdefault(one, []).append(event.id)
    ready = [one for one, count in waits.items() if not count]
    heapq.heapify(ready)
    ordered: list[Event] = []
    while ready:
        one = heapq.heappop(ready)
        ordered.append(by_id.pop(one))
        for freed in frees.get(one, ()):
            waits[freed] -= 1
            if not waits[freed]:
                heapq.heappush(ready, freed)
    ordered += [by_id[one] for one in sorted(by_id)]
    return ordered, _is_chain(ordered)


def _is_chain(events: Sequence[Event]) -> bool:
    base: tuple[str, ...] = ()
    for event in events:
        if event.base != base:
            return False
        base = (event.id,)
    return True


def _after(event: Event) -> set[str]:
    """The ids of the events that come before one."""
    return {*event.base, str(event.data.get("event"))} if event.kind == "undo" else set(event.base)


def undone_among(events: Sequence[Event]) -> set[str]:
    """The ids of the events that do not count: an undo that counts names them. An undone undo does not count."""
    undos = [event for event in events if event.kind == "undo"]
    if not undos:
        return set()
    place = {event.id: i for i, event in enumerate(events)}
    undone: set[str] = set()
    for undo in reversed(undos):
        target: Any = undo.data.get("event")
        if undo.id not in undone and place.get(target, len(events)) < place[undo.id]:
            undone.add(target)
    return undone


def why_ignored(event: Event, article: str | None = None, check: str | None = None) -> str | None:
    """Why an event is kept but does not count, in a sentence; `None` when it counts."""
    if event.v > FORMAT:
        return f"The event {event.id} is of version {event.v}, newer than this tool, and was ignored; update the tool."
    if event.kind not in KINDS:
        return f"The event {event.id} is of the unknown kind {event.kind!r} and was ignored; update the tool."
    if (event.article, event.check) != (article, check):
        return f"The event {event.id} belongs to another article or check and was ignored; see: validate."
    subject = "claim" if event.claim is not None else "check" if check is not None else "article"
    if subject not in KINDS[event.kind].on or not is_usable(event.kind, event.data):
        return f"The event {event.id} breaks the rules for its kind, {event.kind}, and was ignored; see: validate."
    return None
