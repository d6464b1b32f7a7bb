"""What a checker does, each on a claim: select, skip, restate, verdict, evidence … and the history of it."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
import typer

from factcheck.cli.find import ledger_of_claim
from factcheck.cli.show import one_of, print_json, print_table
from factcheck.errors import LedgerError
from factcheck.events import Event
from factcheck.evidence import Evidence
from factcheck.ledger import Ledger
from factcheck.workspace import Workspace

ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or its first characters.")]
Author = Annotated[str | None, typer.Option(help="Who decides; by default FACTCHECK_AUTHOR, else git's user.name.")]
Format = Annotated[str | None, typer.Option("--format", callback=one_of("json"), help="json: one document.")]
Text = Annotated[str, typer.Argument()]


def register(app: typer.Typer) -> None:
    """Give the commands of this room to `app`."""
    for command in (
        select, skip, restate, verdict, attribution, contact, note, ask, answer, review, event, history, conflicts,
        resolve, undo, redo,
    ):  # fmt: skip
        app.command()(command)
    sources = typer.Typer(help="Evidence for a claim.", no_args_is_help=True)
    sources.command("add")(evidence_add)
    app.add_typer(sources, name="evidence")


def select(claim: ClaimId, reason: str = "reach", author: Author = None, output: Format = None) -> None:
    """Choose a claim for checking; the reason is reach, harm, public_figure or reader_request."""
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    written(ledger.select(claim_id, reason), output)


def skip(claim: ClaimId, reason: str, author: Author = None, output: Format = None) -> None:
    """Leave a claim unchecked; the reason is opinion, trivial, duplicate or out_of_scope."""
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    written(ledger.skip(claim_id, reason), output)


def restate(claim: ClaimId, text: Text, author: Author = None, output: Format = None) -> None:
    """Say the claim in one sentence that a stranger understands."""
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    written(ledger.restate(claim_id, text), output)


def verdict(
    claim: ClaimId,
    verdict: Annotated[str, typer.Argument(help="true, partly_true, misleading, false, unproven, conflicting, …")],
    how: Annotated[list[str] | None, typer.Option(help="fabricated, altered, out_of_context … (repeatable).")] = None,
    why: Annotated[str | None, typer.Option(help="For not_checkable: opinion, future, no_access, too_vague.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why there is no source yet (a draft).")] = None,
    searched: Annotated[str | None, typer.Option(help="For unproven: where was searched.")] = None,
    fact: Annotated[str | None, typer.Option(help="For misleading: which facts hold.")] = None,
    impression: Annotated[str | None, typer.Option(help="For misleading: which impression is wrong.")] = None,
    part: Annotated[str | None, typer.Option(help="For partly_true: which part holds, which does not.")] = None,
    checkable_on: Annotated[str | None, typer.Option(help="For a future claim: the day, YYYY-MM-DD.")] = None,
    author: Author = None,
    output: Format = None,
) -> None:
    """Give a claim a verdict. A denial is judged as a denial: true means that it did not happen."""
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    event = ledger.verdict(
        claim_id, verdict, how=tuple(how or ()), why=why, reason=reason, searched=searched, fact=fact,
        impression=impression, part=part, checkable_on=checkable_on,
    )  # fmt: skip
    written(event, output)


def attribution(
    claim: ClaimId,
    verdict: Annotated[str, typer.Argument(help="said_as_reported, wording_altered, out_of_context, …")],
    original: Annotated[str | None, typer.Option(help="The words as they were said.")] = None,
    language: Annotated[str | None, typer.Option(help="The language they were said in.")] = None,
    translator: Annotated[str | None, typer.Option(help="Who translated them.")] = None,
    recording: Annotated[str | None, typer.Option(help="Where a recording stands.")] = None,
    author: Author = None,
    output: Format = None,
) -> None:
    """Say whether the claimant said it, and in which words."""
    given = {"original": original, "language": language, "translator": translator, "recording": recording}
    _append(claim, "attribution", {"attribution": verdict} | _stated(given), author, output)


def evidence_add(
    claim: ClaimId,
    source: Annotated[str, typer.Option(help="What the source is.")],
    passage: Annotated[str, typer.Option(help="Its words that bear on the claim.")],
    stance: Annotated[str, typer.Option(help="supports, refutes, qualifies or context.")],
    source_type: Annotated[str, typer.Option("--type", help="primary, secondary or tertiary.")] = "secondary",
    url: str | None = None,
    archived_url: str | None = None,
    accessed: Annotated[str | None, typer.Option(help="The day it was read, YYYY-MM-DD.")] = None,
    publisher: str | None = None,
    published: str | None = None,
    based_on: Annotated[str | None, typer.Option(help="The source that this one rests on.")] = None,
    interest: Annotated[str | None, typer.Option(help="What its publisher stands to gain.")] = None,
    withheld: Annotated[str | None, typer.Option(help="Why the source may not be named.")] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch the page at --url, keep a copy, find the passage.")
    ] = False,
    allow_host: Annotated[list[str] | None, typer.Option(help="A host that may lead to a private network.")] = None,
    author: Author = None,
    output: Format = None,
) -> None:
    """Add a source and the passage in it that bears on a claim."""
    given: dict[str, Any] = {
        "source": source, "passage": passage, "stance": stance, "source_type": source_type, "url": url,
        "archived_url": archived_url, "accessed": accessed, "publisher": publisher, "published": published,
        "based_on": based_on, "interest": interest, "withheld": withheld,
    }  # fmt: skip
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    if fetch:
        from factcheck.capture.evidence import fetched_evidence

        if url is None:
            raise LedgerError("--fetch needs the page's address; give it with --url.")
        kept = fetched_evidence(url, passage, ledger.claims_dir / ledger.article / "evidence", allow_host or ())
        given |= {name: value for name, value in kept.items() if given.get(name) is None or name in ("url", "passage")}
    written(ledger.evidence(claim_id, Evidence(**given)), output)


def contact(
    claim: ClaimId,
    who: Annotated[str, typer.Option(help="Whom: a name or an office, never a number or an address.")],
    channel: Annotated[str, typer.Option(help="Letter, telephone, e-mail, in person …")],
    asked: Annotated[str, typer.Option(help="What was asked.")],
    role: str | None = None,
    outcome: Annotated[str | None, typer.Option(help="waiting, replied, declined, no_reply, unreachable.")] = None,
    reply: str | None = None,
    terms: Annotated[str | None, typer.Option(help="on_record, background, off_record.")] = None,
    due: Annotated[str | None, typer.Option(help="The day a reply is due, YYYY-MM-DD.")] = None,
    author: Author = None,
    output: Format = None,
) -> None:
    """Log an attempt to reach the claimant or another source."""
    given = {"who": who, "role": role, "channel": channel, "asked": asked, "outcome": outcome, "reply": reply}
    _append(claim, "contact", _stated(given | {"terms": terms, "due": due}), author, output)


def note(claim: ClaimId, text: Text, author: Author = None, output: Format = None) -> None:
    """Write an internal note on a claim; it is never published."""
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    written(ledger.note(claim_id, text), output)


def ask(
    claim: ClaimId,
    question: Text,
    to: Annotated[str, typer.Option(help="The colleague asked.")],
    author: Author = None,
    output: Format = None,
) -> None:
    """Ask a colleague about a claim; it blocks nothing."""
    _append(claim, "ask", {"to": to, "question": question}, author, output)


def answer(
    claim: ClaimId,
    text: Text,
    question: Annotated[str, typer.Option("--ask", help="The id of the question's event.")],
    author: Author = None,
    output: Format = None,
) -> None:
    """Answer a colleague's question."""
    _append(claim, "answer", {"ask": question, "text": text}, author, output)


def review(
    claim: ClaimId,
    step: Annotated[str, typer.Argument(help="request, approve or return.")],
    comment: str | None = None,
    author: Author = None,
    output: Format = None,
) -> None:
    """Send a claim to a second person, approve it, or return it with a comment."""
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    if step == "request":
        written(ledger.request_review(claim_id, comment), output)
    elif step == "approve":
        written(ledger.approve(claim_id, comment), output)
    elif step == "return":
        written(ledger.return_(claim_id, comment or ""), output)
    else:
        raise LedgerError(f"{step!r} is no step of a review; it can be request, approve or return.")


def event(
    kind: Annotated[str, typer.Argument(help="Any kind of event; see docs/record.md.")],
    subject: Annotated[str | None, typer.Argument(metavar="[CLAIM|CHECK]")] = None,
    data: Annotated[str, typer.Option(help="The event's data as a JSON object.")] = "{}",
    article: Annotated[str | None, typer.Option(help="The article, for an event on no claim.")] = None,
    author: Author = None,
    output: Format = None,
) -> None:
    """Write an event of any kind, by the same rules as the other commands."""
    try:
        values = msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise LedgerError(f'--data is not JSON ({error}); give an object such as \'{{"text": "…"}}\'.') from None
    if not isinstance(values, dict):
        raise LedgerError('--data is not a JSON object; give one such as \'{"text": "…"}\'.')
    workspace = Workspace.open()
    checks = workspace.checks(author)
    if kind.startswith("check.") or (subject and subject in checks.state()):
        written(checks.append(kind, values, check=subject), output)
    elif subject:
        _append(subject, kind, values, author, output)
    elif article:
        written(workspace.ledger(article, author).append(kind, values), output)
    else:
        raise LedgerError(f"An event of kind {kind!r} needs a CLAIM, a CHECK, or --article.")


def history(claim: ClaimId, output: Format = None) -> None:
    """Everything that was decided about a claim, in order."""
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim)
    events = ledger.history(claim_id)
    if output:
        print_json(events)
        return
    rows = [(e.id, e.kind, e.by, _day(e.at), _short(e.data)) for e in events]
    print_table(f"{claim_id}: {len(events)} events", ["event", "kind", "by", "at", "data"], rows)


def conflicts(output: Format = None) -> None:
    """Where two people decided differently without seeing each other, in every article."""
    workspace = Workspace.open()
    found = [(a, c) for a in workspace.current_ids() for c in workspace.state(a).conflicts]
    if output:
        print_json([{"article": a} | msgspec.to_builtins(c) for a, c in found])
        return
    rows = [(c.claim, a, c.kind, e.id, e.by, _short(e.data)) for a, c in found for e in c.events]
    print_table(f"{len(found)} conflicts", ["claim", "article", "kind", "event", "by", "data"], rows)


def resolve(
    claim: ClaimId,
    chosen: Annotated[str, typer.Argument(metavar="EVENT", help="The id of the event that holds.")],
    author: Author = None,
    output: Format = None,
) -> None:
    """Settle a conflict: one of its events holds, and the new event names them all."""
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    written(ledger.resolve(claim_id, chosen), output)


def undo(claim: ClaimId, event: str, author: Author = None, output: Format = None) -> None:
    """Take an event back; both stay in the record."""
    written(_ledger_of_event(claim, event, author).undo(event), output)


def redo(claim: ClaimId, event: str, author: Author = None, output: Format = None) -> None:
    """Take an undo back."""
    written(_ledger_of_event(claim, event, author).redo(event), output)


def _ledger_of_event(claim: str, event: str, author: str | None) -> Ledger:
    """The record that holds a claim, when the event is one of that claim's."""
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    if all(one.id != event for one in ledger.history(claim_id)):
        raise LedgerError(f"There is no event {event[:60]!r} on this claim; factcheck history lists its events.")
    return ledger


def _append(claim: str, kind: str, data: dict[str, Any], author: str | None, output: str | None) -> None:
    ledger, claim_id = ledger_of_claim(Workspace.open(), claim, author)
    written(ledger.append(kind, data, claim=claim_id), output)


def written(event: Event, output: str | None) -> None:
    """Say that an event stands in the record, or print it."""
    if output:
        print_json(event)
    else:
        print(f"Written: {event.kind} on {event.claim or event.check or event.article} ({event.id}).")


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _short(data: dict[str, Any]) -> str:
    return " · ".join(f"{name}: {value}" for name, value in data.items() if value not in (None, "", [], ()))


def _day(at: int) -> str:
    from datetime import UTC, datetime

    try:
        return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return f"at {at} ms"
