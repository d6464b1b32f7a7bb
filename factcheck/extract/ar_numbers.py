"""Arabic number words: gender, case, construct and clitics, and how they add up to one number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.extract.numerals import Numeral, read_digits
from factcheck.lang import rows
from factcheck.text import Token, fold


class NumberWord(NamedTuple):
    """A number word: its value, its class (`unit`, `tens`, `scale` …) and what is attached before it."""

    value: float
    cls: str
    clitic: int  # letters before the word itself, the article left in
    conjoined: bool
    definite: bool


@cache
def number_words() -> dict[str, tuple[float, str]]:
    """Folded word to value and class."""
    return {fold(word): (float(value), cls) for word, value, cls, *_ in rows("ar", "numbers")}


@cache
def _not_numbers() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "around_numbers") if row[1] == "not_number")


@cache
def _not_nouns() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "around_numbers") if row[1] == "function")


@lru_cache(maxsize=1 << 16)
def number_word(form: str) -> NumberWord | None:
    """What a folded word says as a number, its clitics و ف ب ل ك and ال taken off; `None` for any other word."""
    words = number_words()
    if form in _not_numbers():
        return None
    for clitic, definite, bare in strippings(form):
        found = words.get(bare) or (words.get(bare[:-1] + "ة") if bare.endswith("ه") else None)
        if found:
            return NumberWord(found[0], found[1], clitic, form[0] in "وف" and clitic > 0, definite)
    return None


@lru_cache(maxsize=1 << 16)
def strippings(form: str) -> tuple[tuple[int, bool, str], ...]:
    """The ways to take clitics off a folded word, least first: letters taken before the article, definite, the rest."""
    ways: list[tuple[int, bool, str]] = []
    for conjunction in ("", "و", "ف"):
        if not form.startswith(conjunction):
            continue
        for preposition in ("", "ب", "ل", "ك"):
            n = len(conjunction) + len(preposition)
            if form.startswith(preposition, len(conjunction)) and len(form) - n >= 2:
                ways.append((n, False, form[n:]))
                if form.startswith("ال", n) and len(form) - n >= 4:
                    ways.append((n, True, form[n + 2 :]))
                elif preposition == "ل" and form.startswith("ل", n) and len(form) - n >= 3:
                    ways.append((n, True, form[n + 1 :]))
    return tuple(ways)


def skip_letters(text: str, start: int, end: int, n: int) -> int:
    """The offset after the first `n` letters of a word, diacritics and format marks passed over."""
    while n and start < end:
        n -= len(fold(text[start]))
        start += 1
    while start < end and not fold(text[start]):
        start += 1
    return start


def numeral_at(text: str, tokens: Sequence[Token], i: int) -> Numeral | None:
    """The longest numeral that begins at token `i`, or `None`."""
    return _Reader(text, tokens, i).read()


class _Reader:
    """Adds number words up, left to right; `limit` is the scale below which the next part must stay."""

    def __init__(self, text: str, tokens: Sequence[Token], first: int) -> None:
        self.text, self.tokens, self.first = text, tokens, first
        self.total = 0.0
        self.group: float | None = None
        self.room = 0.0  # what the group can still take up
        self.unit = 0.0  # the open unit: three in three hundred, five in five and twenty
        self.limit = float("inf")
        self.kind = "cardinal"
        self.started = False
        self.digits = False
        self.echo = False  # the scale is said again: ونصف المليون

    def read(self) -> Numeral | None:
        i, last = self.first, self.first
        while i < len(self.tokens):
            token = self.tokens[i]
            conjoined, at = False, i
            if token.form == "و" and self.started and i + 1 < len(self.tokens):
                conjoined, at = True, i + 1
                token = self.tokens[at]
            if not self._take(token, conjoined, at):
                break
            self.started = True
            i = last = at + 1 + self.echo
            self.echo = False
            if self.kind == "ordinal":
                last = self._rest_of_ordinal(i)
                break
        if last == self.first or (self.group or 0) >= self.limit:
            return None
        return self._numeral(last)

    def _numeral(self, last: int) -> Numeral:
        token = self.tokens[self.first]
        word = None if token.kind == "number" else number_word(token.form)
        start = skip_letters(self.text, token.start, token.end, word.clitic) if word and word.clitic else token.start
        return Numeral(
            self.first,
            last,
            start,
            self.tokens[last - 1].end,
            self.total + (self.group or 0),
            self.kind,  # type: ignore[arg-type]  # one of the four, set below
            self.digits,
            bool(word and word.definite),
        )

    def _take(self, token: Token, conjoined: bool, at: int) -> bool:
        """Whether the token goes on with the number; takes it in when it does."""
        if self.kind in ("fraction",) and self.group is not None and self.group >= 1:
            return False
        if token.kind == "number":
            return self._take_digits(token, conjoined, at)
        if token.kind != "word":
            return False
        word = number_word(token.form)
        if word is None:
            return False
        joined = conjoined or word.conjoined
        if self.started and joined and word.cls != "fraction" and self.group is None and self._begins_anew(at):
            return False
        opens = self.group is None and (not self.started or (joined and self.kind == "cardinal"))
        return bool(getattr(self, f"_{word.cls}")(word, joined, opens, at))

    def _begins_anew(self, at: int) -> bool:
        """`بين ألف وخمسة آلاف`: what follows is as large as what came before, so it is another number."""
        following = self._next(at)
        return (
            following is not None
            and following.cls.startswith("scale")
            and not following.conjoined
            and following.value >= self.limit
        )

    def _take_digits(self, token: Token, conjoined: bool, at: int) -> bool:
        if self.started and not (conjoined and self.group is None and self.limit < float("inf")):
            return False
        value = read_digits(token.form, "ar", self._is_scaled(at + 1))
        if value is None or value >= self.limit:
            return False
        self.group, self.room, self.unit, self.digits = value, 0, 0, True
        return True

    def _is_scaled(self, at: int) -> bool:
        word = number_word(self.tokens[at].form) if at < len(self.tokens) else None
        return bool(word and word.cls.startswith("scale") and not word.conjoined)

    def _next(self, at: int) -> NumberWord | None:
        return number_word(self.tokens[at + 1].form) if at + 1 < len(self.tokens) else None

    def _unit(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if opens and word.value < self.limit:
            self.group, self.room, self.unit = word.value, 0, word.value
        elif joined and self.group is not None and self.room >= 10:
            self.group, self.room, self.unit = self.group + word.value, 0, word.value
        else:
            return False
        return True

    def _one(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        following = self._next(at)
        before_tens = following is not None and following.cls == "tens" and following.conjoined
        return (before_tens or self.room >= 10 or (opens and self.started)) and self._unit(word, joined, opens, at)

    def _one_of(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        following = self._next(at)
        teen = following is not None and following.cls == "ten" and not following.conjoined
        return (teen or (following is not None and following.cls == "tens" and following.conjoined)) and self._unit(
            word, joined, opens, at
        )

    def _ten(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if self.unit and not joined and self.group is not None and not word.definite:
            self.group, self.unit, self.room = self.group + 10, 0, 0
            return True
        return self._tens(word, joined, opens, at)

    def _tens(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if self.unit and joined and self.group is not None and word.value >= 20:
            self.group += word.value
        elif opens and word.value < self.limit:
            self.group = word.value
        elif joined and self.group is not None and self.room >= 100:
            self.group += word.value
        else:
            return False
        self.unit, self.room = 0, 0
        return True

    def _hundred(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if word.definite:
            return False
        if self.unit >= 3 and not joined and self.group == self.unit:
            self.group = self.unit * 100
        elif opens and word.value < self.limit:
            self.group = word.value
        else:
            return False
        self.unit, self.room = 0, 100
        return True

    def _hundreds(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        return self._hundred(word, joined, opens, at)

    def _scale(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if self.group is not None and not joined and word.value < self.limit:
            self.total += self.group * word.value
        elif opens and word.value < self.limit:
            self.total += word.value * (2 if self._is_dual_construct(at) else 1)
        elif self.group is None and self.started and not joined and word.value > self.limit and self.kind != "fraction":
            self.total *= word.value
        else:
            return False
        self.group, self.unit, self.room, self.limit = None, 0, 0, word.value
        if self.kind == "fraction":
            self.kind = "cardinal"
        return True

    def _is_dual_construct(self, at: int) -> bool:
        """`مليونا دولار`: two million, since a single one takes no ا before its noun; not `مليونا و300 ألف`."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return (
            not self.started
            and self.tokens[at].form.endswith("ا")
            and following is not None
            and following.kind == "word"
            and following.form[0] not in "وف"
            and following.form not in _not_nouns()
            and number_word(following.form) is None
        )

    def _scale_plural(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if self.started:
            return self.group is not None and not joined and self._scale(word, joined, opens, at)
        self.kind = "vague"
        self.total, self.limit = 2 * word.value, word.value
        return True

    def _scale_dual(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if not opens or word.value >= self.limit:
            return False
        self.total += word.value
        self.limit = word.value / 2
        return True

    def _vague(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if self.started:
            return False
        self.kind, self.group = "vague", word.value
        return True

    def _fraction(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if not self.started:
            self.group, self.kind = word.value, "fraction"
            return True
        if not joined or self.kind != "cardinal":
            return False
        if self.group is None:
            self.total += word.value * self.limit
            following = self._next(at)
            self.echo = following is not None and following.definite and following.value == self.limit
        else:
            self.group += word.value
        self.unit, self.room = 0, 0
        return True

    def _fraction_of_them(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        return not self.started and self._fraction(word, joined, opens, at)

    def _fraction_plural(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if not self.unit or self.group != self.unit or joined:
            return False
        self.group, self.unit, self.kind = self.unit * word.value, 0, "fraction"
        return True

    def _zero(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if self.started or word.definite:
            return False
        self.group = 0
        return True

    def _ordinal(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        if self.started:
            return False
        self.kind, self.group = "ordinal", word.value
        return True

    def _ordinal_part(self, word: NumberWord, joined: bool, opens: bool, at: int) -> bool:
        following = self._next(at)
        return following is not None and following.cls in ("ten", "tens") and self._ordinal(word, joined, opens, at)

    def _rest_of_ordinal(self, i: int) -> int:
        """Takes in the ten of `الثالث عشر` or the tens of `الخامس والعشرين`; the index after the ordinal."""
        word = number_word(self.tokens[i].form) if i < len(self.tokens) else None
        if (word and self.group and (word.cls == "ten" and not word.conjoined)) or (
            word and word.cls == "tens" and word.conjoined
        ):
            self.group = (self.group or 0) + word.value
            return i + 1
        return i
