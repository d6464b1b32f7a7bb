"""Finding what an argument names: the workspace, an article, a claim by its id or the beginning of it."""

from __future__ import annotations

from pathlib import Path

from factcheck.article import ARTICLE_ID
from factcheck.claim import Claim
from factcheck.errors import LedgerError, WorkspaceError
from factcheck.ledger import Ledger
from factcheck.workspace import Workspace


def article_of_workspace(name: str) -> tuple[Workspace, str] | None:
    """The workspace and article id `name` (an id, or a path into `data/`) stands for; `None` for any other file."""
    path = Path(name)
    try:
        workspace = Workspace.open()
    except WorkspaceError:
        if path.exists() or not ARTICLE_ID.fullmatch(name):
            return None
        raise
    if path.suffix == ".txt" and path.absolute().parent == workspace.data_dir:
        return (workspace, path.stem) if path.is_file() else None
    if ARTICLE_ID.fullmatch(name) and not path.is_file():
        workspace.article(name)
        return workspace, name
    return None


def ledger_of_claim(workspace: Workspace, claim: str, author: str | None = None) -> tuple[Ledger, str]:
    """The record that holds a claim, and the claim's whole id. Raises `LedgerError` for none or several."""
    found: dict[str, str] = {}
    for article_id in workspace.current_ids():
        ids = {one.id for one in workspace.claims(article_id)}
        if not any(one.startswith(claim) for one in ids):
            ids |= set(workspace.ledger(article_id, author).state().claims)
        found.update({one: article_id for one in ids if one.startswith(claim)})
    if claim in found:
        found = {claim: found[claim]}
    if len(found) != 1 or len(claim) < 4:
        count = "no claim" if not found else "more than one claim"
        raise LedgerError(f"{claim!r} names {count}; give an id, or its first characters, from: factcheck claims.")
    ((claim_id, article_id),) = found.items()
    return workspace.ledger(article_id, author), claim_id


def claim_of(claims: tuple[Claim, ...], claim_id: str) -> Claim:
    """The claim with an id, among claims that have it."""
    return next(claim for claim in claims if claim.id == claim_id)
