"""Days that an article names beside what it tells: of saying and counting, of papers, of what had been before."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.dates import DateMention
from factcheck.extract.amounts import Row
from factcheck.extract.ar.told_days import dates_words as dates_words_ar
from factcheck.extract.ar.verbs import verb_forms
from factcheck.extract.en.told_days import dates_count, dates_words
from factcheck.lang.english import is_verb_form, words
from factcheck.text import fold

_BEFORE = 8  # tokens before a day among which "had" stands
_COURT = 3  # words of a court in an article about a case
_IN_COURT = {
    "en": frozenset(
        ("court", "jury", "jurors", "trial", "testified", "evidence", "prosecution", "prosecutor", "prosecutors")
    )
    | {"judge", "defence", "defense", "accused", "pleaded", "witness", "inquest", "coroner", "tribunal", "verdict"}
    | {"hearing"},
    "ar": frozenset(
        map(fold, ("المحكمة", "محكمة", "القاضي", "المتهم", "المتهمين", "الشاهد", "شاهد", "شهادته", "محاكمة", "النيابة"))
    ),
}
_UNTIL = frozenset(map(fold, ("حتى", "لغاية", "حدود")))
_TODAY = frozenset((fold("اليوم"), "today"))
_WERE = frozenset(map(fold, ("كان", "كانت", "وكان", "وكانت", "كانوا", "وكانوا")))
_SINCE = frozenset((fold("منذ"), "since"))
_PERFECT = frozenset(("has", "have", "'ve"))
_PAPERS = frozenset(("published", "released", "issued", "sent", "dated", "tabled", "circulated", "filed", "leaked"))
_LEADING = frozenset(("on", "late", "early", "last", "earlier"))


def stands_aside(row: Row, day: DateMention, lang: str) -> bool:
    """Whether a day tells when something was said, counted, published, or had been, and no time told behind it is of
    that day.
    """
    if fold(day.exact) in _TODAY:
        return True
    first = bisect_left(row.tokens, day.start, key=lambda token: token.start)
    if lang == "ar":
        counted = row.form(first - 1) in _UNTIL or row.form(first) in _UNTIL
        return counted or dates_words_ar(row, day.start, day.end) or _had_been(row, first)
    k = first - 1
    while row.form(k) in _LEADING:
        k -= 1
    paper = row.form(k) in _PAPERS and row.form(k - 1) not in words("be", "have", "subject_pronoun")
    return paper or dates_words(row, day.start) or dates_count(row, day.start) or _had(row, k)


def is_of_court(row: Row, lang: str) -> bool:
    """Whether an article tells of a case before a court, whose days lie long before the page's."""
    return len(_IN_COURT[lang].intersection(token.form for token in row.tokens)) >= _COURT


def tells_night(row: Row, day: DateMention) -> bool:
    """Whether a day is told by its night: "Monday night", "on the night of | 2 October"."""
    first = bisect_left(row.tokens, day.start, key=lambda token: token.start)
    return "night" in day.exact.lower() or (row.form(first - 2), row.form(first - 1)) == ("night", "of")


def tells_when_said(row: Row, start: int, end: int, lang: str) -> bool:
    """Whether a part of the day tells when something was said: "the firm said in the afternoon", «في بيان صدر فجرا»."""
    return dates_words_ar(row, start, end) if lang == "ar" else dates_words(row, start)


def lasts_still(row: Row, first: int, lang: str) -> bool:
    """Whether what has lasted since a time of day still does: "has been searching since dawn", «تبحث منذ الفجر»."""
    if row.form(first - 1) not in _SINCE:
        return False
    before = [row.form(k) for k in range(max(0, first - 1 - _BEFORE), first - 1)]
    if lang == "en":
        return not _PERFECT.isdisjoint(before)
    verb = verb_forms().get(row.form(first - 2))
    return verb is not None and verb.tense == "imperfect" and _WERE.isdisjoint(before)


def _had(row: Row, k: int) -> bool:
    """Whether the verb right before a day stands in the pluperfect: "a crew had walked the section on | Monday"."""
    for j in range(k, max(-1, k - _BEFORE), -1):
        form = row.form(j)
        if row.kind(j) != "word" or form == "that":
            return False
        if form == "had":
            return True
        if "d" in is_verb_form(form) or form.endswith("ed"):
            return "had" in (row.form(j - 1), row.form(j - 2))
        if form in words("be", "modal"):
            return False
    return False


def _had_been(row: Row, first: int) -> bool:
    """Whether «كان … قد» stands before a day: «وكانت فرق قد فتشت المبنى | الاثنين»."""
    for j in range(first - 1, max(-1, first - _BEFORE), -1):
        if row.kind(j) != "word":
            return False
        if row.form(j) == fold("قد"):
            return any(row.form(m) in _WERE for m in range(max(0, j - _BEFORE), j))
    return False
