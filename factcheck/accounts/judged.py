"""Accounts as people judged them: a relation corrected, a pair dismissed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from factcheck.events.kinds import DISMISSED
from factcheck.finding import Disagreement, Finding


def as_judged(pairs: Iterable[Disagreement], judged: Mapping[str, Mapping[str, Any]]) -> list[Disagreement]:
    """The pairs with the relation that people gave them, without those they dismissed.

    `judged` holds the `disagreement.judge` event that counts, by the id of its pair (`State.judged`).
    """
    return [
        replace(pair, relation=judged[pair.id]["relation"]) if pair.id in judged else pair
        for pair in pairs
        if not is_dismissed(pair.id, judged)
    ]


def standing_findings(
    findings: Iterable[Finding], pairs: Iterable[Disagreement], judged: Mapping[str, Mapping[str, Any]]
) -> list[Finding]:
    """The findings without those that rest on pairs of accounts which people dismissed or found not to contradict."""
    standing = as_judged(pairs, judged)
    resting = {
        "voices_differ": [frozenset(pair.claims) for pair in standing if pair.relation == "contradicts"],
        "narrator_exceeds": [frozenset(pair.claims) for pair in standing],
    }
    return [
        finding
        for finding in findings
        if finding.kind not in resting or any(pair <= set(finding.claims) for pair in resting[finding.kind])
    ]


def is_dismissed(pair_id: str, judged: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether a person found that a pair is none."""
    return pair_id in judged and judged[pair_id]["relation"] == DISMISSED
