"""From a claim to a published page by the command line alone, and every refusal on the way."""

from __future__ import annotations

import hashlib
import json

import pytest

from factcheck.cli import main
from factcheck.workspace import Workspace

ARTICLE = "harbour-spill"
PAGE = ["--url", "https://example.org/log", "--archived-url", "https://example.org/archive/log"]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    return int(end.value.code or 0)


@pytest.fixture
def claim(desk: Workspace) -> str:
    return next(c.id for c in desk.claims(ARTICLE) if "60,000" in c.exact and c.claimant != "article")


def prepare(claim: str) -> None:
    """Everything the rules of the desk ask before approval."""
    assert run("select", claim, "--reason", "harm") == 0
    assert run("restate", claim, "The port authority says more than 60,000 litres were lost.") == 0
    for source, kind in (("Tank log", "primary"), ("Insurer's survey", "secondary")):
        stance = ["--stance", "supports", "--type", kind, "--passage", "61,300 l lost", "--accessed", "2024-03-14"]
        assert run("evidence", "add", claim, "--source", source, *stance, *PAGE) == 0
    asked = ["--who", "Marlow Port Authority", "--role", "claimant", "--channel", "letter", "--asked", "The log?"]
    assert run("contact", claim, *asked, "--outcome", "replied", "--reply", "We stand by it.") == 0
    assert run("verdict", claim, "true") == 0
    assert run("review", claim, "request") == 0


def test_a_check_is_published_when_every_rule_is_kept(
    desk: Workspace, claim: str, capfd: pytest.CaptureFixture[str]
) -> None:
    prepare(claim)
    assert run("check", "new", "How much diesel was lost", claim[:10], "--id", "diesel") == 0
    texts = ["--bottom-line", "The log supports the authority.", "--how-we-checked", "We read the tank log."]
    assert run("check", "edit", "diesel", *texts, "--lang", "en") == 0
    capfd.readouterr()
    publish = ["publish", "diesel", "--out", "public", "--publisher", "The Desk", "--url", "https://example.org/diesel"]
    assert run(*publish) == 2
    assert "not approved" in capfd.readouterr().err and not (desk.root / "public/diesel.html").exists()
    assert run("review", claim, "approve") == 2, "the author of the verdict is not a second person"
    assert run("note", claim, "INTERNAL-WORDS") == 0
    assert run("review", claim, "approve", "--author", "Second Person") == 0
    assert run(*publish) == 0
    page = (desk.root / "public/diesel.html").read_bytes()
    assert b"INTERNAL-WORDS" not in page and b"ClaimReview" in page
    capfd.readouterr()
    assert run("check", "show", "diesel", "--format", "json") == 0
    (shown,) = json.loads(capfd.readouterr().out)
    assert shown["status"] == "published"
    assert shown["publications"][0]["digest"] == hashlib.sha256(page).hexdigest()
    assert run("claims", ARTICLE, "--status", "published", "--format", "ids") == 0
    assert capfd.readouterr().out.split() == [claim]
    assert run("validate") == 0, capfd.readouterr().out


def test_evidence_after_approval_sends_the_claim_back_to_review(desk: Workspace, claim: str) -> None:
    prepare(claim)
    assert run("review", claim, "approve", "--author", "Second Person") == 0
    assert desk.state(ARTICLE).claims[claim].status == "approved"
    late = ["--source", "A late log", "--passage", "12,000 l", "--stance", "refutes", *PAGE]
    assert run("evidence", "add", claim, *late) == 0
    assert desk.state(ARTICLE).claims[claim].status == "in_review"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["publish", "nothing", "--out", "public", "--publisher", "x"], "There is no check 'nothing'"),
        (["publish", "empty", "--out", "public"], "publisher"),
        (["publish", "empty", "--out", "public", "--publisher", "x"], "C102"),
        (["check", "show", "nothing"], "There is no check 'nothing'"),
        (["check", "new", "Again", "--id", "empty"], "There is a check 'empty' already"),
        (["check", "new", "Odd", "--id", "Two Words"], "is no id for a check"),
        (["check", "edit", "empty"], "nothing to write"),
        (["check", "add", "empty", "c00000000"], "names no claim"),
    ],
)
def test_what_cannot_be_done_to_a_check_is_said(
    desk: Workspace, capfd: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert run("check", "new", "Empty", "--id", "empty") == 0
    before = {p: p.read_bytes() for p in desk.root.rglob("*") if p.is_file()}
    assert run(*arguments) == 2
    assert says in capfd.readouterr().err
    assert {p: p.read_bytes() for p in desk.root.rglob("*") if p.is_file()} == before
