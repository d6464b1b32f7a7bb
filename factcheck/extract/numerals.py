"""Numerals in a row of tokens: digits read by grouping and language, and what number words hand over."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

NumeralKind = Literal["cardinal", "vague", "ordinal", "fraction"]
LONGEST = 15  # digits; longer strings are codes, and a float could not hold them

_SEPARATOR = re.compile("[.,٫٬\u066b\u066c]")


class Numeral(NamedTuple):
    """A number read from `tokens[first:last]`; `start` leaves out clitics, `end` is the last token's end."""

    first: int
    last: int
    start: int
    end: int
    value: float
    kind: NumeralKind
    digits: bool = False
    definite: bool = False


@lru_cache(maxsize=1 << 14)
def read_digits(form: str, lang: str, scaled: bool = False) -> float | None:
    """The value of a folded number token, `None` where it is a code, a version or grouped like no number.

    `1,204` and `1٬250` are thousands, `2,5` is a decimal in Arabic; `1.204` is a decimal in English, and in Arabic
    only before a scale word or unit (`scaled`).
    """
    parts = _SEPARATOR.split(form)
    marks = [char for char in form if not char.isdigit()]
    if sum(map(len, parts)) > LONGEST or (len(parts[0]) > 1 and parts[0][0] == "0"):
        return None
    if not marks:
        return float(int(form))
    last = marks[-1]
    decimal = last == "٫" or (marks.count(last) == 1 and _last_is_decimal(parts, marks, lang, scaled))
    whole = parts[:-1] if decimal else parts
    inner = marks[:-1] if decimal else marks
    if len(set(inner)) > 1 or "٫" in inner or (decimal and inner and inner[0] == last):
        return None
    if len(whole) > 1 and (not 1 <= len(whole[0]) <= 3 or any(len(part) != 3 for part in whole[1:])):
        return None
    digits = "".join(whole)
    return float(f"{int(digits)}.{int(parts[-1]):0{len(parts[-1])}d}") if decimal else float(int(digits))


def _last_is_decimal(parts: list[str], marks: list[str], lang: str, scaled: bool) -> bool:
    """Whether the last separator, which stands once, sets off decimals."""
    if marks[-1] == "٬":
        return False
    if len(marks) > 1 or len(parts[-1]) != 3 or parts[0] == "0":
        return lang == "ar" or marks[-1] == "." or scaled
    return marks[-1] == "." and (lang == "en" or scaled)
