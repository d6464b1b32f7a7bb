"""What time a text implies: each page date that cannot hold beside its twin that can."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.article import Article
from factcheck.chronology import check_chronology
from factcheck.reading import read

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


def test_the_line_that_says_when_a_page_was_updated_is_no_event_of_its_text() -> None:
    page = "Police deny the report\n\n{}: Sunday, 15 September 2013\n{}: Monday, 16 September 2013\n\nPolice denied it."
    assert check_chronology(page.format("Published", "Updated"), "en", date(2013, 9, 15)) == []
    (found,) = check_chronology("Police wrote it was updated on 16 September 2013.", "en", date(2013, 9, 15))
    assert found.kind == "contradiction"


def test_a_hijri_page_date_may_be_a_day_off() -> None:
    page = "14 ذو القعدة 1432\n\nتراجع التلفزيون أمس {} عن الخبر."  # by the tables 12 October 2011, a Wednesday
    assert check_chronology(page.format("الاثنين"), "ar", date(2011, 10, 12)) == []
    (found,) = check_chronology(page.format("السبت"), "ar", date(2011, 10, 12))
    assert found.kind == "contradiction"


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


GOLD = sorted(Path(__file__).with_name("gold").glob("*.gold.json"))
TIED = re.compile(
    r"(?:اليوم|أمس)\s+(?:ال(?:سبت|أحد|اثنين|ثلاثاء|أربعاء|خميس|جمعة))|(?:today|yesterday), \w+day", re.IGNORECASE
)


def dated_articles() -> list[tuple[str, str, str, date]]:
    """Name, text, language and date of the gold articles that say when they appeared."""
    found = []
    for path in GOLD:
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_name(path.name.replace(".gold.json", ".txt"))
        if gold.get("dateline") and text.exists():
            lang = "en" if path.name.startswith(("en", "real-en")) else "ar"
            found.append((path.name, text.read_bytes().decode(), lang, date.fromisoformat(gold["dateline"])))
    return found


def test_no_article_alarms_on_the_day_it_appeared() -> None:
    articles = dated_articles()
    assert len(articles) >= 20
    assert [name for name, text, lang, day in articles if check_chronology(text, lang, day)] == []


def test_an_article_that_names_its_weekday_alarms_on_every_other_day_of_the_week() -> None:
    tied = [article for article in dated_articles() if TIED.search(article[1])]
    assert len(tied) >= 5
    missed = [
        (name, days)
        for name, text, lang, day in tied
        for days in range(1, 7)
        if not check_chronology(text, lang, day + timedelta(days=days))
    ]
    assert missed == []


def test_the_days_of_a_list_of_sources_are_their_own() -> None:
    text = "They met today, and left.\n\nSources\n\nAna Ruiz. Boat misplaced by crew — Vale Sun, August 16, 2008"
    assert check_chronology(text, "en", date(2008, 8, 15))
    assert check_chronology(text, "en", date(2008, 8, 15), [(text.index("Ana"), len(text))]) == []


@pytest.mark.parametrize(
    ("text", "alarms"),
    [
        ("اقترح المهرجان على المنتجة عرض الفيلم خارج المسابقة يوم 4 فبراير.", 0),
        ("أوضح المدير أن القيمة لا تكفي، وأن النسخة لم تصل إلا في 21 يناير.", 0),
        ("وسيعقد المؤتمر في 21 يناير في العاصمة.", 1),
    ],
)
def test_a_day_that_its_claim_has_lie_near_alarms_nobody(text: str, alarms: int) -> None:
    reading = read(Article("case", text, "0" * 64, "ar", page_date=date(2026, 1, 29)))
    assert sum(finding.kind == "date_tension" for finding in reading.findings) == alarms
