"""How a corpus is cut into parts: by the order and size of what is given, never by who will read it."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from factcheck.corpora.records import PART_ARTICLES, PART_BYTES, CorpusError, Kind, Part, digest_of
from factcheck.corpora.sources import kind_of, length_of, records_of, unpack


def plan_parts(corpora: Sequence[str | Path], run: Path) -> list[Part]:
    """The parts of these folders and files, in their order. Packed lines are unpacked once into `run/unpacked`.

    Raises `CorpusError` where something given does not exist or nothing is there.
    """
    plan = _Plan()
    for root in map(Path, corpora):
        if not root.exists():
            raise CorpusError(f"There is no corpus {root}; give folders, or files of text, JSONL, CSV or Parquet.")
        for path in _files(root):
            name = path.relative_to(root).as_posix() if root.is_dir() else path.name
            kind = kind_of(name)
            if kind is None:
                plan.refuse(name, "It is of no kind that is read: .txt, .md, .html, .jsonl, .csv or .parquet.")
            elif kind == "files":
                plan.add_file(name, path)
            else:
                _add_source(plan, kind, name, path, run)
    if not plan.place:
        raise CorpusError("There is no article in the corpus; give folders or files that hold some.")
    return plan.finish()


def record_id(name: str, fields: dict[str, Any]) -> str:
    """The id of a record: the one it declares, else its place."""
    declared = fields.get("id")
    return str(declared) if isinstance(declared, str | int) and str(declared).strip() else name


def plan_digest(parts: Sequence[Part], *settings: object) -> str:
    """What tells one plan from another: its parts, and the size and time of every file they lie in."""
    found = hashlib.sha256(repr(settings).encode())
    paths = {part.path for part in parts if part.path and "unpacked" not in Path(part.path).parts}
    paths |= {path for part in parts if part.kind == "files" for _, path in part.items}
    for path in sorted(paths):
        known = Path(path).stat()
        found.update(f"{path}:{known.st_size}:{known.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    for part in parts:
        found.update(msgspec.json.encode(replace(part, path="")))
    return found.hexdigest()


class _Plan:
    """Parts as they fill up, and a digest of every record's id, eight bytes each."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.ids = array("Q")
        self.place = 0
        self.open: list[tuple[str, str]] = []
        self.size = 0
        self.kind: Kind = "files"

    def add_file(self, name: str, path: Path) -> None:
        self._item("files", name, str(path), path.stat().st_size)

    def refuse(self, name: str, reason: str) -> None:
        self._item("refused", name, reason, 0)

    def _item(self, kind: Kind, name: str, what: str, size: int) -> None:
        full = len(self.open) >= PART_ARTICLES or self.size + size > PART_BYTES
        if self.open and (kind != self.kind or full):
            self.close()
        self.kind, self.size = kind, self.size + size
        self.open.append((name, what))
        self._count(name)

    def close(self) -> None:
        if self.open:
            n = len(self.open)
            items, place = tuple(self.open), self.place - n
            self.parts.append(Part(len(self.parts), self.kind, "", "", 0, n, 0, place, n, self.size, items))
        self.open, self.size = [], 0

    def add_run(self, kind: Kind, name: str, path: str, run: tuple[int, int, int, int], size: int, alone: int) -> None:
        start, end, ordinal, count = run
        place = self.place - count
        number = len(self.parts)
        self.parts.append(Part(number, kind, name, path, start, end, ordinal, place, count, size, alone=alone))

    def _count(self, record: str) -> None:
        digest = hashlib.blake2b(record.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        self.ids.append(int.from_bytes(digest))
        self.place += 1

    count = _count

    def finish(self) -> list[Part]:
        self.close()
        ids = np.frombuffer(self.ids, np.uint64)
        order = np.argsort(ids, kind="stable")
        again = np.sort(order[1:][ids[order[1:]] == ids[order[:-1]]])
        found = []
        for part in self.parts:
            first, last = np.searchsorted(again, [part.place, part.place + part.count])
            found.append(replace(part, repeated=tuple(again[first:last].tolist())))
        return found


def _add_source(plan: _Plan, kind: Kind, name: str, path: Path, run: Path) -> None:
    plan.close()
    where, broken = path, None
    if path.name.lower().endswith(".gz"):
        where, broken = _unpacked(path, run)
    try:
        length = length_of(kind, str(where))
        _cut(plan, kind, name, str(where), length)
    except (OSError, ValueError) as error:  # pyarrow's errors are of these two
        plan.refuse(name, f"The file cannot be read ({str(error).splitlines()[0][:200]}).")
        return
    if broken:
        plan.refuse(f"{name}#rest", f"What follows cannot be read: {broken}.")
    elif not length:
        plan.refuse(name, "The file is empty.")


def _cut(plan: _Plan, kind: Kind, name: str, path: str, length: int) -> None:
    start = size = count = end = alone = before = 0
    ordinal = 1
    for record in records_of(kind, name, path, 0, length, 1):
        weight = record.end - record.start
        if kind == "parquet":
            weight = sum(len(value) for value in record.fields.values() if isinstance(value, str | bytes))
        if count and (count >= PART_ARTICLES or size + weight > PART_BYTES):
            plan.add_run(kind, name, path, (start, end, ordinal, count), size, alone)
            start, ordinal, size, count, alone = end, ordinal + count, 0, 0, before
        plan.count(record_id(record.name, record.fields))
        size, count, end, before = size + weight, count + 1, record.end, record.alone
    if count:
        plan.add_run(kind, name, path, (start, end, ordinal, count), size, alone)


def _unpacked(path: Path, run: Path) -> tuple[Path, str | None]:
    folder = run / "unpacked"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / digest_of(str(path.resolve()).encode("utf-8", "surrogateescape"))[:24]
    with target.open("wb") as file:
        _, broken = unpack(path, file)
    return target, broken


def _files(root: Path) -> Iterator[Path]:
    """The files of a corpus by name; hidden ones, links to folders and what declares another file are left out."""
    if not root.is_dir():
        yield root
        return
    for path in sorted(root.rglob("*")):
        hidden = any(one.startswith(".") for one in path.relative_to(root).parts)
        if not path.is_dir() and not hidden and path.suffix != ".toml":
            yield path
