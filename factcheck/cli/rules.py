"""validate · repair · diff: the rules that CI runs, and what changed between two revisions."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from factcheck.cli.show import print_json
from factcheck.errors import FactcheckError
from factcheck.workspace import Workspace

FORMATS = ("text", "json", "github")


def register(app: typer.Typer) -> None:
    """Give the commands of this room to `app`."""
    for command in (validate, repair, diff):
        app.command()(command)


def validate(
    against: Annotated[
        str | None, typer.Option(metavar="REV", help="Also: nothing deleted or changed since REV.")
    ] = None,
    output: Annotated[str, typer.Option("--format", help="text, json or github.")] = "text",
) -> None:
    """Check the record by the rules: 0 clean, 1 rules broken, 2 unusable."""
    from factcheck.validate import validate_workspace

    if output not in FORMATS:
        raise FactcheckError(f"--format is {output!r}; it can be {', '.join(FORMATS)}.")
    workspace = Workspace.open()
    problems = validate_workspace(workspace.root, claims_dir=workspace.claims_dir, against=against)
    errors = [p for p in problems if p.severity == "error"]
    if output == "json":
        print_json(problems)
    elif output == "github":
        for p in problems:
            place = f"file={_github(p.path)},line={p.line or 1},title={p.code}"
            print(f"::{p.severity} {place}::{_github(f'{p.message} {p.remedy}')}")
    else:
        for p in problems:
            print(f"{p.path}:{p.line or 1}: {p.code} {p.severity}: {p.message} {p.remedy}")
        print(f"{len(errors)} errors, {len(problems) - len(errors)} warnings.", file=sys.stderr)
    raise typer.Exit(1 if errors else 0)


def repair() -> None:
    """Move torn last lines of the record aside; nothing is deleted."""
    from factcheck.validate import repair as repair_record

    moved = repair_record(Workspace.open().claims_dir)
    for path in moved:
        print(f"A torn tail was moved aside to {path}.")
    print(f"{len(moved)} torn tails.")


def diff(
    revisions: Annotated[str, typer.Argument(metavar="REV..REV")],
    markdown: Annotated[bool, typer.Option("--markdown", help="A table for a pull request.")] = False,
    output: Annotated[str | None, typer.Option("--format", help="json: one document.")] = None,
) -> None:
    """Show what changed in verdicts and evidence between two revisions of the record."""
    from factcheck.validate import diff_markdown, diff_revisions

    before, dots, after = revisions.partition("..")
    if not (before and dots) or after.startswith("."):
        raise FactcheckError(f"{revisions!r} is no range; give two revisions as REV..REV.")
    rows = diff_revisions(Workspace.open().root, before, after or "HEAD")
    if output:
        print_json(rows)
    elif markdown:
        print(diff_markdown(rows))
    else:
        for row in rows:
            print(" · ".join(str(value) for value in row.values()))


def _github(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
