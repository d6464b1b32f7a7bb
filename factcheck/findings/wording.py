"""Findings about the wording: unnamed sources, legal conclusions without a source, quotations translated or garbled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.article import Article
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Finding
from factcheck.findings.phrases import find_phrases, has_phrase
from factcheck.lang import rows
from factcheck.lang.interface import say
from factcheck.text import fold

_BEHIND_SPEAKER = 90  # characters behind a speaker in which a condition of anonymity is looked for
_SENTENCE_END = re.compile(r"[.!?؟:]\s|\n")
_DAMAGED = re.compile("\ufffd|Ã[\u0080-\u00bf©]|Ø[\u0080-\u00bf§]|â€|&(?:amp|quot|nbsp|#\\d+);")
_DOUBLED = re.compile(r"(?<!\w)(\w{2,}) \1(?!\w)")


def unnamed_sources(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """`unnamed_source` where a claim rests on somebody the text leaves without a name, once for each mention."""
    seen: set[int] = set()
    for claim in claims:
        if claim.speaker is None or claim.speaker_start is None or claim.speaker_end is None:
            continue
        if claim.speaker_start in seen or claim.mode == "narrator":
            continue
        behind = article.text[claim.speaker_end : claim.speaker_end + _BEHIND_SPEAKER]
        behind = _SENTENCE_END.split(behind)[0]
        if _is_unnamed(claim.speaker, article.lang) or has_phrase(behind, article.lang, "anonymity"):
            seen.add(claim.speaker_start)
            note = say("finding.note.unnamed", article.lang, speaker=claim.speaker)
            yield Finding("unnamed_source", (claim.id,), note, claim.speaker_start, claim.speaker_end)


def _is_unnamed(speaker: str, lang: str) -> bool:
    """Whether a speaker is "sources" or the like and nothing more than a field ("a medical source")."""
    return has_phrase(speaker, lang, "unnamed") and len(speaker.split()) <= 5


def legal_conclusions(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """`legal_conclusion` where the article itself says that something breaks the law, without a court or an accuser."""
    for claim in claims:
        if claim.claimant != ARTICLE or claim.same_as is not None or claim.denied or claim.kind == "prediction":
            continue
        spans = find_phrases(claim.exact, article.lang, "legal")
        if (
            spans
            and not has_phrase(claim.exact, article.lang, "alleged")
            and not _in_quotation(claim.exact, spans[0].start)
        ):
            words = claim.exact[spans[0].start : spans[0].end]
            note = say("finding.note.legal", article.lang, words=words)
            yield Finding(
                "legal_conclusion", (claim.id,), note, claim.start + spans[0].start, claim.start + spans[0].end
            )


def _in_quotation(text: str, place: int) -> bool:
    before = text[:place]
    return before.count('"') % 2 == 1 or before.count("«") > before.count("»") or before.count("“") > before.count("”")


def translated_quotes(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """`translated_quote`, once for all: the quoted words of speakers whose states do not speak its language."""
    foreign = [
        claim
        for claim in claims
        if claim.mode == "direct_quote"
        and claim.same_as is None
        and claim.claimant_country is not None
        and claim.claimant_country not in _spoken_in(article.lang)
    ]
    if foreign:
        note = say("finding.note.translated", article.lang)
        yield Finding("translated_quote", tuple(claim.id for claim in foreign), note, foreign[0].start, foreign[0].end)


def garbled(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """`source_text_garbled` where a claim holds damaged characters or one small word twice in a row."""
    for claim in claims:
        damage = _DAMAGED.search(claim.exact) or next(
            (found for found in _DOUBLED.finditer(claim.exact) if fold(found[1]) in _small_words(article.lang)), None
        )
        if damage is not None:
            note = say("finding.note.garbled", article.lang, words=damage.group())
            yield Finding(
                "source_text_garbled", (claim.id,), note, claim.start + damage.start(), claim.start + damage.end()
            )


@cache
def _spoken_in(lang: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows(lang, "spoken_in"))


@cache
def _small_words(lang: str) -> frozenset[str]:
    """Words that never stand twice in a row; "had had" and "that that" do, and "one one" is Arabic for "one by one"."""
    found = {fold(row[0]) for row in rows(lang, "empty_words")}
    return frozenset(found - {"had", "that", "very", "لا", *map(fold, ("واحد", "واحدا", "واحدة"))})
