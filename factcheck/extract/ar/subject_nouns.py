"""Nouns as the subject of an Arabic verb: who can act in the plural, what is an object, how far a name goes."""

from __future__ import annotations

from factcheck.extract.ar.duals import is_many, singular_of
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.name_parts import name_words
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.subjects import plain_subject
from factcheck.extract.ar.words import is_definite, is_event_noun, word
from factcheck.lang.actors import Found

_NAMED = 3  # tokens of a name behind an office


def are_people(form: str) -> bool:
    """Whether a noun can be the subject of a verb in the plural: «المعلمون», «السكان»; not one thing."""
    bound = form.endswith("ي") and (is_many(f"{form}ن") or singular_of(f"{form}ن") is not None)  # «مقاتلي الحركة»
    return bound or form.endswith(("ون", "ين", "ان")) or is_many(form)


def is_object(form: str) -> bool:
    """Whether a verbal noun behind a feminine verb is no subject of it: «أمرت النيابة …، وطلبت | تفريغ الصندوق»."""
    return (
        (is_event_noun(form) or looks_like_masdar(form))
        and not is_definite(form)
        and not form.endswith(("ة", "ات", "ها"))
    )


def in_full(scene: Scene, first: int, last: int) -> Range | None:
    """The definite phrase that a bare noun begins: «محكمة الشمال العليا»; `None` where an object could have begun."""
    whole = plain_subject(scene, first, last)
    plain = whole is not None and not any(is_event_noun(token.form) for token in scene.tokens[whole[0] : whole[1]])
    return whole if plain else None


def named_at(scene: Scene, at: int, actor: Found, last: int) -> Range:
    """Somebody known at a token, and the name that stands behind his office: «الرئيس المصري | عبد الفتاح …»."""
    if actor.entry.kind != "office":
        return speaker_after(scene, at, min(last, actor.last)) or (at, actor.last)
    reach = min(last, actor.last + _NAMED)
    reach += any(token.form in name_words("joined") for token in scene.tokens[actor.last : reach])  # «عبد الفتاح …»
    return speaker_after(scene, at, min(last, reach)) or (at, actor.last)


def keeps_topic(form: str, agreement: str) -> bool:
    """Whether a verb's pronoun goes on with whom the text is about, who agrees with the verb too: «وتمولها مؤسسة …»."""
    return agreement == ("f" if form.endswith("ها") else "m" if form.endswith("ه") else None)


def describes_bare(scene: Scene, first: int) -> bool:
    """Whether a verb in the past behind a comma describes the indefinite plural noun before it."""
    tokens, found = scene.tokens, word(scene.tokens[first].form).verb
    bare = tokens[first - 2].form if tokens[first - 1].form in COMMAS and first - 2 > scene.first else ""
    past = found is not None and found.tense == "perfect" and found.agreement == "f" and not found.weak
    return past and bare.endswith("ات") and not is_definite(bare)
