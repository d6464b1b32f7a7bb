"""Arabic bounds before and after a number, some words apart, and ages."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import Amount, Row, turned
from factcheck.extract.ar.duals import dual
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.numbers import number_word, skip_letters, strippings
from factcheck.extract.ar.units import bare_forms, words
from factcheck.extract.ar.words import is_measure, is_preposition, word, words_of
from factcheck.extract.phrases import Phrases
from factcheck.lang import rows
from factcheck.text import by_spelling, fold

_EXACTLY = frozenset({".", "البالغ", "البالغة"})  # «تخطت الارتفاع البالغ مترين»
_NEGATORS = frozenset(map(fold, ("لم", "لا", "لن", "ليس", "ليست")))
_IDLE = frozenset(map(fold, ("يزال", "تزال", "يزل", "تزل", "يزالون", "فقط", "سيما")))
_CLAUSES = frozenset(map(fold, ("أن", "إن", "التي", "الذي", "الذين", "لكن", "بل", "حيث", "إلا", "سوى")))
_THEIRS = ("هم", "هن")  # «لم يتقاض أكثر من 300 عامل رواتبهم»: so many did not
_DENIED = 4  # words between a negation and the bound it turns
_OPENING = 20  # tokens from the verb that opens a clause to the number it bounds


@cache
def bounds(side: str) -> Phrases[str]:
    """Bound phrases that stand before or after a number, with the bound they set."""
    return Phrases([(row[0], row[2]) for row in rows("ar", "bounds") if row[1] == side])


def _is_denied(row: Row, i: int) -> bool:
    """Whether «لم» or «ليس» before token `i`, in its clause, turns the bound there: «لم تسجل أكثر من 12 حالة»."""
    for k in range(i - 1, max(-1, i - 1 - _DENIED), -1):
        form = row.form(k)
        if row.kind(k) != "word" or form in _CLAUSES or (form[0] in "وف" and form[1:] in _NEGATORS):
            return form[1:] in _NEGATORS and row.form(k + 1) not in _IDLE
        if form in _NEGATORS:
            return row.form(k + 1) not in _IDLE
    return False


def with_bound(row: Row, amount: Amount, taken: int) -> Amount:
    if amount.kind is None:
        return amount
    amount = _below_zero(row, amount, taken)
    found = bounds("before").before(row.tokens, amount.first, bare_forms)
    owning = any(row.form(k).endswith(_THEIRS) for k in range(amount.last, amount.last + 2))
    if found is not None and not owning and _is_denied(row, found[1]):
        found = (turned(found[0]), *found[1:])
    if found is None and row.kind(amount.first - 1) == "mark" and row.form(amount.first - 1) in '("«“':
        found = bounds("before").before(row.tokens, amount.first - 1, bare_forms)
    before = row.form(amount.first - 1)
    exactly = before in _EXACTLY or before in words_of("by.how.much")  # «تجاوزت المعدل | بنسبة 40 في المئة»
    if found is None and taken < amount.first - 1 and not exactly:
        found = _distant_bound(row, amount.first, taken) or _opening_bound(row, amount.first, taken)
    if found and amount.low is not None and amount.low < 0 and row.form(amount.last - 1) == "الصفر":
        found = (turned(found[0]), *found[1:])  # «أكثر من 12 درجة تحت الصفر»
    if found and row.form(found[1]) == "دون" and row.form(found[1] - 1) == "من":
        found = None  # «من دون 5 لاعبين»: without them
    if found and found[1] >= taken:
        amount = amount.bounded(found[0], start=word_start(row, found[1]))
    after = None
    for at in range(amount.last, min(amount.last + 5, len(row.tokens))):
        if row.kind(at) in ("line", "number") or row.form(at) in (".", "؟", "!", "،"):
            break
        after = bounds("after").at(row.tokens, at)
        if after:
            break
        if number_word(row.form(at)) is not None or dual(row.form(at)) is not None:
            break
    if after and not (after[0] == "about" and found):
        amount = amount.bounded(after[0], end=row.tokens[after[1] - 1].end)._replace(last=after[1])
    return _aged(row, amount)


def _below_zero(row: Row, amount: Amount, taken: int) -> Amount:
    """`سالب خمسة`, `5 درجات تحت الصفر`: less than nothing."""
    if amount.low is None or amount.low <= 0 or amount.low != amount.high:
        return amount
    if row.form(amount.first - 1) in words("minus") and amount.first > taken:
        first = amount.first - 1
        return amount._replace(first=first, start=row.tokens[first].start, low=-amount.low, high=-amount.low)
    if row.form(amount.last) in ("تحت", "دون") and row.form(amount.last + 1) == "الصفر":
        end, last = row.tokens[amount.last + 1].end, amount.last + 2
        return amount._replace(last=last, end=end, low=-amount.low, high=-amount.low)
    return amount


def _aged(row: Row, amount: Amount) -> Amount:
    """`عمره 25 عاما`, `البالغ من العمر 36 سنة`: an age is a duration of years whose noun is `عمر`."""
    at = amount.first - 1
    while (
        at >= 0
        and amount.first - at < 5
        and (row.form(at) in ("نحو", "حوالي", "بين", "ما", "من", "يتجاوز", "لا", "اقل", "اكثر"))
    ):
        at -= 1
    forms = set(bare_forms(row.form(at)))
    if not forms & words("age") or amount.kind not in ("cardinal", "range", "duration", "about", "at_least", "at_most"):
        return amount
    if amount.unit in (None, "year", "month", "day", "week") and (
        amount.unit or amount.noun is None or row.form(at) != "العمر"
    ):
        return amount._replace(kind="duration", unit=amount.unit or "year", noun="عمر")
    return amount


def _distant_bound(row: Row, first: int, taken: int) -> tuple[str, int] | None:
    """`تجاوز عدد القتلى 300`, `لا يزيد عددهم على خمسين`: the verb of a bound a few words before its number."""
    with_preposition = row.form(first - 1) in ("علي", "عن")
    for k in range(first - 2, max(taken, first - 7) - 1, -1):
        if row.kind(k) != "word" or row.form(k) in _EXACTLY:
            return None
        bound = _bound_of(row.form(k))
        if bound is not None:
            kind, needs = bound
            if needs and not with_preposition:
                return None
            if row.form(k - 1) in ("لا", "لم", "لن", "ما", "ولا", "ولم", "ولن", "وما", "الا"):
                return {"at_least": "at_most", "at_most": "at_least"}.get(kind, kind), k - 1
            return kind, k
        if row.form(k) in words("function") and row.form(k) not in ("علي", "عن"):
            return None
        found = word(row.form(k)).verb
        if found is not None and not found.weak and not is_measure(row.form(k)):
            return None  # «تجاوز المسألة في خطاب | استمر 20 دقيقة»
    return None


def _opening_bound(row: Row, first: int, taken: int) -> tuple[str, int] | None:
    """`تجاوز عدد المصابين بالمرض في البلدة 300`: the verb of a bound that opens the clause of its only number."""
    if is_preposition(row.form(first - 1)) or row.form(first - 1) in ("ب", "ل", "خلال", "بعد", "قبل", "منذ"):
        return None
    for k in range(first - 2, max(taken, first - _OPENING) - 1, -1):
        if row.kind(k) in ("line", "number") or row.form(k) in COMMAS or row.form(k) in _EXACTLY:
            return None
        found = word(row.form(k))
        kind, needs = _bound_verbs().get(found.base, ("", True))
        if kind and not needs:
            opens = k == 0 or row.kind(k - 1) in ("line", "mark") or found.joined
            return (kind, k) if opens else None
        if found.verb is not None and not found.verb.weak:
            return None
    return None


@by_spelling
def _bound_of(form: str) -> tuple[str, bool] | None:
    """The bound that a verb sets, with letters before it or not, as `_bound_verbs` has it."""
    return next((bound for bare in bare_forms(form) if (bound := _bound_verbs().get(bare))), None)


@cache
def _bound_verbs() -> dict[str, tuple[str, bool]]:
    """Verb of a bound to the bound, and whether `على` or `عن` must stand before the number."""
    found = {}
    for phrase, side, kind, *_ in rows("ar", "bounds"):
        parts = fold(phrase).split()
        if side == "verb":
            found[parts[0]] = (kind, len(parts) > 1)
    return found


@cache
def _bound_heads() -> frozenset[str]:
    """The words that the phrases of bounds begin with."""
    return frozenset(fold(row[0].split()[0]) for row in rows("ar", "bounds"))


def word_start(row: Row, i: int) -> int:
    """Where the word at `i` begins without its conjunction or preposition."""
    token = row.tokens[i]
    for clitic, _, bare in strippings(token.form):
        listed = token.form[clitic:] in _bound_heads() or bare in ("بين", "من")
        if clitic and listed and bounds("before").before(row.tokens, i + 1) is None:
            return skip_letters(row.text, token.start, token.end, clitic)
    return token.start
