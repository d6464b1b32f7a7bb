"""Where an Arabic sentence reports words: every cue and source in it, with its speaker and content."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.answers import answer_report, so_says
from factcheck.extract.ar.bare_subjects import is_described
from factcheck.extract.ar.called import called_thing
from factcheck.extract.ar.clausal import clausal_content, goes_on_quoted, is_no_cue, is_only_that, quotation_before
from factcheck.extract.ar.counted import COUNTED
from factcheck.extract.ar.hastened import hastened_report, revised_report, revises
from factcheck.extract.ar.levels import (
    CONTRASTS,
    clause_start,
    goes_on_before,
    goes_on_in_paper,
    shows_of_it,
    starts_anew,
)
from factcheck.extract.ar.marks import COMMAS, QUOTES
from factcheck.extract.ar.nominal import NOMINAL, is_sure_object, nominal_content
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.observed import observed_report
from factcheck.extract.ar.only import expects_only
from factcheck.extract.ar.papers import in_document
from factcheck.extract.ar.placed import is_of_adverb
from factcheck.extract.ar.predicates import is_kana
from factcheck.extract.ar.pronominal import pronominal, pronominal_report
from factcheck.extract.ar.put_in import put_in
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.sources import is_within, of_noun, of_source, relayed, said_behind
from factcheck.extract.ar.speakers import speaker_after
from factcheck.extract.ar.tellers import asking, before_content, with_speaker
from factcheck.extract.ar.unlisted import contested_words, unlisted_report
from factcheck.extract.ar.unsaid import asks_no_name, is_happening, is_negated, is_reported, tells_nothing
from factcheck.extract.ar.words import (
    Cue,
    class_names,
    has_class,
    is_definite,
    is_event_noun,
    own_classes,
    said_so,
    second_cues,
    word,
    words_of,
)
from factcheck.text import Token, by_spelling, fold

_NAMED = 3  # words of a name in quotation marks
_QUOTED = 12  # tokens of whom somebody quotes
_LIKE_CUES = ("hastens", "refuses", "places", "traces", "raises.toll")
_NOUNS, _SOURCES = frozenset({"noun", "own"}), frozenset({"source", "source.verb", "source.own", "also"})
_TELLING = _NOUNS | _SOURCES
_LEADING = frozenset({"also", "where", "turn"})
_NO, _BETWEEN, _FROM = map(fold, ("لا", "بين", "من"))
_BEFORE_NOUNS = frozenset(map(fold, ("عن", "في", "على", "إلى", "مع")))


def find_reports(scene: Scene) -> list[Report]:
    """The reports of a sentence in order; words inside quotation marks report nothing of their own."""
    if (answer := answer_report(scene)) is not None:
        return [answer]
    found: list[Report] = []
    tokens, openings, i = scene.tokens, scene.openings, scene.first
    while i < scene.last:
        if i in openings:
            if found and goes_on_quoted(scene, openings[i], found[-1]):
                found.append(found[-1]._replace(start=i, content=(openings[i].first, openings[i].last), carried=True))
            elif found and (contested := contested_words(scene, i, openings[i])) is not None:
                found.append(contested)
            i = max(i + 1, openings[i].last)
            continue
        if not _may_report(tokens[i].form):
            i += 1
            continue
        report = _report_at(scene, i, found)
        open_end = report is None and found and found[-1].rule == "ar.report.that" and found[-1].relay is None
        if open_end and (passed := _passed_on(scene, i, found[-1])) is not None:
            found[-1] = report = passed
        elif report is not None:
            found.append(report)
        i = i + 1 if report is None else max(i + 1, _resumes(report))
    if not found and openings and (unlisted := unlisted_report(scene)) is not None:
        found.append(unlisted)
    return found


@by_spelling
def _may_report(form: str) -> bool:
    found = word(form)
    if found.cue is not None or pronominal(form) is not None or said_so(form) is not None or revises(form):
        return True
    if found.verb is not None and any(found.verb.lemma in words_of(name) for name in _LIKE_CUES):
        return True
    return not class_names(form).isdisjoint(_TELLING) or (form[0] in "وف" and word(form[1:]).cue is not None)


def _resumes(report: Report) -> int:
    """The token from which the sentence is read on: the content, or what follows a source."""
    if report.rule == COUNTED and report.speaker is not None:
        return report.speaker[1]
    if report.scope == "sentence" or (report.scope == "content" and not report.open_end):
        return report.content[1]
    return report.content[0] if report.scope == "content" else report.cue + 1


def _report_at(scene: Scene, i: int, before: Sequence[Report]) -> Report | None:
    form = scene.tokens[i].form
    cue, names = word(form).cue, class_names(form)
    if cue is None and "remark" in names and form[0] == "و":
        cue = word(form[1:]).cue  # «ويذكر المحضر …», where «ويذكر أن …» names nobody
    if cue is not None and (is_no_cue(scene, i, cue) or cue.tense == "future"):
        return None  # «وسيعلن قريبا عن أسماء الفائزين»: it has not been said yet
    if cue is not None and asks_no_name(scene, i):
        return None
    if form == _BETWEEN and i > scene.first and scene.tokens[i - 1].kind == "word":
        return None  # «الحرب بين الجيش و"قوات الدعم"»
    if form in words_of("meets.outlet") and not {i + 1, i + 2}.isdisjoint(scene.openings):
        return None  # «تقريرا اطلعت «الضفة» على نسخة منه»
    traces = cue is not None and cue.lemma in words_of("traces")  # «رد … إلى»
    hastened = hastened_report(scene, i) if (cue is None or traces) and not _inside(before) else None
    if hastened is None and cue is None:
        hastened = revised_report(scene, i)
    if hastened is not None:
        return hastened
    noun = of_noun(scene, i, before) if not names.isdisjoint(_NOUNS) else None
    if noun is not None:
        return noun
    if cue is not None and not ("lead" in names and has_class(scene.tokens, i, scene.last, "lead")):
        if i > scene.first and is_negated(scene, i):
            return _undoubted(scene, i, cue, before)
        report = None if before else put_in(scene, i, cue)
        report = report or _of_cue(scene, i, cue, before) or (None if before else said_behind(scene, i, cue))
        if report is None and form[0] in "وف" and (behind := word(form[1:]).cue) is not None:
            report = _of_cue(scene, i, behind, before)  # «ورد»: it came, or and he replied
        if report is None and (second := second_cues().get(word(form).base)) is not None:
            report = _of_cue(scene, i, second, before)
            report = report if report is not None and _is_promised(scene, report.content[0]) else None
        if report is not None:
            return report
    if cue is None and said_so(form) is not None and (told := so_says(scene, i)) is not None:
        return told
    described = pronominal(form) if cue is None else None
    if described is not None and (not _inside(before) or starts_anew(scene, i, described.cue, before[-1])):
        return pronominal_report(scene, i, clause_start(scene, i, described.cue, before))
    source = None if names.isdisjoint(_SOURCES) else of_source(scene, i)
    inside = source is not None and _inside(before) and is_within(scene, source, before[-1])
    return None if inside else source


def _passed_on(scene: Scene, i: int, before: Report) -> Report | None:
    """«أفادت الوكالة بأن الوزير قال إن …»: the minister speaks; who told of it passes his words on."""
    tokens, cue, first = scene.tokens, word(scene.tokens[i].form).cue, before.content[0]
    if cue is None or cue.sort != "verb" or not first < i < first + _QUOTED:
        return None
    begin = i + 2 if i + 3 < scene.last and tokens[i + 1].form == ":" else i + 1
    that = begin + 2 < scene.last and "that" in cue.frames and has_class(tokens, begin, scene.last, "that") == begin + 1
    speaker = speaker_after(scene, first, i) if that else None
    if speaker != (first, i) or "that+" in own_classes(tokens[first].form):  # «قال أطباء | إنهم لاحظوا أن …»
        return None
    content = (begin + 1, before.content[1])
    return before._replace(
        cue=i, content=content, force=cue.force, agreement=cue.agreement, speaker=speaker, relay=before.speaker
    )


def _inside(before: Sequence[Report]) -> bool:
    """Whether the content of a report is still open."""
    return bool(before) and before[-1].open_end and before[-1].scope == "content"


def _undoubted(scene: Scene, i: int, cue: Cue, before: Sequence[Report]) -> Report | None:
    """«لا يستبعد X …»: a doubt denied leaves the thing possible; any other negated cue reports nothing."""
    only = (
        None if _inside(before) and not starts_anew(scene, i, cue, before[-1]) else expects_only(scene, i, cue, before)
    )
    if only is not None:
        return only
    report = _of_cue(scene, i, cue, before) if cue.force == "doubt" else None
    return None if report is None else report._replace(force="predict", start=min(report.start, i - 1))


def _is_promised(scene: Scene, i: int) -> bool:
    """Whether «ب» and a verbal noun stand at a token: «بإصلاح», «بعودته»; not «بسكانها»."""
    token = scene.tokens[i]
    bare = token.form[1:]
    return is_event_noun(bare) or looks_like_masdar(bare) or scene.text[token.start + 1 : token.start + 2] == "إ"


def _of_cue(scene: Scene, i: int, cue: Cue, before: Sequence[Report]) -> Report | None:
    """The report that a reporting verb or participle makes at token `i`, by the frames its verb takes."""
    if _inside(before) and not starts_anew(scene, i, cue, before[-1]):
        return None
    if before and (_inside(before) or before[-1].scope == "sentence") and shows_of_it(scene, i, cue, before[-1]):
        return None
    if "relay" in cue.frames:
        return relayed(scene, i, cue)
    if "document" in cue.frames:
        return in_document(scene, i, cue)
    if cue.lemma == fold("بين") and word(scene.tokens[i].form).base == fold("تبين") and i + 1 < scene.last:
        that = any(has_class(scene.tokens, i + 1, scene.last, name) for name in ("that", "that+"))
        if that and not any(is_described(scene, k, i) for k in range(max(scene.first, i - _QUOTED), i - 2)):
            return None  # «تبين أن …», «فتبين أنها …»: it turned out; not «وثيقة اطلعت عليها الصحيفة | تبين أن …»
        if scene.tokens[i + 1].form == fold("من"):
            return _turned_out(scene, i, cue)
    if cue.sort == "participle" and not _opens_participle(scene, i, cue):
        return None
    if cue.sort == "verb" and i > scene.first and scene.tokens[i - 1].form in _BEFORE_NOUNS:
        return None  # «ممثل عن | تجمع يضم 260 سائقا»
    if tells_nothing(scene, i, cue) or _is_planned(scene, i, cue):
        return None
    if "ask" in cue.frames:
        return asking(scene, i, cue)
    clause = clause_start(scene, i, cue, before)
    if "observes" in cue.frames and (observed := observed_report(scene, i, cue, clause)) is not None:
        return observed
    found = quotation_before(scene, i, cue, before) or _content(scene, i, cue, clause)
    if found is None:
        return None
    unnamed = is_reported(scene, i, cue) and (found.rule == "ar.report.that" or cue.tense != "passive")
    report = found._replace(unnamed=True) if unnamed else with_speaker(scene, found, cue, clause)
    if report is None and before and goes_on_in_paper(scene, i, before[-1]):
        report = found
    if (
        report is None
        or (cue.tense == "passive" and not unnamed)
        or (cue.force == "predict" and is_happening(scene, report))
    ):
        return None
    if is_only_that(scene, report, cue):
        report = report._replace(scope="none")
    tokens, start = scene.tokens, report.start
    contrast = clause > scene.first and not class_names(tokens[clause].form).isdisjoint(CONTRASTS)
    contrast = contrast or (clause < i and has_class(tokens, clause, i, "but+") == i)  # «إلا أنه | حذر من …»
    further = word(tokens[i].form).joined and tokens[i - 1].form in COMMAS  # «لكنه حصر النواقص في 19 صنفا، | وقال إن»
    if contrast and cue.sort != "participle" and not further:  # a participle's own words begin with it
        start = min(start, clause)
    while start > scene.first and _leads_to(tokens, start - 1):
        start -= 1
    start -= 2 * (start == i and goes_on_before(scene, i))
    return report._replace(start=start) if start != report.start else report


def _is_planned(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether what a verb reports is still to come: «من المقرر أن | تعلن اللجنة النتائج»."""
    tokens = scene.tokens
    led = i > scene.first + 2 and cue.tense == "imperfect" and has_class(tokens, i - 1, i, "that") == i
    planned = led and is_definite(tokens[i - 2].form) and tokens[i - 2].form in words_of("unreported")
    return planned and tokens[i - 3].form in (_FROM, f"و{_FROM}")


def _leads_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token right before a report is only its own: «كما», «حيث», «وكانت قد», the «و» of «و«النور» تقول»."""
    if tokens[i].form == "و" or not own_classes(tokens[i].form).isdisjoint(_LEADING):
        return True
    dated = tokens[i].form[0] == "و" and has_class(tokens, i, i + 1, "adverb") == i + 1  # «، ومؤخرا | أعلنت …»
    return dated or is_kana(tokens[i].form) or tokens[i].form in words_of("already")


def _turned_out(scene: Scene, i: int, cue: Cue) -> Report | None:
    """«تبين من المعاينة أن …»: what the source shows."""
    found = clausal_content(scene, i, cue)
    speaker = None if found is None else speaker_after(scene, i + 2, before_content(scene, i, found.content[0]))
    return None if found is None or speaker is None else found._replace(speaker=speaker, force="evidence")


def _opens_participle(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether a participle reports here: after a comma or a quotation, or with its conjunction close behind."""
    tokens = scene.tokens
    if i == scene.first or tokens[i - 1].form in COMMAS or tokens[i - 1].form in QUOTES:
        return True
    if tokens[i].form in words_of("carries.words"):
        return False  # «رفع المتظاهرون | لافتة: «…»»
    if "target" in cue.frames and i > scene.first + 3 and tokens[i - 1].kind == "word":
        charged = any(t.form.startswith("بال") for t in tokens[i + 2 : min(scene.last, i + 5)])
        return charged and not is_definite(tokens[i].form)  # «نصحت السلطات … واصفة الوضع بالخطير»
    reach = next((j for j in range(i + 1, min(scene.last, i + 4)) if tokens[j].form in COMMAS), min(scene.last, i + 4))
    return bool(cue.frames & {"that"} or cue.frames & {"إلى+that", "على+that", "من+that"}) and any(
        has_class(tokens, j, reach, "that") or has_class(tokens, j, reach, "that+") or tokens[j].form == ":"
        for j in range(i + 1, reach)
    )


def _content(scene: Scene, i: int, cue: Cue, clause: int) -> Report | None:
    """The content after a cue: a clause with أن, words after a colon or in quotation marks, or a bare noun."""
    clausal = None if cue.frames & {"laid", "worth"} else clausal_content(scene, i, cue)
    nominal = nominal_content(scene, i, cue, clause) if cue.frames & NOMINAL else None
    quoted = clausal is not None and clausal.rule != "ar.report.that"
    called = called_thing(scene, i, cue, clausal) if clausal is not None and "this" in cue.frames else None
    if clausal is not None and called is not None:
        content = (called, min(clausal.content[1] + 1, scene.last))
        return clausal._replace(content=content, rule="ar.report.noun")  # «وتعتبر | الضريبة «عقابا»»
    if quoted and nominal is None and cue.frames & {"observes", "blame"}:
        return None  # «سجل فريق «الأمل» هدفين», «يحمل ضمادة: «…»»
    named = clausal is not None and quoted and clausal.content[1] - clausal.content[0] <= _NAMED
    if named and nominal is None and "target" in cue.frames:
        return None  # «الوزارة تعيد الاختبار وتتهم «شبكة منظمة»»
    if nominal is not None and cue.frames & {"target", "blame", "cause"}:
        return nominal
    if clausal is not None and nominal is not None and clausal.scope == "content":
        alone = clausal.rule == "ar.report.quotation" and clausal.content[1] - clausal.content[0] == 1
        goes_on = clausal.content[1] + 1 < scene.last and scene.tokens[clausal.content[1] + 1].kind == "word"
        if alone and goes_on and nominal.content[0] == clausal.content[0] - 1:
            return nominal  # «يحذر من «كارثة» بعد ظهور المرض»
        sooner = nominal.content[0] < clausal.content[0] - 1
        opening = clausal.content[0] - 1
        if clausal.rule == "ar.report.quotation" and nominal.content[0] == opening - 1 and opening in scene.openings:
            return nominal if scene.tokens[opening - 1].form[0] == "ب" else clausal  # «أقر بوجود «ضغط» على الفروع»
        if nominal.content[0] == i + 1 and scene.tokens[i + 1].form in words_of("document"):
            return clausal  # «ذكرت تقارير صحافية أن …»
        if sooner and clausal.rule == "ar.report.that" and is_of_adverb(scene, nominal.content[0], cue):
            return clausal  # «أكد الوزير، بعد ساعات من إغلاق المعبر، أن …»
        bare = scene.tokens[nominal.content[0]].form
        vague = clausal.rule == "ar.report.that" and not (
            is_definite(bare) or word(bare).event or looks_like_masdar(bare)
        )
        if vague and all(token.kind == "word" for token in scene.tokens[nominal.content[0] : clausal.content[0]]):
            return clausal  # «أعلنت هاتفيا أن …»: no object stands before «أن»
        return nominal if sooner and is_sure_object(scene, i, nominal.content[0]) else clausal
    return clausal or nominal
