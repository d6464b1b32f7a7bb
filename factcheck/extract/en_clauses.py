"""English sentences cut where a checker would cut them: coordination, contrast, new facts in relatives and participles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extract.en_tags import FINITE, Tagged
from factcheck.lang.english import words
from factcheck.text import Token

_DASHES = frozenset("—–")
_PART_OPENERS = (("including",), ("among", "them"), ("of", "them"))


@dataclass(frozen=True, slots=True)
class Piece:
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


def has_finite(s: Tagged, first: int, last: int) -> bool:
    """Whether a finite verb stands among the tokens."""
    return any(s.tag(i) in FINITE for i in range(first, last))


def starts_clause(s: Tagged, i: int, last: int) -> bool:
    """Whether a subject and then its finite verb begin at token `i`, one apposition between commas allowed."""
    begun, commas = False, 0
    while i < last:
        letter = s.tag(i)
        if letter in FINITE:
            return (begun or letter == "Z") and not (commas == 1 and s.tokens[i - 1].form == ",")
        if letter in "SW" or (letter == "C" and i + 1 < last and s.tag(i + 1) in FINITE):
            return False
        if letter == "M":
            form = s.tokens[i].form
            if _opens_sentence(s, i):
                return False
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


def _opens_sentence(s: Tagged, i: int) -> bool:
    """Whether the mark at `i` opens a quotation that is a sentence of its own."""
    q = next((q for q in s.quotations if q.first - 1 == i), None)
    return q is not None and s.text[s.tokens[q.first].start].isupper() and has_finite(s, q.first, q.last)


def starts_verb_phrase(s: Tagged, i: int, last: int) -> bool:
    """Whether a finite verb comes next, adverbs apart."""
    while i < last and s.tag(i) == "A":
        i += 1
    return i < last and s.tag(i) in FINITE and s.tag(i) != "Z"


def _cut_whole_clauses(s: Tagged, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons, and before "and that", which no conditional reaches over."""
    begin = first
    for i in range(first, last - 1):
        that = s.tag(i) == "C" and s.tokens[i + 1].form == "that" and s.tag(i + 1) == "W"
        if (that or s.tokens[i].form == ";") and has_finite(s, begin, i) and has_finite(s, i + 1, last):
            yield begin, i - (s.tokens[i - 1].form == ",")
            begin = i + 1 + that
    yield begin, last


def _is_conditional(s: Tagged, first: int, last: int) -> bool:
    return any(s.tokens[i].form in ("if", "unless") and s.tag(i) == "S" for i in range(first, last)) and not any(
        s.tokens[i].form in ("as", "even") and s.tokens[i + 1].form == "if" for i in range(first, last - 1)
    )


def _split(s: Tagged, first: int, last: int, nominal: bool) -> Iterator[Piece]:
    begin, rule = first, "whole"
    head = _leading_clause(s, first, last)
    if head is not None:
        yield Piece(_after_openers(s, first, head), head, "subordinate")
        begin, rule = head + 1, "main"
    i = begin + 1
    while i < last:
        cut = _cut_at(s, begin, i, last, nominal and begin == first)
        if cut is None:
            i += 1
            continue
        after, name = cut
        closing = _closing_comma(s, begin, i, after, last) if name in ("relative", "participle") else None
        if closing is not None:  # an aside is a claim of its own; the clause around it stays whole unless it is longer
            if name == "relative":
                yield Piece(after, closing, name)
                if closing - after > last - closing:
                    begin, rule = closing + 1, "coordination"
            i = closing + 1
            continue
        yield Piece(begin, i, rule)
        begin, rule = after, name
        i = begin + 1
    yield Piece(begin, last, rule)


def _leading_clause(s: Tagged, first: int, last: int) -> int | None:
    """The comma that ends a subordinate clause at the head of the sentence, where it is a claim of its own."""
    begin = first + 1 if first < last and s.tag(first) == "C" else first
    if begin >= last or s.tokens[begin].form not in words("contrast"):
        return None
    for i in range(begin + 3, last - 2):
        if s.tokens[i].form == "," and s.outside(i) and has_finite(s, begin + 1, i):
            return i if has_finite(s, i + 1, last) else None
    return None


def _after_openers(s: Tagged, first: int, last: int) -> int:
    while first < last and s.tag(first) in "CS":
        first += 1
    return first


def _cut_at(s: Tagged, begin: int, i: int, last: int, nominal: bool) -> tuple[int, str] | None:
    """Where the next claim begins when the one begun at `begin` ends before token `i`, and why; `None` for no cut."""
    letter, form = s.tag(i), s.tokens[i].form
    if nominal and form == ",":
        return _cut_comma(s, begin, i, last)
    if not has_finite(s, begin, i) and s.tag(begin) != "G":
        return _cut_subject_relative(s, i, last) if form == "," else None
    if letter == "C":
        return _cut_conjunction(s, begin, i, last)
    if letter == "M" and _opens_sentence(s, i):
        return i + 1, "quotation"
    if form == "," and s.tag(i - 1) == "#" and i + 1 < last and s.tag(i + 1) == "#":
        return None  # "October 12, 2022"
    if form == ",":
        return _cut_comma(s, begin, i, last)
    if form in _DASHES or (form == "-" and _is_spaced(s, i)):
        return (i + 1, "dash") if starts_clause(s, i + 1, last) else _cut_part(s, i + 1, last)
    if form == ":" and starts_clause(s, i + 1, last) and not s.tokens[i + 1].form.isdigit():
        return i + 1, "colon"
    counted = form == "as" and "#" in s.letters(i + 1, min(i + 3, last))
    if form == "when" and s.tag(i - 1) != "M" and _tells_events(s, begin, i, last):
        return i + 1, "subordinate"
    if letter == "S" and (form in words("contrast") or counted) and starts_clause(s, i + 1, last):
        return i + 1, "subordinate"
    return None


def _tells_events(s: Tagged, begin: int, when: int, last: int) -> bool:
    """Whether both sides of "when" are told in the simple past: two events, not a rule and its condition."""
    end = next((k for k in range(when + 1, last) if s.tag(k) in "MC"), last)
    sides = (s.letters(begin, when), s.letters(when + 1, end))
    return all("V" in side and "X" not in side for side in sides) and starts_clause(s, when + 1, last)


def _cut_subject_relative(s: Tagged, i: int, last: int) -> tuple[int, str] | None:
    """A relative clause about the subject, before its verb."""
    if i + 2 < last and s.tokens[i + 1].form in ("who", "which", "whose") and has_finite(s, i + 2, last):
        return i + 2 if s.tokens[i + 1].form != "whose" else i + 1, "relative"
    return None


def _cut_conjunction(s: Tagged, begin: int, i: int, last: int) -> tuple[int, str] | None:
    form = s.tokens[i].form
    if form not in ("and", "but", "yet", "nor", "or"):
        return None
    after = i + 1
    while after < last and (s.tokens[after].form in ("that", "then", "also") or s.tokens[after].form == ","):
        after += 1
    if after >= last:
        return None
    if s.tag(after) == "S" and s.tokens[after].form in words("contrast") | {"when"}:
        comma = next((k for k in range(after, last) if s.tokens[k].form == ","), None)
        if comma and starts_clause(s, comma + 1, last):
            return after, "coordination"
    if s.tag(begin) == "G" and s.tag(after) == "G" and _n_words(s, after, last) >= 3:
        return after, "participle"
    if starts_verb_phrase(s, after, last):
        return (after, "coordination") if form != "or" and _n_words(s, after, last) >= 2 else None
    if starts_clause(s, after, last):
        return (after, "coordination") if not _joins_subjects(s, begin, i) else None
    if form in ("and", "but") and _is_second_predicate(s, begin, after, last):
        return after, "coordination"
    return None


def _joins_subjects(s: Tagged, begin: int, i: int) -> bool:
    """Whether the conjunction at `i` joins two subjects of a clause that an earlier finite verb governs ("said A and B were")."""
    k = i - 1
    while k >= begin and s.tag(k) in "N#DIA":
        k -= 1
    return k >= begin and (s.tag(k) == "W" or (s.tag(k) in FINITE and s.is_cue(k)))


def _is_second_predicate(s: Tagged, begin: int, after: int, last: int) -> bool:
    """Whether what follows "and" shares the auxiliary before it: "were arrested and charged", "40 wounded", "cut jobs"."""
    size = _n_words(s, after, last)
    if size < 2:
        return False
    letters = [s.tag(k) for k in range(begin, after - 1)]
    nearest = _next_letter(s, after, last)
    if nearest == "P":
        return size >= 3 and any(a in "Xx" for a in letters) and "P" in letters
    if nearest in "BN" and s.verb_kinds(_skip_adverbs(s, after, last)) and any(a == "B" for a in letters):
        k = _skip_adverbs(s, after, last)
        return any(kind in "bB" for kind in s.verb_kinds(k)) and k + 1 < last and s.tag(k + 1) in "D#NOIAP"
    if nearest == "#":
        end = next((k for k in range(after, last) if s.tag(k) in "MC"), last)
        return any(s.tag(k) in "P" for k in range(after + 1, end)) and "P" in letters
    return False


def _skip_adverbs(s: Tagged, i: int, last: int) -> int:
    while i + 1 < last and s.tag(i) == "A":
        i += 1
    return i


def _next_letter(s: Tagged, i: int, last: int) -> str:
    return s.tag(_skip_adverbs(s, i, last))


def _cut_comma(s: Tagged, begin: int, i: int, last: int) -> tuple[int, str] | None:
    after = i + 1
    if after >= last or not s.outside(i):
        return (
            (after, "coordination") if after < last and s.tag(after) == "R" and starts_clause(s, after, last) else None
        )
    form, letter = s.tokens[after].form, s.tag(after)
    if letter == "C":
        return _cut_conjunction(s, begin, after, last)
    if letter == "S" and form in words("contrast") | words("aside_time") and starts_clause(s, after + 1, last):
        reason = form in words("reason")  # a cause belongs to its claim, unless it brings a figure of its own
        return (after + 1, "subordinate") if not reason or "#" in s.letters(after, last) else None
    if form in ("who", "which", "where", "when") and has_finite(s, after + 1, last):
        return after + 1, "relative"
    if form == "whose" and has_finite(s, after + 1, last):
        return after, "relative"
    if letter == "I" and after + 2 < last and s.tokens[after + 1].form in ("which", "whom") and after + 2 < last:
        counted = s.tag(after + 2) == "#"
        return (after + 2, "relative") if (form != "of" or counted) and has_finite(s, after + 2, last) else None
    acting = _skip_adverbs(s, after, last)
    if s.tag(acting) == "G" and s.tokens[acting].form not in words("vacant_ing") and _n_words(s, after, last) >= 3:
        return after, "participle"
    if form == "at" and any(s.tokens[k].form in ("cost", "price") for k in range(after, min(after + 5, last))):
        return after + 1, "cost"
    if form == "with" and _is_absolute(s, after + 1, last):
        return after + 1, "absolute"
    part = _cut_part(s, after, last) or _cut_superlative(s, after, last) or _cut_told_apposition(s, after, last)
    if part is not None:
        return part
    if letter == "R" and form != "one" and starts_clause(s, after, last):
        return after, "coordination"
    return None


def _cut_part(s: Tagged, after: int, last: int) -> tuple[int, str] | None:
    """A part of a total: ", including 12 children", ", 12 of them children", ", 12 of which have died"."""
    for opener in _PART_OPENERS:
        k = after + len(opener)
        if tuple(s.tokens[j].form for j in range(after, min(k, last))) == opener and k < last:
            near = range(k, min(k + 3, last))
            return (k, "part") if any(s.tag(j) == "#" for j in near) else None
    for k in range(after + 1, min(after + 5, last - 2)):
        if s.tokens[k].form == "of" and s.tokens[k + 1].form in ("them", "which", "whom", "these", "those"):
            return (after, "part") if any(s.tag(j) == "#" for j in range(after, k)) else None
        if s.tag(k) not in "#DANI":
            return None
    return None


def _cut_superlative(s: Tagged, after: int, last: int) -> tuple[int, str] | None:
    """An apposition that ranks what was told: ", the highest since 2008", ", its first defeat in two years"."""
    if s.tokens[after].form not in ("the", "its", "their", "his", "her"):
        return None
    end = next((k for k in range(after, last) if s.tokens[k].form in ",;" and s.outside(k)), last)
    ranked = any(
        s.tokens[k].form in words("rank") or _is_superlative(s, k) for k in range(after + 1, min(after + 3, end))
    )
    bounded = any(s.tokens[k].form in ("since", "in", "on", "ever", "this") for k in range(after + 2, end))
    return (after, "apposition") if ranked and bounded and not starts_verb_phrase(s, end + 1, last) else None


def _cut_told_apposition(s: Tagged, after: int, last: int) -> tuple[int, str] | None:
    """An apposition at the end that says something of its own: ", a method that has been banned since 2019"."""
    if s.tokens[after].form not in ("a", "an"):
        return None
    for k in range(after + 2, last - 2):
        if s.tag(k) == "W" and s.tag(k - 1) == "N":
            ends = all(s.tokens[j].form != "," for j in range(k, last))
            return (after, "apposition") if ends and s.tag(k + 1) in "XVA" else None
        if s.tag(k) in "MCSVX":
            return None
    return None


def _is_superlative(s: Tagged, k: int) -> bool:
    form = s.tokens[k].form
    return form.endswith("est") and len(form) > 5 and form not in words("est_noun")


def _is_absolute(s: Tagged, first: int, last: int) -> bool:
    """Whether a noun with its own participle follows "with": "with the first meeting set to take place"."""
    for k in range(first, last):
        if s.tag(k) in "MCSW" or s.tag(k) in FINITE:
            return False
        if s.tag(k) in "PG" and k > first + 1 and s.tag(k - 1) not in "DI":
            return True
    return False


def _closing_comma(s: Tagged, begin: int, i: int, after: int, last: int) -> int | None:
    """The comma that closes an aside opened at `i`, when the clause around it goes on with its verb after it."""
    if has_finite(s, begin, i):
        return None
    for k in range(after + 1, last - 1):
        if s.tokens[k].form == "," and starts_verb_phrase(s, k + 1, last):
            return k
    return None


def _is_spaced(s: Tagged, i: int) -> bool:
    token: Token = s.tokens[i]
    return s.text[token.start - 1 : token.start] == " " and s.text[token.end : token.end + 1] == " "


def _n_words(s: Tagged, first: int, last: int) -> int:
    return sum(1 for i in range(first, last) if s.tag(i) != "M")
