"""A clause that a report cuts in two: "The pool, the mayor said, would reopen", "The plan was, she said, to move"."""

from __future__ import annotations

from factcheck.extract.amounts import CURRENCY_SIGNS
from factcheck.extract.en.commas import cut_part, is_absolute
from factcheck.extract.en.predicates import has_finite, starts_clause, starts_verb_phrase
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def goes_on_behind(s: Tagged, floor: int, comma: int, after: int) -> int:
    """The end of what goes on, behind a report, the clause of the tokens `floor` to `comma`: from token `after` on,
    right behind the second comma; 0 where the clause ends before the report.
    """
    if after >= s.last or not s.outside(after):
        return 0
    if s.form(after) in words("be") and s.tag(after) == "X" and lacks_object(s, floor, comma):
        return _end_of_clause(s, after)  # "What he got, he says, was ten minutes"
    if s.form(floor) in words("asking"):
        return 0
    acts = s.tag(after) == "P" and "d" in s.verb_kinds(after) and s.tag(after + 1) in "D#N"  # "recorded the payments"
    paid = s.tag(after) == "#" or s.form(after) in CURRENCY_SIGNS
    if paid and comma - floor > 1 and not has_finite(s, floor, comma) and set("dsS") & set(s.verb_kinds(comma - 1)):
        return _end_of_clause(s, after)  # "The bridge cost, the mayor said, 40 million euros"
    many = s.form(comma - 1).endswith("s") and not has_finite(s, floor, comma)
    acts = acts or (many and "b" in s.verb_kinds(after).lower() and s.tag(after + 1) == "D")  # "trace the strain to"
    if lacks_predicate(s, floor, comma):
        return _end_of_clause(s, after) if acts or starts_verb_phrase(s, after, s.last) else 0
    if not has_finite(s, floor, comma):
        return 0
    letter = s.tag(after)
    waits = awaits(s, floor, comma)
    if waits == "predicate":
        letter = "x" if s.form(after) in ("have", "be") or s.tag(after) + s.tag(after + 1) == "TB" else letter
        return _end_of_clause(s, after) if letter in "BPVGNDAIx#" and not starts_clause(s, after, s.last) else 0
    if waits == "object" and ((s.form(after) == "that" and letter == "W") or s.form(after) in _ASKED):
        return _end_of_clause(s, after)
    if waits == "measure" and letter in "D#N" and not _measures(s, after):
        return 0  # "The roof fell, according to the ministry, a body that mends roofs"
    if waits in ("object", "measure") and letter in "D#N":
        return _end_of_clause(s, after) if not starts_clause(s, after, s.last) else 0
    if s.form(after) in _WHEN and starts_clause(s, after + 1, s.last):
        return _end_of_clause(s, after)
    if letter not in "TI" or s.form(after) in _APART or cut_part(s, after, s.last) is not None:
        return 0
    if s.form(after) == "without" and (s.form(after + 1) in words("left_unsaid") or _gives_no_more(s, after + 1)):
        return 0  # "…, she said, without explaining why"
    counts = s.form(after) == "of" and s.form(after + 1) in ("whom", "which", "them", "those")
    absolute = s.form(after) == "with" and is_absolute(s, after + 1, s.last)
    return 0 if counts or absolute else _end_of_clause(s, after)


def sides(s: Tagged, floor: int, comma: int, after: int, end: int) -> tuple[Range, ...]:
    """What a report in the midst of a clause says: the clause, or its longer side, and what is joined to it behind."""
    said = (floor, comma)
    all_of_it = s.form(after) in words("be") and lacks_object(s, floor, comma)
    waits = "predicate" if all_of_it or lacks_predicate(s, floor, comma) else awaits(s, floor, comma)
    if waits and (waits == "predicate" or s.tag(after) not in "TIS"):  # else what goes on only tells when or where
        said = max((said, (after, end)), key=lambda side: s.tokens[side[1] - 1].end - s.tokens[side[0]].start)
    joined = end + 1 < s.last and s.form(end) == ","
    return (said, (end + 1, s.last)) if joined and has_finite(s, end + 1, s.last) else (said,)


def lacks_predicate(s: Tagged, floor: int, comma: int) -> bool:
    """Whether a stretch is a subject alone, a relative clause of its own apart: "Anyone who had a ticket"."""
    if not has_finite(s, floor, comma):
        return True
    if s.form(floor) in _FREE or (s.form(floor) == "that" and s.tag(floor) == "W"):
        return True
    finite = [k for k in range(floor, comma) if s.tag(k) in "VXZ"]
    if len(finite) == 1 and _only_describes(s, finite[0]):
        return True
    relative = next((k for k in range(floor, comma) if s.tag(k) == "W"), comma)
    if relative in (floor, comma) or has_finite(s, floor, relative) or s.form(relative) not in ("who", "which", "that"):
        return False
    return s.tag(relative - 1) in "NRDO" and sum(s.tag(k) in "VXZ" for k in range(relative, comma)) == 1


def lacks_object(s: Tagged, floor: int, comma: int) -> bool:
    """Whether a stretch is all that somebody did something to: "What he got", "The only thing she took"."""
    verbs = [k for k in range(floor, comma) if s.tag(k) in "VXZ"]
    named = s.form(floor) in ("what", "all") or (s.tag(floor) == "D" and s.tag(verbs[0] - 1 if verbs else floor) == "R")
    return named and len(verbs) == 1 and verbs[0] > floor + 1


def _only_describes(s: Tagged, verb: int) -> bool:
    """Whether what looks like a verb can tell of its noun: "A ledger recovered from the office, she said, recorded"."""
    done = "n" in s.verb_kinds(verb) + "n" * s.form(verb).endswith("ed") and s.tag(verb) == "V"
    return done and s.tag(verb - 1) == "N" and s.form(verb + 1) in ("from", "by", "for", "at")


def awaits(s: Tagged, floor: int, comma: int) -> str:
    """What a clause still lacks at its end: a "predicate" after an auxiliary, an "object" after another verb, or only a
    "measure" after one that takes no object: "Prices fell".
    """
    k = comma - 1
    while k > floor and s.tag(k) == "A":
        k -= 1
    if s.tag(k) in "Xx" or (s.form(k) == "no" and s.tag(k - 1) == "X"):
        return "predicate"
    helped = k - 1 - (s.tag(k - 1) == "A")
    done = s.tag(k) == "P" and s.form(helped) in words("have")  # "He had taken, he wrote, a cut"
    if not (done or s.tag(k) in "VGB") or s.form(k) in words("happens"):
        return ""
    return "measure" if s.form(k) in words("takes_no_object") else "object"


def _measures(s: Tagged, k: int) -> bool:
    """Whether words tell how much, when or by how long: "12 per cent", "their lowest level", "the same day"."""
    end = next((j for j in range(k, s.last) if s.tag(j) not in "DNA#P"), s.last)
    lengths = words("time_noun", "measures_much")
    counted = s.tag(k) == "#" or s.form(k) in CURRENCY_SIGNS or s.form(k) in words("possessive")
    return counted or any(s.form(j).removesuffix("s") in lengths for j in range(k, end))


def _gives_no_more(s: Tagged, k: int) -> bool:
    """Whether nothing more is told: "without giving a reason", "without giving details"."""
    return s.form(k) == "giving" and any(s.form(j) in words("told_more") for j in range(k + 1, k + 4))


def _end_of_clause(s: Tagged, after: int) -> int:
    """Where a clause that goes on from token `after` ends: before another clause that a comma and "and" join to it."""
    for k in range(after + 1, s.last - 1):
        if s.form(k) in (";", ":", "—") and s.outside(k):
            return k
        joined = s.form(k) == "," and s.outside(k) and s.tag(k + 1) == "C" and has_finite(s, k + 1, s.last)
        if joined and (starts_clause(s, k + 2, s.last) or starts_verb_phrase(s, k + 2, s.last)):
            return k
    return s.last - (s.form(s.last - 1) == ".")


_FREE = frozenset(("whoever", "whatever", "whichever", "wherever"))
_WHEN = frozenset(("when", "once", "until", "unless", "if"))
_ASKED = frozenset(("whether", "how", "why", "what", "where", "who"))
_APART = frozenset(("including", "than", "while", "despite", "according", "like", "unlike"))


def adds_number_of_it(s: Tagged, end: int) -> bool:
    """Whether ", and less than 500 of it reached the river" goes on behind a speaker: a number of what was said."""
    if [s.form(end), s.form(end + 1)] != [",", "and"] or not has_finite(s, end + 2, s.last):
        return False
    number = next((k for k in range(end + 2, min(end + 6, s.last)) if s.tag(k) == "#"), s.last)
    of = next((k for k in range(number, min(number + 4, s.last)) if s.form(k) == "of"), s.last)
    return s.form(of + 1) in ("it", "them", "those")


def ranks_in_time(s: Tagged, k: int) -> bool:
    """Whether words at token `k` tell since when nothing was more or less: "the most since 2015", "the worst in 12
    years"; not "the largest shareholder in the bank".
    """
    if s.form(k) != "the" or s.form(k + 1) not in words("ranked"):
        return False
    near = range(k + 3, min(k + 7, s.last))
    timed = any(s.form(j).removesuffix("s") in words("time_noun") or s.form(j) == "record" for j in near)
    return s.form(k + 2) == "since" or (s.form(k + 2) in ("in", "for", "on") and timed)
