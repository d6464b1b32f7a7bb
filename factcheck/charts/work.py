"""Where the work stands, and apart from it what was found: two questions, never one chart."""

from __future__ import annotations

from typing import Any

import pandas as pd

from factcheck.charts.dress import BAR, HOLLOW, bars, dressed, empty
from factcheck.lang.direction import SEMICOLON, Told
from factcheck.lang.interface import say
from factcheck.verdict import CONCLUDED, NO_VERDICT, STATUSES, VERDICTS


def work_status_chart(table: pd.DataFrame, lang: str = "ar") -> Any:
    """How many claims stand at each status; the subtitle gives concluded out of selected, never out of all."""
    title = say("chart.work_status", lang)
    rows = status_rows(table, lang)
    if not rows:
        return empty(title, lang)
    return dressed(bars(rows, lang, say("chart.claims", lang)), title, work_status_summary(table, lang), lang,
                   progress_sentence(table, lang))  # fmt: skip


def work_status_summary(table: pd.DataFrame, lang: str = "ar") -> str:
    """The chart in one line of text."""
    return sentence(say("chart.work_status", lang), status_rows(table, lang), lang, progress_sentence(table, lang))


def verdicts_chart(table: pd.DataFrame, lang: str = "ar") -> Any:
    """How many of the claims that were taken up have which verdict; all verdicts are listed, also those with none."""
    title = say("chart.verdicts", lang)
    rows = verdict_rows(table, lang)
    if not any(row["n"] for row in rows):
        return empty(title, lang)
    return dressed(bars(rows, lang, say("chart.claims", lang)), title, verdicts_summary(table, lang), lang,
                   say("hand_picked", lang))  # fmt: skip


def verdicts_summary(table: pd.DataFrame, lang: str = "ar") -> str:
    """The chart in one line of text."""
    return sentence(say("chart.verdicts", lang), verdict_rows(table, lang), lang)


def findings_chart(findings: pd.DataFrame, lang: str = "ar") -> Any:
    """What the tool noticed before anyone read, counted by kind; a finding is no verdict."""
    title = say("we_noticed", lang)
    rows = finding_rows(findings, lang)
    if not rows:
        return empty(title, lang)
    return dressed(bars(rows, lang, say("chart.findings", lang)), title, findings_summary(findings, lang), lang)


def findings_summary(findings: pd.DataFrame, lang: str = "ar") -> str:
    """The chart in one line of text."""
    return sentence(say("we_noticed", lang), finding_rows(findings, lang), lang)


def status_rows(table: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    """A row for each status that occurs, in the order of the work."""
    counts = counted(table, "status", "new") if "status" in table else {"new": len(table)}
    return [
        {"key": one, "label": say(f"status.{one}", lang), "n": counts[one], "colour": _status_colour(one)}
        for one in STATUSES
        if counts.get(one)
    ]  # fmt: skip


def verdict_rows(table: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    """A row for each verdict with glyph and word; the claims taken up that have none yet come last."""
    counts = counted(taken_up(table), "verdict")
    return [
        {"key": verdict.id, "label": f"{verdict.glyph} {say('verdict.' + (verdict.id or 'none'), lang)}",
         "n": counts.get(verdict.id, 0), "colour": verdict.colour,
         "hollow": verdict is NO_VERDICT}
        for verdict in (*VERDICTS, NO_VERDICT)
    ]  # fmt: skip


def finding_rows(findings: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    """A row for each kind of finding that occurs, the commonest first."""
    return [
        {"key": str(kind), "label": say(f"finding.{kind}", lang), "n": int(n), "colour": BAR}
        for kind, n in sorted(findings["kind"].value_counts().items(), key=lambda item: (-int(item[1]), str(item[0])))
    ]  # fmt: skip


def counted(table: pd.DataFrame, column: str, missing: str = "") -> dict[str, int]:
    """How often each value of a column stands in a table; nothing for a column it does not have."""
    if column not in table:
        return {}
    return {str(value): int(n) for value, n in table[column].fillna(missing).value_counts().items()}


def taken_up(table: pd.DataFrame) -> pd.DataFrame:
    """The claims somebody chose or began to check: neither new nor skipped."""
    return table[~table["status"].fillna("new").isin(["new", "skipped"])] if "status" in table else table.iloc[:0]


def progress(table: pd.DataFrame) -> tuple[int, int]:
    """How many claims are concluded, and how many were taken up."""
    chosen = taken_up(table)
    return int(chosen["status"].isin(sorted(CONCLUDED)).sum()) if len(chosen) else 0, len(chosen)


def progress_sentence(table: pd.DataFrame, lang: str) -> str:
    """Concluded out of selected, as a sentence."""
    concluded, selected = progress(table)
    return say("chart.progress_sentence", lang, concluded=concluded, selected=selected)


def sentence(title: str, rows: list[dict[str, Any]], lang: str, end: str = "") -> str:
    """Rows as one line: the title, then each label with its number."""
    words = SEMICOLON[lang].join(f"{row['label']} {row['n']}" for row in rows)
    return Told(f"{title}: {words}. {end}".strip(), lang)


def _status_colour(status: str) -> str:
    return HOLLOW if status in ("new", "skipped", "withdrawn") else "#2a7f62" if status in CONCLUDED else BAR
