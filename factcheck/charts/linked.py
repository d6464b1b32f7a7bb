"""Charts that filter each other: click a bar, and the others count, and the list holds, only what it holds.

The claims are counted in pandas first, by what can be clicked, so that the chart holds a few hundred numbers however
many claims there are.
"""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from factcheck.charts.dress import INK, QUIET, WIDTH, dressed, empty, isolate, mixed, shorten
from factcheck.charts.voices import claimant_rows, voice_names
from factcheck.charts.work import status_rows, verdict_rows, work_status_summary
from factcheck.lang.direction import own_order, quoted
from factcheck.lang.interface import say

PICKS = ("status", "verdict", "voice")
MOST_LISTED, SHOWN = 200, 12
_COUNTS = alt.Axis(tickCount=5, labelExpr="datum.value % 1 === 0 ? format(datum.value, ',d') : ''")


def linked_chart(table: pd.DataFrame, lang: str = "ar", listed: bool = True) -> Any:
    """Status, verdicts and voices over the same claims; a click on a bar filters the other two, a double click frees.

    Below them stand the first twelve of the claims that fit, of the first 200; without `listed` none do, for a page
    that has a list of its own beside the chart, which the click filters there. Speakers and verdicts can be crossed
    here, inside the desk: the caption says what that does not measure.
    """
    title = say("chart.linked", lang)
    cells = cells_of(table)
    if not cells:
        return empty(title, lang)
    data = alt.InlineData(values=cells)
    picks = {name: alt.selection_point(name=name, fields=[name], toggle="true", clear="dblclick") for name in PICKS}
    parts = [_part(data, name, rows, picks, lang) for name, rows in _rows(table, lang).items() if rows]
    if listed:
        parts.append(_list(table, picks, lang))
    summary = f"{title}. {work_status_summary(table, lang)} {say('hand_picked', lang)}."
    return dressed(
        alt.vconcat(*parts), title, summary, lang, f"{say('chart.linked_how', lang)} {say('hand_picked', lang)}."
    )


def cells_of(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The claims counted by status, verdict and voice; voices past the fifteenth are one."""
    if table.empty:
        return []
    once = table[table["same_as"].isna()]
    counts = _keys(once, table).groupby(list(PICKS), sort=True).size()
    return [dict(zip(PICKS, key, strict=True), n=int(n)) for key, n in counts.items()]  # type: ignore[call-overload]


def listed_claims(table: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    """The first 200 claims, in text order, with what can be picked and two lines of words for each."""
    some = table[table["same_as"].isna()].head(MOST_LISTED)
    names = voice_names(some, lang)
    marks = {row["key"] or "none": row["label"] for row in verdict_rows(table, lang)}
    keys: list[dict[str, Any]] = [
        dict(zip(PICKS, key, strict=True)) for key in _keys(some, table).itertuples(index=False, name=None)
    ]
    return [
        {**key, "words": quoted(shorten(str(row["sentence"]), 84)),
         "about": isolate(mixed(" · ".join((marks[str(key["verdict"])], say(f"status.{key['status']}", lang),
                                            own_order(names[row["voice"]], lang))), lang), lang)}
        for key, row in zip(keys, some.to_dict("records"), strict=True)
    ]  # fmt: skip


def _keys(claims: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """What each of some claims of a table is picked by; a voice past the fifteenth is no name."""
    heard = {row["key"] for row in claimant_rows(table, "en")}
    return pd.DataFrame({
        "status": claims["status"].fillna("new") if "status" in claims else "new",
        "verdict": claims["verdict"].fillna("none") if "verdict" in claims else "none",
        "voice": claims["voice"].where(claims["voice"].isin(sorted(heard)), ""),
    }, index=claims.index)  # fmt: skip


def _list(table: pd.DataFrame, picks: dict[str, alt.Parameter], lang: str) -> alt.LayerChart:
    """The claims that fit what is picked: the sentence, and below it verdict, status and voice."""
    rtl = lang == "ar"
    base = alt.Chart(
        alt.InlineData(values=listed_claims(table, lang)), width=WIDTH, height=alt.Step(42),
        title=_title(say("chart.listed", lang), lang),
    )  # fmt: skip
    for pick in picks.values():
        base = base.transform_filter(pick)
    base = base.transform_window(place="row_number()").transform_filter(f"datum.place <= {SHOWN}")
    base = base.encode(y=alt.Y("place:O", axis=None), x=alt.value(WIDTH if rtl else 0))
    side: Any = {"align": "right" if rtl else "left"}
    words = base.mark_text(dy=-9, color=INK, fontSize=13, **side).encode(text="words:N")
    about = base.mark_text(dy=9, color=QUIET, fontSize=12, **side).encode(text="about:N")
    return alt.layer(words, about)


def _title(words: str, lang: str) -> alt.TitleParams:
    """A part's heading, over the edge its bars begin at."""
    anchor: Any = "end" if lang == "ar" else "start"
    return alt.TitleParams(isolate(words, lang), anchor=anchor, frame="group", fontSize=13, color=INK)


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
        alt.Chart(data, width=WIDTH, height=alt.Step(24), title=_title(say(f"chart.pick.{name}", lang), lang))
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
