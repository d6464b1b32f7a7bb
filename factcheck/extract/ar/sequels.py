"""What takes up the clause before it in an Arabic sentence: «، ما أفقد …», «وهو ما نفته …», «الأمر الذي …»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.verbs import verb_forms
from factcheck.extract.ar.words import has_class, is_definite, is_event_noun, is_function_word, word, words_of
from factcheck.lang import rows
from factcheck.text import Token, fold

THE_THING, _WHICH, _THAT = fold("الأمر"), fold("الذي"), fold("ذلك")
_AND_NOT, _ANY = frozenset(map(fold, ("ولم", "ولا", "ولن"))), fold("أي")
_AND_HE = frozenset(map(fold, ("وهو", "وهي")))


def leads_on(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «، ما» and a past verb tell what came of it: «تراجعت الليرة، ما أفقد الناس …»; not «ما زال»."""
    if tokens[i].form != fold("ما") or tokens[i - 1].form not in COMMAS or i + 2 >= last:
        return False
    found = verb_forms().get(tokens[i + 1].form)
    return found is not None and found.tense == "perfect" and not found.weak and found.lemma not in words_of("still")


def nobody_did(tokens: Sequence[Token], i: int) -> bool:
    """Whether «ولم» and a verb tell what nobody has done, with a subject of its own: «شكا الأهالي من …، | ولم تجر أي
    جهة فحصا»; not «ولم يتلقوا أي رد», which those who speak did not get.
    """
    if tokens[i - 1].form not in COMMAS or tokens[i].form not in _AND_NOT or i + 3 >= len(tokens):
        return False
    own = tokens[i + 1].form.endswith("وا")
    return not own and (tokens[i + 2].form == _ANY or tokens[i + 2].form in words_of("nobody"))


def brings_about(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether what came of it is told with no comma: «شب حريق … | أدى إلى …», «الأمر الذي …», «ليؤدي ذلك إلى …»."""
    form, found = tokens[i].form, word(tokens[i].form)
    if i + 2 >= last or i - begin < 3:
        return False
    if form == THE_THING:
        return tokens[i + 1].form == _WHICH
    if form[0] == "ل" and tokens[i + 1].form == _THAT:
        led = word(form[1:]).verb
        return led is not None and led.lemma in words_of("leads")
    opening = word(tokens[begin].form).verb
    if found.verb is None or found.joined or found.verb.lemma not in words_of("leads") or opening is None:
        return False
    before, own = word(tokens[i - 1].form), tokens[i + 1].form.endswith(("ه", "ها", "هم"))  # «أدى سقوطه إلى …»
    if own and not is_function_word(tokens[i + 1].form):
        return False
    relative = any(has_class(tokens, k, i, "who") for k in range(begin + 1, i))
    bound = relative or before.verb is not None or is_function_word(tokens[i - 1].form)
    return found.verb.tense == "perfect" and opening.tense == "perfect" and not bound


def tells_what_is(tokens: Sequence[Token], i: int) -> bool:
    """Whether «وهي» and a bare noun tell what a thing told before is: «شراء المصنع، | وهو معمل للورق», not «وهو يبكي»,
    «وهي 40 طنا», «وهي مغلقة».
    """
    if tokens[i].form not in _AND_HE or i + 2 >= len(tokens) or tokens[i - 1].form not in COMMAS:
        return False
    noun, behind = tokens[i + 1], tokens[i + 2]
    bare = noun.kind == "word" and not (is_definite(noun.form) or is_function_word(noun.form))
    found = (word(token.form).verb for token in tokens[i + 2 : i + 4])
    named = noun.form in nouns() or noun.form in _callings() or any(f and f.tense == "imperfect" for f in found)
    verbal = word(noun.form).verb is not None and noun.form not in nouns()
    return bare and named and not verbal and number_word(noun.form) is None and behind.kind == "word"


@cache
def _callings() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "offices"))


def describes_named(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether a clause that only names an act ends before «وهي» and a noun with a verb or figure of its own: «استعادة
    الفشقة، | وهي سهل تبلغ مساحته 260 كيلومترا».
    """
    act = tokens[begin].form.removeprefix("ب")
    if i - begin < 3 or is_definite(act) or not (is_event_noun(act) or looks_like_masdar(act)):
        return False
    told = any(token.kind == "number" or word(token.form).verb is not None for token in tokens[i + 2 : last])
    return told and tells_what_is(tokens, i) and not any(token.form in COMMAS for token in tokens[i + 1 : last])


def takes_up(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «وهو ما» takes up the clause before it: «…، وهو ما نفته الوزارة» is what the article says of it."""
    if tokens[i].form == THE_THING and i + 2 < last and tokens[i + 1].form == _WHICH:
        return True
    he = has_class(tokens, i, last, "he")
    if not he or he >= last or tokens[he].form == fold("ما"):
        return bool(he) and he < last
    if tokens[he].form not in words_of("contested") or he + 1 >= last:
        return False
    found = word(tokens[he + 1].form).verb  # «…، وهو اتهام رفضته الشركة»
    return (
        found is not None
        and found.tense == "perfect"
        and tokens[he + 1].form.endswith("ه" if found.agreement == "m" else ("ه", "ها"))
    )


def follows_from(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «وهو ما» tells what came of what was told, as its speaker sees it: «…، وهو ما أسفر عن مقتل اثنين»."""
    what = has_class(tokens, i, last, "he")
    if not what or what + 2 >= last or tokens[what].form != fold("ما"):
        return False
    found = word(tokens[what + 1].form)
    return found.cue is None and found.verb is not None and found.verb.lemma in words_of("leads")
