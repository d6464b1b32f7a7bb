"""Where the bare object of an Arabic report begins, after a subject that no mark ends: «أعلنت الحكومة | صرف …»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.extract.ar.duals import is_many, nouns, singular_of
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.name_parts import name_words
from factcheck.extract.ar.quoted_names import is_named
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import STATES
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    own_classes,
    word,
    words_of,
)
from factcheck.lang import rows
from factcheck.text import Token, by_spelling, fold

_MASDAR = re.compile("(?:ت..ي.|است..ا.|ا.ت.ا.|ان..ا.|م.ا..ة|م.ا..ت(?=ه))(?:ه|ها|هم|هما)?")
_ENDS_IN_Y = re.compile("ت.ا?.ي")  # «تقاضي», «تلقي»
_IN, _WHAT, _ANY, _WHOEVER = map(fold, ("في", "ما", "أي", "كان"))
_GOD = fold("الله")
_NUMBER, _OF = fold("عدد"), fold("من")
_END_OF, _ON = fold("القضاء"), fold("على")
_ASIDES = ("who", "source")
_BEYOND = frozenset({"who", "but", "but+"})
_BRACKETED = 9  # tokens of a short name, an age or a former office in brackets
_WHERE = frozenset(map(fold, ("داخل", "خلف", "وراء", "خارج", "أمام", "فوق")))
_OCCASIONS = frozenset(map(fold, ("في", "خلال", "عبر", "أثناء", "ردا")))


def object_start(scene: Scene, first: int, last: int, by_name: bool = True) -> int | None:
    """Where the bare object of a report begins, as in «أعلنت الحكومة | صرف …»; `None` where that cannot be told.

    The first verbal noun that is not the second word of the subject's own phrase («هيئة تنظيم الاتصالات»); without one,
    what follows a known name («أكدت طوكيو | التجربة») when `by_name` allows it.
    """
    tokens = scene.tokens
    if first + 1 < last and tokens[first].form == _END_OF and tokens[first + 1].form == _ON:
        return first  # «أعلن | القضاء على عشرة مسلحين»
    found = scene.actor(first) if first < last else None
    known = found.last if found is not None and found.entry.kind in STATES | {"international", "agency"} else first
    told = dated = first
    for i in range(first, min(last, first + 16)):
        token = tokens[i]
        told = max(told, _set_off(scene, i, first, last)) if token.kind == "mark" else told
        if i < told:
            continue
        timed = scene.after_when(i) if i > first else i
        if i < timed < last:
            told, dated = timed, timed  # «أعلنت الشرطة أمس | توقيف خمسة»
            continue
        if i > first and token.form == _END_OF and i + 1 < last and tokens[i + 1].form == _ON:
            return i
        if by_name and i == told > first and tokens[i - 1].form in COMMAS and _goes_on(token):
            return i  # «نفى النائب فلان، الذي …، | علمه بالأمر»
        if token.kind == "mark":
            if (token.form in COMMAS or token.form == "(") and known == first:
                continue
            if i == first and (named := _named_alone(scene, i)):
                told = named
                continue
            if is_named(scene, i) or (tokens[i].form in '»"”' and i > first):
                continue
            quoted = scene.quotation_opening(i) is not None
            if not by_name:
                return None
            return i if quoted and i > first else known if first < known <= i - 1 else None
        if i > first and (_goes_beyond(tokens, i, last) or _says_next(tokens, i)):
            break
        if i > first and tokens[i - 1].form.startswith("ال") and _is_addressed(scene, i):
            continue  # «أعلن وزير الصحة الدكتور توفيق فلان، وصول …»: a name, no «success»
        if i > first and tokens[i - 1].form in words_of("done"):
            return None  # «وثقت مقاطع فيديو تم | تسريبها …»: that verb's own
        if i == first and scene.is_family_name(i):
            continue  # «ونفى حداد | حصول …», of a Haddad named before, which is no mourning
        if i < known or word(token.form).joined or (i > first and tokens[i - 1].form == _IN):
            continue
        if i + 1 < last and _GOD in (tokens[i + 1].form, token.form):
            continue  # «استبعد نائب الأمين فتح الله فلان أن …»: a name, no opening
        if by_name and i == first and token.form == _WHAT:
            return i  # «كما نفى | ما تداولته وسائل إعلام»
        pointed = i > first and token.form in words_of("this.one") and is_definite(tokens[i - 1].form)
        if pointed and is_definite(tokens[min(i + 1, last - 1)].form) and scene.after_time(i) == i:
            return i  # «اعتبرت النقابة | هذا الموعد غير واقعي»
        before = tokens[i - 1]
        if i == first + 1 and _may_be_done(token.form) and _is_whole_subject(scene, first):
            return i  # «توقع محللون | ارتفاع الأسعار», «أكد باوزير | إغلاق الميناء»
        complete = i in (first, known, dated) or before.kind == "mark" or is_definite(before.form)
        complete = complete or (i > first + 1 and _is_whole_name(scene, i))
        complete = complete or (i > first + 1 and before.form.endswith(("ية", "يون")) and before.kind == "word")
        if (
            i > first + 1
            and is_definite(token.form)
            and (is_event_noun(token.form[2:]) or (token.form[2:3] == "ت" and token.form[2:] in unmarked_masdars()))
            and _ends_titled_name(scene, first, i)
            and before.form not in nouns()  # «متحدث باسم جهاز | الإنقاذ»
        ):
            return i  # «أعلن الرئيس فلان | الحداد الوطني»
        same = i > first + 1 and i + 1 < last and tokens[i + 1].form in words_of("same") and is_definite(token.form)
        if same and before.form not in nouns() and _ends_titled_name(scene, first, i):
            return i  # «أكد المدير سامي نور | الرقم نفسه»
        if is_event_noun(token.form) and i > first + 1 and tokens[i - 1].form in unmarked_masdars():
            return i - 1  # «ذكر التقرير | نقص إنتاج الخبز»
        if i == first and token.form == _NUMBER and i + 1 < last and tokens[i + 1].form == _OF:
            continue  # «أكد عدد من الأهالي …»: they say it
        if is_event_noun(token.form) and (complete or i > first + 1):
            return i
        if complete and i > first and token.form.endswith("ا") and is_event_noun(token.form[:-1]):
            return i  # «تتوقع مصالح الأرصاد | انخفاضا»
        if by_name and i > first and (token.form in words_of("denied") or token.form == _ANY):
            return i
        ended = complete or before.form in words_of("own.seat") or _ends_bare_name(tokens, first, i)
        if by_name and ended and i > first and before.kind == "word" and _is_his_act(token.form):
            return i  # «أعلن الحزب | رفضه القانون»; a past verb behind a bare noun: «رجل قتله اللصوص»
        if complete and i > first and _opens_content(token.form):
            return i
        if i == first and token.form.endswith(("ه", "ها", "هم")) and looks_like_masdar(token.form):
            return i  # «وأعلنت | توقيفه»: nobody is called so
    return known if by_name and first < known < last and tokens[known].kind == "word" else None


def _goes_beyond(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a relative clause or a contrast begins at a token."""
    return any(has_class(tokens, i, last, name) for name in class_names(tokens[i].form) & _BEYOND)


def _says_next(tokens: Sequence[Token], i: int) -> bool:
    """Whether another saying is joined behind a comma: «أكد المدير الرقم، | وقال إن القطع نقلت»."""
    found = word(tokens[i].form)
    return found.joined and found.cue is not None and found.cue.sort == "verb" and tokens[i - 1].form in COMMAS


@by_spelling
def _may_be_done(form: str) -> bool:
    """Whether a bare word names what is done or happens: a verbal noun, or «وقوع», «وجود» and the like."""
    return not is_definite(form) and (is_event_noun(form) or looks_like_masdar(form) or form in words_of("happening"))


def _ends_bare_name(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether two words no list knows, behind a title, end before a token: «رئيسها جمال بوعزة |»; no «المدير خبر»."""
    named = tokens[end - 2 : end] if end > first + 2 else ()
    return bool(named) and not any(
        is_definite(one.form) or one.form in nouns() or is_event_noun(one.form) or one.form.endswith(("ه", "ها", "هم"))
        for one in named
    )


@by_spelling
def _is_his_act(form: str) -> bool:
    """Whether a word of four letters can be a verbal noun with «ـه»: «رفضه», «فوزه», «دعمه»."""
    return len(form) == 4 and form.endswith("ه") and is_event_noun(form[:-1])


def _is_whole_subject(scene: Scene, i: int) -> bool:
    """Whether one word is a subject that nothing needs to complete: people in the plural, or a family name."""
    form, found = scene.tokens[i].form, scene.actor(i)
    if scene.is_family_name(i):
        return True
    if is_definite(form) or (found is not None and form.endswith(("ي", "ة", "ات", "ى", "ه", "ها"))):
        return False
    if found is not None:
        return found.entry.kind == "people" and found.last == i + 1 and (form.endswith("ون") or is_many(form))
    unlisted = singular_of(form) is None and not own_classes(form) and not is_function_word(form)
    known = word(form)
    return (
        len(form) > 3
        and unlisted
        and known.verb is None
        and known.cue is None
        and not known.joined
        and not _may_be_done(form)
        and not form.endswith(("ة", "ات", "ا", "ين"))
        and (form[0] not in "بل" or form.startswith(("با", "بو", "لا", "بن")))
    )


def _is_addressed(scene: Scene, i: int) -> bool:
    """Whether a form of address stands right before a token: «الدكتور», «السيدة»."""
    found = scene.actor(i - 1)
    return found is not None and found.last == i and found.entry.rank == "honour"


def _named_alone(scene: Scene, i: int) -> int:
    """Where a name ends that stands in quotation marks right behind the verb: «أعلنت «النور» | توقف …»; else 0."""
    quotation = scene.quotation_opening(i)
    if quotation is None or quotation.last - quotation.first > 3 or quotation.last + 2 >= scene.last:
        return 0
    follows = scene.tokens[quotation.last + 1]
    word_of_it = is_event_noun(scene.tokens[quotation.first].form) or looks_like_masdar(
        scene.tokens[quotation.first].form
    )
    return quotation.last + 1 if follows.kind == "word" and not word_of_it else 0


def _set_off(scene: Scene, i: int, first: int, last: int) -> int:
    """Where an outlet told («لـ«صوت النهر»»), a quoted name, brackets or an aside («، في رد على …،») end; else 0."""
    tokens, quotation = scene.tokens, scene.quotation_opening(i)
    if tokens[i].form == "(" and i > first:  # «أعلن مكتب تنسيق الشؤون الإنسانية (أوتشا) | نزوح …»
        return next((j + 1 for j in range(i + 1, min(last - 1, i + _BRACKETED)) if tokens[j].form == ")"), 0)
    if quotation is not None and i > first:
        short = quotation.last - quotation.first <= 4 and quotation.last + 2 < last
        if tokens[i - 1].form == "ل" or (short and tokens[quotation.last + 1].form in COMMAS):
            return quotation.last + 1
    return past_aside(scene, i, last) if tokens[i].form in COMMAS else 0


def before_described(tokens: Sequence[Token], first: int, begin: int | None) -> int | None:
    """The bare plural that a verb and its subject describe: «أعلنت الشركة | استثمارات تزيد قيمتها على …»."""
    if begin is None or not tokens[begin].form.endswith("ها"):
        return begin
    verb = word(tokens[begin - 1].form).verb
    if verb is None or verb.tense != "imperfect":
        return begin
    plurals = (k for k in range(begin - 2, first, -1) if tokens[k].form.endswith("ات"))
    return next((k for k in plurals if not is_definite(tokens[k].form)), begin)


def past_aside(scene: Scene, comma: int, last: int) -> int:
    """The token behind an aside between commas that tells more of the subject; 0 where none begins at `comma`.

    «، الذي …،», «، بحسب …،», or the subject's office: «، المتحدث باسم الوزارة،».
    """
    tokens = scene.tokens
    if comma + 2 >= last or tokens[comma].form not in COMMAS:
        return 0
    opens = tokens[comma + 1].form in _OCCASIONS
    opens = opens or (tokens[comma + 1].form == _OF and tokens[comma + 2].form in _WHERE)  # «، من داخل القاعة،»
    opens = opens or any(has_class(tokens, comma + 1, last, name) for name in _ASIDES)
    office = scene.actor(comma + 1)
    opens = opens or (office is not None and office.entry.kind == "office" and is_definite(tokens[comma + 1].form))
    closing = next((j for j in range(comma + 2, min(last, comma + 14)) if tokens[j].form in COMMAS), None)
    opens = opens or (closing is not None and tokens[closing - 1].form in words_of("his.name"))  # «، طالبا حجب اسمه،»
    return closing + 1 if opens and closing is not None else 0


def _goes_on(token: Token) -> bool:
    """Whether a word behind an aside can only be the object that the verb still waits for: a noun, bare or definite."""
    found = word(token.form)
    free = found.verb is None and found.cue is None and not found.joined and not is_function_word(token.form)
    return token.kind == "word" and free and token.form[0] not in "بل"


def _ends_titled_name(scene: Scene, first: int, end: int) -> bool:
    """Whether a title and at least two words of a name stand before a token."""
    title = scene.actor(first)
    return title is not None and title.entry.kind == "office" and title.last + 2 <= end


def _is_whole_name(scene: Scene, end: int) -> bool:
    """Whether a known name ends before a token, and is no bare head («وزارة», «مجلس») that the token completes."""
    found = scene.actor(end - 1)
    return found is not None and (
        found.entry.kind not in ("people", "body", "office") or is_definite(found.entry.words[0])
    )


@by_spelling
def _opens_content(form: str) -> bool:
    """Whether a word after a finished name opens the content: a verbal noun by shape or with the article, «أي»."""
    if form in words_of("determiner") or looks_like_masdar(form):
        return True
    return form.startswith("ال") and is_event_noun(form[2:])


@by_spelling
def looks_like_masdar(form: str) -> bool:
    """Whether an unlisted form has the shape of a verbal noun: «تشغيل», «استخراج», «اندماج», with a pronoun or not."""
    return _MASDAR.fullmatch(form) is not None and form not in unmarked_masdars()


@cache
def unmarked_masdars() -> frozenset[str]:
    """The verbal nouns that name no single event: «تعذيب», «تورط»."""
    return frozenset(fold(row[2][:-1]) for row in rows("ar", "verbs") if row[2][-1] == "!")


def sourced_before(tokens: Sequence[Token], i: int, begin: int) -> bool:
    """Whether a source set off by a comma stands before an object, which is then none: «تعلن …، وفق ما أفاد مصدر …»."""
    return any(
        tokens[j - 1].form in COMMAS
        and any(has_class(tokens, j, begin, name) for name in ("source", "source.verb"))
        and not any(token.form in COMMAS for token in tokens[j:begin])
        for j in range(i + 2, begin)
    )


def before_any(scene: Scene, i: int) -> int | None:
    """Where the act begins that «أي» follows: «نفى إدريس | تسجيل أي وفاة», «نفت مصالح الأمن | توقيف أي أستاذ»."""
    tokens = scene.tokens
    comma = next((j for j in range(i + 2, min(scene.last - 2, i + 7)) if tokens[j].form in COMMAS), 0)
    told = past_aside(scene, comma, scene.last) if comma else 0
    first = told + 1 if told else i + 3  # «أنكر العمال، من داخل القاعة، | تقاضي أي مبلغ»
    for j in range(first, min(scene.last - 1, first + 6)):
        anyone = tokens[j].form == _ANY and tokens[j + 1].form == _WHOEVER  # «نفى … استعمال القوة في حق | أي كان»
        if anyone or tokens[j].kind != "word" or has_class(tokens, j, scene.last, "that"):
            return None
        act = tokens[j - 1].form
        shaped = looks_like_masdar(act) or _ENDS_IN_Y.fullmatch(act) is not None
        shaped = shaped or act in unmarked_masdars()  # «معارضة أي من الأساتذة»
        if tokens[j].form == _ANY and not is_definite(act) and (is_event_noun(act) or shaped):
            return j - 1
        act = tokens[j - 2].form
        shaped = looks_like_masdar(act) or _ENDS_IN_Y.fullmatch(act) is not None
        owned = j > first and is_definite(tokens[j - 1].form) and not is_definite(act)
        if tokens[j].form == _ANY and owned and (is_event_noun(act) or shaped):
            return j - 2  # «نفت الرابطة | تعاطي السائق أي مواد»
    return None


def says_more(tokens: Sequence[Token], j: int) -> bool:
    """Whether a verb or أن at a token begins something else, whose prepositions are not the report's."""
    found = word(tokens[j].form).verb
    if tokens[j - 1].form in COMMAS and tokens[j].form in name_words("given"):
        return False  # «المدير العام، يحيى رائد، بوجود …»
    return (found is not None and not found.weak) or "that" in own_classes(tokens[j].form)


def tells(tokens: Sequence[Token], i: int) -> bool:
    """Whether data or a paper is what shows: «أظهرت البيانات ارتفاع …», not «أظهر الفريق …»."""
    return i < len(tokens) and tokens[i].form.removeprefix("ال") in words_of("document", "paper")
