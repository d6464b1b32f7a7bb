"""Bare content of Arabic reports: «أعلنت … صرف …», «حذر … من …», «اتهم … الوزارة بـ…», «عزت … التباطؤ إلى …»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.accused import accused_at, after_aside
from factcheck.extract.ar.bounds import bounds
from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.marks import COMMAS, is_final
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.objects import (
    before_any,
    before_described,
    looks_like_masdar,
    object_start,
    past_aside,
    says_more,
    sourced_before,
    tells,
)
from factcheck.extract.ar.quoted_names import is_named
from factcheck.extract.ar.report import FOLDED_PREPOSITIONS, PREPOSITION_FRAMES, PREPOSITIONS, Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import STATES
from factcheck.extract.ar.subjects import subject_before
from factcheck.extract.ar.valued import counted_at, found_at, held_at, set_at, valued_at
from factcheck.extract.ar.words import (
    Cue,
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_preposition,
    own_classes,
    words_of,
)
from factcheck.text import Token, fold

_THEM = frozenset(("ها", "هم", "هن", "نا", "كم"))
_SINCE, _BEFORE = fold("منذ"), fold("قبل")
_BY_THEN = frozenset(map(fold, ("قبل", "خلال", "بحلول", "في")))  # «يستبعد ذلك | قبل الشتاء»
_IN, _ANY, _ADMITS = fold("في"), fold("أي"), fold("أقر")
_ON = frozenset(map(fold, ("على", "عليه", "عليها", "عليهم")))
_SHOWN = 5  # tokens of what somebody points at, with its colon
_BLAME_BEHIND = 12  # tokens from the verb that lays blame to the blame
_PLACE = 5  # tokens of where a source is, before the event it tells of
NOMINAL = frozenset(("np", "held", "moment", "cause", "target", "blame", "laid")) | {
    f"{p}+np" for p in ("ب", *PREPOSITIONS)
}


def nominal_content(scene: Scene, i: int, cue: Cue, clause: int) -> Report | None:
    """The bare content of a report: «أعلنت … صرف …», «حذّر … من …», «تعهد … بتفتيش …», «اتهم … الوزارة بـ…»."""
    tokens, reach = scene.tokens, min(scene.last, i + 22)
    rule = "ar.report.noun"
    if "cause" in cue.frames:
        begin = _cause(scene, i, clause)
        if begin is not None and "act" in cue.frames and not _happens(tokens[begin].form):
            return None  # «نسب المؤرخ | القصيدة إلى شاعر مجهول»
        return None if begin is None else Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
    if cue.frames & {"target", "blame"}:
        begin = accused_at(scene, i, cue, clause)
        return None if begin is None else Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
    if "laid" in cue.frames:
        begin = _laid(tokens, i, reach)
        return None if begin is None else Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
    if "held" in cue.frames:
        begin = held_at(scene, i, reach)
        return None if begin is None else Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
    if "moment" in cue.frames or cue.force == "predict":
        begin = set_at(scene, i, cue) or (found_at(scene, i, cue) if "moment" in cue.frames else None)
        if begin is not None or "moment" in cue.frames:
            found = (begin or i, scene.last)
            return None if begin is None else Report(i, i, found, cue.force, rule, agreement=cue.agreement)
    if cue.force == "doubt" and i + 3 < scene.last and tokens[i + 1].form in words_of("this") and "np" in cue.frames:
        timed = tokens[i + 2].form in _BY_THEN and scene.after_when(i + 3) > i + 3
        timed = timed or (tokens[i + 2].form == _BEFORE and tokens[i + 3].form.startswith("ال"))
        return Report(i, i, (i + 1, scene.last), cue.force, rule, agreement=cue.agreement) if timed else None
    if i + 2 < scene.last and tokens[i + 1].form in words_of("this") and not is_definite(tokens[i + 2].form):
        return None  # «وثقت ذلك مقاطع …»: what was told before
    valued = valued_at(scene, i, cue)
    if valued is not None:
        return Report(i, i, (valued, scene.last), cue.force, rule, agreement=cue.agreement)
    told = i + 1
    for j in range(i + 1, reach):
        form = tokens[j].form
        told = max(told, past_aside(scene, j, reach)) if form in COMMAS else told
        if j < told:
            continue
        if (
            is_final(tokens, j)
            or form == ":"
            or has_class(tokens, j, reach, "who")
            or form in words_of("on.condition")
            or (j > i + 1 and says_more(tokens, j) and form not in words_of("meets.outlet"))
        ):
            break
        quoted = j in scene.openings and "ب+np" not in cue.frames
        if quoted and not (j == i + 1 or is_named(scene, j)):
            break
        for folded, preposition in PREPOSITION_FRAMES if form in FOLDED_PREPOSITIONS else ():
            if form == folded and f"{preposition}+np" in cue.frames and j + 1 < scene.last:
                told_nouns = (token.form.removeprefix("ال") for token in tokens[i + 1 : j])
                if "np" in cue.frames and any(is_event_noun(noun) for noun in told_nouns):
                    continue  # «أكد الوزير رفض بلاده لفرض قيود على …»: the object has begun
                acts = is_event_noun(tokens[j + 1].form) or looks_like_masdar(tokens[j + 1].form)
                if "act" in cue.frames and not acts:
                    continue  # «تعول الفنادق على السياح»
                if "worth" in cue.frames and tokens[j + 1].form not in words_of("worth"):
                    return None  # «طعنت … في سلامة التصويت», not «في السوق»
                if (words := _words_shown(scene, j + 1)) is not None:
                    rule = "ar.report.quotation"
                    return Report(i, i, words, cue.force, rule, open_end=False, agreement=cue.agreement)
                return Report(i, i, (j + 1, scene.last), cue.force, rule, agreement=cue.agreement)
        if cue.lemma == _ADMITS and form[0] == "ب" and _passes(scene, i, j, clause):
            return None
        if "ب+np" in cue.frames and _is_undertaking(form, cue) and not (j == i + 1 and _is_who(scene, j, reach)):
            begin = _act_behind(tokens, j, reach)
            return Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
        if "ب+np" in cue.frames and form[0] == "ب" and (act := _act_behind(tokens, j, reach)) > j:
            return Report(i, i, (act, scene.last), cue.force, rule, agreement=cue.agreement)
    if "np" not in cue.frames or (cue.force == "evidence" and not tells(tokens, i + 1)):
        return None
    but = i > scene.first + 1 and any(has_class(tokens, i - n, i, "but+") == i for n in (1, 2))  # «لكنه | استبعد هزة»
    if but or subject_before(scene, clause, i) is not None or cue.sort == "participle":
        begin = scene.after_adverbs(_after_told(scene, i + 1), scene.last)
        begin = scene.after_adverbs(_after_venue(scene, begin), scene.last)
        begin = _after_place(tokens, begin, scene.last)
        begin = scene.after_date(begin) if begin < scene.last else begin  # «أعلنت | في مارس إغلاق 12 مدرسة»
        begin = begin if begin < scene.last else None
        if begin is not None and is_preposition(tokens[begin].form):
            return None  # «أعلن في سنة 2005 أنه …»
        if begin is not None and tokens[begin].kind == "mark":
            begin = _behind_comma(tokens, begin, scene.last) if tokens[begin].form in COMMAS else None
    else:
        told = tells(tokens, i + 1)  # «يذكر محضر الشرطة 80 راكبا»
        if cue.tense == "imperfect" and "passive" in cue.frames and scene.actor(i + 1) is None and not told:
            begin = _foreseen(scene, i, cue)
            if begin is None:
                return None
            return Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
        by_name = cue.force in ("assert.strong", "announce", "deny")
        begin = counted_at(scene, i) if "count" in cue.frames or told else None
        behind = scene.after_adverbs(i + 1, scene.last)
        if begin is None and cue.agreement == "p" and behind < scene.last and tokens[behind].kind == "number":
            begin = behind  # «ووثقوا في المقابل | 11 حالة تصوير»
        begin = begin or before_any(scene, i)
        begin = begin or object_start(scene, scene.after_adverbs(i + 1, scene.last), scene.last, by_name)
        begin = before_described(tokens, i + 1, begin)
    if begin is None or has_class(tokens, begin, scene.last, "that") or sourced_before(tokens, i, begin):
        return None
    if "this" in cue.frames and tokens[begin].form not in words_of("this.one"):
        return None  # «اعتبر الوزير | هذا القرار خطأ»; in «اعتبر النائب فلان خطوة …» the name's end cannot be told
    dated = any(max(scene.after_time(k), scene.after_date(k)) == begin for k in range(max(i + 1, begin - 4), begin))
    dated = dated or tokens[begin - 2].form == _SINCE  # «منذ 2023 | استثمارات …»
    if begin > i + 2 and tokens[begin - 1].kind == "number" and tokens[begin - 2].kind == "word" and not dated:
        bound = bounds("before").before(tokens, begin - 1)
        begin = begin - 1 if bound is None or bound[1] <= i + 1 else bound[1]  # «أعلنت وزارة الصحة | نحو 14 وفاة»
    before = tokens[begin - 1].form if begin > i + 1 else ""
    begin -= before in words_of("non") or before == _ANY  # «أكد خفر السواحل | عدم تسجيل أي إصابة», «نفى سالم | أي تأخر»
    return Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)


def _words_shown(scene: Scene, j: int) -> tuple[int, int] | None:
    """The quotation behind what somebody points at, and a colon: «يشير إلى السطر الأخير: | «كان نصيبي …»»."""
    colon = next((k for k in range(j + 1, min(scene.last - 1, j + _SHOWN)) if scene.tokens[k].form == ":"), None)
    quotation = scene.quotation_opening(colon + 1) if colon is not None else None
    return None if quotation is None else (quotation.first, min(quotation.last, scene.last))


def _laid(tokens: Sequence[Token], i: int, reach: int) -> int | None:
    """Where the blame stands that somebody lays on another: «ألقى المدير | باللائمة على …»."""
    for j in range(i + 1, min(reach - 2, i + _BLAME_BEHIND)):
        if tokens[j].form in words_of("blame.laid"):
            return j if any(token.form in _ON for token in tokens[j + 1 : min(reach, j + 5)]) else None
        if is_final(tokens, j):
            return None
    return None


def _after_told(scene: Scene, i: int) -> int:
    """The token after a quoted outlet that was told: «أكد لـ«صوت النهر» | وصول …»; `i` where none stands."""
    quotation = scene.quotation_opening(i + 1) if i + 1 < scene.last and scene.tokens[i].form == "ل" else None
    return i if quotation is None else min(quotation.last + 1, scene.last)


def _foreseen(scene: Scene, i: int, cue: Cue) -> int | None:
    """Where the object of «تتوقع مصالح الأرصاد | انخفاضا» begins: a subject stands before it, so nobody's it is not."""
    begin = object_start(scene, i + 1, scene.last, False)
    if begin is None or begin < i + 2 or not all(token.kind == "word" for token in scene.tokens[i + 1 : begin]):
        return None
    accusative = scene.tokens[begin].form.endswith("ا")
    return begin if accusative or (cue.agreement == "f" and is_definite(scene.tokens[begin - 1].form)) else None


def _after_venue(scene: Scene, i: int) -> int:
    """The token after where it was said, with its adjectives: «رجح في تصريح للإذاعة المحلية | فرضية الحريق»."""
    tokens = scene.tokens
    if i + 2 >= scene.last or tokens[i].form != _IN or not has_class(tokens, i + 1, scene.last, "venue"):
        return i
    j, ending = i + 2, "ية" if tokens[i + 1].form.endswith("ة") else "ي"
    while j + 1 < scene.last and tokens[j].kind == "word":
        form = tokens[j].form
        if not (is_definite(form) or form[0] == "ل" or form.endswith(ending)):
            return j
        j += 1
    return i


def _after_place(tokens: Sequence[Token], i: int, last: int) -> int:
    """The act behind where it was announced: «الوزير أعلن في القاهرة | توقيع الاتفاق»; `i` where none stands so."""
    j = i + 1
    while i + 1 < last and tokens[i].form == _IN and j < min(last - 1, i + 4) and tokens[j].form.startswith("ال"):
        j += 1
    act = tokens[j].form if i + 1 < j < last else ""
    return j if act and not is_definite(act) and (is_event_noun(act) or looks_like_masdar(act)) else i


def _cause(scene: Scene, i: int, clause: int) -> int | None:
    """Where the thing explained begins in «عزت الدائرة | التباطؤ إلى …»: after the subject, before «إلى»; where that is
    only «ذلك», what explains it.
    """
    tokens, reach = scene.tokens, min(scene.last, i + 16)
    to = next((j for j in range(i + 1, reach) if tokens[j].form == fold("إلى")), None)
    if to is None or any(has_class(tokens, j, to, "that") or has_class(tokens, j, to, "who") for j in range(i + 1, to)):
        return None
    pointed = tokens[to - 1].form in words_of("pointed.cause") and all(t.kind == "word" for t in tokens[i:to])
    that = has_class(tokens, to + 1, scene.last, "that") if pointed and to + 2 < scene.last else 0
    if that:
        return that  # «عازيا ذلك إلى أن | الدراسة لم تكتمل»
    degree = tokens[i + 1].form in words_of("degree") and to == i + 3 and is_definite(tokens[i + 2].form)
    if subject_before(scene, clause, i) is not None or to == i + 2 or degree:
        return i + 1  # «وأرجعت | سرعة الانتشار إلى الفيضانات»
    bare = tokens[to - 2].form
    plain = not (is_definite(bare) or is_preposition(bare) or own_classes(bare)) and tokens[to - 2].kind == "word"
    whole = to > i + 3 and all(token.kind == "word" for token in tokens[i:to])
    named = is_definite(tokens[to - 3].form) or (
        (is_event_noun(bare) or bare in words_of("degree")) and to > i + 4
    )  # «قيادة عمليات ديالى | تكرار …»
    if whole and named and is_definite(tokens[to - 1].form) and plain:
        return to - 2  # «عزا المحافظ | ضعف العملة إلى …»
    if bare in words_of("this.one") and is_definite(tokens[to - 1].form):
        return to - 2  # «أرجع المدير | هذا التراجع إلى …»
    begin = object_start(scene, i + 1, to)
    return begin if begin is not None and begin < to else to - 1


def _happens(form: str) -> bool:
    """Whether a word is what has a cause, and no maker: «الحريق», «المرض»; not «القصيدة», «التصريح»."""
    return form.removeprefix("ال") not in words_of("statement", "paper", "document", "answer", "made")


def _is_undertaking(form: str, cue: Cue) -> bool:
    """Whether a word behind بـ is what somebody undertakes, threatens or admits: «بإصلاح», «بالمسؤولية», «بـ»."""
    if form[0] != "ب" or own_classes(form) or form in words_of("by.how.much"):
        return False
    if "act" in cue.frames:
        noun = form[1:].removeprefix("ال")
        return is_event_noun(noun) or looks_like_masdar(noun)
    if number_word(form[1:]) is not None:
        return True  # «أقرت الإدارة | بثلاث وفيات»
    long = len(form) > 3 or (len(form) == 3 and form[1:] not in _THEM)  # «بضخ»
    promised = cue.force in ("promise", "threaten") and long and form not in words_of("manner")
    named = is_event_noun(form[1:]) or looks_like_masdar(form[1:])  # «بوفاة», «بتوقيف»
    return form == "ب" or named or form.startswith("بال") or promised


def _passes(scene: Scene, i: int, by: int, clause: int) -> bool:
    """Whether «أقر» passes a law, and admits nothing: by so many votes, or with its object behind it and its subject
    before: «البرلمان يقر | القانون بـ…», «أقر المجلس الميزانية بـ20 صوتا»; not «أقر المدير بـ…».
    """
    tokens, form = scene.tokens, scene.tokens[i + 1].form
    if any(token.form.removesuffix("ا") in words_of("vote") for token in tokens[by + 1 : min(scene.last, by + 3)]):
        return True
    free = is_function_word(form) or form.endswith("ا") or form[0] in "بل" or scene.after_adverbs(i + 1, by) > i + 1
    thing = is_definite(form) or form in nouns() or is_event_noun(form)
    return by > i + 1 and thing and not free and subject_before(scene, clause, i) is not None


def _act_behind(tokens: Sequence[Token], j: int, reach: int) -> int:
    """Where the event begins behind a «ب» that only says where the source is: «أفاد مصدر بالمستشفى | بوفاة ثلاثة»."""
    noun = tokens[j].form[1:].removeprefix("ال")
    if is_event_noun(noun) or looks_like_masdar(noun) or tokens[j].form == "ب":
        return j
    for k in range(j + 1, min(reach, j + _PLACE)):
        form = tokens[k].form
        if tokens[k].kind != "word" or own_classes(form):
            return j
        if form[0] == "ب" and (is_event_noun(form[1:]) or looks_like_masdar(form[1:])):
            return k
    return j


def _is_who(scene: Scene, j: int, reach: int) -> bool:
    """Whether a word that only looks like «ب» and a noun names who undertakes it: «تعهد باصرة | بنشر القائمة»."""
    if scene.is_family_name(j):
        return True
    tokens = scene.tokens
    form, following = tokens[j].form, tokens[j + 1].form if j + 1 < reach else ""
    undertaken = following[:1] == "ب" and is_event_noun(following[1:])
    return undertaken and not (form == "ب" or form.startswith("بال") or is_event_noun(form[1:]))


def _behind_comma(tokens: Sequence[Token], comma: int, last: int) -> int | None:
    """The token after an aside, or after a comma that only sets off a time: «أعلن في وقت سابق، | العثور على …»."""
    begin = comma + 1
    if begin < last and is_event_noun(tokens[begin].form.removeprefix("ال")):
        return begin
    return after_aside(tokens, comma, last)


def _ends_state(scene: Scene, first: int, last: int) -> bool:
    """Whether the tokens are the whole name of a state or of its seat: nothing more can belong to it."""
    found = scene.actor(first)
    return found is not None and found.entry.kind in STATES and found.last == last


def is_sure_object(scene: Scene, i: int, begin: int) -> bool:
    """Whether bare content begins where nothing else can: right after the cue, a preposition or a finished name."""
    before = scene.tokens[begin - 1]
    if scene.tokens[begin].form == _ANY:
        return True  # «يستبعد سالم | أي تراجع قبل الربيع، «فالمال …»»
    if begin == i + 1 or is_definite(before.form) or before.form in FOLDED_PREPOSITIONS:
        return True
    return scene.tokens[begin].form[0] == "ب" or _ends_state(scene, i + 1, begin)
