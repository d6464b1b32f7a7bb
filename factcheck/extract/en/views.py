"""What somebody holds, told by a noun and no verb: "The firm gave a third account: …", "Its finding is that …"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.mentions import Subject, noun_phrase_start, subject_before
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def find_view(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """What an account or a view says: behind its colon, or behind "is that"."""
    return (_account if "account" in cue.frames else _view)(s, cue, floor)


def _account(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The firm gave a third account: its guards had shut the gate`: the words behind the colon are the firm's."""
    subject = subject_before(s, cue.group, floor)
    if subject.first >= subject.last or any(q.first - 1 == cue.last + 1 for q in s.quotations):
        return None
    content, verb = (cue.last + 1, s.last), (cue.first, cue.last)
    first, asides = min(subject.clause, cue.group), () if subject.aside is None else (subject.aside,)
    return Report(first, s.last, (content,), subject, verb, cue.force, "en.report.colon", asides=asides)


def _view(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The firm's position is that none was`, `The view of the panel was that …`: whose view it is says so."""
    first = noun_phrase_start(s, cue.first, floor)
    owner = next((k for k in range(cue.first - 1, first - 1, -1) if s.form(k).endswith("'s") or s.form(k) == "'"), None)
    if s.form(first) in words("possessive"):
        subject = Subject(first, first, first, pronoun=s.form(first))
    elif owner is not None:
        subject = Subject(first, owner + (s.form(owner) != "'"), first)
    else:
        return None
    return Report(first, s.last, ((cue.last + 2, s.last),), subject, (cue.first, cue.last), cue.force, "en.report.that")
