"""Numbers that say nothing else, and so answer what another voice has just told: "the party took only four"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.accounts.answers import Answer
from factcheck.claim import ARTICLE


def answers_back(a: Answer, b: Answer) -> bool:
    """Whether a source heard right behind another says a number and nothing else: it is of what was told before."""
    behind = b.order - a.order <= 2 and b.line == a.line and ARTICLE not in (a.voice, b.voice)
    alike = b.elided if a.sort == "things" else a.sort == b.sort and a.sort in ("share", "money")
    return behind and b.bare and alike and not a.bare


def filled(answer: Answer, told: Answer) -> Answer:
    """A bare number with what it is of, which another voice has just told."""
    return replace(
        answer, measures=told.measures, noun=told.noun, noun_measures=told.noun_measures, generic=told.generic,
        elided=told.elided, bare=False,
    )  # fmt: skip


def says_only_how_much(a: Answer, b: Answer, vague: frozenset[str]) -> bool:
    """Whether a source heard right behind another says no more than how much: "it did not exceed 42%"."""
    alike = a.sort == b.sort != "things" and (a.quantity.unit == b.quantity.unit or a.sort == "share")
    return alike and not b.subject and not b.measures - vague
