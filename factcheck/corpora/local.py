"""This machine's workers: processes that may die at any moment without losing more than what they were at."""

from __future__ import annotations

import multiprocessing as mp
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from factcheck.corpora.records import CorpusError

DEATHS = 300  # workers that may die on one task: a part takes up where they left it, so this ends what never moves
TASKS = 100  # of one worker before another takes its place
WORKER_BYTES = 300 * 1024 * 1024  # a worker that has needed more is replaced after its task
DEADLY = "{} workers died on one part and it never came to an end; look at this machine's memory and start again."
Task = tuple[Any, ...]
Outcome = tuple[Task, Any]


class LocalWorkers:
    """`run(function, tasks)` gives each task with what came of it, in the order they end.

    A task whose worker dies is given to another. An exception in a task is raised here, and `CorpusError` where
    `DEATHS` workers died on one. To be used as a context: workers end with it.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        methods = mp.get_all_start_methods()
        self._context: Any = mp.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            self._context.set_forkserver_preload(["factcheck.corpora.part", "factcheck.corpora.compare"])
        self._alive: set[Any] = set()

    def __enter__(self) -> LocalWorkers:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._alive:
            process.kill()
        for process in self._alive:
            process.join()
        self._alive.clear()

    def run(self, function: Callable[..., Any], tasks: Iterable[Task]) -> Iterator[Outcome]:
        waiting, deaths = deque(tasks), dict[Task, int]()
        busy: dict[Connection, tuple[Any, Task | None, int]] = {}
        while waiting or busy:
            while waiting and len(busy) < self.workers:
                line, process = self._start(function)
                _give(busy, line, process, waiting.popleft(), TASKS)
            for line in (one for one in wait(list(busy)) if isinstance(one, Connection)):
                process, task, left = busy.pop(line)
                try:
                    good, value, size = line.recv()
                except (EOFError, OSError):
                    self._end(process, line)
                    assert task is not None
                    deaths[task] = deaths.get(task, 0) + 1
                    if deaths[task] >= DEATHS:
                        raise CorpusError(DEADLY.format(DEATHS)) from None
                    waiting.appendleft(task)
                    continue
                if waiting and good and left > 1 and size < WORKER_BYTES:
                    _give(busy, line, process, waiting.popleft(), left - 1)
                else:
                    self._end(process, line)
                if not good:
                    raise value
                yield task, value  # type: ignore[misc]  # a busy worker has a task

    def _start(self, function: Callable[..., Any]) -> tuple[Connection, Any]:
        here, there = self._context.Pipe()
        process = self._context.Process(target=_work, args=(there, function), daemon=True)
        process.start()
        there.close()
        self._alive.add(process)
        return here, process

    def _end(self, process: Any, line: Connection) -> None:
        line.close()
        process.join(1)
        process.kill()
        process.join()
        self._alive.discard(process)


def _give(busy: dict[Connection, tuple[Any, Task | None, int]], line: Connection, process: Any, task: Task,
          left: int) -> None:  # fmt: skip
    busy[line] = (process, task, left)
    try:
        line.send(task)
    except OSError:
        return  # it died between two tasks: its line is at an end, which is read as the death it is


def _work(line: Connection, function: Callable[..., Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started the run ends it, and its workers with it
    while True:
        try:
            task = line.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[bool, Any] = (True, function(*task))
        except Exception as error:
            answer = (False, error)
        try:
            line.send((*answer, _peak_memory()))
        except OSError:
            return


def _peak_memory() -> int:
    """The most memory this process has held, in bytes; on Linux without what its parent held before `exec`."""
    try:
        with Path("/proc/self/status").open(encoding="ascii") as status:
            told = next(line for line in status if line.startswith("VmHWM:"))
        return int(told.split()[1]) * 1024
    except (OSError, StopIteration, ValueError):
        import resource

        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return held if sys.platform == "darwin" else held * 1024
