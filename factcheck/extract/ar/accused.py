"""Whom an Arabic verb accuses, blames or describes: «اتهم … | الوزارة بـ…», «حمّل … | الشركة المسؤولية»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.marks import COMMAS, QUOTES
from factcheck.extract.ar.name_parts import name_words
from factcheck.extract.ar.objects import looks_like_masdar, unmarked_masdars
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import STATES, Range, follows_family_name, speaker_after
from factcheck.extract.ar.subject_nouns import are_people, is_next_title
from factcheck.extract.ar.subjects import described_noun, subject_before
from factcheck.extract.ar.words import (
    Cue,
    has_class,
    is_definite,
    is_event_noun,
    is_preposition,
    own_classes,
    word,
    words_of,
)
from factcheck.text import Token, fold

_CRAFT = re.compile("..ا.ة|م..ا.ة")  # verbal nouns of what people do: «طباعة», «تجارة»
_ABOUT = frozenset(map(fold, ("على", "في", "من", "عن", "مع", "بين", "بشأن")))
_DESCRIBING = re.compile("ال(?:..ي.|[^ي]{2,5}ي)[ةه]?")  # adjectives: «الصغيرة», «الوطنية»
_TITLED = 8  # tokens of a title before the name
_IN_MARKS = 3  # tokens of a party's or company's name
_BLAME = fold("مسؤولية")


def accused_at(scene: Scene, i: int, cue: Cue, clause: int) -> int | None:
    """Where the one accused or described begins: after the subject, which may stand before the verb or be dropped."""
    tokens, reach = scene.tokens, min(scene.last, i + 24)
    behind_who = i > scene.first and has_class(tokens, i - 1, i, "who")
    if behind_who and any(_is_charge(scene, j) for j in range(i + 2, reach)):
        return i + 1  # «الغرفة، التي اتهمت | القوات بقصف السوق»
    blamed = next((j for j in range(i + 1, reach) if _BLAME in tokens[j].form), None)
    if "blame" in cue.frames and blamed is None:
        return None
    if blamed is not None and _is_laid_on(tokens, blamed, reach):
        return blamed  # «حمّل النائب | المسؤولية لشركة …»
    if cue.agreement == "p" and tokens[i].form.endswith("ون") and (blamed or 0) > i + 1:
        return i + 1  # «ويحملون | شركات المياه مسؤولية ذلك»
    other_gender = i + 1 < scene.last and cue.agreement == "m" and _is_feminine(scene, i + 1)
    if blamed is not None and (other_gender or all(_is_adjective(tokens[j].form) for j in range(i + 2, blamed))):
        return i + 1  # «وحمل الحكومة مسؤولية …»: one name, or one of the wrong gender, is whom it blames
    charges = reach if "target" in cue.frames or blamed is None else blamed  # not «…، | متهمة إياه بالتغاضي»
    link = next((j for j in range(i + 2, charges) if _is_charge(scene, j)), None)
    if "target" in cue.frames and link is None:
        return None
    if other_gender and "target" in cue.frames and word(tokens[i].form).joined:
        return i + 1  # «واتهم القائمة المنافسة بشراء أصوات»: of the wrong gender to be the one who accuses
    if "target" in cue.frames and link == i + 3 and _is_one_body(scene, i):
        return i + 1  # «رفضت النقابة العرض، واتهمت إدارة المستشفى بالمماطلة»: one name, which is accused
    if "target" in cue.frames and cue.agreement == "f" and word(tokens[i].form).joined and _is_masculine(scene, i + 1):
        return i + 1  # «واتهمت الجيش بقصف القرية»
    if subject_before(scene, clause, i) is not None or cue.sort == "participle" or described_noun(scene, i, cue):
        return i + 1
    charged = link if link is not None else blamed
    behind = _behind_party(scene, i + 1, charged or i)
    if behind is not None:
        return behind  # «اتهم مرشح «الوحدة» سامي درويش | أنصار الوزير ببدء الشجار»
    other = next((k for k in range(i + 4, charged or i) if is_next_title(scene, k)), None)
    if other is not None:
        return other  # «حمل النائب سامي المصري | الوزيرة السابقة المسؤولية»
    named = speaker_after(scene, i + 1, charged) if charged is not None else None
    if named is not None and charged is not None and named[1] < charged and follows_family_name(scene, named[1]):
        return named[1]  # «حمل المدير عادل الغربي | سائق القطار المسؤولية»
    marked = _body_in_marks(scene, i + 2, charged) if charged is not None else None
    if marked is not None:
        return marked  # «حمل حداد | قوات «النور» مسؤولية القصف»
    described = next((k for k in range(i + 3, (link or i) - 1) if _is_described(tokens, k)), None)
    if described is not None and "target" in cue.frames:
        return described  # «اتهم الناشط معتز الفكي | سفينة ترفع علما أجنبيا بإلقاء …»
    if link is not None and _is_kin(tokens, i + 1, cue):
        return i + 2  # «اتهم شقيقه | منتسبين في الشرطة بتعذيبه»
    if link is not None and link > i + 2 and _is_his(tokens[link - 1].form):
        return link - 1  # «اتهم المدير | موظفيه بالتسريب», «تبرر الشركة | قرارها بالجفاف»
    laid = object_before(tokens, i + 2, blamed) if blamed is not None and link is None else None
    if laid is not None:
        if laid > i + 2 and tokens[laid].form.startswith("وال") and is_definite(tokens[laid - 1].form):
            return laid - 1  # «يحمل الباحثون | الردم والتجفيف مسؤولية التراجع»
        if laid > i + 2 and is_definite(tokens[laid - 2].form) and tokens[laid - 1].form in words_of("man"):
            return laid - 1  # «حملت الوزارة | سائق قطار البضائع المسؤولية»
        owner = laid > i + 2 and scene.actor(laid - 1) is not None and not is_definite(tokens[laid - 1].form)
        return laid - 1 if owner and is_definite(tokens[laid].form) else laid  # «… | مالك العبارة مسؤولية الحادث»
    body = _body_of_state(scene, i + 1)
    if body is not None and link is not None and body < link:
        return body  # «وصف جيش سول | صاروخ …»
    subject = speaker_after(scene, i + 1, link if link is not None else reach)
    if subject is None:
        return None
    if subject[1] < scene.last and tokens[subject[1]].form == fold("ما"):
        return subject[1]  # «وصف البيان | ما يتداول من صور بأنه …»
    if subject[1] < scene.last and tokens[subject[1]].form in COMMAS:
        if any(token.form in COMMAS for token in tokens[subject[0] : subject[1]]):
            return subject[1] + 1  # «فلان، مدرب الفريق، | الفوز بالمهم»: the comma closes his title
        return after_aside(tokens, subject[1], reach)
    if link is not None:
        quoted = next((j + 1 for j in range(i + 2, link) if _holds(scene, j, link)), None)  # «اتهمت الوزارة "… بـ…"»
        begin = quoted or _quoted_name(scene, i + 2, link) or object_before(tokens, i + 2, link)
        if begin is not None:
            return begin
    if link is not None and _is_another(scene, subject, link):
        return link - 1
    return _two_names(scene, subject) or i + 1


def _is_feminine(scene: Scene, i: int) -> bool:
    """Whether a feminine noun stands at a token, which no masculine verb right before it has for its subject."""
    form = scene.tokens[i].form
    if form.startswith("ال"):
        return form.endswith("ة")
    return form.endswith(("ة", "ات")) and form not in name_words("given") and (form in nouns() or _is_body(scene, i))


def _is_body(scene: Scene, i: int) -> bool:
    actor = scene.actor(i)
    return actor is not None and not actor.entry.human and actor.entry.kind in ("body", "people", "organisation")


def _is_one_body(scene: Scene, i: int) -> bool:
    """Whether a verb that goes on behind a comma has a bare body and what it is of behind it, one name."""
    tokens = scene.tokens
    goes_on = i > scene.first and tokens[i - 1].form in COMMAS and word(tokens[i].form).joined
    body = tokens[i + 1].form.endswith("ة") and tokens[i + 1].form in nouns()
    whole = not is_definite(tokens[i + 1].form) and tokens[i + 2].form.startswith("ال")
    return goes_on and whole and (body or _is_body(scene, i + 1))


def _is_masculine(scene: Scene, i: int) -> bool:
    """Whether a masculine body is named at a token, which no feminine verb has for its subject."""
    actor = scene.actor(i)
    return actor is not None and not actor.entry.human and actor.entry.gender == "m"


def _is_another(scene: Scene, subject: Range, link: int) -> bool:
    """Whether the name right before a charge is of one told before by another office: «اتهم الوكيل | حداد بـ…»."""
    first, name = subject[0], scene.tokens[link - 1].form
    actor = scene.actor(first)
    if actor is None or actor.entry.kind != "office" or subject[1] != link or actor.last >= link:
        return False
    if not all(is_definite(token.form) for token in scene.tokens[actor.last : link - 1]) or not scene.is_family_name(
        link - 1
    ):
        return False
    head = scene.tokens[first].form.removeprefix("ال")
    told = next((k for k in range(scene.first - 1, 0, -1) if scene.tokens[k].form == name), 0)
    return all(token.form.removeprefix("ال") != head for token in scene.tokens[max(0, told - _TITLED) : told])


def _quoted_name(scene: Scene, first: int, link: int) -> int | None:
    """Where a name in marks begins that stands right before what it is accused of: «اتهم نور | «الأفق» بفصل …»."""
    opened = ((j, scene.quotation_opening(j)) for j in range(first, link))
    name = next((j for j, found in opened if found is not None and found.last + 1 == link), None)
    before = None if name is None else scene.tokens[name - 1].form
    return None if before is None or before in nouns() or is_definite(before) else name  # not «رئيس حزب «الغد»»


def _behind_party(scene: Scene, first: int, charged: int) -> int | None:
    """Where the one accused begins behind an office, a name in marks right behind it and the holder's own name."""
    tokens, office = scene.tokens, scene.actor(first)
    named = scene.quotation_opening(first + 1)
    if office is None or office.entry.kind != "office" or named is None or named.last - named.first > _IN_MARKS:
        return None
    at = named.last + 1
    if at + 1 < charged and are_people(tokens[at].form) and not is_definite(tokens[at].form):
        return at  # «اتهم رئيس «الأمل» | لاعبي الفريق المنافس بالخشونة»
    if at + 2 >= charged or not _is_own_name(scene, at) or is_definite(tokens[at].form):
        return None
    family = tokens[at + 1].form
    if not _is_own_name(scene, at + 1) or (is_definite(family) and not family.endswith("ي")):
        return None
    third = at + 3 < charged and not is_definite(tokens[at + 2].form) and _is_own_name(scene, at + 2)
    end = at + 3 if third and not _is_his(tokens[at + 2].form) and is_definite(tokens[at + 3].form) else at + 2
    end = scene.after_adverbs(end, charged)
    return None if end >= charged or is_preposition(tokens[end].form) else end


def _is_own_name(scene: Scene, i: int) -> bool:
    """Whether a word can be part of a person's name: no noun or title a list knows, no plural, no function word."""
    form = scene.tokens[i].form
    listed = (
        form in nouns() or singular_of(form) is not None or is_event_noun(form) or own_classes(form) or are_people(form)
    )
    return scene.tokens[i].kind == "word" and scene.actor(i) is None and not listed


def _body_in_marks(scene: Scene, first: int, charged: int) -> int | None:
    """Where a bare body begins, its name in marks, that stands between a definite name and what it is charged with."""
    tokens = scene.tokens
    opened = ((j, scene.quotation_opening(j)) for j in range(first + 1, charged))
    name = next((j for j, found in opened if found is not None and found.last + 1 == charged), None)
    if name is None or tokens[name - 1].kind != "word" or is_definite(tokens[name - 1].form):
        return None
    return name - 1 if is_definite(tokens[name - 2].form) else None  # not «رئيس حزب «الغد»»


def _is_his(form: str) -> bool:
    """Whether a word is a thing or act of somebody's: «قرارها», «موظفيه»."""
    stem = next((form.removesuffix(end) for end in ("هما", "هم", "ها", "ه") if form.endswith(end)), "")
    whole = (stem, stem.removesuffix("ت") + "ة", stem.removesuffix("ي"))
    return stem != "" and (is_event_noun(stem) or any(one in nouns() for one in whole if len(one) > 2))


def _holds(scene: Scene, opening: int, i: int) -> bool:
    """Whether the quotation that opens at a token holds another token."""
    quotation = scene.quotation_opening(opening)
    return quotation is not None and i < quotation.last


def _is_described(tokens: Sequence[Token], k: int) -> bool:
    """Whether a bare noun, behind a name, has a verb right behind it that describes it."""
    found = word(tokens[k + 1].form).verb
    named = is_definite(tokens[k - 1].form) or (tokens[k - 3].form in QUOTES and tokens[k - 1].form not in nouns())
    bare = tokens[k].form in nouns() and not is_definite(tokens[k].form) and named
    return bare and found is not None and found.tense == "imperfect" and tokens[k].kind == "word"


def _is_kin(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether a verb's subject is a noun whose pronoun makes it whole: «شقيقه», «والدتها»; no adjective behind it."""
    form, behind = tokens[i].form, tokens[i + 1]
    head = form.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    agrees = cue.agreement == ("f" if head.endswith("ت") else "m")
    whole = head != form and len(head) >= 2 and agrees and not own_classes(form)
    return whole and behind.kind == "word" and not own_classes(behind.form) and not _is_adjective(behind.form)


def _is_laid_on(tokens: Sequence[Token], blamed: int, reach: int) -> bool:
    """Whether «ل» follows the blame and whom it is laid on: «المسؤولية للوزارة», «مسؤولية الحادث لشركة …»."""
    for token in tokens[blamed + 1 : min(reach, blamed + 4)]:
        if token.form[0] == "ل" and not own_classes(token.form):
            return not (is_event_noun(token.form[1:]) or looks_like_masdar(token.form[1:]))  # «لتجاوزه الإشارة»: why
        if token.kind != "word" or word(token.form).verb is not None:
            return False
    return False


def _body_of_state(scene: Scene, first: int) -> int | None:
    """The token after a body and the state or city it belongs to: «جيش سول», «شرطة باريس»."""
    body = scene.actor(first)
    if body is None or body.entry.kind not in ("people", "body"):
        return None
    state = scene.actor(body.last) if body.last < scene.last else None
    return state.last if state is not None and state.entry.kind in STATES | {"city"} else None


def object_before(tokens: Sequence[Token], first: int, link: int) -> int | None:
    """Where the noun phrase right before «بـ» begins: «… | قرارات الحكم بأنها …», «… | الحكومة بالتقصير»."""
    run = link
    while run > first - 1 and is_definite(tokens[run - 1].form):
        run -= 1
    if run == link:
        return None
    begin = next((j for j in range(link - 1, run, -1) if not _is_adjective(tokens[j].form)), run)
    led = run - 2 >= first and tokens[run - 1].form in _ABOUT and is_definite(tokens[run - 2].form)
    if led and all(_DESCRIBING.fullmatch(token.form) for token in tokens[run + 1 : link]):
        return run - 2  # «وصف الخبير | الرقابة على المصانع الصغيرة بأنها ضعيفة»
    if (
        begin == run
        and begin > first
        and (is_definite(tokens[begin - 2].form) or _is_common_noun(tokens[begin - 1].form))
    ):
        begin -= 1  # «النيابة | مدير المستشفى», «فلان | قرارات الحكم»
    return begin if first <= begin < link else None


def _is_adjective(form: str) -> bool:
    """Whether a definite form looks like an adjective of origin: «الأميركي», «الجمهورية»."""
    return form.endswith(("ي", "ية", "يين", "يون"))


def _is_common_noun(form: str) -> bool:
    return form.endswith(("ة", "ات")) or is_event_noun(form) or singular_of(form) is not None


def _is_charge(scene: Scene, j: int) -> bool:
    """Whether a word says what somebody is accused of or called: «بالتلاعب», «بارتكاب», «بـ«…»»."""
    token = scene.tokens[j]
    form, second = token.form, scene.text[token.start + 1 : token.start + 2]
    if form == "ب" or form.startswith(("بال", "بان")):
        return True
    bare = form[1:].removesuffix("ها").removesuffix("هم").removesuffix("ه")
    if (
        form[0] == "ب"
        and bare != form[1:]
        and (is_event_noun(bare) or looks_like_masdar(bare) or bare in unmarked_masdars())
    ):
        return True  # «بضربه», «بتعذيبهم»
    made = _CRAFT.fullmatch(form[1:]) is not None
    made = made or is_event_noun(form[1:]) or looks_like_masdar(form[1:])  # «بطباعة نقود», «باستبعاد محطات»
    return form[0] == "ب" and (made or (second == "إ" and len(form) > 5))  # «بإخفاء قروض»


def after_aside(tokens: Sequence[Token], comma: int, last: int) -> int | None:
    """The token after an aside that the comma at `comma` opens and another closes."""
    closing = next((j for j in range(comma + 1, last) if tokens[j].form in COMMAS), None)
    return closing + 1 if closing is not None and closing + 1 < last else None


def _two_names(scene: Scene, both: Range) -> int | None:
    """Where the second of two names that follow each other begins: after a known one, or at one."""
    found = scene.actor(both[0])
    if found is not None and found.entry.kind == "office" and found.last + 1 < both[1]:
        bare = not is_definite(scene.tokens[found.last - 1].form) and is_definite(scene.tokens[found.last].form)
        if bare:  # «رئيس الهيئة | سائق القطار»
            return next((j for j in range(found.last + 1, both[1]) if scene.actor(j) is not None), None)
    if found is not None and both[0] < found.last < both[1]:
        return found.last
    return next((j for j in range(both[0] + 1, both[1]) if scene.actor(j) is not None), None)
