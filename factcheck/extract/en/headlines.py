"""Headlines of English news: `Minister: words`, `words: study`, `words, families say`."""

from __future__ import annotations

from factcheck.extract.en.mentions import Subject
from factcheck.extract.en.predicates import has_finite
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def headline_reports(s: Tagged) -> list[Report]:
    """The report a headline makes with a colon; empty where there is none or its first half is a label or a clause."""
    colon = next((k for k in range(s.first, s.last) if s.form(k) == ":" and s.outside(k)), None)
    if colon is None or colon + 1 >= s.last or colon == s.first:
        return []
    if _is_name(s, s.first, colon):
        return [_report(s, (s.first, colon), (colon + 1, s.last))]
    if _is_name(s, colon + 1, s.last) and s.last - colon <= 6 and has_finite(s, s.first, colon):
        return [_report(s, (colon + 1, s.last), (s.first, colon))]
    return []


def speaks_in_person(s: Tagged, first: int, last: int) -> bool:
    """Whether the words are in the speaker's own person."""
    return any(s.form(k) in words("own_person") for k in range(first, last))


def _is_name(s: Tagged, first: int, last: int) -> bool:
    """Whether the tokens can name a speaker: one to six words, no verb, and no label of a kind of article."""
    size = sum(1 for k in range(first, last) if s.tag(k) != "M")
    if not 1 <= size <= 6 or has_finite(s, first, last) or any(s.form(k) in words("label") for k in range(first, last)):
        return False
    forms = {s.form(k) for k in range(first, last)}
    if forms & (words("title") | words("group") | words("document") | words("media")):
        return True
    named = [s.tokens[k].start for k in range(first, last) if s.tokens[k].kind == "word"]
    return size <= 3 and all(s.text[start].isupper() for start in named)


def _report(s: Tagged, speaker: tuple[int, int], content: tuple[int, int]) -> Report:
    subject = Subject(speaker[0], speaker[1], speaker[0])
    return Report(s.first, s.last, (content,), subject, None, "say", "en.headline.colon")
