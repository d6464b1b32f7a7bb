"""A sentence as the Arabic rules walk over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.extract.amounts import Row
from factcheck.extract.ar.calendar import opens
from factcheck.extract.ar.dates import date_at
from factcheck.extract.ar.words import has_class
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
    row: Row

    def quotation_opening(self, i: int) -> Quotation | None:
        """The quotation whose opening mark is token `i`."""
        return self.openings.get(i)

    def actor(self, i: int) -> Found | None:
        """The longest known actor whose name begins at token `i`."""
        return actor_at(self.text, self.tokens, i, "ar")

    def after_time(self, i: int) -> int:
        """The token after the time said at token `i` («الأسبوع الماضي», «مساء أمس»); `i` where none is said."""
        if self.tokens[i].kind != "word" or not opens(self.tokens[i].form, "word"):
            return i
        said = date_at(self.row, i, i)
        return said.last if said is not None and said.last <= self.last else i

    def after_adverbs(self, i: int, last: int) -> int:
        """The token after what only says when or how at token `i`: «الأسبوع الماضي», «في وقت سابق», «رسميا»."""
        while i < last:
            end = max(self.after_time(i), has_class(self.tokens, i, last, "adverb"))
            if end <= i:
                break
            i = end
        return i
