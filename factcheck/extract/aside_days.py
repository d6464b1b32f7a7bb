"""Days that an article names beside what it tells: of saying and counting, of papers, of what had been before."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.dates import DateMention
from factcheck.extract.amounts import Row
from factcheck.extract.ar.told_days import dates_words as dates_words_ar
from factcheck.extract.ar.verbs import verb_forms
from factcheck.extract.ar.words import words_of
from factcheck.extract.en.told_days import dates_count, dates_words
from factcheck.lang.english import cue_forms, is_verb_form, words
from factcheck.text import fold

_BEFORE = 8  # tokens before a day among which "had" stands
_COURT = 4  # words of a court in an article about a case
_NEAR_TIME = 12  # tokens before a time of day among which it is told whose it is
_UNTIL = frozenset(map(fold, ("حتى", "لغاية", "حدود")))
_NOWADAYS = fold("اليوم")
_WERE = frozenset(map(fold, ("كان", "كانت", "وكان", "وكانت", "كانوا", "وكانوا")))
_SINCE = frozenset((fold("منذ"), "since"))
_PERFECT = frozenset(("has", "have", "'ve"))
_PAPERS = frozenset(("published", "released", "issued", "sent", "dated", "tabled", "circulated", "filed", "leaked"))
_LEADING = frozenset(("on", "late", "early", "last", "earlier"))
_LIVES = frozenset(
    ("born", "founded", "passed", "built", "elected", *map(fold, ("ولد", "ولدت", "تأسس", "تأسست", "تزوج")))
)


def stands_aside(row: Row, day: DateMention, lang: str) -> bool:
    """Whether a day tells when something was said, counted, written or had been, or how things are nowadays: no time
    told behind it is of that day.
    """
    first = bisect_left(row.tokens, day.start, key=lambda token: token.start)
    if any(row.form(k) in _LIVES for k in range(max(0, first - _BEFORE), first)):
        return True
    if lang == "ar":
        counted = row.form(first - 1) in _UNTIL or row.form(first) in _UNTIL
        nowadays = fold(day.exact) == _NOWADAYS and _is_now(row, first)
        return counted or nowadays or dates_words_ar(row, day.start, day.end) or _had_been(row, first)
    k = first - 1
    while row.form(k) in _LEADING:
        k -= 1
    written = words("statement", "document")
    paper = row.form(k) in _PAPERS and any(row.form(k - 1) in (noun, f"{noun}s") for noun in written)
    heard = row.form(k) in ("evidence", "testimony")  # "giving evidence on Wednesday"
    return paper or heard or dates_words(row, day.start) or dates_count(row, day.start) or _had(row, k)


def is_of_court(row: Row, lang: str) -> bool:
    """Whether an article tells of a case before a court, whose days lie long before the page's."""
    return len(_of_court(lang).intersection(token.form for token in row.tokens)) >= _COURT


def tells_of_sitting(row: Row, first: int, lang: str) -> bool:
    """Whether a time of day is that of the court's own sitting, or nobody tells it there: "adjourned at 4.30 p.m."."""
    near = [row.form(k) for k in range(max(0, first - _NEAR_TIME), first)]
    ends = [k for k, form in enumerate(near) if form in (".", "؟", "?", "!", "\n")]
    clause = near[ends[-1] + 1 :] if ends else near
    return not _of_court(lang).isdisjoint(clause) or not _sitting(lang).isdisjoint(clause)


def _of_court(lang: str) -> frozenset[str]:
    return words_of("in.court") if lang == "ar" else words("in_court")


def _sitting(lang: str) -> frozenset[str]:
    return words_of("sitting") if lang == "ar" else words("sitting")


def tells_night(row: Row, day: DateMention) -> bool:
    """Whether a day is told by its night: "Monday night", "on the night of | 2 October", «مساء السبت»."""
    first = bisect_left(row.tokens, day.start, key=lambda token: token.start)
    by_night = "night" in day.exact.lower() or not _NIGHT.isdisjoint(fold(day.exact).split())
    return by_night or (row.form(first - 2), row.form(first - 1)) == ("night", "of")


_THAT = frozenset(map(fold, ("أن", "إن", "بأن")))
_NIGHT = frozenset(map(fold, ("مساء", "ليل")))
_MORNINGS = frozenset(
    ("dawn", "daybreak", "sunrise", "morning", "hours", "light", *map(fold, ("فجرا", "صباحا", "الفجر", "الصباح")))
)


def is_morning(exact: str) -> bool:
    """Whether a part of the day is the morning: "before | dawn", «فجرا»."""
    return not _MORNINGS.isdisjoint(fold(exact).split())


def tells_when_said(row: Row, start: int, end: int, lang: str) -> bool:
    """Whether a part of the day tells when something was said: "the firm said in the afternoon", «في بيان صدر فجرا»."""
    return dates_words_ar(row, start, end) if lang == "ar" else dates_words(row, start)


def lasts_still(row: Row, first: int, lang: str) -> bool:
    """Whether what has lasted since a part of the day still does: "has been searching since dawn", «تبحث منذ الفجر»."""
    if row.form(first - 1) not in _SINCE:
        return False
    before = [row.form(k) for k in range(max(0, first - 1 - _BEFORE), first - 1)]
    if lang == "en":
        return not _PERFECT.isdisjoint(before)
    verb = verb_forms().get(row.form(first - 2))
    return verb is not None and verb.tense == "imperfect" and _WERE.isdisjoint(before)


def _is_now(row: Row, first: int) -> bool:
    """Whether a present verb right before «اليوم» makes it nowadays: «لا تغطي الاشتراكات | اليوم نصف الكلفة»."""
    near = (verb_forms().get(row.form(k)) for k in range(first - 1, max(-1, first - 4), -1))
    verb = next((found for found in near if found is not None), None)
    return verb is not None and verb.tense == "imperfect"


def _had(row: Row, k: int) -> bool:
    """Whether the verb right before a day stands in the pluperfect: "a crew had walked the section on | Monday"."""
    for j in range(k, max(-1, k - _BEFORE), -1):
        form = row.form(j)
        if row.kind(j) != "word" or form == "that":
            return False
        if "d" in is_verb_form(form) or form.endswith("ed"):
            return "had" in (row.form(j - 1), row.form(j - 2)) and not _is_reported(row, j)
        if form in words("be", "modal"):
            return False
    return False


def _is_reported(row: Row, verb: int) -> bool:
    """Whether a verb stands in what somebody said: "Police said a man had been shot"."""
    for k in range(verb - 1, max(-1, verb - _NEAR_TIME), -1):
        if row.kind(k) == "line" or row.form(k) in (".", "?", "!"):
            return False
        if row.form(k) in cue_forms():
            return True
    return False


def _had_been(row: Row, first: int) -> bool:
    """Whether «كان … قد» stands before a day: «وكانت فرق قد فتشت المبنى | الاثنين»."""
    for j in range(first - 1, max(-1, first - _BEFORE), -1):
        if row.kind(j) != "word":
            return False
        if row.form(j) in _THAT:
            return False  # «قالت الشرطة إن رجلا كان قد قتل الاثنين»
        if row.form(j) == fold("قد"):
            said = any(row.form(m) in _THAT for m in range(max(0, j - _BEFORE), j))
            return not said and any(row.form(m) in _WERE for m in range(max(0, j - _BEFORE), j))
    return False
