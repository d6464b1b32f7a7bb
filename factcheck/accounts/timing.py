"""A pair of claims that date one thing differently."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.finding import Relation


@dataclass(frozen=True, slots=True)
class Timing:
    """Two claims by their place in text order that date one thing, and the words that date it in each."""

    first: int
    second: int
    told: tuple[str, str]
    relation: Relation
