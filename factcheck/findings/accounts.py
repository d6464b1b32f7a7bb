"""Findings that follow from the accounts compared, from the dates, and from who the voices are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.article import Article
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Disagreement, Finding, TemporalAnomaly
from factcheck.lang.actors import institution
from factcheck.lang.interface import say

_QUOTED = re.compile("[«“]([^»”]+)[»”]")


def from_accounts(article: Article, claims: Sequence[Claim], pairs: Sequence[Disagreement]) -> Iterator[Finding]:
    """`voices_differ` for accounts that contradict, `narrator_exceeds` where the article is firmer than its source."""
    by_id = {claim.id: claim for claim in claims}
    for pair in pairs:
        first, second = (by_id[claim] for claim in pair.claims)
        if pair.relation == "contradicts":
            yield Finding("voices_differ", pair.claims, f"{pair.question} {pair.note}", first.start, first.end)
        for own, other, firmer in ((first, second, "entails"), (second, first, "entailed_by")):
            if own.claimant == ARTICLE and other.claimant != ARTICLE and pair.interval == firmer:
                note = say("finding.note.narrator_exceeds", article.lang, source=other.speaker or other.claimant)
                yield Finding("narrator_exceeds", (own.id, other.id), note, own.start, own.end)


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
