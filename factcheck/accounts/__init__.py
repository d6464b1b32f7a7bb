"""Accounts compared: where the voices of an article answer one question differently, and how the answers stand.

compare_accounts(claims) -> list[Disagreement]
accounts_sentence(disagreement, lang) -> str
"""

from factcheck.accounts.compare import compare_accounts
from factcheck.accounts.sentence import accounts_sentence

__all__ = ["accounts_sentence", "compare_accounts"]
