"""What an Arabic headline tells of the bodies its article is of: «بنك المشرق», a club that elects its own president."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.words import class_names, is_definite, is_preposition, word, words_of
from factcheck.text import Token, fold

_HEADLINE = 30  # tokens of a headline
_OPENING = 60  # tokens of a headline and what opens the text
_OF, _NEAR = 4, 12  # tokens from «رئيس» to the body; to the word that tells of a vote
_NAME = 3  # tokens of a body's name behind its noun
_PRESIDENTS = frozenset(map(fold, ("رئيس", "رئيسا", "رئيسة", "رئاسة", "برئاسة", "لرئاسة")))
_CHOSEN = frozenset(map(fold, ("رئيسا", "رئيسة")))
_STATE = frozenset(map(fold, ("الجمهورية", "البلاد", "الدولة")))
_STATES = frozenset(map(fold, ("الرئاسة", "الرئاسية", "رئاسية", "الأوروبي", "الأفريقي", "الإفريقي")))
_LEADS = ("", "ب", "ل", "و")


def elects_own_head(tokens: Sequence[Token]) -> bool:
    """Whether an article opens with a vote on who is to head a club, a union or a federation, and tells of no head of
    state: its «الرئيس» and its «لجنة الانتخابات» are of that body.
    """
    opening = [token.form for token in tokens[:_OPENING]]
    chosen = False
    for i, form in enumerate(opening):
        if form in _PRESIDENTS and not chosen:
            begin = max(0, i - _NEAR) if form in _CHOSEN else i + 1  # «انتخبت النقابة فلانا | رئيسا»
            of = {_bare(behind) for behind in opening[begin : i + _OF]}
            near = opening[max(0, i - _NEAR) : i + _NEAR]
            chosen = not of.isdisjoint(words_of("elects.own")) and not words_of("votes").isdisjoint(near)
    if not _STATES.isdisjoint(opening):
        return False  # «انتخابات الرئاسة في مصر», «مؤيدة للاتحاد الأوروبي تنتخب رئيسة»
    state = (k for k, token in enumerate(tokens[1:], 1) if token.form in _STATE)
    return chosen and not any(tokens[k - 1].form.removeprefix("و") in _PRESIDENTS for k in state)


def named_in_headline(tokens: Sequence[Token], head: str) -> tuple[int, int] | None:
    """The one body of a kind that the headline names: «بنك المشرق الأهلي» for «بنك»; `None` for none or several."""
    end = next((k for k, token in enumerate(tokens[:_HEADLINE]) if token.kind == "line"), 0)
    found = [k for k in range(end) if any(tokens[k].form == lead + head for lead in _LEADS)]
    of_kind = [k for k in range(end) if tokens[k].form.endswith(f"ال{head}") or tokens[k].form == f"لل{head}"]
    if len(found) != 1 or of_kind:
        return None
    last = found[0] + 1
    while last < min(end, found[0] + 1 + _NAME) and _goes_on(tokens[last]):
        last += 1
    return (found[0], last) if last > found[0] + 1 and is_definite(tokens[found[0] + 1].form) else None


def _goes_on(token: Token) -> bool:
    """Whether a word can belong to a body's name: one with the article."""
    plain = not is_preposition(token.form) and not class_names(token.form) and word(token.form).verb is None
    return token.kind == "word" and plain and token.form.startswith("ال")


def _bare(form: str) -> str:
    return next((form.removeprefix(lead) for lead in ("لل", "ال", "ل") if form.startswith(lead)), form)
