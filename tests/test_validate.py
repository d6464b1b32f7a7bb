"""The rules that CI runs: accidents are found in the files, deliberate rewriting against a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from ledgers import EVIDENCE, TEXT, claims_of, digest, numbered, open_ledger, ready, ticking

from factcheck.capture.articles import add_file
from factcheck.errors import WorkspaceError
from factcheck.events import from_line, to_line
from factcheck.ledger import Checks
from factcheck.validate import RULES, diff_markdown, diff_revisions, repair, validate_workspace
from factcheck.workspace import Workspace

CLAIM, OTHER = (claim.id for claim in claims_of()[:2])
EVENTS = Path("claims/ferries/events/amal-s1.jsonl")
UUID = "018bcfe5-6800-7000-8000-00000000ffff"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A workspace with one article, its claims, and five events by Amal; clean but for warnings on drafts."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/ferries.txt").write_text(TEXT, "utf-8")
    (tmp_path / "data/ferries.toml").write_text(f'sha256 = "{digest(TEXT)}"\n')
    (tmp_path / "claims/ferries").mkdir(parents=True)
    rows = [msgspec.json.encode(msgspec.to_builtins(claim) | {"sha256": digest(TEXT)}) for claim in claims_of()]
    (tmp_path / "claims/ferries/claims.jsonl").write_bytes(b"\n".join(rows) + b"\n")
    ledger = open_ledger(tmp_path / "claims", session="s1", clock=ticking(), new_id=numbered())
    for claim in (CLAIM, OTHER):
        ledger.select(claim)
        ledger.note(claim, "Seen in the register, as it stood in spring.")
    ledger.evidence(CLAIM, EVIDENCE)
    return tmp_path


def codes(house: Path, against: str | None = None, severity: str = "error") -> list[str]:
    return sorted({p.code for p in validate_workspace(house, against=against) if p.severity == severity})


def rewrite(house: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    path = house / EVENTS
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))


def forge(line: bytes, **fields: object) -> bytes:
    """A line with other content and a digest that is right for it."""
    return to_line(msgspec.structs.replace(from_line(line), **fields))[1]


def commit(house: Path) -> None:
    env = os.environ | {
        f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    if not (house / ".git").exists():
        subprocess.run(["git", "init", "-q"], cwd=house, check=True)
    subprocess.run(["git", "add", "-A"], cwd=house, check=True)
    subprocess.run(["git", "commit", "-qm", "x", "--allow-empty"], cwd=house, check=True, env=env)


def test_a_clean_workspace_breaks_no_rule(house: Path) -> None:
    assert validate_workspace(house) == []


# Accidents: found in the files alone. The list is complete: what can happen to lines, files and articles unasked.

ACCIDENTS: dict[str, tuple[Callable[[list[bytes]], list[bytes]], str]] = {
    "a byte of the first line": (lambda x: [x[0].replace(b"select", b"selecT"), *x[1:]], "E103"),
    "a byte of a middle line": (lambda x: [*x[:2], x[2].replace(b"select", b"selecT"), *x[3:]], "E103"),
    "a byte of the last line": (lambda x: [*x[:-1], x[-1].replace(b"Alba", b"Olba")], "E103"),
    "a byte of a digest": (lambda x: [*x[:-1], x[-1][:-8] + b"0000" + x[-1][-4:]], "E103"),
    "a byte of an id": (lambda x: [x[0].replace(b"000000000001", b"000000000009"), *x[1:]], "E103"),
    "spaces put in by an editor": (lambda x: [x[0].replace(b'"v":1,', b'"v": 1,'), *x[1:]], "E103"),
    "the last line torn": (lambda x: [*x[:-1], x[-1][:100]], "E102"),
    "the last line without its end": (lambda x: [*x[:-1], x[-1][:-1]], "E102"),
    "a middle line torn": (lambda x: [*x[:2], x[2][:100] + b"\n", *x[3:]], "E101"),
    "a torn line grown together with the next": (lambda x: [x[0], x[1][:100] + x[2], *x[3:]], "E101"),
    "the first line removed": (lambda x: x[1:], "E104"),
    "a middle line removed": (lambda x: [*x[:2], *x[3:]], "E104"),
    "two lines exchanged": (lambda x: [x[0], x[2], x[1], *x[3:]], "E104"),
    "a line moved to the end": (lambda x: [x[0], *x[2:], x[1]], "E104"),
    "a line twice": (lambda x: [x[0], x[1], x[1], *x[2:]], "E104"),
    "a blank line": (lambda x: [x[0], b"\n", *x[1:]], "E111"),
    "CRLF": (lambda x: [line[:-1] + b"\r\n" for line in x], "E111"),
    "a byte order mark": (lambda x: [b"\xef\xbb\xbf" + x[0], *x[1:]], "E111"),
    "marks of a merge": (lambda x: [b"<<<<<<< HEAD\n", *x, b"=======\n", b">>>>>>> two\n"], "E101"),
    "no UTF-8": (lambda x: [x[0].replace(b"Amal", b"\xc7\xe1"), *x[1:]], "E101"),
    "zeros after a crash": (lambda x: [*x, b"\x00" * 64], "E102"),
    "a bidi mark as it is": (lambda x: [x[0].replace(b"Amal", "Am\u202eal".encode()), *x[1:]], "E111"),
}  # fmt: skip


@pytest.mark.parametrize("name", ACCIDENTS)
def test_accidents_to_lines_are_found(house: Path, name: str) -> None:
    change, code = ACCIDENTS[name]
    rewrite(house, change)
    assert code in codes(house)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda h: (h / "data/ferries.txt").write_text(TEXT.replace("12", "13"), "utf-8"), "T201"),
        (lambda h: (h / "data/ferries.txt").write_text(TEXT.replace("\n", "\r\n"), "utf-8", newline=""), "T201"),
        (lambda h: (h / "data/ferries.txt").write_bytes(TEXT.encode()[:-1]), "T201"),
        (lambda h: (h / "data/ferries.txt").write_bytes(b"\xff\xfe" + TEXT.encode()), "T202"),
        (lambda h: (h / "data/ferries.txt").unlink(), "T202"),
        (lambda h: (h / "data/ferries.toml").unlink(), "T202"),
        (lambda h: (h / "data/ferries.toml").write_text("sha256 = "), "T202"),
        (lambda h: (h / "data/ferries.toml").write_text("lang = 'ar'"), "T202"),
        (lambda h: (h / "data/Odd Name.txt").write_text("x"), "T202"),
        (lambda h: (h / "claims/ferries/claims.jsonl").write_text("<<<<<<< one\n{}\n=======\n"), "T204"),
        (lambda h: (h / "claims/ferries/claims.jsonl").write_text("{}\n"), "T204"),
        (lambda h: swap(h / "claims/ferries/claims.jsonl", "boats", "ships"), "T205"),
        (lambda h: (h / EVENTS).rename((h / EVENTS).with_name("Amal s1.jsonl")), "E112"),
        (lambda h: (h / "claims/ferries/events/notes.docx").write_text("x"), "E112"),
        (lambda h: (h / "claims/ferries").rename(h / "claims/ferry"), "E110"),
        (lambda h: (h / "claims/ferries/evidence").mkdir() or evidence(h).write_text("other"), "T208"),
    ],
)
def test_accidents_to_files_are_found(house: Path, change: Callable[[Path], object], code: str) -> None:
    change(house)
    assert code in codes(house)


def swap(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def evidence(house: Path) -> Path:
    return house / f"claims/ferries/evidence/{digest('page')}.html"


def test_a_line_moved_to_another_file_is_found(house: Path) -> None:
    lines = (house / EVENTS).read_bytes().splitlines(keepends=True)
    (house / EVENTS).write_bytes(b"".join(lines[:-1]))
    (house / EVENTS).with_name("badr-s2.jsonl").write_bytes(lines[-1])
    assert "E104" in codes(house)


def test_a_copied_file_counts_once_and_is_a_warning(house: Path) -> None:
    (house / EVENTS).with_name("copy-s1.jsonl").write_bytes((house / EVENTS).read_bytes())
    assert codes(house) == [] and codes(house, severity="warning") == ["E106"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"data": {"choice": "select"}}, "E109"),
        ({"data": {"choice": "select", "reason": "harm", "mood": "good"}}, "E109"),
        ({"kind": "publish", "data": {}}, "E109"),
        ({"id": "7"}, "E109"),
        ({"by": " "}, "E109"),
        ({"by": "amal@desk.example"}, "P001"),
        ({"kind": "note", "data": {"text": "Ring +961 1 234 567."}}, "P002"),
        ({"base": (UUID,)}, "E107"),
        ({"kind": "undo", "data": {"event": UUID}}, "E113"),
        ({"kind": "answer", "data": {"ask": UUID, "text": "Yes."}}, "E113"),
        ({"target": None}, "E114"),
        ({"article": "storm"}, "E110"),
        ({"id": "018bcfe5-6800-7000-8000-000000000002"}, "E105"),
    ],
)
def test_well_formed_events_that_break_a_rule_are_found(house: Path, fields: dict[str, object], code: str) -> None:
    first = (house / EVENTS).read_bytes().splitlines(keepends=True)[0]
    (house / EVENTS).with_name("badr-s2.jsonl").write_bytes(forge(first, **{"id": UUID.replace("f", "e"), **fields}))
    assert code in codes(house)


def test_unknown_kinds_and_versions_are_warnings(house: Path) -> None:
    first = (house / EVENTS).read_bytes().splitlines(keepends=True)[0]
    (house / EVENTS).with_name("badr-s2.jsonl").write_bytes(forge(first, id=UUID, kind="vote"))
    assert codes(house) == [] and codes(house, severity="warning") == ["E108"]


def test_lost_and_ambiguous_anchors_and_turning_marks_are_warnings(house: Path) -> None:
    text = TEXT.replace("Two ferries", "\u202eThree\u202c ferries")
    (house / "data/ferries@2.txt").write_text(text, "utf-8")
    (house / "data/ferries@2.toml").write_text(f'sha256 = "{digest(text)}"\n')
    assert codes(house) == [] and {"T203", "T206"} <= set(codes(house, severity="warning"))
    twice = "x " + TEXT.splitlines(keepends=True)[0] * 2
    (house / "data/ferries@3.txt").write_text(twice, "utf-8")
    (house / "data/ferries@3.toml").write_text(f'sha256 = "{digest(twice)}"\n')
    assert "T207" in codes(house, severity="warning")


# Deliberate rewriting: each leaves files in which every line proves itself, and is found against a revision.


def chained(lines: list[bytes]) -> list[bytes]:
    """The lines with their chain and digests made right again."""
    prev, made = None, []
    for line in lines:
        event, line = to_line(msgspec.structs.replace(from_line(line), prev=prev))
        prev = event.digest
        made.append(line)
    return made


DELIBERATE: dict[str, tuple[Callable[[list[bytes]], list[bytes]], str]] = {
    "the last line removed": (lambda x: x[:-1], "G302"),
    "a middle line removed and the chain mended": (lambda x: chained([*x[:2], *x[4:]]), "G302"),
    "a line changed and the digests made again": (lambda x: chained([forge(x[0], by="Somebody"), *x[1:]]), "G302"),
    "the last line changed with its digest": (lambda x: [*x[:-1], forge(x[-1], at=1)], "G302"),
    "a line put in before others": (lambda x: chained([x[0], forge(x[1], id=UUID), *x[1:]]), "G302"),
    "a line put first": (lambda x: chained([forge(x[0], id=UUID), *x]), "G302"),
    "lines in another order with a mended chain": (lambda x: chained([*x[2:4], *x[:2], x[4]]), "G302"),
}


@pytest.mark.parametrize("name", DELIBERATE)
def test_rewritten_lines_are_found_against_a_revision_only(house: Path, name: str) -> None:
    commit(house)
    change, code = DELIBERATE[name]
    rewrite(house, change)
    assert not [one for one in codes(house) if one not in ("E107",)], "nothing in the file gives it away"
    assert code in codes(house, "HEAD")


def recount(house: Path, text: str) -> None:
    (house / "data/ferries.txt").write_text(text, "utf-8")
    (house / "data/ferries.toml").write_text(f'sha256 = "{digest(text)}"\n')
    (house / "claims/ferries/claims.jsonl").unlink()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda h: (h / EVENTS).unlink(), "G301"),
        (lambda h: (h / EVENTS).rename((h / EVENTS).with_name("other-s9.jsonl")), "G301"),
        (lambda h: recount(h, TEXT.replace("12 pounds", "20 pounds")), "G303"),
        (lambda h: [p.unlink() for p in sorted(h.glob("data/ferries.*"))], "G303"),
        (lambda h: evidence(h).unlink(), "G304"),
        (lambda h: evidence(h).with_suffix(".txt").write_text("other words"), "G304"),
    ],
)
def test_whole_files_taken_away_or_replaced_are_found_against_a_revision(
    house: Path, change: Callable[[Path], object], code: str
) -> None:
    evidence(house).parent.mkdir()
    evidence(house).write_text("page")
    evidence(house).with_suffix(".txt").write_text("its text")
    commit(house)
    assert codes(house, "HEAD") == []
    change(house)
    assert code in codes(house, "HEAD")


def test_appending_and_mending_a_torn_line_are_nothing_against_a_revision(house: Path) -> None:
    with (house / EVENTS).open("ab") as stream:
        stream.write(b'{"v":1,"id"')
    commit(house)
    assert codes(house, "HEAD") == ["E102"]
    (aside,) = repair(house / "claims")
    assert aside.read_bytes() == b'{"v":1,"id"'
    open_ledger(house / "claims", "Badr").note(CLAIM, "More.")
    assert codes(house, "HEAD") == [] and repair(house / "claims") == []


def test_repair_never_writes_over_what_it_moved_before(house: Path) -> None:
    for tail in (b"one", b"two"):
        with (house / EVENTS).open("ab") as stream:
            stream.write(tail)
        repair(house / "claims")
    assert sorted(p.read_bytes() for p in (house / EVENTS).parent.glob("*.torn*")) == [b"one", b"two"]
    assert codes(house) == []


@pytest.mark.parametrize("revision", ["nothing", "-h", "HEAD:data", ""])
def test_an_unknown_revision_is_unusable_not_clean(house: Path, revision: str) -> None:
    commit(house)
    with pytest.raises(WorkspaceError, match="a branch, a tag or a commit"):
        validate_workspace(house, against=revision)


def test_without_a_repository_or_a_folder_it_is_unusable(house: Path, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="git does not know"):
        validate_workspace(house, against="HEAD")
    with pytest.raises(WorkspaceError, match="no folder"):
        validate_workspace(tmp_path / "nowhere")


def test_private_files_in_git_are_found(house: Path) -> None:
    (house / "private").mkdir()
    (house / "private/numbers.txt").write_text("x")
    commit(house)
    assert "P003" in codes(house)


# The desk's rules


def test_drafts_are_warned_about_and_approved_claims_are_errors(house: Path) -> None:
    ledger = open_ledger(house / "claims")
    ledger.verdict(CLAIM, "misleading")
    assert codes(house) == []
    assert codes(house, severity="warning") == ["D103", "D104", "D109", "D113"]
    first = (house / EVENTS).read_bytes().splitlines(keepends=True)[0]
    heads = ledger._stream(CLAIM).heads
    forged = forge(first, id=UUID, kind="review", data={"decision": "approve"}, by="Editor", base=heads, prev=None)
    (house / EVENTS).with_name("editor-s2.jsonl").write_bytes(forged)
    assert codes(house) == ["D103", "D104", "D109", "D113"]


def test_a_claim_published_and_then_changed_is_an_error(house: Path) -> None:
    ready(open_ledger(house / "claims"), CLAIM)
    editor = open_ledger(house / "claims", "Editor")
    editor.approve(CLAIM)
    checks = Checks(house / "claims", author="Editor", states=lambda _: open_ledger(house / "claims").state())
    check = checks.new("Ferries", [("ferries", CLAIM)]).check or ""
    checks.edit(check, bottom_line="Yes.")
    checks.publish(check)
    assert codes(house) == []
    editor.verdict(CLAIM, "false")
    assert codes(house) == ["D110", "D116"]


def test_an_open_conflict_is_told(house: Path) -> None:
    amal, badr = open_ledger(house / "claims"), open_ledger(house / "claims", "Badr")
    amal.verdict(CLAIM, "true")
    badr.verdict(CLAIM, "false")
    assert codes(house, severity="warning") == ["D107"]


# The difference between two revisions


def test_the_difference_of_two_revisions_is_a_table_for_a_pull_request(house: Path) -> None:
    commit(house)
    ledger = open_ledger(house / "claims")
    ledger.restate(CLAIM, "Two | ferries <b>sank</b>.")
    ledger.verdict(CLAIM, "partly_true", part="One sank.")
    ledger.undo(ledger.state().claims[CLAIM].evidence[0]["event"])
    commit(house)
    rows = diff_revisions(house, "HEAD~1", "HEAD")
    assert [(row["what"], row["before"], row["after"]) for row in rows] == [
        ("evidence", "supports: Register of ships, 2019", ""),
        ("verdict", "", "partly_true; One sank."),
        ("restated", "", "Two | ferries <b>sank</b>."),
    ]
    table = diff_markdown(rows)
    assert table.startswith("| article | claim |") and "<b>" not in table
    assert all(line.count("|") == 7 for line in table.splitlines())
    assert diff_revisions(house, "HEAD", "HEAD") == [] and "No verdict" in diff_markdown([])


def test_every_rule_is_broken_by_some_test_of_this_file_or_the_desks() -> None:
    here = Path(__file__).read_text("utf-8")
    tested_elsewhere = {"D101", "D102", "D105", "D106", "D108", "D111", "D112", "D114", "D115"}
    assert {code for code in RULES if f'"{code}"' not in here} <= tested_elsewhere
    assert all(rule.asks.endswith(".") and rule.remedy.endswith(".") for rule in RULES.values())


def test_a_later_capture_not_yet_extracted_loses_no_claim(desk: Workspace, author: str, tmp_path: Path) -> None:
    claim = desk.extract("harbour-spill").claims[0]
    desk.ledger("harbour-spill").select(claim.id)
    later = tmp_path / "later.txt"
    later.write_text(desk.article("harbour-spill").text + "\nThe page was last updated by the desk.\n", "utf-8")
    add_file(later, desk.data_dir, capture_of="harbour-spill")
    assert not (desk.claims_dir / "harbour-spill@2").exists()
    assert not [found for found in validate_workspace(desk.root) if found.code == "T206"]


def test_problems_say_where_what_and_what_to_do(house: Path) -> None:
    rewrite(house, ACCIDENTS["a byte of a middle line"][0])
    (found,) = [p for p in validate_workspace(house) if p.code == "E103"]
    assert (found.path, found.line, found.severity) == (EVENTS.as_posix(), 3, "error")
    assert found.message.endswith(".") and found.remedy.endswith(".")


def test_what_is_to_be_done_is_said_once(house: Path) -> None:
    open_ledger(house / "claims", session="s2").verdict(OTHER, "true")
    found = [one for one in validate_workspace(house) if one.code.startswith("D")]
    assert {"D102", "D104", "D109"} <= {one.code for one in found}
    for one in found:
        assert ";" not in one.message and one.message.endswith("."), one
        assert one.remedy.rstrip(".").lower() not in one.message.lower(), one
