"""What a body observed, which is its word and not the article's: «منظمة «بحار» رصدت | نفوق سلاحف»."""

from __future__ import annotations

from factcheck.extract.ar.commas import counts, is_counted
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.quoted_names import is_named
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range
from factcheck.extract.ar.subjects import plain_subject, subject_before
from factcheck.extract.ar.words import Cue, is_definite, is_event_noun, words_of

_BODIES = frozenset({"body", "international", "agency"})
_OWN = ("ه", "ها", "هم")
_OBJECT = 4  # tokens behind the verb among which a pronoun tells that the body speaks of itself


def observed_report(scene: Scene, i: int, cue: Cue, clause: int) -> Report | None:
    """The report of a body that stands before its verb and of an event that happened to others.

    «الشركة سجلت ارتفاعا», «سجلت ارتفاع أرباحها» and «سجل الفريق هدفين» tell what the subject did itself.
    """
    if (recorded := _recorded(scene, i, cue)) is not None:
        return recorded
    tokens, begin = scene.tokens, scene.after_adverbs(i + 1, scene.last)
    subject = subject_before(scene, clause, i)
    if subject is None or cue.sort != "verb" or begin + 1 >= scene.last or not _is_body(scene, subject):
        return None
    noun = tokens[begin].form
    if is_definite(noun) or noun.endswith("ا") or not (is_event_noun(noun) or looks_like_masdar(noun)):
        return None
    if any(token.form.endswith(_OWN) for token in tokens[begin : min(scene.last, begin + _OBJECT)]):
        return None
    content = (begin, scene.last)
    return Report(min(i, subject[0]), i, content, cue.force, "ar.report.noun", speaker=subject, agreement=cue.agreement)


def _recorded(scene: Scene, i: int, cue: Cue) -> Report | None:
    """What a paper records, its name behind the verb: «يسجل التقرير المالي | عجزا قدره 310 آلاف», a figure its own."""
    tokens = scene.tokens
    paper = tokens[i + 1].form.removeprefix("ال") if i + 3 < scene.last else ""
    if cue.sort != "verb" or tokens[i + 1].form == paper or paper not in words_of("document", "paper"):
        return None
    subject = plain_subject(scene, i + 1, scene.last)
    end = subject[1] if subject is not None else scene.last
    while end < scene.last and tokens[end].form.startswith("ال"):
        end += 1  # «التقرير المالي | المؤقت»
    if end >= scene.last or tokens[end].kind == "mark":
        return None
    told = tokens[end].form.endswith("ا") or is_counted(tokens[end]) or is_event_noun(tokens[end].form)
    if is_definite(tokens[end].form) or not told or not counts(tokens, end, min(scene.last, end + _OBJECT)):
        return None
    content, whom = (end, scene.last), (i + 1, end)
    return Report(i, i, content, cue.force, "ar.report.noun", speaker=whom, agreement=cue.agreement)


def _is_body(scene: Scene, subject: Range) -> bool:
    """Whether a subject is a body, by the list or by its name in quotation marks behind «منظمة» and the like."""
    actor = scene.actor(subject[0])
    if any(token.form in COMMAS for token in scene.tokens[slice(*subject)]):
        return False
    if actor is not None and actor.entry.kind in _BODIES:
        return True
    head = scene.tokens[subject[0]].form
    return head.removeprefix("ال") in words_of("named") or is_named(scene, subject[0] + 1)
