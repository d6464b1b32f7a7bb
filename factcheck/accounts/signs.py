"""Phrases that tell how an account stands to those around it: contrast, estimate, part of a whole, rate, update."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.lang import rows
from factcheck.text import Span, Token, fold, tokenise

_Phrase = tuple[tuple[str, ...], str]  # the words of a phrase, and its sign


def signs_in(text: str, lang: str) -> frozenset[str]:
    """The signs whose phrases stand in a text: contrast, estimate, part, rate, update."""
    return signs_of(word_forms(tokenise(text)), lang)


def signs_of(forms: list[str], lang: str) -> frozenset[str]:
    """The same, of a text's words as `word_forms` gives them."""
    table = _phrases(lang)
    found: set[str] = set()
    for i, form in enumerate(forms):
        bare = _bare(form, lang)
        phrases = table.get(form, ()) if bare is form else table.get(form, ()) + table.get(bare, ())
        for words, sign in phrases:
            if _follow(forms, i, words):
                found.add(sign)
    return frozenset(found)


def word_forms(tokens: Sequence[Token]) -> list[str]:
    """The folded words of a text."""
    return [token.form for token in tokens if token.kind == "word"]


def phrases_in(tokens: Sequence[Token], lang: str, sign: str) -> list[Span]:
    """Where the phrases of one sign stand in a text, in order."""
    tokens = [token for token in tokens if token.kind == "word"]
    forms = [token.form for token in tokens]
    table = _phrases(lang)
    return [
        Span(tokens[i].start, tokens[i + len(words) - 1].end)
        for i, form in enumerate(forms)
        for words, meant in table.get(form, ()) or table.get(_bare(form, lang), ())
        if meant == sign and _follow(forms, i, words)
    ]


def _bare(form: str, lang: str) -> str:
    """The word without an attached و or ف before it."""
    return form[1:] if lang == "ar" and len(form) > 3 and form[0] in "وف" else form


def _follow(forms: list[str], i: int, words: tuple[str, ...]) -> bool:
    """Whether the words of a phrase behind its first stand behind the form at `i`."""
    return len(words) == 1 or (forms[i + 1 : i + 2] == [words[1]] and tuple(forms[i + 1 : i + len(words)]) == words[1:])


@cache
def _phrases(lang: str) -> dict[str, tuple[_Phrase, ...]]:
    """The phrases by their first word, the shortest first."""
    table: dict[str, set[_Phrase]] = {}
    for row in rows(lang, "contrast"):
        words = tuple(fold(row[1]).split())
        table.setdefault(words[0], set()).add((words, row[0]))
    return {first: tuple(sorted(phrases, key=lambda p: (len(p[0]), p))) for first, phrases in table.items()}
