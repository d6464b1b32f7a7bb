"""The records of a CSV file. A quotation mark that nobody closes costs its record, not all up to the next mark."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from factcheck.corpora.lines import numbered_lines
from factcheck.corpora.records import LINE_BYTES, Record

_HEADER_BYTES = 1 << 20
UNCLOSED = "A quotation mark in the record is opened and not closed as CSV has it."


def records_of_csv(file: IO[bytes], name: str, start: int, end: int, ordinal: int, alone: int = 0) -> Iterator[Record]:
    """The records from byte `start` to `end`, numbered from `ordinal`; the file's first line names the columns.

    Lines up to byte `alone` are records by themselves: an earlier mark that nobody closes ran through them, and they
    are not looked through again for each. Every record says how far that reaches behind it.
    """
    csv.field_size_limit(LINE_BYTES)
    columns, after = _header(file)
    size = file.seek(0, 2)  # not `end`: a part of a file is cut into the same records as the whole
    at, number = max(start, after), ordinal
    while at < end:
        reading = _Reading(file, at, size, at < alone)
        row, reason = reading.row()
        last, suspect = reading.place, row is not None and reading.lines > 1 and len(row) != len(columns)
        if not reason and (row is None or suspect):
            begins = _next_record(file, reading.first_line, reading.place if suspect else size, columns)
            if row is None or begins < reading.place:
                last, row, reason, alone = begins, None, UNCLOSED, max(alone, reading.looked)
        reason = "The record is empty." if row == [] else reason
        fields = {} if reason or row is None else dict(zip(columns, row, strict=False))
        yield Record(at, last, f"{name}:{number}", fields, reason, alone)
        at, number = last, number + 1


class _Reading:
    """One record from `start` on: where its first line and it end, its lines, and how far it looked for its end."""

    def __init__(self, file: IO[bytes], start: int, end: int, alone: bool) -> None:
        self.place = self.first_line = self.looked = self._start = start
        self.lines, self._reason, self._alone, self._first = 0, "", alone, ""
        self._source = numbered_lines(file, start, end)

    def row(self) -> tuple[list[str] | None, str | None]:
        """The cells, or none where a mark is not closed; and the reason where the record cannot be had for another."""
        try:
            found = next(csv.reader(self._feed(), strict=True))
        except csv.Error:
            if self._reason:
                return None, self._reason
            if _left_open(self._first):
                return None, None
            found = next(csv.reader([self._first]))  # marks within a cell, as many programs write them
            self.place, self.lines = self.first_line, 1
        else:
            self.looked = self.place
        return found, self._reason or None

    def _feed(self) -> Iterator[str]:
        for first, last, line in self._source:
            if self.lines and (self._alone or last - self._start > LINE_BYTES):
                break
            self.looked, self.place, self.lines = first, last, self.lines + 1
            if line is None:
                self._reason = f"The record is longer than {LINE_BYTES >> 20} MB."
                raise csv.Error
            text = line.decode("utf-8-sig", "replace")
            if "\ufffd" in text and not _is_utf8(line):
                self._reason = "The record is not UTF-8."
            if self.lines == 1:
                self.first_line, self._first = last, text
            yield text
        self.looked = self.place


def _next_record(file: IO[bytes], start: int, end: int, columns: list[str]) -> int:
    """Where from `start` on a line stands that begins a record, or `end`."""
    for first, _, line in numbered_lines(file, start, end):
        if line is not None and _begins(line.decode("utf-8-sig", "replace"), columns):
            return first
    return end


def _begins(line: str, columns: list[str]) -> bool:
    """Whether a line looks like a record, not like a line of a text: as many cells as there are columns, none of them
    behind a space, and an id without one where ids are given; of a single column, a mark at its beginning."""
    row = next(csv.reader([line]), [])
    if len(columns) == 1:
        return line.startswith('"')
    if any(cell.startswith(" ") for cell in row):
        return False
    named = columns.index("id") if "id" in columns else None
    if named is not None and (named >= len(row) or not row[named].strip() or len(row[named].split()) > 1):
        return False
    return 1 < len(row) <= len(columns) if _left_open(line) else len(row) == len(columns)


def _left_open(line: str) -> bool:
    """Whether a record that begins with this line goes on behind it."""
    try:
        next(csv.reader([line], strict=True), [])
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _header(file: IO[bytes]) -> tuple[list[str], int]:
    """The columns named in the first line, in small letters, and where that line ends."""
    file.seek(0)
    line = file.readline(_HEADER_BYTES)
    names = next(csv.reader([line.decode("utf-8-sig", "replace")]), [])
    return [name.strip().lower() for name in names], len(line)
