"""Whether words cut from an English sentence have a predicate of their own, and where a cut must not end or begin."""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_RELATIVE = frozenset(("who", "which", "that", "where", "whose"))


def has_predicate(s: Tagged, first: int, last: int) -> bool:
    """Whether a finite verb stands among the tokens that no relative clause holds: not "a climber who fell in May"."""
    return main_verb(s, first, last) < last


def main_verb(s: Tagged, first: int, last: int) -> int:
    """The first finite verb outside relative clauses, or `last`: "Ruiz, who leads the union, | welcomed that"."""
    held = grouped = False  # whether a relative clause waits for its verb; whether a verb group goes on
    for k in range(first, last):
        letter = s.tag(k)
        if letter == "W" and k > first and s.form(k) in _RELATIVE:
            held = True
        elif letter in FINITE and held:
            held, grouped = False, True
        elif letter in FINITE and not grouped:
            return k
        elif letter not in "xPBAG":
            grouped = False
    return last


def after_lead(s: Tagged, first: int, last: int, end: int) -> int:
    """Past what opens a piece that only leads up to its main clause, on up to `end`: "as | they were new, they …"."""
    begin = first + (s.form(first) == ",")
    opens = s.tag(begin) == "S" and s.form(begin) in words("leading") and s.outside(begin)
    verb = main_verb(s, begin + 1, last) if opens else last
    alone = verb < last and not any(s.form(k) == "," for k in range(begin, last))
    goes_on = alone and s.form(last) == "," and last + 1 < end and has_predicate(s, last + 1, end)
    return begin + 1 if goes_on else first


def before_measure(s: Tagged, i: int) -> int:
    """The comma of what tells how long before or after, or `i`: "sold 40 ships | , five weeks after it had …"."""
    k = i
    while k > s.first and (s.tag(k - 1) in "#DA" or s.form(k - 1).removesuffix("s") in words("time_noun")):
        k -= 1
    measured = k < i and s.form(i - 1).removesuffix("s") in words("time_noun")
    return k - 1 if measured and s.form(k - 1) == "," else i


def may_hold_verb(s: Tagged, first: int, last: int) -> bool:
    """Whether a word that no list knows stands as a verb: with an object right behind it, or in -s after a noun."""
    timed = words("time_noun") | words("weekday") | words("month")
    for k in range(first + 1, last - 1):
        if s.tag(k) != "N" or s.tag(k - 1) not in "NRA" or not s.text[s.tokens[k].start].islower():
            continue
        objects = s.tag(k + 1) in "DO" and not (s.form(k + 1) in ("this", "that") and s.form(k + 2) in timed)
        third = s.form(k).endswith("s") and not s.form(k).endswith(("ss", "us", "is", "'s"))
        if s.tag(k - 1) == "R" or objects or (third and s.tag(k + 1) in "ANT#"):
            return True
    return False
