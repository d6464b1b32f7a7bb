"""Two sources that count one thing in words of their own are found to differ, and two that count two things are not."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest
from count_frames import of_one_question, of_two_questions

from factcheck.accounts import compare_accounts
from factcheck.article import Article
from factcheck.extract.claims import extract_claims

STEP = 1 if os.environ.get("FACTCHECK_PROVE") else 3
FOUND = {"ar": 0.95, "en": 0.93}  # of those that answer one question, all of them
FALSE = {"ar": 0.008, "en": 0.002}  # of those that answer two


def differing(texts: Sequence[str], lang: str) -> float:
    """The part of some articles in which the two sources are found to differ on how many, how much or how long."""
    found = 0
    for text in texts:
        pairs = compare_accounts(extract_claims(Article("case", text, "0" * 64, lang)), text)
        found += any(pair.dimension in ("count", "time") for pair in pairs)
    return found / len(texts)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_one_thing_counted_by_two_is_found_however_it_is_told(lang: str) -> None:
    assert differing([*of_one_question(lang)], lang) >= FOUND[lang]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_two_things_counted_by_two_are_kept_apart(lang: str) -> None:
    texts = [*of_two_questions(lang)]
    assert len(texts) > 1000
    assert differing(texts[::STEP], lang) <= FALSE[lang]
