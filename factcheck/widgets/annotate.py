"""The check screen: an article with its claims, and everything a checker does with one, as one widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from factcheck.errors import FactcheckError
from factcheck.ledger import ClaimState
from factcheck.widgets import assets
from factcheck.widgets.commands import Commands
from factcheck.widgets.snapshot import (
    article_view,
    claim_view,
    conflict_view,
    interface_words,
    progress,
    state_view,
    vocabulary,
)

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


class ClaimAnnotator(anywidget.AnyWidget):
    """The check screen on one article of a workspace.

    Python owns the state: the screen sends commands and is sent what changed. `handle_command` is the only way in, and
    can be called without a browser. No decision is kept in a trait, so none is saved in a notebook.
    """

    _esm = assets.script("article.js", "list.js", "check.js", "sections.js", "keys.js", "annotate.js")
    _css = assets.style()
    article_id = traitlets.Unicode().tag(sync=True)
    interface_lang = traitlets.Unicode("ar").tag(sync=True)
    interface_words = traitlets.Dict().tag(sync=True)
    vocabulary = traitlets.Dict().tag(sync=True)

    def __init__(self, workspace: Workspace, article_id: str, lang: str = "ar") -> None:
        self._article = workspace.article(article_id)
        self._reading = workspace.reading(article_id)
        self._example = workspace.config.example
        self._ledger = workspace.ledger(article_id)
        self._commands = Commands(self._ledger, self._article.text)
        self._sent: dict[str, ClaimState] = {}
        super().__init__(
            article_id=article_id,
            interface_lang=lang,
            interface_words=interface_words(workspace.config.labels),
            vocabulary=vocabulary(),
        )
        self.on_msg(self._receive)

    def handle_command(self, command: Any) -> dict[str, Any]:
        """Carry out one command and return its reply: `ok`, `rev`, and what changed, or the refusal's `code`."""
        reply = dict(self._commands.carry_out(command))
        if reply.pop("full", False) or self._is_rebuilt():
            reply["snapshot"] = self.snapshot()
        else:
            reply["patch"] = self._patch()
        return reply

    def snapshot(self) -> dict[str, Any]:
        """Everything the screen shows, as plain JSON values; offsets in UTF-16 units."""
        state, offsets = self._ledger.state(), self._commands.offsets
        self._sent = dict(state.claims)
        return {
            "rev": state.rev,
            "author": self._author(),
            "example": self._example,
            "article": article_view(self._article, self._reading, offsets),
            "claims": [
                {**claim_view(one.claim, offsets), **state_view(one)}
                for one in sorted(state.claims.values(), key=lambda one: (one.claim.start, one.claim.end))
            ],
            "lost": self._lost(),
            **self._whole(),
        }

    def _patch(self) -> dict[str, Any]:
        """What changed since the screen was last told."""
        state = self._ledger.state()
        changed = {key: one for key, one in state.claims.items() if self._sent.get(key) is not one}
        self._sent.update(changed)
        return {
            "rev": state.rev,
            "claims": {key: state_view(one) for key, one in changed.items()},
            **self._whole(),
        }

    def _whole(self) -> dict[str, Any]:
        """What concerns the article as a whole."""
        state = self._ledger.state()
        return {
            "progress": progress(state),
            "judged": state.judged,
            "settled": state.settled,
            "conflicts": [conflict_view(one) for one in state.conflicts if one.claim is None],
            "warnings": state.warnings,
        }

    def _lost(self) -> list[dict[str, Any]]:
        """Claims of the record that no longer have a certain place, with how many events they bear."""
        state = self._ledger.state()
        found = (("orphaned", state.orphans), ("ambiguous", state.ambiguous))
        return [{"id": key, "anchor": how, "n": len(events)} for how, lost in found for key, events in lost.items()]

    def _is_rebuilt(self) -> bool:
        """Whether claims came, went or were moved, so that the article must be drawn again."""
        claims = self._ledger.state().claims
        if claims.keys() != self._sent.keys():
            return True
        return any(one.claim != self._sent[key].claim for key, one in claims.items() if one is not self._sent[key])

    def _author(self) -> str | None:
        try:
            return self._ledger.author
        except FactcheckError:
            return None

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        self.send(self.handle_command(content))

    def __repr__(self) -> str:
        state = self._ledger.state()
        return f"ClaimAnnotator(article={self.article_id!r}, claims={len(state.claims)}, rev={state.rev})"
