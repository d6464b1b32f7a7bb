"""The Arabic dual where it stands: whether it counts two, what agrees with it, and its unit."""

from __future__ import annotations

from factcheck.extract.amounts import Amount, Row
from factcheck.extract.ar.bounds import with_bound
from factcheck.extract.ar.duals import Dual, agreement, dual, singular_of
from factcheck.extract.ar.marks import QUOTES_OPEN
from factcheck.extract.ar.numbers import number_word, skip_letters
from factcheck.extract.ar.units import measures, singular_tokens, words
from factcheck.quantity import QuantityKind
from factcheck.text import Token, fold

_MEASURED: dict[str, QuantityKind] = {"duration": "duration", "money": "money", "percent": "percent"}


def two_of(row: Row, i: int, taken: int) -> Amount | None:
    """A counted noun in the dual at token `i`: `صاروخين باليستيين` is one amount, 2."""
    found = dual(row.form(i))
    if found is None or not _counts_two(row, i, found):
        return None
    if i == taken and not found.clitic and agreement(row.form(i)) and singular_of(row.form(i - 1)) is not None:
        return None  # «أكثر من 100 شخص معرضين للخطر»: what they are like
    last = _after_agreeing(row, i + 1)
    if found.certainty in ("construct", "nisba"):
        owner = dual(row.form(i + 1))
        after = i + 1 if owner and owner.certainty == "dual" else _after_agreeing(row, i + 2)
        last = after if after > i + 2 else i + 1
    token = row.tokens[i]
    start = skip_letters(row.text, token.start, token.end, found.clitic) if found.clitic else token.start
    amount = Amount(i, last, start, token.end, token.end, 2, 2, "cardinal", None, found.singular)
    measure = measures().at(singular_tokens(row, found.singular, i), 0)
    if measure:
        (kind, unit), taken_words = measure
        last = max(last, i + taken_words)
        noun = None if kind in _MEASURED else found.singular
        end = row.tokens[i + taken_words - 1].end
        amount = amount._replace(last=last, end=end, kind=_MEASURED.get(kind, "cardinal"), unit=unit, noun=noun)
    half = number_word(row.form(last))
    if half and half.cls == "fraction" and half.conjoined:
        echo = row.form(last + 1).startswith("ال") and measures().at(row.tokens, last + 1) is not None
        last += 2 if echo and measure else 1
        amount = amount._replace(low=2 + half.value, high=2 + half.value, last=last, end=row.tokens[last - 1].end)
    return with_bound(row, amount, taken)


def _counts_two(row: Row, i: int, found: Dual) -> bool:
    """Whether the form is a dual where it stands, and an indefinite one: `الرئيسان` are two known ones."""
    if found.certainty == "plural" and not (_said_twice(row, i) or _has_fatha(row, i)):
        return False
    if found.certainty == "agreement" and agreement(row.form(i + 1)) is None and not _said_twice(row, i):
        return False
    if found.definite and measures().at([Token(0, 0, fold(found.singular), "word")], 0) is None:
        return False
    if found.certainty == "construct" and _is_mine(row, i):
        return False
    if found.certainty == "nisba":
        return _has_genitive(row, i, found)
    return not (found.certainty == "construct" and (row.kind(i + 1) != "word" or row.form(i + 1) in words("function")))


def _is_mine(row: Row, i: int) -> bool:
    """Whether a thing is the speaker's own and no two: `"ابنتي مريضة"`, `سيارتي متوقفة`, `رُفضت بطاقتي ثلاث مرات`."""
    if not row.form(i).endswith("تي") or row.form(i + 1).startswith("ال"):
        return False
    following = row.form(i + 1)
    told = number_word(following) is not None or (following[0:1] == "م" and following.endswith("ة"))
    return row.form(i - 1) in QUOTES_OPEN or told


def _said_twice(row: Row, i: int) -> bool:
    """Whether what follows holds for two only: `اثنين`, `كبيرين` (three are `كبار`), `أحدهما`, `كانا`."""
    if agreement(row.form(i + 1)) == "two":
        return True
    for k in range(i + 1, i + 4):
        form = row.form(k)
        if row.kind(k) == "line" or form in (".", "؟", "!") or (form.startswith("ال") and form[-2:] in ("ين", "ان")):
            return False
        if form in words("two_of_them"):
            return True
    return False


def _has_genitive(row: Row, i: int, found: Dual) -> bool:
    """`صاروخي كروز`, `حادثي سير`: in ي before the noun it belongs to, and after no noun whose adjective it could be."""
    after, before = row.form(i + 1), row.form(i - 1)
    if row.kind(i + 1) != "word" or after in words("function"):
        return False
    if _has_fatha(row, i):
        return True
    if found.human or (singular_of(after) is None and after not in words("genitive")) or after.startswith("ال"):
        return False
    return before in words("function") or before.startswith("ال") or singular_of(before) is None


def _after_agreeing(row: Row, last: int) -> int:
    """The index after the adjectives in ين or ان, and `اثنين`, that agree with the dual before `last`."""
    for _ in range(3):
        form = row.form(last)
        agrees = (
            row.kind(last) == "word"
            and form[-2:] in ("ين", "ان")
            and (form[0] != "و" or agreement(form) == "two")
            and number_word(form) is None
            and form not in words("function")
        )
        if not agrees and form not in ("اثنين", "اثنتين", "اثنان", "اثنتان"):
            break
        last += 1
    return last


def _has_fatha(row: Row, i: int) -> bool:
    token = row.tokens[i]
    return "\u064eي" in row.text[token.start : token.end]
