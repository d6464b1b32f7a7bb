"""Where an article's events take place: place names after a preposition or a word such as "city", as written."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Place
from factcheck.lang.actors import place_at
from factcheck.text import Token


def places_in(text: str, tokens: Sequence[Token], lang: str) -> list[Place]:
    """The places of events among `tokens` of `text`, in order: not nationality adjectives, not metonyms as subjects."""
    found: list[Place] = []
    i = 0
    while i < len(tokens):
        hit = place_at(text, tokens, i, lang)
        if hit is None:
            i += 1
            continue
        start, end = tokens[i].start, tokens[hit.last - 1].end
        found.append(Place(start, end, text[start:end], hit.entry.country))
        i = hit.last
    return found
