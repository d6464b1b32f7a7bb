"""What the tool notices in an article, each finding beside a text in which it must not be made; and the seed's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from factcheck.article import Article, read_article
from factcheck.reading import Reading, read

ROOT = Path(__file__).parent.parent
PAGE_DATE = date(2024, 10, 30)  # a Wednesday
CASES = [
    line.split("\t")
    for line in (ROOT / "tests/cases/findings.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def reading(text: str, lang: str) -> Reading:
    return read(Article(id="case", text=text.replace("|", "\n"), sha256="0" * 64, lang=lang, page_date=PAGE_DATE))


@pytest.mark.parametrize(("lang", "kind", "made", "text"), CASES)
def test_a_finding_is_made_where_it_must_and_nowhere_else(lang: str, kind: str, made: str, text: str) -> None:
    kinds = [finding.kind for finding in reading(text, lang).findings]
    assert (kind in kinds) == (made == "yes")


@pytest.mark.parametrize(("lang", "kind", "made", "text"), CASES)
def test_a_finding_says_why_and_points_into_the_text(lang: str, kind: str, made: str, text: str) -> None:
    found = reading(text, lang)
    ids = {claim.id for claim in found.claims}
    for finding in found.findings:
        assert finding.note
        assert set(finding.claims) <= ids
        assert finding.start is None or 0 <= finding.start < (finding.end or 0) <= len(text)


@pytest.fixture(scope="module")
def seed() -> Reading:
    return read(read_article(ROOT / "data/vostochny-summit.txt"))


@pytest.mark.parametrize(
    "kind",
    [
        "headline_differs", "caption_provenance", "narrator_exceeds", "legal_conclusion", "translated_quote",
        "internal_inconsistency", "date_tension", "unnamed_source", "single_voice", "source_text_garbled",
    ],
)  # fmt: skip
def test_the_seed_shows(seed: Reading, kind: str) -> None:
    assert kind in {finding.kind for finding in seed.findings}


def test_the_seed_calls_no_accounts_contradictory(seed: Reading) -> None:
    assert "voices_differ" not in {finding.kind for finding in seed.findings}


def test_the_headline_of_a_text_of_short_lines_is_found_in_linear_time() -> None:
    def cost(times: int) -> float:
        begin = process_time()
        reading("Okoro: we did it||" * times, "en")
        return process_time() - begin

    cost(200)
    small = max(min(cost(300) for _ in range(3)), 0.004)
    assert min(cost(3000) for _ in range(2)) < 25 * small  # ten times the text; quadratic would be a hundred
