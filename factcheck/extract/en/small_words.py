"""Small English words that can be several things, told by their neighbours: "that", "what", "yet", "once", "as"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.amounts import CURRENCY_SIGNS
from factcheck.extract.en.heads import names_after
from factcheck.extract.en.letters import closed_classes, is_all_but
from factcheck.lang.english import cue_frames, is_verb_form, words
from factcheck.text import Token

SMALL = frozenset(
    ("that", "what", "all", "but", "so", "yet", "once", "as", "before", "there", "since", "am", "aboard", "twice")
)
NAMING = frozenset(("name", "names", "himself", "herself", "themselves", "only"))  # before "as" and a name
_AMOUNTS = frozenset(("many", "few", "much", "little"))
_TIMES = frozenset(("twice", "thrice", "times", "half"))
_ENDS = frozenset((".", ";", "?", "!", ""))


def small_word_tag(tokens: Sequence[Token], i: int, last: int, tags: list[str]) -> str | None:
    """The tag of a small word where its neighbours settle it, else `None`."""
    form = tokens[i].form
    if form not in SMALL:
        return None
    following = tokens[i + 1].form if i + 1 < last else ""
    if form == "am":
        return "N"  # "at 7am"
    if form == "that":
        return _that(tokens, i, tags, following)
    if form == "what" and "".join(tags[-2:]) in ("NI", "#I", "MI") and names_after(tokens, i, last):
        return "W"  # "in what the mayor called “…”"
    if is_all_but(tokens, i, last) or (form == "so" and following in ("far", "much", "many")):
        return "A"
    if form == "yet" and tags and (tags[-1] == "X" or tokens[i - 1].form in words("negator")):
        return "A"  # "could not yet say", "has yet to be named"
    if form == "yet" and tags and tags[-1] not in "MC" and following in _ENDS | {","}:
        return "A"  # "has not reopened yet"
    if form == "yet" and following in words("preposition") and tags and tags[-1] == "N":
        return "A"  # "have not got rid of wasps yet at the school"
    if form == "once" and tags and (tags[-1] in "Xx" or tokens[i - 1].form in ("who", "which", "at")):
        return "A"  # "who once called it a disgrace"
    if form == "there" and following in cue_frames() and tags and tags[-1] in "Np" and is_several(tokens[i - 1].form):
        return "A"  # "doctors there expect to discharge him"
    if form == "since" and tags and tags[-1] == "X" and tokens[i - 1].form in ("has", "have", "had"):
        return "A"  # "has since said it was shut"
    if form == "before" and following in _ENDS | {"and", "but", ","} and tags and tags[-1] in "PNVO":
        return "A"  # "had been robbed before and made sure"
    if form == "aboard":
        return "I" if _opens_phrase(tokens, i + 1, last) else None  # "aboard the boat", not "Those aboard said"
    if form == "twice" and following in ("as", "the"):
        return "#"  # "twice as many guards", "twice the price"
    if form == "as" and following == "of":
        return "I"  # "As of Monday there were 40"
    if form == "as" and following in _AMOUNTS and i > 0 and tokens[i - 1].form in _TIMES:
        return "D"  # "twice as many guards"
    if form == "as" and (bound := _bounds_number(tokens, i, last)):
        return bound
    if form == "as" and i > 0 and tokens[i - 1].form in NAMING and tags[-1] != "V":
        return "I"  # "who gave his name as Omar said"
    return None


def _opens_phrase(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a determiner, a number or a noun stands at token `i`."""
    if i >= last or tokens[i].kind == "mark":
        return False
    form, verbs = tokens[i].form, words("be", "have", "modal")
    bare = form not in closed_classes() and form not in verbs and not is_verb_form(form)
    return bare or form in words("determiner", "possessive", "number")


def is_several(form: str) -> bool:
    """Whether a noun looks like a plural of people or things: "doctors", "people"."""
    return form in words("plural", "collective") or (form.endswith("s") and not form.endswith(("ss", "us", "is")))


def _bounds_number(tokens: Sequence[Token], i: int, last: int) -> str:
    """The tag of either "as" of "as many as 90", "as little as $5", as those of "more than"; empty for any other."""
    first = i if i + 2 < last and tokens[i + 1].form in _AMOUNTS else i - 2
    if first < 0 or first + 3 >= last or tokens[first + 1].form not in _AMOUNTS:
        return ""
    counted = tokens[first + 3]
    figure = counted.kind == "number" or counted.form in CURRENCY_SIGNS or counted.form in words("number")
    bounds = figure and tokens[first].form == tokens[first + 2].form == "as"
    return ("D" if i == first else "I") if bounds else ""


def _that(tokens: Sequence[Token], i: int, tags: list[str], following: str) -> str | None:
    """The tag of "that" where it opens no clause."""
    if tags and tags[-1] == "C" and following in ("is", "was"):
        return "R"  # "and that is what keeps me awake"
    if tags and (tags[-1] == "I" or tokens[i - 1].form == "both"):
        led = i > 1 and tokens[i - 1].form == "out" and is_verb_form(tokens[i - 2].form) != ""
        return "W" if led else "D"  # "pointed out that"; "at that time", "both that report and its figures"
    if following in ("very", "same"):
        return "D"  # "that very rail"
    if tags and following in _ENDS:
        return "O"  # "Some doubt even that."
    return None
