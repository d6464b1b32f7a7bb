"""English numbers that count nothing: names, codes, scores, times, house numbers."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.en.units import DASHES, is_plural, measures, singular_of, words
from factcheck.extract.numerals import Numeral


def is_trap(row: Row, numeral: Numeral) -> bool:
    """Whether the number is a name, code, score, time or idiom and counts nothing."""
    i, last = numeral.first, numeral.last
    before, after = row.form(i - 1), row.form(last)
    if row.kind(i) == "number":
        if row.touches(i) and (before in ("/", ":", "#", "@", "+", "_", "\\", ".", "'") or row.kind(i - 1) == "word"):
            return True
        if row.touches(i) and before == "(" and row.touches(i - 1) and row.kind(i - 2) == "number":
            return True  # "section 274(1)"
        if row.touches(i) and before in DASHES and row.touches(i - 1) and row.kind(i - 2) in ("word", "number"):
            return True
        if row.touches(last) and row.kind(last + 1) == "number" and after in (":", "/", "_"):
            return True
        if after in ("am", "pm", "gmt", "utc", "o'clock") or (
            after in ("a", "p") and row.form(last + 1) == "." and row.form(last + 2) == "m"
        ):
            return True
        if (
            row.touches(last)
            and row.kind(last) == "word"
            and numeral.kind == "cardinal"
            and numeral.last - i == 1
            and measures().at(row.tokens, last) is None
        ):
            return True
    if after == "o'clock" or _is_address(row, last):
        return True
    if row.kind(i) == "number" and (_is_label(row, i) or (before == "and" and _is_label(row, i - 2))):
        return True  # "section 494 and 502"
    if numeral.kind == "cardinal" and numeral.value == 0 and before in ("above", "below") and not is_plural(after):
        return True  # "above zero"
    if numeral.kind == "cardinal" and before in words("numbered") and not (before == "no" and row.kind(i) != "number"):
        return True
    if (before, row.form(i - 2)) in ((".", "no"), ("of", "group")):
        return True
    return row.kind(i) == "number" and _is_name_number(row, i, last)


def _is_label(row: Row, i: int) -> bool:
    """Whether a number names one of what a plural before it numbers: "rooms | 12 and 14", "posts | 542 and 543"."""
    before = row.form(i - 1)
    if row.kind(i) != "number" or row.kind(i - 1) != "word":
        return False
    if before in words("numbered") or singular_of(before) in words("numbered"):
        return before != "no" and not (is_plural(row.form(i + 1)) and row.kind(i + 1) == "word")
    second = i + 2 if row.form(i + 1) == "and" and row.kind(i + 2) == "number" else 0
    ends = row.kind(second + 1) != "word" or row.form(second + 1) in words("function")
    led = row.form(i - 2) in words("function") or row.kind(i - 2) == "word"
    counts = row.form(i - 2) in ("that", "which", "who", "in", "among", "between", "both", "two", "three")
    return bool(second) and is_plural(before) and ends and led and not counts


def _is_address(row: Row, last: int) -> bool:
    """`10 Downing Street`, `5 S. Grand Avenue`: a house number."""
    k = last
    while k < last + 4 and (row.form(k) == "." or (row.kind(k) == "word" and row.text[row.tokens[k].start].isupper())):
        if k > last and row.form(k) in ("street", "avenue", "road", "boulevard", "lane", "st", "ave"):
            return True
        k += 1
    return False


def _is_name_number(row: Row, i: int, last: int) -> bool:
    """`Falcon 9`, `Area 51`: a capitalised word inside a sentence, then a number that counts no plural."""
    if row.kind(i - 1) != "word" or (row.kind(i - 2) in ("line", "mark") and row.form(i - 2) != ","):
        return False
    name = row.tokens[i - 1]
    if not row.text[name.start].isupper() or name.form in words("function") or measures().at(row.tokens, last):
        return False
    nxt = row.form(last)
    return not (
        is_plural(nxt)
        or is_plural(row.form(last + 1))
        or (nxt in words("function") and nxt in ("of", "and", "to", "or", "more", "other"))
    )
