"""What heads the words before an English verb: a plural noun, a name with a relative clause behind it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lang.english import words
from factcheck.text import Token


def is_plural(form: str) -> bool:
    """Whether a word is a plural, by its ending or by the list."""
    if form == "%" or form in words("plural") or form.endswith(("children", "women")):
        return True
    return form.endswith("s") and not form.endswith("'s")


def is_of_many(tokens: Sequence[Token], i: int, tags: list[str]) -> bool:
    """Whether the noun that heads the words before token `i` is plural: "records seen by the court" """
    begin = max((k + 1 for k, letter in enumerate(tags) if letter in "MCSWVXZ"), default=0)
    heads = [k for k in range(begin, len(tags) - 1) if tags[k] == "N" and tags[k + 1] != "N"]
    return bool(heads) and is_plural(tokens[i - len(tags) + heads[0]].form)


def heads_clause(tags: list[str], before: str) -> bool:
    """Whether only a name, with a relative clause set off behind it, stands before a verb in its clause."""
    since = max((k + 1 for k, letter in enumerate(tags) if letter in "CSV"), default=0)
    if before == "N":
        return set(tags[since:]) <= set("NDAM") and not set(tags) & set("XxVvPBG")
    return before == "M" and "W" in tags and set("".join(tags).partition("W")[0]) <= set("NDM")
