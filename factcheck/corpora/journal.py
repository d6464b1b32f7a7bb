"""What a part has come to so far, kept article by article: a worker that dies loses the article it was at, no more.

Each attempt at a part writes a file of its own below `_run/open/`, of frames (length, CRC-32, MessagePack): an article
begun, and the rows it gave. The next attempt takes over what ended, and knows from what did not end on which article
its forerunners died, or were stopped because it took too long.
"""

from __future__ import annotations

import faulthandler
import shutil
import struct
import threading
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import msgspec

from factcheck.corpora.records import CorpusError

DEATHS = 5  # workers that may die on one article before it is refused unread

Rows = dict[str, list[dict[str, Any]]]
_HEAD = struct.Struct("<II")
_ONE = threading.Lock()  # one article at a time in a process: the rules hold the interpreter, and the clock is one


class Journal:
    """The articles of one part that earlier attempts ended (`ended`, by place) and those they died on.

    To be used as a context, which opens this attempt's file; `remove` when the part's own files stand.
    """

    def __init__(self, folder: Path, seconds: float) -> None:
        self.folder, self.seconds = folder, seconds
        self.ended: dict[int, Rows] = {}
        self._deaths: Counter[int] = Counter()
        self._late: set[int] = set()
        for path in sorted(folder.glob("*.frames")):
            with suppress(FileNotFoundError):  # an orphan of a killed run ended the part, and its journal, just now
                self._take(path)
        self._file, self._clock = self._open()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._clock.close()

    def refusal(self, place: int) -> str | None:
        """Why an article is not to be tried again; `None` where it is."""
        if place in self._late:
            return f"It was not read within {self.seconds:g} s."
        return f"{DEATHS} workers died on it." if self._deaths[place] >= DEATHS else None

    @contextmanager
    def at(self, place: int) -> Iterator[None]:
        """The reading of one article. Where it takes more than `seconds`, the process ends, whatever it is in."""
        with _ONE:
            self._write({"begun": place})
            faulthandler.dump_traceback_later(self.seconds, exit=True, file=self._clock)
            try:
                yield
            finally:
                faulthandler.cancel_dump_traceback_later()

    def end(self, place: int, rows: Rows) -> None:
        """Keep what an article gave, or why it was refused."""
        self._write({"ended": place, "rows": rows})

    def remove(self) -> None:
        """Forget the part: its own files stand."""
        self._file.close()
        self._clock.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _open(self) -> tuple[IO[bytes], IO[bytes]]:
        number = sum(1 for _ in self.folder.glob("*.frames"))
        while True:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                file = (self.folder / f"{number:06d}.frames").open("xb", buffering=0)
                return file, (self.folder / f"{number:06d}.late").open("wb", buffering=0)
            except FileExistsError:  # another attempt, of a driver that died or a worker thought dead, is still at it
                number += 1
            except FileNotFoundError:  # it has just ended the part, and removed the folder
                continue
            except OSError as error:
                raise _unwritable(self.folder, error.strerror) from None

    def _write(self, frame: dict[str, Any]) -> None:
        data = msgspec.msgpack.encode(frame)
        whole = _HEAD.pack(len(data), zlib.crc32(data)) + data
        try:
            if self._file.write(whole) == len(whole):
                return
            why: str | None = "no space is left"
        except OSError as error:
            why = error.strerror
        raise _unwritable(self._file.name, why)

    def _take(self, path: Path) -> None:
        """What an earlier attempt wrote, up to where it is torn."""
        begun: set[int] = set()
        for frame in _frames(path.read_bytes()):
            if "begun" in frame:
                begun.add(frame["begun"])
            else:
                begun.discard(frame["ended"])
                self.ended[frame["ended"]] = frame["rows"]
        self._deaths.update(begun)
        late = path.with_suffix(".late")
        if begun and late.is_file() and late.stat().st_size:
            self._late |= begun


def _unwritable(path: object, why: str | None) -> CorpusError:
    return CorpusError(f"{path} cannot be written ({why}); make room and start again.")


def open_path(out: str | Path) -> Path:
    """Where the parts that are being read keep what they have come to."""
    return Path(out) / "_run" / "open"


def _frames(data: bytes) -> Iterator[dict[str, Any]]:
    at = 0
    while at + _HEAD.size <= len(data):
        length, check = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        body = data[at : at + length]
        if len(body) < length or zlib.crc32(body) != check:
            return
        yield msgspec.msgpack.decode(body)
        at += length
