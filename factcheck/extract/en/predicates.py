"""Where the predicates of an English sentence stand."""

from __future__ import annotations

import re

from factcheck.extract.en.leading_time import tells_when
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_CUTTING = frozenset("—–-,:") | {"with", "when"}


def may_cut(s: Tagged, i: int) -> bool:
    """Whether a claim can end before token `i`: at a mark, or before a word that joins clauses."""
    return s.tag(i) in "CSWM" or s.form(i) in _CUTTING or (s.tag(i) == "I" and s.form(i + 1) == "which")


def stops_short(s: Tagged, i: int, last: int) -> bool:
    """Whether a clause leaves out the verb that the one before tells: "trams may pass, | but vans may not"."""
    return re.fullmatch(r"(?:MC?|C)[D#AN]*NXA?x?M*", s.letters(i, last)) is not None


def has_finite(s: Tagged, first: int, last: int) -> bool:
    """Whether a finite verb stands among the tokens."""
    return not FINITE.isdisjoint(s.tags[first - s.first : last - s.first])


def starts_clause(s: Tagged, i: int, last: int) -> bool:
    """Whether a subject and then its finite verb begin at token `i`, an apposition or relative clause between them."""
    begun, commas, led = False, 0, i < last and s.tag(i) in "IA"  # "In May, prices rose"
    while i < last:
        letter = s.tag(i)
        if (
            letter == "R" and begun and s.tag(i - 1) == "N" and s.form(i) != "there"
        ):  # "812 deaths in areas it controls": the verb is not theirs
            i = next((k for k in range(i, last) if s.tag(k) in FINITE or s.tag(k) == "P"), last) + 1
            continue  # "the offer it received was": as a participle looks
        if commas == 1 and letter in "VP" and s.form(i) in words("describes"):
            verb = _after_relative(s, i - 1, last)  # "the letter, a note dated 2 July, was lost"
            if verb < last and s.tag(verb) in FINITE:
                commas, i = 2, verb  # "said the man, named locally as Jon Orr, was found"
                continue
        if letter in FINITE:
            return (begun or letter == "Z") and not (commas == 1 and (s.form(i - 1) == "," or not led))
        if letter == "P" and begun and commas == 2 and _acts_on(s, i, last):
            return True  # "said John Kerry, the Secretary of State, contacted the minister"
        if letter == "W" and begun and s.tag(i - 1) == "N" and s.form(i) in ("who", "that", "which"):
            verb = _after_relative(s, i - 1, last) if commas == 1 else last
            if commas != 1 or verb >= last:
                return _ends_relative(s, i, last)
            commas, i = 2, verb  # "said one man, a guard who had seen it, was hurt"
            continue
        if letter == "C" and s.tag(i + 1) == "R" and (s.form(i) in ("yet", "but") or (begun and s.form(i + 1) != "i")):
            return False  # "the pupils | and we need time", "control of information and secrecy yet they fail"
        if letter in "SW" or (letter == "C" and i + 1 < last and next_letter(s, i + 1, last) in FINITE):
            return False
        if letter == "M":
            form = s.form(i)
            if opens_sentence(s, i):
                return False
            to_which = s.tag(i + 1) == "I" and s.form(i + 2) in ("which", "whom")  # ", into which it flowed,"
            if form == "," and begun and i + 1 < last and (to_which or s.form(i + 1) in ("who", "which")):
                i = _after_relative(s, i, last)
                continue
            joint = next((k for k in range(i + 1, last) if s.tag(k) not in "DNPA#"), last)
            if form == "," and begun and i + 1 < joint and s.form(joint) == "and" and s.tag(joint + 1) in "DN#":
                i = joint + 1  # "names, addresses and test results had been taken"
                closing = next((k for k in range(i, last) if s.tag(k) not in "DNPA#"), last)
                listed = s.form(closing) == "," and s.tag(closing + 1) in FINITE
                commas, i = (2, closing + 1) if listed else (commas, i)  # "the crew, four Danes and a Swede, were"
                continue
            if form == ",":
                commas += 1
                if commas > 2 or not begun:
                    return False
            elif form not in "\"“”'-‘’%$€£().":
                return False
        elif letter not in "AI":
            begun = True
        i += 1
    return False


def _acts_on(s: Tagged, i: int, last: int) -> bool:
    """Whether what may be a participle, right behind a comma, is a past with its object: ", contacted the minister"."""
    past = s.form(i - 1) == "," and "d" in s.verb_kinds(i) and i + 1 < last
    return past and s.tag(i + 1) in "DN#R"


def _ends_relative(s: Tagged, relative: int, last: int) -> bool:
    """Whether the verb of the noun before a relative clause follows it: "five people who were hurt remained"."""
    end = next((k for k in range(relative, last) if s.form(k) in ",;:" and s.outside(k)), last)
    return len(_verbs(s, relative, end)) > 1


def _after_relative(s: Tagged, comma: int, last: int) -> int:
    """The verb after a relative clause between commas, which a subject may hold; `last` where none closes."""
    closing = (j for j in range(comma + 2, last - 1) if s.form(j) == "," and starts_verb_phrase(s, j + 1, last))
    return next(closing, last - 1) + 1


def opens_sentence(s: Tagged, i: int) -> bool:
    """Whether the mark at `i` opens a quotation that is a sentence of its own."""
    q = next((q for q in s.quotations if q.first - 1 == i), None)
    return q is not None and s.text[s.tokens[q.first].start].isupper() and has_finite(s, q.first, q.last)


def starts_verb_phrase(s: Tagged, i: int, last: int) -> bool:
    """Whether a finite verb comes next, adverbs and the mark that opens a quotation apart."""
    i += s.tag(i) == "M" and any(q.first - 1 == i for q in s.quotations)
    while i < last and s.tag(i) == "A":
        i += 1
    return i < last and s.tag(i) in FINITE and s.tag(i) != "Z"


def count_words(s: Tagged, first: int, last: int) -> int:
    """How many of the tokens are no marks."""
    return sum(1 for i in range(first, last) if s.tag(i) != "M")


def skip_adverbs(s: Tagged, i: int, last: int) -> int:
    """The first token from `i` on that is no adverb, or the last."""
    while i + 1 < last and s.tag(i) == "A":
        i += 1
    return i


def skip_back(s: Tagged, floor: int, i: int) -> int:
    """The token before token `i`, adverbs apart, no further back than `floor`."""
    k = i - 1
    while k > floor and s.tag(k) == "A":
        k -= 1
    return k


def next_letter(s: Tagged, i: int, last: int) -> str:
    """The tag of the next token that is no adverb."""
    return s.tag(skip_adverbs(s, i, last))


def subject_goes_on(s: Tagged, begin: int, i: int, last: int) -> bool:
    """Whether token `i` still stands in a relative clause about the subject: "A man who ran and fell was hurt"."""
    relative = next((k for k in range(begin + 1, i) if s.tag(k) == "W"), i)
    if relative >= i or s.tag(relative - 1) != "N" or has_finite(s, begin, relative):
        return False
    if len(_verbs(s, relative, i)) != 1:
        return False
    end = next((k for k in range(i, last) if s.form(k) in ",;:" and s.outside(k)), last)
    if s.form(end) == "," and s.tag(end + 1) == "G":  # "…, killing five people, had been awake"
        closing = next((k for k in range(end + 1, last) if s.form(k) == ","), last)
        end = last if starts_verb_phrase(s, closing + 1, last) else end
    return bool(_verbs(s, i, end))


def _verbs(s: Tagged, first: int, last: int) -> list[int]:
    """The finite verbs of a stretch but those a conjunction joins to one before, or with an opener of their own."""
    found: list[int] = []
    opened = False  # whether a subordinate clause or a pronoun waits for its verb
    for k in range(first, last):
        joined = k > first and s.letters(first, k).rstrip("A").endswith("C")
        grouped = k > first and s.letters(first, k).rstrip("A")[-1:] in FINITE  # "have had to endure"
        if s.tag(k) in FINITE and not opened and not joined and not grouped:
            found.append(k)
        opens = s.tag(k) in "SW" or (s.tag(k) == "R" and s.tag(k - 1) not in "VBGPI")
        opened = (opened and s.tag(k) not in FINITE) or (k > first and opens and s.tag(k + 1) != "G")
    return found


def is_bare(s: Tagged, i: int, last: int) -> bool:
    """Whether a verb without a subject begins at `i` though it could be a noun: "and cut 40 jobs"."""
    based = s.tag(i) == "N" and "b" in s.verb_kinds(i).lower()
    return based and s.tag(i + 1) in "D#NOIAP" and not has_finite(s, i, last)


def shared_lead(s: Tagged, verb: int, conjunction: int, floor: int) -> tuple[int, int] | None:
    """What a second verb shares of the first besides its subject: an auxiliary ("was") or "plans to"."""
    kinds = set(s.verb_kinds(verb).lower())
    if s.tag(verb) in FINITE and not {"b", "d"} <= kinds:
        return None  # but "plans to close two shops and cut 40 jobs"
    wanted = s.tag(verb) if s.tag(verb) in "PG" else "B"
    begin = next((k for k in range(floor, conjunction) if s.tag(k) in FINITE), conjunction)
    for k in range(begin + 1, conjunction):
        if wanted == "B" and not set(s.letters(begin, k)) <= set("VXxPAZT"):
            return None  # "has defended plans to close two shops and cut prices"
        if s.tag(k) == wanted and s.letters(begin, k).rstrip("A")[-1:] in ("XxZ" if wanted in "PG" else "TX"):
            return begin, k
    return None


def opens_with_lead(s: Tagged, begin: int, comma: int) -> bool:
    """Whether a clause that leads up to its main clause ends at a comma: "and when the time comes, we will …"."""
    earlier = next((k for k in range(begin, comma) if s.form(k) == "," and has_finite(s, begin, k)), None)
    opener = next((k for k in range(begin, comma) if s.tag(k) == "S"), comma) if s.tag(begin) == "I" else comma
    timed = opener < comma and not has_finite(s, begin, opener) and "M" not in s.letters(begin, comma)
    when = next((k for k in range(begin, comma) if s.form(k) == "," and s.form(k + 1) == "when"), comma)
    if s.tag(begin) == "I" and when < comma and not has_finite(s, begin, when) and starts_clause(s, comma + 1, s.last):
        return True  # "In 1963, when the survey began, there were 153"
    if timed and has_finite(s, opener, comma) and starts_clause(s, comma + 1, s.last):
        return True  # "Of 23 claims filed since a 2016 law relaxed the limits, six …"
    return s.form(begin) in words("subordinating") | {"when"} and has_finite(s, begin, comma) and earlier is None


def bids(s: Tagged, first: int, last: int) -> bool:
    """Whether the first verb of a clause tells what somebody else asks of others: "the union urged members to wait"."""
    verb = next((k for k in range(first, last) if s.tag(k) in FINITE), None)
    return verb is not None and verb > first and s.form(verb) in words("bids") and "T" in s.letters(verb, last)


def opens_condition(s: Tagged, i: int) -> bool:
    """Whether a subordinate clause begins at a token, or a condition by its verb: "Had they been mended, …"."""
    when = i == s.first and (s.form(i) in ("when", "whenever") or [s.form(i), s.form(i + 1)] == ["even", "if"])
    return s.tag(i) == "S" or when or opens_inverted(s, i)


def opens_inverted(s: Tagged, i: int) -> bool:
    """Whether a condition opens a sentence by its verb: "Had they been mended, …"."""
    return i == s.first and s.form(i) in ("had", "were", "should") and s.tag(i + 1) in "RDN"


def opens_alone(s: Tagged, first: int, comma: int) -> bool:
    """Whether only a place or a time stands before a comma that opens a sentence: "At the north gate, said …"."""
    if tells_when(s, first, comma):
        return True
    placed = s.tag(first) in "IS" and s.form(first) in words("preposition") - words("no_opening")
    return placed and s.form(comma) == "," and set(s.letters(first + 1, comma)) <= set("IDN#AP")


def behind_colon(s: Tagged, first: int, end: int) -> int:
    """Where, before token `end`, a clause begins that a colon sets behind another: "Ruiz was cautious: | the pump, he
    said, was shut"; `first` for none.
    """
    colons = (k for k in range(end - 1, first, -1) if s.form(k) == ":" and s.outside(k))
    colon = next((k for k in colons if s.tokens[k].end < s.tokens[k + 1].start), first)  # no "6:12"
    return colon + 1 if colon > first and has_finite(s, first, colon) else first
