"""Figures that somebody gives or keeps to: "gave a figure of 1,850", "reaffirmed her forecast of 2%"."""

from __future__ import annotations

from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def figure_given(s: Tagged, i: int) -> int:
    """The number of a figure that somebody gives: "gave a figure of | 1,850"; 0 where none: "gave a total of 40"."""
    named = next((k for k in range(i + 1, min(i + 4, s.last)) if s.form(k) in ("figure", "toll")), 0)
    bound = named + 3 if s.form(named + 2) in words("number_lead") else named + 2
    counted = named and s.form(named + 1) == "of" and s.tag(bound) == "#"
    return named + 2 if counted else 0


def forecast_held(s: Tagged, i: int) -> int:
    """The number of a forecast that somebody keeps or changes: "reaffirmed her forecast of | 2%"; 0 for none."""
    owned = i + 1 + (s.form(i + 1) in ("to", "by"))
    named = next((k for k in range(owned + 1, min(owned + 5, s.last)) if s.form(k) in words("forecast_noun")), 0)
    if not named or s.form(owned) not in words("possessive") or not set(s.letters(owned + 1, named)) <= set("NAP"):
        return 0
    if s.form(named + 1) == "of":
        return named + 2 if _counts_from(s, named + 2) else 0
    end = next((k for k in range(named + 1, min(named + 10, s.last)) if s.tag(k) not in "IDNA"), s.last)
    return next((k + 1 for k in range(named + 1, end + 1) if s.form(k) == "to" and _counts_from(s, k + 1)), 0)


def _counts_from(s: Tagged, k: int) -> bool:
    """Whether a number stands at token `k`, what bounds it apart: "2%", "at least 40 jobs"."""
    bounds = words("number_lead", "approximate") | {"least", "most", "than"}
    while k < s.last and (s.form(k) in bounds or s.tag(k) == "D"):
        k += 1
    return s.tag(k) == "#"
