"""Claimants as readers of Arabic and of English call them, and whether they are persons or organisations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from factcheck.lang import rows
from factcheck.lang.actors import Entry, entry_at
from factcheck.text import fold, tokenise

Kind = Literal["Organization", "Person"]

_BODIES = frozenset({"body", "international", "agency", "country", "seat"})
_HOLDERS = frozenset({"office", "people"})
_NAMED = frozenset({*_BODIES, *_HOLDERS, "capital"})


def claimant_name(claimant: str, lang: str) -> str:
    """The claimant as a language calls it: `اليابان: الحكومة` for `Japan: Government`; as filed where no table does."""
    country, colon, body = claimant.partition(": ")
    if not colon:
        return _names(lang).get(_key(claimant), claimant)
    named = [_names(lang).get(_key(part)) for part in (country, body)]
    if named[0] is None or named[1] is None:
        return claimant
    return ": ".join(name for name in named if name)


def claimant_names(claimant: str) -> tuple[str, ...]:
    """Every name a claimant may be looked up by: as filed, and as Arabic and English call it."""
    return tuple(dict.fromkeys((claimant, claimant_name(claimant, "ar"), claimant_name(claimant, "en"))))


@lru_cache(maxsize=1 << 12)
def claimant_kind(claimant: str, speaker: str | None = None) -> Kind | None:
    """What stands behind a claim by its claimant and the words an article calls it by; `None` where nothing tells.

    What is filed under a country, and whatever the tables hold as a body, is an organisation; who holds an office or
    has a calling is a person. Unnamed people (`شهود عيان`) and nouns of no table are neither; a name that no table
    speaks of is a person's.
    """
    if ": " in claimant or _is_organisation(claimant):
        return "Organization"
    if speaker and fold(speaker) != fold(claimant):
        apart = speaker.replace(claimant, " ")
        if _holds(apart, human=True):
            return "Person"
        if _holds(apart, human=False):
            return "Organization"
    return "Person" if _is_proper(claimant) and not _holds(claimant, human=True) else None


def _is_organisation(name: str) -> bool:
    """Whether a name is that of a body, or begins (Arabic) or ends (English) with what kind of body it is."""
    if _key(name) in _organisations():
        return True
    tokens = [token for token in tokenise(name) if token.kind == "word"]
    if not tokens:
        return False
    lang = _lang_of(name)
    if lang == "ar":
        entry = _entry(name, lang, 0)
        return entry is not None and _is_body(entry)
    first = _entry(name, lang, 0)
    if first is not None and first.kind in _HOLDERS and first.human:
        return False  # doctors at a hospital
    forms = [token.form for token in tokens]
    if forms[-1] in _company_words() and len(forms) > 1:
        return True
    found = (_entry(name, lang, i) for i in range(len(tokens)))
    return any(_is_body(entry) for entry in found if entry)


def _is_body(entry: Entry) -> bool:
    """Whether an entry is a body or a kind of one (`company`), not a paper that one wrote."""
    return entry.kind in _BODIES or (entry.kind == "people" and not entry.human and entry.rank != "paper")


def _holds(words: str, *, human: bool) -> bool:
    """Whether words name an office or a calling (`human`), or a kind of organisation."""
    lang = _lang_of(words)
    tokens = tokenise(words)
    found = (_entry(words, lang, i) for i in range(len(tokens)))
    return any(entry.kind in _HOLDERS and entry.human == human for entry in found if entry)


def _entry(text: str, lang: str, i: int) -> Entry | None:
    found = entry_at(text, tokenise(text), i, lang, _NAMED)
    return found.entry if found is not None else None


def _is_proper(name: str) -> bool:
    """Whether a claimant is filed as a name: two words or more, in English the first and the last with a capital."""
    words = name.split()
    return len(words) > 1 and (_lang_of(name) == "ar" or (words[0][:1].isupper() and words[-1][:1].isupper()))


def _lang_of(words: str) -> str:
    return "ar" if any("\u0620" <= sign <= "\u064a" for sign in words) else "en"


def _key(name: str) -> str:
    return " ".join(token.form for token in tokenise(name))


@cache
def _organisations() -> frozenset[str]:
    """Every organisation and body of the tables, in both languages, as written and as filed."""
    found: set[str] = set()
    for table in ("organisations", "bodies"):
        for lang in ("ar", "en"):
            for row in rows(lang, table):
                found |= {_key(row[0]), _key(row[4 if table == "organisations" else 2] if lang == "ar" else row[1])}
    return frozenset(found)


@cache
def _company_words() -> frozenset[str]:
    return frozenset(word for word, use, *_ in rows("en", "name_words") if use == "organisation")


@cache
def _names(lang: str) -> dict[str, str]:
    """The names of a language by those they are filed under, and by those of both languages; the first list wins."""
    found: dict[str, str] = {}
    for arabic, english in _pairs():
        name = arabic if lang == "ar" else english
        for key in (_key(english), _key(arabic)):
            found.setdefault(key, name)
    for written, filed, *_ in rows("en", "organisations"):  # «IAEA» has the Arabic name of what it is filed under
        found.setdefault(_key(written), found.get(_key(filed), filed))
    return found


def _pairs() -> Iterator[tuple[str, str]]:
    """Arabic and English names of one thing: countries, organisations, seats, bodies, offices, ministries."""
    english = {code: name for code, name, *_ in rows("en", "countries")}
    for code, arabic, *_ in rows("ar", "countries"):
        if code in english:
            yield arabic, english[code]
    for arabic, _, _, _, name in rows("ar", "organisations"):
        yield arabic, name
    for arabic, role, _, name, *_ in rows("ar", "places"):
        if role == "seat":
            yield arabic, name
    for arabic, _, name in rows("ar", "bodies"):
        yield arabic, name
    for arabic, _, number, rank, name in rows("ar", "offices"):
        if number == "sg" and rank in ("head", "office", "voice"):
            yield arabic if " " in arabic or arabic.startswith("ال") else f"ال{arabic}", name
    for arabic, name in rows("ar", "portfolios"):
        yield f"وزارة {arabic}", f"Ministry of {name}"
        yield f"وزير {arabic}", f"Minister of {name}"
