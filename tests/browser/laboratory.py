"""A real JupyterLab on a workspace of its own, and a headless Chromium that may speak to it and to nothing else."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import pytest
from plain import Plain
from running_browser import RUNNING, launched

from factcheck.workspace import Workspace

ROOT = Path(__file__).parents[2]
ADA, BASMA = "Ada Editor", "بسمة المدققة"


@dataclass
class Lab:
    """A started JupyterLab: its address, the workspace it stands on, and how to put a notebook there."""

    url: str
    token: str
    root: Path
    pid: int  # the server's process, when it was started directly

    @contextmanager
    def held(self) -> Iterator[None]:
        """The server stands still within: it neither notices that a kernel died nor says so to the page."""
        os.kill(self.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.pid, signal.SIGCONT)

    @property
    def events(self) -> list[dict[str, Any]]:
        """Every event in the record, in no particular order."""
        files = sorted((self.root / "claims").glob("*/events/*.jsonl"))
        return [json.loads(line) for path in files for line in path.read_bytes().splitlines()]

    def notebook(self, name: str, *cells: str) -> str:
        """Write a notebook of these code cells; returns its path under the server's root."""
        nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        nb.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        path = self.root / "notebooks" / f"{name}.ipynb"
        path.write_text(nbformat.writes(nb), "utf-8")
        return f"notebooks/{name}.ipynb"

    def kernels(self) -> list[dict[str, Any]]:
        """The running kernels, as the server lists them."""
        with urllib.request.urlopen(f"{self.url}api/kernels?token={self.token}", timeout=10) as answer:
            return json.load(answer)


def make_workspace(root: Path) -> None:
    """A workspace with the bundled articles, an empty record and the bundled notebooks."""
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, root / name)
    (root / "claims").mkdir()
    shutil.copy(ROOT / "factcheck.toml", root / "factcheck.toml")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with launched() as started:
        RUNNING.append(started)
        yield started
        RUNNING.remove(started)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Iterator[Lab]:
    base = tmp_path_factory.mktemp("lab")
    root = base / "workspace"
    root.mkdir()
    make_workspace(root)
    with started_lab(base, root) as lab:
        yield lab


class started_lab:
    """JupyterLab as a process group of its own, with folders, port and token of its own; all of it ended at the end."""

    def __init__(self, base: Path, root: Path, through_command_line: bool = False) -> None:
        self.base, self.root = base, root
        lab = ["-m", "jupyterlab", f"--ServerApp.root_dir={root}"]
        self.start = ["-m", "factcheck", "lab", "--"] if through_command_line else lab

    def __enter__(self) -> Lab:
        token, port = secrets.token_hex(16), _free_port()
        settings = self.base / "config" / "labconfig"
        settings.mkdir(parents=True)
        quiet = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}
        (settings / "default_setting_overrides.json").write_text(json.dumps(quiet), "utf-8")
        env = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "FACTCHECK_"))}
        env |= {
            "JUPYTER_CONFIG_DIR": str(self.base / "config"),
            "JUPYTER_DATA_DIR": str(self.base / "data"),
            "JUPYTER_RUNTIME_DIR": str(self.base / "runtime"),
            "IPYTHONDIR": str(self.base / "ipython"),
            "FACTCHECK_AUTHOR": ADA,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{env.get('PATH', '')}",
        }
        command = [
            sys.executable, *self.start, "--no-browser",
            "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
            f"--IdentityProvider.token={token}", "--LabApp.expose_app_in_browser=True",
            "--KernelRestarter.restart_limit=1000",  # the server gives a kernel up that dies five times in a row
        ]  # fmt: skip
        if os.geteuid() == 0:
            command.append("--allow-root")
        self.log = (self.base / "lab.log").open("wb")
        self.process = subprocess.Popen(
            command, cwd=self.root, env=env, stdout=self.log, stderr=self.log, start_new_session=True
        )
        lab = Lab(f"http://127.0.0.1:{port}/", token, self.root, self.process.pid)
        for _ in range(240):
            try:
                lab.kernels()
                return lab
            except OSError:
                assert self.process.poll() is None, (self.base / "lab.log").read_text("utf-8")
                time.sleep(0.25)
        self.__exit__()
        raise AssertionError("JupyterLab did not start within a minute: " + (self.base / "lab.log").read_text("utf-8"))

    def __exit__(self, *_: object) -> None:
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, number)
                self.process.wait(10)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
        self.log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Desk:
    """A browser window on the lab. `refused` are the addresses it asked for that are not this machine's."""

    page: Any
    lab: Lab
    refused: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: str, wait_for: str = ".fc .fc-claim") -> Any:
        """Open a notebook, run all of it, and wait until `wait_for` is drawn."""
        self.page.goto(f"{self.lab.url}doc/tree/{path}?token={self.lab.token}")
        self.run_all()
        self.page.wait_for_selector(wait_for, timeout=60_000)
        return self.page

    def run_all(self) -> None:
        """Run every cell as soon as the notebook has its kernel; does not wait for the end."""
        status = "window.jupyterapp?.shell?.currentWidget?.sessionContext?.kernelDisplayStatus"
        self.page.wait_for_function(f"window.jupyterapp?.shell?.currentWidget?.context?.isReady && {status} === 'idle'")
        self.page.evaluate("() => void window.jupyterapp.commands.execute('notebook:run-all-cells')")

    def annotate(self, article: str = "vostochny-summit", name: str = "check", before: str = "", **lang: str) -> Any:
        """Open the check screen on an article in a notebook of its own."""
        given = "".join(f", {key}={value!r}" for key, value in lang.items())
        cell = f"from factcheck import Workspace\nw = Workspace.open().annotate({article!r}{given})\nw"
        return self.open(self.lab.notebook(name, before or "1", cell))

    def saved(self) -> None:
        """Wait until the screen says that everything is on the disk."""
        self.page.wait_for_selector(".fc-saved[data-saved=true]")

    def cells(self) -> list[str]:
        """The notebook's cells by type, to tell whether a key leaked."""
        cells = "[...window.jupyterapp.shell.currentWidget.content.model.cells]"
        return self.page.evaluate(f"{cells}.map(c => c.type + ':' + c.sharedModel.source)")


@pytest.fixture
def desk(browser: Any, lab: Lab) -> Iterator[Desk]:
    yield from opened_desk(browser, lab)


def opened_desk(browser: Any, lab: Lab, **options: Any) -> Iterator[Desk]:
    context = browser.new_context(viewport={"width": 1500, "height": 1000}, **options)
    context.set_default_timeout(20_000)
    window = Desk(context.new_page(), lab)

    def guard(route: Any) -> None:
        if route.request.url.startswith((lab.url, "data:", "blob:")):
            route.continue_()
        else:
            window.refused.append(route.request.url)
            route.abort()

    context.route("**/*", guard)
    window.page.on("pageerror", lambda error: window.errors.append(str(error)))
    yield window
    context.close()
    assert window.refused == [], "the page asked for something that is not on this machine"


@pytest.fixture
def plain(browser: Any) -> Iterator[Plain]:
    window = Plain(browser)
    yield window
    window.close()
    assert [url for url in window.asked if not url.startswith(("blob:", "data:", "about:"))] == []


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace of its own with the bundled articles and an empty record."""
    for name in ("FACTCHECK_CLAIMS_DIR", "FACTCHECK_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FACTCHECK_AUTHOR", ADA)
    root = tmp_path / "workspace"
    root.mkdir()
    make_workspace(root)
    return Workspace.open(root)
