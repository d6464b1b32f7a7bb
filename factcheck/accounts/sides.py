"""How two sources stand to each other: one side, or one heard right behind the other."""

from __future__ import annotations

from factcheck.accounts.context import Claims
from factcheck.accounts.signs import signs_in
from factcheck.claim import ARTICLE
from factcheck.lang.stems import words_of


def is_right_behind(claims: Claims, first: int, second: int) -> bool:
    """Whether a source denies something right behind what another source says, in words that take an accusation as
    said: "denied engaging anyone", "denied any shortage", "denied its product was to blame".
    """
    if claims.signs(second).isdisjoint(("any", "anyone", "blamed")):
        return False
    told = ARTICLE in (claims.voices[first], claims.voices[second])
    foreseen = claims.all[first].kind in ("prediction", "commitment")
    foreseen = foreseen or "announcing" in signs_in(claims.all[first].cue or "", claims.lang)
    return (
        second - first == 1
        and claims.line(second) - claims.line(first) <= (1 if claims.leads(second) else 0)
        and not told
        and not foreseen
        and not claims.all[first].denied
    )


def are_of_one_side(claims: Claims, first: int, second: int) -> bool:
    """Whether two sources belong to one state in an article in which several are heard."""
    left, right = (claims.all[i].claimant_country for i in (first, second))
    return left is not None and left == right and len(claims.states) > 1


def speakers_words(claims: Claims, first: int, second: int) -> frozenset[str]:
    """The roots of the words by which the speakers of two claims are called."""
    speakers = (claims.all[i].speaker or claims.all[i].claimant for i in (first, second))
    return frozenset().union(*(words_of(speaker, claims.lang) for speaker in speakers))


def is_denied_act(claims: Claims, first: int, second: int) -> bool:
    """Whether a denial begins with the very act that somebody is accused of: "accused it of seizing pastures", "denied
    seizing any land".
    """
    opening = claims.openings[second][:1]
    return (
        is_accusation(claims, first)
        and bool(opening)
        and opening[0] in claims.words[first]
        and "any" in claims.signs(second)
    )


def is_accusation(claims: Claims, i: int) -> bool:
    """Whether a claim is told as an accusation."""
    return "accusing" in signs_in(claims.all[i].cue or "", claims.lang)


def answers_for_itself(claims: Claims, first: int, second: int) -> bool:
    """Whether a source denies something behind an accusation that names none of the other voices of the article."""
    accused = frozenset(claims.openings[first][:1])
    if not is_accusation(claims, first) or not accused:
        return False
    others = {claim.claimant: i for i, claim in enumerate(claims.all) if claims.voices[i] != claims.voices[second]}
    return not any(accused & speakers_words(claims, i, i) for name, i in others.items() if name != ARTICLE)
