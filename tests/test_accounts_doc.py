"""The page on accounts cannot lie: every example in its tables is read, and found as it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from factcheck.accounts import compare_accounts
from factcheck.article import Article
from factcheck.chronology import check_chronology
from factcheck.extract.claims import extract_claims

PAGE = (Path(__file__).parent.parent / "docs/accounts.md").read_text("utf-8")
ACCOUNTS = re.findall(r"^\| (ar|en) \| `([^`]+)` \| ([^|]+) \|$", PAGE, re.M)
DATES = re.findall(r"^\| (ar|en) \| (\d{4}-\d\d-\d\d) \| `([^`]+)` \| ([^|]+) \|$", PAGE, re.M)


@pytest.mark.parametrize(("lang", "text", "found"), ACCOUNTS)
def test_the_accounts_are_found_as_the_page_says(lang: str, text: str, found: str) -> None:
    claims = extract_claims(Article(id="page", text=text, sha256="0" * 64, lang=lang))
    pairs = [" ".join(filter(None, (p.dimension, p.relation, p.interval))) for p in compare_accounts(claims, text)]
    assert pairs == ([] if found == "nothing" else [found])


@pytest.mark.parametrize(("lang", "page_date", "text", "found"), DATES)
def test_the_dates_are_weighed_as_the_page_says(lang: str, page_date: str, text: str, found: str) -> None:
    anomalies = check_chronology(text, lang, date.fromisoformat(page_date))
    told = [" ".join((a.kind, *a.window.get("months", []))) for a in anomalies]
    assert told == ([] if found == "nothing" else [found])


def test_the_page_has_examples_of_both_sides() -> None:
    assert len(ACCOUNTS) >= 7
    assert len(DATES) >= 4
    assert {"nothing"} < {found for *_, found in ACCOUNTS}
