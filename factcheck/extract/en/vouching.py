"""Phrases set off from a clause that name who vouches for it: "if the owner is right", "in the view of the guild"."""

from __future__ import annotations

from factcheck.extract.en.genders import gender_of
from factcheck.extract.en.mentions import Subject
from factcheck.extract.en.name_runs import word_roles
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.predicates import starts_clause
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

Vouched = tuple[Range, Subject, int]
_OPENS = frozenset(("if", "going", "as", "the", "to", "in", "on", "by"))
_RIGHT = frozenset(("right", "correct", "accurate", "reliable"))
_BELIEVER = frozenset(("you", "one", "we"))
_BELIEVES = frozenset(("believe", "believes", "ask", "asks", "trust", "trusts"))
_GUIDES = frozenset(("map", "maps", "chart", "charts"))  # "Going by the map, the patrol crossed the river"
_TELLS_IT = frozenset(
    ("tells", "tell", "told", "has", "have", "sees", "see", "remembers", "remember", "recalls", "recall")
)


def vouched(s: Tagged, i: int) -> Vouched | None:
    """The cue, the subject and the end of a phrase at token `i` that says who vouches for the rest of the sentence."""
    form = s.form(i)
    if form not in _OPENS or (i > s.first and s.tag(i - 1) not in "MC") or not s.outside(i):
        return None
    found = None
    if form == "if":
        found = _believed(s, i) if s.form(i + 1) in _BELIEVER else _right(s, i)
    elif form == "going" and s.form(i + 1) == "by":
        found = _going_by(s, i)
    elif form in ("in", "on", "by") and s.form(i + 1) == "the" and s.form(i + 3) == "of":
        found = _of_voice(s, i)
    elif form == "as" or (form == "the" and s.form(i + 1) == "way"):
        found = _as_told(s, i, i + 1 + (form == "the"), "")
    elif form == "to" and s.form(i + 1) == "hear":
        found = _as_told(s, i, i + 2, "tell")
    return found if found is not None and (found[2] >= s.last or s.tag(found[2]) == "M") else None


def is_voice(s: Tagged, first: int, last: int) -> bool:
    """Whether tokens name somebody, a body or a paper that can tell something: not "the price", "the weather"."""
    if first >= last:
        return False
    if last - first == 1 and s.tag(first) in "RO":
        return s.form(first) in ("he", "she", "they", "him", "her", "them")
    head = next((k for k in range(first + 1, last) if s.tag(k) == "I"), last) - 1
    known = words("group", "document", "told_by", "trade_noun", "seeker", "title", "male", "female")
    known |= words("local_body", "armed", "media")
    known |= word_roles("organisation")
    form = s.form(head).removesuffix("'s").removesuffix("’s")
    if not known.isdisjoint((form, form.removesuffix("s"))):
        return True
    if form in ("line", "lines") and head > first and s.form(head - 1) in words("firm_kind"):
        return True  # "the ferry line"
    named = s.text[s.tokens[head].start].isupper() and (head > s.first or last - first > 1)
    return named or gender_of(s.text[s.tokens[first].start : s.tokens[last - 1].end]) in ("m", "f", "h")


def _right(s: Tagged, i: int) -> Vouched | None:
    """`if the catalogue is right`, `if the ministry is to be believed`."""
    be = phrase_after(s, i + 1, s.last, whole=True)
    if s.form(be) not in ("is", "are", "was", "were") or not is_voice(s, i + 1, be):
        return None
    if i == s.first and any(s.tag(k) == "X" and s.form(k) in words("modal") for k in range(be, s.last)):
        return None  # "If the ministry is right, it should publish the data"
    if s.form(be + 1) in _RIGHT:
        return (be, be + 2), Subject(i + 1, be, i), be + 2
    believed = [s.form(k) for k in range(be + 1, min(be + 4, s.last))] == ["to", "be", "believed"]
    return ((be, be + 4), Subject(i + 1, be, i), be + 4) if believed else None


def _believed(s: Tagged, i: int) -> Vouched | None:
    """`if you believe the landlord`, `if one is to believe the army`; but `If you ask the mayor, she will say no`."""
    verb = i + 2 + 2 * (s.form(i + 2) in ("is", "are") and s.form(i + 3) == "to")
    end = phrase_after(s, verb + 1, s.last, whole=True)
    told = s.form(verb) in _BELIEVES and is_voice(s, verb + 1, end)
    if i == s.first and s.form(verb) not in ("believe", "believes"):
        told = told and starts_clause(s, end + 1, s.last) and s.tag(end + 1) not in "RZ"
        told = told and not any(s.tag(k) == "X" and s.form(k) in words("modal") for k in range(end, s.last))
    return ((i, verb + 1), Subject(verb + 1, end, i), end) if told else None


def _going_by(s: Tagged, i: int) -> Vouched | None:
    """`going by the depot's log`; but `going by the name of Orr`, `Going by the book, the referee sent him off`."""
    end = phrase_after(s, i + 2, s.last, whole=True)
    papers = {s.form(k) for k in range(i + 2, end)} & (words("document") - _GUIDES | {"books"})
    return ((i, i + 2), Subject(i + 2, end, i), end) if papers and s.tag(i + 2) in "DN" else None


def _of_voice(s: Tagged, i: int) -> Vouched | None:
    """`in the recollection of Karl Berg`, `on the evidence of two neighbours`."""
    if s.form(i + 2) not in words("opinion_noun", "vouching_noun"):
        return None
    end = phrase_after(s, i + 4, s.last, whole=True)
    return ((i, i + 4), Subject(i + 4, end, i), end) if is_voice(s, i + 4, end) else None


def _as_told(s: Tagged, i: int, first: int, verb: str) -> Vouched | None:
    """`as the mayor tells it`, `the way the driver tells it`, `to hear the coach tell it`."""
    end = next((k for k in range(first + 1, min(first + 9, s.last)) if s.form(k) == "it"), 0)
    told = end > first + 1 and s.form(end - 1) in ((verb,) if verb else _TELLS_IT)
    if not told or not set(s.letters(first, end - 1)) <= set("DNR#I") or not is_voice(s, first, end - 1):
        return None
    pronoun = s.form(first) if s.tag(first) in "RO" and end == first + 2 else ""
    return (end - 1, end), Subject(first, end - 1, i, pronoun=pronoun), end + 1
