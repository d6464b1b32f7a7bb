"""Headlines that write every word with a capital: "Parliament Extends Emergency Rule as Opposition Walks Out"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lang.english import is_verb_form, words
from factcheck.text import Token

_LONG = 3  # letters up to which a word has a small letter in such a line
_LEAST = 3  # longer words
_TOP = 200  # tokens of a page in which its headline stands


def is_title_case(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the half-open tokens write nearly every word with a capital, as headlines do."""
    if first == last or tokens[last - 1].form == ".":
        return False
    long = [t for t in tokens[first:last] if t.kind == "word" and t.end - t.start > _LONG]
    capital = sum(text[t.start].isupper() for t in long)
    return len(long) >= _LEAST and capital * 10 >= len(long) * 9


def as_running_text(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The text, with a small letter for each word of a title-case line behind its first that can be a verb."""
    if first > _TOP or not is_title_case(text, tokens, first, last):
        return text
    signs = list(text)
    for token in tokens[first + 1 : last]:
        if token.kind == "word" and _may_be_verb(token.form) and len(text[token.start].lower()) == 1:
            signs[token.start] = text[token.start].lower()
    return "".join(signs)


def _may_be_verb(form: str) -> bool:
    return form not in words("month") and (is_verb_form(form) != "" or form.endswith(("ed", "ing")))
