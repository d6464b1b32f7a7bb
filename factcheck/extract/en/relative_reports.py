"""Reports in a clause with "which" or "who", and who reports behind it: "The board, which put it at six, said …"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject
from factcheck.extract.en.predicates import starts_verb_phrase
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged

_RELATIVE = frozenset(("which", "who"))


def relative_end(s: Tagged, cue: Cue, first: int, last: int) -> int:
    """Where the content of such a clause ends: at the comma before the verb of the sentence."""
    near = range(max(s.first + 1, cue.group - 2), cue.group)
    if joined_in_relative(s, cue):
        commas = (k for k in range(first, last) if s.form(k) == "," and s.outside(k))
        return next((k for k in commas if s.tag(k + 1) == "P" or starts_verb_phrase(s, k + 1, s.last)), last)
    if not any(s.form(k) in _RELATIVE and s.form(k - 1) == "," for k in near):
        return last
    return next((k for k in range(first, last) if s.form(k) == "," and starts_verb_phrase(s, k + 1, s.last)), last)


def joined_in_relative(s: Tagged, cue: Cue) -> bool:
    """Whether a cue is joined to the verb of a clause set off: "The fund, which owns 6 percent and | says so"."""
    comma = next((k for k in range(cue.group - 1, s.first, -1) if s.form(k) == "," and s.outside(k)), s.first)
    joined = s.tag(cue.group - 1) == "C" and s.form(comma) == "," and s.form(comma + 1) in _RELATIVE
    return joined and s.tag(comma + 2) in FINITE


def behind_relative(s: Tagged, cue: Cue, subject: Subject, spoken: Report | None) -> Subject:
    """The subject of a report behind such a clause, which is the clause's own."""
    if spoken is None or spoken.cue is None or not subject.dropped or s.form(cue.group - 1) != ",":
        return subject
    related = any(s.form(k) in _RELATIVE for k in range(spoken.subject.last, spoken.cue[0]))
    return spoken.subject._replace(clause=cue.group, dropped=True, aside=None) if related else subject
