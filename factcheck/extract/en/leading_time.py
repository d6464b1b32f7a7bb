"""Times that open an English sentence before its subject: "Last month the group said …"."""

from __future__ import annotations

from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def past_time(s: Tagged, first: int, end: int) -> int:
    """Past a time that opens a sentence before its subject: "Last month | the group", "This week | crews"."""
    timed = s.form(first) in ("last", "this", "next") and s.form(first + 1) in words("time_noun")
    if not timed or first + 2 >= end:
        return first
    named = s.tag(first + 2) == "D" or s.text[s.tokens[first + 2].start].isupper() or s.form(first + 2).endswith("s")
    return first + 2 if named else first
