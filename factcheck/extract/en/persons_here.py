"""The persons that a line names before a pronoun, where nobody speaks or acts in it whom the pronoun can mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from factcheck.extract.en.genders import last_names, shares_last_name
from factcheck.lang.english import words
from factcheck.text import Span

Mentions = list[tuple[Span, str]]


def person_meant(
    text: str, told: tuple[Mentions, Mentions, Mentions], wanted: str, before: int, agreement: Callable[[Span], str]
) -> tuple[Span | None, bool]:
    """The one person that a line names before a pronoun, "The board sacked Ms Ruiz. "I had no hearing," she said", and
    whether another who spoke in the line before may be meant as well. `told` holds the speakers, the topics and whom
    the speakers of the line tell of. Nobody where the person called on may be meant as well as the one who calls, or
    where a title fits better than whoever acts: "Ana Ruiz met Mr Orr. He said …".
    """
    start = text.rfind("\n", 0, before) + 1
    if _is_called_on(text, start, before, wanted, agreement):
        return None, True
    speakers, topics, inner = told
    goes_on = _HE[wanted].search(text, start, before) is not None
    if not goes_on and _is_titled_beside(text, start, before, wanted, told, agreement):
        return None, True
    acting = [(m, agreement(m)) for m, _ in (*speakers, *topics) if start <= m.start < before]
    if goes_on or any(a in (wanted, "h") or (not a and text[m.start : m.end].istitle()) for m, a in acting):
        return None, False
    surnames = last_names(text)
    named = [(m, agreement(m)) for m, _ in inner if start <= m.start < before] + people_named(text, start, before)
    fitting = [m for m, gender in named if gender in (wanted, "h") and text[m.start : m.end].split()[-1][0].isupper()]
    fitting = [m for m in fitting if not (name := text[m.start : m.end]).isalpha() or name in surnames]
    if len({text[m.start : m.end].split()[-1] for m in fitting}) != 1:
        return None, False
    if _has_namesake(text, text[fitting[0].start : fitting[0].end].split()[-1]):
        return None, False
    previous = text.rfind("\n", 0, max(0, start - 1)) + 1
    since = any(m.start >= start for m, _ in speakers)
    return fitting[0], not since and any(
        previous <= m.start < start and gender in (wanted, "h") for m, gender in speakers
    )


def _has_namesake(text: str, surname: str) -> bool:
    """Whether a text names two persons of a surname: "Mr Orr" and "Mrs Orr", "Ana Ruiz" and "Carla Ruiz"."""
    return len(_titles(text).get(surname, ())) > 1 or shares_last_name(text, surname)


@lru_cache(maxsize=4)
def _titles(text: str) -> dict[str, frozenset[str]]:
    """Each surname of a text to the genders of the titles it stands with."""
    found: dict[str, set[str]] = {}
    for title, surname in _TITLED.findall(text):
        found.setdefault(surname, set()).add(_OF_TITLE[title])
    return {surname: frozenset(genders) for surname, genders in found.items()}


def _is_titled_beside(
    text: str, start: int, before: int, wanted: str, told: tuple[Mentions, Mentions, Mentions],
    agreement: Callable[[Span], str],
) -> bool:  # fmt: skip
    """Whether a title tells that another than those who act in a line, where none speaks, is "he" or "she"."""
    if any(start <= m.start < before and agreement(m) in ("h", wanted) for m, _ in told[0]):
        return False  # "The mayor said Mr Orr had left. He said …"
    acting = [(text[m.start : m.end], agreement(m)) for m, _ in told[1] if start <= m.start < before]
    if not any(gender == "h" for _, gender in acting) or any(gender == wanted for _, gender in acting):
        return False
    named = {name.split()[-1] for name, _ in acting}
    titled = [text[m.start : m.end] for m, gender in people_named(text, start, before) if gender == wanted]
    return any(name.split()[-1] not in named for name in titled)


def _is_called_on(text: str, start: int, before: int, wanted: str, agreement: Callable[[Span], str]) -> bool:
    """Whether the sentence before tells of two persons who may be meant: "Ana Ruiz called on Elena Marku to resign"."""
    found = _CALLS_ON.search(text, max(start, before - _REACH), before)
    if found is None or not (found.group(3) in _GOING or found.group(2).split()[-1] in last_names(text)):
        return False
    return all(agreement(Span(*found.span(k))) in (wanted, "h") for k in (1, 2))


_REACH = 800  # characters of a sentence and the one before it
_GOING = frozenset(("resign", "quit", "step", "stand", "apologise", "apologize"))  # which a person does, and no body
_CALLS_ON = re.compile(
    r"((?:[A-Z][\w.-]+ )*[A-Z][\w-]+) (?:called on|calls on|urged|urges) ((?:[A-Z][\w.-]+ )*[A-Z][\w-]+) to "
    r"(\w+)[^.!?]*[.!?][”\"]? [^.!?]*\Z"
)
_HE = {"m": re.compile(r"\bhe\b", re.IGNORECASE), "f": re.compile(r"\bshe\b", re.IGNORECASE)}


def people_named(text: str, start: int, end: int) -> list[tuple[Span, str]]:
    """The persons that a stretch of text names by a title, a calling or an age, each with m, f or h."""
    found: list[tuple[Span, str]] = []
    for match in _NAMED.finditer(text, start, end):
        title, name = match.group(1) or "", match.group(2)
        if title and " " not in title:
            found.append((Span(match.start(), match.end()), _OF_TITLE[title]))
            continue
        before = text[start : match.start()].lower().rstrip(", ").split()[-1:]
        behind = _CALLED.match(text, match.end())
        callings = words("title", "trade_noun", "leads", "male", "female")
        calling = callings - words("firm_kind")
        told = set(behind.group(1).lower().split()) & calling if behind is not None else set()
        if " " in name and (calling.intersection(before) or told or _AGED.match(text, match.end())):
            found.append((Span(match.start(), match.end()), "h"))
    return found


_OF_TITLE = {"Mr": "m", "Sir": "m", "Lord": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Lady": "f", "Dame": "f"}
_TITLED = re.compile(rf"\b({'|'.join(_OF_TITLE)})\.? ([A-Z][\w-]*)")
_NAMED = re.compile(
    r"\b(?:(Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Dame)\.? )?"
    r"([A-Z][\w-]*[a-z](?: [A-Z][\w-]*[a-z]){0,2})(?=[ ,.;:'’])"
)
_AGED = re.compile(r", \d\d[,.;]")
_CALLED = re.compile(r", (?:a|an|the|its|their|his|her) ([^,.;]{1,40})[,.;]")
