"""A second voice that shares the verb of the first: "Police put the crowd at 5,000, | organisers at 20,000".

What looks like it is most often a list of what is measured ("put growth in Spain at 2.4%, Italy at 0.7%"), so the
second voice is a body or people, and no place; capitals that speak for states share a verb of saying.
"""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject
from factcheck.extract.en.predicates import starts_clause
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words

GAP = "en.report.gap"
_AT = "en.report.at"
_COUNTS = frozenset(("en.report.num", "en.report.num!", "en.report.np"))
_CLAUSES = frozenset(("en.report.that", "en.report.q"))
_ARMED = frozenset(("police", "army", "navy"))  # "counted 12 soldiers dead, the police six"
_BEHIND = 4  # tokens from the second number to the end of what is said


def is_alone(s: Tagged, k: int) -> bool:
    """Whether the number at token `k` is all that is said: before a stop, another's number, "says 19, the ministry 12",
    a clause of its own; not "said 40, mostly children, were hurt", "said 40 and a half of the goats died".
    """
    if s.tag(k) != "#" or s.form(k + 1) not in (",", ".", ";", "and", "but") or s.tag(k + 2) == "#":
        return False
    if s.form(k + 1) not in (",", "and"):
        return True
    begin = k + 2 + (s.form(k + 2) in ("and", "but", "while"))
    number = next((j for j in range(begin, s.last) if s.tag(j) not in "DNA"), s.last)
    if s.tag(number) == "#" and _may_count(s, begin, number):
        return True
    verb = next((j for j in range(begin, s.last) if s.tag(j) in FINITE or s.tag(j) == "M"), s.last)
    if FINITE.isdisjoint(s.letters(verb, s.last)) and s.tag(begin) in "AI":
        return True  # "said 40, down from 55"
    apart = s.form(k + 1) == "," and verb < s.last and s.tag(verb) != "M"
    return (apart or (verb < s.last and s.is_cue(verb))) and starts_clause(s, begin, s.last)


def gapped(s: Tagged, report: Report) -> tuple[Report, Report] | None:
    """The report ended before a second voice with a number and no verb, and that voice's; `None` where none is."""
    first, last = report.contents[0]
    if report.rule not in _COUNTS | _CLAUSES | {_AT} or len(report.contents) > 1 or report.cue is None:
        return None
    goes_on = s.form(last) == ";" or (report.rule == "en.report.num" and s.form(last) in (",", "and"))
    last = s.last if last < s.last and goes_on else last
    k = next((k for k in range(first + 1, last - 1) if s.form(k) in (",", ";", "and") and s.outside(k)), last)
    numbers = [next((j for j in part if s.tag(j) == "#"), last) for part in (range(first, k), range(k, last))]
    if last in numbers:
        return None
    begin = k + 1 + (s.form(k + 1) in ("and", "but"))
    at = numbers[1] - (s.form(numbers[1] - 1) == "at")
    same = (at < numbers[1]) == (report.rule == _AT) and (report.rule != _AT or s.form(numbers[0] - 1) == "at")
    if not same or not _ends(s, numbers, k, last) or not _shares(s, report, (first, k), (begin, at)):
        return None
    ended = report._replace(last=k, contents=((first, k),))
    return ended, Report(begin, last, ((at, last),), Subject(begin, at, begin), report.cue, report.force, GAP)


def _ends(s: Tagged, numbers: list[int], comma: int, last: int) -> bool:
    """Whether the second number and its noun, a noun of the first's, end what is said."""
    rest = range(numbers[1], last - (s.tag(last - 1) == "M" and s.form(last - 1) != "%"))
    named = {s.form(j) for j in rest if s.tag(j) in "NA" or s.form(j) in "%$€£"}
    shared = {s.form(j) for j in range(numbers[0], comma)}
    return len(rest) <= _BEHIND and all(s.tag(j) in "#NA" or s.form(j) == "%" for j in rest) and named <= shared


def _shares(s: Tagged, report: Report, measured: tuple[int, int], voice: tuple[int, int]) -> bool:
    """Whether a noun phrase can share the verb: a body or people, where what the first voice measures is neither."""
    first, last = voice
    if first >= last or not set(s.letters(first, last)) <= set("DNA"):
        return False
    if report.rule in _CLAUSES:
        speaker = report.subject
        alone = last - first == 1 and speaker.last - speaker.first == 1 and s.tag(measured[0]) == "#"
        capitals = alone and _kind(s, first) == _kind(s, speaker.first) == "capital"
        body = s.tag(first) == "D" and s.form(last - 1) in words("group")
        body = body or _is_bare_voice(s, report, first, last)
        return capitals or (body and not any(_can_be_measured(s, k) for k in range(*measured)))
    if report.rule in _COUNTS and _is_bare_voice(s, report, first, last):
        return True
    if not _may_count(s, first, last):
        return False
    if report.rule == "en.report.num":
        return True  # "said 12,000, police 5,000"
    determined, body, armed = s.tag(first) == "D", s.form(last - 1) in words("group"), s.form(last - 1) in _ARMED
    plural = _kind(s, last - 1) == "people" and s.form(last - 1).endswith("s")
    if report.rule == _AT:
        number = next(k for k in range(*measured) if s.tag(k) == "#")
        nobody = range(measured[0], number - 1)
        return (determined or plural or armed) and not any(_can_be_measured(s, k) for k in nobody)
    return determined and body and not armed


def _is_bare_voice(s: Tagged, report: Report, first: int, last: int) -> bool:
    """Whether a headline's second voice is one noun with no article, as the first is: "Mayor counts 19, priest 27"."""
    speaker = report.subject
    plain = speaker.last - speaker.first == 1 and s.tag(speaker.first) == "N" and s.form(speaker.first) not in _ARMED
    if not plain or last - first != 1 or s.text[s.tokens[first].start].isupper():
        return False
    return s.form(first) in words("group") or _kind(s, first) in ("people", "office")


def _may_count(s: Tagged, first: int, last: int) -> bool:
    """Whether a noun phrase with no name is a body or people, who count: "the ministry", "organisers", "police"."""
    if first >= last or s.text[s.tokens[last - 1].start].isupper():
        return False
    plural = _kind(s, last - 1) == "people" and s.form(last - 1).endswith("s")
    return plural or s.form(last - 1) in words("group") or s.form(last - 1) in _ARMED


def _can_be_measured(s: Tagged, k: int) -> bool:
    """Whether a word names somebody or a place that figures are told of: "put Labour at 34%", "growth in Spain"."""
    return s.tag(k) == "N" and (s.text[s.tokens[k].start].isupper() or s.form(k) in words("title", "group"))


def _kind(s: Tagged, k: int) -> str:
    found = entry_at(s.text, s.tokens, k, "en")
    return found.entry.kind if found is not None else ""


def with_shared_verb(s: Tagged, cue: int, content: str) -> str:
    """What a second voice says, with the verb it shares from token `cue` on, and the noun: "[put the crowd] at 20,000",
    "[counts] 700 [growers]".
    """
    number = next(k for k in range(cue, s.last) if s.tag(k) == "#")
    end = number - (s.form(number - 1) == "at")
    stop = next(k for k in range(number + 1, s.last) if s.form(k) in (",", ";", "and") or s.tag(k) in "IM")
    bare = s.text[s.tokens[number].end].isspace() and " " not in content.removeprefix("at ")
    rest = f" [{_written(s, number + 1, stop)}]" if bare and number + 1 < stop else ""
    return f"[{_written(s, cue, end)}] {content}{rest}"


def _written(s: Tagged, first: int, last: int) -> str:
    return " ".join(s.text[s.tokens[first].start : s.tokens[last - 1].end].split())
