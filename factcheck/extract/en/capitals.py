"""Whether a word with a capital at the head of an English sentence is a common noun."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.lang.english import is_verb_form, words

_KINDS = ("group", "title", "document", "male", "female", "told_by", "spokesperson")
_LEAST = 5  # letters of a word whose ending tells a gerund


def is_common_noun(text: str, word: str, following: str) -> bool:
    """Whether `word` is no name, told by lists or its ending; `following` are the words behind it.

    A word before another with a capital, or that the text writes with a capital within a sentence, is taken for a name.
    """
    small = word.lower()
    if not following[:1].islower() or word in _names_in(text) or not word.isalpha():
        return False
    one = small.removesuffix("s")
    if any(small in words(kind) or one in words(kind) for kind in _KINDS):
        return True
    return small.endswith("ing") and len(small) >= _LEAST and _is_of_verb(small.removesuffix("ing"))


def _is_of_verb(stem: str) -> bool:
    """Whether a stem, with an e or one consonant less, is that of a verb whose past is told: "mov", "putt"."""
    return any(is_verb_form(form) for form in (f"{stem}ed", f"{stem}d", stem, f"{stem}e"))


@lru_cache(maxsize=4)
def _names_in(text: str) -> frozenset[str]:
    """The words a text writes with a capital behind another word, which opens no sentence."""
    return frozenset(re.findall(r"(?<=[\w,;’'] )[A-Z]\w+", text))
