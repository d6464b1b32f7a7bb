"""Reports whose reporting word is a verbal noun behind a verb of setting about it: «سارعت الشركة إلى نفي | الخبر»."""

from __future__ import annotations

from functools import cache

from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import speaker_after
from factcheck.extract.ar.words import Cue, has_class, word, words_of
from factcheck.lang import rows
from factcheck.text import fold

_TO = fold("إلى")
_REACH = 8  # tokens from the verb to the verbal noun


@cache
def noun_cues() -> dict[str, Cue]:
    """The verbal nouns of reporting verbs, folded, each with the verb's own cue: «نفي», «تأكيد», «إعلان»."""
    table: dict[str, Cue] = {}
    for row in rows("ar", "word_sets"):
        cue = word(fold(row[2])).cue if row[1] == "reporting" else None
        if cue is not None:
            table[fold(row[0])] = cue._replace(agreement="")  # a noun agrees with nobody
    return table


def hastened_report(scene: Scene, i: int) -> Report | None:
    """What somebody set about denying, confirming or announcing, whose name stands before «إلى»."""
    tokens, verb = scene.tokens, word(scene.tokens[i].form).verb
    if verb is None or verb.lemma not in words_of("hastens"):
        return None
    to = next((j for j in range(i + 2, min(scene.last - 2, i + _REACH)) if tokens[j].form == _TO), None)
    cue = noun_cues().get(tokens[to + 1].form) if to is not None else None
    if to is None or cue is None or any(token.kind != "word" for token in tokens[i:to]):
        return None
    speaker = speaker_after(scene, i + 1, to)
    begin = max(to + 2, has_class(tokens, to + 2, scene.last, "that"))
    if speaker is None or speaker[1] != to or begin >= scene.last or tokens[begin].kind == "mark":
        return None
    rule = "ar.report.noun" if begin == to + 2 else "ar.report.that"
    return Report(i, to + 1, (begin, scene.last), cue.force, rule, speaker=speaker, agreement=verb.agreement)
