"""A corpus read whole: planned, read part by part, compared, and proved to be all there."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import msgspec
import pyarrow.parquet as pq

from factcheck import __version__
from factcheck.corpora.cluster import DaskWorkers, Workers
from factcheck.corpora.compare import compare_all, group_repeats
from factcheck.corpora.files import TABLES, digest_at, part_path, write_whole
from factcheck.corpora.journal import open_path
from factcheck.corpora.local import LocalWorkers
from factcheck.corpora.part import extract_part, kept_part
from factcheck.corpora.plan import plan_digest, plan_parts
from factcheck.corpora.progress import Progress
from factcheck.corpora.records import SECONDS, CorpusError, Job, Part


def extract_corpus(
    corpora: Sequence[str | Path],
    out: str | Path,
    *,
    workers: int | None = None,
    dask: str | None = None,
    lang: str | None = None,
    page_date: str | None = None,
    seconds: float = SECONDS,
    quiet: bool = False,
) -> dict[str, Any]:
    """Read the corpora into part files below `out`, going on where an earlier run ended; what `summary.json` holds.

    `workers` are processes of this machine (default: one a core), `dask` the address of a scheduler whose workers are
    taken instead. An article that is not read within `seconds` is refused.

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
        job = Job(str(folder), lang, page_date, seconds)
        parts = plan_parts([Path(one).absolute() for one in corpora], run)
        _same_plan(run / "plan", plan_digest(parts, __version__, lang, page_date, seconds), folder)
        with DaskWorkers(dask) if dask else LocalWorkers(workers) as hands:
            summaries = _read_parts(job, parts, hands, quiet)
            grouped = group_repeats(job.out, summaries)
            compared = compare_all(job.out, summaries, grouped, hands)
        summary = _prove(job, parts, summaries, [grouped, *compared])
        for scratch in (run / "unpacked", run / "dealt", open_path(folder)):
            shutil.rmtree(scratch, ignore_errors=True)
        for draft in folder.rglob("*.tmp"):
            draft.unlink(missing_ok=True)
        return summary


def _lock(file: IO[str], folder: Path) -> None:
    try:
        import fcntl
    except ImportError:
        raise CorpusError(
            "Corpora are read on Linux and macOS, whose locks and signals they rest on; on Windows use WSL."
        ) from None
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
        if (kept := kept_part(job, part)) is not None:
            found[part.number] = kept
            progress.add(part.count, part.size, kept=True)
    try:
        for task, summary in hands.run(extract_part, [(job, part) for part in parts if part.number not in found]):
            part = task[1]
            found[part.number] = summary
            progress.add(part.count, part.size)
    finally:
        progress.close()
    return [found[part.number] for part in parts]


def _prove(job: Job, parts: list[Part], summaries: list[dict[str, Any]], after: list[dict[str, Any]]) -> dict[str, Any]:
    """Every record of the plan is an article or refused, in files that can be read and are as they were written;
    `after` are the steps that followed the parts: the groups, then the buckets of disagreements."""
    digests = {path: sha256 for step in (*summaries, *after) for path, sha256 in step["sha256"].items()}
    out = Path(job.out)
    missing = [f"{path} (not there, or changed)" for path, sha256 in digests.items() if digest_at(out / path) != sha256]
    for part, summary in zip(parts, summaries, strict=True):
        for table in TABLES:
            path = part_path(out, table, part.number)
            if path.exists() and pq.read_metadata(path).num_rows != summary["rows"][table]:
                missing.append(f"{path} (rows)")
        rows = summary["rows"]["articles"] + summary["rows"]["refused"]
        if rows != part.count:
            missing.append(f"part {part.number}: {part.count} records in, {rows} out")
    if missing:
        raise CorpusError(f"The output is not whole; start again, which does what is missing: {'; '.join(missing)}.")
    found = {
        "extractor": __version__,
        "records": sum(part.count for part in parts),
        "parts": len(parts),
        **{table: sum(one["rows"][table] for one in summaries) for table in TABLES},
        "disagreements": sum(one["rows"] for one in after[1:]),
        "sha256": digests,
    }
    write_whole(out / "summary.json", msgspec.json.format(msgspec.json.encode(found)))
    return found
