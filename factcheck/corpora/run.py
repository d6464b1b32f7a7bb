"""A corpus read whole: planned, read part by part, compared, and proved to be all there."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import msgspec
import pandas as pd
import pyarrow.parquet as pq

from factcheck import __version__
from factcheck.corpora import compare
from factcheck.corpora.cluster import DaskWorkers
from factcheck.corpora.duplicates import groups
from factcheck.corpora.files import TABLES, digest_at, part_path, write_part, write_whole
from factcheck.corpora.local import LOST, LocalWorkers
from factcheck.corpora.part import done_summary, extract_part, try_record
from factcheck.corpora.plan import plan_digest, plan_parts
from factcheck.corpora.progress import Progress
from factcheck.corpora.records import CorpusError, Job, Part

Workers = LocalWorkers | DaskWorkers


def extract_corpus(
    corpora: Sequence[str | Path],
    out: str | Path,
    *,
    workers: int | None = None,
    dask: str | None = None,
    lang: str | None = None,
    page_date: str | None = None,
    quiet: bool = False,
) -> dict[str, Any]:
    """Read the corpora into part files below `out`, going on where an earlier run ended; what `summary.json` holds.

    Raises `CorpusError` where the input cannot be found, the folder holds another corpus or is in use, or something
    is missing at the end.
    """
    folder = Path(out).absolute()
    run = folder / "_run"
    try:
        run.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CorpusError(f"{folder} cannot be written ({error.strerror}); choose another folder.") from None
    with (run / "lock").open("w") as lock:
        _lock(lock, folder)
        for draft in folder.rglob("*.tmp"):
            draft.unlink(missing_ok=True)
        job = Job(str(folder), lang, page_date)
        parts = plan_parts([Path(one).absolute() for one in corpora], run)
        _same_plan(run / "plan", plan_digest(parts, __version__, lang, page_date), folder)
        with DaskWorkers(dask) if dask else LocalWorkers(workers) as hands:
            summaries = _read_parts(job, parts, hands, quiet)
            _group(job, len(parts))
            compared = _compare(job, summaries, hands)
        summary = _prove(job, parts, summaries, compared)
        for scratch in ("unpacked", "dealt"):
            shutil.rmtree(run / scratch, ignore_errors=True)
        for draft in folder.rglob("*.tmp"):
            draft.unlink(missing_ok=True)
        return summary


def _lock(file: IO[str], folder: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise CorpusError(f"Another run is writing to {folder}; wait for it or end it.") from None


def _same_plan(path: Path, digest: str, folder: Path) -> None:
    if path.exists() and path.read_text() != digest:
        raise CorpusError(
            f"{folder} holds the output of another corpus, or this one or the rules have changed since; "
            "choose another folder, or delete this one."
        )
    write_whole(path, digest.encode())


def _read_parts(job: Job, parts: list[Part], hands: Workers, quiet: bool) -> list[dict[str, Any]]:
    progress = Progress(sum(part.count for part in parts), sum(part.size for part in parts), quiet=quiet)
    found: dict[int, dict[str, Any]] = {}
    for part in parts:
        if (kept := done_summary(job.out, part)) is not None:
            found[part.number] = kept
            progress.add(part.count, part.size, kept=True)
    lost = []
    try:
        for task, summary in hands.run(extract_part, [(job, part) for part in parts if part.number not in found]):
            part = task[1]
            if summary is LOST:
                lost.append(part)
            else:
                found[part.number] = summary
                progress.add(part.count, part.size)
        for part in lost:
            found[part.number] = _read_singly(job, part, hands)
            progress.add(part.count, part.size)
    finally:
        progress.close()
    return [found[part.number] for part in parts]


def _read_singly(job: Job, part: Part, hands: Workers) -> dict[str, Any]:
    """A part on which workers died: each article is tried by itself, and those that kill are left out."""
    deadly: set[int] = set()
    for _ in range(10):
        places = [place for place in range(part.place, part.place + part.count) if place not in deadly]
        tried = hands.run(try_record, [(job, part, place) for place in places])
        deadly |= {task[2] for task, value in tried if value is LOST}
        for _, summary in hands.run(extract_part, [(job, part, tuple(sorted(deadly)))]):
            if summary is not LOST:
                return dict(summary)
    raise CorpusError(f"Workers die on part {part.number} whatever article is left out; look at this machine's memory.")


def _group(job: Job, count: int) -> None:
    """Which articles repeat another: a file a part, with the first article of each group."""
    columns = ["article", "part", "signature"]  # never the texts: 240 bytes an article is all that is held here
    pieces = [
        pq.read_table(part_path(job.out, "articles", n), columns=columns, partitioning=None).to_pandas()
        for n in range(count)
    ]
    articles = pd.concat(pieces, ignore_index=True)
    group = list(groups(articles))
    first: dict[Any, str] = {}
    for article, number in zip(articles["article"], group, strict=True):
        first.setdefault(number, article)
    named = articles[["article", "part"]].assign(group=[first[one] for one in group])
    for number in range(count):
        write_part(job.out, "groups", number, named[named["part"] == number][["article", "group"]].to_dict("records"))


def _compare(job: Job, summaries: list[dict[str, Any]], hands: Workers) -> list[dict[str, Any]]:
    buckets = sum(one["rows"]["answers"] for one in summaries) // compare.BUCKET_ANSWERS + 1
    firsts = tuple(range(0, len(summaries), compare.DEALT_PARTS))
    deals = [(job.out, n, min(n + compare.DEALT_PARTS, len(summaries)), buckets) for n in firsts]
    _all(hands, compare.deal_answers, deals)
    found = _all(hands, compare.compare_bucket, [(job.out, bucket, firsts) for bucket in range(buckets)])
    return [found[bucket] for bucket in range(buckets)]


def _all(hands: Workers, function: Any, tasks: list[Any]) -> dict[int, Any]:
    """What each task gives, by its second argument; one on which workers die by chance is given again."""
    found: dict[int, Any] = {}
    for _ in range(10):
        left = [task for task in tasks if task[1] not in found]
        found |= {task[1]: value for task, value in hands.run(function, left) if value is not LOST}
        if len(found) == len(tasks):
            return found
    raise CorpusError("Workers die while accounts are compared; look at this machine's memory.")


def _prove(
    job: Job, parts: list[Part], summaries: list[dict[str, Any]], compared: list[dict[str, Any]]
) -> dict[str, Any]:
    """Every record of the plan is an article or refused, in files that can be read and are as they were written."""
    missing = []
    for part, summary in zip(parts, summaries, strict=True):
        for table in TABLES:
            path = part_path(job.out, table, part.number)
            if digest_at(path) != summary["sha256"][table]:
                missing.append(f"{path} (not there, or changed)")
            elif pq.read_metadata(path).num_rows != summary["rows"][table]:
                missing.append(f"{path} (rows)")
        rows = summary["rows"]["articles"] + summary["rows"]["refused"]
        if rows != part.count:
            missing.append(f"part {part.number}: {part.count} records in, {rows} out")
    for bucket, one in enumerate(compared):
        path = part_path(job.out, "disagreements", bucket)
        if digest_at(path) != one["sha256"]:
            missing.append(f"{path} (not there, or changed)")
    if missing:
        raise CorpusError(f"The output is not whole; start again, which does what is missing: {'; '.join(missing)}.")
    total = {table: sum(one["rows"][table] for one in summaries) for table in TABLES}
    summary = {
        "extractor": __version__,
        "records": sum(part.count for part in parts),
        "parts": len(parts),
        **total,
        "disagreements": sum(one["rows"] for one in compared),
        "sha256": {"parts": [one["sha256"] for one in summaries], "disagreements": [c["sha256"] for c in compared]},
    }
    write_whole(Path(job.out) / "summary.json", msgspec.json.format(msgspec.json.encode(summary)))
    return summary
