"""dashboard · export: look at the work, take it away."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.errors import FactcheckError
from factcheck.workspace import Workspace


def register(app: typer.Typer) -> None:
    """Give the commands of this room to `app`."""
    for command in (dashboard, export):
        app.command()(command)


def dashboard(
    article: Annotated[str | None, typer.Argument(help="An article's id; by default the whole workspace.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write one self-contained page here.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the page, ar or en.")] = None,
) -> None:
    """Write the dashboard as one page that opens without a network."""
    from factcheck.report import write_dashboard

    if out is None:
        raise FactcheckError("Say where the page goes: factcheck dashboard --out FILE.html.")
    workspace = Workspace.open()
    if lang not in (None, "ar", "en"):
        raise FactcheckError(f"--lang is {lang!r}; it can be ar or en.")
    pieces = [(workspace.article(i), workspace.reading(i), workspace.state(i)) for i in _chosen(workspace, article)]
    write_dashboard(pieces, out, lang=lang or workspace.config.interface, example=workspace.config.example)
    print(f"The dashboard is at {out}; open it in a browser.")


def export(
    to: Annotated[Path, typer.Option("--to", help="A file ending in .csv, .xlsx, .parquet or .jsonl.")],
    article: Annotated[str | None, typer.Argument(help="An article's id; by default all.")] = None,
    excel: Annotated[bool, typer.Option("--excel", help="CSV for Excel: with BOM, formulas neutralised.")] = False,
) -> None:
    """Write the claims table with verdicts and statuses to a file; internal notes stay at home."""
    from factcheck.export import export_table

    workspace = Workspace.open()
    export_table(workspace.claims_table(article), to, excel=excel)
    print(f"The claims are in {to}.")


def _chosen(workspace: Workspace, article: str | None) -> list[str]:
    return [article] if article else workspace.current_ids()
