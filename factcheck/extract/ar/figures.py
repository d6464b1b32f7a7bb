"""Where a figure begins an Arabic claim of its own: parts of a total, further results, restated and new totals."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.commas import counts, is_quantified, is_set_off
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import is_figure
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_event_noun,
    is_function_word,
    is_measure,
    is_preposition,
    word,
    words_of,
)
from factcheck.text import Token, fold

_FROM, _BY = fold("من"), fold("بفارق")
_SENTENCED = 10  # tokens from «بينهم» to the sentence passed on all of them
_NAMED = 5  # tokens of «ومنها» with a name, up to the comma
_LISTED = 7  # tokens of one of the things in a list
_RESTATING = frozenset({"ie", "versus"})


def by_figure(
    tokens: Sequence[Token], i: int, last: int, comma: bool, verb: bool, figure: bool, results: bool
) -> int | None:
    """Where a part of a total begins, or a further result with its own figure: «بينهم شرطي», «وإصابة 40», «، و3.4».

    `verb`, `figure` and `results` tell what the clause before it holds; `None` where none of them begins there.
    """
    part = has_class(tokens, i, last, "part") if figure and is_function_word(tokens[i].form) else 0
    if part and (tokens[i - 1].form.removeprefix("و") == _FROM or has_class(tokens, i - 1, last, "who")):
        return None  # «ومن | بينها حل المجلس», «مطالبهم، التي | من بينها منحهم سكنا»
    if (
        part
        and (word(tokens[i - 1].form).verb is not None or (not comma and _acts(tokens, i - 2)))
        and tokens[i - 1].kind == "word"
        and _is_share(tokens[i].form)
    ):
        return None  # «خرج معظمها», «يقضي السجين نصفها»: the verb's subject or object
    short = tokens[i].form != _FROM and (len(tokens[i].form) <= 4 or has_class(tokens, i, last, "foremost"))
    if part and not comma and any(token.form in words_of("met") for token in tokens[i + 1 : min(last, i + 9)]):
        return None  # «لقي تسعة بينهم 4 أطفال | مصرعهم»
    if part and any(token.form in words_of("sentenced.to") for token in tokens[part : min(last, part + _SENTENCED)]):
        return None  # «معاقبة 8 متهمين بينهم ثلاثة فارين بالسجن المؤبد»
    if part and part < last and (comma or not short):
        return None if is_quantified(tokens, i) or _names_one(tokens, i, last) else i
    found = word(tokens[i].form)
    counted = i + 1 < last and tokens[i + 1].kind == "number" and found.base.endswith(("ها", "هم", "ه"))
    reach = min(last, i + 7)
    measured = (k for k in range(i + 1, reach - 1) if tokens[k].form in COMMAS and is_measure(tokens[k + 1].form[1:]))
    reach = next(measured, reach)  # «يحمل اسمه وتوقيعه، | وثمنها 410 آلاف»
    if found.joined and found.event and not counted and (figure or results) and counts(tokens, i + 1, reach):
        return i
    if not comma:
        return None
    counted = tokens[i].form == "و" and i + 1 < last and tokens[i + 1].kind == "number"
    if figure and (counted or (tokens[i].form[0] == "و" and is_figure(tokens[i].form[1:]))):
        return None if _lists_more(tokens, i + counted, last) else i
    grows = tokens[i].form[0] == "ب" and is_event_noun(tokens[i].form[1:]) and i + 1 < last
    stated = grows and (tokens[i + 1].kind == "number" or tokens[i + 1].form in words_of("its.share"))
    ahead = tokens[i].form == _BY and counts(tokens, i + 1, min(last, i + 3))  # «نالت 7218 صوتا، بفارق 41 صوتا»
    stated = stated or ahead
    if stated and figure and verb:
        return i  # «…، بنمو نسبته 18 في المئة», «…، بزيادة 6 في المئة»
    if not figure or class_names(tokens[i].form).isdisjoint(_RESTATING):
        return None
    for name in ("ie", "versus"):
        end = has_class(tokens, i, last, name)
        if (
            end
            and end < last
            and tokens[end].form not in words_of("at.rate")
            and not has_class(tokens, end, last, "lead")
            and counts(tokens, end, min(last, end + 8))
        ):
            return end  # «، أي 40 شخصا», not «، أي بنسبة 11 في المئة», «، أي قبل 3 أيام»
    return None


def _lists_more(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether only a further thing counted stands at a token, which the verb before takes too: «68 كيلوغراما، | وثلاثة
    زوارق»; none with a verb, place or time of its own.
    """
    end = next((k for k in range(i + 1, min(last, i + _LISTED)) if tokens[k].kind == "mark"), last)
    words = [token.form for token in tokens[i + 1 : end]]
    return bool(words) and not any(
        is_function_word(form) or is_preposition(form) or word(form).verb is not None for form in words
    )


def _names_one(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «ومنها» only names one between commas: «سلمت إلى الولايات، | ومنها وهران، قبل نهاية الشهر»."""
    closing = next((j for j in range(i + 2, min(last - 1, i + _NAMED)) if tokens[j].form in COMMAS), None)
    return closing is not None and not counts(tokens, i, closing) and is_set_off(tokens, i, last)


def _acts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb and its definite subject stand at a token."""
    found = word(tokens[i].form).verb
    return found is not None and not found.weak and tokens[i + 1].form.startswith("ال")


def _is_share(form: str) -> bool:
    """Whether a word takes some of what was told and can be a subject: «معظمها», «نصفهم»; not «بينهم»."""
    return form.startswith(("معظم", "نصف", "ثلث", "ربع", "غالبي", "اغلب", "بعض", "جميع"))


def raises_total(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «ل» and a verb give the new total: «ليرتفع العدد إلى 3200», «ليصبح 55 حالة»."""
    found = word(tokens[i].form[1:]).verb
    if found is None or found.tense != "imperfect" or found.lemma not in words_of("total"):
        return False
    return counts(tokens, i + 1, min(last, i + 8))
