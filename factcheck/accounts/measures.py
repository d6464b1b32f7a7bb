"""What the words of a text say is counted (the dead, the injured, a loss), and words that count anything."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck.lang import rows
from factcheck.lang.stems import core, root, stem, unjoined
from factcheck.text import Token, fold, tokenise

_Phrase = tuple[tuple[str, ...], str]  # what the inflections of each of its words hold, and its measure
_JOINED = 4  # letters of a form from which a preposition may be joined to it


def measures_in(text: str, start: int, lang: str) -> list[tuple[int, int, str]]:
    """The measures a text names: (start, end, measure), the longest phrase at each place, offset by `start`."""
    return measures_among(tokenise(text), start, lang)


def measures_among(tokens: Sequence[Token], start: int, lang: str) -> list[tuple[int, int, str]]:
    tokens = [token for token in tokens if token.kind in ("word", "number")]
    exact, stemmed, openings = _measures(lang)
    forms = [_behind_preposition(unjoined(token.form, lang), lang) for token in tokens]
    stems = [stem(form, lang) for form in forms]
    found: list[tuple[int, int, str]] = []
    i = 0
    while i < len(tokens):
        for size in (4, 3, 2, 1) if forms[i] in openings or stems[i] in openings else ():
            measure = exact.get(tuple(forms[i : i + size])) or _of_stems(
                stemmed.get(tuple(stems[i : i + size]), ()), forms[i : i + size]
            )
            if measure is not None and i + size <= len(tokens):
                found.append((start + tokens[i].start, start + tokens[i + size - 1].end, measure))
                i += size
                break
        else:
            i += 1
    return found


def _of_stems(phrases: Sequence[_Phrase], forms: Sequence[str]) -> str | None:
    """The measure of the first phrase whose words the forms are inflections of, and not others that share a stem."""
    return next(
        (measure for cores, measure in phrases if all(core in form for core, form in zip(cores, forms, strict=True))),
        None,
    )


@lru_cache(maxsize=1 << 14)
def _behind_preposition(form: str, lang: str) -> str:
    """An Arabic form without the «ب», «ل» or «ك» before it, where only what is left names a measure: «بمقتل»."""
    _, _, openings = _measures(lang)
    if lang != "ar" or len(form) < _JOINED or form[0] not in "بلك" or not openings.isdisjoint((form, stem(form, lang))):
        return form
    left = form[1:]
    return form if openings.isdisjoint((left, stem(left, lang))) else left


def is_counted(before: str, lang: str) -> bool:
    """Whether the words end with `عدد`, "number of", "toll": what follows is counted however far the number stands."""
    words = [unjoined(word, lang) for word in before.split()[-2:]]
    return any(word in generic_nouns(lang) for word in words)


@cache
def generic_nouns(lang: str) -> frozenset[str]:
    """Nouns that count anybody: person, case, number, toll; by form and stem."""
    found = {row[1] for row in rows(lang, "contrast") if row[0] == "counting"}
    return frozenset({unjoined(word, lang) for word in found} | {root(word, lang) for word in found})


@cache
def gauges(lang: str) -> frozenset[str]:
    """Roots of words a figure is told with whatever it counts: number, rate, total, rose."""
    return frozenset({root(row[1], lang) for row in rows(lang, "contrast") if row[0] == "gauge"})


@cache
def when_words(lang: str) -> frozenset[str]:
    """Words that open what else happened then, whose outcomes are not those of the numbers before them."""
    return frozenset(row[1] for row in rows(lang, "contrast") if row[0] == "when")


@cache
def _measures(lang: str) -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], list[_Phrase]], frozenset[str]]:
    """Phrases to measures, by their forms and by their stems, and the words they begin with; a form counts before a
    stem it shares with another.
    """
    exact: dict[tuple[str, ...], str] = {}
    stemmed: dict[tuple[str, ...], list[_Phrase]] = {}
    for row in rows(lang, "measures"):
        words = fold(row[0].removesuffix("=")).split()
        for given in (words, ["ال" + words[0], *words[1:]]) if words[0][0] == "و" else (words,):
            exact.setdefault(tuple(unjoined(word, lang) for word in given), row[1])
            if not row[0].endswith("="):
                cores = tuple(core(word, lang) for word in given)
                stemmed.setdefault(tuple(stem(word, lang) for word in given), []).append((cores, row[1]))
    return exact, stemmed, frozenset(words[0] for words in (*exact, *stemmed))
