"""Words without what inflects them or joins them to their neighbours: for comparing what two claims are about."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache, lru_cache

from factcheck.lang import rows
from factcheck.text import Token, fold, tokenise

_JOINED = re.compile("^(?:[وف]?(?:[بك]?ال|لل)|و(?=...))")
_ENDINGS = re.compile(
    "(?:(?<=...)ونا|(?<=...)وهم|(?<=...)وها|هما|هم|هن|ها|كما|كم|نا|ون|ين|ان|ات|وا|يه|ية|ته|تين|تان|ة|ه|ي|ا|ت)$"
)
_VERB_OPENING = re.compile("^(?:سي|ست|سن|ي|ت)(?=...)")
_LONG_VOWELS = re.compile("(?<=.)[اويىئؤء]|^ا")
_PATTERN_OPENING = re.compile("^[منت](?=...)")
_PARTICIPLE = re.compile("م(..)و(.)(?:ه|ات|ين|ا)?")
_FEMININE = re.compile("(?<=...)ت$")
_HOLLOW = re.compile("ا(.)[اوي](.)")
_PREFIXES = "وفبلك"
_ENGLISH = re.compile("(?:ations?|ments?|ings?|ers?|ies|ied|ed|es|s|e|y)$")


@lru_cache(maxsize=1 << 16)
def stem(word: str, lang: str) -> str:
    """A light stem for look-ups and comparison, never shown: `السدود` and `سدود`, "repairs" and "repaired" share one.

    Broken plurals and irregular verbs stay apart; word lists hold them.
    """
    form = fold(word)
    if lang == "ar":
        form = _JOINED.sub("", form) or form
        short = _ENDINGS.sub("", form)
        form = short if len(short) >= 3 else form
        opened = _VERB_OPENING.sub("", form)
        return opened if len(opened) >= 3 else form
    form = re.sub("['’]s?$", "", form)
    short = _ENGLISH.sub("", form)
    if len(short) > 3 and short[-1] == short[-2]:
        short = short[:-1]
    return short if len(short) >= 3 else form


def core(word: str, lang: str) -> str:
    """What all inflections of a listed word hold: the Arabic word without its ending; in English nothing is asked.

    Tells the words of a list from others that come to share their stem: «تجمع» from «الجمعة», «توفي» from «وفي».
    """
    if lang != "ar":
        return ""
    form = unjoined(word, lang)
    short = _ENDINGS.sub("", form)
    return short if len(short) >= 3 else form


@lru_cache(maxsize=1 << 16)
def root(word: str, lang: str) -> str:
    """What a word shares with others of its meaning, never shown: its own root, or that of a word news uses for it.

    `مصاب` and `جريح` share one, "wounded" and "injured"; `lang/<lang>/synonyms.tsv` lists them.
    """
    own = _root(word, lang)
    return _synonyms(lang).get(own, own)


@cache
def _synonyms(lang: str) -> dict[str, str]:
    """The root of each listed word with that of the word that stands for it."""
    table: dict[str, str] = {}
    for row in rows(lang, "synonyms"):
        first, *others = (_root(word, lang) for word in row[0].split())
        for other in others:
            table.setdefault(other, first)
    return {other: first for other, first in table.items() if other != first}


@lru_cache(maxsize=1 << 16)
def _root(word: str, lang: str) -> str:
    """What a word shares with others made from its root: `إضراب` and `مضربين`, `خزنت` and `المخزون`.

    The stem without long vowels and the letter a verbal noun or participle opens with; at least three letters are kept.
    In English it is the stem of the stem. For telling what two claims share; a look-up in a word list takes the stem.
    """
    form = stem(_irregular().get(fold(word), word) if lang != "ar" else word, lang)
    if lang != "ar":
        return stem(form, lang)  # "ordered" is "order" and that, like "order" itself, "ord"
    if word[:1] == "و" and not _JOINED.match(word[1:]):
        word = "ال" + word  # whether it is the conjunction tells only what the text has besides
        form = stem(word, lang)
    if participle := _PARTICIPLE.fullmatch(unjoined(word, lang)):
        return participle[1] + participle[2]
    if hollow := _HOLLOW.fullmatch(_FEMININE.sub("", form)):
        return f"ا{hollow[1]}ا{hollow[2]}"  # «أعاد» and «أعيد», «أصاب» and «أصيب»
    for pattern in (_FEMININE, _PATTERN_OPENING, _LONG_VOWELS):
        short = pattern.sub("", form)
        form = short if len(short) >= 3 else form
    return form


@cache
def _irregular() -> dict[str, str]:
    """The irregular forms of English verbs with the form that stands for the verb: "left" with "leave"."""
    table: dict[str, str] = {}
    for base, past, participle, *_ in rows("en", "verbs"):
        for form in (past, participle):
            if form != base and not form.endswith("ed"):
                table.setdefault(form, base)
    return table


def unjoined(word: str, lang: str) -> str:
    """The folded word without the conjunction, preposition and article joined before it: `والسدود` is `سدود`."""
    form = fold(word)
    return (_JOINED.sub("", form) or form) if lang == "ar" else form


@cache
def empty_words(lang: str) -> frozenset[str]:
    """Folded words that say nothing of what a claim is about: particles, pronouns, auxiliaries, vague verbs."""
    return frozenset(fold(row[0]) for row in rows(lang, "empty_words"))


def words_of(text: str, lang: str) -> frozenset[str]:
    """The roots of the words that say what a text is about."""
    return frozenset(roots_of(tokenise(text), lang))


def roots_of(tokens: Sequence[Token], lang: str, known: Container[str] = ()) -> list[str]:
    """The same roots in text order, a word as often as it stands.

    An Arabic `و`, `ف`, `ب`, `ل` or `ك` before a word is joined to it where what is left has one of the `known` roots.
    """
    empty = empty_words(lang)
    found = []
    for token in tokens:
        form = token.form
        if token.kind != "word" or len(form) <= 2 or form in empty or (form[0] in _PREFIXES[:2] and form[1:] in empty):
            continue
        if lang == "ar" and form[0] in _PREFIXES and len(form) > 3 and root(form[1:], lang) in known:
            form = form[1:]
        found.append(root(form, lang))
    return found
