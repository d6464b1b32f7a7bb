"""Charts: pure, in both directions, never blank, never colour alone, small however many claims there are."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import altair as alt
import pandas as pd
import pytest
import vl_convert
from pages import article, claims, reading

from factcheck import charts
from factcheck.agreement import Agreement
from factcheck.charts.dress import MIMETYPE, mixed, render
from factcheck.charts.work import progress
from factcheck.finding import Finding
from factcheck.lang.direction import spoken
from factcheck.table import CLAIM_COLUMNS, RECORD_COLUMNS, accounts_table, claims_table, findings_table, typed
from factcheck.verdict import NO_VERDICT, STATUSES, VERDICT_IDS, VERDICTS

TODAY = date(2025, 3, 20)
MEASURES = [Agreement("Cohen's κ", 0.62, 40, 0.4, 0.8), Agreement("Span F1", None, 3, why="fewer than 5 units")]
EVIDENCE = pd.DataFrame({
    "claim": ["a", "a", "b"],
    "source_type": ["primary", "secondary", "primary"],
    "stance": ["refutes", "context", "supports"],
})  # fmt: skip
PROGRESS = pd.DataFrame({"day": [date(2025, 3, 1), date(2025, 3, 4)], "selected": [2, 5], "concluded": [0, 3]})


def worked() -> pd.DataFrame:
    """Claims with statuses and verdicts of every sort."""
    rows = []
    for i, status in enumerate(STATUSES * 2):
        rows.append({
            "id": f"c{i}", "voice": f"Voice {i % 5}", "claimant": f"Voice {i % 5}", "sentence": f"Sentence {i}",
            "text": "x", "kind": "event", "mode": "indirect_speech", "dates": [], "status": status, "how": [],
            "sources": i % 5,
            "verdict": VERDICT_IDS[i % 7] if i % 3 else None, "reply_due": "2025-03-01" if i == 4 else None,
            "changed": pd.Timestamp("2025-03-10", tz="UTC"), "conflicts": [],
        })  # fmt: skip
    return typed(rows, (*CLAIM_COLUMNS, *RECORD_COLUMNS))


def findings() -> pd.DataFrame:
    return findings_table([Finding("unnamed_source", ("c1",), "x"), Finding("narrator_exceeds", ("c2",), "y")])


def accounts() -> pd.DataFrame:
    return accounts_table(reading().disagreements, claims(), article())


DRAWN: dict[str, Callable[[str], Any]] = {
    "status": lambda lang: charts.work_status_chart(worked(), lang),
    "verdicts": lambda lang: charts.verdicts_chart(worked(), lang),
    "findings": lambda lang: charts.findings_chart(findings(), lang),
    "claimants": lambda lang: charts.claimants_chart(worked(), lang),
    "matrix": lambda lang: charts.matrix_chart(worked(), lang),
    "accounts": lambda lang: charts.accounts_chart(accounts(), lang),
    "progress": lambda lang: charts.progress_chart(PROGRESS, lang),
    "timeline": lambda lang: charts.timeline_chart(claims_table(claims(), article=article()), lang),
    "queue": lambda lang: charts.queue_chart(worked(), TODAY, lang),
    "coverage": lambda lang: charts.coverage_chart(worked(), lang),
    "sources": lambda lang: charts.sources_chart(EVIDENCE, lang),
    "linked": lambda lang: charts.linked_chart(worked(), lang),
    "agreement": lambda lang: charts.agreement_chart(MEASURES, lang),
}
EMPTY: dict[str, Callable[[str], Any]] = {
    "status": lambda lang: charts.work_status_chart(worked()[:0], lang),
    "verdicts": lambda lang: charts.verdicts_chart(worked()[:0], lang),
    "findings": lambda lang: charts.findings_chart(findings()[:0], lang),
    "claimants": lambda lang: charts.claimants_chart(worked()[:0], lang),
    "matrix": lambda lang: charts.matrix_chart(worked()[:0], lang),
    "accounts": lambda lang: charts.accounts_chart(accounts()[:0], lang),
    "progress": lambda lang: charts.progress_chart(PROGRESS[:0], lang),
    "timeline": lambda lang: charts.timeline_chart(worked()[:0], lang),
    "queue": lambda lang: charts.queue_chart(worked()[:0], TODAY, lang),
    "coverage": lambda lang: charts.coverage_chart(worked()[:0], lang),
    "sources": lambda lang: charts.sources_chart(EVIDENCE[:0], lang),
    "linked": lambda lang: charts.linked_chart(worked()[:0], lang),
    "agreement": lambda lang: charts.agreement_chart([], lang),
}


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_the_same_each_time_and_carries_its_summary(name: str, lang: str) -> None:
    one, two = DRAWN[name](lang), DRAWN[name](lang)
    assert json.dumps(one.to_dict()) == json.dumps(two.to_dict())
    assert len(charts.summary_of(one)) > 20
    assert not re.search("[\u2066-\u2069]", charts.summary_of(one))


@pytest.mark.parametrize("name", EMPTY)
def test_a_chart_of_nothing_says_so_and_is_not_blank(name: str) -> None:
    for lang, words in (("ar", "لا شيء يُعرض بعد"), ("en", "Nothing to show yet")):
        spec = EMPTY[name](lang).to_dict()
        assert words in spec["description"] and words in json.dumps(spec, ensure_ascii=False)


@pytest.mark.parametrize("name", sorted(set(DRAWN) - {"timeline", "matrix", "sources"}))
def test_arabic_runs_from_the_right(name: str) -> None:
    arabic, english = json.dumps(DRAWN[name]("ar").to_dict()), json.dumps(DRAWN[name]("en").to_dict())
    assert '"reverse": true' in arabic and '"orient": "right"' in arabic and '"anchor": "end"' in arabic
    assert '"reverse": true' not in english and '"orient": "right"' not in english


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_drawn_keeps_to_what_jupyterlab_knows(name: str) -> None:
    spec = DRAWN[name]("ar").to_dict()
    assert "/vega-lite/v5" in spec["$schema"]
    assert "http" not in json.dumps({key: value for key, value in spec.items() if key != "$schema"})
    bundle, _ = render(spec)
    assert set(bundle) == {MIMETYPE, "text/plain"} and spoken(bundle["text/plain"]) == spec["description"]


def test_importing_the_charts_draws_without_a_network() -> None:
    assert alt.renderers.active == "factcheck"


def test_every_verdict_stands_with_glyph_and_word_and_none_is_hollow() -> None:
    values = json.dumps(charts.verdicts_chart(worked(), "en").to_dict(), ensure_ascii=False)
    for verdict in (*VERDICTS, NO_VERDICT):
        assert f"{verdict.glyph} " in values and verdict.colour in values
    rows = next(v for v in lists_in(json.loads(values)) if any(row.get("hollow") for row in v))
    assert [row["key"] for row in rows if row["fill"] == "white"] == [NO_VERDICT.id]


def test_progress_is_concluded_out_of_selected_and_never_out_of_all() -> None:
    table = worked()
    assert progress(table) == (8, 18) and len(table) == 22
    assert "Concluded: 8 of 18 selected." in charts.work_status_summary(table, "en")


@pytest.mark.parametrize("span", [0, 1, 2, 4, 6, 40])
def test_no_day_and_no_number_stands_twice_on_an_axis(span: int) -> None:
    first = date(2026, 11, 1)
    days = [first, first + timedelta(span)][: span + 1]
    table = pd.DataFrame({"day": days, "selected": [1] * len(days), "concluded": [0] * len(days)})
    drawn = vl_convert.vegalite_to_svg(charts.progress_chart(table, "en").to_dict())
    labels = re.findall(r">([\d/]+)</text>", drawn)
    assert {"01/11/2026", "0", "1"} <= set(labels) and len(labels) == len(set(labels)), labels


def test_an_open_end_is_an_arrow_and_the_article_a_diamond() -> None:
    spec = charts.accounts_chart(accounts(), "en").to_dict()
    rows = next(v for v in lists_in(spec) if any("open_high" in row for row in v))
    assert [(row["open_low"], row["open_high"]) for row in rows] == [(False, True), (False, False)]
    assert "triangle-right" in json.dumps(spec)
    assert "triangle-left" in json.dumps(charts.accounts_chart(accounts(), "ar").to_dict())


def test_compatible_accounts_are_never_titled_a_disagreement() -> None:
    for lang, words in (("ar", "غير متعارضتين"), ("en", "do not contradict")):
        chart = charts.accounts_chart(accounts(), lang)
        assert words in charts.summary_of(chart)
        assert not re.search("disagree|خلاف|تناقض", json.dumps(chart.to_dict(), ensure_ascii=False))


def test_a_sentence_names_voices_in_its_own_language_and_keeps_other_words_in_their_order() -> None:
    english, arabic = (charts.accounts_summary(accounts(), lang) for lang in ("en", "ar"))
    assert "Civil Defence: at least 3. City Council: 4." in english
    assert "إدارة الدفاع المدني: 3 على الأقل. بلدية المدينة: 4." in arabic
    assert mixed("Two بلدية المدينة: 4", "en") == "Two \u2068بلدية المدينة\u2069: 4"
    assert mixed("قال Voice 2، KN-23.", "ar") == "قال \u2068Voice 2\u2069، \u2068KN-23\u2069."


def test_the_linked_charts_list_claims_with_verdict_and_status_and_stay_small() -> None:
    many = pd.concat([worked()] * 500, ignore_index=True)
    spec = charts.linked_chart(many, "en").to_dict()
    listed = next(v for v in lists_in(spec) if any("about" in row for row in v))
    assert len(listed) == 200 and "Withdrawn" in listed[10]["about"]
    assert {"status", "verdict", "voice"} <= set(listed[0])
    assert "about" not in json.dumps(charts.linked_chart(many, "en", listed=False).to_dict())


def test_an_unsettled_date_stands_on_no_day() -> None:
    chart = charts.timeline_chart(claims_table(claims(), article=article()), "ar").to_dict()
    text = json.dumps(chart, ensure_ascii=False)
    assert "تاريخ غير محسوم" in text and "مساء الثلاثاء" in text and '"type": "temporal"' not in text


def test_an_undefined_agreement_is_words_and_no_number() -> None:
    spec = charts.agreement_chart(MEASURES, "en").to_dict()
    rows = next(v for v in lists_in(spec) if any("known" in row for row in v))
    assert [row["value"] for row in rows] == [0.62, None]
    assert "undefined: fewer than 5 units" in charts.agreement_summary(MEASURES, "en")


def test_a_reply_past_its_day_is_overdue() -> None:
    assert "Reply overdue 1" in charts.queue_summary(worked(), TODAY, "en")
    assert "Reply overdue 0" in charts.queue_summary(worked(), date(2025, 2, 1), "en")


def test_a_hundred_thousand_claims_are_aggregated_before_they_are_drawn() -> None:
    few, many = draw_seconds(10_000), draw_seconds(100_000)
    assert many < 20 * few  # linear is 10; comparing every claim with every other would be 100


def draw_seconds(n: int) -> float:
    """How long the charts of `n` claims of 3,000 voices take; each must stay small."""
    few = worked()
    many = pd.concat([few] * (n // len(few) + 1), ignore_index=True).head(n)
    many["voice"] = [f"Voice {i % 3000}" for i in range(n)]
    begin = time.perf_counter()
    for chart in (
        charts.work_status_chart(many, "ar"), charts.verdicts_chart(many, "ar"), charts.claimants_chart(many, "ar"),
        charts.matrix_chart(many, "ar"), charts.queue_chart(many, TODAY, "ar"), charts.coverage_chart(many, "ar"),
        charts.linked_chart(many, "ar"), charts.timeline_chart(many, "ar"),
    ):  # fmt: skip
        assert len(json.dumps(chart.to_dict())) < 200_000
    return time.perf_counter() - begin


def test_voices_are_called_as_the_article_calls_them_in_arabic_and_as_filed_in_english() -> None:
    table = claims_table(claims(), article=article())
    assert charts.voice_names(table, "ar")["Civil Defence"] == "إدارة الدفاع المدني"
    assert charts.voice_names(table, "en")["Civil Defence"] == "Civil Defence"
    assert charts.voice_names(table, "ar")["صحيفة الوادي"] == "صحيفة الوادي (كلام الناشر نفسه)"


def lists_in(value: Any) -> list[list[dict[str, Any]]]:
    """Every list of rows inside a specification."""
    if isinstance(value, dict):
        return [found for inner in value.values() for found in lists_in(inner)]
    if isinstance(value, list):
        own = [value] if value and all(isinstance(row, dict) for row in value) else []
        return own + [found for inner in value for found in lists_in(inner)]
    return []
