"""On which level of an Arabic sentence a cue stands: within the report before it, or anew, in a clause of its own."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.bare_subjects import acts_within
from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.leading import goes_on_so, leads_up, said_earlier, topic_clause
from factcheck.extract.ar.marks import COMMAS, QUOTES
from factcheck.extract.ar.predicates import has_any_verb, is_kana
from factcheck.extract.ar.quoted_names import closes_name
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import speaker_after
from factcheck.extract.ar.subjects import subject_before
from factcheck.extract.ar.unsaid import asks_no_name
from factcheck.extract.ar.words import Cue, class_names, has_class, is_definite, is_function_word, word, words_of
from factcheck.text import Token, fold

CONTRASTS = frozenset({"but", "but+"})
_BY_THAT = fold("بأن")
_FARTHEST = 60  # tokens from the head of a clause to its verb
_AND_HAD = fold("وقد")
_NAME = 3  # words of a name in quotation marks
_LONGEST_SUBJECT = 16  # tokens between «كان» and its «قد»


def starts_anew(scene: Scene, i: int, cue: Cue, previous: Report) -> bool:
    """Whether a cue inside the content of a report stands on the sentence's own level again."""
    tokens = scene.tokens
    if i <= previous.content[0]:
        return False
    if cue.sort == "participle" or word(tokens[i].form).joined:
        denied = previous.force == "deny" and previous.rule == "ar.report.noun" and cue.sort == "verb"
        if denied and cue.force == "admit" and cue.agreement == previous.agreement:
            return True  # «نفت الشرطة إطلاق النار، | وأقرت باستخدام الهراوات»
        told = cue.sort == "verb" or (i + 1 < scene.last and tokens[i + 1].form != _BY_THAT)  # «معترفا بأن …»
        if told and cue.lemma in words_of("confesses") and i + 1 < scene.last and tokens[i + 1].form[0] == "ب":
            return False  # «قال البيان إن الشرطة أوقفت السائق، | واعترف بإخفاء المواد»
        accused = previous.force == "accuse" and cue.sort == "verb" and cue.lemma in words_of("may.act")
        if accused and tokens[i - 1].form not in COMMAS:
            return False  # «اتهم النقيب الوزير بأنه رفض الحوار | وأصر على القرار»
        return tokens[i - 1].form != fold("الذي")
    if goes_on_before(scene, i) or topic_clause(scene, previous, i - _FARTHEST, i) is not None:
        return True
    if tokens[i - 1].form in COMMAS and leads_up(scene, previous.cue):
        return True  # «بينما قالت الوزارة إن الوقود متوفر، | قال السائقون إن …»
    if tokens[i - 1].form in COMMAS and _awaits_verb(scene, i, previous):
        return False
    if tokens[i - 1].form in COMMAS or tokens[i - 1].form in '»"”' or has_class(tokens, i - 1, i, "also"):
        return True
    if has_class(tokens, i - 1, i, "where") or _topic_before(tokens, i, previous.content[0]) is not None:
        return True  # «إن الماء ملوث، أما الشركة، فقد نفت ذلك»
    least = 1 if previous.rule == "ar.report.noun" else 3  # «الحكومة تعلن التقشف | والمعارضة تتهم …»
    if _is_joined_subject(tokens, i - 1) and i - previous.content[0] > least:
        return True
    floor = max(previous.content[0], i - 12)
    for j in range(i - 1, floor, -1):
        if _as_well(tokens, j, i):
            return subject_before(scene, j + 2, i) is not None  # «نفى فلان …، كما أن الجماعة نفت …»
        if tokens[j].form in words_of("answering") and tokens[j - 1].form in COMMAS:
            who = has_class(tokens, i - 1, i, "who")  # «…، خلافا لما أورده الموقع الذي | ذكر أن …»
            return bool(who) or subject_before(scene, j, i) is not None  # «نفت …، ردا على صفحات | زعمت …»
        if has_class(tokens, j, i, "but") or has_class(tokens, j, i, "but+"):
            return True
        if tokens[j - 1].form in COMMAS and tokens[j].form[0] == "و":
            told = bool(has_class(tokens, j, i, "he")) or scene.after_adverbs(j, i) == i  # «، ومؤخرا | أعلنت المنظمة …»
            return told or subject_before(scene, j, i) is not None
    return False


def goes_on_in_paper(scene: Scene, i: int, before: Report) -> bool:
    """Whether «ويذكر أن» goes on with a paper that speaks: «تقرير المختبر يعزو …، | ويذكر أن …»."""
    cue, form = word(scene.tokens[before.cue].form).cue, scene.tokens[i].form
    led = scene.tokens[i - 1].form in COMMAS and "remark" in class_names(form) and form[0] == "و"
    if not led or before.speaker is None or cue is None or (cue.tense, cue.agreement) != ("imperfect", "m"):
        return False
    return scene.tokens[before.speaker[0]].form.removeprefix("ال") in words_of("statement", "paper", "document")


def shows_of_it(scene: Scene, i: int, cue: Cue, before: Report) -> bool:
    """Whether a joined verb says what an examination of a thing told right before has shown, which is nobody's own
    saying: «بحسب الموقع، أخذت عينة، | وكشف تحليلها عن …»; not «وكشف مديرها عن …». Behind «إن» only what goes on with
    «أن», not «قالت الشركة إن الطائرة سليمة، | وكشف فحصها عن صدع».
    """
    source = before.rule.startswith("ar.source")
    if not source and not any(
        has_class(scene.tokens, k, scene.last, "that") for k in range(i + 2, min(i + 4, scene.last))
    ):
        return False
    if cue.lemma not in words_of("shows") or not word(scene.tokens[i].form).joined or i + 2 >= scene.last:
        return False
    form = scene.tokens[i + 1].form
    stem = next((form.removesuffix(end) for end in ("هما", "هم", "ها", "ه") if form.endswith(end)), "")
    return stem in words_of("examines") or (stem.endswith("ت") and f"{stem[:-1]}ة" in words_of("examines"))


def goes_on_before(scene: Scene, i: int) -> bool:
    """Whether «قبل أن» and a verb bring somebody's own words: «نفى المدير …، قبل أن | يضيف: "…"»."""
    tokens = scene.tokens
    led = i > scene.first + 2 and has_class(tokens, i - 2, i, "before") == i
    words = i + 1 < scene.last and (tokens[i + 1].form == ":" or i + 1 in scene.openings)
    return led and words and tokens[i - 3].form in COMMAS


def _awaits_verb(scene: Scene, i: int, previous: Report) -> bool:
    """Whether a verb behind a comma is that of the noun behind «إن», which has none: «إن الأدلة، تشير إلى …»."""
    first = previous.content[0]
    if previous.rule == "ar.report.that" and _is_behind_aside(scene.tokens, i, first):
        return True
    if previous.rule != "ar.report.that" or "that" not in class_names(scene.tokens[first - 1].form) or i - 1 <= first:
        return False
    return not has_any_verb(scene.tokens, first, i - 1)


def _is_behind_aside(tokens: Sequence[Token], i: int, first: int) -> bool:
    """Whether a verb behind a comma is that of a noun behind «أن», set apart by what he is: «وأن المتهم، وهو آسيوي يبلغ
    34 عاما، | اعترف بتحويل مبالغ».
    """
    commas = [k for k in range(i - 2, max(first, i - _LONGEST_SUBJECT), -1) if tokens[k].form in COMMAS]
    opening = next((k for k in commas[:2] if tokens[k + 1].form in words_of("and.he")), None)
    if opening is None:
        return False
    that = next((k for k in range(opening - 1, first - 2, -1) if "that" in class_names(tokens[k].form)), None)
    return that is not None and that + 1 < opening and not has_any_verb(tokens, that + 1, opening)


def _as_well(tokens: Sequence[Token], j: int, i: int) -> bool:
    """Whether «، كما أن» stands at a token, or «، على أن» with a subject and what it did behind it."""
    if tokens[j - 1].form not in COMMAS or j + 2 >= i or has_class(tokens, j + 1, i, "that") != j + 2:
        return False
    if has_class(tokens, j, i, "also") == j + 1:
        return True
    found = word(tokens[i].form).verb  # «…، على أن آخرين أشاروا إلى أن …», not «على أن يستأنف …»
    return tokens[j].form == fold("على") and found is not None and found.tense == "perfect"


def clause_start(scene: Scene, i: int, cue: Cue, before: Sequence[Report]) -> int:
    """The token that begins the clause of a cue: after the last «، و…», «لكن …» or report before it."""
    tokens = scene.tokens
    if before and tokens[i - 1].form in COMMAS and leads_up(scene, before[-1].cue):
        return i  # «فيما أكدت الوزارة أن …، | نفى السائقون ذلك»
    if (named := _joined_name(scene, i)) is not None:
        return named
    floor = max(scene.first, i - _FARTHEST, before[-1].content[0] if before and before[-1].content[0] <= i else 0)
    led = _topic_before(tokens, i, max(floor, i - _LONGEST_SUBJECT))
    led = _kana_before(tokens, said_earlier(tokens, i), max(floor, i - _LONGEST_SUBJECT)) if led is None else led
    if led is not None:
        return led
    for j in range(i - 1, floor, -1):
        form = tokens[j].form
        if tokens[j - 1].form in COMMAS:
            if _as_well(tokens, j, i):
                return j + 2
            if has_class(tokens, j, i, "topic"):  # «…، أما المحامي | فطالب بخبير قال إنه …»
                return next((k for k in range(j + 1, i) if goes_on_so(tokens[k].form)), j)
            so = form[0] == "ف" and (is_function_word(form) or form[1:] in nouns())  # not «فاتن»
            joined = word(form).joined or form[0] == "و" or so
            aside = has_class(tokens, j, i, "he") or form in words_of("called")  # «أحد السكان، ويدعى حسام، نفى …»
            aside = aside or (form == _AND_HAD and tokens[i - 1].form in COMMAS and not word(tokens[i].form).joined)
            aside = aside or _owns_aside(scene, floor, j, i)
            if (joined or form in words_of("answering")) and not (aside or asks_no_name(scene, j)):
                return j
        if i - j <= 4 and form[0] == "و" and cue.tense == "imperfect" and _is_joined_actor(scene, j, i):
            return j
        if i - j <= 3 and _is_joined_office(tokens, j, i, cue):
            return j
        own = j == i - 1 and _is_joined_subject(tokens, j)
        own = own and (_agrees(form, cue) or _are_many(tokens, j, cue))  # not «وزارة المياه والري قالت»
        own = own or (j == i - 1 and form.startswith("وم") and form.endswith("ون") and cue.agreement == "p")
        if tokens[j - 1].form == ":" or own:
            return j
        closes = tokens[j - 1].form in "»”" and not closes_name(scene, j - 1)
        if (
            closes
            or tokens[j - 1].form == "؛"
            or (class_names(form) & CONTRASTS and any(has_class(tokens, j, i, name) for name in CONTRASTS))
        ):
            return j
    return floor


def _owns_aside(scene: Scene, floor: int, j: int, i: int) -> bool:
    """Whether «و» and a noun with its pronoun open an aside between a subject and its verb: «المركز، | ومقره بيروت، أكد
    أن …»; no subject of its own, as in «فاز الفريق، ومدربه يقول إن …».
    """
    tokens = scene.tokens
    if tokens[j].form[0] != "و" or tokens[i - 1].form not in COMMAS or word(tokens[i].form).joined or i - j < 3:
        return False
    if not is_definite(tokens[j - 2].form):
        return False  # «المدير مريض، ونائبه سامي نور، يؤكد أن …»
    owned = any(tokens[k].form.endswith(("ه", "ها", "هم")) for k in (j, j + 1) if tokens[k].kind == "word")
    return owned and not (acts_within(scene, floor, j - 1) or acts_within(scene, j, i - 1))


def _joined_name(scene: Scene, i: int) -> int | None:
    """Where a short name in marks opens, joined by «و», that ends right before a verb: «… و | «النور» تتحدث عن …»."""
    if scene.tokens[i - 1].form not in QUOTES:
        return None
    named = next((k for k, one in scene.openings.items() if one.last == i - 1), None)
    short = named is not None and named > scene.first and i - 2 - named <= _NAME
    return named if named is not None and short and scene.tokens[named - 1].form == "و" else None


def _kana_before(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """Where «كان» stands that a «قد» at a token belongs to: «وكان حساب «…» على منصة «…» | قد ذكر أن …»."""
    if i - 1 < floor or tokens[i].form not in words_of("already"):
        return None
    for j in range(i - 1, floor - 1, -1):
        if is_kana(tokens[j].form):
            return j if j < i - 1 or word(tokens[j].form).joined else None  # «غير أن الوزير | كان قد …»
        found = word(tokens[j].form).verb
        if found is not None and not found.weak:
            return None
    return None


def _topic_before(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """Where «أما» stands whose «ف» opens a cue or what tells of an earlier saying: «أما الوزارة، فقد أعلنت أن …»."""
    at = said_earlier(tokens, i)
    if tokens[at].form[0] != "ف":
        return None
    return next((j for j in range(at - 2, floor - 1, -1) if has_class(tokens, j, at, "topic")), None)


def _agrees(form: str, cue: Cue) -> bool:
    """Whether a noun can be the subject of a verb behind it by its gender."""
    return cue.agreement not in ("m", "f") or form.endswith(("ة", "ات", "ى", "اء")) == (cue.agreement == "f")


def _are_many(tokens: Sequence[Token], j: int, cue: Cue) -> bool:
    """Whether a definite noun that no list knows can be many, whose verb is feminine: «ست هزائم | والجماهير تقول»."""
    present = cue.agreement == "f" and cue.tense == "imperfect"
    return present and not is_definite(tokens[j - 1].form) and tokens[j].form.removeprefix("وال") not in nouns()


def _is_joined_subject(tokens: Sequence[Token], i: int) -> bool:
    """Whether «و» and a definite noun, right before a verb, begin its clause: «والجامعة تتحدث عن …»."""
    found = word(tokens[i].form)
    return found.joined and found.verb is None and is_definite(found.base)


def _is_joined_office(tokens: Sequence[Token], j: int, i: int, cue: Cue) -> bool:
    """Whether «و» and an office with its pronoun, right before a verb, begin its clause: «… | ومديره السابق يقول …»."""
    form = tokens[j].form
    office = form[0] == "و" and form[1:] in words_of("his.office") and tokens[j - 1].kind != "mark"
    return office and cue.tense == "imperfect" and all(is_definite(token.form) for token in tokens[j + 1 : i])


def _is_joined_actor(scene: Scene, j: int, cue: int) -> bool:
    """Whether «و» and somebody known, right before a verb, begin its clause: «23 قتيلا وشركة الملاحة تنفي …»."""
    actor = scene.actor(j)
    if actor is None or not actor.clitic or scene.tokens[j - 1].kind == "mark":
        return False
    named = speaker_after(scene, j, cue)
    return named is not None and named[1] == cue
