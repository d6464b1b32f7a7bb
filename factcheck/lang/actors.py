"""Those who act and speak in the news, and where: states, capitals, seats of government, bodies, offices, agencies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.lang import rows
from factcheck.text import Token, by_spelling, fold, tokenise


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the tables: its words, what it is, its country, the English name it is filed under, its grammar.

    `kind` is country · capital · seat · city · region · sea · demonym · body · international · agency · office ·
    people · portfolio; an office has its `rank` (head, office, voice, calling, honour).
    """

    words: tuple[str, ...]
    kind: str
    name: str
    country: str | None = None
    gender: str | None = None
    number: str = "sg"
    human: bool = False
    rank: str | None = None
    spelling: str | None = None  # capital: `Turkey` · acronym: `WHO`, not "Who" · shadda: `عمّان` · context


class Found(NamedTuple):
    """An entry of the tables at tokens `[first, last)`; `clitic` characters of the first word stand before the name."""

    first: int
    last: int
    entry: Entry
    clitic: int = 0


_ALIKE = 4  # letters in which the name of a country and of its people are alike
PLACES = frozenset({"country", "capital", "city", "region", "sea"})
ACTORS = frozenset({"country", "capital", "seat", "body", "international", "agency", "office", "people"})


def entry_at(
    text: str, tokens: Sequence[Token], i: int, lang: str, kinds: frozenset[str] | None = None
) -> Found | None:
    """The longest entry of one of `kinds` (any when `None`) that begins at token `i`, with clitics or without."""
    candidates = _candidates(lang, kinds)(tokens[i].form)
    if not candidates:
        return None
    following = tokens[i + 1].form if i + 1 < len(tokens) else ""
    for clitic, entry in candidates:
        words = entry.words
        if len(words) > 1 and not (following.startswith(words[1]) and _follow(tokens, i, words, lang)):
            continue
        if entry.spelling and not _fits_spelling(text, tokens[i], entry):
            continue
        return Found(i, i + len(words), entry, clitic)
    return None


def may_begin(form: str, lang: str, kinds: frozenset[str]) -> bool:
    """Whether an entry of some kinds may begin with a word."""
    return bool(_candidates(lang, kinds)(form))


def find_entries(text: str, tokens: Sequence[Token], lang: str, kinds: frozenset[str]) -> Iterator[Found]:
    """The entries of some kinds in a text, in order and without overlap, each the longest at its place."""
    end, candidates = 0, _candidates(lang, kinds)
    for i, token in enumerate(tokens):
        if candidates(token.form) and i >= end:
            found = entry_at(text, tokens, i, lang, kinds)
            if found is not None:
                end = found.last
                yield found


def actor_at(text: str, tokens: Sequence[Token], i: int, lang: str) -> Found | None:
    """The longest mention of an actor that begins at token `i`: a body, a state or its metonym, an office, a source."""
    return entry_at(text, tokens, i, lang, ACTORS)


def place_at(text: str, tokens: Sequence[Token], i: int, lang: str) -> Found | None:
    """The longest place name that begins at token `i`, whether or not something happens there."""
    return entry_at(text, tokens, i, lang, PLACES)


def country_name(code: str) -> str:
    """The English name of a country by its ISO 3166 alpha-3 code, as claimants are filed: `South Korea` for `KOR`."""
    return _countries()[code]


def institution(claimant: str) -> str:
    """The institution a claimant's voice belongs to, for counting voices.

    `South Korea: Joint Chiefs of Staff` and `South Korea: Military` are one, as are a minister and his ministry; a
    person, an organisation and anything else stands for itself.
    """
    country, colon, body = claimant.partition(": ")
    if not colon or country not in _country_names():
        return claimant
    body = _institutions().get(body, body)
    if body.startswith("Minister of "):
        body = f"Ministry of {body.removeprefix('Minister of ')}"
    return f"{country}: {body}"


def as_state(entry: Entry) -> str | None:
    """What a state, a capital or a seat of government stands for when it acts: `Japan: Government` for Tokyo."""
    if entry.country is None:
        return None
    if entry.kind in ("country", "capital"):
        return f"{country_name(entry.country)}: Government"
    return f"{country_name(entry.country)}: {entry.name}" if entry.kind == "seat" else None


@cache
def _candidates(lang: str, kinds: frozenset[str] | None) -> Callable[[str], tuple[tuple[int, Entry], ...]]:
    """What entries of some kinds may begin with a word as it stands, then without its clitics, with their length."""
    table = _table(lang)

    def beginning(form: str) -> tuple[tuple[int, Entry], ...]:
        entries = ((clitic, entry) for clitic, first in _bare(form, lang) for entry in table.get(first, ()))
        return tuple((clitic, entry) for clitic, entry in entries if kinds is None or entry.kind in kinds)

    return by_spelling(beginning)


def _bare(form: str, lang: str) -> tuple[tuple[int, str], ...]:
    """The word as it stands, then without the clitics it may carry (Arabic و ف ب ل ك, English 's), and their length."""
    if lang == "en":
        return ((0, form), (0, form[:-2])) if form.endswith("'s") else ((0, form),)
    found = [(0, form)]
    rest, cut = form, 0
    if len(rest) > 3 and rest[0] in "وف":
        rest, cut = rest[1:], 1
        found.append((cut, rest))
    if len(rest) > 3 and rest[0] in "بلك":
        found.append((cut + 1, rest[1:]))
        if rest.startswith("لل"):
            found.append((cut + 1, "ا" + rest[1:]))
    return tuple(found)


def _follow(tokens: Sequence[Token], i: int, words: tuple[str, ...], lang: str) -> bool:
    if i + len(words) > len(tokens):
        return False
    for k in range(1, len(words)):
        form = tokens[i + k].form
        if form != words[k] and not (lang == "en" and k == len(words) - 1 and form == words[k] + "'s"):
            return False
    return True


def _fits_spelling(text: str, token: Token, entry: Entry) -> bool:
    word, spelling = text[token.start : token.end], entry.spelling
    if spelling == "context":
        return entry.country is not None and _is_named(text, entry.country)
    if spelling == "shadda":
        return "\u0651" in word
    return word.removesuffix("'s").isupper() if spelling == "acronym" else word[0].isupper()


@lru_cache(maxsize=64)
def _is_named(text: str, country: str) -> bool:
    """Whether an Arabic text names a country, its people (`سوريا`, `السوريين` begin alike) or another place of it."""
    folded = fold(text)
    return any(name in folded for name in _names_of_countries().get(country, ()))


@cache
def _names_of_countries() -> dict[str, tuple[str, ...]]:
    """How the names of each country and its people begin in Arabic, and its places that are no other word."""
    table: dict[str, list[str]] = {}
    other_words = {name for name, _, _, _, *mark in rows("ar", "places") if mark}
    for code, name, *_ in rows("ar", "countries"):
        if name not in other_words:
            table.setdefault(code, []).append(fold(name).removeprefix("ال")[:_ALIKE])
    for name, _, code, _, *mark in rows("ar", "places"):
        if len(name) >= _ALIKE and not mark:
            table.setdefault(code, []).append(fold(name))
    return {code: tuple(names) for code, names in table.items()}


@cache
def _countries() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("en", "countries")}


@cache
def _country_names() -> frozenset[str]:
    return frozenset(_countries().values())


@cache
def _institutions() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("en", "institutions")}


@cache
def _table(lang: str) -> dict[str, tuple[Entry, ...]]:
    """Every entry by its first word, the longest first; of entries with the same words, the earlier list wins."""
    table: dict[str, list[Entry]] = {}
    for entry in _arabic_entries() if lang == "ar" else _english_entries():
        table.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(sorted(entries, key=lambda e: -len(e.words))) for first, entries in table.items()}


def _words(name: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokenise(name))


def _code(value: str) -> str | None:
    return None if value == "-" else value


def _places(lang: str) -> Iterator[Entry]:
    for name, role, code, english, *mark in rows(lang, "places"):
        spelling = "shadda" if "\u0651" in name else None if lang == "ar" else "capital"
        if lang == "ar" and mark:
            spelling = mark[0]
        if lang == "en" and name.isupper():
            spelling = "acronym"
        yield Entry(_words(name), role, english, _code(code), spelling=spelling)
    marked = {name for name, _, _, _, *mark in rows(lang, "places") if mark}
    for row in rows(lang, "countries"):
        if row[1] in marked:
            continue
        yield Entry(_words(row[1]), "country", row[-1], row[0], spelling="capital" if lang == "en" else None)


def _arabic_entries() -> Iterator[Entry]:
    """Every Arabic entry, those with «أميركي» in the other spelling too."""
    for entry in _written_entries():
        yield entry
        if any(_AMERICA in word for word in entry.words):
            yield replace(entry, words=tuple(word.replace(_AMERICA, _AMERICA_TOO) for word in entry.words))


def _written_entries() -> Iterator[Entry]:
    for name, gender, code, kind, english in rows("ar", "organisations"):
        yield Entry(_words(name), kind, english, _code(code), gender)
    yield from _places("ar")
    for code, forms, _ in rows("ar", "demonyms"):
        for form in forms.split(","):
            yield from _nisba(form, code) if form.endswith("ي") else _people(form, code)
    for phrase, gender, english in rows("ar", "bodies"):
        yield Entry(_words(phrase), "body", english, None, gender)
    for word, gender, number, rank, english in rows("ar", "offices"):
        yield from _with_article(Entry(_words(word), "office", english, None, gender, number, True, rank))
    for word, gender, number, human, english in rows("ar", "people"):
        paper = "paper" if human == "p" else None
        yield from _with_article(Entry(_words(word), "people", english, None, gender, number, human == "h", paper))
    for phrase, english in rows("ar", "portfolios"):
        yield Entry(_words(phrase), "portfolio", english)


def _people(form: str, code: str) -> Iterator[Entry]:
    """A people by a word of its own: `طاجيك`, `الأفغان`."""
    for word in (form, f"{form}ا", f"ال{form}"):
        yield Entry(_words(word), "demonym", _countries().get(code, ""), _code(code), "m", "pl")


def _with_article(entry: Entry) -> Iterator[Entry]:
    """A noun without and with the article ال, and in the accusative (مهندسا); a phrase stands as its list has it."""
    yield entry
    word = entry.words[0]
    if len(entry.words) > 1 or word.startswith("ال"):
        return
    if len(word) < 3:
        return
    yield replace(entry, words=(f"ال{word}",))
    if entry.human and entry.number == "sg" and not word.endswith(("ة", "ا")):
        yield replace(entry, words=(f"{word}ا",))


_AMERICA, _AMERICA_TOO = fold("أميرك"), fold("أمريك")
_ENDINGS = (
    ("", "m", "sg"), ("ة", "f", "sg"), ("ين", "m", "pl"), ("ون", "m", "pl"), ("ان", "m", "du"), ("ا", "m", "sg"),
    ("ات", "f", "pl"),
)  # fmt: skip


def _nisba(form: str, code: str) -> Iterator[Entry]:
    """A nationality adjective in its genders and numbers, with and without article (كوري شمالي → الكورية الشمالية)."""
    stem = _words(form)
    for ending, gender, number in _ENDINGS:
        for article in ("", "ال"):
            if stem[0].endswith("ي"):
                words = tuple(f"{article}{word}{ending}" for word in stem)
            else:  # جنوب أفريقي: the article stands on the first word, the ending on the last
                words = (article + stem[0], *stem[1:-1], stem[-1] + ending)
            yield Entry(words, "demonym", _countries().get(code, ""), _code(code), gender, number)


def _english_entries() -> Iterator[Entry]:
    for name, english, code, kind in rows("en", "organisations"):
        spelling = "acronym" if kind == "acronym" or english.isupper() else "capital"
        yield Entry(_words(name), kind.replace("acronym", "international"), english, _code(code), spelling=spelling)
    yield from _places("en")
    for code, forms in rows("en", "demonyms"):
        for form in forms.split(","):
            spelling = "acronym" if form.isupper() else "capital"
            yield Entry(_words(form), "demonym", _countries().get(code, ""), _code(code), spelling=spelling)
    for phrase, english in rows("en", "bodies"):
        yield Entry(_words(phrase), "body", english)
    for phrase, rank, english in rows("en", "offices"):
        yield from _english_noun(Entry(_words(phrase), "office", english, None, None, "sg", True, rank))
    for word, number, human in rows("en", "people"):
        yield Entry(_words(word), "people", word, None, None, number, human == "h", "paper" if human == "p" else None)
    for phrase, english in rows("en", "portfolios"):
        yield Entry(_words(phrase), "portfolio", english)


def _english_noun(entry: Entry) -> Iterator[Entry]:
    yield entry
    if entry.rank != "honour" and len(entry.words) == 1:
        yield replace(entry, words=(f"{entry.words[0]}s",), number="pl")
