"""What follows a comma in English and says something new: relatives, participles, appositions, parts of a total."""

from __future__ import annotations

from factcheck.extract.amounts import CURRENCY_SIGNS
from factcheck.extract.en.asides import cut_contact, is_dated_participle
from factcheck.extract.en.conjunctions import cut_conjunction
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import (
    count_words,
    has_finite,
    skip_adverbs,
    starts_clause,
    starts_verb_phrase,
    stops_short,
)
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.wholeness import has_predicate
from factcheck.lang.english import words

_LIST = 8  # words behind "among them" in which one of those it lists is counted
_PART_OPENERS = (("including",), ("among", "them"), ("of", "them"))


def cut_comma(s: Tagged, begin: int, i: int, last: int) -> tuple[int, str] | None:
    """Where a claim begins after the comma at `i`, and why; `None` where the claim goes on."""
    after = i + 1
    if after >= last or not s.outside(i):
        joins = after < last and s.tag(after) in "RZ" and starts_clause(s, after, last)
        return (after, "coordination") if joins and not _is_amid_thought(s, begin, i) else None
    form, letter = s.form(after), s.tag(after)
    if letter == "R" and s.form(after + 2) == "," and s.is_cue(after + 1):
        return None  # "much will depend, they say, on"
    if stops_short(s, i, last) or _is_of_those(s, begin, i):
        return None
    if letter == "C":
        return cut_conjunction(s, begin, after, last)
    if _follows_doing(s, begin, i) and "G" in s.letters(after, last):
        return None
    if letter == "S" and form in words("contrast", "aside_time") and starts_clause(s, after + 1, last):
        reason = form in words("reason")  # a cause belongs to its claim, unless it brings a figure of its own
        return (after + 1, "subordinate") if not reason or "#" in s.letters(after, last) else None
    if form in ("who", "which", "where", "when") and has_finite(s, after + 1, last):
        return after + 1, "relative"
    if form == "whose" and has_finite(s, after + 1, last):
        return after, "relative"
    if letter == "I" and after + 2 < last and s.form(after + 1) in ("which", "whom") and after + 2 < last:
        if s.form(after + 2) in ("time", "point", "stage", "case"):
            return None  # ", by which time candidates were inside"
        counted = s.tag(after + 2) == "#" or (s.form(after + 2) in CURRENCY_SIGNS and s.tag(after + 3) == "#")
        if form == "of" and counted and has_finite(s, after + 2, last):
            return after + 2, "part"
        return (after + 2, "relative") if (form != "of" or counted) and has_finite(s, after + 2, last) else None
    acting = skip_adverbs(s, after, last)
    if s.tag(i - 1) == "I" and s.letters(acting, acting + 3) == "GCG":
        return None  # "training for, entering and leaving the trade"
    if s.letters(after, after + 3) == "GNC" and s.form(after + 3) == "other":
        return None  # "using lamps, climbing ropes and other tools"
    if s.tag(acting) == "G" and s.form(acting + 1) == "of":
        return None  # "can cause nausea, swelling of the ankles"
    if s.tag(acting) == "G" and s.form(acting) not in words("vacant_ing") and count_words(s, after, last) >= 3:
        return after, "participle"
    if form == "at" and any(s.form(k) in ("cost", "price") for k in range(after, min(after + 5, last))):
        return after + 1, "cost"
    if letter == "P" and "d" in s.verb_kinds(after) and _goes_on_in_list(s, begin, after, last):
        return after, "coordination"
    if _goes_on_behind_modal(s, begin, after, last):
        return after, "coordination"
    if form == "with" and is_absolute(s, after + 1, last):
        return after + 1, "absolute"
    if is_dated_participle(s, after, last - (s.tag(last - 1) == "M")):
        return after, "participle"  # "a letter, sent in May"
    part = (
        cut_part(s, after, last)
        or cut_contact(s, after, last)
        or _cut_injured(s, after, last)
        or _cut_valued(s, after, last)
        or _cut_superlative(s, after, last)
        or _cut_told_apposition(s, after, last)
    )
    if part is not None:
        return part
    if letter == "R" and form != "one" and starts_clause(s, after, last):
        return None if _is_amid_thought(s, begin, i) else (after, "coordination")
    return (after, "coordination") if _counts_anew(s, begin, i, last) else None


def _is_of_those(s: Tagged, begin: int, comma: int) -> bool:
    """Whether a clause only opens with whom or what it counts: "Of the 40 homes that were approved, | 12 are built"."""
    leads = s.form(begin) in ("of", "among") and "M" not in s.letters(begin, comma)
    return leads and (not has_predicate(s, begin, comma) or s.tag(comma - 1) == "V")


def _is_amid_thought(s: Tagged, begin: int, comma: int) -> bool:
    """Whether a comma closes what stands amid a thought: "I think, in short, | it does"."""
    opened = next((k for k in range(comma - 1, begin, -1) if s.form(k) == ","), begin)
    aside = opened > begin and s.tag(opened + 1) in "IA" and not has_finite(s, opened, comma)
    return aside and s.is_cue(opened - 1) and s.tag(opened - 1) in "VB"


def _follows_doing(s: Tagged, begin: int, comma: int) -> bool:
    """Whether a comma stands in what something came behind: "It follows Vale Oil, the biggest firm, cutting prices"."""
    verb = next((k for k in range(begin, comma) if s.tag(k) in FINITE), comma)
    points = verb == begin + 1 and s.form(begin) in ("it", "this", "that")
    return points and s.form(verb) in ("follows", "followed") and s.tag(verb + 1) in "DN"


def _counts_anew(s: Tagged, begin: int, comma: int, last: int) -> bool:
    """Whether a clause with a number of its own goes on a list: "40 people had been hurt, 230 had been moved and …"."""
    joined = next((k for k in range(comma + 1, last) if s.tag(k) == "C"), last)
    counted = s.tag(comma + 1) == "#" and s.tag(comma - 1) != "#" and "#" in s.letters(begin, comma)
    clauses = starts_clause(s, comma + 1, joined) and starts_clause(s, joined + 1, last)
    return counted and joined < last and clauses and has_finite(s, begin, comma)


def cut_part(s: Tagged, after: int, last: int) -> tuple[int, str] | None:
    """A part of a total, or what it was before: ", including 12 children", ", 12 of them boys", ", down from 40"."""
    if after >= last:
        return None
    if s.form(after) in ("up", "down") and after + 2 < last and s.form(after + 1) == "from":
        return (after + 2, "part") if "#" in s.letters(after + 2, last) else None
    closing = next((k for k in range(after, last - 2) if s.form(k) == ","), last)
    if s.form(closing + 1) == "for" and s.tag(closing + 2) == "#":
        return None  # "Ana won 40 votes and Jon, most of them late, | for 12"
    for opener in _PART_OPENERS:
        k = after + len(opener)
        if tuple(s.form(j) for j in range(after, min(k, last))) == opener and k < last:
            near = range(k, min(k + (_LIST if opener == ("among", "them") else 3), last))
            told = not {"P", "W"}.isdisjoint(s.letters(k, last))  # "14 cups, among them a chalice made for a guild"
            one = told and opener == ("among", "them") and s.form(k) in ("a", "an")
            return (k, "part") if one or any(s.tag(j) == "#" for j in near) else None
    for k in range(after + 1, min(after + 5, last - 2)):
        if s.form(k) == "of" and s.form(k + 1) in ("them", "which", "whom", "these", "those"):
            if closing < min(last, k + 6) and s.tag(closing + 1) == "I" and not has_finite(s, closing, last):
                return None  # "found 12 guns, four of them loaded, | in the shed"
            counts = words("vague_part", "rank")
            counted = any(s.tag(j) == "#" or s.form(j) in counts for j in range(after, k))
            own = s.form(k - 1) in words("vague_part") and s.tag(k + 2) in FINITE
            own = own and s.form(k + 1) == "them" and s.tag(k + 3) != "W"  # no "most of them guards who …"
            return (after, "coordination" if own else "part") if counted else None
        if s.tag(k) not in "#DANI":
            return None
    return None


def _cut_injured(s: Tagged, after: int, last: int) -> tuple[int, str] | None:
    """How badly some of a total fared: "19 were hurt, | three seriously", "one of them fatally"."""
    badly = after + 1
    while badly < last - 1 and s.form(badly) in ("of", "them", "whom"):
        badly += 1
    ends = badly + 1 >= last or s.tag(badly + 1) in "MC"
    return (after, "part") if s.tag(after) == "#" and s.form(badly) in words("how_badly") and ends else None


def _cut_valued(s: Tagged, after: int, last: int) -> tuple[int, str] | None:
    """An apposition at the end that gives a figure: ", an offence punishable by five years in jail", "worth €40m"."""
    if s.form(after) not in ("a", "an") or any(s.form(k) == "," for k in range(after, last)):
        return None
    told = next((k for k in range(after + 1, last) if s.tag(k) != "N" or s.form(k) in words("valued")), last)
    told += s.tag(told) == "A"
    counted = s.form(told) in words("valued") and "#" in s.letters(told, last)
    return (after, "apposition") if counted and not has_finite(s, after, last) else None


def _goes_on_in_list(s: Tagged, begin: int, after: int, last: int) -> bool:
    """Whether a verb stands in a list of what one subject did: "took off, reached 92 kilometres and returned"; not
    where a clause waits for it: "until a guard on duty, Jon Orr, put".
    """
    opener = next((k for k in range(after - 1, begin, -1) if s.tag(k) == "S"), begin)
    if opener > begin and not has_finite(s, opener, after):
        return False
    for k in range(after + 1, last - 1):
        if s.tag(k) in FINITE or s.tag(k) in "SW":
            return False
        if s.tag(k) == "C":
            return s.tag(k + 1) in "VP" and s.tag(after + 1) != "I"
    return False


def _goes_on_behind_modal(s: Tagged, begin: int, after: int, last: int) -> bool:
    """Whether a plain verb stands in a list behind a modal: "would fall on two towns, | amount to 40 jobs and be …"."""
    modal = next((k for k in range(begin, after) if s.form(k) in words("modal")), after)
    joined = next((k for k in range(after + 1, last - 1) if s.tag(k) in "SWMC" or s.tag(k) in FINITE), last - 1)
    joined += s.form(joined) == ","
    plain = "b" in s.verb_kinds(after).lower() and s.tag(after + 1) in "DI#NO" and s.outside(after)
    goes_on = s.tag(joined) == "C" and goes_on_plain(s, after, joined, last)
    return modal < after - 1 and plain and goes_on and s.tag(modal + 1) in "BxA"


def goes_on_plain(s: Tagged, begin: int, i: int, last: int) -> bool:
    """Whether "and" at `i` joins a plain verb to the one a piece begins with: "amount to 40 jobs | and be cut"."""
    second = skip_adverbs(s, i + 1, last)
    plain = s.tag(second) in "BVN" and "b" in s.verb_kinds(second).lower() and s.tag(second + 1) in "DI#NO"
    listed = s.form(begin - 1) == "," and "b" in s.verb_kinds(begin).lower() and s.form(i) == "and"
    return listed and (s.form(second) == "be" or plain)


def _cut_superlative(s: Tagged, after: int, last: int) -> tuple[int, str] | None:
    """An apposition that ranks what was told: ", the highest since 2008", ", its first defeat in two years"."""
    if s.form(after) not in ("the", "its", "their", "his", "her"):
        return None
    end = next((k for k in range(after, last) if s.form(k) in ",;" and s.outside(k)), last)
    ranked = any(s.form(k) in words("rank") or _is_superlative(s, k) for k in range(after + 1, min(after + 3, end)))
    bounded = any(s.form(k) in ("since", "in", "on", "ever", "this") for k in range(after + 2, end))
    return (after, "apposition") if ranked and bounded and not starts_verb_phrase(s, end + 1, last) else None


def _cut_told_apposition(s: Tagged, after: int, last: int) -> tuple[int, str] | None:
    """An apposition at the end that says something of its own: ", a method that has been banned since 2019"."""
    if s.form(after) not in ("a", "an"):
        return None
    for k in range(after + 2, last - 2):
        if s.tag(k) == "W" and s.tag(k - 1) == "N":
            ends = all(s.form(j) != "," for j in range(k, last))
            return (after, "apposition") if ends and s.tag(k + 1) in "XVA" else None
        if s.tag(k) in "MCSVX":
            return None
    return None


def _is_superlative(s: Tagged, k: int) -> bool:
    form = s.form(k)
    return form.endswith("est") and len(form) > 5 and form not in words("est_noun")


def is_absolute(s: Tagged, first: int, last: int) -> bool:
    """Whether a noun with its own participle follows "with": "with the first meeting set to take place", not "with a
    sound like a wall falling".
    """
    for k in range(first, last):
        if s.form(k) == "like":
            return False
        joined = s.form(k) == "and" and s.tag(k - 1) in "N" and s.tag(k + 1) in "DN#"
        if (s.tag(k) in "MCSW" and not joined) or s.tag(k) in FINITE:
            return False
        one = s.tag(k) == "G" and s.tag(first) == "N"  # "with Vale losing 40 shops"
        if s.tag(k) in "PG" and k > first + (not one) and s.tag(k - 1) not in "DI":
            return True
    return False
