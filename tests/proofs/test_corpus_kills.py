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

import dask
import distributed
import pytest
from corpus_pieces import files_of
from proof import rounds

from factcheck.corpora.run import extract_corpus

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from articles import write_jsonl

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
    """A worker is killed every one to two seconds all through, and a driver one or two after its workers have
    begun; killed workers count where a part was under way."""
    corpus = write_jsonl(tmp_path / "wire.jsonl", rounds(8_000, 500))
    extract_corpus([corpus], tmp_path / "quiet", workers=2, quiet=True)
    moments, out = random.Random(5), tmp_path / "killed"
    killed = drivers = 0
    for attempt in range(1000):
        driver = subprocess.Popen([sys.executable, "-c", CODE, str(corpus), str(out)])
        ends, following = float("inf"), 0.0
        while driver.poll() is None and time.monotonic() < ends:
            time.sleep(0.05)
            if time.monotonic() > following and (found := workers_below(driver.pid)):
                if not following and attempt < rounds(12, 2):
                    ends = time.monotonic() + 1 + moments.random()
                following = time.monotonic() + 1 + moments.random()
                killed += at_work(out) and kill(moments.choice(found))
        if driver.poll() is not None:
            break
        driver.send_signal(signal.SIGKILL)
        driver.wait()
        drivers += 1
    print(f"\n{killed} workers and {drivers} drivers killed")
    assert driver.returncode == 0 and killed >= rounds(50, 1) and drivers >= rounds(12, 1)
    assert files_of(out) == files_of(tmp_path / "quiet")
    assert (out / "summary.json").read_bytes() == (tmp_path / "quiet" / "summary.json").read_bytes()
    assert not list(out.rglob("*.tmp")) and not (out / "_run" / "open").exists()


def kill(pid: int) -> bool:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def at_work(out: Path) -> bool:
    """Whether a part has been begun whose files do not stand yet."""
    return any(path.stat().st_size for path in (out / "_run" / "open").glob("*/*.frames"))


@pytest.mark.timeout(1800)
def test_dask_writes_what_this_machine_writes_though_its_workers_are_killed(tmp_path: Path) -> None:
    """Every one to two seconds a worker is killed that has tasks, until the run ends; at least one kill falls into the
    reading of a part, or this proves nothing."""
    corpus, out = write_jsonl(tmp_path / "wire.jsonl", rounds(3_000, 250)), tmp_path / "there"
    extract_corpus([corpus], tmp_path / "here", workers=2, quiet=True)
    moments, ended, killed = random.Random(7), threading.Event(), 0

    def kill_now_and_then() -> None:
        nonlocal killed
        while not ended.wait(1 + moments.random()):
            busy = [one.name for one in cluster.scheduler.workers.values() if one.processing]
            nanny = cluster.workers.get(moments.choice(busy)) if busy else None  # none while it is started anew
            process = nanny.process.process if nanny and nanny.process else None
            if process and process.pid and at_work(out):
                killed += kill(process.pid)

    # A LocalCluster gives a nanny up when its worker is away 15 seconds after it last went: here it has gone again.
    kept = dask.config.set({"distributed.deploy.lost-worker-timeout": "1 hour"})
    with (
        kept,
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
    ):
        killer = threading.Thread(target=kill_now_and_then)
        killer.start()
        try:
            extract_corpus([corpus], out, dask=cluster.scheduler_address, quiet=True)
        finally:
            ended.set()
            killer.join()
    print(f"\n{killed} workers of Dask killed at work")
    assert killed >= rounds(10, 1)
    assert files_of(out) == files_of(tmp_path / "here")
