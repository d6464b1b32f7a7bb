"""Bad input to the record: one clear sentence each, and nothing lost or written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ledgers import EVIDENCE, TEXT, claims_of, open_ledger

from factcheck.errors import FactcheckError
from factcheck.evidence import Evidence
from factcheck.ledger import Checks, Ledger
from factcheck.validate import diff_revisions, validate_workspace

CLAIM = claims_of()[0].id

ARGUMENTS: dict[str, Callable[[Ledger], Any]] = {
    "an unknown claim": lambda x: x.verdict("c0", "true"),
    "an empty claim": lambda x: x.verdict("", "true"),
    "an unknown verdict": lambda x: x.verdict(CLAIM, "mostly_true"),
    "a verdict in Arabic": lambda x: x.verdict(CLAIM, "خطأ"),
    "a verdict of another type": lambda x: x.verdict(CLAIM, 4),  # type: ignore[arg-type]
    "an unknown how": lambda x: x.verdict(CLAIM, "false", how=["sloppy"]),
    "an unknown why": lambda x: x.verdict(CLAIM, "not_checkable", why="boring"),
    "a why without its verdict": lambda x: x.verdict(CLAIM, "false", why="opinion"),
    "a day that is none": lambda x: x.verdict(CLAIM, "not_checkable", why="future", checkable_on="2027-02-30"),
    "a day of another form": lambda x: x.verdict(CLAIM, "not_checkable", why="future", checkable_on="1/2/2027"),
    "an empty reason": lambda x: x.verdict(CLAIM, "false", reason="  "),
    "an unknown attribution": lambda x: x.attribution(CLAIM, "lied"),
    "evidence without a source": lambda x: x.evidence(CLAIM, Evidence("", "words", "supports")),
    "evidence without a passage": lambda x: x.evidence(CLAIM, Evidence("a", "", "supports")),
    "evidence of an unknown stance": lambda x: x.evidence(CLAIM, Evidence("a", "b", "likes")),  # type: ignore[arg-type]
    "evidence with a script for an address": lambda x: x.evidence(
        CLAIM, Evidence("a", "b", "context", url="javascript:alert(1)")
    ),
    "evidence read on no day": lambda x: x.evidence(CLAIM, Evidence("a", "b", "context", accessed="today")),
    "a reason to skip for selecting": lambda x: x.select(CLAIM, "trivial"),
    "a reason to select for skipping": lambda x: x.skip(CLAIM, "harm"),
    "an empty restatement": lambda x: x.restate(CLAIM, ""),
    "a note longer than a page": lambda x: x.note(CLAIM, "x" * 30_000),
    "a note with half a character": lambda x: x.note(CLAIM, "\ud800"),
    "an e-mail address": lambda x: x.note(CLAIM, "a@b.example"),
    "a telephone number": lambda x: x.contact(CLAIM, "Office", reply="+961 1 234 567"),
    "a contact of an unknown outcome": lambda x: x.contact(CLAIM, "Office", outcome="rude"),
    "a contact with an unknown field": lambda x: x.contact(CLAIM, "Office", phone="no"),
    "an answer to nothing": lambda x: x.answer(CLAIM, "e1", "Yes."),
    "an approval of an unready claim": lambda x: x.approve(CLAIM),
    "a return without a comment": lambda x: x.return_(CLAIM, ""),
    "an unknown kind": lambda x: x.append("vote", {}, CLAIM),
    "a kind that is not for claims": lambda x: x.append("publish", {}, CLAIM),
    "a claim's kind without a claim": lambda x: x.append("verdict", {"verdict": "true"}),
    "an undo of nothing": lambda x: x.undo("e1"),
    "an undo of no id": lambda x: x.append("undo", {"event": None}, CLAIM),
    "a redo of nothing": lambda x: x.redo("e1"),
    "a resolution of no conflict": lambda x: x.resolve(CLAIM, "e1"),
    "a claim beyond the text": lambda x: x.add_claim(len(TEXT) - 1, len(TEXT) + 5),
    "a claim backwards": lambda x: x.add_claim(9, 5),
    "a claim of blanks": lambda x: x.add_claim(TEXT.index("\n"), TEXT.index("\n") + 1),
    "a claim of an unknown mode": lambda x: x.add_claim(0, 3, "shouted"),
    "a claim without a span": lambda x: x.append("claim.add", {"text": "x"}, CLAIM),
    "a claim that is there": lambda x: x.add_claim(claims_of()[0].start, claims_of()[0].end, claims_of()[0].mode),
    "an edit of nothing": lambda x: x.edit_claim(CLAIM),
    "an edit of half a span": lambda x: x.edit_claim(CLAIM, start=3),
    "an edit to another type": lambda x: x.edit_claim(CLAIM, start="0", end="9"),
    "an edit of an unknown field": lambda x: x.edit_claim(CLAIM, colour="red"),
    "a date settled on nothing": lambda x: x.settle_date("Monday", "2024-09-16", ""),
    "a date settled on no date": lambda x: x.settle_date("Monday", "soon", "Because."),
    "an unknown relation": lambda x: x.judge_disagreement("q1", "quarrels", "Because."),
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_bad_arguments_are_refused_in_a_sentence_and_write_nothing(tmp_path: Path, name: str) -> None:
    ledger = open_ledger(tmp_path)
    ledger.note(CLAIM, "safe")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(FactcheckError) as caught:
        ARGUMENTS[name](ledger)
    assert str(caught.value)[-1] in ".)" and "\n" not in str(caught.value)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert len(ledger.state().events) == 1
    ledger.evidence(CLAIM, EVIDENCE)


CHECKS: dict[str, Callable[[Checks], Any]] = {
    "a check without a title": lambda x: x.new(""),
    "a check with a bad id": lambda x: x.new("T", check="../up"),
    "a check that is there": lambda x: x.new("T", check="c1"),
    "an unknown check": lambda x: x.edit("c9", title="T"),
    "an event on no check": lambda x: x.append("check.edit", {"title": "T"}),
    "a claim's kind on a check": lambda x: x.append("verdict", {"verdict": "true"}, "c1"),
    "an empty check published": lambda x: x.publish("c1"),
    "a correction of what is not published": lambda x: x.correction("c1", "Sorry."),
    "a re-check on no day": lambda x: x.recheck("c1", "soon"),
    "claims that are none": lambda x: x.append("check.edit", {"add": [1]}, "c1"),
    "an undo of nothing": lambda x: x.undo("c1", "e1"),
}


@pytest.mark.parametrize("name", CHECKS)
def test_bad_checks_are_refused_in_a_sentence_and_write_nothing(tmp_path: Path, name: str) -> None:
    checks = Checks(tmp_path, author="Amal", states=lambda _: open_ledger(tmp_path).state())
    checks.new("T", check="c1")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(FactcheckError) as caught:
        CHECKS[name](checks)
    assert str(caught.value)[-1] in ".)" and "\n" not in str(caught.value)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


FILES: dict[str, bytes] = {
    "an empty file": b"",
    "a file of blanks": b"\n\n  \n",
    "no JSON": b"hello\n",
    "an array": b"[]\n",
    "a number": b"7\n",
    "null": b"null\n",
    "an empty object": b"{}\n",
    "half an object": b'{"v":1',
    "nothing but zeros": b"\x00" * 4096,
    "bytes that are no UTF-8": b"\xff\xfe\x00{\n",
    "a byte order mark": b"\xef\xbb\xbf{}\n",
    "deep brackets": b'{"data":' + b"[" * 100_000 + b"\n",
    "a field of another type": b'{"v":"one","id":1,"at":"now","by":[],"kind":{}}\n',
    "marks of a merge": b"<<<<<<< HEAD\n=======\n>>>>>>> x\n",
    "a huge number": b'{"v":1e999}\n',
    "CSV": b"id,verdict\nc1,false\n",
    "a line of ten million characters": b"x" * 10_000_000 + b"\n",
}


@pytest.mark.parametrize("name", FILES)
def test_malformed_files_are_warned_about_and_cost_nothing_else(tmp_path: Path, name: str) -> None:
    ledger = open_ledger(tmp_path)
    ledger.note(CLAIM, "safe")
    bad = tmp_path / "ferries/events/bad-s9.jsonl"
    bad.write_bytes(FILES[name])
    again = open_ledger(tmp_path)
    again.note(CLAIM, "and more")
    state = again.state()
    assert [note["text"] for note in state.claims[CLAIM].notes] == ["safe", "and more"]
    assert bool(state.warnings) == bool(FILES[name]) and all(w.endswith(".") for w in state.warnings)
    assert bad.read_bytes() == FILES[name]
    problems = [p for p in validate_workspace(tmp_path, claims_dir=tmp_path) if p.path.endswith("bad-s9.jsonl")]
    assert bool(problems) == bool(FILES[name])
    assert all(p.message.endswith(".") and p.remedy.endswith(".") for p in problems)


@pytest.mark.parametrize("article", ["", "..", "a/b", "A", "x@2", "-x", "é", "a" * 65])
def test_an_id_that_is_no_articles_is_refused(tmp_path: Path, article: str) -> None:
    with pytest.raises(FactcheckError, match="no article's id"):
        Ledger(tmp_path, article)


@pytest.mark.parametrize("author", ["", "  ", "two\nlines", "a@b.example", "x" * 300, "\u202egnihtemos"])
def test_an_author_that_is_no_name_is_refused(tmp_path: Path, author: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_AUTHOR", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    with pytest.raises(FactcheckError):
        open_ledger(tmp_path, author=author).note(CLAIM, "x")
    assert not list(tmp_path.rglob("*.jsonl"))


def test_a_range_of_revisions_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="git does not know"):
        diff_revisions(tmp_path, "a", "b")
