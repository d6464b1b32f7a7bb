"""Evidence: a source and the passage in it that bears on a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

STANCES: tuple[str, ...] = ("supports", "refutes", "qualifies", "context")
SOURCE_TYPES: tuple[str, ...] = ("primary", "secondary", "tertiary")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence (AVeriTeC, schema.org). `accessed` is the day it was read, `YYYY-MM-DD`.

    `based_on` names the source this one rests on, `interest` what its publisher stands to gain, `digest` the SHA-256 of
    the captured bytes; `withheld` gives the reason where the source may not be named, `sole` why this source alone can
    know, where no second one is to be had.
    """

    source: str
    passage: str
    stance: Literal["supports", "refutes", "qualifies", "context"]
    source_type: Literal["primary", "secondary", "tertiary"] = "secondary"
    url: str | None = None
    archived_url: str | None = None
    accessed: str | None = None
    publisher: str | None = None
    published: str | None = None
    based_on: str | None = None
    interest: str | None = None
    digest: str | None = None
    withheld: str | None = None
    sole: str | None = None
