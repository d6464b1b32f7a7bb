"""The rules for the files of events, line by line and then across files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from factcheck.events import FORMAT, MAX_LINE, UNSEEN, Event, from_line, is_intact
from factcheck.events.kinds import ID, KINDS, complaints
from factcheck.events.private import find_private
from factcheck.validate.rules import Problem, problem

FILE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.jsonl")
TORN = ".torn"  # what `repair` moves aside ends in this and is no rule's concern
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Line:
    """An event and where it stands."""

    event: Event
    path: str
    number: int


def check_folder(folder: Path, shown: str, article: str | None, check: str | None) -> Iterator[Problem]:
    """What is wrong in one folder of events, which is that of an article or a check; `shown` is its path in reports."""
    lines: list[Line] = []
    for path in sorted(folder.iterdir()):
        name = f"{shown}/{path.name}"
        if path.is_file() and not path.is_symlink() and FILE_NAME.fullmatch(path.name):
            yield from _check_file(path, name, article, check, lines)
        elif TORN not in path.suffixes:
            yield problem("E112", name, None, "This is no events file: not <name>-<session>.jsonl in lower-case ASCII.")
    yield from _check_across(lines)


def _check_file(path: Path, shown: str, article: str | None, check: str | None, lines: list[Line]) -> Iterator[Problem]:
    data = path.read_bytes()
    if data.startswith(b"\xef\xbb\xbf"):
        yield problem("E111", shown, 1, "The file begins with a byte order mark.")
        data = data[3:]
    *whole, tail = data.split(b"\n")
    if tail:
        yield problem("E102", shown, len(whole) + 1, "The last line is torn: it does not end.")
    prev: str | None = None
    targeted: set[str | None] = {None}
    for number, line in enumerate(whole, 1):
        yield from _check_bytes(line, shown, number)
        try:
            event = from_line(line.rstrip(b"\r"))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if line.strip():
                yield problem("E101", shown, number, f"This line is no event ({_first(error)}).")
            prev = ""
            continue
        if not is_intact(event, line):
            yield problem("E103", shown, number, "This line was changed: its bytes do not give its digest.")
        if event.prev != prev:
            before = "begins a file" if number == 1 else "follows line " + str(number - 1)
            yield problem("E104", shown, number, f"This line {before}, but was written after another one.")
        prev = event.digest
        lines.append(Line(event, shown, number))
        if event.target is None and event.claim not in targeted:
            yield problem("E114", shown, number, f"The first event on {event.claim} in this file has no target.")
        targeted.add(event.claim)
        yield from _check_event(event, shown, number, article, check)


def _check_bytes(line: bytes, shown: str, number: int) -> Iterator[Problem]:
    if line.endswith(b"\r"):
        yield problem("E111", shown, number, "The line ends in CRLF.")
    if not line.strip():
        yield problem("E111", shown, number, "The line is blank.")
    if len(line) >= MAX_LINE:
        yield problem("E111", shown, number, f"The line is longer than {MAX_LINE} bytes.")
    if mark := UNSEEN.search(line.decode("utf-8", "replace")):
        yield problem("E111", shown, number, f"The line holds the unseen mark U+{ord(mark.group()):04X} as it is.")


def _check_event(event: Event, shown: str, number: int, article: str | None, check: str | None) -> Iterator[Problem]:
    if (event.article, event.check) != (article, check):
        whose = event.article or event.check
        yield problem(
            "E110", shown, number, f"This event is of {whose!r}, and lies in the folder of {article or check!r}."
        )
    if event.v != FORMAT or event.kind not in KINDS:
        what = f"version {event.v}" if event.v != FORMAT else f"kind {event.kind!r}"
        yield problem("E108", shown, number, f"The {what} is not known; the event was kept and ignored.")
        return
    subject = "claim" if event.claim is not None else "check" if event.check is not None else "article"
    if subject not in KINDS[event.kind].on:
        yield problem("E109", shown, number, f"An event of kind {event.kind!r} cannot be about this {subject}.")
    if not _UUID.fullmatch(event.id) or not ID.fullmatch(event.claim or "x") or not _HEX.fullmatch(event.digest):
        yield problem("E109", shown, number, "The event's id, claim or digest is none.")
    if not event.by.strip() or event.at < 0:
        yield problem("E109", shown, number, "The event has no author, or no time.")
    for complaint in complaints(event.kind, event.data):
        yield problem("E109", shown, number, complaint)
    for code, name in find_private(event.data, event.by):
        what = "an e-mail address" if code == "P001" else "a telephone number"
        yield problem(code, shown, number, f"{name!r} holds {what}.")


def _check_across(lines: list[Line]) -> Iterator[Problem]:
    """Rules that need all files of a folder: one event an id, bases and named events that are there."""
    first: dict[str, Line] = {}
    for line in lines:
        other = first.setdefault(line.event.id, line)
        if other is line:
            continue
        where = f"{other.path}:{other.number}"
        if other.event.digest == line.event.digest:
            yield problem("E106", line.path, line.number, f"This event stands in {where} too; it counts once.")
        else:
            yield problem("E105", line.path, line.number, f"Another event of the same id stands in {where}.")
    for line in lines:
        event = line.event
        missing = [base for base in event.base if base not in first]
        if missing:
            yield problem("E107", line.path, line.number, f"It is based on {missing[0]}, which is not here.")
        named = event.data.get({"undo": "event", "answer": "ask"}.get(event.kind, ""))
        if isinstance(named, str) and named not in first:
            yield problem("E113", line.path, line.number, f"It names the event {named}, which is not here.")


def _first(error: Exception) -> str:
    return str(error).split(" - ")[0].rstrip(".")
