"""Where what somebody puts at a figure or a time begins: «قدرت … | الأضرار بـ…», «حصر … | العدد في 40»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.accused import object_before
from factcheck.extract.ar.bounds import bounds
from factcheck.extract.ar.commas import counts, is_counted
from factcheck.extract.ar.duals import is_many
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.objects import tells
from factcheck.extract.ar.predicates import is_figure
from factcheck.extract.ar.quoted_names import is_named
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import speaker_after
from factcheck.extract.ar.unsaid import is_announced
from factcheck.extract.ar.words import (
    Cue,
    has_class,
    is_definite,
    is_event_noun,
    is_measure,
    is_preposition,
    words_of,
)
from factcheck.text import Token, by_spelling, fold

_IN, _SUM = fold("في"), fold("مبلغ")
_HELD = 14  # tokens from a verb to the figure in which it holds a number
_VALUED = 5  # tokens from a verb to the figure at which it puts what stands behind it
_OF_NAMES = tuple(map(fold, ("أبو", "عبدال", "ابن", "بن")))  # how a family name alone can begin


def valued_at(scene: Scene, i: int, cue: Cue) -> int | None:
    """Where the thing estimated begins: «قدرت الهيئة | الأضرار بنحو 12 مليونا»."""
    tokens, reach = scene.tokens, min(scene.last - 1, i + 18)
    if cue.force != "estimate" or cue.sort != "verb":
        return None
    at = next((j for j in range(i + 2, reach) if _puts_at(tokens[j].form)), None)
    if at is None:
        return None
    if i > scene.first and has_class(tokens, i - 1, i, "but+") and at <= i + _VALUED:
        return i + 1  # «لكنها قدرت | المشاركة بـ40%»
    if is_announced(scene, i) and is_definite(tokens[i + 1].form):
        return i + 1  # «أما شركة النقل، فتقدر | الخسائر بنحو …»
    comma = next((j for j in range(at - 1, i, -1) if tokens[j].form in COMMAS), None)
    short = next((j for j in range(i + 2, at - 3) if tokens[j].form == "(" and tokens[j + 2].form == ")"), None)
    if short is not None and speaker_after(scene, i + 1, short) == (i + 1, short):
        return short + 3  # «قدرت منظمة الأغذية (الفاو) | المساحة بـ…»
    quoted = scene.quotation_opening(i + 1) or (scene.quotation_opening(i + 2) if is_named(scene, i + 2) else None)
    if quoted is not None and quoted.last + 1 < at:  # «قدرت منظمة «بحار» غير الحكومية | الكمية»
        begin = quoted.last + 1 if comma is None or comma < quoted.last else comma + 1
        other = tokens[begin].form in words_of("other.than")
        begin += 2 * other
        called = not other and tokens[begin].form.endswith("ية") and is_definite(tokens[begin + 1].form)
        begin += called and begin + 1 < at  # «قدرت صحيفة «ماركا» الإسبانية | المبلغ»
        return begin if begin < at else None
    if comma is not None:  # «قدر عضو اللجنة، فلان الفلاني، | نسبة … بنحو 60»
        speaker = speaker_after(scene, i + 1, at)
        return comma + 1 if speaker is not None and speaker[1] == comma and comma + 1 < at else None
    bare = next((j for j in range(i + 2, at) if _is_object(tokens, j)), None)
    if bare is not None and all(token.kind == "word" for token in tokens[i + 1 : bare]):
        return bare  # «وتقدر دراسة للجامعة | كلفة كل يوم بما بين …»
    named = scene.actor(i + 1) is not None or tokens[i + 1].form.startswith(_OF_NAMES)
    if not named or any(token.kind != "word" for token in tokens[i + 1 : at]):
        return None
    return object_before(tokens, i + 2, at)


def _is_object(tokens: Sequence[Token], j: int) -> bool:
    """Whether what is measured stands at a token, behind who measures: «حداد | عددهم», «الشركة | الكمية المتسربة»."""
    form = tokens[j].form
    bare = form.removeprefix("ال")
    if bare != form and not is_definite(tokens[j - 1].form):
        return False  # «هيئة القيمة المضافة»
    return is_measure(form) or bare in words_of("measured", "valued")


def _puts_at(form: str) -> bool:
    """Whether a word says at what a thing is put: «بـ», «بنحو», «بمليون»."""
    return form == "ب" or form in words_of("put.at") or (form[0] == "ب" and is_figure(form[1:]))


def held_at(scene: Scene, i: int, reach: int) -> int | None:
    """Where the toll begins that somebody puts at a figure: «حصر الوزير | عدد الإصابات في 40»; nobody's number is told
    by «تمارينه في ساعتين», «عدد اللاعبين في 20» or «الإصابات في 3 مدن».
    """
    tokens = scene.tokens
    at = next((j for j in range(i + 2, reach - 1) if holds_at(tokens, j, reach)), None)
    if at is None or any(token.kind == "mark" for token in tokens[i + 1 : at]):
        return None
    begin = next((k for k in range(i + 1, at) if tokens[k].form.removeprefix("ال") in words_of("toll")), None)
    if begin is None:
        return _held_against(scene, i, at)
    return begin - (begin > i + 1 and tokens[begin - 1].form in words_of("measured"))


def _held_against(scene: Scene, i: int, at: int) -> int | None:
    """Where the number begins that somebody sets against another's: «تقول النقابة إن 900 معنيون، فيما حصر الوزير | عدد
    المعنيين في 600».
    """
    tokens = scene.tokens
    led = any(has_class(tokens, k, i, "but") == i for k in range(max(scene.first + 1, i - 2), i))
    if not led or not any(is_counted(tokens[k]) for k in range(scene.first, i)):
        return None
    return next((k for k in range(i + 2, at) if _is_object(tokens, k)), None)


def holds_at(tokens: Sequence[Token], at: int, reach: int) -> bool:
    """Whether «في» and a figure stand at a token, and no number of places: «في مئتي ألف», not «في 3 قرى»."""
    unit = tokens[at + 2].form if at + 2 < reach else ""
    placed = is_many(unit) and unit not in words_of("toll")
    return tokens[at].form == _IN and not placed and counts(tokens, at + 1, min(reach, at + 4))


def set_at(scene: Scene, i: int, cue: Cue) -> int | None:
    """Where what somebody sets in time or holds likely begins: «حدد البيان | لحظة الانهيار بالرابعة فجرا»."""
    tokens, reach = scene.tokens, min(scene.last - 1, i + 8)
    kind = words_of("moment") if "moment" in cue.frames else words_of("hypothesis")
    begin = next((j for j in range(i + 1, reach) if tokens[j].form in kind), None)
    if begin is None or begin < i + 2 or any(token.kind == "mark" for token in tokens[i:begin]):
        return None
    dated = any(_tells_time(scene, j) for j in range(begin + 1, min(scene.last, begin + 8)))
    return begin if dated or "moment" not in cue.frames else None


def found_at(scene: Scene, i: int, cue: Cue) -> int | None:
    """Where what somebody found to be so much begins: «حدد المفتش | الخسائر بمليون», «المبلغ المختلس بـ…»; a price, a
    fine or a number of players is set, not found.
    """
    tokens, reach = scene.tokens, min(scene.last - 1, i + 8)
    begin = next((j for j in range(i + 1, reach) if _is_found(tokens, j)), None)
    if begin is None:
        return held_at(scene, i, min(scene.last, i + _HELD))
    if any(token.kind == "mark" or is_preposition(token.form) for token in tokens[i + 1 : begin]):
        return None
    figure = range(begin + 1, min(scene.last - 1, begin + _VALUED))
    at = next((k for k in figure if _puts_at(tokens[k].form)), None)
    return begin if at is not None and cue.tense != "future" else None


def _is_found(tokens: Sequence[Token], j: int) -> bool:
    """Whether what is found and not set stands at a token: «الخسائر», «أضرارها», «المبلغ المختلس»."""
    stem = _stem(tokens[j].form)
    return stem in words_of("lost") or (stem == _SUM and tokens[j + 1].form.removeprefix("ال") in words_of("taken"))


@by_spelling
def _stem(form: str) -> str:
    """A noun without its article or pronoun: «الخسائر», «موقعها»."""
    bare = form.removeprefix("ال")
    return next((bare.removesuffix(end) for end in ("ها", "هم", "ه") if bare.endswith(end) and bare == form), bare)


def _tells_time(scene: Scene, j: int) -> bool:
    """Whether an hour or a day stands at a token: «بالرابعة», «في الثانية»."""
    token = scene.tokens[j]
    found = number_word(token.form.removeprefix("ب").removeprefix("ال"))
    return token.kind == "number" or (found is not None and found.cls == "ordinal") or scene.after_time(j) > j


def counted_at(scene: Scene, i: int) -> int | None:
    """Where the number begins that is counted, with its bound: «أحصت الشرطة | نحو 2500 متظاهر»."""
    tokens = scene.tokens
    comma = next((j for j in range(i + 2, scene.last) if tokens[j].form in COMMAS), scene.last)
    reach = range(i + 2, min(comma, i + 8))
    number = next((j for j in reach if is_counted(tokens[j]) and not is_definite(tokens[j].form)), None)
    if number is None or any(is_event_noun(token.form) for token in tokens[i + 1 + tells(tokens, i + 1) : number]):
        return None
    for j in range(i + 2, number):  # «أحصت السلطات | منذ مطلع السنة 41 جثة»
        if tokens[j].form in words_of("since") or scene.after_time(j) > j:
            return j
    bound = bounds("before").before(tokens, number)
    return number if bound is None else bound[1]
