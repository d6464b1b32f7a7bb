"""dashboard · export: look at the work, take it away."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from factcheck.errors import FactcheckError
from factcheck.workspace import Workspace

TABLES = ("claims", "accounts", "evidence", "notes")


def register(app: typer.Typer) -> None:
    """Give the commands of this room to `app`."""
    for command in (dashboard, export):
        app.command()(command)


def dashboard(
    article: Annotated[str | None, typer.Argument(help="An article's id; by default the whole workspace.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write one self-contained page here.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the page, ar or en.")] = None,
    port: Annotated[int, typer.Option(help="Where the dashboard is served, without --out.")] = 8866,
    browser: Annotated[bool, typer.Option(help="Open it in a browser.")] = True,
) -> None:
    """Serve the dashboard with the editor's queue, or write it as one page that opens without a network."""
    workspace = Workspace.open()
    if lang not in (None, "ar", "en"):
        raise FactcheckError(f"--lang is {lang!r}; it can be ar or en.")
    if article is not None:
        workspace.article(article)
    if out is None:
        from factcheck.cli.serve import serve_dashboard

        raise typer.Exit(serve_dashboard(workspace, article, lang or workspace.config.interface, port, browser=browser))
    from factcheck.report import write_dashboard

    pieces = [(workspace.article(i), workspace.reading(i), workspace.state(i)) for i in _chosen(workspace, article)]
    write_dashboard(
        pieces, out, lang=lang or workspace.config.interface, example=workspace.config.example, today=date.today()
    )
    print(f"The dashboard is at {out}; open it in a browser.")


def export(
    to: Annotated[Path, typer.Option("--to", help="A file ending in .csv, .xlsx, .parquet or .jsonl.")],
    article: Annotated[str | None, typer.Argument(help="An article's id; by default all.")] = None,
    excel: Annotated[bool, typer.Option("--excel", help="CSV for Excel: with BOM, formulas neutralised.")] = False,
    table: Annotated[str, typer.Option(help="claims, accounts, evidence, or notes (internal).")] = "claims",
) -> None:
    """Write a table to a file: by default the claims with verdicts and statuses. Notes leave the house by name only."""
    import pandas as pd

    from factcheck.export import export_table
    from factcheck.table import evidence_table, notes_table

    if table not in TABLES:
        raise FactcheckError(f"--table is {table!r}; it can be {', '.join(TABLES)}.")
    workspace = Workspace.open()
    if table == "claims":
        found = workspace.claims_table(article)
    else:
        parts = []
        for one in _chosen(workspace, article):
            known = workspace.article(one)
            if table == "accounts":
                parts.append(workspace.accounts_table(one))
            else:
                made = evidence_table if table == "evidence" else notes_table
                parts.append(made(workspace.state(one), known))
        found = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
    export_table(found, to, excel=excel, lang=workspace.config.interface)
    print(f"The {table} are in {to}.")


def _chosen(workspace: Workspace, article: str | None) -> list[str]:
    return [article] if article else workspace.current_ids()
