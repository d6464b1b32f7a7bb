"""The records of a source, one after the other in bounded memory: lines of JSON, CSV, rows of Parquet, files."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from factcheck.corpora.lines import numbered_lines
from factcheck.corpora.records import LINE_BYTES, PAGE_BYTES, UNPACKED_FREE, UNPACKED_RATIO, Kind, Record
from factcheck.corpora.records_csv import records_of_csv

KINDS: dict[str, Kind] = {
    ".txt": "files", ".md": "files", ".html": "files", ".htm": "files",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet",
}  # fmt: skip
_ROWS = 16  # rows of Parquet decoded at a time: a repeated megabyte stays a few megabytes
_CHUNK = 1 << 20


def kind_of(name: str) -> Kind | None:
    """How a file of this name is read; `None` where it is not."""
    found = KINDS.get(Path(name.lower().removesuffix(".gz")).suffix)
    return None if found == "parquet" and name.lower().endswith(".gz") else found


def records_of(
    kind: Kind, name: str, path: str, start: int, end: int, ordinal: int, alone: int = 0
) -> Iterator[Record]:
    """The records of a source from `start` to `end` (bytes, or rows of Parquet), numbered from `ordinal`."""
    if kind == "parquet":
        yield from _rows(name, path, start, end)
        return
    with Path(path).open("rb") as file:
        if kind == "jsonl":
            yield from _lines_of_json(file, name, start, end, ordinal)
        else:
            yield from records_of_csv(file, name, start, end, ordinal, alone)


def length_of(kind: Kind, path: str) -> int:
    """The end of a source: its bytes, or its rows where it is Parquet. Raises `ValueError` for broken Parquet."""
    if kind != "parquet":
        return Path(path).stat().st_size
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        names = set(file.schema_arrow.names)
        if not names & {"text", "html"}:
            raise ValueError("it has no column text or html")
        for group in range(file.metadata.num_row_groups):
            row_group = file.metadata.row_group(group)
            for i in range(row_group.num_columns):
                column = row_group.column(i)
                size, packed = column.total_uncompressed_size, max(1, column.total_compressed_size)
                if size > UNPACKED_FREE and size > UNPACKED_RATIO * packed:
                    raise ValueError(f"it unpacks to more than {UNPACKED_RATIO} times its size")
        return int(file.metadata.num_rows)


def unpack(source: Path, target: IO[bytes] | None, limit: int | None = None) -> tuple[bytes, str | None]:
    """What a gzip file holds, into `target` or as bytes up to `limit`; and why it ends early, if it does."""
    packed, size, found = source.stat().st_size, 0, bytearray()
    try:
        with gzip.open(source) as file:
            while chunk := file.read1(1 << 16):  # what stands before a cut is not lost with it
                size += len(chunk)
                if size > UNPACKED_FREE and size > UNPACKED_RATIO * packed:
                    return bytes(found), f"it unpacks to more than {UNPACKED_RATIO} times its size"
                if limit is not None and size > limit:
                    return b"", f"it is larger than {limit // 1024} KB when unpacked"
                if target is None:
                    found += chunk
                else:
                    target.write(chunk)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        return bytes(found), "the gzip file is cut off or damaged"
    return bytes(found), None


def read_bytes(path: Path) -> tuple[bytes, str | None]:
    """The bytes of a file that holds one article, unpacked; or the reason they cannot be had."""
    try:
        if not path.is_file():
            return b"", "it is no regular file"
        if path.stat().st_size > PAGE_BYTES:
            return b"", f"it is larger than {PAGE_BYTES // 1024} KB"
        return unpack(path, None, PAGE_BYTES) if path.name.lower().endswith(".gz") else (path.read_bytes(), None)
    except OSError as error:
        return b"", f"it cannot be read ({error.strerror or error})"


def _lines_of_json(file: IO[bytes], name: str, start: int, end: int, ordinal: int) -> Iterator[Record]:
    for number, (first, last, line) in enumerate(numbered_lines(file, start, end), ordinal):
        if line is None:
            yield Record(first, last, f"{name}:{number}", {}, f"The line is longer than {LINE_BYTES >> 20} MB.")
            continue
        try:
            fields = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf")) if line.strip() else None
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield Record(first, last, f"{name}:{number}", {}, f"The line is no JSON in UTF-8 ({error}).")
            continue
        if isinstance(fields, dict):
            yield Record(first, last, f"{name}:{number}", fields)
        else:
            why = "The line is empty." if fields is None else "The line is no JSON object."
            yield Record(first, last, f"{name}:{number}", {}, why)


def _rows(name: str, path: str, start: int, end: int) -> Iterator[Record]:
    import pyarrow.parquet as pq

    from factcheck.corpora.records import DECLARED

    with pq.ParquetFile(path, pre_buffer=False, buffer_size=_CHUNK) as file:
        wanted: list[str] = [one for one in ("id", "text", "html", *DECLARED) if one in file.schema_arrow.names]
        place = 0
        for group in range(file.metadata.num_row_groups):
            size = file.metadata.row_group(group).num_rows
            if place + size <= start or place >= end:
                place += size
                continue
            for batch in file.iter_batches(_ROWS, row_groups=[group], columns=wanted):
                for i in range(batch.num_rows):
                    if start <= place < end:
                        fields: dict[str, Any] = {c: batch.column(j)[i].as_py() for j, c in enumerate(wanted)}
                        yield Record(place, place + 1, f"{name}:{place + 1}", fields)
                    place += 1
                    if place >= end:
                        return
