"""Whether an Arabic claim points back to what was told before it: a pronoun, a number alone, a verb with no subject."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from factcheck.claim import ARTICLE, Claim
from factcheck.extract.ar.duals import is_many, nouns
from factcheck.extract.ar.predicates import is_figure
from factcheck.extract.ar.verbs import Verb
from factcheck.extract.ar.words import (
    is_definite,
    is_event_noun,
    is_function_word,
    is_preposition,
    own_classes,
    word,
    words_of,
)
from factcheck.lang import rows
from factcheck.quantity import Quantity
from factcheck.text import Token, by_spelling, fold

_HERE = frozenset(map(fold, ("هناك", "هنالك")))
_LED = frozenset(
    map(fold, ["به", "بها", "بهم", "فيه", "فيها", "منه", "منها", "عليه", "عليها", "عنه", "عنها", "إليه", "إليها"])
)  # prepositions with a pronoun, which seldom means the subject of its own clause
_TITLE = 3  # words of a speaker's title in which a pronoun stands
_KINDS = frozenset(map(fold, ("القبيل", "النوع", "الخصوص", "الشأن", "الصدد", "الحد", "الموضوع")))
_SIMILAR = frozenset(map(fold, ("مماثل", "مماثلة", "مماثلين", "مشابه", "مشابهة", "نفسه", "ذاته")))
_STATES = frozenset(map(fold, ("أصبح", "بات", "ظل", "كان", "صار", "بقي")))
_NEAR_HEAD = 5  # words before a "that" which means what was told before
_OTHERS, _ANY, _OF, _ONLY, _HAD = map(fold, ("آخر", "أي", "من", "فقط", "قد"))
_DENIED = 3  # words of a denial that names a thing and not the occasion
_BUT_HE = ("لكنه", "ولكنه", "غير أنه", "إلا أنه", "بيد أنه")  # and «لكنها», «لكنهم»
_HIM = frozenset(map(fold, ("إياه", "إياها", "إياهم", "إياهما", "إياهن")))
_MAKES = frozenset(map(fold, ("كتب", "ألف", "أصدر", "أخرج", "أحرز", "سجل")))  # what is made, counted, is no maker
_ENDINGS = ("هما", "هم", "هن", "ها", "ه")
_TENSES = frozenset(("planned", "announces", "foreseen", "appoints", "appointed", "put_off", "suspends", "ruled_out"))
_NO_TIMES = _TENSES | {"general", "named_after"}
_NOT = frozenset(map(fold, ("لم", "ولم", "لن", "ولن")))  # before a verb
_BOARD = fold("متن")
_NAMES_IT = 2  # letters of a noun without its article, from which it can be what a pronoun means


def points_back(claim: Claim, tokens: Sequence[Token], bare: Sequence[Quantity]) -> bool:
    """Whether a claim's sentence leaves open what it is about: its pronoun, number or subject is told before it.

    `tokens` are the first words and numbers of the claim, where the text has them, `bare` the numbers among them whose
    thing is not told with them.
    """
    if bare and any(_counts_alone(claim, quantity, tokens) for quantity in bare):
        return True
    if claim.denied and tokens and tokens[0].form == _ANY and len(tokens) <= _DENIED:
        return True  # «نفى أي تأخر»
    if tokens and (_opens_with_but_he(claim, tokens) or any(token.form in _HIM for token in tokens)):
        return True
    if _names_by_pronoun(claim) or _points_at_words(tokens) or _says_only_how_much(tokens):
        return True
    if _leaves_out_subject(claim, tokens) or _opens_with_another(claim, tokens):
        return True
    pronouns = [k for k, token in enumerate(tokens) if _is_pronoun(token.form)]
    if not pronouns:
        return False
    denied = [k + 1 for k, token in enumerate(tokens) if token.form in _NOT]  # «لم | تبرمج جلسته»
    meant = [k not in denied and _may_be_meant(token.form) for k, token in enumerate(tokens[: pronouns[-1]])]
    before = list(accumulate(meant, initial=0))
    leading = next((k for k, named in enumerate(meant) if not named), len(meant))
    return any(_points(claim, tokens, k, before[k], leading) for k in pronouns)


def _opens_with_but_he(claim: Claim, tokens: Sequence[Token]) -> bool:
    """Whether the article's own words begin with «لكنه», whom its sentence does not tell."""
    return claim.claimant == ARTICLE and claim.text.startswith(_BUT_HE) and "but+" in own_classes(tokens[0].form)


def _counts_alone(claim: Claim, quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a number is told without its thing, in the claim's own words: «خمس في دوار واحد», «فقدان اثنين»."""
    behind = claim.exact[quantity.end - claim.start :].split()
    behind = behind[1:] if behind and fold(behind[0]) == _ONLY else behind
    if behind and fold(behind[0]).startswith(_OTHERS):
        return False  # «ستة آخرين»
    told = len(behind) > 1 and fold(behind[0]) == _OF and not is_preposition(fold(behind[1]))
    if told and (not behind[1].endswith(_ENDINGS) or _is_speakers(claim, behind[1])):
        return False  # «1900 من عمال الميناء»
    before = [token.form for token in tokens if token.end <= quantity.start and token.kind == "word"]
    return not any(_may_be_meant(form) and not is_event_noun(_bare(form)) for form in before)


def _is_speakers(claim: Claim, form: str) -> bool:
    """Whether the pronoun of a noun is of the gender of whoever speaks: «أقرت دوشنبه بمقتل تسعة من | عناصرها»."""
    cue = word(fold(claim.cue)).cue if claim.cue else None
    return cue is not None and form.endswith({"f": "ها", "m": "ه"}.get(cue.agreement, "\0"))


def _names_by_pronoun(claim: Claim) -> bool:
    """Whether the speaker's title holds a pronoun that nothing in the sentence tells: «كاتبها العام», «محاميه»."""
    if claim.speaker is None:
        return False
    named = [fold(form) for form in claim.speaker.split(maxsplit=_TITLE)[:_TITLE]]
    return bool(named) and (named[0] in words_of("his.office") or any(form in words_of("in.name.of") for form in named))


def _points_at_words(tokens: Sequence[Token]) -> bool:
    """Whether "this" at the head, or "of this kind", means what was said: «هذا الكلام», «أي تقرير من هذا القبيل»."""
    forms = [token.form for token in tokens]
    timed = len(forms) > 1 and forms[1] in _times() and not is_preposition(forms[1])  # «هذا العام»
    if not forms or (forms[0] in words_of("this.one") and not timed) or not _SIMILAR.isdisjoint(forms):
        return bool(forms)
    pointing = [k for k, form in enumerate(forms) if _is_this(form)]
    if pointing and any(
        forms[k + 1] in _KINDS and forms[k] in words_of("this.one") for k in pointing if k + 1 < len(forms)
    ):
        return True
    for k in pointing:
        if k == 0:
            continue
        following = forms[k + 1] if k + 1 < len(forms) else ""
        if not is_definite(following) or word(following).verb is not None:
            return k <= _NEAR_HEAD  # «أُبلغت بذلك», «في أعقاب ذلك»; further on it means what the claim itself says
        told = following.removeprefix("ال")
        if following not in _times() and not any(told in _bare(earlier) for earlier in forms[:k]):
            return True  # «يعتمد التجار على هذه العمليات», not «هذا العام»
    return False


@by_spelling
def _is_this(form: str) -> bool:
    """Whether a word is "this", alone or behind a letter: «هذا», «بذلك»."""
    return form in words_of("this.one") or (form[0] in "بلو" and form[1:] in words_of("this.one"))


def is_likened(claim: Claim) -> bool:
    """Whether a claim tells of a thing by its likeness to one told before, farther up or not: «انهيار مماثل»."""
    return any(fold(form) in _SIMILAR for form in claim.exact.split())


def _says_only_how_much(tokens: Sequence[Token]) -> bool:
    """Whether a claim opens with a measure that does not say of what: «النسبة بـ91 بالمائة», «التكلفة لن تقل»."""
    forms = [_bare(token.form) for token in tokens[:2]]
    if not forms or forms[0] not in words_of("bare.measure"):
        return False
    return len(tokens) < 2 or not (tokens[1].form.startswith("ال") and word(tokens[1].form).verb is None)


def _opens_with_another(claim: Claim, tokens: Sequence[Token]) -> bool:
    """Whether a claim opens with a pronoun that its speaker cannot be: «قالت النقابة إنه …», «أشار فلان إلى أنهم …»."""
    if claim.claimant == ARTICLE or not tokens:
        return False
    form = tokens[0].form.removeprefix("ب")
    bare = form.removeprefix("ل")
    ending = bare[2:] if bare[:2] == "ان" and bare[2:] in _ENDINGS else ""
    if (
        len(tokens) > 1
        and tokens[1].form in words_of("negation")
        and (len(tokens) < 3 or word(tokens[2].form).verb is None)
    ):
        return False  # «أنه لا زيادات أخرى» means nobody
    cue = word(fold(claim.cue)).cue if claim.cue and claim.relay is None else None
    if not ending or cue is None or cue.agreement not in ("m", "f"):
        return False
    if ending in ("هم", "هن", "هما"):
        return cue.agreement == "m" and " " in claim.claimant
    return (ending == "ها") != (cue.agreement == "f")


def _leaves_out_subject(claim: Claim, tokens: Sequence[Token]) -> bool:
    """Whether the verb that opens a claim of the article leaves out its subject: «كانت عند 41», «نهبوا ما فيها»."""
    if len(tokens) < 2:
        return False
    lead = tokens[0].form.removeprefix("و")
    first = 1 if len(tokens) > 2 and (lead in words_of("negation") or lead == _HAD) else 0
    found = word(tokens[first].form).verb
    following = tokens[first + 1].form
    if found is None or found.first_person or (found.weak and tokens[first + 1].kind != "number"):
        return False
    if tokens[first].form.endswith(("ها", "هم", "هما")) and not found.weak and len(tokens[first].form) > 5:
        return True  # «يقودها إداريون»: what they drive was told before
    if found.tense == "perfect" and _is_made_or_other(found, tokens, first + 1):
        return True
    named = is_definite(following) or is_preposition(following) or following.endswith((*_ENDINGS, "نا"))
    if found.lemma in _STATES and not (named or _is_named_subject(tokens, first + 1)):
        return not any(_is_subject(tokens, k) and is_definite(tokens[k].form) for k in range(first + 1, len(tokens)))
    if found.agreement == "p":
        return not is_definite(following)
    if found.agreement == "f" and is_figure(following) and following.endswith("ين"):
        return True  # «استدعت اثنين من الموظفين»
    if any(_is_subject(tokens, k) for k in range(first + 1, len(tokens))):
        return False
    if found.agreement == "m" and _counts_some_of(tokens, first + 1):
        return False  # «يعمل في الميناء 1900 من الحمالين»
    led = (
        is_preposition(following)
        or following in _times()
        or (following[0] in "بل" and len(following) > 3 and is_event_noun(following[1:].removeprefix("ال")))
        or (following[0] == "ب" and following[1:] in nouns())
        or tokens[first + 1].kind == "number"
        or following in (fold("ما"), fold("أي"), fold("نحو"), fold("عند"))
    )
    return led and (claim.claimant == ARTICLE or not is_preposition(following))


def _is_made_or_other(found: Verb, tokens: Sequence[Token], k: int) -> bool:
    """Whether what stands behind a verb cannot be its subject: what is made and counted, or a noun of another gender:
    «كتب | 19 رواية», «نال | جائزة الدولة», «شهدت | انسحاب النواب».
    """
    form = tokens[k].form
    if found.lemma in _MAKES and (tokens[k].kind == "number" or is_figure(form)):
        return True
    if found.agreement == "m":
        return form.endswith("ة") and form in nouns() and not found.weak
    event = found.agreement == "f" and is_event_noun(form) and not is_definite(form)
    return event and not form.endswith(("ة", "ات", *_ENDINGS))


def _is_named_subject(tokens: Sequence[Token], k: int) -> bool:
    """Whether a bare word behind «كان» is its subject: «كانت ليبيا | قد استعادت», «كان باب | النجدة مقفلا»."""
    form = tokens[k].form
    if k + 1 >= len(tokens) or tokens[k].kind == "number" or word(form).verb is not None or form in _times():
        return False
    behind = tokens[k + 1].form
    described = form.endswith("ة") and behind.endswith("ية")  # «كانت شركة تركية | قد أبدت …»
    whole = (behind.startswith("ال") and not is_preposition(behind) and not is_function_word(form)) or described
    return whole or behind in words_of("already") or behind in words_of("indeed")


def _counts_some_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether a number with «من» behind it counts those who act."""
    return any(
        tokens[k].kind == "number" and tokens[k + 1].form == _OF and not is_preposition(tokens[k - 1].form)
        for k in range(first, len(tokens) - 2)
    )


def takes_up_last(claim: Claim) -> bool:
    """Whether a claim begins with a verb or a part, so that it leaves open who acts or of whom: «نصفهم من العمال»."""
    form = fold(claim.exact.partition(" ")[0])
    found = word(form).verb
    return (found is not None and not found.weak) or form in words_of("some.of.them")


def _points(claim: Claim, tokens: Sequence[Token], k: int, named: int, leading: int) -> bool:
    """Whether the pronoun at token `k`, alone or attached, means nothing that the claim names before it.

    `named` is how many words before it can be meant, `leading` how many such words open the claim.
    """
    form = tokens[k].form
    only_subject = form in _LED and named == leading < k  # «السكان أخطروا به»
    if named and not only_subject:
        return False
    if form in words_of("pronoun") or form in words_of("bare.he") or (form in _HERE and k == len(tokens) - 1):
        return True
    ending = next((end for end in _ENDINGS if form.endswith(end) and len(form) > len(end) + 1), "")
    if not ending:
        return False
    stem = form[: -len(ending)]
    led = is_preposition(stem) or stem in (fold("ل"), fold("ب"), fold("من"), fold("عن"), fold("في"), fold("على"))
    owned = stem in nouns() or stem.removesuffix("ت") + "ة" in nouns() or is_event_noun(stem)
    owned = owned or is_many(stem) or stem == _BOARD  # «لم تبدأ أشغاله», «على متنها ثلاثة عمال»
    own = claim.claimant != ARTICLE and ending in ("ه", "ها")  # «وزارته»: whoever speaks may be meant
    return led or (owned and not own)


@by_spelling
def _is_pronoun(form: str) -> bool:
    """Whether a word is a pronoun, may end in one, or says "there"."""
    return form in words_of("pronoun") or form in words_of("bare.he") or form in _HERE or form.endswith(_ENDINGS)


def _is_subject(tokens: Sequence[Token], k: int) -> bool:
    """Whether a noun behind a verb can be its subject: no preposition and no noun it belongs to stands before it."""
    before = tokens[k - 1].form
    return (
        tokens[k].form not in _times()
        and _may_be_meant(tokens[k].form)
        and not is_preposition(before)
        and (not _may_be_meant(before) or before == _OTHERS)
    )


@cache
def _times() -> frozenset[str]:
    """The words of time, which are no subject: «مطلع», «الأسبوع», «أمس»."""
    said = {fold(row[0]) for row in rows("ar", "calendar") if row[1] not in _NO_TIMES}
    return frozenset(said | {f"ال{form}" for form in said})


def _bare(form: str) -> str:
    return form[1:] if form[:1] in "وفبل" and len(form) > 3 else form


@by_spelling
def _may_be_meant(form: str) -> bool:
    """Whether a word can be what a later pronoun means: a definite noun, or one of the list."""
    bare = _bare(form)
    plain = len(form) > 3 and word(form).verb is None and not is_function_word(form) and not is_preposition(form)
    return plain or (is_definite(form) and len(form) > 2 + _NAMES_IT) or bare in nouns() or is_event_noun(bare)
