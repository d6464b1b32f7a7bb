"""The dashboard page of very many claims: how long it takes to open, and that it grows no larger with their number."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from pages import article, claims, closed_browser, open_page, reading

from factcheck.ledger.state import State
from factcheck.report.dashboard import write_dashboard

MANY = 100_000


def written(folder: Path, n: int, state: State) -> Path:
    """The dashboard of `n` claims of 3,000 voices, as a file."""
    found = claims()
    many = tuple(
        replace(one, id=f"c{i:024x}", claimant=f"Voice {i % 3000}", speaker=f"Voice {i % 3000}")
        for i in range(n)
        for one in (found[i % len(found)],)
    )
    read = replace(reading(), claims=many)
    return write_dashboard([(article(), read, state)], folder / f"page-{n}.html", lang="ar")


def opened(page, path: Path) -> float:
    """Seconds until every chart of a page is drawn."""
    begin = time.perf_counter()
    open_page(page, path)
    return time.perf_counter() - begin


def test_the_page_of_a_hundred_thousand_claims_opens_within_two_seconds(tmp_path: Path) -> None:
    from test_report import ledger

    state = ledger(tmp_path / "record", "أمل", 1).state()
    few, many = written(tmp_path, 1000, state), written(tmp_path, MANY, state)
    with closed_browser() as page:
        small = min(opened(page, few) for _ in range(3))
        large = min(opened(page, many) for _ in range(3))
    sizes = [path.stat().st_size / 1e6 for path in (few, many)]
    print(
        f"\npage of 1,000 claims {small:.2f} s, {sizes[0]:.1f} MB; of {MANY:,} {large:.2f} s, {sizes[1]:.1f} MB (≤ 2 s)"
    )
    assert large <= 2.0
    assert sizes[1] <= 5
