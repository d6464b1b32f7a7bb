"""Clauses among an Arabic report's own words that are the article's: what else the speaker, or another, did."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import has_verb
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.words import has_class, is_definite, word, words_of
from factcheck.text import Token

_FELT = frozenset({"fear", "hope"})


def only_points(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch only points back: «نفى الوزير | ذلك» says no to what was told before, and tells nothing new."""
    said = [token.form for token in tokens[first:last] if token.kind != "mark"]
    if len(said) < 3 and said[0] in words_of("and.he") and last < len(tokens) and word(tokens[last].form).cue:
        return True  # «…، وهو يوم | يقول فلان إنه …»
    return len(said) < 3 and said[0] in words_of("pointing") and all(is_definite(form) for form in said[1:])


def meanwhile(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause after a bare noun tells of somebody else: «أعلن الجيش نشر جنود، بينما | ناشدت المنظمة …»."""
    contrast = report.rule == "ar.report.noun" and any(
        has_class(tokens, first - n, first, "but") == first for n in range(1, min(4, first))
    )
    if contrast and has_verb(tokens, first, min(len(tokens), first + 8)):
        return True  # «حذرت السلطات من الحمولة، إلا أن | الشركات تجاهلت التحذير»
    found = word(tokens[first].form).verb
    following = tokens[first + 1].form if first + 1 < len(tokens) else ""
    of_another = is_definite(following) or following.endswith(("ون", "ات"))
    if tokens[first - 1].form not in words_of("meanwhile") or found is None or (found.weak and not of_another):
        return False
    own = bool(has_class(tokens, report.content[0], report.content[1], "that+"))
    return report.rule == "ar.report.noun" or (report.rule == "ar.report.that" and own and of_another)


def calls_for(tokens: Sequence[Token], first: int, begin: int, report: Report) -> bool:
    """Whether a clause tells whom or what the speaker called for: «قالت النقابة إن …، | ودعت إلى الإضراب»."""
    found = word(tokens[first].form)
    if first <= begin or report.rule != "ar.report.that" or not found.joined or found.verb is None:
        return False
    same = report.agreement in ("m", "f") and found.verb.agreement == report.agreement
    return same and found.verb.tense == "perfect" and found.verb.lemma in words_of("calls")


def beside_fear(tokens: Sequence[Token], first: int, begin: int, report: Report) -> bool:
    """Whether «الذي» tells of a thing somebody fears or hopes for: «يخشى الجمهور على الفريق، الذي | يلعب غدا»."""
    if report.force not in _FELT or first <= begin + 2 or tokens[first - 2].form not in COMMAS:
        return False
    return bool(has_class(tokens, first - 1, first, "who"))
