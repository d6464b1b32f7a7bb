"""What an Arabic paper says: «جاء في بيان X أن …», «أصدرت X بلاغا جاء فيه أن …»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.bare_subjects import is_paper
from factcheck.extract.ar.duals import is_many
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.subjects import subject_before
from factcheck.extract.ar.words import Cue, has_class, is_definite, is_preposition, word, words_of
from factcheck.text import Token, by_spelling, fold

_IN, _ABOUT, _WHAT, _TO = fold("في"), fold("عن"), fold("ما"), fold("إلى")
_IN_IT = frozenset(map(fold, ("فيه", "فيها")))
_ASIDE = 24  # tokens of what commas tell of a paper
_RECORD = 10  # tokens from «جاء» to the «أن» behind the record it stands in
_OF_PAPER, _FROM = 6, fold("من")  # tokens from a paper's noun to the verb that tells of it
_PUT_OUT = 10  # tokens from the verb that puts a paper out to what stands in it


def tells_in_it(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether a cue begins what stands in a paper named before: «بلاغا | جاء فيه أن …»."""
    return "document" in cue.frames and i + 1 < len(tokens) and tokens[i + 1].form in _IN_IT


def in_document(scene: Scene, i: int, cue: Cue) -> Report | None:
    """«جاء في بيان صادر عن X أن …», «ورد في تقرير X: …»."""
    tokens, reach = scene.tokens, min(scene.last, i + 16)
    if tells_in_it(tokens, i, cue):
        return _in_it(scene, i, cue)
    if i + 2 >= scene.last or tokens[i + 1].form != _IN or scene.after_date(i + 1) > i + 1:
        return None
    if (described := _described(scene, i, cue)) is not None:
        return described
    whose = scene.actor(i + 3) if i + 3 < reach and tokens[i + 2].form in words_of("document") else None
    if not has_class(tokens, i + 2, reach, "venue") or (whose is not None and whose.entry.human):
        return _in_record(scene, i, cue)
    begin = None
    for j in range(i + 3, reach):
        if has_class(tokens, j, reach, "that") or tokens[j].form == ":":
            begin = j + 1
        elif has_class(tokens, j, reach, "that+"):
            begin = j
        if begin is not None:
            break
    if begin is None or begin >= scene.last:
        return None
    about = next((j for j in range(i + 3, begin) if tokens[j].form == _ABOUT), None)
    put_out = tokens[i + 3].form.endswith(("ته", "ه", "ها")) and tokens[i + 3].form[:-1].removesuffix("ه") != ""
    put_out = put_out and _given_out(tokens[i + 3].form)  # «جاء في بلاغ أصدرته | الشركة»
    start = next((j for j in range(i, begin) if tokens[j].form in COMMAS), i) if tokens[i - 1].form == _WHAT else i
    told = next((j for j in range(i + 4, begin - 1) if put_out and tokens[j].form == _TO), begin - 1)  # «إلى الوزير»
    named = speaker_after(scene, about + 1 if about else i + 3 + put_out, told)
    of_it = named is None and tokens[i + 3].form.startswith("لل")
    named = speaker_after(scene, i + 3, told, behind_lam=True) if of_it else named  # «جاء في بيان للشرطة»
    actor = scene.actor(named[0]) if named is not None and not of_it else None
    office = named is not None and any(is_definite(token.form) for token in tokens[named[0] + 1 : named[1]])
    whole = actor is not None and (office or not (actor.clitic and actor.entry.human))  # not «في تدوينة | لوزير سابق»
    titled = about or put_out or whole
    if not (titled or of_it) and tokens[i + 2].form.removeprefix("ال") in words_of("occasion"):
        return None  # «جاء في وقت متأخر أن …»
    speaker = named if named is not None and titled else (i + 2, named[1] if named is not None else i + 3)
    quotation = scene.quotation_opening(begin)
    content = (begin, scene.last) if quotation is None else (quotation.first, min(quotation.last, scene.last))
    return Report(start, i + 2, content, cue.force, "ar.report.document", quotation is None, speaker)


def described_paper(scene: Scene, i: int, cue: Cue) -> Range | None:
    """The paper that a verb in the present tells of, with whose it is: «نشرت الشركة | وثيقة للوزارة تؤكد أن …»."""
    tokens, of = scene.tokens, 0
    for k in range(i - 1, max(scene.first + 1, i - _OF_PAPER), -1):
        form, found = tokens[k].form, word(tokens[k].form)
        paper = form.removesuffix("ا")
        if paper in words_of("document", "paper", "attests", "statement"):
            feminine = paper.endswith("ة") or is_many(paper)
            owned = of == k + 1 or (k == i - 1 and not is_paper(form))
            agrees = cue.agreement == ("f" if feminine else "m")
            acts = word(tokens[k - 1].form).verb is None  # «نشر المعهد | دراسة», not «نشر تقرير للمعهد»
            told = any(t.form.removeprefix("و") in words_of("makes.known") for t in tokens[scene.first : k])
            owned = owned and (told or not (of and tokens[of].form.startswith("لل")))  # «رفعت رسالة | للوزير»: to him
            return (k, i) if owned and agrees and acts and tokens[k - 1].kind == "word" else None
        if tokens[k].kind != "word" or found.verb is not None or found.joined:
            return None
        of = k if form == _FROM or form.startswith("لل") else of
    return None


def _described(scene: Scene, i: int, cue: Cue) -> Report | None:
    """«جاء في التقرير، الواقع في 140 صفحة، أن …»: what commas tell of the paper stands before its «أن»."""
    tokens = scene.tokens
    if i + 4 >= scene.last or tokens[i + 3].form not in COMMAS or not is_definite(tokens[i + 2].form):
        return None
    if not _is_record(tokens[i + 2].form):
        return None
    reach = range(i + 6, min(scene.last - 1, i + _ASIDE))
    that = next((j for j in reach if tokens[j - 1].form in COMMAS and has_class(tokens, j, scene.last, "that")), 0)
    return Report(i, i, (that + 1, scene.last), cue.force, "ar.report.document", True, (i + 2, i + 3)) if that else None


def _in_record(scene: Scene, i: int, cue: Cue) -> Report | None:
    """«جاء في سجل المخزن أن …», «ورد في الشكوى أن …»: what the record itself says."""
    tokens = scene.tokens
    if not _is_record(tokens[i + 2].form):
        return None  # «جاء في المرتبة الأولى أن فاز الفريق»
    reach = range(i + 3, min(scene.last - 1, i + _RECORD))
    that = next((j for j in reach if has_class(tokens, j, scene.last, "that")), 0)
    named = tokens[i + 2 : that - 1] if that else []
    plain = all(t.kind == "word" and word(t.form).verb is None and not is_preposition(t.form) for t in named[1:])
    if not that or not plain or scene.after_adverbs(i + 1, that) > i + 1:
        return None
    return Report(i, i, (that + 1, scene.last), cue.force, "ar.report.document", True, (i + 2, that))


@by_spelling
def _is_record(form: str) -> bool:
    """Whether a noun is a paper in which something stands: «الشكوى», «سجل»; not «المرتبة», «ذهن»."""
    return form.removeprefix("ال") in words_of("record", "document", "paper", "statement", "attests")


def _given_out(form: str) -> bool:
    """Whether a form is a verb with the pronoun of what somebody put out: «أصدرته», «نشرها»."""
    stems = (form.removesuffix("ها"), form.removesuffix("ه"))
    return any(stem != form and (word(stem).verb is not None or stem in words_of("given.out")) for stem in stems)


def _of(form: str) -> str:
    """A word without the «ب» of what somebody answers with: «رد | ببيان، جاء فيه أن …»."""
    return form[1:] if form[0] == "ب" and is_paper(form[1:]) else form


def _in_it(scene: Scene, i: int, cue: Cue) -> Report | None:
    """«أصدرت الشركة بلاغا جاء فيه أن …»: who put the paper out says it, the paper itself where nobody did."""
    tokens = scene.tokens
    that, own = (has_class(tokens, i + 2, scene.last, name) if i + 3 < scene.last else 0 for name in ("that", "that+"))
    begin = that or (own and i + 2) or (i + 3 if i + 3 < scene.last and tokens[i + 2].form == ":" else 0)
    back = range(i - 1, max(scene.first, i - _PUT_OUT), -1)
    paper = next((k for k in back if is_paper(_of(tokens[k].form)) or tokens[k].form in words_of("paper")), None)
    if not begin or paper is None or any(tokens[k].form in COMMAS for k in range(paper, i - 1)):
        return None
    verb = next(
        (k for k in range(paper - 1, max(scene.first - 1, i - _PUT_OUT), -1) if word(tokens[k].form).verb), None
    )
    speaker = speaker_after(scene, verb + 1, paper) if verb is not None else None
    if verb is not None and speaker is None:
        speaker = subject_before(scene, scene.first, verb)
    start = min(verb, speaker[0]) if verb is not None and speaker is not None else i
    quotation = scene.quotation_opening(begin)
    behind = quotation.last + 1 if quotation is not None else scene.last
    if behind + 1 < scene.last and tokens[behind].form[0] == "و" and has_class(tokens, behind, scene.last, "that"):
        quotation = None  # «جاء فيه أن «…» | وأن اللجنة …»
    content = (begin, scene.last) if quotation is None else (quotation.first, min(quotation.last, scene.last))
    return Report(start, i, content, cue.force, "ar.report.document", quotation is None, speaker or (paper, i))
