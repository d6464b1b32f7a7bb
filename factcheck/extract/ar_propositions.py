"""Who says what in a line of Arabic news."""

from __future__ import annotations

from factcheck.extract.layout import Carry, Layout, Line
from factcheck.extract.proposition import Proposition
from factcheck.text import trim


def find_propositions(layout: Layout, line: Line, carry: Carry) -> tuple[list[Proposition], Carry]:
    """The propositions of one line in text order, and what carries over to the next line."""
    found = []
    for sentence in line.sentences:
        span = trim(layout.text, sentence.start, sentence.end)
        if span.end > span.start:
            found.append(Proposition(span, "narrator", span, headline=line.role == "headline", rules=("ar.narrator",)))
    return found, carry
