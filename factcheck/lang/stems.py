"""Words without what inflects them or joins them to their neighbours: for comparing what two claims are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck.lang import rows
from factcheck.text import Token, fold, tokenise

_JOINED = re.compile("^(?:[وف]?(?:[بك]?ال|لل)|و(?=..))")
_ENDINGS = re.compile("(?:هما|هم|هن|ها|كما|كم|نا|ون|ين|ان|ات|وا|يه|ية|ته|تين|تان|ة|ه|ي|ا|ت)$")
_VERB_OPENING = re.compile("^(?:سي|ست|سن|ي|ت)(?=...)")
_ENGLISH = re.compile("(?:ations?|ments?|ings?|ers?|ies|ied|ed|es|s|e|y)$")


@lru_cache(maxsize=1 << 16)
def stem(word: str, lang: str) -> str:
    """A light stem for look-ups and comparison, never shown: `السدود` and `سدود`, "repairs" and "repaired" share one.

    Broken plurals and irregular verbs stay apart; word lists hold them.
    """
    form = fold(word)
    if lang == "ar":
        form = _JOINED.sub("", form) or form
        short = _ENDINGS.sub("", form)
        form = short if len(short) >= 3 else form
        opened = _VERB_OPENING.sub("", form)
        return opened if len(opened) >= 3 else form
    form = re.sub("['’]s?$", "", form)
    short = _ENGLISH.sub("", form)
    if len(short) > 3 and short[-1] == short[-2]:
        short = short[:-1]
    return short if len(short) >= 3 else form


def unjoined(word: str, lang: str) -> str:
    """The folded word without the conjunction, preposition and article joined before it: `والسدود` is `سدود`."""
    form = fold(word)
    return (_JOINED.sub("", form) or form) if lang == "ar" else form


@cache
def empty_words(lang: str) -> frozenset[str]:
    """Folded words that say nothing of what a claim is about: particles, pronouns, auxiliaries, vague verbs."""
    return frozenset(fold(row[0]) for row in rows(lang, "empty_words"))


def words_of(text: str, lang: str) -> frozenset[str]:
    """The stems of the words that say what a text is about."""
    return frozenset(stems_of(tokenise(text), lang))


def stems_of(tokens: Sequence[Token], lang: str) -> list[str]:
    """The same stems in text order, a word as often as it stands."""
    empty = empty_words(lang)
    return [
        stem(token.form, lang)
        for token in tokens
        if token.kind == "word" and len(token.form) > 2 and token.form not in empty
    ]
