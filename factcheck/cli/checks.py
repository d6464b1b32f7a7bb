"""check new · add · edit · show, and publish: claims grouped into a check, and its page for readers."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.find import ledger_of_claim
from factcheck.cli.record import Author, Format, written
from factcheck.cli.show import print_json, print_table
from factcheck.errors import ExportError, FactcheckError
from factcheck.workspace import Workspace

CheckId = Annotated[str, typer.Argument(metavar="CHECK", help="A check's id.")]


def register(app: typer.Typer) -> None:
    """Give the commands of this room to `app`."""
    checks = typer.Typer(help="Checks: claims grouped for one page.", no_args_is_help=True)
    for name, command in (("new", new), ("add", add), ("edit", edit), ("show", show)):
        checks.command(name)(command)
    app.add_typer(checks, name="check")
    app.command()(publish)


def new(
    title: Annotated[str, typer.Argument(help="The check's title.")],
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM…]")] = None,
    check_id: Annotated[str | None, typer.Option("--id", help="The check's id; by default from the title.")] = None,
    author: Author = None,
    output: Format = None,
) -> None:
    """Begin a check on one or more claims, of one article or several."""
    workspace = Workspace.open()
    chosen = [_place(workspace, claim) for claim in claims or ()]
    written(workspace.checks(author).new(title, chosen, check=check_id), output)


def add(
    check: CheckId,
    claim: Annotated[str, typer.Argument(metavar="CLAIM")],
    author: Author = None,
    output: Format = None,
) -> None:
    """Put a claim into a check."""
    workspace = Workspace.open()
    written(workspace.checks(author).add(check, *_place(workspace, claim)), output)


def edit(
    check: CheckId,
    title: str | None = None,
    bottom_line: Annotated[str | None, typer.Option(help="What was found, in a sentence or two.")] = None,
    how_we_checked: Annotated[str | None, typer.Option(help="How it was checked, for readers.")] = None,
    editor: str | None = None,
    lang: Annotated[str | None, typer.Option(help="Language of the page, ar or en.")] = None,
    main: Annotated[str | None, typer.Option(metavar="CLAIM", help="The main claim, which ClaimReview is of.")] = None,
    author: Author = None,
    output: Format = None,
) -> None:
    """Write what a check says: title, bottom line, how it was checked, editor, language, main claim."""
    workspace = Workspace.open()
    given = {
        "title": title, "bottom_line": bottom_line, "how_we_checked": how_we_checked, "editor": editor, "lang": lang,
        "main": main and _place(workspace, main)[1],
    }  # fmt: skip
    texts = {name: value for name, value in given.items() if value is not None}
    if not texts:
        raise FactcheckError(
            "There is nothing to write; give at least one of --title, --bottom-line, --how-we-checked."
        )
    written(workspace.checks(author).edit(check, **texts), output)


def show(check: Annotated[str | None, typer.Argument(metavar="[CHECK]")] = None, output: Format = None) -> None:
    """List the checks, or one with its claims."""
    states = Workspace.open().checks().state()
    if check is not None and check not in states:
        raise FactcheckError(f"There is no check {check!r}; there is: {', '.join(states) or 'none yet'}.")
    shown = [states[check]] if check else list(states.values())
    if output:
        print_json(shown)
    elif check:
        rows = [(c, a, "main" if c == shown[0].main_claim else "") for a, c in shown[0].claims]
        print_table(f"{check}: {shown[0].title}", ["claim", "article", ""], rows)
    else:
        listed = [(one.id, one.status, len(one.claims), one.title) for one in shown]
        print_table(f"{len(listed)} checks", ["check", "status", "claims", "title"], listed)


def publish(
    check: CheckId,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder the page is written to.")],
    url: Annotated[str | None, typer.Option(help="The address the page will have.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who publishes; by default factcheck.toml's publisher.")] = None,
    author: Author = None,
    output: Format = None,
) -> None:
    """Write a check's page and record its publication; refused with the list while a rule of the desk is broken."""
    from factcheck.report.check import Imprint, check_page

    workspace = Workspace.open()
    checks = workspace.checks(author)
    state = checks.state().get(check)
    if state is None:
        raise FactcheckError(f"There is no check {check!r}; there is: {', '.join(checks.state()) or 'none yet'}.")
    name = publisher or workspace.config.publisher
    if not name:
        raise ExportError(
            'The page needs its publisher\'s name; give --publisher, or publisher = "…" in factcheck.toml.'
        )
    day = datetime.now(UTC).date().isoformat()
    lang = state.lang or workspace.config.interface
    url = url or next((one["url"] for one in reversed(state.publications) if one.get("url")), None)
    page = check_page(state, workspace.checked(state), Imprint(name, day, lang, url, workspace.config.example)).encode()
    target, draft = out / f"{check}.html", out / f"{check}.html.tmp"
    try:
        out.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(page)
    except OSError as error:
        raise ExportError(f"{out} cannot be written ({error.strerror}); choose another folder.") from None
    if state.status == "withdrawn":  # its page says so; publishing it again would take the withdrawal back
        draft.replace(target)
        print(f"The page at {target} says that the check is withdrawn.")
        return
    try:
        event = checks.publish(check, url=url, date=day, digest=hashlib.sha256(page).hexdigest())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    written(event, output)
    if not output:
        print(f"The page is at {target}.")


def _place(workspace: Workspace, claim: str) -> tuple[str, str]:
    ledger, claim_id = ledger_of_claim(workspace, claim)
    return ledger.article, claim_id
