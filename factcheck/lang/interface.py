"""The words of the interface in Arabic and English: message catalogues, with plural forms after CLDR."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from factcheck.lang import rows
from factcheck.lang.direction import own_order

_HOUSE: dict[str, dict[str, str]] = {}
_TOLD = ("worth.", "finding.note.", "chronology.", "accounts.note.")  # the messages that readings are written in
_NAMED = {"month": "month.", "months": "month.", "weekday": "weekday."}  # and, by what they fill, those filled in
_SENTENCE_END = re.compile(r"(?<=[.؟?]) ")
_HOLE = re.compile(r"\\{(\w+)\\}")


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Every message of a language by its key (`lang/<lang>/interface.tsv`: key, text), in the house's own words."""
    return {row[0]: row[1] for row in rows(lang, "interface")} | _HOUSE.get(lang, {})


def relabel(labels: Mapping[str, Mapping[str, str]]) -> None:
    """Put a house's own words, by language and key, in place of the catalogue's; an earlier call is forgotten.

    Raises `KeyError` for a language or key that no catalogue has, and changes nothing then.
    """
    for lang, words in labels.items():
        if unknown := set(words) - {row[0] for row in rows(lang, "interface")}:
            raise KeyError(f"{lang}.{min(unknown)}")
    _HOUSE.clear()
    _HOUSE.update({lang: dict(words) for lang, words in labels.items()})
    for made in (catalogue, retold, _messages):
        made.cache_clear()


def say(key: str, lang: str, **values: object) -> str:
    """The message `key` in `lang`, with `{names}` filled in. Raises `KeyError` for a key no catalogue has.

    Words of the other direction are isolated where they are filled in, so that they reorder nothing around them.
    """
    given = {name: own_order(value, lang) if isinstance(value, str) else value for name, value in values.items()}
    return catalogue(lang)[key].format(**given)


def say_count(key: str, lang: str, n: int) -> str:
    """The message for `n` things: the plural form `key.zero|one|two|few|many|other` of CLDR, else `.other`."""
    forms = catalogue(lang)
    return forms.get(f"{key}.{plural_form(n, lang)}", forms[f"{key}.other"]).format(n=n)


def plural_form(n: int, lang: str) -> str:
    """The CLDR plural category of a whole number in Arabic or English."""
    if lang != "ar":
        return "one" if n == 1 else "other"
    if n in (0, 1, 2):
        return ("zero", "one", "two")[n]
    rest = n % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


@lru_cache(4096)
def retold(text: str, lang: str) -> str:
    """The sentences of a reason or a note in `lang`, whichever language they were written in.

    A reading keeps what it says as sentences in its article's language. Each is found again by its words among the
    messages it can have been made of; what was filled in stays, and so, isolated, do words of no message.
    """
    whole = _sentence_retold(text, lang)
    if whole is not None:
        return whole
    parts = _SENTENCE_END.split(text)
    found = [_sentence_retold(part, lang) for part in parts]
    return " ".join(own_order(part, lang) if told is None else told for part, told in zip(parts, found, strict=True))


def _sentence_retold(text: str, lang: str) -> str | None:
    """One message of the other catalogue in `lang`, with what fills it; nothing where the text is none of them."""
    for key, pattern in _messages(_other(lang)):
        if found := pattern.fullmatch(text):
            return say(key, lang, **{hole: _filling(hole, words, lang) for hole, words in found.groupdict().items()})
    return None


def _filling(hole: str, words: str, lang: str) -> str:
    """What fills a message: a month or weekday that the tool names in `lang`, and words of the article as they were."""
    if hole not in _NAMED:
        return words
    other = _other(lang)
    names = {called: key for key, called in catalogue(other).items() if key.startswith(_NAMED[hole])}
    listed = words.split(say("list.join", other))
    if any(name not in names for name in listed):
        return words
    return say("list.join", lang).join(say(names[name], lang) for name in listed)


@cache
def _messages(lang: str) -> list[tuple[str, re.Pattern[str]]]:
    """Each message of a reading as a pattern, those with most words of their own first."""
    told = [(key, words) for key, words in catalogue(lang).items() if key.startswith(_TOLD)]
    told.sort(key=lambda row: -len(re.sub(r"\{\w+\}", "", row[1])))
    return [(key, re.compile(_HOLE.sub(r"(?P<\1>.+)", re.escape(words)))) for key, words in told]


def _other(lang: str) -> str:
    return "en" if lang == "ar" else "ar"
