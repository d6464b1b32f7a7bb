"""The commands of `factcheck`, gathered from their rooms."""

from __future__ import annotations

import typer

from factcheck import __version__
from factcheck.cli import checks, judge, look, read, record, rules

app = typer.Typer(
    help="Take articles apart into claims, compare their voices, check the chosen ones, keep the record.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
for room in (read, record, rules, checks, judge, look):
    room.register(app)


@app.callback(invoke_without_command=True)
def root(version: bool = typer.Option(False, "--version", help="Print the version and end.")) -> None:
    """Take articles apart into claims, compare their voices, check the chosen ones, keep the record."""
    if version:
        print(f"factcheck {__version__}")
        raise typer.Exit
