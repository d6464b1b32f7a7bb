"""Quotations given with a verb that no list knows: «تحفظت على التأريخ أستاذة الآثار فلانة: «…»», «…»، يعلق مهندس."""

from __future__ import annotations

from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.edges import is_sentence
from factcheck.extract.ar.introduced import person_at, person_behind_verb, person_first
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.name_parts import is_done_to, is_thing
from factcheck.extract.ar.predicates import has_verb, speaks_of_us
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import is_ali, speaker_after
from factcheck.extract.ar.subject_nouns import named_at
from factcheck.extract.ar.subjects import contester
from factcheck.extract.ar.words import Word, is_definite, is_function_word, is_preposition, word, words_of
from factcheck.extract.layout import Quotation
from factcheck.text import fold

_SPEAKERS = frozenset({"office", "body", "people", "international", "agency"})
_LONG = 3  # words from which a quotation is more than a name or a term
_MARKS = COMMAS | {":"}
_ABOUT = frozenset(map(fold, ("عن", "حول", "بشأن", "بخصوص")))  # «وعن الإصابات»
_IN, _WHAT, _ON_IT = fold("في"), fold("ما"), frozenset(map(fold, ("عليه", "عليها", "فيه", "فيها")))
_AS_FOLLOWS = frozenset(map(fold, ("الآتي", "التالي", "الآتية", "التالية")))
_WORDS = frozenset(map(fold, ("حديثه", "حديثها", "كلامه", "كلامها", "كلمته", "كلمتها", "تصريحه", "تصريحها", "قوله")))
_CAME = frozenset(map(fold, ("جاء", "أتى", "ورد", "صدر", "كان")))  # what they bring is of nobody
_THEN, _GESTURE = fold("ثم"), 5  # tokens of a gesture before the colon behind it
_REACH = 18  # tokens between a verb and the colon before the words


def unlisted_report(scene: Scene) -> Report | None:
    """The report of a sentence in which a known sort of speaker stands beside a quotation, whatever the verb."""
    for opening, quotation in sorted(scene.openings.items()):
        if not scene.first <= opening < scene.last:
            continue
        if (found := _behind_words(scene, opening, quotation)) is not None:
            return found
        if quotation.last - quotation.first < _LONG:
            continue
        found = _before_words(scene, opening, quotation)
        found = found or _of_subject(scene, opening, quotation) or _on_matter(scene, opening, quotation)
        found = found or _with_gesture(scene, opening, quotation)
        if found is not None:
            return found
    return None


def contested_words(scene: Scene, opening: int, quotation: Quotation) -> Report | None:
    """The words of who contests what was told before: «…، وهو ما نفاه المهندس: | «رأيت الشق بعيني»»."""
    tokens, colon = scene.tokens, opening - 1
    if tokens[colon].form != ":" or quotation.last - quotation.first < _LONG:
        return None
    back = range(colon - 3, max(scene.first, colon - _REACH), -1)
    he = next((k for k in back if tokens[k].form in words_of("and.he") and tokens[k - 1].form in COMMAS), None)
    who = contester(scene, he, colon) if he is not None and tokens[he + 1].form == _WHAT else None
    if who is None or who[1] != colon or _is_his(tokens[who[0]].form):
        return None  # «وهو ما أكدته صفحته: «…»»
    content = (quotation.first, min(quotation.last, scene.last))
    return Report(colon, colon, content, "say", "ar.report.quotation", False, who)


def _before_words(scene: Scene, opening: int, quotation: Quotation) -> Report | None:
    """«تحفظت على التأريخ | أستاذة الآثار فلانة: «…»»: the speaker ends at the colon."""
    colon = opening - 1
    if colon <= scene.first + 1 or scene.tokens[colon].form != ":" or colon - scene.first > _REACH:
        return None
    tokens, first = scene.tokens, scene.first
    verb = word(tokens[first].form).verb
    says = _utters(word(tokens[first].form)) or _is_his(tokens[colon - 1].form)
    says = says or is_sentence(scene.text, tokens, quotation.first, quotation.last)
    if _bears_words(scene, colon) or not says:
        return None  # «نظم رئيس الجمعية ندوة: «مستقبل الريف العربي»»; not «هز الطبيب رأسه: «كارثة»»
    known = scene.actor(first + 1)
    acts = verb is not None and not verb.first_person
    named = known is not None and not known.clitic and known.entry.kind == "office"
    if named and known is not None and (acts or _acts_on_him(tokens[first].form)):
        who = named_at(scene, first + 1, known, colon)
        who = (who[0], who[1] - (who[1] > known.last and _is_his(tokens[who[1] - 1].form)))
        placed = range(known.last, who[1]) if is_definite(tokens[first + 1].form) else ()
        who = (who[0], next((k for k in placed if is_preposition(tokens[k].form)), who[1]))  # «النائب | في القاعة»
        if _takes_object(scene, known.last, who[1]) or not _leads_up(scene, who[1], colon, quotation):
            return None  # «هنأ المدرب اللاعب: «…»»
        content, agreement = (quotation.first, min(quotation.last, scene.last)), verb.agreement if verb else ""
        return Report(first, colon, content, "say", "ar.report.quotation", False, who, agreement=agreement)
    if verb is None or not acts:
        return None
    for i in range(scene.first + 1, colon):
        actor = scene.actor(i)
        if actor is None or actor.clitic or actor.entry.kind not in _SPEAKERS:
            continue
        speaker = speaker_after(scene, i, colon)
        end = colon - 2 * (scene.tokens[colon - 1].form in _AS_FOLLOWS)  # «صدر عن الوزارة | البيان الآتي: «…»»
        if speaker is not None and speaker == (i, colon) and end > i and not _takes_object(scene, actor.last, end):
            speaker = (i, end)
            content = (quotation.first, min(quotation.last, scene.last))
            return Report(
                scene.first, colon, content, "say", "ar.report.quotation", False, speaker, agreement=verb.agreement
            )
    return None


def _acts_on_him(form: str) -> bool:
    """Whether a word that no list knows can be a verb with whom it does something to: «وقاطعه | المحامي»."""
    stem = next((form.removesuffix(end) for end in ("هما", "ها", "هم", "ه") if form.endswith(end)), "")
    return len(stem) > 3 and not (is_definite(form) or is_function_word(form) or _is_his(form.removeprefix("و")))


def _leads_up(scene: Scene, end: int, colon: int, quotation: Quotation) -> bool:
    """Whether what stands between a person who acts and the colon leads up to what he says: nothing, what he does with
    his own («هز الطبيب | رأسه»), how he says it («بصوت خافت»), or where he does, before his own words («تدخل الممثل |
    من آخر القاعة: «لم نوقعه»»); no object («أصدر المدير | قرارا»).
    """
    if end == colon:
        return True
    head, close = scene.tokens[end].form, scene.tokens[colon - 1].form
    if head[0] == "ب" and head[1:] in words_of("in.words"):
        return True
    if is_preposition(close) or not (is_definite(close) or _is_his(close)):
        return False
    own = _is_own(scene, quotation) or scene.tokens[quotation.first].form in words_of("this.one")
    return _is_his(head) or (is_preposition(head) and own)


def _takes_object(scene: Scene, first: int, last: int) -> bool:
    """Whether another person or a thing stands behind a definite title, whom or what its holder does something to."""
    for k in range(first, last):
        form = scene.tokens[k].form
        if not (is_definite(form) and is_definite(scene.tokens[k - 1].form)):
            continue
        actor = scene.actor(k)
        if is_thing(form) or (actor is not None and actor.entry.kind in ("office", "people")):
            return True
    return False


def _is_his(form: str) -> bool:
    """Whether a word is a thing of somebody's, and no name: «أخرج صاحب الدكان | دفتره», «صب المدرب | غضبه»."""
    return is_done_to(form) and form.endswith(("ه", "ها", "هم", "هما"))


def _bears_words(scene: Scene, colon: int) -> bool:
    """Whether what stands before a colon tells of a thing that bears the words, or of who performs them: «وعلق صاحب
    المحل ورقة على الباب: «…»», «سلم المدير اللاعب درعا نقش عليه: «…»», «يغني الفنان في الحفل: «…»».
    """
    verb = word(scene.tokens[scene.first].form).verb
    if verb is not None and verb.lemma in words_of("performs"):
        return True
    return any(_carries(token.form) or token.form in _ON_IT for token in scene.tokens[scene.first : max(0, colon)])


def _carries(form: str) -> bool:
    """Whether words stand on a thing, which its bearer does not say: «لافتة», «أغنيته»."""
    stem = form.removeprefix("ب").removeprefix("ال")
    bare = next((stem[: -len(end)] for end in ("ها", "هم", "ه", "ا") if stem.endswith(end)), stem)
    return not words_of("carries.words").isdisjoint((stem, bare, bare.removesuffix("ت") + "ة"))


def _of_subject(scene: Scene, opening: int, quotation: Quotation) -> Report | None:
    """«رئيس البلدية فلان: «…»», «شقيقه كان بجانبه: «…»»: who opens the sentence, whatever it tells; «لا يتردد
    الحارس فلان في الجواب: «رأيته»»: who acts, where somebody's own words follow, and no sign («رفع فلان لافتة: …»).
    """
    colon, who = opening - 1, person_first(scene)
    if _bears_words(scene, colon):
        return None  # «انضم الطبيب إلى الحملة: «…»»
    behind = opening > scene.first + 2 and scene.tokens[opening - 2].form.startswith(("ال", "بال", "لل"))
    behind = behind or (opening > scene.first + 2 and scene.tokens[opening - 2].form.endswith(("ه", "ها")))
    says = behind and (_is_own(scene, quotation) or _takes_issue(scene, colon, quotation))
    acting = person_behind_verb(scene) if who is None and says else None
    who, agreement = (who, "") if acting is None else acting
    if who is None or not who[1] <= colon <= scene.first + _REACH or scene.tokens[colon].form != ":":
        return None
    if who[1] == colon and scene.actor(scene.first) is None:
        return None  # «هتاف: «…»»
    content = (quotation.first, min(quotation.last, scene.last))
    return Report(scene.first, colon, content, "say", "ar.report.quotation", False, who, agreement=agreement)


def _takes_issue(scene: Scene, colon: int, quotation: Quotation) -> bool:
    """Whether a sentence takes up what was told before, and whole words follow: «لا يشاركه فلان هذا الحماس: «…»»."""
    this = scene.tokens[colon - 2].form in words_of("this.one") and is_definite(scene.tokens[colon - 1].form)
    return this and is_sentence(scene.text, scene.tokens, quotation.first, quotation.last)


def _on_matter(scene: Scene, opening: int, quotation: Quotation) -> Report | None:
    """«وعن الإصابات: «لدينا ثلاثة لم يتعافوا»»: whoever spoke last goes on, where the words close the sentence."""
    tokens, first = scene.tokens, scene.first
    marked = opening - (tokens[opening - 1].form in _MARKS)
    if tokens[opening - 1].form == ":" and 2 < opening - first <= _REACH and tokens[opening - 2].form in _WORDS:
        verb = word(tokens[first].form).verb  # «ومضى في حديثه: «…»»
        goes_on = verb is not None and not verb.first_person and tokens[opening - 3].form == _IN
        if goes_on and verb is not None and opening - first == 4:
            content = (quotation.first, quotation.last)
            return Report(first, opening - 1, content, "say", "ar.report.quotation", False, agreement=verb.agreement)
    whole = all(token.kind == "mark" for token in tokens[quotation.last : scene.last])
    if not (whole and 1 < marked - first <= _REACH and tokens[first].form.removeprefix("و") in _ABOUT):
        return None
    if quotation.last - quotation.first <= _LONG or has_verb(tokens, first + 1, marked):
        return None
    if any(token.kind == "mark" for token in tokens[first:marked]):
        return None
    if marked == opening and not has_verb(tokens, quotation.first, quotation.last) and not _is_own(scene, quotation):
        return None  # «وعن رواية «موسم الهجرة إلى الشمال»»
    return Report(first, opening, (quotation.first, quotation.last), "say", "ar.report.quotation", False)


def _with_gesture(scene: Scene, opening: int, quotation: Quotation) -> Report | None:
    """«ثم يضحك: «…»», «وتهز رأسها: «…»», «وأتم: «…»»: whoever spoke last goes on; not «ثم يرفع لافتة: «…»»."""
    tokens, at = scene.tokens, scene.first + (scene.tokens[scene.first].form == _THEN)
    colon, found = opening - 1, word(tokens[at].form)
    verb = found.verb or word(tokens[at].form.removeprefix("و")).verb
    goes_on = at > scene.first or tokens[at].form[0] in "وف"
    if verb is None or verb.first_person or not goes_on or tokens[colon].form != ":" or not at < colon <= at + _GESTURE:
        return None
    own = colon > at + 1 and _is_his(tokens[at + 1].form)
    how = tokens[at + 1].form[0] == "ب" and tokens[at + 1].form in words_of("stop")  # «بمرارة»
    alone = colon == at + 1 and tokens[at].form[0] == "و" and verb.lemma not in _CAME  # «وأتم: «…»»
    uttered = verb.lemma in words_of("utters") and (colon == at + 1 or (how and colon == at + 2))
    if not (own or alone or uttered) or _bears_words(scene, colon):
        return None
    if not is_sentence(scene.text, tokens, quotation.first, quotation.last):
        return None
    content = (quotation.first, min(quotation.last, scene.last))
    return Report(scene.first, colon, content, "say", "ar.report.quotation", False, agreement=verb.agreement)


def _is_own(scene: Scene, quotation: Quotation) -> bool:
    """Whether quoted words are somebody's about himself: «رأيناه», «كنت أمسح عنه الغبار», «لن نقبل»."""
    if speaks_of_us(scene.text, scene.tokens, quotation.first, quotation.last):
        return True
    forms = (scene.tokens[i].form for i in range(quotation.first, quotation.last))
    return any(form.removeprefix("و") in words_of("of.me") or _we_do(form) for form in forms)


def _we_do(form: str) -> bool:
    found = word(form).verb
    return found is not None and found.first_person


def _behind_words(scene: Scene, opening: int, quotation: Quotation) -> Report | None:
    """«…»، يعلق مهندس في المكتب: the verb right behind the words, and who it is up to a comma or the end; no «…»، يغلق
    الحارس الباب.
    """
    tokens, i = scene.tokens, quotation.last + 1
    if opening != scene.first or i + 2 >= scene.last or tokens[i].form not in COMMAS:
        return None
    if (carried := _without_name(scene, i, quotation)) is not None:
        return carried
    mark, thus = i, tokens[i + 1].form in words_of("thus") and i + 3 < scene.last and _does_it(tokens[i + 2].form)
    i += int(thus)
    found, actor = word(tokens[i + 1].form), scene.actor(i + 2)
    verb = None if found.joined else word(_bare(tokens[i + 1].form)).verb if thus else found.verb
    if actor is None and (named := _by_name_behind(scene, i + 1, quotation)) is not None:
        return named
    if verb is None or verb.first_person or actor is None or actor.entry.kind not in _SPEAKERS:
        return None
    speaker = speaker_after(scene, i + 2, scene.last)
    says = _utters(found) or is_sentence(scene.text, tokens, quotation.first, quotation.last)
    if speaker is None or not says:
        return None  # «مستقبل الزراعة في الريف»، ينظم الوزير …
    if is_definite(tokens[i + 2].form):
        behind_title = range(actor.last, speaker[1])
        prepositions = (k for k in behind_title if is_preposition(tokens[k].form) and not is_ali(scene, k, scene.last))
        speaker = speaker[0], next(prepositions, speaker[1])
    things = (token.form in nouns() or _is_his(token.form) for token in tokens[actor.last : speaker[1]])
    behind = tokens[speaker[1]].form if speaker[1] < scene.last else "،"
    led = tokens[speaker[1]].kind == "mark" or is_preposition(behind) or behind in words_of("and.he")
    if _takes_object(scene, actor.last, speaker[1]) or (is_definite(tokens[i + 2].form) and any(things)) or not led:
        return None
    content = (quotation.first, quotation.last)
    rule = "ar.report.quotation-first"
    return Report(scene.first, mark, content, "say", rule, False, speaker, agreement=verb.agreement)


def _without_name(scene: Scene, mark: int, quotation: Quotation) -> Report | None:
    """«…»، يهمس وهو يحدق في البحر; «…»، قالها مبتسما: whoever spoke last, of whom the verb tells how he said it."""
    tokens, form, at = scene.tokens, scene.tokens[mark + 1].form, mark + 2
    found = word(form)
    tells_how = found.verb is not None and found.verb.lemma in words_of("utters")
    verb = found.verb if tells_how else word(form.removesuffix("ها")).verb if _is_it(form) else None
    how = tokens[at].form in words_of("and.he") or tokens[at].form in words_of("stop") or tokens[at].kind == "mark"
    if verb is None or verb.first_person or found.joined or not how:
        return None
    content, rule = (quotation.first, quotation.last), "ar.report.quotation-first"
    return Report(scene.first, mark, content, "say", rule, False, agreement=verb.agreement)


def _is_it(form: str) -> bool:
    """Whether a form is a verb of saying with the words for its object: «قالها», «كررتها»."""
    cue = word(form.removesuffix("ها")).cue if form.endswith("ها") else None
    return cue is not None and cue.sort == "verb" and cue.force in ("say", "say.continue", "reiterate")


def _utters(found: Word) -> bool:
    """Whether a word is a verb of saying, or of how one speaks: «يعلق», «ابتسم»."""
    says = found.cue is not None and found.cue.sort == "verb" and bool(found.cue.frames & {"say", "that"})
    return says or (found.verb is not None and found.verb.lemma in words_of("utters"))


def _bare(form: str) -> str:
    """A word without the pronoun that ends it: «وصفها»."""
    return next((form.removesuffix(end) for end in ("ها", "ه") if form.endswith(end)), form)


def _does_it(form: str) -> bool:
    """Whether a word is a verb that holds its object as a pronoun: «…»، هكذا | وصفها أمين المتحف."""
    return _bare(form) != form and word(_bare(form)).verb is not None


def _by_name_behind(scene: Scene, i: int, quotation: Quotation) -> Report | None:
    """«…»، يعلق سامي نور، رئيس النقابة: a verb of saying, or of how one speaks, and a bare name up to a mark; not
    «…»، يعلق سامي لافتة.
    """
    tokens, found = scene.tokens, word(scene.tokens[i].form)
    verb = found.verb if not found.joined else None
    if verb is None or verb.first_person or not _utters(found):
        return None
    who = person_at(scene, i + 1, scene.last)
    if who is None or (who[1] < scene.last and tokens[who[1]].kind != "mark"):
        return None
    content = (quotation.first, quotation.last)
    return Report(scene.first, i, content, "say", "ar.report.quotation-first", False, who, agreement=verb.agreement)
