"""A bare noun before a reporting verb, with what tells of it in between: «مسؤولا طلب ألا ينشر اسمه أوضح أن …»."""

from __future__ import annotations

from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import is_kana
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.words import has_class, is_definite, word, words_of

_MANY = 6  # tokens of several people and what they are


def keeps_name_back(scene: Scene, i: int, cue: int) -> int:
    """Where a bare source asks for no name right before it speaks: «مسؤولا | طلب ألا ينشر اسمه قال …»; else `i`."""
    tokens = scene.tokens
    if tokens[cue - 1].form not in words_of("his.name") or is_definite(tokens[i].form):
        return i
    asked = next((k for k in range(cue - 3, i, -1) if tokens[k].form in words_of("prefers")), i)
    words = all(token.kind == "word" for token in tokens[i:cue])
    return asked if words and not acts_within(scene, i, asked) else i


def doing(scene: Scene, i: int, cue: int) -> Range | None:
    """Somebody without an article whom a verb in the present describes: «غير أن | مقاولا يشارك في الأشغال قال إن …»."""
    tokens = scene.tokens
    if i + 2 >= cue or is_definite(tokens[i].form) or not tokens[i].form.endswith(("ا", "ة")):
        return None
    described, actor = word(tokens[i + 1].form).verb, scene.actor(i)
    stem = tokens[i].form.removesuffix("ا")
    someone = actor is not None or stem in nouns() or (stem[:1] == "م" and len(stem) > 4)
    if described is None or described.tense != "imperfect" or word(tokens[i + 1].form).joined or not someone:
        return None
    if any(token.kind == "mark" for token in tokens[i:cue]) or acts_within(scene, i + 2, cue):
        return None
    return (i, i + 1)


def many_doing(scene: Scene, i: int, cue: int) -> Range | None:
    """Several without an article whom a verb in the plural describes: «ثلاثة مزارعين | تحدثوا إلينا قالوا إن …»."""
    tokens, says = scene.tokens, word(scene.tokens[cue].form)
    if says.joined or says.cue is None or says.cue.agreement != "p" or is_definite(tokens[i].form):
        return None
    does = next((k for k in range(i + 1, min(cue, i + _MANY)) if word(tokens[k].form).verb is not None), cue)
    found = word(tokens[does].form)
    if does == cue or found.joined or found.verb is None or found.verb.agreement != "p":
        return None
    bare = all(token.kind != "mark" and not is_definite(token.form) for token in tokens[i:does])
    apart = any(token.form in COMMAS for token in tokens[does:cue]) or acts_within(scene, does + 1, cue)
    return (i, does) if bare and not apart else None


def is_described(scene: Scene, i: int, cue: int) -> int:
    """Where a clause with its pronoun begins that describes the bare paper at a token: «وثيقة | أعدتها الوزارة ذكرت …»;
    0 where none does.
    """
    tokens = scene.tokens
    paper = tokens[i].form in words_of("paper", "document") or is_paper(tokens[i].form)
    if i + 2 >= cue or not paper or is_definite(tokens[i].form):
        return 0
    own = "ها" if tokens[i].form.endswith(("ة", "ات")) else "ه"
    at = i + 1
    ending = ("يا", "ية", "ة") if own == "ها" else ("يا", "ية")
    while at < min(cue - 1, i + 3) and tokens[at].form.endswith(ending) and word(tokens[at].form).verb is None:
        at += 1  # «تقريرا مبدئيا | سلمته لجنة»
    verb = tokens[at].form
    described = verb.endswith(own) and word(verb.removesuffix(own)).verb is not None
    behind = tokens[at + 1].form if at + 1 < cue else ""
    described |= word(verb).verb is not None and behind in words_of("to.him") and behind.endswith(own)
    return at if described and not any(token.form in COMMAS for token in tokens[i:cue]) else 0


def given_out(scene: Scene, i: int, cue: int) -> Range | None:
    """The bare paper at a token that came out before it speaks: «تقريرا للصندوق | صدر هذا الشهر قدر …»."""
    tokens = scene.tokens
    if not (tokens[i].form in words_of("paper", "document") or is_paper(tokens[i].form)):
        return None
    at = next((k for k in range(i + 1, cue) if tokens[k].form in words_of("given.out")), cue)
    if at >= cue or is_definite(tokens[i].form) or any(token.form in COMMAS for token in tokens[i:cue]):
        return None
    return None if acts_within(scene, at + 1, cue) else speaker_after(scene, i, at)


def acts_within(scene: Scene, first: int, last: int) -> bool:
    """Whether a finite verb stands in a range outside relative clauses and asides between commas."""
    tokens, in_aside = scene.tokens, False
    if word(tokens[first].form).joined and word(tokens[first].form).verb is not None:
        return True
    behind = first
    for i in range(first, last):
        if (named := scene.quotation_opening(i)) is not None:
            behind = max(behind, min(named.last, last))  # a name in quotation marks may hold a verb
        if (known := scene.actor(i)) is not None and known.last > i + 1:
            behind = max(behind, known.last)  # «علماء آثار», where «أثار» is a verb
        if i < behind:
            continue
        if tokens[i].form in COMMAS:
            in_aside = not in_aside and any(tokens[j].form in COMMAS for j in range(i + 1, last))
        found = word(tokens[i].form).verb
        if scene.says_name(i):
            continue
        if found is not None and not found.weak and not in_aside and not is_kana(tokens[i].form):
            return not any(has_class(tokens, j, last, "who") for j in range(first, i))
    return False


def is_paper(form: str) -> bool:
    """Whether a word is something given out in writing: «بيانا», «تقرير»."""
    return form.removesuffix("ا") in words_of("statement")
