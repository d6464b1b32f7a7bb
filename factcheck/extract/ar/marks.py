"""The marks of Arabic text that the rules ask for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.lang import rows
from factcheck.text import Token, fold

COMMAS = frozenset("،,؛;")
FINAL = frozenset(".!?؟…")
QUOTES = frozenset('"»”')  # those that close a quotation
QUOTES_OPEN = frozenset('"«“')
QUOTE_MARKS = '"«»“”'


def is_final(tokens: Sequence[Token], i: int) -> bool:
    """Whether a mark ends a sentence: not the full stop of a shortened word («د. سامي») or name («محمود ع.»)."""
    return tokens[i].form in FINAL and not is_shortening(tokens, i) and not is_initial(tokens, i)


def is_initial(tokens: Sequence[Token], dot: int) -> bool:
    """Whether a full stop shortens a name to its first letter: «محمود ع. | أربعة أيام»."""
    initial = tokens[dot - 1] if dot and tokens[dot].form == "." else None
    return (
        initial is not None and initial.kind == "word" and len(initial.form) == 1 == tokens[dot].start - initial.start
    )


def is_shortening(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is the full stop of the shortened word right before it."""
    before = tokens[i - 1] if i else None
    if tokens[i].form != "." or before is None or before.end != tokens[i].start or before.kind != "word":
        return False
    return before.form in _shortened()


@cache
def _shortened() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "abbreviations"))
