"""What the quantity rules of both languages share: a row of tokens with look-ups, and an amount under construction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.ar import duals as ar_duals
from factcheck.extract.ar import numbers as ar_numbers
from factcheck.extract.en import numbers as en_numbers
from factcheck.quantity import QuantityKind
from factcheck.text import Token, by_spelling

if TYPE_CHECKING:
    from factcheck.extract.dated import Expression

_BOUNDS: dict[str, QuantityKind] = {"at_least": "at_least", "at_most": "at_most", "about": "about"}
CURRENCY_SIGNS = frozenset("$€£¥₪₺₹₽₩₦₵₱฿₫₴₸₾")
_MARGIN = 64
OVER = ("ordinal", "percent", "money", "duration")  # these win over a bound, and a bound over cardinal


class Row:
    """The tokens of a text with safe look-ups past both ends.

    `form(i)` is the folded form at `i`, empty past both ends; `kind(i)` its kind, a line break past both ends. Rules
    look at most a dozen tokens away. `dated` holds the date that begins at each token once asked for, `counted` the
    units of time counted there.
    """

    __slots__ = ("counted", "dated", "form", "kind", "text", "tokens")

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text, self.tokens = text, tokens
        self.dated: dict[int, Expression | None] = {}
        self.counted: dict[int, tuple[int, str, int] | None] = {}
        forms = [token.form for token in tokens] + [""] * _MARGIN  # an index below 0 falls into the margin too
        kinds = [token.kind for token in tokens] + ["line"] * _MARGIN
        self.form: Callable[[int], str] = forms.__getitem__  # a method would cost twice as much, some 7 times a token
        self.kind: Callable[[int], str] = kinds.__getitem__

    def touches(self, i: int) -> bool:
        """Whether token `i` follows the one before it without a space."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def candidates(self, lang: str) -> list[int]:
        """The indices at which a quantity can begin."""
        can_open = _opens_arabic if lang == "ar" else _opens_english
        return [i for i, token in enumerate(self.tokens) if token.kind == "number" or can_open(token.form)]


@by_spelling
def _opens_arabic(form: str) -> bool:
    return (
        ar_numbers.number_word(form) is not None
        or form in CURRENCY_SIGNS
        or ar_duals.dual(form) is not None
        or form in ar_numbers.units_alone()
    )


@by_spelling
def _opens_english(form: str) -> bool:
    return form in en_numbers.number_words() or form in CURRENCY_SIGNS or form in _EN_OPENERS


_EN_OPENERS = frozenset(("a", "an", "twice", "thrice", "single", "couple", "both"))


class Amount(NamedTuple):
    """A quantity under construction over `tokens[first:last]`; `kind` is `None` for a number that is to be left."""

    first: int
    last: int
    start: int
    end: int
    number_end: int
    low: float | None
    high: float | None
    kind: QuantityKind | None
    unit: str | None = None
    noun: str | None = None

    def bounded(self, bound: str, start: int | None = None, end: int | None = None) -> Amount:
        """The amount under `at_least`, `at_most` or `about`, its span widened to the bound's words."""
        low, high = self.low, self.high
        if bound == "at_least":
            high = None
        elif bound == "at_most":
            low, high = None, high if high is not None else low
        contrary = bound == "at_least" and low is None  # "at most 5 at least": the first counts
        if contrary or (bound == "about" and self.kind == "at_least"):
            return self._replace(start=self.start if start is None else start, end=self.end if end is None else end)
        kind = self.kind if self.kind in OVER or self.kind == "range" else _BOUNDS[bound]
        return self._replace(
            low=low,
            high=high,
            kind=kind,
            start=self.start if start is None else start,
            end=self.end if end is None else end,
        )


_MINUS = frozenset(("minus", "negative"))
_SIGNS = frozenset("-−–")
_BELOW_ZERO = (("below", "zero"), ("below", "freezing"))
_SIGNED = frozenset(("%", "pp", "bp", "°C", "°F", "degree"))  # units of what can lie below nought
_TURNED_KIND: dict[QuantityKind | None, QuantityKind] = {"at_least": "at_most", "at_most": "at_least"}


def below_zero(row: Row, amount: Amount) -> Amount:
    """The amount with its minus: `-3.5%`, `from -5 to 10 degrees`, `minus 12`, `12 degrees below zero`.

    Before a counted noun a dash lists and "minus" takes away: neither makes a number negative there.
    """
    i = amount.first
    before, signed = row.form(i - 1), amount.unit in _SIGNED or amount.kind == "money" or amount.noun is None
    dashed = before in _SIGNS and row.touches(i) and not row.touches(i - 1)
    led = signed and (dashed or (row.kind(i) == "number" and before in _MINUS))
    behind = (row.form(amount.last), row.form(amount.last + 1)) in _BELOW_ZERO
    if not (led or behind) or amount.kind in ("ordinal", "duration") or (amount.low or amount.high or 0) < 0:
        return amount
    low, high = (None if end is None else -end for end in (amount.low, amount.high))
    if behind:  # "more than 12 degrees below zero" is at most -12
        kind = _TURNED_KIND.get(amount.kind, amount.kind)
        return amount._replace(low=high, high=low, kind=kind, end=row.tokens[amount.last + 1].end)
    if amount.low is not None and amount.high is not None and amount.low != amount.high:
        low, high = min(-amount.low, amount.high), max(-amount.low, amount.high)  # "from -5 to 10 degrees"
    own = amount.start == row.tokens[i].start
    return amount._replace(low=low, high=high, start=row.tokens[i - 1].start if own else amount.start)


def left(first: int, last: int) -> Amount:
    """A number that was understood and is no quantity: `القرار 2254`."""
    return Amount(first, last, 0, 0, 0, None, None, None)


def turned(bound: str) -> str:
    """The bound that a "not" before it makes of it: "not more than" is at most."""
    return {"at_least": "at_most", "at_most": "at_least"}.get(bound, bound)
