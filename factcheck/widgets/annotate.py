"""The check screen as a widget: an article with its claims, and everything a checker does with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from factcheck.widgets import assets
from factcheck.widgets.screen import CheckScreen
from factcheck.widgets.snapshot import interface_words, vocabulary

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


class ClaimAnnotator(anywidget.AnyWidget):
    """The check screen on one article of a workspace.

    Python owns the state: the screen sends commands and is sent what changed. `handle_command` is the only way in, and
    can be called without a browser. No decision is kept in a trait, so none is saved in a notebook.
    """

    _esm = assets.script(*assets.CHECK, "annotate.js")
    _css = assets.style()
    article_id = traitlets.Unicode().tag(sync=True)
    interface_lang = traitlets.Unicode("ar").tag(sync=True)
    interface_words = traitlets.Dict().tag(sync=True)
    vocabulary = traitlets.Dict().tag(sync=True)

    def __init__(self, workspace: Workspace, article_id: str, lang: str = "ar") -> None:
        self.screen = CheckScreen(workspace, article_id)
        super().__init__(
            article_id=article_id,
            interface_lang=lang,
            interface_words=interface_words(workspace.config.labels),
            vocabulary=vocabulary(),
        )
        self.on_msg(self._receive)

    def handle_command(self, command: Any) -> dict[str, Any]:
        """Carry out one command and return its reply: `ok`, `rev`, and what changed, or the refusal's `code`."""
        return self.screen.handle_command(command)

    def snapshot(self) -> dict[str, Any]:
        """Everything the screen shows, as plain JSON values; offsets in UTF-16 units."""
        return self.screen.snapshot()

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        self.send(self.screen.handle_command(content, self.send))

    def __repr__(self) -> str:
        state = self.screen.state
        return f"ClaimAnnotator(article={self.article_id!r}, claims={len(state.claims)}, rev={state.rev})"
