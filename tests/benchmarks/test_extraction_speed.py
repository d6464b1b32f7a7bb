"""Speed of the reading, on one core, in one run beside sentencex, which only cuts sentences."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sentencex

from factcheck.article import Article
from factcheck.extract.claims import extract

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "data/vostochny-summit.txt").read_bytes().decode()
LONG = "\n\n".join([SEED] * 20)
GOLD = sorted(path for path in (ROOT / "tests/gold").glob("*.txt") if not path.name.startswith(("en-", "real-en-")))
VARIED = "\n\n".join(path.read_bytes().decode() for path in GOLD)


def read(text: str) -> int:
    return len(extract(Article("bench", text, "0" * 64, "ar")).claims)


def best(work: Callable[[], object], times: int = 5) -> float:
    """The least CPU seconds of some runs: what the work costs when nothing else disturbs it."""
    costs = []
    for _ in range(times):
        begin = time.process_time()
        work()
        costs.append(time.process_time() - begin)
    return min(costs)


def test_the_seed_is_read_within_15_ms_warm(record_property: pytest.RecordProperty) -> None:
    read(SEED)
    cost = best(lambda: read(SEED), 20)
    record_property("seed_ms", round(cost * 1000, 1))
    assert cost <= 0.015


@pytest.mark.parametrize("text", [LONG, VARIED], ids=["one article twenty times", "every Arabic article of the gold"])
def test_arabic_is_read_at_half_a_megabyte_a_second(text: str, record_property: pytest.RecordProperty) -> None:
    read(text)
    speed = len(text.encode()) / best(lambda: read(text), 15) / 1e6
    record_property("megabytes_per_second", round(speed, 2))
    assert speed >= 0.5


def test_reading_costs_a_bounded_multiple_of_cutting_sentences(record_property: pytest.RecordProperty) -> None:
    """Both in one run, so that a slow machine slows both; the multiple is what the claims cost beyond segmentation."""
    read(LONG)
    ours = best(lambda: read(LONG))
    theirs = best(lambda: sentencex.segment("ar", LONG))
    record_property("times_sentencex", round(ours / theirs, 1))
    assert ours / theirs <= 400


def test_ten_times_the_text_costs_at_most_eleven_times() -> None:
    read(SEED * 2)
    small = best(lambda: read("\n\n".join([SEED] * 3)))
    assert best(lambda: read("\n\n".join([SEED] * 30)), 3) <= 11 * small


def test_import_and_a_first_extraction_take_under_a_second() -> None:
    code = (
        "import time; begin = time.process_time()\n"
        "import factcheck\n"
        f"factcheck.extract_claims(factcheck.read_article({str(ROOT / 'data/vostochny-summit.txt')!r}))\n"
        "print(time.process_time() - begin)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert float(out.stdout) < 1.0
