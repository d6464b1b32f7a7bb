"""What the tests of the record share: a small text with its claims, and writers whose time and ids do not change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from itertools import count
from pathlib import Path

from factcheck.claim import Claim, claim_id
from factcheck.evidence import Evidence
from factcheck.ledger import Ledger
from factcheck.text import quote_around

TEXT = (
    "Two ferries sank off the coast on Monday, the harbour office said. The owner denied that the boats were old.\n"
    "قالت الوزارة إن الميناء سيغلق يومين. وأضاف المتحدث أن أحدًا لم يُصب بأذى.\n"
    "The minister said that tickets will cost 12 pounds next year. Nobody answered the company's telephone.\n"
)
SENTENCES = (
    ("Two ferries sank off the coast on Monday", "indirect_speech"),
    ("the boats were old", "indirect_speech"),
    ("الميناء سيغلق يومين", "indirect_speech"),
    ("أحدًا لم يُصب بأذى", "indirect_speech"),
    ("tickets will cost 12 pounds next year", "indirect_speech"),
    ("Nobody answered the company's telephone", "narrator"),
)
EVIDENCE = Evidence(
    "Register of ships, 2019",
    "The ferry Alba was built in 2003.",
    "supports",
    "primary",
    archived_url="https://archive.example/alba",
    publisher="Harbour office",
)
SECOND = Evidence("Interview with the pilot", "Both went down.", "supports", "primary", withheld="fears for the job")


@cache
def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def claim_at(text: str, start: int, end: int, mode: str = "narrator", **fields: object) -> Claim:
    """The claim at a span of a text, as an extractor would give it."""
    prefix, suffix = quote_around(text, start, end)
    exact = text[start:end]
    one = claim_id(digest(text), start, end, mode)
    return Claim(one, start, end, exact, prefix, suffix, exact, mode, **fields)  # type: ignore[arg-type]


def claims_of(text: str = TEXT, sentences: Sequence[tuple[str, str]] = SENTENCES) -> list[Claim]:
    return [claim_at(text, at, at + len(exact), mode) for exact, mode in sentences if (at := text.find(exact)) >= 0]


def ticking(start: int = 1_700_000_000_000) -> Callable[[], int]:
    """A clock that moves a second at each look."""
    times = count(start, 1000)
    return lambda: next(times)


def numbered(first: int = 1) -> Callable[[], str]:
    """Ids in order, of the form of a UUID of version 7."""
    numbers = count(first)
    return lambda: f"018bcfe5-6800-7000-8000-{next(numbers):012x}"


def open_ledger(folder: Path, author: str = "Amal", text: str = TEXT, **options: object) -> Ledger:
    """A ledger on the small text, as somebody opens it."""
    given = {"claims": claims_of(text), "text": text, "author": author} | options
    return Ledger(folder, "ferries", **given)  # type: ignore[arg-type]


def ready(ledger: Ledger, claim: str) -> None:
    """Do to a claim everything that must be done before another person may approve it."""
    ledger.select(claim, "harm")
    ledger.restate(claim, "The harbour office says that two ferries sank on Monday.")
    ledger.evidence(claim, EVIDENCE)
    ledger.evidence(claim, SECOND)
    ledger.contact(claim, "Press office", role="claimant", outcome="replied")
    ledger.verdict(claim, "true")
