"""What dates an English report from outside it: the time, or the paper and the occasion, that open its sentence."""

from __future__ import annotations

from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_LEAD = 6  # tokens of a time that opens a sentence
_OCCASION = 24  # tokens of an occasion that opens a sentence
_TIMES = frozenset(("late", "early", "earlier"))
_STOPS = frozenset((".", ",", ";", ":"))
_LEADING = frozenset(("in", "at", "during", "on"))
_DATING = frozenset(("on", "at", "late", "early", "last", "dated"))
_ISSUED = frozenset(("sent", "mailed", "issued", "published", "released", "tabled", "posted", "aired", "broadcast"))
_TOPIC = frozenset(
    (
        "about",
        "of",
        "into",
        "for",
        "over",
        "before",
        "after",
        "if",
        "whether",
        "who",
        "that",
        "which",
        "against",
        "than",
    )
)  # what leads to something else than the day of the saying


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
    goes_on = report.last <= end and s.form(last) in _LEADING and _is_occasion(s, range(last, end))
    return end if goes_on else report.last


def _is_abbreviated(s: Tagged, k: int) -> bool:
    return s.form(k) == "." and s.form(k - 1) in words("month") and s.tag(k + 1) == "#"


def _is_time(s: Tagged, lead: range) -> bool:
    timed = words("weekday", "month", "time_noun", "part_of_day")
    only = len(lead) <= _LEAD and set(s.letters(lead.start, lead.stop)) <= set("IADN#M")
    told = all(s.form(k) in timed or s.tag(k) != "N" for k in lead) and any(s.form(k) in timed for k in lead)
    return only and (told or s.form(lead.start) in _TIMES)


def _is_occasion(s: Tagged, lead: range) -> bool:
    """Whether what opens a sentence is an occasion or paper with its own date: "In a letter sent on Friday", "Asked
    on Tuesday about"; not "In a report on the fire of 2017", "Asked about the vote in 2016".
    """
    if len(lead) > _OCCASION or s.form(lead.start) not in _LEADING | words("prompting", "speaking"):
        return False
    told = s.form(lead.start) not in _LEADING
    for k in lead:
        if not told:
            told = _names_saying(s, range(k, k + 1))
        elif s.form(k) in _TOPIC or s.form(k + 1) == "'s":
            return False
        elif _opens_date(s, k):
            return s.form(k - 1) in _DATING or s.form(k - 1) in _ISSUED
    return False


def _opens_date(s: Tagged, k: int) -> bool:
    form = s.form(k)
    return form in words("weekday", "month") or form in ("yesterday", "today") or s.tag(k) == "#"


def _names_saying(s: Tagged, stretch: range) -> bool:
    saying = words("statement", "occasion", "document")
    return any(s.form(k) in saying or s.form(k).removesuffix("s") in saying for k in stretch)
