"""What makes an Arabic clause: a finite verb where one stands, a figure, a circumstance told by a participle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factcheck.extract.ar.duals import dual, is_many, nouns
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.verbs import verb, verb_forms
from factcheck.extract.ar.words import Word, has_class, is_definite, is_function_word, is_preposition, word, words_of
from factcheck.lang import rows
from factcheck.text import Token, by_spelling, fold

_LOST = fold("فقد")
_FLED, _COUNTED = fold("وفر"), 6  # tokens among which those counted stand
_PRESENT = 4  # letters of a plain present: «يقلب»
_LEAD = 9  # tokens of what a clause opens with before its verb
_ANNOUNCES = 9  # tokens before a verb among which «أما» calls for its «ف»


def has_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a finite verb stands among the half-open tokens."""
    negates = words_of("negates")
    if first < last and tokens[first].form[1:] in negates:
        return True
    for i in range(first, last):  # `any` costs a third more
        if is_verb_here(tokens, i, last) or tokens[i].form in negates:
            return True
    return past_place(tokens, first, last) > first


def past_place(tokens: Sequence[Token], first: int, last: int) -> int:
    """The verb in the past of a clause behind the place or time that it opens with, `first` where none stands so:
    «وفي بلدة النور، | صعد المرشح إلى المنصة».
    """
    opening = tokens[first].form.removeprefix("و") if first < last else ""
    if not (is_preposition(opening) or opening in words_of("opens.scene")):
        return first
    if first + 3 < last and is_definite(tokens[first + 1].form) and is_definite(tokens[first + 3].form):
        met = word(tokens[first + 2].form).verb  # «وعند الظهر حضر المدير»
        if met is not None and met.tense == "perfect":
            return first + 2
    at = next((k for k in range(first + 1, min(last, first + _LEAD)) if tokens[k].form in COMMAS), last) + 1
    found = word(tokens[at].form).verb if at + 1 < last else None
    return at if found is not None and found.tense == "perfect" and tokens[at + 1].kind == "word" else first


def is_verb_here(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether token `i` is a finite verb: by its form, or between a definite subject and a preposition or number."""
    form = tokens[i].form
    found = word(form).verb if form != _LOST else opening_word(tokens, i).verb
    if found is None or not found.weak:
        return found is not None
    if i + 1 >= last or found.tense == "future":
        return found.tense == "future"
    if tokens[i].form[0] == "ف" and word(tokens[i].form).joined and _is_announced(tokens, i):
        return True  # «أما الفندق ففتح أبوابه»
    before, after = tokens[i - 1].form, tokens[i + 1]
    if i > 0 and before[-2:] == "قد" and (before in words_of("already") or before in words_of("indeed")):
        return True  # «وقد وصل العدد إلى 46»
    if tokens[i].form[0] == "ت" and before.endswith("ة") and not is_definite(before):
        return True  # «خطوة تحمل …»
    follows = after.kind in ("number", "mark") or is_preposition(after.form)
    return i > 0 and is_definite(before) and follows


def opening_word(tokens: Sequence[Token], i: int) -> Word:
    """The reading of a word; behind «الذي» the verb «فقد», he lost, which elsewhere is «ف» and «قد».

    Before a number of people «وفر» is «و» and «فر», they fled, and provides nothing: «وفر نحو 40 شخصا من القرية».
    """
    if tokens[i].form == _FLED and _counts_people(tokens, i + 1):
        fled = word(f"{_FLED}وا")
        return replace(fled, base=_FLED[1:], verb=fled.verb and replace(fled.verb, agreement="m"))
    if tokens[i].form != _LOST or not i or not has_class(tokens, i - 1, i, "who"):
        return word(tokens[i].form)
    lost = word(f"{_LOST}ت").verb
    return Word(_LOST, False, None, lost and replace(lost, agreement="m"), False)


def _counts_people(tokens: Sequence[Token], first: int) -> bool:
    """Whether a number of people stands at a token, with what says how sure it is: «نحو 40 شخصا»; not behind who
    provides them («وفر المشروع | نحو 40 عاملا»).
    """
    for i in range(first, min(len(tokens), first + _COUNTED)):
        if tokens[i].kind == "mark" or (is_definite(tokens[i].form) and not is_figure(tokens[i].form)):
            return False
        if not {tokens[i].form, tokens[i].form.removesuffix("ا")}.isdisjoint(_people()):
            return i > first and (tokens[i - 1].kind == "number" or is_figure(tokens[i - 1].form))
    return False


@cache
def _people() -> frozenset[str]:
    counted = {row[0] for row in rows("ar", "measures") if row[1] == "people"}
    return frozenset(map(fold, counted | {row[0] for row in rows("ar", "nouns") if "h" in row[2]}))


def _is_announced(tokens: Sequence[Token], i: int) -> bool:
    """Whether «أما» stands shortly before a token, with no mark between but a comma right before it."""
    behind = i - 1 - (tokens[i - 1].form in COMMAS)
    for j in range(behind, max(-1, i - _ANNOUNCES), -1):
        if tokens[j].kind == "mark":
            return False
        if is_function_word(tokens[j].form) and has_class(tokens, j, i, "topic"):
            return True
    return False


def has_any_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether any word among the half-open tokens can be a verb, a noun as well or not."""
    return any(word(token.form).verb is not None for token in tokens[first:last])


@by_spelling
def may_be_verb(form: str) -> bool:
    """Whether a form can be an imperfect, by the list or by its first letter."""
    found = word(form).verb
    return (found is not None and found.tense in ("imperfect", "future")) or (form[0] in "يت" and len(form) > 3)


def acts_unlisted(tokens: Sequence[Token], first: int) -> bool:
    """Whether a present no list knows stands behind one definite noun and before another: «الفريق | يقلب الطاولة»."""
    if first + 2 >= len(tokens) or not is_definite(tokens[first].form) or is_preposition(tokens[first].form):
        return False
    form, behind = tokens[first + 1].form, tokens[first + 2].form
    shaped = form[0] == "ي" and len(form) == _PRESENT and form not in nouns() and not form.startswith("يوم")
    return shaped and may_be_verb(form) and is_definite(behind) and not behind.endswith("ي")


@by_spelling
def does_meanwhile(form: str) -> bool:
    """Whether a word behind «وهو» is what somebody does: a listed imperfect that tells nothing, or a short «يهم»,
    «يهز»; no «وهو | يوم».
    """
    found = word(form)
    if found.verb is not None:
        return found.cue is None and not found.verb.weak and found.verb.tense == "imperfect"
    return form[:1] == "ي" and len(form) == 3 and form not in nouns()


def speaks_as_person(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a word behind a verb of saying tells what only a person does: «ضاحكة», «وهي تجمع أوراقها»."""
    if i + 1 >= last:
        return False
    does = tokens[i].form in words_of("and.he") and tokens[i].form[0] == "و" and may_be_verb(tokens[i + 1].form)
    return does or tokens[i].form in words_of("person.does")


@by_spelling
def is_figure(form: str) -> bool:
    """Whether a form counts something: a number word, a dual, «عشرات»."""
    return form in words_of("figure") or number_word(form) is not None or _is_certain_dual(form)


def speaks_of_us(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether somebody's own words begin at a token: a verb in the first person there, or «بيوتنا» further on."""
    found = verb(tokens[first].form)
    if found is not None and found.first_person:
        return True
    if text[tokens[first].start : tokens[first].end].endswith("نّا"):
        return True  # «دفنّا»
    return any(_is_ours(token.form) for token in tokens[first:last])


@by_spelling
def _is_ours(form: str) -> bool:
    if form in words_of("i.or.we") or form in words_of("us"):
        return True
    stem = form[:-2] if len(form) > 4 and form.endswith("نا") and not is_definite(form) else ""
    plural = stem.endswith("ات") or (stem != "" and is_many(stem))
    past = verb_forms().get(stem)
    return plural or (past is not None and past.tense == "perfect" and past.agreement == "m")


@by_spelling
def is_circumstance(form: str) -> bool:
    """Whether a form opens a circumstance by a participle: «مستخدمة التسمية …», «متجاوزا …»."""
    return (
        len(form) >= 5 and form[0] == "م" and form[-1] in "اةن" and word(form).cue is None and word(form).verb is None
    )


def _is_certain_dual(form: str) -> bool:
    found = dual(form)
    return found is not None and found.certainty == "dual"


def is_kana(form: str) -> bool:
    """Whether a form is of «كان»."""
    found = word(form).verb
    return found is not None and found.lemma == "كان"
