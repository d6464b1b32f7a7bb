"""Notebooks that the command line writes: those of a new workspace, and the one that voila serves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from factcheck.lang.interface import say

DESK = "notebooks/00_desk.ipynb"
_OPENED = "workspace = Workspace.open()"
_NEW = {
    DESK: ("desk", (f"from factcheck import Workspace\n\n{_OPENED}", "workspace.desk()")),
    "notebooks/01_dashboard.ipynb": (
        "dashboard.work",
        (f"from factcheck import Workspace\nfrom factcheck.widgets.served import show_charts\n\n{_OPENED}",
         "show_charts(workspace, None, workspace.config.interface)"),
    ),
}  # fmt: skip


def write_new_notebooks(root: Path, lang: str) -> None:
    """The notebooks of a new workspace, without outputs: the desk, from which every check is opened, and the charts."""
    # In JupyterLab a paragraph always begins at the left; a division begins where its direction does.
    for name, (title, cells) in _NEW.items():
        heading = f"# {say(title, lang)}"
        how = say("notebook.run", lang)
        words = f'<div dir="rtl">\n\n{heading}\n\n<div>{how}</div>\n\n</div>' if lang == "ar" else f"{heading}\n\n{how}"
        (root / name).write_text(notebook_text(cells, words), "utf-8")


def notebook_text(cells: Sequence[str], words: str | None = None) -> str:
    """A notebook of code cells that have not run, under `words` in Markdown."""
    made: list[dict[str, object]] = []
    if words:
        made.append({"cell_type": "markdown", "id": "words", "metadata": {}, "source": words})
    made += [
        {"cell_type": "code", "id": f"cell-{i}", "metadata": {}, "execution_count": None, "outputs": [], "source": cell}
        for i, cell in enumerate(cells)
    ]
    spec = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    whole = {"cells": made, "metadata": spec, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
