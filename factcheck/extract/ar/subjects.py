"""Who an Arabic clause is about: the subject of its verb, for words that leave theirs out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.extract.ar.bare_subjects import (
    acts_within,
    doing,
    given_out,
    is_described,
    is_paper,
    keeps_name_back,
    many_doing,
)
from factcheck.extract.ar.duals import dual, is_many, nouns, singular_of
from factcheck.extract.ar.leading import said_earlier
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.name_parts import is_thing_of
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.predicates import is_kana
from factcheck.extract.ar.quoted_names import closes_name
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.words import (
    Cue,
    class_names,
    has_class,
    is_definite,
    is_function_word,
    is_preposition,
    own_classes,
    word,
    words_of,
)
from factcheck.text import Span, Token, by_spelling, fold

_SKIPPED = frozenset({"turn", "but", "then", "also", "topic"})
_HAD, _AND_TELLS = fold("قد"), fold("ويذكر")
_IDLE = frozenset({"قد", "وقد", "لقد", "و", "ف", "لطالما", "ولطالما", fold("فإن")})
_ON = fold("على")
_CALLED = 3  # words of a name in quotation marks
_DURING = frozenset(map(fold, ("خلال", "أثناء", "أمام", "قبل", "بعد", "عند", "لدى", "داخل")))
_ABOUT_IT = frozenset(map(fold, ("به", "بها", "عنه", "عنها", "إليه", "إليها", "عليه", "عليها")))
_HIM, _STEM = ("هما", "هم", "ها", "ه"), 3  # letters of a verb at least
_DOERS = frozenset({"office", "body", "people", "international", "agency"})
_GREAT = frozenset(map(fold, ("العليا", "العظمى", "الكبرى", "الصغرى", "الوسطى")))


def subject_of(scene: Scene, first: int, last: int) -> Range | None:
    """The subject of a whole clause: after its verb, or before it."""
    tokens = scene.tokens
    when = tokens[first].form.removeprefix("و") in words_of("when")
    if first + 1 < last and (when or has_class(tokens, first, last, "also")):
        first += 1  # «كما | علقت الشركة رحلاتها»
    if word(tokens[first].form).verb is not None:
        reach = min(last, first + 8)
        had = next((k for k in range(first + 2, reach) if tokens[k].form == _HAD and is_kana(tokens[first].form)), 0)
        if had and all(token.kind != "mark" and word(token.form).verb is None for token in tokens[first + 1 : had]):
            return plain_subject(scene, first + 1, had) or (first + 1, had)  # «وكانت | عاصفة رملية قد ضربت الساحل»
        found, form = word(tokens[first].form).verb, tokens[first + 1].form if first + 1 < last else ""
        if found is not None and found.lemma in words_of("attacks") and is_many(form) and not is_definite(form):
            return (first + 1, first + 2)  # «اقتحم لصوص | متحف الفنون»
        return plain_subject(scene, first + 1, reach) or _before_accusative(scene, first + 1, reach)
    verb_at = next((i for i in range(first + 1, min(last, first + 9)) if word(tokens[i].form).verb), None)
    return speaker_after(scene, first, verb_at) if verb_at is not None else None


def _before_accusative(scene: Scene, first: int, last: int) -> Range | None:
    """The name behind a verb, without the object behind it: «هاجم مسلحون | بئرا في القرية»."""
    subject = speaker_after(scene, first, last)
    if subject is None:
        return None
    forms = [token.form for token in scene.tokens[slice(*subject)]]
    at = next(
        (
            k
            for k, form in enumerate(forms)
            if k and form.endswith("ا") and (form[:-1] in nouns() or forms[k - 1].endswith("ون"))
        ),
        len(forms),
    )
    return subject[0], subject[0] + at


def speaks_for(tokens: Sequence[Token], speaker: Range) -> bool:
    """Whether a speaker is only the voice of whom was named before: «ممثلها», «المتحدث باسمه»."""
    forms = [token.form for token in tokens[speaker[0] : speaker[1]]]
    return (len(forms) <= 2 and forms[-1] in words_of("in.name.of")) or (
        len(forms) == 1 and forms[0] in words_of("voice.of")
    )


def gender_of(tokens: Sequence[Token], speaker: Range) -> str:
    """The gender of whom a voice speaks for: «ناطق | باسمه», «ممثلها»."""
    form = tokens[speaker[1] - 1].form
    return "f" if form.endswith("ها") else "m" if form.endswith("ه") else ""


def plain_subject(scene: Scene, first: int, last: int) -> Range | None:
    """The definite phrase that begins at a token, with its adjectives alone: «الكونفدرالية العامة للشغل | القرار»."""
    tokens = scene.tokens
    first += first < last and tokens[first].form in words_of("to.him")  # «استمع إليه | القاضي»
    called = scene.openings.get(first)
    if called is not None and called.last - called.first <= _CALLED and called.last < last:
        return first, called.last + 1  # «رفضت | "أورينتا لاين" الاتهامات»
    i = first
    while i < min(last, first + 3) and tokens[i].kind == "word" and not is_definite(tokens[i].form):
        i += 1
    if i > first and (is_preposition(tokens[i - 1].form) or tokens[i - 1].form in _DURING):
        return None  # «هاجم مسلحون بئرا في القرية», «جدد سالم خلال الجلسة دعوته»
    if i > first + 1 and singular_of(tokens[first].form) is None and is_thing_of(tokens, i - 1):
        return None  # «تفقدت نادية كرم | موقع الحادث»
    if i >= last or not tokens[i].form.startswith("ال") or is_preposition(tokens[i].form):
        return None  # «إلى» folds like a definite noun
    one = tokens[first].form.removeprefix("ال")
    many = one != tokens[first].form and is_many(one)  # «الخطوط | الجوية»
    ending = ("ة",) if one.endswith("ة") else ("ي", "ية") if many else ("ي",)
    i += 1
    while (
        i < last
        and tokens[i].form.startswith("ال")
        and (tokens[i].form.endswith(ending) or tokens[i].form in _GREAT)
        and not is_preposition(tokens[i].form)  # «إلى» folds like an adjective
        and not _is_another(scene, first, i)
    ):
        i += 1
    pair = i + 1 < last and not is_definite(tokens[first].form) and tokens[i].form.startswith("وال")
    i += int(pair and word(tokens[i].form).verb is None and is_definite(tokens[i + 1].form))  # «… والتلاميذ | الطرفين»
    known = scene.actor(first) if many else None
    i = max(i, min(known.last, last)) if known is not None else i  # «الولايات | المتحدة»
    return (first, i + 1 if i < last and tokens[i].form.startswith("لل") else i)


def _is_another(scene: Scene, first: int, i: int) -> bool:
    """Whether a word behind one body names another: «هاجمت النقابة | الوزارة»."""
    actor = scene.actor(i) if i == first + 1 else None
    return actor is not None and actor.entry.kind in ("body", "people") and actor.last == i + 1


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
    before = tokens[i - 1]
    if accuses and before.kind == "word" and is_definite(before.form) and not word(before.form).joined:
        return (i - 1, i)
    adjective = first == i - 1 and tokens[first].form.endswith("ية") and tokens[first - 1].form[0] in "بل"
    return (first, i) if first < i and not adjective else None  # not «صورا لكتب رسمية | تقول إنها …»


def _is_bare_noun(token: Token) -> bool:
    found = word(token.form)
    free = not is_function_word(token.form) or own_classes(token.form) <= {"noun", "venue"}
    plain = token.kind == "word" and not is_definite(token.form) and free
    unjoined = (token.form[0] not in "بلك" or is_paper(token.form)) and not is_preposition(token.form)
    return plain and found.verb is None and not found.joined and unjoined


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
        if word(scene.tokens[i].form).cue is not None and scene.tokens[i + 1].form in _ABOUT_IT and i + 2 < last:
            return speaker_after(scene, i + 2, last)  # «وهو ما أقر به | المدير»
        stem = next((scene.tokens[i].form[: -len(s)] for s in ("ها", "ه") if scene.tokens[i].form.endswith(s)), "")
        bare = stem[:-1] + "ي" if stem.endswith("ا") else stem  # «نفاه»
        negated = scene.tokens[i - 1].form in words_of("negation")  # «وهو ما لم يره | الحكم»
        if stem and (negated or word(bare).cue is not None or word(bare).verb is not None):
            return speaker_after(scene, i + 1, last)
    return None


def subject_before(scene: Scene, first: int, cue: int) -> Range | None:
    """As `_subject_before`, but no subject stands before a verb joined by و or ف, unless «أما» announced it."""
    tokens = scene.tokens
    topic = has_class(tokens, first, cue, "topic") or (first and has_class(tokens, first - 1, cue, "topic") == first)
    joined = word(tokens[cue].form).joined or tokens[cue].form == _AND_TELLS
    if joined and not topic:
        return None
    closes = cue > first + 2 and tokens[cue - 1].form in COMMAS and tokens[cue - 2].form in '"»”'
    if closes and not (topic or closes_name(scene, cue - 2)):
        return None  # «"لو كان هنا ماء لما جئنا"، أضافت …», not «سامي نور، رئيس جمعية "النور"، قال …»
    commas = sum(token.form in COMMAS for token in tokens[first:cue])
    if not topic and is_kana(tokens[first].form) and tokens[cue - 1].form in COMMAS and commas == 1:
        return None  # «رجح مصدر أن | يكون ناتجا عن تماس، أكد ثلاثة تجار أن …»
    that = cue > first and "that" in own_classes(tokens[cue - 1].form)
    earlier = said_earlier(tokens, cue) if topic or that else cue
    if that and not first < earlier < cue:
        return None  # «وصل المدير …، قبل أن | يضيف: …»
    if topic and cue + 2 < scene.last and speaks_behind(scene, cue + 1):
        return None  # «أما الإنتاج فتتوقع الهيئة أن …»
    if cue > first and (has_class(tokens, cue - 1, cue, "also") or has_class(tokens, cue - 1, cue, "where")):
        return None
    return _subject_before(scene, first, earlier if first < earlier else cue)


def unlisted_doer(scene: Scene, first: int, last: int) -> Range | None:
    """Who does what a verb that no list knows does to somebody, told by its pronoun: «وقاطعه | النائب سامي نور أكثر من
    مرة، …»; not «وزميله النائب سامي نور», who is the same man, nor where a finite verb stands in the clause.
    """
    actor = scene.actor(first + 1) if first + 2 < last and _is_unlisted_act(scene.tokens[first].form) else None
    if actor is None or actor.clitic or actor.entry.kind not in _DOERS or acts_within(scene, first + 1, last):
        return None
    end = next((k for k in range(actor.last, last) if _is_how(scene.tokens, k, last)), last)
    return speaker_after(scene, first + 1, end)


def _is_how(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether a word tells how, how often or how long something is done: «مرارا», «بالورود», «أسبوعين»."""
    form = tokens[k].form
    lasts = not is_definite(form) and (is_many(form) or dual(form) is not None or number_word(form) is not None)
    return lasts or form.startswith(("بال", "لل")) or bool(has_class(tokens, k, last, "adverb"))


@by_spelling
def _is_unlisted_act(form: str) -> bool:
    """Whether a word with a pronoun is no listed verb, no noun and no function word: «وقاطعه», «وساندها»."""
    ended = next((form.removesuffix(end) for end in _HIM if form.endswith(end)), "")
    stem = ended[1:] if ended[:1] in ("و", "ف") else ended
    if len(stem) < _STEM or is_definite(form) or is_function_word(form) or word(form).verb is not None:
        return False
    one = f"{stem[:-1]}ة" if stem.endswith("ت") else stem
    known = one in nouns() or singular_of(stem) is not None or is_preposition(stem)
    return not known and one not in words_of("of.kin", "measured") and f"{stem}ه" not in words_of("his.office")


def is_body(scene: Scene, known: Span) -> bool:
    """Whether a mention is of a body and of no person: «نقابة المهندسين», «وزارة الصحة»."""
    actor = scene.actor(bisect_left(scene.tokens, known.start, key=lambda token: token.start))
    return actor is not None and actor.entry.kind in _DOERS and not actor.entry.human and actor.entry.kind != "office"


def speaks_behind(scene: Scene, i: int) -> bool:
    """Whether somebody's name begins at a token and what he says follows it: «… | الهيئة أن يبلغ …»."""
    named = speaker_after(scene, i, scene.last)
    return named is not None and named[1] < scene.last and "that" in own_classes(scene.tokens[named[1]].form)


def _subject_before(scene: Scene, first: int, cue: int) -> Range | None:
    """The name that stands before a reporting verb, in the clause that begins at token `first`: «وزارة … تقول إن»."""
    tokens, i = scene.tokens, first
    if has_class(tokens, first, cue, "but+"):
        return None  # «لكنها أعلنت»: a pronoun names nobody
    while i < cue:
        names = class_names(tokens[i].form) & _SKIPPED
        skipped = max(has_class(tokens, i, cue, name) for name in names) if names else 0
        if skipped:
            i = skipped
        elif (remark := has_class(tokens, i, cue, "remark")) and has_class(tokens, remark, cue, "that"):
            i = remark + 1
        elif (quoted := scene.quotation_opening(i)) is not None and quoted.last == cue - 1:
            break  # «النور» تقول إن …
        elif tokens[i].kind == "mark" or tokens[i].form in _IDLE or is_kana(tokens[i].form):
            i += 1
        else:
            break
    if i + 2 < cue and has_class(tokens, cue - 1, cue, "then"):
        if _is_unlisted_act(tokens[i].form):
            return unlisted_doer(scene, i, cue - 1)  # «وقاطعه النائب سامي نور، ثم | روى أن …»
        if word(tokens[i].form).verb is not None:
            return None  # «تحدث الرجل إلى الطبيب ثم | قال إن …»
    if i + 2 < cue and tokens[i].form in words_of("answering") and tokens[i + 1].form == _ON:
        words = [word(token.form).verb for token in tokens[i + 2 : cue] if token.kind == "word"]
        return (i + 2, cue) if len(words) == cue - i - 2 and not any(words) else None  # «ردا على صفحات | زعمت …»
    opens = tokens[i].form.removeprefix("و")
    if i + 1 == cue and opens in words_of("leads.up", "leads.up.that"):
        return None  # «عندما | نفت الشركة …»
    if i + 2 < cue and opens in words_of("when"):
        asked = tokens[i + 1].form in words_of("was.asked")  # «حين سئلت | الوزيرة عن ذلك أجابت بأن …»
        return speaker_after(scene, i + 2, cue) if asked else None
    placed = i < cue and is_preposition(_bare(tokens[i].form)) and not scene.is_imam(i)
    if i >= cue or placed or has_class(tokens, i, cue, "lead"):
        return None
    pointed = has_class(tokens, i, cue, "he") and not (i + 1 < cue and tokens[i + 1].form.startswith("ال"))
    if has_class(tokens, i, cue, "aside") or has_class(tokens, i, cue, "so") or pointed:
        return None  # but «هذه المجموعة أعلنت …»
    if described := is_described(scene, i, cue):
        return (i, described)
    if (paper := given_out(scene, i, cue)) is not None:
        return paper
    if (someone := doing(scene, i, cue) or many_doing(scene, i, cue)) is not None:
        return someone
    if cue > i + 2 and tokens[cue - 1].form == _HAD and is_kana(tokens[i - 1].form) and i > first:
        return speaker_after(scene, i, cue)  # «وكان | محللون استطلعت الوكالة آراءهم قد توقعوا أن …»
    if (hidden := keeps_name_back(scene, i, cue)) > i:
        return speaker_after(scene, i, hidden)
    if acts_within(scene, i, cue) or "that+" in own_classes(tokens[i].form):
        return None
    return speaker_after(scene, i, cue)


def _bare(form: str) -> str:
    return form[1:] if len(form) > 2 and form[0] in "وف" and form not in words_of("whole") else form
