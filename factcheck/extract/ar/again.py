"""Somebody named in full before, whom the last name alone means again: «ونفى ناصر», «وقرأت الشمري 12 لوحا»."""

from __future__ import annotations

from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import is_definite, is_event_noun, is_function_word, word, words_of
from factcheck.extract.layout import Carry
from factcheck.text import Span, fold

_BACK = 1200  # tokens before a family name in which its full name was told
_JOINED = frozenset("ولب")  # letters that can join a given name to what stands before it


def named_again(scene: Scene, carry: Carry, first: int, last: int) -> tuple[Span, str] | None:
    """Somebody named again by the last name behind a verb, with his gender: «ولم يخف | رائد تشاؤمه», «وقد قرأت |
    الشمري»; `None` where no such name was told in full.
    """
    tokens = scene.tokens
    opening = tokens[first].form.removeprefix("و")
    at = first + 1 + (opening in words_of("negation") or opening in words_of("already"))
    verb = word(tokens[at - 1].form).verb if at < last else None
    if verb is None or (is_definite(tokens[at].form) and not _may_be_family(scene, at)):
        return None
    for known in (*carry.speakers, *carry.topics):
        names = [fold(name) for name in scene.text[slice(*known[0])].split()]
        if len(names) > 1 and names[-1] == tokens[at].form:
            return (Span(tokens[at].start, tokens[at].end), known[1]) if known in carry.speakers else known
    full = _told_in_full(scene, at) if is_definite(tokens[at].form) and verb.agreement in ("m", "f") else None
    return None if full is None else (full, verb.agreement)


def _may_be_family(scene: Scene, i: int) -> bool:
    """Whether a word with the article can be a family name: «الشمري», not «الوزير»."""
    bare = scene.tokens[i].form.removeprefix("ال")
    known = bare in nouns() or is_event_noun(bare) or is_function_word(scene.tokens[i].form)
    return len(bare) > 2 and bare.endswith("ي") and not known and scene.actor(i) is None


def _told_in_full(scene: Scene, i: int) -> Span | None:
    """The given name and family name that were told before of whom the family name alone means."""
    tokens, form = scene.tokens, scene.tokens[i].form
    for k in range(max(1, scene.first - _BACK), scene.first):
        given = tokens[k - 1]
        if tokens[k].form != form or given.kind != "word" or len(given.form) < 3:
            continue
        plain = not (is_definite(given.form) or is_function_word(given.form) or is_event_noun(given.form))
        if plain and given.form not in nouns() and given.form[0] not in _JOINED and word(given.form).verb is None:
            return Span(given.start, tokens[k].end)
    return None
