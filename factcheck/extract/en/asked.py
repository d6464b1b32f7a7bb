"""What somebody was asked who answers it in the same sentence: "Asked how many had come, the clerk said 40 had"."""

from __future__ import annotations

from factcheck.extract.en.saying import joined_words
from factcheck.extract.en.tags import Tagged
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang.english import words

_ABOUT = frozenset(("whether", "if", "how", "why", "about"))  # which open no clause about whoever asks
_LONGEST = 24  # tokens of a question that is told again


def with_question(layout: Layout, proposition: Proposition, s: Tagged, sentence: str) -> str:
    """The sentence of an answer with its question: "The clerk said that 40 had [asked how many had come]".

    A question that is not told, "Asked for comment", or the second thing that is answered, adds nothing.
    """
    if s.form(s.first) not in words("prompting") or proposition.cue is None or "[" in sentence:
        return sentence
    speaks = proposition.cue if proposition.speaker is None else min(proposition.speaker, proposition.cue)
    end = next((k for k in range(layout.token_range(speaks)[0], s.first, -1) if s.form(k) == ","), s.first)
    led = _ABOUT if s.form(s.first + 1) == "by" else _ABOUT | words("asking")
    asks = (k for k in range(s.first + 1, end) if s.form(k) in led or (s.form(k - 1) == "on" and _asks(s, k)))
    begin = next(asks, end)
    if not begin < end - 1 <= begin + _LONGEST or proposition.span.start < s.tokens[end].start:
        return sentence
    asked = joined_words(s.text[s.tokens[begin].start : s.tokens[end - 1].end])
    stop = "." * sentence.endswith(".")
    return f"{sentence.removesuffix('.')} [asked {asked}]{stop}"


def _asks(s: Tagged, k: int) -> bool:
    return s.form(k) in words("asking")  # "pressed by the guild on | when it would open"
