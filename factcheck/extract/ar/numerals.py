"""Arabic numerals: how number words and digits add up to one number."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.numbers import NumberWord, is_and_eleven, not_nouns, number_word, skip_letters
from factcheck.extract.numerals import Numeral, read_digits
from factcheck.text import Token, fold

_POINT = fold("فاصلة")


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
        self.extra = 0  # tokens taken with the last one: the scale said again in ونصف المليون, decimals, groups

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
            i = last = at + 1 + self.extra
            self.extra = 0
            if self.kind == "ordinal":
                last = self._rest_of_ordinal(i)
                break
        if last == self.first or (self.group or 0) >= self.limit:
            return None
        return self._numeral(last)

    def _numeral(self, last: int) -> Numeral:
        token = self.tokens[self.first]
        word = None if token.kind == "number" else self._word(self.first)
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
        if token.form == _POINT:
            return not conjoined and self._take_decimals(at)
        word = self._word(at)
        if word is None:
            return False
        joined = conjoined or word.conjoined
        if self.started and joined and word.cls != "fraction" and self.group is None and self._begins_anew(at):
            return False
        opens = self.group is None and (not self.started or (joined and self.kind == "cardinal"))
        return bool(getattr(self, f"_{word.cls}")(word, joined, opens, at))

    def _word(self, at: int) -> NumberWord | None:
        if is_and_eleven(self.text, self.tokens, at):
            return NumberWord(1, "unit", clitic=1, conjoined=True, definite=False)
        return number_word(self.tokens[at].form)

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
        if self.started and self._begins_anew(at):
            return False  # «بين 12 ألفا و15 ألفا»
        form = token.form + self._groups_after(at)
        value = read_digits(form, "ar", self._is_scaled(at + 1))
        if value is None or value >= self.limit:
            return False
        self.group, self.room, self.unit, self.digits = value, 0, 0, True
        return True

    def _groups_after(self, at: int) -> str:
        """The digits of `1،204`, grouped with the Arabic comma and no space."""
        tokens, digits = self.tokens, ""
        while (
            at + 2 < len(tokens)
            and tokens[at].form.isdecimal()
            and tokens[at + 1].form == "،"
            and tokens[at + 2].form.isdecimal()
            and len(tokens[at].form) <= 3 == len(tokens[at + 2].form)
            and tokens[at].end + 2 == tokens[at + 2].start + 1
        ):
            digits, at, self.extra = digits + tokens[at + 2].form, at + 2, self.extra + 2
        return digits

    def _take_decimals(self, at: int) -> bool:
        """`3 فاصلة 5`, `ثلاثة فاصلة خمسة`: what follows the point is decimals."""
        if self.group is None or self.kind != "cardinal" or at + 1 >= len(self.tokens):
            return False
        token, word = self.tokens[at + 1], number_word(self.tokens[at + 1].form)
        digits = token.form if token.kind == "number" else f"{word.value:.0f}" if word and word.value < 100 else ""
        if not digits.isdecimal() or len(digits) > 4:
            return False
        self.group = float(f"{self.group:.0f}.{digits}")  # no sum: 256 + 0.4 is not quite 256.4
        self.unit, self.room, self.extra = 0, 0, 1
        return True

    def _is_scaled(self, at: int) -> bool:
        word = number_word(self.tokens[at].form) if at < len(self.tokens) else None
        return bool(word and word.cls.startswith("scale") and not word.conjoined)

    def _next(self, at: int) -> NumberWord | None:
        if at + 2 < len(self.tokens) and self.tokens[at + 1].form == "و":
            word = number_word(self.tokens[at + 2].form)
            return word and word._replace(conjoined=True)
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
        before_tens = following is not None and following.cls in ("tens", "fraction") and following.conjoined
        counted = following is not None and following.cls == "scale" and not following.conjoined
        return (before_tens or counted or self.room >= 10 or (opens and self.started)) and self._unit(
            word, joined, opens, at
        )

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
            self.total += round(self.group * word.value, 6)  # 8.2 million, not 8199999.999999999
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
            and following.form not in not_nouns()
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
            self.extra = int(following is not None and following.definite and following.value == self.limit)
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
        word = self._next(i - 1)
        if (word and self.group and (word.cls == "ten" and not word.conjoined)) or (
            word and word.cls == "tens" and word.conjoined
        ):
            self.group = (self.group or 0) + word.value
            return i + 1 + (self.tokens[i].form == "و")
        return i
