"""A small corpus made of sentences put together, and what a finished run left on the disk."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

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
