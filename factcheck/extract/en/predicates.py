"""Where the predicates of an English sentence stand."""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.tags import Tagged


def has_finite(s: Tagged, first: int, last: int) -> bool:
    """Whether a finite verb stands among the tokens."""
    return not FINITE.isdisjoint(s.letters(first, last))


def starts_clause(s: Tagged, i: int, last: int) -> bool:
    """Whether a subject and then its finite verb begin at token `i`, an apposition or relative clause between them."""
    begun, commas = False, 0
    while i < last:
        letter = s.tag(i)
        if letter in FINITE:
            return (begun or letter == "Z") and not (commas == 1 and s.form(i - 1) == ",")
        if letter in "SW" or (letter == "C" and i + 1 < last and s.tag(i + 1) in FINITE):
            return False
        if letter == "M":
            form = s.form(i)
            if opens_sentence(s, i):
                return False
            if form == "," and begun and i + 1 < last and s.form(i + 1) in ("who", "which"):
                i = _after_relative(s, i, last)
                continue
            if form == ",":
                commas += 1
                if commas > 2 or not begun:
                    return False
            elif form not in "\"“”'-‘’%$€£().":
                return False
        elif letter not in "AI":
            begun = True
        i += 1
    return False


def _after_relative(s: Tagged, comma: int, last: int) -> int:
    """The verb after a relative clause between commas, which a subject may hold; `last` where none closes."""
    closing = (j for j in range(comma + 2, last - 1) if s.form(j) == "," and starts_verb_phrase(s, j + 1, last))
    return next(closing, last - 1) + 1


def opens_sentence(s: Tagged, i: int) -> bool:
    """Whether the mark at `i` opens a quotation that is a sentence of its own."""
    q = next((q for q in s.quotations if q.first - 1 == i), None)
    return q is not None and s.text[s.tokens[q.first].start].isupper() and has_finite(s, q.first, q.last)


def starts_verb_phrase(s: Tagged, i: int, last: int) -> bool:
    """Whether a finite verb comes next, adverbs apart."""
    while i < last and s.tag(i) == "A":
        i += 1
    return i < last and s.tag(i) in FINITE and s.tag(i) != "Z"


def count_words(s: Tagged, first: int, last: int) -> int:
    """How many of the tokens are no marks."""
    return sum(1 for i in range(first, last) if s.tag(i) != "M")


def skip_adverbs(s: Tagged, i: int, last: int) -> int:
    """The first token from `i` on that is no adverb, or the last."""
    while i + 1 < last and s.tag(i) == "A":
        i += 1
    return i


def next_letter(s: Tagged, i: int, last: int) -> str:
    """The tag of the next token that is no adverb."""
    return s.tag(skip_adverbs(s, i, last))
