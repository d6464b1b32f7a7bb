"""How long a record takes to open, beside parsing the same bytes; and one verdict beside the disk's own fsync."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import msgspec
import pytest
from figures import Figures
from ledgers import claim_at, digest

from factcheck.claim import Claim
from factcheck.ledger import Ledger

FILES = 200


def town_news(claims: int) -> tuple[str, list[Claim]]:
    """A long text and its claims, Arabic and English."""
    lines = [
        f"قال المتحدث رقم {n} إن الحادثة وقعت في اليوم نفسه. "
        if n % 2
        else f"Speaker {n} said it happened on day {n}. "
        for n in range(claims)
    ]
    text, found, at = "".join(lines), [], 0
    for line in lines:
        found.append(claim_at(text, at, at + len(line) - 2, "indirect_speech", claimant="Town: Speaker", rules=("x",)))
        at += len(line)
    return text, found


def write_record(folder: Path, claims: int, events: int) -> None:
    """A workspace of one article: `claims.jsonl`, its text, and the events of 200 sessions."""
    text, found = town_news(claims)
    stamp = {"extractor": "0", "article": "town", "sha256": digest(text)}
    (folder / "town/events").mkdir(parents=True)
    (folder / "text").write_text(text, "utf-8")
    with (folder / "town/claims.jsonl").open("wb") as out:
        out.writelines(msgspec.json.encode(stamp | msgspec.to_builtins(claim)) + b"\n" for claim in found)
    each = events // FILES
    for n in range(FILES):
        own = found[n * each // 2 :][: each // 2]
        ledger = Ledger(folder / str(n), "town", claims=own, sha256=digest(text), author=f"Writer {n}")
        for i in range(each):
            claim = own[i // 2 % len(own)].id
            if i % 2:
                ledger.verdict(claim, "false", reason="The register of the town says otherwise.")
            else:
                ledger.select(claim, "reach")
        (path,) = (folder / str(n) / "town/events").iterdir()
        path.rename(folder / "town/events" / path.name)


def parse(folder: Path) -> float:
    """Seconds to read and JSON-parse every line, with the standard library."""
    begin = time.perf_counter()
    for path in [folder / "town/claims.jsonl", *(folder / "town/events").iterdir()]:
        for line in path.read_bytes().splitlines():
            json.loads(line)
    return time.perf_counter() - begin


OPEN = """
import resource, sys, time
from pathlib import Path
import msgspec
from factcheck.claim import Claim
from factcheck.ledger import Ledger
folder = Path(sys.argv[1])
text = (folder / "text").read_text("utf-8")
begin = time.perf_counter()
decode = msgspec.json.Decoder(Claim).decode
claims = [decode(line) for line in (folder / "town/claims.jsonl").read_bytes().splitlines()]
state = Ledger(folder, "town", claims=claims, text=text, author="Reader").state()
seconds = time.perf_counter() - begin
print(seconds, len(state.claims), state.rev, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.parametrize(("claims", "events"), [(10_000, 20_000), (100_000, 20_000)])
def test_a_cold_open_takes_no_more_than_three_times_the_parsing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures, claims: int, events: int
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda descriptor: None)  # only what is read is measured here
        write_record(tmp_path, claims, events)
    ratios = []
    for _ in range(5):
        parsing = parse(tmp_path)
        done = subprocess.run([sys.executable, "-c", OPEN, str(tmp_path)], capture_output=True, text=True, check=True)
        seconds, n_claims, n_events, memory = map(float, done.stdout.split())
        assert (n_claims, n_events) == (claims, events)
        ratios.append(seconds / parsing)
    size = sum(path.stat().st_size for path in tmp_path.rglob("*.jsonl")) / 1e6
    told = f"{size:.0f} MB in {seconds:.2f} s ({spread(ratios)}), peak memory {memory / 1024:.0f} MB"
    figures.ratio(f"ledger_open_{claims // 1000}k", median(ratios), told)


def test_one_verdict_beside_the_disk(tmp_path: Path, figures: Figures) -> None:
    text, claims = town_news(1000)
    ledger = Ledger(tmp_path, "town", claims=claims, text=text, author="Writer")
    ledger.verdict(claims[0].id, "false")
    line = next(tmp_path.rglob("*.jsonl")).read_bytes()
    descriptor = os.open(tmp_path / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    ratios, durable = [], []
    for batch in range(5):  # other work on the machine slows a batch; the least disturbed one counts
        begin = time.perf_counter()
        for _ in range(50):
            os.write(descriptor, line)
            os.fsync(descriptor)
        bare = time.perf_counter() - begin
        begin = time.perf_counter()
        for n in range(50):
            ledger.verdict(claims[batch * 50 + n].id, "true")
        durable.append((time.perf_counter() - begin) / 50)
        ratios.append(durable[-1] * 50 / bare)
    os.close(descriptor)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures.ratio("ledger_verdict", min(ratios), f"{min(durable) * 1e3:.2f} ms ({spread(ratios)}), {peak:.0f} MB")


def spread(ratios: Sequence[float]) -> str:
    return " ".join(f"{ratio:.2f}" for ratio in ratios)
