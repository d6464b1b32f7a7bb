"""A server that the command line starts ends with it: the signal that ends the one is passed on to the other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.cli.serve import run_server

SERVER = (
    "import os, pathlib, signal, sys, time\n"
    "def end(*_): pathlib.Path(sys.argv[1], 'ended').touch(); sys.exit(0)\n"
    "signal.signal(signal.SIGTERM, end)\n"
    "pathlib.Path(sys.argv[1], 'pid').write_text(str(os.getpid()))\n"
    "time.sleep(60)\n"
)
ASKER = (
    "import sys\nfrom factcheck.cli.serve import run_server\nsys.exit(run_server([sys.executable, *sys.argv[1:]]))\n"
)


def test_a_server_ends_in_its_own_way_when_its_starter_is_ended(tmp_path: Path) -> None:
    (tmp_path / "server.py").write_text(SERVER)
    command = [sys.executable, "-c", ASKER, str(tmp_path / "server.py"), str(tmp_path)]
    starter = subprocess.Popen(command, cwd=Path(__file__).parents[1])
    until = time.monotonic() + 30
    while not ((tmp_path / "pid").is_file() and (tmp_path / "pid").read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    server = int((tmp_path / "pid").read_text())
    starter.send_signal(signal.SIGTERM)
    assert starter.wait(timeout=30) == 0
    assert (tmp_path / "ended").is_file()
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)


def test_the_exit_code_of_a_server_is_that_of_its_starter_and_the_signals_are_as_before() -> None:
    before = signal.getsignal(signal.SIGTERM)
    assert run_server([sys.executable, "-c", "raise SystemExit(3)"]) == 3
    assert signal.getsignal(signal.SIGTERM) == before
