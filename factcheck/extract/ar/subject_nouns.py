"""Nouns as the subject of an Arabic verb: who can act in the plural, what is an object, how far a name goes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.extract.ar.duals import dual, is_many, nouns, singular_of
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.name_parts import follows_name, is_done_to, is_thing_of, name_words
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.predicates import acts_unlisted, speaks_as_person
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.subjects import is_body, plain_subject, subject_before, subject_of
from factcheck.extract.ar.words import has_class, is_definite, is_event_noun, is_preposition, word, words_of
from factcheck.extract.layout import Carry
from factcheck.lang.actors import Found
from factcheck.text import Span, Token, by_spelling, fold

_TALK = fold("حديث")
_HELD_BY = frozenset(map(fold, ("عند", "لدى")))
_BODIES, _BACK = frozenset({"body", "people", "international", "agency"}), 40  # tokens back to a body
_BEHIND_NAMES = frozenset(map(fold, ("من", "عن", "إلى", "مع")))  # «سخر المدرب | من الشائعات»
_LEADING = 9  # tokens of what leads up to a verb, with its comma
_OF = 5  # tokens of what people are of, with its comma
_SET_OFF = 8  # tokens of a name between commas
_NAMED = 3  # tokens of a name behind an office


@by_spelling
def are_people(form: str) -> bool:
    """Whether a noun can be the subject of a verb in the plural: «المعلمون», «السكان»; not one thing."""
    plural = f"{form}ن" if form.endswith("ي") and not is_definite(form) else ""  # «مقاتلي الحركة»
    bound = plural != "" and (is_many(plural) or singular_of(plural) is not None)
    bare = form.removeprefix("ال")
    one = singular_of(bare) == bare and not is_many(bare)  # «القانون», «البرلمان»
    return bound or (form.endswith(("ون", "ين", "ان")) and not one) or is_many(form)


def is_object(form: str) -> bool:
    """Whether a verbal noun behind a feminine verb is no subject of it: «أمرت النيابة …، وطلبت | تفريغ الصندوق»."""
    return (
        (is_event_noun(form) or looks_like_masdar(form))
        and not is_definite(form)
        and not form.endswith(("ة", "ات", "ها"))
    )


@by_spelling
def is_his_male(form: str) -> bool:
    """Whether a noun with its pronoun is of masculine gender, so that no feminine verb right before it has it for its
    subject: «فقدت | ابنها الأصغر», not «غادرت عائلتها».
    """
    stem = next((form.removesuffix(end) for end in ("هما", "هم", "ها", "ه") if form.endswith(end)), "")
    listed = stem in words_of("of.kin") or (stem in nouns() and not is_many(stem))
    return listed and not stem.endswith(("ت", "ة", "اء", "ى"))


def in_full(scene: Scene, first: int, last: int) -> Range | None:
    """The definite phrase that a bare noun begins: «محكمة الشمال العليا»; `None` where an object could have begun."""
    whole = plain_subject(scene, first, last)
    plain = whole is not None and not any(is_event_noun(token.form) for token in scene.tokens[whole[0] : whole[1]])
    return whole if plain else None


def named_at(scene: Scene, at: int, actor: Found, last: int) -> Range:
    """Somebody known at a token, and the name that stands behind his office: «الرئيس المصري | عبد الفتاح …»."""
    if actor.entry.kind != "office":
        end = _behind_people(scene, at, actor, last)
        return speaker_after(scene, at, min(last, end)) or (at, actor.last)
    held = actor.last
    while held < last and scene.tokens[held].form in name_words("held.before", "held.now"):
        held += 1  # «الرئيس السابق | سعيد بن علي»
    of = held
    while of < last and scene.tokens[of].form.startswith("ال") and word(scene.tokens[of].form).verb is None:
        if is_definite(scene.tokens[of - 1].form) and _is_act_upon(scene.tokens, of, last):
            return speaker_after(scene, at, of) or (at, of)  # «رفض القاضي | الحديث عن مستقبله»
        of += 1  # «عالم المصريات البريطاني | آلان دود»
    reach = min(last, max(held + _NAMED, of + (_NAMED - 1) * (of > held + 1)))
    reach += any(token.form in name_words("joined") for token in scene.tokens[actor.last : reach])  # «عبد الفتاح …»
    if reach < last and scene.tokens[reach - 1].form[0] == "ل" and is_definite(scene.tokens[reach].form):
        while reach < last and is_definite(scene.tokens[reach].form):
            reach += 1  # «الأمين العام لمجلس التعاون لدول | الخليج العربية»
    reach = min(reach, len(scene.tokens))
    reach = next((k for k in range(actor.last, reach) if _ends_name(scene.tokens[k])), reach)
    reach = next((k for k in range(actor.last + 2, reach) if is_next_title(scene, k)), reach)
    reach = next((k for k in range(held + 1, reach) if has_class(scene.tokens, k, last, "adverb")), reach)
    if is_definite(scene.tokens[held - 1].form):
        reach = next((k for k in range(held, reach) if is_thing_of(scene.tokens, k)), reach)  # «… | موقع الحادث»
    third = scene.tokens[reach - 1].form if reach > actor.last + 2 else ""
    reach -= int(follows_name(third) or is_many(third))  # «عارض رئيس البلدية سامي نور | القرار», «نشر … | وثائق»
    reach = next((k for k in range(actor.last, reach) if scene.tokens[k].form in _BEHIND_NAMES), reach)
    ends = (k for k in range(actor.last + 2, reach) if scene.tokens[k].form.startswith(("لل", "بال")))
    reach = next((k for k in ends if not is_definite(scene.tokens[k - 1].form)), reach)  # «العمدة هدى نور | للقرار»
    return speaker_after(scene, at, min(last, reach)) or (at, actor.last)


def name_set_off(scene: Scene, speaker: Range) -> Range | None:
    """Who one of those told of before is, between commas: «أحدهم، | الحاج بلقاسم، روى أن …»; not how he speaks."""
    tokens, first = scene.tokens, speaker[1] + 1
    one = speaker[1] - speaker[0] == 1 and tokens[speaker[0]].form.removeprefix("و") in words_of("one.of.them")
    if not one or tokens[speaker[1]].form not in COMMAS or first + 1 >= scene.last or tokens[first].form.endswith("ا"):
        return None
    comma = next((k for k in range(first + 1, min(scene.last, first + _SET_OFF)) if tokens[k].form in COMMAS), first)
    return (first, comma) if comma > first and speaker_after(scene, first, comma) == (first, comma) else None


def is_next_title(scene: Scene, k: int) -> bool:
    """Whether another's title stands at a token, right behind a family name: «حمل النائب سامي المصري | الوزيرة …»."""
    actor, before = scene.actor(k), scene.tokens[k - 1].form
    if actor is None or actor.entry.kind != "office" or actor.entry.rank in ("honour", "calling") or actor.clitic:
        return False
    return is_definite(scene.tokens[k].form) and before.startswith("ال") and before.endswith("ي")


def _is_act_upon(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a definite act stands at a token with its preposition behind it: «الحديث عن», «التعليق على»."""
    act = tokens[i].form.removeprefix("ال")
    acts = is_event_noun(act) or looks_like_masdar(act) or act == _TALK
    return acts and i + 1 < last and is_preposition(tokens[i + 1].form)


def past_lead(scene: Scene, first: int, last: int) -> int:
    """The verb behind a place or time that leads up to it with a comma: «وفي قاعة المحكمة، | هاجمت المحامية …»."""
    tokens = scene.tokens
    head = tokens[first].form.removeprefix("و")
    if not is_preposition(head) and not has_class(tokens, first, last, "lead"):
        return first
    comma = next((k for k in range(first + 1, min(last - 1, first + _LEADING)) if tokens[k].form in COMMAS), first)
    acts = comma > first and word(tokens[comma + 1].form).verb is not None
    told = any(word(tokens[k].form).verb and not names_place(tokens, k, comma) for k in range(first, comma))
    return comma + 1 if acts and not told else first


def names_place(tokens: Sequence[Token], i: int, comma: int) -> bool:
    """Whether what looks like a past verb is of a place, up to its comma: «في سوق | درب السلطان، …»; a clause that
    tells of a bare noun would take it up («في سوق ضربه الزلزال»).
    """
    found = word(tokens[i].form).verb
    past = found is not None and found.tense == "perfect" and found.agreement == "m" and i + 2 == comma
    behind = past and is_preposition(tokens[i - 2].form.removeprefix("و")) and not is_definite(tokens[i - 1].form)
    return behind and tokens[i - 1].kind == "word" and is_definite(tokens[i + 1].form)


def _behind_people(scene: Scene, at: int, actor: Found, last: int) -> int:
    """The end of what people or a firm without an article are of, up to a comma: «أوقف سكان | دوار أيت يحيى، …»."""
    tokens = scene.tokens
    if actor.entry.kind != "people" or is_definite(tokens[at].form):
        return actor.last
    comma = next((k for k in range(actor.last, min(last, actor.last + _OF)) if tokens[k].form in COMMAS), None)
    if comma is None or comma == actor.last:
        return actor.last
    behind = tokens[actor.last : comma]
    verbs = [(token.form, word(token.form).verb) for token in behind]  # «يحيى» only looks like one
    plain = all(token.kind == "word" for token in behind) and all(v is None or v.lemma == form for form, v in verbs)
    bare = not any(
        is_preposition(token.form) or is_event_noun(token.form) or token.form.endswith("ا") for token in behind
    )
    return comma if plain and bare else actor.last


def _is_titled(scene: Scene, first: int) -> bool:
    actor = scene.actor(first)
    return actor is not None and actor.entry.kind == "office" and not actor.clitic


def judges(scene: Scene, first: int) -> bool:
    """Whether a joined verb of judging stands before a thing, which it judges: «وانتقد | موقف الكثيرين»."""
    found = word(scene.tokens[first].form)
    judging = found.joined and found.verb is not None and found.verb.lemma in words_of("judges")
    kin = scene.tokens[first + 1].form in words_of("of.kin")  # «وأيد | عم الطفلة روايتها»
    aside = scene.tokens[min(first + 2, scene.last - 1)].form in words_of("this")  # «وأيدته في ذلك | الوزارة»
    return judging and not kin and not aside and scene.actor(first + 1) is None


def keeps_topic(form: str, agreement: str) -> bool:
    """Whether a verb's pronoun goes on with whom the text is about, who agrees with the verb too: «وتمولها مؤسسة …»."""
    return agreement == ("f" if form.endswith("ها") else "m" if form.endswith("ه") else None)


def describes_bare(scene: Scene, first: int) -> bool:
    """Whether a verb in the past behind a comma describes the indefinite plural noun before it."""
    tokens, found = scene.tokens, word(scene.tokens[first].form).verb
    bare = tokens[first - 2].form if tokens[first - 1].form in COMMAS and first - 2 > scene.first else ""
    past = found is not None and found.tense == "perfect" and found.agreement == "f" and not found.weak
    return past and bare.endswith("ات") and not is_definite(bare)


def last_first(scene: Scene, carry: Carry, report: Report) -> list[tuple[Span, str]]:
    """Who has spoken and acted so far, with their agreement, the last first; before «وأضاف» those who have spoken,
    before a verb in the plural the several people: «قال زبائن …، وجاء في البيان …. | وأضافوا»; in the dual the two;
    before «قالت ضاحكة» no body.
    """
    cue = word(scene.tokens[report.cue].form).cue
    adds = cue is not None and cue.lemma in words_of("adds")
    many, one = report.agreement, speaks_as_person(scene.tokens, report.cue + 1, scene.last)
    told = [
        (
            one and is_body(scene, item[0]),
            adds and item not in carry.speakers,
            not alike,
            -item[0].start,
            (item[0], many) if alike else item,
        )
        for item in (*carry.speakers, *carry.topics)
        for alike in ((many == "p" and _are_several(scene, item[0])) or (many == "d" and are_both(scene, item[0])),)
    ]
    return [item for *_, item in sorted(told)]


def _are_several(scene: Scene, known: Span) -> bool:
    """Whether a mention is of several people, whom a masculine plural verb means: «زبائن», «شهود»; not «بيانات»."""
    forms = fold(scene.text[slice(*known)]).split()
    form = forms[min(1, len(forms) - 1)] if number_word(forms[0]) is not None else forms[0]  # «ثلاثة مزارعين»
    actor = scene.actor(bisect_left(scene.tokens, known.start, key=lambda token: token.start))
    people = actor is not None and actor.entry.human and actor.entry.number == "pl"  # «أهالي»
    paper = singular_of(form) in words_of("statement", "document", "paper", "attests")
    return (people or are_people(form)) and not (paper or form.endswith("ات"))


def are_both(scene: Scene, known: Span) -> bool:
    """Whether a mention is of two people, whom a verb in the dual means: «المؤلفان», «سامي نور وهدى حداد»."""
    head, *behind = fold(scene.text[slice(*known)]).split()
    two, joined = dual(head), [name for name in behind if name[0] == "و" and len(name) > 3]
    pair = len(joined) == 1 and not is_definite(joined[0]) and joined[0] not in nouns()
    return (two is not None and two.certainty == "dual") or head in words_of("two") or pair


def may_be_feminine(scene: Scene, whom: Range) -> bool:
    """Whether a verb in the feminine can mean a phrase: by its ending, by the lists, or as somebody known."""
    head = scene.tokens[whom[0]].form.removeprefix("ال")
    if head in nouns() and not head.endswith("ة"):
        return False
    described = any(token.form.endswith("ة") for token in scene.tokens[slice(*whom)])  # «أمطار غزيرة»
    return described or head.endswith(("ات", "اء", "ا", "ي")) or is_many(head) or scene.actor(whom[0]) is not None


def acts_alike(form: str, agreement: str) -> bool:
    """Whether a form is a verb in the present that agrees as the verb before it: «كانت | تكفي»."""
    found = word(form).verb
    return found is not None and found.tense == "imperfect" and found.agreement == agreement


def own_teller(scene: Scene, first: int, last: int, agreement: str) -> Range | None:
    """Whom a clause tells of and who told it: «عثرت | البحرية، كما أعلنت، على جثتين», «…، على حد قولها»."""
    if not agreement:
        return subject_of(scene, first, last)
    found = word(scene.tokens[first].form).verb
    subject = plain_subject(scene, first + 1, last) if found is not None and found.agreement == agreement else None
    actor = scene.actor(subject[0]) if subject is not None else None
    return subject if actor is not None and actor.entry.kind in _BODIES and not actor.clitic else None


def calls_for(scene: Scene, first: int, last: int) -> bool:
    """Whether a sentence opens with whom or what somebody called for, who is left out: «ودعا الصيادين إلى …»."""
    found = word(scene.tokens[first].form)
    verb, following = found.verb, scene.tokens[first + 1].form if first + 1 < last else ""
    if verb is None or not found.joined or verb.tense != "perfect" or verb.lemma not in words_of("calls"):
        return False
    told = following.startswith("ال") and following.endswith("ين") and singular_of(following) is not None
    other = verb.agreement == "m" and following.startswith("ال") and following.endswith("ة")
    bound = following[:1] in ("ب", "ل") and following not in nouns() and singular_of(following) is None
    return told or other or is_preposition(following) or bound  # «ودعت بعثة الأمم المتحدة …»: she calls


def body_before(scene: Scene, before: int, agreement: str) -> Range | None:
    """The last body of a gender that is named in full shortly before a token: «… نقابة السككيين. | أكد كاتبها …»."""
    for i in range(before - 1, max(-1, before - _BACK), -1):
        if scene.tokens[i].kind == "line":
            return None
        actor = scene.actor(i)
        if actor is None or actor.entry.kind not in _BODIES or actor.clitic:
            continue
        feminine = scene.tokens[i].form.endswith(("ة", "ات", "اء")) or actor.entry.gender == "f"
        if feminine == (agreement == "f"):
            end = actor.last
            while end < before and scene.tokens[end].form.startswith("ال"):
                end += 1
            return i, end
    return None


def teller_of(scene: Scene, first: int, last: int) -> tuple[Span, str] | None:
    """Who has an account of his own: «عند رائد | رواية مختلفة», «للنقابة | قصة أخرى»."""
    tokens = scene.tokens
    led = first < last and tokens[first].form.removeprefix("و") in _HELD_BY
    account = next((k for k in range(first + 1, min(last, first + 6)) if tokens[k].form in words_of("tale")), None)
    if not led or account is None or account == first + 1:
        return None
    span = scene.span(speaker_after(scene, first + 1, account))
    return None if span is None else (span, "f" if tokens[first + 1].form.endswith("ة") else "m")


def _ends_name(token: Token) -> bool:
    """Whether a name ends before a token: before a number, or what is done to somebody."""
    return token.kind == "number" or is_done_to(token.form)


def denier(scene: Scene, first: int, last: int) -> tuple[Span, str] | None:
    """Who stands before a verb that only takes up what was told: «لكن | سائق الحافلة | نفى ذلك، …»."""
    told = any(token.form in words_of("this") for token in scene.tokens[first + 2 : last])
    return actor_before(scene, first, last) if told else None


def actor_before(scene: Scene, first: int, last: int) -> tuple[Span, str] | None:
    """The subject that stands before the first verb of a clause, with the verb's agreement."""
    for i in range(first + 1, min(last, first + 12)):
        found = word(scene.tokens[i].form).verb
        if found is None:
            continue
        following = scene.tokens[i + 1].form if i + 1 < last else ""
        acts = found.weak and found.tense == "perfect" and i - first > 1
        titled = acts and is_preposition(following) and _is_titled(scene, first)  # «وزير النقل فلان | قلل من شأن …»
        acts = titled or (acts and (is_definite(following) or following in words_of("this")))  # «الوكيل | نفى ذلك»
        if (acts or not found.weak) and found.agreement in ("m", "f", "p"):
            whom = subject_before(scene, first, i)
            span = scene.span(whom)
            if whom is None or span is None or (found.agreement == "p" and not are_people(scene.tokens[whom[0]].form)):
                return None
            return span, found.agreement
    alone = scene.span((first, first + 1)) if acts_unlisted(scene.tokens, first) else None
    return None if alone is None else (alone, "m")
