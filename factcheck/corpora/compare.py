"""Accounts across a corpus: answers dealt out by the hash of their block, then each bucket compared on its own."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.corpora.cluster import Workers
from factcheck.corpora.duplicates import groups
from factcheck.corpora.files import SCHEMAS, keep_step, kept_step, part_path, write_part, write_whole
from factcheck.corpora.records import digest_of
from factcheck.corpus import compare_accounts

BUCKET_ANSWERS = 100_000
DEALT_PARTS = 64  # part files dealt out by one task
_SIDE = ("article", "claim", "voice", "low", "high")


def group_repeats(out: str, summaries: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Write which articles repeat another, a file a part with the first article of each group; the files' digests."""
    inputs = digest_of("".join(digest for one in summaries for digest in one["sha256"].values()).encode())
    if (kept := kept_step(out, "groups", inputs)) is not None:
        return kept
    columns = ["article", "part", "signature"]  # never the texts: 240 bytes an article is all that is held here
    articles = pd.concat(
        [
            pq.read_table(part_path(out, "articles", n), columns=columns, partitioning=None).to_pandas()
            for n in range(len(summaries))
        ],
        ignore_index=True,
    )
    first = articles["article"].to_numpy()[groups(articles).to_numpy()]
    named = articles[["article", "part"]].assign(group=first)
    of_part = dict(list(named.groupby("part")[["article", "group"]]))
    digests = {}
    for number in range(len(summaries)):
        rows = of_part[number].to_dict("records") if number in of_part else []
        digests[part_path("", "groups", number).as_posix()] = write_part(out, "groups", number, rows)
    return keep_step(out, "groups", inputs, {"sha256": digests})


def compare_all(
    out: str, summaries: Sequence[dict[str, Any]], grouped: dict[str, Any], hands: Workers
) -> list[dict[str, Any]]:
    """The disagreements of a corpus whose parts and groups stand, a file a bucket; for each its rows and digest.

    What an earlier run compared, on the same answers, is kept.
    """
    buckets = sum(one["rows"]["answers"] for one in summaries) // BUCKET_ANSWERS + 1
    deals = list(_deals(out, summaries, grouped, buckets))
    inputs = digest_of("".join(one[-1] for one in deals).encode())
    found = {bucket: kept_step(out, f"bucket-{bucket:06d}", inputs) for bucket in range(buckets)}
    if not all(found.values()):
        missing = [one for one in deals if not dealt_path(out, one[1], one[-1]).exists()]
        for _ in hands.run(deal_answers, missing):
            pass
        dealt = tuple((one[1], one[-1]) for one in deals)
        tasks = [(out, bucket, dealt, inputs) for bucket, kept in found.items() if not kept]
        found |= {task[1]: step for task, step in hands.run(compare_bucket, tasks)}
    for path in (Path(out) / "disagreements").glob("part-*.parquet"):
        if int(path.stem.removeprefix("part-")) >= buckets:
            path.unlink()
    return [found[bucket] or {} for bucket in range(buckets)]


def _deals(
    out: str, summaries: Sequence[dict[str, Any]], grouped: dict[str, Any], buckets: int
) -> Iterator[tuple[Any, ...]]:
    """The tasks of `deal_answers`; the last value of each is a digest of all that goes into it."""
    for first in range(0, len(summaries), DEALT_PARTS):
        last = min(first + DEALT_PARTS, len(summaries))
        known = [str(buckets)]
        for n in range(first, last):
            known.append(summaries[n]["sha256"][part_path("", "answers", n).as_posix()])
            known.append(grouped["sha256"][part_path("", "groups", n).as_posix()])
        yield out, first, last, buckets, digest_of("".join(known).encode())


def deal_answers(out: str, first: int, last: int, buckets: int, inputs: str) -> int:
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
    write_whole(dealt_path(out, first, inputs), sink.getvalue().to_pybytes())
    return count


def compare_bucket(out: str, bucket: int, dealt: tuple[tuple[int, str], ...], inputs: str) -> dict[str, Any]:
    """Compare the answers of a bucket and write its disagreements, in order; the count and the file's digest."""
    pieces = []
    for first, digest in dealt:
        with pq.ParquetFile(dealt_path(out, first, digest)) as file:
            pieces.append(file.read_row_group(bucket))
    answers = pa.concat_tables(pieces).to_pandas()
    if answers.empty:
        rows = SCHEMAS["disagreements"].empty_table()
    else:
        rows = pa.Table.from_pandas(_disagreements(answers), SCHEMAS["disagreements"], preserve_index=False)
    sha256 = write_part(out, "disagreements", bucket, rows.replace_schema_metadata())
    step = {"rows": rows.num_rows, "sha256": {part_path("", "disagreements", bucket).as_posix(): sha256}}
    return keep_step(out, f"bucket-{bucket:06d}", inputs, step)


def dealt_path(out: str, first: int, inputs: str) -> Path:
    return Path(out) / "_run" / "dealt" / f"from-{first:06d}-{inputs[:16]}.parquet"


def _disagreements(answers: pd.DataFrame) -> pd.DataFrame:
    pairs = compare_accounts(answers)
    pairs = pairs.assign(block=answers["block"].to_numpy()[pairs["first"]])
    pairs = pairs.sort_values(["block", "first", "second"], kind="stable")
    found: dict[str, Any] = {"block": pairs["block"].to_numpy()}
    for side in ("first", "second"):
        for name in _SIDE:
            found[f"{side}_{name}"] = answers[name].to_numpy()[pairs[side]]
    return pd.DataFrame(found | {name: pairs[name].astype(str).to_numpy() for name in ("interval", "relation")})
