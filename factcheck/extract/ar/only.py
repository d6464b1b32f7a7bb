"""No more than a figure: «لا يتوقع المصرف سوى 3 في المئة», «في حين لم تسجل الإدارة سوى 38 في المئة»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.commas import counts
from factcheck.extract.ar.levels import clause_start
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.tellers import with_speaker
from factcheck.extract.ar.words import Cue, has_class, words_of
from factcheck.text import fold

_ONLY_WORDS = frozenset(map(fold, ("سوى", "إلا", "غير")))
_ONLY = 14  # tokens from a negated verb to its «سوى»


def expects_only(scene: Scene, i: int, cue: Cue, before: Sequence[Report]) -> Report | None:
    """«لا يتوقع المصرف سوى 3 في المئة»: a negated verb with «سوى» and a figure says no more than the figure."""
    tokens, reach = scene.tokens, min(scene.last - 1, i + _ONLY)
    only = next((j for j in range(i + 1, reach) if tokens[j].form in _ONLY_WORDS), None)
    told = "np" in cue.frames or ("observes" in cue.frames and _is_set_against(scene, i))
    if not told or only is None or not counts(tokens, only + 1, min(scene.last, only + 4)):
        return None
    report = Report(i - 1, i, (only, scene.last), cue.force, "ar.report.noun", agreement=cue.agreement)
    clause = clause_start(scene, i, cue, before)
    found = with_speaker(scene, report, cue, clause)
    return None if found is None else found._replace(start=min(found.start, max(clause, scene.first)))


def _is_set_against(scene: Scene, i: int) -> bool:
    """Whether «في حين» sets what a body counted against the figure of a source: «83 في المئة بحسب النقابة، في حين لم |
    تسجل الإدارة سوى 38»; a team or a firm records what it did itself.
    """
    tokens = scene.tokens
    counts_them = i + 1 < scene.last and tokens[i + 1].form.removeprefix("ال") in words_of("counts.others")
    if not counts_them or tokens[i - 2].form not in words_of("meanwhile"):
        return False
    return any(has_class(tokens, k, i, "source") for k in range(scene.first + 1, i - 3))
