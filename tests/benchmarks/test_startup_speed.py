"""How long a person waits before anything happens, beside bare Python in the same run."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent
RUNS = 7


def seconds(*arguments: str) -> float:
    """The median wall time of a Python process with these arguments."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return median(times)


def test_the_front_door_opens_at_once() -> None:
    bare, door = seconds("-c", "pass"), seconds("-c", "import factcheck")
    print(f"\nimport factcheck: {door - bare:.3f} s over bare Python's {bare:.3f} s (limit 0.15 s)")
    assert door - bare <= 0.15


def test_the_seed_is_read_in_a_breath() -> None:
    bare = seconds("-c", "pass")
    whole = seconds("-m", "factcheck", "extract", "data/vostochny-summit.txt", "--format", "json")
    print(f"\nfactcheck extract on the seed: {whole:.2f} s, {whole / bare:.0f} times bare Python (limit 1.5 s)")
    assert whole <= 1.5
