"""Phrases of several words from the word lists, found in a row of tokens without searching the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from factcheck.text import Token, fold

V = TypeVar("V")


def goes_on(tokens: Sequence[Token], i: int, last: int, words: tuple[str, ...]) -> bool:
    """Whether a phrase whose first word stands at token `i` goes on with its other words before token `last`."""
    if i + len(words) > last:
        return False
    for k in range(1, len(words)):  # noqa: SIM110 — asked some thousand times an article; `all` costs twice as much
        if tokens[i + k].form != words[k]:
            return False
    return True


class Phrases(Generic[V]):
    """Phrases with a value each; `plain` brings a folded word to the form that is compared, on both sides."""

    def __init__(self, entries: Iterable[tuple[str, V]], plain: Callable[[str], str] = str) -> None:
        self._plain = plain
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in entries:
            words = tuple(plain(fold(word)) for word in phrase.split())
            self._by_first.setdefault(words[0], []).append((words, value))
            self._by_last.setdefault(words[-1], []).append((words, value))
        for table in (self._by_first, self._by_last):
            for found in table.values():
                found.sort(key=lambda entry: -len(entry[0]))

    def at(self, tokens: Sequence[Token], i: int) -> tuple[V, int] | None:
        """The longest phrase that begins at token `i`: its value and the index after it."""
        if i >= len(tokens):
            return None
        for words, value in self._by_first.get(self._plain(tokens[i].form), ()):
            if len(words) == 1 or (i + len(words) <= len(tokens) and self._goes_on(tokens, i, words)):
                return value, i + len(words)
        return None

    def _goes_on(self, tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> bool:
        for k in range(1, len(words)):  # noqa: SIM110 — as in `goes_on`
            if self._plain(tokens[i + k].form) != words[k]:
                return False
        return True

    def before(
        self, tokens: Sequence[Token], i: int, clitics: Callable[[str], Iterable[str]] = lambda form: (form,)
    ) -> tuple[V, int] | None:
        """The longest phrase that ends right before token `i`: its value and the index it begins at.

        `clitics` gives the readings of the phrase's first word in the text, clitics taken off.
        """
        if i <= 0:
            return None
        best: tuple[V, int] | None = None
        for form in clitics(tokens[i - 1].form):
            for words, value in self._by_last.get(self._plain(form), ()):
                first = i - len(words)
                if first < 0 or (best is not None and first >= best[1]):
                    continue
                if self._matches(tokens, first, words, clitics):
                    best = (value, first)
        return best

    def _matches(
        self, tokens: Sequence[Token], first: int, words: tuple[str, ...], clitics: Callable[[str], Iterable[str]]
    ) -> bool:
        if words[0] not in map(self._plain, clitics(tokens[first].form)):
            return False
        return all(self._plain(tokens[first + k].form) == words[k] for k in range(1, len(words)))
