"""A second voice that shares the verb of the first: "Police put the crowd at 5,000, | organisers at 20,000"."""

from __future__ import annotations

from factcheck.extract.en.mentions import Subject
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words

GAP = "en.report.gap"
_FRAMES = frozenset(("en.report.at", "en.report.num", "en.report.num!", "en.report.np"))
_CLAUSES = frozenset(
    ("en.report.that", "en.report.q")
)  # with the number at their head: "said one was fired, Tokyo two"
_BEHIND = 5  # tokens from the second number to the end of what is said


def gapped(s: Tagged, report: Report) -> tuple[Report, Report] | None:
    """The report ended before a second voice with a number and no verb, and that voice's; `None` where none is."""
    first, last = report.contents[0]
    shares = report.rule in _FRAMES or (report.rule in _CLAUSES and s.tag(first) == "#")
    if not shares or len(report.contents) > 1 or report.cue is None:
        return None
    last = s.last if last < s.last and s.form(last) == ";" else last
    for k in range(first + 1, last - 2):
        if s.form(k) not in (",", ";", "and") or not s.outside(k) or "#" not in s.letters(first, k):
            continue
        begin = k + 1 + (s.form(k + 1) in ("and", "but"))
        number = next((j for j in range(begin, last) if s.tag(j) not in "DNA"), last)
        at = number
        number += s.form(number) == "at"
        tells = number < last and s.tag(number) == "#" and at > begin and (s.form(at) == "at") == _by_at(s, report, k)
        if tells and _ends(s, number, last) and _can_speak(s, begin, at):
            ended = report._replace(last=k, contents=((first, k),))
            subject = Subject(begin, at, begin)
            return ended, Report(begin, last, ((at, last),), subject, report.cue, report.force, GAP)
    return None


def _by_at(s: Tagged, report: Report, end: int) -> bool:
    """Whether the first number stands behind "at": "put it at 5"."""
    number = next(k for k in range(report.contents[0][0], end) if s.tag(k) == "#")
    return s.form(number - 1) == "at"


def _ends(s: Tagged, number: int, last: int) -> bool:
    """Whether a number and its noun end what is said."""
    rest = range(number, last - (s.tag(last - 1) == "M"))
    return len(rest) <= _BEHIND and all(s.tag(j) in "#NDA" or s.form(j) in "%$€£" for j in rest)


def _can_speak(s: Tagged, first: int, last: int) -> bool:
    """Whether a noun phrase names somebody: a name, a calling, a body."""
    head = last - 1
    if s.text[s.tokens[head].start].isupper() or entry_at(s.text, s.tokens, head, "en") is not None:
        return s.tag(head) == "N"
    callings = words("group", "title", "trade_noun", "told_by")
    return s.form(head) in callings or s.form(head).removesuffix("s") in callings


def with_shared_verb(s: Tagged, cue: int, content: str) -> str:
    """What a second voice says, with the verb it shares from token `cue` on, and the noun: "[put the crowd] at 20,000",
    "[counts] 700 [growers]".
    """
    number = next(k for k in range(cue, s.last) if s.tag(k) == "#")
    end = number - (s.form(number - 1) == "at")
    stop = next(k for k in range(number, s.last) if s.form(k) in (",", ";", "and"))
    bare = content[-1].isdigit() or " " not in content.removeprefix("at ")
    rest = f" [{_written(s, number + 1, stop)}]" if bare and number + 1 < stop else ""
    return f"[{_written(s, cue, end)}] {content}{rest}"


def _written(s: Tagged, first: int, last: int) -> str:
    return " ".join(s.text[s.tokens[first].start : s.tokens[last - 1].end].split())
