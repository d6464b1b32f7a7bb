"""The phrases of the Arabic calendar, by their roles and by the words they begin with."""

from __future__ import annotations

from functools import cache

from factcheck.extract.ar.numbers import strippings
from factcheck.lang import rows
from factcheck.text import by_spelling, fold

Begun = dict[str, list[tuple[int, tuple[str, ...], str]]]


@cache
def table() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Role to first word to phrases, longest first."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for words, role, value, *_ in rows("ar", "calendar"):
        phrase = tuple(fold(word) for word in words.split())
        table.setdefault(role, {}).setdefault(phrase[0], []).append((phrase, value))
    for by_first in table.values():
        for phrases in by_first.values():
            phrases.sort(key=lambda entry: -len(entry[0]))
    return table


@by_spelling
def readings(form: str) -> tuple[tuple[int, str], ...]:
    """Readings without clitics; the article stays on, for names like `الأربعاء`."""
    found = [(n, bare) for n, definite, bare in strippings(form) if not definite]
    return (
        *found,
        *((n, "ال" + bare) for n, definite, bare in strippings(form) if definite and not form.startswith("ال", n)),
    )


@by_spelling
def begun(form: str) -> Begun:
    """By their role, the phrases that can begin with this word, longest first, and the letters of clitics before."""
    found: Begun = {}
    for n, bare in readings(form):
        for role, phrases in by_first_word().get(bare, {}).items():
            found.setdefault(role, []).extend((n, phrase, value) for phrase, value in phrases)
    return found


@by_spelling
def begun_bare(form: str) -> Begun:
    """By their role, the phrases that begin with this very word, longest first."""
    own = by_first_word().get(form, {})
    return {role: [(0, phrase, value) for phrase, value in phrases] for role, phrases in own.items()}


@cache
def by_first_word() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """First word to role to phrases, longest first."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for role, by_first in table().items():
        for first, phrases in by_first.items():
            found.setdefault(first, {})[role] = phrases
    return found


@by_spelling
def roles_of(form: str) -> frozenset[str]:
    """The roles whose phrases can begin with this word, clitics and the article left aside."""
    bares = {form, *(bare for _, _, bare in strippings(form)), *(bare for _, bare in readings(form))}
    return frozenset(role for bare in bares for role in by_first_word().get(bare, ()))
