"""Those who speak for a body and the body itself are one voice: a coast guard spokesman and the coast guard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.claim import ARTICLE, Claim
from factcheck.lang import rows
from factcheck.lang.actors import institution
from factcheck.lang.stems import unjoined, words_of
from factcheck.text import fold, tokenise


def find_voices(claims: Sequence[Claim], lang: str) -> list[str]:
    """For each claim the institution that stands behind it; the article is one voice.

    Whoever is called the spokesman of a body anywhere in the article has the body's voice wherever the body is heard
    by its own name too.
    """
    voices = [ARTICLE if claim.mode == "narrator" else institution(claim.claimant) for claim in claims]
    called: dict[str, set[str]] = {}
    for claim, voice in zip(claims, voices, strict=True):
        if voice != ARTICLE:
            called.setdefault(voice, set()).add(claim.speaker or claim.claimant)
    told = {voice: [words_of(name, lang) for name in sorted(names)] for voice, names in called.items()}
    spoken_for: dict[str, str] = {}
    for voice, names in called.items():
        speaking = [words_of(name, lang) for name in sorted(names) if _speaks_for(name, lang)]
        for body, ways in told.items() if speaking else ():
            by_itself = body != voice and not any(_speaks_for(name, lang) for name in called[body])
            if by_itself and any(way and way <= name for way in ways for name in speaking):
                spoken_for[voice] = body
                break
    return [spoken_for.get(voice, voice) for voice in voices]


def _speaks_for(name: str, lang: str) -> bool:
    return any(unjoined(token.form, lang) in _spokesmen(lang) for token in tokenise(name))


@cache
def _spokesmen(lang: str) -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows(lang, "offices") if "voice" in row)
