"""The desk's rules before approval and publication: errors where a claim is approved or published, else warnings."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.ledger import ClaimState, Ledger, State
from factcheck.ledger.desk import broken_rules
from factcheck.validate.articles import Read
from factcheck.validate.rules import Problem, problem

_OUT = frozenset({"approved", "published", "updated", "corrected"})


def check_states(root: Path, claims_dir: Path, shown: str, read: dict[str, Read]) -> Iterator[Problem]:
    """What is broken in the state of each article's record, at the latest capture of its text."""
    second_person = _second_person(root)
    for folder in sorted(claims_dir.glob("*/events")):
        work = folder.parent.name
        captures = [one for one in read if one.partition("@")[0] == work]
        if not captures:
            continue
        latest = read[max(captures, key=lambda one: int(one.partition("@")[2] or 1))]
        try:
            state = Ledger(claims_dir, work, claims=latest.claims(), text=latest.text, sha256=latest.sha256).state()
        except FactcheckError as error:
            yield problem("E101", f"{shown}/{work}", None, str(error))
            continue
        yield from _check_state(state, f"{shown}/{work}", second_person)


def _check_state(state: State, shown: str, second_person: bool) -> Iterator[Problem]:
    for claim, events in state.orphans.items():
        yield problem("T206", shown, None, f"The words of {claim}, with {len(events)} events, are not in the text.")
    for claim, events in state.ambiguous.items():
        yield problem("T207", shown, None, f"The words of {claim}, with {len(events)} events, could be several places.")
    for conflict in state.conflicts:
        if conflict.claim is None:
            yield problem("D107", shown, None, f"A conflict is open ({conflict.kind}: {conflict.slot}).", "warning")
    for claim_state in state.claims.values():
        if claim_state.events:
            yield from _check_claim(claim_state, state, shown, second_person)


def _check_claim(claim: ClaimState, state: State, shown: str, second_person: bool) -> Iterator[Problem]:
    out = claim.status in _OUT
    severity, name = ("error", "warning")[not out], claim.claim.id
    if out or (claim.verdict_event and not claim.rejected):
        for broken in broken_rules(claim, state):
            stated = _without_advice(broken.sentence)
            yield problem(broken.code, shown, None, f"{name}: {stated}", severity)  # type: ignore[arg-type]
    elif claim.conflicts:
        kinds = ", ".join(dict.fromkeys(conflict.kind for conflict in claim.conflicts))
        yield problem("D107", shown, None, f"{name}: A conflict is open ({kinds}).", "warning")
    review = claim.review
    if second_person and out and review and claim.verdict_event and review.by == claim.verdict_event.by:
        yield problem("D110", shown, None, f"{name}: {review.by} gave the verdict and approved it.")
    if claim.status in _OUT - {"approved"} and (review is None or review.decision != "approve" or review.stale):
        yield problem("D116", shown, None, f"{name}: It was published, and changed since its last approval.")


def _without_advice(sentence: str) -> str:
    """What a rule misses, without what is to be done behind the last semicolon: the table of rules has that."""
    stated = sentence.rpartition("; ")[0]
    return f"{stated}." if stated else sentence


def _second_person(root: Path) -> bool:
    try:
        return bool(tomllib.loads((root / "factcheck.toml").read_text("utf-8")).get("second_person", True))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return True
