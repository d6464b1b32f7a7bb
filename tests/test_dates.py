"""Dates read in Arabic and English text, and the arithmetic of days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quantity_cases import READ_ON, cases, shown_date

from factcheck.dates import Days, nearest_weekday, shift
from factcheck.extract.dates import find_dates
from factcheck.lang import rows

ALL = [(lang, text, expected) for lang in ("ar", "en") for text, expected in cases(lang, "dates")]
days = st.dates(date(1600, 1, 1), date(2300, 12, 31))
GRAINS = ("day", "week", "month", "quarter", "half", "year", "decade", "century")
WORDS = [row[0] for lang in ("ar", "en") for name in ("calendar", "numbers") for row in rows(lang, name)]
pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["2024", "30", "١٤٤٥", "/", "-", "31.12.2024", "الماضي", "من", "of", "the", ",", "\n", "هـ"]),
    st.text(max_size=3),
)
texts = st.lists(pieces, max_size=12).map(" ".join)


@pytest.mark.parametrize(("lang", "text", "expected"), ALL, ids=[text[:40] for _, text, _ in ALL])
def test_a_case_gives_its_dates_and_no_other(lang: str, text: str, expected: list[str]) -> None:
    assert sorted(map(shown_date, find_dates(text, lang, READ_ON))) == sorted(expected)


@settings(max_examples=400, deadline=None)
@given(texts, st.sampled_from(["ar", "en"]), st.one_of(st.none(), days), st.sampled_from(["past", "future"]))
def test_offsets_round_trip_and_days_are_in_order(text: str, lang: str, reference: date | None, prefer: str) -> None:
    found = find_dates(text, lang, reference, prefer)  # type: ignore[arg-type]  # one of the two
    for mention in found:
        assert text[mention.start : mention.end] == mention.exact != ""
        assert mention.low is None or mention.high is None or mention.low <= mention.high
        assert (mention.iso is None) == (mention.low is None and mention.high is None)
    spans = [(mention.start, mention.end) for mention in found]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@settings(max_examples=200, deadline=None)
@given(texts, st.sampled_from(["ar", "en"]), days)
def test_without_a_reference_nothing_is_guessed(text: str, lang: str, reference: date) -> None:
    alone = find_dates(text, lang, None)
    for mention in alone:
        assert mention.basis == "text" or mention.iso is None
    resting = {(m.start, m.end) for m in find_dates(text, lang, reference) if m.basis == "text"}
    assert {(m.start, m.end) for m in alone if m.iso is not None} <= resting | {
        (m.start, m.end) for m in find_dates(text, lang, reference)
    }


def test_relative_dates_without_a_reference_stay_unresolved() -> None:
    for text in ("أمس", "الأسبوع الماضي", "30 أغسطس/ آب الماضي", "منذ مطلع العام الحالي"):
        (mention,) = find_dates(text, "ar", None)
        assert (mention.iso, mention.low, mention.high, mention.basis) == (None, None, None, "page_date")


@pytest.mark.parametrize(
    "text",
    [
        "30 أغسطس/ آب 2024",
        "30 أغسطس / آب 2024",
        "30 اغسطس/آب 2024",
        "30 آب (أغسطس) 2024",
        "30 آب / أغسطس 2024",
        "30 آب أغسطس 2024",
        "٣٠ أغسطس ٢٠٢٤",
        "30 أغسطس، 2024",
    ],
)
def test_a_twin_month_is_one_date(text: str) -> None:
    (mention,) = find_dates(text, "ar", None)
    assert (mention.iso, mention.exact, mention.basis) == ("2024-08-30", text, "text")


def test_a_weekday_that_does_not_fit_its_date_is_flagged() -> None:
    assert find_dates("الأربعاء 30 أكتوبر 2024", "ar", None)[0].weekday_fits is True
    assert find_dates("الأربعاء 31 أكتوبر 2024", "ar", None)[0].weekday_fits is False
    assert find_dates("اليوم الخميس", "ar", READ_ON)[0].weekday_fits is False
    assert find_dates("Thursday, October 30, 2024", "en", None)[0].weekday_fits is False


def test_the_direction_comes_from_the_words_then_the_tense_then_the_preference() -> None:
    def found(text: str, prefer: str = "past") -> date | None:
        return find_dates(text, "ar", READ_ON, prefer)[0].low  # type: ignore[arg-type]  # one of the two

    assert found("عقد اللقاء الأحد") == date(2024, 10, 27)
    assert found("سيعقد اللقاء الأحد") == date(2024, 11, 3)
    assert found("اللقاء الأحد", "future") == date(2024, 11, 3)
    assert found("سيعقد كما قال الأحد الماضي") == date(2024, 10, 27)


def test_a_day_without_a_year_has_the_one_year_that_the_text_gives_it() -> None:
    ahead, told, other = find_dates("الهجوم في 7 أبريل الجاري. وقع في 7 أبريل 2013، ثم في 9 أبريل.", "ar", None)
    assert (ahead.iso, ahead.basis, told.iso, other.iso) == ("2013-04-07", "text", "2013-04-07", None)
    twice = find_dates("on 7 April; on 7 April 2013 and on 7 April 2014", "en", None)
    assert [mention.iso for mention in twice] == [None, "2013-04-07", "2014-04-07"]


def test_what_has_lasted_began_in_the_past_whatever_is_expected() -> None:
    (mention,) = find_dates("خسروا أياما منذ ديسمبر", "ar", READ_ON, "future")
    assert (mention.low, mention.high) == (date(2023, 12, 1), READ_ON)


def test_since_ends_at_the_reference_and_stays_open_without_one() -> None:
    assert find_dates("منذ مارس 2023", "ar", READ_ON)[0].high == READ_ON
    open_end = find_dates("منذ مارس 2023", "ar", None)[0]
    assert (open_end.low, open_end.high) == (date(2023, 3, 1), None)


def test_a_day_beyond_the_last_year_is_no_date() -> None:
    (found,) = find_dates("It froze overnight. Sales rose a century earlier.", "en", date(1, 1, 2))
    assert found.exact == "overnight"
    (found,) = find_dates("It froze today, a year earlier.", "en", date.max)
    assert found.exact == "today"


def test_a_half_match_is_no_date() -> None:
    for lang, text in (
        ("ar", "31 فبراير 2024"),
        ("ar", "30/13/2024"),
        ("ar", "13 شهرا"),
        ("ar", "الشهر"),
        ("en", "February 30, 2024"),
    ):
        assert find_dates(text, lang, READ_ON) == []


@settings(max_examples=500, deadline=None)
@given(days, st.sampled_from(GRAINS))
def test_a_day_lies_in_its_week_month_and_century(day: date, grain: str) -> None:
    found = Days.of(day, grain)
    assert day in found
    assert found.low is not None and found.high is not None
    assert Days.of(found.low, grain) == found == Days.of(found.high, grain)
    assert Days.of(found.high + timedelta(days=1), grain).low == found.high + timedelta(days=1)


@settings(max_examples=500, deadline=None)
@given(days, st.sampled_from(GRAINS), st.integers(-9, 9))
def test_a_shift_there_and_back_stays_within_the_month(day: date, grain: str, n: int) -> None:
    back = shift(shift(day, grain, n), grain, -n)
    assert (back.year, back.month) == (day.year, day.month)
    assert day.day >= 29 or back == day


@settings(max_examples=500, deadline=None)
@given(days, st.integers(0, 6), st.sampled_from([-1, 1]), st.booleans())
def test_the_nearest_weekday_is_that_weekday_within_a_week(
    day: date, weekday: int, direction: int, strictly: bool
) -> None:
    found = nearest_weekday(day, weekday, direction, strictly=strictly)
    assert found.weekday() == weekday
    assert (1 if strictly else 0) <= (found - day).days * direction <= (7 if strictly else 6)


def test_days_turned_round_are_refused() -> None:
    with pytest.raises(ValueError, match="first must not lie after"):
        Days(date(2024, 2, 1), date(2024, 1, 1))


def test_iso_names_a_day_a_month_a_year_or_both_ends() -> None:
    assert Days.of(READ_ON, "day").iso() == "2024-10-30"
    assert Days.of(READ_ON, "month").iso() == "2024-10"
    assert Days.of(READ_ON, "year").iso() == "2024"
    assert Days.of(READ_ON, "week").iso() == "2024-10-28/2024-11-03"
    assert Days(None, READ_ON).iso() == Days(READ_ON, None).iso() == "2024-10-30"
    assert Days(None, None).iso() is None


@pytest.mark.parametrize(
    ("lang", "text", "iso"),
    [
        ("ar", "ووعد الوزير بصرفها قبل نهاية ديسمبر", "2024-10-30/2024-12-31"),
        ("ar", "ويتوقع عودته قبل منتصف نوفمبر", "2024-10-30/2024-11-15"),
        ("ar", "وصرفت قبل نهاية مارس", "2024-03-31"),
        ("ar", "ووعد الوزير بصرفها بحلول نهاية ديسمبر", "2024-12-31"),
        ("ar", "ويعود قبل 7 نوفمبر", "2024-11-07"),
        ("en", "It will be paid before the end of December", "2024-12-31"),
        ("en", "Nobody complained before 30 July", "2024-07-30"),
    ],
)
def test_a_deadline_names_its_day_and_arabic_before_the_end_of_what_comes_the_days_up_to_it(
    lang: str, text: str, iso: str
) -> None:
    (found,) = find_dates(text, lang, READ_ON)
    assert (found.iso, found.low) == (iso, None)


@pytest.mark.parametrize(
    ("lang", "text", "iso"),
    [
        ("ar", "تعمم الوجبة بدءا من سبتمبر المقبل", "2025-09"),
        ("ar", "ارتفعت الأسعار منذ سبتمبر الماضي", "2024-09-01/2024-10-30"),
        ("en", "Fees rise starting from July 2025", "2025-07"),
    ],
)
def test_what_begins_with_a_month_names_it_and_what_has_lasted_since_one_the_days(
    lang: str, text: str, iso: str
) -> None:
    (found,) = find_dates(text, lang, READ_ON)
    assert found.iso == iso
