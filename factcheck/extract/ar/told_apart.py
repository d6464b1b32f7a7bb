"""How far the phrase goes that tells one thing apart from others of its kind: «وزارة | التربية», «الجامعة | العامة»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.extract.ar.duals import dual, is_many, nouns, singular_of
from factcheck.extract.ar.name_parts import name_words
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.words import is_definite, is_event_noun, is_function_word, is_preposition, word, words_of
from factcheck.extract.layout import Layout
from factcheck.lang import rows
from factcheck.lang.actors import place_at
from factcheck.text import Token, fold

_LONGEST = 4  # tokens of what tells a noun apart
_BETWEEN = fold("بين")
_SONS_OF = frozenset(map(fold, ("بني", "آل", "أبو", "أبي", "ابن", "أولاد", "سيدي", "لالة")))
_HONOURED = frozenset(map(fold, ("النبي", "الملك", "الملكة", "الشيخ", "الإمام", "الأمير", "القديس", "السلطان")))


def phrase_end(layout: Layout, at: int, definite: bool) -> int:
    """The token after what tells the noun at a token apart: «وزارة | التربية», «الجامعة | العامة للتعليم».

    A phrase that no definite noun, name or adjective ends is cut off somewhere: then the token itself.
    """
    tokens = layout.tokens
    end, reach = at + 1, min(len(tokens), at + 1 + _LONGEST)
    while end < reach and _tells_apart(tokens, at, end, definite):
        end += 1
    behind = tokens[end].form if end < len(tokens) and tokens[end].kind == "word" else ""
    if not definite and end > at + 1 and behind.startswith("ال") and not is_function_word(behind):
        described = tokens[end].form.endswith(("ي", "ية")) and tokens[end].form[2:] not in nouns()
        if _is_ordinal(tokens[end].form) or described:
            end += 1  # «صندوق القلم | السادس», «كابل الألياف | الضوئية»
        elif _is_shaped(tokens[end].form):
            end += 1  # «سجن التل | الأحمر»
        elif tokens[end].form not in _days():
            return at
    if at + 2 < len(tokens) and tokens[at + 1].form in _SONS_OF and tokens[at + 2].kind == "word":
        return at + 3  # «بلدية بني | سليمان»
    act = looks_like_masdar(tokens[at].form) or is_event_noun(tokens[at].form)
    if act and end > at + 1 and tokens[at + 1].form[0] == "ب":
        return at  # «نقل بصحراوي المنيا»
    if act and any(token.form in name_words("given") for token in tokens[at + 1 : end]):
        return at  # «انتخاب شوقي نقيبا»
    ended = tokens[end - 1].form
    if end > at + 1 and ended in _HONOURED and behind and not is_definite(behind) and not is_function_word(behind):
        return end + 1  # «قصر النبي | داود»
    if end > at + 1 and (ended.startswith(("ال", "وال", "لل")) or ended in name_words("given")):
        return end
    described = not definite and end > at + 1 and _is_adjective(tokens[at + 1].form)
    placed = not definite and end > at + 1 and place_at(layout.text, tokens, at + 1, layout.lang)
    if placed and not placed.clitic:
        return placed.last  # «مطار | مالقة»
    if not described:
        return at
    end = at + 2
    while end < reach and all(_is_related(token.form) for token in tokens[end - 1 : end + 1]):
        if tokens[end].form in _beside():
            break
        end += 1  # «بعثة عراقية | إيطالية»
    return end  # «كابل بحري | قبالة ساحل صحار»


def may_be_name(token: Token) -> bool:
    """Whether a bare word that no list knows may be a name: «مالقة»."""
    form = token.form
    if token.kind != "word" or form.endswith(("ي", "ية", "ها")) or form[0] in "بلوك" or form in _beside():
        return False
    known = form in nouns() or singular_of(form) is not None or is_many(form) or looks_like_masdar(form)
    return not (known or is_function_word(form) or is_definite(form) or word(form).verb or dual(form))


def _is_shaped(form: str) -> bool:
    """Whether a definite word has the shape of a colour or a rank: «الأحمر», «الكبير», «العام»."""
    bare = form.removeprefix("ال")
    return (len(bare) == 4 and bare[0] == "ا" and bare[2] != "ا") or bare in words_of("size")


def _tells_apart(tokens: Sequence[Token], at: int, end: int, definite: bool) -> bool:
    form, before = tokens[end].form, tokens[end - 1].form
    if tokens[end].kind != "word" or is_function_word(form) or is_preposition(form) or len(form) < 3:
        return False
    found = word(form)
    acts = found.verb is not None and found.verb.lemma != found.base and not found.verb.weak
    purpose = word(form[1:]) if form[0] == "ل" and form not in nouns() else found
    so_that = purpose is not found and purpose.verb is not None and purpose.verb.tense == "imperfect"  # «ليحلوا»
    if (
        found.cue is not None
        or acts
        or (so_that and not purpose.event)
        or form.endswith(("ها", "هم", "هما"))
        or (form.endswith("ه") and form[:-1] in nouns())  # «دخل إضراب العمال | أسبوعه الثاني»
        or form in _beside()
    ):
        return False
    if form in words_of("set.in.time"):
        return False  # «المباراة | المقبلة»
    if form.startswith("وال"):
        between = at > 0 and tokens[at - 1].form == _BETWEEN  # «بين وزارة الثقافة | والبلدية»
        return not definite and end == at + 2 and is_definite(before) and not between
    if form.startswith("لل") and not definite and is_definite(tokens[at + 1].form) and is_event_noun(form[2:]):
        return False  # «جسر المدينة | للصيانة»
    if form.startswith("لل"):
        return end > at + 1 and not before.startswith("لل") and f"ال{form[2:]}" not in _days()
    if form.startswith("ال"):
        return not (definite or is_definite(before)) or _describes(tokens[at].form, form)
    if form in name_words("given"):
        return not definite and end > at + 1 and is_definite(before)
    attached = form[0] in "بلكوف" and (is_definite(form) or found.joined or singular_of(form[1:]) is not None)
    return not definite and not attached and not is_definite(before)


def _describes(noun: str, form: str) -> bool:
    """Whether a definite word is an adjective of a noun: of origin or kind, and of its gender."""
    return form.endswith("ة" if noun.endswith("ة") else "ي") and not is_many(form[2:])


def _is_ordinal(form: str) -> bool:
    found = number_word(form.removeprefix("ال"))
    return found is not None and found.cls == "ordinal"


@cache
def _days() -> frozenset[str]:
    """The words of time that can stand behind a name, and are no part of it: «اليوم», «الماضي», «الاثنين»."""
    words = {fold(row[0]) for row in rows("ar", "calendar") if row[1] not in ("planned", "announces")}
    return frozenset(words | {f"ال{form}" for form in words})


@cache
def _beside() -> frozenset[str]:
    """The sides on which a place lies, which tell a noun apart by nothing of its own: «غاز جنوب العراق», «قبالة»."""
    return frozenset(fold(row[0]) for row in rows("ar", "place_words") if row[1] in ("side", "preposition"))


def _is_adjective(form: str) -> bool:
    """Whether a bare word behind a bare noun is no part of a longer phrase: «تصادم قطارين», «اجتماع طارئ»."""
    return dual(form) is not None or _is_related(form)


def _is_related(form: str) -> bool:
    """Whether a bare word is an adjective of relation: «عراقية», «بحري»."""
    return form.endswith(("ي", "ية")) and form not in nouns() and not is_function_word(form)
