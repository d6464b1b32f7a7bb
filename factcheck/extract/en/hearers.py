"""Whom something is told to: "told Vale radio", "told the men who had built it that …"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import has_finite
from factcheck.extract.en.tags import Tagged
from factcheck.extract.layout import Quotation
from factcheck.lang.actors import place_at
from factcheck.lang.english import words


def tells_of_hearers(s: Tagged, cue: Cue, k: int) -> bool:
    """Whether a verb is none, or only tells who was told: "told the county's spills line", "told men who wept that"."""
    told = [s.form(j) for j in range(cue.last + 1, k + 2)]
    related = "who" in told and not s.is_cue(k) and {"whether", "if", "why", "how"}.isdisjoint(told)
    owned = s.form(k + 1) == "that" and any(s.form(j).endswith(("'s", "’s")) for j in range(cue.last, k))
    return "addr" in cue.frames and (related or (owned and set(s.letters(cue.last, k)) <= set("DN")))


def heard_there(s: Tagged, cue: Cue, quotation: Quotation | None) -> bool:
    """Whether only whom it was told to, and where, stands behind a quotation that is a clause: `"It was open," he told
    reporters on the courthouse steps.`; not `the "Blue Line," he told them, had shut`.
    """
    if quotation is None or "addr" not in cue.frames or s.form(quotation.last - 1) not in (",", "!", "?"):
        return False
    end = next((k for k in range(cue.last, s.last) if s.tag(k) == "M" and s.form(k) not in "-'’"), s.last)
    return has_finite(s, quotation.first, quotation.last) and _only_places(s, cue.last, end)


def ends_with_place(s: Tagged, cue: Cue) -> bool:
    """Whether a place that looks like a clause ends a sentence behind who heard it: "told staff on the steps."."""
    end = s.last - (s.form(s.last - 1) == ".")
    return "addr" in cue.frames and s.tag(end - 1) in FINITE and _only_places(s, cue.last, end)


def _only_places(s: Tagged, first: int, end: int) -> bool:
    """Whether words are those who hear and a place, its noun like a verb: "reporters on the courthouse steps"."""
    at = next((k for k in range(first, end) if s.tag(k) == "I"), end)
    verbs = [k for k in range(at, end) if s.tag(k) in FINITE]
    nouns = all("S" in s.verb_kinds(k) and s.tag(k - 1) in "NP" and s.tag(k + 1) in "MI" for k in verbs)
    place = max((k for k in range(at, end) if s.tag(k) == "I"), default=at)
    anew = bool(verbs) and "D" in s.letters(place + 2, end)  # "reporters on Monday the rain stops"
    heard = set(s.letters(first, at)) <= set("DNO#")
    return nouns and not anew and heard and set("SWR").isdisjoint(s.letters(at, end))


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
    if s.tag(k) == "D" and begin < j and s.form(j) == "in" and _is_capital(s, j + 1):
        place = j + 1  # "told the hearing in Vale", "told a rally in Vale"
        j = next(k for k in range(place, s.last + 1) if not _is_capital(s, k))
        if s.tag(j) in FINITE and j > place + 1:  # "told a forum in Doha | Qatar would sell"
            found = place_at(s.text, s.tokens, place, "en")
            j = min(found.last if found is not None else place + 1, j - 1)
    return j if j > begin else k


def _is_capital(s: Tagged, k: int) -> bool:
    return k < s.last and s.tag(k) == "N" and s.text[s.tokens[k].start].isupper()
