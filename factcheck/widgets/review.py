"""The editor's queue as a widget: what waits for a decision, what changed since the last look, Approve and Return."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from factcheck.claim import in_article
from factcheck.errors import FactcheckError
from factcheck.ledger import Ledger
from factcheck.ledger.desk import broken_rules
from factcheck.ledger.state import ClaimState, State
from factcheck.widgets import assets
from factcheck.widgets.commands import code_of, rules_of
from factcheck.widgets.snapshot import interface_words, vocabulary

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


class EditorQueue(anywidget.AnyWidget):
    """The claims in review, over all articles. A decision binds what was shown: anything newer refuses it."""

    _esm = assets.script("review.js")
    _css = assets.style()
    interface_lang = traitlets.Unicode("ar").tag(sync=True)
    interface_words = traitlets.Dict().tag(sync=True)
    vocabulary = traitlets.Dict().tag(sync=True)

    def __init__(self, workspace: Workspace, lang: str | None = None) -> None:
        self._workspace = workspace
        self._ledgers: dict[str, Ledger] = {}
        super().__init__(
            interface_lang=lang or workspace.config.interface,
            interface_words=interface_words(workspace.config.labels),
            vocabulary=vocabulary(),
        )
        self.on_msg(self._receive)

    def handle_command(self, command: Any) -> dict[str, Any]:
        """Carry out one command: `hello`, `refresh`, or `decide` (article, claim, decision, comment, seen)."""
        answer = {"cmd_id": command.get("cmd_id") if isinstance(command, dict) else None}
        try:
            match command:
                case {"cmd": "hello" | "refresh"}:
                    return {"ok": True, "queue": self.snapshot(), **answer}
                case {"cmd": "decide", "args": {"article": str(article), "claim": str(claim)}}:
                    self._decide(article, claim, command["args"])
                    return {"ok": True, "queue": self.snapshot(), **answer}
            refusal: dict[str, Any] = {
                "code": "unknown_command",
                "message": "There are hello, refresh and decide.",
            }
        except FactcheckError as error:
            refusal = {"code": code_of(error), "message": str(error), **rules_of(error)}
        return {"ok": False, **refusal, "queue": self.snapshot(), **answer}

    def snapshot(self) -> list[dict[str, Any]]:
        """The queue, the longest waiting first, as plain JSON values."""
        rows = []
        for article_id in self._workspace.current_ids():
            ledger = self._ledger(article_id)
            ledger.refresh()
            state = ledger.state()
            article = self._workspace.article(article_id)
            rows += [
                {**row_of(one, state, _author(ledger)), "article": article_id, "outlet": article.outlet or article_id}
                for one in state.claims.values()
                if one.status == "in_review"
            ]
        return sorted(rows, key=lambda row: (row["since"], row["claim"]))

    def _decide(self, article: str, claim: str, args: dict[str, Any]) -> None:
        """Approve or return, unless somebody wrote about the claim since it was shown."""
        if article not in self._workspace.current_ids():
            raise FactcheckError(f"There is no article {article!r} in this workspace.")
        ledger = self._ledger(article)
        ledger.refresh()
        found = ledger.state().claims.get(claim)
        if found is None or not found.events or found.events[-1].id != args.get("seen"):
            raise FactcheckError("The claim has changed since it was shown; look again and decide then.")
        comment = args.get("comment") or None
        if args.get("decision") == "approve":
            ledger.approve(claim, comment)
        elif args.get("decision") == "return":
            ledger.return_(claim, comment or "")
        else:
            raise FactcheckError(f"The decision is {args.get('decision')!r}; it can be approve or return.")

    def _ledger(self, article_id: str) -> Ledger:
        if article_id not in self._ledgers:
            self._ledgers[article_id] = self._workspace.ledger(article_id)
        return self._ledgers[article_id]

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        self.send(self.handle_command(content))

    def __repr__(self) -> str:
        return f"EditorQueue(waiting={len(self.snapshot())})"


def _author(ledger: Ledger) -> str | None:
    try:
        return ledger.author
    except FactcheckError:
        return None  # nobody can decide then, and the refusal says what to set


def row_of(state: ClaimState, record: State, me: str | None) -> dict[str, Any]:
    """One claim of the queue as an editor needs it; `changes` counts what others wrote since the editor last did."""
    mine = [i for i, event in enumerate(state.events) if event.by == me]
    fresh = state.events[mine[-1] + 1 :] if mine else state.events
    requests = [event for event in state.events if event.kind == "review.request"]
    return {
        "claim": state.claim.id,
        "sentence": state.restated or in_article(state.claim.text),
        "verdict": state.verdict and state.verdict["verdict"],
        "bottom_line": state.summary,
        "sources": dict(Counter(str(item.get("source_type")) for item in state.evidence)),
        "contacts": [str(contact.get("outcome") or "waiting") for contact in state.contacts],
        "questions": [str(ask["question"]) for ask in state.asks if not ask["answers"]],
        "changes": dict(Counter(event.kind for event in fresh)),
        "missing": [rule.code for rule in broken_rules(state, record)],
        "since": requests[-1].at if requests else 0,
        "seen": state.events[-1].id,
    }
