"""Where those are who say so, told at the head of their sentence: "[Along the canal,] people insist that …"."""

from __future__ import annotations

from factcheck.extract.en.capitals import lowered
from factcheck.extract.en.saying import joined_words
from factcheck.extract.en.small_words import is_several
from factcheck.extract.en.tags import Tagged
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang.english import words

_COUNTING = frozenset(f"en.report.{frame}" for frame in ("at", "asfigure", "np", "num", "tolled", "reached"))
_LONGEST = 7  # tokens of a place


def placed(layout: Layout, proposition: Proposition, s: Tagged, sentence: str) -> str:
    """A count or estimate, or what people say who are told of by no more than a word, with the place that opens its
    sentence `s`: "[In Porto,] the city hall put the crowd at 900".
    """
    if proposition.speaker is None or s.form(s.first) not in words("placed_by"):
        return sentence
    speaker, end = layout.token_range(proposition.speaker)
    last = speaker - (s.form(speaker - 1) == ",")
    if not s.first + 1 < last <= s.first + _LONGEST or not set(s.letters(s.first, last)) <= set("IDN"):
        return sentence
    said_in = words("month", "weekday", "time_noun", "statement", "part_of_day")
    if said_in.intersection(s.form(k) for k in range(s.first, last)):
        return sentence
    named = all(s.text[s.tokens[k].start].isupper() for k in range(s.first + 1, last))
    counted = s.form(s.first) == "in" and named and last < speaker and not _COUNTING.isdisjoint(proposition.rules)
    people = end - speaker == 1 and is_several(s.form(speaker)) and s.text[s.tokens[speaker].start].islower()
    place = joined_words(s.text[s.tokens[s.first].start : s.tokens[last - 1].end])
    if not (counted or people) or place.partition(" ")[2] in sentence:
        return sentence
    return f"[{place},] {lowered(layout.text, sentence)}"
