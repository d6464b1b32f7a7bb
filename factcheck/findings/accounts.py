"""Findings that follow from the accounts compared, from the dates, and from who the voices are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.article import Article
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Disagreement, Finding, TemporalAnomaly
from factcheck.findings.phrases import has_phrase
from factcheck.lang.actors import institution
from factcheck.lang.interface import say

_QUOTED = re.compile("[«“]([^»”]+)[»”]")


def from_accounts(article: Article, claims: Sequence[Claim], pairs: Sequence[Disagreement]) -> Iterator[Finding]:
    """`voices_differ` once for each question with accounts that contradict, `narrator_exceeds` where the article is
    firmer than its source, `source_text_garbled` where a quoted name holds more than the name.
    """
    by_id = {claim.id: claim for claim in claims}
    for together in _by_question([pair for pair in pairs if pair.relation == "contradicts"]):
        told = sorted({claim for pair in together for claim in pair.claims}, key=lambda claim: by_id[claim].start)
        first = by_id[told[0]]
        yield Finding(
            "voices_differ", tuple(told), f"{together[0].question} {together[0].note}", first.start, first.end
        )
    yield from _names_with_more(article, by_id, pairs)
    for pair in pairs:
        one, two = (by_id[claim] for claim in pair.claims)
        for own, other, firmer in ((one, two, "entails"), (two, one, "entailed_by")):
            if own.claimant == ARTICLE and other.claimant != ARTICLE and pair.interval == firmer:
                note = say("finding.note.narrator_exceeds", article.lang, source=other.speaker or other.claimant)
                yield Finding("narrator_exceeds", (own.id, other.id), note, own.start, own.end)


def _names_with_more(article: Article, claims: Mapping[str, Claim], pairs: Sequence[Disagreement]) -> Iterator[Finding]:
    """`source_text_garbled` where quotation marks that should hold a name hold more: `"the East Sea not specified"`."""
    for pair in pairs:
        name = pair.voices[0].exact or ""
        if pair.dimension == "name" and has_phrase(name, article.lang, "predicate"):
            claim = claims[pair.claims[0]]
            start = claim.start + claim.exact.index(name)
            note = say("finding.note.garbled", article.lang, words=name)
            yield Finding("source_text_garbled", (claim.id,), note, start, start + len(name))


def _by_question(pairs: Sequence[Disagreement]) -> list[list[Disagreement]]:
    """The pairs that share a claim and a dimension, together; the first in text order leads."""
    groups: list[list[Disagreement]] = []
    group_of: dict[tuple[str, str], list[Disagreement]] = {}
    for pair in pairs:
        keys = [(claim, pair.dimension) for claim in pair.claims]
        group = next((group_of[key] for key in keys if key in group_of), None)
        if group is None:
            groups.append(group := [])
        group.append(pair)
        group_of.update(dict.fromkeys(keys, group))
    return groups


def from_dates(article: Article, anomalies: Sequence[TemporalAnomaly]) -> Iterator[Finding]:
    """`date_tension` and `date_contradiction`, placed at the first words their derivation quotes."""
    for anomaly in anomalies:
        note = " ".join(dict.fromkeys((anomaly.note, *anomaly.derivation)))
        quoted = [words for step in anomaly.derivation for words in _QUOTED.findall(step)]
        place = next((k for words in quoted if (k := article.text.find(words)) >= 0), None)
        end = None if place is None else place + len(quoted[0])
        yield Finding(f"date_{anomaly.kind}", (), note, place, end)


def single_voices(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """`single_voice` where two names of one institution speak: they count as one source."""
    names: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.claimant != ARTICLE and ": " in claim.claimant:
            names[institution(claim.claimant)].setdefault(claim.claimant, claim)
    for voices in names.values():
        if len(voices) > 1:
            told = [voice.speaker or name for name, voice in voices.items()]
            first = min(voices.values(), key=lambda claim: claim.start)
            note = say("finding.note.single_voice", article.lang, names=say("list.join", article.lang).join(told))
            ids = tuple(claim.id for claim in sorted(voices.values(), key=lambda claim: claim.start))
            yield Finding("single_voice", ids, note, first.start, first.end)
