"""A sentence as the Arabic rules walk over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.extract.layout import Quotation
from factcheck.lang.actors import Found, actor_at
from factcheck.text import Token


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: the article's text and tokens, its own half-open tokens, and quotations by their opening mark."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int
    openings: Mapping[int, Quotation]

    def quotation_opening(self, i: int) -> Quotation | None:
        """The quotation whose opening mark is token `i`."""
        return self.openings.get(i)

    def actor(self, i: int) -> Found | None:
        """The longest known actor whose name begins at token `i`."""
        return actor_at(self.text, self.tokens, i, "ar")
