"""English number words and digits, and how they add up to one number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.extract.numerals import Numeral, read_digits
from factcheck.lang import rows
from factcheck.lang.english import words
from factcheck.text import Token


@cache
def number_words() -> dict[str, tuple[float, str]]:
    """Word to value and class (`unit`, `tens`, `scale` …)."""
    return {word: (float(value), cls) for word, value, cls, *_ in rows("en", "numbers")}


@cache
def _months() -> frozenset[str]:
    return frozenset(row[0] for row in rows("en", "calendar") if row[1] == "month")


def numeral_at(text: str, tokens: Sequence[Token], i: int, money: bool = False) -> Numeral | None:
    """The longest numeral that begins at token `i`, or `None`; with `money` a bare `m`, `b` or `k` is a scale."""
    token = tokens[i]
    if token.kind != "number" and token.form not in ("a", "an") and token.form not in number_words():
        return None
    return _Reader(tokens, i, money).read()


class _Reader:
    def __init__(self, tokens: Sequence[Token], first: int, money: bool) -> None:
        self.tokens, self.first, self.money = tokens, first, money
        self.words = number_words()

    def word(self, i: int) -> tuple[float, str]:
        """Value and class of the number word at `i`; an empty class for anything else."""
        if i < len(self.tokens) and self.tokens[i].kind == "word":
            return self.words.get(self.tokens[i].form, (0.0, ""))
        return (0.0, "")

    def form(self, i: int) -> str:
        return self.tokens[i].form if i < len(self.tokens) else ""

    def read(self) -> Numeral | None:
        i = self.first
        if self.form(i) in ("a", "an"):
            return self._after_article(i)
        if self.tokens[i].kind == "number":
            return self._digits(i)
        value, cls = self.word(i)
        if cls == "vague":
            return self._vague(i, value)
        if cls in ("ordinal", "fraction"):
            return self._ordinal_or_fraction(i, value, cls)
        if cls in ("zero", "one", "unit", "teen", "tens", "dozen", "hundred", "scale") and cls != "scale":
            return self._words(i, None)
        return None

    def _numeral(self, last: int, value: float, kind: str = "cardinal", digits: bool = False) -> Numeral:
        tokens = self.tokens
        return Numeral(
            self.first,
            last,
            tokens[self.first].start,
            tokens[last - 1].end,
            round(value, 6),
            kind,  # type: ignore[arg-type]  # one of the four
            digits,
        )

    def _after_article(self, i: int) -> Numeral | None:
        """`a dozen`, `a hundred`, `a million`, `a quarter`, `a third`, `a half`."""
        value, cls = self.word(i + 1)
        if cls in ("hundred", "scale", "dozen"):
            return self._words(i + 1, 1.0)
        if cls == "fraction" and self.form(i + 1) not in ("halves",):
            return self._fraction(i + 2, value)
        return None

    def _digits(self, i: int) -> Numeral | None:
        nxt, cls = self.word(i + 1)
        scaled = cls in ("scale", "suffix")
        value = read_digits(self.form(i), "en", scaled)
        if value is None:
            return None
        last = i + 1
        value, last = self._with_groups(i, value)
        suffix = self.form(last)
        touching = last < len(self.tokens) and self.tokens[last].start == self.tokens[i].end
        if touching and suffix in ("st", "nd", "rd", "th"):
            return self._numeral(last + 1, value, "ordinal", True)
        if cls == "suffix" and touching and (self.money or self._counts_after(last + 1)) and suffix != "k":
            return self._numeral(last + 1, value * nxt, digits=True)
        if cls == "suffix" and touching and suffix == "k":
            return self._numeral(last + 1, value * nxt, digits=True)
        value, last = self._and_a_half(value, last)
        if self.form(last) == "-" and self.word(last + 1)[1] == "scale":
            last += 1
        while self.word(last)[1] == "scale" or (self.word(last)[1] in ("hundred", "dozen")):
            value, last = value * self.word(last)[0], last + 1
        return self._numeral(last, value, digits=True)

    def _with_groups(self, i: int, value: float) -> tuple[float, int]:
        """A number whose thousands stand apart: `118 000 ounces`; not `March 5 300 people`, nor `12 500` alone."""
        last = i + 1
        dated = i > 0 and (self.tokens[i - 1].form in _months() or self._labels(i - 1))
        while not dated and value < 10**9 and self.form(i).isdecimal() and len(self.form(i)) <= 3 and value >= 1:
            group = self.form(last)
            if not (group.isdecimal() and len(group) == 3 and self.tokens[last].start == self.tokens[last - 1].end + 1):
                break
            value, last = value * 1000 + int(group), last + 1
        counted = last < len(self.tokens) and self.tokens[last].kind == "word"
        return (value, last) if counted else (read_digits(self.form(i), "en", False) or value, i + 1)

    def _labels(self, i: int) -> bool:
        """Whether something that bears a number stands at a token: "Flight | 370 239 people", "Highway | 61 300"."""
        return self.tokens[i].form in words("labelled")

    def _counts_after(self, i: int) -> bool:
        form = self.form(i)
        return form.endswith("s") or form in ("people", "men", "women", "children")

    def _and_a_half(self, value: float, last: int) -> tuple[float, int]:
        if self.form(last) == "and" and self.form(last + 1) in ("a", "one", "three"):
            fraction, cls = self.word(last + 2)
            if cls == "fraction":
                return value + fraction * (3 if self.form(last + 1) == "three" else 1), last + 3
        return value, last

    def _vague(self, i: int, value: float) -> Numeral:
        last = i + 1
        while self.form(last) == "of" and self.word(last + 1)[1] == "vague" and self.form(last + 1) != "dozens":
            times = {"thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}.get(self.form(last + 1))
            if times is None:
                break
            value, last = value * times, last + 2
        if self.form(i) == "tens" and last == i + 1:
            return self._numeral(last, value, "vague")
        return self._numeral(last, value, "vague")

    def _fraction(self, last: int, value: float) -> Numeral:
        """A fraction up to `last`; with `of a million` or `a million` after it, the number that makes."""
        at = last
        if self.form(at) == "of":
            at += 1
        if self.form(at) == "a":
            at += 1
        if at > last - 1 and self.word(at)[1] == "scale":
            return self._numeral(at + 1, value * self.word(at)[0])
        return self._numeral(last, value, "fraction")

    def _ordinal_or_fraction(self, i: int, value: float, cls: str) -> Numeral | None:
        if cls == "fraction" and self.form(i) in ("half",):
            return self._fraction(i + 1, value)
        if self.form(i) in ("thirds", "quarters", "halves", "fifths", "tenths", "sixths", "eighths", "quarter"):
            return None
        return self._numeral(i + 1, _ORDINALS.get(self.form(i), value), "ordinal")

    def _words(self, i: int, start: float | None) -> Numeral | None:
        """Number words from `i`; `start` is the one of `a hundred`."""
        total, group, limit, last = 0.0, start, float("inf"), i
        while True:
            at = last
            if (
                last > i and self.form(at) == "and" and (group is None or group % 100 == 0) and self._can_add(at + 1)
            ) or (last > i and self.form(at) == "-" and self.word(at + 1)[1]):
                at += 1
            value, cls = self.word(at)
            if self.form(at) in _ORDINALS and last > i and at > last:
                value, cls = _ORDINALS[self.form(at)], "ordinal"
            if cls == "ordinal" and last > i and group is not None and group % 10 == 0 and value < 10:
                return self._numeral(at + 1, total + group + value, "ordinal")
            if cls in ("unit", "one", "teen", "tens", "zero"):
                if group is not None and not (
                    (group % 100 == 0 and group and start is not None) or self._fits(group, value, cls)
                ):
                    break
                group = (group or 0) + value
            elif cls in ("hundred", "dozen") and group is not None:
                group *= value
            elif cls == "scale" and group is not None and value < limit:
                total, group, limit = total + group * value, None, value
            else:
                break
            last = at + 1
            start = None
        if last == i:
            return None
        value = total + (group or 0)
        return self._with_fraction(value, last)

    def _with_fraction(self, value: float, last: int) -> Numeral:
        """`two and a half million`, `two thirds`, `three-quarters`."""
        at = last + 1 if self.form(last) == "-" else last
        fraction, cls = self.word(at)
        if (
            (cls == "fraction" or (cls == "ordinal" and self.form(at) in _FRACTIONS))
            and value < 10
            and self.form(at) != "second"
        ):
            part = _FRACTIONS.get(self.form(at), fraction)
            if self.form(at).endswith("s") or value == 1:
                return self._fraction(at + 1, value * part)
        value, last = self._and_a_half(value, last)
        while self.word(last)[1] in ("scale", "dozen", "hundred"):
            value, last = value * self.word(last)[0], last + 1
        return self._numeral(last, value)

    def _can_add(self, at: int) -> bool:
        return self.word(at)[1] in ("unit", "one", "teen", "tens")

    @staticmethod
    def _fits(group: float, value: float, cls: str) -> bool:
        if group % 100 == 0 and group >= 100:
            return True
        return group % 10 == 0 and group % 100 >= 20 and value < 10 and cls in ("unit", "one")


_FRACTIONS = {
    "third": 1 / 3,
    "thirds": 1 / 3,
    "fifth": 0.2,
    "fifths": 0.2,
    "tenth": 0.1,
    "tenths": 0.1,
    "sixth": 1 / 6,
    "eighth": 0.125,
    "quarter": 0.25,
    "quarters": 0.25,
    "half": 0.5,
    "halves": 0.5,
}
_ORDINALS = {"third": 3, "fifth": 5, "tenth": 10, "sixth": 6, "eighth": 8}
