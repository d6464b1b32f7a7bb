"""One report in an Arabic sentence: the cue, who says it, which tokens are the content."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.ar.speakers import Range
from factcheck.text import fold

PREPOSITIONS = ("على", "إلى", "من", "عن", "في")
PREPOSITION_FRAMES = tuple((fold(p), p) for p in PREPOSITIONS)
FOLDED_PREPOSITIONS = frozenset(map(fold, PREPOSITIONS))


class Report(NamedTuple):
    """One report in a sentence, in half-open token ranges. `start` is where its own words begin.

    `content` begins at the content and ends with the quotation, or is to run on to the next report (`open_end`).
    `speaker` is `None` when it is dropped; `relay` passes on another's words. `scope` is content, sentence (a source
    after or before a whole sentence) or none (a question, which asserts nothing).
    """

    start: int
    cue: int
    content: Range
    force: str
    rule: str
    open_end: bool = True
    speaker: Range | None = None
    relay: Range | None = None
    agreement: str = ""
    scope: str = "content"
    carried: bool = False  # a participle or a pronoun: whoever spoke last in this sentence
    unnamed: bool = False  # a passive: «وأُعلن أن …», which nobody is said to have told
