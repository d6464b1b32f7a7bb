"""Who says a sentence by a verb and a name put into the midst of it: «مشروعها المقبل، | تجيب حداد، وثائقي عن البحر»."""

from __future__ import annotations

from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import has_any_verb
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.words import Cue, is_definite, is_preposition, word, words_of

_VOICES = frozenset({"office", "body", "people", "international", "agency"})
_NAMED = 9  # tokens of a verb and who says it
_AGAINST = ("deny", "doubt", "accuse")


def put_in(scene: Scene, i: int, cue: Cue) -> Report | None:
    """The report of a reporting verb in the present and its subject alone between commas, in a clause that goes on
    behind them, or between two; `None` for «يجلس قرب الباب، يروي حكاياته، ويضحك», where nobody known is its subject.
    """
    tokens = scene.tokens
    if i < scene.first + 2 or tokens[i - 1].form not in COMMAS or i + 3 >= scene.last:
        return None
    if cue.sort != "verb" or cue.tense != "imperfect" or "that" not in cue.frames or cue.force.startswith(_AGAINST):
        return None
    end = next((k for k in range(i + 2, min(scene.last - 1, i + _NAMED)) if tokens[k].form in COMMAS), 0)
    if not end or word(tokens[i].form).joined or any(token.kind == "mark" for token in tokens[scene.first : i - 1]):
        return None
    behind = tokens[end + 1].form
    goes_on = word(behind).joined or _joins(behind)  # «تقع القرية على تل، | يقول المرشد، ويسكنها 300 شخص»
    if goes_on == _is_left_open(scene, i - 1) or (goes_on and not has_any_verb(tokens, scene.first, i - 1)):
        return None
    who = speaker_after(scene, i + 1, end)
    owned = scene.tokens[end - 1].form.endswith(("ه", "ها", "هم"))  # «يروي الكاتب حكايته»
    if who != (i + 1, end) or owned or not _agrees(scene, who, cue):
        return None
    return Report(i, i, (i, end), "source", "ar.source.as-said", False, who, None, cue.agreement, "sentence")


def is_put_between(scene: Scene, source: Report, end: int) -> bool:
    """Whether a verb and its subject alone stand between two clauses, both of which are that one's: «تقع القرية على تل،
    يقول المرشد، | ويسكنها 300 شخص».
    """
    if source.cue != source.start or source.rule != "ar.source.as-said" or end + 2 >= scene.last:
        return False
    behind = word(scene.tokens[end + 1].form)
    held = scene.tokens[end + 1].form.endswith(("ها", "هم", "ه"))  # of what the clause before tells: «ويسكنها»
    goes_on = scene.tokens[end].form in COMMAS and behind.joined and behind.verb is not None and held
    return goes_on or (scene.tokens[end].form in COMMAS and scene.tokens[end + 1].form[1:] in words_of("negates"))


def _joins(form: str) -> bool:
    """Whether «و» joins a listed noun to what stands before: «ومزارع»; not «وثائقي»."""
    return form[0] == "و" and form not in nouns() and form[1:] in nouns()


def _is_left_open(scene: Scene, last: int) -> bool:
    """Whether only a noun phrase stands before a comma, so that what is told of it is still to come."""
    tokens, head = scene.tokens[scene.first : last], scene.tokens[scene.first].form
    return not is_preposition(head.removeprefix("و")) and all(
        token.kind == "word" and word(token.form).verb is None for token in tokens
    )


def _agrees(scene: Scene, who: Range, cue: Cue) -> bool:
    """Whether somebody known, or named before, is named there, of the verb's gender."""
    actor = scene.actor(who[0])
    if actor is None:
        return scene.is_family_name(who[0])
    form = scene.tokens[who[0]].form
    feminine = actor.entry.gender == "f" or form.endswith(("ة", "ات"))
    titled = actor.entry.kind == "office" or is_definite(scene.tokens[who[1] - 1].form) or who[1] - who[0] > 1
    return actor.entry.kind in _VOICES and not actor.clitic and titled and feminine == (cue.agreement == "f")
