"""Where a claim's words stand in a text that may have changed: exact · moved · ambiguous · orphaned, never a guess.

Words alone are not enough: the sentence that stands once today may be the copy of one that was edited away. So a place
counts only when what surrounds it on one side is still there, from the words to beyond their sentence and as far as it
took to tell all copies apart when it was written down; and when two places could be meant, neither is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from factcheck.events import Target
from factcheck.text import fold

How = Literal["exact", "moved", "ambiguous", "orphaned"]
WIDTH = 32  # what is noted beyond the sentence, at least; a copied sentence brings its own words with it
MAX_WIDTH = 1024
MAX_PLACES = 200  # words that stand more often than this are no anchor
_BREAK = re.compile(r"[.!?؟](?=\s)|\n")
_LEAST = 8  # a shorter surrounding proves nothing, unless it is all there is on that side


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where words stand and how that is known; without a place when `ambiguous` or `orphaned`."""

    how: How
    start: int | None = None
    end: int | None = None


def find_anchor(target: Target, text: str, sha256: str) -> Anchor:
    """The place of a target's words in `text`, whose digest is `sha256`.

    In the very text of the target they are `exact` or, when they are not there, `orphaned`: the target is damaged.
    """
    end = target.start + len(target.exact)
    if target.sha256 == sha256:
        there = text[target.start : target.end] == target.exact and target.exact
        return Anchor("exact", target.start, target.end) if there else Anchor("orphaned")
    places = _places(text, target.exact)
    if not places:
        return Anchor("orphaned")
    fitting = [start for start in places if _is_surrounded(target, text, start)]
    if len(places) > MAX_PLACES or len(fitting) != 1:
        return Anchor("ambiguous")
    start, end = fitting[0], fitting[0] + len(target.exact)
    return Anchor("exact" if start == target.start else "moved", start, end)


def make_target(text: str, sha256: str, start: int, end: int, mode: str) -> Target:
    """The words at a span, with what surrounds their sentence, and more where that does not tell them from a copy."""
    left = max((m.end() for m in _BREAK.finditer(text, max(0, start - MAX_WIDTH), start)), default=start)
    right = next((m.start() for m in _BREAK.finditer(text, end, end + MAX_WIDTH)), end)
    others = [place for place in _places(text, text[start:end]) if place != start]
    width = WIDTH
    while True:
        before, after = text[max(0, min(left, start) - width) : start], text[end : max(right, end) + width]
        target = Target(sha256, start, end, text[start:end], before, after, mode)
        if width >= MAX_WIDTH or not any(_is_surrounded(target, text, place) for place in others):
            return target
        width *= 2


def _places(text: str, exact: str) -> list[int]:
    """Where `exact` begins in `text`, overlapping places too; one more than `MAX_PLACES` at most."""
    found: list[int] = []
    at = text.find(exact) if exact else -1
    while at >= 0 and len(found) <= MAX_PLACES:
        found.append(at)
        at = text.find(exact, at + 1)
    return found


def _is_surrounded(target: Target, text: str, start: int) -> bool:
    """Whether what stands before a place, or after it, is what stood there when the target was written."""
    end = start + len(target.exact)
    from_start = len(target.prefix) == target.start  # what is noted may be cut short by the text's own ends, and must
    to_end = len(target.suffix) < WIDTH  # then be all there is on that side
    before = _plain(text[0 if from_start else max(0, start - 2 * len(target.prefix) - _LEAST) : start])
    after = _plain(text[end:] if to_end else text[end : end + 2 * len(target.suffix) + _LEAST])
    return _agrees(_plain(target.prefix), before, from_start, str.endswith) or _agrees(
        _plain(target.suffix), after, to_end, str.startswith
    )


def _agrees(noted: str, found: str, whole: bool, fits: Callable[[str, str], bool]) -> bool:
    return noted == found if whole or len(noted) < _LEAST else fits(found, noted)


def _plain(text: str) -> str:
    """A surrounding without what a harmless edit changes: spelling that folds, format marks, spaces and line ends."""
    return "".join(fold(text).split())
