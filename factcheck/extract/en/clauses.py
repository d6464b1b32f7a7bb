"""English sentences cut into claims: at coordination, contrast, and new facts in relatives and participles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extract.en.asides import behind_lead, closing_comma, cut_subject_aside, lead_aside
from factcheck.extract.en.commas import cut_comma, cut_part, goes_on_plain
from factcheck.extract.en.conjunctions import cut_conjunction
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import (
    has_finite,
    may_cut,
    next_letter,
    opens_sentence,
    opens_with_lead,
    starts_clause,
    starts_verb_phrase,
    subject_goes_on,
)
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.wholeness import opens_time_or_owner
from factcheck.lang.english import words

_DASHES = frozenset("—–")
_ANY_DASH = _DASHES | {"-"}
_LIMITS = frozenset(("than", "least", "most"))
_CLAUSE = 5  # words before a semicolon that may be a clause without a verb we know


class Piece(NamedTuple):
    """A stretch of a sentence that makes one claim: half-open tokens, and the rule that cut it off."""

    first: int
    last: int
    rule: str


def split(s: Tagged, first: int, last: int, *, nominal: bool = False) -> list[Piece]:
    """The claims in the half-open tokens `first` to `last` of a sentence, in text order; a conditional is one.

    `nominal` says that the first of them is a noun phrase, so that no verb need stand before a cut.
    """
    pieces: list[Piece] = []
    for begin, end in _cut_whole_clauses(s, first, last):
        whole = _is_conditional(s, begin, end)
        pieces += [Piece(begin, end, "whole")] if whole else list(_split(s, begin, end, nominal and begin == first))
    return pieces


def _cut_whole_clauses(s: Tagged, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons, and before "and that", which no conditional reaches over."""
    begin = first
    for i in range(first, last - 1):
        that = s.tag(i) == "C" and s.form(i + 1) == "that" and s.tag(i + 1) == "W"
        that = that and (s.form(i) != "so" or s.form(i - 1) == "or")  # "was open so that a cable could be passed"
        if not that and s.form(i) != ";":
            continue
        ends = has_finite(s, i + 1, last) or (not that and s.tag(i + 1) == "#")  # "…; 9 dead"
        clause = has_finite(s, begin, i) or (s.form(i) == ";" and _may_be_clause(s, begin, i, last))
        if clause and ends:
            yield begin, i - (s.form(i - 1) == ",")
            begin = i + 1 + that
    yield begin, last


def _may_be_clause(s: Tagged, first: int, semicolon: int, last: int) -> bool:
    """Whether words with no verb that is known stand between a head of their own and a clause behind a semicolon."""
    end = next((k for k in range(semicolon + 1, last) if s.form(k) == ";"), last)
    plain = s.tag(first) in "DNR" and semicolon - first >= _CLAUSE and "M" not in s.letters(first, semicolon)
    return plain and s.outside(semicolon) and starts_clause(s, semicolon + 1, end)


def _is_conditional(s: Tagged, first: int, last: int) -> bool:
    if "S" not in s.letters(first, last):
        return False
    return any(s.form(i) in ("if", "unless") and s.tag(i) == "S" for i in range(first, last)) and not any(
        s.form(i) in ("as", "even") and s.form(i + 1) == "if" for i in range(first, last - 1)
    )


def _split(s: Tagged, first: int, last: int, nominal: bool) -> Iterator[Piece]:
    begin, rule = first, "whole"
    head = _leading_clause(s, first, last)
    if head is not None:
        opened = next((k for k in range(first, head) if s.tag(k) not in "CS"), head)
        yield Piece(opened, head, "subordinate")
        begin, rule = head + 1, "main"
    placed = lead_aside(s, begin, last)
    if placed is not None:
        yield Piece(*placed, "relative")
        begin, rule = placed[1] + 1, "main"
    i = begin + 1
    while i < last:
        cut = _cut_at(s, begin, i, last, nominal and begin == first) if may_cut(s, i) else None
        if cut is None:
            i += 1
            continue
        after, name = cut
        closing = closing_comma(s, begin, i, after, last) if name in ("relative", "participle") else None
        if closing is not None:  # an aside is a claim of its own; the clause around it stays whole unless it is longer
            if name == "relative":
                yield Piece(after, closing, name)
                called = after - i > 2 and (closing - i) * 5 > (last - begin) * 2  # ", a cook who left in May,"
                if called or (closing - after) * 5 > (last - begin) * 3:
                    begin, rule = closing + 1, "coordination"
            i = closing + 1
            continue
        end = _before_even(s, begin, i) if name == "subordinate" else _before_measure(s, begin, i, name)
        yield Piece(begin, end, rule)
        begin, rule = after, name
        i = begin + 1
    yield Piece(begin, last, rule)


def _before_even(s: Tagged, begin: int, i: int) -> int:
    """The end of a clause before "even though" or "just as": without the adverb and its comma."""
    end = i - 1 if i - 1 > begin and s.form(i - 1) in ("even", "just", "only") else i
    return end - 1 if end < i and s.form(end - 1) == "," else end


def _before_measure(s: Tagged, begin: int, i: int, name: str) -> int:
    """The end of a clause before the measure whose relative is cut off: "a deficit of 5 million | and a rate that"."""
    if name != "relative" or s.form(i) != "that" or s.form(i - 1) not in words("bare_measure"):
        return i
    joined = next((k for k in range(i - 1, begin, -1) if s.tag(k) not in "DNAP"), begin)
    return joined if s.form(joined) == "and" and "#" in s.letters(begin, joined) else i


def _leading_clause(s: Tagged, first: int, last: int) -> int | None:
    """The comma that ends a subordinate clause at the head of the sentence, where it is a claim of its own."""
    begin = first + 1 if first < last and s.tag(first) == "C" else first
    if begin >= last or s.form(begin) not in words("contrast"):
        return None
    for i in range(begin + 3, last - 2):
        if s.form(i) == "," and s.outside(i) and has_finite(s, begin + 1, i):
            verb = next(k for k in range(begin + 1, i) if s.tag(k) in FINITE)
            told = s.tag(verb - 1) == "W" and s.form(verb - 2) == ","  # "After the fire, Ana Ruiz, who ran it, left"
            return i if has_finite(s, i + 1, last) and not told else None
    return None


def _cut_at(s: Tagged, begin: int, i: int, last: int, nominal: bool) -> tuple[int, str] | None:
    """Where the next claim begins when the one begun at `begin` ends before token `i`, and why; `None` for no cut."""
    letter, form = s.tag(i), s.form(i)
    if form == "," and s.tag(i - 1) == "#" and i + 1 < last and s.tag(i + 1) == "#":
        return cut_part(s, i + 1, last)  # none in "October 12, 2022"
    listed = form == "," and s.tag(begin) == s.tag(i + 1) == "#" and s.form(i + 2) != ","  # no age: "Ana Ruiz, 34, a"
    if listed and "X" not in s.letters(begin, last):
        return i + 1, "coordination" if has_finite(s, i + 1, last) else "part"  # "9 killed, 31 injured", "9 dead, …"
    if nominal and form == ",":
        return cut_comma(s, begin, i, last)
    if letter == "C" and i == begin + 1 and s.tag(begin) == "G" and has_finite(s, i + 1, last):
        return None  # "Shelling and other clashes broke the truce"
    if letter == "C" and s.tag(i - 1) == s.tag(i + 1) == "#" and s.tag(i - 2) == "N" and s.tag(i + 2) not in "N#DAP":
        return None  # "near posts 542 | and 543 and"
    if letter == "C" and s.form(i - 1) == "," and s.tag(begin) == "#" and s.tag(i + 1) in FINITE:
        return i + 1, "coordination"  # "…, up from 14,000 a day earlier, and was contained"
    if form == "," and s.form(i + 1) in ("who", "which") and behind_lead(s, begin, i) > begin:
        return cut_subject_aside(s, i, last)
    if not has_finite(s, begin, i) and (s.tag(begin) not in "GP" or s.tag(begin - 1) == "S"):
        if form == "," and _counts_outcome(s, i + 1, last):
            return i + 1, "participle"
        if letter == "C" and goes_on_plain(s, begin, i, last):
            return i + 1, "coordination"
        return cut_subject_aside(s, i, last) if form == "," else None
    if letter == "S" and s.form(i - 1) == "only":
        return None  # "opened the gates only after two guards had left"
    if letter in "CS" and subject_goes_on(s, begin, i, last):
        return None
    if letter == "C" and s.form(begin) == "nor" and set(s.letters(begin + 1, i)) <= set("XDNP#A"):
        return None  # "Nor can the firm | and the council agree"
    before = [s.form(k) for k in range(begin, i)]
    if before.count("(") > before.count(")"):
        return None  # "a ring on each hand (a set costs $24.99 | and will be out in May)"
    if letter == "C" and not s.outside(i) and any(q.first <= i < q.last == q.first + 3 for q in s.quotations):
        return None  # "the sale was "agreed and signed" in May": no more than two verbs or nouns
    dashes = [] if _ANY_DASH.isdisjoint(before) else range(begin, i - 1)
    dash = next((k for k in dashes if s.form(k) in _DASHES or (s.form(k) == "-" and s.is_spaced(k))), i)
    if letter == "C" and dash < i and s.form(i - 1) == s.form(dash) and not has_finite(s, begin, dash):
        return None  # "The closure of two halls - one is in Vale - | and some shops would be next"
    if letter == "C":
        after = next((k for k in range(i - 1, begin, -1) if s.form(k) == "after"), begin)
        if after > begin and _tells_when_it_happened(s, after) and starts_verb_phrase(s, i + 1, last):
            return None  # "began after police shot a man | and beat two"
        absolute = any(s.form(k) in _DASHES and s.form(k + 1) == "with" for k in range(begin, i))
        return None if absolute else cut_conjunction(s, begin, i, last)
    if letter == "W" and s.outside(i) and form in ("that", "which", "who") and _tells_of_new_thing(s, begin, i, last):
        return i + 1, "relative"
    if letter == "I" and s.form(i + 1) == "which" and s.outside(i) and _tells_of_new_thing(s, begin, i, last):
        return i + 2, "relative"  # "a raid in which 11 died"
    if letter == "W" and form == "where" and _opens_quoted_clause(s, i + 1):
        return i + 1, "relative"  # "came from a farm where "birds were dying""
    if letter == "M" and opens_sentence(s, i):
        return i + 1, "quotation"
    if form == ",":
        return None if opens_with_lead(s, begin, i) else cut_comma(s, begin, i, last)
    if form in _DASHES or (form == "-" and s.is_spaced(i)):
        after = i + 1 + (s.tag(i + 1) == "C")
        if not has_finite(s, begin, i) or s.form(after) == "with" or (dash < i and not has_finite(s, begin, dash)):
            return None  # "a strict life – with little income and much time spent at work"
        if s.form(after) in ("a", "an") and s.tag(after + 1) == "N" and s.tag(after + 2) in "DR":
            return None  # "had fired from the yard – an allegation the mission's head called baseless"
        if s.form(after) in ("which", "where", "who") and has_finite(s, after + 1, last):
            return after + 1, "relative"
        return (after, "dash") if starts_clause(s, after, last) else cut_part(s, i + 1, last)
    if form == ":" and starts_clause(s, i + 1, last) and not s.form(i + 1).isdigit():
        return i + 1, "colon"
    if letter == "S" and any(q.first == i for q in s.quotations):
        return None  # "was filed on Wednesday, "after we shut the wards" "
    if form == "with" and s.outside(i) and _counts_state(s, begin, i, last):
        return i + 1, "absolute"
    counted = form == "as" and "#" in s.letters(i + 1, min(i + 3, last))
    if form == "when" and s.tag(i - 1) != "M" and s.outside(i) and _tells_events(s, begin, i, last):
        return i + 1, "subordinate"
    if (
        letter == "S"
        and s.form(i + 1) != "what"
        and not (form == "after" and (s.tag(i - 1) == "C" or _is_measured(s, i)))
        and not (_tells_when_it_happened(s, i) or _is_of_subject(s, i, last))
        and (form in words("contrast") or counted)
        and starts_clause(s, i + 1, last)
        and not (form in ("after", "before", "until") and opens_time_or_owner(s, i, last))
        and not (form == "while" and (s.tag(i + 1) in "GP" or _goes_on_meanwhile(s, i, last)))
    ):
        return i + 1, "subordinate"
    return None


def _opens_quoted_clause(s: Tagged, mark: int) -> bool:
    q = next((q for q in s.quotations if q.first - 1 == mark), None)
    return q is not None and has_finite(s, q.first + 1, min(q.last, s.last))


def _counts_outcome(s: Tagged, i: int, last: int) -> bool:
    """Whether a participle with a figure ends what has no verb that is known: "Skiff keels over, killing 4"."""
    counted = s.tag(i) == "G" and s.form(i) not in words("vacant_ing") and "#" in s.letters(i, min(i + 5, last))
    return counted and s.outside(i) and not has_finite(s, i, last)


def _counts_state(s: Tagged, begin: int, i: int, last: int) -> bool:
    """Whether "with" tells how many were doing what: "shut the hall with 34 still waiting", not "a boat with"."""
    k = i - 1
    while k > begin and s.tag(k) in "N#PA":
        k -= 1
    number = i + 1 + next((n for n in range(3) if s.tag(i + 1 + n) == "#"), 3)
    end = next((j for j in range(number, last) if s.tag(j) in "GPMCSW"), last)
    counted = s.tag(number) == "#" and all(s.form(j) in words("number_lead") | _LIMITS for j in range(i + 1, number))
    doing = s.tag(end) == "G" or s.form(end - 1) in ("still", "already")
    return (
        counted
        and number + 1 < end < last
        and doing
        and s.tag(i - 1) in "N#O"
        and s.form(k) not in ("a", "an")
        and not has_finite(s, i, end)
    )


def _tells_when_it_happened(s: Tagged, i: int) -> bool:
    """Whether "after" at token `i` only tells when something came about: "began after …", "broke out after …"."""
    broke_out = s.form(i - 2) in ("broke", "breaks", "break")
    dated = s.form(i) == "after" and _is_measured(s, i) and starts_clause(s, i + 1, s.last)
    return dated or s.form(i - 1) in words("happens") or (s.form(i - 1) == "out" and broke_out)


def _is_of_subject(s: Tagged, i: int, last: int) -> bool:
    """Whether "after" and its noun only tell what a noun went through, whose verb follows: "schools shut after the
    raid will open": no clause of time has "will".
    """
    verb = next((k for k in range(i + 1, last) if s.tag(k) in FINITE), last)
    return s.form(i) in ("after", "before") and s.tag(i - 1) in "VP" and s.form(verb) in ("will", "won't")


def _goes_on_meanwhile(s: Tagged, i: int, last: int) -> bool:
    """Whether "while", with no comma before it, tells what went on at the time: "fired while we were singing"."""
    verb = next((k for k in range(i + 1, last) if s.tag(k) in FINITE), last)
    done = s.tag(verb + 1 + (s.form(verb + 1) == "being")) in "GP" and "#" not in s.letters(i, last)  # "is repaired"
    state = done or s.tag(verb + 1) == "G" or s.letters(verb + 1, last).rstrip("M") in ("A", "N")  # "bids were open"
    return s.form(i - 1) != "," and s.form(verb) in words("be") and state


def _is_measured(s: Tagged, after: int) -> bool:
    """Whether the words before "after" say how long: "three days after", "just after", not "by two minutes after"."""
    before, k = s.form(after - 1), after - 2
    while k > s.first and s.tag(k) == "#":
        k -= 1
    counted = (before.endswith("s") or s.form(after - 2) in ("a", "an", "one")) and s.form(k) not in ("by", "for", "in")
    return (counted and before.rstrip("s") in words("time_noun")) or (
        before in words("soon") and s.tag(after - 2) != "#"
    )


def _tells_of_new_thing(s: Tagged, begin: int, relative: int, last: int) -> bool:
    """Whether a relative with no comma brings a figure about a new thing: "a blast that injured two men"."""
    k = relative - 1
    while k > begin and s.tag(k) in "N#PA":
        k -= 1
    end = next((j for j in range(relative, last) if s.form(j) in ",;"), last)
    new = s.form(k) in ("a", "an") and (has_finite(s, begin, k) or s.tag(begin) == "G")
    if s.tag(relative) == "I":
        counted = "#" in s.letters(relative + 2, min(relative + 5, end))
        return new and counted and has_finite(s, relative + 2, end)
    return new and s.tag(relative + 1) in "VXA" and "#" in s.letters(relative, end)


def _tells_events(s: Tagged, begin: int, when: int, last: int) -> bool:
    """Whether both sides of "when" are told in the simple past: two events, not a rule: "shops close when it rains"."""
    end = next((k for k in range(when + 1, last) if s.tag(k) in "MC"), last)
    sides = (s.letters(begin, when), s.letters(when + 1, end))
    past = all("d" in s.verb_kinds(k) for k in range(begin, end) if s.tag(k) == "V")
    if not past or not starts_clause(s, when + 1, last):
        return False
    if all("V" in side and "X" not in side for side in sides):
        return True
    helping = [k for k in range(begin, when) if s.tag(k) == "X"]
    done = all(s.form(k) in ("was", "were") and next_letter(s, k + 1, when) in "PGx" for k in helping)
    acts = s.tag(when + 1) not in "RO" and not {"D", "N"}.isdisjoint(sides[1].partition("V")[2])
    anew = "#" in sides[1] or acts  # a figure, a time or an actor of its own
    points_back = not {"X", "O"}.isdisjoint(sides[1])  # "Six were hurt when guards charged them"
    return done and anew and "#" in sides[0] and "V" in sides[1] and not points_back
