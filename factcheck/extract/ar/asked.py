"""Whom a sentence says was asked before he answers: «وعند سؤال المدير عن ذلك قال …», «وسأله القاضي …، فأجاب …»."""

from __future__ import annotations

from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range
from factcheck.extract.ar.subject_nouns import named_at
from factcheck.extract.ar.words import word, words_of
from factcheck.extract.layout import Carry
from factcheck.text import Span, fold

_ON, _PUT = fold("على"), 7  # tokens from what lays a thing before somebody to its «على»


def asked_before(scene: Scene, report: Report) -> tuple[Range, str] | None:
    """Whom the sentence says was asked before he answers, with his gender: «وعند سؤال | المدير عن ذلك قال: «…»»,
    «عرضت الصور على | المتهم فقال: «…»»; not «عرض التاجر بضاعته على الحارس وقال: «…»».
    """
    tokens, asking = scene.tokens, words_of("asking.whom", "was.asked", "laid.to")
    if tokens[report.cue].form[0] == "و" and word(tokens[report.cue].form).joined:
        return None
    for i in range(scene.first, min(scene.first + 3, report.cue - 1)):
        form = tokens[i].form
        if form not in asking and form.removeprefix("و").removeprefix("ف") not in asking:
            continue
        reach = range(i + 2, min(report.cue - 1, i + _PUT))
        laid = form.removeprefix("و") in words_of("laid.to")
        at = next((k + 1 for k in reach if tokens[k].form == _ON), 0) if laid else i + 1
        actor = scene.actor(at) if at else None
        if actor is None or actor.clitic or actor.entry.kind not in ("office", "people"):
            return None
        gender = "f" if actor.entry.gender == "f" or tokens[at].form.endswith("ة") else "m"
        return named_at(scene, at, actor, report.cue), gender
    return None


def asked_him(scene: Scene, report: Report, carry: Carry) -> Span | None:
    """The last speaker whom a pronoun says was asked before he answers: «وسأله القاضي عن العمق، | فأجاب بأن …»."""
    tokens, cue = scene.tokens, report.cue
    if tokens[cue].form[0] != "ف" or not word(tokens[cue].form).joined:
        return None
    for token in tokens[scene.first : min(scene.first + 3, cue)]:
        ending = next((end for end in ("ها", "ه") if token.form.endswith(end)), "")
        asked = token.form.removeprefix("و").removeprefix("ف").removesuffix(ending)
        if ending and asked in words_of("asks.him"):
            gender = "f" if ending == "ها" else "m"
            return next((span for span, known in carry.speakers if known in ("", gender)), None)
    return None
