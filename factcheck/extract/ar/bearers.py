"""Who speaks right before what he says, apart from his verb: «فقاطعه | القاضي سامي نور مذكرا بأن …», «وأعلن بعد
الاجتماع | رئيس اللجنة أن …».
"""

from __future__ import annotations

from factcheck.extract.ar.introduced import person_at
from factcheck.extract.ar.marks import COMMAS, QUOTES
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.subject_nouns import is_next_title
from factcheck.extract.ar.words import (
    Cue,
    is_definite,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.text import fold

_KINDS = frozenset({"office", "body", "people", "international", "agency"})
_FAR = 4  # tokens of an adverb and a name
_CLAUSE = 18  # tokens of the clause before a participle
_HELD_AT = frozenset(map(fold, ("في", "لدى")))
_PRONOUNS = ("هما", "ها", "هم", "ه")


def bearer(scene: Scene, i: int) -> tuple[int, Range] | None:
    """Who acts on somebody or something told of before in the clause that a participle ends, and where it begins.

    «فرد عليه | الوزير مؤكدا», «واعترض على القرار | رئيس الغرفة معتبرا»: what the verb is done to stands before him, so
    that he does it. `None` for «استقبل الوزير السفير مؤكدا», where it could stand behind.
    """
    tokens = scene.tokens
    back = range(i - 1, max(scene.first, i - _CLAUSE), -1)
    first = next((k for k in back if tokens[k - 1].kind == "mark"), scene.first)
    if i - first < 2 or tokens[i - 1].kind != "word" or (first > scene.first and tokens[first - 1].form not in COMMAS):
        return None
    at = _behind_object(scene, first, i)
    actor = scene.actor(at) if at else None
    known = actor is not None and actor.entry.kind in _KINDS and not actor.clitic
    who = speaker_after(scene, at, i) if known else person_at(scene, at, i) if at else None
    if who != (at, i) or any(_leads_elsewhere(scene, k) for k in range(at + 1, i)):
        return None
    if actor is not None and any(is_next_title(scene, k) for k in range(actor.last + 1, i)):
        return None
    feminine = tokens[at].form.endswith(("ة", "ات")) or (actor is not None and actor.entry.gender == "f")
    return (first, who) if feminine == tokens[i].form.endswith("ة") else None


def subject_far_behind(scene: Scene, i: int, last: int, cue: Cue) -> Range | None:
    """Who says a thing, behind when or where he does, right before «أن»: «وقال، ردا على سؤال، | مدير المطار إن …»; not
    whom another act befell: «وقال بعد لقائه في القاهرة الرئيس إن …».
    """
    tokens = scene.tokens
    if cue.sort != "verb" or cue.agreement not in ("m", "f") or last - i < _FAR or not _leads_on(scene, i + 1):
        return None
    for k in range(i + 3, last):
        actor, before = scene.actor(k), tokens[k - 1]
        own = next((before.form.removesuffix(end) for end in _PRONOUNS if before.form.endswith(end)), "")
        if len(own) > 2 and not is_definite(before.form):
            return None
        parted = before.form in COMMAS | QUOTES or (before.kind == "word" and is_definite(before.form))
        if actor is None or actor.clitic or actor.entry.kind != "office" or not parted:
            continue
        feminine = tokens[k].form.endswith("ة") or actor.entry.gender == "f"
        whole = speaker_after(scene, k, last) == (k, last) and not any(
            _leads_elsewhere(scene, n) for n in range(k, last)
        )
        if whole and (feminine == (cue.agreement == "f")):
            return (k, last)
    return None


def _leads_on(scene: Scene, i: int) -> bool:
    """Whether when, where or to whom a thing is said stands at a token, and nobody's name."""
    form = scene.tokens[i].form
    told = form == "ل" or form.startswith("لل")  # «لـ«الضحى»», «للصحافيين»
    return told or form in COMMAS or is_preposition(form) or form in words_of("tells.when")


def _leads_elsewhere(scene: Scene, k: int) -> bool:
    """Whether a preposition at a token belongs to the verb, and to no title: «أحالته المحكمة | إلى السجن مؤكدة»."""
    form = scene.tokens[k].form
    return is_preposition(form) and form not in _HELD_AT


def _behind_object(scene: Scene, first: int, last: int) -> int:
    """The token behind a clause's verb and what it is done to, told by a pronoun or a preposition; 0 for another."""
    tokens, form = scene.tokens, scene.tokens[first].form
    stem = next((form.removesuffix(end) for end in _PRONOUNS if form.endswith(end)), "")
    if len(stem) > 3 and not (is_definite(form) or is_function_word(form)):
        return first + 1 if stem.removeprefix("و").removeprefix("ف") not in words_of("of.kin") else 0
    if word(form).verb is None or first + 2 >= last:
        return 0
    if tokens[first + 1].form in words_of("to.him") or tokens[first + 1].form.endswith(("يه", "يها", "يهم")):
        return first + 2
    if not is_preposition(tokens[first + 1].form):
        return 0
    at = first + 2 + (tokens[first + 2].form in words_of("this.one"))
    if at >= last or not is_definite(tokens[at].form) or scene.actor(at) is not None:
        return 0
    at += 1
    while at < last and tokens[at].form.startswith("ال") and scene.actor(at) is None:
        at += 1
    return at if at < last else 0
