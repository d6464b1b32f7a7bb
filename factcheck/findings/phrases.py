"""Phrases a list names, looked up by folded words, with an attached conjunction or preposition allowed before them."""

from __future__ import annotations

from functools import cache

from factcheck.lang import rows
from factcheck.text import Span, fold, tokenise


def find_phrases(text: str, lang: str, *roles: str) -> list[Span]:
    """Where the phrases of these roles stand in a text, in order, the longest at each place."""
    tokens = [token for token in tokenise(text) if token.kind == "word"]
    table, longest = _phrases(lang, roles)
    found: list[Span] = []
    for i, token in enumerate(tokens):
        forms = [t.form for t in tokens[i : i + longest]]
        for size in range(len(forms), 0, -1):
            if any(tuple(head) in table for head in _heads(forms[:size], lang)):
                found.append(Span(token.start, tokens[i + size - 1].end))
                break
    return found


def has_phrase(text: str, lang: str, *roles: str) -> bool:
    """Whether any phrase of these roles stands in a text."""
    return bool(find_phrases(text, lang, *roles))


def _heads(forms: list[str], lang: str) -> list[list[str]]:
    first = forms[0]
    if lang == "ar" and len(first) > 3 and first[0] in "وفبل":
        return [forms, [first[1:], *forms[1:]]]
    return [forms]


@cache
def _phrases(lang: str, roles: tuple[str, ...]) -> tuple[frozenset[tuple[str, ...]], int]:
    found = {tuple(fold(row[1]).split()) for row in rows(lang, "notices") if row[0] in roles}
    return frozenset(found), max(map(len, found), default=1)
