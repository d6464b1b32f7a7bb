"""Whether words cut from an English sentence have a predicate of their own, and where a cut must not end or begin."""

from __future__ import annotations

from factcheck.extract.en.heads import is_plural
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import has_finite, starts_clause
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_GROUP = frozenset("XZ")  # tags before a verb of the same group: "have had"
_RELATIVE = frozenset(("who", "which", "that", "where", "whose"))


def has_predicate(s: Tagged, first: int, last: int) -> bool:
    """Whether a finite verb stands among the tokens that no relative clause holds: not "a climber who fell in May"."""
    return main_verb(s, first, last) < last


def main_verb(s: Tagged, first: int, last: int) -> int:
    """The first finite verb outside relative clauses, or `last`: "Ruiz, who leads the union, | welcomed that"."""
    held = False  # whether a relative clause waits for its verb
    for k in range(first, last):
        if s.tag(k) == "W" and k > first and s.form(k) in _RELATIVE:
            held = True
        elif (s.form(k) == "," and s.tag(k + 1) in FINITE) or (s.tag(k) == "P" and s.tag(k - 1) == "R"):
            held = False  # "the site, which draws crowds, | is shut", "the bridge where they met | is shut"
        elif s.tag(k) in FINITE and s.letters(first, k).rstrip("A")[-1:] not in _GROUP:
            if not held:
                return k
            held = False
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


def is_of_speaker(s: Tagged, content: int, first: int, rule: str) -> bool:
    """Whether a verb behind "and" goes by its number with who speaks: "Police suspect the fire was set and | are …"."""
    goes_on = s.form(first - 2) == "," and s.form(first) in ("is", "are") and s.tag(first + 1) == "G"
    turns = s.form(first - 2) == "," and s.form(first) == "has" and s.form(first + 1) in words("turns_to")
    written = s.form(first + 1) == "written" and s.form(first + 2) != "to"
    if rule == "coordination" and turns and not written and not _has_itself(s, content, first):
        return s.outside(first)  # "claims it is unlawful, | and has written to the board"
    verb = main_verb(s, content, first)
    if rule == "coordination" and goes_on and "d" in s.verb_kinds(verb) and "C" not in s.letters(verb, first - 1):
        return s.outside(first)  # "The guild believes the fire was set, | and is holding a vote"
    if rule != "coordination" or s.form(first) not in ("are", "were", "have") or not s.outside(first):
        return False
    nouns = [k for k in range(content, verb) if s.tag(k) != "A"]
    one = len(nouns) > 1 and s.form(nouns[0]) in ("the", "a", "an", "this", "that") and s.tag(verb - 1) == "N"
    bare = one and not s.form(verb - 1).endswith("s") and s.form(verb - 1) not in words("collective", "group")
    past = s.form(verb) in ("is", "was", "has") or "d" in s.verb_kinds(verb)
    plain = set(s.letters(content, verb)) <= set("DNPA") and not {"R", "Z", "C"} & set(s.letters(verb, first - 1))
    return bare and past and plain


def _has_itself(s: Tagged, content: int, first: int) -> bool:
    """Whether what a content tells of can have done what "has" opens at a token: "said the firm lost, and has …"."""
    verb = main_verb(s, content, first)
    head = next((k for k in range(content + 1, verb) if s.tag(k) == "I"), verb) - 1
    return head >= content and s.form(head) != "it" and not is_plural(s.form(head))


def may_hold_verb(s: Tagged, first: int, last: int) -> bool:
    """Whether a word that no list knows stands as a verb: with an object right behind it, or in -s after a noun."""
    timed = words("time_noun", "weekday", "month")
    for k in range(first + 1, last - 1):
        if s.tag(k) != "N" or s.tag(k - 1) not in "NRA" or not s.text[s.tokens[k].start].islower():
            continue
        objects = s.tag(k + 1) in "DO" and not (s.form(k + 1) in ("this", "that") and s.form(k + 2) in timed)
        third = s.form(k).endswith("s") and not s.form(k).endswith(("ss", "us", "is", "'s"))
        if s.tag(k - 1) == "R" or objects or (third and s.tag(k + 1) in "ANT#"):
            return True
    return False


def opens_time_or_owner(s: Tagged, i: int, last: int) -> bool:
    """Whether a part of the day follows "before" or "after", or a clause without a figure opens with what only the
    clause before "after" can tell whose it is: "has sold the boat after his marriage broke down".
    """
    end = next((k for k in range(i, last) if s.tag(k) in "CM"), last)
    owned = s.form(i) == "after" and s.outside(i) and s.form(i + 1) in words("possessive")
    return s.form(i + 1) in words("part_of_day") or (owned and "#" not in s.letters(i, end))


def after_clause(s: Tagged, floor: int, end: int) -> int:
    """Where the clause begins that ", but" or ", and" joins to another with a verb besides those of its relatives:
    "Plums, which flower early, did well, but | the guild's head, Ida Lund, warned".
    """
    for k in range(end - 1, floor, -1):
        if s.tag(k) == "C" and s.form(k - 1) == "," and s.outside(k) and s.form(k) in ("but", "and", "yet"):
            verbs = sum(s.tag(j) in FINITE and s.tag(j - 1) not in FINITE for j in range(floor, k))
            if verbs > s.letters(floor, k).count("W"):
                return k + 1
    return floor


def own_clause(s: Tagged, conjunction: int, floor: int) -> int:
    """Where the last clause with its own subject begins before "and": "prices rose and | the mayor knew it and"."""
    for k in range(conjunction - 1, floor, -1):
        if s.tag(k) in "SW" and not (s.form(k) == "that" and _is_said(s, k, floor)):
            return floor
        opens = s.tag(k) == "C" or (s.tag(k) == "W" and s.outside(k))
        if opens and s.outside(k) and has_finite(s, floor, k) and starts_clause(s, k + 1, conjunction):
            return k + 1
    return floor


def after_opening(s: Tagged, floor: int, end: int) -> int:
    """Where the main clause begins behind a clause of time that opens it: "When she came, | the men had left and"."""
    opens = s.tag(floor) in "SW" and s.form(floor) in words("time_opener")
    commas = (k for k in range(floor + 1, end if opens else floor) if s.form(k) == "," and s.outside(k))
    comma = next((k for k in commas if has_finite(s, floor, k)), None)
    return comma + 1 if comma is not None and starts_clause(s, comma + 1, end) else floor


def open_clause(s: Tagged, floor: int, comma: int, end: int) -> int:
    """Where a clause of time or place still open before token `end` begins: behind a comma, or right behind what was
    done, as who did it acts on: "were hurt when | 21 cars left the track and folded"; 0 for none.
    """
    if comma > floor and s.form(comma + 1) in words("time_opener") | {"where"}:
        return comma + 2
    opener = next((k for k in range(end - 1, floor, -1) if s.tag(k) in "SWC"), floor)
    timed = s.form(opener) in ("when", "after") and starts_clause(s, opener + 1, end)
    if not timed or s.form(end + 1) in words("no_object"):
        return 0
    done = s.letters(floor, opener).rstrip("AIDN#")[-1:] == "P"
    main = next((k for k in range(floor, opener) if s.tag(k) in FINITE), opener)
    inner = next((k for k in range(opener, end) if s.tag(k) in FINITE), end)
    other = s.tag(main) == "X" and s.tag(inner) == "V"  # "were told to leave after a river rose | and flooded homes"
    counts = "#" in s.letters(opener, end) and "#" in s.letters(end + 2, end + 5)  # "killed 73 | and injured over 400"
    return opener + 1 if done or other or counts else 0


def _is_said(s: Tagged, that: int, floor: int) -> bool:
    """Whether "that" goes on "it is told": "it is asserted by the guild that both parents knew it"."""
    be = next((k for k in range(that - 1, floor, -1) if s.tag(k) in FINITE), floor)
    return s.form(be - 1) == "it" and s.form(be) in words("be") and s.tag(that - 1) != "M"


def means_object(s: Tagged, pronoun: str, first: int) -> bool:
    """Whether "he" takes up the "him" of the clause before "but": "his sister pleaded with him, but he replied"."""
    taken = {"he": "him", "she": "her"}.get(pronoun)
    clause = range(s.first, first - 1)
    return s.form(first - 1) == "but" and any(s.form(k) == taken and s.tag(k) == "O" for k in clause)


def is_aside(s: Tagged, subject: tuple[int, int], verb: int, clause: tuple[int, int]) -> bool:
    """Whether a verb is only that of what commas tell of a subject: "The ship, | named Vale, sailed", "The firm, whose
    owner | lives in Vale, shut it and".
    """
    if subject[0] >= subject[1]:
        return verb > clause[0] and s.form(verb - 1) == ","
    whose = s.form(subject[0] - 1) == "whose" and s.form(subject[0] - 2) == ","
    return whose and any(s.form(k) == "," and s.outside(k) for k in range(verb, clause[1]))
