"""How far annotators agree: each measure with its interval and its n; what is undefined says why and is on no scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from factcheck.agreement import LEAST, Agreement
from factcheck.charts.dress import BAR, HOLLOW, QUIET, WIDTH, dressed, empty, isolate, label_axis
from factcheck.lang.direction import SEMICOLON, Told, quoted
from factcheck.lang.interface import say


def agreement_chart(measures: Sequence[Agreement], lang: str = "ar") -> Any:
    """A point a measure with its bootstrap interval from -1 to 1; without a value, the reason in words."""
    title = say("chart.agreement", lang)
    if not measures:
        return empty(title, lang)
    rtl = lang == "ar"
    rows = [
        {"label": isolate(_label(one, lang), lang), "value": one.value, "low": one.low, "high": one.high,
         "words": _isolated(one, lang), "known": one.value is not None}
        for one in measures
    ]  # fmt: skip
    scale = alt.Scale(domain=[-1, 1], reverse=rtl)
    axis = alt.Axis(values=[-1, -0.5, 0, 0.5, 1], format=".1f")
    x, low = (alt.X(f"{name}:Q", title=None, scale=scale, axis=axis) for name in ("value", "low"))
    base = alt.Chart(alt.InlineData(values=rows), width=WIDTH, height=alt.Step(44)).encode(y=label_axis(lang))
    known = base.transform_filter("datum.known")
    line = known.mark_rule(strokeWidth=4, color=BAR, opacity=0.7).encode(x=low, x2="high:Q")
    point = known.mark_point(filled=True, size=150, color=BAR, opacity=1).encode(x=x)
    place = alt.value("width" if rtl else 0)
    words = base.mark_text(align="right" if rtl else "left", color=QUIET, dx=-6 if rtl else 6, dy=-16).encode(
        x=place, text="words:N"
    )
    zero = alt.Chart(alt.InlineData(values=[{"value": 0}])).mark_rule(color=HOLLOW, strokeDash=[4, 3]).encode(x=x)
    return dressed(alt.layer(zero, line, point, words), title, agreement_summary(measures, lang), lang)


def agreement_summary(measures: Sequence[Agreement], lang: str = "ar") -> str:
    """The chart in one line of text."""
    told = SEMICOLON[lang].join(f"{_label(one, lang)}: {_words(one, lang)}" for one in measures)
    return Told(f"{say('chart.agreement', lang)}: {told or say('chart.nothing', lang)}", lang)


def _label(one: Agreement, lang: str) -> str:
    what = f"{say(f'event.{one.of}', lang)} · " if one.of else ""
    return f"{what}{one.measure} (n = {one.n})"


def _isolated(one: Agreement, lang: str) -> str:
    """Numbers keep their own order; a reason in words that of the interface."""
    return quoted(_words(one, lang)) if one.value is not None else isolate(_words(one, lang), lang)


def _words(one: Agreement, lang: str) -> str:
    if one.value is None or one.low is None or one.high is None:
        why = say(f"agreement.{one.reason}", lang, n=LEAST) if one.reason else one.why
        return say("chart.undefined", lang, why=why)
    return f"{one.value:.2f} [{one.low:.2f}, {one.high:.2f}]"
