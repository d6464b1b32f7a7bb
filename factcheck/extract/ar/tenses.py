"""The tense in which an Arabic date stands: ahead, over, or left open by the words around it."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import Row
from factcheck.extract.ar.calendar import match
from factcheck.extract.ar.calendar_words import begun, readings, table
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.verbs import Verb, is_no_future, masdars, verb_forms
from factcheck.extract.ar.words import words_of
from factcheck.text import by_spelling

_COAST = "ساحل"  # no verb to come
_DID_NOT = frozenset(("لم", "ولم"))
_UNTIL = frozenset(("قبل", "بحلول", "حتي"))
_WERE = frozenset(("كان", "كانت", "كانوا", "ظل", "ظلت", "بقي", "بقيت", "لا"))
_GOVERNED = 3  # tokens from a verb to the «حتى» it goes on to, and from «كان» to the verb
_QUOTES = frozenset('«"“')


_WHO = frozenset(("الذي", "التي", "الذين"))


def tense_at(row: Row, first: int, last: int) -> int:
    """1 when a mark of the future governs the date, before it in its sentence or right after; -1 behind a past verb."""
    for k in range(first - 1, max(-1, first - 13), -1):
        if not _bears_on_tense(row.form(k)):
            continue
        if row.kind(k) == "line" or row.form(k) in (".", "؟", "!", "؛"):
            break
        if row.form(k) in table()["put_off"] and row.form(first - 1) in ("خلال", "في", "منذ", "طوال"):
            continue  # «تأجيل 41 عملية خلال نوفمبر»
        if _is_condition(row, k, first):
            return 1
        if row.form(k - 1) in _DID_NOT:
            continue  # «لم | يبدأ العمل إلا صباح الاثنين»: a past
        if row.form(k) in _WHO and any(row.form(j) in ("،", ",") for j in range(k + 2, first)):
            continue  # «سيفتح المصنع، الذي أغلق أمس، | أبوابه الخميس»
        if row.form(k) in _WHO and (did := verb_forms().get(row.form(k + 1))) and did.tense == "perfect":
            return -1  # «سيحمل اللاعب، الذي | أجرى الفحص الاثنين، القميص»
        opened = row.text[max(0, row.tokens[k].start - 1) : row.tokens[k].start] in _QUOTES
        listed = verb_forms().get(row.form(k)) if opened else None
        named = opened and (listed is None or listed.tense != "future")  # «جامعة «سيرتا 5»»
        if (_is_future(row.form(k)) and not named) or _is_mine(row, k) or (first - k <= 6 and _comes(row, k, first)):
            return 1
        if match(row, k, "ruled_out") and (row.form(first) == "قبل" or _plans(row, k + 1, first)):
            return 1  # «استبعد إجراء الامتحان قبل يوليو», «مستبعدا إشراكه في مباراة الأحد»
        meant = row.form(k) in words_of("intent") and row.form(first) in _UNTIL  # «أعلنت عزمها استئناف الحكم قبل …»
        bound = match(row, k, "bidden") or meant
        if bound and any(_opens_a_complement(row.form(j)) for j in range(k + 1, first)):
            return 1  # «تعهد بفتحه الثلاثاء»; in «تعهد الثلاثاء بفتحه» the day is that of the promise
        if (
            row.form(first) in _UNTIL
            and match(row, k, "agrees")
            and any(_opens_a_complement(row.form(j)) for j in range(k + 1, first))
        ):
            return 1  # «اتفقا على سحب القوات قبل الجمعة»
        if row.form(k) in _FIXED and first - k <= 2 and "يوم" in (row.form(first), row.form(first - 1)):
            return 1  # «النطق بالحكم محدد يوم 27 جوان»
        if row.form(k - 1) in _THAT and _is_foreseen(row, k) and not _turned_out(row, last):
            return 1  # «توقعت الهيئة أن تشتد الرياح مساء الأربعاء»
        put = match(row, k, "suspends") if row.form(first) == "حتي" else None
        if put is not None and row.form(k)[: put[2]] in ("", "و", "ف"):
            about = range(max(0, k - _GOVERNED), first)
            stuck = row.form(k + 2) == "في"  # «علقت الحافلة في الوحل حتى الأحد»
            if stuck or any(row.form(j).removeprefix("و") in _WERE for j in about):
                break
            return 1  # «علق المحافظ الدوام حتى الأحد»
        goes_on = row.form(first) == "حتي" and first - k <= _GOVERNED and _is_present(row.form(k))
        if goes_on and _WERE.isdisjoint(row.form(j) for j in range(max(0, k - _GOVERNED), k)):
            return 1  # «المخزون يكفي حتى نهاية مارس»
        counted = row.kind(first) == "number" or number_word(row.form(first)) is not None
        counted = counted or row.form(first) == "من" or row.form(first) in table()["starting"]
        if counted and match(row, k, "announces") and any(_is_masdar(row.form(j)) for j in range(k + 1, first)):
            if row.form(first) in table()["starting"] and match(row, last - 1, "weekday"):
                return 1  # «أعلنت خوض إضراب ابتداء من الاثنين»
            return 0  # «أعلنت النقابة تنظيم مسيرة يوم 6 أبريل»: ahead where it comes soon
        if row.form(k) in table()["appoints"] and any(row.form(j) in table()["appointed"] for j in range(k + 1, first)):
            return 1  # «حددت المحكمة جلسة 25 مارس للنطق بالحكم»
        if row.form(k) in ("قال", "اعلن", "اكد") and k < first - 1:
            break
    opening = first == 0 or row.kind(first - 1) in ("line",) or row.form(first - 1) in (".", "؟", "!", "«", '"')
    done = verb_forms().get(row.form(first - 2))
    if opening or (row.form(first - 1) in ("في", "و") and (done is None or done.weak or done.tense != "perfect")):
        for k in range(last, min(last + 5, len(row.tokens))):
            if row.form(k) in (".", "؟", "!") or row.kind(k) == "line":
                break
            if row.form(k) in ("،", ",") and row.form(k + 1)[:1] == "و":
                break  # «… في أغسطس، وإنها ستدفع …»: another clause
            if row.form(k) in ("ان", "بان"):
                break  # «قالت في أكتوبر إنها …»: when it was said
            if _is_future(row.form(k)) or (row.form(first) in table()["starting"] and _is_present(row.form(k))):
                return 1
    return -1 if _is_past(row, first) else 0


def _is_foreseen(row: Row, verb: int) -> bool:
    """Whether a present behind «أن» is what somebody expects to come; not «رجحت أن تكون انفجرت الأربعاء»."""
    if not _is_present(row.form(verb)) or row.form(verb) in _BE:
        return False
    near = range(max(0, verb - _EXPECTED), verb - 1)
    return any(match(row, k, "foreseen") for k in near) and not any(row.form(k) in _WERE for k in near)


def _turned_out(row: Row, last: int) -> bool:
    """Whether what was expected is told to be over right behind its date: «أن تهطل الأمطار الأحد، | لكنها لم تهطل»."""
    return any(row.form(k).startswith("لكن") for k in range(last, last + 3))


_FIXED = frozenset(("محدد", "محددة"))
_THAT, _BE = frozenset(("ان", "بان")), frozenset(("يكون", "تكون", "يكونوا"))
_EXPECTED = 7  # tokens before what is expected among which the verb of expecting stands
_BEARING = frozenset((*_WHO, ".", "؟", "!", "؛", "\n", "لم", "اذا", "قال", "اعلن", "اكد"))


@by_spelling
def _bears_on_tense(form: str) -> bool:
    """Whether a word can tell in which tense a date behind it stands; most cannot."""
    marks = ("soon", "ruled_out", "bidden", "agrees", "announces", "suspends")
    listed = (
        form in _BEARING
        or form in _FIXED
        or form in words_of("intent")
        or form in table()["put_off"]
        or form in table()["appoints"]
    )
    told = form[:2] == "سا" or _is_future(form) or _is_present(form)
    return listed or told or not begun(form).keys().isdisjoint(marks)


def _plans(row: Row, first: int, last: int) -> bool:
    """Whether a stretch names what people plan: `تنظيم`, `إشراكه`, `مشاركتها`."""
    return any(not table()["planned"].keys().isdisjoint(_without_pronoun(row.form(j))) for j in range(first, last))


def _is_masdar(form: str) -> bool:
    return any(stem in masdars() or stem in table()["planned"] for stem in _without_pronoun(form))


@by_spelling
def _without_pronoun(form: str) -> tuple[str, ...]:
    stems = (form.removesuffix(pronoun) for pronoun in ("هما", "هم", "ها", "ه"))
    return (form, *(stem[:-1] + "ة" if stem.endswith("ت") else stem for stem in stems if stem != form))


def _is_condition(row: Row, k: int, first: int) -> bool:
    """Whether «لم» at a token, or «إذا» before a deadline, tells on what what is to come hangs: «ما لم تسدد قبل …»."""
    form, before = row.form(k), row.form(k - 1)
    if form == "لم":
        return before in ("اذا", "ان", "ما") and row.form(k - 2) != "ما"
    deadline = row.form(first) in ("قبل", "قبيل", "بحلول")
    return deadline and form == "اذا" and before not in ("ما", "فيما", "عما", "مما")


def _is_past(row: Row, first: int) -> bool:
    """Whether the verb nearest before a date, in its sentence, is a perfect and no imperfect as well."""
    for k in range(first - 1, max(-1, first - 13), -1):
        if row.kind(k) == "line" or row.form(k) in (".", "؟", "!", "؛"):
            return False
        found = _joined_verb(row.form(k))
        if found is None:
            continue
        negated = row.form(k - 1) in _DID_NOT
        if negated or not found.weak:
            return found.tense == "perfect" or negated
    return False


@by_spelling
def _joined_verb(form: str) -> Verb | None:
    """The verb that a form is, with «و» before it or not."""
    return verb_forms().get(form) or verb_forms().get(form.removeprefix("و"))


def _is_present(form: str) -> bool:
    found = verb_forms().get(form)
    return found is not None and found.tense == "imperfect"


def _opens_a_complement(form: str) -> bool:
    """Whether a word begins what somebody is bound to: `بفتح`, `أن`, `إلى`, `لنشر`; a name with the letter may too."""
    return form in ("ان", "بان", "الي") or (form[:1] in ("ب", "ل") and len(form) > 3) or form in masdars()


def _is_mine(row: Row, k: int) -> bool:
    """`سأعود`: the future in the first person; the hamza tells it from `ساعة`, and `سأل` is another verb."""
    if row.form(k)[:2] != "سا" or len(row.form(k)) < 4:
        return False
    token = row.tokens[k]
    return row.text[token.start : token.start + 2] == "سأ" and not row.form(k).startswith(("سال", "سام"))


_SINCE_THEN = frozenset(("بعد", "اثر", "عقب", "منذ"))


def _comes(row: Row, k: int, first: int) -> bool:
    """Whether a verb in the present tells what is set for a day: «تجتمع اللجنة الأربعاء»; not «كتبت» (ك + تبت)."""
    found = match(row, k, "soon")
    if found is None or row.form(k)[: found[2]] not in ("", "و", "ف"):
        return False
    if any(row.form(j) in _SINCE_THEN for j in range(k + 1, first)):
        return False  # «تجتمع اللجنة بعد حريق السبت»
    before = range(max(0, k - _GOVERNED), k)
    if any(row.form(j) in _WERE for j in before):
        return False  # «كان يفتح المتجر الأربعاء»
    return not any(
        row.form(j) in words_of("witnessed") for j in before
    )  # «أصيب عامل يفتح الباب», «شاهد الجيران الرجل يغادر»


@by_spelling
def _is_future(form: str) -> bool:
    marks = table()["future"]
    if any(bare in marks for _, bare in readings(form)):
        return True
    bare = form[1:] if form[:1] in ("و", "ف") and len(form) > 4 else form
    if len(bare) == 4 and bare[0] == "س":
        listed = verb_forms().get(bare)  # «ستصل»
        return listed is not None and listed.tense == "future" and bare != _COAST
    return (
        len(bare) >= 5
        and bare[0] == "س"
        and bare[1] in "يتن"
        and not (is_no_future(bare) or bare.startswith(_not_future()))
    )


@cache
def _not_future() -> tuple[str, ...]:
    """How words begin that only look like a verb with the prefix of the future: `سياسة`, `سيارة`."""
    return tuple(table()["not_future"])
