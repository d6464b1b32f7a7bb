"""The dashboard served: a page on this machine with the editor's queue and the charts, kept alive by voila."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck.cli.notebooks import notebook_text
from factcheck.errors import FactcheckError
from factcheck.workspace import Workspace

_HANG_UP = getattr(signal, "SIGHUP", signal.SIGTERM)  # a terminal that is closed; Windows has none
CELLS = (
    "from factcheck import Workspace\n"
    "from factcheck.widgets.served import show_charts, show_queue\n\n"
    "workspace = Workspace.open()",
    "show_queue(workspace, {article!r}, {lang!r})",
    "show_charts(workspace, {article!r}, {lang!r})",
)


def serve_dashboard(workspace: Workspace, article: str | None, lang: str, port: int, *, browser: bool = True) -> int:
    """Serve the dashboard at http://127.0.0.1:PORT until it is interrupted; the exit code of the server.

    Raises `FactcheckError` where voila is not installed.
    """
    if find_spec("voila") is None:
        raise FactcheckError("Serving needs the package voila; install it with: pip install 'factcheck[voila]'.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        notebook = write_notebook(folder, article, lang)
        data = write_template(folder)
        command = [
            sys.executable, "-m", "voila", str(notebook), f"--port={port}", "--Voila.ip=127.0.0.1",
            "--Voila.port_retries=0", "--template=factcheck", *([] if browser else ["--no-browser"]),
        ]  # fmt: skip
        path = os.pathsep.join(filter(None, [str(data), os.environ.get("JUPYTER_PATH")]))
        given = {**os.environ, "JUPYTER_PATH": path, "FACTCHECK_WORKSPACE": str(workspace.root)}
        given["FACTCHECK_CLAIMS_DIR"] = str(workspace.claims_dir)
        return run_server(command, env=given)


def run_server(command: Sequence[str], **how: Any) -> int:
    """Run a server until it ends; its exit code. SIGTERM is passed on to it, so that it ends its kernels and itself.

    Ctrl+C reaches the server by itself: it stands in the terminal's foreground too, and may ask whether that was meant.
    """
    server = subprocess.Popen(command, **how)
    before = {one: signal.signal(one, lambda *_: server.terminate()) for one in (signal.SIGTERM, _HANG_UP)}
    interrupted = False
    try:
        while True:
            try:
                code = server.wait()
                return code if code >= 0 else 0 if interrupted else 128 - code
            except KeyboardInterrupt:
                interrupted = True
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def write_notebook(folder: Path, article: str | None, lang: str) -> Path:
    """The notebook that voila runs, in `folder`."""
    cells = [source.format(article=article, lang=lang) if i else source for i, source in enumerate(CELLS)]
    notebook = folder / "dashboard.ipynb"
    notebook.write_text(notebook_text(cells), "utf-8")
    return notebook


def write_template(folder: Path) -> Path:
    """Voila's own template without the icon fonts it would fetch from the web; the data folder to look in."""
    data = folder / "share" / "jupyter"
    own = data / "voila" / "templates" / "factcheck"
    own.mkdir(parents=True)
    lab = Path(sys.prefix) / "share" / "jupyter" / "voila" / "templates" / "lab" / "index.html.j2"
    try:
        lines = lab.read_text("utf-8").splitlines(keepends=True)
    except OSError:
        raise FactcheckError(
            f"Voila's template is not at {lab}; install voila again: pip install 'factcheck[voila]'."
        ) from None
    (own / "index.html.j2").write_text("".join(line for line in lines if "https://" not in line), "utf-8")
    (own / "conf.json").write_text('{"base_template": "lab"}', "utf-8")
    return data
