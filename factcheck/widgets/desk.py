"""The desk as a widget: what is mine to do, new articles, what the tool noticed in them, triage."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from factcheck.errors import ArticleError, EvidenceError, FactcheckError
from factcheck.widgets import assets
from factcheck.widgets.agenda import agenda, article_card
from factcheck.widgets.commands import Send, told_of
from factcheck.widgets.screen import CheckScreen
from factcheck.widgets.snapshot import interface_words, vocabulary

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

DECLARED = ("outlet", "author", "url", "archived_url", "page_date", "published", "lang")


class Desk(anywidget.AnyWidget):
    """The desk of a workspace. A check screen opens in its place; commands that name an article are that screen's."""

    _esm = assets.script(*assets.CHECK, "desk.js")
    _css = assets.style()
    interface_lang = traitlets.Unicode("ar").tag(sync=True)
    interface_words = traitlets.Dict().tag(sync=True)
    vocabulary = traitlets.Dict().tag(sync=True)

    def __init__(self, workspace: Workspace, lang: str = "ar") -> None:
        self._workspace = workspace
        self._screens: dict[str, CheckScreen] = {}
        super().__init__(
            interface_lang=lang,
            interface_words=interface_words(workspace.config.labels),
            vocabulary=vocabulary(),
        )
        self.on_msg(self._receive)

    def handle_command(self, command: Any, acknowledge: Send | None = None) -> dict[str, Any]:
        """Carry out one command: of the desk itself, or of the check screen of the article it names."""
        named = command.get("article") if isinstance(command, dict) else None
        try:
            if isinstance(named, str):
                return {**self._screen(named).handle_command(command, acknowledge), "article": named}
            return {"ok": True, **self._run(command), **_answer_to(command)}
        except FactcheckError as error:
            return {"ok": False, "code": "refused", "message": str(error), **told_of(error), **_answer_to(command)}

    def snapshot(self) -> dict[str, Any]:
        """Everything the desk shows, as plain JSON values."""
        ids = self._workspace.current_ids()
        screens = {one: self._screen(one) for one in ids}
        me = next((screen.author for screen in screens.values()), None)
        for screen in screens.values():
            screen.refresh()
        return {
            "author": me,
            "example": self._workspace.config.example,
            **agenda({one: screen.state for one, screen in screens.items()}, me, date.today()),
            "articles": [article_card(self._workspace.article(one), screens[one]) for one in ids],
        }

    def _run(self, command: Any) -> dict[str, Any]:
        match command:
            case {"cmd": "hello" | "refresh"}:
                return {"desk": self.snapshot()}
            case {"cmd": "article.add", "args": dict(args)}:
                return {"added": self._add(args), "desk": self.snapshot()}
        return {"ok": False, "code": "unknown_command", "message": "The desk knows hello, refresh and article.add."}

    def _add(self, args: dict[str, Any]) -> str:
        """Bring in the text that was pasted or read from a file, or the page at a URL; the new article's id."""
        from factcheck.capture.articles import add_page, add_text

        given = {name: args[name] for name in DECLARED if isinstance(args.get(name), str) and args[name]}
        wanted, folder = args.get("id") or None, self._workspace.data_dir
        if (data := _bytes_of(args)) is not None:
            article = add_text(data, Path(_file_name(args)), folder, article_id=wanted, **given)
        elif url := given.pop("url", ""):
            try:
                article = add_page(url, folder, self._workspace.claims_dir, article_id=wanted, **given)
            except EvidenceError as error:
                raise error if error.key else EvidenceError(str(error), "told.page", url=url) from None
        else:
            raise ArticleError("There is nothing to add; give a text, a file or the page's address.", "told.nothing")
        self._workspace.extract(article.id)
        return article.id

    def _screen(self, article_id: str) -> CheckScreen:
        if article_id not in self._screens:
            self._screens[article_id] = CheckScreen(self._workspace, article_id)
        return self._screens[article_id]

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        self.send(self.handle_command(content, self.send))

    def __repr__(self) -> str:
        shown = self.snapshot()
        return f"Desk(articles={len(shown['articles'])}, mine={len(shown['mine'])}, review={len(shown['review'])})"


def _bytes_of(args: dict[str, Any]) -> bytes | None:
    """The bytes of the file that was chosen, as they are, else those of the text that was pasted."""
    file, text = args.get("file"), args.get("text")
    if isinstance(file, str):
        return base64.b64decode(file)
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) and text.strip() else None


def _file_name(args: dict[str, Any]) -> str:
    """What the chosen file is called, without folders; empty for a text that was pasted."""
    return str(args.get("name") or "").replace("\\", "/").rpartition("/")[2]


def _answer_to(command: Any) -> dict[str, Any]:
    return {"cmd_id": command.get("cmd_id") if isinstance(command, dict) else None}
