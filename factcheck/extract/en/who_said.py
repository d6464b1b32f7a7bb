"""Who an English sentence says speaks in it, apart from the subject of a verb, for a pronoun of the next sentence."""

from __future__ import annotations

from factcheck.extract.en.genders import gender_of
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.tags import Tagged

_CLOSED = frozenset('"”»’,')  # marks before a verb whose speaker follows it
_PERSON = ("m", "f", "h")


def who_said(s: Tagged, verb: int, last: int) -> Subject | None:
    """Who speaks behind a quotation, `"…," said its director, Ana Ruiz. She urged …`, or is the source a sentence opens
    with, "According to Ana Ruiz, the road was shut. She urged …".
    """
    if not s.is_cue(verb) or s.form(verb - 1) not in _CLOSED or s.tag(verb + 1) not in "DN":
        return _source(s, verb)
    end = phrase_after(s, verb + 1, min(s.last, last))
    return Subject(verb + 1, end, verb) if end > verb + 1 else None


def _source(s: Tagged, verb: int) -> Subject | None:
    """The person whom a sentence opens by telling of as its source, where no other person acts in it by `verb`."""
    at = next((k + 2 for k in range(s.first, min(s.first + 2, verb - 2)) if s.form(k) == "according"), verb)
    end = phrase_after(s, at, verb) if at < verb else at
    if end <= at or _kind(s, at, end) not in _PERSON:
        return None
    acting = subject_before(s, verb, s.first)
    other = acting.first < acting.last and _kind(s, acting.first, acting.last) in _PERSON
    return None if other and not acting.pronoun else Subject(at, end, s.first)


def _kind(s: Tagged, first: int, last: int) -> str:
    return gender_of(s.text[s.tokens[first].start : s.tokens[last - 1].end])
