"""The frozen record that the bundled notebooks run on: sound by every rule, and honest about what it is."""

from __future__ import annotations

from pathlib import Path

from factcheck.validate import validate_workspace
from factcheck.workspace import Workspace

ROOT = Path(__file__).parent.parent
RECORD = ROOT / "tests" / "record"
SEED = "vostochny-summit"


def frozen() -> Workspace:
    home = Workspace.open(ROOT)
    return Workspace(home.root, RECORD, home.config)


def test_no_rule_is_broken() -> None:
    problems = validate_workspace(ROOT, claims_dir=RECORD)
    assert [p for p in problems if p.severity == "error"] == []


def test_every_passage_stands_in_the_article_itself() -> None:
    workspace = frozen()
    text, states = workspace.article(SEED).text, workspace.state(SEED).claims.values()
    passages = [item["passage"] for state in states for item in state.evidence]
    assert len(passages) >= 4 and all(passage in text for passage in passages)


def test_nothing_in_it_is_concluded_and_it_is_labelled_an_example() -> None:
    workspace = frozen()
    statuses = {state.status for state in workspace.state(SEED).claims.values()}
    assert workspace.config.example and statuses <= {"new", "skipped", "selected", "in_progress", "in_review"}


def test_it_holds_what_the_notebooks_show() -> None:
    claims = [state for state in frozen().state(SEED).claims.values() if state.inherited_from is None]
    assert {state.verdict["verdict"] for state in claims if state.verdict} >= {"unproven", "misleading"}
    assert any(state.attribution for state in claims) and any(state.notes for state in claims)
    assert {state.triage["choice"] for state in claims if state.triage} == {"select", "skip"}
