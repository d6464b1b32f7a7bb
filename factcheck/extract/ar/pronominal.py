"""Arabic reports whose verb has its object as a pronoun: «الوزارة تقدرها بما …», «وصفه المدرب بأنه …»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import is_figure
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import speaker_after
from factcheck.extract.ar.subjects import subject_before
from factcheck.extract.ar.valued import holds_at
from factcheck.extract.ar.words import Cue, is_function_word, word, words_of
from factcheck.text import Token, by_spelling, fold

_SUFFIXES = ("هما", "ها", "هم", "ه")
_PUTTING = frozenset(map(fold, ("بما", "بنحو", "بحوالي", "بأنه", "بأنها", "بأنهم", "بأنهما", "بـ")))
_TO, _WHAT = fold("إلى"), fold("ما")
_MADE = 6  # tokens before the verb among which what somebody made stands
_REACH = 9  # words from the verb to what it puts its object at


class Pronominal(NamedTuple):
    """A reporting verb and the pronoun behind it."""

    cue: Cue
    suffix: str


def _is_number(token: Token) -> bool:
    return token.kind == "number" or (is_figure(token.form) and token.form[0] != "ب")


def _puts_at(cue: Cue, form: str) -> bool:
    """Whether a word says what something is put at or down to: «بنحو», «بأنها», «بمليار»; «إلى» behind «أرجعه»."""
    if "cause" in cue.frames:
        return form == _TO
    return form in _PUTTING or (form[0] == "ب" and is_figure(form[1:]))


def _from_name(tokens: Sequence[Token], first: int, start: int) -> int:
    """The start of a report with «، وهو اتهام» before it, which only names what is described."""
    for he in (start - 2, start - 3):
        if he > first and tokens[he].form in words_of("and.he") and tokens[he - 1].form in COMMAS:
            return he
    return start


@by_spelling
def pronominal(form: str) -> Pronominal | None:
    """The verb of a folded form that ends in an object pronoun and estimates or describes; else `None`."""
    suffix = next((s for s in _SUFFIXES if form.endswith(s)), None)
    if suffix is None or word(form).cue is not None or is_function_word(form):
        return None
    cue = word(form[: -len(suffix)]).cue
    puts = cue is not None and cue.sort == "verb" and (cue.force == "estimate" or cue.frames & {"target", "cause"})
    return Pronominal(cue, suffix) if puts and cue is not None else None


def pronominal_report(scene: Scene, i: int, clause: int) -> Report | None:
    """The report of a verb with its object pronoun at token `i`, by a speaker who is named before or after it."""
    found, tokens = pronominal(scene.tokens[i].form), scene.tokens
    if found is None or (not word(tokens[i].form).joined and i + 1 < scene.last and _is_number(tokens[i + 1])):
        return None  # «زيادة | قدرها 30 بالمائة», «تعويض | قدره مليون درهم»
    made = (token.form.removeprefix("ال") in words_of("made") for token in tokens[max(scene.first, i - _MADE) : i])
    if "act" in found.cue.frames and any(made):
        return None  # «القصيدة نسبها المؤرخ إلى شاعر»
    reach = range(i + 1, min(scene.last, i + _REACH))
    if "held" in found.cue.frames:  # «قدرها المدير بمليون، وحصرها المحامي | في مئتي ألف»
        figured = any(t.kind == "number" or is_figure(t.form) or is_figure(t.form[1:]) for t in tokens[scene.first : i])
        begin = next((j for j in reach if figured and holds_at(tokens, j, scene.last)), None)
    else:
        begin = next((j for j in reach if _puts_at(found.cue, tokens[j].form)), None)
    if begin is None:
        return None
    speaker = speaker_after(scene, i + 1, begin) if begin > i + 1 else subject_before(scene, clause, i)
    if begin == i + 1 and tokens[i - 1].form == _WHAT and i > scene.first + 2:
        start = i - 2 if tokens[i - 2].form in words_of("and.he") else i - 1  # «…، وهو ما تعزوه إلى …»
        content = (begin, scene.last)
        return Report(
            start, i, content, found.cue.force, "ar.report.pronoun", True, None, agreement=found.cue.agreement
        )
    if speaker is None and word(tokens[i].form).joined and begin == i + 1 and found.cue.frames & {"target", "cause"}:
        content = (begin, scene.last)  # «هاجم العضو الرئيسة | واتهمها بأنها …»
        return Report(i, i, content, found.cue.force, "ar.report.pronoun", agreement=found.cue.agreement)
    if speaker is None:
        return None
    content, start = (begin, scene.last), _from_name(tokens, scene.first, min(i, speaker[0]))
    return Report(start, i, content, found.cue.force, "ar.report.pronoun", True, speaker, agreement=found.cue.agreement)
