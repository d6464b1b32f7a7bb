"""Evidence: how many sources the chosen claims rest on, and of which kind they are."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from factcheck.charts.dress import BAR, HOLLOW, INK, STEP, WIDTH, bars, dressed, empty, isolate, label_axis
from factcheck.charts.work import sentence, taken_up
from factcheck.evidence import SOURCE_TYPES, STANCES
from factcheck.lang.interface import say

SHADES = ("#f4f6f8", "#d3e1ec", "#a9c5da", "#7ba6c6", "#4d86b0")


def coverage_chart(table: pd.DataFrame, lang: str = "ar") -> Any:
    """How many of the chosen claims rest on no source, on one, on two, on three or more."""
    title = say("chart.coverage", lang)
    rows = coverage_rows(table, lang)
    if not any(row["n"] for row in rows):
        return empty(title, lang)
    return dressed(bars(rows, lang, say("chart.claims", lang)), title, coverage_summary(table, lang), lang)


def coverage_summary(table: pd.DataFrame, lang: str = "ar") -> str:
    """The chart in one line of text."""
    return sentence(say("chart.coverage", lang), coverage_rows(table, lang), lang)


def coverage_rows(table: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    """A row for none, one, two, and three or more sources; none is hollow."""
    counts = taken_up(table).get("sources", pd.Series(dtype="Int64")).fillna(0).clip(upper=3).value_counts()
    return [
        {"key": str(n), "label": say(f"chart.sources.{n}", lang), "n": int(counts.get(n, 0)),
         "colour": HOLLOW if n == 0 else BAR, "hollow": n == 0}
        for n in range(4)
    ]  # fmt: skip


def sources_chart(evidence: pd.DataFrame, lang: str = "ar") -> Any:
    """Sources by kind and by what they do to the claim: a number in every cell, its shade beside it."""
    title = say("chart.source_types", lang)
    cells = source_cells(evidence, lang)
    if not cells:
        return empty(title, lang)
    return dressed(grid(cells, lang), title, sources_summary(evidence, lang), lang)


def sources_summary(evidence: pd.DataFrame, lang: str = "ar") -> str:
    """The chart in one line of text."""
    rows = [
        {"label": f"{cell['row']}, {cell['column']}", "n": cell["n"]}
        for cell in source_cells(evidence, lang)
        if cell["n"]
    ]
    return sentence(say("chart.source_types", lang), rows, lang)


def source_cells(evidence: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    """A cell for each kind of source and stance; none where there is no evidence."""
    if evidence.empty:
        return []
    counts = evidence.groupby(["source_type", "stance"]).size()
    return [
        {"row": say(f"source_type.{kind}", lang), "column": say(f"stance.{stance}", lang),
         "n": int(counts.get((kind, stance), 0))}
        for kind in SOURCE_TYPES
        for stance in STANCES
    ]  # fmt: skip


def grid(cells: list[dict[str, Any]], lang: str) -> alt.LayerChart:
    """Cells of `row`, `column` and `n` as a matrix, columns from the right in Arabic; the number stands in the cell."""
    most = max(cell["n"] for cell in cells)
    columns = list(dict.fromkeys(isolate(cell["column"], lang) for cell in cells))
    rows = [
        {"row": isolate(cell["row"], lang), "column": isolate(cell["column"], lang), "n": str(cell["n"] or ""),
         "shade": SHADES[0 if not cell["n"] else 1 + round(3 * (cell["n"] - 1) / max(most - 1, 1))]}
        for cell in cells
    ]  # fmt: skip
    x = alt.X(
        "column:N", title=None, sort=columns, scale=alt.Scale(reverse=lang == "ar"),
        axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False, labelLimit=110),
    )  # fmt: skip
    width = max(WIDTH, 108 * len(columns))
    base = alt.Chart(alt.InlineData(values=rows), width=width, height=alt.Step(STEP)).encode(
        x=x, y=label_axis(lang, "row"), tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("row", "column", "n")]
    )
    box = base.mark_rect(stroke="white", strokeWidth=2).encode(fill=alt.Fill("shade:N", scale=None))
    return alt.layer(box, base.mark_text(color=INK, fontSize=13).encode(text="n:N"))
