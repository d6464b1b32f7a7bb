"""Every chart, in Arabic and in English, drawn by a real JupyterLab that reaches no network."""

from __future__ import annotations

import os
from pathlib import Path

from laboratory import ROOT, opened_desk
from playwright.sync_api import expect
from test_charts import DRAWN

DRAW = f"""
import sys
sys.path.insert(0, {str(ROOT / "tests")!r})
from IPython.display import display
from test_charts import DRAWN
from factcheck import Workspace, charts
seed = Workspace.open()
table, accounts = seed.claims_table("vostochny-summit"), seed.accounts_table("vostochny-summit")
SEED = [charts.accounts_chart(accounts, lang) for lang in ("ar", "en")]
SEED += [draw(table, lang) for lang in ("ar", "en")
            for draw in (charts.claimants_chart, charts.matrix_chart, charts.timeline_chart)]
from test_charts import worked
from test_report import ATTACKS
import pandas as pd
bad = pd.concat([worked()] * 2, ignore_index=True).head(len(ATTACKS))
bad = bad.assign(voice=ATTACKS[:len(bad)], claimant=ATTACKS[:len(bad)], sentence=ATTACKS[:len(bad)])
SEED += [draw(bad, "en") for draw in (charts.claimants_chart, charts.matrix_chart, charts.linked_chart)]
drawn = [DRAWN[name](lang) for lang in ("ar", "en") for name in DRAWN] + SEED
for chart in drawn:
    display(chart)
print("all", len(drawn), "drawn")
"""
# What stands in each picture: its size, how many marks and words it has, and whether a word sticks out of it.
SEEN = """() => [...document.querySelectorAll('.vega-embed')].map((chart) => {
  const svg = chart.querySelector('svg.marks'), box = svg?.getBoundingClientRect();
  const words = svg ? [...svg.querySelectorAll('text')].filter((one) => one.textContent.trim()) : [];
  const out = words.filter((one) => {
    const word = one.getBoundingClientRect();
    return word.left < box.left - 1 || word.right > box.right + 1 || word.top < box.top - 1 || word.bottom > box.bottom + 1;
  });
  return {
    width: box?.width ?? 0, height: box?.height ?? 0, words: words.length, out: out.map((one) => one.textContent),
    marks: svg ? svg.querySelectorAll('path, line, rect, circle').length : 0,
  };
})"""


def test_every_chart_draws_in_both_languages_with_no_network_and_no_error(browser, lab):
    for window in opened_desk(browser, lab):
        said: list[str] = []
        window.page.on("console", lambda message, said=said: said.append(f"{message.type}: {message.text}"))
        window.open(lab.notebook("charts", DRAW), ".vega-embed svg.marks")
        window.page.wait_for_function("/all \\d+ drawn/.test(document.body.innerText)", timeout=60_000)
        expected = int(window.page.evaluate("document.body.innerText.match(/all (\\d+) drawn/)[1]"))
        window.page.wait_for_function(f"document.querySelectorAll('.vega-embed svg.marks').length === {expected}")
        charts = window.page.evaluate(SEEN)
        _keep_pictures(window.page)
        assert len(charts) == expected
        for place, chart in enumerate(charts):
            assert chart["width"] > 100 and chart["height"] > 40, (place, chart)
            assert chart["words"] >= 1 and chart["marks"] >= 1, (place, chart)
            assert chart["out"] == [], (place, chart)
        _choose_a_bar(window.page, len(DRAWN) + [*DRAWN].index("linked"))
        assert window.page.evaluate("window.pwned") is None
        assert window.errors == []
        assert [one for one in said if one.startswith("error") and "vega" in one.lower()] == []


def _choose_a_bar(page, place: int) -> None:
    """Choose a status in the linked charts, in English: the bars and the list then hold that status alone."""
    linked = page.locator(".vega-embed").nth(place)
    listed = linked.locator("svg.marks text", has_text="In review ·")
    others = linked.locator("svg.marks text", has_text="Withdrawn ·")
    bars = linked.locator("svg.marks path[aria-roledescription=bar]")
    assert others.count() + listed.count() >= 2
    before = bars.count()
    linked.locator("path[aria-roledescription=bar][aria-label*='In review']").first.click()
    expect(listed).to_have_count(2)
    expect(others).to_have_count(0)
    assert bars.count() < before
    linked.locator("svg.marks").dblclick(position={"x": 5, "y": 5})
    expect(bars).to_have_count(before)


def _keep_pictures(page) -> None:
    """A picture of each chart in the folder that FACTCHECK_PICTURES names, to be looked at."""
    if folder := os.environ.get("FACTCHECK_PICTURES"):
        for place, chart in enumerate(page.query_selector_all(".vega-embed")):
            chart.screenshot(path=str(Path(folder) / f"chart-{place:02}.png"))


NARROW = """
from factcheck import Workspace, charts
table = Workspace.open().claims_table("vostochny-summit")
from IPython.display import display
for lang in ("ar", "en"):
    display(charts.claimants_chart(table, lang))
"""


def test_a_chart_wider_than_its_cell_is_scrolled_from_where_its_labels_stand(browser, lab):
    for window in opened_desk(browser, lab):
        window.page.set_viewport_size({"width": 800, "height": 900})
        window.open(lab.notebook("narrow", NARROW), ".vega-embed svg.marks")
        window.page.wait_for_function("document.querySelectorAll('.vega-embed svg.marks').length === 2")
        seen = window.page.evaluate("""() => [...document.querySelectorAll('.vega-embed')].map((chart) => {
          const cell = chart.getBoundingClientRect();
          const title = chart.querySelector('.role-title-text text').getBoundingClientRect();
          return { wide: chart.scrollWidth > chart.clientWidth, cut: title.left < cell.left || title.right > cell.right + 1 };
        })""")
        assert seen == [{"wide": True, "cut": False}] * 2
