"""Runs of capitalised words in English that make one name, with its particles and initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from factcheck.extract.en.field_lists import field_list_end
from factcheck.lang import rows
from factcheck.lang.actors import Found, entry_at
from factcheck.lang.english import words
from factcheck.text import Token

SHORT_TITLES = frozenset(
    [
        "coun",
        "cllr",
        "gov",
        "sen",
        "rep",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "gen",
        "lt",
        "col",
        "capt",
        "sgt",
        "maj",
        "brig",
        "rev",
        "st",
        "jr",
        "sr",
        "hon",
        "engr",
        "barr",
        "supt",
        "insp",
        "cmdr",
        "adm",
        "fr",
    ]
)
_AFTER_HYPHEN = frozenset("based born led backed owned run held listed bound".split())  # noqa: SIM905
_OFFICE = frozenset({"office"})
_CHARGED = frozenset({"minister", "secretary", "commissioner", "spokesman", "spokeswoman", "spokesperson"})
_HELD = frozenset({"body", "people", "portfolio", "source"})  # what somebody is superintendent, leader or minister of
_UNIONS = frozenset("association confederation congress federation guild league union".split())  # noqa: SIM905
_LONGEST = 24  # tokens of a name
_FIELDS = ("tion", "sion", "ment", "ing", "ity", "ics", "ology", "control", "research", "studies", "sciences")
_STATES = frozenset({"country", "capital", "demonym"})
ORIGIN = frozenset({"country", "capital", "city", "demonym"})


def find_name_runs(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words of running text, in order; lines that write every word with a capital have none."""
    at, titles = 0, _title_lines(text, tokens)
    while at < len(tokens):
        if at in titles:
            at = titles[at]
            continue
        capital = text[tokens[at].start].isupper() and not _is_of_ministry(text, tokens, at)
        run = name_run(text, tokens, at, len(tokens)) if capital else None
        if run is not None:
            yield run
        at = at + 1 if run is None else run[1]


def name_run(text: str, tokens: Sequence[Token], at: int, last: int) -> tuple[int, int] | None:
    """The run of capitalised words that begins at token `at`: a name, with its particles and initials."""
    end = at
    while end < min(last, at + _LONGEST):
        listed = field_list_end(text, tokens, end, last) if end > at else None
        if listed is None and not _goes_on(text, tokens, at, end, last):
            break
        end = listed or end + 1
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
        if token.form in "'’":  # "the Volunteer Firefighters' League"
            return before.endswith("s") and tokens[end - 1].end == token.start and text[tokens[end + 1].start].isupper()
        abbreviated = token.form == "/" and len(before) == 1 and token.end == tokens[end + 1].start  # "Acme A/S"
        return abbreviated or token.form == "&" or (token.form in "-–" and token.end == tokens[end + 1].start)
    if token.form in ("of", "for"):
        organised = end > at and tokens[end - 1].form in word_roles("organisation")
        return organised and end + 1 < last and text[tokens[end + 1].start].isupper()
    if token.form == "and":
        return _joins_fields(text, tokens, at, end, last)
    if not text[token.start].isupper():
        hyphened = tokens[end - 1].form == "-" and token.form not in _AFTER_HYPHEN
        return end > at and (token.form in word_roles("joined") or hyphened)
    if token.form in word_roles("not_name") and not (end > at and _is_membership(text, tokens, at, end, last)):
        hyphened = end > at and end + 2 < last and tokens[end + 1].form == "-" and token.end == tokens[end + 1].start
        return hyphened and tokens[end + 1].end == tokens[end + 2].start  # "Kim In-seok"
    following = tokens[end + 1] if end + 1 < last else None
    if token.form in ("q", "h") and following is not None and following.kind == "number":
        return following.start != token.end  # "Acme Q3 profit"
    if not entry_at(text, tokens, end, "en", _OFFICE):
        return True
    closes = token.form.endswith("s") and (following is None or not text[following.start].isupper())
    if closes and any(
        tokens[k].form == "of" and tokens[k - 1].form in word_roles("organisation") for k in range(at + 1, end)
    ):
        return True  # "the Association of Letting Owners", not "the Ministry of Health Spokesman Jon Orr"
    if end + 1 < last and _is_membership(text, tokens, at, end + 1, last):
        return True  # "City Resident Doctors' Association"
    return _is_surname(text, tokens, at, end, last) or _is_membership(text, tokens, at, end, last)


def _joins_fields(text: str, tokens: Sequence[Token], at: int, end: int, last: int) -> bool:
    """Whether "and" joins two fields of one body: "Centre for Disease Prevention and Control"."""
    if _joins_members(text, tokens, at, end, last) or _joins_places(text, tokens, at, end, last):
        return True
    concerned = any(token.form in ("of", "for") for token in tokens[at + 1 : end])
    if not concerned or end + 1 >= last or not text[tokens[end + 1].start].isupper():
        return False
    if _is_union_of(text, tokens, at, end, last):
        return True
    field = tokens[end + 1].form.endswith(_FIELDS) or entry_at(text, tokens, end + 1, "en", frozenset({"portfolio"}))
    return bool(field)


def _is_union_of(text: str, tokens: Sequence[Token], at: int, end: int, last: int) -> bool:
    """Whether "and" joins whose trades an organisation is of: "Federation of Metal | and Mine Workers"."""
    of = next((k for k in range(at + 1, end) if tokens[k].form in ("of", "for")), end)
    organised = of < end and tokens[of - 1].form in _UNIONS
    behind = end + 1
    while behind < min(last, end + 4) and text[tokens[behind].start].isupper():
        behind += 1
    return organised and behind > end + 2 and tokens[behind - 1].form.endswith("s")


def _joins_members(text: str, tokens: Sequence[Token], at: int, end: int, last: int) -> bool:
    """Whether "and" joins whose an organisation is: "the Chemical | and Rubber Workers' Union"."""
    single = end == at + 1 and at > 0 and tokens[at - 1].form == "the"
    if not single or end + 3 >= last or not text[tokens[end + 1].start].isupper():
        return False
    for k in range(end + 2, min(end + 4, last - 1)):
        if not text[tokens[k].start].isupper():
            return False
        if _is_membership(text, tokens, at, k, last):
            return True
    return False


def _joins_places(text: str, tokens: Sequence[Token], at: int, end: int, last: int) -> bool:
    """Whether "and" joins what one body serves: "Devon | and Cornwall Police", with no other Devon but the place."""
    behind = end + 1
    while behind < min(last, end + 5) and tokens[behind].kind == "word" and text[tokens[behind].start].isupper():
        behind += 1
    if end != at + 1 or behind < end + 3 or tokens[behind - 1].form not in words("of_places"):
        return False
    if entry_at(text, tokens, at, "en", _STATES) is not None or tokens[at].form in words("of_places"):
        return False  # "Norway and Vale Council"
    name = text[tokens[at].start : tokens[at].end]
    return name not in _told_alone(text) or name in _places_in(text)


@lru_cache(maxsize=4)
def _told_alone(text: str) -> frozenset[str]:
    """The capitalised words of a text that stand anywhere else than before "and" or "&" and another."""
    return frozenset(re.findall(r"(?<![\w-])([A-Z][\w'-]+)(?! (?:and|&) [A-Z])", text))


@lru_cache(maxsize=4)
def _places_in(text: str) -> frozenset[str]:
    """The capitalised words of a text that something is in or near: "in Devon"."""
    return frozenset(re.findall(r"\b(?:[Ii]n|[Nn]ear) ([A-Z][\w'-]+)", text))


def _is_surname(text: str, tokens: Sequence[Token], at: int, end: int, last: int) -> bool:
    """Whether a title that is also a family name ends a name here: "Sara Lord said", not "Lord Owen", "a Thai King"."""
    followed = end + 1 < last and tokens[end + 1].kind == "word" and text[tokens[end + 1].start].isupper()
    surname = end > at and tokens[end].form in word_roles("surname") and not followed
    return surname and entry_at(text, tokens, at, "en", ORIGIN) is None


def _is_membership(text: str, tokens: Sequence[Token], at: int, end: int, last: int) -> bool:
    """Whether a word for people tells whose an organisation is: "Market Traders' Association", "Union of Teachers"."""
    if end > at + 1 and tokens[end - 1].form in ("of", "for"):
        return tokens[end].form.endswith("s")
    behind = end + 1 + (end + 1 < last and tokens[end + 1].form in "'’")
    organised = behind < last and tokens[behind].form in word_roles("organisation")
    return tokens[end].form.endswith("s") and organised and text[tokens[behind].start].isupper()


def is_titled(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word ends a title before a name: "Superintendent of Police Ana Ruiz", "Leader of the Opposition"."""
    of = at - 1 - (at > 1 and tokens[at - 1].form == "the")
    if of < 1 or tokens[of].form != "of" or not text[tokens[of - 1].start].isupper():
        return False
    office = entry_at(text, tokens, of - 1, "en", _OFFICE)
    return office is not None and entry_at(text, tokens, at, "en", _HELD) is not None


def is_inside_name(found: Found, run: tuple[int, int]) -> bool:
    """Whether a run of capitals that begins with an entry is a name of its own: "Gulf Coast Power", "Jordan Ayew"."""
    if found.entry.human and found.entry.number == "sg" and run[1] - found.last >= 2:
        return False  # "Survivor Ana Ruiz" at the head of a sentence
    if found.entry.kind in ("office", "people") and found.entry.number == "pl" and run[0] <= found.first:
        return run[1] > found.last  # "Students' Front"
    if found.entry.kind in ("region", "sea", "city", "country", "capital", "people", "portfolio"):
        return run[1] > found.last
    return False


@cache
def word_roles(role: str) -> frozenset[str]:
    """The words of one role in `name_words.tsv`: organisation, letter, joined, not_name, surname, reader."""
    return frozenset(row[0] for row in rows("en", "name_words") if row[1] == role)


def _title_lines(text: str, tokens: Sequence[Token]) -> dict[int, int]:
    """The first tokens of lines that write nearly every word with a capital, as headlines do, with their ends."""
    found: dict[int, int] = {}
    first = 0
    for last in [*(i for i, token in enumerate(tokens) if token.kind == "line"), len(tokens)]:
        long = [t for t in tokens[first:last] if t.kind == "word" and t.end - t.start > 3]
        if len(long) > 2 and tokens[last - 1].form != ".":
            capital = sum(text[t.start].isupper() for t in long)
            found |= {first: last} if capital * 10 >= len(long) * 9 else {}
        first = last + 1
    return found


def _is_of_ministry(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word ends the list of what a minister is of: "Minister of Trade, Youth and Sports Ana Ruiz"."""
    if is_titled(text, tokens, at):
        return True
    charged = at > 1 and tokens[at - 1].form == "for" and tokens[at - 2].form in _CHARGED  # "Minister for Agriculture"
    listed = at > 1 and (charged or tokens[at - 1].form in ("and", "of"))
    return listed and entry_at(text, tokens, at, "en", frozenset({"portfolio"})) is not None


@cache
def stand_ins() -> dict[str, frozenset[str]]:
    """For a noun such as "airline" the words that names of such organisations hold."""
    return {row[0]: frozenset(row[2].split()) for row in rows("en", "name_words") if row[1] == "stands"}


def kinds_meant(text: str, noun: str | None, before: int) -> frozenset[str]:
    """As `stand_ins` for one noun; nothing where the text tells of a listed body of that kind before an offset.

    "The central bank met. … The bank said": it is no "Vale Bank".
    """
    kinds = stand_ins().get(noun or "", frozenset())
    return frozenset() if noun and kinds and _first_body(text, noun) < before else kinds


@lru_cache(maxsize=32)
def _first_body(text: str, noun: str) -> int:
    """Where a text first tells of a body whose listed name ends in a noun, "central bank"; its length for nowhere."""
    listed = [row[0] for row in rows("en", "bodies") if row[0].endswith(f" {noun}")]
    found = re.search(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", text) if listed else None
    return len(text) if found is None else found.start()
