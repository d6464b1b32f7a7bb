"""Reports in a clause with "which" or "who", and who reports behind it: "The board, which put it at six, said …"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.mentions import Subject
from factcheck.extract.en.predicates import starts_verb_phrase
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged

_RELATIVE = frozenset(("which", "who"))


def relative_end(s: Tagged, cue: Cue, first: int, last: int) -> int:
    """Where the content of such a clause ends: at the comma before the verb of the sentence."""
    near = range(max(s.first + 1, cue.group - 2), cue.group)
    if not any(s.form(k) in _RELATIVE and s.form(k - 1) == "," for k in near):
        return last
    return next((k for k in range(first, last) if s.form(k) == "," and starts_verb_phrase(s, k + 1, s.last)), last)


def behind_relative(s: Tagged, cue: Cue, subject: Subject, spoken: Report | None) -> Subject:
    """The subject of a report behind such a clause, which is the clause's own."""
    if spoken is None or spoken.cue is None or not subject.dropped or s.form(cue.group - 1) != ",":
        return subject
    related = any(s.form(k) in _RELATIVE for k in range(spoken.subject.last, spoken.cue[0]))
    return spoken.subject._replace(clause=cue.group, dropped=True, aside=None) if related else subject
