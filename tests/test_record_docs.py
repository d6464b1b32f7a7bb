"""The pages about the record cannot lie: the table of statuses is run, kinds and rules are compared with the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from ledgers import EVIDENCE, claims_of, open_ledger, ready

from factcheck.events.kinds import KINDS
from factcheck.ledger import Checks
from factcheck.validate import RULES
from factcheck.verdict import STATUSES

DOCS = Path(__file__).parent.parent / "docs"
RECORD = (DOCS / "record.md").read_text("utf-8")
CLAIM = claims_of()[0].id
ROWS = re.findall(r"^\| (nothing|`[^|]+) \| `(\w+)` \|$", RECORD, re.M)


class Desk:
    """Does what the words of the table say, each as a new session that has read everything before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.last = ""
        self.check: str | None = None

    def do(self, word: str) -> None:
        ledger = open_ledger(self.folder, "Editor" if word in ("approve", "return") else "Amal")
        steps = {
            "note": lambda: ledger.note(CLAIM, "Seen."),
            "select": lambda: ledger.select(CLAIM, "harm"),
            "skip": lambda: ledger.skip(CLAIM, "trivial"),
            "reject": lambda: ledger.reject_claim(CLAIM, "Half a sentence."),
            "restate": lambda: ledger.restate(CLAIM, "Two ferries sank."),
            "verdict": lambda: ledger.verdict(CLAIM, "false"),
            "evidence": lambda: ledger.evidence(CLAIM, EVIDENCE),
            "ask": lambda: ledger.ask(CLAIM, "Badr", "Is this the same ship?"),
            "contact waiting": lambda: ledger.contact(CLAIM, "Press office", role="claimant", outcome="waiting"),
            "contact replied": lambda: ledger.contact(CLAIM, "Press office", role="claimant", outcome="replied"),
            "request": lambda: ledger.request_review(CLAIM),
            "approve": lambda: ledger.approve(CLAIM),
            "return": lambda: ledger.return_(CLAIM, "One more source."),
            "undo": lambda: ledger.undo(self.last),
        }
        if word == "ready":
            ready(ledger, CLAIM)
        elif word in steps:
            self.last = steps[word]().id
        else:
            self.after(word)

    def after(self, word: str) -> None:
        checks = Checks(self.folder, author="Editor", states=lambda _: open_ledger(self.folder).state())
        if self.check is None:
            self.check = checks.new("Did two ferries sink?", [("ferries", CLAIM)]).check or ""
            checks.edit(self.check, bottom_line="Yes.")
        data = {"publish": {}, "recheck": {"on": "2027-01-01"}}.get(word, {"text": "What is new."})
        checks.append(word, data, self.check)


def test_the_table_has_every_status() -> None:
    assert {status for _, status in ROWS} == set(STATUSES) and len(ROWS) == 30


@pytest.mark.parametrize(("done", "status"), ROWS)
def test_what_is_done_gives_the_status_that_the_table_says(tmp_path: Path, done: str, status: str) -> None:
    desk = Desk(tmp_path)
    for word in re.findall(r"`([^`]+)`", done):
        desk.do(word)
    assert open_ledger(tmp_path).state().claims[CLAIM].status == status


def test_the_table_of_kinds_is_that_of_the_code() -> None:
    rows = re.findall(
        r"^\| `([\w.]+)` \| (register|set)(?: by (\w+))? \| ([\w, ]+) \| (yes|no) \| (.+) \|$", RECORD, re.M
    )
    told = {
        name: (sort, slot or None, tuple(on.split(", ")), shown == "yes", fields.replace("*", "").split(", "))
        for name, sort, slot, on, shown, fields in rows
    }
    assert told == {name: (k.sort, k.slot, k.on, k.public, list(k.fields)) for name, k in KINDS.items()}


def test_every_rule_has_its_place_in_the_page_with_what_it_asks_and_the_remedy() -> None:
    page = (DOCS / "rules.md").read_text("utf-8")
    sections = dict(re.findall(r"^### (\w+)\n\n(.*?)(?=^##|\Z)", page, re.M | re.S))
    assert list(sections) and set(sections) == set(RULES)
    for code, rule in RULES.items():
        asks, why, remedy = (part for part in sections[code].strip().split("\n\n"))
        assert asks.startswith(f"**{rule.asks}** ({rule.severity}") and remedy == f"Remedy: {rule.remedy}"
        assert len(why) > 15


def test_what_a_newsroom_copies_runs_the_commands_there_are() -> None:
    workflow = yaml.safe_load((DOCS / "newsroom/factcheck.yml").read_text("utf-8"))
    runs = " ; ".join(step.get("run", "") for step in workflow["jobs"]["record"]["steps"])
    assert "factcheck validate --against" in runs and "factcheck diff" in runs and "--nbval-lax" in runs
    hooks = yaml.safe_load((DOCS / "newsroom/pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    assert hooks[0]["entry"] == "factcheck validate --against HEAD"
