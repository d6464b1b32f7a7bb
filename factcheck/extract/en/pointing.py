"""Whether an English claim points back to what was told before it: a pronoun, a number alone, "there"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import ARTICLE, Claim
from factcheck.extract.en.genders import gender_of
from factcheck.lang.english import is_verb_form, words
from factcheck.quantity import Quantity
from factcheck.text import Token

_OF_THINGS = frozenset({"it", "its", "itself", "they", "them", "their", "theirs", "themselves"})
_OF_PEOPLE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_POINTING = frozenset({"this", "that", "these", "those"})
_ALONE = frozenset({"one", "ones", "none", "another", "others", "so", "hers", "ours", "theirs", "mine"})
_OBJECTS = (".np", ".at", ".docnp", ".doing", ".onto", ".ing")  # frames whose content begins with an object


def points_back(claim: Claim, tokens: Sequence[Token], bare: Sequence[Quantity]) -> bool:
    """Whether a claim's sentence leaves open what it is about: its pronoun, number or place is told only before it.

    `tokens` are the first words and numbers of the claim, where the text has them, `bare` the numbers among them whose
    thing is not told with them.
    """
    if claim.text.partition(" ")[0].lower() in words("possessive"):
        return True  # "Its chairwoman, Ana Ruiz, said"
    if any(_counts_alone(claim, quantity, tokens) for quantity in bare):
        return True
    if tokens and (tokens[-1].form in _ALONE or tokens[0].form in ("hers", "theirs", "ours")):
        return True
    return any(_points(claim, tokens, k) for k in range(len(tokens)))


def _counts_alone(claim: Claim, quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a number is told without its thing, in the claim's own words: "there were 71", not "12 of the 26"."""
    behind = claim.exact[quantity.end - claim.start :].split()
    if behind and behind[0] in ("of", "out", "per") and behind[1:2] != ["them"]:
        return False
    if behind and "d" in is_verb_form(behind[0].rstrip(",.").lower()):
        return False  # "20 died"
    before = [token for token in tokens if token.end <= quantity.start and token.kind == "word"]
    last = before[-1].form if before else ""
    if last in words("be"):
        return not _names_thing(claim, before)  # "there were 71", not "the attendance was 900"
    leading = words("have") | words("adverb") | words("preposition") | {"another", "and", "but"}
    return not last or (last in leading and last not in ("of", "to"))


def _points(claim: Claim, tokens: Sequence[Token], k: int) -> bool:
    """Whether token `k` means something that neither the claim before it nor its speaker names."""
    form, following = tokens[k].form, tokens[k + 1].form if k + 1 < len(tokens) else ""
    if form in _OF_THINGS:
        told_of = any(rule.endswith(_OBJECTS) for rule in claim.rules)  # "puts it at 63 per cent"
        if k == 0 and not told_of and claim.claimant != ARTICLE and gender_of(claim.claimant) not in ("h", "m", "f"):
            return False  # "Slovatel said that it …": whoever speaks may be meant
        dummy = form == "it" and k == 0 and _stands_for_nothing(tokens)
        return not dummy and not _names_thing(claim, tokens[:k])
    if form in _OF_PEOPLE:
        speaks = claim.claimant != ARTICLE and gender_of(claim.claimant) in ("h", "m", "f")
        return not speaks and not _names_thing(claim, tokens[:k])
    if form == "there":
        dummy = (
            (k > 0 and tokens[k - 1].form in words("be"))
            or following in words("be")
            or following in words("have")
            or following in words("modal")
        )
        return not dummy and not claim.places
    if form in _POINTING and k == 0:
        verb = following in words("be") or following in words("modal") or following in words("have")
        return (verb or is_verb_form(following) != "") and following not in ("who",)
    return form == "such" and k > 0 and tokens[k - 1].form in ("any", "no")


def _stands_for_nothing(tokens: Sequence[Token]) -> bool:
    """Whether "it" at the head stands for what follows: "it is clear that …", "it was blasting that did it"."""
    forms = [token.form for token in tokens[1:12]]
    is_so = bool(forms) and forms[0] in words("be") | words("staying") | {"took", "takes"}
    return is_so and bool({"that", "to", "clear", "unclear", "known", "unknown"}.intersection(forms))


def _names_thing(claim: Claim, before: Sequence[Token]) -> bool:
    """Whether a noun stands before a pronoun that it can mean."""
    closed = ("determiner", "preposition", "adverb", "subject_pronoun", "object_pronoun", "possessive", "modal", "be")
    known = frozenset().union(*(words(name) for name in closed)) | words("have") | words("do") | words("number")
    nouns = [token for token in before if token.form not in known and token.kind == "word"]
    return any(
        "d" not in is_verb_form(token.form) or claim.exact[token.start - claim.start].isupper() for token in nouns
    )
