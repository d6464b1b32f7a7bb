"""Places: where events take place, and not the states and bodies that act."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.extract.places import places_in
from factcheck.text import tokenise

CASES = Path(__file__).parent / "cases"


def the_cases() -> list[tuple[str, str, list[str]]]:
    found = []
    for lang in ("ar", "en"):
        for line in (CASES / lang / "places.tsv").read_text("utf-8").splitlines():
            if not line.startswith("#"):
                text, _, places = line.partition("\t")
                found.append((lang, text, places.split(" · ") if places else []))
    return found


@pytest.mark.parametrize(("lang", "text", "expected"), the_cases())
def test_places_are_where_something_happens(lang: str, text: str, expected: list[str]) -> None:
    found = places_in(text, tokenise(text), lang)
    assert [f"{place.exact}/{place.country or '-'}" for place in found] == expected


@pytest.mark.parametrize(("lang", "text", "expected"), the_cases())
def test_a_place_points_to_its_own_words(lang: str, text: str, expected: list[str]) -> None:
    assert all(text[place.start : place.end] == place.exact for place in places_in(text, tokenise(text), lang))


def test_vowel_marks_on_a_clitic_stay_outside_the_place() -> None:
    text = "افتتح المعرض بِالقاهرة"
    (place,) = places_in(text, tokenise(text), "ar")
    assert place.exact == "القاهرة"


def test_the_shadda_tells_amman_from_oman() -> None:
    told = {text: places_in(text, tokenise(text), "ar")[0].country for text in ("في عمّان", "في عُمان", "في عمان")}
    assert told == {"في عمّان": "JOR", "في عُمان": "OMN", "في عمان": "OMN"}


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("text", ["", "في", "in", "في\n", "مدينة", "شمال شرق", "in the port city of", "ب", "في في في"])
def test_no_text_breaks_the_search_for_places(lang: str, text: str) -> None:
    assert places_in(text, tokenise(text), lang) == []
