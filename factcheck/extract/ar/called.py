"""What somebody calls a thing in quoted words: «وتعتبر الضريبة «عقابا»»."""

from __future__ import annotations

from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.subject_nouns import named_at
from factcheck.extract.ar.words import Cue, is_definite, is_event_noun, word


def called_thing(scene: Scene, i: int, cue: Cue, words: Report) -> int | None:
    """The thing, which says nothing, that stands between a verb and quoted words that somebody calls it: «وتعتبر |
    الضريبة «عقابا»», «اعتبر الوزير | القانون «خطوة أولى»»; `None` where there is none.
    """
    at = words.content[0] - 2
    if words.rule != "ar.report.quotation" or at <= i or at + 1 not in scene.openings:
        return None
    form = scene.tokens[at].form
    thing = form.startswith("ال") and (form[2:] in nouns() or is_event_noun(form[2:])) and scene.actor(at) is None
    own = cue.sort == "participle" or word(scene.tokens[i].form).joined
    actor = scene.actor(i + 1)
    behind = actor is not None and is_definite(scene.tokens[at - 1].form)
    if actor is not None and actor.entry.kind == "office":
        behind = behind or named_at(scene, i + 1, actor, at + 1)[1] == at  # «المدير سامي نور | الإضراب»
    return at if thing and (own if at == i + 1 else behind) else None
