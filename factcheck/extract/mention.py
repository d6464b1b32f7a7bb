"""What the words of one mention tell by themselves, before the article is asked who it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

OUTLETS = frozenset({"newspaper", "channel", "agency", "site", "radio station", "magazine", "network"})  # people.tsv

MentionKind = Literal["person", "office", "body", "state", "organisation", "source", "unknown"]


class Parsed(NamedTuple):
    """A mention by its words. Token ranges are half-open.

    `name` is the range of a personal name; `office` what the person is ("President", "Minister of Finance"), `rank`
    its rank in the tables. `body` is the English name of the body that speaks, or that a spokesman speaks for.
    `country` is what the words themselves tell; `abroad` says that they name an international body or no one state, so
    that the article's setting must not be lent to it. `head` is the bare noun that later mentions repeat (وزارة for
    «الوزارة»), `definite` that nothing but that noun stands there. `author` is where the body begins whose paper it is.
    """

    kind: MentionKind
    first: int
    last: int
    name: tuple[int, int] | None = None
    office: str | None = None
    rank: str | None = None
    body: str | None = None
    country: str | None = None
    abroad: bool = False
    gender: str | None = None
    number: str = "sg"
    human: bool = True
    head: str | None = None
    definite: bool = False
    author: int | None = None

    @property
    def only_speaks(self) -> bool:
        """Whether the mention is a speaker's noun alone, «المتحدث», which may be any who spoke."""
        return self.rank == "voice" and self.definite


@dataclass(slots=True)
class Somebody:
    """A person or an organisation that goes by a name; grows while the article is read."""

    words: tuple[str, ...]
    name: str
    at: int
    person: bool
    sure: bool
    country: str | None = None
    abroad: bool = False
    gender: str | None = None
    rank: str | None = None
    offices: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    title: set[str] = field(default_factory=set)
