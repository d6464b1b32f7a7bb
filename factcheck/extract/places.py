"""Where an article's events take place: place names after a preposition or beside a word such as "city", as written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.claim import Place
from factcheck.extract.ar import words as ar_words
from factcheck.extract.en import name_runs as en_runs
from factcheck.lang import rows
from factcheck.lang.actors import PLACES, Found, entry_at, may_begin, place_at
from factcheck.text import Token, by_spelling, fold

_BESIDE = frozenset({"preposition", "kind", "side"})
_REACH = 5  # tokens between an English preposition and the place: "in the port city of Odesa"
_ADJECTIVE_ENDINGS = ("ة", "ات", "ين", "ون")  # how an Arabic word after "city" ends that describes and does not name


def places_in(text: str, tokens: Sequence[Token], lang: str) -> list[Place]:
    """The places of events among `tokens` of `text`, in order: not nationality adjectives, not metonyms as subjects."""
    read = _arabic_place if lang == "ar" else _english_place
    found: list[Place] = []
    last_end = 0
    for at, token in enumerate(tokens):
        opens = _arabic_opens(token.form) if lang == "ar" else text[token.start].isupper()
        if not opens or token.kind != "word" or at < last_end:
            continue
        hit = read(text, tokens, at, last_end)
        if hit is None:
            continue
        start, last, country = hit
        end = tokens[last - 1].end
        if lang == "en" and text[start:end].endswith(("'s", "’s")):
            end -= 2
        found.append(Place(start, end, text[start:end], country))
        last_end = last
    return found


_Hit = tuple[int, int, str | None]  # start offset, last token, country


def _arabic_place(text: str, tokens: Sequence[Token], at: int, last_end: int) -> _Hit | None:
    form = tokens[at].form
    role, clitic = _arabic_role(form)
    place = place_at(text, tokens, at, "ar")
    if place is not None and place.last - at > 1:
        role = ""
    if role == "kind" and at + 1 < len(tokens):
        named = _named_after(text, tokens, at + 1)
        if named is not None:
            return _offset(text, tokens[at], clitic), *named
    if role == "side" and at + 1 < len(tokens):
        after = place_at(text, tokens, at + 1, "ar")
        if after is None and _arabic_role(tokens[at + 1].form)[0] == "side" and at + 2 < len(tokens):
            after = place_at(text, tokens, at + 2, "ar")
        if after is not None and not after.clitic:
            return _offset(text, tokens[at], clitic), after.last, after.entry.country
    if place is None or not _arabic_position(tokens, place, last_end):
        return None
    return _offset(text, tokens[at], place.clitic), place.last, place.entry.country


def _arabic_position(tokens: Sequence[Token], place: Found, last_end: int) -> bool:
    """Whether a place stands where something happens: after a preposition, with ب, or joined to such a place by و."""
    form = tokens[place.first].form
    prefix = form[: place.clitic]
    if prefix.endswith("ب"):
        return True
    before = tokens[place.first - 1].form if place.first else ""
    if prefix.startswith("و") and place.first == last_end and last_end:
        return True
    if prefix:
        return False
    if before in _origins() and place.entry.kind in ("country", "capital"):
        return place.first > 1 and tokens[place.first - 2].form in _each()
    return _arabic_role(before)[0] == "preposition"


def _named_after(text: str, tokens: Sequence[Token], at: int) -> tuple[int, str | None] | None:
    """The end and country of the name after "city", "province" …; `None` where an adjective or nothing follows."""
    place = place_at(text, tokens, at, "ar")
    if place is not None and not place.clitic:
        return place.last, place.entry.country
    token = tokens[at]
    if token.kind != "word" or len(token.form) < 3 or token.form.endswith(_ADJECTIVE_ENDINGS) or token.form in _stops():
        return None
    word = ar_words.word(token.form)
    if word.verb is not None or word.event or word.cue is not None:
        return None
    if token.form.startswith("ال") and token.form.endswith("ي"):
        return None
    last = at + 1
    if last < len(tokens) and not token.form.startswith("ال") and tokens[last].form.startswith("ال"):
        last += 0 if tokens[last].form.endswith(("ة", "ي")) else 1
    return last, None


def _english_place(text: str, tokens: Sequence[Token], at: int, last_end: int) -> _Hit | None:
    start = _english_position(tokens, at, last_end)
    if start is None:
        return None
    place = place_at(text, tokens, at, "en")
    run = en_runs.name_run(text, tokens, at, len(tokens))
    if place is None and run is None:
        return None
    ends_name = run is not None and place is not None and run[1] > place.last
    if place is not None and not (ends_name and run is not None and not _is_kind(tokens[run[1] - 1].form)):
        return tokens[start].start, place.last, place.entry.country
    if run is None or (place is None and entry_at(text, tokens, at, "en")) or not _names_a_place(tokens, run, start):
        return None
    return tokens[start].start, run[1], place.entry.country if place else None


def _names_a_place(tokens: Sequence[Token], run: tuple[int, int], start: int) -> bool:
    """Whether a run of capitals that is on no list names a place: "Marrow County", "in Bayou Vista"."""
    if _is_kind(tokens[run[1] - 1].form):
        return True
    organised = any(tokens[k].form in en_runs.word_roles("organisation") for k in range(*run))
    sure = start > 0 and tokens[start - 1].form in ("in", "near", "outside", "across")
    return sure and not organised and not tokens[run[1] - 1].form.endswith("'s")


def _english_position(tokens: Sequence[Token], at: int, last_end: int) -> int | None:
    """The first token of a place that stands after a preposition ("southern" is part of it); `None` elsewhere."""
    start, back = at, at - 1
    while back >= 0 and at - back <= _REACH:
        role = _english_roles().get(tokens[back].form)
        if role == "preposition":
            return start
        if role == "side" and back == start - 1:
            start = back
        elif role not in ("filler", "side", "kind"):
            break
        back -= 1
    if last_end and back >= 0 and tokens[back].form in ("and", ",") and back == last_end:
        return at
    return None


def _is_kind(form: str) -> bool:
    return _english_roles().get(form) == "kind" or form in ("county", "city")


def _offset(text: str, token: Token, clitic: int) -> int:
    """Where a word begins behind its clitics, which may carry vowel marks of their own."""
    start = token.start
    while clitic and start < token.end:
        start += 1
        clitic -= 1
        while start < token.end and not fold(text[start]):
            start += 1
    return start


@by_spelling
def _arabic_opens(form: str) -> bool:
    """Whether a place can begin with a word: a name of the tables, or a word such as "city" or "north"."""
    return _arabic_role(form)[0] in ("kind", "side") or may_begin(form, "ar", PLACES)


@by_spelling
def _arabic_role(form: str) -> tuple[str, int]:
    """The role of a word beside a place and the length of the clitic before it."""
    table = _arabic_roles()
    if form in table:
        return table[form], 0
    for clitic in (1, 2):
        if len(form) > clitic + 1 and all(letter in "وفبل" for letter in form[:clitic]) and form[clitic:] in table:
            return table[form[clitic:]], clitic
    return "", 0


@cache
def _arabic_roles() -> dict[str, str]:
    return {fold(row[0].split()[-1]): row[1] for row in reversed(rows("ar", "place_words")) if row[1] in _BESIDE}


@cache
def _english_roles() -> dict[str, str]:
    return {row[0]: row[1] for row in reversed(rows("en", "place_words"))}


@cache
def _stops() -> frozenset[str]:
    words = (row[0] for row in rows("ar", "name_words") if row[1] in ("stop", "preposition"))
    return frozenset(fold(word) for word in words) | _of_role("common")


@cache
def _of_role(role: str) -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "place_words") if row[1] == role)


def _origins() -> frozenset[str]:
    """Words such as من, after which a state is the giver or the seller more often than the place."""
    return _of_role("origin")


def _each() -> frozenset[str]:
    return _of_role("each")
