"""What all tests share: a workspace of their own, an author, and no wandering into the benchmarks."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

ROOT = Path(__file__).parent.parent
collect_ignore = [] if any("benchmarks" in argument for argument in sys.argv) else ["benchmarks"]


@pytest.fixture
def author(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("FACTCHECK_AUTHOR", "Tester")
    return "Tester"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, author: str) -> Workspace:
    """A workspace in a temporary folder with this repository's articles, which is also the current folder."""
    from factcheck.workspace import init_workspace

    workspace = init_workspace(tmp_path / "desk")
    for path in (ROOT / "data").iterdir():
        shutil.copy(path, workspace.data_dir)
    monkeypatch.chdir(workspace.root)
    monkeypatch.delenv("FACTCHECK_CLAIMS_DIR", raising=False)
    monkeypatch.delenv("FACTCHECK_WORKSPACE", raising=False)
    return workspace
