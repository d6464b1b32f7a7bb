"""What must hold of a claim before it is approved or published: a table of rules, each with its code and sentence.

They follow the desk's own practice and the IFCN's code of principles (sources, fairness, transparency, corrections).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.ledger.state import ClaimState, State


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that does not hold: its code (docs/rules.md) and what is missing, in a sentence."""

    code: str
    sentence: str


def broken_before_approval(claim: ClaimState, state: State, approver: str, second_person: bool = True) -> list[Broken]:
    """The rules a claim breaks if `approver` approves it now; empty when it may be approved."""
    found = broken_rules(claim, state)
    if second_person and claim.verdict_event is not None and claim.verdict_event.by == approver:
        found.append(Broken("D110", f"{approver} gave the verdict; somebody else approves it."))
    return found


def broken_rules(claim: ClaimState, state: State) -> list[Broken]:
    """The rules a claim breaks, whoever approves it, in the order of their codes."""
    return [Broken(code, sentence) for code, rule in RULES.items() if (sentence := rule(claim, state))]


def _verdict(claim: ClaimState, state: State) -> str | None:
    return None if claim.verdict else "There is no verdict; give one."


def _source(claim: ClaimState, state: State) -> str | None:
    if claim.evidence or not claim.verdict or claim.verdict["verdict"] in ("not_checkable", "unproven"):
        return None
    return "The verdict has no source; add evidence."


def _second_source(claim: ClaimState, state: State) -> str | None:
    bearing = [one for one in claim.evidence if one["stance"] != "context"]
    sources = {(one.get("publisher") or one["source"]).strip().lower() for one in bearing}
    if len(sources) != 1 or any(one.get("sole") for one in bearing):
        return None
    return "There is a single source; add another, or say why this one alone can know (sole)."


def _contact(claim: ClaimState, state: State) -> str | None:
    if any(contact.get("role") in ("claimant", "publisher") for contact in claim.contacts):
        return None
    return "Nobody tried to reach the claimant; log a contact with the role claimant (or publisher)."


def _passage(claim: ClaimState, state: State) -> str | None:
    if all(one.get("passage") for one in claim.evidence):
        return None
    return "A piece of evidence has no passage; quote the words that bear on the claim."


def _archive(claim: ClaimState, state: State) -> str | None:
    if all(one.get("archived_url") or one.get("digest") or one.get("withheld") for one in claim.evidence):
        return None
    return "A piece of evidence has no archived copy; give archived_url, or capture it."


def _conflict(claim: ClaimState, state: State) -> str | None:
    if not claim.conflicts:
        return None
    kinds = ", ".join(dict.fromkeys(conflict.kind for conflict in claim.conflicts))
    return f"A conflict is open ({kinds}); resolve it."


def _date(claim: ClaimState, state: State) -> str | None:
    settled = {*claim.settled, *state.settled}
    for mention in claim.claim.dates:
        by_page = mention.basis == "page_date" and "page_date" in settled
        if not mention.settled and mention.exact not in settled and not by_page:
            return f"The date «{mention.exact}» is not settled; settle it with its evidence (date.settle)."
    return None


def _why(claim: ClaimState, state: State) -> str | None:
    return _needs(claim, "not_checkable", ("why",))


def _searched(claim: ClaimState, state: State) -> str | None:
    return _needs(claim, "unproven", ("searched",))


def _misleading(claim: ClaimState, state: State) -> str | None:
    return _needs(claim, "misleading", ("fact", "impression"))


def _partly(claim: ClaimState, state: State) -> str | None:
    return _needs(claim, "partly_true", ("part",))


def _future(claim: ClaimState, state: State) -> str | None:
    if not claim.verdict or claim.verdict.get("why") != "future" or claim.verdict.get("checkable_on"):
        return None
    return "A future claim needs the day it can be checked on (checkable_on)."


def _restated(claim: ClaimState, state: State) -> str | None:
    return None if claim.restated else "The claim is not restated; say it in one sentence that a stranger understands."


def _needs(claim: ClaimState, verdict: str, names: tuple[str, ...]) -> str | None:
    if not claim.verdict or claim.verdict["verdict"] != verdict:
        return None
    missing = [name for name in names if not claim.verdict.get(name)]
    return f"The verdict {verdict} needs: {', '.join(missing)}." if missing else None


RULES: dict[str, Callable[[ClaimState, State], str | None]] = {
    "D101": _verdict, "D102": _source, "D103": _second_source, "D104": _contact, "D105": _passage, "D106": _archive,
    "D107": _conflict, "D108": _date, "D109": _restated, "D111": _why, "D112": _searched, "D113": _misleading,
    "D114": _partly, "D115": _future,
}  # fmt: skip
