"""Whom a verb of telling tells, and who does, where both stand behind it: «أبلغت شركة التعدين | وزارة البيئة بأن …»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.duals import is_many, nouns
from factcheck.extract.ar.name_parts import are_addressed, are_owned
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range
from factcheck.extract.ar.words import is_definite
from factcheck.text import Token

_TOLD = frozenset({"body", "international", "agency", "office", "people"})  # who can be told of a thing


def is_told(scene: Scene, after: Range) -> bool:
    """Whether one definite noun in the accusative stands behind a verb of telling: whom it tells, and not who tells."""
    form = scene.tokens[after[0]].form
    return after[1] - after[0] == 1 and form.endswith("ين") and are_addressed(form)


def are_two(tokens: Sequence[Token], i: int) -> bool:
    """Whether two definite nouns name two, the teller and the told: «المسعف الصحيفة»."""
    told = tokens[i + 1].form
    return is_definite(tokens[i].form) and is_definite(told) and not told.endswith(("ي", "ية", "يين", "يون"))


def end_of_teller(scene: Scene, both: Range) -> int:
    """The end of who tells, before whom he tells: «أبلغت شركة التعدين | وزارة البيئة بأن …», «طمأن سالم | الأهالي»."""
    tokens, first = scene.tokens, both[0]
    if both[1] - first > 1 and _are_told(scene, both[1] - 1):
        return both[1] - 1 - (both[1] - first > 2 and is_many(tokens[both[1] - 2].form))  # «وعدت الشركة | أسر الضحايا»
    alone = is_definite(tokens[first].form) and not is_definite(tokens[min(first + 1, both[1] - 1)].form)
    for k in range(first + 2 - int(alone), both[1]):
        actor = scene.actor(k)
        if actor is None or actor.clitic or actor.entry.kind not in _TOLD:
            continue
        named = scene.actor(first) is None and tokens[first].form not in nouns()  # «نهضة فاس | هيئة الأسواق»
        if is_definite(tokens[k - 1].form) or named:
            return k
    return both[1]


def _are_told(scene: Scene, i: int) -> bool:
    """Whether many definite people stand behind a whole name, and belong to none: «طبيب النادي | الأنصار», «كوران |
    الأهالي»; not «اتحاد الطلاب», «المحامين الأردنيين».
    """
    form, before = scene.tokens[i].form, scene.tokens[i - 1].form
    named = before not in nouns() and scene.actor(i - 1) is None and scene.tokens[i - 1].kind == "word"
    if are_owned(form):
        return is_definite(before) or named  # «أبلغ النادي | لاعبيه»
    return are_addressed(form) and not are_addressed(before) and (is_definite(before) or named)
