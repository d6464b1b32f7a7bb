"""Words that keep their own order inside a text of the other direction: the isolating characters of Unicode (UAX 9)."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable
from typing import Any

RIGHT_TO_LEFT, LEFT_TO_RIGHT, FIRST_STRONG, POP = "\u2067", "\u2066", "\u2068", "\u2069"
SEMICOLON = {"ar": "؛ ", "en": "; "}  # between the members of a list
_OPENING = frozenset((RIGHT_TO_LEFT, LEFT_TO_RIGHT, FIRST_STRONG))


class Told(str):
    """A sentence of the interface that is shown in the direction of its language wherever it is shown.

    As a value it is its words. Printed or put into another text it is isolated; a notebook that shows it lays it out as
    a paragraph of its own, so that Arabic begins at the right.
    """

    lang: str

    def __new__(cls, words: str, lang: str) -> Told:
        told = super().__new__(cls, words)
        told.lang = lang
        return told

    def __str__(self) -> str:
        words = self[:]
        if self.lang == "ar":
            return f"{RIGHT_TO_LEFT}{words}{POP}"
        return f"{LEFT_TO_RIGHT}{words}{POP}" if _turns(spoken(words), self.lang) else words

    def _repr_html_(self) -> str:
        direction = "rtl" if self.lang == "ar" else "ltr"
        return f'<div dir="{direction}" lang="{self.lang}">{html.escape(self[:])}</div>'

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))

    def __reduce__(self) -> tuple[type[Told], tuple[str, str]]:
        return Told, (self[:], self.lang)


def quoted(text: object) -> str:
    """Words of an article or a name, isolated in their own order whatever stands around them."""
    return f"{FIRST_STRONG}{text}{POP}"


def own_order(text: str, lang: str) -> str:
    """The words as they can stand inside a text in `lang`: isolated where a letter of the other direction is in them.

    What is isolated already is left as it is: «سول: ⁨KN-23⁩» can stand in Arabic.
    """
    return quoted(text) if _turns(text, lang) else text


def spoken(text: str) -> str:
    """The text without isolates, for what is read aloud or taken as plain text."""
    return "".join(sign for sign in text if sign not in _OPENING and sign != POP)


def balanced(lines: Iterable[str]) -> list[str]:
    """The lines of a text broken or cut anywhere, each closing what it opens; the next opens again what goes on.

    A closing character that closes nothing is left out: it could close what stands around the line.
    """
    found, open_ = [], ""
    for line in lines:
        kept = open_
        for sign in line:
            if sign == POP and not open_:
                continue
            open_ = open_ + sign if sign in _OPENING else open_[:-1] if sign == POP else open_
            kept += sign
        found.append(kept + POP * len(open_))
    return found


def outside_isolates(text: str) -> list[tuple[str, bool]]:
    """The pieces of a text in order, each with whether it stands outside all isolates."""
    pieces: list[tuple[str, bool]] = []
    begin = depth = 0
    for i, sign in enumerate(text):
        if sign in _OPENING:
            if depth == 0:
                pieces.append((text[begin:i], True))
                begin = i
            depth += 1
        elif sign == POP and depth:
            depth -= 1
            if depth == 0:
                pieces.append((text[begin : i + 1], False))
                begin = i + 1
    pieces.append((text[begin:], depth == 0))
    return [piece for piece in pieces if piece[0]]


def _turns(text: str, lang: str) -> bool:
    other = ("L",) if lang == "ar" else ("R", "AL")
    free = text if _OPENING.isdisjoint(text) else "".join(piece for piece, free in outside_isolates(text) if free)
    return any(unicodedata.bidirectional(sign) in other for sign in set(free))
