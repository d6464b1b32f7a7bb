"""The workspace: found upwards, made anew, and its claims file written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import WorkspaceError
from factcheck.lang.interface import say
from factcheck.workspace import Workspace, init_workspace, read_claims, write_whole

SEED = "vostochny-summit"


def test_it_is_found_from_any_folder_below(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.root / "notebooks")
    assert Workspace.open().root == desk.root
    assert Workspace.open(desk.data_dir).article_ids() == ["harbour-spill", SEED]


def test_the_environment_names_another_record(desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CLAIMS_DIR", str(tmp_path / "frozen"))
    assert Workspace.open().claims_dir == tmp_path / "frozen"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_WORKSPACE", str(desk.root))
    assert Workspace.open().root == desk.root


def test_where_there_is_none_the_remedy_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="factcheck init DIR"):
        Workspace.open(tmp_path)


def test_a_folder_with_something_in_it_is_not_made_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(WorkspaceError, match="not empty"):
        init_workspace(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["diary.txt"]


def test_a_git_folder_can_become_a_workspace(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert init_workspace(tmp_path).article_ids() == []


def test_a_house_has_its_own_words(desk: Workspace) -> None:
    assert say("verdict.false", "ar") == "خطأ"
    (desk.root / "factcheck.toml").write_text('[labels.ar]\n"verdict.false" = "كاذب"\n', "utf-8")
    Workspace.open(desk.root)
    assert say("verdict.false", "ar") == "كاذب" and say("verdict.false", "en") == "False"
    (desk.root / "factcheck.toml").write_text("", "utf-8")
    Workspace.open(desk.root)
    assert say("verdict.false", "ar") == "خطأ"


BAD_CONFIGURATIONS = [
    "example = 3", "interface = ", 'interface = "fr"', "labels = { false = 1 }", '[labels.ar]\n"verdict.odd" = "x"',
    '[labels.fr]\n"verdict.false" = "faux"',
]  # fmt: skip


@pytest.mark.parametrize("toml", BAD_CONFIGURATIONS)
def test_a_bad_configuration_is_said_so(desk: Workspace, toml: str) -> None:
    (desk.root / "factcheck.toml").write_text(toml)
    with pytest.raises(WorkspaceError, match=r"factcheck\.toml (cannot be used|relabels)"):
        Workspace.open(desk.root)


def test_claims_come_from_the_file_while_it_is_of_this_text(desk: Workspace) -> None:
    found = desk.extract(SEED)
    path = desk.claims_dir / SEED / "claims.jsonl"
    assert tuple(read_claims(path, found.article.sha256) or ()) == found.claims == desk.claims(SEED)
    assert read_claims(path, "another text") is None
    path.write_bytes(path.read_bytes().splitlines()[0] + b"\n")
    assert len(desk.claims(SEED)) == 1 == len(desk.reading(SEED).claims)


def test_a_damaged_claims_file_is_said_so(desk: Workspace) -> None:
    desk.extract(SEED)
    path = desk.claims_dir / SEED / "claims.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(WorkspaceError, match=f"regenerate it: factcheck extract {SEED}"):
        desk.claims(SEED)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.jsonl"
    write_whole(path, b"old\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WorkspaceError, match="No space left on device"):
        write_whole(path, b"new\n")
    assert path.read_bytes() == b"old\n" and list(tmp_path.iterdir()) == [path]


def test_the_table_has_a_row_for_each_claim(desk: Workspace) -> None:
    table = desk.claims_table()
    assert set(table["article"]) == {"harbour-spill", SEED}
    assert len(desk.claims_table(SEED)) == len(desk.claims(SEED))


def test_the_table_shows_the_claims_as_people_left_them_in_text_order(desk: Workspace) -> None:
    found, text = desk.claims(SEED), desk.article(SEED).text
    first, second = found[0], found[1]
    ledger = desk.ledger(SEED, "Amal")
    added = ledger.add_claim(first.start, first.end - 1, "narrator", text="A claim nobody had found.").claim
    ledger.verdict(added, "unproven", searched="the register")
    ledger.edit_claim(second.id, claimant="Harbour Office")
    table = desk.claims_table(SEED).set_index("id")
    assert len(table) == len(found) + 1 and table["start"].is_monotonic_increasing
    assert table.loc[added, "exact"] == text[first.start : first.end - 1]
    assert table.loc[added, ["sentence", "verdict"]].tolist() == ["A claim nobody had found.", "unproven"]
    assert table.loc[second.id, "claimant"] == "Harbour Office" != second.claimant
    ledger.undo(ledger.state().claims[added].events[0].id, "not a claim")
    assert added not in set(desk.claims_table(SEED)["id"])
