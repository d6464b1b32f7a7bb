"""What sort of proposition a claim is, and whether checking it is worth a desk's time, with a score and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claim import Kind
from factcheck.dates import DateMention
from factcheck.extract.proposition import Proposition
from factcheck.quantity import Quantity
from factcheck.text import Token


@dataclass(frozen=True, slots=True)
class Judgement:
    """`kind`, and check-worthiness: the answer, a score in [0, 1], the reason in the article's language.

    `quote_check` is true for the words of a public figure and for any quotation in a headline.
    """

    kind: Kind
    checkworthy: bool
    score: float
    reason: str
    quote_check: bool


def judge(
    text: str,
    tokens: Sequence[Token],
    proposition: Proposition,
    lang: str,
    *,
    quantities: Sequence[Quantity] = (),
    dates: Sequence[DateMention] = (),
    public_figure: bool = False,
) -> Judgement:
    """The judgement on a proposition of the article `text`, whose tokens are `tokens` (all of them, in order).

    `quantities` and `dates` are those inside the proposition; `public_figure` says that its claimant is one
    (`Cast.mention(holder).public`).
    """
    kind: Kind = "prediction" if proposition.force in {"predict", "warn"} else "statement_of_fact"
    score = 0.8 if quantities or dates else 0.6
    return Judgement(kind, score >= 0.5, score, "", public_figure and proposition.mode == "direct_quote")
