"""Time: how the work went on, which days the claims speak of, and what waits for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from heapq import nsmallest
from typing import Any

import altair as alt
import pandas as pd

from factcheck.charts.dress import (
    BAR,
    HOLLOW,
    QUIET,
    STEP,
    WIDTH,
    bars,
    count_axis,
    dressed,
    empty,
    isolate,
    label_axis,
    shorten,
)
from factcheck.charts.work import sentence
from factcheck.lang.direction import SEMICOLON, Told, quoted
from factcheck.lang.interface import say

DONE, LATE = "#2a7f62", "#b45f06"
MOST_DAYS, MOST_ROWS = 120, 18
OPEN = ("selected", "in_progress", "waiting_reply", "in_review")
AGES = ((0, 1), (2, 3), (4, 7), (8, 14), (15, 30), (31, None))


def progress_chart(progress: pd.DataFrame, lang: str = "ar") -> Any:
    """Selected and concluded claims day by day (`table.progress_table`), as two lines each named at its end."""
    title = say("chart.progress", lang)
    if progress.empty:
        return empty(title, lang)
    thinned = progress.iloc[:: max(1, len(progress) // MOST_DAYS)]
    days = pd.concat([thinned, progress.tail(1)]).drop_duplicates("day")
    last = days.iloc[-1]  # two names at one height would lie on each other: the lower line's then stands below it
    selected, concluded = int(last["selected"]), int(last["concluded"])
    meet = concluded > 0 and selected - concluded <= selected / 6
    rows = [
        {"day": day.isoformat(), "n": int(n), "series": isolate(say(f"chart.{name}", lang), lang), "colour": colour,
         "dash": dash, "last": i == len(days) - 1, "below": name == "concluded" and meet}
        for name, colour, dash in (("selected", BAR, [6, 4]), ("concluded", DONE, [1, 0]))
        for i, (day, n) in enumerate(zip(days["day"], days[name], strict=True))
    ]  # fmt: skip
    rtl = lang == "ar"
    base = alt.Chart(alt.InlineData(values=rows), width=WIDTH, height=220).encode(
        x=alt.X("day:T", title=None, scale=alt.Scale(reverse=rtl), axis=_day_axis(row["day"] for row in rows)),
        y=alt.Y("n:Q", title=None, axis=count_axis(rows, orient="right" if rtl else "left")),
        color=alt.Color("colour:N", scale=None), detail="series:N",
    )  # fmt: skip
    line = base.mark_line(interpolate="step-after", strokeWidth=3, point=True).encode(
        strokeDash=alt.StrokeDash("dash:N", scale=None, legend=None)
    )
    named = [
        base.transform_filter(f"datum.last && {'' if below else '!'}datum.below")
        .mark_text(align="left" if rtl else "right", dx=8 if rtl else -8, dy=16 if below else -12, fontSize=13)
        .encode(text="series:N")
        for below in (False, True)
    ]
    return dressed(alt.layer(line, *named), title, progress_summary(progress, lang), lang)


def progress_summary(progress: pd.DataFrame, lang: str = "ar") -> str:
    """The chart in one line of text: where the two lines began and where they stand."""
    if progress.empty:
        return Told(f"{say('chart.progress', lang)}: {say('chart.nothing', lang)}", lang)
    last = progress.iloc[-1]
    words = say(
        "chart.progress_summary", lang, first=progress["day"].iloc[0], last=last["day"], selected=int(last["selected"]),
        concluded=int(last["concluded"]),
    )  # fmt: skip
    return Told(words, lang)


def timeline_chart(table: pd.DataFrame, lang: str = "ar") -> Any:
    """The days the claims speak of. What is not settled stands below as the words of the text, on no day at all."""
    title = say("chart.timeline", lang)
    settled, unsettled = date_rows(table)
    if not settled and not unsettled:
        return empty(title, lang)
    parts = []
    if settled:
        parts.append(_days(settled, lang))
    if unsettled:
        parts.append(_unsettled(unsettled, lang))
    return dressed(alt.vconcat(*parts), title, timeline_summary(table, lang), lang)


def timeline_summary(table: pd.DataFrame, lang: str = "ar") -> str:
    """The chart in one line of text: the settled days in order, then the words that are not settled."""
    settled, unsettled = date_rows(table)
    days = SEMICOLON[lang].join(f"{row['low']} {row['label']}" for row in settled)
    words = SEMICOLON[lang].join(f"«{row['exact']}»" for row in unsettled)
    told = f"{say('chart.timeline', lang)}: {days or say('chart.nothing', lang)}."
    return Told(f"{told} {say('date_not_settled', lang)}: {words}." if words else told, lang)


def date_rows(table: pd.DataFrame) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The settled dates of claims in order of time, and the unsettled ones in text order; repeats left out."""
    once = table[table["same_as"].isna()]
    settled: list[tuple[str, str, str, str]] = []
    unsettled: list[tuple[str, str, str, str]] = []
    for words, dates in zip(once["sentence"], once["dates"], strict=True):
        for mention in dates:
            fits = mention["settled"] and mention["low"] and mention["high"]
            made = (mention["low"] or "", mention["high"] or "", str(words), mention["exact"])
            (settled if fits else unsettled).append(made)
    return _labelled(nsmallest(MOST_ROWS, settled)), _labelled(unsettled[:MOST_ROWS])


def _labelled(found: list[tuple[str, str, str, str]]) -> list[dict[str, Any]]:
    return [
        {"label": shorten(words, 72), "exact": exact, "low": low, "high": high} for low, high, words, exact in found
    ]


def queue_chart(table: pd.DataFrame, today: date, lang: str = "ar") -> Any:
    """How long the open claims have lain since anybody touched them; replies that are overdue stand first."""
    title = say("chart.queue", lang)
    rows = queue_rows(table, today, lang)
    if not any(row["n"] for row in rows):
        return empty(title, lang)
    return dressed(bars(rows, lang, say("chart.claims", lang)), title, queue_summary(table, today, lang), lang)


def queue_summary(table: pd.DataFrame, today: date, lang: str = "ar") -> str:
    """The chart in one line of text."""
    return sentence(say("chart.queue", lang), queue_rows(table, today, lang), lang)


def queue_rows(table: pd.DataFrame, today: date, lang: str) -> list[dict[str, Any]]:
    """Replies overdue, then the open claims by days since their last event."""
    waiting = table[table["status"].isin(OPEN)]
    overdue = int((waiting["reply_due"].dropna() < today.isoformat()).sum())
    ages = [(today - changed.date()).days for changed in waiting["changed"].dropna()]
    rows = [{"key": "overdue", "label": say("chart.overdue", lang), "n": overdue, "colour": LATE}]
    for low, high in AGES:
        n = sum(low <= max(age, 0) and (high is None or age <= high) for age in ages)
        rows.append({"key": f"{low}-{high}", "label": _age(low, high, lang), "n": n, "colour": BAR})
    return rows


def _age(low: int, high: int | None, lang: str) -> str:
    """A span of days in words."""
    if high is None:
        return say("chart.days_more", lang, low=low)
    if low == 0:
        return say("chart.days_first", lang)
    return say("chart.days" if high <= 10 else "chart.days_many", lang, low=low, high=high)


def _days(rows: list[dict[str, Any]], lang: str) -> alt.LayerChart:
    rtl = lang == "ar"
    shown = [{**row, "label": quoted(row["label"]), "words": quoted(row["exact"])} for row in rows]
    base = alt.Chart(alt.InlineData(values=shown), width=WIDTH, height=alt.Step(STEP)).encode(
        y=label_axis(lang, limit=560),
        tooltip=[alt.Tooltip("words:N", title=" "), alt.Tooltip("low:N", title=" "), alt.Tooltip("high:N", title=" ")],
    )
    axis = _day_axis(row[end] for row in rows for end in ("low", "high"))
    x = alt.X("low:T", title=None, scale=alt.Scale(reverse=rtl), axis=axis)
    line = base.mark_rule(strokeWidth=4, color=BAR).encode(x=x, x2="high:T")
    first = base.mark_point(filled=True, size=110, color=BAR, opacity=1).encode(x=x)
    return alt.layer(line, first, first.encode(x=alt.X("high:T", title=None, scale=alt.Scale(reverse=rtl), axis=axis)))


def _day_axis(days: Iterable[str]) -> alt.Axis:
    """An axis of days, no day on it twice: between a few days there would be hours, each under its day's name."""
    ends = sorted(date.fromisoformat(day[:10]) for day in days)
    few = (ends[-1] - ends[0]).days <= 4
    return alt.Axis(format="%d/%m/%Y", labelAngle=0, tickCount={"interval": "day", "step": 1} if few else 4)


def _unsettled(rows: list[dict[str, Any]], lang: str) -> alt.LayerChart:
    rtl = lang == "ar"
    shown = [
        {"label": quoted(row["label"]), "key": f"{i}",
         "words": isolate(f"«{quoted(row['exact'])}» — {say('date_not_settled', lang)}", lang)}
        for i, row in enumerate(rows)
    ]  # fmt: skip
    axis = alt.Axis(
        orient="right" if rtl else "left", title=None, ticks=False, domain=False, labelLimit=560, labelPadding=8,
        labelExpr="data('unsettled')[toNumber(datum.value)].label",
    )  # fmt: skip
    base = alt.Chart(alt.InlineData(values=shown, name="unsettled"), width=WIDTH, height=alt.Step(STEP)).encode(
        y=alt.Y("key:N", sort=None, axis=axis)
    )
    band = base.mark_bar(height=20, color="white", stroke=HOLLOW, strokeDash=[4, 3]).encode(
        x=alt.value(0), x2=alt.value("width")
    )
    words = base.mark_text(align="right" if rtl else "left", dx=-8 if rtl else 8, color=QUIET, fontSize=12).encode(
        x=alt.value("width" if rtl else 0), text="words:N"
    )
    return alt.layer(band, words)
