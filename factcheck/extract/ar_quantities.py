"""Arabic quantities: numerals, duals and singular + واحد, with their bounds, units and counted nouns."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from factcheck.extract.amounts import CURRENCY_SIGNS, Amount, Row, left
from factcheck.extract.ar_duals import dual, nouns, singular_of
from factcheck.extract.ar_numbers import number_word, numeral_at, skip_letters, strippings
from factcheck.extract.numerals import Numeral
from factcheck.extract.phrases import Phrases
from factcheck.lang import rows
from factcheck.quantity import QuantityKind
from factcheck.text import Token, fold

_ATTACHED = frozenset(("و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل", "وب", "ول"))
Measure = tuple[str, str | None]  # duration · measure · percent · money, and its unit


@lru_cache(maxsize=1 << 14)
def plain(form: str) -> str:
    """A unit's word without article, tanwin and the feminine or sound plural ending, so that forms compare."""
    if form.startswith("ال") and len(form) > 4:
        form = form[2:]
    for ending in ("ات", "ا", "ة", "ه"):
        if form.endswith(ending) and len(form) - len(ending) >= 2:
            return form[: -len(ending)]
    return form


@lru_cache(maxsize=1 << 14)
def bare_forms(form: str) -> tuple[str, ...]:
    """A word as it is and without its clitics."""
    return tuple(bare for _, definite, bare in strippings(form) if not definite)


@cache
def measures() -> Phrases[Measure]:
    """Units and currencies."""
    units = [(row[0], (row[2], row[1])) for row in rows("ar", "units") if row[2] in ("duration", "measure", "percent")]
    money = [(row[0], ("money", row[1] or None)) for row in rows("ar", "currencies")]
    return Phrases([*units, *money], plain)


@cache
def bounds(side: str) -> Phrases[str]:
    """Bound phrases that stand before or after a number, with the bound they set."""
    return Phrases([(row[0], row[2]) for row in rows("ar", "bounds") if row[1] == side])


@cache
def words(kind: str) -> frozenset[str]:
    """The folded words of one kind in the list of words around numbers."""
    return frozenset(fold(row[0]) for row in rows("ar", "around_numbers") if row[1] == kind)


def amount_at(row: Row, i: int, taken: int) -> Amount | None:
    """The quantity that begins at token `i`, a number to be left, or `None`; `taken` is where the last one ended."""
    form = row.form(i)
    if form in CURRENCY_SIGNS:
        return _signed(row, i, taken)
    if row.kind(i) != "number":
        word = number_word(form)
        if word is None:
            return _dual(row, i, taken)
        if word.cls == "one":
            return _one_percent(row, i, taken) or _one_in(row, i, taken) or _one(row, i, taken) or _counted(row, i, taken)
        if word.cls == "fraction" and word.conjoined:
            return _and_a_half(row, i, taken)
    return _counted(row, i, taken)


def _signed(row: Row, i: int, taken: int) -> Amount | None:
    """`$5 مليون`: the sign stands before its number."""
    numeral = numeral_at(row.text, row.tokens, i + 1) if row.kind(i + 1) == "number" else None
    if numeral is None:
        return None
    code = measures().at(row.tokens, i)
    amount = _amount(numeral, numeral.value)
    return _bound(
        row,
        replace(amount, first=i, start=row.tokens[i].start, kind="money", unit=code[0][1] if code else None),
        taken,
    )


def _counted(row: Row, i: int, taken: int) -> Amount | None:
    numeral = numeral_at(row.text, row.tokens, i)
    if numeral is None:
        return None
    if _is_trap(row, numeral):
        return left(numeral.first, numeral.last)
    if numeral.kind == "ordinal":
        return _ordinal(row, numeral)
    if numeral.kind == "fraction":
        return _fraction(row, numeral, taken)
    if row.form(numeral.last) == "من" and row.form(numeral.last + 1) in words("age"):
        token = row.tokens[numeral.last + 1]
        return replace(_amount(numeral, numeral.value), kind="duration", unit="year", noun="عمر", last=numeral.last + 2, end=token.end)
    share = _share(row, numeral)
    if share is not None:
        return _bound(row, share, taken)
    amount = _and_half_of_it(row, _measured(row, _amount(numeral, numeral.value), numeral))
    amount = _range(row, amount, numeral)
    if numeral.kind == "vague":
        amount = replace(amount, high=None, kind="at_least" if amount.kind == "cardinal" else amount.kind)
    return _bound(row, amount, taken)


def _share(row: Row, numeral: Numeral) -> Amount | None:
    """`ستة من كل عشرة` is 60 percent."""
    at = numeral.last + (1 if singular_of(row.form(numeral.last)) else 0)
    if row.form(at) != "من" or row.form(at + 1) not in ("كل", "اصل") or at + 2 >= len(row.tokens):
        return None
    whole = numeral_at(row.text, row.tokens, at + 2)
    if whole is None or whole.kind != "cardinal" or not 0 < numeral.value < whole.value or row.form(at + 1) == "اصل":
        return None
    percent = round(100 * numeral.value / whole.value, 4)
    return replace(
        _amount(numeral, percent), kind="percent", unit="%", last=whole.last, end=whole.end, number_end=whole.end
    )


def _and_half_of_it(row: Row, amount: Amount) -> Amount:
    """`ثلاث سنوات ونصف السنة`: the fraction of the unit that stands after it."""
    word = number_word(row.form(amount.last))
    if amount.unit is None or word is None or word.cls != "fraction" or not word.conjoined or amount.low is None:
        return amount
    last = amount.last + 1
    if row.form(last).startswith("ال") and measures().at(row.tokens, last):
        last += 1
    value = amount.low + word.value
    return replace(amount, low=value, high=value, last=last, end=row.tokens[last - 1].end)


def _amount(numeral: Numeral, value: float) -> Amount:
    return Amount(
        numeral.first, numeral.last, numeral.start, numeral.end, numeral.end, value, value, "cardinal"
    )


def _is_trap(row: Row, numeral: Numeral) -> bool:
    """Whether the number is a name, code, score, time or idiom and counts nothing."""
    i, tokens = numeral.first, row.tokens
    before, after = row.form(i - 1), row.form(numeral.last)
    if tokens[i].kind == "number":
        if row.touches(i) and (before in ("/", ":", "#", "@", "+", "_", "\\", ".") or (before == "-" and row.touches(i - 1))):
            return True
        if row.touches(i) and row.kind(i - 1) == "word" and before not in _ATTACHED:
            return True
        if row.touches(numeral.last) and after in (":", "/", "_") and row.kind(numeral.last + 1) == "number":
            return True
        if row.touches(numeral.last) and row.kind(numeral.last) == "word" and measures().at(tokens, numeral.last) is None and tokens[numeral.last].form.isascii():
            return True
    heads = set(bare_forms(before))
    for _, definite, bare in strippings(before):
        heads |= {bare, "ال" + bare} if definite else {bare}
    if numeral.kind == "cardinal" and heads & words("numbered"):
        return True
    if numeral.definite:
        if heads & words("group"):
            return True
        if after.startswith("ال") and number_word(after) is None and row.form(numeral.last - 1) in ("المئة", "المائة"):
            return True
    return numeral.last - i == 1 and row.form(i) in ("المئة", "المائة", "بالمئة", "بالمائة", "المية", "الالف")


def _measured(row: Row, amount: Amount, numeral: Numeral) -> Amount:
    """The amount with the unit or the counted noun that follows it (or, for a definite numeral, precedes it)."""
    at = amount.last
    found = measures().at(row.tokens, at)
    if found is None and row.form(at) in ("من", "("):
        found = measures().at(row.tokens, at + 1) if row.form(at + 1).startswith("ال") else None
    if found and not (row.form(found[1] - 1) in ("ين",) and False):
        (kind, unit), end = found
        return _with_measure(row, amount, kind, unit, end)
    if numeral.definite and row.form(numeral.first - 1).startswith("ال"):
        if amount.low in range(20, 100, 10) and _is_ranked(row, numeral.first - 1):
            return replace(amount, kind="ordinal")
        return _after_noun(row, amount)
    return _with_noun(row, amount)


def _is_ranked(row: Row, at: int) -> bool:
    """Whether a singular stands before `الأربعون`, itself or before its adjective: the fortieth, not the forty."""
    for k in (at, at - 1):
        form = row.form(k)
        if not form.startswith("ال"):
            return False
        if form[2:] in nouns():
            return True
    return False


def _with_measure(row: Row, amount: Amount, kind: str, unit: str | None, end: int) -> Amount:
    noun = None
    if kind == "measure":
        noun = singular_of(row.form(end - 1)) or plain(row.form(end - 1))
    kinds: dict[str, QuantityKind] = {"duration": "duration", "percent": "percent", "money": "money"}
    token = row.tokens[end - 1]
    return replace(amount, last=end, end=token.end, kind=kinds.get(kind, amount.kind or "cardinal"), unit=unit, noun=noun)


def _after_noun(row: Row, amount: Amount) -> Amount:
    """`السنوات الخمس`, `الدول السبع`: the noun stands before its definite number."""
    at = amount.first - 1
    found = measures().at(row.tokens, at)
    token = row.tokens[at]
    if found and found[1] == at + 1 and found[0][0] != "percent":
        kind, unit = found[0]
        widened = _with_measure(row, amount, kind, unit, at + 1)
        return replace(widened, first=at, last=amount.last, start=token.start, end=amount.end)
    return replace(amount, first=at, start=token.start, noun=singular_of(token.form) or plain(token.form))


def _with_noun(row: Row, amount: Amount) -> Amount:
    at = amount.last
    if row.form(at) == "من" and row.form(at + 1).startswith("ال"):
        at += 1
    elif row.form(at) == "من" and row.kind(at + 1) == "word" and singular_of(row.form(at + 1)):
        at += 1
    token_form = row.form(at)
    if row.kind(at) != "word" or token_form in words("function") or number_word(token_form) is not None:
        return amount
    noun = singular_of(token_form)
    if noun is None:
        if token_form[0] in "ويتسلبفأ" and at == amount.last and token_form[:1] in ("و", "ف"):
            return amount
        noun = plain(token_form) if token_form.endswith("ا") else token_form.removeprefix("ال")
    return replace(amount, last=at + 1, end=row.tokens[at].end, noun=noun)


def _range(row: Row, amount: Amount, numeral: Numeral) -> Amount:
    """`بين 10 و15`, `من 10 إلى 15`, `10-15`, `ثلاثة أو أربعة`: the amount joined with the one that ends the range."""
    i, at = amount.first, amount.last
    opener = row.form(i - 1)
    between = any(form in ("بين",) for form in bare_forms(opener))
    from_ = any(form == "من" for form in bare_forms(opener)) if opener else False
    start_at = numeral.last if amount.kind == "cardinal" and amount.noun else at
    for at in dict.fromkeys((start_at, amount.last)):
        nxt, second = row.form(at), None
        word = number_word(nxt)
        if between and (nxt == "و" or (word is not None and word.conjoined)):
            second = numeral_at(row.text, row.tokens, at + 1 if nxt == "و" else at)
        elif nxt in ("-", "–", "—", "~") or (nxt == "الي" and (from_ or between or not amount.noun)) or nxt in ("او", "الي", "حتي"):
            second = numeral_at(row.text, row.tokens, at + 1)
        elif from_ and nxt in ("لـ",):
            second = numeral_at(row.text, row.tokens, at + 1)
        if second is None or second.kind != "cardinal":
            continue
        return _joined(row, amount, numeral, second, nxt, between, from_)
    return amount


def _joined(row: Row, amount: Amount, numeral: Numeral, second: Numeral, link: str, between: bool, from_: bool) -> Amount:
    end = _and_half_of_it(row, _measured(row, _amount(second, second.value), second))
    if amount.unit and end.unit and (amount.unit, amount.kind) != (end.unit, end.kind):
        return amount
    low, high = numeral.value, second.value
    scale = _scale_of(row, second)
    if scale > 1 and low < scale and low * scale < high and row.form(numeral.last - 1) != "الف":
        low *= scale
    changes = link in ("الي", "حتي") and _changes(row, amount.first)
    if changes and (from_ or not amount.unit):
        if end.kind in ("percent", "money", "duration") and not amount.unit:
            return replace(amount, low=low, high=low, kind=end.kind, unit=end.unit)
        return replace(amount, low=low, high=low, noun=amount.noun or end.noun, unit=amount.unit or end.unit)
    if changes or (link in ("الي", "حتي") and amount.unit and not (from_ or between)):
        return amount
    if low >= high:
        return left(amount.first, end.last) if link in ("-", "–", "—") else amount
    if link in ("-", "–", "—") and not (end.noun or end.unit or between or from_):
        return left(amount.first, end.last)
    start = amount.start
    if between or from_:
        start = _word_start(row, amount.first - 1)
        if row.form(amount.first - 2) == "ما" and between:
            start = row.tokens[amount.first - 2].start
    kind: QuantityKind = end.kind if end.kind in ("percent", "money", "duration") else amount.kind if amount.kind in ("percent", "money", "duration") else "range"  # type: ignore[assignment]
    return replace(end, first=amount.first, start=start, low=low, high=high, kind=kind, unit=end.unit or amount.unit, noun=end.noun or amount.noun)


def _scale_of(row: Row, numeral: Numeral) -> float:
    word = number_word(row.form(numeral.last - 1))
    return word.value if word and word.cls.startswith("scale") and numeral.last - numeral.first > 1 else 1


def _changes(row: Row, i: int) -> bool:
    """Whether a verb of change stands before `من 10 إلى 15`: it rose from one figure to another, no range."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if row.kind(k) == "line" or row.form(k) in (".", "؟", "!"):
            return False
        if words("change") & set(bare_forms(row.form(k))):
            return True
    return False


def _bound(row: Row, amount: Amount, taken: int) -> Amount:
    if amount.kind is None:
        return amount
    found = bounds("before").before(row.tokens, amount.first, bare_forms)
    if found is None and row.kind(amount.first - 1) == "mark" and row.form(amount.first - 1) in "(\"«“":
        found = bounds("before").before(row.tokens, amount.first - 1, bare_forms)
    if found is None and taken < amount.first - 1:
        found = _distant_bound(row, amount.first, taken)
    if found and found[1] >= taken:
        amount = amount.bounded(found[0], start=_word_start(row, found[1]))
    after = None
    for at in range(amount.last, min(amount.last + 5, len(row.tokens))):
        if row.kind(at) in ("line", "number") or row.form(at) in (".", "؟", "!", "،"):
            break
        after = bounds("after").at(row.tokens, at)
        if after:
            break
        if number_word(row.form(at)) is not None:
            break
    if after and not (after[0] == "about" and found):
        amount = replace(amount.bounded(after[0], end=row.tokens[after[1] - 1].end), last=after[1])
    return _aged(row, amount)


def _aged(row: Row, amount: Amount) -> Amount:
    """`عمره 25 عاما`, `البالغ من العمر 36 سنة`: an age is a duration of years whose noun is `عمر`."""
    at = amount.first - 1
    while at >= 0 and amount.first - at < 5 and (row.form(at) in ("نحو", "حوالي", "بين", "ما", "من", "يتجاوز", "لا", "اقل", "اكثر")):
        at -= 1
    forms = set(bare_forms(row.form(at)))
    if not forms & words("age") or amount.kind not in ("cardinal", "range", "duration", "about", "at_least", "at_most"):
        return amount
    if amount.unit in (None, "year", "month", "day", "week") and (amount.unit or amount.noun is None or row.form(at) != "العمر"):
        return replace(amount, kind="duration", unit=amount.unit or "year", noun="عمر")
    return amount


def _distant_bound(row: Row, first: int, taken: int) -> tuple[str, int] | None:
    """`تجاوز عدد القتلى 300`, `لا يزيد عددهم على خمسين`: the verb of a bound a few words before its number."""
    with_preposition = row.form(first - 1) in ("علي", "عن")
    for k in range(first - 2, max(taken, first - 7) - 1, -1):
        if row.kind(k) != "word":
            return None
        bound = next((b for bare in bare_forms(row.form(k)) if (b := _bound_verbs().get(bare))), None)
        if bound:
            kind, needs = bound
            if needs and not with_preposition:
                return None
            if row.form(k - 1) in ("لا", "لم", "لن", "ما", "ولا", "ولم", "ولن", "وما", "الا"):
                return {"at_least": "at_most", "at_most": "at_least"}.get(kind, kind), k - 1
            return kind, k
        if row.form(k) in words("function") and row.form(k) not in ("علي", "عن"):
            return None
    return None


@cache
def _bound_verbs() -> dict[str, tuple[str, bool]]:
    """Verb of a bound to the bound, and whether `على` or `عن` must stand before the number."""
    found = {}
    for phrase, side, kind, *_ in rows("ar", "bounds"):
        parts = fold(phrase).split()
        if side == "verb":
            found[parts[0]] = (kind, len(parts) > 1)
    return found


def _word_start(row: Row, i: int) -> int:
    """Where the word at `i` begins without its conjunction or preposition."""
    token = row.tokens[i]
    for clitic, _, bare in strippings(token.form):
        if clitic and (bounds("before").before(row.tokens, i + 1) is None) and bare:
            listed = any(token.form[clitic:] == fold(r[0].split()[0]) for r in rows("ar", "bounds"))
            if listed or bare in ("بين", "من"):
                return skip_letters(row.text, token.start, token.end, clitic)
    return token.start


def _ordinal(row: Row, numeral: Numeral) -> Amount | None:
    after, before = row.form(numeral.last), row.form(numeral.first - 1)
    if after in words("after_ordinal") or set(bare_forms(before)) & words("before_ordinal"):
        return left(numeral.first, numeral.last)
    heads = {bare for _, _, bare in strippings(before)}
    if heads & words("ordinal_head"):
        return left(numeral.first, numeral.last)
    form = row.form(numeral.first)
    if numeral.last - numeral.first == 1 and not numeral.definite and form.endswith("ا"):
        return left(numeral.first, numeral.last)
    return replace(_amount(numeral, numeral.value), kind="ordinal", noun=singular_of(before) or (singular_of(after) if not numeral.definite else None))


def _fraction(row: Row, numeral: Numeral, taken: int) -> Amount | None:
    """`نصف ساعة` is half an hour, `نصف السكان` and `نصفهم` are 50 percent, `نصف النهائي` is nothing."""
    at = numeral.last
    after, before = row.form(at), row.form(numeral.first - 1)
    found = measures().at(row.tokens, at)
    amount = _amount(numeral, numeral.value)
    if after in words("after_fraction") or set(bare_forms(before)) & words("before_fraction"):
        return left(numeral.first, numeral.last)
    if numeral.definite:
        word = number_word(after)
        if (word and word.cls == "ordinal") or before not in ("الي", "حوالي", "نحو", "بنسبه", "بنسبة", "علي", "من") and row.form(numeral.first)[0] not in "ب":
            return left(numeral.first, numeral.last)
    elif _possessed(row, numeral):
        pass
    elif found and found[0][1] != "%":
        return _bound(row, _with_measure(row, amount, found[0][0], found[0][1], found[1]), taken)
    elif not after.startswith("ال") and after not in ("عدد", "من", "هذه", "هذا", "ما") and not (row.kind(at) == "word" and (row.form(at + 1).startswith("ال") or after.endswith(("ه", "ها", "هم", "هن")))):
        return left(numeral.first, numeral.last)
    percent = round(numeral.value * 100, 4)
    end = row.tokens[at].end if after.startswith("ال") and not numeral.definite else amount.end
    return _bound(row, replace(amount, low=percent, high=percent, kind="percent", unit="%", end=end, last=at + 1 if end != amount.end else at), taken)


def _possessed(row: Row, numeral: Numeral) -> bool:
    word = number_word(row.form(numeral.first))
    return word is not None and word.cls == "fraction_of_them"


def _and_a_half(row: Row, i: int, taken: int) -> Amount | None:
    """`عام ونصف`: a unit alone, and a half."""
    word = number_word(row.form(i))
    found = measures().at(row.tokens, i - 1)
    if word is None or found is None or found[1] != i or found[0][0] == "percent" or i - 1 < taken:
        return None
    kind, unit = found[0]
    token = row.tokens[i - 1]
    last = i + 1
    if measures().at(row.tokens, last) and row.form(last).startswith("ال"):
        last += 1
    amount = Amount(i - 1, last, token.start, row.tokens[last - 1].end, row.tokens[i].end, 1 + word.value, 1 + word.value, "cardinal")
    done = _with_measure(row, amount, kind, unit, i)
    return _bound(row, replace(done, last=last, end=row.tokens[last - 1].end), taken)


def _one_percent(row: Row, i: int, taken: int) -> Amount | None:
    found = measures().at(row.tokens, i + 1)
    if found is None or found[0][0] != "percent":
        return None
    token = row.tokens[i]
    amount = Amount(i, i + 1, token.start, token.end, token.end, 1, 1, "cardinal")
    return _bound(row, _with_measure(row, amount, *found[0], found[1]), taken)


def _one_in(row: Row, i: int, taken: int) -> Amount | None:
    token = row.tokens[i]
    share = _share(row, Numeral(i, i + 1, token.start, token.end, 1, "cardinal"))
    return None if share is None else _bound(row, share, taken)


def _one(row: Row, i: int, taken: int) -> Amount | None:
    """Singular + واحد: `صاروخًا باليستيًا واحدًا`."""
    word = number_word(row.form(i))
    if word is None or word.definite or word.clitic:
        return None
    first = None
    for k in range(i - 1, max(taken - 1, i - 4, -1), -1):
        if row.kind(k) != "word" or row.form(k) in words("function"):
            break
        if any(bare in nouns() or bare.removesuffix("ا") in nouns() for bare in bare_forms(row.form(k))):
            first = k
    if first is None and row.kind(i - 1) == "word" and i - 1 >= taken and row.form(i - 1) not in words("function"):
        first = i - 1
    if first is None or row.form(first).startswith("ال"):
        return None
    forms = set(bare_forms(row.form(first)))
    if forms & words("one_idiom") or set(bare_forms(row.form(first - 1))) & {"كل", "اي"} or row.form(i + 1) == "تلو":
        return left(i, i + 1)
    clitic, head = next(
        ((n, b) for n, d, b in strippings(row.form(first)) if not d and (b in nouns() or b.removesuffix("ا") in nouns())),
        (0, row.form(first)),
    )
    token = row.tokens[first]
    start = skip_letters(row.text, token.start, token.end, clitic) if clitic else token.start
    end = row.tokens[i].end
    amount = Amount(first, i + 1, start, end, end, 1, 1, "cardinal", None, singular_of(head) or plain(head))
    found = measures().at(row.tokens, first)
    if found and found[1] <= i:
        measured = _with_measure(row, amount, found[0][0], found[0][1], found[1])
        amount = replace(measured, last=i + 1, end=end)
    return _bound(row, amount, taken)


def _dual(row: Row, i: int, taken: int) -> Amount | None:
    """A counted noun in the dual: `صاروخين باليستيين` is one amount, 2."""
    form = row.form(i)
    found = dual(form)
    if found is None:
        return None
    if found.certainty == "plural" and not (row.form(i + 1) in ("اثنين", "اثنتين") or _has_fatha(row, i)):
        return None
    if found.definite and measures().at([Token(0, 0, fold(found.singular), "word")], 0) is None:
        return None
    if found.certainty == "construct" and (row.kind(i + 1) != "word" or row.form(i + 1) in words("function")):
        return None
    last = i + 1
    for _ in range(3):
        nxt = row.form(last)
        if nxt in ("اثنين", "اثنتين", "اثنان", "اثنتان") or (
            row.kind(last) == "word" and nxt[-2:] in ("ين", "ان") and nxt[0] not in "و" and number_word(nxt) is None and nxt not in words("function")
        ):
            last += 1
        else:
            break
    token = row.tokens[i]
    start = skip_letters(row.text, token.start, token.end, found.clitic) if found.clitic else token.start
    amount = Amount(i, last, start, token.end, token.end, 2, 2, "cardinal", None, found.singular)
    measure = measures().at(_singular_tokens(row, found.singular, i), 0)
    if measure:
        (kind, unit), taken_words = measure
        last = max(last, i + taken_words)
        amount = replace(amount, last=last, end=row.tokens[i + taken_words - 1].end)
        kinds: dict[str, QuantityKind] = {"duration": "duration", "money": "money", "percent": "percent"}
        amount = replace(amount, kind=kinds.get(kind, "cardinal"), unit=unit, noun=None if kind in kinds else found.singular)
    half = number_word(row.form(last))
    if half and half.cls == "fraction" and half.conjoined:
        amount = replace(amount, low=2 + half.value, high=2 + half.value, last=last + 1, end=row.tokens[last].end)
    return _bound(row, amount, taken)


def _singular_tokens(row: Row, singular: str, i: int) -> list[Token]:
    """A dual and its adjectives as singulars, for the unit tables: `نقطتين مئويتين` as `نقطة مئوية`."""
    forms = [fold(singular)]
    for k in (i + 1, i + 2):
        form = row.form(k)
        forms.append(form[:-3] + "ة" if form.endswith(("تين", "تان")) else form[:-2] if form.endswith(("ين", "ان")) else form)
    return [Token(0, 0, form, "word") for form in forms]


def _has_fatha(row: Row, i: int) -> bool:
    token = row.tokens[i]
    return "َي" in row.text[token.start : token.end]
