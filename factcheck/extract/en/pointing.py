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
_PRONOUNS = _OF_THINGS | _OF_PEOPLE | _POINTING | {"there", "such"}
_ALONE = frozenset({"one", "ones", "none", "another", "others", "so", "hers", "ours", "theirs", "mine"})
_SOME_OF_THOSE = frozenset(
    ("none", "neither", "both", "others", "some", "most", "few", "many", "another", "one", "all")
)
_OF_TWO = frozenset(("the first", "the second", "the third", "the other", "the former", "the latter", "another", "one"))
_POINTING_WORDS = frozenset(("did", "do", "does", "done", "those", "these", "that", "such", "both"))  # before a noun
_TIMED = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "morning", "evening", "time"))
_THAT_ONE = frozenset(("way", "night", "place", "room", "road", "bridge", "building", "report", "claim", "incident"))
_PAIRED = frozenset(
    ("men", "women", "countries", "sides", "companies", "parties", "teams", "firms", "sisters", "brothers")
)
_BLAMED = 6  # words of a claim that says no more than whom somebody blames
_OBJECTS = (".np", ".judged", ".at", ".asfigure", ".docnp", ".doing", ".onto", ".ing")  # content begins with an object
_DENIED = 4  # words of a denial that does not say of what: "denied leaving the room"


def points_back(claim: Claim, tokens: Sequence[Token], bare: Sequence[Quantity]) -> bool:
    """Whether a claim's sentence leaves open what it is about: its pronoun, number or place is told only before it.

    `tokens` are the first words and numbers of the claim, where the text has them, `bare` the numbers among them whose
    thing is not told with them.
    """
    if " used the words " in claim.text:
        return True  # "Ana Ruiz used the words “simply untrue”": of what
    owner = claim.text.partition(" ")[0].lower()
    named = owner == "their" and (claim.speaker_start or 0) > claim.start  # "A couple is missing, their embassy said"
    if owner in words("possessive") and not named:
        return True  # "Its chairwoman, Ana Ruiz, said"
    if any(_counts_alone(claim, quantity, tokens) for quantity in bare):
        return True
    if (claim.speaker or "").lower().startswith(("both ", "the two ", "the pair", "the three ")):
        return True  # "Both men said tapping had been heard"
    if tokens and (tokens[-1].form in _ALONE or tokens[0].form in ("hers", "theirs", "ours")):
        return True
    if (claim.speaker or "").lower() in _OF_TWO or _counts_of_those(tokens):
        return True
    if _denies_what_was_told(claim, tokens) or _estimates(tokens):
        return True
    if _points_at_noun(tokens) or _says_only_how_much(tokens) or _blames_for_nothing(claim):
        return True
    return any(_points(claim, tokens, k) for k, token in enumerate(tokens) if token.form in _PRONOUNS)


def _points_at_noun(tokens: Sequence[Token]) -> bool:
    """Whether "that way", "such incidents", "both men", "a larger one", "did so" mean what was told before."""
    forms = [token.form for token in tokens]
    for k, form in enumerate(forms):
        following = forms[k + 1] if k + 1 < len(forms) else ""
        if form not in _POINTING_WORDS and following != "one":
            continue
        if (form, following) in (("did", "so"), ("do", "so"), ("does", "so"), ("done", "so")):
            return True
        if following in _TIMED or not following:
            continue
        named = any(following.rstrip("s") == earlier.rstrip("s") for earlier in forms[:k])
        demonstrative = form in ("those", "these") or (form == "that" and following in _THAT_ONE)
        if demonstrative and not named and following not in ("who", "of", "in", "with", "from", "whose", "are", "were"):
            return True
        if form == "such" and not named and following not in ("as", "that"):
            return True
        if form == "both" and k == 0 and following in _PAIRED:
            return True
        if following == "one" and form.endswith("er") and k > 0 and forms[k - 1] == "a":
            return True
    return False


def _says_only_how_much(tokens: Sequence[Token]) -> bool:
    """Whether a claim opens with a measure that does not say of what: "the figure", "the cost", not "the cost of"."""
    forms = [token.form for token in tokens[:3]]
    at = 1 if forms[:1] == ["the"] or forms[:1] == ["it"] else 0
    if forms[:2] == ["the", "same"]:
        return len(forms) > 2 and forms[2] in words("bare_measure")
    bare = len(forms) > at and forms[at] in words("bare_measure") and forms[:1] == ["the"]
    return bare and (len(tokens) <= at + 1 or forms[at + 1 : at + 2] not in (["of"], ["for"]))


def _counts_of_those(tokens: Sequence[Token]) -> bool:
    """Whether a claim opens with some of those told before: "None has been found", "One in May tipped over"."""
    first, second = (token.form for token in tokens[:2]) if len(tokens) > 1 else ("", "")
    does = second in words("be", "have", "modal") or bool({"d", "s"} & set(is_verb_form(second)))
    placed = second in ("in", "on", "at") and first in ("one", "another")
    return first in _SOME_OF_THOSE and (does or placed)


def _denies_what_was_told(claim: Claim, tokens: Sequence[Token]) -> bool:
    """Whether a denial names the thing and not the occasion: "denied any delay", "denied leaving the room"."""
    opens = bool(tokens) and (tokens[0].form == "any" or tokens[0].form.endswith("ing"))
    return claim.denied and opens and len(tokens) <= _DENIED


def _estimates(tokens: Sequence[Token]) -> bool:
    """Whether a claim gives an estimate that does not say of what: "the agency's own estimate was 29 per cent"."""
    forms = [token.form for token in tokens]
    at = next((k for k, form in enumerate(forms[:-1]) if form in words("figure_noun")), None)
    return at is not None and forms[at + 1] in words("be") and any(f in ("own", "the", "'s") for f in forms[:at])


def _blames_for_nothing(claim: Claim) -> bool:
    """Whether a claim says only who or what is to blame, and not for what: "Kessler blamed the cold"."""
    blamed = (claim.cue or "").lower().startswith(("blame", "blaming"))
    return blamed and len(claim.exact.split()) <= _BLAMED and not {"for", "on"} & set(claim.exact.lower().split())


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
    leading = words("have", "adverb", "preposition") | {"another", "and", "but"}
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
    is_so = bool(forms) and forms[0] in words("be", "staying") | {"took", "takes"}
    return is_so and bool({"that", "to", "clear", "unclear", "known", "unknown"}.intersection(forms))


def _names_thing(claim: Claim, before: Sequence[Token]) -> bool:
    """Whether a noun stands before a pronoun that it can mean."""
    closed = ("determiner", "preposition", "adverb", "subject_pronoun", "object_pronoun", "possessive", "modal", "be")
    known = frozenset().union(*(words(name) for name in closed)) | words("have", "do", "number")
    nouns = [token for token in before if token.form not in known and token.kind == "word"]
    return any(
        "d" not in is_verb_form(token.form) or claim.exact[token.start - claim.start].isupper() for token in nouns
    )
