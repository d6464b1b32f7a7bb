"""A claim as one Arabic sentence that stands alone."""

from __future__ import annotations

from factcheck.extract.claimants import Cast, Claimant
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition


def claim_sentence(layout: Layout, proposition: Proposition, claimant: Claimant, cast: Cast) -> str:
    """The claim as one sentence: claimant, verb, content."""
    return " ".join(layout.text[proposition.span.start : proposition.span.end].split())
