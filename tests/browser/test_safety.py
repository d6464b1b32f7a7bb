"""Articles are hostile input: nothing planted in a text, a name, a note or an address runs or becomes markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli_w
from laboratory import ADA
from payloads import PAYLOADS

from factcheck.evidence import Evidence
from factcheck.widgets import annotate, assets
from factcheck.widgets.annotate import ClaimAnnotator
from factcheck.widgets.desk import Desk
from factcheck.workspace import Workspace

STATIC = Path(annotate.__file__).with_name("static")


def planted(workspace):
    """An article whose every line, name and address is a payload, with a record to match."""
    lines = [
        f"The mayor said on Monday that {n} people saw {payload} in town." for n, payload in enumerate(PAYLOADS, 2)
    ]
    (workspace.data_dir / "planted.txt").write_text("\n".join([PAYLOADS[0], *lines]), "utf-8")
    declared = {"outlet": PAYLOADS[1], "author": PAYLOADS[2], "url": "javascript:window.pwned=1", "lang": "en"}
    (workspace.data_dir / "planted.toml").write_text(tomli_w.dumps(declared), "utf-8")
    ledger = workspace.ledger("planted")
    claims = list(ledger.state().claims)
    for claim, payload in zip(claims * 3, PAYLOADS, strict=False):
        ledger.restate(claim, payload)
        ledger.note(claim, payload)
        ledger.contact(
            claim, payload, asked=payload, reply=payload, channel=payload, when="2024-01-01", outcome="replied"
        )
        ledger.evidence(
            claim, Evidence(source=payload, passage=payload, stance="supports", publisher=payload, interest=payload)
        )
        ledger.ask(claim, payload, payload)
        ledger.media(claim, payload, found=payload)
    return claims


def test_the_corpus_is_large_enough():
    assert len(set(PAYLOADS)) >= 50


def test_nothing_planted_runs_or_becomes_markup_on_the_check_screen(plain, workspace):
    claims = planted(workspace)
    page = plain.mount(ClaimAnnotator(workspace, "planted", lang="en"))
    assert len(claims) >= 30
    seen = 0
    for n in range(0, len(claims), 3):
        page.evaluate("n => document.querySelector('.fc-list').scrollTop = n * 92", n)
        page.wait_for_timeout(20)
        row = page.query_selector(f".fc-claim[aria-posinset='{n + 1}']")
        if row:
            row.click()
            page.evaluate("document.querySelectorAll('.fc-panel details').forEach(d => d.open = true)")
            look(page)
            seen += 1
    assert plain.dialogs == [] and seen > 10


def test_nothing_planted_runs_or_becomes_markup_on_the_desk(plain, workspace):
    planted(workspace)
    page = plain.mount(Desk(workspace, lang="en"), ".fc-box")
    look(page)
    assert plain.dialogs == []


# Tables as a notebook shows them, and charts with a payload wherever a chart has words; then the same as CSV.
NOTEBOOK = """
from IPython.display import display
from factcheck import Workspace, charts
from factcheck.table import evidence_table
import pandas as pd
pd.set_option("display.max_rows", None, "display.max_colwidth", None)
workspace = Workspace.open()
article, state = workspace.article("planted"), workspace.state("planted")
claims, evidence = workspace.claims_table("planted"), evidence_table(state, article)
claims["claimant"] = claims["voice"] = claims["speaker"] = list(claims["sentence"])
claims["verdict"], claims["mode"] = "true", "indirect_speech"
evidence["publisher"] = evidence["source"]
display(claims, evidence)
for draw in (charts.claimants_chart, charts.matrix_chart, charts.verdicts_chart, charts.coverage_chart, charts.linked_chart):
    display(draw(claims, "en"))
display(charts.sources_chart(evidence, "en"))
claims.to_csv(workspace.root / "notebooks" / "planted.csv")
print("all", "shown")
"""
SEEN = """() => ({
  pwned: window.pwned,
  text: document.querySelector('.jp-Notebook').textContent,
  charts: document.querySelectorAll('.vega-embed svg.marks').length,
  tags: document.querySelectorAll('.jp-OutputArea-output :is(script, img, iframe, video, object, embed, base, link, meta, marquee, math)').length,
  handlers: [...document.querySelectorAll('.jp-OutputArea-output *')].filter(n => [...n.attributes].some(a => a.name.startsWith('on'))).length,
  links: document.querySelectorAll('.jp-OutputArea-output a[href^=javascript]').length,
})"""


def test_nothing_planted_runs_or_becomes_markup_in_a_notebooks_tables_and_charts_or_as_csv(desk, monkeypatch):
    monkeypatch.setenv("FACTCHECK_AUTHOR", ADA)
    monkeypatch.delenv("FACTCHECK_CLAIMS_DIR", raising=False)
    planted(Workspace.open(desk.lab.root))
    page = desk.open(desk.lab.notebook("planted", NOTEBOOK), ".vega-embed svg.marks")
    page.wait_for_function("/all shown/.test(document.querySelector('.jp-Notebook').innerText)")
    page.wait_for_function("document.querySelectorAll('.vega-embed svg.marks').length >= 6")
    found = page.evaluate(SEEN)
    shown = [payload for payload in PAYLOADS if payload in found["text"]]
    assert len(shown) >= 50 and found["charts"] >= 6
    assert (found["pwned"], found["tags"], found["handlers"], found["links"]) == (None, 0, 0, 0)
    page.goto(f"{desk.lab.url}lab/tree/notebooks/planted.csv?token={desk.lab.token}")
    page.wait_for_selector(".jp-CSVViewer .lm-DataGrid")
    page.wait_for_timeout(500)
    assert page.evaluate("window.pwned") is None and page.locator(".jp-CSVViewer :is(img, script, iframe)").count() == 0


def look(page):
    found = page.evaluate("""() => ({
      pwned: window.pwned,
      tags: document.querySelectorAll('.fc :is(script, img, svg, iframe, video, object, embed, base, link, meta, style, math, marquee, template)').length,
      links: [...document.querySelectorAll('.fc a')].map(a => [a.protocol, a.rel]),
      handlers: [...document.querySelectorAll('.fc *')].filter(n => [...n.attributes].some(a => a.name.startsWith('on'))).length,
    })""")
    assert found["pwned"] is None and found["tags"] == 0 and found["handlers"] == 0
    assert all(protocol in ("http:", "https:") and rel == "noopener noreferrer" for protocol, rel in found["links"])


def test_a_check_that_could_not_fail_would_be_none(plain, workspace):
    page = plain.mount(ClaimAnnotator(workspace, "harbour-spill", lang="en"))
    page.evaluate("document.querySelector('.fc').insertAdjacentHTML('beforeend', '<img alt=x>')")
    with pytest.raises(AssertionError):
        look(page)


def test_no_script_of_the_widgets_parses_markup():
    banned = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\(|new Function|srcdoc"
    )
    found = [(path.name, hit) for path in STATIC.glob("*.js") for hit in banned.findall(path.read_text("utf-8"))]
    assert found == []
    python = [path for path in STATIC.parent.glob("*.py") if re.search(r"\bHTML\(", path.read_text("utf-8"))]
    assert python == []


def test_no_script_or_style_of_the_widgets_names_another_machine():
    everything = assets.script(*assets.CHECK, "desk.js") + assets.style()
    assert re.findall(r"https?://(?!\^)\w[^\s\"'`]*|@import|url\(", everything) == []
