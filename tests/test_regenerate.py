"""`claims.jsonl` can be made again: a merge that conflicts in it is settled by reading the article anew."""

from __future__ import annotations

import subprocess

import pytest

from factcheck.cli import main
from factcheck.workspace import Workspace

ARTICLE = "harbour-spill"


def git(desk: Workspace, *arguments: str) -> int:
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.invalid", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *identity, *arguments], cwd=desk.root, capture_output=True, check=False).returncode


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    return int(end.value.code or 0)


def test_a_conflict_in_extracted_claims_is_settled_by_extracting_again(
    desk: Workspace, capfd: pytest.CaptureFixture[str]
) -> None:
    path = desk.claims_dir / ARTICLE / "claims.jsonl"
    desk.extract(ARTICLE)
    settled = path.read_bytes()
    git(desk, "init")
    git(desk, "add", "-A")
    assert git(desk, "commit", "-m", "base") == 0
    for branch, version in (("one", b"0.0.8"), ("two", b"0.0.9")):
        git(desk, "checkout", "-b", branch, "main")
        path.write_bytes(settled.replace(b'"extractor":"0.1.0"', b'"extractor":"' + version + b'"'))
        claim = desk.claims(ARTICLE)[0].id
        desk.ledger(ARTICLE, author=branch).note(claim, f"from {branch}")
        git(desk, "add", "-A")
        assert git(desk, "commit", "-m", branch) == 0
    assert git(desk, "merge", "one") == 1, "both sides extracted anew, so the file conflicts"
    assert run("validate") == 1
    assert "T204" in capfd.readouterr().out
    assert run("extract", ARTICLE) == 0
    assert path.read_bytes() == settled
    assert run("validate") == 0
    notes = [note["text"] for one in desk.state(ARTICLE).claims.values() for note in one.notes]
    assert sorted(notes) == ["from one", "from two"], "the events of both sides merged by themselves"
