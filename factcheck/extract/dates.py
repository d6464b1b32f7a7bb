"""Dates in Arabic and English text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from factcheck.dates import DateMention
from factcheck.text import Token, tokenise


def find_dates(text: str, lang: str, reference: date | None, prefer: Literal["past", "future"] = "past") -> list[DateMention]:
    """The dates of `text` in order."""
    return dates_in(text, tokenise(text), lang, reference, prefer)


def dates_in(
    text: str, tokens: Sequence[Token], lang: str, reference: date | None, prefer: Literal["past", "future"] = "past"
) -> list[DateMention]:
    """Like `find_dates`, on tokens already made."""
    return []
