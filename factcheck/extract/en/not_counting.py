"""English numbers that count nothing: names, codes, scores, times, house numbers."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.en.numbers import number_words
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
    if after == "o'clock" or _is_address(row, last) or _is_of_clock(row, numeral) or _is_idiom(row, numeral):
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


_HOURS = 12
_QUARTERS = (5, 10, 20, 25)  # minutes to or past an hour
_PARTED = frozenset("break broke broken breaking cut split splitting tear tore torn snap snapped slice sliced".split())  # noqa: SIM905
_SETTLED = frozenset(("settle", "settled", "settling", "settles"))
_NEAR = 5  # tokens before "in two" in which something is parted


def _is_of_clock(row: Row, numeral: Numeral) -> bool:
    """Whether a number tells an hour with no word for it: "By seven the pump ran", "at twenty to four"."""
    i, last = numeral.first, numeral.last
    if numeral.kind != "cardinal" or numeral.value != int(numeral.value):
        return False
    if row.form(i - 1) == "by" and row.kind(i - 2) in ("line", "mark") and row.form(last) in ("the", "a", "its", "his"):
        return 1 <= numeral.value <= _HOURS
    if row.form(i - 1) == "at" and row.form(last) in ("to", "past") and numeral.value in _QUARTERS:
        hour = number_words().get(row.form(last + 1), (0.0, ""))[0]
        return 1 <= hour <= _HOURS and _ends_clock(row, last + 2)
    minutes = number_words().get(row.form(i - 2), (0.0, ""))[0]
    timed = row.form(i - 1) in ("to", "past") and row.form(i - 3) == "at" and minutes in _QUARTERS
    return timed and 1 <= numeral.value <= _HOURS and _ends_clock(row, last)


def _ends_clock(row: Row, k: int) -> bool:
    """Whether no noun that an hour could count stands at token `k`."""
    after = row.form(k)
    return after != "%" and (row.kind(k) != "word" or (after in words("function") and after != "of"))


def _is_idiom(row: Row, numeral: Numeral) -> bool:
    """Whether a number counts nothing: "break in two", "a settling of scores", "since 2019"."""
    i, last = numeral.first, numeral.last
    before, after = row.form(i - 1), row.form(last)
    if row.form(i) == "two" and before in ("in", "into") and (row.kind(last) != "word" or after in words("function")):
        return any(row.form(k) in _PARTED for k in range(i - _NEAR, i))
    if row.form(i) == "scores" and after != "of":
        return any(row.form(k) in _SETTLED for k in range(i - 3, i))
    return before == "since" and row.kind(i) == "number" and row.form(i).isdigit() and len(row.form(i)) == len("2019")


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
