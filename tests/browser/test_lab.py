"""In a real JupyterLab: the notebooks, a newcomer's path over two people, keys that stay in the widget, kernels that die."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import time
from contextlib import nullcontext
from pathlib import Path

import pytest
from laboratory import ADA, BASMA, ROOT, Desk, Lab, opened_desk, started_lab

HARBOUR = "harbour-spill"
RUNS = 30 if os.environ.get("FACTCHECK_PROVE") else 3


@pytest.fixture(scope="module")
def shared(browser, lab):
    """One check screen for the tests that only look at it or press keys."""
    for window in opened_desk(browser, lab):
        window.annotate(HARBOUR, name="shared", lang="en")
        yield window


def verdicts(lab):
    return [event for event in lab.events if event["kind"] == "verdict"]


# What each notebook is seen to draw. An SVG or canvas of Vega, or a part of a widget.
SHOWS = {
    "00_desk": [".fc-box[data-article]"],
    "01_extract": [".jp-RenderedHTMLCommon table.dataframe"],
    "02_annotate": [".jp-RenderedHTMLCommon table.dataframe", ".fc-text mark", ".fc-claim", ".fc-choice"],
    "03_compare": [".vega-embed :is(canvas, svg).marks"],
    "04_dashboard": [".vega-embed :is(canvas, svg).marks"],
}


@pytest.mark.parametrize("name", SHOWS)
def test_a_bundled_notebook_runs_and_draws(desk, name):
    page = desk.open(f"notebooks/{name}.ipynb", SHOWS[name][0])
    for selector in SHOWS[name]:
        page.wait_for_selector(selector, timeout=60_000)
    page.wait_for_function("window.jupyterapp.shell.currentWidget.sessionContext.kernelDisplayStatus === 'idle'")
    assert page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert "Error displaying widget" not in page.inner_text(".jp-Notebook")
    assert desk.errors == []
    if name == "02_annotate":
        give_a_verdict(desk)


def give_a_verdict(desk):
    """A verdict by mouse: on the disk when the screen says so; the article runs from the right."""
    page, before = desk.page, len(verdicts(desk.lab))
    page.click(".fc-claim >> nth=1")
    claim = page.get_attribute(".fc-claim[aria-selected=true]", "data-claim")
    page.click(".fc-choice[data-verdict=misleading]")
    page.wait_for_selector(".fc-claim[aria-selected=true] [data-verdict=misleading]")
    desk.saved()
    (event,) = verdicts(desk.lab)[before:]
    assert (event["claim"], event["data"]["verdict"], event["by"]) == (claim, "misleading", ADA)
    assert page.evaluate("getComputedStyle(document.querySelector('.fc-text')).direction") == "rtl"


def fill(page, kind, **values):
    for name, value in values.items():
        control = page.locator(f"[data-kind='{kind}'] [name={name}]")
        if control.evaluate("node => node.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.evaluate("node => { const fold = node.closest('details.fc-more'); if (fold) fold.open = true; }")
            control.fill(value)


def send(desk, kind):
    desk.page.click(f"[data-kind='{kind}'] button[type=submit]")
    desk.page.wait_for_selector(f"[data-kind='{kind}'][data-busy]", state="detached")
    desk.saved()
    assert desk.page.locator(f"[data-kind='{kind}'] .fc-error:visible").count() == 0


def test_from_the_desk_to_an_approval_by_a_second_person(desk):
    """The newcomer's path: select, restate, verdict, source, contact, review; then somebody else approves."""
    lab, page = desk.lab, desk.page
    start = {event["id"] for event in lab.events}
    cell = "from factcheck import Workspace\nWorkspace.open().desk(lang='en')"
    desk.open(lab.notebook("path", cell), ".fc-box")
    row = page.locator(f"[data-article={HARBOUR}] li[data-claim]", has_text="was fined $350,000").first
    claim = row.get_attribute("data-claim")
    row.locator("[data-act=select]").click()
    page.click("[data-box=mine] .fc-link")
    page.wait_for_selector(".fc-choice")
    page.evaluate("document.querySelectorAll('.fc-panel details').forEach(d => d.open = true)")
    fill(page, "restate", text="Northgate Terminals was fined 350,000 dollars in 2019 after a leak at Kestrel Quay.")
    send(desk, "restate")
    page.click(".fc-choice[data-verdict=true]")
    page.wait_for_selector(".fc-choice[data-verdict=true][aria-checked=true]")
    fill(page, "evidence", source="Court register", url="https://example.org/2019", stance="supports", passage="fined $350,000",
         sole="The court alone keeps it.", archived_url="https://example.org/archive")  # fmt: skip
    send(desk, "evidence")
    fill(page, "contact", who="Northgate Terminals", role="claimant", outcome="replied", reply="No comment.")
    send(desk, "contact")
    fill(page, "review.request", to=BASMA)
    send(desk, "review.request")
    page.keyboard.press("Escape")
    page.wait_for_selector(".fc-claim[aria-selected=true] [data-status=in_review]")

    other = f"import os\nos.environ['FACTCHECK_AUTHOR'] = {BASMA!r}"
    annotate = f"from factcheck import Workspace\nWorkspace.open().annotate({HARBOUR!r}, lang='en')"
    desk.open(lab.notebook("second", other, annotate))
    page.select_option(".fc-queue", "review")
    page.click(f".fc-claim[data-claim={claim}]")
    page.wait_for_selector("[data-kind=review] button[type=submit]")
    page.click("[data-kind=review] button[type=submit]")
    page.wait_for_selector(".fc-head [data-status=approved]")
    page.focus(".fc")
    page.keyboard.press("Control+z")
    page.wait_for_selector(".fc-head [data-status=in_review]")
    page.keyboard.press("Control+Shift+z")
    page.wait_for_selector(".fc-head [data-status=approved]")
    new = [event for event in lab.events if event["id"] not in start and event["article"] == HARBOUR]
    by = [(event["kind"], event["by"]) for event in sorted(new, key=lambda event: event["at"])]
    assert by == [
        ("triage", ADA), ("restate", ADA), ("verdict", ADA), ("evidence", ADA), ("contact", ADA), ("review.request", ADA),
        ("review", BASMA), ("undo", BASMA), ("undo", BASMA),
    ]  # fmt: skip


LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789,./;'[]-="
ARABIC = dict(zip("abcdefghijklmnopqrstuvwxyz", "شﻻؤيثبلاهتنمةىخحضقسفعرصءغئ", strict=True))


@pytest.mark.parametrize("layout", ["latin", "arabic"])
def test_no_key_leaks_from_the_widget_into_the_notebook(shared, layout):
    page, before = shared.page, shared.cells()
    keyboard = page.context.new_cdp_session(page)
    page.focus(".fc")
    for sign in LETTERS + "ddaabbzz" + "x" * 2:
        if not page.evaluate("document.activeElement.closest('.fc') !== null"):
            page.focus(".fc")
        key = ARABIC.get(sign, sign) if layout == "arabic" else sign
        code = f"Key{sign.upper()}" if sign.isalpha() else f"Digit{sign}" if sign.isdigit() else ""
        for kind in ("keyDown", "keyUp"):
            keyboard.send(
                "Input.dispatchKeyEvent",
                {"type": kind, "key": key, "code": code, "text": key if kind == "keyDown" else ""},
            )
        if page.evaluate("document.activeElement.matches('input, textarea, select')"):
            page.keyboard.press("Escape")
            page.focus(".fc")
    for chord in (
        "Control+z",
        "Control+Shift+z",
        "Control+Enter",
        "Control+y",
        "ArrowUp",
        "ArrowDown",
        "Enter",
        "Space",
        "Delete",
    ):
        page.focus(".fc")
        page.keyboard.press(chord)
    page.wait_for_timeout(300)
    assert shared.cells() == before
    assert page.evaluate("window.jupyterapp.shell.currentWidget.content.activeCellIndex") >= 0
    assert page.locator(".fc-claim").count() > 0


def test_escape_leads_from_the_field_to_the_widget_to_the_notebook_and_there_keys_are_its_own(shared):
    page, before = shared.page, shared.cells()
    page.focus(".fc")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.matches('.fc textarea')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.fc')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('.fc')") is None
    page.keyboard.press("b")
    page.wait_for_timeout(300)
    assert len(shared.cells()) == len(before) + 1


def test_after_a_reload_and_in_two_notebooks_at_once_nothing_is_lost(desk):
    page, lab = desk.page, desk.lab
    earlier = {event["id"] for event in verdicts(lab)}  # other tests may have judged the claim before
    desk.annotate(HARBOUR, name="one", lang="en")
    page.click(".fc-claim >> nth=5")
    claim = page.get_attribute(".fc-claim[aria-selected=true]", "data-claim")
    page.click(".fc-choice[data-verdict=true]")
    page.wait_for_selector(".fc-claim[aria-selected=true] [data-verdict=true]")
    window = desk.page.context.new_page()
    second = Desk(window, lab)
    second.annotate(HARBOUR, name="two", before=f"import os\nos.environ['FACTCHECK_AUTHOR'] = {BASMA!r}", lang="en")
    window.click(f".fc-claim[data-claim={claim}]")
    window.wait_for_selector(f".fc-claim[data-claim={claim}] [data-verdict=true]")
    # Both decide on what they see, neither having seen the other's decision.
    page.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden' })")
    page.wait_for_timeout(2_000)  # a look at the disk that was under way has ended; a hidden page begins no other
    window.click(".fc-choice[data-verdict=false]")
    window.wait_for_selector(".fc-choice[data-verdict=false][aria-checked=true]")
    page.click(".fc-choice[data-verdict=unproven]")
    page.wait_for_selector(".fc-rival")
    events = [event for event in verdicts(lab) if event["id"] not in earlier]
    given = {(event["claim"], event["by"], event["data"]["verdict"]) for event in events}
    assert given == {(claim, ADA, "true"), (claim, BASMA, "false"), (claim, ADA, "unproven")}
    window.close()
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.reload()
    desk.run_all()
    page.wait_for_selector(".fc-claim")
    page.click(f".fc-claim[data-claim={claim}]")
    page.wait_for_selector(".fc-rival")


def test_a_kernel_killed_at_any_moment_loses_nothing_that_was_acknowledged(desk):
    """Verdicts in quick succession, SIGKILL in between; what was acknowledged is there after the cell is run again."""
    page, rng = desk.page, random.Random(7)
    desk.annotate(HARBOUR, name="kill", lang="en")
    for run in range(RUNS):
        if run == 0:
            page.focus(".fc")
            page.keyboard.press("e")
            page.keyboard.type("not yet saved")
        asked = page.evaluate(
            """([count]) => {
          window.acknowledged = [];
          const seen = new MutationObserver(() => {
            const row = document.querySelector('.fc-claim[aria-selected=true]');
            const given = row?.querySelector('[data-verdict]').dataset.verdict;
            if (row && given !== 'none') window.acknowledged.push([row.dataset.claim, given]);
          });
          seen.observe(document.querySelector('.fc-list'), { subtree: true, childList: true });
          const choices = ['true', 'false', 'unproven', 'misleading'];
          for (let i = 0; i < count; i++) setTimeout(() => {
            document.querySelector(`.fc-choice[data-verdict=${choices[i % 4]}]`)?.click();
          }, i * 60);
          return count;
        }""",
            [20],
        )
        assert asked == 20
        time.sleep(rng.uniform(0.05, 1.0))
        # In the second run nothing is sent after the end, and the server is held, so that nobody knows yet that the kernel
        # is gone: its word for it would otherwise open in the middle of the typing and take the keys.
        with desk.lab.held() if run == 1 else nullcontext():
            kill_kernel(desk)
            page.wait_for_timeout(300)
            acknowledged = page.evaluate("window.acknowledged")
            on_disk = {(event["claim"], event["data"]["verdict"]) for event in verdicts(desk.lab)}
            assert {tuple(one) for one in acknowledged} <= on_disk, f"run {run}"
            if run == 0:
                send_into_the_void(page)
            if run == 1:
                page.focus(".fc")
                page.keyboard.press("e")
                page.keyboard.type("typed after the end")
        recover(desk)
        if run == 0:
            page.wait_for_selector(".fc-offer:visible")
            page.click("[data-section=note] > summary")
            assert page.locator("[data-kind=note] textarea").input_value() == ""
            page.click("[data-act=show-draft]")
            assert page.locator("[data-kind=note] textarea").input_value() == "not yet saved"
            page.click("[data-kind=note] button[type=submit]")
            page.wait_for_selector("[data-section=note] .fc-entries li")
        if run == 1:
            page.click("[data-act=show-draft]")
            assert page.locator("[data-kind=note] textarea").input_value() == "typed after the end"
            page.evaluate("document.querySelector('[data-kind=note]').requestSubmit()")
            page.wait_for_selector("[data-section=note] .fc-entries li:nth-child(2)")


def send_into_the_void(page):
    """A note sent to a dead kernel, typed while verdicts redrew the panel: the banner appears, the words stay."""
    page.evaluate("document.querySelector('[data-kind=note]').requestSubmit()")
    page.wait_for_selector(".fc-banner:visible")
    assert page.locator("[data-kind=note] textarea").get_attribute("readonly") is not None
    assert page.locator("[data-kind=note] textarea").input_value() == "not yet saved"


def kill_kernel(desk):
    """SIGKILL to the kernel of the page's notebook, found by the connection file that bears its id."""
    found = desk.page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.id")
    listed = subprocess.run(
        ["pgrep", "-f", f"kernel-{found}"], capture_output=True, text=True, check=False
    ).stdout.split()
    assert listed, "the kernel's process was not found"
    for pid in listed:
        os.kill(int(pid), signal.SIGKILL)


def recover(desk):
    """Acknowledge JupyterLab's word that the server started the kernel anew, and run the cells again."""
    page = desk.page
    page.click(".jp-Dialog .jp-mod-accept", timeout=30_000)
    page.wait_for_function("window.jupyterapp.shell.currentWidget.sessionContext.kernelDisplayStatus === 'idle'")
    page.evaluate("window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    page.wait_for_selector(".fc", state="detached")
    desk.run_all()
    page.wait_for_selector(".fc-claim", timeout=60_000)


def test_giving_verdicts_leaves_the_notebook_file_without_widget_state(shared):
    shared.page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    shared.page.wait_for_timeout(500)
    kept = json.loads((shared.lab.root / "notebooks" / "shared.ipynb").read_text("utf-8"))
    assert kept["cells"][1]["outputs"]
    assert "widgets" not in kept["metadata"]
    assert "Kestrel" not in json.dumps(kept)


def test_the_dark_theme_is_followed(shared):
    page = shared.page
    colour = "getComputedStyle(document.querySelector('.fc')).backgroundColor"
    light = page.evaluate(colour)
    page.evaluate("window.jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Dark' })")
    page.wait_for_function(f"{colour} !== {light!r}")
    page.evaluate("window.jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Light' })")
    page.wait_for_function(f"{colour} === {light!r}")


def test_make_lab_opens_jupyterlab_on_the_workspace(tmp_path, browser):
    """`factcheck lab` stands for `make lab`: it starts JupyterLab on the folder, and ends with its process group."""
    root = tmp_path / "w"
    root.mkdir()
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "factcheck.toml", root)
    with started_lab(tmp_path, root, through_command_line=True) as lab:
        assert isinstance(lab, Lab)
        for window in opened_desk(browser, lab):
            window.page.goto(f"{lab.url}lab/tree/notebooks?token={lab.token}")
            window.page.wait_for_selector(".jp-DirListing-item >> text=02_annotate.ipynb", timeout=60_000)
    assert Path(root / "data").is_dir()
