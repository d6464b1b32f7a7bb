"""Words that one passes on of another in English: "quoted officials as saying that", "was quoted as saying"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue, quoted_by
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.own_deeds import ends_lead
from factcheck.extract.en.predicates import has_finite
from factcheck.extract.en.report import Range, Report, quotation_closing_at
from factcheck.extract.en.tags import Tagged

_AS_SUBJECT = {"him": "he", "her": "she", "them": "they"}  # "quoted him as saying"


def quoted_as_saying(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The paper quoted officials as saying that …`: the officials speak, the paper relays."""
    if cue.lemma not in ("quote", "cite", "report"):
        return None
    passive = quoted_by(s, cue.last)
    if passive is not None and cue.group != cue.first:
        return _was_quoted(s, cue, floor, passive)
    end = phrase_after(s, cue.last, s.last)
    if end + 1 >= s.last or s.form(end) != "as" or s.form(end + 1) not in ("saying", "telling", "stating"):
        return None
    content = end + 2 + (end + 2 < s.last and s.form(end + 2) == "that")
    by = subject_before(s, cue.group, floor)
    relay = (by.first, by.last) if by.first < by.last else None
    him = _AS_SUBJECT.get(s.form(cue.last), "") if end == cue.last + 1 else ""
    subject, verb = Subject(cue.last, end, by.clause, him), (end + 1, end + 2)
    contents = _quoted(s, floor, by, content)
    last = s.last
    if s.form(s.first) in ("while", "although", "though") and len(contents) == 1:
        end = next((k for k in range(content, s.last) if ends_lead(s, k, s.last)), contents[0][1])
        last = min(end, contents[0][1])
        contents = ((contents[0][0], last),)  # "While X quoted A as saying B, | nobody could"
    begin = min(contents[0][0], by.clause, cue.group) if contents else 0
    return Report(begin, last, contents, subject, verb, "say", "en.report.relay", relay=relay) if contents else None


def _was_quoted(s: Tagged, cue: Cue, floor: int, saying: int) -> Report | None:
    """`The minister was quoted as saying that …`, and `"…," she was quoted by the paper as saying.`"""
    subject = subject_before(s, cue.group, floor)
    if subject.first >= subject.last:
        return None
    that = next((k for k in range(saying + 1, min(saying + _TOLD, s.last)) if s.form(k) in ("that", ":")), saying)
    told = s.form(saying) == "telling" or that == saying + 1  # "was quoted as telling the paper that …"
    content = max(that, saying) + 1 if told else saying + 1
    contents = _quoted(s, floor, subject, content)
    if not contents:
        return None
    first = min(contents[0][0], subject.clause, cue.group)
    relay = phrase_after(s, cue.last + 1, s.last) if s.form(cue.last) == "by" else 0
    by = (cue.last + 1, relay) if relay > cue.last + 1 else None
    return Report(first, s.last, contents, subject, (saying, saying + 1), "say", "en.report.relay", relay=by)


_TOLD = 8  # tokens behind "telling" in which "that" stands


def _quoted(s: Tagged, floor: int, subject: Subject, content: int) -> tuple[Range, ...]:
    """What was said: the words behind "saying", else those before the subject; a quotation before it may go on."""
    quotation = quotation_closing_at(s, subject.first - 1)
    if quotation is not None:
        going_on = ((q.first, min(q.last, s.last)) for q in s.quotations if q.first > content)
        return (quotation.first, quotation.last), *going_on
    if any(s.tag(k) != "M" for k in range(content, s.last)):
        return ((content, s.last),)
    comma = subject.first - 1
    return ((floor, comma),) if s.form(comma) == "," and comma > floor and has_finite(s, floor, comma) else ()
