"""The floors of the house: imports go down, rooms on one floor are strangers, what is rationed stays in named rooms."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "factcheck"

# From the ground up. A room may import from the floors below its own, and from itself.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors",),
    ("text", "quantity", "dates"),
    ("verdict", "evidence"),
    ("article", "claim", "events", "finding"),
    ("lang", "anchors"),
    ("extract", "accounts", "chronology", "findings", "ledger", "capture"),
    ("reading",),
    ("table", "agreement"),
    ("charts", "claimreview", "export", "validate", "corpus"),
    ("corpora",),
    ("report",),
    ("workspace",),
    ("cli", "widgets"),
    ("__main__",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# The one way up: the workspace opens its widgets, inside `desk()` and `annotate()` only.
EXCEPTION = ("workspace", "widgets")


def rooms() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if name != "__init__":
            found.setdefault(name, []).append(path)
    return found


def imports_of(path: Path) -> list[tuple[str, int, bool]]:
    """(room, line, inside a function) of each import of the package in a file; typing-only imports count too."""
    tree = ast.parse(path.read_text("utf-8"))
    inside = {id(n) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)}
    found = []
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "factcheck":
            names = [f"factcheck.{a.name}" for a in node.names if a.name != "__version__"]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}:{node.lineno}: relative import; write the whole name"
            names = [node.module]
        for name in names:
            if name.startswith("factcheck."):
                found.append((name.split(".")[1], node.lineno, id(node) in inside))
    return found


def test_every_room_has_a_floor() -> None:
    assert set(rooms()) <= set(FLOOR), set(rooms()) - set(FLOOR)
    assert set(FLOOR) - set(rooms()) <= {"corpus", "claimreview", "agreement"}, "a floor names no room"


@pytest.mark.parametrize("room", sorted(rooms()))
def test_imports_go_down(room: str) -> None:
    wrong = []
    for path in rooms()[room]:
        for target, line, inside in imports_of(path):
            if target == room or FLOOR[target] < FLOOR[room]:
                continue
            if (room, target) == EXCEPTION and (inside or _under_type_checking(path, line)):
                continue
            wrong.append(f"{path.name}:{line} imports {target}")
    assert not wrong, wrong


def _under_type_checking(path: Path, line: int) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    return any(
        isinstance(n, ast.If) and ast.unparse(n.test) == "TYPE_CHECKING" and n.lineno <= line <= (n.end_lineno or 0)
        for n in ast.walk(tree)
    )


def test_pandas_enters_at_the_tables() -> None:
    below = [p for room, paths in rooms().items() if FLOOR[room] < FLOOR["table"] for p in paths]
    assert not [
        p.name for p in below if re.search(r"^\s*(import|from) (pandas|altair|ipywidgets)", p.read_text("utf-8"), re.M)
    ]


CLOCK = re.compile(r"datetime\.now|date\.today|time\.time\(|utcnow|datetime\.today")
RANDOM = re.compile(r"^\s*(import|from) (random|secrets|uuid|uuid_utils)\b|os\.urandom", re.M)
NETWORK = re.compile(r"^\s*(import|from) (urllib\.request|http\.client|socket|requests|httpx|ssl)\b", re.M)


@pytest.mark.parametrize(
    ("pattern", "allowed"),
    [
        (CLOCK, {"ledger", "capture", "cli", "widgets"}),
        (RANDOM, {"ledger"}),
        (NETWORK, {"capture"}),
    ],
    ids=["clock", "random", "network"],
)
def test_only_named_rooms_use(pattern: re.Pattern[str], allowed: set[str]) -> None:
    users = {room for room, paths in rooms().items() for p in paths if pattern.search(p.read_text("utf-8"))}
    assert users <= allowed, users - allowed


def test_files_are_small() -> None:
    long = {
        str(p.relative_to(ROOT)): n
        for p in PACKAGE.rglob("*.py")
        if (n := len(p.read_text("utf-8").splitlines())) > 330
    }
    assert not long, long


def test_no_room_has_an_empty_name() -> None:
    vague = {"utils", "helpers", "common", "manager", "handler"}
    assert not [p for p in PACKAGE.rglob("*.py") if vague & set(re.split(r"[_.]", p.name))]


def test_markup_is_never_made_from_data() -> None:
    """Articles are hostile input: text goes to the screen as text."""
    banned = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write\(|widgets\.HTML\(|\beval\(")
    sources = [p for kind in ("*.py", "*.js") for p in PACKAGE.rglob(kind)]
    assert not [f"{p.name}: {m.group()}" for p in sources if (m := banned.search(p.read_text("utf-8")))]


def test_the_front_door_is_light() -> None:
    code = (
        "import sys, factcheck; print(sorted({'pandas','altair','ipywidgets'} & set(sys.modules)), factcheck.__all__)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert out.startswith("[] "), out


def test_the_front_door_opens_on_what_it_names() -> None:
    import factcheck

    for name in factcheck.__all__:
        assert getattr(factcheck, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        factcheck.nothing  # noqa: B018 - asking is the test


def test_the_project_speaks_of_itself_alone() -> None:
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(git, capture_output=True, text=True, cwd=ROOT, check=True).stdout.splitlines()
    machine_path = re.compile(
        r"(?<![\w.])/(?:home|root|work|Users|tmp)/[A-Za-z]\w*|pypi\.org|registry\.npmjs|files\.pythonhosted"
    )
    texts = {".py", ".md", ".toml", ".tsv", ".js", ".css", ".ipynb", ".json", ".jsonl", ".yml", ".yaml", ".txt", ""}
    found = []
    for name in listed:
        path = ROOT / name
        if path.suffix in texts and path.is_file() and path != Path(__file__):
            m = machine_path.search(path.read_text("utf-8", errors="replace"))
            if m:
                found.append(f"{name}: {m.group()}")
    assert not found, found
