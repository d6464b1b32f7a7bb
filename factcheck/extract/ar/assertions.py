"""Whether a stretch of Arabic says anything: a clause of the article, a headline, or only what an aside left over."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.predicates import has_verb, is_figure
from factcheck.extract.ar.words import has_class, is_event_noun, is_preposition, word
from factcheck.extract.layout import Sentence
from factcheck.text import Token


def is_remainder(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch is what an aside left over: a preposition with its noun and no verb."""
    return is_preposition(tokens[first].form) and not has_verb(tokens, first, last)


def asserts(tokens: Sequence[Token], first: int, last: int, sentence: Sentence) -> bool:
    """Whether a clause of the article says something: it has a verb, or a figure with what it counts."""
    if has_verb(tokens, first, last) or any(has_class(tokens, first, last, name) for name in ("he", "part")):
        return True
    if first > sentence.first and is_remainder(tokens, first, last):
        return False
    opening = word(tokens[first].form)
    words = sum(1 for token in tokens[first:last] if token.kind != "mark")
    if opening.verb is not None and (opening.joined or words >= 3) and not has_class(tokens, first, last, "lead"):
        return True
    if has_class(tokens, first, last, "lead") or has_class(tokens, first, last, "aside"):
        return False
    whole = words >= 6 and last >= sentence.last - 1
    figure = any(token.kind == "number" or is_figure(token.form) for token in tokens[first:last])
    return whole or (figure and words >= 3) or (words >= 5 and first > sentence.first)


def announces(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch of a headline says something: a verb, an event, a figure, or many words."""
    words = sum(1 for token in tokens[first:last] if token.kind != "mark")
    if has_verb(tokens, first, last) or (words >= 3 and is_event_noun(word(tokens[first].form).base)):
        return True
    return words >= 7 or (words >= 3 and any(t.kind == "number" or is_figure(t.form) for t in tokens[first:last]))
