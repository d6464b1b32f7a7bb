"""What a denial of English denies: the content of an allegation, or somebody's account of something as a whole."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import starts_clause
from factcheck.extract.en.quoted import content_end
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def with_allegation(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`rejected suggestions that he tried to leave`: the content of what is rejected, or `that account` itself."""
    for k in range(cue.last, min(cue.last + 10, s.last)):
        if s.form(k) in words("allegation"):
            whole = _whole_account(s, cue, k)
            if whole is not None:
                return whole
            after = _after_accusers(s, k + 1)
            of = s.form(after) == "of" and s.form(k) not in words("telling")  # not "the report of the commission"
            if (s.form(after) == "that" or of) and after < s.last - 1:
                return (after + 1, _denial_end(s, after + 1))
            if s.form(k).removesuffix("s") in _TOLD and _is_clause_with_object(s, k + 1):
                return (k + 1, _denial_end(s, k + 1))  # "reject any suggestion | one of theirs cut the fence"
            quoted = s.form(k + 1) == "as" and any(q.first - 1 == k + 2 for q in s.quotations)
            told = s.tag(cue.last) == "D" or s.form(cue.last) == "that"
            closed = k + 1 >= s.last or s.tag(k + 1) in "MCSG" or s.form(k + 1) == "as"
            end = _list_end(s, k + 1)
            if s.form(k + 1) == "as":  # "rejects the claim as baseless"
                end = next((j for j in range(k + 2, s.last) if s.tag(j) not in "DNAP"), s.last)
            return (cue.last, end) if told and closed and not quoted else None
        if s.tag(k) not in "DNAPI" and k > cue.last:
            return None
    return None


def _is_clause_with_object(s: Tagged, k: int) -> bool:
    """Whether who acts, the verb and its object begin at a token: "one of theirs cut the fence"; not "he made"."""
    verb = next((j for j in range(k + 1, min(k + 7, s.last - 1)) if s.tag(j) in FINITE or s.tag(j) in "MCSW"), s.last)
    past = (j for j in range(k + 1, min(verb, s.last - 1)) if s.tag(j) == "P" and "d" in s.verb_kinds(j))
    verb = next(past, verb)
    acts = s.tag(verb) in FINITE or s.tag(verb) == "P"
    return s.tag(k) in "D#R" and acts and verb + 1 < s.last and s.tag(verb + 1) not in "MCSI"


_TOLD = frozenset(("suggestion", "claim", "allegation", "accusation", "assertion", "rumour", "rumor"))


def _whole_account(s: Tagged, cue: Cue, k: int) -> Range | None:
    """An account or claim denied with whose it is: "the union's version of the talks", "the claim of X for damages"."""
    if s.form(k + 1) != "of" or s.tag(cue.last) != "D":
        return None
    end = _denial_end(s, k + 2)
    end = next((j for j in range(k + 2, end) if s.form(j) == "as" or s.tag(j) in "WS"), end)
    while end > k + 2 and s.tag(end - 1) == "M" and s.form(end - 1) != "%":
        end -= 1
    owned = s.form(cue.last) in words("possessive") or k > cue.last + 1
    told = s.form(k) in words("telling") and owned
    told = told or (s.form(k) == "report" and not words("group").isdisjoint(s.form(j) for j in range(k + 3, end)))
    sued = s.form(k).startswith("claim") and "for" in {s.form(j) for j in range(k + 3, end)}
    return (cue.last, end) if (told or sued) and FINITE.isdisjoint(s.letters(k, end)) else None


def _list_end(s: Tagged, k: int) -> int:
    """The end of a list of nouns that goes on at token `k`: "the notion, the idea and the plan"; `k` for none."""
    end = _denial_end(s, k)
    end = next((j for j in range(k, end) if s.form(j) in (".", ";")), end)
    listed = s.tag(k) in "MC" and s.tag(k + 1) in "DN" and set(s.letters(k, end)) <= set("MCDN#A")
    return end if listed and "C" in s.letters(k, end) else k


def _after_accusers(s: Tagged, k: int) -> int:
    """Past who makes an allegation, and where: "claims by local residents that", "reports in the press that"."""
    if s.form(k) not in ("by", "from", "on", "in"):
        return k
    return next((j for j in range(k + 1, min(k + 9, s.last)) if s.form(j) == "that" or s.tag(j) not in "DNA#I"), k)


def _denial_end(s: Tagged, first: int) -> int:
    """The end of what is denied: before a clause that a comma and a conjunction add."""
    end = content_end(s, first)
    commas = (j for j in range(first, end - 2) if s.form(j) == "," and s.tag(j + 1) == "C" and s.outside(j))
    return next((j for j in commas if starts_clause(s, j + 2, end)), end)
