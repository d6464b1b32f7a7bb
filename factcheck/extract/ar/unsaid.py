"""Reporting verbs of Arabic that report nothing where they stand: a passive, an event that is their subject."""

from __future__ import annotations

from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import is_figure, is_kana
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import (
    Cue,
    class_names,
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    word,
    words_of,
)
from factcheck.text import by_spelling, fold

_WHO = frozenset({"people", "body", "office", "international", "agency"})
_SAW, _WENT, _SWORE, _TO, _ENDED, _CAUSES = map(fold, ("رأى", "ذهب", "حلف", "إلى", "انتهى", "توقع"))
_SEEN = frozenset(map(fold, ("عندما", "وعندما", "حين", "وحين", "حينما", "وحينما", "لما", "ولما", "بعدما")))
_POINTS, _POINTED = fold("أشار"), 7  # tokens behind it to the «أن» of what is said
_ANNOUNCED = 12  # tokens from «أما» to the verb
_SOON = 6  # tokens from «لم» to a verb behind «حتى»
_TAKEN = 8  # tokens from a verb to the «على» it takes
_REFUSED = 20  # tokens from a verb of refusing to what is refused
_NO = fold("لا")
_ASIDE = 7  # tokens from a comma of such an aside to its other one


def is_happening(scene: Scene, report: Report) -> bool:
    """Whether the subject of a verb is an event, which expects nothing: «اشتباكات توقع قتلى»."""
    head = scene.tokens[report.speaker[0]].form if report.speaker is not None else ""
    if report.speaker is not None and scene.is_family_name(report.speaker[0]):
        return False  # «توقع حداد ارتفاع الأسعار», of a Haddad named before
    plain = head.removesuffix("ات")
    return bool(head) and (
        is_event_noun(head) or (plain != head and is_event_noun(plain)) or head in words_of("happens")
    )


def tells_nothing(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether a cue reports no words: a passive, what somebody refused, what takes up or only times what was told."""
    following = scene.tokens[i + 1].form if i + 1 < scene.last else ""
    if following.startswith("ال") and following[2:] in words_of("returned") and cue.lemma in words_of("traces"):
        return True  # «جاء رد الفعل سريعا», «رد الجميل: …»
    if following in words_of("by.finger") or is_passive(scene, i, cue) or is_refused(scene, i, cue):
        return True
    if cue.force == "characterise" and cue.agreement == "f" and cue.sort == "verb" and _is_condition(following):
        return True  # «وصفت إصاباتهم بالطفيفة»
    if cue.lemma == _POINTS and i > scene.first and scene.tokens[i - 1].form in words_of("and.he"):
        behind = range(i + 1, min(scene.last, i + _POINTED))
        if not any(has_class(scene.tokens, k, scene.last, name) for k in behind for name in ("that", "that+")):
            return True  # «يضيف وهو يشير إلى ما تبقى من البيت»
    if cue.force == "opinion" and cue.tense == "perfect" and i and scene.tokens[i - 1].form in _SEEN:
        return cue.lemma == _SAW  # «عندما رأى السائق أن الجسر مقطوع، توقف»
    if cue.lemma == _WENT and _goes_until(scene, i):
        return True
    if cue.lemma == _SWORE and scene.tokens[i].form.removeprefix("و") == _SWORE and not _is_person(scene, i + 1):
        return True  # «قرر حلف الأطلسي أن ينشر قواته»
    if cue.lemma == _ENDED:  # «انتهت اللجنة إلى أن …», not «انتهى كما بدأ: …»
        behind = range(i + 1, min(scene.last - 1, i + _TAKEN))
        return not any(
            scene.tokens[k].form == _TO and has_class(scene.tokens, k + 1, scene.last, "that") for k in behind
        )
    if cue.force == "predict" and (following in words_of("signed") or _causes(scene, i)):
        return True  # «عمان توقع اتفاقية مع …», «غارة توقع عشرات القتلى»
    return takes_up_said(scene, i) or tells_how_soon(scene, i)


def _causes(scene: Scene, i: int) -> bool:
    """Whether «توقع» tells what something brought about, and nobody expects it: the dead or the losses behind it."""
    if scene.tokens[i].form != _CAUSES:
        return False
    forms = [token.form for token in scene.tokens[i + 1 : min(scene.last, i + 4)]]
    counted = [k for k, form in enumerate(forms) if form.removeprefix("ال") in words_of("harm")][:1]
    return bool(counted) and all(
        form.isdecimal() or is_figure(form) or form in words_of("quantifier") for form in forms[: counted[0]]
    )


@by_spelling
def _is_condition(form: str) -> bool:
    """Whether a noun, with its owner's pronoun or not, is how somebody or something fares: «حالتهما», «إصاباتهم»."""
    stem = next((form.removesuffix(end) for end in ("هما", "هم", "ها", "ه") if form.endswith(end)), form)
    return not words_of("condition").isdisjoint((form, stem, stem.removesuffix("ت") + "ة"))


def _is_person(scene: Scene, i: int) -> bool:
    actor = scene.actor(i) if i < scene.last else None
    return actor is not None and (actor.entry.kind == "office" or (actor.entry.kind == "people" and actor.entry.human))


def _goes_until(scene: Scene, i: int) -> bool:
    """Whether «ذهب إلى أن» tells how long, by the verb behind it: «ذهب إلى أن | وصل إلى البوابة»."""
    to = next((k for k in range(i + 1, min(scene.last - 2, i + _TAKEN)) if scene.tokens[k].form == _TO), None)
    opening = scene.tokens[to + 2].form if to is not None else ""
    return word(opening).verb is not None or opening in words_of("negates") if opening else False


def is_passive(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether a verb tells how much a thing is put at: «شركات | يقدر رأسمالها بنحو …», a noun with its pronoun."""
    derived = cue.lemma[0] == "ت" or (cue.lemma[0] == "ا" and "ت" in cue.lemma[1:3])
    if cue.tense == "imperfect" and derived and "ُ" in scene.text[slice(*_opening(scene, i))]:
        return True  # «ويُتهم المدير بـ…»: in the active a verb of its form has no damma
    if cue.force == "estimate" and cue.tense == "imperfect" and _is_valued(scene, i, cue.agreement):
        return not is_announced(scene, i)
    if (
        cue.tense != "imperfect"
        or cue.agreement not in ("m", "f")
        or "passive" not in cue.frames
        or i + 1 >= scene.last
    ):
        return False
    following = scene.tokens[i + 1].form
    if following in words_of("his.office"):
        return False  # «يقول نقيبهم»
    return following.endswith(("ها", "هم", "هما")) and not is_function_word(following) and i > scene.first


def is_reported(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether a past verb is in the passive, so that nobody is said to have told: «وأشير إلى أن», «وأُعلن أن»."""
    if cue.tense == "passive":
        led = scene.tokens[i - 1].form == fold("ما") or has_class(scene.tokens, i - 1, i, "who")
        return i == scene.first or not led  # «رغم ما قيل إن …», «الذي قيل إنه …»
    return cue.tense == "perfect" and "ُ" in scene.text[slice(*_opening(scene, i))]


def _is_valued(scene: Scene, i: int, agreement: str) -> bool:
    """Whether what is measured stands right behind the verb, and nobody who measures: «وتقدر حاجة البلاد بمليون طن»; a
    verb of another gender is somebody's: «المفوضية | تقدر عدد السكان بـ68 ألفا».
    """
    following = scene.tokens[i + 1].form if i + 1 < scene.last else ""
    if agreement == "f" and following in words_of("measured.m"):
        return False
    measured = following in words_of("measured") or following in words_of("valued")
    return measured and scene.actor(i + 1) is None


def is_announced(scene: Scene, i: int) -> bool:
    """Whether «أما» and somebody stand before a verb, who then does it: «أما شركة النقل، | فتقدر الخسائر بنحو …»."""
    tokens = scene.tokens
    if tokens[i].form[0] != "ف":
        return False
    for j in range(max(scene.first, i - _ANNOUNCED), i - 1):
        end = has_class(tokens, j, i, "topic")
        if end:
            actor = scene.actor(end)
            return actor is not None and actor.entry.kind in _WHO
    return False


def is_refused(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether a form is the noun of what somebody refused to do, and no verb: «رفض الوزير، أمس، | وصف الحادث بـ…»."""
    tokens = scene.tokens
    if cue.tense != "perfect" or word(tokens[i].form).joined or i == scene.first:
        return False
    for k in range(i - 1, max(scene.first - 1, i - _REFUSED), -1):
        found = word(tokens[k].form)
        if found.verb is not None and found.verb.lemma in words_of("refuses"):
            own_name = asks_no_name(scene, k)  # «دبلوماسي، رفض كشف هويته، | نسب الدعوة إلى …»
            return not own_name and (is_definite(tokens[i - 1].form) or tokens[i - 1].form in COMMAS)
        opens = not class_names(tokens[k].form).isdisjoint(("who", "that"))
        if found.joined or (opens and (has_class(tokens, k, i, "who") or has_class(tokens, k, i, "that"))):
            return False
    return False


def _opening(scene: Scene, i: int) -> tuple[int, int]:
    """Where the first letter of a verb stands with its vowel, its conjunction left aside."""
    start = scene.tokens[i].start + int(word(scene.tokens[i].form).joined)
    return start, start + 2


def asks_no_name(scene: Scene, i: int) -> bool:
    """Whether a token stands in an aside by which a source keeps his name back: «…، فضل حجب اسمه، قال إن …»."""
    tokens = scene.tokens
    for behind in range(i, min(scene.last, i + _ASIDE)):
        if tokens[behind].form in COMMAS:
            if tokens[behind - 1].form not in words_of("his.name"):
                return False
            return any(tokens[j].form in COMMAS for j in range(i - 1, max(scene.first, i - _ASIDE), -1))
    return False


def takes_up_said(scene: Scene, i: int) -> bool:
    """Whether «ما» before a verb takes up what was said: «…، وهو ما يؤكد تراجع الإصابات», «…، ما يعني أن …»."""
    tokens = scene.tokens
    if i < scene.first + 2 or tokens[i - 1].form != fold("ما"):
        return False
    return tokens[i - 2].form in COMMAS or bool(has_class(tokens, i - 2, i, "he") == i - 1)


def tells_how_soon(scene: Scene, i: int) -> bool:
    """Whether «لم» and a verb before «حتى» tell how soon a verb came: «لم يمض يومان حتى | شكك خبراء في النتائج»."""
    tokens = scene.tokens
    if i < scene.first + 3 or tokens[i - 1].form != fold("حتى"):
        return False
    return any(word(token.form).base in words_of("negates") for token in tokens[max(scene.first, i - _SOON) : i - 2])


def is_taken(scene: Scene, i: int, verb: int) -> bool:
    """Whether «على ما» belongs to the word before it, and names no source: «لم تعلق الوزارة | على ما ورد في المحضر»,
    «لم يقدما دليلا | على ما ادعياه».
    """
    tokens = scene.tokens
    if tokens[i - 1].form in COMMAS or i == scene.first:
        return False
    if tokens[verb].form.endswith("ه") and word(tokens[verb].form[:-1]).verb is not None:
        return True
    for k in range(i - 1, max(scene.first - 1, i - _TAKEN), -1):
        found = word(tokens[k].form)
        if found.verb is not None or tokens[k].form.endswith("ا"):
            bare = tokens[k].form.removesuffix("ا")
            taken = found.verb is not None and found.verb.lemma in words_of("takes.on")
            return taken or bare in words_of("takes.on.noun")
    return False


def is_negated(scene: Scene, i: int) -> bool:
    """Whether a cue is denied: «لم يقل», «لم تكن الباحثة فلانة تتوقع»."""
    tokens = scene.tokens
    if tokens[i - 1].form in words_of("negation"):
        return True
    if i - 1 > scene.first and tokens[i - 2].form.removeprefix("و") == _NO and word(tokens[i - 1].form).verb is None:
        return tokens[i - 1].kind == "word" and not is_definite(tokens[i - 1].form)  # «لا شيء يشير إلى …»
    opening = next((j for j in range(i - 3, max(scene.first, i - 8), -1) if tokens[j].form in COMMAS), i)
    i = opening if tokens[i - 1].form in COMMAS else i  # «لم يكن الحارس، وهو من القرية، | يتوقع أن …»
    for j in range(i - 1, max(scene.first, i - 8), -1):
        if tokens[j].kind == "mark" or word(tokens[j].form).cue is not None:
            return False
        if is_kana(tokens[j].form):
            return tokens[j - 1].form in words_of("negation")
    return False
