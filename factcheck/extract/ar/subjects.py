"""Who an Arabic clause is about: the subject of its verb, for words that leave theirs out."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.words import Cue, is_definite, is_function_word, own_classes, word, words_of
from factcheck.text import Token, fold

_GREAT = frozenset(map(fold, ("العليا", "العظمى", "الكبرى", "الصغرى", "الوسطى")))


def subject_of(scene: Scene, first: int, last: int) -> Range | None:
    """The subject of a whole clause: after its verb, or before it."""
    tokens = scene.tokens
    if word(tokens[first].form).verb is not None:
        reach = min(last, first + 8)
        return plain_subject(scene, first + 1, reach) or speaker_after(scene, first + 1, reach)
    verb_at = next((i for i in range(first + 1, min(last, first + 9)) if word(tokens[i].form).verb), None)
    return speaker_after(scene, first, verb_at) if verb_at is not None else None


def title_pronoun(tokens: Sequence[Token], speaker: Range) -> str:
    """The word of a title that holds a pronoun: «مديرها», «باسمه»; empty where none does."""
    forms = [token.form for token in tokens[speaker[0] : speaker[1]]]
    head = forms[0].removeprefix("و")
    if head in words_of("his.office"):
        return head
    return next((form for form in forms if form in words_of("in.name.of")), "")


def speaks_for(tokens: Sequence[Token], speaker: Range) -> bool:
    """Whether a speaker is only the voice of whom was named before: «ممثلها», «المتحدث باسمه»."""
    forms = [token.form for token in tokens[speaker[0] : speaker[1]]]
    return (len(forms) <= 2 and forms[-1] in words_of("in.name.of")) or (
        len(forms) == 1 and forms[0] in words_of("voice.of")
    )


def plain_subject(scene: Scene, first: int, last: int) -> Range | None:
    """The definite phrase that begins at a token, with its adjectives alone: «الكونفدرالية العامة للشغل | القرار»."""
    tokens, i = scene.tokens, first
    while i < min(last, first + 3) and tokens[i].kind == "word" and not is_definite(tokens[i].form):
        i += 1
    if i >= last or not tokens[i].form.startswith("ال"):
        return None
    ending = "ة" if tokens[first].form.endswith("ة") else "ي"
    i += 1
    while (
        i < last and tokens[i].form.startswith("ال") and (tokens[i].form.endswith(ending) or tokens[i].form in _GREAT)
    ):
        i += 1
    pair = i + 1 < last and not is_definite(tokens[first].form) and tokens[i].form.startswith("وال")
    if pair and word(tokens[i].form).verb is None and is_definite(tokens[i + 1].form):
        i += 1  # «جمعية الأولياء والتلاميذ | الطرفين»
    return (first, i + 1 if i < last and tokens[i].form.startswith("لل") else i)


def described_noun(scene: Scene, i: int, cue: Cue) -> Range | None:
    """The noun that a verb right behind it describes: «أصدر البنك | توقعات مستقبلية تشير إلى …».

    A definite one too where the verb accuses somebody: «سلسلة من | البيانات تتهم …».
    """
    tokens, first = scene.tokens, i
    if cue.tense != "imperfect" or word(tokens[i].form).joined:
        return None
    while first > max(scene.first, i - 3) and _is_bare_noun(tokens[first - 1]):
        first -= 1
    accuses = bool(cue.frames & {"target", "blame"}) and first == i > scene.first + 1
    if (
        accuses
        and tokens[i - 1].kind == "word"
        and is_definite(tokens[i - 1].form)
        and not word(tokens[i - 1].form).joined
    ):
        return (i - 1, i)
    return (first, i) if first < i else None


def _is_bare_noun(token: Token) -> bool:
    found = word(token.form)
    free = not is_function_word(token.form) or own_classes(token.form) == {"noun"}
    plain = token.kind == "word" and not is_definite(token.form) and free
    unjoined = token.form[0] not in "بلك" or is_paper(token.form)
    return plain and found.verb is None and not found.joined and unjoined


def is_paper(form: str) -> bool:
    """Whether a word is something given out in writing: «بيانا», «تقرير»."""
    return form.removesuffix("ا") in words_of("statement")


def with_publisher(scene: Scene, speaker: Range, last: int) -> Range:
    """The paper that speaks, with whoever gave it out: «البيانات الصادرة عن الجهاز المركزي»."""
    tokens, i = scene.tokens, speaker[1]
    i = i - 1 if i < last and tokens[i - 1].form in words_of("issued") else i
    if i + 2 >= last or tokens[i].form not in words_of("issued") or tokens[i + 1].form != fold("عن"):
        return speaker
    publisher = speaker_after(scene, i + 2, last)
    return speaker if publisher is None else (speaker[0], publisher[1])


def contester(scene: Scene, first: int, last: int) -> Range | None:
    """Who says no or yes in «وهو ما نفاه المدير فلان», whose words may follow behind «قائلا»."""
    for i in range(first + 1, min(last - 1, first + 5)):
        stem = next((scene.tokens[i].form[: -len(s)] for s in ("ها", "ه") if scene.tokens[i].form.endswith(s)), "")
        bare = stem[:-1] + "ي" if stem.endswith("ا") else stem  # «نفاه»
        if stem and (word(bare).cue is not None or word(bare).verb is not None):
            return speaker_after(scene, i + 1, last)
    return None
