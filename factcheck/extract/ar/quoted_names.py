"""Names in quotation marks: «مجموعة «…» العقارية», «تحدث إلى «الضفة» عن …»."""

from __future__ import annotations

import itertools

from factcheck.extract.ar.antecedents import Range, antecedent
from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.name_parts import are_name_words
from factcheck.extract.ar.report import PREPOSITION_FRAMES
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import Cue, has_class, is_definite, is_event_noun, is_preposition, word, words_of
from factcheck.extract.layout import Quotation
from factcheck.text import fold

_IN, _ABOUT = fold("في"), fold("عن")
_TO = frozenset(map(fold, ("إلى", "ل", "مع")))
_NAME = 3  # words of a name in quotation marks
_TITLE = 4  # tokens of a title before a name in marks
_PLACED = 7  # tokens from where it was told to what was
_TALKING = 7  # tokens from a verb of talking to the outlet talked to


def is_named(scene: Scene, opening: int) -> bool:
    """Whether the quotation that opens at a token is a name: «مجموعة «…» العقارية», «في دورية «…»»."""
    quotation = scene.quotation_opening(opening)
    if quotation is None or quotation.last - quotation.first > 5:
        return False
    before = scene.tokens[opening - 1].form if opening > scene.first else ""
    if before == "و" and opening > scene.first + 1:  # «شركتي "أطلس" و"وانا"»
        earlier = next((q for q in scene.openings.values() if q.last == opening - 2), None)
        return earlier is not None and is_named(scene, earlier.first - 1)
    first = scene.tokens[quotation.first].form
    if before == _IN and first.removeprefix("ال") in words_of("named"):
        return True  # «المحلل في «مركز آفاق»», «نشرت في «المجلة العربية لتغذية الطفل»»
    if before in words_of("itself") or _bears_name(scene, opening, quotation):
        return True  # «مجموعة تسمي نفسها «ظل الصقر»»
    if before in words_of("reporter", "meets.outlet") and quotation.last - quotation.first <= 3:
        return True  # «سائقون التقتهم «الصباح»»
    if quotation.last - quotation.first <= 3 and _talks_to(scene, opening):
        return True
    if before.endswith(("تي", "تا")) and before[:-2] + "ة" in words_of("named"):
        return True
    bare = before[1:] if before[:1] in ("و", "ب", "ل") and before not in words_of("named") else before
    return (bare[2:] if bare.startswith("ال") else bare) in words_of("named")


def _bears_name(scene: Scene, opening: int, quotation: Quotation) -> bool:
    """Whether a person's name in marks stands behind his title: «برئاسة المستشار "سامي نور"»."""
    titles = (scene.actor(k) for k in range(max(scene.first, opening - _TITLE), opening))
    titled = any(title is not None and title.entry.kind == "office" and title.last == opening for title in titles)
    given = scene.tokens[quotation.first].form
    told = is_definite(given) or is_event_noun(given)  # «واعتبر الوزير «الأسعار عادلة للجميع»»
    return titled and not told and are_name_words(scene.tokens, quotation.first, quotation.last)


def closes_name(scene: Scene, mark: int) -> bool:
    """Whether the quotation that a mark closes is a name: «منظمة «بحار نظيفة» غير الحكومية قالت إن …»."""
    quotation = next((one for one in scene.openings.values() if one.last == mark), None)
    return quotation is not None and is_named(scene, quotation.first - 1)


def _talks_to(scene: Scene, opening: int) -> bool:
    """Whether a quotation is the outlet that somebody talks to of something: «تحدث المدير إلى «الضفة» | عن …»."""
    tokens, behind = scene.tokens, scene.openings[opening].last + 1
    if tokens[opening - 1].form not in _TO or behind >= scene.last or tokens[behind].form != _ABOUT:
        return False
    for j in range(opening - 2, max(scene.first - 1, opening - 2 - _TALKING), -1):
        cue = word(tokens[j].form).cue
        if cue is not None or tokens[j].kind != "word":
            return cue is not None and cue.force == "say.topic"
    return False


def described(scene: Scene, who: int) -> Range | None:
    """What a relative pronoun takes up, a name in quotation marks as well: «البنك «الأول»، | الذي تأسس …»."""
    name = next((q for q in scene.openings.values() if scene.first < q.first and q.last == who - 2), None)
    if name is not None:
        return name.first - 1, name.last + 1
    found = antecedent(scene, who)
    behind = found is not None and has_class(scene.tokens, found[0], found[1], "that")  # «أن | العملية، التي …»
    return (behind, found[1]) if found is not None and 0 < behind < found[1] else found


def joins_clause(scene: Scene, opening: int, quotation: Quotation) -> bool:
    """Whether a short name in marks, joined by «و», has its own verb right behind it."""
    short = quotation.last - quotation.first <= _NAME and quotation.last + 1 < scene.last
    if scene.tokens[opening - 1].form != "و" or not short:
        return False
    behind = word(scene.tokens[quotation.last + 1].form)
    return behind.verb is not None and not behind.joined


def is_latin(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quotation is a word or two in Latin letters: a paper, a firm, a program."""
    words = scene.tokens[quotation.first : quotation.last]
    return len(words) < 3 and all(token.form.isascii() for token in words)


def is_name_quotation(scene: Scene, i: int, j: int, quotation: Quotation, reach: int) -> bool:
    """Whether quoted words belong to the speaker's name: short, no colon before, and the report is still to come."""
    if scene.tokens[j - 1].form == ":" or quotation.last - quotation.first > 5:
        return False
    if is_named(scene, j) or scene.tokens[j - 1].form in words_of("titled") or is_latin(scene, quotation):
        return True  # «نشرت مقالا بعنوان "صمت"», «في مجلة "Nature"»
    if j > i + 1 and joins_clause(scene, j, quotation):
        return True  # «البرلمان يقر القانون و«النور» تتحدث عن …»
    told = any(is_event_noun(token.form) for token in scene.tokens[i + 1 : j])
    cue = word(scene.tokens[i].form).cue
    if told and cue is not None and "np" in cue.frames and quotation.last - quotation.first <= _NAME:
        return True  # «أعلنت الوزارة تسجيل إصابتين بفيروس «كورونا»»
    if quotation.last + 1 < reach and is_event_noun(scene.tokens[quotation.last + 1].form):
        return True
    if j == i + 1 and cue is not None and "np" in cue.frames and _goes_on_in_place(scene, quotation, reach):
        return True  # «أعلنت «النور» من مقرها بيع …»
    if j == i + 1 and cue is not None and _is_followed_by_words(scene, cue, quotation, reach):
        return True  # «كشفت «أطباء بلا حدود» عن مقتل …», «أعلنت «النور» من جانبها تعليق …»
    beside = j == i + 1 or is_definite(scene.tokens[j - 1].form)  # «أفادت الوكالة الرسمية «إرنا» بإجلاء …»
    behind = scene.tokens[quotation.last + 1].form if beside and quotation.last + 1 < reach else ""
    if cue is not None and "ب+np" in cue.frames and behind[:1] == "ب" and quotation.last - quotation.first <= _NAME:
        return True  # «تعهدت «النور» بمنح …»
    if j == i + 1 and is_definite(behind) and quotation.last - quotation.first <= _NAME:
        return True  # «نشرت «الأفق» | الوثيقة كاملة»
    return any(
        has_class(scene.tokens, k, reach, "that") or has_class(scene.tokens, k, reach, "that+")
        or scene.tokens[k].form == ":" or _is_longer(scene, k, quotation)
        for k in range(quotation.last, min(reach, quotation.last + 14))
    )  # fmt: skip


def _is_followed_by_words(scene: Scene, cue: Cue, name: Quotation, reach: int) -> bool:
    """Whether behind a short quotation right after a verb stands what that verb reports, in the way it asks for."""
    tokens, at = scene.tokens, name.last + 1
    if name.last - name.first > _NAME + 1 or not _may_be_called(scene, name):
        return False
    turned = has_class(tokens, at, reach, "turn") if at < reach else 0
    at = turned or at
    if at + 1 >= reach or tokens[at].kind != "word":
        return False
    if turned and "np" in cue.frames and is_event_noun(tokens[at].form):
        return True
    asked = any(tokens[at].form == folded and f"{asks}+np" in cue.frames for folded, asks in PREPOSITION_FRAMES)
    return asked and tokens[at + 1].kind == "word"


def _may_be_called(scene: Scene, name: Quotation) -> bool:
    """Whether quoted words can be what a body is called: no verb, and no common noun at their head."""
    head = scene.tokens[name.first].form
    if scene.actor(name.first) is not None:
        return True
    if word(head).verb is not None or head in words_of("negates"):
        return False
    bare = head.removeprefix("ال")
    return not (is_event_noun(bare) or bare in words_of("trouble"))


def _goes_on_in_place(scene: Scene, name: Quotation, reach: int) -> bool:
    """Whether where or in what it was told stands behind a short name, and then what was: «في بيان بيع …»."""
    at = name.last + 1
    if name.last - name.first > _NAME or at + 2 >= reach or not is_preposition(scene.tokens[at].form):
        return False
    if word(scene.tokens[name.first].form).verb is not None or scene.tokens[name.first].form in words_of("negates"):
        return False
    bare = scene.tokens[name.first].form.removeprefix("ال")
    common = bare in nouns() or is_event_noun(bare) or bare in words_of("trouble")
    if common and scene.actor(name.first) is None:
        return False  # «نفى «التهمة» في جلسة محاكمة علنية»
    if not (scene.tokens[at + 1].form in words_of("own.seat") or has_class(scene.tokens, at + 1, reach, "venue")):
        return False
    words = itertools.takewhile(lambda token: token.kind == "word", scene.tokens[at + 2 : min(at + _PLACED, reach)])
    return any(is_event_noun(token.form) for token in words)


def _is_longer(scene: Scene, k: int, name: Quotation) -> bool:
    """Whether the words themselves open at a token, behind an outlet of one or two: «قال فلان لـ"…" من … "…"»."""
    quotation = scene.quotation_opening(k)
    return quotation is not None and name.last - name.first < 3 and quotation.last - quotation.first > 5
