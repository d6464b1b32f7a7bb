"""What shows that an Arabic verb leaves out its subject: words behind it that can only be its object or its place."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.duals import is_many, nouns
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.verbs import Verb
from factcheck.extract.ar.words import is_definite, is_event_noun, words_of
from factcheck.text import Token, by_spelling, fold

_FEMALE = ("ة", "ات")
_FEW = range(3, 11)  # what is counted by a number of the other gender: «ثلاثة موظفين»
_WHICH = frozenset(map(fold, ("آخر", "أول", "كل", "جميع", "بعض", "عدة", "أي")))


def takes_object(found: Verb, tokens: Sequence[Token], k: int) -> bool:
    """Whether what stands at `k`, behind a verb, cannot be its subject by its gender or by the letter before it:
    «أوقفت | القتال», «برأت | ثلاثة موظفين», «يفرض | غرامات», «خضعت | لآخر صيانة»; not «ارتفعت | الأرباح».
    """
    form = tokens[k].form if k < len(tokens) else ""
    if len(form) < 3 or tokens[k].kind != "word":
        return False
    if _is_led(form):
        return True
    if found.lemma in words_of("grows"):
        return False
    if found.agreement == "m":
        known = is_definite(form) or form in nouns() or is_event_noun(form) or form.removesuffix("ات") + "ة" in nouns()
        return (form.endswith(_FEMALE) and known) or (_counts_few(form) and not form.endswith("ة"))
    if found.agreement != "f":
        return False
    return _is_one_thing(form) or (_counts_few(form) and form.endswith("ة"))


@by_spelling
def _is_led(form: str) -> bool:
    """Whether the preposition before a noun is written with it: «بالأيدي», «لآخر»."""
    if form[0] not in "بل" or len(form) < 4 or form in nouns():
        return False
    bare = form[1:]
    known = bare in nouns() or bare.removeprefix("ال") in nouns() or is_event_noun(bare.removeprefix("ال"))
    return bare in _WHICH or (known and len(bare) > 3)


@by_spelling
def _is_one_thing(form: str) -> bool:
    """Whether a form is one definite thing of masculine gender: «القتال»; not «الأرباح»."""
    bare = form.removeprefix("ال")
    one = is_event_noun(bare) or (bare in nouns() and not is_many(bare))
    return form.startswith("ال") and one and not bare.endswith((*_FEMALE, "اء", "ى", "ا"))


@by_spelling
def _counts_few(form: str) -> bool:
    word = number_word(form)
    return word is not None and not word.conjoined and word.value in _FEW and word.cls in ("unit", "ten")
