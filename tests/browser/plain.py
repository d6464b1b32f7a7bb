"""A widget in a plain page: its own script and style, its own Python behind it, no JupyterLab. Fast, for many cases."""

from __future__ import annotations

import json
from typing import Any

MOUNT = """
async ([source, traits]) => {
  const module = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const hearers = new Set();
  window.sent = [];
  window.model = {
    get: (name) => traits[name],
    on: (name, hear) => hearers.add(hear),
    off: (name, hear) => hearers.delete(hear),
    send: (message) => {
      window.sent.push(message);
      if (!window.deaf) window.toPython(message).then((reply) => [...hearers].forEach((hear) => hear(reply)));
    },
  };
  window.another = (el) => module.default.render({ model: window.model, el });
  window.anotherWith = (model, el) => module.default.render({ model, el });
  window.end = module.default.render({ model: window.model, el: document.getElementById("host") });
}
"""
PAGE = """<!doctype html><html lang="en"><head><title>factcheck</title><meta charset="utf-8"></head>
<body data-jp-theme-light="true" style="margin:0"><main id="host" style="width:1400px"></main></body></html>"""


class Plain:
    """A page with one widget in it."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": 1440, "height": 960}, **options)
        self.context.set_default_timeout(60_000)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        self.asked: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.widget: Any = None

    def mount(self, widget: Any, wait_for: str = ".fc-claim") -> Any:
        """Show the widget and return the page."""
        if self.widget is None:
            self.page.expose_function("toPython", lambda message: _plain(self.widget.handle_command(message)))
        self.widget = widget
        self.page.set_content(PAGE)
        self.page.add_style_tag(content=widget._css)
        names = ("article_id", "interface_lang", "interface_words", "vocabulary")
        traits = {name: getattr(widget, name, None) for name in names}
        self.page.evaluate(MOUNT, [widget._esm, _plain(traits)])
        self.page.wait_for_selector(wait_for)
        return self.page

    def dark(self) -> None:
        """The theme as JupyterLab's dark one sets it."""
        self.page.evaluate("document.body.dataset.jpThemeLight = 'false'; document.body.style.background = '#111'")

    def close(self) -> None:
        self.context.close()


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value))
