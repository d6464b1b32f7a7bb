"""What time a text implies: each page date that cannot hold beside its twin that can."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.chronology import check_chronology

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("cases").joinpath("chronology.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
SEED = "التقى الرئيسان اليوم الأربعاء. وكان آخرها في 30 أغسطس/ آب الماضي. ووعدت بمحاولة في أكتوبر/ تشرين الأول المقبل."


@pytest.mark.parametrize(("lang", "page_date", "kind", "text"), CASES)
def test_a_page_date_that_cannot_hold_is_found_and_its_twin_is_not(
    lang: str, page_date: str, kind: str, text: str
) -> None:
    found = check_chronology(text, lang, date.fromisoformat(page_date))
    assert {anomaly.kind for anomaly in found} == (set() if kind == "none" else {kind})


def test_the_window_is_the_september_wednesdays_and_no_date_is_asserted() -> None:
    (anomaly,) = check_chronology(SEED, "ar", date(2024, 10, 30))
    assert anomaly.what == "page date 2024-10-30"
    assert anomaly.kind == "tension"
    assert anomaly.window == {"months": ["09"], "weekday": "Wednesday"}
    said = " ".join((anomaly.note, *anomaly.derivation))
    assert set(re.findall(r"\d{4}-\d\d-\d\d", said)) == {"2024-10-30"}


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_step_of_the_derivation_quotes_the_text(lang: str) -> None:
    text = SEED if lang == "ar" else "They met today, Wednesday. It failed last August and will be tried next October."
    (anomaly,) = check_chronology(text, lang, date(2024, 10, 30))
    quoted = [words for step in anomaly.derivation for words in re.findall("[«“](.+?)[»”]", step)]
    assert len(quoted) >= 3
    assert all(words in text for words in quoted)


def test_without_a_page_date_only_an_impossible_weekday_speaks() -> None:
    assert check_chronology("التقى الرئيس اليوم الأربعاء، ووعد بمحاولة في أكتوبر المقبل.", "ar", None) == []
    (anomaly,) = check_chronology("They met on Tuesday, 30 October 2024, in the capital.", "en", None)
    assert anomaly.kind == "contradiction"


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
@settings(max_examples=400, deadline=None)
def test_today_with_its_own_weekday_never_alarms(day: date) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]
    assert check_chronology(f"They met today, {name}, and left.", "en", day) == []


@given(st.text(max_size=300), st.sampled_from(["ar", "en"]))
@settings(max_examples=400, deadline=None)
def test_no_text_breaks_the_reading(text: str, lang: str) -> None:
    check_chronology(text, lang, date(2024, 2, 29))
