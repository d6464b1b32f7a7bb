"""Everybody can use it: axe-core finds nothing serious, every control has a name, text stands out, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import axe_playwright_python
import pytest
from laboratory import BASMA

from factcheck.evidence import Evidence
from factcheck.widgets.annotate import ClaimAnnotator
from factcheck.widgets.desk import Desk

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
SEED = "vostochny-summit"
ROOMS = "screen|field|event|key|queue|reason|how|why|role|outcome|terms|choice|missing|desk|status|kind|worth|finding"
KEY = re.compile(rf"\b(?:{ROOMS})\.[a-z_.]+")


def worked(workspace):
    """A record in which every section of the screen has something to show; the claim it is about."""
    ledger, other = workspace.ledger(SEED), workspace.ledger(SEED, author=BASMA)
    claim = next(one for one in workspace.claims(SEED) if one.dates and not one.same_as)
    ledger.select(claim.id, "reach")
    other.verdict(claim.id, "true")
    ledger.verdict(claim.id, "misleading", how=["missing_context"], fact="ف", impression="ا")
    ledger.evidence(claim.id, Evidence(source="س", passage="م", stance="refutes", url="https://example.org/a"))
    ledger.contact(claim.id, "ق", outcome="waiting", due="2024-01-01")
    ledger.note(claim.id, "ن")
    ledger.ask(claim.id, BASMA, "؟")
    ledger.media(claim.id, "ص", found="ق")
    ledger.request_review(claim.id, "ر")
    return claim.id


def serious(page):
    """axe-core's serious and critical findings inside the widget."""
    page.evaluate(AXE)
    result = page.evaluate("axe.run('.fc', { resultTypes: ['violations'] })")
    return [
        (one["id"], node["target"], node["any"][0]["message"] if node["any"] else "")
        for one in result["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_check_screen_has_no_serious_finding(plain, workspace, lang, dark):
    claim = worked(workspace)
    page = plain.mount(ClaimAnnotator(workspace, SEED, lang=lang))
    if dark:
        plain.dark()
    assert page.get_attribute(".fc-claim[aria-selected=true]", "data-claim") == claim
    page.evaluate("document.querySelectorAll('.fc details').forEach(d => d.open = true)")
    page.keyboard.press("?")
    page.wait_for_selector(".fc-history li")
    assert serious(page) == []
    assert unnamed(page) == []
    assert faint(page) == []


def test_a_planted_fault_is_found(plain, workspace):
    page = plain.mount(ClaimAnnotator(workspace, SEED, lang="en"))
    page.evaluate("document.querySelector('.fc').append(document.createElement('button'))")
    page.evaluate("document.querySelector('.fc-sentence').style.color = '#ccc'")
    assert "button-name" in {name for name, _, _ in serious(page)}
    assert len(unnamed(page)) == 1
    assert [ratio < 2 for _, ratio in faint(page)] == [True]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_desk_has_no_serious_finding(plain, workspace, lang):
    worked(workspace)
    page = plain.mount(Desk(workspace, lang=lang), ".fc-box")
    plain.dark() if lang == "ar" else None
    assert serious(page) == []
    assert unnamed(page) == []
    assert faint(page) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_word_of_the_interface_is_missing(plain, workspace, lang):
    worked(workspace)
    page = plain.mount(ClaimAnnotator(workspace, SEED, lang=lang))
    page.evaluate("document.querySelectorAll('.fc details').forEach(d => d.open = true)")
    page.wait_for_selector(".fc-history li")
    shown = page.inner_text(".fc")
    assert KEY.findall(shown) == []
    assert "undefined" not in shown and "[object" not in shown


def unnamed(page):
    """Controls without an accessible name."""
    return page.evaluate("""[...document.querySelectorAll('.fc :is(button, input, select, textarea, [role=listbox], [role=radiogroup], [tabindex])')]
      .filter(n => !(n.getAttribute('aria-label') || n.labels?.length || n.textContent.trim()))
      .map(n => n.outerHTML.slice(0, 120))""")


def faint(page):
    """Words whose colour stands out from their background by less than 4.5, also where axe-core cannot tell."""
    return page.evaluate("""() => {
      const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
      const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const behind = (node) => {
        for (; node; node = node.parentElement) {
          const colour = channels(getComputedStyle(node).backgroundColor);
          if (colour.length === 3 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
      };
      const found = [];
      const walker = document.createTreeWalker(document.querySelector('.fc'), NodeFilter.SHOW_TEXT);
      for (let text; (text = walker.nextNode());) {
        if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
        const [one, other] = [light(channels(getComputedStyle(text.parentElement).color)), light(behind(text.parentElement))];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < 4.5) found.push([text.data.slice(0, 40), ratio]);
      }
      return found;
    }""")
