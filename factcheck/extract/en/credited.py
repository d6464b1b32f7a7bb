"""A sentence that only names who tells what stands before it: "That, at least, is what the bulletin says"."""

from __future__ import annotations

from factcheck.extract.en.carry import Voices
from factcheck.extract.en.cues import cue_table
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.predicates import skip_adverbs
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.extract.proposition import Proposition
from factcheck.lang.english import words
from factcheck.text import Span

RULE = "en.source.told"
_THAT = frozenset(("that", "this", "so"))
_LEADS = frozenset(("at", "least", "or", "and", "but", ","))
_FORCES = frozenset(
    ("say", "report", "assert", "estimate", "warn", "evidence", "confirm", "distance", "announce", "reveal")
)
_LONGEST = 24  # tokens of such a sentence


def credited(found: list[Proposition], before: Span, s: Tagged, voices: Voices) -> list[Proposition] | None:
    """The propositions of a line with those of the sentence at `before` given to whoever this sentence says tells them;
    `None` where it says no such thing, or somebody else tells one of them.
    """
    told = _credits(s)
    if told is None or told.cue is None:
        return None
    own = [p for p in found if p.sentence == before]
    if not own or any(p.mode != "narrator" for p in own):
        return None
    speaker, holder = voices.resolve(s, told)
    cue = Span(s.tokens[told.cue[0]].start, s.tokens[told.cue[1] - 1].end)
    given = {
        p: p._replace(
            mode="indirect_speech",
            cue=cue,
            speaker=speaker,
            holder=holder,
            force=told.force,
            rules=(RULE, *p.rules[1:]),
        )
        for p in own
    }
    return [given.get(p, p) for p in found]


def _credits(s: Tagged) -> Report | None:
    """Who tells what the sentence before asserts, where this one says no more: "Or so the captain claims", "That is
    the army's version"; `None` for any other.
    """
    head = next((k for k in range(s.first, min(s.first + 4, s.last)) if s.form(k) not in _LEADS), s.last)
    if s.form(head) not in _THAT or s.last - s.first > _LONGEST or s.quotations:
        return None
    if s.form(head) == "so":
        return _so(s, head + 1)
    be = next((k for k in range(head + 1, min(head + 6, s.last)) if s.form(k) in ("is", "was")), s.last)
    if any(s.tag(k) not in "MAID" and s.form(k) != "least" for k in range(head + 1, be)):
        return None
    begin = skip_adverbs(s, be + 1, s.last)
    if s.form(begin) == "what":
        return _said(s, begin + 1)
    owner = next((k for k in range(begin, s.last) if s.form(k).endswith(("'s", "’s"))), s.last)
    told = owner + 2 < s.last and s.form(owner + 1) in words("telling") and s.form(owner + 2) in (".", ",")
    return _report(s, Subject(begin, owner + 1, begin), (owner + 1, owner + 2)) if told and begin <= owner else None


def _so(s: Tagged, begin: int) -> Report | None:
    if s.is_cue(begin) and s.tag(begin) in "VNp":
        end = phrase_after(s, begin + 1, s.last)
        return _report(s, Subject(begin + 1, end, begin), (begin, begin + 1)) if end > begin + 1 else None
    return _said(s, begin)


def _said(s: Tagged, begin: int) -> Report | None:
    """The report whose subject begins at a token and whose verb ends the sentence, whom it is told to apart."""
    if s.tag(begin) not in "DNR":
        return None  # "So is the weir, the owner says"
    cue = next((k for k in range(begin + 1, s.last) if s.tag(k) in "VNpP" and _ends(s, k + 1)), s.last)
    if cue == s.last or cue_table().get(s.form(cue), ("", "", ()))[1] not in _FORCES:
        return None
    subject = subject_before(s, cue, begin)
    return _report(s, subject, (cue, cue + 1)) if begin <= subject.first < subject.last else None


def _ends(s: Tagged, k: int) -> bool:
    """Whether nothing but whom it is told to, "at least" or an adverb stands behind a verb."""
    rest = [j for j in range(k, s.last) if s.form(j) not in _LEADS]
    return all(s.form(j) == "." or s.tag(j) in "ADNO" for j in rest)


def _report(s: Tagged, subject: Subject, cue: tuple[int, int]) -> Report:
    return Report(s.first, s.last, ((s.first, s.last),), subject, cue, "say", RULE)
