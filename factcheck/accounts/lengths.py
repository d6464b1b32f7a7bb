"""Lengths of time told by when they began: «لم يقبضوا رواتبهم منذ أربعة أشهر» is four months without pay."""

from __future__ import annotations

from functools import cache

from factcheck.accounts.context import Claims
from factcheck.dates import DateMention
from factcheck.lang import rows
from factcheck.quantity import Quantity
from factcheck.text import fold

_SINCE = "منذ "
_DUAL = ("ين", "ان")


def lengths_without(claims: Claims, i: int) -> list[Quantity]:
    """The lengths of time for which a claim says that a thing has not been."""
    told = claims.all[i].dates if claims.lang == "ar" and claims.negated(i) else ()
    return [length for mention in told if (length := length_since(mention)) is not None]


def length_since(mention: DateMention) -> Quantity | None:
    """The length of time of an Arabic date that says from when on; `None` for one that names a day or a month."""
    told = mention.exact.removeprefix(_SINCE)
    if told == mention.exact:
        return None
    number, unit = _read(tuple(fold(word) for word in told.split()))
    if number is None:
        return None
    return Quantity(mention.start + len(_SINCE), mention.end, told, "duration", number, number, unit=unit)


def _read(words: tuple[str, ...]) -> tuple[float | None, str | None]:
    """The number and the unit that two words or one tell: «خمسة أشهر», «شهرين», «عام»."""
    if len(words) == 2 and words[1] in _units():
        number = float(words[0]) if words[0].isdecimal() else _numbers().get(words[0])
        return number, _units()[words[1]]
    if len(words) == 1 and words[0] in _units(one=True):
        return 1.0, _units()[words[0]]
    if len(words) == 1 and words[0].endswith(_DUAL):
        unit = _units().get(words[0][:-2]) or _units().get(f"{words[0][:-3]}ة")  # «شهرين», «سنتين»
        return (2.0 if unit else None), unit
    return None, None


@cache
def _units(one: bool = False) -> dict[str, str]:
    """The words for units of time with the unit; of `one` only, and not of several («سنوات»)."""
    told = (row for row in rows("ar", "units") if row[2] == "duration")
    return {fold(row[0]): row[1] for row in told if not one or row[3] == row[1]}


@cache
def _numbers() -> dict[str, float]:
    return {fold(row[0]): float(row[1]) for row in rows("ar", "numbers") if row[2] in ("unit", "ten", "tens")}
