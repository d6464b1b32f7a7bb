"""The marks of Arabic text that the rules ask for."""

from __future__ import annotations

COMMAS = frozenset("،,؛;")
FINAL = frozenset(".!?؟…")
QUOTES = frozenset('"»”')  # those that close a quotation
QUOTES_OPEN = frozenset('"«“')
QUOTE_MARKS = '"«»“”'
