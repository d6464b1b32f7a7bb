"""Who goes by somebody else's name in Arabic: his wife, his brother, his lawyer."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.words import words_of
from factcheck.extract.mention import Parsed
from factcheck.lang.actors import entry_at
from factcheck.text import Token, fold

_MOTHER = fold("أم")


def is_kin(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a mention is the wife, brother or lawyer of somebody with a title: «محامي | العقيد حسين»."""
    if tokens[first].form.removeprefix("و") not in words_of("of.kin") or first + 2 >= last:
        return False
    titled = entry_at(text, tokens, first + 1, "ar", frozenset({"office"}))
    whose = titled is not None and titled.entry.rank != "source" and tokens[first + 1].form.startswith("ال")
    return whose and tokens[first + 1].form.removeprefix("ال") not in words_of("party")


def of_kin(tokens: Sequence[Token], first: int, last: int) -> Parsed:
    """Who goes by whose he is: no name in the mention is his own."""
    gender = "f" if tokens[first].form.endswith("ة") else "m"
    return Parsed("unknown", first, last, gender=gender, head=tokens[first].form)


def kin_of_his(tokens: Sequence[Token], first: int, last: int) -> Parsed | None:
    """Who goes by a pronoun alone: «زوجته», «شقيقها»; `None` for other mentions."""
    form = tokens[first].form.removeprefix("و")
    stem = next((form.removesuffix(end) for end in ("هما", "هم", "ها", "ه") if form.endswith(end)), "")
    if last - first > 1 or not stem or words_of("of.kin").isdisjoint((stem, f"{stem.removesuffix('ت')}ة")):
        return None
    gender = "f" if stem.endswith("ت") or stem == _MOTHER else "m"
    return Parsed("unknown", first, last, gender=gender, head=tokens[first].form)
