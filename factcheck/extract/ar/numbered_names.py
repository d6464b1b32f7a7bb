"""Names that end in digits, in quotation marks or brackets: «العبّارة "الأمل 3"», «قناة (النيل 24)»."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.ar.bounds import bounds
from factcheck.extract.ar.marks import QUOTES, QUOTES_OPEN
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.words import is_function_word, is_preposition, word, words_of

_LONGEST = 4  # words of such a name before its digits


def ends_name(row: Row, i: int) -> bool:
    """Whether the digits at token `i` end a short name in quotation marks or brackets behind a noun.

    Words that say how many («"نحو 30"», «(الحصيلة 12)») or do something («"يناهز 24"») are no name.
    """
    closing = row.form(i + 1)
    if row.kind(i) != "number" or not row.form(i).isdecimal() or not (closing in QUOTES or closing == ")"):
        return False
    opens = QUOTES_OPEN if closing in QUOTES else frozenset("(")
    opening = next((k for k in range(i - 1, i - _LONGEST - 2, -1) if row.form(k) in opens), None)
    if opening is None or opening == i - 1 or row.kind(opening - 1) != "word":
        return False
    before, first = word(row.form(opening - 1)), row.form(opening + 1)
    if before.verb is not None or before.cue is not None or is_function_word(row.form(opening - 1)):
        return False
    if closing == ")" and not first.startswith("ال"):
        return False
    return all(_may_name(row, k) for k in range(opening + 1, i))


def _may_name(row: Row, k: int) -> bool:
    form = row.form(k)
    counts = number_word(form) is not None or form in words_of("bare.measure") or form in words_of("quantifier")
    acts = word(form).verb is not None and not form.startswith("ال")
    bound = bounds("before").before(row.tokens, k + 1) is not None
    return row.kind(k) == "word" and not (counts or acts or bound or is_preposition(form) or is_function_word(form))
