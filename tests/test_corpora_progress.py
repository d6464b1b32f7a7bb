"""How far a run is, where it is shown: a bar in a terminal, widgets in a notebook, Dask's own beside them."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from corpus_pieces import write_corpus
from execute_notebooks import WIDGET_VIEW
from nbclient import NotebookClient

RUN = "from factcheck.corpora.run import extract_corpus\nfound = extract_corpus(['wire.jsonl'], {out!r}, {how})"
CLUSTER = """import distributed
cluster = distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")"""


def executed(folder: Path, *cells: str) -> nbformat.NotebookNode:
    write_corpus(folder / "wire.jsonl", 60)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder}}).execute()
    return notebook


def widgets(notebook: nbformat.NotebookNode, cell: int) -> list[str]:
    """The names of the models a cell shows, with those inside them, and what their labels say."""
    states = notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    shown = [o.data[WIDGET_VIEW]["model_id"] for o in notebook.cells[cell].outputs if WIDGET_VIEW in o.get("data", {})]
    found = []
    while shown:
        state = states[shown.pop(0)]
        found.append(f"{state['model_name']} {state['state'].get('value', '')}")
        shown += [one.removeprefix("IPY_MODEL_") for one in state["state"].get("children", ())]
    return found


def test_a_notebook_shows_a_bar_and_on_a_cluster_dasks_own_beside_it(tmp_path: Path) -> None:
    here = RUN.format(out="here", how="workers=1")
    there = RUN.format(out="there", how="dask=cluster.scheduler_address")
    notebook = executed(tmp_path, here, CLUSTER, there)
    plain, cluster = widgets(notebook, 0), widgets(notebook, 2)
    assert plain[:2] == ["HBoxModel ", "IntProgressModel 60"] and "60 of 60 articles" in plain[2]
    assert "articles/s" in plain[2] and "s left" in plain[2]
    assert "IntProgressModel 60" in cluster and "FloatProgressModel 1.0" in cluster, cluster
    assert any("2 / 2" in one for one in cluster) and any("Finished" in one for one in cluster), cluster


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="A terminal is made by pty.")
def test_a_terminal_shows_a_bar_with_rate_and_time_left(tmp_path: Path) -> None:
    write_corpus(tmp_path / "wire.jsonl", 60)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "extract", "wire.jsonl", "--out", "out", "--workers", "1"]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
    ran = subprocess.Popen(command, cwd=tmp_path, stderr=theirs, stdout=subprocess.PIPE, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 65536):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    assert ran.wait(60) == 0
    text = shown.decode()
    assert "━" in text and "60 of 60 articles" in text and "articles/s" in text and "s left" in text
