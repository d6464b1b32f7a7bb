"""Quantities in Arabic and English text: what is counted, how many, between which bounds, in which unit.

Number words are candidates by look-up; the rules run at candidates only, so the cost is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.dates import DateMention
from factcheck.extract.amounts import Amount, Row, below_zero
from factcheck.extract.ar import quantities as ar_quantities
from factcheck.extract.dates import dates_in
from factcheck.extract.en import quantities as en_quantities
from factcheck.quantity import Quantity
from factcheck.text import Token, tokenise

_READERS = {"ar": ar_quantities.amount_at, "en": en_quantities.amount_at}


def find_quantities(text: str, lang: str) -> list[Quantity]:
    """The quantities of `text` in order, `text[start:end] == exact`: `صاروخين` is 2, `at least 20` is `[20, None]`.

    Kinds, units and conventions are those of `factcheck.quantity.Quantity`; dates, times of day, codes and names are
    left out. Ordinals come back as `ordinal`, ages as `duration` (`is_figure` tells both from the rest).
    """
    return quantities_in(text, tokenise(text), lang)


def quantities_in(
    text: str,
    tokens: Sequence[Token],
    lang: str,
    dates: Iterable[DateMention] | None = None,
    row: Row | None = None,
) -> list[Quantity]:
    """Like `find_quantities`, on tokens already made, and on their row where there is one.

    `dates` are those found in the text, looked for if not given.
    """
    row = row or Row(text, tokens)
    if dates is None:
        dates = dates_in(text, tokens, lang, None, row=row)
    read = _READERS[lang]
    found: list[Quantity] = []
    taken = 0
    spans = [(date.start + _counted(date.exact), date.end) for date in dates]
    at_span = 0
    for i in row.candidates(lang):
        if i < taken:
            continue
        start = tokens[i].start
        while at_span < len(spans) and spans[at_span][1] <= start:
            at_span += 1
        if at_span < len(spans) and spans[at_span][0] < tokens[i].end:
            continue
        amount = read(row, i, taken)
        if amount is None:
            continue
        if amount.last > taken:
            taken = amount.last
        if amount.kind is not None and not _overlaps(amount, spans, at_span):
            found.append(_quantity(text, below_zero(row, amount)))
    return found


def is_figure(quantity: Quantity) -> bool:
    """Whether a claim lists the quantity: not an ordinal, not somebody's age."""
    return quantity.kind != "ordinal" and quantity.noun not in ("عمر", "age")


# «خلال 60 يوما», "the three months to June" are times, and count their days or months as well.
_COUNTING = re.compile(
    r"(?:خلال|في (?:غضون|ظرف|أجل|مدة|مهلة))\s.*"
    r"|(?:within|in|(?:the )?first|the|)\s?[\w-]+ (?:hour|day|week|month|quarter|year)s"
    r"(?=$| to | through | end| of | in )",
    re.IGNORECASE,
)


def _counted(exact: str) -> int:
    """How many characters of a date also count: all of `خلال 60 يوما`, the "first nine months" of 2024."""
    found = _COUNTING.match(exact)
    return found.end() if found else 0


def _overlaps(amount: Amount, spans: Sequence[tuple[int, int]], at: int) -> bool:
    return at < len(spans) and spans[at][0] < amount.number_end and amount.start < spans[at][1]


def _quantity(text: str, amount: Amount) -> Quantity:
    assert amount.kind is not None
    exact = text[amount.start : amount.end]
    low, high = _whole(amount.low), _whole(amount.high)
    return Quantity(amount.start, amount.end, exact, amount.kind, low, high, amount.unit, amount.noun)


def _whole(value: float | None) -> float | None:
    return int(value) if value is not None and value == int(value) else value
