"""Where and in what a thing was done, behind «، في» in an Arabic clause: «، في واد بجبل …», «، في خطوة تحمل …»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.bounds import bounds
from factcheck.extract.ar.calendar import opens
from factcheck.extract.ar.cuts import is_perfect
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.predicates import may_be_verb
from factcheck.extract.ar.report import PREPOSITION_FRAMES
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import (
    Cue,
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.text import Token, fold

_IN = fold("في")
_IN_IT = frozenset(map(fold, ("فيه", "فيها", "عنده", "عندها", "عليه", "عليها")))
_ACTING = 6  # tokens of a verb and its subject, with a comma
_TIME = 7  # tokens of a time between commas
_PLACE = 12  # tokens of a place with what describes it
_ASIDE = 16  # tokens to the comma that closes a relative clause


def placed_fact(tokens: Sequence[Token], begin: int, i: int, last: int) -> int | None:
    """Where a fact told of what a thing was done in begins, behind a comma and «في»: «، في | خطوة تحمل …»; not where it
    came about: «هوت الحافلة، مساء السبت، | في واد يبلغ عمقه …».
    """
    indefinite = tokens[i].form == _IN and i + 3 < last and not is_definite(tokens[i + 1].form)
    near = next((k for k in range(i + 2, min(last, i + 5)) if tokens[k].form in COMMAS), min(last, i + 5))
    told = indefinite and (_acts(tokens, i + 2, near) or _may_act(tokens, i + 2, min(near, i + 4)))
    goes_on = told and (_is_where(tokens, i + 1, near, last) or _awaits_object(tokens, begin, i, last))
    goes_on = goes_on or (told and (_measures_it(tokens, i + 2, near) or _is_behind_time(tokens, begin, i)))
    if told and not goes_on and tokens[i + 1].form not in words_of("in.view"):
        return i + 1  # «، في خطوة تحمل …»
    return None


def _measures_it(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a verb of measure and a noun with its pronoun stand in a stretch: «يبلغ | عمقه»."""
    measure = first + 1 < last and bounds("verb").at(tokens, first) is not None
    return measure and tokens[first + 1].form.endswith(("ه", "ها"))


def _is_behind_time(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether a time between two commas ends before token `i`: «هوت الحافلة، | مساء السبت، | في …»."""
    opening = next((k for k in range(i - 2, max(begin, i - _TIME), -1) if tokens[k].form in COMMAS), i)
    return opening + 1 < i - 1 and opens(tokens[opening + 1].form)


def _may_act(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(may_be_verb(token.form) for token in tokens[first:last])


def _acts(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a past verb stands in a stretch, and is no noun: «في اجتماع غير عادي استضافه …»."""
    found = [word(token.form) for token in tokens[first:last]]
    verbs = [one.verb for one in found if one.verb and not one.verb.weak and not one.joined]
    return any(verb.tense == "perfect" and verb.lemma not in words_of("held") for verb in verbs)


def _is_where(tokens: Sequence[Token], i: int, near: int, last: int) -> bool:
    """Whether a noun behind «، في» is only where a thing was done: «في واد بجبل …», «في شارع تمنع الوقوف فيه لوحة»."""
    form = tokens[i + 1].form
    if form[0] in "بل" and word(form).verb is None and form not in words_of("negates"):
        return not any(is_perfect(token) for token in tokens[i + 1 : near])
    until = min(last, i + _PLACE)
    comma = next((k for k in range(i + 1, until) if tokens[k].form in COMMAS), until)
    return any(token.form in _IN_IT for token in tokens[i + 2 : comma])


def _awaits_object(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether only a verb and its subject stand before an aside, and its object behind: «مدد المجلس، في | جلسة استمرت
    ساعتين، العمل بالقانون»; or «أن»: «ينتظر المحللون، في | مذكرة صدرت أمس، أن …».
    """
    closing = next((j for j in range(i + 3, min(last - 1, i + _ASIDE)) if tokens[j].form in COMMAS), None)
    if closing is not None and has_class(tokens, closing + 1, last, "that") and word(tokens[begin].form).verb:
        return True
    if closing is None or word(tokens[begin].form).verb is None or i - begin > _ACTING:
        return False
    behind, named = tokens[closing + 1].form, tokens[begin + 1 : i - 1]
    noun = behind.startswith("ال") and word(behind).verb is None and not is_function_word(behind)
    return noun and all(token.kind == "word" and not is_preposition(token.form) for token in named)


def is_of_adverb(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether a noun only belongs to when or where a thing was said, by a preposition its verb does not ask for."""
    before, form = scene.tokens[i - 1].form, scene.tokens[i].form
    if form.startswith("بال") and not (is_event_noun(form[3:]) or looks_like_masdar(form[3:])):
        return scene.tokens[i - 2].kind == "word"  # «أفادت صاحبة معصرة بالرمانة، …، أنها …»
    asked = any(before == folded and f"{asks}+np" in cue.frames for folded, asks in PREPOSITION_FRAMES)
    return (is_preposition(before) or before in words_of("tells.when")) and not asked
