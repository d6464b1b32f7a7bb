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
        end = _closing(tokens, i, lang)
        if end and _names_source(tokens, i + 1, end, lang):
            for k in (i, end):
                found[k] = Token(tokens[k].start, tokens[k].end, _COMMA[lang], "mark")
    return found


def _closing(tokens: Sequence[Token], i: int, lang: str) -> int:
    """The token that closes what a dash or bracket opens behind a word of its line; 0 for none."""
    if not i or tokens[i - 1].kind not in ("word", "number") or not _stands_apart(tokens, i, lang, opens=True):
        return 0
    for k in range(i + 2, min(i + 2 + _LONGEST, len(tokens))):
        if tokens[k].kind == "line":
            return 0
        if tokens[k].form == _CLOSES[tokens[i].form] and _stands_apart(tokens, k, lang, opens=False):
            return k
    return 0


def _stands_apart(tokens: Sequence[Token], k: int, lang: str, *, opens: bool) -> bool:
    """Whether a mark is no hyphen inside a compound, which has no gap before what it opens or behind what it closes:
    "Coca-Cola", "co- and ex-owners"; but "The bill -Orr says- will rise".
    """
    if tokens[k].form != "-":
        return True
    before = tokens[k - 1].end < tokens[k].start
    behind = k + 1 < len(tokens) and tokens[k].end < tokens[k + 1].start
    if lang == "en":
        return before if opens else behind
    return before or behind


def _names_source(tokens: Sequence[Token], first: int, last: int, lang: str) -> bool:
    if lang == "ar":
        return any(has_class(tokens, first, last, name) for name in ("source.verb", "source", "also"))
    if tokens[first].form == "according":
        return True
    ends = (tokens[first].form, tokens[last - 1].form)
    plain = all(token.kind in ("word", "number") for token in tokens[first:last])
    return 1 < last - first <= _SHORT and plain and not _SAY.isdisjoint(ends)
