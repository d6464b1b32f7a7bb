"""What changed in verdicts and evidence between two revisions, as rows and as a table for a pull request."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.article import ARTICLE_ID
from factcheck.ledger import ClaimState, Ledger
from factcheck.table import sentence_of
from factcheck.validate.articles import Read, check_articles
from factcheck.validate.history import read_revision

COLUMNS = ("article", "claim", "sentence", "what", "before", "after")


def diff_revisions(root: Path, before: str, after: str, claims: str = "claims") -> list[dict[str, Any]]:
    """One row a change, by article and claim: what changed, and what it was before and is after (empty for nothing)."""
    old, new = _states(root, before, claims), _states(root, after, claims)
    rows = []
    for key in sorted(old.keys() | new.keys(), key=lambda one: (one[0], _start(new.get(one) or old[one]), one[1])):
        was, now = old.get(key), new.get(key)
        there = now or was
        assert there is not None
        sentence = there.restated or sentence_of(there.claim)
        facts_was, facts_now = dict(_facts(was)), dict(_facts(now))
        for what in dict.fromkeys([*facts_was, *facts_now]):
            one, other = facts_was.get(what, ""), facts_now.get(what, "")
            if one != other:
                name = what.partition("\0")[0]
                rows.append(dict(zip(COLUMNS, (key[0], key[1], sentence, name, one, other), strict=True)))
    return rows


def diff_markdown(rows: list[dict[str, Any]]) -> str:
    """The rows as a Markdown table, or one line that says there are none."""
    if not rows:
        return "No verdict, evidence or status changed.\n"
    lines = [f"| {' | '.join(COLUMNS)} |", f"|{' --- |' * len(COLUMNS)}"]
    lines += [f"| {' | '.join(_cell(row[name]) for name in COLUMNS)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _states(root: Path, revision: str, claims: str) -> dict[tuple[str, str], ClaimState]:
    with tempfile.TemporaryDirectory() as name:
        there = Path(name)
        for path, data in read_revision(root, revision, ["data", claims]):
            target = there / path
            if ".." not in target.parts:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
        read: dict[str, Read] = {}
        list(check_articles(there, there / claims, claims, read))
        found: dict[tuple[str, str], ClaimState] = {}
        for article, one in read.items():
            work = article.partition("@")[0]
            if ARTICLE_ID.fullmatch(article) and (there / claims / work / "events").is_dir():
                state = Ledger(there / claims, work, claims=one.claims(), text=one.text, sha256=one.sha256).state()
                found |= {(article, claim): stands for claim, stands in state.claims.items() if stands.events}
        return found


def _facts(claim: ClaimState | None) -> Iterator[tuple[str, str]]:
    if claim is None:
        return
    for conflict in claim.conflicts:
        yield f"conflict: {conflict.kind}", " / ".join(_value(event.data) for event in conflict.events)
    if claim.verdict and not claim.inherited_from:
        yield "verdict", _value(claim.verdict)
    if claim.attribution:
        yield "attribution", _value(claim.attribution)
    if claim.restated:
        yield "restated", claim.restated
    if claim.summary:
        yield "bottom line", claim.summary
    for one in claim.evidence:
        yield f"evidence\0{one['event']}", f"{one['stance']}: {one['source']} {one.get('url') or ''}".strip()
    yield "status", claim.status


def _value(data: dict[str, Any]) -> str:
    words = [", ".join(value) if isinstance(value, list) else str(value) for value in data.values() if value]
    return "; ".join(words)


def _start(claim: ClaimState) -> int:
    return claim.claim.start


def _cell(value: object) -> str:
    text = " ".join(str(value).split())
    for char in "\\`*_[]<>|&":
        text = text.replace(char, f"&#{ord(char)};" if char in "<>|&" else f"\\{char}")
    return text
