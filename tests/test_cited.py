"""The sentence of a claim that leaves its event or day open tells which article it is from; no other does."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.article import Article
from factcheck.claim import Claim, in_article
from factcheck.extract.claims import extract

_EN = "Fire destroys paper mill in Leeds\n\nLEEDS, 4 March 2025 — "
_AR = "حريق يلتهم مصنع ورق في طنطا\n\nالقاهرة - 4 مارس 2025 - "


def _claims(text: str, lang: str) -> tuple[Claim, ...]:
    return extract(Article(id="x", text=text, sha256="0" * 64, lang=lang)).claims


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("The roof fell in.", True),
        ("Two workers died.", True),
        ("Marta Hale of Leeds owns a mill in York.", True),
        ("Marta Hale of Leeds bought the northern mill in York in 2019.", False),
        ("Marta Hale of Leeds bought the burnt mill in 2019.", True),
        ("Marta Hale of Leeds left York on Sunday.", True),
        ("Marta Hale of Leeds left York in 2019.", False),
    ],
)
def test_an_english_sentence_that_leaves_its_event_or_day_open_names_its_article(sentence: str, cited: bool) -> None:
    told = _claims(_EN + sentence, "en")[-1].text
    assert told.endswith(" [from “Fire destroys paper mill in Leeds”, page date 4 March 2025].") is cited
    assert ("[from " in told) is cited


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("انهار سقف المبنى.", True),
        ("قتل عاملان في الهند عام 2019.", False),
        ("قتل عاملان في الهند الأحد الماضي.", True),
    ],
)
def test_an_arabic_sentence_that_leaves_its_event_or_day_open_names_its_article(sentence: str, cited: bool) -> None:
    told = _claims(_AR + sentence, "ar")[-1].text
    assert told.endswith(" [من «حريق يلتهم مصنع ورق في طنطا»، وتاريخ الصفحة 4 مارس 2025]") is cited
    assert ("[من " in told) is cited


def test_a_whole_headline_is_followed_by_the_date_and_a_part_by_the_whole() -> None:
    assert _claims(_EN + "The roof fell in.", "en")[0].text.endswith("mill in Leeds [page date 4 March 2025].")
    both = _claims("Fire destroys mill; mayor denies delay\n\nLEEDS, 4 March 2025 — The roof fell in.", "en")
    assert all("[from “Fire destroys mill; mayor denies delay”, page" in claim.text for claim in both[:2])
    assert all("[" not in claim.text for claim in _claims("The roof fell in. Two workers died.", "en"))


def test_a_headline_that_the_story_repeats_is_dated_and_a_repetition_in_the_story_is_not() -> None:
    told = _claims("حريق يلتهم مصنع ورق في طنطا\n\nالقاهرة - 4 مارس 2025 - التهم حريق مصنع ورق في طنطا.", "ar")
    assert told[0].text.endswith("في طنطا [تاريخ الصفحة 4 مارس 2025]")
    twice = [c for c in _claims(_AR + "انهار سقف المبنى.\n\nانهار سقف المبنى.", "ar") if c.exact == "انهار سقف المبنى"]
    assert len(twice) == 2
    assert [c.text.count("[من ") for c in twice if c.same_as is not None] == [0]


def test_the_headline_is_cut_and_its_own_marks_stand_within() -> None:
    text = "Mayor: “Roof [was] «safe»” " + "and sound " * 8 + "says report\n\nThe roof fell in."
    told = _claims(text, "en")[-1].text
    assert told.startswith("The roof fell in [from “Mayor: ‘Roof (was) ‘safe’’ and sound ") and told.endswith("…”].")
    assert in_article(told) == "The roof fell in."


@given(st.text(alphabet=st.sampled_from(list("Aab و«»“”[]\"'.،:!4\u200f")), min_size=3, max_size=60))
def test_the_bracket_comes_off_whatever_the_headline_holds(headline: str) -> None:
    for lang, body in (("en", "The roof fell in on Sunday."), ("ar", "انهار سقف المبنى يوم الأحد.")):
        page = Article(id="x", text=f"{headline}\n\n{body}", sha256="0" * 64, lang=lang, page_date=date(2025, 3, 4))
        for claim in extract(page).claims:
            assert not any(mark in in_article(claim.text) for mark in ("[from ", "[من ", "[page date", "[تاريخ"))
