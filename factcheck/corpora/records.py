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
PART_ARTICLES = 50  # a few seconds of work; a death costs the article at hand, an end of power the part
PART_BYTES = 2 * 1024 * 1024
SECONDS = 120.0  # what one article may take: the longest that is read takes ten on a busy machine

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
    alone: int = 0  # of CSV: the byte up to which each line is a record by itself


@dataclass(frozen=True, slots=True)
class Part:
    """A run of `count` records, the first of them the corpus's record number `place` and the source's `ordinal`.

    `items` are (name, path) of the files of a part of files, or (name, reason) where nothing can be read. `repeated`
    are the places of records whose id an earlier record bears, `alone` is that of the record before the first.
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
    alone: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """What all parts of a run share: where the output goes, what the caller states of every article,
    and the seconds one may take."""

    out: str
    lang: str | None = None
    page_date: str | None = None
    seconds: float = SECONDS


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
