"""Looks that say cheaply where no rule can begin: what they turn away, no rule would have taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.article import Article
from factcheck.extract.ar import calendar, clause_state, clauses, dates, reports, speakers
from factcheck.extract.ar.scene import Scene
from factcheck.reading import read, to_document

ROOT = Path(__file__).parents[1]
GOLD = sorted(path for path in (ROOT / "tests/gold").glob("*.txt") if not path.name.startswith(("en-", "real-en-")))
ARTICLES = [path.read_bytes().decode() for path in (*GOLD, ROOT / "data/vostochny-summit.txt")]
WAYS = (dates._related, dates._ending, dates._between, dates._core)
LOOKS = {
    "a clause may open": (clauses, "may_open", lambda tokens, i: True),
    "a word tells what its clause holds": (clause_state, "_tells", lambda form: True),
    "a word may report": (reports, "_may_report", lambda form: True),
    "a word may end a name": (speakers, "may_end_name", lambda form: True),
    "a word bears on the tense of a date": (calendar, "_bears_on_tense", lambda form: True),
    "what can read a date": (dates, "_readers_of", lambda form: tuple(read for read, _ in dates._READERS)),
    "what can read a date and its lead": (dates, "_ways_of", lambda form: WAYS),
    "a time behind «في»": (Scene, "after_when", lambda scene, i: max(scene.after_time(i), scene.after_date(i))),
}


@pytest.fixture(scope="module")
def told() -> list[dict[str, Any]]:
    return readings()


@pytest.mark.parametrize(("room", "look", "open_"), LOOKS.values(), ids=LOOKS)
def test_a_cheap_no_silences_no_rule(
    room: object, look: str, open_: object, told: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, look, open_)
    assert readings() == told


def readings() -> list[dict[str, Any]]:
    return [to_document(read(Article("a", text, "0" * 64, "ar"))) for text in ARTICLES]
