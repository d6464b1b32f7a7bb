"""Charts that filter each other: click a bar, and the others count only what it holds.

The claims are counted in pandas first, by what can be clicked, so that the chart holds a few hundred numbers however
many claims there are.
"""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from factcheck.charts.dress import INK, WIDTH, dressed, empty, isolate
from factcheck.charts.voices import claimant_rows
from factcheck.charts.work import status_rows, verdict_rows, work_status_summary
from factcheck.lang.interface import say

PICKS = ("status", "verdict", "voice")
_COUNTS = alt.Axis(tickCount=5, labelExpr="datum.value % 1 === 0 ? format(datum.value, ',d') : ''")


def linked_chart(table: pd.DataFrame, lang: str = "ar") -> Any:
    """Status, verdicts and voices over the same claims; a click on a bar filters the other two, a double click frees.

    In the exported page the click also filters the list of claims. Speakers and verdicts can be crossed here, inside
    the desk: the caption says what that does not measure.
    """
    title = say("chart.linked", lang)
    cells = cells_of(table)
    if not cells:
        return empty(title, lang)
    data = alt.InlineData(values=cells)
    picks = {name: alt.selection_point(name=name, fields=[name], toggle="true", clear="dblclick") for name in PICKS}
    parts = [_part(data, name, rows, picks, lang) for name, rows in _rows(table, lang).items() if rows]
    summary = f"{title}. {work_status_summary(table, lang)} {say('hand_picked', lang)}."
    return dressed(
        alt.vconcat(*parts), title, summary, lang, f"{say('chart.linked_how', lang)} {say('hand_picked', lang)}."
    )


def cells_of(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The claims counted by status, verdict and voice; voices past the fifteenth are one."""
    if table.empty:
        return []
    once = table[table["same_as"].isna()]
    heard = {row["key"] for row in claimant_rows(table, "en")}
    keys = pd.DataFrame({
        "status": once["status"].fillna("new") if "status" in once else "new",
        "verdict": once["verdict"].fillna("none") if "verdict" in once else "none",
        "voice": once["voice"].where(once["voice"].isin(sorted(heard)), ""),
    }, index=once.index)  # fmt: skip
    counts = keys.groupby(list(PICKS), sort=True).size()
    return [dict(zip(PICKS, key, strict=True), n=int(n)) for key, n in counts.items()]  # type: ignore[call-overload]


def _rows(table: pd.DataFrame, lang: str) -> dict[str, list[dict[str, Any]]]:
    verdicts = [{**row, "key": row["key"] or "none"} for row in verdict_rows(table, lang)]
    return {"status": status_rows(table, lang), "verdict": verdicts, "voice": claimant_rows(table, lang)}


def _part(
    data: alt.InlineData, name: str, rows: list[dict[str, Any]], picks: dict[str, alt.Parameter], lang: str
) -> alt.LayerChart:
    rtl = lang == "ar"
    words = {row["key"]: isolate(row["label"], lang) for row in rows}
    shades = [
        {"key": row["key"], "label": words[row["key"]], "colour": row["colour"],
         "fill": "white" if row.get("hollow") else row["colour"]}
        for row in rows
    ]  # fmt: skip
    others = [pick for other, pick in picks.items() if other != name]
    lookup = alt.LookupData(
        data=alt.InlineData(values=shades), key="key", fields=["label", "colour", "fill"],
    )  # fmt: skip
    axis = alt.Axis(
        orient="right" if rtl else "left", title=None, ticks=False, domain=False, labelLimit=380, labelPadding=8
    )
    base = (
        alt.Chart(data, width=WIDTH, height=alt.Step(24), title=alt.TitleParams(
            isolate(say(f"chart.pick.{name}", lang), lang), anchor="end" if rtl else "start", fontSize=13, color=INK))
        .transform_filter(others[0]).transform_filter(others[1])
        .transform_aggregate(n="sum(n)", groupby=[name])
        .transform_lookup(lookup=name, from_=lookup)
        .transform_filter("isValid(datum.label)")
        .encode(
            y=alt.Y("label:N", sort=list(words.values()), axis=axis),
            x=alt.X("n:Q", title=None, scale=alt.Scale(reverse=rtl), axis=_COUNTS),
            tooltip=[alt.Tooltip("label:N", title=" "), alt.Tooltip("n:Q", title=say("chart.claims", lang))],
        )
    )  # fmt: skip
    bar = base.mark_bar(height=15, strokeWidth=1.5, cursor="pointer").encode(
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
        opacity=alt.condition(picks[name], alt.value(1), alt.value(0.25)),
    )
    number = base.mark_text(align="right" if rtl else "left", dx=-5 if rtl else 5, color=INK).encode(text="n:Q")
    return alt.layer(bar.add_params(picks[name]).properties(name=f"{name}_bars"), number)
