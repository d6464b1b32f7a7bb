"""Accounts compared: a pair that must be found beside its near twin that must not, and the laws of their relations."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.accounts import accounts_sentence, compare_accounts
from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.extract.claims import extract_claims
from factcheck.finding import Disagreement

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("cases").joinpath("accounts.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def article(text: str, lang: str) -> Article:
    return Article(id="case", text=text, sha256="0" * 64, lang=lang)


def compared(text: str, lang: str) -> list[Disagreement]:
    return compare_accounts(extract_claims(article(text, lang)), text)


@pytest.mark.parametrize(("lang", "dimension", "relation", "text"), CASES)
def test_a_pair_is_found_and_its_twin_is_not(lang: str, dimension: str, relation: str, text: str) -> None:
    found = [(pair.dimension, pair.relation) for pair in compared(text, lang)]
    assert found == ([] if dimension == "-" else [(dimension, relation)])


def test_there_are_sixty_cases_and_both_sides_of_each_edge() -> None:
    none = sum(1 for case in CASES if case[1] == "-")
    assert len(CASES) >= 60
    assert none >= 25
    assert len(CASES) - none >= 25
