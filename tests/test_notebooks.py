"""The bundled notebooks: kept executed and clean, and strict nbval finds today what they show."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from execute_notebooks import WIDGET_VIEW, frozen_copy

from factcheck.lang.interface import catalogue

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = ["00_desk", "01_extract", "02_annotate", "03_compare", "04_dashboard"]
MOST_BYTES = 200_000
# What differs from run to run, or from machine to machine, and so must not be kept.
UNSTEADY = {  # the digest by which Altair names its data is steady
    "an absolute path": r"(?<![\w/:.<])/(?:home|root|tmp|usr|Users|opt|var|work)/|[A-Z]:\\\\",
    "a memory address": r"\b0x[0-9a-f]{6,}",
    "a random id": r"(?<!data-)\b[0-9a-f]{32}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b",
}


def faults(notebook: nbformat.NotebookNode) -> list[str]:
    """What is wrong with a notebook that is to be kept."""
    found = []
    text = nbformat.writes(notebook)
    if len(text.encode()) >= MOST_BYTES:
        found.append("too large")
    if "widgets" in notebook.metadata or WIDGET_VIEW in text:
        found.append("widget state")
    if notebook.metadata.get("kernelspec", {}).get("name") != "python3":
        found.append("no kernelspec")
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        if not isinstance(cell.execution_count, int):
            found.append("a code cell without a count")
        if any(output.output_type == "error" for output in cell.outputs):
            found.append("an error")
        shown = json.dumps([cell.source, cell.outputs], ensure_ascii=False)
        found += [what for what, pattern in UNSTEADY.items() if re.search(pattern, shown)]
        if re.search(r"^\s*(for|if|while|def|class|try|with)\b", cell.source, re.MULTILINE):
            found.append("logic in a cell")
    return found


def test_every_notebook_of_the_design_is_there():
    assert [path.stem for path in NOTEBOOKS] == NAMES


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_executed_and_clean(path):
    assert faults(nbformat.read(path, as_version=4)) == []


def test_arabic_words_begin_at_the_right_where_jupyterlab_would_begin_a_paragraph_at_the_left():
    for path in NOTEBOOKS:
        for cell in nbformat.read(path, as_version=4).cells:
            for line in cell.source.splitlines() if cell.cell_type == "markdown" else ():
                assert not re.match(r"\W*[\u0620-\u064a]", line) or line.startswith(("#", "<div>")), (path.name, line)


def test_a_static_table_stands_above_every_widget():
    for name in ("00_desk", "02_annotate"):
        notebook = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)
        shown = [
            kind for cell in notebook.cells for output in cell.get("outputs", []) for kind in output.get("data", {})
        ]
        assert "text/html" in shown[:1]


def test_the_dashboard_of_the_worked_example_says_that_it_is_one():
    first = nbformat.read(ROOT / "notebooks" / "04_dashboard.ipynb", as_version=4).cells[0].source
    assert catalogue("ar")["training_example"] in first and "training example" in first.lower()


def _null_count(notebook):
    notebook.cells[1].execution_count = None


def _widget_state(notebook):
    notebook.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}


def _address(notebook):
    _last_output(notebook)["data"]["text/plain"] = "<Screen at 0x7f21b4c0d5e0>"


def _path(notebook):
    _last_output(notebook)["data"]["text/plain"] = "/" + "home/somebody/claims"


def _random_id(notebook):
    _last_output(notebook)["data"]["text/plain"] = "model 0123456789abcdef0123456789abcdef"


def _error(notebook):
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    code[-1].outputs = [nbformat.v4.new_output("error", ename="E", evalue="v", traceback=[])]


def _logic(notebook):
    notebook.cells[1].source += "\nfor one in (): pass"


def _last_output(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", [])][-1]


@pytest.mark.parametrize("change", [_null_count, _widget_state, _address, _path, _random_id, _error, _logic])
def test_a_notebook_that_is_not_clean_is_found(change):
    notebook = nbformat.read(ROOT / "notebooks" / "02_annotate.ipynb", as_version=4)
    code = next(i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    notebook.cells[1], notebook.cells[code] = notebook.cells[code], notebook.cells[1]
    change(notebook)
    assert faults(notebook)


def nbval(folder: Path, environment: dict[str, str], *names: str) -> subprocess.CompletedProcess[str]:
    """Strict nbval over notebooks of the temporary copy, in a pytest of its own."""
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --nbval -p no:cacheprovider -q\n", "ascii")
    command = [sys.executable, "-m", "pytest", "-c", "pytest.ini", *(f"{name}.ipynb" for name in names)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(
        command, cwd=folder, env=clean | environment, capture_output=True, text=True, timeout=280, check=False
    )


def stamps() -> dict[str, tuple[int, int]]:
    """The size and age of everything that running a notebook must leave alone."""
    paths = [*(ROOT / "tests" / "record").rglob("*"), *(ROOT / "claims").rglob("*"), *NOTEBOOKS]
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in paths if path.is_file()}


def test_strict_nbval_finds_in_every_notebook_what_it_shows_and_the_tree_stays_as_it_was():
    before = stamps()
    with frozen_copy() as (folder, environment):
        done = nbval(folder, environment, *NAMES)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert stamps() == before


def test_strict_nbval_finds_a_changed_output_and_a_changed_repr():
    with frozen_copy() as (folder, environment):
        path = folder / "02_annotate.ipynb"
        notebook = nbformat.read(path, as_version=4)
        _last_output(notebook)["data"]["text/plain"] = "ClaimAnnotator(article='vostochny-summit', claims=1, rev=0)"
        path.write_text(nbformat.writes(notebook), "utf-8")
        done = nbval(folder, environment, "02_annotate")
    assert done.returncode == 1 and "1 failed" in done.stdout
