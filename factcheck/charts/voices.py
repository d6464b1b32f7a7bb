"""Who speaks: voices by the words of the article, and how often. Never a ranking by verdict."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from factcheck.charts.dress import BAR, HOLLOW, bars, dressed, empty, shorten
from factcheck.charts.sources import grid
from factcheck.charts.work import sentence
from factcheck.claim import ARTICLE
from factcheck.lang.claimants import claimant_name
from factcheck.lang.direction import own_order
from factcheck.lang.interface import say

MOST_VOICES = 15
KINDS = ("event", "statement_of_fact", "prediction", "opinion", "commitment", "background")
_ARABIC = re.compile("[\u0620-\u064a]")


def claimants_chart(table: pd.DataFrame, lang: str = "ar") -> Any:
    """In how many claims each voice speaks, the article's own voice hollow; voices past the fifteenth are one bar."""
    title = say("chart.claimants", lang)
    rows = claimant_rows(table, lang)
    if not rows:
        return empty(title, lang)
    return dressed(bars(rows, lang, say("chart.claims", lang)), title, claimants_summary(table, lang), lang)


def claimants_summary(table: pd.DataFrame, lang: str = "ar") -> str:
    """The chart in one line of text."""
    return sentence(say("chart.claimants", lang), claimant_rows(table, lang), lang)


def claimant_rows(table: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    """A row a voice, the one heard most often first; ties by name. Repeats (`same_as`) are not counted twice."""
    once = table[table["same_as"].isna()]
    counts = sorted(once["voice"].value_counts().items(), key=lambda item: (-int(item[1]), str(item[0])))
    names = voice_names(table[table["voice"].isin([voice for voice, _ in counts[:MOST_VOICES]])], lang)
    own = set(once.loc[once["claimant"] == ARTICLE, "voice"])
    rows = [
        {"key": str(voice), "label": own_order(shorten(names[str(voice)]), lang), "n": int(n),
         "colour": HOLLOW if voice in own else BAR}
        for voice, n in counts[:MOST_VOICES]
    ]  # fmt: skip
    rest = counts[MOST_VOICES:]
    if rest:
        n = sum(int(n) for _, n in rest)
        rows.append({"key": "", "label": say("chart.others", lang, n=len(rest)), "n": n, "colour": HOLLOW})
    return rows


def voice_names(table: pd.DataFrame, lang: str) -> dict[str, str]:
    """Each voice's name for the interface: in Arabic the words an Arabic article calls it by, else what the tables do.

    The article itself is shown as its outlet, and said to be its own words.
    """
    own = set(table.loc[table["claimant"] == ARTICLE, "voice"])
    called: dict[str, list[str]] = {}
    for row in table[["voice", "speaker"]].dropna().drop_duplicates().to_dict("records"):
        called.setdefault(row["voice"], []).append(row["speaker"])
    return {
        voice: own_voice(voice, lang) if voice in own else _called(voice, called.get(voice, []), lang)
        for voice in table["voice"].unique()
    }


def own_voice(voice: str, lang: str) -> str:
    """The label of what an article says itself: the outlet's name where it is known."""
    return say("own_words", lang) if voice == ARTICLE else say("chart.own_voice", lang, outlet=voice)


def _called(voice: str, speakers: list[str], lang: str) -> str:
    """A name filed in Arabic is the person's own; one filed in English is said in the words of an Arabic article.

    Without such words it is what the tables call it in the language of the interface, where they hold it.
    """
    words = [name for name in speakers if _ARABIC.search(name)]
    if lang != "ar" or _ARABIC.search(voice) or not words:
        return claimant_name(voice, lang)
    short = [name for name in words if len(name.split()) <= 5]
    return max(short, key=len) if short else min(words, key=len)


def matrix_chart(table: pd.DataFrame, lang: str = "ar") -> Any:
    """Who said what kind of thing: voices down, kinds of claim across, the number of claims in each cell."""
    title = say("chart.matrix", lang)
    cells = matrix_cells(table, lang)
    return dressed(grid(cells, lang), title, matrix_summary(table, lang), lang) if cells else empty(title, lang)


def matrix_summary(table: pd.DataFrame, lang: str = "ar") -> str:
    """The chart in one line of text."""
    cells = [{"label": f"{c['row']}, {c['column']}", "n": c["n"]} for c in matrix_cells(table, lang) if c["n"]]
    return sentence(say("chart.matrix", lang), cells, lang)


def matrix_cells(table: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    """A cell for each of the fifteen voices heard most and each kind that occurs."""
    once = table[table["same_as"].isna()]
    counts = once.groupby(["voice", "kind"], sort=False).size()
    kinds = [kind for kind in KINDS if (once["kind"] == kind).any()]
    return [
        {"row": row["label"], "column": say(f"kind.{kind}", lang), "n": int(counts.get((row["key"], kind), 0))}
        for row in claimant_rows(table, lang)
        if row["key"]
        for kind in kinds
    ]
