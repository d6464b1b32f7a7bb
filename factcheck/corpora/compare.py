"""Accounts across a corpus: answers dealt out by the hash of their block, then each bucket compared on its own."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.corpora.files import SCHEMAS, part_path, write_part, write_whole
from factcheck.corpus import compare_accounts

BUCKET_ANSWERS = 100_000
DEALT_PARTS = 64  # part files dealt out by one task
_SIDE = ("article", "claim", "voice", "low", "high")


def deal_answers(out: str, first: int, last: int, buckets: int) -> int:
    """Deal the answers of the parts `first` to `last` out into one file with a row group a bucket; their number.

    An article that repeats another (`groups`) answers nothing: its group is counted once.
    """
    dealt: list[list[Any]] = [[] for _ in range(buckets)]
    count = 0
    for number in range(first, last):
        answers = pq.read_table(part_path(out, "answers", number), partitioning=None)
        groups = part_path(out, "groups", number)
        if groups.exists() and answers.num_rows:
            known = pq.read_table(groups, partitioning=None).to_pandas()
            repeats = set(known["article"][known["article"] != known["group"]])
            kept = [one not in repeats for one in answers["article"].to_pylist()]
            answers = answers.filter(pa.array(kept, pa.bool_()))
        count += answers.num_rows
        key = np.array([zlib.crc32(one.encode()) % buckets for one in answers["block"].to_pylist()], np.int64)
        for bucket in np.unique(key):
            dealt[bucket].append(answers.filter(pa.array(key == bucket)))
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(sink, SCHEMAS["answers"], compression="zstd") as writer:
        for tables in dealt:
            table = pa.concat_tables(tables) if tables else SCHEMAS["answers"].empty_table()
            writer.write_table(table, row_group_size=max(1, table.num_rows))
    write_whole(dealt_path(out, first), sink.getvalue().to_pybytes())
    return count


def compare_bucket(out: str, bucket: int, firsts: tuple[int, ...]) -> dict[str, Any]:
    """Compare the answers of a bucket and write its disagreements, in order; the count and the file's digest."""
    pieces = []
    for first in firsts:
        with pq.ParquetFile(dealt_path(out, first)) as file:
            pieces.append(file.read_row_group(bucket))
    answers = pa.concat_tables(pieces).to_pandas()
    if answers.empty:
        rows = SCHEMAS["disagreements"].empty_table()
    else:
        rows = pa.Table.from_pandas(_disagreements(answers), SCHEMAS["disagreements"], preserve_index=False)
    return {"rows": rows.num_rows, "sha256": write_part(out, "disagreements", bucket, rows.replace_schema_metadata())}


def dealt_path(out: str, first: int) -> Path:
    return Path(out) / "_run" / "dealt" / f"from-{first:06d}.parquet"


def _disagreements(answers: pd.DataFrame) -> pd.DataFrame:
    pairs = compare_accounts(answers)
    pairs = pairs.assign(block=answers["block"].to_numpy()[pairs["first"]])
    pairs = pairs.sort_values(["block", "first", "second"], kind="stable")
    found: dict[str, Any] = {"block": pairs["block"].to_numpy()}
    for side in ("first", "second"):
        for name in _SIDE:
            found[f"{side}_{name}"] = answers[name].to_numpy()[pairs[side]]
    return pd.DataFrame(found | {name: pairs[name].astype(str).to_numpy() for name in ("interval", "relation")})
