"""Times and distances that open an English sentence before its subject: "Last month the group", "A mile away crews"."""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def past_time(s: Tagged, first: int, end: int) -> int:
    """Past a time or distance that opens a sentence: "Last month | the group", "A kilometre away | Ana Ruiz"."""
    if s.form(first) in ("a", "an", "some", "half") or s.tag(first) == "#":
        away = next((k for k in range(first + 2, min(first + 6, end - 1)) if s.form(k) in words("distance_end")), first)
        plain = away > first and set(s.letters(first + 1, away)) <= set("DN#A")
        return away + 1 if plain and _opens_subject(s, away + 1) else first
    if s.form(first) in ("late", "early"):  # "Late on Saturday | the daily", "Early last week | Ana Ruiz"
        day = first + 1 + (s.form(first + 1) in ("on", "in"))
        day += s.form(day) in ("last", "this", "next")
        dated = s.form(day) in words("weekday", "month", "time_noun")
        return day + 1 if dated and day + 1 < end and _opens_subject(s, day + 1) else first
    timed = s.form(first) in ("last", "this", "next") and s.form(first + 1) in words("time_noun")
    return first + 2 if timed and first + 2 < end and _opens_subject(s, first + 2) else first


def tells_when(s: Tagged, first: int, comma: int) -> bool:
    """Whether all that stands before a comma is how long after or before: "Three days later, according to …"."""
    nouns = words("time_noun") | {"moment"}
    noun = comma - 1
    if s.form(noun) in _FROM_THEN:  # not "Two days, according to the crew"
        noun -= 1
    elif s.form(first + (s.form(first) == "the")) not in _NEXT:
        return False
    measured = s.form(comma) == "," and noun >= first and s.form(noun).removesuffix("s") in nouns
    return measured and all(s.tag(k) in "D#A" or s.form(k) in _MEASURES for k in range(first, noun))


def behind_time(s: Tagged, first: int) -> int:
    """The verb behind a time that opens a clause with no subject of its own: "and | from April will hand out"."""
    timed = words("weekday", "month", "time_noun", "part_of_day")
    end = first + 1
    while s.tag(first) == "I" and end < s.last and (s.form(end) in timed or s.tag(end) in "D#"):
        end += 1
    told = any(s.form(k) in timed for k in range(first + 1, end)) and s.tag(end) in FINITE  # no "about 400 were"
    return end if told else first


_FROM_THEN = frozenset(("later", "earlier", "before", "after", "afterwards", "ago"))
_NEXT = frozenset(("next", "following", "same", "previous", "last", "that"))
_MEASURES = _NEXT | frozenset(("few", "couple", "of", "half", "more", "less", "than", "about", "around", "over"))


def _opens_subject(s: Tagged, k: int) -> bool:
    return s.tag(k) == "D" or s.text[s.tokens[k].start].isupper() or s.form(k).endswith("s")
