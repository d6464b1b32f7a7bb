"""The command line: what each verb leaves behind, and that bad input costs one sentence and writes nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import msgspec
import nbformat
import pytest
from nbclient import NotebookClient

from factcheck.accounts import accounts_sentence
from factcheck.cli import main
from factcheck.lang.interface import catalogue
from factcheck.workspace import Workspace

ROOT = Path(__file__).parent.parent
SEED = "vostochny-summit"
Capture = pytest.CaptureFixture[str]


def run(*arguments: str) -> int:
    """The exit code of `factcheck` with these arguments."""
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    return int(end.value.code or 0)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_extract_prints_one_document_that_keeps_the_contract(desk: Workspace, capfd: Capture) -> None:
    before = tree(desk.root)
    assert run("extract", SEED, "--format", "json") == 0
    out, err = capfd.readouterr()
    document = json.loads(out)
    assert out.count("\n") == 1 and not err
    assert set(document) == {"article", "claims", "disagreements", "temporal_anomalies", "findings"}
    text = desk.article(SEED).text
    for claim in document["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["exact"] and claim["rules"]
    schema = json.loads((ROOT / "factcheck/schema/reading.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert tree(desk.root) == before, "--format only prints"


def test_the_shipped_schema_is_that_of_the_types() -> None:
    from factcheck.reading import document_schema

    shipped = json.loads((ROOT / "factcheck/schema/reading.json").read_text("utf-8"))
    assert shipped == json.loads(json.dumps(document_schema())), "write it anew: docs/extraction.md says how"


def test_extract_of_an_article_writes_its_claims_to_the_byte(desk: Workspace, capfd: Capture) -> None:
    assert run("extract", SEED) == 0
    written = (desk.claims_dir / SEED / "claims.jsonl").read_bytes()
    assert written == (ROOT / "claims" / SEED / "claims.jsonl").read_bytes()
    assert run("extract", SEED) == 0
    assert (desk.claims_dir / SEED / "claims.jsonl").read_bytes() == written
    assert "⁨" in capfd.readouterr().out, "Arabic cells are isolated"


def test_extract_of_several_inputs_is_one_document_a_line(desk: Workspace, capfd: Capture) -> None:
    file = str(desk.data_dir / "harbour-spill.txt")
    assert run("extract", SEED, file, "--format", "jsonl") == 0
    ids = [json.loads(line)["article"]["id"] for line in capfd.readouterr().out.splitlines()]
    assert ids == [SEED, "harbour-spill"]


def test_the_page_date_can_be_given(desk: Workspace, capfd: Capture) -> None:
    for flag in ("--page-date", "--dateline"):
        assert run("extract", SEED, flag, "2023-09-13", "--format", "json") == 0
        assert json.loads(capfd.readouterr().out)["article"]["page_date"] == "2023-09-13"


def test_add_makes_an_article_of_a_file(desk: Workspace, tmp_path: Path, capfd: Capture) -> None:
    source = tmp_path / "Grain Prices.txt"
    source.write_bytes(b"The ministry said prices rose 4 percent.\r\n")
    assert run("add", str(source), "--outlet", "The Post", "--page-date", "2025-03-04") == 0
    article = desk.article("grain-prices")
    assert (
        article.text.endswith("percent.\r\n")
        and article.outlet == "The Post"
        and str(article.page_date) == "2025-03-04"
    )
    arabic = tmp_path / "خبر.txt"
    arabic.write_text("قالت الوزارة إن الأسعار ارتفعت.", "utf-8")
    assert run("add", str(arabic)) == 0
    (named,) = [one for one in desk.article_ids() if one.startswith("article-")]
    assert named == f"article-{desk.article(named).sha256[:8]}"


def test_init_makes_a_workspace_that_add_and_extract_work_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    assert run("init", str(tmp_path / "new desk")) == 0
    monkeypatch.chdir(tmp_path / "new desk")
    assert run("add", str(ROOT / "data/harbour-spill.txt")) == 0
    assert run("extract", "harbour-spill") == 0
    assert (tmp_path / "new desk/claims/harbour-spill/claims.jsonl").stat().st_size > 0
    assert run("claims") == 0 and run("compare", "harbour-spill") == 0


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_new_workspace_is_in_its_language_and_its_desk_stands_and_runs(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "desk"
    assert run("init", str(root), *([] if lang == "ar" else ["--interface", "en"])) == 0
    assert Workspace.open(root).config.interface == lang
    monkeypatch.chdir(root)
    monkeypatch.delenv("FACTCHECK_CLAIMS_DIR", raising=False)
    assert run("add", str(ROOT / "data/harbour-spill.txt")) == 0
    for name in ("00_desk", "01_dashboard"):
        notebook = nbformat.read(root / "notebooks" / f"{name}.ipynb", as_version=4)
        nbformat.validate(notebook)
        assert not any(cell.get("outputs") for cell in notebook.cells)
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(root)}}).execute()
        assert notebook.cells[-1].outputs
    opened: list[list[str]] = []
    monkeypatch.setattr("factcheck.cli.read.run_server", lambda command, **_: opened.append(command) or 0)
    assert run("lab") == 0
    assert "--LabApp.default_url=/lab/tree/notebooks/00_desk.ipynb" in opened[0]


def test_an_interface_of_another_language_is_refused_and_nothing_is_made(tmp_path: Path, capfd: Capture) -> None:
    assert run("init", str(tmp_path / "desk"), "--interface", "fr") == 2
    assert "ar or en" in capfd.readouterr().err and not (tmp_path / "desk").exists()


def test_the_source_of_a_page_is_read_and_said_to_look_like_one(
    desk: Workspace, tmp_path: Path, capfd: Capture
) -> None:
    page = tmp_path / "fire.txt"
    page.write_text("<html><body><p>Ann Bell said five people died in the fire.</p></body></html>", "utf-8")
    assert run("extract", str(page)) == 0
    told = capfd.readouterr()
    assert "looks like the source of a page" in told.err and "factcheck add URL" in told.err
    assert run("extract", SEED) == 0
    assert "source of a page" not in capfd.readouterr().err


def first_claim(desk: Workspace) -> str:
    return desk.claims(SEED)[0].id


def test_a_checkers_path_is_on_disk(desk: Workspace, capfd: Capture) -> None:
    claim = first_claim(desk)
    assert run("select", claim, "--reason", "reach") == 0
    assert run("restate", claim, "جملة تقف وحدها") == 0
    source = ["--source", "the page", "--passage", "كلماتها", "--stance", "refutes", "--url", "https://example.org/a"]
    assert run("evidence", "add", claim[:9], *source) == 0
    assert run("verdict", claim, "false", "--how", "out_of_context") == 0
    assert run("note", claim, "see the second paragraph") == 0
    capfd.readouterr()
    assert run("history", claim, "--format", "json") == 0
    kinds = [event["kind"] for event in json.loads(capfd.readouterr().out)]
    assert kinds == ["triage", "restate", "evidence", "verdict", "note"]
    assert run("claims", SEED, "--verdict", "false", "--format", "json") == 0
    row = next(one for one in json.loads(capfd.readouterr().out) if one["id"] == claim)
    assert row["id"] == claim and row["status"] == "in_progress" and row["claim"] == "جملة تقف وحدها"


def test_a_pair_of_accounts_is_judged_dismissed_and_shown_as_such(desk: Workspace, capfd: Capture) -> None:
    pair = desk.reading(SEED).disagreements[0]
    first, second = pair.claims
    before = len(desk.accounts_table(SEED))
    assert run("judge", SEED, second[:12], first[:12], "dismissed", "--because", "Two launches.") == 0
    assert len(Workspace.open().accounts_table(SEED)) == before - 2
    capfd.readouterr()
    assert run("compare", SEED) == 0
    told = capfd.readouterr().out
    assert "dismissed (judged)" in told and catalogue("ar")["accounts.dismissed"][:20] in told
    assert accounts_sentence(pair, "ar")[-30:] not in told
    assert run("compare", SEED, "--format", "json") == 0
    assert json.loads(capfd.readouterr().out)["judged"][pair.id]["relation"] == "dismissed"
    assert run("judge", SEED, "zzzz", first, "dismissed", "--because", "Two launches.") == 2
    assert run("judge", SEED, first, second, "quarrels", "--because", "Two launches.") == 2


@pytest.mark.parametrize("name", ["Japan", "japan: gov", "طوكيو", "اليابان", "الحكومة"])
def test_a_claimant_is_found_by_its_names_in_both_languages_and_by_the_words_of_the_article(
    name: str, desk: Workspace, capfd: Capture
) -> None:
    japanese = {c.id for c in desk.state(SEED).standing if c.claimant == "Japan: Government"}
    assert run("claims", SEED, "--claimant", name, "--format", "ids") == 0
    found = set(capfd.readouterr().out.split())
    assert japanese and japanese <= found
    assert name == "الحكومة" or found == japanese


def test_undo_takes_a_verdict_back_and_redo_returns_it(desk: Workspace, capfd: Capture) -> None:
    claim = first_claim(desk)
    assert run("verdict", claim, "true", "--reason", "draft", "--format", "json") == 0
    event = json.loads(capfd.readouterr().out)["id"]
    assert run("undo", claim, event, "--format", "json") == 0
    taken_back = json.loads(capfd.readouterr().out)["id"]
    assert desk.state(SEED).claims[claim].verdict is None
    assert run("redo", claim, taken_back) == 0
    assert desk.state(SEED).claims[claim].verdict["verdict"] == "true"


def test_an_event_of_any_kind_obeys_the_same_rules(desk: Workspace, capfd: Capture) -> None:
    claim = first_claim(desk)
    assert run("event", "verdict", claim, "--data", '{"verdict": "true", "reason": "draft"}') == 0
    assert run("event", "verdict", claim, "--data", '{"verdict": "perhaps"}') == 2
    assert run("event", "nothing", claim) == 2
    assert run("event", "note", claim, "--data", "[1]") == 2


def _bad(*arguments: str, says: str) -> tuple[tuple[str, ...], str]:
    return arguments, says


BAD = {
    "missing file": _bad("extract", "none.txt", says="There is no file none.txt"),
    "folder": _bad("extract", "data", "--format", "json", says="no article 'data'|is a folder"),
    "folder added": _bad("add", "data", says="is a folder"),
    "empty": _bad("extract", "empty.txt", says="is empty"),
    "binary": _bad("add", "binary.txt", says="binary file"),
    "wrong encoding": _bad("extract", "cp1256.txt", says="is not UTF-8"),
    "unknown language": _bad("extract", SEED, "--lang", "xx", says="The language 'xx' is not known"),
    "unknown language added": _bad("add", "good.txt", "--lang", "xx", says="The language 'xx' is not known"),
    "no such day": _bad("extract", SEED, "--page-date", "2024-02-31", says="page_date is '2024-02-31'"),
    "no such format": _bad("extract", SEED, "--format", "xml", says="'xml' is not accepted here"),
    "several as one document": _bad("extract", SEED, "harbour-spill", "--format", "json", says="use --format jsonl"),
    "unknown article": _bad("compare", "nothing", says="There is no article 'nothing'"),
    "article that exists": _bad("add", "good.txt", "--id", SEED, says="There is an article 'vostochny-summit' already"),
    "malformed id": _bad("add", "good.txt", "--id", "Two Words", says="cannot be an article's id"),
    "capture number as id": _bad("add", "good.txt", "--id", "x@2", says="cannot be an article's id"),
    "script as url": _bad("add", "good.txt", "--url", "javascript:alert(1)", says="give an address that begins with"),
    "malformed toml": _bad("extract", "badtoml.txt", says="is not valid TOML"),
    "unknown claim": _bad("verdict", "c0000000", "true", says="'c0000000' names no claim"),
    "too short a claim": _bad("note", "c", "x", says="too short for a claim's id"),
    "unknown verdict": _bad("verdict", "{claim}", "perhaps", says="'perhaps'"),
    "unknown reason": _bad("select", "{claim}", "--reason", "boredom", says="'boredom'"),
    "unknown stance": _bad(
        "evidence", "add", "{claim}", "--source", "s", "--passage", "p", "--stance", "likes", says="'likes'"
    ),
    "unknown step": _bad("review", "{claim}", "praise", says="'praise' is no step of a review"),
    "unknown event to undo": _bad("undo", "{claim}", "0192", says="0192"),
    "data that is no JSON": _bad("event", "note", "{claim}", "--data", "{", says="--data is not JSON"),
    "workspace that exists": _bad("init", ".", says="is a workspace already"),
    "no range": _bad("diff", "HEAD", says="is no range"),
    "dashboard nowhere": _bad("dashboard", "--lang", "fr", "--out", "x.html", says="--lang is 'fr'"),
    "no such option": _bad("extract", "--colour", says="No such option"),
    "no such command": _bad("fly", says="No such command"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_costs_a_sentence_and_writes_nothing(desk: Workspace, capfd: Capture, name: str) -> None:
    (desk.root / "empty.txt").write_bytes(b"")
    (desk.root / "binary.txt").write_bytes(b"\x7fELF\x00\x00")
    (desk.root / "cp1256.txt").write_bytes("قالت الوزارة".encode("windows-1256"))
    (desk.root / "good.txt").write_text("The ministry said prices rose.", "utf-8")
    (desk.root / "badtoml.txt").write_text("The ministry said prices rose.", "utf-8")
    (desk.root / "badtoml.toml").write_text("page_date = ", "utf-8")
    arguments, says = BAD[name]
    before = tree(desk.root)
    assert run(*(first_claim(desk) if a == "{claim}" else a for a in arguments)) == 2
    out, err = capfd.readouterr()
    assert not out, "nothing but the sentence is printed"
    assert "Traceback" not in err
    assert re.search(says, err), err
    assert tree(desk.root) == before


def test_without_an_author_nothing_is_decided(desk: Workspace, monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    monkeypatch.delenv("FACTCHECK_AUTHOR")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    before = tree(desk.root)
    assert run("note", first_claim(desk), "x") == 2
    assert "FACTCHECK_AUTHOR" in capfd.readouterr().err and tree(desk.root) == before


@pytest.fixture
def unwritable(desk: Workspace) -> Callable[[], None]:
    """The claims folder as a file: not even root can write into it."""

    def make() -> None:
        for path in desk.claims_dir.iterdir():
            path.unlink()
        desk.claims_dir.rmdir()
        desk.claims_dir.write_text("not a folder", "utf-8")

    return make


def test_a_claims_folder_that_cannot_be_written_is_said_so(
    desk: Workspace, unwritable: Callable[[], None], capfd: Capture
) -> None:
    unwritable()
    assert run("extract", SEED) == 2
    assert "cannot be written" in capfd.readouterr().err


def test_outside_a_workspace_the_remedy_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_WORKSPACE", raising=False)
    assert run("claims") == 2
    assert "factcheck init DIR" in capfd.readouterr().err


def test_a_file_outside_any_workspace_is_only_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("extract", str(ROOT / "tests/../data/harbour-spill.txt"), "--format", "json") == 0
    assert msgspec.json.decode(capfd.readouterr().out)["article"]["lang"] == "en"
    assert not list(tmp_path.iterdir())


def test_the_command_is_installed() -> None:
    out = subprocess.run(
        [sys.executable, "-m", "factcheck", "--version"], capture_output=True, text=True, check=True
    ).stdout
    assert out.startswith("factcheck 0.")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00", b"said \xff\xfe the minister", b"a\x00b"])
def test_a_bad_file_is_refused_also_when_its_language_is_given(
    desk: Workspace, capfd: pytest.CaptureFixture[str], data: bytes
) -> None:
    (desk.root / "bad.txt").write_bytes(data)
    before = tree(desk.root)
    assert run("add", "bad.txt", "--lang", "en") == 2
    assert "Traceback" not in capfd.readouterr().err and tree(desk.root) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "good.txt", "--outlet", "A\udcff"),
        ("add", "good.txt", "--outlet", "A\nB\x1b[31m"),
        ("add", "good.txt", "--id", ""),
        ("add", "good.txt", "--id", "x", "--capture-of", SEED),
        ("add", "n" * 300),
        ("add", ""),
        ("extract", "n" * 300),
        ("extract", "n" * 300 + ".txt"),
        ("extract", ""),
        ("extract", "/dev/zero"),
        ("compare", "n" * 300),
        ("compare", SEED, "--lang", "xx"),
        ("compare", SEED, "harbour-spill", "--format", "json"),
        ("compare", SEED, "--format", "xml"),
        ("claims", "--verdict", "bogus"),
        ("claims", "--status", "bogus"),
        ("claims", "--format", "xml"),
        ("init", "n" * 300),
        ("diff", "HEAD...HEAD"),
    ],
)
def test_odd_arguments_cost_a_sentence(
    desk: Workspace, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    (desk.root / "good.txt").write_text("The ministry said prices rose.", "utf-8")
    before = tree(desk.root)
    assert run(*arguments) == 2
    out, err = capfd.readouterr()
    assert not out and "Traceback" not in err and err.strip() and tree(desk.root) == before


def test_an_event_is_undone_only_on_its_own_claim(desk: Workspace, capfd: pytest.CaptureFixture[str]) -> None:
    one, other = (claim.id for claim in desk.claims("harbour-spill")[:2])
    assert run("note", one, "x", "--format", "json") == 0
    event = json.loads(capfd.readouterr().out)["id"]
    assert run("undo", other, event) == 2
    assert run("undo", one, event) == 0
    assert run("redo", other, event) == 2


def test_a_claim_is_found_by_the_id_it_had_in_an_earlier_capture(
    desk: Workspace, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    claim = next(c for c in desk.claims("harbour-spill") if "60,000" in c.exact)
    assert run("note", claim.id, "before the capture") == 0
    text = "Updated story\n\n" + desk.article("harbour-spill").text
    (tmp_path / "again.txt").write_text(text, "utf-8")
    assert run("add", str(tmp_path / "again.txt"), "--capture-of", "harbour-spill") == 0
    capfd.readouterr()
    assert run("history", claim.id, "--format", "json") == 0
    assert [event["kind"] for event in json.loads(capfd.readouterr().out)] == ["note"]
