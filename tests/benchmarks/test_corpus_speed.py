"""Accounts compared in columns: a million claims in two seconds on one core, and twice as many in about twice that.

The all-pairs baseline stands beside it at a size it can reach. `make bench` prints the figures.
"""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
from figures import Figures

from factcheck.accounts.pairs import Value
from factcheck.corpus import compare_accounts
from factcheck.quantity import Interval

SECONDS, ROUNDS = 2.0, 9


def claims(count: int, hot: float = 0.0) -> pd.DataFrame:
    """Answers of `count` claims to a quarter as many questions; `hot` is the share that ask one and the same."""
    rng = np.random.default_rng(1)
    block = rng.integers(0, count // 4, count)
    block[rng.random(count) < hot] = 0
    low = rng.integers(0, 50, count).astype(float)
    high = low + rng.integers(0, 3, count)
    high[rng.random(count) < 0.2] = np.nan
    voice = rng.integers(0, 5000, count)
    return pd.DataFrame({"block": block, "voice": voice, "low": low, "high": high, "newer": rng.random(count) < 0.05})


def seconds(answers: pd.DataFrame) -> float:
    """The processor time of one comparison; other work on the machine is not counted."""
    start = time.process_time()
    compare_accounts(answers)
    return time.process_time() - start


def all_pairs(given: list[Value]) -> int:
    """The baseline: every answer with every other."""
    found = 0
    for i, a in enumerate(given):
        for b in given[:i]:
            if a.block == b.block and a.voice != b.voice:
                found += Interval(a.low, a.high).relation(Interval(b.low, b.high)) != "equal"
    return found


def test_a_million_claims_in_two_seconds_and_two_million_in_about_twice_that(figures: Figures) -> None:
    one, two = claims(1_000_000), claims(2_000_000, hot=0.01)
    times = [(seconds(one), seconds(two)) for _ in range(ROUNDS)]
    first, second = min(t for t, _ in times), min(t for _, t in times)
    figures.ratio("accounts_2m", second / first, f"{first:.2f} and {second:.2f} s")
    assert first <= SECONDS


def test_ten_times_the_claims_cost_about_ten_times_as_much(figures: Figures) -> None:
    costs = {}
    for count in (10_000, 100_000, 1_000_000):
        answers = claims(count)
        costs[count] = min(seconds(answers) for _ in range(ROUNDS)) / count * 1e6
    told = " and ".join(f"{cost:.2f}" for cost in costs.values()) + " µs a claim at 10,000, 100,000 and 1,000,000"
    figures.ratio("accounts_100k", costs[100_000] / costs[10_000], told)
    figures.ratio("accounts_1m", costs[1_000_000] / costs[100_000], told)


def test_all_pairs_takes_longer_for_a_five_hundredth_of_it(figures: Figures) -> None:
    small = claims(2_000)
    given = [Value(*row[:3], None if np.isnan(row[3]) else row[3]) for row in small.itertuples(index=False, name=None)]
    start = time.process_time()
    all_pairs(given)
    taken = time.process_time() - start
    columns = min(seconds(small) for _ in range(ROUNDS))
    figures.ratio("accounts_all_pairs", taken / columns, f"{taken:.2f} and {columns:.4f} s")
