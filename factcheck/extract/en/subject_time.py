"""The time that stands between an English subject and its verb: "A state assessment late Wednesday put …"."""

from __future__ import annotations

from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def before_adverbial(s: Tagged, verb: int, floor: int) -> int:
    """Where a verb group begins with the time before it: "The paper | earlier that day cited …"."""
    k = verb - 1
    if k < floor + 3 or s.form(k) not in words("time_noun") or s.form(k - 1) != "that":
        return verb
    return k - 2 if s.form(k - 2) in ("earlier", "later") else verb


def before_time(s: Tagged, first: int, last: int) -> int:
    """The end of a subject without the time after it: "A state assessment late Wednesday"."""
    end = last
    paper = next((k for k in range(first, last) if s.form(k) in words("document") and s.tag(k) == "N"), last)
    dated = words("time_noun") | words("month")
    if paper == end - 4 and s.form(end - 1) in dated and s.form(end - 2) in ("last", "this") and s.tag(end - 3) == "P":
        return end - 3  # "A survey | completed last August"
    while end > first + 1 and s.form(end - 1) in words("weekday") | {
        "late",
        "early",
        "earlier",
        "later",
        "on",
        "today",
        "yesterday",
    }:
        end -= 1
    posted = paper == end - 2 and end < last and s.tag(end - 1) == "P"
    return end - 1 if posted else end  # "A survey | posted on Monday"
