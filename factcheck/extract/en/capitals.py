"""The capital at the head of English words: whether it goes where they stand within a sentence."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.lang import rows
from factcheck.lang.english import is_verb_form, words

_KINDS = ("group", "title", "document", "male", "female", "told_by", "spokesperson", "collective")
_CALLINGS = (
    "ists", "eers", "keepers", "makers", "owners", "holders", "fighters", "workers", "goers", "dwellers", "growers"
)  # fmt: skip
_DOINGS = ("tions", "sions", "ments", "eries", "ities", "ances", "ences")  # "Negotiations", "Deliveries"
_OF_ONE = frozenset(("is", "was", "has", "had", "will", "would", "could", "may"))
_BEARING = frozenset(("per", "will", "down"))  # which a person or a thing may be called: "Per Berg"
_LEAST = 5  # letters of a word whose ending tells a gerund


def is_common_noun(text: str, word: str, following: str) -> bool:
    """Whether `word` is no name, told by lists or its ending; `following` are the words behind it.

    A word before another with a capital, or that the text writes with a capital within a sentence, is taken for a name.
    """
    small = word.lower()
    if not following[:1].islower() or word in names_in(text) or not word.isalpha():
        return False
    one = small.removesuffix("s")
    several = small.endswith("s") and following.partition(" ")[0] in ("were", "are", "have", "of")  # "Bricks were"
    several = several or (small.endswith(("tion", "ment")) and following.partition(" ")[0] in _OF_ONE)  # "Treatment is"
    if several or "S" in is_verb_form(small):
        return True  # "Guards", "Marks": what a text with no such name means by them
    if any(small in words(kind) or one in words(kind) for kind in _KINDS):
        return True
    if small in _several() or small.endswith((*_CALLINGS, *_DOINGS)):
        return True
    if small.endswith("ers") and small != "reuters" and _is_of_verb(small.removesuffix("ers")):
        return True  # "Farmers"
    if small.endswith("ors") and _is_of_verb(small.removesuffix("ors")):
        return True  # "Supervisors"
    done = is_verb_form(following.partition(" ")[0])
    if small in words("stuff") or (small in words("quality") and not set("bsdn") & set(done)):
        return True  # "Lightning was", "Heavy rain"
    if small.endswith("s") and not small.endswith(("ss", "us", "is")) and "n" in done and "d" not in done:
        return True  # "Swabs taken in May"
    if small.endswith("ed") and is_verb_form(small) and small not in words("not_ed"):
        return True  # "Damaged lines"
    return small.endswith("ing") and len(small) >= _LEAST and _is_of_verb(small.removesuffix("ing"))


@cache
def _several() -> frozenset[str]:
    """Words for several, and for people no one names: "troops", "residents"."""
    return frozenset(row[0] for row in (*rows("en", "nouns"), *rows("en", "people"))) - {"wolves"}


def _is_of_verb(stem: str) -> bool:
    """Whether a stem, with an e or one consonant less, is that of a verb whose past is told: "mov", "putt"."""
    return any(is_verb_form(form) for form in (f"{stem}ed", f"{stem}d", stem, f"{stem}e"))


@lru_cache(maxsize=4)
def names_in(text: str) -> frozenset[str]:
    """The words a text writes with a capital behind another word, which opens no sentence."""
    return frozenset(re.findall(r"(?<=[\w,;’'] )(?<! of )[A-Z]\w+", text))


def lowered(text: str, words_of: str) -> str:
    """The words with a small letter at their head, unless `text` always writes the first with a capital."""
    if words_of.startswith("["):
        return "[" + lowered(text, words_of[1:])
    head, space, rest = words_of.partition(" ")
    small = head.lower()
    known = small.rstrip(",]") in _small_words(text) and not (rest[:1].isupper() and _opens_name(text, head))
    known = known and not (small in _BEARING and rest[:1].isupper())
    known = known or small.partition("-")[0] in words("number")  # "Sixty-four"
    known = known or is_common_noun(text, head, rest)
    if head[1:].rstrip(",]").islower() and head != "I" and known:
        return small + space + rest
    return words_of if head != "A" else "a" + space + rest


def _opens_name(text: str, word: str) -> bool:
    """Whether a word that the text also writes with a small letter opens a name here: "Rail" of the "Rail Union"."""
    return word.lower() not in _closed() and word in names_in(text)


@cache
def _closed() -> frozenset[str]:
    classes = ("determiner", "subject_pronoun", "preposition", "number", "adverb", "subordinator", "vacant_ing")
    return frozenset().union(*(words(name) for name in classes)) | {"contrary"}


@lru_cache(maxsize=4)
def _small_words(text: str) -> frozenset[str]:
    """The words a text writes with a small letter, and those of the closed classes."""
    return _closed() | frozenset(
        word for word in text.replace("\n", " ").split(" ") if word.islower() and word.isalpha()
    )
