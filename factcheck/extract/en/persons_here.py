"""The persons that a line names before a pronoun, where nobody speaks or acts in it whom the pronoun can mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from factcheck.extract.en.genders import last_names, shares_last_name
from factcheck.lang.english import words
from factcheck.text import Span

Mentions = list[tuple[Span, str]]


def person_meant(
    text: str, told: tuple[Mentions, Mentions, Mentions], wanted: str, before: int, agreement: Callable[[Span], str]
) -> tuple[Span | None, bool]:
    """The one person that a line names before its first "he" or "she", "The board sacked Ms Ruiz. "I had no hearing,"
    she said", and whether another may be meant as well. `told` holds the speakers, the topics and whom the speakers of
    the line tell of. Nobody where the person called on may be meant as well as the one who calls, or where a title
    fits better than whoever acts: "Ana Ruiz met Mr Orr. He said …".
    """
    start = text.rfind("\n", 0, before) + 1
    if _is_called_on(text, start, before, wanted, agreement):
        return None, True
    speakers, topics, inner = told
    first = _first_pronoun(text, start, before, wanted)
    if first == before and _is_titled_beside(text, start, before, wanted, told, agreement):
        return None, True
    acting = [(m, agreement(m)) for m, _ in (*speakers, *topics) if start <= m.start < before]
    if any(a in (wanted, "h") or (not a and text[m.start : m.end].istitle()) for m, a in acting):
        return None, False
    surnames = last_names(text)
    named = [(m, agreement(m)) for m, _ in inner if start <= m.start < first] + people_named(text, start, first)
    named = [(m, gender) for m, gender in named if text[m.start : m.end].split()[-1][0].isupper()]
    sure = [m for m, gender in named if gender == wanted]
    told_of = [m for m, gender in named if gender == "h"]
    fitting = sure or [m for m in told_of if not _JOINED.search(text, start, m.start)]
    fitting = [m for m in fitting if not (name := text[m.start : m.end]).isalpha() or name in surnames]
    if not fitting:
        return None, False
    if len({text[m.start : m.end].split()[-1] for m in fitting}) != 1:
        return None, False
    alone = not _has_namesake(text, text[fitting[0].start : fitting[0].end].split()[-1])
    return fitting[0] if alone else None, False


@cache
def _callings() -> frozenset[str]:
    """The words that tell what a person is or does, and no firm."""
    return words("title", "trade_noun", "leads", "male", "female") - words("firm_kind")


def _first_pronoun(text: str, start: int, before: int, wanted: str) -> int:
    """Where a line says "he" or "she" first, outside quotation marks; `before` where it does not."""
    found = (m.start() for m in _HE[wanted].finditer(text, start, before))
    return next((at for at in found if not _is_quoted(text, start, at)), before)


def _is_quoted(text: str, start: int, at: int) -> bool:
    """Whether a quotation is open at an offset of a line."""
    return text.count('"', start, at) % 2 == 1 or text.count("“", start, at) > text.count("”", start, at)


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
        lead, _, own = name.partition(" ")
        name = own if lead.lower() in words("preposition", "subordinator", "determiner", "adverb") else name
        before = text[start : match.start()].lower().rstrip(", ").split()[-1:]
        called = _callings()
        if " " in name and (called.intersection(before) or _is_called(text, match.end(), called)):
            found.append((Span(match.end() - len(name), match.end()), "h"))
    return [mention for mention in found if not _is_quoted(text, start, mention[0].start)]


def _is_called(text: str, end: int, callings: frozenset[str]) -> bool:
    """Whether an age or a calling follows a name: "Ana Ruiz, 40,", "Ana Ruiz, the weaver from Vale in whose name"."""
    if _AGED.match(text, end):
        return True
    behind = _CALLED.match(text, end)
    noun = [] if behind is None else behind.group(1).lower().split()
    noun = noun[: next((k for k, word in enumerate(noun) if word in words("preposition", "relative")), len(noun))]
    lived = {"former"} | words("esteemed")  # "a retired builder" is no firm
    if any(word.endswith(_LIVES) for word in noun[-1:]) or any(word.endswith("-year-old") for word in noun):
        return True
    return not callings.isdisjoint(noun) or (not lived.isdisjoint(noun) and noun[-1] in words("trade_noun"))


_OF_TITLE = {
    "Dr": "h",
    "Prof": "h",
    "Mr": "m",
    "Sir": "m",
    "Lord": "m",
    "Mrs": "f",
    "Ms": "f",
    "Miss": "f",
    "Lady": "f",
    "Dame": "f",
}
_TITLED = re.compile(rf"\b({'|'.join(_OF_TITLE)})\.? ([A-Z][\w-]*)")
_NAMED = re.compile(
    r"\b(?:(Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Dame|Dr|Prof)\.? )?"
    r"([A-Z][\w-]*[a-z](?: [A-Z][\w-]*[a-z]){0,2})(?=[ ,.;:'’])"
)
_LIVES = ("ist", "ian", "man", "woman", "keeper")
_JOINED = re.compile(r"[A-Z][\w-]+ and \Z")  # "Nurse Ana Ruiz and | Dr Ida Lund"
_AGED = re.compile(r", \d\d[,.;]")
_CALLED = re.compile(r", (?:a|an|the|its|their|his|her) ([^,.;]{1,60})")
