"""What a body of English is of, listed with commas: "Department for Food, Farming and Fisheries"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lang.english import words
from factcheck.text import Token

_LEADS = ("for", "of", "on")
_LONGEST = 4  # words of one field
_MOST = 24  # tokens of a list


def field_list_end(text: str, tokens: Sequence[Token], comma: int, last: int) -> int | None:
    """Where the list ends whose comma is token `comma`, with "and" before its last field; `None` where it is none."""
    if tokens[comma].form != "," or not _is_of_fields(text, tokens, comma):
        return None
    k = comma
    while k < min(last, comma + _MOST) and tokens[k].form == ",":
        joined = k + 1 < last and tokens[k + 1].form == "and"
        begin = k + 1 + joined
        end = _field_end(text, tokens, begin, last)
        if end == begin:
            return None
        if joined:
            return end
        k = end
    begin = k + 1
    end = _field_end(text, tokens, begin, last) if k < last and tokens[k].form == "and" else begin
    return end if end > begin else None


def _is_of_fields(text: str, tokens: Sequence[Token], comma: int) -> bool:
    """Whether a body and what it is of stand before a comma: "the Bureau of Tobacco | ,"."""
    k = comma - 1
    while k > max(1, comma - _LONGEST - 1) and _is_capital(text, tokens, k):
        k -= 1
    named = 1 <= k < comma - 1 and tokens[k].form in _LEADS
    return named and tokens[k - 1].form in words("of_fields") and _is_capital(text, tokens, k - 1)


def _field_end(text: str, tokens: Sequence[Token], begin: int, last: int) -> int:
    k = begin
    while k < min(last, begin + _LONGEST) and _is_capital(text, tokens, k):
        k += 1
    return k


def _is_capital(text: str, tokens: Sequence[Token], k: int) -> bool:
    return tokens[k].kind == "word" and text[tokens[k].start].isupper()
