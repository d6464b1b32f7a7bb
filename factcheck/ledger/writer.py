"""Who writes, when, under which id: the only place that reads a clock, draws random ids and asks git for a name."""

from __future__ import annotations

import os
import subprocess
import time
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import LedgerError
from factcheck.events import FORMAT, Event, Target
from factcheck.events.kinds import KINDS, complaints, told
from factcheck.events.private import find_private


class Writer:
    """One writer session. Time and ids can be given, for tests and for records that must not change by the byte."""

    def __init__(
        self,
        folder: Path,
        author: str | None,
        clock: Callable[[], int] | None = None,
        new_id: Callable[[], str] | None = None,
        session: str | None = None,
    ) -> None:
        self.folder = folder
        self._author = author
        self.clock = clock or (lambda: time.time_ns() // 1_000_000)
        self.new_id = new_id or (lambda: uuid7(self.clock()))
        self.session = session or os.urandom(6).hex()

    @property
    def author(self) -> str:
        """The name events are written under; asked of git once. Raises `LedgerError` when nobody is named."""
        if self._author is None:
            self._author = os.environ.get("FACTCHECK_AUTHOR") or git_author(self.folder)
        name = self._author.strip()
        if not name or not name.isprintable() or len(name) > 200:
            raise LedgerError(
                f"The author is {self._author!r}; "
                "set FACTCHECK_AUTHOR, or: git config user.name 'Your Name', to a name on one line.",
                "told.author",
            )
        return name

    def event(
        self,
        kind: str,
        data: Mapping[str, Any],
        *,
        article: str | None = None,
        check: str | None = None,
        claim: str | None = None,
        target: Target | None = None,
        base: tuple[str, ...] = (),
    ) -> Event:
        """A new event, not yet written, of data that `check_kind` passed. Raises `LedgerError` for private words."""
        values = {name: value for name, value in data.items() if value is not None or _may_be_empty(kind, name)}
        return Event(
            FORMAT, self.new_id(), self.clock(), self._checked_author(values), kind, article, check, claim, target,
            base, values, None,
        )  # fmt: skip

    def _checked_author(self, values: Mapping[str, Any]) -> str:
        for code, name in find_private(values, self.author):
            what = "an e-mail address" if code == "P001" else "a telephone number"
            raise LedgerError(
                f"{code}: {name!r} holds {what}, which must not be in the record; "
                "keep it in private/ and name the file there instead."
            )
        return self.author


def check_kind(kind: str, data: Mapping[str, Any], subject: str) -> None:
    """Raise `LedgerError` for an unknown kind, a kind that is not for this subject, or data that breaks its rules."""
    if kind not in KINDS:
        raise LedgerError(f"There is no kind of event {kind!r}; it can be {', '.join(KINDS)}.")
    if subject not in KINDS[kind].on:
        raise LedgerError(f"An event of kind {kind!r} is about a {' or a '.join(KINDS[kind].on)}, not a {subject}.")
    for complaint in complaints(kind, data):
        key, values = told(kind, data) or (None, {})
        raise LedgerError(complaint, key, **values)


def _may_be_empty(kind: str, name: str) -> bool:
    return KINDS[kind].fields[name].empty


def git_author(folder: Path) -> str:
    """git's `user.name` as seen from `folder` or the nearest folder above it that is there; empty where none is set."""
    there = next((one for one in (folder, *folder.parents) if one.is_dir()), Path.cwd())
    try:
        asked = subprocess.run(
            ["git", "config", "user.name"], cwd=there, capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip()


def uuid7(milliseconds: int) -> str:
    """A UUID of version 7 (RFC 9562): the time, then 74 random bits from the system, safe across forks."""
    random = int.from_bytes(os.urandom(10), "big")
    low = (random >> 62 & 0xFFF) << 64 | 0b10 << 62 | random & (1 << 62) - 1
    return str(uuid.UUID(int=(milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | low))
