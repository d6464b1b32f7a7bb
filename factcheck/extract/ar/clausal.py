"""Reported clauses in Arabic: after أن and إن, after a colon or «قائلا», in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.further import came_of_it
from factcheck.extract.ar.marks import COMMAS, FINAL, is_final
from factcheck.extract.ar.papers import tells_in_it
from factcheck.extract.ar.past_asides import only_describes, past_aside, past_hidden
from factcheck.extract.ar.quoted_names import is_name_quotation
from factcheck.extract.ar.report import PREPOSITION_FRAMES, Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import (
    Cue,
    has_class,
    is_definite,
    is_function_word,
    is_preposition,
    own_classes,
    word,
    words_of,
)  # fmt: skip
from factcheck.extract.layout import Quotation
from factcheck.text import Token, by_spelling, fold

_THAT = frozenset({"that", "that+"})
_BARE = frozenset({"np", "blame", "target", "cause"})
_INDEED = fold("لقد")  # «وقال | لقد أجبرنا على الرحيل»
_SHADDA, _WITHOUT = "\u0651", frozenset(map(fold, ("دون", "ودون")))
_TO_THEM = frozenset(map(fold, ("إليهم", "إليها", "إليه", "إليهما", "معهم", "معه", "معها")))
_ACROSS, _ABOUT, _IN_WORDS = fold("عبر"), fold("عن"), fold("حد")  # «على حد قوله»
_NAME = 3  # words of a name in quotation marks
_AGE, _ONLY_THAT = fold("العمر"), 3  # «تبلغ من العمر 67 عاما» tells nothing; words of «ذلك جملة وتفصيلا»
_REACH, _SHORT_REACH = 34, 9  # tokens from a cue to its content; less for a word that is also a noun


def clausal_content(scene: Scene, i: int, cue: Cue) -> Report | None:
    tokens = scene.tokens
    opens = i == scene.first or tokens[i - 1].form in COMMAS or tokens[i - 1].form in words_of("already")
    weak = cue.weak and not word(tokens[i].form).joined and not opens
    reach = min(scene.last, i + 1 + (_SHORT_REACH if weak else _REACH))
    if i + 2 < reach and tokens[i + 1].form == _INDEED and cue.sort == "verb" and "that" in cue.frames:
        return Report(i, i, (i + 1, scene.last), cue.force, "ar.report.colon", agreement=cue.agreement)
    j = i + 1
    while j < reach:
        token = tokens[j]
        if j not in scene.openings and not _may_open(token.form):
            j += 1
            continue
        quotation = scene.openings.get(j)
        if quotation is not None and quotation.last - quotation.first <= _NAME and _has_object(tokens[j - 1].form):
            j = quotation.last + 1  # «مؤتمر صحافي حضره «بعض الموقعين»»
            continue
        if quotation is not None:
            if not is_name_quotation(scene, i, j, quotation, reach):
                return _quoted(scene, i, cue, quotation)
            j = quotation.last + 1
            continue
        if (past := past_aside(tokens, j, reach)) > j:
            j = past
            continue
        if (hidden := past_hidden(tokens, j, reach)) > j:
            j = hidden
            continue
        other = word(token.form).cue
        if other is not None and (is_no_cue(scene, j, other) or only_describes(tokens, j, other)):
            other = None
        if other is not None and tells_in_it(tokens, j, other):
            return None
        to_them = j + 1 < reach and tokens[j + 1].form in _TO_THEM
        if other is not None and to_them and not is_definite(tokens[j - 1].form):
            j += 2  # «سائقون تحدثت إليهم وكالة الأنباء | أن …»
            continue
        if token.form == ":" and not (
            tokens[j - 1].kind == "number" and tokens[min(j + 1, reach - 1)].kind == "number"
        ):
            return _after_mark(scene, i, cue, j + 1)
        bare = not cue.frames.isdisjoint(_BARE)
        if token.form in words_of("saying") and tokens[j - 1].form in COMMAS and bare:
            return None  # «نفى … الاتهامات، قائلا …»: a report of its own
        if other is not None and other.sort == "participle" and tokens[j - 1].form in COMMAS:
            told = any("that" in own_classes(tokens[k].form) for k in range(j + 1, min(reach, j + 3)))
            if bare or told:
                return None  # «نفى … الاتهامات، واصفا …», «وعد … بالتعويض، مشددا على أن …»
        if token.form in words_of("saying"):
            return None if tokens[j - 1].form == _IN_WORDS else _after_saying(scene, i, cue, j)
        if has_class(tokens, j, reach, "whether"):
            return Report(i, i, (j, scene.last), "ask", "ar.ask", scope="none")
        if _takes_that(tokens, i, j, cue):
            begin = j if has_class(tokens, j, reach, "that+") else j + 1
            return _after_that(scene, i, cue, begin)
        anew = tokens[j - 1].form in COMMAS and word(token.form).joined  # «سجل … هدفا، وكشف … أن»
        if other is not None and not anew and i + 1 < j < reach - 1 and has_class(tokens, j + 1, reach, "that"):
            j += 2  # «عامل ذكر أن اسمه …»: an aside inside the speaker's phrase
            continue
        if is_final(tokens, j) or (other is not None and (anew or not other.weak) and other.sort == "verb"):
            return None
        j += 1
    return None


def _has_object(form: str) -> bool:
    """Whether a form is a verb of no saying that holds its object as a pronoun: «حضره»."""
    found = word(form)
    return form.endswith(("ه", "ها")) and found.verb is not None and found.cue is None


@by_spelling
def _may_open(form: str) -> bool:
    """Whether a word can open the content of a report, or end the search for it; most cannot."""
    return (
        word(form).cue is not None or is_function_word(form) or form == ":" or form in FINAL
        or form in words_of("saying") or form in words_of("prefers")
    )  # fmt: skip


def is_no_cue(scene: Scene, i: int, cue: Cue) -> bool:
    """«ويدعى فلان»: he is called so, «يدعي» with its dots claims; «دون أن»: without, «دوّن» with its shadda tells."""
    token, across = scene.tokens[i], scene.tokens[i].form == _ACROSS and i and scene.tokens[i - 1].kind == "word"
    if cue.lemma in words_of("pays") and i > scene.first and has_class(scene.tokens, i - 1, i, "that"):
        return True  # «ألزمت المدير بأن | يدفع 300 ألف دينار»
    if scene.is_no_verb(i) or (across and scene.tokens[i + 1].form != _ABOUT):
        return True  # «يشقون طريقهم | عبر الأنقاض»
    if cue.lemma == "زاد" and i + 1 < scene.last and scene.tokens[i + 1].form.endswith(("ها", "هم")):
        return True  # «زادت | أرباحها»
    if cue.tense == "imperfect" and (
        scene.tokens[min(i + 2, scene.last - 1)].form == _AGE or came_of_it(scene.tokens, scene.first, i)
    ):
        return True
    if token.form in _WITHOUT:
        return _SHADDA not in scene.text[token.start : token.end]
    return cue.lemma == fold("ادعى") and cue.tense == "imperfect" and scene.text[token.end - 1] == "ى"


def _takes_that(tokens: Sequence[Token], i: int, j: int, cue: Cue) -> bool:
    """Whether token `j` is a complementiser that the cue's frames allow after the token before it."""
    form = tokens[j].form
    if own_classes(form).isdisjoint(_THAT):
        return False
    if word(form).joined and form[0] in "وف" and form != fold("فإن"):
        return False
    before = tokens[j - 1].form
    if "np" in cue.frames and any(tokens[k - 1].form in COMMAS and _is_but_that(tokens, k, j) for k in (j - 1, j)):
        return False  # «نفى النائب تلقي أموال، | إلا أن موظفا أفاد بأنه …»
    if "np" in cue.frames and tokens[j - 1].form not in COMMAS and any(_acts_next(tokens, k) for k in range(i + 3, j)):
        return False  # «أعلن النائب استقالته، | ووافق المجلس على أن …»
    if before == fold("على") and tokens[j - 2].form in COMMAS:
        return False  # «توقفت الحركة، على أن تستأنف …»: provided that
    for folded, preposition in PREPOSITION_FRAMES:
        if before == folded:
            return f"{preposition}+that" in cue.frames or ("that" in cue.frames and not _takes(tokens, i, j - 2))
    if before in words_of("unreported"):
        return False
    return "that" in cue.frames or bool(cue.frames & {"على+that", "إلى+that", "ب+np"} and form.startswith("ب"))


def _acts_next(tokens: Sequence[Token], k: int) -> bool:
    """Whether a verb joined behind a comma begins what was done next: «، | ووافق المجلس على …»."""
    found = word(tokens[k].form)
    return found.joined and found.verb is not None and not found.verb.weak and tokens[k - 1].form in COMMAS


def _takes(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether another verb takes the preposition behind it: «سجلت البلاد إصابة | يشتبه في أنها إنفلونزا»."""
    found = word(tokens[j].form)
    verb = found.verb if j > i + 1 and not found.joined else None
    return verb is not None and not verb.weak and verb.tense == "imperfect"


def _is_but_that(tokens: Sequence[Token], k: int, j: int) -> bool:
    """Whether «إلا أن» or «غير أن» begins at a token and goes on beyond another; «إلا» folds like «ألا»."""
    return has_class(tokens, k, k + 2, "but") > j


def _after_that(scene: Scene, i: int, cue: Cue, begin: int) -> Report:
    return Report(i, i, (begin, scene.last), cue.force, "ar.report.that", agreement=cue.agreement)


def _after_mark(scene: Scene, i: int, cue: Cue, begin: int) -> Report | None:
    """The content after a colon: the quotation that opens there, or the rest of the sentence."""
    tokens = scene.tokens
    if begin >= scene.last:
        return None
    quotation = scene.quotation_opening(begin)
    if quotation is not None:
        return _quoted(scene, i, cue, quotation)
    if has_class(tokens, begin, scene.last, "that"):
        begin += 1
    return Report(i, i, (begin, scene.last), cue.force, "ar.report.colon", agreement=cue.agreement)


def _after_saying(scene: Scene, i: int, cue: Cue, j: int) -> Report | None:
    """The content after «قائلا» or «قوله», whatever stands between it and the words."""
    k = next((n for n in range(j + 1, min(scene.last, j + 9)) if _opens_words(scene, n)), j + 1)
    while k < scene.last and (scene.tokens[k].form == ":" or has_class(scene.tokens, k, scene.last, "that")):
        k += 1
    if k >= scene.last:
        return None
    quotation = scene.quotation_opening(k)
    if quotation is not None:
        return _quoted(scene, i, cue, quotation)
    return Report(i, i, (k, scene.last), cue.force, "ar.report.saying", agreement=cue.agreement)


def _opens_words(scene: Scene, n: int) -> bool:
    """Whether the words themselves open at a token: a colon, أن, or a quotation («قائلا لوكالة … إن»)."""
    form = scene.tokens[n].form
    return (
        form == ":"
        or scene.quotation_opening(n) is not None
        or any(has_class(scene.tokens, n, scene.last, name) for name in ("that", "that+"))
    )


def _quoted(scene: Scene, i: int, cue: Cue, quotation: Quotation) -> Report:
    first = quotation.first
    if first + 2 < quotation.last and "that" in own_classes(scene.tokens[first].form):
        first += 1  # «قالت: «إن …»»
    content = (first, min(quotation.last, scene.last))
    return Report(i, i, content, cue.force, "ar.report.quotation", open_end=False, agreement=cue.agreement)


def quotation_before(scene: Scene, i: int, cue: Cue, before: Sequence[Report]) -> Report | None:
    """The quotation that stands before «، تقول راضية», unless another report has it already."""
    if cue.sort == "participle" or cue.tense == "future" or "that" not in cue.frames or "observes" in cue.frames:
        return None
    thus = scene.tokens[i - 1].form in words_of("thus")
    if thus and i + 1 < scene.last and is_preposition(scene.tokens[i + 1].form):
        return None  # «العدل أساس الملك»، هكذا | كتب على باب المحكمة
    j = i - 1 - thus  # «…»، هكذا | يقول فلان
    while j > scene.first and scene.tokens[j].kind == "mark" and scene.tokens[j].form in COMMAS | FINAL | set('»"”'):
        j -= 1
    quotation = next((q for k in range(scene.first, scene.first + 3) if (q := scene.quotation_opening(k))), None)
    led = -1 if quotation is not None or word(scene.tokens[i].form).joined else _led_by_colon(scene, j)
    start = led if led > scene.first else scene.first  # «ولم يتأخر الرد: | «…»، كتب الوزير»
    quotation = scene.openings[led] if start == led else quotation
    if (
        quotation is None
        or j + 1 >= i
        or scene.tokens[j + 1].kind != "mark"
        or not quotation.first <= j < quotation.last
    ):
        return None
    if quotation.last == i - 1 and _names_subject(scene, quotation, i, cue):
        return None
    told = any(not own_classes(token.form).isdisjoint(_THAT) for token in scene.tokens[i + 1 : min(scene.last, i + 6)])
    anew = (
        led == start and cue.tense == "perfect" and not told and not {"ب+np", "np"} & cue.frames
    )  # «وتعد بفيلم قصير: | «يكفينا انتظار»، قالت ضاحكة»
    if any(report.content[0] <= quotation.first < report.content[1] and not anew for report in before):
        return None
    if quotation.first - 2 >= scene.first and has_class(scene.tokens, quotation.first - 2, i, "topic"):
        return None  # «أما "صوت النهر"، فذكرت أن …»
    content = (quotation.first, quotation.last)
    rule = "ar.report.quotation-first"
    return Report(start, i, content, cue.force, rule, open_end=False, agreement=cue.agreement)


def _led_by_colon(scene: Scene, j: int) -> int:
    """The opening mark of the quotation that ends at a token and has a colon before it; -1 for none."""
    for k in range(j - 1, max(scene.first + 2, j - _REACH), -1):
        quotation = scene.openings.get(k)
        if quotation is not None:
            return k if quotation.last == j + 1 and scene.tokens[k - 1].form == ":" else -1
    return -1


def _names_subject(scene: Scene, quotation: Quotation, i: int, cue: Cue) -> bool:
    """Whether a short quotation right before a verb names who says it: «الموجة» تزعم سرقة …; not "لن نتراجع" يقول …."""
    tokens, first = scene.tokens, scene.tokens[quotation.first].form
    if quotation.last - quotation.first > _NAME or word(first).verb is not None or first in words_of("negates"):
        return False
    reach = min(scene.last, i + 4)
    told = any(not own_classes(tokens[j].form).isdisjoint(_THAT) for j in range(i + 1, reach))
    return told or "np" in cue.frames


def goes_on_quoted(scene: Scene, quotation: Quotation, before: Report) -> bool:
    """Whether a quotation joined by «و» goes on with the words of the one before it: «قال: "…" و"…"»."""
    if before.rule == "ar.report.quotation-first" and quotation.first - 2 > before.cue:
        broken = scene.tokens[quotation.first - 2].form in COMMAS
        return broken and quotation.last - quotation.first > _NAME  # «…»، يقول الرجل، «…»
    joined = scene.tokens[quotation.first - 2].form == "و" and before.content[1] + 2 >= quotation.first - 1
    return joined and not before.open_end and before.scope == "content" and quotation.last - quotation.first > 3


def is_only_that(scene: Scene, report: Report, cue: Cue) -> bool:
    """Whether a denial says no more than «ذلك»: «نفى … ذلك جملة وتفصيلا»; what was denied stands elsewhere."""
    first, last = report.content
    if cue.force != "deny":
        return False
    end = next((j for j in range(first, last) if scene.tokens[j].kind == "mark"), last)
    that = first < scene.last and scene.tokens[first].form == fold("ذلك")
    return that and end - first <= _ONLY_THAT
