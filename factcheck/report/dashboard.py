"""The dashboard as one page: where the work stands, and apart from it what was found; for editors, not for readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from factcheck import charts
from factcheck.accounts import as_judged, standing_findings
from factcheck.agreement import Agreement, recorded_agreement
from factcheck.article import Article
from factcheck.charts.dress import mixed
from factcheck.errors import ExportError
from factcheck.finding import Finding
from factcheck.lang.direction import own_order
from factcheck.lang.interface import retold, say
from factcheck.ledger.state import State
from factcheck.reading import Reading
from factcheck.report.html import Content, Html, element, figure, joined, link, name, page, table
from factcheck.table import accounts_table, claims_table, evidence_table, findings_table, progress_table
from factcheck.verdict import NO_VERDICT, VERDICTS

MOST_ROWS = 500
_ACROSS = ("matrix", "timeline")  # charts too wide to be read in half a page
_VERDICTS = {verdict.id: verdict for verdict in (*VERDICTS, NO_VERDICT)}

Piece = tuple[Article, Reading, State]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables a dashboard is made of."""

    claims: pd.DataFrame
    accounts: pd.DataFrame
    findings: pd.DataFrame
    evidence: pd.DataFrame
    progress: pd.DataFrame
    agreement: list[Agreement]


def write_dashboard(
    pieces: Sequence[Piece],
    path: str | Path,
    *,
    lang: str = "ar",
    example: bool = False,
    today: date | None = None,
) -> Path:
    """Write the dashboard of some articles as one page that opens without a request; its path comes back.

    `example` puts the words «مثال تدريبي» on top; with `today` it also shows what waits, and since when. Raises
    `ExportError` where the file cannot be written.
    """
    path = Path(path)
    text = dashboard_page(pieces, lang=lang, example=example, today=today)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror}); choose another folder.") from None
    return path


def dashboard_page(
    pieces: Sequence[Piece], *, lang: str = "ar", example: bool = False, today: date | None = None
) -> str:
    """The dashboard of some articles as HTML: summary charts of all, then each article with its accounts and claims."""
    tables = tables_of(pieces)
    title = say("desk", lang)
    if len(pieces) == 1:
        title = f"{title}: {own_order(pieces[0][0].outlet or pieces[0][0].id, lang)}"
    body = [
        element("h1", title),
        element("p", say("training_example", lang), class_="example") if example else None,
        overview(tables, lang, today),
        *(_article_part(piece, lang, number) for number, piece in enumerate(pieces)),
        element("h2", say("dashboard.claims", lang)),
        figure(charts.linked_chart(tables.claims, lang, listed=False).to_dict(), "chart-linked"),
        claims_list(tables.claims, lang),
    ]
    return page(title, body, lang, charts=True)


def tables_of(pieces: Sequence[Piece]) -> Tables:
    """The claims, accounts, findings and evidence of some articles, one table each, and what their record says."""
    claims = [claims_table(state.standing, state, article) for article, _, state in pieces]
    accounts = [accounts_of(piece) for piece in pieces]
    findings = [findings_table(standing_findings(r.findings, r.disagreements, s.judged)) for _, r, s in pieces]
    evidence = [evidence_table(state, article) for article, _, state in pieces]
    return Tables(
        pd.concat(claims, ignore_index=True),
        pd.concat(accounts, ignore_index=True),
        pd.concat(findings, ignore_index=True),
        pd.concat(evidence, ignore_index=True),
        progress_table(*(state for _, _, state in pieces)),
        recorded_agreement(*(state for _, _, state in pieces)),
    )


def accounts_of(piece: Piece) -> pd.DataFrame:
    """The accounts compared in an article, as people judged them."""
    article, reading, state = piece
    return accounts_table(as_judged(reading.disagreements, state.judged), reading.claims, article)


def overview(tables: Tables, lang: str, today: date | None = None) -> Html:
    """The charts over all claims, each under its heading."""
    sections = [
        element("section", element("h2", say(heading, lang)), figure(chart.to_dict(), f"chart-{key}"),
                class_="across" if key in _ACROSS else None)
        for key, chart, heading in overview_charts(tables, lang, today)
    ]  # fmt: skip
    return element("div", *sections, class_="pair")


def overview_charts(tables: Tables, lang: str, today: date | None = None) -> list[tuple[str, Any, str]]:
    """Key, chart and heading: the work, and apart from it what was found; sources, voices, days."""
    parts: list[tuple[str, Any, str]] = [
        ("status", charts.work_status_chart(tables.claims, lang), "dashboard.work"),
        ("verdicts", charts.verdicts_chart(tables.claims, lang), "dashboard.found"),
        ("progress", charts.progress_chart(tables.progress, lang), "dashboard.progress"),
        ("coverage", charts.coverage_chart(tables.claims, lang), "our_sources"),
        ("sources", charts.sources_chart(tables.evidence, lang), "dashboard.source_types"),
        ("findings", charts.findings_chart(tables.findings, lang), "we_noticed"),
        ("claimants", charts.claimants_chart(tables.claims, lang), "dashboard.voices"),
        ("matrix", charts.matrix_chart(tables.claims, lang), "dashboard.matrix"),
        ("timeline", charts.timeline_chart(tables.claims, lang), "dashboard.timeline"),
        ("agreement", charts.agreement_chart(tables.agreement, lang), "dashboard.agreement"),
    ]
    if today is not None:
        parts.insert(2, ("queue", charts.queue_chart(tables.claims, today, lang), "dashboard.queue"))
    return parts


def claims_list(claims: pd.DataFrame, lang: str) -> Html:
    """The claims as a static table, the first 500 of them; past that it says how many are left out."""
    shown = claims.head(MOST_ROWS)
    names = charts.voice_names(shown, lang)
    head = [say(key, lang) for key in ("claim", "claimant", "dashboard.mode", "dashboard.status", "dashboard.verdict")]
    rows = []
    for row in shown.to_dict("records"):
        flags = _flags(row, lang)
        sentence = element("td", element("span", str(row["sentence"]), dir="auto"), flags)
        cells = (
            sentence,
            element("td", name(names[str(row["voice"])])),
            element("td", say(f"mode.{row['mode']}", lang)),
            element("td", say(f"status.{row['status']}", lang)),
            element("td", verdict_mark(_text(row["verdict"]), lang)),
        )
        keys = {
            "data_claim": str(row["id"]),
            "data_status": str(row["status"]),
            "data_verdict": _text(row["verdict"]) or "none",
        }
        rows.append(element("tr", *cells, data_voice=str(row["voice"]), **keys))
    left = len(claims) - len(shown)
    more = element("p", say("dashboard.left_out", lang, n=left), class_="quiet") if left else None
    top = element("thead", element("tr", *(element("th", words, scope="col") for words in head)))
    whole = element("div", element("table", top, element("tbody", *rows)), class_="wide")
    count = element(
        "p", element("bdi", f"{len(shown)} / {len(shown)}", id="shown"), class_="filtered", aria_live="polite"
    )
    return joined([count, whole, more])


def verdict_mark(verdict: str, lang: str) -> Html:
    """A verdict as swatch, glyph and word; the swatch of no verdict is hollow."""
    entry = _VERDICTS.get(verdict, NO_VERDICT)
    fill = entry.colour if entry.id else "transparent"
    swatch = element(
        "span", class_="swatch", style=f"background:{fill};border-color:{entry.colour}", aria_hidden="true"
    )
    words = f"{entry.glyph} {say('verdict.' + (entry.id or 'none'), lang)}"
    return element("span", swatch, words, class_="nowrap")


def _article_part(piece: Piece, lang: str, number: int) -> Html:
    article, reading, state = piece
    return element(
        "section",
        element(
            "h2", name(article.outlet or article.id), " · ", element("span", article.id, dir="ltr", class_="quiet")
        ),
        _card(piece, lang),
        element("h3", say("we_noticed", lang)),
        _notes(reading, standing_findings(reading.findings, reading.disagreements, state.judged), lang),
        element("h3", say("accounts_compared", lang)),
        _accounts(accounts_of(piece), lang, f"accounts-{number}"),
    )


def _card(piece: Piece, lang: str) -> Html:
    article, reading, state = piece
    doubted = bool(reading.temporal_anomalies)
    day = article.page_date.isoformat() if article.page_date else None
    missing = say("dashboard.missing", lang)
    facts: list[tuple[str, Content]] = [
        ("publisher", name(article.outlet or missing)),
        (
            "page_date",
            joined([name(day or missing), f" — {say('date_not_settled', lang)}" if day and doubted else None]),
        ),
        ("dashboard.address", link(article.url, article.url) if article.url else missing),
        ("archived_copy", link(article.archived_url, article.archived_url) if article.archived_url else missing),
        ("dashboard.n_claims", str(len(state.claims))),
    ]
    return element("dl", *(joined([element("dt", say(key, lang)), element("dd", value)]) for key, value in facts))


def _notes(reading: Reading, findings: Sequence[Finding], lang: str) -> Html:
    items = [
        element("li", element("strong", say(f"finding.{finding.kind}", lang)), ": ", retold(finding.note, lang))
        for finding in findings
    ]
    why = [
        element(
            "li",
            retold(anomaly.note, lang),
            element("ul", *(element("li", retold(step, lang)) for step in anomaly.derivation)),
        )
        for anomaly in reading.temporal_anomalies
    ]
    if not items and not why:
        return element("p", say("chart.nothing", lang), class_="quiet")
    dates = (
        element("details", element("summary", say("dashboard.derivation", lang)), element("ul", *why)) if why else None
    )
    return joined([element("ul", *items), dates])


def _accounts(accounts: pd.DataFrame, lang: str, key: str) -> Html:
    if accounts.empty:
        return element("p", say("chart.nothing", lang), class_="quiet")
    sentences = accounts.drop_duplicates("question_id")
    told = [
        element("li", element("span", mixed(str(row[f"relation_{lang}"]), lang)), " ",
                element("span", f"({say('relation.' + str(row['relation']), lang)})", class_="quiet"))
        for row in sentences.to_dict("records")
    ]  # fmt: skip
    drawn = charts.questions(accounts)
    chart = figure(charts.accounts_chart(accounts, lang).to_dict(), key) if drawn else None
    head = [say(one, lang) for one in ("dashboard.question", "claimant", "chart.count", "claim")]
    names = charts.voice_names(accounts, lang)
    rows = [
        (name(row["question"]), name(names[str(row["voice"])]), name(row["value"]), name(_text(row["sentence"])))
        for row in accounts.to_dict("records")
    ]
    return joined([element("ul", *told), chart, _folded(say("dashboard.as_table", lang), table(head, rows))])


def _folded(title: str, content: Html) -> Html:
    return element("details", element("summary", title), content)


def _flags(row: dict[Any, Any], lang: str) -> Html | None:
    """What a reader of a claim must know beside its sentence: a denial, a date that is not settled, its words there."""
    dates = [mention["exact"] for mention in row["dates"] if not mention["settled"]]
    found = [
        element("strong", say("denial", lang)) if row["denied"] is True else None,
        *(joined([name(words), f": {say('date_not_settled', lang)}"]) for words in dates),
    ]
    notes = [element("li", one) for one in found if one]
    return element("ul", *notes, class_="flags quiet") if notes else None


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)
