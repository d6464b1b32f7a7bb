"""`factcheck publish` from end to end: refused with the list, then a page and its event, then what changed since."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_review import newsroom

from factcheck.workspace import Workspace

__all__ = ["newsroom"]  # the fixture


def run(workspace: Workspace, *arguments: str, author: str = "Basem") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(
        command, cwd=workspace.root, capture_output=True, text=True, env={**os.environ, "FACTCHECK_AUTHOR": author}
    )


def test_a_check_is_published_corrected_and_withdrawn(newsroom: tuple[Workspace, str], tmp_path: Path) -> None:
    workspace, claim = newsroom
    run(workspace, "check", "new", "How many ferries sank?", claim, "--id", "ferries")
    publish = ("publish", "ferries", "--out", str(tmp_path / "out"), "--publisher", "The Desk")
    refused = run(workspace, *publish)
    assert refused.returncode == 2
    assert all(code in refused.stderr for code in ("C101", "D116")) and not (tmp_path / "out" / "ferries.html").exists()
    assert workspace.checks().state()["ferries"].publications == ()

    run(
        workspace, "check", "edit", "ferries", "--bottom-line", "Two sank.", "--how-we-checked", "We read the register."
    )
    assert run(workspace, "review", claim, "approve").returncode == 0
    done = run(workspace, *publish, "--url", "https://desk.example/ferries")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out" / "ferries.html").read_bytes()
    (event,) = workspace.checks().state()["ferries"].publications
    assert event["digest"] == hashlib.sha256(page).hexdigest() and event["url"] == "https://desk.example/ferries"
    assert b"application/ld+json" in page and b"Two sank." in page
    assert workspace.state("ferries").claims[claim].status == "published"

    workspace.checks("Basem").correction("ferries", "We first wrote three.")
    assert run(workspace, *publish).returncode == 0
    page = (tmp_path / "out" / "ferries.html").read_bytes()
    assert b"We first wrote three." in page and b"https://desk.example/ferries" in page
    assert workspace.state("ferries").claims[claim].status == "corrected"

    workspace.checks("Basem").withdrawal("ferries", "The register was forged.")
    assert run(workspace, *publish).returncode == 0
    page = (tmp_path / "out" / "ferries.html").read_bytes()
    assert b"The register was forged." in page and b"ld+json" not in page and b"Two sank." not in page
    check = workspace.checks().state()["ferries"]
    assert check.status == "withdrawn" and len(check.publications) == 2


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".parquet", ".jsonl"])
def test_notes_leave_by_name_only(newsroom: tuple[Workspace, str], tmp_path: Path, ending: str) -> None:
    workspace, claim = newsroom
    workspace.ledger("ferries", "Amal").note(claim, "PLANTED-INTERNAL-7f3a")
    from test_report import words_in

    for table, holds in (("claims", False), ("evidence", False), ("accounts", False), ("notes", True)):
        path = tmp_path / f"{table}{ending}"
        assert run(workspace, "export", "--to", str(path), "--table", table).returncode == 0
        assert ("PLANTED-INTERNAL-7f3a" in words_in(path)) == holds
    assert run(workspace, "export", "--to", str(tmp_path / f"x{ending}"), "--table", "odd").returncode == 2
