"""Errors a user can cause. Each message is one finished sentence: what came, what is accepted, what to do."""

from __future__ import annotations

from typing import Any


class FactcheckError(Exception):
    """The root of every error this package raises on purpose; the command line prints it and exits with 2.

    `key` names the message of the interface that tells a person at a screen the same, filled in with `values`.
    """

    def __init__(self, message: str = "", key: str | None = None, **values: Any) -> None:
        super().__init__(message)
        self.key = key
        self.values = values


class ArticleError(FactcheckError):
    """An article cannot be read: missing, empty, binary, wrongly encoded, badly declared, of an unknown language."""


class WorkspaceError(FactcheckError):
    """A folder is not a usable workspace, or something asked of it is not there."""


class LedgerError(FactcheckError):
    """The record cannot be read or written, or an event breaks its rules."""


class ConflictError(LedgerError):
    """A change was made against a state that has moved on."""


class ApprovalError(LedgerError):
    """A claim cannot be approved yet; `rules` are the codes of what does not hold (docs/rules.md)."""

    def __init__(self, message: str, rules: tuple[str, ...]) -> None:
        super().__init__(message)
        self.rules = rules


class EvidenceError(FactcheckError):
    """Evidence cannot be fetched, read or anchored."""


class ExportError(FactcheckError):
    """A table, page or chart cannot be written as asked."""
