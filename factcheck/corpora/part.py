"""One part read: its articles' claims, what they answer, and what was refused, written as part files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.article import read_declared
from factcheck.corpora.files import TABLES, keep_step, kept_step, part_path, write_part
from factcheck.corpora.journal import Journal, Rows, open_path
from factcheck.corpora.reader import read_record
from factcheck.corpora.records import Job, Part, Record
from factcheck.corpora.sources import read_bytes, records_of
from factcheck.errors import FactcheckError


def extract_part(job: Job, part: Part) -> dict[str, Any]:
    """Read a part and write its files; its summary comes back and stands in `_run/done`, written last.

    Every record comes out as an article or as refused. Articles that an earlier attempt read are not read again.
    """
    if (kept := kept_part(job, part)) is not None:
        return kept
    rows: Rows = {table: [] for table in TABLES}
    with Journal(open_path(job.out) / f"part-{part.number:06d}", job.seconds) as journal:
        for place, record in zip(range(part.place, part.place + part.count), _records(part), strict=False):
            found = journal.ended.get(place)
            if found is None:
                with journal.at(place):
                    found = read_record(job, part, place, record, journal.refusal(place))
                journal.end(place, found)
            for table, those in found.items():
                rows[table] += those
        summary = _write(job, part, rows)
        journal.remove()
    return summary


def kept_part(job: Job, part: Part) -> dict[str, Any] | None:
    """The summary of a part whose files all stand as they were written; `None` where it is to be read again."""
    return kept_step(job.out, f"part-{part.number:06d}", "")


def _write(job: Job, part: Part, rows: Rows) -> dict[str, Any]:
    digests = {
        part_path("", table, part.number).as_posix(): write_part(job.out, table, part.number, rows[table])
        for table in TABLES
    }
    counts = {table: len(rows[table]) for table in TABLES}
    summary = {"part": part.number, "records": part.count, "bytes": part.size, "rows": counts, "sha256": digests}
    return keep_step(job.out, f"part-{part.number:06d}", "", summary)


def _records(part: Part) -> Iterator[Record]:
    if part.kind == "refused":
        for number, (name, reason) in enumerate(part.items):
            yield Record(number, number + 1, name, {}, reason)
    elif part.kind == "files":
        for number, (name, path) in enumerate(part.items):
            yield _file_record(number, name, Path(path))
    else:
        yield from records_of(part.kind, part.name, part.path, part.start, part.end, part.ordinal, part.alone)


def _file_record(number: int, name: str, path: Path) -> Record:
    data, reason = read_bytes(path)
    if reason:
        return Record(number, number + 1, name, {}, f"The file cannot be read: {reason}.")
    bare = path.name.removesuffix(".gz")
    fields: dict[str, Any] = {}
    try:
        fields |= read_declared(path.with_name(f"{Path(bare).stem}.toml"))
    except FactcheckError as error:
        return Record(number, number + 1, name, {}, str(error))
    fields |= {"id": name, "html" if bare.lower().endswith((".html", ".htm")) else "text": data}
    return Record(number, number + 1, name, fields)
