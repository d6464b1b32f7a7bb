"""What papers, pictures and studies hold or link, and how an amount or what was told before stands behind a verb."""

from __future__ import annotations

from factcheck.extract.amounts import CURRENCY_SIGNS
from factcheck.extract.en.cues import Cue
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import starts_clause
from factcheck.extract.en.quoted import content_end, skip_adverbs
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_LIMITS = frozenset(("than", "least", "most", "merely"))


def filed_as(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """As what papers have somebody or something, or as whom anybody knows him: `the register has him as Azat Orun`,
    `named the victim as Ana Ruiz`; but `named her as captain`.
    """
    papers = not words("document").isdisjoint(s.form(k) for k in range(*subject))
    itself = s.form(cue.last).endswith(("self", "selves"))
    if (not papers and cue.lemma == "have") or subject[0] >= subject[1] or itself:
        return None
    for k in range(cue.last + 1, min(cue.last + 9, s.last - 1)):
        if s.form(k) == "as" and s.outside(k):
            if not papers and cue.lemma == "name" and not _is_named(s, k):
                return None
            end = content_end(s, cue.last)
            if cue.group > s.first and s.tag(cue.group - 1) == "W":  # "Police, who named him as Ivan Perko, | said"
                end = next((j for j in range(k, end) if s.form(j) == "," and s.tag(j + 1) in FINITE), end)
            return (cue.last, end) if s.tag(k + 1) in "DN#" else None
        if s.tag(k) in "MWSIC" or s.tag(k) in FINITE:
            return None
    return None


def _is_named(s: Tagged, k: int) -> bool:
    """Whether the "as" at `k` tells who somebody is that a noun names: "named the dead soldier as Ivan Perko"."""
    before, after = s.tokens[k - 1], s.tokens[k + 1]
    return s.text[before.start].islower() and s.tag(k - 1) == "N" and s.text[after.start].isupper()


_FOLLOWED = frozenset(("call", "number", "signal", "email", "message", "payment", "transfer"))  # what police follow


def traced_to(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What somebody traced to what: `traced the leak to a worn seal`; but `traced the car to a garage`."""
    to = next((k for k in range(cue.last + 1, min(cue.last + 9, s.last - 1)) if s.form(k) == "to"), None)
    if to is None or not set(s.letters(cue.last, to)) <= set("DNAOR#"):
        return None
    events = words("traced", "topic", "summing_noun")
    thing = s.form(to - 1).removesuffix("s")
    told = s.form(to - 1) == "it" or (thing in events and thing not in _FOLLOWED)
    return (cue.last, content_end(s, cue.last)) if told and s.tag(to + 1) in "DN#" else None


def points_back(s: Tagged, k: int) -> bool:
    """Whether all that is said is "this", or "the news": what was told before."""
    if s.form(k) in ("this", "that", "it"):
        return k + 1 >= s.last or s.tag(k + 1) in "MC"
    after = s.tag(k + 2) if k + 2 < s.last else "M"
    told = s.form(k) in ("the", "these", "those") and s.form(k + 1) in words("told_before")
    return told and (after in "MC" or s.form(k + 2) in ("on", "in", "to"))


def held_in_document(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What papers and pictures hold: `minutes record four meetings`, `the report found two pumps "beyond repair"`."""
    k = skip_adverbs(s, cue.last)
    number = number_behind_bound(s, k)
    if not _holds_figures(s, cue, subject, number):
        return None
    if k + 1 >= s.last or (s.tag(k) not in "DN#RO" and number is None) or points_back(s, k) or not s.outside(k):
        return None
    end = content_end(s, k)
    counted = number is not None and end > number + 1  # "recorded 54%"
    short = not counted and sum(1 for j in range(k, end) if s.tag(j) != "M") < 3  # "showed the opposite"
    return None if short or starts_clause(s, k, s.last) else (k, end)


def _holds_figures(s: Tagged, cue: Cue, subject: Range, number: int | None) -> bool:
    """Whether papers say so, a body that lists a number of things, or who measures: "the Met Office logged 45°C"."""
    said_by = {s.form(k) for k in range(*subject)}
    if cue.lemma in ("log", "measure", "register"):
        return number is not None and bool(said_by & (words("gauger", "document")))
    listed = cue.lemma == "list" and number is not None and bool(said_by)
    return listed or bool(said_by & words("document")) or (cue.lemma == "record" and bool(said_by & words("gauger")))


def number_behind_bound(s: Tagged, k: int) -> int | None:
    """The number at token `k`, or behind what bounds it: "only 86 passengers", "at least 12 calls"."""
    bounds = words("approximate", "number_lead")
    begin = k + 1 if s.form(k) == "at" and s.form(k + 1) in ("least", "most") else k
    while begin < k + 4 and s.tag(begin) != "#" and (s.form(begin) in bounds or s.form(begin) in _LIMITS):
        begin += 1
    return begin if s.tag(begin) == "#" else None


def linked(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What somebody who looked into it links: "the review linked four deaths | to the drug"; a road links towns."""
    seekers = words("document") | (words("seeker") if cue.lemma == "link" else frozenset())
    forms = [s.form(k) for k in range(*subject)]
    if not any(form in seekers or form.removesuffix("s") in seekers for form in forms):
        return None
    for k in range(cue.last + 1, min(cue.last + 14, s.last - 1)):
        if s.form(k) in ("to", "with") and s.outside(k):
            return cue.last, content_end(s, cue.last)
        if s.tag(k) in "WS" or s.tag(k) in FINITE or s.form(k) in ",;":
            return None
    return None


def amount_first(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """An amount right behind the verb: "pencils in | €95m", "budgeted for at least 40 jobs"; no date of a meeting."""
    k = skip_adverbs(s, cue.last)
    number = number_behind_bound(s, k + (s.form(k) in CURRENCY_SIGNS))
    if number is None or (s.form(k) not in CURRENCY_SIGNS and s.form(number + 1) in words("month")):
        return None
    end = next((j for j in range(number, s.last) if s.form(j) in ",;.:" or s.tag(j) in "SWC"), s.last)
    return k, end
