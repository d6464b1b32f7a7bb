"""The country an article is set in, when its own words settle one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from factcheck.extract.ar.duals import is_many
from factcheck.extract.ar.words import words_of
from factcheck.lang.actors import Found, find_entries
from factcheck.text import Token, fold

_TELLING = frozenset({"country", "capital", "city", "region", "demonym", "seat"})
_OPENING = 400  # code points: headline, dateline and first paragraph weigh double
_DATELINE = 3  # what a place at the head of a line, before a dash or a bracket, weighs more
_SHARE = 0.6  # of all weight, what the first country must have


def find_setting(text: str, tokens: Sequence[Token], lang: str, names: Container[str]) -> str | None:
    """ISO 3166 alpha-3 of the country that an article's places and nationalities settle on; `None` when they do not.

    `names` holds the folded words of personal names, which tell nothing: a man called روسي is no Russian for it.
    """
    weights: Counter[str] = Counter()
    doubtful: list[Found] = []
    told = list(find_entries(text, tokens, lang, _TELLING))
    others = {found.entry.name for found in told if _ends_a_name(text, tokens, found)}  # "the Congress" is then theirs
    for found in told:
        country, at = found.entry.country, found.first
        if found.entry.kind == "seat" and found.entry.name in others:
            continue
        if country is not None and lang == "ar" and _is_plural_too(tokens, found):
            doubtful.append(found)
        elif (
            country is not None
            and tokens[at].form not in names
            and not (lang == "ar" and _is_seat_of_body(tokens, at))
            and not (lang == "en" and _is_of_person(text, tokens, found))
        ):
            weights[country] += 2 if tokens[at].start < _OPENING else 1
            weights[country] += _DATELINE if _opens_dateline(text, tokens, at, found.last) else 0
    for found in doubtful:
        if weights[found.entry.country or ""]:
            weights[found.entry.country or ""] += 1
    if not weights.total():
        return None
    first, most = weights.most_common(1)[0]
    return first if most >= 2 and most >= _SHARE * weights.total() else None


def _is_of_person(text: str, tokens: Sequence[Token], found: Found) -> bool:
    """Whether a city is somebody's first name: ", Sofia Orr, said", "By Milan Orr"."""
    at, after = found.first, found.last
    if found.entry.kind not in ("capital", "city") or after - at > 1 or after + 1 >= len(tokens):
        return False
    if tokens[after].kind != "word" or not text[tokens[after].start].isupper():
        return False
    led = at == 0 or tokens[at - 1].kind == "line" or tokens[at - 1].form in (",", "said", "says")
    return _is_in_byline(tokens, at) or (led and tokens[after + 1].form in (",", "said", "told", "says", "who"))


def _is_in_byline(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token stands in the line of those who wrote an article: "By Ana Ruiz and Milan Orr"."""
    first = at
    while first > max(0, at - _BYLINE) and tokens[first - 1].kind != "line":
        first -= 1
    return tokens[first].form == "by" and (first == 0 or tokens[first - 1].kind == "line")


def _is_seat_of_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether a city is only where a body sits: «المرصد الإقليمي، ومقره | القاهرة», «ومقرها في | جنيف»."""
    before = [token.form.removeprefix("و") for token in tokens[max(0, at - 2) : at]]
    return not words_of("body.seat").isdisjoint(before[-1:] if before[-1:] != [_IN] else before[:1])


def _is_plural_too(tokens: Sequence[Token], found: Found) -> bool:
    """Whether a capital's name is the plural of a noun as well: «سيول», Seoul or floods."""
    form = tokens[found.first].form
    return found.entry.kind == "capital" and is_many(form)


def _ends_a_name(text: str, tokens: Sequence[Token], found: Found) -> bool:
    """Whether a seat of power is the last word of another body's name: "the Dock Workers' Congress"."""
    if found.entry.kind != "seat" or found.first == 0:
        return False
    before = tokens[found.first - 1]
    capital = before.kind == "word" and text[before.start].isupper() and before.form not in ("the", "us", "in")
    return capital or before.form in ("'", "’") or before.form.endswith(("'s", "s'", "s’"))


def _opens_dateline(text: str, tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a place stands at the head of a line near the top as datelines do: "LISBON, 5 August", «وجدة - …»."""
    if tokens[at].start > _OPENING or last >= len(tokens) or tokens[last].form not in _AFTER_DATELINE:
        return False
    return at == 0 or tokens[at - 1].kind == "line" or _follows_town(text, tokens, at)


def _follows_town(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a town in capitals opens the line before a place: "SAINT-LOUIS, Senegal, 12 November"."""
    if tokens[at - 1].form != ",":
        return False
    first = at - 1
    while first > max(0, at - _TOWN) and tokens[first - 1].kind != "line":
        first -= 1
    town = text[tokens[first].start : tokens[at - 1].start]
    return (first == 0 or tokens[first - 1].kind == "line") and len(town) > 2 and town.isupper()


_IN = fold("في")
_BYLINE = 12  # tokens of those who wrote an article
_TOWN = 6  # tokens of a town with the comma behind it
_AFTER_DATELINE = frozenset("-–—ـ/(,،|")
