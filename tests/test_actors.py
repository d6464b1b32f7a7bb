"""The tables of actors: what a word names, in which country, and whose voice a claimant is."""

from __future__ import annotations

import re

import pytest

from factcheck.lang import rows
from factcheck.lang.actors import actor_at, as_state, country_name, entry_at, find_entries, institution, place_at
from factcheck.text import fold, tokenise

ROLES = {"country", "capital", "seat", "city", "region", "sea"}
NAMES = ["places", "bodies", "organisations", "portfolios", "name_words", "judging", "place_words"]
SHADDA = "\u0651"
RANKS = {"head", "office", "voice", "calling", "honour", "source"}


def first_actor(text: str, lang: str) -> tuple[str, str | None] | None:
    found = actor_at(text, tokenise(text), 0, lang)
    return None if found is None else (found.entry.kind, found.entry.country or found.entry.name)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ar", "طوكيو أكدت", ("capital", "JPN")),
        ("ar", "وطوكيو أكدت", ("capital", "JPN")),
        ("ar", "واشنطن قالت", ("capital", "USA")),
        ("ar", "الولايات المتحدة قالت", ("country", "USA")),
        ("ar", "البيت الأبيض قال", ("seat", "USA")),
        ("ar", "البيت الصغير قال", None),
        ("ar", "هيئة الأركان المشتركة قالت", ("body", "Joint Chiefs of Staff")),
        ("ar", "الأمم المتحدة قالت", ("international", "United Nations")),
        ("ar", "مهندسا في الحقل", ("office", "engineer")),
        ("ar", "شجرة", None),
        ("en", "Tokyo said", ("capital", "JPN")),
        ("en", "Turkey said", ("country", "TUR")),
        ("en", "turkey was served", None),
        ("en", "WHO said", ("international", "World Health Organization")),
        ("en", "Who said", None),
        ("en", "US officials", ("country", "USA")),
        ("en", "us too", None),
        ("en", "Kremlin officials said", ("seat", "RUS")),
        ("en", "prosecutors said", ("body", "Prosecution")),
    ],
)
def test_actors_are_found_by_word_case_and_clitic(lang: str, text: str, expected: tuple[str, str] | None) -> None:
    assert first_actor(text, lang) == expected


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("فرنسي", "FRA"), ("الفرنسية", "FRA"), ("الفرنسيون", "FRA"), ("فرنسيين", "FRA"), ("الكورية الشمالية", "PRK"),
        ("كوري جنوبي", "KOR"), ("الجنوب أفريقية", "ZAF"), ("للمصريين", "EGY"), ("والعراقية", "IRQ"),
    ],
)  # fmt: skip
def test_nationality_adjectives_are_known_in_every_form(words: str, country: str) -> None:
    found = entry_at(words, tokenise(words), 0, "ar", frozenset({"demonym"}))
    assert found is not None and found.entry.country == country


def test_a_korean_neighbour_is_not_taken_for_the_other() -> None:
    text = "كوريا الجنوبية وكوريا الشمالية"
    tokens = tokenise(text)
    south, north = place_at(text, tokens, 0, "ar"), place_at(text, tokens, 2, "ar")
    assert south is not None and north is not None
    assert (south.entry.country, north.entry.country) == ("KOR", "PRK")


@pytest.mark.parametrize(
    ("claimant", "expected"),
    [
        ("South Korea: Joint Chiefs of Staff", "South Korea: Military"),
        ("South Korea: Military", "South Korea: Military"),
        ("Iraq: Minister of Oil", "Iraq: Ministry of Oil"),
        ("Iraq: Ministry of Oil", "Iraq: Ministry of Oil"),
        ("Kuwait: Ministry of Oil", "Kuwait: Ministry of Oil"),
        ("Japan: Government", "Japan: Government"),
        ("Grace Otieno", "Grace Otieno"),
        ("World Bank", "World Bank"),
        ("Note: President", "Note: President"),
        ("article", "article"),
    ],
)
def test_voices_of_one_institution_are_one(claimant: str, expected: str) -> None:
    assert institution(claimant) == expected


def test_an_institution_is_its_own_institution() -> None:
    for row in rows("en", "institutions"):
        once = institution(f"France: {row[0]}")
        assert institution(once) == once


def test_capitals_and_seats_act_for_their_state_and_cities_do_not() -> None:
    told = {}
    for text in ("London", "Downing Street", "Bristol", "Mediterranean"):
        found = entry_at(text, tokenise(text), 0, "en")
        assert found is not None
        told[text] = as_state(found.entry)
    assert told == {
        "London": "United Kingdom: Government",
        "Downing Street": "United Kingdom: Prime Minister's Office",
        "Bristol": None,
        "Mediterranean": None,
    }


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_row_names_a_country_that_exists_and_a_known_role(lang: str) -> None:
    codes = {row[0] for row in rows("en", "countries")}
    assert all(len(code) == 3 and code.isupper() and country_name(code) for code in codes)
    assert {row[0] for row in rows("ar", "countries")} == codes
    for name, role, code, english, *mark in rows(lang, "places"):
        assert role in ROLES and code in codes | {"-"} and english and mark in ([], ["context"]), name
    for row in rows(lang, "demonyms"):
        assert row[0] in codes | {"-"} and all(row[1].split(",")), row
    rank = 3 if lang == "ar" else 1
    assert {row[rank] for row in rows(lang, "offices")} <= RANKS


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_list_says_one_thing_twice(lang: str, name: str) -> None:
    by_role = name in ("name_words", "judging", "place_words")
    said = [(row[0] if SHADDA in row[0] else fold(row[0]), row[1] if by_role else "") for row in rows(lang, name)]
    assert sorted({entry for entry in said if said.count(entry) > 1}) == []


@pytest.mark.parametrize("name", [*NAMES, "contrast"])
def test_every_arabic_row_has_its_english_gloss(name: str) -> None:
    assert [row for row in rows("ar", name) if not re.match("[A-Za-zÀ-ž]", row[-1])] == []


def test_every_capital_of_one_language_is_in_the_other() -> None:
    capitals = {lang: {row[2] for row in rows(lang, "places") if row[1] == "capital"} for lang in ("ar", "en")}
    assert capitals["ar"] == capitals["en"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("جرفت سيول عدة قرى", set()),
        ("أعلنت سيول والجيش الكوري هدنة", {"KOR"}),
        ("ناشد حماة البيئة الوزارة", set()),
        ("قصفت حماة وإدلب ليلا", {"SYR"}),
        ("عثر الطبيب على جنين سليم", set()),
        ("اقتحم الجنود جنين ونابلس", {"PSE"}),
    ],
)
def test_a_place_that_is_another_word_counts_where_its_country_is_named(text: str, countries: set[str]) -> None:
    found = find_entries(text, tokenise(text), "ar", frozenset({"capital", "city"}))
    assert {entry.entry.country for entry in found} == countries
