"""A new article at the desk: a file's bytes as they are, or a refusal in the language of the screen."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from factcheck.article import MAX_BYTES, looks_like_page
from factcheck.lang.interface import catalogue
from factcheck.widgets.desk import Desk
from factcheck.workspace import Workspace, init_workspace

ARABIC = "قالت الشرطة إن 14 شخصًا قُتلوا في انهيار الجسر."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return init_workspace(tmp_path / "desk")


def add(workspace: Workspace, **args: str) -> dict:
    return Desk(workspace).handle_command({"cmd": "article.add", "cmd_id": "1", "args": args})


def chosen(data: bytes, name: str) -> dict[str, str]:
    return {"file": base64.b64encode(data).decode(), "name": name}


def test_the_bytes_of_a_chosen_file_are_the_article(workspace: Workspace) -> None:
    data = f"\ufeff{ARABIC}\r\n".encode()
    reply = add(workspace, **chosen(data, "bridge.txt"), outlet="جريدة الوادي")
    assert reply["ok"] and reply["added"] == "bridge"
    assert (workspace.data_dir / "bridge.txt").read_bytes() == data


def test_a_pasted_text_is_named_by_its_digest(workspace: Workspace) -> None:
    first, second = (add(workspace, text=text)["added"] for text in (ARABIC, f"{ARABIC} وأصيب ثلاثة."))
    assert first != second and first.startswith("article-")


@pytest.mark.parametrize(
    ("data", "name", "key", "said"),
    [
        (ARABIC.encode("cp1256"), "خبر.txt", "told.not_utf_8", "البايت 0"),
        (b"", "empty.txt", "told.empty", "empty.txt"),
        (b" \n", "blank.txt", "told.empty", "blank.txt"),
        (ARABIC.encode("utf-16"), "wide.txt", "told.utf_16", "wide.txt"),
        (b"%PDF-1.7 \x00", "paper.txt", "told.binary", "paper.txt"),
        (b"x" * (MAX_BYTES + 1), "large.txt", "told.too_large", "2"),
        ("Бригада приехала утром и работала до вечера.".encode(), "third.txt", "told.language", "العربية"),
    ],
)
def test_a_file_that_holds_no_article_is_refused_by_its_own_name_and_nothing_is_stored(
    workspace: Workspace, data: bytes, name: str, key: str, said: str
) -> None:
    reply = add(workspace, **chosen(data, rf"C:\folder\{name}"))
    assert (reply["ok"], reply["code"]) == (False, "refused")
    arabic, english = reply["told"]["ar"], reply["told"]["en"]
    assert said in arabic and (key == "told.language" or name in english)
    for words in (arabic, english):
        assert not re.search(r"/tmp|--|iconv|folder", words), words
    assert "/" not in reply["message"].replace("http://", "")
    assert not list(workspace.data_dir.glob("*.t*")) and not list(workspace.claims_dir.glob("*/"))


@pytest.mark.parametrize(
    ("args", "key"),
    [
        ({}, "told.nothing"),
        ({"text": "  "}, "told.nothing"),
        ({"url": "not a url"}, "told.address"),
        ({"url": "http://no-such-host.invalid/a"}, "told.page"),
        ({"text": ARABIC, "id": "No Such Id"}, "told.id"),
        ({"text": ARABIC, "page_date": "9.3.2025"}, "told.day"),
    ],
)
def test_what_a_person_can_leave_out_or_mistype_is_said_in_both_languages(
    workspace: Workspace, args: dict[str, str], key: str
) -> None:
    reply = add(workspace, **args)
    assert not reply["ok"]
    for lang, words in reply["told"].items():
        assert words.startswith(catalogue(lang)[key].partition("{")[0]) and "''" not in words


def test_an_id_that_is_taken_is_said(workspace: Workspace) -> None:
    add(workspace, text=ARABIC, id="bridge")
    reply = add(workspace, text=f"{ARABIC} وأصيب ثلاثة.", id="bridge")
    assert "«\u2068bridge\u2069»" in reply["told"]["ar"]


def test_a_text_that_is_there_already_is_said_to_be_and_is_not_added_again(workspace: Workspace) -> None:
    assert add(workspace, text=ARABIC, id="bridge")["ok"]
    reply = add(workspace, text=ARABIC, id="again")
    assert not reply["ok"] and "«\u2068bridge\u2069»" in reply["told"]["ar"] and "already" in reply["told"]["en"]
    assert workspace.article_ids() == ["bridge"]
    assert add(workspace, text=f"{ARABIC}\n", id="later")["ok"]


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("<html><body><h1>Fire kills 5</h1><p>Ann Bell said five died.</p></body></html>", True),
        (" \n<!DOCTYPE html>\n<title>x</title>", True),
        ("<div><p>Ann Bell said five died.</p><p>The mayor said seven.</p><br></div>" * 4, True),
        ("Ann Bell said five died.", False),
        ("The page held <script>alert(1)</script> and nothing else, the engineer said." + " It was read." * 40, False),
        ("أقل من 5 < 7 وأكثر من 3 > 1", False),
    ],
)
def test_the_source_of_a_page_is_told_from_its_text(text: str, looks: bool) -> None:
    assert looks_like_page(text) is looks


def test_the_desk_and_the_check_screen_say_that_an_article_looks_like_a_pages_source(workspace: Workspace) -> None:
    text = "<html><body><h1>Fire kills 5 in town</h1><p>Ann Bell said five people died.</p></body></html>"
    desk = Desk(workspace)
    reply = desk.handle_command({"cmd": "article.add", "cmd_id": "1", "args": chosen(text.encode(), "fire.txt")})
    assert reply["ok"] and [card["page_source"] for card in reply["desk"]["articles"]] == [True]
    shown = desk.handle_command({"cmd": "hello", "cmd_id": "2", "base_rev": None, "args": {}, "article": "fire"})
    assert shown["snapshot"]["article"]["page_source"] is True


def test_what_is_told_of_an_error_stands_in_both_catalogues() -> None:
    sources = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[1] / "factcheck").rglob("*.py"))
    keys = set(re.findall(r'"(told\.[a-z_0-9.]+)"', sources))
    assert keys and keys <= set(catalogue("ar")) and keys <= set(catalogue("en"))
    assert keys == {key for key in catalogue("ar") if key.startswith("told.")}
