"""Repair: torn last lines are moved aside, and nothing is ever deleted."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import WorkspaceError


def repair(claims_dir: Path) -> list[Path]:
    """Move what follows the last whole line of each events file into `<file>.torn`; the files that were made.

    The torn bytes are on the disk under their new name before the file is cut. Raises `WorkspaceError` when a folder
    cannot be written; then the torn line is where it was.
    """
    moved = []
    for path in sorted([*claims_dir.glob("*/events/*.jsonl"), *claims_dir.glob("_checks/*/events/*.jsonl")]):
        try:
            if torn := _move_aside(path):
                moved.append(torn)
        except OSError as error:
            raise WorkspaceError(f"{path} cannot be repaired ({error.strerror}); check its permissions.") from None
    return moved


def _move_aside(path: Path) -> Path | None:
    data = path.read_bytes()
    whole = data.rfind(b"\n") + 1
    if whole == len(data):
        return None
    number = 0
    while True:
        torn = path.with_name(f"{path.name}.torn{f'.{number}' if number else ''}")
        try:
            with torn.open("xb") as stream:
                stream.write(data[whole:])
                stream.flush()
                os.fsync(stream.fileno())
            break
        except FileExistsError:
            number += 1
    with path.open("r+b") as stream:
        stream.truncate(whole)
        stream.flush()
        os.fsync(stream.fileno())
    return torn
