"""Bare content of Arabic reports: «أعلنت … صرف …», «حذر … من …», «اتهم … الوزارة بـ…», «عزت … التباطؤ إلى …»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.bounds import bounds
from factcheck.extract.ar.duals import singular_of
from factcheck.extract.ar.marks import COMMAS, is_final
from factcheck.extract.ar.objects import (
    before_any,
    looks_like_masdar,
    object_start,
    past_aside,
    says_more,
    sourced_before,
    tells,
    unmarked_masdars,
)
from factcheck.extract.ar.report import PREPOSITION_FRAMES, Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import STATES, Range, follows_family_name, is_named, speaker_after
from factcheck.extract.ar.subjects import described_noun, subject_before
from factcheck.extract.ar.words import (
    Cue,
    has_class,
    is_definite,
    is_event_noun,
    is_preposition,
    own_classes,
    word,
    words_of,
)
from factcheck.text import Token, fold

_IN = fold("في")
_BLAME = fold("مسؤولية")
_OF_NAMES = tuple(map(fold, ("أبو", "عبدال", "ابن", "بن")))  # how a family name alone can begin
NOMINAL = frozenset({"np", "cause", "target", "blame", "ب+np", "على+np", "إلى+np", "من+np", "عن+np", "في+np"})


def nominal_content(scene: Scene, i: int, cue: Cue, clause: int) -> Report | None:
    """The bare content of a report: «أعلنت … صرف …», «حذّر … من …», «تعهد … بتفتيش …», «اتهم … الوزارة بـ…»."""
    tokens, reach = scene.tokens, min(scene.last, i + 22)
    rule = "ar.report.noun"
    if "cause" in cue.frames:
        begin = _cause(scene, i, clause)
        return None if begin is None else Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
    if cue.frames & {"target", "blame"}:
        begin = _target(scene, i, cue, clause)
        return None if begin is None else Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
    if i + 2 < scene.last and tokens[i + 1].form in words_of("this") and not is_definite(tokens[i + 2].form):
        return None  # «وثقت ذلك مقاطع …»: what was told before
    valued = _valued(scene, i, cue)
    if valued is not None:
        return Report(i, i, (valued, scene.last), cue.force, rule, agreement=cue.agreement)
    told = i + 1
    for j in range(i + 1, reach):
        form = tokens[j].form
        told = max(told, past_aside(tokens, j, reach)) if form in COMMAS else told
        if j < told:
            continue
        if (
            is_final(tokens, j)
            or form == ":"
            or has_class(tokens, j, reach, "who")
            or form in words_of("on.condition")
            or (j > i + 1 and says_more(tokens, j))
        ):
            break
        quoted = scene.quotation_opening(j) is not None and "ب+np" not in cue.frames
        if quoted and not (j == i + 1 or is_named(scene, j)):
            break
        for folded, preposition in PREPOSITION_FRAMES:
            if form == folded and f"{preposition}+np" in cue.frames and j + 1 < scene.last:
                nouns = (token.form.removeprefix("ال") for token in tokens[i + 1 : j])
                if "np" in cue.frames and any(is_event_noun(noun) for noun in nouns):
                    continue  # «أكد الوزير رفض بلاده لفرض قيود على …»: the object has begun
                return Report(i, i, (j + 1, scene.last), cue.force, rule, agreement=cue.agreement)
        if "ب+np" in cue.frames and _is_undertaking(form, cue):
            return Report(i, i, (j, scene.last), cue.force, rule, agreement=cue.agreement)
    if "np" not in cue.frames or (cue.force == "evidence" and not tells(tokens, i + 1)):
        return None
    if subject_before(scene, clause, i) is not None or cue.sort == "participle":
        begin = scene.after_adverbs(_after_told(scene, i + 1), scene.last)
        begin = scene.after_adverbs(_after_venue(scene, begin), scene.last)
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
        begin = _counted(scene, i) if "count" in cue.frames or told else None
        begin = begin or before_any(scene, i)
        begin = begin or object_start(scene, scene.after_adverbs(i + 1, scene.last), scene.last, by_name)
    if begin is None or has_class(tokens, begin, scene.last, "that") or sourced_before(tokens, i, begin):
        return None
    return Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)


def _valued(scene: Scene, i: int, cue: Cue) -> int | None:
    """Where the thing estimated begins: «قدرت الهيئة | الأضرار بنحو 12 مليونا»."""
    tokens, reach = scene.tokens, min(scene.last - 1, i + 18)
    if cue.force != "estimate" or cue.sort != "verb":
        return None
    at = next((j for j in range(i + 2, reach) if tokens[j].form == "ب" or tokens[j].form in words_of("put.at")), None)
    if at is None:
        return None
    comma = next((j for j in range(at - 1, i, -1) if tokens[j].form in COMMAS), None)
    if comma is not None:  # «قدر عضو اللجنة، فلان الفلاني، | نسبة … بنحو 60»
        speaker = speaker_after(scene, i + 1, at)
        return comma + 1 if speaker is not None and speaker[1] == comma and comma + 1 < at else None
    named = scene.actor(i + 1) is not None or tokens[i + 1].form.startswith(_OF_NAMES)
    if not named or any(token.kind != "word" for token in tokens[i + 1 : at]):
        return None
    return _object_before(tokens, i + 2, at)


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


def _counted(scene: Scene, i: int) -> int | None:
    """Where the number begins that is counted, with its bound: «أحصت الشرطة | نحو 2500 متظاهر»."""
    tokens = scene.tokens
    number = next((j for j in range(i + 2, min(scene.last, i + 8)) if tokens[j].kind == "number"), None)
    if number is None or any(is_event_noun(token.form) for token in tokens[i + 1 + tells(tokens, i + 1) : number]):
        return None
    for j in range(i + 2, number):  # «أحصت السلطات | منذ مطلع السنة 41 جثة»
        if tokens[j].form in words_of("since") or scene.after_time(j) > j:
            return j
    bound = bounds("before").before(tokens, number)
    return number if bound is None else bound[1]


def _cause(scene: Scene, i: int, clause: int) -> int | None:
    """Where the thing explained begins in «عزت الدائرة | التباطؤ إلى …»: after the subject, before «إلى»."""
    tokens, reach = scene.tokens, min(scene.last, i + 16)
    to = next((j for j in range(i + 1, reach) if tokens[j].form == fold("إلى")), None)
    if to is None or any(has_class(tokens, j, to, "that") or has_class(tokens, j, to, "who") for j in range(i + 1, to)):
        return None
    if subject_before(scene, clause, i) is not None or to == i + 2:
        return i + 1
    begin = object_start(scene, i + 1, to)
    return begin if begin is not None and begin < to else to - 1


def _target(scene: Scene, i: int, cue: Cue, clause: int) -> int | None:
    """Where the one accused or described begins: after the subject, which may stand before the verb or be dropped."""
    tokens, reach = scene.tokens, min(scene.last, i + 24)
    behind_who = i > scene.first and has_class(tokens, i - 1, i, "who")
    if behind_who and any(_is_charge(scene, j) for j in range(i + 2, reach)):
        return i + 1  # «الغرفة، التي اتهمت | القوات بقصف السوق»
    blamed = next((j for j in range(i + 1, reach) if _BLAME in tokens[j].form), None)
    if "blame" in cue.frames and blamed is None:
        return None
    if blamed is not None and _is_laid_on(tokens, blamed, reach):
        return blamed  # «حمّل النائب | المسؤولية لشركة …»
    other_gender = i + 1 < scene.last and cue.agreement == "m" and tokens[i + 1].form.endswith("ة")
    if blamed is not None and (other_gender or all(_is_adjective(tokens[j].form) for j in range(i + 2, blamed))):
        return i + 1  # «وحمل الحكومة مسؤولية …»: one name, or one of the wrong gender, is whom it blames
    link = next((j for j in range(i + 2, reach) if _is_charge(scene, j)), None)
    if "target" in cue.frames and link is None:
        return None
    if subject_before(scene, clause, i) is not None or cue.sort == "participle" or described_noun(scene, i, cue):
        return i + 1
    charged = link if link is not None else blamed
    named = speaker_after(scene, i + 1, charged) if charged is not None else None
    if named is not None and charged is not None and named[1] < charged and follows_family_name(scene, named[1]):
        return named[1]  # «حمل المدير عادل الغربي | سائق القطار المسؤولية»
    if link is not None and _is_kin(tokens, i + 1, cue):
        return i + 2  # «اتهم شقيقه | منتسبين في الشرطة بتعذيبه»
    laid = _object_before(tokens, i + 2, blamed) if blamed is not None and link is None else None
    if laid is not None:
        owner = laid > i + 2 and scene.actor(laid - 1) is not None and not is_definite(tokens[laid - 1].form)
        return laid - 1 if owner and is_definite(tokens[laid].form) else laid  # «… | مالك العبارة مسؤولية الحادث»
    body = _body_of_state(scene, i + 1)
    if body is not None and link is not None and body < link:
        return body  # «وصف جيش سول | صاروخ …»
    subject = speaker_after(scene, i + 1, link if link is not None else reach)
    if subject is None:
        return None
    if subject[1] < scene.last and tokens[subject[1]].form in COMMAS:
        if any(token.form in COMMAS for token in tokens[subject[0] : subject[1]]):
            return subject[1] + 1  # «فلان، مدرب الفريق، | الفوز بالمهم»: the comma closes his title
        return _after_aside(tokens, subject[1], reach)
    if link is not None:
        begin = _object_before(tokens, i + 2, link)
        if begin is not None:
            return begin
    return _two_names(scene, subject) or i + 1


def _is_kin(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether a verb's subject is a noun whose pronoun makes it whole: «شقيقه», «والدتها»; no adjective behind it."""
    form, behind = tokens[i].form, tokens[i + 1]
    head = form.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    agrees = cue.agreement == ("f" if head.endswith("ت") else "m")
    whole = head != form and len(head) >= 2 and agrees and not own_classes(form)
    return whole and behind.kind == "word" and not own_classes(behind.form) and not _is_adjective(behind.form)


def _is_laid_on(tokens: Sequence[Token], blamed: int, reach: int) -> bool:
    """Whether «ل» follows the blame and whom it is laid on: «المسؤولية للوزارة», «مسؤولية الحادث لشركة …»."""
    for token in tokens[blamed + 1 : min(reach, blamed + 4)]:
        if token.form[0] == "ل" and not own_classes(token.form):
            return not (is_event_noun(token.form[1:]) or looks_like_masdar(token.form[1:]))  # «لتجاوزه الإشارة»: why
        if token.kind != "word" or word(token.form).verb is not None:
            return False
    return False


def _body_of_state(scene: Scene, first: int) -> int | None:
    """The token after a body and the state or city it belongs to: «جيش سول», «شرطة باريس»."""
    body = scene.actor(first)
    if body is None or body.entry.kind not in ("people", "body"):
        return None
    state = scene.actor(body.last) if body.last < scene.last else None
    return state.last if state is not None and state.entry.kind in STATES | {"city"} else None


def _object_before(tokens: Sequence[Token], first: int, link: int) -> int | None:
    """Where the noun phrase right before «بـ» begins: «… | قرارات الحكم بأنها …», «… | الحكومة بالتقصير»."""
    run = link
    while run > first - 1 and is_definite(tokens[run - 1].form):
        run -= 1
    if run == link:
        return None
    begin = next((j for j in range(link - 1, run, -1) if not _is_adjective(tokens[j].form)), run)
    if (
        begin == run
        and begin > first
        and (is_definite(tokens[begin - 2].form) or _is_common_noun(tokens[begin - 1].form))
    ):
        begin -= 1  # «النيابة | مدير المستشفى», «فلان | قرارات الحكم»
    return begin if first <= begin < link else None


def _is_adjective(form: str) -> bool:
    """Whether a definite form looks like an adjective of origin: «الأميركي», «الجمهورية»."""
    return form.endswith(("ي", "ية", "يين", "يون"))


def _is_common_noun(form: str) -> bool:
    return form.endswith(("ة", "ات")) or is_event_noun(form) or singular_of(form) is not None


def _is_undertaking(form: str, cue: Cue) -> bool:
    """Whether a word behind بـ is what somebody undertakes, threatens or admits: «بإصلاح», «بالمسؤولية», «بـ»."""
    if form[0] != "ب" or own_classes(form) or form in words_of("by.how.much"):
        return False
    promised = cue.force in ("promise", "threaten") and len(form) > 3 and form not in words_of("manner")
    return form == "ب" or is_event_noun(form[1:]) or form.startswith("بال") or promised


def _is_charge(scene: Scene, j: int) -> bool:
    """Whether a word says what somebody is accused of or called: «بالتلاعب», «بارتكاب», «بـ«…»»."""
    token = scene.tokens[j]
    form, second = token.form, scene.text[token.start + 1 : token.start + 2]
    if form == "ب" or form.startswith(("بال", "بان")):
        return True
    bare = form[1:].removesuffix("ها").removesuffix("هم").removesuffix("ه")
    if (
        form[0] == "ب"
        and bare != form[1:]
        and (is_event_noun(bare) or looks_like_masdar(bare) or bare in unmarked_masdars())
    ):
        return True  # «بضربه», «بتعذيبهم»
    return form[0] == "ب" and (is_event_noun(form[1:]) or (second == "إ" and len(form) > 5))  # «بإخفاء قروض»


def _after_aside(tokens: Sequence[Token], comma: int, last: int) -> int | None:
    """The token after an aside that the comma at `comma` opens and another closes."""
    closing = next((j for j in range(comma + 1, last) if tokens[j].form in COMMAS), None)
    return closing + 1 if closing is not None and closing + 1 < last else None


def _behind_comma(tokens: Sequence[Token], comma: int, last: int) -> int | None:
    """The token after an aside, or after a comma that only sets off a time: «أعلن في وقت سابق، | العثور على …»."""
    begin = comma + 1
    if begin < last and is_event_noun(tokens[begin].form.removeprefix("ال")):
        return begin
    return _after_aside(tokens, comma, last)


def _two_names(scene: Scene, both: Range) -> int | None:
    """Where the second of two names that follow each other begins: after a known one, or at one."""
    found = scene.actor(both[0])
    if found is not None and found.entry.kind == "office" and found.last + 1 < both[1]:
        bare = not is_definite(scene.tokens[found.last - 1].form) and is_definite(scene.tokens[found.last].form)
        if bare:  # «رئيس الهيئة | سائق القطار»
            return next((j for j in range(found.last + 1, both[1]) if scene.actor(j) is not None), None)
    if found is not None and both[0] < found.last < both[1]:
        return found.last
    return next((j for j in range(both[0] + 1, both[1]) if scene.actor(j) is not None), None)
