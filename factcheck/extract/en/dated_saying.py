"""What dates an English report from outside it: the time, or the paper and the occasion, that open its sentence."""

from __future__ import annotations

from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_LEAD = 6  # tokens of a time that opens a sentence
_OCCASION = 24  # tokens of an occasion that opens a sentence
_TIMES = frozenset(("late", "early", "earlier"))
_STOPS = frozenset((".", ",", ";", ":"))
_LEADING = frozenset(("in", "at", "during", "on", "by"))


def begin_of_saying(s: Tagged, report: Report) -> int:
    """Where a report begins with what opens its sentence and tells when it was said.

    That is a time ("By Sunday morning | the union put it at 12"), or an occasion or paper ("In a letter sent on
    Friday, | the bank said", "Asked on Tuesday about the leak, | Ruiz said"); else the report's own first token.
    """
    lead = range(s.first, report.first)
    return s.first if lead and (_is_time(s, lead) or _is_occasion(s, lead)) else report.first


def end_of_saying(s: Tagged, report: Report, last: int) -> int:
    """Where a report ends that goes on behind its content, at token `last`: "claimed blame | in a post on Feb. 11"."""
    end = next((k for k in range(last, s.last) if s.form(k) in _STOPS and not _is_abbreviated(s, k)), s.last)
    goes_on = report.last <= end and s.form(last) in _LEADING and _names_saying(s, range(last, end))
    return end if goes_on else report.last


def _is_abbreviated(s: Tagged, k: int) -> bool:
    return s.form(k) == "." and s.form(k - 1) in words("month") and s.tag(k + 1) == "#"


def _is_time(s: Tagged, lead: range) -> bool:
    timed = words("weekday", "month", "time_noun", "part_of_day")
    only = len(lead) <= _LEAD and set(s.letters(lead.start, lead.stop)) <= set("IADN#M")
    told = all(s.form(k) in timed or s.tag(k) != "N" for k in lead) and any(s.form(k) in timed for k in lead)
    return only and (told or s.form(lead.start) in _TIMES)


def _is_occasion(s: Tagged, lead: range) -> bool:
    first = s.form(lead.start)
    if len(lead) > _OCCASION:
        return False
    return first in words("prompting", "speaking") or (first in _LEADING and _names_saying(s, lead))


def _names_saying(s: Tagged, stretch: range) -> bool:
    saying = words("statement", "occasion", "document")
    return any(s.form(k) in saying or s.form(k).removesuffix("s") in saying for k in stretch)
