"""The files of a record: a folder of append-only JSON lines, one file a writer session; read cheaply, written durably.

`append` acknowledges (returns) only when the line is on the disk: write, fsync of the file and, for a new file, fsync
of its folder. What cannot be written whole is taken back.
"""

from __future__ import annotations

import errno
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from factcheck.errors import LedgerError
from factcheck.events import MAX_LINE, Event, from_line, is_intact, to_line


@dataclass(slots=True)
class SessionFile:
    """What has been read of one file: its identity and size at that time, how much of it was whole lines."""

    stamp: tuple[int, int, int] = (0, 0, 0)
    read: int = 0
    lines: int = 0
    last: str | None = None
    events: list[Event] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


class Journal:
    """The folder `events/` of one article or check. `refresh` reads what is new in it, `append` adds one event."""

    def __init__(self, folder: Path, session: str) -> None:
        self.folder = folder
        self.files: dict[str, SessionFile] = {}
        self._writer = _Writer(folder, session)
        self._lock = threading.Lock()

    def refresh(self) -> tuple[list[Event], bool]:
        """The events not seen before, and whether any that were seen are gone (then the folder was rewritten)."""
        found: list[Event] = []
        names: set[str] = set()
        rewritten = False
        for name, stamp in _listed(self.folder):
            names.add(name)
            known = self.files.get(name)
            if known and known.stamp == stamp:
                continue
            if known and (known.stamp[0] != stamp[0] or stamp[1] < known.read):
                rewritten, known = True, None
            file = self.files[name] = known or SessionFile()
            found += _read_on(self.folder / name, file)
            file.stamp = stamp
        for gone in set(self.files) - names:
            rewritten = True
            del self.files[gone]
        return found, rewritten

    def warnings(self) -> Iterator[str]:
        """What is wrong with the files, in sentences."""
        for file in self.files.values():
            yield from file.warnings

    def append(self, event: Event) -> Event:
        """Write one event durably and return it with its chain and digest.

        The target is left out when this session's file has it already. Raises `LedgerError` when the event cannot be
        written; then nothing of it is left in the file.
        """
        with self._lock:
            prev, in_file = self._writer.ready(event.claim)
            target = None if in_file else event.target
            try:
                whole, line = to_line(msgspec.structs.replace(event, prev=prev, target=target))
            except UnicodeEncodeError:
                raise LedgerError(
                    "The text holds half of a surrogate pair, which is no character; retype it."
                ) from None
            if len(line) > MAX_LINE:
                raise LedgerError(f"The event is {len(line)} bytes long; keep it under {MAX_LINE}.")
            self._writer.write(line, whole)
            name, stamp = self._writer.place()
            file = self.files.setdefault(name, SessionFile())
            file.stamp, file.last = stamp, whole.digest
            file.read += len(line)
            file.lines += 1
            file.events.append(whole)
            return whole


class _Writer:
    """One session's file, opened when first needed, and again under a new name whenever it is no longer ours alone."""

    def __init__(self, folder: Path, session: str) -> None:
        self.folder, self.session = folder, session
        self.number = 0
        self.descriptor: int | None = None
        self.path, self.process, self.size = folder, 0, 0
        self.last: str | None = None
        self.claims: set[str | None] = set()

    def ready(self, claim: str | None) -> tuple[str | None, bool]:
        """The digest to chain to, and whether the file already names this claim's target; a new file has neither."""
        if self.descriptor is not None and not self._is_ours():
            self._close()
        return self.last, claim in self.claims

    def write(self, line: bytes, event: Event) -> None:
        """Put one line on the disk, or leave the file as it was and raise `LedgerError`."""
        new = self.descriptor is None
        try:
            if new:
                self._open(ascii_slug(event.by))
            assert self.descriptor is not None
            written = 0
            while written < len(line):
                put = os.write(self.descriptor, line[written:])
                if not put:
                    raise OSError(errno.EIO, "nothing was written")
                written += put
            os.fsync(self.descriptor)
            if new:
                _fsync_folders(self.folder)
        except OSError as error:
            self._take_back(new)
            raise LedgerError(
                f"The event could not be written to {self.folder} ({error.strerror}); nothing was saved. "
                "Free some space or check the folder's permissions, then do it again."
            ) from None
        self.size += len(line)
        self.last = event.digest
        self.claims.add(event.claim)

    def place(self) -> tuple[str, tuple[int, int, int]]:
        """The file's name and its identity, as `refresh` lists it."""
        assert self.descriptor is not None
        return self.path.name, _stamp(os.fstat(self.descriptor))

    def _open(self, slug: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        while True:
            suffix = f"-{self.number}" if self.number else ""
            self.number += 1
            self.path = self.folder / f"{slug}-{self.session}{suffix}.jsonl"
            try:
                self.descriptor = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND, 0o644)
            except FileExistsError:
                continue
            self.process = os.getpid()
            return

    def _is_ours(self) -> bool:
        """False after a fork, and when the file was moved, replaced, cut or added to behind our back."""
        assert self.descriptor is not None
        try:
            on_disk, held = self.path.stat(), os.fstat(self.descriptor)
        except OSError:
            return False
        same = (on_disk.st_dev, on_disk.st_ino) == (held.st_dev, held.st_ino)
        return same and held.st_size == self.size and self.process == os.getpid()

    def _take_back(self, new: bool) -> None:
        """Cut the file to what was acknowledged; a file that cannot be cut is left, torn, and never written again."""
        if self.descriptor is None:
            return
        try:
            os.ftruncate(self.descriptor, self.size)
            if new and self.size == 0:
                self.path.unlink()
        except OSError:
            pass  # the torn line is skipped and reported by every reader
        self._close()

    def _close(self) -> None:
        if self.descriptor is not None and self.process == os.getpid():
            os.close(self.descriptor)
        self.descriptor, self.last = None, None
        self.path, self.process, self.size = self.folder, 0, 0
        self.claims.clear()

    def __del__(self) -> None:
        self._close()


def _listed(folder: Path) -> list[tuple[str, tuple[int, int, int]]]:
    try:
        with os.scandir(folder) as entries:
            files = [(e.name, _stamp(e.stat())) for e in entries if e.name.endswith(".jsonl") and e.is_file()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise LedgerError(f"{folder} cannot be read ({error.strerror}); check its permissions.") from None
    return sorted(files)


def _stamp(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns


def _read_on(path: Path, file: SessionFile) -> list[Event]:
    """Read the whole lines of a file from where it was left, into `file`; the events, in the file's order."""
    try:
        with path.open("rb") as stream:
            stream.seek(file.read)
            data = stream.read()
    except OSError as error:
        raise LedgerError(f"{path} cannot be read ({error.strerror}); check its permissions.") from None
    whole, feed, tail = data.rpartition(b"\n")
    file.warnings = [w for w in file.warnings if not w.endswith(_TORN)]
    fresh: list[Event] = []
    for line in whole.split(b"\n") if feed else ():
        file.lines += 1
        try:
            event = from_line(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            file.warnings.append(f"{path.name}:{file.lines}: this line is no event and was skipped; see: validate.")
            continue
        if not is_intact(event, line) or event.prev != file.last:
            file.warnings.append(
                f"{path.name}:{file.lines}: the line, or the one before it, was changed; see: validate."
            )
        file.last = event.digest
        fresh.append(event)
    file.read += len(whole) + len(feed)
    file.events += fresh
    if tail:
        file.warnings.append(f"{path.name}:{file.lines + 1}{_TORN}")
    return fresh


_TORN = ": a torn last line was skipped; see: repair."


def _fsync_folders(folder: Path) -> None:
    """fsync a folder, and those above it up to the record's own, so that a new file is found after a power cut."""
    for one in (folder, folder.parent, folder.parent.parent):
        descriptor = os.open(one, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def ascii_slug(name: str) -> str:
    """The ASCII letters and digits of a name, for a file's name; `writer` where it has none."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:32].rstrip("-") or "writer"
