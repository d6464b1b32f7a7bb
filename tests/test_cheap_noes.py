"""Looks that say cheaply where no rule can begin: what they turn away, no rule would have taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.article import Article
from factcheck.extract.ar import clause_state, clauses, dates, reports, speakers, tenses
from factcheck.extract.ar.scene import Scene
from factcheck.extract.en import clauses as en_clauses
from factcheck.extract.en import cues, tags
from factcheck.extract.en import reports as en_reports
from factcheck.reading import read, to_document

ROOT = Path(__file__).parents[1]
GOLD = sorted((ROOT / "tests/gold").glob("*.txt"))
ENGLISH = [path for path in GOLD if path.name.startswith(("en-", "real-en-"))]
ARABIC = [path for path in GOLD if path not in ENGLISH]
ARTICLES = {
    "ar": [path.read_bytes().decode() for path in (*ARABIC, ROOT / "data/vostochny-summit.txt")],
    "en": [path.read_bytes().decode() for path in (*ENGLISH, ROOT / "data/harbour-spill.txt")],
}
WAYS = (dates._related, dates._ending, dates._between, dates._core)
LOOKS = {
    "a clause may open": (clauses, "may_open", lambda tokens, i: True),
    "a word tells what its clause holds": (clause_state, "_tells", lambda form: True),
    "a word may report": (reports, "_may_report", lambda form: True),
    "a word may end a name": (speakers, "may_end_name", lambda form: True),
    "a word bears on the tense of a date": (tenses, "_bears_on_tense", lambda form: True),
    "what can read a date": (dates, "_readers_of", lambda form: tuple(read for read, _ in dates._READERS)),
    "what can read a date and its lead": (dates, "_ways_of", lambda form: WAYS),
    "a time behind «في»": (Scene, "after_when", lambda scene, i: max(scene.after_time(i), scene.after_date(i))),
}
ENGLISH_LOOKS = {
    "a word is what it is alone": (tags, "lone_tag", lambda form: ""),
    "a word names a source": (en_reports, "names_source", lambda form: True),
    "a word may report": (cues, "may_report", lambda form: True),
    "a claim may end": (en_clauses, "may_cut", lambda s, i: True),
}


@pytest.fixture(scope="module")
def told() -> dict[str, list[dict[str, Any]]]:
    return {lang: readings(lang) for lang in ARTICLES}


@pytest.mark.parametrize(("room", "look", "open_"), LOOKS.values(), ids=LOOKS)
def test_a_cheap_no_silences_no_rule(
    room: object, look: str, open_: object, told: dict[str, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, look, open_)
    assert readings("ar") == told["ar"]


@pytest.mark.parametrize(("room", "look", "open_"), ENGLISH_LOOKS.values(), ids=ENGLISH_LOOKS)
def test_a_cheap_no_silences_no_rule_of_english(
    room: object, look: str, open_: object, told: dict[str, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, look, open_)
    assert readings("en") == told["en"]


def readings(lang: str) -> list[dict[str, Any]]:
    return [to_document(read(Article("a", text, "0" * 64, lang))) for text in ARTICLES[lang]]
