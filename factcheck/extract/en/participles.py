"""Whose participle of saying an English sentence has: "…, adding that", "with X ahead and her rival insisting …"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.heads import issues_words
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.predicates import has_finite, starts_clause
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged


def participle_subject(s: Tagged, cue: Cue, spoken: Report | None) -> Subject:
    """Whose participle it is ("…, adding that"): the speaker of the report before it, else the sentence's subject."""
    if spoken is not None:
        return spoken.subject._replace(clause=cue.group, dropped=True, aside=None)
    comma = lead_end(s, cue)
    if comma is not None:
        verb = next(k for k in range(comma + 1, s.last) if s.tag(k) in FINITE)
        subject = subject_before(s, verb, comma + 1)
        return subject._replace(clause=cue.group, aside=None)
    joined = _last_of_absolute(s, cue.group)
    if joined is not None:
        return joined
    for k in range(s.first, cue.group):
        if s.tag(k) in FINITE and s.outside(k):
            issued = any(issues_words(s.tokens, j, s.last) == cue.first for j in range(k, min(k + 3, cue.first)))
            while k > s.first and s.tag(k - 1) in "AXx":
                k -= 1
            subject = subject_before(s, k, s.first)
            inverted = phrase_after(s, k + 1, cue.group) if subject.first >= subject.last else k
            if inverted > k + 1:
                return Subject(k + 1, inverted, cue.group, dropped=True)
            return subject._replace(clause=subject.clause if issued else cue.group, aside=None)
    return Subject(cue.group, cue.group, cue.group, dropped=True)


def lead_end(s: Tagged, cue: Cue) -> int | None:
    """The comma behind a participle that opens its sentence: "Claiming that it was unsafe, | the guild shut it"."""
    if cue.group != s.first or s.tag(cue.first) != "G":
        return None
    commas = (k for k in range(cue.last, s.last) if s.form(k) == "," and s.outside(k) and has_finite(s, cue.last, k))
    return next((k for k in commas if starts_clause(s, k + 1, s.last)), None)


def _last_of_absolute(s: Tagged, group: int) -> Subject | None:
    """The last of those whom "with" names, where the participle is his: "with X ahead and her rival, Ana Ruiz, | …"."""
    opened = next((k for k in range(group - 1, s.first, -1) if s.form(k) == "with" and s.form(k - 1) == ","), group)
    if opened == group or has_finite(s, opened, group) or s.form(group - 1) != ",":
        return None
    joined = next((k for k in range(group - 1, opened, -1) if s.form(k) == "and" and s.outside(k)), opened)
    if joined > opened and not {"G", "P"} & set(s.letters(opened, joined)):
        return None
    subject = subject_before(s, group, joined + 1)
    return subject._replace(clause=joined) if subject.first < subject.last and not subject.dropped else None
