"""Sources between dashes or brackets, which stand as between commas: «أسفر الانفجار – بحسب الشرطة – عن مقتل 12»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.words import has_class
from factcheck.text import Token

_CLOSES = {"-": "-", "–": "–", "—": "—", "(": ")"}
_LONGEST = 14  # tokens of a source between dashes
_SOURCES = ("source.verb", "source", "also")


def with_asides(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with commas for the two dashes or brackets around a source within a line."""
    found = list(tokens)
    for i in [i for i, token in enumerate(tokens) if token.form in _CLOSES and token.kind == "mark"]:
        end = _closed(tokens, i)
        if end and any(has_class(tokens, i + 1, end, name) for name in _SOURCES):
            for k in (i, end):
                found[k] = Token(tokens[k].start, tokens[k].end, "،", "mark")
    return found


def _closed(tokens: Sequence[Token], i: int) -> int:
    """The token that closes what a dash or bracket opens behind a word of its line; 0 for none."""
    if not i or tokens[i - 1].kind not in ("word", "number"):
        return 0
    for k in range(i + 2, min(i + 2 + _LONGEST, len(tokens))):
        if tokens[k].kind == "line":
            return 0
        if tokens[k].form == _CLOSES[tokens[i].form]:
            return k
    return 0
