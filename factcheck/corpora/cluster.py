"""Dask's workers, on however many machines: the same tasks as on this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from factcheck.corpora.local import DEATHS, LOST, Outcome, Task
from factcheck.corpora.records import CorpusError

AHEAD = 4  # tasks given out for each thread: none waits, and a plan of millions is not sent at once


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
        self.workers = max(1, sum(self._client.nthreads().values()))

    def __enter__(self) -> DaskWorkers:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def run(self, function: Callable[..., Any], tasks: Iterable[Task]) -> Iterator[Outcome]:
        import distributed
        from distributed.scheduler import KilledWorker

        as_completed: Any = distributed.as_completed

        left = iter(tasks)
        known: dict[Any, tuple[Task, int]] = {}

        def give(task: Task, deaths: int = 0) -> Any:
            future = self._client.submit(function, *task, pure=False)
            known[future] = (task, deaths)
            return future

        running = as_completed([give(task) for task in islice(left, AHEAD * self.workers)], loop=self._client.loop)
        for future in running:
            task, deaths = known.pop(future)
            error = future.exception() if future.status == "error" else None
            if isinstance(error, KilledWorker) or future.status in ("cancelled", "lost"):
                if isinstance(error, KilledWorker) or deaths + 1 >= DEATHS:
                    yield task, LOST
                else:
                    running.add(give(task, deaths + 1))
                    continue
            elif error is not None:
                raise error
            else:
                yield task, future.result()
            for following in islice(left, 1):
                running.add(give(following))
