"""Quantities read in Arabic and English text: the cases, and laws that hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from quantity_cases import READ_ON, cases, shown

from factcheck.extract.dates import dates_in
from factcheck.extract.quantities import find_quantities, is_figure, quantities_in
from factcheck.lang import rows
from factcheck.text import tokenise

ALL = [(lang, text, expected) for lang in ("ar", "en") for text, expected in cases(lang, "quantities")]
WORDS = [
    row[0]
    for lang in ("ar", "en")
    for name in ("numbers", "units", "bounds", "currencies", "around_numbers")
    for row in rows(lang, name)
]
pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["صاروخين", "12", "٣٫٥", "1,204", "و", "و12", "%", "$", "-", "/", "\n", "،", ".", "people", "5m"]),
    st.text(max_size=4),
)
texts = st.lists(pieces, max_size=14).map(" ".join)
HOSTILE = [
    "",
    " ",
    "\ud800",
    "9" * 400,
    "٣" * 400,
    "1." * 200,
    "1,2,3,4",
    "و" * 50,
    "😀 12 😀",
    "\x00\x07\x1b",
    "$",
    "$$$5",
    "%",
    "²³",
    "௧௨",
    "بين",
    "between",
    "from to",
    "\u202b12\u202c",
    "١٬٬٢",
    "1/2/3/4/5/6",
    "00012",
    "-5--6-",
]


@pytest.mark.parametrize(("lang", "text", "expected"), ALL, ids=[text[:40] for _, text, _ in ALL])
def test_a_case_gives_its_quantities_and_no_other(lang: str, text: str, expected: list[str]) -> None:
    assert sorted(map(shown, find_quantities(text, lang))) == sorted(expected)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_there_are_hundreds_of_cases_and_some_that_must_be_left(lang: str) -> None:
    found = cases(lang, "quantities")
    assert len(found) >= 200
    assert sum(not expected for _, expected in found) >= 20


@settings(max_examples=400, deadline=None)
@given(texts, st.sampled_from(["ar", "en"]))
@example("12 سالب صاروخين", "ar")
@example("at most 5 at least", "en")
def test_offsets_round_trip_and_intervals_hold_in_any_text(text: str, lang: str) -> None:
    found = find_quantities(text, lang)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.exact != ""
        assert quantity.low is not None or quantity.high is not None
        assert quantity.interval.low == quantity.low
    spans = [(quantity.start, quantity.end) for quantity in found]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["ar", "en"]))
@example("\ud800 12", "ar")
def test_no_text_raises(text: str, lang: str) -> None:
    assert find_quantities(text, lang) == find_quantities(text, lang)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_hostile_texts_give_spans_of_themselves(text: str, lang: str) -> None:
    assert all(text[q.start : q.end] == q.exact for q in find_quantities(text, lang))


def test_a_megabyte_of_digits_is_no_quantity() -> None:
    assert find_quantities("7" * 1_000_000, "ar") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "أطلقت صاروخا باليستيا واحدا على الأقل"),
        ("ar", "ثلاثة ملايين ومئتي ألف دولار"),
        ("ar", "اثنان وعشرون جنديا"),
    ],
)
def test_marks_inside_words_change_offsets_and_nothing_else(lang: str, text: str) -> None:
    marked = "".join(char + "\u064e\u0640" if "ء" <= char <= "ي" else char for char in text)
    plain, found = find_quantities(text, lang), find_quantities(marked, lang)
    assert [shown(q) for q in found] == [shown(q) for q in plain]
    assert all(marked[q.start : q.end] == q.exact for q in found)


def test_the_three_digit_systems_read_alike() -> None:
    assert (
        len({shown(find_quantities(f"وصل {n} مهاجرا", "ar")[0]) for n in ("1250", "١٢٥٠", "۱۲۵۰", "١٬٢٥٠", "1,250")})
        == 1
    )


def test_the_words_may_carry_clitics_and_the_span_leaves_them_out() -> None:
    quantity = find_quantities("وبأكثر من عشرين صوتا", "ar")[0]
    assert quantity.exact == "أكثر من عشرين صوتا"


def test_the_counted_noun_is_a_singular() -> None:
    nouns = [
        find_quantities(text, "ar")[0].noun
        for text in ("صاروخين باليستيين", "ثلاثة صواريخ", "11 صاروخا", "صاروخا واحدا")
    ]
    assert nouns == ["صاروخ"] * 4
    assert find_quantities("مرتين", "ar")[0].noun == "مرة"
    assert [find_quantities(text, "en")[0].noun for text in ("three missiles", "six counties", "two people")] == [
        "missile",
        "county",
        "person",
    ]


def test_ages_and_ordinals_come_back_and_are_no_figures() -> None:
    found = find_quantities("قتل رجل عمره 30 عاما للمرة الثانية بعد ثلاثة أيام", "ar")
    assert [is_figure(quantity) for quantity in found] == [False, False, True]
    assert not is_figure(find_quantities("A 25-year-old man", "en")[0])


def test_dates_given_are_not_looked_for_again() -> None:
    text = "قتل 5 أشخاص في 5 يناير 2022"
    tokens = tokenise(text)
    assert quantities_in(text, tokens, "ar", dates_in(text, tokens, "ar", READ_ON)) == find_quantities(text, "ar")
    assert len(quantities_in(text, tokens, "ar", [])) > 1


def test_a_number_of_a_date_is_no_quantity() -> None:
    assert [q.exact for q in find_quantities("في 30 أغسطس/ آب 2024 أطلقت 3 صواريخ", "ar")] == ["3 صواريخ"]
