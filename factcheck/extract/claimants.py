"""Who stands behind a claim: mentions of persons, bodies and states joined under one name in an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from factcheck.text import Span, Token

MentionKind = Literal["person", "office", "body", "state", "organisation", "source", "unknown"]


class Claimant(NamedTuple):
    """`name` as `Country: Body` or a person's name; `country` ISO 3166 alpha-3, `None` where the text does not tell."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """What a mention of somebody tells: `gender` m or f and `number` sg, du or pl as far as its grammar settles them.

    `human` is true for persons and groups of persons, false for bodies, states and documents. `public` is true for
    heads of state and government, ministers, and others who hold an office.
    """

    start: int
    end: int
    kind: MentionKind
    name: str
    country: str | None
    gender: str | None
    number: str
    human: bool
    public: bool


class Cast:
    """The persons, bodies and states of one article."""

    def __init__(self, text: str, tokens: Sequence[Token], lang: str) -> None:
        self.text, self.tokens, self.lang = text, tokens, lang

    def claimant(self, holder: Span) -> Claimant:
        """The normalised name of the mention at `holder`, and its country."""
        mention = self.mention(holder)
        return Claimant(mention.name, mention.country)

    def mention(self, holder: Span) -> Mention:
        """What the mention at `holder` tells of the one it names."""
        name = " ".join(self.text[holder.start : holder.end].split())
        return Mention(holder.start, holder.end, "unknown", name, None, None, "sg", True, False)


def find_cast(text: str, tokens: Sequence[Token], lang: str, mentions: Sequence[Span] = ()) -> Cast:
    """The cast of an article: `tokens` are all of its tokens, `mentions` the spans already known to name a speaker.

    The more speakers' spans are given, the surer a later family name is joined to the fullest form.
    """
    return Cast(text, tokens, lang)
