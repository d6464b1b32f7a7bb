"""Pages: complete in themselves, deaf to what an article tries to run, silent about what is internal."""

from __future__ import annotations

import datetime
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pages import (
    IMPRINT,
    PLANTED,
    TEXT,
    article,
    claims,
    closed_browser,
    ledger,
    open_page,
    published_check,
    reading,
    work,
)
from payloads import PAYLOADS

from factcheck.errors import ExportError
from factcheck.export import export_table
from factcheck.lang.direction import spoken
from factcheck.ledger.state import ClaimState
from factcheck.report import Checked, broken_before_publication, check_page, dashboard_page, write_dashboard
from factcheck.report.html import data_block, element, is_web, link
from factcheck.table import accounts_table, claims_table, evidence_table

ATTACKS = (
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<svg/onload=window.pwned=1>",
    '"><script>window.pwned=1</script>',
    "' onmouseover='window.pwned=1",
    "javascript:window.pwned=1",
    "data:text/html,<script>window.pwned=1</script>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'>",
    "{{constructor.constructor('window.pwned=1')()}}",
    "${window.pwned=1}",
    "<!--<script>window.pwned=1//-->",
    "<style>@import 'http://evil.example/x.css'</style>",
    '<meta http-equiv=refresh content="0;url=http://evil.example">',
    "<base href=http://evil.example/>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<form action=http://evil.example>",
    "]]><script>window.pwned=1</script>",
    "\u2028window.pwned=1\u2029",
    "<math><mtext></p><script>window.pwned=1</script>",
    '<a href="javascript:window.pwned=1">x</a>',
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "<object data=javascript:window.pwned=1>",
    "datum.x; window.pwned=1",
    "'+(window.pwned=1)+'",
)
EIGHT_AT_ONCE = tuple(" ".join(PAYLOADS[i : i + 8]) for i in range(0, len(PAYLOADS), 8))


EVERY_CHART = {
    "status", "verdicts", "queue", "progress", "coverage", "sources", "findings", "claimants", "matrix", "timeline",
    "agreement", "accounts-0", "linked",
}  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_dashboard_opens_without_a_request_and_draws_every_chart(lang: str, tmp_path: Path) -> None:
    work(ledger(tmp_path, "أمل", 1), claims()[1].id)
    state = ledger(tmp_path, "أمل", 700).state()
    path = write_dashboard(
        [(article(), reading(), state)], tmp_path / "page.html", lang=lang, today=datetime.date(2025, 3, 9)
    )
    assert path.stat().st_size <= 5_000_000
    with closed_browser() as page:
        open_page(page, path)
        assert page.noticed == []
        keys = page.locator("script[data-chart]").evaluate_all("all => all.map(one => one.dataset.chart)")
        assert {key.removeprefix("chart-") for key in keys} == EVERY_CHART
        for key in keys:
            words = page.locator(f"#{key} svg.marks text").count()
            assert words > 1 or (key == "chart-agreement" and words == 1), key  # nobody agrees alone: it says so
        assert page.locator("html").get_attribute("dir") == ("rtl" if lang == "ar" else "ltr")


# Of each chart: how wide it is, how large its smallest words are on the screen, and how it stands in its frame.
ON_THE_SCREEN = """() => [...document.querySelectorAll('.chart')].map((frame) => {
  const svg = frame.querySelector('svg.marks');
  const box = svg.getBoundingClientRect(), around = frame.getBoundingClientRect();
  const words = [...svg.querySelectorAll('text')].filter((one) => one.textContent.trim());
  const size = Math.min(...words.map((one) => parseFloat(getComputedStyle(one).fontSize)));
  return {
    key: frame.id, wide: box.width, size: size * box.width / svg.getAttribute('width'),
    scrolls: frame.scrollWidth > frame.clientWidth, tabs: frame.tabIndex === 0,
    begins: document.dir === 'rtl' ? box.right <= around.right + 1 : box.left >= around.left - 1,
  };
})"""


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_at_the_width_of_a_phone_the_words_of_a_chart_keep_their_size_and_the_page_stays_in_its_window(
    lang: str, tmp_path: Path
) -> None:
    work(ledger(tmp_path, "أمل", 1), claims()[1].id)
    state = ledger(tmp_path, "أمل", 700).state()
    path = write_dashboard([(article(), reading(), state)], tmp_path / "page.html", lang=lang)
    with closed_browser() as page:
        wide = {}
        for width in (1440, 1000, 390):
            page.set_viewport_size({"width": width, "height": 800})
            open_page(page, path)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            for one in page.evaluate(ON_THE_SCREEN):
                assert one["size"] >= 11 and one["begins"] and one["scrolls"] == one["tabs"], (width, one)
                wide.setdefault(one["key"], []).append(one["wide"])
        assert all(drawn[0] >= drawn[-1] for drawn in wide.values()) and wide["chart-status"][-1] <= 390
        page.set_viewport_size({"width": 1440, "height": 800})
        page.evaluate("() => new Promise((done) => setTimeout(done, 400))")
        assert page.evaluate(ON_THE_SCREEN)[0]["wide"] == pytest.approx(wide["chart-status"][0], abs=1)
        assert page.noticed == []


@pytest.mark.browser
def test_nothing_planted_in_an_article_or_a_record_runs(tmp_path: Path) -> None:
    with closed_browser() as page:
        for number, attack in enumerate((*ATTACKS, *EIGHT_AT_ONCE)):
            for name, text in attacked_pages(attack, tmp_path / str(number)).items():
                path = tmp_path / f"{name}-{number}.html"
                path.write_text(text, "utf-8")
                open_page(page, path)
                assert page.evaluate("window.pwned") is None, (name, attack)
                bad = [one for one in page.noticed if not one.startswith("console Refused")]
                assert bad == [], (name, attack)
                assert (
                    page.locator(
                        "a[href^='javascript'], a[href^='data'], iframe, object, base, form:not(.vega-bindings)"
                    ).count()
                    == 0
                )


def attacked_pages(attack: str, folder: Path) -> dict[str, str]:
    """Both pages with the attack in everything that comes from an article or a hand."""
    found = [replace(c, text=attack, claimant=attack, speaker=attack, exact=attack) for c in claims()]
    bad = article(outlet=attack, url=attack, archived_url=attack)
    read = reading(found)
    read = replace(read, disagreements=tuple(replace(d, question=attack, note=attack) for d in read.disagreements))
    check, _, (part,) = published_check(folder)
    sources = tuple({**one, "source": attack, "url": attack, "passage": attack} for one in part.claim.evidence)
    asked = tuple({**one, "who": attack, "reply": attack} for one in part.claim.contacts)
    state = replace(part.claim, claim=found[1], restated=attack, summary=attack, evidence=sources, contacts=asked)
    record = replace(part.record, claims={found[1].id: state})
    checked = replace(check, title=attack, bottom_line=attack, how_we_checked=attack,
                      updates=({"text": attack, "url": attack, "date": "2025-03-06"},))  # fmt: skip
    parts = [Checked(bad, state, record, read.disagreements)]
    return {
        "dashboard": dashboard_page([(bad, read, record)], lang="ar"),
        "check": check_page(checked, parts, replace(IMPRINT, publisher=attack)),
    }


def test_what_is_internal_stands_in_no_page_and_no_export(tmp_path: Path) -> None:
    check, _, parts = published_check(tmp_path / "claims")
    state = parts[0].record
    tables = {
        "claims": claims_table(claims(), state, article()),
        "evidence": evidence_table(state, article()),
        "accounts": accounts_table(reading().disagreements, claims(), article()),
    }
    assert any(PLANTED in str(note) for note in parts[0].claim.notes)
    for lang in ("ar", "en"):
        assert PLANTED not in dashboard_page([(article(), reading(), state)], lang=lang)
        assert PLANTED not in check_page(check, parts, replace(IMPRINT, lang=lang))
    for name, table in tables.items():
        for ending in (".csv", ".jsonl", ".parquet", ".xlsx"):
            assert PLANTED not in words_in(export_table(table, tmp_path / f"{name}{ending}"))
        assert PLANTED not in words_in(export_table(table, tmp_path / f"{name}-excel.csv", excel=True))


def words_in(path: Path) -> str:
    if path.suffix == ".parquet":
        import pyarrow.parquet as parquet

        return str(parquet.read_table(path).to_pylist())
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return path.read_text("utf-8-sig")


@pytest.mark.browser
def test_a_published_page_prints_with_the_addresses_of_its_sources_and_nothing_cut_off(tmp_path: Path) -> None:
    check, _, parts = published_check(tmp_path)
    path = tmp_path / "check.html"
    path.write_text(check_page(check, parts, IMPRINT), "utf-8")
    with closed_browser() as page:
        open_page(page, path)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 700, "height": 900})  # A4 less its margins
        after = "all => all.map(a => getComputedStyle(a, '::after').content)"
        printed = page.locator("a[href]").evaluate_all(after)
        assert any("https://archive.example/log" in words for words in printed) and "none" not in printed
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.pdf(format="A4").startswith(b"%PDF") and page.noticed == []


def test_a_check_is_refused_with_the_list_while_a_rule_is_broken(tmp_path: Path) -> None:
    claim = claims()[1].id
    one = ledger(tmp_path, "أمل", 1)
    one.verdict(claim, "false")
    state = one.state()
    check, _, _ = published_check(tmp_path / "other")
    parts = [Checked(article(), state.claims[claim], state)]
    broken = broken_before_publication(replace(check, bottom_line=None), parts)
    assert {line.partition(":")[0] for line in broken} >= {"C101", "D116", "D102", "D104", "D109"}
    with pytest.raises(ExportError) as refused:
        check_page(check, parts, IMPRINT)
    assert all(line in str(refused.value) for line in broken_before_publication(check, parts))


def test_a_change_after_the_approval_keeps_the_page_back(tmp_path: Path) -> None:
    check, _, _ = published_check(tmp_path)
    claim = claims()[1].id
    later = ledger(tmp_path, "أمل", 800)
    later.verdict(claim, "true")
    state = later.state()
    assert any(
        "D116" in line for line in broken_before_publication(check, [Checked(article(), state.claims[claim], state)])
    )


def test_corrections_updates_and_the_publishers_own_stand_on_top_and_a_withdrawal_alone(tmp_path: Path) -> None:
    _, checks, parts = published_check(tmp_path)
    checks.publish("bridge-injured", url=IMPRINT.url, date="2025-03-05")
    checks.correction("bridge-injured", "كتبنا خمسة والصواب أربعة.", "2025-03-06")
    checks.update("bridge-injured", "خرج مصاب من المستشفى.", "2025-03-07")
    checks.publisher_corrected("bridge-injured", "صححت الصحيفة العدد.", date="2025-03-08")
    text = check_page(checks.state()["bridge-injured"], parts, replace(IMPRINT, day="2025-03-09"))
    for words in ("كتبنا خمسة", "خرج مصاب", "صححت الصحيفة"):
        assert 0 < text.index(words) < text.index("أصيب أربعة.</p>")
    assert "2025-03-05" in text and "2025-03-09" in text
    checks.withdrawal("bridge-injured", "تبيّن أن السجل مزوّر.", "2025-03-10")
    text = check_page(checks.state()["bridge-injured"], parts, IMPRINT)
    assert "تبيّن أن السجل مزوّر." in text and "كتبنا خمسة" in text
    assert "ld+json" not in text and "أصيب أربعة" not in text


def test_a_page_shows_who_said_it_by_which_outlet_and_the_quote_in_its_place(tmp_path: Path) -> None:
    check, _, parts = published_check(tmp_path)
    text = check_page(check, parts, IMPRINT)
    assert "<bdi>إدارة الدفاع المدني</bdi>، بحسب <bdi>صحيفة الوادي</bdi>" in text
    assert "<mark>ثلاثة عمال على الأقل أصيبوا</mark>" in text
    for words in ("سجل المستشفى", "https://archive.example/log", "العدد أولي.", "باسم", "أمل", "2025-03-05"):
        assert words in text
    assert re.findall(r"<script[^>]*>", text) == ['<script type="application/ld+json">']
    assert "script-src &#x27;none&#x27;" in text


def test_a_day_behind_arabic_words_is_isolated(tmp_path: Path) -> None:
    check, _, parts = published_check(tmp_path)
    dated = replace(check, corrections=({"text": "صوّبنا العدد.", "date": "2025-03-06"},))
    text = check_page(dated, parts, IMPRINT)
    assert "(<bdi>2025-03-06</bdi>)" in text and "(<bdi>2025-03-01</bdi>)" in text


def test_a_denial_is_shown_by_its_sentence_and_never_marked_bare(tmp_path: Path) -> None:
    check, _, (part,) = published_check(tmp_path)
    denial = claims()[3]
    state = replace(part.claim, claim=denial)
    text = check_page(check, [replace(part, claim=state)], IMPRINT)
    assert "<mark>" not in text and "ونفت الشركة المنفذة أن المواد كانت مغشوشة." in text
    record = replace(part.record, claims={denial.id: ClaimState(denial)})
    board = dashboard_page([(article(), reading(), record)], lang="ar")
    bare = re.compile(rf">\s*{denial.exact}\s*<")
    assert denial.text in board and not bare.search(board) and not bare.search(text)


def test_a_training_example_says_so_and_holds_no_claimreview(tmp_path: Path) -> None:
    check, _, parts = published_check(tmp_path)
    text = check_page(check, parts, replace(IMPRINT, example=True))
    assert "مثال تدريبي، وليس مادة تحقق منشورة" in text and "ld+json" not in text
    assert "مثال تدريبي" in dashboard_page([(article(), reading(), parts[0].record)], example=True)
    assert "مثال تدريبي" not in dashboard_page([(article(), reading(), parts[0].record)])


def test_the_same_record_gives_the_same_page(tmp_path: Path) -> None:
    check, _, parts = published_check(tmp_path)
    piece = (article(), reading(), parts[0].record)
    assert check_page(check, parts, IMPRINT) == check_page(check, parts, IMPRINT)
    assert dashboard_page([piece]) == dashboard_page([piece])


def test_speakers_and_verdicts_meet_in_one_chart_of_the_desk_only_and_under_its_caption(tmp_path: Path) -> None:
    check, _, parts = published_check(tmp_path)
    text = dashboard_page([(article(), reading(), parts[0].record)], lang="en")
    blocks = re.findall(r'data-chart="([\w-]+)"[^>]*>(.*?)</script>', text)
    crossed = [
        key for key, spec in blocks if any({"voice", "verdict"} <= set(row) for row in rows_in(json.loads(spec)))
    ]
    assert len(blocks) >= 10 and crossed == ["chart-linked"]
    caption = "A hand-picked sample; it does not measure how truthful speakers are"
    above = text[: text.index('data-chart="chart-linked"')].rpartition("<figcaption>")[2].partition("</figcaption>")[0]
    assert caption in spoken(above)
    assert "data-chart" not in check_page(check, parts, IMPRINT)


def rows_in(spec: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    if isinstance(spec, dict):
        for key, value in spec.items():
            found += (
                value
                if key == "values" and isinstance(value, list) and value and isinstance(value[0], dict)
                else rows_in(value)
            )
    elif isinstance(spec, list):
        for value in spec:
            found += rows_in(value)
    return found


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        " javascript:x",
        "//evil.example",
        "http:",
        "",
        None,
        "http://[",
        "JaVaScRiPt:x",
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert not is_web(url) and "href" not in link(url, "words")


@pytest.mark.parametrize("text", ATTACKS)
def test_words_are_escaped_and_a_block_of_data_cannot_be_left(text: str) -> None:
    made = element("p", text, title=text)
    assert made.count("<") == 2 and "\n" not in made.replace(text, "")
    inside = data_block({"x": text}).removeprefix('<script type="application/json">').removesuffix("</script>")
    assert "<" not in inside and json.loads(inside) == {"x": text}


def test_a_page_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    state = ledger(tmp_path / "claims", "أمل", 1).state()
    with pytest.raises(ExportError):
        write_dashboard([(article(), reading(), state)], tmp_path / "file" / "page.html")


def test_the_text_of_the_fixture_is_what_its_claims_point_into() -> None:
    assert all(TEXT[one.start : one.end] == one.exact for one in claims())


@pytest.mark.browser
def test_choosing_a_bar_filters_the_other_charts_and_the_list(tmp_path: Path) -> None:
    work(ledger(tmp_path, "أمل", 1), claims()[1].id)
    state = ledger(tmp_path, "أمل", 700).state()
    path = write_dashboard([(article(), reading(), state)], tmp_path / "page.html", lang="en")
    with closed_browser() as page:
        open_page(page, path)
        rows = page.locator("tr[data-claim]:visible")
        assert rows.count() == len(claims())
        linked = page.locator("#chart-linked")
        before = linked.locator("svg.marks path[aria-roledescription=bar]").count()
        linked.locator("path[aria-roledescription=bar][aria-label*='In review']").click()
        page.wait_for_function("document.querySelectorAll('tr[data-claim]:not([hidden])').length === 1")
        assert rows.first.get_attribute("data-status") == "in_review"
        assert page.locator("#shown").inner_text() == f"1 / {len(claims())}"
        assert linked.locator("svg.marks path[aria-roledescription=bar]").count() < before
        linked.locator("svg.marks").dblclick(position={"x": 5, "y": 5})
        page.wait_for_function(f"document.querySelectorAll('tr[data-claim]:not([hidden])').length === {len(claims())}")
        assert page.noticed == []
