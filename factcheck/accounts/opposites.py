"""Words that exclude each other: "open" and "shut", «مفتوح» and «مغلق»."""

from __future__ import annotations

from functools import cache

from factcheck.lang import rows
from factcheck.lang.stems import stem


def are_opposite(left: frozenset[str], right: frozenset[str], lang: str) -> bool:
    """Whether a word of one claim, by its stem, excludes one of the other."""
    table = _opposites(lang)
    return any(table[word] & right for word in left & table.keys())


@cache
def _opposites(lang: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for row in rows(lang, "opposites"):
        for word, other in ((row[0], row[1]), (row[1], row[0])):
            key = stem(word, lang)
            table[key] = table.get(key, frozenset()) | {stem(other, lang)}
    return table
