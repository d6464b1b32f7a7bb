"""Arabic number words: gender, case, construct and clitics."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.lang import rows
from factcheck.text import Token, by_spelling, fold


class NumberWord(NamedTuple):
    """A number word: its value, its class (`unit`, `tens`, `scale` …) and what is attached before it."""

    value: float
    cls: str
    clitic: int  # letters before the word itself, the article left in
    conjoined: bool
    definite: bool


@cache
def number_words() -> dict[str, tuple[float, str]]:
    """Folded word to value and class."""
    return {fold(word): (float(value), cls) for word, value, cls, *_ in rows("ar", "numbers")}


@cache
def _not_numbers() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "around_numbers") if row[1] == "not_number")


@cache
def units_alone() -> frozenset[str]:
    """The folded units of time that can stand without a number and mean one: `لمدة عام`."""
    return frozenset(fold(row[0]) for row in rows("ar", "around_numbers") if row[1] == "unit_alone")


@cache
def not_nouns() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "around_numbers") if row[1] == "function")


@by_spelling
def number_word(form: str) -> NumberWord | None:
    """What a folded word says as a number, its clitics و ف ب ل ك and ال taken off; `None` for any other word."""
    words = number_words()
    if form in _not_numbers():
        return None
    for clitic, definite, bare in strippings(form):
        found = words.get(bare) or (words.get(bare[:-1] + "ة") if bare.endswith("ه") else None)
        if found:
            return NumberWord(found[0], found[1], clitic, form[0] in "وف" and clitic > 0, definite)
    return None


def is_and_eleven(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a token that folds to "one" is the "and one" of eleven: `وأحد عشر`; not `كل واحد عشر سنوات`."""
    eleven = i + 1 < len(tokens) and tokens[i].form == "واحد" and tokens[i + 1].form == "عشر"
    return eleven and "أ" in text[tokens[i].start : tokens[i].end]


@by_spelling
def strippings(form: str) -> tuple[tuple[int, bool, str], ...]:
    """The ways to take clitics off a folded word, least first: letters taken before the article, definite, the rest."""
    ways: list[tuple[int, bool, str]] = []
    for conjunction in ("", "و", "ف"):
        if not form.startswith(conjunction):
            continue
        for preposition in ("", "ب", "ل", "ك"):
            n = len(conjunction) + len(preposition)
            if form.startswith(preposition, len(conjunction)) and len(form) - n >= 2:
                ways.append((n, False, form[n:]))
                if form.startswith("ال", n) and len(form) - n >= 4:
                    ways.append((n, True, form[n + 2 :]))
                elif preposition == "ل" and form.startswith("ل", n) and len(form) - n >= 3:
                    ways.append((n, True, form[n + 1 :]))
    return tuple(ways)


def skip_letters(text: str, start: int, end: int, n: int) -> int:
    """The offset after the first `n` letters of a word, diacritics and format marks passed over."""
    while n and start < end:
        n -= len(fold(text[start]))
        start += 1
    while start < end and not fold(text[start]):
        start += 1
    return start
