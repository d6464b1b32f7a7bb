"""Figures that have a source of their own behind them: «نجا كثيرون: | أربعون كما تقول البحرية، | وستون كما …»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import has_verb, is_figure
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import speaker_after
from factcheck.extract.ar.words import word
from factcheck.text import Token

COUNTED = "ar.source.counted"
_AGAINST = frozenset({"deny", "deny.refute", "doubt", "accuse"})
_AMOUNT, _COUNTED = 6, 24  # tokens of a figure with the mark before it; back to the colon behind what is counted


def of_amount(scene: Scene, i: int) -> Report | None:
    """The report of «كما» at a token that brings whose a figure is, which stands alone between marks behind a colon."""
    tokens = scene.tokens
    head = next((k for k in range(i - 1, max(scene.first, i - _AMOUNT), -1) if tokens[k].kind == "mark"), i)
    cue = word(tokens[i + 1].form).cue if i + 2 < scene.last and head + 1 < i else None
    if cue is None or cue.sort != "verb" or not cue.frames & {"that", "np"} or cue.force in _AGAINST:
        return None
    if not (is_amount(tokens[head + 1]) and colon_before(tokens, scene.first, head)) or has_verb(tokens, head + 1, i):
        return None
    speaker = speaker_after(scene, i + 2, scene.last)
    if speaker is None or (speaker[1] < scene.last and tokens[speaker[1]].kind != "mark"):
        return None
    return Report(head + 1, i + 1, (head + 1, i), "source", COUNTED, False, speaker, agreement=cue.agreement)


def gives_account(scene: Scene, i: int, at: int) -> bool:
    """Whether «في رواية» at the head of a sentence or behind a comma brings a body or people who tell of a case."""
    whose = scene.actor(at) if i == scene.first or scene.tokens[i - 1].form in COMMAS else None
    end = at + 1 >= scene.last or scene.tokens[at + 1].kind == "mark"
    if end and scene.tokens[at].form.startswith("ال") and any(is_amount(t) for t in scene.tokens[max(0, i - 2) : i]):
        return True  # «ولم يتعد 120 ألفا | في رواية الديراني»
    people = whose is not None and whose.entry.kind == "people" and whose.entry.human
    return people or (whose is not None and whose.entry.kind == "body")


def is_amount(token: Token) -> bool:
    """Whether a token is a number or a word of one, with «و» or without: «120», «ألفا», «وعشرون»."""
    return token.kind == "number" or is_figure(token.form) or is_figure(token.form.removeprefix("و"))


def colon_before(tokens: Sequence[Token], first: int, head: int) -> int:
    """The colon at a token or shortly before it, with what is counted before that; 0 where none is, or where somebody
    speaks behind it: «قال الوزير: …».
    """
    colon = next((k for k in range(head, max(first + 1, head - _COUNTED), -1) if tokens[k].form == ":"), 0)
    cues = (word(token.form).cue for token in tokens[first:colon])
    return 0 if any(cue is not None and cue.sort == "verb" and not cue.weak for cue in cues) else colon
