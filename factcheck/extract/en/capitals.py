"""Whether a word with a capital at the head of an English sentence is a common noun."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.extract.en.name_runs import word_roles
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words
from factcheck.text import tokenise

_KINDS = ("group", "title", "document", "male", "female", "told_by", "spokesperson")
_LEAST = 5  # letters of a word whose ending tells a plural or a gerund


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
    plural = small.endswith("s") and not small.endswith(("ss", "us", "is"))
    if len(small) < _LEAST or not (plural or small.endswith("ing")) or small in word_roles("organisation"):
        return False
    found = entry_at(word, tokenise(word), 0, "en")
    return found is None or found.entry.kind == "people"


@lru_cache(maxsize=4)
def _names_in(text: str) -> frozenset[str]:
    """The words a text writes with a capital behind another word, which opens no sentence."""
    return frozenset(re.findall(r"(?<=[\w,;’'] )[A-Z]\w+", text))
