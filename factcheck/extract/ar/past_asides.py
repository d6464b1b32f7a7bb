"""What only tells of an Arabic speaker between his verb and his words: an aside, how he keeps his name back."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.words import Cue, has_class, own_classes, word, words_of
from factcheck.text import Token, fold

_THAT = frozenset({"that", "that+"})
_ON, _TONGUE, _LACK = fold("على"), fold("لسان"), fold("عدم")
_THAT_NOT = frozenset(map(fold, ("أن", "ألا")))
_BE_KNOWN = frozenset(map(fold, ("يعرف", "تعرف", "يسمى", "تسمى", "يشار")))


def past_aside(tokens: Sequence[Token], j: int, reach: int) -> int:
    """The conjunction behind what describes the speaker between commas: «قال النادي، الذي أعلن إفلاسه، | إن …»."""
    mouth = j + 2 < reach and tokens[j].form == _ON and tokens[j + 1].form == _TONGUE  # «على لسان رئيسها يزيد قاسم،»
    mouth = mouth or (j > 1 and bool(has_class(tokens, j, reach, "source")))  # «بحسب ما ذكرت الصحيفة،»
    who = (
        has_class(tokens, j, reach, "who") or _takes_paper_up(tokens, j, reach) or tokens[j].form in words_of("and.he")
    )
    if not mouth and (tokens[j - 1].form not in COMMAS or not who):
        return j  # «أوضحت سعاد عطية، | وهي موظفة متقاعدة، أنها …»
    comma = next((k for k in range(j + 1, reach - 1) if tokens[k].form in COMMAS), j)
    told = comma > j + 2 and not any("that" in own_classes(token.form) for token in tokens[j:comma])
    return comma + 1 if told and not own_classes(tokens[comma + 1].form).isdisjoint(_THAT) else j


def _takes_paper_up(tokens: Sequence[Token], j: int, reach: int) -> bool:
    """Whether a verb with its pronoun tells who has seen what speaks: «تفيد محاضر، | اطلعت عليها «النور»، بأن …»."""
    seen = tokens[j].form in words_of("meets.outlet", "given.out") and not word(tokens[j].form).joined
    return seen and j + 1 < reach and tokens[j + 1].form in words_of("about.him", "to.him")


def past_hidden(tokens: Sequence[Token], j: int, reach: int) -> int:
    """The token behind how a source keeps his name back: «قال تاجر | فضل أن يعرف باسم نور إن …», «الرجل الذي | طلب ألا
    ينشر اسمه»; `j` where none does.
    """
    if tokens[j].form in words_of("negates") and tokens[j - 1].form in COMMAS:  # «مسؤول، لم يكشف عن هويته، إن …»
        return next((k + 1 for k in range(j + 2, min(reach, j + 6)) if tokens[k].form in words_of("his.name")), j)
    if tokens[j].form not in words_of("prefers") or j + 3 >= reach:
        return j
    if tokens[j + 1].form == _LACK:  # «صاحبة معصرة، فضلت | عدم ذكر اسمها، أنها …»
        return next((k + 1 for k in range(j + 2, min(reach, j + 6)) if tokens[k].form in words_of("his.name")), j)
    named = tokens[j + 1].form in _THAT_NOT and tokens[j + 2].form in _BE_KNOWN
    end = next((k + 1 for k in range(j + 2, min(reach, j + 6)) if tokens[k].form in words_of("his.name")), j)
    return j + 5 if named and j + 5 < reach else end if tokens[j + 1].form in _THAT_NOT else j


def only_describes(tokens: Sequence[Token], j: int, other: Cue) -> bool:
    """Whether a verb of saying only tells of the speaker: «قال فلان وهو | يجمع أغصانا إن …», «تقول الجامعة، في وثيقة |
    اطلعت عليها «الغد»، إن …», «أكد ثلاثة تجار | تحدثوا إلى «النور» أنهم …», where no main verb is in the plural.
    """
    if tokens[j - 1].form in words_of("and.he"):
        return True
    plural = other.agreement == "p" and not word(tokens[j].form).joined and not has_class(tokens, j - 1, j, "who")
    return tokens[j - 1].kind == "word" and (plural or tokens[j].form in words_of("meets.outlet", "given.out"))
