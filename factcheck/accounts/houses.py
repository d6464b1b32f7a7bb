"""Those who speak for a body and the body itself are one voice: a coast guard spokesman and the coast guard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache

from factcheck.accounts.signs import signs_in
from factcheck.claim import ARTICLE, Claim
from factcheck.lang import rows
from factcheck.lang.actors import find_entries, institution
from factcheck.lang.stems import roots_of, unjoined
from factcheck.text import fold, tokenise

_FOR = frozenset(("for", "of", fold("باسم"), fold("بإسم"), fold("بلسان")))
_FOR_IT = frozenset(fold(word) for word in ("باسمه", "باسمها", "باسمهم", "بلسانه", "بلسانها"))
_BODIES = frozenset({"body", "office", "organisation", "international", "agency", "people"})
_FORMER = frozenset(("former", "ex", "ex-spokesman", "onetime", "then", fold("سابق"), fold("سابقة")))


def find_voices(claims: Sequence[Claim], lang: str) -> list[str]:
    """For each claim the institution that stands behind it; the article is one voice.

    Whoever is called the spokesman of a body anywhere in the article has the body's voice wherever the body is heard
    by its own name too; "the contractor" is the one contractor named. What both sides say is told like the article's.
    """
    voices = [ARTICLE if _is_nobody_else(claim, lang) else institution(claim.claimant) for claim in claims]
    called: dict[str, set[str]] = {}
    for claim, voice in zip(claims, voices, strict=True):
        if voice != ARTICLE:
            called.setdefault(voice, set()).add(claim.speaker or claim.claimant)
    told = {voice: [roots_of(tokenise(name), lang) for name in sorted(names)] for voice, names in called.items()}
    spoken_for: dict[str, str] = {}
    for voice, names in called.items():
        bodies = [body for name in sorted(names) if (body := _body_of(name, lang))]
        for other, ways in told.items() if bodies else ():
            same = any(way and _is_called(body, way, lang) for way in ways for body in bodies)
            if other != voice and same and not any(_body_of(name, lang) for name in called[other]):
                spoken_for[voice] = other
                break
    spoken_for |= _by_one_word(called, told, spoken_for, lang)
    before = ARTICLE
    for claim, voice in zip(claims, voices, strict=True):
        if voice != ARTICLE:
            if before != ARTICLE and voice not in spoken_for and _speaks_for_it(claim.speaker or "", lang):
                spoken_for[voice] = spoken_for.get(before, before)
            before = voice
    return [spoken_for.get(voice, voice) for voice in voices]


def _is_nobody_else(claim: Claim, lang: str) -> bool:
    """Whether a claim is the article's, or one that both sides make."""
    return claim.mode == "narrator" or "both sides" in signs_in(claim.claimant, lang)


def _by_one_word(
    called: Mapping[str, Set[str]], told: Mapping[str, list[list[str]]], known: Mapping[str, str], lang: str
) -> dict[str, str]:
    """The voices told of by one definite word that is what one person alone is called first: "the contractor", of
    "contractor Jon Vale"; «المتعهد», of «متعهد المطعم حيدر الشمري». Never a body: "the police", "Police union head".
    """
    longer: dict[str, set[str]] = {}
    for voice, names in called.items():
        for name, way in zip(sorted(names), told[voice], strict=True):
            if len(way) > 1 and (lang == "ar" or _is_named_behind(name)):
                longer.setdefault(way[0], set()).add(voice)
    found = {}
    for voice, names in called.items():
        ways = zip(sorted(names), told[voice], strict=True)
        bare = next((way[0] for name, way in ways if way and _is_bare(name, lang)), "")
        others = longer.get(bare, set()) - {voice}
        if len(others) == 1 and voice not in known and not any(_is_body(name, lang) for name in names):
            found[voice] = others.pop()
    return found


def _is_bare(name: str, lang: str) -> bool:
    """Whether somebody is told of by one definite word: «المتعهد», "the contractor"."""
    forms = [token.form for token in tokenise(name)]
    return len(forms) == 1 and forms[0].startswith("ال") if lang == "ar" else forms[:1] == ["the"] and len(forms) == 2


def _is_named_behind(name: str) -> bool:
    """Whether a name in capitals follows one word: "contractor Jon Vale"; no "police union head Jon Vale"."""
    return all(word[:1].isupper() for word in name.removeprefix("The ").removeprefix("the ").split()[1:])


def _is_body(name: str, lang: str) -> bool:
    """Whether a mention is of a body, and not of somebody."""
    return any(not one.entry.human for one in find_entries(name, tokenise(name), lang, _BODIES))


def _speaks_for_it(name: str, lang: str) -> bool:
    """Whether a mention is of the spokesman of whoever was heard before: «الناطق باسمه», "its spokesman Jon Vale"."""
    forms = [token.form for token in tokenise(name)]
    at = next((k for k, form in enumerate(forms) if unjoined(form, lang) in _spokesmen(lang)), None)
    if at is None:
        return False
    return forms[at + 1 : at + 2] != [] and forms[at + 1] in _FOR_IT if lang == "ar" else "its" in forms[:at]


def _is_called(body: list[str], way: list[str], lang: str) -> bool:
    """Whether whom somebody speaks for is called so; an Arabic name may follow the body's without a mark."""
    return body == way or (lang == "ar" and body[: len(way)] == way)


def _body_of(name: str, lang: str) -> list[str]:
    """The roots of the words for the body that a mention's spokesman speaks for, in order; none where it tells none.

    "A spokesman for the coast guard", "coast guard spokesman Jon Vale", `المتحدث باسم البلدية`; no former one.
    """
    tokens = tokenise(name)
    at = next((k for k, token in enumerate(tokens) if unjoined(token.form, lang) in _spokesmen(lang)), None)
    if at is None or any(unjoined(token.form, lang) in _FORMER for token in tokens):
        return []
    behind = next((k for k in range(at + 1, min(at + 3, len(tokens))) if tokens[k].form in _FOR), None)
    if behind is None:
        return [] if lang == "ar" else roots_of(tokens[:at], lang)
    end = next((k for k in range(behind, len(tokens)) if tokens[k].form in (",", "،")), len(tokens))
    return roots_of(tokens[behind + 1 : end], lang)


@cache
def _spokesmen(lang: str) -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows(lang, "offices") if "voice" in row)
