"""Against a revision in git: nothing deleted, nothing changed, new lines at the end; and what a range changed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from factcheck.errors import WorkspaceError
from factcheck.validate.rules import Problem, problem


def check_against(root: Path, claims_dir: Path, shown: str, revision: str) -> Iterator[Problem]:
    """Every events file, article text and tracked capture of `revision` that is not there whole any more.

    Raises `WorkspaceError` when git does not know the revision.
    """
    folders = {"data": root / "data", shown: claims_dir}
    for path, then in read_revision(root, revision, list(folders)):
        top, _, rest = path.partition("/") if path.startswith("data/") else (shown, "", path[len(shown) + 1 :])
        now = folders[top] / rest
        parts = PurePosixPath(path).parts
        if path.endswith(".jsonl") and parts[-2:-1] == ("events",):
            yield from _check_lines(now, path, then)
        elif top == "data" and path.endswith(".txt"):
            if not now.is_file() or now.read_bytes() != then:
                yield problem("G303", path, None, f"The text is not as it was at {revision}.")
        elif parts[-2:-1] == ("evidence",) and (not now.is_file() or now.read_bytes() != then):
            yield problem("G304", path, None, f"The capture is not as it was at {revision}.")


def _check_lines(now: Path, path: str, then: bytes) -> Iterator[Problem]:
    if not now.is_file():
        yield problem("G301", path, None, "The file is gone, and its events with it.")
        return
    was = then[: then.rfind(b"\n") + 1].split(b"\n")[:-1]
    lines = now.read_bytes().split(b"\n")
    for number, line in enumerate(was, 1):
        if number >= len(lines) or lines[number - 1] != line:
            yield problem("G302", path, number, "This line was deleted or changed, or one was put before it.")
            return


def read_revision(root: Path, revision: str, folders: list[str]) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of every file under `folders` at a revision, as git has them."""
    if revision.startswith("-"):
        raise WorkspaceError(f"{revision!r} is no revision; give a branch, a tag or a commit.")
    git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", about=revision)
    listed = git(root, "ls-tree", "-r", "-z", revision, "--", *folders, about=revision)
    entries = [entry.partition("\t") for entry in listed.decode("utf-8", "surrogateescape").split("\0") if entry]
    blobs = [(meta.split()[2], path) for meta, _, path in entries if meta.split()[1] == "blob"]
    asked = "".join(f"{blob}\n" for blob, _ in blobs).encode()
    answer = git(root, "cat-file", "--batch", about=revision, given=asked)
    at = 0
    for _, path in blobs:
        head = answer[at : answer.index(b"\n", at)]
        start = at + len(head) + 1
        size = int(head.split()[2])
        yield path, answer[start : start + size]
        at = start + size + 1


def git(root: Path, *arguments: str, about: str, given: bytes | None = None) -> bytes:
    """What a git command prints. Raises `WorkspaceError` when there is no git, no repository, or no such revision."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, input=given, check=True)
    except FileNotFoundError:
        raise WorkspaceError("git is not installed, and earlier revisions are in git; install it.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = f" ({said[0]})" if said else ""
        raise WorkspaceError(
            f"git does not know {about!r} in {root}{reason}; give a branch, a tag or a commit."
        ) from None
    return done.stdout
