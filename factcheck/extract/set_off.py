"""Sources between dashes or brackets, which stand as between commas: «أسفر الانفجار – بحسب الشرطة – عن مقتل 12»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.words import has_class
from factcheck.text import Token

_CLOSES = {"-": "-", "–": "–", "—": "—", "(": ")"}
_COMMA = {"ar": "،", "en": ","}
_LONGEST = 14  # tokens of a source between dashes
_SAY = frozenset(("say", "says", "said"))
_SHORT = 6  # tokens of "the ministry's spokesman said"


def with_commas(tokens: Sequence[Token], lang: str) -> list[Token]:
    """The tokens with commas for the two dashes or brackets around a source within a line."""
    found = list(tokens)
    for i in [i for i, token in enumerate(tokens) if token.form in _CLOSES and token.kind == "mark"]:
        end = _closing(tokens, i)
        if end and _names_source(tokens, i + 1, end, lang):
            for k in (i, end):
                found[k] = Token(tokens[k].start, tokens[k].end, _COMMA[lang], "mark")
    return found


def _closing(tokens: Sequence[Token], i: int) -> int:
    """The token that closes what a dash or bracket opens behind a word of its line; 0 for none."""
    if not i or tokens[i - 1].kind not in ("word", "number"):
        return 0
    for k in range(i + 2, min(i + 2 + _LONGEST, len(tokens))):
        if tokens[k].kind == "line":
            return 0
        if tokens[k].form == _CLOSES[tokens[i].form]:
            return k
    return 0


def _names_source(tokens: Sequence[Token], first: int, last: int, lang: str) -> bool:
    if lang == "ar":
        return any(has_class(tokens, first, last, name) for name in ("source.verb", "source", "also"))
    if tokens[first].form == "according":
        return True
    ends = (tokens[first].form, tokens[last - 1].form)
    plain = all(token.kind in ("word", "number") for token in tokens[first:last])
    return 1 < last - first <= _SHORT and plain and not _SAY.isdisjoint(ends)
