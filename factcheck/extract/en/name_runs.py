"""Runs of capitalised words in English that make one name, with its particles and initials."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.lang import rows
from factcheck.lang.actors import entry_at
from factcheck.text import Token

SHORT_TITLES = frozenset("gov sen rep dr mr mrs ms prof gen lt col capt sgt maj brig rev st jr sr".split())  # noqa: SIM905
_AFTER_HYPHEN = frozenset("based born led backed owned run held listed bound".split())  # noqa: SIM905
_OFFICE = frozenset({"office"})
ORIGIN = frozenset({"country", "capital", "city", "demonym"})


def name_run(text: str, tokens: Sequence[Token], at: int, last: int) -> tuple[int, int] | None:
    """The run of capitalised words that begins at token `at`: a name, with its particles and initials."""
    end = at
    while end < last and _goes_on(text, tokens, at, end, last):
        end += 1
        if tokens[end - 1].form.endswith("'s"):
            break
    outside = word_roles("joined") | word_roles("letter")
    while end > at and (tokens[end - 1].kind != "word" or tokens[end - 1].form in outside):
        end -= 1
    return (at, end) if end > at else None


def _goes_on(text: str, tokens: Sequence[Token], at: int, end: int, last: int) -> bool:
    token = tokens[end]
    if token.kind != "word":
        if end == at or end + 1 >= last:
            return False
        before = tokens[end - 1].form
        if token.form == ".":
            return len(before) == 1 or before in SHORT_TITLES
        return token.form == "&" or (token.form in "-–" and token.end == tokens[end + 1].start)
    if token.form in ("of", "for"):
        organised = end > at and tokens[end - 1].form in word_roles("organisation")
        return organised and end + 1 < last and text[tokens[end + 1].start].isupper()
    if not text[token.start].isupper():
        hyphened = tokens[end - 1].form == "-" and token.form not in _AFTER_HYPHEN
        return end > at and (token.form in word_roles("joined") or hyphened)
    if token.form in word_roles("not_name"):
        return False
    return not entry_at(text, tokens, end, "en", _OFFICE) or _is_surname(text, tokens, at, end, last)


def _is_surname(text: str, tokens: Sequence[Token], at: int, end: int, last: int) -> bool:
    """Whether a title that is also a family name ends a name here: "Sara Lord said", not "Lord Owen", "a Thai King"."""
    followed = end + 1 < last and tokens[end + 1].kind == "word" and text[tokens[end + 1].start].isupper()
    surname = end > at and tokens[end].form in word_roles("surname") and not followed
    return surname and entry_at(text, tokens, at, "en", ORIGIN) is None


@cache
def word_roles(role: str) -> frozenset[str]:
    """The words of one role in `name_words.tsv`: organisation, letter, joined, not_name, surname, reader."""
    return frozenset(row[0] for row in rows("en", "name_words") if row[1] == role)
