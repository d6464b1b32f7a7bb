"""A claim: one proposition somebody asserts that could be given one verdict, pointing into its article's text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Literal

from factcheck.dates import DateMention
from factcheck.quantity import Quantity

Mode = Literal["direct_quote", "indirect_speech", "narrator"]
Kind = Literal["event", "statement_of_fact", "prediction", "opinion", "commitment", "background"]
Certainty = Literal["asserted", "hedged", "hinted"]
_FROM = re.compile(
    r" \[(?:(?:من «[^«»\[\]]*»|from “[^“”\[\]]*”)[^\[\]]*|تاريخ الصفحة [^\[\]]*|page date [^\[\]]*)\](?=\.?$)"
)
ARTICLE = "article"  # the claimant of what the article says in its own voice


@dataclass(frozen=True, slots=True)
class Place:
    """A place name as written; `country` is ISO 3166 alpha-3, or `None` where no single state is meant."""

    start: int
    end: int
    exact: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `text[start:end] == exact` always; offsets are code points into the article as stored."""

    id: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    text: str
    mode: Mode
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    relay: str | None = None
    claimant: str = ARTICLE
    claimant_country: str | None = None
    denied: bool = False
    certainty: Certainty = "asserted"
    kind: Kind = "statement_of_fact"
    checkworthy: bool = False
    checkworthy_score: float = 0.0
    checkworthy_reason: str = ""
    quote_check: bool = False
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    places: tuple[Place, ...] = ()
    same_as: str | None = None
    rules: tuple[str, ...] = ()


def claim_id(sha256: str, start: int, end: int, mode: str) -> str:
    """The id of the claim at a place: `c` and 24 hex digits (96 bits) of a SHA-256 over article, span, mode."""
    return "c" + hashlib.sha256(f"{sha256}:{start}:{end}:{mode}".encode()).hexdigest()[:24]


_BEFORE_TEXT = attrgetter("id", "start", "end", "exact", "prefix", "suffix")
_BEHIND_TEXT = attrgetter(*[field.name for field in fields(Claim)][7:])


def with_text(claim: Claim, text: str) -> Claim:
    """The claim with another sentence; `dataclasses.replace` costs twice as much, some hundred times an article."""
    told: tuple[Any, ...] = (*_BEFORE_TEXT(claim), text, *_BEHIND_TEXT(claim))
    return Claim(*told)


def in_article(sentence: str) -> str:
    """A claim's sentence as it is shown beside its own article: without the bracket that tells where it is from."""
    return _FROM.sub("", sentence)
