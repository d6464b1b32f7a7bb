"""Reading articles whole beside what others do with the same text in the same run: sentencex only cuts its sentences,
dateparser only searches it for dates."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
import sentencex
from dateparser.search import search_dates
from figures import Figures

from factcheck.article import Article
from factcheck.extract.claims import extract

GOLD = Path(__file__).parents[1] / "gold"
DAY = datetime(2024, 9, 11)


def articles(lang: str) -> list[str]:
    """Every third article of the gold in a language."""
    english = ("en-", "real-en-")
    found = [path for path in sorted(GOLD.glob("*.txt")) if path.name.startswith(english) == (lang == "en")]
    return [path.read_bytes().decode() for path in found[::3]]


def best(work: Callable[[str], object], texts: list[str], times: int) -> float:
    """The least CPU seconds of some runs over the texts, after one that warms caches."""
    costs = []
    for _ in range(times + 1):
        begin = time.process_time()
        for text in texts:
            work(text)
        costs.append(time.process_time() - begin)
    return min(costs[1:])


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_articles_are_read_whole_in_a_bounded_multiple_of_what_peers_do_with_them(lang: str, figures: Figures) -> None:
    texts = articles(lang)
    size, settings = sum(len(text.encode()) for text in texts) / 1e6, {"RELATIVE_BASE": DAY}
    ours = best(lambda text: extract(Article("bench", text, "0" * 64, lang)), texts, 5)
    cut = best(lambda text: list(sentencex.segment(lang, text)), texts, 5)
    searched = best(lambda text: search_dates(text, languages=[lang], settings=settings), texts, 1)
    rates = (
        f"{size / ours:.2f} MB/s, {len(texts) / ours:.0f} articles/s (sentencex {size / cut:.1f} MB/s, "
        f"dateparser {size / searched:.3f} MB/s)"
    )
    figures.ratio(f"extraction_to_sentencex_{lang}", ours / cut, rates)
    figures.ratio(f"dateparser_to_extraction_{lang}", searched / ours, rates)
