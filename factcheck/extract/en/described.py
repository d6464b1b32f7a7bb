"""Bodies that an English text calls by a noun beside their name, "payments company Norr", "Harle Aid, the charity that
runs it", and which of them "the company" means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.extract.en.name_runs import stand_ins, word_roles
from factcheck.lang.english import words

_NAME = r"([A-Z][\w’-]*(?: (?:of (?=[A-Z])|& )?[A-Z][\w’-]*){0,4})"
_ANY = frozenset(("company", "firm", "group"))  # any firm may be called so
_NEAR = 2  # sentences before a noun in which no other firm may be named
_MOST = 12  # names among which one is looked for
_WORD = 20  # characters in which the word before another stands
_LEAST = 3  # times that a text names the firm it is about


class _Called(NamedTuple):
    """A noun that a text calls a body by, its name, and where that ends in the text; `apart` where it is somebody's, or
    only its name tells its kind, so that "the company" is not it.
    """

    noun: str
    name: str
    end: int
    apart: bool = False


def called(text: str, noun: str, at: int, persons: frozenset[str]) -> str | None:
    """The one body that "the" and a noun mean at an offset, by the name that the text calls so before; else `None`.

    "The company" may be any firm: it is the only one of the text, or the one that its headline or first sentence names
    and that it names again and again, where no other is named close before. `persons` are the words of the names of
    those whose title or gender is told.
    """
    if noun not in _nouns():
        return None
    firms = _known(text, noun, persons)
    if not firms.told or firms.told[0][1] > at:
        return None
    if len(firms.names) == 1:
        return firms.told[0][0]
    near = text[_sentences_before(text, at) : at]
    others = firms.names - {firms.led}
    if noun not in _ANY or not 0 < firms.led_at <= at or any(_head(name) in near for name in others):
        return None
    return firms.led


@lru_cache(maxsize=4)
def firms_in(text: str) -> frozenset[str]:
    """The names of the bodies that a text calls by a noun beside them."""
    return frozenset(one.name for one in _called_in(text) if not one.apart)


class _Firms(NamedTuple):
    """The bodies that a noun may mean: their names, the first it can mean with where that is called so (none where it
    can mean no one), and the one that the text is about, with where it is first called so.
    """

    names: frozenset[str]
    told: tuple[tuple[str, int], ...]
    led: str | None
    led_at: int


@lru_cache(maxsize=32)
def _known(text: str, noun: str, persons: frozenset[str]) -> _Firms:
    known = [one for one in _called_in(text) if not _is_person(one.name, persons)]
    known = [one for one in known if one.noun in (_firms() if noun in _ANY else {noun})]
    told = sorted((one.end, one.name) for one in known if not (one.apart and noun in _ANY))
    if _tells_of_others(text, noun) or len({one.name for one in known}) > _MOST:
        told = []
    lead = text[: _lead_end(text)]
    led = [name for name in {one.name for one in known} if _head(name) in lead]
    often = len(led) == 1 and len(re.findall(rf"\b{re.escape(_head(led[0]))}\b", text)) >= _LEAST
    names = frozenset(one.name for one in known)
    at = next((end for end, name in told if often and name == led[0]), 0)
    return _Firms(names, tuple((name, end) for end, name in told[:1]), led[0] if often else None, at)


def _head(name: str) -> str:
    return name.partition(" ")[0]


def _is_person(name: str, persons: frozenset[str]) -> bool:
    return " " in name and persons.issuperset(name.lower().split())


@cache
def _firms() -> frozenset[str]:
    """Nouns for a firm: "airline", "insurer", "company"."""
    return words("firm_called") | _ANY


@cache
def _nouns() -> frozenset[str]:
    return _firms() | words("body_called")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A noun right before a name, one set off before or behind it, and one that says of itself what a sentence tells:
    "Vale Steel will shut its mill, the company said".
    """
    nouns = "|".join(sorted(_nouns()))
    opened = rf"(?:[Tt]he|[Ii]ts|[Tt]heir) (?:[\w’'-]+ ){{0,3}}?({nouns}), {_NAME},"
    lead = "(?:the|an?) (?:(?!of |at |for |from |in |by )[\\w’'-]+ ){0,4}?"
    behind = rf"\b{_NAME}, {lead}({nouns})(?= (?:that|which|of|in)\b|[,.;])"
    says = rf"the ({nouns}) (?:said|confirmed|announced)\b"
    own = rf"(?:^|(?<=[.”\"—–-] )){_NAME} (?:will|would|has|had|is|was|plans) [^.\n]{{1,200}}, {says}"
    return tuple(re.compile(one, re.M) for one in (rf"\b({nouns}) {_NAME}", opened, behind, own))


_SHARES = re.compile(rf"\b[Ss]hares (?:in|of) {_NAME}|\b{_NAME} shares\b")
_RUNS = re.compile(rf"\b{_NAME}, which (?:owns|operates|runs|makes|built)\b")


@lru_cache(maxsize=4)
def _called_in(text: str) -> tuple[_Called, ...]:
    """Each noun that a text calls a body by, with the fullest form of its name."""
    found = list(_found(text))
    alike: dict[str, set[str]] = {}
    for one in found:
        alike.setdefault(_head(one.name), set()).add(one.name)
    full = {name: _fullest(name, names) for names in alike.values() if len(names) <= _MOST for name in names}
    return tuple(one._replace(name=full.get(one.name, one.name)) for one in found)


def _found(text: str) -> Iterator[_Called]:
    plain, opened, behind, own = _patterns()
    kinds = stand_ins()["company"] | stand_ins()["bank"]
    calls = [_Called(m[1], m[2], m.end()) for m in plain.finditer(text) if m[1] != "operator" or _is_body(text, m)]
    calls += [_Called(m[1], m[2], m.end(), m[1] not in _ANY or m[0][0] in "Ii") for m in opened.finditer(text)]
    calls += [_Called(m[2], m[1], m.end(1)) for m in behind.finditer(text) if m[2] != "operator" or ", the " in m[0]]
    calls += [_Called("company", m[1] or m[2], m.end()) for m in _SHARES.finditer(text)]
    calls += [_Called("company", m[1], m.end(1)) for m in _RUNS.finditer(text)]
    named = ((m[1], m.end()) for m in re.finditer(rf"\b{_NAME}", text) if " " in m[1])
    calls += [_Called("company", name, end, True) for name, end in named if name.lower().split()[-1] in kinds]
    firms = word_roles("organisation") | kinds
    told = ((m[2], m[1], m.end(1)) for m in own.finditer(text) if m[1].lower().split()[-1] in firms)
    calls += [_Called(noun, name, end) for noun, name, end in told if " " in name]
    for one in calls:
        name = one.name.removeprefix("The ").removesuffix("’s").removesuffix("'s")
        if _head(name).lower() not in word_roles("not_name") | words("title", "weekday", "month"):
            yield one._replace(name=name)


def _is_body(text: str, operator: re.Match[str]) -> bool:
    """Whether an operator runs a net or the like and no machine: "network operator", not "crane operator"."""
    before = text[max(0, operator.start() - _WORD) : operator.start()].split()[-1:]
    return bool(before) and before[0].lower() in words("run_by_body")


def _fullest(name: str, others: Iterable[str]) -> str:
    """The longest of some names that begins as a name does: "Norrland Lines" for "Norrland"."""
    return max((other for other in others if other == name or other.startswith(f"{name} ")), key=len)


def _tells_of_others(text: str, noun: str) -> bool:
    """Whether a text tells of several of a noun: "two unions", "another charity", "the two firms"."""
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    counted = rf"\b(?:another|other|two|three|four|both|several|rival|second) (?:\w+ )?(?:{noun}|{many})\b"
    return re.search(counted, text, re.IGNORECASE) is not None


def _lead_end(text: str) -> int:
    """Where the headline and the first long line's first sentence end."""
    at = next((m.start() for m in re.finditer(r"[^\n]{80,}", text)), 0)
    stop = re.compile(r"[a-z0-9”’\"]\. |\n").search(text, at + 1)
    return len(text) if stop is None else stop.start() + 1


def _sentences_before(text: str, at: int) -> int:
    """Where the sentences just before an offset begin."""
    stops = [m.start() for m in _STOP.finditer(text, max(0, at - _REACH), at)]
    return stops[-_NEAR - 1] if len(stops) > _NEAR else max(0, at - _REACH)


_REACH = 600  # characters of some sentences
_STOP = re.compile(r"\.[”\"]?(?=\s)")
