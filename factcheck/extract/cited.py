"""Where a claim's sentence comes from, for whoever meets it alone: the headline and the page date, in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.claim import ARTICLE, Claim, with_text
from factcheck.extract.ar.words import is_definite
from factcheck.extract.layout import Layout, Line
from factcheck.lang.actors import ACTORS, PLACES, may_begin
from factcheck.lang.interface import say
from factcheck.text import fold

_LONGEST = 20  # words of a headline that are told
_FIRST = 8  # lines of a page among which its headline stands
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NAMED_WITHIN = 4  # words behind "the" of which one is a name: "the northern port of Alexandria"
_KNOWN = ACTORS | PLACES | {"demonym"}
_YEAR = 4  # digits
_MARKS = ".,;:!?()“”‘’\"'«»،؛؟"
_INSIDE = {  # quotation marks and brackets of a headline as they stand within another's
    "ar": str.maketrans({"[": "(", "]": ")", "«": "“", "»": "”", '"': "'"}),
    "en": str.maketrans({"[": "(", "]": ")", "“": "‘", "”": "’", "«": "‘", "»": "’", '"': "'"}),
}


def with_headline(claims: Sequence[Claim], layout: Layout, page_date: date | None) -> list[Claim]:
    """The claims, the sentence of each that does not stand by its own words followed by where it is from.

    "A patient died [from “Blackout hits southern Chile”, page date 14 July 2024]." The headline stands as printed, cut
    after so many words; the claim that is the whole headline is followed by the page date alone. Claims of the
    story that only repeat another stay as they are. `factcheck.claim.in_article` takes the bracket off again.
    """
    headlines = [line for line in layout.lines[:_FIRST] if line.role == "headline"]
    below = max((line.start for line in headlines), default=-1)
    dated = _dated(page_date, layout.lang)
    source = _source(layout, headlines[0], dated) if headlines else dated
    return [
        claim
        if (claim.same_as is not None and not _is_in(claim, headlines)) or _stands_alone(claim, layout.lang)
        else _followed(
            claim, dated if claim.start <= below and any(_is_whole(claim, line) for line in headlines) else source
        )
        for claim in claims
    ]


def _dated(day: date | None, lang: str) -> str:
    if day is None:
        return ""
    month = say(f"month.{day.month}", lang).partition("/")[0]
    return say("claims.page_date", lang, date=f"{day.day} {month} {day.year}")


def _source(layout: Layout, headline: Line, dated: str) -> str:
    """A headline in quotation marks, at most so many words of it, and the page date."""
    words = layout.text[headline.start : headline.end].translate(_INSIDE[layout.lang]).split()
    title = " ".join(words[:_LONGEST]) + ("…" if len(words) > _LONGEST else "")
    return say("claims.from_dated" if dated else "claims.from", layout.lang, title=title, dated=dated)


def _is_in(claim: Claim, headlines: Sequence[Line]) -> bool:
    return any(line.start <= claim.start < line.end for line in headlines)


def _is_whole(claim: Claim, headline: Line) -> bool:
    return claim.start <= headline.start and len(claim.exact) + 2 >= headline.end - headline.start


def _followed(claim: Claim, source: str) -> Claim:
    if not source:
        return claim
    end = "." if claim.text.endswith(".") else ""
    return with_text(claim, f"{claim.text.removesuffix(end)} [{source}]{end}")


def _stands_alone(claim: Claim, lang: str) -> bool:
    """Whether a sentence tells its time by its own words, names somebody or somewhere, and points at nothing else."""
    told = (day for day in claim.dates if day.kind == "date" and day.basis == "text" and day.iso)
    if all(day.exact.isdecimal() and len(day.exact) < _YEAR for day in told):  # «ينطلق يوم 24»: of what month?
        return False
    words = [word.strip(_MARKS) for word in claim.text.split()]
    return not (_points_ar(claim, words) if lang == "ar" else _points_en(claim, words))


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
