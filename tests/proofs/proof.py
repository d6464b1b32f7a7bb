"""How much of a long proof to run: all of it with FACTCHECK_PROVE=1 (`make prove`), a sample in the ordinary run."""

from __future__ import annotations

import os

WHOLE = os.environ.get("FACTCHECK_PROVE") == "1"


def rounds(whole: int, sample: int) -> int:
    return whole if WHOLE else sample
