"""Accounts compared: each voice's number as an interval, the article's own voice apart, the relation as a sentence."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from factcheck.charts.dress import BAR, QUIET, WIDTH, dressed, empty, isolate, label_axis, shorten
from factcheck.charts.voices import voice_names
from factcheck.claim import ARTICLE
from factcheck.lang.direction import SEMICOLON, Told, own_order
from factcheck.lang.interface import say

OWN = "#b45f06"
MOST_VOICES = 24


def accounts_chart(accounts: pd.DataFrame, lang: str = "ar", question: str | None = None) -> Any:
    """Voices on the vertical, their intervals on the horizontal; an open end runs on as an arrow.

    Draws one question: the one that holds the claim or pair `question`, else the one most voices answer. The article's
    own voice is a diamond, the others are circles, and the names say which is which.
    """
    title = say("accounts_compared", lang)
    rows = interval_rows(accounts, lang, question)
    if not rows:
        return empty(title, lang)
    return dressed(_drawing(rows, lang), title, accounts_summary(accounts, lang, question), lang,
                   relation_sentences(accounts, lang, question))  # fmt: skip


def accounts_summary(accounts: pd.DataFrame, lang: str = "ar", question: str | None = None) -> str:
    """The chart in plain text: each voice with its value, and how the accounts stand to each other."""
    told = (f"{row['label']}: {row['value']}" for row in interval_rows(accounts, lang, question))
    values = SEMICOLON[lang].join(told)
    relation = relation_sentences(accounts, lang, question)
    return Told(f"{say('accounts_compared', lang)}: {values}. {relation}".strip(), lang)


def questions(accounts: pd.DataFrame) -> list[pd.DataFrame]:
    """The accounts of counts grouped by question: pairs that share a claim ask the same. Most voices first."""
    counts = accounts[(accounts["dimension"] == "count") & (accounts["low"].notna() | accounts["high"].notna())]
    group: dict[str, str] = {}

    def root(claim: str) -> str:
        while group.setdefault(claim, claim) != claim:
            group[claim] = group[group[claim]]
            claim = group[claim]
        return claim

    for _, pair in counts.groupby("question_id", sort=False):
        first, *others = pair["claim"]
        for claim in others:
            group[root(claim)] = root(first)
    roots = counts["claim"].map(root)
    parts = [part for _, part in counts.groupby(roots, sort=False)]
    return sorted(parts, key=lambda part: -part["voice"].nunique())


def interval_rows(accounts: pd.DataFrame, lang: str, question: str | None = None) -> list[dict[str, Any]]:
    """One row a voice and interval of a question, in text order, with where its line begins and ends."""
    part = _chosen(accounts, question)
    if part is None:
        return []
    names = voice_names(part, lang)
    part = part.sort_values("start", kind="stable").drop_duplicates(["voice", "low", "high"]).head(MOST_VOICES)
    ends = [float(end) for end in pd.concat([part["low"], part["high"]]).dropna()]
    least, most = min(ends), max(ends)
    room = max((most - least) * 0.35, 1.0)
    left, right = (0.0 if least >= 0 and least - room < 0 else least - room), most + room
    return [
        {
            "label": own_order(shorten(names[row["voice"]]), lang), "value": _value(row["low"], row["high"], lang),
            "from": left if pd.isna(row["low"]) else float(row["low"]),
            "to": right if pd.isna(row["high"]) else float(row["high"]),
            "open_low": bool(pd.isna(row["low"])), "open_high": bool(pd.isna(row["high"])),
            "point": bool(row["low"] == row["high"]), "own": row["claimant"] == ARTICLE, "left": left, "right": right,
        }
        for row in part.to_dict("records")
    ]  # fmt: skip


def relation_sentences(accounts: pd.DataFrame, lang: str, question: str | None = None) -> str:
    """How the accounts of a question stand to each other, as the sentences the readings give."""
    part = _chosen(accounts, question)
    if part is None:
        return ""
    told = part[f"relation_{lang}"].dropna().unique()
    return " ".join(str(words) for words in told[:3])


def _chosen(accounts: pd.DataFrame, question: str | None) -> pd.DataFrame | None:
    parts = questions(accounts)
    if question is not None:
        parts = [part for part in parts if question in set(part["question_id"]) | set(part["claim"])]
    return parts[0] if parts else None


def _drawing(rows: list[dict[str, Any]], lang: str) -> alt.LayerChart:
    rtl = lang == "ar"
    labelled = [
        {**row, "label": isolate(row["label"], lang), "value": isolate(row["value"], lang),
         "colour": OWN if row["own"] else BAR, "shape": "diamond" if row["own"] else "circle"}
        for row in rows
    ]  # fmt: skip
    scale = alt.Scale(domain=[rows[0]["left"], rows[0]["right"]], reverse=rtl, nice=False, zero=False)
    whole = all(float(row[end]).is_integer() for row in rows for end in ("from", "to") if not _is_open(row, end))
    ticks = _whole_ticks(rows[0]["left"], rows[0]["right"]) if whole else alt.Undefined
    axis = alt.Axis(format=",d" if whole else ",~g", tickCount=6, values=ticks)
    x = alt.X("from:Q", scale=scale, axis=axis, title=isolate(say("chart.count", lang), lang))
    y = label_axis(lang)
    colour = alt.Color("colour:N", scale=None)
    tips = [alt.Tooltip("label:N", title=" "), alt.Tooltip("value:N", title=" ")]
    base = alt.Chart(alt.InlineData(values=labelled), width=WIDTH, height=alt.Step(44)).encode(y=y, tooltip=tips)
    line = base.transform_filter("!datum.point").mark_rule(strokeWidth=4, opacity=0.75).encode(
        x=x, x2="to:Q", color=colour
    )  # fmt: skip
    layers = [line]
    for end, is_open in (("from", "open_low"), ("to", "open_high")):
        place = alt.X(f"{end}:Q", scale=scale, axis=axis, title=isolate(say("chart.count", lang), lang))
        shut = base.transform_filter(f"!datum.{is_open}").mark_point(size=150, filled=True, opacity=1)
        layers.append(shut.encode(x=place, color=colour, shape=alt.Shape("shape:N", scale=None)))
        towards_right = (end == "to") != rtl
        arrow = base.transform_filter(f"datum.{is_open}").mark_point(
            size=190, filled=True, opacity=1, shape="triangle-right" if towards_right else "triangle-left"
        )  # fmt: skip
        layers.append(arrow.encode(x=place, color=colour))
    words = base.mark_text(dy=-16, color=QUIET, fontSize=12, align="right" if rtl else "left").encode(
        x=x, text="value:N"
    )  # fmt: skip
    return alt.layer(*layers, words)


def _whole_ticks(left: float, right: float) -> list[int]:
    step = 1
    for factor in (2, 2.5, 2) * 7:
        if (right - left) / step <= 8:
            break
        step = int(step * factor)
    return [n for n in range(-int(-left // 1), int(right) + 1) if n % step == 0]


def _is_open(row: dict[str, Any], end: str) -> bool:
    return bool(row["open_low" if end == "from" else "open_high"])


def _value(low: float, high: float, lang: str) -> str:
    plain = [None if pd.isna(end) else f"{end:,.10g}" for end in (low, high)]
    if plain[0] is None or plain[1] is None:
        key, end = ("chart.at_most", plain[1]) if plain[0] is None else ("chart.at_least", plain[0])
        return say(key, lang, n=end)
    return plain[0] if plain[0] == plain[1] else say("chart.between", lang, low=plain[0], high=plain[1])
