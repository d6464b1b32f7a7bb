"""Whom Arabic words mean by a pronoun in a title («مديرها»), an age («البالغ من العمر») or a paper told of before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.extract.ar.duals import is_many, nouns
from factcheck.extract.ar.marks import QUOTES_OPEN
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range
from factcheck.extract.ar.subject_nouns import are_both, are_people, body_before
from factcheck.extract.ar.subjects import gender_of, plain_subject, speaks_for
from factcheck.extract.ar.words import has_class, is_definite, own_classes, word, words_of
from factcheck.extract.layout import Carry
from factcheck.lang.actors import actor_at
from factcheck.text import Span, Token, fold

Known = tuple[Span, str]

_OF_BODIES = frozenset({"body", "people", "international", "agency", "country", "capital", "seat"})
_OF_MEN = frozenset(map(fold, ("محامي", "نائب", "وكيل", "مستشار", "مدرب", "صاحب", "محامية", "ممثل")))
_AGED = {fold("البالغ"): "m", fold("البالغة"): "f"}
_SHE_WHOM = fold("موكلت")
CLIENT = frozenset(map(fold, ("موكله", "موكلها", "موكلي", "موكلته", "موكلتها", "موكلتي")))
_SINCE = frozenset(map(fold, ("إذ", "حيث")))
_TONGUE, _IN = fold("لسان"), fold("في")
_TOLD_IN = 60  # tokens back to the paper in which somebody spoke


def owner_of(scene: Scene, report: Report, nearest: tuple[Known, ...], carry: Carry) -> Span | None:
    """Whom a title's pronoun means; nobody where it is open.

    A body that its own sentence tells before it («وفي المستشفى الإقليمي أفاد | مديره …»), one of those `nearest`, who
    are told of there, or whoever of its gender and number spoke or acted last.
    """
    title = _title_pronoun(scene.tokens, report.speaker) if report.speaker is not None else ""
    if report.speaker is None or not title:
        return None
    at = report.speaker[0]
    own = scene.span(_told_in_sentence(scene, at, title))
    whom = own or _last_told(scene, title, nearest, carry)
    return whom if whom is not None and (own or _owns(scene, whom, title, at)) else None


def for_whom(scene: Scene, report: Report) -> Report | None:
    """A report by the voice of whom was told of before, with that one's agreement: «ناطق باسمها»; `None` for others."""
    if report.speaker is None or not speaks_for(scene.tokens, report.speaker):
        return None
    return report._replace(agreement=gender_of(scene.tokens, report.speaker))


def spoken_for(scene: Scene, carried: Span | None, agreement: str) -> Span | None:
    """Whom a voice speaks for: the body that spoke last, else the one of its gender that is told of last: «لم يصدر عن
    الجيش تعليق. | وكان ناطق باسمه قد أكد …».
    """
    own = carried is not None and _is_body(scene, bisect_left(scene.tokens, carried.start, key=_start))
    return carried if own else scene.span(body_before(scene, scene.first, agreement)) or carried


def _last_told(scene: Scene, title: str, nearest: tuple[Known, ...], carry: Carry) -> Span | None:
    named = sorted((*carry.speakers, *carry.topics), key=lambda item: -item[0].start)
    many = {span for span, _ in named if is_several(scene.text, span)}
    if title.endswith("هم"):
        return next((span for span, known in named if known == "p" or span in many), None)
    agreement = "f" if title.endswith("ها") else "m"
    near = next((span for span, told in nearest if told == agreement), None)
    known = near or next((span for span, told in named if told == agreement and span not in many), None)
    return known or scene.span(body_before(scene, scene.first, agreement))


def may_be(scene: Scene, known: Span, agreement: str) -> bool:
    """Whether a mention can be of a verb's gender: «صاحب البقالة» is no "she"."""
    if agreement == "d":
        return are_both(scene, known)
    if agreement not in ("m", "f", "p"):
        return True
    first = bisect_left(scene.tokens, known.start, key=_start)
    actor, form = actor_at(scene.text, scene.tokens, first, "ar"), fold(scene.text[slice(*known)].split()[0])
    if actor is not None and actor.entry.kind == "office" and actor.entry.number == "sg":
        return agreement != "p" and actor.entry.gender in (None, agreement)
    if agreement == "p" and form.removeprefix("ال") in words_of("statement", "document", "paper", "attests"):
        return False  # «جاء في البيان أن …. | وأضافوا»
    return not (agreement == "f" and form in words_of("man")) and not (agreement == "m" and form.endswith("ة"))


def may_say(scene: Scene, span: Span, known: str, agreement: str) -> bool:
    """Whether a verb can be of somebody of a known gender: «نشر النادي صورة، وتظهر أن …» is not the club; a name in
    quotation marks may be of any.
    """
    in_marks = scene.text[max(0, span.start - 1) : span.start] in '"«“'
    other = {"m": "f", "f": "m"}.get(agreement, "-")
    return (known != other or in_marks) and may_be(scene, span, agreement)


def is_several(text: str, holder: Span) -> bool:
    """Whether a mention means several people: «مصادر», «خبراء», «المحللون»."""
    shown = fold(text[holder.start : holder.end].split()[0])
    return are_people(shown) or shown in words_of("tribe")


def _told_in_sentence(scene: Scene, at: int, title: str) -> tuple[int, int] | None:
    """The one definite body or place that the sentence tells before a title, of its pronoun's gender."""
    tokens, ending = scene.tokens, ("ة",) if title.endswith("ها") else ()
    stem = title.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    if stem not in words_of("of.body") or title.endswith("هم"):
        return None
    found: list[tuple[int, int]] = []
    for i in range(scene.first, at):
        form = tokens[i].form.removeprefix("لل").removeprefix("ال")
        if form == tokens[i].form or form not in nouns() or is_many(form) or word(form).event:
            continue
        if form.endswith("ي") and i > scene.first and tokens[i - 1].form.startswith("ال"):
            continue  # «الوداد | الرياضي»
        if form.endswith(("ة", "اء")) == bool(ending):
            end = i + 1
            while end < at and tokens[end].form.startswith("ال") and tokens[end].form.endswith(ending or ("ي",)):
                end += 1
            found.append((i, end + (end > i + 1 and end < at and tokens[end].form.startswith(("لل", "بال")))))
    return found[0] if len(found) == 1 else None


def _owns(scene: Scene, owner: Span, title: str, at: int) -> bool:
    """Whether somebody can be the one that a title's pronoun means: a body has a director, a man has a brother.

    Nobody can whom another of his kind and gender is told behind, or who is told in another paragraph.
    """
    tokens, feminine = scene.tokens, title.endswith("ها")
    first, last = (bisect_left(tokens, offset, key=_start) for offset in owner)
    if any(tokens[i].kind == "line" for i in range(last, at)):
        return False
    stem = title.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    man = not words_of("of.kin").isdisjoint((stem, f"{stem.removesuffix('ت')}ة"))
    either = stem in _OF_MEN or title in words_of("in.name.of")
    body = _is_body(scene, first)
    if (man and body) or not (man or either or body):
        return False
    return not any(_rivals(scene, i, body, feminine) for i in range(last, at))


def _is_body(scene: Scene, first: int) -> bool:
    """Whether a mention is a body or a thing, which has a head, and no person."""
    actor, form = scene.actor(first), scene.tokens[first].form.removeprefix("ال")
    if actor is not None:
        return actor.entry.kind in _OF_BODIES and not actor.entry.human
    return form in nouns() and not is_many(form)


def _rivals(scene: Scene, i: int, body: bool, feminine: bool) -> bool:
    """Whether another stands at a token who may be meant as well."""
    actor = scene.actor(i)
    if actor is None or actor.entry.number != "sg" or actor.entry.rank == "source":
        return False
    told = scene.tokens[i].form.endswith(("ة", "اء")) or actor.entry.gender == "f"
    kind = actor.entry.kind in _OF_BODIES and not actor.entry.human if body else actor.entry.kind == "office"
    return kind and told == feminine


def _start(token: Token) -> int:
    return token.start


def goes_on(scene: Scene, report: Report) -> bool:
    """Whether a report without a speaker goes on with who acts in its sentence: «…، وقال», «…، إذ يرى», «لكنه قال»."""
    tokens, i = scene.tokens, report.cue
    if word(tokens[i].form).joined:
        return True
    of_it = i + 1 < scene.last and "that+" in own_classes(tokens[i + 1].form) and tokens[i - 1].kind == "word"
    if of_it and i > scene.first + 2:
        return True  # «نشر الخبير وثائق | قال إنها أصلية»
    led = i > scene.first + 1 and tokens[i - 1].form in _SINCE
    return led or (i > scene.first + 1 and bool(has_class(tokens, i - 1, i, "but+")))


def told_of(scene: Scene, first: int, last: int) -> Known | None:
    """Whom a reported clause tells of, with the gender: its definite subject, a lawyer's client, or what holds those
    who act: «ركاب | الحافلة كانوا …».
    """
    tokens = scene.tokens
    head = word(tokens[first].form)
    if tokens[first].form in CLIENT and (client := scene.span((first, first + 1))) is not None:
        return client, "f" if tokens[first].form.startswith(_SHE_WHOM) else "m"
    if head.joined or head.verb is not None:
        return None
    whom = plain_subject(scene, first, last)
    if whom is None or whom[1] >= last:
        return None
    found = word(tokens[whom[1] + (tokens[whom[1]].form in QUOTES_OPEN)].form).verb
    if found is None:
        return None
    held = found.agreement == "p" and whom[1] - whom[0] == 2 and not is_definite(tokens[first].form)
    held = held and are_people(tokens[first].form) and tokens[first + 1].form.endswith("ة")
    span = scene.span((first + 1, whom[1]) if held else whom)
    agreement = "f" if held else found.agreement
    return (span, agreement) if span is not None and agreement in ("m", "f") else None


def said_in_paper(scene: Scene, report: Report, carry: Carry) -> Span | None:
    """Who put out the paper of a verb's gender in which the last sentence lets somebody speak, where none who spoke has
    it: «ذكرت الوزارة في بيان أن …. | وأضاف أن …».
    """
    if report.speaker is not None or report.carried or report.agreement not in ("m", "f") or not carry.speakers:
        return None
    holder, known = max(carry.speakers)
    if known == report.agreement or known not in ("m", "f"):
        return None
    first = bisect_left(scene.tokens, holder.start, key=_start)
    for i in range(scene.first - 1, max(first, scene.first - _TOLD_IN), -1):
        form = scene.tokens[i].form
        if form in words_of("statement", "written") and scene.tokens[i - 1].form == _IN and not is_definite(form):
            return holder if form.endswith("ة") == (report.agreement == "f") else None
    return None


def paper_told(scene: Scene, report: Report) -> Span | None:
    """The paper told of before in the sentence that shows a thing: «أخفت | دراسة أعدها الجهاز، وتظهر أن …»."""
    tokens, gender = scene.tokens, report.agreement
    if report.force != "evidence" or report.carried or report.speaker is not None or gender not in ("m", "f"):
        return None
    found = word(tokens[report.cue].form).verb
    if found is None or found.tense != "imperfect":
        return None  # «قرأت المديرة رسالة، وأظهرت أنها غاضبة»: she goes on
    for k in range(report.cue - 2, scene.first, -1):
        form = tokens[k].form.removesuffix("ا")
        paper = form in words_of("paper", "document", "statement", "attests")
        feminine = form.endswith("ة") or is_many(form)
        if paper and feminine == (gender == "f") and not is_definite(form):
            return scene.span((k, k + 1))
    return None


def age_told(tokens: Sequence[Token], speaker: tuple[int, int] | None) -> str:
    """The gender of who is told by a noun and an age: «اللاعب | البالغ من العمر 22 عاما»; empty for others."""
    return _AGED.get(tokens[speaker[0] + 1].form, "") if speaker is not None and speaker[0] + 1 < len(tokens) else ""


def is_one_person(scene: Scene, known: Span, calling: int) -> bool:
    """Whether a mention can be of the one person of a calling at a token: with the same title, or by a name alone."""
    first = bisect_left(scene.tokens, known.start, key=_start)
    actor = actor_at(scene.text, scene.tokens, first, "ar")
    if actor is None:
        return scene.tokens[first].form not in nouns() and not is_several(scene.text, known)
    same = scene.tokens[first].form.removeprefix("ال") == scene.tokens[calling].form.removeprefix("ال")
    return same and actor.entry.kind == "office" and actor.entry.number == "sg"


def _title_pronoun(tokens: Sequence[Token], speaker: Range) -> str:
    """The word of a title that holds a pronoun: «مديرها», «باسمه»; empty where none does.

    Empty too where it means whom he speaks for: «صرحت النقابة، على لسان | رئيسها».
    """
    if tokens[speaker[0] - 1].form == _TONGUE:
        return ""
    forms = [token.form for token in tokens[speaker[0] : speaker[1]]]
    head = forms[0].removeprefix("و")
    if head in words_of("his.office"):
        return head
    return next((form for form in forms if form in words_of("in.name.of")), "")
