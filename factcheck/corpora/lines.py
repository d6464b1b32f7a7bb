"""The lines of a file with where they stand, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from factcheck.corpora.records import LINE_BYTES

_CHUNK = 1 << 20


def numbered_lines(file: IO[bytes], start: int, end: int) -> Iterator[tuple[int, int, bytes | None]]:
    """Where each line from `start` to `end` stands, and the line; `None` for one over the limit, which is passed by.

    Others may read the file in between.
    """
    while start < end:
        file.seek(start)
        line = file.readline(LINE_BYTES)
        if not line:
            return
        length, whole = len(line), line.endswith(b"\n")
        while not whole and (more := file.readline(_CHUNK)):
            line, length, whole = b"", length + len(more), more.endswith(b"\n")
        yield start, start + length, line or None
        start += length
