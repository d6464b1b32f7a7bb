"""extract CORPUS… --out DIR · claims --corpus DIR: many articles into part files, and claims looked up in them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from factcheck.article import check_lang, to_date
from factcheck.cli.show import print_json, print_table, short_ids
from factcheck.errors import FactcheckError

LISTED = 200  # claims of a corpus shown in a terminal; --format jsonl gives them all
SHOWN = 20  # refused articles named at the end; the folder holds them all


def extract_corpora(inputs: list[str], out: Path, stated: dict[str, Any], output: str | None) -> None:
    """Read the corpora and say what came of them: the counts, and the first of those refused with their reasons.

    `stated` are the options of `extract_corpus`; those that are `None` are left to it.
    """
    try:
        from factcheck.corpora.run import extract_corpus
    except ImportError:
        raise FactcheckError("Part files need the extra 'parquet': pip install 'factcheck[parquet]'.") from None
    if stated["workers"] and stated["dask"]:
        raise FactcheckError("--workers is for this machine and --dask for a cluster; give one of them.")
    if stated["lang"]:
        check_lang(stated["lang"])
    to_date(stated["page_date"], "--page-date")
    summary = extract_corpus(inputs, out, **{name: value for name, value in stated.items() if value is not None})
    if output:
        print_json(summary)
        return
    counted = ("articles", "claims", "answers", "disagreements", "refused")
    print(", ".join(f"{summary[name]:,} {name}" for name in counted) + f"; all of it is in {out}.")
    for row in refused_rows(out, SHOWN):
        print(f"refused: {row['article']!r}: {row['reason']}")
    if summary["refused"] > SHOWN:
        print(f"… and {summary['refused'] - SHOWN:,} more, in {out / 'refused'}.")


def refused_rows(out: Path, limit: int) -> list[dict[str, str]]:
    """The first refused articles of a finished run, in the order of the corpus."""
    import pyarrow.parquet as pq

    found: list[dict[str, str]] = []
    for path in sorted((out / "refused").glob("part-*.parquet")):
        found += pq.read_table(path, columns=["article", "reason"], partitioning=None).to_pylist()
        if len(found) >= limit:
            break
    return found[:limit]


def list_claims(folder: Path, asked: dict[str, Any], output: str | None) -> None:
    """Print the claims of a corpus that hold what is asked: the first `LISTED` as a table, or all of them as JSON."""
    try:
        from factcheck.corpora.query import Wanted, find_claims
    except ImportError:
        raise FactcheckError("Part files need the extra 'parquet': pip install 'factcheck[parquet]'.") from None
    days = {name: to_date(asked[name], f"--{name}") for name in ("since", "until")}
    found = find_claims(folder, Wanted(**(asked | days)))
    if output == "json":
        print_json(list(found))
    elif output:
        for row in found:
            if output == "ids":
                print(row["id"])
            else:
                print_json(row)
    else:
        rows = list(islice(found, LISTED))
        ids = short_ids([row["id"] for row in rows])
        more = next(found, None) is not None
        copied = sum(row["copy_of"] is not None for row in rows)
        counted = f"The first {LISTED} claims; --format jsonl gives all" if more else f"{len(rows)} claims"
        print_table(
            f"{counted}; {copied} in copies of other articles" if copied else counted,
            ["id", "article", "claimant", "claim"],
            [(ids[row["id"]], row["article"], row["claimant"], row["text"]) for row in rows],
        )
