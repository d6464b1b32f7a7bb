"""A second voice that shares the verb of the first: «قدرت الشرطة العدد بخمسة آلاف، | والمنظمون بعشرين ألفا»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.duals import are_men
from factcheck.extract.ar.numerals import numeral_at
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import own_classes, words_of

_COMMAS = frozenset("،,؛")
_VOICES = frozenset(("body", "people", "office", "source", "organisation"))
_BODIES = frozenset(("body", "office", "organisation", "international", "agency"))
_MEASURED = 4  # tokens of what is counted
_THAT = frozenset(("that", "that+"))
_NAMED = 4  # tokens of a second voice
_NOUN = 3  # tokens behind its number


def with_gapped(scene: Scene, reports: Sequence[Report]) -> list[Report]:
    """The reports, each that a second voice with a number and no verb ends parted in two."""
    found: list[Report] = []
    for n, report in enumerate(reports):
        end = reports[n + 1].start if n + 1 < len(reports) else scene.last
        parted = (
            _parted(scene, report, end)
            if report.open_end
            and ((report.rule == "ar.report.noun" and report.force == "estimate") or _counts(scene, report))
            else None
        )
        spoken = _spoken(scene, report, end) if parted is None and report.open_end else None
        found += parted or spoken or (report,)
    return found


def _spoken(scene: Scene, report: Report, end: int) -> tuple[Report, Report] | None:
    """A report and the words of a second voice behind it: «تقول البلدية إن …، | والسكان إنه انخفض إلى الثلث»."""
    tokens, first = scene.tokens, report.content[0]
    if report.rule != "ar.report.that" or report.force != "say":
        return None
    for k in range(first + 2, end - 2):
        if tokens[k - 1].form not in _COMMAS or tokens[k].form[0] != "و" or len(tokens[k].form) < 4:
            continue
        voice = scene.actor(k)
        that = voice.last if voice is not None and voice.entry.kind in _VOICES else end
        that = k + 1 if are_men(tokens[k].form[1:]) else that  # «والصيادون إنهم …»
        if that < end - 1 and scene.text[tokens[that].start] == "إ" and own_classes(tokens[that].form) & _THAT:
            begin = that + ("that" in own_classes(tokens[that].form))
            ended = report._replace(content=(first, k - 1), open_end=False)
            return ended, Report(k, report.cue, (begin, end), "say", report.rule, True, (k, that))
    return None


def _counts(scene: Scene, report: Report) -> bool:
    """Whether a report tells how many there are of what no body is: «تقول النقابة إن عدد المرضى 230، | والوزارة 90»."""
    first = report.content[0]
    if report.rule != "ar.report.that" or first >= scene.last or scene.tokens[first].form not in words_of("measured"):
        return False
    actors = (scene.actor(k) for k in range(first + 1, min(first + _MEASURED, report.content[1])))
    bodies = (
        one.entry.kind in _BODIES or (one.entry.kind == "people" and not one.entry.human) for one in actors if one
    )
    return not any(bodies)  # not «عدد موظفي الإدارة 300، | والمصنع 400»


def _parted(scene: Scene, report: Report, end: int) -> tuple[Report, Report] | None:
    first = report.content[0]
    end -= scene.tokens[end - 1].kind == "mark"
    comma = next((k for k in range(end - 2, first, -1) if scene.tokens[k].form in _COMMAS), first)
    voice = comma + 1
    if comma == first or not scene.tokens[voice].form.startswith("و") or len(scene.tokens[voice].form) < 4:
        return None
    numerals = ((k, numeral_at(scene.text, scene.tokens, k)) for k in range(voice + 1, min(voice + 1 + _NAMED, end)))
    number, numeral = next(((k, found) for k, found in numerals if found is not None), (end, None))
    by = number < end and (scene.tokens[number].form.startswith("ب") or report.rule == "ar.report.that")
    counted = any(numeral_at(scene.text, scene.tokens, k) is not None for k in range(first, comma))
    if (
        numeral is None
        or not (counted and by)
        or not end - _NOUN <= numeral.last <= end
        or not _can_speak(scene, voice, number)
    ):
        return None
    rule = report.rule if report.rule == "ar.report.noun" else "ar.report.gapped"
    ended = report._replace(content=(first, comma), open_end=False)
    return ended, Report(voice, report.cue, (number, end), report.force, rule, False, (voice, number))


def _can_speak(scene: Scene, first: int, last: int) -> bool:
    """Whether the words before a number, «و» apart, are a body or people, and nothing else: no state, no place."""
    actor = scene.actor(first)
    return actor is not None and actor.last == last and actor.entry.kind in _VOICES
