"""The readings of the annotated articles reach the floors of floors.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import score

from factcheck.article import read_article
from factcheck.reading import read, to_document

FLOORS: dict[str, dict[str, float]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
CEILINGS = {"spurious", "merged"}
GROUPS = {
    "ar": lambda name, gold: gold["lang"] == "ar" and name != "vostochny-summit",
    "en": lambda name, gold: gold["lang"] == "en",
    "vostochny-summit": lambda name, gold: name == "vostochny-summit",
}


@cache
def figures(group: str) -> dict[str, float]:
    """The figures of a group of annotated articles, read as the command line reads them."""
    counts = []
    for name, (gold, text) in score.articles().items():
        if GROUPS[group](name, gold):
            counts.append(score.measure(gold, reading(name, gold), text))
    assert counts, f"no annotated article is in the group {group}"
    return score.rates(counts)


def reading(name: str, gold: score.Record) -> dict[str, Any]:
    """The document the command line prints for an annotated article, with the page date its annotation gives."""
    path = score.GOLD / f"{name}.txt"
    if not path.exists():
        path = score.GOLD.parents[1] / "data" / f"{name}.txt"
    return to_document(read(read_article(path, lang=gold["lang"], page_date=gold.get("dateline"))))


@pytest.mark.parametrize(("group", "name"), [(group, name) for group, floors in FLOORS.items() for name in floors])
def test_readings_reach_their_floor(group: str, name: str) -> None:
    measured, floor = figures(group)[name], FLOORS[group][name]
    if name in CEILINGS:
        assert measured <= floor, f"{group}: {name} is {measured:.3f}, more than {floor}"
    else:
        assert measured >= floor, f"{group}: {name} is {measured:.3f}, less than {floor}"


def test_every_group_has_floors() -> None:
    assert set(FLOORS) == set(GROUPS)


def test_annotations_point_into_their_texts() -> None:
    for name, (gold, text) in score.articles().items():
        ids = {claim["id"] for claim in gold["claims"]}
        assert len(ids) == len(gold["claims"]), name
        for claim in gold["claims"]:
            assert text[claim["start"] : claim["end"]] == claim.get("quote", text[claim["start"] : claim["end"]]), name
            assert (claim["mode"] == "narrator") == (claim["holder"] == "article"), (name, claim["id"])
            assert claim.get("same_as") in ids | {None}, (name, claim["id"])
        assert all(set(pair["claims"]) <= ids for pair in gold["disagreements"]), name


if __name__ == "__main__":
    for group in FLOORS:
        print(group, *(f"{name} {value:.3f}" for name, value in figures(group).items()), sep="\n  ")
