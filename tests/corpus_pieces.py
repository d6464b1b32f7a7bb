"""A small corpus made of sentences put together, and what a finished run left on the disk."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd

TEXT = "The police said that 12 people were injured in Oslo on Monday. The road was closed.\n"

_PLACES = ("Lyon", "Oslo", "Cairo", "Lima")
_WORDS = tuple(a + b for a in ("mill", "farm", "lake", "hill", "ford", "wood", "stone", "moor", "bay") for b in
               ("", "side", "field", "gate", "house", "bank", "yard", "path", "land", "row", "end"))  # fmt: skip
_WHO = ("The ministry of health", "The police", "The mayor", "The hospital")


def write_corpus(path: Path, articles: int) -> Path:
    """A JSONL file of short articles whose figures differ from outlet to outlet."""
    with path.open("w", encoding="utf-8") as file:
        for i in range(articles):
            place, who = _PLACES[i % 4], _WHO[i // 4 % 4]
            text = f"{who} said that {i % 5 + 3} people were killed in {place} on Monday.\n" + (
                f"The police said that {i % 7 + 20} people were injured in {place}. The road was closed. " * 6
            )
            words = " ".join(_WORDS[(i * 31 + k * k * (i + 7)) % len(_WORDS)] for k in range(90))
            text += f"\nFrom the archive: {words}.\n"  # so that no article repeats another
            fields = {"id": f"a{i}", "text": text, "outlet": f"Outlet {i % 9}", "published": "2024-09-11"}
            file.write(json.dumps(fields) + "\n")
    return path


def files_of(out: Path) -> dict[str, str]:
    """Every part file below a finished run, with the digest of its bytes."""
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in out.rglob("*.parquet")
    }


def table(out: Path, name: str) -> pd.DataFrame:
    """A table of a finished run, all its part files."""
    return pd.concat([pd.read_parquet(path) for path in sorted((out / name).glob("*.parquet"))], ignore_index=True)


_WATCHED = """
import json, os, sys, threading, time
from pathlib import Path
from factcheck.corpora.run import extract_corpus

highest = {}

def status(path):
    lines = (line.split(":", 1) for line in path.read_text().splitlines() if ":" in line)
    return {name: value.strip() for name, value in lines}

def watch():
    while True:
        for path in Path("/proc").glob("[0-9]*/status"):
            try:
                found = status(path)
            except OSError:
                continue
            if found.get("PPid") in parents and "VmHWM" in found:
                highest[path.parent.name] = int(found["VmHWM"].split()[0])
                if found["PPid"] == str(os.getpid()):
                    parents.add(path.parent.name)
        time.sleep(0.1)

if __name__ == "__main__":
    parents = {str(os.getpid())}
    threading.Thread(target=watch, daemon=True).start()
    begin = time.perf_counter()
    found = extract_corpus([sys.argv[1]], sys.argv[2], workers=int(sys.argv[3]), quiet=True)
    took = time.perf_counter() - begin
    driver = int(status(Path("/proc/self/status"))["VmHWM"].split()[0])
    print(json.dumps({"seconds": took, "worker": max(highest.values()) / 1024, "driver": driver / 1024,
                      "workers": len(highest), "articles": found["articles"], "records": found["records"]}))
"""


def run_watched(corpus: Path, out: Path, workers: int, **environment: str) -> dict[str, Any]:
    """A run in a process of its own: its `seconds`, and the most memory its `driver` and any `worker` held, in MB."""
    command = [sys.executable, "-c", _WATCHED, str(corpus), str(out), str(workers)]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | environment)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))
