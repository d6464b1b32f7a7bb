"""The time that opens an English sentence, and which of its later clauses share it."""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words
from factcheck.text import by_spelling

_LEAD = 9  # tokens of an adverbial of time at the head of a clause
_CLOCK = 8  # tokens of a time of day with its dots
_BACK = 8  # tokens before ", when" in which the time stands
_FUTURE = frozenset(("will", "'ll", "won't", "shall"))
_PAST = frozenset(("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't", "could", "couldn't"))
_PERFECT = frozenset(("has", "have", "hasn't", "haven't"))


def with_time(s: Tagged, first: int, last: int, cut: str, content: str) -> str | None:
    """The content with the time that it shares: "[In May 2009,] 46 homes burnt", "… were lost [in May 2009]"."""
    if cut == "relative" and s.form(first - 1) == "when" and s.form(first - 2) == ",":
        begin = next((k for k in range(first - 3, max(s.first, first - 3 - _BACK), -1) if s.tag(k) == "I"), first - 2)
        clock = s.form(begin) == "at" and s.tag(begin + 1) == "#" and first - 2 - begin <= _CLOCK  # "at 9.20 a.m."
        dated = (clock or _names_date(s, begin, first - 2)) and not _names_date(s, first, last)
        year = first - 3 - (s.form(first - 3) in '"”')
        if begin == first - 2 and _is_year(s.form(year)) and not _names_date(s, first, last):
            return f"{content} [in {s.form(year)}]"  # `"no second 2018", when the mill shut`
        since = next((k for k in range(begin, first - 2) if s.form(k) == "since"), None)
        if since is not None and dated:
            return f"{content} [in {_words(s, since + 1, first - 2)}]"  # "the worst crash since 2009, when | 10 died"
        return f"{content} [{_words(s, begin, first - 2)}]" if dated else None
    if names_time(s, first, last):
        return None
    verb = next((k for k in range(first, last) if s.tag(k) != "A"), first)
    if cut != "coordination" or s.tag(verb) in FINITE or s.tag(verb) in "PBG":
        return None
    time = time_before(s, first)
    return f"[{time},] {content}" if time and shares_time(s, first, last) else None


def time_before(s: Tagged, first: int) -> str:
    """The adverbial of time that opens the sentence before token `first`: "In February 2009"; empty for none."""
    begin, comma = _opening(s, first)
    timed = s.tag(begin) == "I" and _names_date(s, begin, comma) and FINITE.isdisjoint(s.letters(begin, comma))
    return _words(s, begin, comma) if timed else ""


def in_place(s: Tagged, first: int, cut: str, content: str) -> str | None:
    """The content with the place that opens its sentence, a clause about which stands before it: "[In the east,] water
    was cut" of "In the east, where few live, | water was cut".
    """
    comma = next((k for k in range(s.first, first) if s.form(k) == ","), first)
    placed = s.form(s.first) in ("in", "at", "on", "near", "outside") and s.form(comma + 1) == "where"
    plain = placed and FINITE.isdisjoint(s.letters(s.first, comma)) and s.form(first - 1) == "," and s.outside(first)
    return f"[{_words(s, s.first, comma)},] {content}" if cut == "main" and plain else None


def shares_time(s: Tagged, first: int, last: int) -> bool:
    """Whether a later clause is of the time that opens the sentence: it has no time of its own, and the same tense."""
    if names_time(s, first, last):
        return False
    own = _tense(s, first, last)
    return not own or own == _tense(s, _opening(s, first)[1], first)


def names_time(s: Tagged, first: int, last: int) -> bool:
    """Whether words say when: a date, "last week", "since", "still", "by noon"."""
    when = words("says_when")
    told = any(s.form(k) in when or (_may_be_hour(s.form(k)) and _is_hour(s, k)) for k in range(first, last))
    return told or _names_date(s, first, last)


def _names_date(s: Tagged, first: int, last: int) -> bool:
    """Whether words name a year, a month, a weekday, "last week"."""
    return any(_dates(s.form(k)) for k in range(first, last))


@by_spelling
def _dates(form: str) -> bool:
    return form in words("weekday", "month") or form in ("yesterday", "today", "last") or _is_year(form)


def _is_year(form: str) -> bool:
    return form.isdigit() and len(form) == 4


@by_spelling
def _may_be_hour(form: str) -> bool:
    """Whether a word is one for a stretch of time: "noon", "night"."""
    return form in words("time_noun") or form in _HOURS


def _is_hour(s: Tagged, k: int) -> bool:
    """Whether "by", "in", "this" stands before the word for a stretch of time at `k`: "by noon", "that night"."""
    return any(s.form(j) in _LEADING_TO_HOUR for j in range(max(s.first, k - 3), k))


_HOURS = frozenset({"noon", "midnight", "dawn", "dusk", "months", "years", "days", "weeks"})
_LEADING_TO_HOUR = frozenset({"by", "in", "at", "on", "this", "that", "for", "within", "during"})


def _opening(s: Tagged, first: int) -> tuple[int, int]:
    """The tokens of what opens the sentence up to its first comma, before token `first`."""
    begin = s.first
    while begin < first and s.tag(begin) in "CM":
        begin += 1
    return begin, next((k for k in range(begin, min(begin + _LEAD, first)) if s.form(k) == ","), begin)


def _tense(s: Tagged, first: int, last: int) -> str:
    """The tense of the first finite verb outside relative clauses; empty where none stands."""
    relative = False
    for k in range(first, last):
        relative = s.tag(k) == "W" or (relative and s.form(k) != ",")
        if s.tag(k) not in FINITE or relative:
            continue
        form = s.form(k)
        if form in _FUTURE:
            return "future"
        if form in _PERFECT:
            return "perfect"
        return "past" if form in _PAST or "d" in s.verb_kinds(k) or form.endswith("ed") else "present"
    return ""


def _words(s: Tagged, first: int, last: int) -> str:
    return " ".join(s.text[s.tokens[first].start : s.tokens[last - 1].end].split()) if first < last else ""
