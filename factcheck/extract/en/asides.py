"""What commas tell of an English subject before its verb, or of a place before its clause, as a claim of its own."""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import has_finite, starts_clause, starts_verb_phrase, subject_goes_on
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def cut_subject_aside(s: Tagged, i: int, last: int) -> tuple[int, str] | None:
    """Where what the comma at `i` tells of the subject before it begins: "who swam ashore", "a cook who left in May",
    "founded in 1921"; `None` where it only names or describes.
    """
    if i + 2 >= last:
        return None
    if s.form(i + 1) in ("who", "which", "whose") and has_finite(s, i + 2, last):
        return i + 2 if s.form(i + 1) != "whose" else i + 1, "relative"
    closing = next((k for k in range(i + 1, last) if s.form(k) == "," and starts_verb_phrase(s, k + 1, last)), None)
    if closing is None:
        return None
    if s.tag(i + 1) == "D":
        who = next((k for k in range(i + 2, closing) if s.tag(k) not in "DNAP#"), closing)
        told = s.form(who) in ("who", "which") and tells_when(s, who, closing) and s.tag(who + 1) in FINITE
        return (who + 1, "relative") if told else None
    # "Its estimate, sent on Sunday, was": when somebody told it
    told_of = words("document", "figure_noun", "statement", "account")
    dated = s.form(i - 1) not in told_of and is_dated_participle(s, i + 1, closing)
    return (i + 1, "relative") if dated else None


def is_dated_participle(s: Tagged, first: int, last: int) -> bool:
    """Whether a participle tells when, or how many: "founded in 1921", "adopted by 12 votes to 9", "sent in May"."""
    form = s.form(first)
    done = s.tag(first) in "Pv" and "n" in s.verb_kinds(first) + "n" * form.endswith("ed") and s.outside(first)
    plain = form not in words("describes") and not has_finite(s, first, last) and "," not in _forms(s, first, last)
    return done and plain and s.tag(first + 1) in "IA" and tells_when(s, first, last)


def tells_when(s: Tagged, first: int, last: int) -> bool:
    """Whether a month, a weekday or a number stands among the tokens."""
    timed = words("month", "weekday")
    return any(s.tag(k) == "#" or s.form(k) in timed for k in range(first, last))


def cut_contact(s: Tagged, after: int, last: int) -> tuple[int, str] | None:
    """What an apposition tells with no pronoun for its noun: ", the Dutch group | it bought last week for 2.3bn"."""
    who = next((k for k in range(after + 1, last) if s.tag(k) not in "NAP#"), last)
    told = s.tag(after) == "D" and s.tag(who) == "R" and s.tag(who - 1) == "N" and s.tag(who + 1) in FINITE
    timed = tells_when(s, who, last) or any(s.form(k) in words("time_noun") for k in range(who, last))
    ends = "," not in _forms(s, who, last - 1)
    return (who, "contact") if told and timed and ends else None


def lead_aside(s: Tagged, first: int, last: int) -> tuple[int, int] | None:
    """The clause about the place a sentence opens with: "At the clinic, where two nurses had left, the files …"."""
    comma = next((k for k in range(first, last) if s.tag(k) == "M"), last)
    which = comma + 1 + (s.tag(comma + 1) == "I")  # "Under the deal, of which the Post has a copy, …"
    led = s.tag(first) == "I" and s.form(comma) == "," and s.form(which) in ("where", "which")
    if not led or has_finite(s, first, comma):
        return None
    closing = (k for k in range(which + 2, last - 2) if s.form(k) == "," and has_finite(s, which + 1, k))
    end = next((k for k in closing if starts_clause(s, k + 1, last)), None)
    return (which + 1, end) if end is not None and s.outside(end) else None


def _forms(s: Tagged, first: int, last: int) -> list[str]:
    return [s.form(k) for k in range(first, last)]


def closing_comma(s: Tagged, begin: int, i: int, after: int, last: int) -> int | None:
    """The comma that closes an aside opened at `i`, when the clause around it goes on with its verb after it."""
    opened = next((k for k in range(i - 1, begin, -1) if s.tag(k) in "WS"), begin)
    waits = opened > begin and not has_finite(s, opened, i)  # "polls in which Ruiz, whose family ruled, | had won"
    if has_finite(s, behind_lead(s, begin, i), i) and not waits and not subject_goes_on(s, begin, i, last):
        return None
    for k in range(after + 1, last - 1):
        if s.form(k) == "," and starts_verb_phrase(s, k + 1, last):
            return k
        told = s.tag(begin) == "I" and s.form(k) == "," and not has_finite(s, begin, i) and has_finite(s, after - 1, k)
        if told and starts_clause(s, k + 1, last):
            return k  # "For Ana Ruiz, who drives a van, | the rise means 40 dollars"
    return None


def behind_lead(s: Tagged, begin: int, end: int) -> int:
    """Where the subject begins behind a clause of time that opens what stands before `end`: "When it shut, | Ruiz,
    who was ill, left"; `begin` where none does.
    """
    if (s.tag(begin) != "S" and s.form(begin) != "when") or s.form(begin) in words("contrast"):
        return begin
    comma = next((k for k in range(end - 1, begin, -1) if s.form(k) == ","), begin)
    leads = comma > begin and has_finite(s, begin, comma) and not has_finite(s, comma, end)
    return comma + 1 if leads else begin
