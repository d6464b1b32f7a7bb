"""How far the name of an Arabic source and what describes it go, before what it vouches for or reports further."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.marks import COMMAS, is_final
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.words import (
    has_class,
    is_definite,
    is_event_noun,
    is_preposition,
    own_classes,
    word,
    words_of,
)
from factcheck.text import Token

_THAT = frozenset({"that", "that+"})
_LONGEST = 24  # tokens of a source with what describes it


def source_end(tokens: Sequence[Token], first: int, last: int, behind: bool = False, amid: bool = False) -> int:
    """The end of a source: the next comma, full stop, «فإن», or the main clause's verb; else where the name ends.

    In a source that stands `behind` what it vouches for, a verb only describes it («…، بحسب بيان للوزارة صدر أمس»).
    """
    reach = min(last, first + _LONGEST)
    for i in range(first, reach):
        if tokens[i].form in COMMAS or is_final(tokens, i) or tokens[i].form in words_of("then.that"):
            return i
        if has_class(tokens, i, last, "who") and _goes_on_reporting(tokens, i, last, amid):
            return i  # «…، بحسب النقابة | التي لوحت بإضراب»
        found = word(tokens[i].form).verb
        if (
            found is not None
            and not found.weak
            and not tokens[i].form.endswith(("ها", "ه"))
            and not _is_relative(tokens, i)
            and not (behind and not word(tokens[i].form).joined)
        ):
            return i
    return last if reach == last else first


def _goes_on_reporting(tokens: Sequence[Token], who: int, last: int, amid: bool) -> bool:
    """Whether a relative clause of a source reports more of what it said: «النقابة | التي لوحت بإضراب»."""
    cue = word(tokens[who + 1].form).cue if who + 2 < last else None
    following = tokens[who + 2 : min(last, who + 5)]
    if cue is not None and cue.sort == "verb" and any(_THAT & own_classes(token.form) for token in following):
        return True  # «السلطات | التي قالت إن …»
    act = next((token.form for token in following if not is_preposition(token.form)), "")
    told = amid and cue is not None and cue.sort == "verb" and cue.tense == "perfect"
    if cue is not None and told and (is_event_noun(act) or looks_like_masdar(act)):
        return "np" in cue.frames or is_preposition(following[0].form)  # «الهيئة | التي أكدت تسرب كمية منه»
    return cue is not None and cue.sort == "verb" and cue.force in ("threaten", "promise", "warn", "deny", "accuse")


def _is_relative(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb only describes the noun before it: after «الذي», or after an indefinite noun."""
    if tokens[i - 1].kind == "mark":
        return False
    if tokens[i].form in words_of("given.out"):
        return True  # «بحسب بيان للشرطة | صدر أمس»
    return bool(has_class(tokens, i - 1, i, "who")) or not is_definite(tokens[i - 1].form)
