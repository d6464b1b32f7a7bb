"""Whether an English verb stands behind an auxiliary that settles its form: "would close", "was closed"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lang.english import words
from factcheck.text import Token


def after_modal(tokens: Sequence[Token], i: int, tags: list[str]) -> bool:
    """Whether a modal or a form of "do" stands before token `i`, with adverbs or a short subject between."""
    for back in range(1, min(5, len(tags) + 1)):
        form, letter = tokens[i - back].form, tags[-back]
        if (
            (form in words("modal") and letter != "N")
            or form in words("do")
            or (letter == "X" and form.endswith("n't"))
        ):
            return True
        if letter not in "AxO":
            return False
    return False


def after_auxiliary(tags: list[str]) -> bool:
    """Whether an auxiliary stands right before, adverbs apart: "was not | closed"."""
    for letter in reversed(tags[-4:]):
        if letter in "XxZ":
            return True
        if letter != "A":
            return False
    return False
