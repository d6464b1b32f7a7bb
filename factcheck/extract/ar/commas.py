"""What may begin after a comma of an Arabic sentence: a verb, a subject with its verb, «وهو», «بالإضافة إلى»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.cuts import asked_by_many, names_aside
from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.marks import COMMAS, QUOTES
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.placed import placed_fact
from factcheck.extract.ar.predicates import (
    has_any_verb,
    has_verb,
    is_circumstance,
    is_figure,
    may_be_verb,
)
from factcheck.extract.ar.sequels import leads_on, takes_up
from factcheck.extract.ar.words import (
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_measure,
    is_preposition,
    word,
    words_of,
)
from factcheck.text import Token, fold

_IN, _ON, _THIS, _FROM = fold("في"), fold("على"), fold("ذلك"), fold("من")
_PERCENT = frozenset(map(fold, ("%", "٪", "بالمئة", "بالمائة", "المئة", "المائة")))
_SET_OFF = 12  # tokens of an aside
_DATED = 8  # tokens of a time before its clause
_ASIDE = 5  # tokens of a time or place set off by commas
_DESCRIBED = 14  # tokens to the verb of a subject that a relative clause describes


def after_comma(tokens: Sequence[Token], begin: int, i: int, last: int, verb: bool, figure: bool) -> int | None:
    """A new clause after a comma: a verb, a subject with its verb, «وهو», «وهذا», a relative with a fact of its own."""
    if verb and leads_on(tokens, i, last):
        return i
    if _undertakes_next(tokens, begin, i, last):
        return i
    asks = has_class(tokens, i, last, "asking") and not asked_by_many(tokens, begin, i)
    if asks or takes_up(tokens, i, last):
        return i
    if is_circumstance(tokens[i].form) and tokens[i - 2].form in QUOTES:
        return i  # «…»، مستخدمة التسمية …
    if tokens[i].form == _ON and i + 2 < last and is_stipulated(tokens, i + 2):
        return i + 2  # «تعاد المباراة الأحد، على أن | تعلن النتيجة …»
    if tells_of_some(tokens, i, last):
        return i
    if figure and (counts_part(tokens, i, last) or _counts_share(tokens, i, last)):
        return i  # «أصيب 12، 3 منهم في حالة حرجة»
    if not verb:
        common = _is_common(tokens[i].form[1:]) and not (i + 1 < last and tokens[i + 1].form.startswith("ال"))
        joins = figure and tokens[i].form[0] == "و" and not common
        reach = min(last, i + 4)
        described = any(has_class(tokens, k, last, "who") for k in range(i + 2, reach))
        reach = min(last, i + _DESCRIBED) if described else reach
        return i if joins and subject_then_verb(tokens, i, reach) else None  # «3 قتلى …، والشرطة تحقق»
    found, reach = word(tokens[i].form), min(last, i + 12)
    if found.verb is not None and not found.verb.weak:
        return None if _goes_on(tokens, begin, i) or names_aside(tokens, i, last) else i
    if _foresees(tokens, i, last) or _counts_beside(tokens, i, last):
        return i
    if figure and any(
        is_quantified(tokens, j) and has_class(tokens, j, last, "part") for j in (i + 1, i + 2) if j < last
    ):
        return i
    if _measures(tokens, i, last) or tells_of_noun(tokens, i, last):
        return i
    he = tokens[i].form[0] in "وف" and (has_class(tokens, i, last, "he") or has_class(tokens, i, last, "part"))
    if he:
        return None if only_adds(tokens, i, he, last) or is_set_off(tokens, i, last) else i
    who = has_class(tokens, i, last, "who")
    if who and has_verb(tokens, who, min(last, who + 3)) and not _closes(tokens, who, last):
        return None if who < last and tokens[who].form in words_of("calls.it") else who  # «الذي وصفته بـ…»
    if tokens[i].form[0] == "و" and _dates_next(tokens, i, last):
        return i
    if tokens[i].form[0] == "و" and len(tokens[i].form) > 3 and not is_preposition(tokens[i].form[1:]):
        return i if subject_then_verb(tokens, i, reach) or _subject_then_state(tokens, i, last) else None
    return placed_fact(tokens, begin, i, last)


def _undertakes_next(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether a second act follows the one that opens what is announced: «تشكيل لجنة …، وإعفاء المدير من منصبه»."""
    acts = (tokens[begin].form, tokens[i].form[1:])
    if tokens[i].form[0] != "و" or i + 2 >= last or i - begin < 3 or word(tokens[i].form).verb is not None:
        return False
    return (
        all(not is_definite(act) and (is_event_noun(act) or looks_like_masdar(act)) for act in acts)
        and tokens[i + 1].kind == "word"
    )


def tells_of_some(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a noun and «أحدهم» tell without a verb how some of those named before are: «، حالة أحدهم خطيرة»."""
    if i + 2 >= last or tokens[i + 1].form not in words_of("some.of.them") or tokens[i + 2].kind != "word":
        return False
    noun, state = tokens[i].form.removeprefix("و"), tokens[i + 2].form
    return not (is_preposition(noun) or is_function_word(noun) or is_preposition(state) or is_definite(state))


def _counts_share(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a bounded share of what was counted begins at a token: «أكثر من 80% منها»."""
    if tokens[i].form.removeprefix("و") not in words_of("quantifier") or i + 3 >= last:
        return False
    at = i + 1 + (tokens[i + 1].form == _FROM)
    return bool(counts_part(tokens, at, last))


def _measures(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «و», a measure with its pronoun and a figure end the sentence: «…، وعددهم نحو 3 آلاف»."""
    if tokens[i].form[0] != "و" or not is_measure(tokens[i].form[1:]):
        return False
    return counts(tokens, i + 1, min(last, i + 4)) and not any(t.form in COMMAS for t in tokens[i + 1 : last])


def tells_of_noun(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a free «هي» goes on about what was told last: «خرجت مسيرة، هي الثالثة من نوعها»."""
    if tokens[i].form not in words_of("bare.he") or i + 2 >= last or has_class(tokens, i + 1, last, "who"):
        return False
    return word(tokens[i + 1].form).verb is None and not _closes(tokens, i + 1, last)


def _counts_beside(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a participle tells a figure beside what was done: «فاز الفريق، متقدما بثلاث نقاط على منافسه»."""
    if not is_circumstance(tokens[i].form) or i + 2 >= last:
        return False
    if is_preposition(tokens[i + 1].form) and is_counted(tokens[i + 2]):
        return True  # «…، موزعين على 120 مدرسة»
    if not tokens[i].form.endswith(("ا", "ة")):
        return False
    return tokens[i + 1].form[0] == "ب" and counts_attached(tokens, i + 1, min(last, i + 4))


def counts_attached(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a figure stands in a stretch, behind «ب» as well: «بثلاث نقاط»."""
    return counts(tokens, first, last) or is_figure(tokens[first].form[1:])


def is_stipulated(tokens: Sequence[Token], i: int) -> bool:
    """Whether «، على أن» stands before the verb at a token: it tells what is to follow."""
    behind_on = i > 2 and tokens[i - 2].form == _ON and tokens[i - 3].form in COMMAS
    return behind_on and bool(has_class(tokens, i - 1, i, "that")) and may_be_verb(tokens[i].form)


def answers(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «ردا على …» begins at a token: what is said, or done, answers it."""
    if tokens[i].form not in words_of("answering") or i + 2 >= last or tokens[i + 1].form != _ON:
        return False
    closing = next((j for j in range(i + 2, min(last - 1, i + _SET_OFF)) if tokens[j].form in COMMAS), i)
    return closing == i or not has_class(tokens, closing + 1, last, "that")  # «لم ينف، ردا على سؤال، | أن …»


def follows_event(tokens: Sequence[Token], i: int, last: int, told: bool) -> bool:
    """Whether «بعد» and an event close a sentence that has told something: «عاد التيار، بعد | انقطاع دام ساعتين»."""
    if tokens[i].form not in words_of("upon") or i + 3 >= last or _closes(tokens, i + 1, last):
        return False
    if has_class(tokens, i, last, "after") > i + 1:
        return False  # «بعد ما وثقت …», «بعد أن …»
    noun, found = tokens[i + 1].form, word(tokens[i + 2].form)
    acted = found.verb is not None and not (found.verb.weak or found.joined) and found.verb.tense == "perfect"
    return (told and is_event_noun(noun.removeprefix("ال"))) or (
        acted and tokens[i + 1].kind == "word" and not is_definite(noun)
    )


def _dates_next(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «و» and a time or place, set off by a comma, open the clause behind it: «، وحتى نهاية أبريل، تلقت …»."""
    bare = tokens[i].form[1:]
    if not (is_preposition(bare) or has_class(tokens, i, last, "aside")):
        return False
    comma = next((j for j in range(i + 2, min(last - 1, i + _DATED)) if tokens[j].form in COMMAS), None)
    if comma is None or has_any_verb(tokens, i, comma):
        return False
    found = word(tokens[comma + 1].form).verb
    return found is not None and not found.weak


def after_plus(tokens: Sequence[Token], begin: int, i: int, last: int) -> int:
    """Where what «بالإضافة إلى …» or «إضافة لـ…» adds begins, if it is a fact: an event, a verb, a figure; else 0."""
    plus = has_class(tokens, i, last, "plus")
    if not plus and i + 1 < last and tokens[i].form in words_of("adding") and tokens[i + 1].form[0] == "ل":
        plus = i + 1 if is_event_noun(tokens[i + 1].form[1:]) else 0
    asked = word(tokens[begin].form).verb
    if not plus or plus + 2 >= last or (asked is not None and asked.lemma in words_of("asks.for")):
        return 0  # «يطالبون بتجديد العربات، | إضافة إلى خفض الأجرة»
    event = is_event_noun(tokens[plus].form) or plus == i + 1
    reach = min(last, plus + 7)
    return plus if event or counts(tokens, plus, reach) or has_verb(tokens, plus + 1, reach) else 0


def only_adds(tokens: Sequence[Token], i: int, he: int, last: int) -> bool:
    """Whether «وذلك» only adds when, where or why: «…، وذلك خلال 24 ساعة», «…، وذلك بسبب العاصفة»."""
    if tokens[i].form[1:] != _THIS or he >= last:
        return False
    following = tokens[he].form
    return is_preposition(following) or bool(has_class(tokens, he, last, "aside")) or following[0] in "بل"


def is_set_off(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «وهي …» is set off by commas, and what it broke into goes on: «تحطمت الطائرة، وهي …، بعد دقائق …»."""
    closing = next((j for j in range(i + 1, min(last, i + _SET_OFF)) if tokens[j].form in COMMAS), None)
    if closing is None or closing + 1 >= last or has_verb(tokens, i + 1, closing):
        return False
    after = tokens[closing + 1].form
    return is_preposition(after) or after == fold("قد") or bool(has_class(tokens, closing + 1, last, "lead"))


def _goes_on(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether a verb after an aside is the main one: «غارة وقعت …، السبت، | أسفرت عن …», its subject indefinite."""
    subject, verb = tokens[begin].form, word(tokens[i].form)
    opening = next((j for j in range(i - 2, max(begin, i - 2 - _ASIDE), -1) if tokens[j].form in COMMAS), None)
    if opening is None or verb.joined or verb.verb is None or is_definite(subject) or word(subject).verb is not None:
        return False
    feminine = subject.endswith("ة") or (begin + 1 < i and tokens[begin + 1].form.endswith("ة"))
    agrees = verb.verb.agreement == ("f" if feminine else "m")
    return agrees and not has_any_verb(tokens, opening, i - 1)


def _foresees(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «وقد يرتفع …» or «ومن المقرر أن …» begins what is still to come."""
    if i + 2 >= last or tokens[i].form[0] != "و":
        return False
    following = word(tokens[i + 1].form).verb
    if tokens[i].form[1:] in words_of("already"):
        return following is not None
    return tokens[i].form[1:] == fold("من") and tokens[i + 1].form in words_of("unreported")


def subject_then_verb(tokens: Sequence[Token], i: int, reach: int) -> bool:
    """Whether a noun after «، و» is the subject of a verb of its own, before the next comma or relative pronoun."""
    if is_event_noun(word(tokens[i].form).base) and not is_definite(tokens[i].form):
        return False
    if _is_object(tokens[i].form[1:]):
        return False
    described = False  # by a relative clause, whose verb is the first: «وقائمة الأسماء التي علقتها العائلات تضم …»
    for j in range(i + 1, reach):
        if tokens[j].form in COMMAS or has_class(tokens, j, reach, "that"):
            return False
        if has_class(tokens, j, reach, "who"):
            if described or not is_definite(tokens[j - 1].form):
                return False
            described = True
            continue
        found, noun = word(tokens[j].form), tokens[j].form in nouns() or is_event_noun(tokens[j].form)
        if (j == i + 1 and noun and not is_definite(tokens[i].form)) or is_preposition(tokens[j - 1].form):
            continue  # «وأوضاع | سكن بائسة في | ظل الحرب»
        if found.verb is not None and (described or not found.verb.weak) and not found.joined:
            if not described:  # not «ومبلغ مالي | يناهز مليونا»
                return is_definite(tokens[j - 1].form) or found.verb.lemma not in words_of("amounts.to")
            described = False
    return False


def _is_object(form: str) -> bool:
    """Whether a common noun stands in the accusative, as an object does: «فقدنا جنديين، ومصورا يعمل …»."""
    return form.endswith("ا") and (form[:-1] in nouns() or (form[0] == "م" and not form.endswith("يا")))


def _is_common(form: str) -> bool:
    """Whether a form is an indefinite common noun, which a verb behind it only describes: «ومنظمات تعمل في …»."""
    return not is_definite(form) and (singular_of(form) is not None or form.endswith(("ات", "ة", "ين", "ون")))


def _subject_then_state(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a definite noun after «، و» is told to be in a state: «، والعدد مرشح للزيادة», «، والطريق مغلقة»."""
    j = i + 1
    while j < min(last, i + 3) and is_definite(tokens[j].form):
        j += 1
    j += j < last and tokens[j].form in words_of("with.him")
    if not tokens[i].form.startswith("وال") or j >= last:
        return False
    form = tokens[j].form
    if form[0] == "م" and len(form) > 4 and not (form.endswith(("ا", "اء")) or is_function_word(form)):
        return not is_preposition(form) and not is_event_noun(form)  # «، والطلبات معه منتظمة»: any participle
    return not {form, form.removesuffix("ة"), form.removesuffix("ين"), form.removesuffix("ون")}.isdisjoint(
        words_of("state")
    )


def _closes(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether another comma ends an aside and its sentence goes on."""
    for j in range(first, last):
        if tokens[j].form in COMMAS:
            return j + 2 < last and not word(tokens[j + 1].form).joined
    return False


def counts_part(tokens: Sequence[Token], i: int, last: int) -> int:
    """Where «منهم» ends behind a figure at token `i`: «3 منهم», «اثنان منها», «95% منهم»; 0 for none there."""
    j = i + 1
    if j < last and tokens[j].form in _PERCENT:
        j += 1
    elif j + 1 < last and tokens[j].form == _IN and tokens[j + 1].form in _PERCENT:
        j += 2
    return has_class(tokens, j, last, "part") if j < last and is_counted(tokens[i]) else 0


def is_quantified(tokens: Sequence[Token], i: int) -> bool:
    """Whether «أكثر من» or «نحو» stands before a part of a whole: «، أكثر من نصفهم …»."""
    return any(tokens[j].form in words_of("quantifier") for j in (i - 1, i - 2))


def counts(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(token.kind == "number" or is_figure(token.form) for token in tokens[first:last])


def is_counted(token: Token) -> bool:
    return token.kind == "number" or is_figure(token.form)
