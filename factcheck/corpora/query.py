"""Claims looked up in the part files of a corpus: batch by batch, in the order of the corpus, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from factcheck.corpora.records import CorpusError
from factcheck.lang.claimants import claimant_names
from factcheck.text import fold

_BATCH = 2_000  # claims
_SHOWN = (
    "id",
    "article",
    "outlet",
    "claimant",
    "mode",
    "text",
    "exact",
    "start",
    "end",
    "quantities",
    "dates",
    "places",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a claim must hold, all of it: letters of its claimant's name in Arabic or English, a place by name or ISO
    3166 alpha-3 code, a date between two days, a number between two bounds and in a unit (or of a counted noun), and
    words."""

    claimant: str = ""
    place: str = ""
    since: date | None = None
    until: date | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    words: str = ""


def find_claims(folder: str | Path, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """The claims of the corpus written to `folder` that hold what is wanted, one dict a claim, in the corpus's order.

    `copy_of` is the first of the near-duplicates that the claim's article repeats, `None` where it repeats none.
    Raises `CorpusError` where the folder holds no finished corpus.
    """
    parts = sorted((Path(folder) / "claims").glob("*.parquet"))
    if not parts or not (Path(folder) / "summary.json").is_file():
        raise CorpusError(
            f"{folder} holds no finished corpus; make or finish it with: factcheck extract CORPUS --out {folder}."
        )
    for part in parts:
        groups = pq.read_table(Path(folder) / "groups" / part.name, partitioning=None).to_pylist()
        copies = {row["article"]: row["group"] for row in groups if row["article"] != row["group"]}
        with pq.ParquetFile(part) as file:
            for batch in file.iter_batches(_BATCH, columns=list(_SHOWN)):
                for row in _named(batch, wanted).to_pylist():
                    if _holds(row, wanted):
                        yield row | {"copy_of": copies.get(row["article"])}


def _named(batch: pa.RecordBatch, wanted: Wanted) -> pa.RecordBatch:
    if not wanted.claimant:
        return batch
    letters = fold(wanted.claimant)
    claimants = [one for one in pc.unique(batch["claimant"]).to_pylist() if one]
    called = [one for one in claimants if any(letters in fold(name) for name in claimant_names(one))]
    return batch.filter(pc.is_in(batch["claimant"], pa.array(called, batch["claimant"].type)))


def _holds(row: dict[str, Any], wanted: Wanted) -> bool:
    return (
        (not wanted.place or any(_is_place(one, wanted.place) for one in row["places"]))
        and (not (wanted.since or wanted.until) or any(_is_within(one, wanted) for one in row["dates"]))
        and (not _asks_number(wanted) or any(_is_number(one, wanted) for one in row["quantities"]))
        and (not wanted.words or _has_words(row, wanted.words))
    )


def _is_place(place: dict[str, Any], wanted: str) -> bool:
    return place["country"] == wanted or fold(wanted) in fold(place["exact"])


def _is_within(mention: dict[str, Any], wanted: Wanted) -> bool:
    """Whether the days a date may mean meet the days wanted; a date with no day meets none."""
    low, high = mention["low"] or mention["high"], mention["high"] or mention["low"]
    if not low:
        return False
    return (not wanted.until or low <= wanted.until.isoformat()) and (
        not wanted.since or high >= wanted.since.isoformat()
    )


def _asks_number(wanted: Wanted) -> bool:
    return wanted.low is not None or wanted.high is not None or bool(wanted.unit)


def _is_number(quantity: dict[str, Any], wanted: Wanted) -> bool:
    """Whether the interval of a quantity meets the bounds; an end that is open meets any bound."""
    low, high = quantity["low"], quantity["high"]
    if wanted.high is not None and low is not None and low > wanted.high:
        return False
    if wanted.low is not None and high is not None and high < wanted.low:
        return False
    unit = fold(wanted.unit)
    named = (fold(quantity["unit"] or ""), fold(quantity["noun"] or ""), *fold(quantity["exact"]).split())
    return not unit or unit in named


def _has_words(row: dict[str, Any], words: str) -> bool:
    told = fold(f"{row['text']} {row['exact']}")
    return all(word in told for word in fold(words).split())
