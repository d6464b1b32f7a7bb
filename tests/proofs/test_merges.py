"""Two people on two branches: plain git merges their records, and what they disagree on is listed."""

from __future__ import annotations

import os
import random
import subprocess
from pathlib import Path

import pytest
from ledgers import EVIDENCE, claims_of, open_ledger
from proof import rounds

from factcheck.ledger import Ledger
from factcheck.validate import validate_workspace

CLAIMS = [claim.id for claim in claims_of()]
ENVIRONMENT = os.environ | {
    "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "t@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "work", "--allow-empty")


def work(folder: Path, author: str, pick: random.Random) -> dict[str, str]:
    """Some decisions of one person; by claim, the last verdict they gave."""
    ledger = open_ledger(folder / "claims", author)
    last: dict[str, str] = {}
    for _ in range(pick.randint(1, 6)):
        claim = pick.choice(CLAIMS[:3])
        match pick.choice(("verdict", "verdict", "verdict", "note", "evidence", "undo", "select")):
            case "verdict":
                last[claim] = pick.choice(("true", "false", "unproven"))
                ledger.verdict(claim, last[claim])
            case "note":
                ledger.note(claim, "seen")
            case "evidence":
                ledger.evidence(claim, EVIDENCE)
            case "select":
                ledger.select(claim, pick.choice(("harm", "reach")))
            case "undo" if ledger.history(claim) and claim not in last:
                undoable = [e.id for e in ledger.history(claim) if e.id not in ledger.state().claims[claim].undone]
                if undoable:
                    ledger.undo(pick.choice(undoable))
                    last[claim] = ""  # what holds after an undo is not this test's to say
    return last


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("bare", [False, True], ids=["checkout", "bare"])
def test_branches_merge_without_a_conflict_and_lose_nothing(tmp_path: Path, bare: bool) -> None:
    listed = 0
    main = tmp_path / "desk"
    (main / "claims").mkdir(parents=True)
    git(main, "init", "-qb", "main")
    for number in range(rounds(100, 4)):
        pick = random.Random(number)
        if number % 20 == 0:
            for path in main.glob("claims/ferries/events/*"):
                path.unlink()  # a new round of twenty begins with an empty record
            work(main, "Amal", pick)
            commit(main)
        last = {}
        for branch, author in (("one", "Badr"), ("two", "Clea")):
            git(main, "checkout", "-qb", branch, "main")
            last[branch] = work(main, author, pick)
            commit(main)
        before = {line for b in ("one", "two") for line in git(main, "grep", "-h", "v", b, "--", "claims").splitlines()}
        if bare:
            tree = git(main, "merge-tree", "--write-tree", "one", "two").splitlines()[0]
            merged = git(main, "commit-tree", "-p", "one", "-p", "two", "-m", "merge", tree)
            git(main, "checkout", "-q", "main")
            git(main, "reset", "-q", "--hard", merged)
        else:
            git(main, "checkout", "-q", "one")
            git(main, "merge", "-q", "--no-edit", "two")
            git(main, "checkout", "-q", "main")
            git(main, "merge", "-q", "--ff-only", "one")
        git(main, "branch", "-D", "one", "two")
        after = [line for path in main.glob("claims/ferries/events/*.jsonl") for line in path.read_text().splitlines()]
        assert set(after) == before and len(after) == len(before)
        ledger = open_ledger(main / "claims")
        listed += check_conflicts(ledger, last["one"], last["two"])
        settle(ledger)
        commit(main)
    assert not [p for p in validate_workspace(main) if p.code[0] in "EG"]
    print(f"{listed} conflicts, all listed")


def check_conflicts(ledger: Ledger, one: dict[str, str], two: dict[str, str]) -> int:
    """Every claim on which both gave a different last verdict is listed; how many conflicts there are."""
    open_ones = {conflict.claim for conflict in ledger.state().conflicts if conflict.kind == "verdict"}
    for claim in one.keys() & two.keys():
        if one[claim] and two[claim] and one[claim] != two[claim]:
            assert claim in open_ones
            assert ledger.state().claims[claim].verdict is None
    return len(open_ones)


def settle(ledger: Ledger) -> None:
    for conflict in ledger.state().conflicts:
        ledger.resolve(conflict.claim, conflict.events[0].id)
    assert not ledger.state().conflicts
