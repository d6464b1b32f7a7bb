"""English names of bodies that are phrases, small words between capitals: "the Right to a Roof coalition"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.en.name_runs import word_roles
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words
from factcheck.text import Token


def is_named_phrase(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether capitals with small words between name a body: "the Fair Deal for Nurses campaign"."""
    if last - first < 4 or tokens[last - 1].form not in words("named_body"):
        return False
    small = [k for k in range(first, last - 1) if not text[tokens[k].start].isupper()]
    inside = bool(small) and first < small[0] and small[-1] < last - 2
    return inside and all(tokens[k].form in words("inside_name") for k in small)


def named_from(s: Tagged, begin: int) -> int | None:
    """Where a name of capitals with small words between begins, behind its "the": "the | Right to a Roof coalition"."""
    k = begin
    while k > s.first + 1 and (s.text[s.tokens[k - 1].start].isupper() or s.form(k - 1) in words("inside_name")):
        k -= 1
        if s.form(k - 1) == "the" and s.text[s.tokens[k].start].isupper() and k < begin - 1:
            return k
    return None


def before_home(tokens: Sequence[Token], runs: list[tuple[int, int]], first: int) -> list[tuple[int, int]]:
    """The runs of a mention; only the first where a full name opens it before "of": "Ana Ruiz of Tenants Together"."""
    opens = runs[0] if runs and runs[0][0] == first else (0, 0)
    homed = opens[1] - opens[0] >= 2 and opens[1] < len(tokens) and tokens[opens[1]].form == "of"
    return runs[:1] if homed and all(end - begin < 2 for begin, end in runs[1:]) else runs


def before_reader(tokens: Sequence[Token], first: int, last: int) -> int:
    """The end of what a mention names before who got to read it: "a log obtained by the Courier", or "a letter to the
    finance ministry", names a log, a letter.
    """
    for k in range(first + 1, last - 1):
        read = tokens[k].form in word_roles("reader") and tokens[k + 1].form == "by"
        paper = any(tokens[j].form in words("document", "statement", "sent_to") for j in range(max(first, k - 4), k))
        if read or (tokens[k].form == "to" and paper):
            return k
    return last
