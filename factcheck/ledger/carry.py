"""Which claim of today an event of yesterday belongs to: by its id, else by its words and their place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from typing import Any

from factcheck.anchors import Anchor, find_anchor
from factcheck.claim import ARTICLE, Claim
from factcheck.events import Event, Target
from factcheck.text import quote_around


@dataclass(frozen=True, slots=True)
class Carried:
    """Where one claim id of the record went: the id of the claim that bears its events now, and how that is known."""

    claim: str | None
    how: str


class Claims:
    """The claims of a text as the extractor found them, to be asked which one bears an older event."""

    def __init__(self, claims: Sequence[Claim], text: str | None, sha256: str | None) -> None:
        self.by_id = {claim.id: claim for claim in claims}
        self.text, self.sha256 = text, sha256
        self._by_mode: dict[str, list[Claim]] = {}
        for claim in sorted(claims, key=lambda one: (one.start, one.end)):
            self._by_mode.setdefault(claim.mode, []).append(claim)

    def carry(self, claim_id: str, target: Target | None) -> Carried:
        """The claim with this id; else the one claim of the target's mode that overlaps its place by half or more."""
        if claim_id in self.by_id:
            return Carried(claim_id, "exact")
        place = self.locate(target)
        if place.start is None or place.end is None or target is None:
            return Carried(None, place.how)
        found = self._overlapping(target.mode, place.start, place.end)
        same = [claim for claim in found if (claim.start, claim.end) == (place.start, place.end)]
        chosen = same or found
        if len(chosen) != 1:
            return Carried(None, "ambiguous" if chosen else "orphaned")
        return Carried(chosen[0].id, place.how if same else "moved")

    def locate(self, target: Target | None) -> Anchor:
        """Where a target's words stand in today's text."""
        if target is None or self.text is None:
            known = target and target.sha256 is not None and target.sha256 == self.sha256
            return Anchor("exact", target.start, target.end) if target and known else Anchor("orphaned")
        return find_anchor(target, self.text, self.sha256 or "")

    def _overlapping(self, mode: str, start: int, end: int) -> list[Claim]:
        """The claims of a mode of which, and of the place, half or more lies in both."""
        claims, length = self._by_mode.get(mode, []), end - start
        first = bisect_left(claims, start - length, key=lambda claim: claim.start)
        found = []
        for claim in claims[first:]:
            if claim.start >= end:
                break
            if 2 * (min(end, claim.end) - max(start, claim.start)) >= max(length, claim.end - claim.start):
                found.append(claim)
        return found


def added_claim(event: Event, target: Target, place: Anchor) -> Claim | None:
    """The claim that a `claim.add` made, where its words stand today; `None` when its place is not certain."""
    if place.start is None or place.end is None or event.claim is None:
        return None
    return Claim(
        id=event.claim, start=place.start, end=place.end, exact=target.exact,
        prefix=target.prefix[-32:], suffix=target.suffix[:32], mode=target.mode, rules=("person",),  # type: ignore[arg-type]
        **{"text": target.exact, **{name: v for name, v in event.data.items() if name in _OWN and name != "mode"}},
    )  # fmt: skip


def edited_claim(claim: Claim, edit: Mapping[str, Any], text: str | None) -> Claim:
    """A claim with people's corrections of what the extractor made of it; a span counts only where its words stand."""
    values = {**_voice(claim, edit), **{name: value for name, value in edit.items() if name in _OWN}}
    start, end, exact = edit.get("start"), edit.get("end"), edit.get("exact")
    if start is not None and end is not None and text is not None and text[start:end] == exact:
        prefix, suffix = quote_around(text, start, end)
        values |= {"start": start, "end": end, "exact": exact, "prefix": prefix, "suffix": suffix}
    return changed(claim, **values)


def _voice(claim: Claim, edit: Mapping[str, Any]) -> dict[str, Any]:
    """What a corrected claimant or speaker leaves behind: the words and the country of the one it was not."""
    if edit.get("claimant", claim.claimant) == claim.claimant:
        named = edit.get("speaker", claim.speaker)
        return {} if named == claim.speaker else {"speaker_start": None, "speaker_end": None}
    gone: dict[str, Any] = {"speaker": None, "speaker_start": None, "speaker_end": None, "claimant_country": None}
    return {**gone, "mode": "narrator", "relay": None} if edit["claimant"] == ARTICLE else gone


_OWN = frozenset(
    {"text", "claimant", "claimant_country", "speaker", "relay", "denied", "kind", "certainty", "mode", "same_as"}
)
