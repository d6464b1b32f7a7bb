"""A sentence as the Arabic rules walk over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.layout import Quotation
from factcheck.lang.actors import Found, actor_at
from factcheck.text import Token


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: the article's text and tokens, its own half-open tokens, and the quotations of its line."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int
    quotations: Sequence[Quotation]

    def quotation_around(self, i: int) -> Quotation | None:
        """The quotation that token `i` stands in."""
        for quotation in self.quotations:
            if quotation.first <= i < quotation.last:
                return quotation
        return None

    def quotation_opening(self, i: int) -> Quotation | None:
        """The quotation whose opening mark is token `i`."""
        if self.tokens[i].kind == "mark":
            for quotation in self.quotations:
                if quotation.first == i + 1:
                    return quotation
        return None

    def actor(self, i: int) -> Found | None:
        """The longest known actor whose name begins at token `i`."""
        return actor_at(self.text, self.tokens, i, "ar")
