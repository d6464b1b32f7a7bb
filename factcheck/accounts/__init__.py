"""Accounts compared: where the voices of an article answer one question differently, and how the answers stand.

compare_accounts(claims) -> list[Disagreement]
accounts_sentence(disagreement, lang) -> str
as_judged(disagreements, judged) -> list[Disagreement]
standing_findings(findings, disagreements, judged) -> list[Finding]
"""

from factcheck.accounts.compare import compare_accounts
from factcheck.accounts.judged import as_judged, is_dismissed, standing_findings
from factcheck.accounts.sentence import accounts_sentence

__all__ = ["accounts_sentence", "as_judged", "compare_accounts", "is_dismissed", "standing_findings"]
