"""What matters of news a claim speaks of: payment, warning, shots; for telling claims of one thing from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.lang import rows
from factcheck.lang.stems import stem
from factcheck.text import fold

_VOWELS = "aeiou"


def matters_of(forms: Iterable[str], lang: str) -> frozenset[str]:
    """The matters that folded words are used for: `lang/<lang>/matters.tsv` lists them. No roots are compared: what
    shares one ("plan" and "plane", `حكومة` and `محكمة`) is often of another matter.
    """
    table = _matters(lang)
    keys = (stem(form, lang) if lang == "ar" else form for form in forms)
    return frozenset().union(*(table.get(key, frozenset()) for key in keys))


@cache
def _matters(lang: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for matter, words, *_ in rows(lang, "matters"):
        for word in words.split():
            for key in (stem(word, lang),) if lang == "ar" else _inflected(fold(word)):
                table[key] = table.get(key, frozenset()) | {matter}
    return table


def _inflected(word: str) -> Iterator[str]:
    """An English word with its regular inflections, as a noun and as a verb."""
    yield from (word, word + "s", word + "es", word + "ed", word + "ing")
    if word.endswith("e"):
        yield from (word + "d", word[:-1] + "ing")
    if word.endswith("y"):
        yield from (word[:-1] + "ies", word[:-1] + "ied")
    if len(word) > 2 and word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS:
        yield from (word + word[-1] + "ed", word + word[-1] + "ing")
