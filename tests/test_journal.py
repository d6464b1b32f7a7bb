"""Written durably: acknowledged means on the disk, and what cannot be written whole leaves nothing behind."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from ledgers import claims_of, open_ledger

from factcheck.errors import LedgerError

CLAIM = claims_of()[0].id


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The calls that write, in order, by what they were made on."""
    made: list[str] = []
    names: dict[int, str] = {}
    real = {name: getattr(os, name) for name in ("open", "write", "fsync")}

    def watched_open(path: object, *rest: object, **named: object) -> int:
        descriptor: int = real["open"](path, *rest, **named)
        names[descriptor] = "folder" if Path(str(path)).is_dir() else "file"
        return descriptor

    def watched_write(descriptor: int, data: bytes) -> int:
        made.append(f"write {names.get(descriptor)}")
        written: int = real["write"](descriptor, data)
        return written

    def watched_fsync(descriptor: int) -> None:
        made.append(f"fsync {names.get(descriptor)}")
        real["fsync"](descriptor)

    monkeypatch.setattr(os, "open", watched_open)
    monkeypatch.setattr(os, "write", watched_write)
    monkeypatch.setattr(os, "fsync", watched_fsync)
    return made


def test_a_new_file_is_written_synced_and_its_folders_synced_before_it_is_acknowledged(
    tmp_path: Path, calls: list[str]
) -> None:
    ledger = open_ledger(tmp_path)
    ledger.note(CLAIM, "one")
    assert calls == ["write file", "fsync file", "fsync folder", "fsync folder", "fsync folder"]
    calls.clear()
    ledger.note(CLAIM, "two")
    assert calls == ["write file", "fsync file"]


def test_short_writes_are_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:7]))
    ledger = open_ledger(tmp_path)
    ledger.note(CLAIM, "a note in many pieces")
    assert open_ledger(tmp_path).state().warnings == []
    assert len(open_ledger(tmp_path).history(CLAIM)) == 1


def full_after(n: int) -> Callable[[int, bytes], int]:
    """A write to a disk with `n` bytes left."""
    left, real = [n], os.write

    def write(descriptor: int, data: bytes) -> int:
        if left[0] <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = real(descriptor, data[: left[0]])
        left[0] -= written
        return written

    return write


@pytest.mark.parametrize("room", [0, 1, 100, 400])
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    ledger = open_ledger(tmp_path)
    ledger.note(CLAIM, "safe")
    (path,) = tmp_path.rglob("*.jsonl")
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full_after(room))
        with pytest.raises(LedgerError, match=r"No space left.*nothing was saved"):
            ledger.note(CLAIM, "lost " * 100)
    assert path.read_bytes() == before and len(ledger.state().claims[CLAIM].notes) == 1
    ledger.note(CLAIM, "again")
    assert [note["text"] for note in open_ledger(tmp_path).state().claims[CLAIM].notes] == ["safe", "again"]


def test_a_full_disk_at_the_first_event_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = open_ledger(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full_after(50))
        with pytest.raises(LedgerError):
            ledger.note(CLAIM, "x")
    assert not list(tmp_path.rglob("*.jsonl"))


def test_a_failed_fsync_is_no_acknowledgement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = open_ledger(tmp_path)
    ledger.note(CLAIM, "safe")

    def broken(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", broken)
        with pytest.raises(LedgerError, match="Input/output error"):
            ledger.note(CLAIM, "not sure")
    assert [note["text"] for note in open_ledger(tmp_path).state().claims[CLAIM].notes] == ["safe"]


def test_when_a_torn_line_cannot_be_taken_back_it_is_reported_and_the_next_event_opens_a_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = open_ledger(tmp_path)
    ledger.note(CLAIM, "safe")

    def stuck(descriptor: int, size: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full_after(50))
        patched.setattr(os, "ftruncate", stuck)
        with pytest.raises(LedgerError):
            ledger.note(CLAIM, "torn")
    ledger.note(CLAIM, "again")
    assert len(list(tmp_path.rglob("*.jsonl"))) == 2
    state = open_ledger(tmp_path).state()
    assert [note["text"] for note in state.claims[CLAIM].notes] == ["safe", "again"]
    assert any("torn last line" in warning for warning in state.warnings)


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.rename(path.with_suffix(".gone")),
        lambda path: (path.unlink(), path.write_bytes(b"")),
        lambda path: path.write_bytes(path.read_bytes() + b"{"),
        lambda path: os.truncate(path, 10),
    ],
    ids=["taken away", "replaced", "added to", "cut"],
)
def test_a_file_that_is_no_longer_ours_is_never_written_again(tmp_path: Path, change: Callable[[Path], object]) -> None:
    ledger = open_ledger(tmp_path)
    ledger.note(CLAIM, "before")
    (path,) = tmp_path.rglob("*.jsonl")
    change(path)
    left = path.read_bytes() if path.exists() else None
    ledger.note(CLAIM, "after")
    assert (path.read_bytes() if path.exists() else None) == left
    assert "after" in [note["text"] for note in open_ledger(tmp_path).state().claims[CLAIM].notes]


def test_a_forked_process_writes_to_a_file_of_its_own(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    ledger.note(CLAIM, "parent")
    child = os.fork()
    if not child:
        ledger.note(CLAIM, "child")
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    ledger.note(CLAIM, "parent again")
    assert len(list(tmp_path.rglob("*.jsonl"))) == 2
    state = open_ledger(tmp_path).state()
    assert len(state.claims[CLAIM].notes) == 3 and not state.warnings


def test_what_another_writer_adds_to_a_file_is_read_on_from_where_it_was_left(tmp_path: Path) -> None:
    reader, writer = open_ledger(tmp_path, "Reader"), open_ledger(tmp_path)
    for n in range(1, 4):
        writer.note(CLAIM, f"note {n}")
        assert reader.refresh() and len(reader.state().claims[CLAIM].notes) == n
    (path,) = tmp_path.rglob("*.jsonl")
    data = path.read_bytes()
    path.write_bytes(data + data[:50])
    reader.refresh()
    assert any("torn" in w for w in open_ledger(tmp_path).state().warnings)
    path.unlink()
    assert reader.refresh() and reader.state().rev == 0


def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "ferries").write_text("a file where the folder should be")
    with pytest.raises(LedgerError, match=r"cannot be|could not be"):
        open_ledger(tmp_path).note(CLAIM, "x")
