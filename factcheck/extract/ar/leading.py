"""Where a report stands in a clause that leads up to the sentence's own: «رغم أن المدير قال إن …، | أغلقت الشرطة …»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import is_figure, is_kana, is_verb_here
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import has_class, is_definite, is_function_word, own_classes, word, words_of
from factcheck.text import Token, fold

_SINCE, _IN, _WHILE = fold("منذ"), fold("في"), fold("حين")
_IN_IT = frozenset(map(fold, ("فيه", "فيها", "خلاله", "خلالها")))
_SAME = frozenset(map(fold, ("ذاته", "ذاتها", "عينه", "عينها")))
_VOICES = frozenset({"body", "office", "people", "international", "agency"})
_ANNOUNCED = 12  # tokens from whom «أما» names to his verb
_EARLIER = 6  # tokens that tell of an earlier saying before its verb: «فكان قد سبق له أن»
_NEAR = 10  # tokens from the head of a sentence to the report that only leads up to it


def main_clause(scene: Scene, report: Report, last: int) -> int | None:
    """Where the sentence's own clause begins, which is the article's; `None` where the report leads up to none."""
    tokens, begin = scene.tokens, report.content[0]
    if not report.open_end or not 0 < report.cue - scene.first <= _NEAR or not leads_up(scene, report.cue):
        return None
    if any(token.form in COMMAS for token in tokens[scene.first : report.cue]):
        return None
    i, main = begin + 1, None
    while i < last - 2:
        if i in scene.openings:
            i = max(i + 1, scene.openings[i].last)
            continue
        if tokens[i].form in COMMAS and _opens_main(scene, i + 1, last):
            main = i + 1  # the last: «قال إن اللاعب، الذي أصيب، تعافى، | غاب اللاعب»
        i += 1
    return main


def topic_clause(scene: Scene, report: Report, first: int, last: int) -> tuple[int, int] | None:
    """Where «أما» sets another voice against the one that speaks, and that voice's verb: «قدر المفتش العجز بمليون، |
    أما المحامي | فطالب بخبير»; behind «إن» only a voice that calls for something or turns it down is not told of by
    who speaks.
    """
    tokens = scene.tokens
    for i in range(max(first, report.content[0] + 2), last - 3) if report.open_end else ():
        if tokens[i - 1].form in COMMAS and (verb := _meanwhile_acts(scene, i)):
            return i, verb
        who = has_class(tokens, i, last, "topic") if tokens[i - 1].form in COMMAS else 0
        reach = range(who + 1, min(last, who + _ANNOUNCED))
        so = next((k for k in reach if goes_on_so(tokens[k].form)), None) if who else None
        found = word(tokens[so].form).verb if so is not None else None
        if so is None or found is None or found.tense != "perfect" or is_kana(tokens[so].form):
            continue
        actor = scene.actor(who) if report.rule == "ar.report.noun" else None
        voice = actor is not None and actor.entry.kind in _VOICES
        if voice or found.lemma in words_of("calls", "refuses", "judges"):
            return i, so
    return None


def _meanwhile_acts(scene: Scene, i: int) -> int:
    """The verb behind «فيما» or «في حين» of a voice that comes in: «إن القرار قاس، | فيما طالب رئيس النادي بنشره»."""
    tokens = scene.tokens
    if tokens[i].form not in words_of("meanwhile") and (tokens[i].form, tokens[i + 1].form) != (_IN, _WHILE):
        return 0
    verb = i + 1 + (tokens[i].form == _IN)
    found, actor = word(tokens[verb].form).verb, scene.actor(verb + 1) if verb + 1 < scene.last else None
    calls = found is not None and found.tense == "perfect" and found.lemma in words_of("calls", "refuses", "judges")
    return verb if calls and actor is not None and actor.entry.kind in _VOICES else 0


def goes_on_so(form: str) -> bool:
    """Whether a form is the «ف» and verb by which «أما» goes on: «أما المحامي | فطالب …»."""
    return form[0] == "ف" and word(form).joined and word(form).verb is not None


def said_earlier(tokens: Sequence[Token], i: int) -> int:
    """Where what tells of an earlier saying begins before its verb at a token: «أما الوزارة، | فسبق لها أن أعلنت …»,
    «وكان الوزير | قد سبق أن أعلن …»; the token itself where nothing does.
    """
    at, k = i, i - 1
    while k > max(0, i - _EARLIER) and tokens[k].form in words_of("said.already", "said.already.to"):
        at = k if tokens[k].form in words_of("said.already") else at
        k -= 1
    return at


def leads_up(scene: Scene, cue: int) -> bool:
    """Whether the sentence opens with a clause that only leads up to its own: «عندما», «رغم أن», «بعد إعلان», «في اليوم
    الذي أعلن فيه».
    """
    tokens, first = scene.tokens, scene.first
    if _is_that_time(tokens, first, cue):
        return True
    form = tokens[first].form
    form = form[1:] if form[0] in "وف" and form not in words_of("leads.up") else form
    if form in words_of("leads.up"):
        return True
    if form not in words_of("leads.up.that") or first + 1 >= scene.last:
        return False
    that = bool(has_class(tokens, first + 1, scene.last, "that"))
    return that or (first + 1 == cue and word(tokens[cue].form).event)


def _is_that_time(tokens: Sequence[Token], first: int, cue: int) -> bool:
    """Whether only the time at which somebody said a thing stands before and behind a verb: «في اليوم نفسه الذي | أعلن
    فيه», «وفي السنة التي | نفت فيها».
    """
    if cue < first + 3 or cue + 1 >= len(tokens) or tokens[first].form.removeprefix("و") != _IN:
        return False
    own = tokens[first + 2].form in words_of("itself") or tokens[first + 2].form in _SAME
    who = first + 2 + own
    placed = tokens[cue + 1].form in _IN_IT and has_class(tokens, who, cue, "who") == cue
    return placed and tokens[first + 1].form in words_of("definite.time")


def _opens_main(scene: Scene, i: int, last: int) -> bool:
    """Whether the sentence's own clause opens at a token behind a comma: a verb not joined to another, «فإن», «لم»."""
    form = scene.tokens[i].form
    if form in words_of("main.opens"):
        return True
    found = word(form)
    if found.verb is None or found.joined:
        return _counts_behind(scene, i)
    behind = scene.tokens[i + 1].form
    return is_verb_here(scene.tokens, i, last) or is_definite(behind) or is_figure(behind)


def _counts_behind(scene: Scene, i: int) -> bool:
    """Whether a bare word no list takes for a verb stands before a figure: «…، | مرض 40 تلميذا»."""
    form = scene.tokens[i].form
    return scene.tokens[i + 1].kind == "number" and not (is_definite(form) or is_function_word(form) or form[0] == "و")


def leads_here(tokens: Sequence[Token], begin: int, i: int) -> str:
    """How the clause from `begin`, which a comma before token `i` may end, leads up to the next: "told" where «إنه»
    opens it or «عندما», and the two are one claim («إنه عندما وصل الإسعاف، | كان …»), "apart" where what leads it
    stands before it («بعد أن | نفد الوقود، | أغلقت …»); empty where it leads up to none.
    """
    if any(token.form in COMMAS for token in tokens[begin : i - 1]):
        return ""
    since = tokens[begin].form.removeprefix("و") == _SINCE and word(tokens[begin + 1].form).verb is not None
    if since or tokens[begin].form.removeprefix("و") in words_of("as.soon"):
        return "" if is_kana(tokens[i].form) else "told"  # «حين فتح الشباك، | كان كثيرون قد رحلوا»
    if begin > 1 and _leads_with_that(tokens, begin - 2, begin):
        return "apart"
    at = begin + (tokens[begin].form in words_of("that.it"))
    if at == begin and not (begin and "that" in own_classes(tokens[begin - 1].form)):
        return ""
    return "told" if tokens[at].form in words_of("leads.up") or _leads_with_that(tokens, at, i) else ""


def _leads_with_that(tokens: Sequence[Token], at: int, last: int) -> bool:
    form = tokens[at].form.removeprefix("و")
    return form in words_of("leads.up.that") and at + 1 < last and bool(has_class(tokens, at + 1, last, "that"))
