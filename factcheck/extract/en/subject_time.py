"""The time that stands between an English subject and its verb: "A state assessment late Wednesday put …"."""

from __future__ import annotations

from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_WHEN = frozenset(("late", "early", "earlier", "later", "on", "today", "yesterday"))


def before_adverbial(s: Tagged, verb: int, floor: int) -> int:
    """Where a verb group begins with the time before it: "The paper | earlier that day cited …"."""
    k = verb - 1
    if k > floor + 1 and s.form(k) == "there" and s.tag(k - 1) == "N" and s.tag(verb) != "X":
        return k  # "an official | there said"
    if k < floor + 3 or s.form(k) not in words("time_noun") or s.form(k - 1) not in ("that", "the"):
        return verb
    earlier = k - 2 - (s.form(k - 1) == "the" and s.form(k - 2) == "in")  # "who | earlier in the month called it"
    return earlier if s.form(earlier) in ("earlier", "later") else verb


def before_time(s: Tagged, first: int, last: int) -> int:
    """The end of a subject without the time after it: "A state assessment late Wednesday"."""
    end = last
    papers = words("document")
    paper = next((k for k in range(first, last) if s.form(k) in papers and s.tag(k) == "N"), last)
    dated = words("time_noun", "month")
    if paper == end - 4 and s.form(end - 1) in dated and s.form(end - 2) in ("last", "this") and s.tag(end - 3) == "P":
        return end - 3  # "A survey | completed last August"
    while end > first + 1 and (s.form(end - 1) in _WHEN or s.form(end - 1) in words("weekday")):
        end -= 1
    posted = paper == end - 2 and end < last and s.tag(end - 1) == "P"
    return end - 1 if posted else end  # "A survey | posted on Monday"


def after_place(s: Tagged, first: int, last: int) -> int:
    """Past a place or occasion with no comma before the subject: "At the gate | Ana Ruiz", "In Vale | officials"."""
    if first >= last or s.form(first) not in words("placed_by"):
        return first
    return next((k for k in range(first + 2, last) if _opens_second_phrase(s, first, k, last)), first)


def _opens_second_phrase(s: Tagged, preposition: int, k: int, last: int) -> bool:
    """Whether a noun phrase begins at `k` right behind that of a preposition: "In a statement | the ministry"."""
    if s.tag(k - 1) != "N" or not set(s.letters(preposition + 1, k)) <= set("DNA#PI") or s.form(k - 1).endswith("'s"):
        return False
    if any(s.tag(j) == "I" and s.form(j) != "of" for j in range(preposition + 1, k)):
        return False
    if s.tag(k) == "D":
        return True
    before, capital = _is_capital(s, k - 1), _is_capital(s, k)
    if capital and k == last - 1 and s.form(preposition) == "in" and s.form(k - 1) in words("statement"):
        return True  # "In a written statement | Orsa"
    name = capital and not before and k + 2 <= last and all(_is_capital(s, j) for j in range(k, last))
    people = s.form(k) == "people" or s.form(k).endswith("men")
    if s.tag(k) != "N" or name or capital or k < last - 1 or not (s.form(k).endswith("s") or people):
        return name
    placed = s.tag(preposition + 1) == "D" and k >= preposition + 3  # "At the harbour | officials"
    return before or (placed and (people or s.form(k).removesuffix("s") in words("told_by", "trade_noun")))


def _is_capital(s: Tagged, k: int) -> bool:
    return s.tag(k) == "N" and s.text[s.tokens[k].start].isupper()
