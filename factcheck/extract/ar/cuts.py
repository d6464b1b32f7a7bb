"""What stands where an Arabic clause might be cut: the letter that shortens a name, tribes, some of those counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract.ar.beside import closes_that_is, tells_beside
from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.predicates import has_any_verb, has_verb, is_figure, is_kana
from factcheck.extract.ar.words import (
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.text import Token, by_spelling, fold

AND_SONS_OF, _TRIBE = frozenset(map(fold, ("وبني", "وبنو"))), 4  # tokens before them in which tribes are named
AND_WHO = frozenset(map(fold, ("والذي", "والتي", "والذين", "واللذان", "واللتان", "واللذين", "واللتين")))
_BETWEEN, _HAD, _TO, _IN = fold("بين"), fold("قد"), fold("إلى"), fold("في")
_SUBJECT = 3  # tokens of a verb and its subject
_FATHER = frozenset(map(fold, ("أبو", "أم")))
_NAMED = 8  # tokens of a verb and the longest name behind it, or of a subject without one
_TILL_HAD = 10  # tokens from a verb to the «قد» of a «كان» before it
_TILL_VERB = 6  # tokens from «كان» to the verb behind its subject
_BECAUSE_HE = re.compile("[وف]?[لكب]?ان(?:ه|ها|هم|هما|هن|ني|نا)")  # «لأنه», «كأنها», «أنهم»
_PLACING = frozenset(map(fold, ("في", "داخل", "أمام", "قرب", "على", "عند", "خلف", "وسط")))
_DURING = frozenset(map(fold, ("في", "خلال", "أثناء", "بعد", "عقب", "إثر")))
_TOLD_OF = 8  # tokens from a preposition to the verb that tells how far what it brings went
_DESCRIBED = 5  # tokens from a preposition to the verb that describes its noun
_NAME_ASIDE = 5  # tokens of a name set off, with the comma behind it
_ASIDE = 16  # tokens to the comma that closes a relative clause


def tells_how_one_is(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «في حالة» only tells how somebody is: «في حالة حرجة», not «في حالة وقوع حرب»."""
    form = tokens[i].form if i < last else ""
    event = is_event_noun(form) or looks_like_masdar(form) or word(form).verb is not None
    return not (event or is_definite(form) or is_function_word(form))


def is_inside_aside(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether token `i` stands in a relative clause set off behind «أن» and its noun, whose verb is still to come:
    «أن العملية، التي استغرقت ساعات | ومرت بسلام، كللت بالنجاح».
    """
    head = word(tokens[begin].form).verb
    arrives = head is not None and head.lemma in words_of("arrives.at")  # «توصلت الدراسة، التي …، إلى نتائج»
    near = range(begin + 1, min(i, begin + _ASIDE))
    who = next((k for k in near if has_class(tokens, k, i, "who") and tokens[k - 1].form in COMMAS), i)
    acts = head is not None and all(is_definite(token.form) for token in tokens[begin + 1 : who - 1])
    if not (arrives or acts) and (not begin or not has_class(tokens, begin - 1, begin, "that")):
        return False
    if who >= i or has_verb(tokens, begin + 1, who):
        return False
    for k in range(i + 1, min(last - 1, i + _ASIDE)):
        if tokens[k].form in COMMAS:
            found, form = word(tokens[k + 1].form), tokens[k + 1].form
            if acts and not arrives:  # «تشغل الشركة، التي تأسست عام 2008 | وتملك …، نحو 3400 موظف»
                return tokens[k + 1].kind == "number" or is_figure(form) or form in words_of("quantifier")
            return form == _TO if arrives else found.verb is not None and not found.joined
    return False


def names_tribes(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether tribes or families are named right before a token."""
    return any(token.form in words_of("tribe") for token in tokens[max(begin, i - _TRIBE) : i])


def acts_for_some(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a verb behind those counted tells what some or all of them did: «أربعة مصابين | غادر جميعهم»."""
    before = tokens[i - 1]
    return (
        i + 1 < last and tokens[i + 1].form in words_of("some.of.them")
        and before.kind == "word" and not is_definite(before.form) and not is_function_word(before.form)
    )  # fmt: skip


def points_at_noun(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «لذلك» or «لهذا» only points at the noun behind it: «لذلك البلد»."""
    following = tokens[i + 1].form if i + 1 < last else ""
    return tokens[i].form in words_of("pointing.to") and following.startswith("ال") and word(following).verb is None


def sets_beside(before: Sequence[Token]) -> bool:
    """Whether the words before an «و» are «بين» and the first of two that it sets side by side."""
    forms = [token.form for token in before]
    return _BETWEEN in forms and not any(form[0] == "و" for form in forms)


def sets_second(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether a noun behind «، و» is the second of two that «بين» sets side by side, with an aside after the first:
    «صلة بين السهر، خاصة في الشتاء، | وزيادة الوزن».
    """
    between = next((k for k in range(i - 1, begin, -1) if tokens[k].form == _BETWEEN), None)
    if between is None or not sets_beside(tokens[between:i]):
        return False
    found = (word(token.form).verb for token in tokens[between + 1 : i - 1])
    return not any(verb is not None and not verb.weak for verb in found)


def is_awaited(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether what stands right before a verb waits for it: «لأنه», «كأنها», or «كان» and its subject."""
    if _is_because_he(tokens[i - 1].form) or _awaits_had(tokens, begin, i, last) or led_in(tokens, begin, i):
        return True
    found = word(tokens[i].form)
    if _awaits_past(tokens, begin, i):
        return True
    if found.joined or found.verb is None or found.verb.tense != "imperfect":
        return False
    if tokens[i - 1].form in COMMAS and _is_still(tokens, begin, i):
        return True
    for k in range(i - 1, max(begin - 1, i - _TILL_VERB), -1):
        verb = word(tokens[k].form).verb
        if verb is not None and (verb.lemma == "كان" or (k < i - 1 and verb.lemma in words_of("being"))):
            return True  # «لا يزال 12 عاملا | ينتظرون أجورهم»
        if k < i - 1 and has_class(tokens, k, i, "that") == k + 1:
            return True  # «وجاء فيه أن كل بلدة | تحصل على ست ساعات»
        if tokens[k].kind == "mark" or verb is not None or is_function_word(tokens[k].form):
            return False
    return False


@by_spelling
def _is_because_he(form: str) -> bool:
    return _BECAUSE_HE.fullmatch(form) is not None


def _is_still(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether only a verb of being, its subject and an aside stand before a verb: «لا يزال المصنع، بعد ثلاث سنوات، |
    ينتظر رخصته».
    """
    negated = tokens[begin].form in words_of("negates") or tokens[begin].form.removeprefix("و") in words_of("negates")
    head = word(tokens[begin + negated].form).verb
    comma = next((k for k in range(begin + 1, i - 2) if tokens[k].form in COMMAS), 0)
    if head is None or head.lemma not in words_of("being") or not 1 < comma - begin - negated <= _NAMED:
        return False
    named = tokens[begin + negated + 1 : comma]
    aside = is_function_word(tokens[comma + 1].form) or not has_verb(tokens, comma + 1, i - 1)
    return aside and not any(word(token.form).verb is not None or is_preposition(token.form) for token in named)


def led_in(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether only a preposition and a bare noun with a clause that describes it stand before a verb, up to the comma:
    «بموجب عقد يعود إلى عام 1990، | كان على الشركة أن …», «في ورشة لا تتجاوز عشرة أمتار، | تجلس …».
    """
    head = tokens[begin].form.removeprefix("و")
    if i - begin < 5 or tokens[i - 1].form not in COMMAS or word(tokens[i].form).joined:
        return False
    if tells_extent(tokens, begin, i):
        return True
    if head not in words_of("under") and head not in _PLACING:
        return False
    at = next((k for k in range(begin + 2, min(i - 1, begin + _DESCRIBED)) if word(tokens[k].form).verb), i)
    noun = tokens[at - 1 - (tokens[at - 1].form in words_of("negates"))]
    bare = all(token.kind == "word" and not is_definite(token.form) for token in (tokens[begin + 1], noun))
    describes = at < i - 2 and not word(tokens[at].form).joined and not is_function_word(noun.form)
    return bare and describes and not has_verb(tokens, at + 1, i - 1)


def tells_extent(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether the words before a verb only tell during what it was, and how far that went: «وفي جولة للجريدة شملت 20
    وكالة، | كانت …», «خلال جلسة دامت ساعتين، | قرر …».
    """
    noun = tokens[begin + 1].form
    if tokens[begin].form.removeprefix("و") not in _DURING or is_definite(noun) or tokens[begin + 1].kind != "word":
        return False
    at = next((k for k in range(begin + 2, min(i - 2, begin + _TOLD_OF)) if word(tokens[k].form).verb), i)
    verb = word(tokens[at].form).verb if at < i else None
    if verb is None or verb.lemma not in words_of("extends") or word(tokens[at].form).joined:
        return False
    agrees = verb.agreement == ("f" if noun.endswith("ة") else "m")
    own = not is_definite(tokens[at + 1].form)  # «وفي مرحلة ثانية شملت الحملة 20 حيا»
    plain = not any(token.form in COMMAS for token in tokens[begin : i - 1])
    return agrees and own and plain and not has_verb(tokens, at + 1, i - 1)


def _awaits_past(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether «كان» and an indefinite subject of its gender wait for the past verb at a token: «وكانت غارة على مخيم قرب
    بارا | أودت بحياة 26»; no comma and no other verb stands between.
    """
    head, found = word(tokens[begin].form).verb, word(tokens[i].form)
    if head is None or head.lemma != "كان" or found.joined or found.verb is None or found.verb.tense != "perfect":
        return False
    subject = tokens[begin + 1].form
    bare = tokens[begin + 1].kind == "word" and not (is_definite(subject) or is_function_word(subject))
    between = tokens[begin + 1 : i]
    whole = all(token.form not in COMMAS and word(token.form).verb is None for token in between[1:])
    return bare and whole and head.agreement == found.verb.agreement and (subject[-1] == "ة") == (head.agreement == "f")


def _awaits_had(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether «كان» at the head of a clause still waits for its «قد» and verb behind a verb that describes a noun."""
    head = word(tokens[begin].form).verb
    if head is None or head.lemma != "كان" or any(tokens[k].form == _HAD for k in range(begin, i)):
        return False
    had = next((k for k in range(i + 1, min(last - 1, i + _TILL_HAD)) if tokens[k].form == _HAD), None)
    return had is not None and not any(tokens[k].form in COMMAS for k in range(i, had))


def is_perfect(token: Token) -> bool:
    """Whether a token is a verb in the perfect."""
    found = word(token.form).verb
    return found is not None and found.tense == "perfect"


def has_topic(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether «أما» stands at the head of the clause from `begin` or right before it."""
    return bool(has_class(tokens, begin, i, "topic") or (begin and has_class(tokens, begin - 1, begin, "topic")))


def after_that(tokens: Sequence[Token], i: int) -> bool:
    """Whether «أن» or «إن» stands right before a token, which a noun follows."""
    return bool(i and has_class(tokens, i - 1, i, "that"))


def awaits_verb(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether «أن» and a noun stand before token `i` with no verb yet but a relative's: its subject waits for one."""
    if after_that(tokens, begin) and i - begin > 2 and tokens[begin].form in nouns():
        second = begin + 1 + int(is_event_noun(tokens[begin + 1].form) or not is_definite(tokens[begin].form))
        if not has_any_verb(tokens, second, i - 1):
            return True  # «إن سبب تغيب موكله عن الجلسة، جاء نتيجة …»
    it = next((j for j in range(begin, min(begin + 3, i - 3)) if has_class(tokens, j, i, "that+") == j + 1), None)
    if it is not None and (is_preposition(tokens[it + 1].form) or tokens[it + 1].form in words_of("leads.up.that")):
        return not has_verb(tokens, it + 1, i - 1)  # «إلى أنه منذ مايو، | تحاصر القوات المدينة»
    head = word(tokens[begin].form).verb
    if head is not None and head.lemma == "كان":
        who = next((j for j in range(begin + 2, i - 1) if has_class(tokens, j, i, "who")), i)
        return who < i and tokens[who - 1].form in COMMAS and not has_verb(tokens, begin + 1, who)
    that = next((j for j in range(i - 2, begin - 1, -1) if has_class(tokens, j, i, "that") == j + 1), None)
    that = begin - 1 if that is None and after_that(tokens, begin) else that
    if that is None or i - that <= 2:
        return False
    who = next((j for j in range(that + 2, i - 1) if has_class(tokens, j, i, "who")), i - 1)
    if who < i - 1 and has_any_verb(tokens, who, i - 1):
        noun = tokens[that + 1].form in nouns()  # «سبب الحريق»: no «he caused»
        return not has_verb(tokens, that + 1 + noun, who)  # «أن السفينة التي تحمل اسم آريس، | ترفع العلم»
    owned = tokens[that + 1].form in nouns() and not is_definite(tokens[that + 1].form)  # «محكمة جنح النهر»
    return not has_any_verb(tokens, that + 1 + 2 * (owned and i - that > 4), i - 1)


def awaits_rest(tokens: Sequence[Token], begin: int, i: int, last: int) -> int:
    """The comma that closes an aside with «وهي» or «بعد أن» in a clause that has only its verb and subject so far, or
    only its subject; 0 for none.

    «تشهد الفلبين، | وهي أرخبيل كبير، حوادث متكررة», «بدا الرجل، | وهو معلم، منهكا», «إن السائق، | وهو أب لطفلين، فر».
    """
    if closing := _closes_before_had(tokens, begin, i, last) or closes_that_is(tokens, begin, i, last):
        return closing
    begin += tokens[begin].form in words_of("negation") and is_kana(tokens[begin + 1].form)  # «لم يكن …، | وهو …، يعلم»
    led = tokens[i].form in words_of("leads.up.that") and i + 1 < last and has_class(tokens, i + 1, last, "that") > 0
    led = led or tokens[i].form in words_of("and.he") or _is_place_described(tokens, i, last)
    beside = tells_beside(tokens, i, last)
    led = led or beside
    if not led or not 2 <= i - begin <= _NAMED:
        return 0
    found, last_named = word(tokens[begin].form).verb, i - 1
    named = [token for token in tokens[begin + (found is not None) : last_named] if token.kind == "word"]
    if len(named) < last_named - begin - (found is not None) or not named:
        return 0
    if found is not None and not _is_name(named, found.weak):
        return 0
    if found is None and not (after_that(tokens, begin) and not has_any_verb(tokens, begin, last_named)):
        return 0
    closing = next((k for k in range(i + 2, min(last - 1, i + _ASIDE)) if tokens[k].form in COMMAS), 0)
    rest = word(tokens[closing + 1].form)
    if found is None:
        acts = rest.verb is not None or tokens[closing + 1].form in words_of("negates")
        acts = acts or (beside and not is_definite(tokens[closing + 1].form))
        return closing if closing and acts and not rest.joined else 0
    goes_on = rest.verb is None or rest.verb.weak or (is_kana(tokens[begin].form) and rest.verb.tense == "imperfect")
    return closing if closing and not rest.joined and goes_on else 0


def _closes_before_had(tokens: Sequence[Token], begin: int, i: int, last: int) -> int:
    """The comma before the «قد» that «كان» waits for: «وكانت تجربة مشابهة، | نشرت عام 2021، قد سجلت …»; 0 for none."""
    if not is_kana(tokens[begin].form) or any(token.form == _HAD for token in tokens[begin:i]):
        return 0
    near = range(i + 1, min(last - 1, i + _ASIDE))
    return next((k for k in near if tokens[k].form in COMMAS and tokens[k + 1].form == _HAD), 0)


def _is_name(named: Sequence[Token], weak: bool) -> bool:
    """Whether words behind a verb, which is a noun too where it is `weak`, are its subject alone: definite ones, or a
    person's name.
    """
    if all(is_definite(token.form) for token in named):
        return len(named) < _SUBJECT and not weak
    forms = [token.form for token in named]
    rest = forms[forms[0] in _FATHER :]  # «أبو محمد»
    free = (form for form in rest if not form.startswith("ال"))  # «الحاجة فاطمة»
    other = any(is_function_word(form) or word(form).verb is not None or form in nouns() for form in free)
    return not other and not any(form.endswith("ا") for form in forms)


def names_aside(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a word that only looks like a verb to come is a name set off: «منع المدرب، | سيلفان إيبري، من اللعب»."""
    found = word(tokens[i].form).verb
    closing = next((k for k in range(i + 1, min(last - 1, i + _NAME_ASIDE)) if tokens[k].form in COMMAS), 0)
    if found is None or found.tense != "future" or not closing or not is_preposition(tokens[closing + 1].form):
        return False
    rest = [token.form for token in tokens[i + 1 : closing]]
    return not any(is_definite(form) or form in nouns() or is_function_word(form) for form in rest)


def asked_by_many(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether those told of behind «إن» ask, not who tells of them: «إن الحراس أضربوا، | مطالبين بالأجور»."""
    if not tokens[i].form.endswith("ين") or not after_that(tokens, begin):
        return False
    acted = (token.form for token in tokens[begin + 1 : i - 1] if token.form.endswith(("وا", "ون")))
    return any(word(form).verb is not None for form in acted)


def _is_place_described(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «في» and a bare noun with a verb of its own tell where: «تجمع العمال، | في ساحة تطل على البحر، قبل …»."""
    if tokens[i].form != _IN or i + 4 >= last or is_definite(tokens[i + 1].form) or tokens[i + 1].kind != "word":
        return False
    at = i + 2 + (tokens[i + 2].form in words_of("negates"))
    found = word(tokens[at].form).verb
    return found is not None and found.tense == "imperfect"
