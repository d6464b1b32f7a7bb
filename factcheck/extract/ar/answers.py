"""What somebody's answer or account is: «وجاء جواب الشركة في بلاغ: | …», «…»، جاءه الرد من المدير, «عاد ليقول: …»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.clausal import clausal_content
from factcheck.extract.ar.duals import is_many
from factcheck.extract.ar.edges import is_sentence
from factcheck.extract.ar.introduced import past_us, person_at
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.name_parts import is_thing
from factcheck.extract.ar.predicates import is_circumstance, is_kana
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.subject_nouns import named_at
from factcheck.extract.ar.words import is_definite, is_preposition, own_classes, said_so, word, words_of
from factcheck.text import Token, by_spelling, fold

_SPEAKERS = frozenset({"office", "body", "people", "international", "agency"})
_TALE, _FROM, _OPENERS = fold("رواية"), fold("من"), frozenset(map(fold, ("أما", "و", "لكن", "ثم")))
_UNTIL = frozenset(map(fold, ("حتى", "ثم")))
_CAME = frozenset(map(fold, ("جاء", "أتى", "كان", "ورد")))
_HEAD = 3  # tokens before the account
_REACH = 14  # tokens from an account to its colon
_LONG = 3  # words from which a quotation is more than a title
_CLAUSE = 16  # tokens from the verb of a clause to its «ليقول»


def answer_report(scene: Scene) -> Report | None:
    """The report of a sentence that opens with somebody's account and a colon, or ends with whose answer it quotes."""
    tokens, first = scene.tokens, scene.first
    if first in scene.openings:
        return _behind_words(scene)
    at = next((i for i in range(first, min(scene.last - 2, first + _HEAD)) if _is_account(tokens[i].form)), None)
    if at is None or not all(_comes(tokens[i].form) for i in range(first, at)):
        return None
    who = _who(scene, at + 1)
    if who is None or not _tells(scene, at, who[0]):
        return None
    who = (who[0], next((k for k in range(who[0] + 1, who[1]) if _of_thing(tokens, k)), who[1]))
    if is_thing(tokens[who[1]].form):
        return None  # «رد المجلس | القانون: لم ينل الأغلبية»
    colon = next((i for i in range(who[1], min(scene.last - 2, at + _REACH)) if tokens[i].form == ":"), None)
    if colon is None or any(tokens[i].kind == "mark" for i in range(who[1], colon)):
        return None
    if any(word(tokens[i].form).verb and not _comes(tokens[i].form) for i in range(who[1], colon)):
        return None
    quotation = scene.quotation_opening(colon + 1)
    if quotation is not None and quotation.last - quotation.first < _LONG:
        return None  # «رواية الكاتب الجديدة: «ليل»»
    content = (colon + 1, scene.last) if quotation is None else (quotation.first, min(quotation.last, scene.last))
    if not is_sentence(scene.text, tokens, *content):
        return None  # «رواية الكاتب سامي نور: حكاية حب في زمن الحرب»
    rule = "ar.report.colon" if quotation is None else "ar.report.quotation"
    return Report(first, colon, content, "say", rule, quotation is None, who)


def _tells(scene: Scene, at: int, who: int) -> bool:
    """Whether an account can be somebody's words: no «تعليق الدراسة», no «شهادة المدرسة»."""
    actor, head = scene.actor(who), scene.tokens[who].form.removeprefix("ال")
    by_persons = actor is None or actor.entry.human or actor.entry.kind == "office"
    bare = scene.tokens[at].form.removeprefix("و").removeprefix("ف")
    if bare == _TALE and head in words_of("writer"):
        return False  # «كانت رواية الكاتب ناجحة: …»
    return head not in words_of("attests", "paper", "document") and (by_persons or bare not in words_of("account.own"))


def _of_thing(tokens: Sequence[Token], i: int) -> bool:
    """Whether «لل» behind a definite name tells what an account is of: «تفسير المعلم | للدرس»."""
    return tokens[i].form.startswith("لل") and is_definite(tokens[i - 1].form)


def so_says(scene: Scene, i: int) -> Report | None:
    """«خرج رئيس النادي بعد ساعة | ليقول للصحفيين: «…»»: who comes forth says it; not «أرسلت الوزارة موظفا ليقول …»,
    «خرج المدير ليقول له السكرتير …».
    """
    tokens, cue = scene.tokens, said_so(scene.tokens[i].form)
    head = next(
        (k for k in range(i - 1, max(scene.first - 1, i - _CLAUSE), -1) if k == scene.first or _opens(scene, k)), i
    )
    verb = word(tokens[head].form).verb
    if cue is None or verb is None or verb.lemma not in words_of("comes.forth"):
        return None
    if verb.agreement != cue.agreement and not (cue.agreement == "p" and _are_many(scene, past_us(scene, head + 1))):
        return None  # «خرج نواب الكتلة | ليقولوا إن …»: the verb before its subject is in the singular
    found = clausal_content(scene, i, cue)
    if found is None or found.scope == "none" or _is_told_so(scene, i + 1):
        return None
    at = past_us(scene, head + 1)
    who = _who(scene, at, i) if verb.agreement == cue.agreement else speaker_after(scene, at, i)
    return found._replace(speaker=who, agreement=cue.agreement) if who is not None or head + 1 == i else None


def _are_many(scene: Scene, i: int) -> bool:
    actor = scene.actor(i)
    return is_many(scene.tokens[i].form) or (actor is not None and actor.entry.number == "pl")


def _is_told_so(scene: Scene, i: int) -> bool:
    """Whether another's name stands behind «ليقول», with whom he tells before it or not: «ليقول له | السكرتير إن …»."""
    if scene.tokens[i].form in words_of("to.him"):
        return scene.tokens[i + 1].kind == "word" and "that" not in own_classes(scene.tokens[i + 1].form)
    actor = scene.actor(i)
    return actor is not None and not actor.clitic


def _opens(scene: Scene, k: int) -> bool:
    found, before = word(scene.tokens[k].form), scene.tokens[k - 1].form
    if found.verb is None:
        return False
    return (found.joined and before in COMMAS) or (found.verb.tense == "perfect" and before in _UNTIL)  # «حتى | خرج …»


def _behind_words(scene: Scene) -> Report | None:
    """«…»، جاءها الرد من ممثل الوزارة, «…»، كان جواب المدير: the answer is of whoever it came from."""
    tokens, quotation = scene.tokens, scene.openings[scene.first]
    came = quotation.last + 2
    if came + 2 >= scene.last or tokens[came - 1].form not in COMMAS or not _comes(tokens[came].form):
        return None
    at = came + 1
    if tokens[at].form.removeprefix("ال") not in words_of("answer"):
        return None
    who = _who(scene, at + 1 + (tokens[at + 1].form == _FROM))
    content = (quotation.first, quotation.last)
    if who is None:
        return None
    return Report(scene.first, came, content, "reply", "ar.report.quotation-first", False, who)


def _who(scene: Scene, i: int, last: int = 0) -> Range | None:
    """Somebody known, or a person by name, at a token."""
    last = last or scene.last
    actor = scene.actor(i)
    if actor is not None and not actor.clitic and actor.entry.kind in _SPEAKERS:
        first, end = named_at(scene, i, actor, last)
        return first, end - (end > actor.last and is_circumstance(scene.tokens[end - 1].form))  # «المدير | مختصرا»
    if i >= last or scene.tokens[i].kind != "word" or is_preposition(scene.tokens[i].form):
        return None
    named = person_at(scene, i, last)
    return named and speaker_after(scene, named[0], named[1])


@by_spelling
def _is_account(form: str) -> bool:
    return form.removeprefix("و").removeprefix("ف") in words_of("account", "account.own", "answer")


@by_spelling
def _comes(form: str) -> bool:
    """Whether a word only brings an account: «وجاء», «وكان», «أما»."""
    if form in _OPENERS or is_kana(form):
        return True
    found = word(form).verb or word(form.removesuffix("ها").removesuffix("ه")).verb
    return found is not None and found.lemma in _CAME
