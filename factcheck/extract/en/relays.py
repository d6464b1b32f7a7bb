"""Words that one passes on of another in English: "quoted officials as saying that", "was quoted as saying"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged


def quoted_as_saying(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The paper quoted officials as saying that …`: the officials speak, the paper relays."""
    if cue.lemma not in ("quote", "cite"):
        return None
    end = phrase_after(s, cue.last, s.last)
    if end == cue.last and s.form(end) == "as":
        return _was_quoted(s, cue, floor)
    if end + 1 >= s.last or s.form(end) != "as" or s.form(end + 1) not in ("saying", "telling"):
        return None
    content = end + 2 + (end + 2 < s.last and s.form(end + 2) == "that")
    by = subject_before(s, cue.group, floor)
    relay = (by.first, by.last) if by.first < by.last else None
    subject, verb = Subject(cue.last, end, by.clause), (end + 1, end + 2)
    begin = min(by.clause, cue.group)
    return Report(begin, s.last, ((content, s.last),), subject, verb, "say", "en.report.relay", relay=relay)


def _was_quoted(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The minister was quoted as saying that …`."""
    subject = subject_before(s, cue.group, floor)
    if subject.first >= subject.last or cue.last + 2 >= s.last or cue.group == cue.first:
        return None
    content = cue.last + 2 + (s.form(cue.last + 2) == "that")
    verb = (cue.last + 1, cue.last + 2)
    return Report(min(subject.clause, cue.group), s.last, ((content, s.last),), subject, verb, "say", "en.report.relay")
