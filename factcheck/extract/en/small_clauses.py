"""Clauses with no finite verb that a reporting word takes: "has the ship leaving at 4:05", "thought it likely"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.quoted import content_end, skip_adverbs
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def with_judged(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What somebody holds a thing to be: `thought Sunday more likely`, `considers a recount inevitable`."""
    k = skip_adverbs(s, cue.last)
    if subject[0] >= subject[1] or s.tag(k) not in "DNR#O":
        return None
    end = content_end(s, k)
    judged = next((j for j in range(k + 1, min(k + 9, end)) if s.form(j) in words("judged")), end)
    plain = all(s.tag(j) in "DNROAI#P" for j in range(k, judged))
    nearer = s.form(judged) in ("nearer", "closer") and s.form(judged + 2) in ("mark", "truth")
    ends = judged + 1 == end or s.tag(judged + 1) in "MIST" or nearer
    return (k, end) if judged < end and plain and ends else None


def with_clause_in_ing(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What somebody's account has somebody do: `Bilbao has the ship leaving port at 4:05`."""
    k = cue.last
    end = content_end(s, k)
    verb = next((j for j in range(k + 2, min(k + 8, end)) if s.tag(j) in "GMSWTCVXZ" or _is_plain(s, j)), end)
    timed = words("time_noun", "weekday", "month")
    when = any(s.form(j) in timed or _is_clock(s, j) for j in range(verb, end))
    doing = verb < end and (s.tag(verb) == "G" or _is_plain(s, verb))
    return (k, end) if doing and s.tag(k) == "D" and s.form(k) not in ("a", "an") and when else None


def _is_clock(s: Tagged, j: int) -> bool:
    """Whether a number is a time of day: "at 4", "4:05", "4 pm"."""
    after = s.form(j + 1) in ("am", "pm", "a.m", "p.m")
    return s.tag(j) == "#" and (after or s.form(j - 1) == "at" or ":" in s.form(j))


def _is_plain(s: Tagged, j: int) -> bool:
    """Whether a word is the plain form of a verb, and no noun: "begin"."""
    kinds = s.verb_kinds(j)
    return "b" in kinds and not set("BdnS") & set(kinds)
