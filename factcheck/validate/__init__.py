"""The rules that CI runs on a workspace, each with a code, a sentence and a remedy; and the repair of torn lines.

Accidents (torn, changed, moved, removed lines, changed article bytes) are found in the files themselves; deliberate
rewriting is found against a revision in git.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from factcheck.errors import WorkspaceError
from factcheck.validate.articles import Read, check_articles, check_captures
from factcheck.validate.desk import check_states
from factcheck.validate.diff import diff_markdown, diff_revisions
from factcheck.validate.files import check_folder
from factcheck.validate.history import check_against
from factcheck.validate.repair import repair
from factcheck.validate.rules import RULES, Problem, Rule, problem

__all__ = ["RULES", "Problem", "Rule", "diff_markdown", "diff_revisions", "repair", "validate_workspace"]


def validate_workspace(
    workspace_root: Path, *, claims_dir: Path | None = None, against: str | None = None
) -> list[Problem]:
    """Every rule broken in a workspace, by path and line; with `against`, also what changed since that revision.

    Raises `WorkspaceError` where there is nothing to check, a folder cannot be read, or git does not know the revision.
    """
    root = Path(workspace_root)
    claims_dir = claims_dir or root / "claims"
    if not root.is_dir() or not claims_dir.is_dir():
        raise WorkspaceError(f"There is no folder {claims_dir}; give a workspace with data/ and claims/.")
    shown = claims_dir.relative_to(root).as_posix() if claims_dir.is_relative_to(root) else claims_dir.as_posix()
    try:
        found = list(_broken(root, claims_dir, shown))
        if against is not None:
            found += check_against(root, claims_dir, shown, against)
    except OSError as error:
        raise WorkspaceError(f"{error.filename} cannot be read ({error.strerror}); check its permissions.") from None
    return sorted(found, key=lambda one: (one.path, one.line or 0, one.code, one.message))


def _broken(root: Path, claims_dir: Path, shown: str) -> Iterator[Problem]:
    read: dict[str, Read] = {}
    yield from check_articles(root, claims_dir, shown, read)
    yield from check_captures(claims_dir, shown)
    for folder in sorted(claims_dir.glob("*/events")):
        yield from check_folder(folder, f"{shown}/{folder.parent.name}/events", folder.parent.name, None)
    for folder in sorted(claims_dir.glob("_checks/*/events")):
        yield from check_folder(folder, f"{shown}/_checks/{folder.parent.name}/events", None, folder.parent.name)
    yield from check_states(root, claims_dir, shown, read)
    yield from _tracked_private(root)


def _tracked_private(root: Path) -> Iterator[Problem]:
    try:
        listed = subprocess.run(
            ["git", "-C", str(root), "ls-files", "-z", "--", "private"], capture_output=True, check=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return
    for path in filter(None, listed.split("\0")):
        yield problem("P003", path, None, "This file is in git, and must never be.")
