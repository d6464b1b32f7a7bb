"""Take news articles apart into claims, see where voices differ, check the chosen ones, keep the record.

A front door of a few names; each is loaded when first asked for, so that importing the package stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.accounts import compare_accounts
    from factcheck.article import read_article
    from factcheck.evidence import Evidence
    from factcheck.extract.claims import extract_claims
    from factcheck.ledger import Ledger
    from factcheck.table import claims_table
    from factcheck.verdict import Verdict
    from factcheck.workspace import Workspace

__version__ = "0.1.0"
__all__ = [
    "Evidence",
    "Ledger",
    "Verdict",
    "Workspace",
    "claims_table",
    "compare_accounts",
    "extract_claims",
    "read_article",
]

_HOME = {
    "Evidence": "factcheck.evidence",
    "Ledger": "factcheck.ledger",
    "Verdict": "factcheck.verdict",
    "Workspace": "factcheck.workspace",
    "claims_table": "factcheck.table",
    "compare_accounts": "factcheck.accounts",
    "extract_claims": "factcheck.extract.claims",
    "read_article": "factcheck.article",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
