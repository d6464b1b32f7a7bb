"""What leads up to a word of saying: "went on | to say that", "was quick | to point out that", "was booed | for saying
that".
"""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import starts_clause
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_REACH = 9  # tokens between the verb that leads up and the word of saying
_BE = frozenset(("is", "are", "was", "were"))
_SHOWN = frozenset(("showing", "proving", "demonstrating", "finding", "thinking", "hoping", "fearing"))
_SHOWING = frozenset(("show", "prove", "demonstrate"))


def led_by_verb(s: Tagged, i: int, cue_last: int) -> int | None:
    """The first token of the verb group that leads up to a cue behind "to", or behind "for" in -ing: the subject of it
    says so. `None` where nothing tells that it was said: "wants to say that", "hopes to prove that".
    """
    preposition = s.form(i - 1)
    if not (s.form(cue_last) == "that" or starts_clause(s, cue_last, s.last) or preposition == "for"):
        return None
    verb = next((k for k in range(i - 2, max(s.first, i - _REACH) - 1, -1) if s.tag(k) in FINITE), None)
    if verb is None or verb == s.first or not set(s.letters(verb + 1, i - 1)) <= set("DNAOPRI#xGB"):
        return None
    told = _told_to(s, verb, i) if preposition == "to" else _judged_for(s, verb, i)
    group = verb
    while group > s.first and s.tag(group - 1) in "AXx":
        group -= 1
    unreal = any(s.form(k) in words("negator", "modal") for k in range(group, i))
    return group if told and not unreal else None


def _told_to(s: Tagged, verb: int, i: int) -> bool:
    """`went on to say`, `took two hours to conclude`, `was at pains to stress`, `produced a register to show`; but
    `released a film to show`, `returned to find`.
    """
    form = s.form(verb)
    if s.form(i) in _SHOWING:
        head = next((k for k in range(verb + 1, i - 1) if s.tag(k) == "I"), i - 1) - 1
        return form in words("brings_out") and s.form(head) in words("document")
    if s.form(i) in words("taken_in"):
        return False
    if form in _BE:
        return any(s.form(k) in words("quick_to") for k in range(verb + 1, i - 1))
    if form in ("went", "goes"):
        return s.form(verb + 1) == "on" and verb + 2 == i - 1
    return form in words("speaks_up")


def _judged_for(s: Tagged, verb: int, i: int) -> bool:
    """`was booed for saying that`, `got a cheer for telling him it was`; but `won applause for showing that age is no
    bar`, which he did.
    """
    if s.form(i) in _SHOWN:
        return False
    done = s.form(verb) in _BE and s.form(i - 2) in words("judged_for")
    return done or (s.form(verb) in ("got", "drew", "won", "earned") and s.form(i - 2) in words("response_noun"))


def forms_before(s: Tagged, k: int, i: int) -> list[str]:
    """The words up to `k`, before the verb group of a cue at `i`; where nothing follows the cue, from before its
    subject on: "twice as large | as the hospital chain has admitted, …".
    """
    begin = k - 2
    while s.tag(i + 1) == "M" and begin > s.first and s.tag(k) == "N" and s.tag(begin) in "DNP":
        begin -= 1
    return [s.form(j) for j in range(max(s.first, begin), k + 1)]


def leads_by_clause(s: Tagged, first: int, last: int) -> bool:
    """Whether a time, a place or a paper with a clause of its own is all that stands before what somebody says: "By
    noon, after crews had left, | Ana Ruiz put it at 40", "In a letter she laid on the bed | the firm says …".
    """
    if s.tag(first) != "I":
        return False
    papers = words("document")
    bare = (k for k in range(first + 2, last) if s.tag(k) == "S" or (s.tag(k) == "R" and s.form(k - 1) in papers))
    opened = next(bare, last)
    verb = next((k for k in range(first, last) if s.tag(k) in FINITE), last)
    if verb <= opened or verb >= last:
        return False
    closing = next((k for k in range(verb, last) if s.form(k) == ","), last) if s.tag(opened) == "S" else verb + 1
    return not any(s.tag(k) in FINITE for k in range(closing, last))
