"""How every chart is laid out: Arabic from the right, direct labels, words beside every colour, a summary inside.

Vega sets text left to right; a label with both scripts comes out in the wrong order unless it is isolated with the
direction of the interface (U+2067 or U+2066 … U+2069), and bars run from the right when the x scale is reversed and
the y axis stands on the right.
"""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt

from factcheck.lang.direction import (
    LEFT_TO_RIGHT,
    POP,
    RIGHT_TO_LEFT,
    balanced,
    outside_isolates,
    own_order,
    quoted,
    spoken,
)
from factcheck.lang.interface import say

WIDTH, STEP = 460, 30
INK, QUIET, BAR, HOLLOW = "#1f2933", "#52606d", "#33658a", "#b8c4ce"
FONT = "Noto Sans, Noto Sans Arabic, Noto Naskh Arabic, Segoe UI, Tahoma, Arial, sans-serif"
MIMETYPE = "application/vnd.vegalite.v5+json"
# Voila's page puts a picture of each chart beside it and fails at that; with one there already it does not try.
NO_PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="

# A chart wider than its cell grows smaller with it; where that would be too small it is scrolled. An Arabic chart,
# known by its title, which ends at the right, stands at the right of its cell and is scrolled from its labels there.
_STYLE = (
    ".vega-embed { position: relative; box-sizing: border-box; width: fit-content; max-width: 100%; "
    "overflow-x: auto; } "
    '.vega-embed:has(.role-title-text text[text-anchor="end"]) { direction: rtl; display: block; margin-left: auto; } '
    ".vega-embed svg.marks { max-width: max(100%, 44rem); height: auto; direction: ltr; }"
)

_RUNS = {
    "en": re.compile("[\u0620-\u065f\u0670-\u06d3]+(?: [\u0620-\u065f\u0670-\u06d3]+)*"),
    "ar": re.compile(r"[A-Za-z](?:(?:[A-Za-z0-9 .'’-]|(?<=\d),(?=\d))*[A-Za-z0-9])?"),
}

Row = Mapping[str, Any]


def isolate(text: object, lang: str) -> str:
    """A label that keeps its own order inside a chart of that language."""
    return f"{RIGHT_TO_LEFT if lang == 'ar' else LEFT_TO_RIGHT}{text}{POP}"


def mixed(text: str, lang: str) -> str:
    """A sentence of the interface whose words of the other script keep their own order and pull nothing along."""
    return "".join(
        _RUNS[lang].sub(lambda run: quoted(run.group()), piece) if free else piece
        for piece, free in outside_isolates(text)
    )


def wrap(text: str, lang: str, width: int = 78) -> list[str]:
    """A sentence as lines a chart can hold, each isolated."""
    return [isolate(line, lang) for line in balanced(textwrap.wrap(mixed(text, lang), width) or [""])]


def shorten(text: str, length: int = 48) -> str:
    """A label on one line of at most `length` characters, cut at a word with an ellipsis."""
    return balanced([textwrap.shorten(text, length, placeholder=" …") or text[:length]])[0]


def bars(rows: Sequence[Row], lang: str, amount: str, click: alt.Parameter | None = None) -> alt.LayerChart:
    """Horizontal bars with their numbers: rows of `label`, `n`, `colour`, `key` and `hollow`, top to bottom."""
    data = alt.InlineData(values=[
        {**row, "label": isolate(row["label"], lang), "fill": "white" if row.get("hollow") else row["colour"]}
        for row in rows
    ])  # fmt: skip
    rtl = lang == "ar"
    base = alt.Chart(data, width=WIDTH, height=alt.Step(STEP)).encode(
        y=label_axis(lang),
        x=alt.X("n:Q", title=isolate(amount, lang), scale=alt.Scale(reverse=rtl, zero=True), axis=count_axis(rows)),
        tooltip=[alt.Tooltip("label:N", title=" "), alt.Tooltip("n:Q", title=amount)],
    )
    bar = base.mark_bar(height=17, strokeWidth=1.5, cursor="pointer" if click is not None else "default").encode(
        fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("colour:N", scale=None)
    )
    if click is not None:
        bar = bar.encode(opacity=alt.condition(click, alt.value(1), alt.value(0.3))).add_params(click)
    number = base.mark_text(align="right" if rtl else "left", dx=-5 if rtl else 5, color=INK).encode(text="n:Q")
    return alt.layer(bar, number)


def label_axis(lang: str, field: str = "label", limit: int = 380) -> alt.Y:
    """The axis of words: on the right in Arabic, in the order of the rows."""
    axis = alt.Axis(
        orient="right" if lang == "ar" else "left",
        title=None,
        ticks=False,
        domain=False,
        labelLimit=limit,
        labelPadding=8,
    )
    return alt.Y(f"{field}:N", sort=None, axis=axis)


def count_axis(rows: Sequence[Row], **how: Any) -> alt.Axis:
    """An axis of whole numbers, with no more ticks than there are numbers."""
    most = max((int(row["n"]) for row in rows), default=0)
    return alt.Axis(format="d", tickMinStep=1, tickCount=max(1, min(most, 6)), titleAnchor="middle", **how)


def dressed(chart: Any, title: str, summary: str, lang: str, subtitle: str | None = None) -> Any:
    """The chart with title, its summary as the description a screen reader reads, and the house's type."""
    lines = wrap(subtitle, lang) if subtitle else alt.Undefined
    anchor: Literal["start", "end"] = "end" if lang == "ar" else "start"
    words = alt.TitleParams(isolate(title, lang), subtitle=lines, anchor=anchor, frame="bounds")
    return (
        chart.properties(title=words, description=spoken(summary))
        .configure(font=FONT, background="white", padding=12)
        .configure_view(strokeWidth=0)
        .configure_axis(labelFontSize=13, titleFontSize=12, titleFontWeight="normal", titleColor=QUIET,
                        labelColor=INK, gridColor="#e8ecef", domainColor=HOLLOW, tickColor=HOLLOW)
        .configure_title(fontSize=16, color=INK, subtitleColor=QUIET, subtitleFontSize=13, offset=14,
                         subtitlePadding=6, subtitleLineHeight=19)
        .configure_text(fontSize=12)
        .configure_concat(spacing=26)
        .configure_header(labelFontSize=12)
    )  # fmt: skip


def empty(title: str, lang: str) -> alt.Chart:
    """What stands where there is nothing to draw: the title and one sentence, never a blank."""
    words = say("chart.nothing", lang)
    data = alt.InlineData(values=[{"label": isolate(words, lang)}])
    mark = alt.Chart(data, width=WIDTH, height=STEP).mark_text(align="right" if lang == "ar" else "left", fontSize=13)
    place = alt.value("width" if lang == "ar" else 0)
    chart: alt.Chart = dressed(mark.encode(text="label:N", x=place), title, f"{title}: {words}", lang)
    return chart


def summary_of(chart: Any) -> str:
    """The plain-text summary a chart of this house carries (its Vega-Lite description)."""
    return str(chart.description)


def render(spec: Mapping[str, Any], **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The outputs a notebook shows: the specification JupyterLab draws offline, and the summary as plain text."""
    bundle = {MIMETYPE: dict(spec), "text/plain": own_order(str(spec.get("description") or "chart"), "en")}
    if os.environ.get("SERVER_SOFTWARE", "").startswith("voila/"):
        bundle["image/png"] = NO_PICTURE
    return bundle, {MIMETYPE: {"embed_options": {"actions": False, "renderer": "svg", "defaultStyle": _STYLE}}}


def enable() -> None:
    """Draw this session's charts without a network, each with its summary as plain text."""
    alt.renderers.register("factcheck", render)
    alt.renderers.enable("factcheck")
