"""Reports in a clause with "which" or "who", and who reports behind it: "The board, which put it at six, said …"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.heads import is_plural
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.predicates import skip_adverbs, starts_verb_phrase
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
    if subject.first >= subject.last and s.form(cue.group - 1) == "," and subject.dropped:
        return _listed(s, cue) or _of_relative(s, cue, subject, spoken)
    acts, named = subject.last + 1, any(s.form(k) == "," for k in range(subject.first, subject.last))
    listed = named and s.form(subject.last) == s.form(cue.group - 1) == "," and subject.clause == subject.first
    if listed and s.tag(acts) in FINITE and acts < cue.group - 1:
        return subject._replace(
            clause=cue.group, dropped=True
        )  # "The coach, Ana Ruiz, dropped two, | promised a cup and"
    if spoken is None or spoken.cue is None or not subject.dropped:
        return subject
    if subject.first >= subject.last and s.form(cue.group - 1) == "and" and spoken.rule == "en.report.after":
        return _many_before(s, cue, spoken) or subject
    return _of_relative(s, cue, subject, spoken)


def _of_relative(s: Tagged, cue: Cue, subject: Subject, spoken: Report | None) -> Subject:
    if spoken is None or spoken.cue is None or s.form(cue.group - 1) != ",":
        return subject
    related = any(s.form(k) in _RELATIVE for k in range(spoken.subject.last, spoken.cue[0]))
    return spoken.subject._replace(clause=cue.group, dropped=True, aside=None) if related else subject


def _listed(s: Tagged, cue: Cue) -> Subject | None:
    """Of whom a list of verbs is told, of which a cue is one: "The firm shut two plants, | promised 400 jobs and left".
    `None` where no conjunction ends the list with a verb, or another clause stands between.
    """
    comma = cue.group - 1
    begin = next((k + 1 for k in range(comma - 1, s.first, -1) if s.form(k) in ".;:" or s.tag(k) in "WS"), s.first)
    verb = next((k for k in range(begin, comma) if s.tag(k) in FINITE and s.outside(k)), comma)
    close = next((k for k in range(cue.last, s.last - 1) if s.form(k) in ("and", "but") and _acts(s, k + 1)), s.last)
    if begin != s.first or verb in (s.first, comma) or close == s.last or "d" not in s.verb_kinds(cue.first):
        return None
    acting = subject_before(s, verb, s.first)
    alone = not acting.pronoun or acting.pronoun in ("he", "she", "it", "they", "we")
    return acting._replace(clause=cue.group, dropped=True, aside=None) if alone and acting.first < acting.last else None


def _acts(s: Tagged, k: int) -> bool:
    k = skip_adverbs(s, k, s.last)
    return s.tag(k) in FINITE or (s.tag(k) == "P" and "d" in s.verb_kinds(k))


def _many_before(s: Tagged, cue: Cue, spoken: Report) -> Subject | None:
    """Of whom one speaks, where a verb that one cannot have goes on: "Rural police have held four, a clerk said, and |
    expect to free them"; `None` where the one who speaks can have it.
    """
    one = spoken.subject.last > spoken.subject.first and not is_plural(s.form(spoken.subject.last - 1))
    if not one or not {"b", "B"} & set(s.verb_kinds(cue.first)) or "d" in s.verb_kinds(cue.first):
        return None
    first = spoken.contents[0][0]
    verb = next((k for k in range(first, spoken.contents[0][1]) if s.tag(k) in FINITE), first)
    acting = subject_before(s, verb, first) if verb > first else None
    return None if acting is None or acting.pronoun or acting.first >= acting.last else acting._replace(dropped=True)
