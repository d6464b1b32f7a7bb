"""judge: how two accounts stand to each other, as a person finds it, or that they are no pair at all."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.find import article_of_workspace
from factcheck.cli.record import Author, Format, written
from factcheck.errors import LedgerError
from factcheck.finding import Disagreement

Which = Annotated[str, typer.Argument(metavar="CLAIM", help="One of the pair's claims, or its first characters.")]


def register(app: typer.Typer) -> None:
    """Give the command of this room to `app`."""
    app.command()(judge)


def judge(
    article: Annotated[str, typer.Argument(metavar="ARTICLE")],
    first: Which,
    second: Which,
    relation: Annotated[str, typer.Argument(help="contradicts, compatible, refines or dismissed.")],
    because: Annotated[str, typer.Option(help="Why, in a sentence.")],
    author: Author = None,
    output: Format = None,
) -> None:
    """Say how two accounts stand to each other; `dismissed` where they are no pair. factcheck compare lists them."""
    found = article_of_workspace(article)
    if found is None:
        raise LedgerError(f"{article[:60]!r} is no article of the workspace; give one that factcheck claims lists.")
    workspace, article_id = found
    pair = _pair(workspace.reading(article_id).disagreements, first, second)
    written(workspace.ledger(article_id, author).judge_disagreement(pair.id, relation, because), output)


def _pair(pairs: tuple[Disagreement, ...], first: str, second: str) -> Disagreement:
    """The one pair whose claims begin with these letters, in either order."""
    met = [
        pair
        for pair in pairs
        for one, other in (pair.claims, pair.claims[::-1])
        if one.startswith(first) and other.startswith(second)
    ]
    if len({pair.id for pair in met}) != 1:
        count = "no pair" if not met else "more than one pair"
        raise LedgerError(f"{first[:30]!r} and {second[:30]!r} name {count}; factcheck compare lists the pairs.")
    return met[0]
