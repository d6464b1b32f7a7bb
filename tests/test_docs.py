"""The documentation cannot lie: its commands are run, its links hold, one test command is named everywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEST_COMMAND = "make test"
OPENS_LAB = "make lab"  # the browser tests start and end it
READMES = ("README.md", "README.ar.md")


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tracked files, with this environment in it, in a folder whose name holds a space."""
    copy = tmp_path_factory.mktemp("a checkout") / "repository"
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    (copy / ".venv").symlink_to(ROOT / ".venv")
    return copy


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"FACTCHECK_AUTHOR": "Reader", "PYTHONPATH": str(folder), "PATH": path}
    environment.pop("FACTCHECK_CLAIMS_DIR", None)
    # The environment stands already: make is told (-o) that it need not be made, so that the copy is not installed.
    script = script.replace("make ", "make -o .venv/.run -o .venv/.test ")
    command = ["bash", "-euc", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("readme", READMES)
def test_the_commands_of_the_readme_work(checkout: Path, readme: str) -> None:
    scripts = [one for one in blocks(readme, "sh") if OPENS_LAB not in one]
    assert len(scripts) >= 2
    for script in scripts:
        done = shell(script, checkout)
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
    assert any("make run" in one for one in scripts) and (checkout / "build/dashboard.html").stat().st_size > 10_000


def test_the_python_of_the_readme_works(checkout: Path) -> None:
    (script,) = blocks("README.md", "python")
    done = subprocess.run(
        [str(ROOT / ".venv/bin/python"), "-c", script], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and "compatible" in done.stdout, done.stderr


def test_the_steps_of_the_workflow_work(checkout: Path) -> None:
    text = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    steps = re.findall(r"^\s*- run: (.+)$", text, re.M)
    assert TEST_COMMAND in steps
    for step in steps:
        if step == TEST_COMMAND or step.startswith("git diff"):
            continue  # the first runs this; the second needs the commits that a copy does not have
        done = shell(step, checkout)
        assert done.returncode == 0, f"{step}\n{done.stdout}\n{done.stderr}"


def test_one_test_command_is_named_everywhere() -> None:
    assert f"`{TEST_COMMAND}`" in (ROOT / "README.md").read_text("utf-8")
    assert (ROOT / ".ci/run").read_text("utf-8").splitlines()[-1] == TEST_COMMAND


def test_links_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
            if not target.startswith("http") and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert not broken, broken


def test_the_layout_in_the_readme_is_the_layout() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for name in re.findall(r"^\| `([a-z]+/)` \|", text, re.M) + re.findall(r"^\| `(notebooks/\w+\.ipynb)`", text, re.M):
        assert (ROOT / name).exists(), name
