"""Dask's workers, on however many machines: the same tasks as on this one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from factcheck.corpora.local import DEADLY, DEATHS, LocalWorkers, Outcome, Task
from factcheck.corpora.progress import in_notebook
from factcheck.corpora.records import CorpusError

PATIENCE = 300.0  # seconds without any worker, after which a run ends; nannies and queues need some to start one
_PAUSE, _LOOK = 0.02, 1.0  # seconds between looks for a result, and for workers
AHEAD = 4  # tasks given out for each thread: none waits
BATCH = 1_000  # tasks given out at once, and shown by one bar in a notebook: a plan of millions is not sent at once


class DaskWorkers:
    """As `LocalWorkers`, over `distributed.Client(address)`; `workers` is the number of threads at work."""

    def __init__(self, address: str) -> None:
        try:
            import distributed
        except ImportError:
            raise CorpusError("A cluster needs the extra 'dask': pip install 'factcheck[dask]'.") from None
        try:
            client: Any = distributed.Client  # it carries no types
            self._client: Any = client(address, set_as_default=False, timeout=20)
        except (OSError, ValueError) as error:
            raise CorpusError(f"There is no Dask scheduler at {address} ({error}); give its address.") from None
        self._shown: list[tuple[Any, list[Any]]] = []
        self.workers = max(1, sum(self._client.nthreads().values()))

    def __enter__(self) -> DaskWorkers:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def run(self, function: Callable[..., Any], tasks: Iterable[Task]) -> Iterator[Outcome]:
        """As `LocalWorkers.run`. In a notebook Dask's own bars show the tasks given out."""
        import distributed

        as_completed: Any = distributed.as_completed
        left = iter(tasks)
        known: dict[Any, tuple[Task, int]] = {}
        running = as_completed(loop=self._client.loop)

        def give(task: Task, deaths: int = 0) -> Any:
            future = self._client.submit(function, *task, pure=False)
            known[future] = (task, deaths)
            running.add(future)
            return future

        while True:
            if len(known) < AHEAD * self.workers and (batch := [give(task) for task in islice(left, BATCH)]):
                self._show(batch)
            if not known:
                self._end_shown()
                return
            self._wait(running)
            future = next(running)
            task, deaths = known.pop(future)
            if died := _deaths(future):
                if deaths + died >= DEATHS:
                    raise CorpusError(DEADLY.format(DEATHS))
                give(task, deaths + died)
            else:
                yield task, future.result()

    def _wait(self, running: Any) -> None:
        """Until a task has come back. Dask itself would wait for ever once every worker is gone."""
        present = looked = time.monotonic()
        while not running.has_ready():
            time.sleep(_PAUSE)
            now = time.monotonic()
            if now - looked < _LOOK:
                continue
            looked = now
            if self._client.nthreads():
                present = now
            elif now - present > PATIENCE:
                raise CorpusError(
                    f"The Dask scheduler has had no worker for {PATIENCE:.0f} seconds; start workers and give the "
                    "same command again: it goes on where it ended."
                )

    def _show(self, futures: list[Any]) -> None:
        """In a notebook, Dask's bar of these tasks. It listens on the client's loop, for the cell holds the kernel's,
        and the futures are held so that the scheduler still knows them when it asks."""
        if not in_notebook():
            return
        import distributed
        from IPython.display import display

        progress: Any = distributed.progress
        show: Any = display
        with self._client.as_current():
            bar = progress(futures, notebook=True, multi=False)
        show(bar.widget)
        self._client.loop.add_callback(bar.listen)
        self._shown.append((bar, futures))

    def _end_shown(self) -> None:
        """Give the last bar the moment it needs to come to its end."""
        for _ in range(10):
            if not self._shown or getattr(self._shown[-1][0], "status", None) in ("finished", "error"):
                break
            time.sleep(0.1)
        self._shown.clear()


Workers = LocalWorkers | DaskWorkers


def _deaths(future: Any) -> int:
    """How many workers died on a task that has come back; 0 where it ended, by an exception too."""
    from distributed.scheduler import KilledWorker

    if future.status in ("cancelled", "lost"):
        return 1
    if future.status == "error" and isinstance(error := future.exception(), KilledWorker):
        return int(error.allowed_failures) + 1
    return 0
