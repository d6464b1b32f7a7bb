"""How far a run is: a bar in a terminal, a widget in a notebook, a line now and then anywhere else."""

from __future__ import annotations

import sys
import time
from typing import Any

SECONDS_BETWEEN_LINES = 10.0


def in_notebook() -> bool:
    """Whether this is the kernel of a notebook, which can show widgets."""
    shell = sys.modules.get("IPython")
    return shell is not None and type(shell.get_ipython()).__name__ == "ZMQInteractiveShell"


class Progress:
    """Shows articles and bytes done of those in the plan, the rate and the time left, on stderr or in the notebook."""

    def __init__(self, articles: int, size: int, *, quiet: bool = False) -> None:
        self.articles, self.size, self.done, self.read, self.kept = articles, size, 0, 0, 0
        self._began = self._told = time.monotonic()
        self._bar: Any = None
        self._show = (lambda: None) if quiet else self._face()

    def add(self, articles: int, size: int, *, kept: bool = False) -> None:
        """Count a part that is done; `kept` from an earlier run, which says nothing of the rate."""
        self.done += articles
        self.kept += articles if kept else 0
        self.read += 0 if kept else size
        self._show()

    def close(self) -> None:
        if self._bar is not None and hasattr(self._bar, "stop"):
            self._bar.stop()

    def line(self) -> str:
        """Where the run stands, in words."""
        passed = max(1e-9, time.monotonic() - self._began)
        rate = (self.done - self.kept) / passed
        left = f"{(self.articles - self.done) / rate:.0f} s left" if rate else "time left unknown"
        counted = f"{self.done:,} of {self.articles:,} articles"
        return f"{counted}, {rate:.0f} articles/s, {self.read / passed / 1e6:.2f} MB/s, {left}"

    def _face(self) -> Any:
        if in_notebook():
            return self._widget()
        return self._terminal() if sys.stderr.isatty() else self._plain

    def _plain(self) -> None:
        now = time.monotonic()
        if now - self._told >= SECONDS_BETWEEN_LINES or self.done == self.articles:
            self._told = now
            print(self.line(), file=sys.stderr, flush=True)

    def _terminal(self) -> Any:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True))
        self._bar.start()
        task = self._bar.add_task("", total=self.articles)
        return lambda: self._bar.update(task, completed=self.done, description=self.line())

    def _widget(self) -> Any:
        import ipywidgets
        from IPython.display import display

        bar, label = ipywidgets.IntProgress(max=self.articles), ipywidgets.Label()
        display(ipywidgets.HBox([bar, label]))  # type: ignore[no-untyped-call]

        def show() -> None:
            bar.value, label.value = self.done, self.line()

        return show
