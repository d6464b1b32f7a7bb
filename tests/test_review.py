"""The editor's queue: what a decision rests on, and a decision that binds what was seen."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pages import closed_browser
from payloads import PAYLOADS
from test_report import ATTACKS

from factcheck.evidence import Evidence
from factcheck.widgets.review import EditorQueue
from factcheck.workspace import Workspace, init_workspace

TEXT = (
    "The harbour office said that two ferries sank on Monday.\n\nThe owner denied that the boats were old.\n\n"
    "The coast guard said that three ferries sank on Monday.\n"
)
SOURCES = (
    Evidence("Register of ships", "Both were lost.", "supports", "primary", archived_url="https://archive.example/1",
             publisher="Register"),
    Evidence("Pilot", "Both went down.", "supports", "secondary", digest="ab" * 32, publisher="Interview"),
)  # fmt: skip


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Workspace, str]:
    """A workspace with one claim sent to the editor by Amal, looked at by Basem."""
    workspace = init_workspace(tmp_path / "room")
    (workspace.data_dir / "ferries.txt").write_text(TEXT, "utf-8")
    monkeypatch.setenv("FACTCHECK_AUTHOR", "Basem")
    monkeypatch.delenv("FACTCHECK_CLAIMS_DIR", raising=False)
    workspace.extract("ferries")
    ledger = workspace.ledger("ferries", "Amal")
    claim = ledger.add_claim(29, 54, "indirect_speech", text="The harbour office said that two ferries sank.").claim
    assert claim is not None
    ledger.select(claim, "harm")
    ledger.restate(claim, "The harbour office says two ferries sank.")
    for source in SOURCES:
        ledger.evidence(claim, source)
    ledger.contact(claim, "Press office", role="claimant", outcome="declined")
    ledger.ask(claim, "Dana", "Is there a recording?")
    ledger.verdict(claim, "true")
    ledger.summary(claim, "Two sank.")
    ledger.request_review(claim)
    return workspace, claim


def test_a_row_holds_what_a_decision_rests_on(newsroom: tuple[Workspace, str]) -> None:
    workspace, claim = newsroom
    (row,) = EditorQueue(workspace, "en").snapshot()
    assert row["claim"] == claim and row["verdict"] == "true" and row["bottom_line"] == "Two sank."
    assert row["sentence"] == "The harbour office says two ferries sank."
    assert row["sources"] == {"primary": 1, "secondary": 1} and row["contacts"] == ["declined"]
    assert row["questions"] == ["Is there a recording?"] and row["changes"]["evidence"] == 2 and row["missing"] == []


def test_approve_stands_in_the_record_and_empties_the_queue(newsroom: tuple[Workspace, str]) -> None:
    workspace, claim = newsroom
    queue = EditorQueue(workspace, "en")
    reply = decide(queue, "approve")
    assert reply["ok"] and reply["queue"] == []
    assert workspace.state("ferries").claims[claim].status == "approved"


def test_return_needs_a_comment(newsroom: tuple[Workspace, str]) -> None:
    workspace, claim = newsroom
    queue = EditorQueue(workspace, "en")
    assert not decide(queue, "return")["ok"]
    assert decide(queue, "return", comment="Name the second ferry.")["ok"]
    review = workspace.state("ferries").claims[claim].review
    assert review is not None and review.decision == "return" and review.comment == "Name the second ferry."


def test_a_decision_on_what_has_changed_since_is_refused(newsroom: tuple[Workspace, str]) -> None:
    workspace, claim = newsroom
    queue = EditorQueue(workspace, "en")
    seen = queue.snapshot()[0]["seen"]
    workspace.ledger("ferries", "Amal").verdict(claim, "false")
    reply = decide(queue, "approve", seen=seen)
    assert not reply["ok"] and "changed" in reply["message"]
    assert workspace.state("ferries").claims[claim].status == "in_review"


def test_what_changed_counts_from_the_editors_own_last_word(newsroom: tuple[Workspace, str]) -> None:
    workspace, claim = newsroom
    workspace.ledger("ferries", "Basem").note(claim, "x")
    workspace.ledger("ferries", "Amal").evidence(claim, SOURCES[0])
    assert EditorQueue(workspace, "en").snapshot()[0]["changes"] == {"evidence": 1}


COMMANDS = (
    None,
    [],
    {},
    {"cmd": "x"},
    {"cmd": "decide"},
    {"cmd": "decide", "args": {"article": 1}},
    {"cmd": "decide", "args": {"article": "../x", "claim": "c"}},
    {"cmd": "decide", "args": {"article": "ferries", "claim": "c", "decision": "x"}},
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_nobody_knows_is_refused_and_writes_nothing(newsroom: tuple[Workspace, str], command: Any) -> None:
    workspace, _ = newsroom
    before = len(workspace.state("ferries").events)
    reply = EditorQueue(workspace, "en").handle_command(command)
    assert not reply["ok"] and json.dumps(reply)
    assert len(workspace.state("ferries").events) == before


def test_the_queue_has_a_stable_repr(newsroom: tuple[Workspace, str]) -> None:
    assert repr(EditorQueue(newsroom[0], "en")) == "EditorQueue(waiting=1)"


@pytest.mark.browser
def test_the_served_dashboard_draws_offline_and_decides_from_the_page(newsroom: tuple[Workspace, str]) -> None:
    workspace, claim = newsroom
    ledger, planted = workspace.ledger("ferries", "Amal"), " ".join((*ATTACKS, *PAYLOADS))
    ledger.restate(claim, f"Two ferries sank. {planted}")
    ledger.summary(claim, planted)
    ledger.request_review(claim, planted)
    denial = next(one.id for one in workspace.claims("ferries") if one.denied)
    ledger.select(denial, "harm")
    ledger.restate(denial, "The owner denies that the boats were old.")
    ledger.verdict(denial, "unproven", searched="the register")
    ledger.request_review(denial)
    with board(workspace, "ar") as page:
        assert page.locator("text=Javascript Error").count() == 0
        assert page.evaluate("window.pwned") is None and page.locator(".fc-queue img, .fc-queue script").count() == 0
        charts = page.locator(".vega-embed svg.marks")
        assert blank_charts(page) == 0

        assert page.locator(".fc-queue").get_attribute("dir") == "rtl"
        card = page.locator(f".fc-queue [data-claim='{claim}']")
        words = card.inner_text()
        for said in ("صحيح", "Two ferries sank.", "Is there a recording?", "أصلي: 1", "ثانوي: 1", "\nمصدر: 2"):
            assert said in words, said

        linked = charts.last
        rows = linked.locator("text", has_text=re.compile("·"))
        assert rows.count() == 4  # three found, one added by hand
        linked.locator("path[aria-roledescription=bar][aria-label*='غير مُثبت']").first.click()
        page.wait_for_function(
            "[...[...document.querySelectorAll('.vega-embed svg.marks')].pop().querySelectorAll('text')]"
            ".filter(one => one.textContent.includes('·')).length === 1"
        )

        sent_back = page.locator(f".fc-queue [data-claim='{denial}']")
        sent_back.locator("button[data-act=return]").click()
        page.wait_for_selector(".fc-queue .fc-error")  # no comment yet
        sent_back.locator("textarea").fill("اذكر السجل الذي بحثت فيه.")
        sent_back.locator("button[data-act=return]").click()
        page.wait_for_function("document.querySelectorAll('.fc-queue article').length === 1")
        card.locator("button[data-act=approve]").click()
        page.wait_for_selector(".fc-queue .fc-empty")
        outside = [one for one in page.noticed if not one.startswith("console warning")]
        assert outside == []
    states = workspace.state("ferries").claims
    assert states[claim].status == "approved"
    returned = states[denial].review
    assert returned is not None and (returned.decision, returned.by) == ("return", "Basem")
    assert returned.comment == "اذكر السجل الذي بحثت فيه."


@pytest.mark.browser
def test_the_served_dashboard_in_english_draws_every_chart_and_approves_by_keyboard_alone(
    newsroom: tuple[Workspace, str],
) -> None:
    workspace, claim = newsroom
    with board(workspace, "en") as page:
        assert blank_charts(page) == 0
        nothing = page.locator(".vega-embed text", has_text="Nothing to show yet")
        assert nothing.count() == 1  # the agreement: one person judged alone
        assert page.locator(".vega-embed text", has_text="two ferries sank").count() > 0
        assert page.locator(".fc-queue").get_attribute("dir") == "ltr"
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.dataset.act") == "approve":
                break
        page.keyboard.press("Enter")
        page.wait_for_selector(".fc-queue .fc-empty")
        assert [one for one in page.noticed if not one.startswith("console warning")] == []
    assert workspace.state("ferries").claims[claim].status == "approved"


@contextmanager
def board(workspace: Workspace, lang: str) -> Iterator[Any]:
    """The served dashboard in a closed browser, its queue and its thirteen charts drawn."""
    with closed_browser(offline=False) as page, served(workspace, lang) as address:
        page.set_viewport_size({"width": 1300, "height": 1000})
        page.goto(address, timeout=120_000)
        page.wait_for_selector(".fc-queue article", timeout=120_000)
        page.wait_for_function("document.querySelectorAll('.vega-embed svg.marks').length >= 13", timeout=60_000)
        keep_picture(page, f"served-{lang}")
        yield page


def blank_charts(page: Any) -> int:
    """How many of the page's charts have no height, no mark or no word."""
    blank = "e => e.getBoundingClientRect().height < 40 || !e.querySelector('path') || !e.querySelector('text')"
    charts = page.locator(".vega-embed svg.marks")
    return sum(bool(charts.nth(i).evaluate(blank)) for i in range(charts.count()))


def keep_picture(page: Any, name: str) -> None:
    """A picture of the whole page in the folder that FACTCHECK_PICTURES names, to be looked at."""
    if folder := os.environ.get("FACTCHECK_PICTURES"):
        tall = page.evaluate("Math.max(...[...document.querySelectorAll('*')].map(one => one.scrollHeight))")
        page.set_viewport_size({"width": 1300, "height": min(tall + 100, 15_000)})  # the page scrolls within itself
        page.screenshot(path=str(Path(folder) / f"{name}.png"))
        page.set_viewport_size({"width": 1300, "height": 1000})


def decide(queue: EditorQueue, decision: str, comment: str = "", seen: str | None = None) -> dict[str, Any]:
    row = queue.snapshot()[0]
    args = {"article": row["article"], "claim": row["claim"], "decision": decision, "comment": comment}
    return queue.handle_command({"cmd": "decide", "cmd_id": "1", "args": {**args, "seen": seen or row["seen"]}})


@contextmanager
def served(workspace: Workspace, lang: str = "en") -> Iterator[str]:
    """`factcheck dashboard` in a process group of its own, ended with its kernels; the address of the page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "factcheck", "dashboard", f"--port={port}", "--no-browser", f"--lang={lang}"]
    log = (workspace.root / "served.log").open("w")
    process = subprocess.Popen(command, cwd=workspace.root, start_new_session=True, stdout=log, stderr=log)
    try:
        for _ in range(240):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, (workspace.root / "served.log").read_text()
            time.sleep(0.25)
        yield f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)
        log.close()
