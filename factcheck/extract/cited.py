"""Where a claim's sentence comes from, for whoever meets it alone: the headline and the page date, in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.claim import ARTICLE, Claim
from factcheck.extract.ar.words import is_definite
from factcheck.extract.layout import Layout
from factcheck.lang.actors import ACTORS, PLACES, may_begin
from factcheck.lang.interface import say
from factcheck.text import fold

_LONGEST = 20  # words of a headline that are told
_FIRST = 8  # lines of a page among which its headline stands
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NAMED_WITHIN = 4  # words behind "the" of which one is a name: "the northern port of Alexandria"
_KNOWN = ACTORS | PLACES | {"demonym"}
_MARKS = ".,;:!?()“”‘’\"'«»،؛؟"
_INSIDE = {  # quotation marks and brackets of a headline as they stand within another's
    "ar": str.maketrans({"[": "(", "]": ")", "«": "“", "»": "”", '"': "'"}),
    "en": str.maketrans({"[": "(", "]": ")", "“": "‘", "”": "’", "«": "‘", "»": "’", '"': "'"}),
}


def with_headline(claims: Sequence[Claim], layout: Layout, page_date: date | None) -> list[Claim]:
    """The claims, the sentence of each that leaves open what event or day it tells of followed by where it is from.

    "A patient died [from “Blackout hits southern Chile”, page date 14 July 2024]." The headline stands as printed, cut
    after so many words. The claims of a headline and those that only repeat another stay as they are, and so does every
    claim of an article without a headline. `factcheck.claim.in_article` takes the bracket off again.
    """
    headlines = [line for line in layout.lines[:_FIRST] if line.role == "headline"]
    if not headlines:
        return list(claims)
    words = layout.text[headlines[0].start : headlines[0].end].translate(_INSIDE[layout.lang]).split()
    title = " ".join(words[:_LONGEST]) + ("…" if len(words) > _LONGEST else "")
    source = f" [{say('claims.from', layout.lang, title=title)}{_page_date(page_date, layout.lang)}]"
    return [
        replace(claim, text=_followed(claim.text, source))
        if claim.same_as is None
        and not any(line.start <= claim.start < line.end for line in headlines)
        and _leaves_open(claim, layout.lang)
        else claim
        for claim in claims
    ]


def _page_date(day: date | None, lang: str) -> str:
    if day is None:
        return ""
    month = say(f"month.{day.month}", lang).partition("/")[0]
    return say("claims.page_date", lang, date=f"{day.day} {month} {day.year}")


def _followed(sentence: str, source: str) -> str:
    end = "." if sentence.endswith(".") else ""
    return f"{sentence.removesuffix(end)}{source}{end}"


def _leaves_open(claim: Claim, lang: str) -> bool:
    """Whether a sentence tells of a day by the page's date, of a thing that it does not introduce, or of no place or
    name at all.
    """
    if any(day.basis == "page_date" for day in claim.dates):
        return True
    words = [word.strip(_MARKS) for word in claim.text.split()]
    return _points_ar(claim, words) if lang == "ar" else _points_en(claim, words)


def _points_en(claim: Claim, words: Sequence[str]) -> bool:
    for k, word in enumerate(words[:-1]):
        behind = words[k + 1 : k + 1 + _NAMED_WITHIN]
        if word.lower() in _DEFINITE and behind[0].islower() and not any(w[:1].isupper() for w in behind):
            return True
    return not any(word[:1].isupper() for word in claim.exact.split()[1:])


def _points_ar(claim: Claim, words: Sequence[str]) -> bool:
    if not claim.places and (claim.claimant == ARTICLE or claim.claimant_country is None):
        return True
    forms = [fold(word) for word in words if word]
    return any(is_definite(form) and not may_begin(form, "ar", _KNOWN) for form in forms)
