"""What a reading notices: accounts that differ, dates that do not fit, and findings about the article itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from factcheck.quantity import IntervalRelation

Dimension = Literal["count", "time", "place", "name", "attribution", "polarity"]
Relation = Literal["contradicts", "compatible", "refines"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice's answer to a question: who, in which claim, and the value in words or signs (`≥ 1`).

    `speaker` and `exact` are the article's own words for the voice and its value; `low`, `high`, `unit` and `noun` are
    those of a number, `country` (ISO 3166 alpha-3) the claimant's.
    """

    claimant: str
    claim: str
    value: str
    speaker: str | None = None
    exact: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    noun: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two accounts of one question by different voices; `interval` reads "the first, in text order, … the second"."""

    id: str
    question: str
    claims: tuple[str, str]
    voices: tuple[Voice, ...]
    dimension: Dimension
    relation: Relation
    interval: IntervalRelation | None
    note: str


@dataclass(frozen=True, slots=True)
class TemporalAnomaly:
    """A time that fits the rest of the text badly (`tension`) or not at all (`contradiction`), with its derivation."""

    what: str
    kind: Literal["tension", "contradiction"]
    note: str
    window: dict[str, Any] = field(default_factory=dict)
    derivation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the tool flags in an article, with the claims it concerns, its reason, and its place in the text."""

    kind: str
    claims: tuple[str, ...]
    note: str
    start: int | None = None
    end: int | None = None
