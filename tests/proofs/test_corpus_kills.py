"""A corpus whose workers and driver are killed again and again comes out as if nobody had died."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from corpus_pieces import files_of, write_corpus
from proof import rounds

from factcheck.corpora.run import extract_corpus

CODE = (
    "import sys; from factcheck.corpora.run import extract_corpus\n"
    "if __name__ == '__main__': extract_corpus([sys.argv[1]], sys.argv[2], workers=2, quiet=True)"
)


def workers_below(pid: int) -> list[int]:
    """The processes started by a driver's fork server, which are its workers."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(folder.name))
    return [worker for server in children.get(pid, []) for worker in children.get(server, [])]


@pytest.mark.timeout(1800)
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="Workers are found by /proc.")
def test_killed_workers_and_drivers_leave_the_same_bytes(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "wire.jsonl", rounds(20_000, 300))
    extract_corpus([corpus], tmp_path / "quiet", workers=2, quiet=True)
    moments, out = random.Random(5), tmp_path / "killed"
    killed = drivers = 0
    for attempt in range(1000):
        driver = subprocess.Popen([sys.executable, "-c", CODE, str(corpus), str(out)])
        ends = time.monotonic() + (3.5 + moments.random() if attempt < rounds(12, 2) else 10_000)
        following = time.monotonic() + 2.0
        while driver.poll() is None and time.monotonic() < ends:
            time.sleep(0.1)
            if time.monotonic() > following and (found := workers_below(driver.pid)):
                following += 3 + moments.random()
                try:
                    os.kill(moments.choice(found), signal.SIGKILL)
                    killed += 1
                except ProcessLookupError:
                    pass
        if driver.poll() is not None:
            break
        driver.send_signal(signal.SIGKILL)
        driver.wait()
        drivers += 1
    assert driver.returncode == 0 and killed and drivers
    assert files_of(out) == files_of(tmp_path / "quiet")
    assert (out / "summary.json").read_bytes() == (tmp_path / "quiet" / "summary.json").read_bytes()
    assert not list(out.rglob("*.tmp"))
    print(f"{killed} workers and {drivers} drivers killed")


@pytest.mark.timeout(600)
def test_dask_writes_what_this_machine_writes_though_its_workers_are_killed(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    corpus = write_corpus(tmp_path / "wire.jsonl", rounds(20_000, 200))
    extract_corpus([corpus], tmp_path / "here", workers=2, quiet=True)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        pids = [worker.process.process.pid for worker in cluster.workers.values()]
        clock = threading.Timer(1.0, os.kill, (pids[0], signal.SIGKILL))
        clock.start()
        extract_corpus([corpus], tmp_path / "there", dask=cluster.scheduler_address, quiet=True)
        clock.join()
    assert files_of(tmp_path / "there") == files_of(tmp_path / "here")
