"""Phrases that tell how an account stands to those around it: contrast, estimate, part of a whole, rate, update."""

from __future__ import annotations

from functools import cache

from factcheck.lang import rows
from factcheck.text import Span, fold, tokenise

_LONGEST = 4


def signs_in(text: str, lang: str) -> frozenset[str]:
    """The signs whose phrases stand in a text: contrast, estimate, part, rate, update."""
    forms = [token.form for token in tokenise(text) if token.kind == "word"]
    table = _phrases(lang)
    return frozenset(
        sign
        for i in range(len(forms))
        for size in range(1, _LONGEST + 1)
        for form in {tuple(forms[i : i + size]), _bare(forms[i : i + size], lang)}
        for sign in table.get(form, ())
    )


def phrases_in(text: str, lang: str, sign: str) -> list[Span]:
    """Where the phrases of one sign stand in a text, in order."""
    tokens = [token for token in tokenise(text) if token.kind == "word"]
    table = _phrases(lang)
    return [
        Span(tokens[i].start, tokens[i + size - 1].end)
        for i in range(len(tokens))
        for size in range(1, min(_LONGEST, len(tokens) - i) + 1)
        if sign in table.get(tuple(token.form for token in tokens[i : i + size]), ())
    ]


def _bare(forms: list[str], lang: str) -> tuple[str, ...]:
    """The phrase without an attached و or ف before it."""
    first = forms[0]
    if lang == "ar" and first[0] in "وف" and len(first) > 3:
        return (first[1:], *forms[1:])
    return tuple(forms)


@cache
def _phrases(lang: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in rows(lang, "contrast"):
        words = tuple(fold(row[1]).split())
        table[words] = (*table.get(words, ()), row[0])
    return table
