"""The country an article is set in, when its own words settle one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.lang.actors import entry_at
from factcheck.text import Token

_TELLING = frozenset({"country", "capital", "city", "region", "demonym", "seat"})
_OPENING = 400  # code points: headline, dateline and first paragraph weigh double
_LEAD = 1.7  # how far ahead of the second country the first must be


def find_setting(text: str, tokens: Sequence[Token], lang: str) -> str | None:
    """ISO 3166 alpha-3 of the country that an article's places and nationalities settle on; `None` when they do not."""
    weights: Counter[str] = Counter()
    at = 0
    while at < len(tokens):
        found = entry_at(text, tokens, at, lang, _TELLING)
        if found is None:
            at += 1
            continue
        if found.entry.country is not None:
            weights[found.entry.country] += 2 if tokens[at].start < _OPENING else 1
        at = found.last
    if not weights:
        return None
    (first, most), (_, second) = [*weights.most_common(2), ("", 0)][:2]
    return first if most >= 2 and most >= _LEAD * second else None
