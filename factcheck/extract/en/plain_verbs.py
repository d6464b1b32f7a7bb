"""Plain verbs that "and" joins under what bids them: "could wait and pay", "demands the army leave and wait"."""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import count_words, skip_adverbs
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def is_of_choice(s: Tagged, begin: int, i: int, last: int) -> bool:
    """Whether "and" at `i` joins two verbs of one side of a choice: "could wait | and pay, or act and save"."""
    helped = next((k for k in range(begin, i) if s.form(k) in words("modal")), last)
    choices = (k for k in range(helped, last - 1) if s.form(k) == "or" and s.form(k - 1) == ",")
    chosen = next((k for k in choices if is_plain_verb(s, k + 1)), None)
    anew = any(s.tag(k) == "X" or s.letters(k, k + 2) in ("RV", "NX") for k in range(helped + 1, last))
    return chosen is not None and is_plain_verb(s, i + 1) and not anew


def is_plain_verb(s: Tagged, i: int) -> bool:
    """Whether a verb in its plain form stands at token `i`, adverbs apart."""
    verb = skip_adverbs(s, i, s.last)
    return s.tag(verb) in "BVN" and "b" in s.verb_kinds(verb).lower()


def goes_on_quoted(s: Tagged, i: int, after: int) -> bool:
    """Whether plain verbs share who is bidden within one quotation: `demands the army "leave and restore order"`."""
    q = next((q for q in s.quotations if q.first < i < q.last), None)
    return q is not None and s.tag(q.first - 2) == "N" and is_plain_verb(s, q.first) and is_plain_verb(s, after)


def waits_for_verb(s: Tagged, begin: int, i: int) -> bool:
    """Whether a clause that "once" opened has no verb yet before "and": "once fees, land | and a new road are paid"."""
    for k in range(i - 1, begin, -1):
        if s.tag(k) in FINITE or s.form(k) in (";", ":", "—"):
            return False
        if s.tag(k) == "S":
            return s.form(k) in _OPENING and s.tag(k + 1) in "DN#" and s.outside(k) == s.outside(i)
    return False


_OPENING = frozenset(("once", "when", "because", "where", "although", "though"))


def joins_doings(s: Tagged, begin: int, after: int, last: int) -> bool:
    """Whether "and" joins what a clause does besides: ", ending a row and | leaving two posts empty", also where a
    relative clause ends the first: ", ending a row that began in 2019 and | leaving …".
    """
    if after >= last or s.tag(after) != "G" or count_words(s, after, last) < 3:
        return False
    comma = next((k for k in range(begin - 1, s.first, -1) if s.form(k) == ","), s.first)
    related = s.tag(begin - 1) == "W" and s.form(comma) == "," and s.tag(comma + 1) == "G" and s.outside(comma)
    return s.tag(begin) == "G" or related
