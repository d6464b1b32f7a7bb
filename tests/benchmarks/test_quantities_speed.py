"""The speed of quantities and dates, as ratios to a bare pass over the tokens: no clock of one machine is a floor."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from dateparser.search import search_dates
from figures import Figures
from quantity_cases import READ_ON

from factcheck.extract.dates import dates_in, find_dates
from factcheck.extract.quantities import find_quantities, quantities_in
from factcheck.text import tokenise

ROOT = Path(__file__).parents[2]
TIMES_TOKENISE = {
    "ar": 12,
    "en": 30,
}  # both engines together, in passes of the tokeniser; 6 and 15 when this was written


def article(lang: str) -> str:
    """The longest article of the language that comes with the repository."""
    declared = [p for p in (ROOT / "data").glob("*.toml") if f'lang = "{lang}"' in p.read_text("utf-8")]
    return max((p.with_suffix(".txt").read_text("utf-8") for p in declared), key=len)


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one call, the best of five."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_both_engines_cost_a_few_passes_of_the_tokeniser(lang: str) -> None:
    text = article(lang) * 4
    tokens = tokenise(text)
    bare = seconds(lambda: tokenise(text))
    both = seconds(lambda: (find_quantities(text, lang), find_dates(text, lang, READ_ON)))
    shared = seconds(lambda: quantities_in(text, tokens, lang, dates_in(text, tokens, lang, READ_ON)))
    print(f"\n{lang}: {len(text) / both:,.0f} chars/s apart, {len(text) / shared:,.0f} on tokens already made")
    assert both < TIMES_TOKENISE[lang] * bare
    assert shared < both


def _read_together(text: str) -> object:
    """Quantities and dates of an Arabic text, tokens and dates made once, as the extraction of claims does it."""
    tokens = tokenise(text)
    dates = dates_in(text, tokens, "ar", READ_ON)
    return quantities_in(text, tokens, "ar", dates)


def test_quantities_and_dates_of_arabic_are_read_many_times_as_fast_as_dateparser_reads_its_dates(
    figures: Figures,
) -> None:
    """The fastest engine on PyPI that searches Arabic prose reads dates only, so quantities come on top of ours."""
    text = article("ar")
    settings = {"RELATIVE_BASE": datetime(READ_ON.year, READ_ON.month, READ_ON.day)}
    ours = seconds(lambda: _read_together(text))
    dates = seconds(lambda: find_dates(text, "ar", READ_ON))
    theirs = seconds(lambda: search_dates(text, languages=["ar"], settings=settings))
    told = (
        f"quantities and dates {len(text) / ours:,.0f} chars/s, dates alone {len(text) / dates:,.0f}, "
        f"dateparser {len(text) / theirs:,.0f}"
    )
    figures.ratio("dateparser_to_quantities_ar", theirs / ours, told)
    figures.ratio("dateparser_to_dates_ar", theirs / dates, told)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(
    "piece", ["و12 ", "بين 10 و", "5 من ", "the ", "between 3 and ", "1-", "منذ ", "$1 ", "ثلاثة و"]
)
def test_the_cost_grows_with_the_length_and_no_faster(lang: str, piece: str) -> None:
    def cost(n: int) -> float:
        text = piece * n
        return seconds(lambda: (find_quantities(text, lang), find_dates(text, lang, READ_ON)))

    cost(100)
    assert cost(3_200) < 8 * 3 * cost(400)
