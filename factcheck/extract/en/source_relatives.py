"""Sources named in a relative clause: "a law which, according to AFP, …", "a survey according to which …"."""

from __future__ import annotations

from factcheck.extract.en.mentions import Subject, noun_phrase_start
from factcheck.extract.en.predicates import has_finite, starts_verb_phrase
from factcheck.extract.en.report import Range, Report
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def in_paper_named(s: Tagged, i: int) -> Report | None:
    """`held up a survey, taken in May, according to which half are against it`: the paper named before says so."""
    if s.form(i) != "according" or s.form(i + 1) != "to" or not has_finite(s, i + 3, s.last):
        return None
    paper = next((k for k in range(i - 1, s.first, -1) if s.form(k) in words("document")), s.first)
    if paper == s.first or has_finite(s, paper, i):
        return None
    first, last, contents = in_relative(s, i + 3, i)
    owned = s.form(i - 1) == ","
    begin = noun_phrase_start(s, paper + 1, s.first)
    begin = next(k for k in range(begin, paper + 1) if s.tag(k) not in "IA")  # "held up | a survey"
    subject = Subject(begin, paper + 1, first)
    return Report(i - owned, last, contents, subject, (i, i + 2), "report", "en.source.before") if contents else None


def in_relative(s: Tagged, end: int, before: int) -> tuple[int, int, tuple[Range, ...]]:
    """What a source inside a relative clause vouches for: "a law which, according to AFP, | two states criticise"."""
    begin = end + (s.form(end) == ",")
    closing = (k for k in range(begin, s.last) if s.form(k) == "," and has_finite(s, begin, k))
    last = next((k for k in closing if starts_verb_phrase(s, k + 1, s.last)), s.last)
    return before - 1, last, ((begin, last),) if begin < last else ()
