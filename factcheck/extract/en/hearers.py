"""Whom something is told to: "told Vale radio", "told the men who had built it that …"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def tells_of_hearers(s: Tagged, cue: Cue, k: int) -> bool:
    """Whether a verb is none, or only tells who was told: "told the county's spills line", "told men who wept that"."""
    told = [s.form(j) for j in range(cue.last + 1, k + 2)]
    related = "who" in told and not s.is_cue(k) and {"whether", "if", "why", "how"}.isdisjoint(told)
    owned = s.form(k + 1) == "that" and any(s.form(j).endswith(("'s", "’s")) for j in range(cue.last, k))
    return "addr" in cue.frames and (related or (owned and set(s.letters(cue.last, k)) <= set("DN")))


def addressee_end(s: Tagged, k: int) -> int:
    """The end of whom something is told, from token `k`: "told | Vale radio", "told | a Vienna court"."""
    if k >= s.last:
        return k
    if s.tag(k) in "OR":
        return k + 1
    j = k + 1 if s.tag(k) == "D" else k
    capital = j < s.last and s.text[s.tokens[j].start].isupper()
    begin = j
    while j < s.last and s.tag(j) == "N" and s.text[s.tokens[j].start].isupper() == capital:
        j += 1
        if not capital and j - begin >= 1 and s.tag(k) != "D" and s.form(j - 1) not in words("kind_of_media"):
            break
    heard = words("media", "outlet", "addressed")
    while capital and j > begin and s.form(j) in heard:
        j += 1  # "told Vale radio", "told the Daily Courier newspaper", "told a Vienna court"
    return j if j > begin else k
