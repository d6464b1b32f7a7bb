"""A writing process killed at any moment loses nothing it acknowledged."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ledgers import claims_of, open_ledger
from proof import rounds

from factcheck.validate import repair, validate_workspace

CLAIM = claims_of()[0].id
WRITER = """
import sys
sys.path[:0] = [sys.argv[2]]
from ledgers import open_ledger, claims_of
from pathlib import Path
claim = claims_of()[0].id
ledger = open_ledger(Path(sys.argv[1]), "Killed")
while True:
    print(ledger.note(claim, "note " * 40).id, flush=True)
"""


@pytest.mark.timeout(1800)
def test_an_acknowledged_event_survives_a_kill_and_at_most_one_torn_line_is_left(tmp_path: Path) -> None:
    moments = random.Random(7)
    acknowledged: set[str] = set()
    torn = 0
    for _ in range(rounds(200, 6)):
        before = {path: path.stat().st_size for path in tmp_path.rglob("*.jsonl")}
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(Path(__file__).parent.parent)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(moments.random() * 0.05)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read()
        writer.wait()
        # A line of stdout is an acknowledgement; the last may itself be cut by the kill.
        acknowledged.update(line for line in (first + rest).splitlines(keepends=False) if len(line) == 36)
        new = [path for path in tmp_path.rglob("*.jsonl") if path not in before]
        assert len(new) == 1 and all(path.stat().st_size == size for path, size in before.items())
        torn += not new[0].read_bytes().endswith(b"\n")
    ledger = open_ledger(tmp_path)
    there = {event.id for event in ledger.history(CLAIM)}
    assert acknowledged and not acknowledged - there
    assert sum("torn" in warning for warning in ledger.state().warnings) == torn
    assert len(repair(tmp_path)) == torn and not open_ledger(tmp_path).state().warnings
    print(f"{len(acknowledged)} events acknowledged, {len(there)} there, {torn} torn lines")


@pytest.mark.timeout(1800)
def test_a_write_cut_at_any_byte_leaves_one_torn_line_that_is_reported_and_repaired(tmp_path: Path) -> None:
    """A kill between two bytes is rarer than a test can wait for: so every length of a torn line is made by hand."""
    desk = tmp_path / "claims"
    ledger = open_ledger(desk, session="s1")
    ledger.note(CLAIM, "safe")
    ledger.note(CLAIM, "the last one")
    path = desk / "ferries/events/amal-s1.jsonl"
    whole = path.read_bytes()
    first = whole.index(b"\n") + 1
    lengths = range(first + 1, len(whole))
    for length in lengths if rounds(1, 0) else list(lengths)[::37]:
        path.write_bytes(whole[:length])
        assert [note["text"] for note in open_ledger(desk).state().claims[CLAIM].notes] == ["safe"]
        assert [p.code for p in validate_workspace(tmp_path) if p.code.startswith("E")] == ["E102"]
        (aside,) = repair(desk)
        assert path.read_bytes() + aside.read_bytes() == whole[:length]
        assert not [p.code for p in validate_workspace(tmp_path) if p.code.startswith("E")]
        aside.unlink()
