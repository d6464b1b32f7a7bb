"""What a corpus is made of: parts, each a run of records in one source, and the limits that keep memory bounded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Literal

from factcheck.errors import FactcheckError

TEXT_BYTES = 512 * 1024  # a long article has a tenth of a megabyte; reading this much takes some 150 MB of memory
PAGE_BYTES = 2 * 1024 * 1024  # HTML: the tree of a page takes many times its size
LINE_BYTES = 8 * 1024 * 1024  # a line of JSON, or a record of CSV: a page with every letter escaped
UNPACKED_RATIO = 200  # text packs ten times smaller, the most repetitive records some fifty; a bomb a thousand
UNPACKED_FREE = 16 * 1024 * 1024  # what may be unpacked before the ratio counts
PART_ARTICLES = 50  # a few seconds of work: what a death costs
PART_BYTES = 2 * 1024 * 1024

DECLARED = ("title", "url", "archived_url", "outlet", "author", "published", "page_date", "lang", "sources")
Kind = Literal["files", "jsonl", "csv", "parquet", "refused"]


class CorpusError(FactcheckError):
    """A corpus cannot be read, its output cannot be written, or the output is not all there."""


@dataclass(frozen=True, slots=True)
class Record:
    """One place of a source: bytes or rows `start` to `end`, and what stands there or the `reason` it cannot be had."""

    start: int
    end: int
    name: str
    fields: dict[str, Any]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A run of `count` records, the first of them the corpus's record number `place` and the source's `ordinal`.

    `items` are (name, path) of the files of a part of files, or (name, reason) where nothing can be read. `repeated`
    are the places of records whose id an earlier record bears.
    """

    number: int
    kind: Kind
    name: str
    path: str
    start: int
    end: int
    ordinal: int
    place: int
    count: int
    size: int
    items: tuple[tuple[str, str], ...] = ()
    repeated: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """What all parts of a run share: where the output goes, and what the caller states of every article."""

    out: str
    lang: str | None = None
    page_date: str | None = None


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
