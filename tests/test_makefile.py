"""The Makefile says in a sentence what is missing, and leaves no half-made environment behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "a checkout"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, folder)
    return folder


def make(folder: Path, python3: str | None) -> tuple[int, str]:
    """`make run` with a `python3` that is this script and nothing else of Python on the path."""
    tools = folder / "bin"
    tools.mkdir()
    for tool in ("make", "sh", "touch", "echo", "id", "rm"):
        found = shutil.which(tool)
        assert found
        (tools / tool).symlink_to(found)
    if python3 is not None:
        (tools / "python3").write_text(f"#!/bin/sh\n{python3}\n")
        (tools / "python3").chmod(0o755)
    done = subprocess.run(
        ["make", "run"], cwd=folder, env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


def test_without_venv_the_remedy_is_named(checkout: Path) -> None:
    code, said = make(checkout, f'case "$*" in *ensurepip*) exit 1;; *) exec "{sys.executable}" "$@";; esac')
    assert code and "apt-get install python3-venv" in said.splitlines()[0]
    assert not (checkout / ".venv").exists()


def test_without_python_the_remedy_is_named(checkout: Path) -> None:
    code, said = make(checkout, None)
    assert code and "apt-get install python3 python3-venv" in said.splitlines()[0]


def test_an_old_python_is_refused(checkout: Path) -> None:
    code, said = make(checkout, 'case "$*" in *version_info*) exit 1;; *) echo Python 3.9.2;; esac')
    assert code and "Python 3.11 or newer is needed; this python3 is Python 3.9.2." in said


def test_a_broken_environment_is_said_so(checkout: Path) -> None:
    (checkout / ".venv/bin").mkdir(parents=True)
    (checkout / ".venv/bin/python").symlink_to(checkout / "gone")
    code, said = make(checkout, f'exec "{sys.executable}" "$@"')
    assert code and "The environment in .venv is broken; remove it" in said
    assert (checkout / ".venv/bin/python").is_symlink(), "nothing of the user's is deleted"


def test_an_environment_that_is_up_to_date_is_left_alone(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv/.run").touch()
    os.utime(checkout / "pyproject.toml", (1, 1))
    os.utime(checkout / "constraints.txt", (1, 1))
    done = subprocess.run(["make", "-n", "run"], cwd=checkout, capture_output=True, text=True, check=True)
    assert "Installing packages" not in done.stdout
    os.utime(checkout / "constraints.txt")
    done = subprocess.run(["make", "-n", "run"], cwd=checkout, capture_output=True, text=True, check=True)
    assert "Installing packages" in done.stdout, "newer constraints bring it up to date"
