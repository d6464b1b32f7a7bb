"""One table of every figure at the end of the run; a floor that nothing was measured for makes a whole run red."""

from __future__ import annotations

from pathlib import Path

import pytest
from figures import Figures

HERE = Path(__file__).parent
_FIGURES = Figures()


@pytest.fixture(scope="session")
def figures() -> Figures:
    return _FIGURES


def pytest_collection_finish(session: pytest.Session) -> None:
    found = {item.path for item in session.items}
    chosen = session.config.getoption("keyword") or session.config.getoption("collectonly")
    session.config.stash[_WHOLE] = set(HERE.glob("test_*.py")) <= found and not chosen


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.stash.get(_WHOLE, False) and _FIGURES.missing() and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if _FIGURES.found:
        terminalreporter.write_sep("=", "figures")
        terminalreporter.write_line(_FIGURES.table())
    if config.stash.get(_WHOLE, False) and (missing := _FIGURES.missing()):
        terminalreporter.write_line(f"Nothing was measured for: {', '.join(missing)}.")


_WHOLE = pytest.StashKey[bool]()
