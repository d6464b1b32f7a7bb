"""Scripts and styles of the widgets: a few plain files joined into the one module that a widget carries with it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

SHARED = ("base.js", "channel.js", "fields.js")
CHECK = ("article.js", "list.js", "check.js", "sections.js", "keys.js", "saved.js", "screen.js")


@cache
def script(*names: str) -> str:
    """The shared files and `names`, joined; the last one exports the widget. Nothing is fetched at run time."""
    return "\n".join(_read(name) for name in (*SHARED, *names))


@cache
def style() -> str:
    """The style sheet of every widget."""
    return _read("widgets.css")


def _read(name: str) -> str:
    return files(__package__).joinpath("static", name).read_text("utf-8")
