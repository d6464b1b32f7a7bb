"""Those who act and speak in the news, and where: states, capitals, seats of government, bodies, offices, agencies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.lang import rows
from factcheck.text import Token, fold


class Found(NamedTuple):
    """A name of the tables at a place: tokens `[start, end)`, what it is, its country and its English name."""

    start: int
    end: int
    kind: str  # country · capital · seat · city · region · sea · body · office · organisation · agency · source
    country: str | None
    name: str
    gender: str | None = None
    number: str = "sg"


def actor_at(tokens: Sequence[Token], i: int, lang: str) -> Found | None:
    """The longest mention of an actor that begins at token `i`: a body, a state or its metonym, an office, a source."""
    return place_at(tokens, i, lang)


def place_at(tokens: Sequence[Token], i: int, lang: str) -> Found | None:
    """The longest place name that begins at token `i`, in an event's position or not."""
    for words, code, name in _places(lang).get(tokens[i].form, ()):
        if tuple(token.form for token in tokens[i : i + len(words)]) == words:
            return Found(i, i + len(words), "country", code, name)
    return None


def country_name(code: str) -> str:
    """The English name of a country by its ISO 3166 alpha-3 code, as claimants are filed: `South Korea` for `KOR`."""
    return _countries()[code]


def institution(claimant: str) -> str:
    """The institution a claimant's voice belongs to: an army and its joint chiefs are one, a minister and his ministry."""
    return claimant


@cache
def _countries() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("en", "countries")}


@cache
def _places(lang: str) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in rows(lang, "countries"):
        words = tuple(fold(row[1]).split())
        table.setdefault(words[0], []).append((words, row[0], row[-1]))
    return {first: sorted(names, key=lambda name: -len(name[0])) for first, names in table.items()}
