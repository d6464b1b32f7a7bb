"""Reports whose verb is no reporting verb: «سارعت إلى نفي | الخبر», «رفض القول إن …», «يضعها عند …», «رفعت الحصيلة»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factcheck.extract.ar.counted import is_amount
from factcheck.extract.ar.duals import singular_of
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.predicates import is_kana
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import speaker_after
from factcheck.extract.ar.subjects import subject_before
from factcheck.extract.ar.verbs import Verb
from factcheck.extract.ar.words import Cue, has_class, is_definite, is_event_noun, own_classes, word, words_of
from factcheck.lang import rows
from factcheck.text import Token, by_spelling, fold

_TO, _IN, _HOUR, _TOLL = fold("إلى"), fold("في"), fold("الساعة"), fold("حصيلة")
_TELLING = frozenset({"body", "people", "office", "international"})
_IT = ("ها", "ه")
_AT = frozenset(map(fold, ("عند", "في", "قبل", "بعد", "نحو", "قرابة")))
_ESTIMATED = 40  # tokens from the figure that another body gave
_REACH = 8  # tokens from the verb to the verbal noun


@cache
def noun_cues() -> dict[str, Cue]:
    """The verbal nouns of reporting verbs, folded, each with the verb's own cue: «نفي», «تأكيد», «إعلان»."""
    table: dict[str, Cue] = {}
    for row in rows("ar", "word_sets"):
        cue = word(fold(row[2])).cue if row[1] == "reporting" else None
        if cue is not None:
            table[fold(row[0])] = replace(cue, agreement="")  # a noun agrees with nobody
    return table


def hastened_report(scene: Scene, i: int) -> Report | None:
    """What somebody set about denying, confirming or announcing, whose name stands before «إلى»."""
    tokens, verb = scene.tokens, word(scene.tokens[i].form).verb
    if verb is not None and verb.lemma in words_of("refuses"):
        return _refused(scene, i, verb)
    if verb is not None and tokens[i].form.endswith(_IT) and verb.lemma in words_of("places"):
        return _placed(scene, i, verb)
    if (told := word(tokens[i].form).cue or verb) is not None and told.lemma in words_of("traces"):
        return _traced(scene, i, told.agreement)
    if verb is not None and verb.lemma in words_of("raises.toll"):
        return _raised(scene, i, verb)
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


def _refused(scene: Scene, i: int, verb: Verb) -> Report | None:
    """What somebody would not have said, which is denied: «رفض الوزير | القول إن الخطة فشلت»."""
    tokens = scene.tokens
    reach = range(i + 1, min(scene.last - 2, i + _REACH))
    noun = next((j for j in reach if tokens[j].form in words_of("saying.noun")), None)
    if noun is None or any(token.kind != "word" for token in tokens[i:noun]):
        return None
    that, with_pronoun = (has_class(tokens, noun + 1, scene.last, name) for name in ("that", "that+"))
    speaker = speaker_after(scene, i + 1, noun) if noun > i + 1 else subject_before(scene, scene.first, i)
    named = noun == i + 1 or (speaker is not None and speaker[1] == noun)
    if not named or not (that or with_pronoun) or max(that, noun + 1) >= scene.last:
        return None
    start = min(i, speaker[0]) if speaker is not None else i
    content = (noun + 1 if with_pronoun else that, scene.last)
    return Report(start, i, content, "deny", "ar.report.that", speaker=speaker, agreement=verb.agreement)


def _traced(scene: Scene, i: int, agreement: str) -> Report | None:
    """What somebody puts down to a cause: «ترد الشركة | التأخر إلى عطل», not «رد المدير الزائر إلى بيته»."""
    tokens = scene.tokens
    to = next((j for j in range(i + 2, min(scene.last - 1, i + _REACH)) if tokens[j].form == _TO), None)
    if to is None or any(token.kind != "word" for token in tokens[i:to]):
        return None
    cause, reach = tokens[to + 1].form, range(to - 1, max(i, to - 3), -1)
    begin = next((k for k in reach if _befell(tokens[k].form)), None)
    if begin is None or not _befell(cause) or is_definite(cause):
        return None  # «أعاد العمال التشغيل إلى المصنع»
    speaker = speaker_after(scene, i + 1, begin) if begin > i + 1 else subject_before(scene, scene.first, i)
    if speaker is None or (begin > i + 1 and speaker[1] != begin):
        return None
    start = min(i, speaker[0])
    return Report(start, i, (begin, scene.last), "justify", "ar.report.noun", speaker=speaker, agreement=agreement)


def _raised(scene: Scene, i: int, verb: Verb) -> Report | None:
    """To what a body raises the toll that it gives: «رفعت الوزارة | الحصيلة إلى 45 قتيلا»; not «رفعت الغارة الحصيلة»,
    «رفع اللاعب حصيلته إلى 45 هدفا».
    """
    tokens, reach = scene.tokens, range(i + 1, min(scene.last - 2, i + _REACH))
    begin = next((j for j in reach if tokens[j].form.removeprefix("ال") == _TOLL), None)
    to = next((j for j in reach if tokens[j].form == _TO), None)
    if begin is None or to is None or to < begin or any(token.kind != "word" for token in tokens[i:to]):
        return None
    if not any(_is_victim(tokens[j].form) for j in range(begin + 1, min(scene.last, to + 4))):
        return None
    speaker = speaker_after(scene, i + 1, begin) if begin > i + 1 else subject_before(scene, scene.first, i)
    actor = scene.actor(speaker[0]) if speaker is not None else None
    if speaker is None or actor is None or actor.entry.kind not in _TELLING:
        return None
    start = min(i, speaker[0])
    content = (begin, scene.last)
    return Report(start, i, content, "estimate", "ar.report.placed", speaker=speaker, agreement=verb.agreement)


def revised_report(scene: Scene, i: int) -> Report | None:
    """To what another body puts a figure up or down: «قدرت الشركة الكمية بمئة برميل. | ورفعتها الهيئة إلى 700», not
    «رفعتها الحكومة إلى 20 في المئة» of a tax.
    """
    tokens, verb = scene.tokens, revises(scene.tokens[i].form)
    if verb is None:
        return None
    to = next((j for j in range(i + 1, min(scene.last - 1, i + _REACH)) if tokens[j].form == _TO), None)
    if to is None or not is_amount(tokens[to + 1]) or any(token.kind != "word" for token in tokens[i:to]):
        return None
    if not _estimated_before(tokens, i):
        return None
    clause = next((j + 1 for j in range(i - 1, max(scene.first, i - _REACH), -1) if _parts(tokens[j])), scene.first)
    speaker = speaker_after(scene, i + 1, to) if to > i + 1 else subject_before(scene, clause, i)
    actor = scene.actor(speaker[0]) if speaker is not None else None
    if speaker is None or actor is None or actor.entry.kind not in _TELLING or (to > i + 1 and speaker[1] != to):
        return None
    start = min(i, speaker[0])
    start -= start > scene.first and "but" in own_classes(tokens[start - 1].form)
    content, agreement = (to, scene.last), verb.agreement
    return Report(start, i, content, "estimate", "ar.report.placed", speaker=speaker, agreement=agreement)


def _estimated_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether the nearest verb before a token gives a figure; not «كانت العقوبة خمس سنوات، | وخفضتها المحكمة»."""
    for token in reversed(tokens[max(0, i - _ESTIMATED) : i]):
        found = word(token.form)
        if found.cue is not None and (found.cue.force == "estimate" or "count" in found.cue.frames):
            return True
        if is_kana(found.base) or (found.verb is not None and not found.verb.weak):
            return False
    return False


def _parts(token: Token) -> bool:
    """Whether a clause begins behind a token: a mark, «لكن», «بينما»."""
    return token.kind == "mark" or "but" in own_classes(token.form)


@by_spelling
def revises(form: str) -> Verb | None:
    """The verb of a word that puts up or down the thing its pronoun takes up: «ورفعتها», «خفضه»."""
    stem = next((form.removesuffix(end) for end in _IT if form.endswith(end)), "")
    verb = word(stem).verb if stem else None
    return verb if verb is not None and verb.lemma in words_of("revises") else None


@by_spelling
def _is_victim(form: str) -> bool:
    """Whether a noun names one or many of those whom a toll counts: «القتلى», «قتيلا», «إصابة»."""
    bare = form.removeprefix("ال")
    return bare in words_of("toll") or bare.removesuffix("ا") in _victims()


@cache
def _victims() -> frozenset[str]:
    return frozenset(fold(one) for form in words_of("toll") if (one := singular_of(form)) is not None)


def _befell(form: str) -> bool:
    """Whether a noun is an event or a trouble that has a cause: «الانهيار», «ارتفاع», «الأزمة»."""
    bare = form.removeprefix("ال")
    return is_event_noun(bare) or looks_like_masdar(bare) or bare in words_of("trouble")


def _placed(scene: Scene, i: int, verb: Verb) -> Report | None:
    """At what time somebody sets a thing told before: «البيان الرسمي يضعها | عند الرابعة فجرا»."""
    tokens = scene.tokens
    at = next((j for j in range(i + 1, min(scene.last - 1, i + _REACH)) if tokens[j].form in _AT), None)
    if at is None or any(token.kind != "word" for token in tokens[i:at]):
        return None
    speaker = speaker_after(scene, i + 1, at) if at > i + 1 else subject_before(scene, scene.first, i)
    timed = max(scene.after_time(at), scene.after_time(at + 1), scene.after_date(at), scene.after_date(at + 1))
    hourly = tokens[at + 1].form == _HOUR
    hour = number_word(tokens[at + 1 + hourly].form) if hourly or tokens[at].form != _IN else None
    if speaker is None or not (timed > at + 1 or (hour is not None and hour.cls == "ordinal")):
        return None
    start = min(i, speaker[0])
    return Report(start, i, (at, scene.last), "report", "ar.report.placed", speaker=speaker, agreement=verb.agreement)
