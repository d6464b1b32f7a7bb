"""What cutting an Arabic sentence leaves over: a single word, or a time said before its clause, goes to a neighbour."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.predicates import has_verb, is_figure
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_definite,
    is_event_noun,
    is_preposition,
    word,
    words_of,
)
from factcheck.text import Token, fold

Range = tuple[int, int]


_CHARGES = frozenset(map(fold, ("تهمة", "تهمتي", "تهم")))
_FEW = 4  # tokens of a noun and its verb, with the comma
_NAMED, _ASIDE = 7, 12  # tokens of a name with «لا» and another, of what is told aside of it
_NOT = fold("لا")
_WEIGHT = {"word": 1, "number": 2, "line": 1}


def has_words(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether at least two words stand in a stretch, or a figure: «يتحدث الاتحاد عن | 17، وقائمة الأسماء تضم 16»."""
    told = 0
    for i in range(first, last):
        told += _WEIGHT.get(tokens[i].kind, 0)
        if told >= 2:
            return True
    return False


def has_enough(tokens: Sequence[Token], first: int, last: int, fewest: int) -> bool:
    """Whether at least so many words and numbers stand in a stretch."""
    told = 0
    for i in range(first, last):
        told += tokens[i].kind != "mark"
        if told >= fewest:
            return True
    return False


def joined_fragments(tokens: Sequence[Token], found: list[Range]) -> list[Range]:
    """The clauses with one-word leftovers put back to the clause before, and a time, a subject, a verb that waits for
    its object and an «أن» before quoted words to the clause they belong to.
    """
    kept: list[Range] = []
    for first, last in found:
        if kept and (not has_enough(tokens, first, last, 2) or _goes_with_next(tokens, *kept[-1], first)):
            kept[-1] = (kept[-1][0], last)
        else:
            kept.append((first, last))
    return kept


def _goes_with_next(tokens: Sequence[Token], first: int, last: int, following: int) -> bool:
    """Whether a stretch is no clause without the one that begins at token `following`."""
    stretch = (first, last, following)
    waits = _awaits_predicate(tokens, *stretch) or _awaits_object(tokens, *stretch) or _acts_amid(tokens, *stretch)
    return waits or _is_time_before(tokens, *stretch) or _breaks_off(tokens, last)


def _is_time_before(tokens: Sequence[Token], first: int, last: int, following: int) -> bool:
    """Whether a stretch is only a time or place said before its clause: «منذ 36 سنة | وأنا أناقش …»."""
    if last != following or last - first > 5 or has_verb(tokens, first, last):
        return False
    if has_class(tokens, first + 1, last, "that"):
        return False  # «بعد أن نفد الوقود، | أغلقت المحطات»
    return is_preposition(tokens[first].form) or bool(has_class(tokens, first, last, "aside"))


def _awaits_predicate(tokens: Sequence[Token], first: int, last: int, following: int) -> bool:
    """Whether a stretch behind «أن» only names what the next tells of: «إن الجمهور، لا النقاد، | هو من …», «أن أكبر
    المصانع، ويقع في الشمال، | ينتج …»; not «أن السبب الإهمال، وأن …».
    """
    that = first > 0 and bool(has_class(tokens, first - 1, first, "that"))
    if not that or last != following or last - first > _NAMED or tokens[last - 1].form not in COMMAS:
        return False
    words = [token.form for token in tokens[first:last] if token.form not in COMMAS]
    named = all(is_definite(form) or form == _NOT for form in words[1:]) and word(words[0]).verb is None
    behind = tokens[following].form
    acts = word(behind).verb is not None and not is_event_noun(behind)
    placed = word(behind).joined and not any(t.form in COMMAS for t in tokens[following + 1 : following + _ASIDE])
    return named and not is_preposition(words[0]) and ((acts and not placed) or behind in words_of("bare.he"))


def _breaks_off(tokens: Sequence[Token], last: int) -> bool:
    """Whether a stretch ends in the «أن» that leads to quoted words: «إنها تخشى أن | "يتضاعف العدد …"»."""
    at = last - 1 - (tokens[last - 1].kind == "mark")
    return "that" in class_names(tokens[at].form)


def _awaits_object(tokens: Sequence[Token], first: int, last: int, following: int) -> bool:
    """Whether a noun and its verb alone stand before commas and what the verb is done to: «أن الشركة تدرس، في حال
    انخفضت الفائدة، | إعادة تمويل القرض».
    """
    at = following - (is_preposition(tokens[following - 1].form) and tokens[following - 2].form in COMMAS)
    if last not in (following, at) or not 2 < last - first <= _FEW or tokens[last - 1].form not in COMMAS:
        return False
    found = word(tokens[last - 2].form).verb
    placed = is_preposition(tokens[at].form) and tokens[at].form not in words_of("meanwhile")
    closed = any(tokens[k].form in COMMAS for k in range(at + 2, min(len(tokens), at + _ASIDE)))
    return found is not None and found.tense == "imperfect" and not found.weak and placed and closed


def _acts_amid(tokens: Sequence[Token], first: int, last: int, following: int) -> bool:
    """Whether a verb and its subject alone stand before commas, and behind them how it ends: «أخفقت اللجنة، في ختام
    اجتماعها، | في الاتفاق على الحصص», «وجهت النيابة للمتهم، وهو حارس، | تهمة التعطيل».
    """
    found = word(tokens[first].form).verb
    plain = found is not None and found.tense == "perfect" and tokens[last - 1].form in COMMAS
    if not plain or not 3 < last - first <= _NAMED or any(is_preposition(t.form) for t in tokens[first + 1 : last - 1]):
        return False
    led = tokens[following - 1].form if following > last else tokens[following].form
    comma = next((k for k in range(following + 1, min(len(tokens), following + _ASIDE)) if tokens[k].form in COMMAS), 0)
    if not comma or comma + 2 >= len(tokens) or has_verb(tokens, comma + 1, comma + 3):
        return False
    behind = tokens[comma + 1].form
    amid = led in words_of("and.he") and (is_event_noun(behind) or behind in _CHARGES)
    return amid or (is_preposition(led) and is_preposition(behind))


def second_act(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the second of two acts promised begins, each with its figure: «بإعادة …، | وبتوزيع …»; 0 for none."""
    for i in range(first + 3, last - 2):
        act = tokens[i].form[2:] if tokens[i].form[:2] == "وب" else ""
        if act and (is_event_noun(act) or looks_like_masdar(act)) and tokens[first].form[0] == "ب":
            return i if _is_figured(tokens, first, i) and _is_figured(tokens, i, last) else 0
    return 0


def _is_figured(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a figure stands among the tokens."""
    return any(token.kind == "number" or is_figure(token.form) for token in tokens[first:last])
