"""What the served dashboard shows: the editor's queue, then every chart under its heading. IPython has no types."""

from __future__ import annotations

from datetime import date
from typing import Any

from IPython import display as screen

from factcheck.lang.interface import say
from factcheck.widgets.review import EditorQueue
from factcheck.workspace import Workspace


def show_queue(workspace: Workspace, article: str | None, lang: str) -> None:
    """The queue of all articles; a training example says so above it."""
    _heading(say("desk", lang), lang, 1)
    if workspace.config.example:
        _heading(say("training_example", lang), lang, 3)
    _show(EditorQueue(workspace, lang))


def show_charts(workspace: Workspace, article: str | None, lang: str) -> None:
    """The charts of the dashboard page, for one article or all."""
    from factcheck import charts
    from factcheck.report.dashboard import accounts_of, overview_charts, tables_of

    ids = [article] if article else workspace.current_ids()
    pieces = [(workspace.article(one), workspace.reading(one), workspace.state(one)) for one in ids]
    tables = tables_of(pieces)
    for _, chart, heading in overview_charts(tables, lang, date.today()):
        _heading(say(heading, lang), lang, 2)
        _show(chart)
    compared = [found for piece in pieces if charts.questions(found := accounts_of(piece))]
    if compared:
        _heading(say("accounts_compared", lang), lang, 2)
    for found in compared:
        _show(charts.accounts_chart(found, lang))
    _heading(say("dashboard.claims", lang), lang, 2)
    _show(charts.linked_chart(tables.claims, lang))


def _heading(words: str, lang: str, level: int) -> None:
    """A heading of the catalogue's own words, which hold no markup."""
    direction = "rtl" if lang == "ar" else "ltr"
    _show(screen.Markdown(f'<div dir="{direction}">\n\n{"#" * level} {words}\n\n</div>'))  # type: ignore[no-untyped-call]


def _show(thing: Any) -> None:
    screen.display(thing)  # type: ignore[no-untyped-call]
