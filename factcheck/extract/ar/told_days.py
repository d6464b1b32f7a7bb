"""Days of Arabic that tell when something was said, not when it came about: «قالت البلدية في بيان مساء أمس إن …»."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.extract.amounts import Row
from factcheck.extract.ar.words import has_class, is_event_noun, word
from factcheck.text import fold

_BEFORE = 14  # tokens before a day among which its reporting verb stands
_PAPERS = frozenset(
    map(fold, ("بيان", "بلاغ", "تقرير", "رسالة", "تغريدة", "منشور", "تصريح", "كلمة", "مقابلة", "مؤتمر"))
)
_BEHIND = 5  # tokens behind a day among which what was said begins


def dates_words(row: Row, start: int, end: int) -> bool:
    """Whether a day tells when something was said: a reporting verb before it, what was said or nothing behind it."""
    first = bisect_left(row.tokens, start, key=lambda token: token.start)
    last = bisect_left(row.tokens, end, key=lambda token: token.start)
    return _opens_words(row, last) and _is_said(row, first)


def _is_said(row: Row, first: int) -> bool:
    """Whether the nearest verb before a day, in its clause, is a reporting verb."""
    for k in range(first - 1, max(-1, first - _BEFORE), -1):
        if row.kind(k) == "line" or row.form(k) in (".", "؛", "؟", "!") or has_class(row.tokens, k, k + 1, "that"):
            return False
        found = word(row.form(k))
        if found.cue is not None and found.cue.sort == "verb" and "that" in found.cue.frames:
            return True
        if row.form(k - 1) in _PAPERS:
            continue  # «قالت في بيان صدر فجرا إن …»
        if found.verb is not None and not found.verb.weak and not row.form(k).endswith(("ه", "ها")):
            return False
    return False


def _opens_words(row: Row, last: int) -> bool:
    """Whether what was said begins behind a day, or the sentence ends there."""
    reach = min(len(row.tokens), last + _BEHIND)
    if last >= len(row.tokens) or row.kind(last) == "line" or row.form(last) == "." or is_event_noun(row.form(last)):
        return True
    for k in range(last + (row.form(last) in ("،", ",")), reach):  # «قالت، في بيان مساء أمس، إن …»
        if row.form(k) == ":" or has_class(row.tokens, k, reach, "that") or has_class(row.tokens, k, reach, "that+"):
            return True
        if row.kind(k) != "word":
            return False
    return False
