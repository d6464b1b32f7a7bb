"""Sources in Arabic: «بحسب X», «على ما أفاد X», «نقلت … عن X», «جاء في بيان X», «مخاوف X من …»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.counted import gives_account, of_amount
from factcheck.extract.ar.marks import COMMAS, is_final
from factcheck.extract.ar.predicates import has_verb
from factcheck.extract.ar.report import PREPOSITION_FRAMES, Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.source_ends import source_end
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.subjects import subject_before, with_publisher
from factcheck.extract.ar.unsaid import is_taken
from factcheck.extract.ar.words import (
    Cue,
    has_class,
    is_definite,
    is_preposition,
    own_classes,
    word,
    words_of,
)  # fmt: skip
from factcheck.text import Token, fold

_AGAINST = frozenset({"deny", "deny.refute", "doubt", "accuse"})  # «كما نفى …»: a report, and no source
_BODIES = frozenset({"body", "people", "international", "agency"})
_RESTING, _ACCOUNT, _BY = map(fold, ("استنادا", "رواية", "بحسب"))
_BACK = 120  # tokens before a source in which the verb it vouches for stands
_DESCRIBED = 12  # tokens of what describes a source
_NAME = 3  # words of a name in quotation marks
_PASSING = 14  # tokens of who passes words on
_HIS = ("ه", "ها", "هم")
_IN, _ABOUT, _FROM, _ON = fold("في"), fold("عن"), fold("من"), fold("على")


def of_source(scene: Scene, i: int) -> Report | None:
    """«بحسب X», «وفق بيانات X», «على ما أفاد X»: a source before or after what the whole sentence says."""
    tokens = scene.tokens
    end = has_class(tokens, i, scene.last, "source.verb")
    if end and end < scene.last and tokens[i].form == _ON and is_taken(scene, i, end):
        return None
    if end and end < scene.last:
        return _of_source_verb(scene, i, end)
    also = has_class(tokens, i, scene.last, "also")
    if also and (counted := of_amount(scene, i)) is not None:
        return counted
    if also and tokens[i - 1].form in COMMAS and i > scene.first:
        cue = word(tokens[i + 1 if i + 1 < scene.last else i].form).cue
        praised = i + 2 < scene.last and tokens[i + 2].form[0] == "ب"  # «، كما نوه برجال الإطفاء»
        return None if cue is None or cue.force in _AGAINST or praised else _of_source_verb(scene, i, i + 1)
    own, end = has_class(tokens, i, scene.last, "source.own"), has_class(tokens, i, scene.last, "source")
    if own and own < scene.last and end <= own:
        behind = not tokens[own - 1].form.endswith(_HIS)  # «على حد | تعبيره»
        of_him = _pronoun(tokens[own - 1 + behind].form) if tokens[own - 1 + behind].form.endswith(_HIS) else ""
        if of_him and not behind and i > scene.first and tokens[i - 1].kind != "mark":
            return None  # «والسبيل في رأيها إجراء استفتاء»
        if of_him and i == scene.first and tokens[i].form.removeprefix("و").startswith(_BY):  # «وبحسبها، لم تقع إصابات»
            return Report(i, i, (i, own), "source", "ar.source.according", False, scope="sentence", agreement=of_him)
        stop = own + (not of_him or behind or "that" in own_classes(tokens[own].form))  # «في رأيه أن …»
        return Report(
            i, i, (i, stop), "hearsay.distance", "ar.source.own", scope="sentence", carried=not of_him, agreement=of_him
        )
    if not end or end >= scene.last or has_class(tokens, end, scene.last, "scale"):
        return None
    if tokens[end].form in words_of("saying") or tokens[end].form in words_of("his.words"):
        stop = source_end(tokens, end + 1, scene.last)
        return Report(i, i, (i, stop), "say", "ar.source.own", scope="sentence", carried=True)
    known = scene.actor(end) if i > scene.first and tokens[i - 1].form in COMMAS else None
    body = known is not None and known.entry.kind in _BODIES  # «…، استنادا إلى الهيئة العامة للسياحة»
    if tokens[end - 1].form == _ACCOUNT and tokens[i].form.endswith(_IN) and not gives_account(scene, i, end):
        return None  # «قرأت في رواية الكاتب سامي نور»
    rests = tokens[i].form.endswith(_RESTING) and not body
    if rests and tokens[end].form not in words_of("words.of", "document"):
        return None  # «قدر العدد استنادا إلى التذاكر»: how it was reckoned
    if tokens[end].form in words_of("for.him"):  # «بلغت النسبة 40 في المئة، وفقا له»
        return Report(i, i, (i, end + 1), "source", "ar.source.according", False, scope="sentence", carried=True)
    of_somebody = tokens[end].form.removeprefix("ل") in words_of("words.of")
    following = tokens[end + 1].form if end + 1 < scene.last else ""
    if of_somebody and following and (is_definite(following) or not following.endswith(("ية", "ي"))):
        end += 1  # «وفقا لأرقام | المركز», not «بحسب معطيات نقابية»
    speaker = speaker_after(scene, end, scene.last, behind_lam=tokens[end].form[0] == "ل")
    if speaker is None:
        return None
    speaker = _publisher(scene, speaker) or with_publisher(scene, speaker, scene.last)
    behind = i > scene.first and tokens[i - 1].form in COMMAS and has_verb(tokens, max(scene.first, i - _BACK), i)
    stop = source_end(tokens, speaker[1], scene.last, behind, i > scene.first + 1)
    if not behind:  # «في تقدير المنظمة | أن …»
        stop = next((j for j in range(speaker[1], stop) if "that" in own_classes(tokens[j].form)), stop)
    stop = _with_office(scene, stop) if behind else _with_description(scene, stop)
    return Report(i, i, (i, stop), "source", "ar.source.according", False, speaker, scope="sentence")


def is_within(scene: Scene, source: Report, told: Report) -> bool:
    """Whether a source stands in the midst of what somebody else says: «قال إن من يهدرون | وفق المنظمة يجيدون …»."""
    tokens, end = scene.tokens, source.content[1]
    found = word(tokens[end].form) if end < scene.last else None
    midst = told.rule == "ar.report.that" and tokens[source.start - 1].form not in COMMAS
    before = word(tokens[source.start - 1].form).verb
    if midst and before is not None and not before.weak:
        return True  # «إن الأسعار حددت | وفق متوسط الصفقات»
    return midst and found is not None and found.verb is not None and not (found.verb.weak or found.joined)


def said_behind(scene: Scene, i: int, cue: Cue) -> Report | None:
    """«هذا غير دقيق، | يقول العقيد محمد سالم»: who said the sentence before the verb, and nothing behind the name.

    What only describes him may stand there: «…، تقول الوزارة، التي أرسلت فريقا».
    """
    tokens, last = scene.tokens, scene.last
    begin = i - (tokens[i - 1].form in words_of("thus"))  # «…، هكذا | قال المدير»
    if i < scene.first + 3 or tokens[begin - 1].form not in COMMAS or word(tokens[i].form).joined:
        return None
    if cue.sort != "verb" or "that" not in cue.frames or "observes" in cue.frames or cue.force in _AGAINST:
        return None
    comma = next((k for k in range(i + 2, last - 2) if tokens[k].form in COMMAS), last)
    last = comma if comma < last and has_class(tokens, comma + 1, last, "who") else last
    while last > i and is_final(tokens, last - 1):
        last -= 1
    if i + 1 >= last:
        return None
    if cue.tense == "perfect" and is_preposition(tokens[scene.first].form.removeprefix("و")):
        return None  # «في اجتماع شارك فيه 20 وزيرا، | أقرت الجامعة خطة الطوارئ»
    speaker = speaker_after(scene, i + 1, last)
    if speaker != (i + 1, last):
        return None
    return Report(begin, i, (begin, last), "source", "ar.source.as-said", False, speaker, scope="sentence")


def _with_description(scene: Scene, stop: int) -> int:
    """The comma behind what describes a source in the middle of a sentence: «، بحسب فلان، وهو صياد، | كانت تحمل …»."""
    tokens = scene.tokens
    if stop + 2 >= scene.last or tokens[stop].form not in COMMAS or tokens[stop + 1].form not in words_of("and.he"):
        return stop
    reach = range(stop + 3, min(scene.last - 1, stop + _DESCRIBED))
    closing = next((j for j in reach if tokens[j].form in COMMAS), stop)
    return closing if not is_definite(tokens[stop + 2].form) else stop


def _with_office(scene: Scene, stop: int) -> int:
    """The end of a source with the office set off behind its name: «…، بحسب فلان، رئيس الشعبة»."""
    tokens = scene.tokens
    office = scene.actor(stop + 1) if stop + 2 < scene.last and tokens[stop].form in COMMAS else None
    if office is None or office.entry.kind != "office":
        return stop
    end = next((j for j in range(stop + 1, scene.last) if tokens[j].kind == "mark"), scene.last)
    return stop if has_verb(tokens, stop + 1, end) else end


def _publisher(scene: Scene, document: Range) -> Range | None:
    """Who gave a figure out: «حصيلة أولية أعلنتها | هيئة …», «بيانات نشرها | البنك …»."""
    tokens, i = scene.tokens, document[1]
    if i + 2 >= scene.last or word(tokens[i].form).verb is None:
        return None
    behind = i + 1 if tokens[i].form.endswith(("ها", "ه")) else i + 2
    if behind == i + 2 and tokens[i + 1].form not in words_of("about.him"):
        return None
    return speaker_after(scene, behind, scene.last)


def _of_source_verb(scene: Scene, i: int, verb: int) -> Report | None:
    """«على ما أفاد X»: the verb and whoever said it, up to a comma or the end, with no content of its own."""
    tokens = scene.tokens
    cue = _cue_of_it(tokens[verb].form)
    if cue is not None and cue.frames & {"target", "cause", "blame"}:
        return None  # «على ما وصفته بـ…»
    if cue is None and _learnt_from(tokens, verb, scene.last) is None:
        return None
    begin = _learnt_from(tokens, verb, scene.last) or verb + 1
    while begin < scene.last and (tokens[begin].form == _IN or tokens[begin].form in words_of("pronoun")):
        begin += 1
    paper = begin < scene.last and tokens[begin - 1].form == _IN and has_class(tokens, begin, scene.last, "venue")
    if paper and tokens[verb].form.endswith(("ه", "ها")) and cue is not None and _ends(tokens, begin + 1, scene.last):
        return Report(i, verb, (i, begin + 1), "source", "ar.source.own", scope="sentence", carried=True)
    speaker = speaker_after(scene, begin, scene.last)
    speaker = speaker and (_publisher(scene, speaker) or (speaker[0], _before_told(scene, speaker)))
    stop = speaker[1] if speaker is not None else begin
    ended = source_end(tokens, stop, scene.last)
    between = tokens[stop:ended]
    if any(has_class(tokens, j, scene.last, "that") for j in range(stop, ended)) or len(between) > 14:
        return None
    if stop < ended and tokens[stop].form in {folded for folded, _ in PREPOSITION_FRAMES[:4]}:
        return None
    return Report(
        i, verb, (i, ended), "source", "ar.source.as-said", False, speaker, scope="sentence", carried=speaker is None,
        agreement=cue.agreement if cue is not None else "",
    )  # fmt: skip


def _ends(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a mark or the end of the sentence stands at a token: «…، وفق ما ذكرته في بيان»."""
    return i >= last or tokens[i].kind == "mark"


def _before_told(scene: Scene, speaker: Range) -> int:
    """The end of a speaker before the outlet he told: «ما أفاد به مصدر قضائي | وكالة الأنباء»."""
    for i in range(speaker[0] + 2, speaker[1]):
        before = scene.tokens[i - 1].form
        if scene.tokens[i].form in words_of("outlet") and before.endswith(("ي", "ية", "ة")):
            return i
    return speaker[1]


def _cue_of_it(form: str) -> Cue | None:
    """The reporting verb that a form is, its object pronoun left aside: «وفقا لما ذكره المركز», «أعلنتها الهيئة»."""
    found = word(form).cue
    for suffix in ("ه", "ها"):
        if found is None and form.endswith(suffix):
            found = word(form[: -len(suffix)]).cue
    return found if found is None or found.sort == "verb" else None


def _learnt_from(tokens: Sequence[Token], verb: int, last: int) -> int | None:
    """Where the source begins in «وفق ما علمته الصحيفة من | مصادر …»: whoever the paper has it from."""
    cue = _cue_of_it(tokens[verb].form)
    if cue is not None and cue.force != "report.learned":
        return None
    for i in range(verb + 1, min(last - 1, verb + 6)):
        if tokens[i].kind == "mark":
            return None
        if tokens[i].form == _FROM:
            return i + 1
    return None


def relayed(scene: Scene, i: int, cue: Cue) -> Report | None:
    """«نقلت … عن X قوله إن …»: X speaks, the subject passes it on; a pronoun means whoever is being talked of."""
    tokens = scene.tokens
    reach = next((j for j in range(i + 1, scene.last) if tokens[j].form in COMMAS or j > i + _PASSING), scene.last)
    about = next((j for j in range(i + 1, reach) if tokens[j].form in words_of("about.him") | {_ABOUT}), None)
    if about is None:
        return None
    reach = min(scene.last, about + 26)
    begin, j = None, about + 1
    while j < reach and begin is None:
        quotation = scene.quotation_opening(j)
        if quotation is not None and quotation.last - quotation.first > 5:
            begin = j
        elif tokens[j].form in words_of("saying") or tokens[j].form == ":" or has_class(tokens, j, reach, "that"):
            begin = j + 1
        elif has_class(tokens, j, reach, "that+"):
            begin = j
        j += 1
    if begin is None:
        return None
    words_end = begin
    while begin < scene.last and (tokens[begin].form == ":" or has_class(tokens, begin, scene.last, "that")):
        begin += 1
    saying = next((k for k in range(about, min(begin, scene.last)) if tokens[k].form in words_of("saying")), i)
    named = tokens[about].form == _ABOUT
    words_end = min(
        words_end, next((k for k in range(about + 1, words_end) if tokens[k].form in words_of("saying")), words_end)
    )
    passing = speaker_after(scene, i + 1, about) or subject_before(scene, scene.first, i)
    quotation = scene.quotation_opening(begin)
    if (
        quotation is not None
        and quotation.last - quotation.first <= _NAME
        and has_verb(tokens, quotation.last, scene.last)
    ):
        quotation = None  # «نقلت عن مصدرين أن | "زاد" عرضت 600 مليون»
    content = (begin, scene.last) if quotation is None else (quotation.first, min(quotation.last, scene.last))
    return Report(
        min(i, passing[0]) if passing else i, saying, content, "relay", "ar.report.relay", quotation is None,
        speaker_after(scene, about + 1, words_end) if named else None,
        passing, _pronoun(tokens[about].form) if not named else "",
    )  # fmt: skip


def _pronoun(form: str) -> str:
    """The agreement of the pronoun in «عنه», «عنها», «عنهم»."""
    return "f" if form.endswith("ها") else "p" if form.endswith("هم") else "d" if form.endswith("هما") else "m"


def of_noun(scene: Scene, i: int, before: Sequence[Report]) -> Report | None:
    """«مخاوف واشنطن من …», «تصريح مسؤول بأن …», and «باعتبار أن …», which the subject of the clause holds."""
    tokens = scene.tokens
    own = has_class(tokens, i, scene.last, "own")
    if own:
        if own < scene.last and (has_class(tokens, own, scene.last, "that") or tokens[own].form[0] == "ب"):
            begin = own + 1 if has_class(tokens, own, scene.last, "that") else own
            return Report(i, i, (begin, scene.last), "say", "ar.noun.own", carried=True)
        return None
    if not has_class(tokens, i, scene.last, "noun") or (
        before and before[-1].open_end and before[-1].scope == "content"
    ):
        return None
    for j in range(i + 2, min(scene.last, i + 12)):
        if tokens[j].form == ":" or tokens[j].form in COMMAS or word(tokens[j].form).joined:
            return None
        that = has_class(tokens, j, scene.last, "that") or has_class(tokens, j, scene.last, "that+")
        that = that and tokens[j - 1].form != fold("دون")  # «دون أن تذكر اسمه»
        feared = (
            tokens[j].form == fold("من") and scene.actor(i + 1) is not None and tokens[i].form.startswith(fold("مخ"))
        )
        if that or feared:
            speaker = speaker_after(scene, i + 1, j - 1 if tokens[j - 1].form == fold("من") else j)
            begin = j if has_class(tokens, j, scene.last, "that+") else j + 1
            if speaker is None or begin >= scene.last or (scene.actor(speaker[0]) is None):
                return None
            return Report(i, i, (begin, scene.last), "say", "ar.noun", speaker=speaker)
    return None
