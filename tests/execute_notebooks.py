"""Runs the bundled notebooks on a temporary copy of the frozen record and writes what they show back into them.

    .venv/bin/python tests/execute_notebooks.py [FOLDER]

A notebook is kept executed, because strict nbval compares nothing in a cell without a count; without widget states and
views, because a view without its kernel shows an error where the words of its `repr` would stand.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def main(folder: Path) -> None:
    """Execute every notebook in `folder` and write it back."""
    with frozen_copy() as (copy, environment):
        os.environ.update(environment)
        for path in sorted(folder.glob("*.ipynb")):
            notebook = nbformat.read(path, as_version=4)
            NotebookClient(
                notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": copy}}
            ).execute()
            path.write_text(nbformat.writes(cleaned(notebook)) + "\n", "utf-8")
            print(f"{path.name}: {sum(cell.cell_type == 'code' for cell in notebook.cells)} cells run")


@contextmanager
def frozen_copy() -> Iterator[tuple[Path, dict[str, str]]]:
    """A temporary workspace with a copy of the frozen record, and the environment that points notebooks at it."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for folder in ("data", "notebooks"):
            shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        shutil.copytree(ROOT / "tests" / "record", copy / "record")
        shutil.copy(ROOT / "factcheck.toml", copy)
        yield (
            copy / "notebooks",
            {
                "FACTCHECK_CLAIMS_DIR": str(copy / "record"),
                "FACTCHECK_WORKSPACE": str(copy),
                "FACTCHECK_AUTHOR": "متدرّبة أولى",
                "IPYTHONDIR": str(copy / "ipython"),
            },
        )


def cleaned(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook with nothing in it that differs from run to run."""
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    for number, cell in enumerate(notebook.cells):
        cell.metadata = nbformat.from_dict({})
        cell["id"] = f"cell-{number:02d}"
        for output in cell.get("outputs", ()):
            output.get("data", {}).pop(WIDGET_VIEW, None)
            output.pop("transient", None)
    return notebook


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "notebooks")
