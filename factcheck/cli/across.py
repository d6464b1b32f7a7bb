"""How the command line shows what several articles say of one question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.cli.show import print_table
from factcheck.lang.interface import say


def print_across(questions: Sequence[dict[str, Any]], lang: str) -> None:
    """A table for each question that several articles answer: each voice's value, mode and claim, then who is silent,
    and the pairs of claims with how they stand.
    """
    for one in questions:
        silent = [(article, "", say("not_addressed", lang), "", "") for article in one["not_addressed"]]
        told = [(a["article"], a["voice"], a["value"], a["mode"], a["claim"][:8]) for a in one["answers"]]
        counts = say("across.counts", lang, voices=one["voices"], origins=one["origins"], articles=one["articles"])
        print_table(f"{one['question']} — {counts}", ["article", "voice", "value", "mode", "claim"], told + silent)
        if one["pairs"]:
            print_table(
                "",
                ["claims", "relation"],
                [
                    (" ".join(claim[:8] for claim in pair["claims"]), f"{pair['relation']} ({pair['interval']})")
                    for pair in one["pairs"]
                ],
            )
