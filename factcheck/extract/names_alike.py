"""How two names of one article stand to each other: one holds the other, or says it in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.extract.en import name_runs as en_runs
from factcheck.extract.mention import Parsed, Somebody
from factcheck.lang.english import words
from factcheck.text import Token

_ANY_FIRM = frozenset({"company", "firm", "group"})  # any may be called so: one not named yet is not meant
_OWNER = frozenset({"parent", "owner", "owners", "majority", "shareholder"})
_NEAR = 6  # tokens before a name among which what it owns is told


def is_one_of(name: tuple[str, ...], kinds: frozenset[str]) -> bool:
    """Whether a name holds a word of a kind of organisation, or ends in one: "Blue Air", "Finnair"; no "Bank" alone."""
    if len(name) == 1 and name[0] in kinds:
        return False
    name = name[-1:] if "county" in kinds else name  # "County Road" is none
    return any(
        word in kinds or any(2 < len(kind) < len(word) - 2 and word.endswith(kind) for kind in kinds) for word in name
    )  # "Finnair", and no "Nair"


def holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether a name holds all words of a shorter one in their order: `("kim", "jong", "un")` holds `("kim",)`."""
    rest = iter(longer)
    return all(word in rest for word in shorter)


def is_fuller(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether more words name the same organisation: "Acme Corp" for "Acme", not "Railtrak Express", a train of its."""
    kinds = en_runs.word_roles("organisation")
    return len(known) > 1 or words[: len(known)] != known or any(word in kinds for word in words[len(known) :])


def last_meant(fitting: Iterable[Somebody], at: int, lang: str) -> Somebody | None:
    """The last of some named before token `at`; in English none of several: "the mayor" of two towns stays open."""
    before = [somebody for somebody in fitting if somebody.at <= at]
    return before[-1] if before and (lang == "ar" or len(before) == 1) else None


def one_meant(fitting: Iterable[Somebody], parsed: Parsed, tokens: Sequence[Token], lang: str) -> Somebody | None:
    """The firm that a noun for its kind means, "the airline": named before it, else after it; none that only owns
    another ("filings by the mill's parent, Lund Group").
    """
    known = [s for s in fitting if _OWNER.isdisjoint(token.form for token in tokens[max(0, s.at - _NEAR) : s.at])]
    before = last_meant(known, parsed.first, lang)
    if before is not None or not known or known[0].at <= parsed.first or parsed.head in _ANY_FIRM:
        return before
    return known[0]


def counts_others(tokens: Sequence[Token], parsed: Parsed, known: Parsed | None) -> bool:
    """Whether a bare plural is not some of them told elsewhere: "traders" beside "Two traders", not "the traders"."""
    counted = known is not None and tokens[known.first].form in words("number")
    return counted and not (parsed.first and tokens[parsed.first - 1].form in ("the", "these", "those", "both"))
