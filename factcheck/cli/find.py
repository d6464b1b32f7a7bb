"""Finding what an argument names: the workspace, an article, a claim by its id or the beginning of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from factcheck.article import ARTICLE_ID
from factcheck.claim import Claim
from factcheck.errors import LedgerError, WorkspaceError
from factcheck.lang.claimants import claimant_names
from factcheck.ledger import Ledger
from factcheck.text import fold
from factcheck.workspace import Workspace

SHORTEST = 4


def article_of_workspace(name: str) -> tuple[Workspace, str] | None:
    """The workspace and article id `name` (an id, or a path into `data/`) stands for; `None` for any other file."""
    if not name:
        raise WorkspaceError("An article is named by its id, or a file by its path; nothing was given.")
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
            found.update(dict.fromkeys(_decided(workspace, article_id, claim), article_id))
        found.update({one: article_id for one in ids if one.startswith(claim)})
    if len(claim) < SHORTEST:
        raise LedgerError(f"{claim!r} is too short for a claim's id; give at least its first {SHORTEST} characters.")
    if claim in found:
        found = {claim: found[claim]}
    if len(found) != 1:
        count = "no claim" if not found else "more than one claim"
        raise LedgerError(f"{claim[:60]!r} names {count}; give an id, or its beginning, from: factcheck claims.")
    ((claim_id, article_id),) = found.items()
    return workspace.ledger(article_id, author), claim_id


def speakers_of(claims: Iterable[Claim]) -> dict[str, list[str]]:
    """What an article calls each of its claimants."""
    called: dict[str, list[str]] = {}
    for claim in claims:
        if claim.speaker:
            called.setdefault(claim.claimant, []).append(claim.speaker)
    return called


def is_called(letters: str, claim: Claim, called: Mapping[str, Sequence[str]]) -> bool:
    """Whether letters stand in a name of a claimant: as filed, in Arabic, in English, in the words of the article."""
    names = (*claimant_names(claim.claimant), *called.get(claim.claimant, ()))
    return any(fold(letters) in fold(name) for name in names)


def _decided(workspace: Workspace, article_id: str, claim: str) -> set[str]:
    """The claims people added, and those that carry the events of a claim whose id was another in an earlier text."""
    states = workspace.state(article_id).claims
    earlier = {now for now, state in states.items() if any((e.claim or "").startswith(claim) for e in state.events)}
    return {one for one in states if one.startswith(claim)} or earlier
