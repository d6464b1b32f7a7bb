"""Phrases a list names, looked up by folded words, with an attached conjunction or preposition allowed before them."""

from __future__ import annotations

from functools import cache

from factcheck.lang import rows
from factcheck.text import Span, fold, tokenise


def find_phrases(text: str, lang: str, *roles: str) -> list[Span]:
    """Where the phrases of these roles stand in a text, in order, the longest at each place."""
    tokens = [token for token in tokenise(text) if token.kind == "word"]
    table = _phrases(lang, roles)
    found: list[Span] = []
    for i, token in enumerate(tokens):
        sizes = [
            len(words)
            for first in _heads(token.form, lang)
            for words in table.get(first, ())
            if len(words) == 1 or words[1:] == tuple(t.form for t in tokens[i + 1 : i + len(words)])
        ]
        if sizes:
            found.append(Span(token.start, tokens[i + max(sizes) - 1].end))
    return found


def has_phrase(text: str, lang: str, *roles: str) -> bool:
    """Whether any phrase of these roles stands in a text."""
    return bool(find_phrases(text, lang, *roles))


def _heads(form: str, lang: str) -> tuple[str, ...]:
    """The first word of a phrase as it stands, and without what may be attached before it."""
    return (form, form[1:]) if lang == "ar" and len(form) > 3 and form[0] in "وفبل" else (form,)


@cache
def _phrases(lang: str, roles: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of these roles by their first word."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows(lang, "notices"):
        if row[0] in roles:
            words = tuple(fold(row[1]).split())
            table[words[0]] = (*table.get(words[0], ()), words)
    return table
