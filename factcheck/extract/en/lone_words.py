"""English words that play one part whatever stands beside them: "the", "harbour", "quickly"."""

from __future__ import annotations

from factcheck.extract.en.letters import closed_classes
from factcheck.extract.en.small_words import SMALL
from factcheck.lang.english import is_verb_form, words
from factcheck.text import by_spelling

CONTRACTED = ("'re", "'ve", "'ll", "'d", "'m")
_TOLD_BY_NEIGHBOURS = SMALL | frozenset(("to", "close", "will", "might", "group", "read", "reads"))


@by_spelling
def lone_tag(form: str) -> str:
    """The tag of a word in small letters that no neighbour but a hyphen can change; empty for any other."""
    if form in words("with_is") or form.endswith(CONTRACTED):
        return "Z"
    if form.endswith("n't"):
        return "X"
    if form in words("be") and form != "am":  # "at 7am"
        return "x" if form in ("be", "been", "being") else "X"
    if form in _TOLD_BY_NEIGHBOURS or form in words("have", "esteemed") or form.startswith("point"):
        return ""
    if form in closed_classes():
        return closed_classes()[form]
    if is_verb_form(form) or (form.endswith("ing") and len(form) > 4 and form not in words("not_ing")):
        return ""
    if form.endswith("ly") and len(form) > 4 and form not in words("noun_ly"):
        return "A"
    return "" if form.endswith("ed") and len(form) > 4 and form not in words("not_ed") else "N"
