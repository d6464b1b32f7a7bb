"""One article gives one reading: whatever seed Python gives its hashes, claims, findings and pairs are the same."""

import os
import subprocess
import sys
from pathlib import Path

GOLD = Path(__file__).parent / "gold"
READ = """
import hashlib, json, sys
from factcheck.article import read_article
from factcheck.reading import read, to_document
for path in sys.argv[1:]:
    document = json.dumps(to_document(read(read_article(path))), ensure_ascii=False, default=str)
    print(path, hashlib.sha256(document.encode()).hexdigest())
"""


def _readings(seed: str) -> str:
    paths = [str(path) for path in sorted(GOLD.glob("*.txt"))]
    done = subprocess.run(
        [sys.executable, "-c", READ, *paths],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_reading_does_not_depend_on_the_order_of_sets() -> None:
    first = _readings("1")
    assert first.count("\n") > 20
    assert _readings("2") == first
    assert _readings("77") == first
