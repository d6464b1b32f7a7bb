"""The words that name a speaker: how far the name goes after the reporting verb, or before it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.edges import is_with_what
from factcheck.extract.ar.marks import COMMAS, is_final, is_initial, is_shortening
from factcheck.extract.ar.name_parts import (
    STOPPING,
    are_name_words,
    begins_object,
    forms_of_address,
    is_absolute,
    may_end_name,
    name_words,
    names_itself,
    names_outlet,
)  # fmt: skip
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.predicates import is_kana
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_definite,
    is_event_noun,
    is_fadi,
    is_function_word,
    is_preposition,
    own_classes,
    said_so,
    word,
    words_of,
)  # fmt: skip
from factcheck.text import Token, fold

Range = tuple[int, int]
STATES = frozenset({"country", "capital", "seat"})  # a name of theirs is complete without what follows
_AND_IN = frozenset(map(fold, ("وفي", "ومن", "وعن", "ومع", "وبعد", "وقبل")))
_SEATS = frozenset(f"{seat}{of}" for seat in map(fold, ("مقر", "مركز", "مكتب")) for of in ("ه", "ها", "هم"))
_IN, _FROM, _TODAY, _WHOLLY, _ON = map(fold, ("في", "من", "اليوم", "جملة", "على"))
_ABOUT, _AT, _TO, _DEFENCE = fold("عن"), fold("لدى"), fold("إلى"), frozenset(map(fold, ("الدفاع", "للدفاع")))


def speaker_after(scene: Scene, first: int, last: int, behind_lam: bool = False) -> Range | None:
    """The name that begins at token `first`, right after a reporting verb, and ends before `last` at the latest.

    The longest base phrase, without relative clauses, addressees («لصحافيين»), occasions («في بيان») and days. A title
    keeps the name set off after it («الناطق باسمها، النائب فلان»). `None` where no name begins.
    """
    tokens = scene.tokens
    if first < last and tokens[first].form in words_of("to.him"):
        first += 1  # «ورد عليه | العبيدي بالقول»
    first = scene.after_adverbs(first, last)
    end = _base_phrase(scene, first + 1 if behind_lam else first, last)
    form = tokens[first].form if first < end else ""
    some = own_classes(form) & {"part", "foremost"} == {"part"}  # not «ذكر | أولهما أن …»
    some = some or (form[:1] == "ب" and form[1:] in words_of("in.words"))
    if some or not form or form in words_of("and.he") or is_with_what(form):
        return None  # «لا تحصي | منهم غير 90», «ردت | بجملة واحدة», «…»، يقول | وهو يغسل يديه
    end = _past_offices(scene, first, end, last)
    if end + 1 < last and tokens[end].form in COMMAS and _is_title(scene, first):
        more = _base_phrase(scene, end + 1 + is_ali(scene, end + 1, last), last)
        closed = more >= last or tokens[more].form in COMMAS
        closed |= more < last and is_final(tokens, more) and are_name_words(tokens, end + 1, more)
        found = word(tokens[end + 1].form)
        joined = found.joined and scene.text[tokens[end + 1].end - 1] != "ي"  # «فادي» is a name, «فأدى» no
        form = tokens[end + 1].form
        counted = tokens[end + 1].kind == "number" or number_word(form.removeprefix("ب"))
        led = form[0] == "ب" and form not in nouns() and (form[1:] in nouns() or is_event_noun(form[1:]))
        owned = form[0] == "و" and form[1:] in _SEATS  # «المنظمة، | ومقرها باريس»
        named = not (joined or counted or led or owned) and (found.joined or found.verb is None)
        end = more if closed and named and end + 1 < more <= end + 6 else end
    end = _with_name_behind(scene, first, end, last)
    while end > first and (tokens[end - 1].kind == "mark" and tokens[end - 1].form not in '»"”'):
        end -= 1
    end -= end > first + 1 and tokens[end - 1].form == _IN  # «المركز | في نشرته»
    return (first, end) if end > first else None


def _with_name_behind(scene: Scene, first: int, end: int, last: int) -> int:
    """The end of the name behind where a titled person serves or whom he stands for: «نائبة عن …، | ليلى حداد»."""
    tokens = scene.tokens
    stands = end < last and tokens[end].form == _ABOUT and tokens[end - 1].form in words_of("stands.for")
    if end + 3 >= last or not (stands or (tokens[end].form == _AT and _is_title(scene, first))):
        return end
    comma = next((j for j in range(end + 1, min(last - 1, end + 6 + 3 * stands)) if tokens[j].form in COMMAS), end)
    if comma == end or not (stands or ((office := scene.actor(comma + 1)) and office.entry.kind == "office")):
        return end
    more = _base_phrase(scene, comma + 1, last)
    return more if more > comma + 1 + stands and (more >= last or tokens[more].form in COMMAS) else end


def _past_offices(scene: Scene, first: int, end: int, last: int) -> int:
    """The comma before the name that stands behind a title's further offices: «عضو المجلس، وعضو الفريق، | فلان»."""
    tokens, comma = scene.tokens, end
    while comma + 2 < last and tokens[comma].form in COMMAS and tokens[comma + 1].form[0] == "و":
        office = scene.actor(comma + 1)
        if office is None or office.entry.kind != "office" or not _is_title(scene, first):
            return end
        behind = next((j for j in range(comma + 2, last) if tokens[j].form in COMMAS), last)
        if behind >= last or any("that" in own_classes(token.form) for token in tokens[comma:behind]):
            return end
        comma = behind
    return comma


def _base_phrase(scene: Scene, first: int, last: int) -> int:
    i = first
    while i < last:
        token = scene.tokens[i]
        if token.kind == "mark":
            if i > first and (token.form in "#_" or is_shortening(scene.tokens, i) or is_initial(scene.tokens, i)):
                i += 1  # «وكيل الوزارة د. سامي نور», «النائبة #هالة_زين»
                continue
            quotation = scene.quotation_opening(i)
            if quotation is None or quotation.last > last or quotation.last - quotation.first > 6:
                break
            i = quotation.last + 1
            continue
        if (i > first and scene.says_name(i)) or scene.is_no_verb(i) or scene.is_imam(i):
            i += 1  # «ناجيا يدعى | لامين سيسي», «آكد», which folds like a verb
            continue
        former = i == first + 1 and token.form in words_of("former") and scene.tokens[first].form.endswith("ا")
        if former or (i > first and is_ali(scene, i, last)):
            i += 1  # «أن موظفا سابقا في الوزارة»
            continue
        if token.form == _IN and scene.names_person(first, i):
            break  # «رئيس النادي فؤاد حمدان | في الممر المؤدي إلى …»
        if i > first + 2 and follows_family_name(scene, i) and not _opens_words(scene, last):
            break  # «المدير عادل الغربي | سائق القطار»
        if i > first and token.form == _TODAY and names_outlet(scene.tokens, first, i):
            i += 1  # «قناة روسيا اليوم»
            continue
        if _stops(scene.tokens, i, last, first) or (i > first and scene.after_when(i) > i):
            break
        i += 1
    return i


def _opens_words(scene: Scene, i: int) -> bool:
    """Whether what somebody says begins at a token, so that all before it is his name and title."""
    return i < scene.last and (scene.tokens[i].form in ':«“"' or "that" in own_classes(scene.tokens[i].form))


def follows_family_name(scene: Scene, i: int) -> bool:
    """Whether a bare noun for a person begins at a token, right behind a given name and a family name with article."""
    tokens = scene.tokens
    named = is_definite(tokens[i - 1].form) and not is_definite(tokens[i - 2].form) and tokens[i - 2].kind == "word"
    if not named or is_definite(tokens[i].form) or singular_of(tokens[i - 2].form) is not None:
        return False
    actor = scene.actor(i)
    return actor is not None and not actor.clitic and actor.entry.kind in ("office", "people")


def is_ali(scene: Scene, i: int, last: int) -> bool:
    """Whether «علي», which folds like the preposition, is a name: with its dots, no noun or أن behind it; so «يحيى»."""
    token = scene.tokens[i]
    if token.form != _ON or scene.text[token.end - 1] != "ي":
        return scene.text[token.start : token.end] == "يحيى"  # «يحيي» is the verb
    if i + 1 >= len(scene.tokens):
        return True
    before = scene.actor(i - 1)
    titled = before is not None and before.entry.kind == "office" and before.last == i and " على " in scene.text
    if titled or scene.tokens[i - 1].form in name_words("joined"):
        return True  # «ناصر بن علي المهندي»; «المحامي علي العصفور», in a text that writes the preposition otherwise
    following = scene.tokens[i + 1]
    nisba = following.form.startswith("ال") and scene.text[following.end - 1] == "ي" and following.form not in nouns()
    behind = scene.tokens[i + 2].form if nisba and i + 2 < len(scene.tokens) else ""
    if behind in COMMAS or (behind and "that" in own_classes(behind)):
        return True  # «مدير الجمرك علي العطوي، …»
    reports = "that" in class_names(following.form) and scene.text[following.start] != "إ"  # «أكد علي أن», for «على أن»
    return not following.form.startswith("ال") and not reports


def _stops(tokens: Sequence[Token], i: int, last: int, first: int) -> bool:
    """Whether the name cannot go on with token `i`."""
    form = tokens[i].form
    if i > first and (not may_end_name(form) or names_itself(tokens, i, last)):
        return False
    if class_names(form).isdisjoint(STOPPING) and form not in words_of("stop") and form != _IN:
        return _stops_plain(tokens, i, first)
    minister = i > first + 1 and tokens[i - 2].form in words_of("ministry")
    if form == _ABOUT and i > first and tokens[i - 1].form in _DEFENCE and not minister:
        return i + 1 >= last  # «لجنة الدفاع عن الحقوق»
    if form == _ABOUT and i == first + 1 and _stands_for(tokens, i, last):
        return False
    if has_class(tokens, i, last, "who") or has_class(tokens, i, last, "aside") or has_class(tokens, i, last, "that"):
        return True
    if form == _TO and first < i < last - 2 and tokens[first].form in words_of("envoy"):
        return False  # «المبعوث الأممي إلى سوريا | سالم الفارسي»
    if form in words_of("stop") and _is_charge_of(tokens, i, last, first):
        return False
    if form in words_of("stop") or any(has_class(tokens, i, last, name) for name in ("turn", "but")):
        return True
    if form == _IN and (i + 1 >= last or has_class(tokens, i + 1, last, "venue") or i == first):
        return True
    aged = number_word(tokens[i + 1].form) if form == _IN and i + 1 < last else None
    if aged is not None and aged.cls == "ordinal" and aged.definite:
        return True  # «والدة طفل | في الثالثة»
    if form == _IN and (has_class(tokens, i, last, "adverb") or tokens[i + 1].form.endswith(("ها", "هم"))):
        return True  # «ذكرت الوزارة | في ساعة مبكرة من صباح الاثنين أن …», «بحسب المنظمة | في مسحها الأخير»
    return _stops_plain(tokens, i, first)


def _stands_for(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «عن» tells whom a deputy stands for, before his name: «النائب عن الكتلة | سالم الفارسي»."""
    if tokens[i - 1].form not in words_of("stands.for"):
        return False
    behind = range(i + 2, min(last - 1, i + 5))
    names = (k for k in behind if tokens[k].kind == "word" and not is_definite(tokens[k].form))
    return any(is_definite(tokens[k - 1].form) and not is_function_word(tokens[k].form) for k in names)


def _is_charge_of(tokens: Sequence[Token], i: int, last: int, first: int) -> bool:
    """Whether a preposition belongs to a title: «المشرف على الدراسة», «المسؤول عن الملف»."""
    of = tokens[i + 1].form if i + 1 < last else ""
    charged = is_definite(of) or of in words_of("candidates")  # «المرشح على لائحة «…» فلان»
    return i == first + 1 < last - 1 and is_definite(tokens[first].form) and charged


def _stops_plain(tokens: Sequence[Token], i: int, first: int) -> bool:
    form = tokens[i].form
    seat = form in (_IN, _FROM) and i + 1 < len(tokens) and tokens[i + 1].form in words_of("own.seat")
    seat = seat and (is_definite(tokens[i - 1].form) or (form == _FROM and i > first + 1))  # not «مستشار في مكتبه»
    if (form == _IN and i == first) or (i > first and (seat or form in words_of("given.out"))):
        return True  # «أعلنت الحركة | من مقرها فوزها»
    if form.startswith("ل") and _is_addressee(tokens, i):
        return i != first + 1 or tokens[first].form not in words_of("reporter")  # «مراسل لوكالة النور»
    before = tokens[i - 1].form
    named = is_definite(before) or (i > first + 1 and before not in nouns() and not is_function_word(before))
    pointed = i > first and form in words_of("this.one") and named
    if pointed and i + 1 < len(tokens) and is_definite(tokens[i + 1].form):
        return True  # «اعتبر الوزير | هذا القرار خطأ», not «مدير هذا المستشفى»
    if i == first:
        points = form in words_of("this") and not (i + 1 < len(tokens) and is_definite(tokens[i + 1].form))
        free = is_preposition(form) or form in _AND_IN or form.startswith(("بال", "لل"))
        return points or free or begins_object(form) or form == "ب"
    if form[0] == "ب" and len(form) >= 4 and is_event_noun(form[1:]):
        return True  # «رد الرئيس | بنفي التهم»
    hides = i > first and i + 1 < len(tokens) and form in words_of("prefers")
    if hides and (tokens[i + 1].form in words_of("unnamed") or "that" in own_classes(tokens[i + 1].form)):
        return True  # «أستاذ رياضيات | فضل عدم الكشف عن اسمه»
    if form in words_of("and.he") and i > first:
        return True  # «المزارع حسن العلي | وهو يفرك سنبلة»
    if i > first and (form == _WHOLLY or is_kana(form) or is_absolute(tokens, i)):
        return True  # «رفضها المراقب | جملة وتفصيلا», «نفت المديرة سلمى العلي | نفيا قاطعا وجود …»
    if form in words_of("on.condition") or form in words_of("done"):
        return True  # «تحدث | شريطة عدم كشف اسمه», «مقاطع | تم تسريبها»
    if form in words_of("saying") or form == fold("ما") or begins_object(form):
        return True  # «نفى مصدر | ما تردد»
    found = word(tokens[i].form)
    body = i > first and form in words_of("body.or.verb") and not is_definite(tokens[i - 1].form)
    if body or is_fadi(tokens, i):
        return False  # «رئيس | تجمع مزارعي السهل»
    says = found.cue is not None and found.cue.sort == "verb" and not found.cue.weak
    return says or (found.verb is not None and not found.verb.weak and not _is_name_part(tokens, i))


def _is_addressee(tokens: Sequence[Token], i: int) -> bool:
    """Whether «ل» brings whom somebody tells, or what he does so («ليقول»)."""
    form = tokens[i].form
    if form == "ل" or said_so(form) is not None:
        return True
    return form[1:] in words_of("addressee") or (form[1:2] == "ل" and "ا" + form[1:] in words_of("addressee"))


def _is_name_part(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form that could be a verb stands in a name: after a bare word, before the end, with no object."""
    before = tokens[i - 1].form
    if i + 1 < len(tokens) and tokens[i + 1].form in words_of("to.him") and word(tokens[i].form).verb is not None:
        return False  # «تكشف وثائق | حصلت عليها الصحيفة أن …»
    if before in forms_of_address():
        return word(tokens[i].form).cue is None  # «الدكتورة ميهريت سالم»
    if before in words_of("named") and word(tokens[i].form).verb is not None:
        return True  # «وكالة يونهاب»
    found = word(tokens[i].form)
    if found.verb is not None and found.verb.tense == "imperfect" and _is_noun(before) and len(found.base) > 3:
        return False  # «ممرض | يعمل فيه»
    closes = tokens[min(i + 1, len(tokens) - 1)].form in COMMAS  # «مالكولم سمارت، مدير …»
    own = found.verb is not None and found.verb.lemma == found.base
    unlisted = own and found.verb is not None and (closes or found.verb.tense in ("imperfect", "future"))
    return not is_definite(before) and (len(tokens[i].form) <= 4 or (unlisted and not is_event_noun(before)))


def _is_noun(form: str) -> bool:
    return form in nouns() or form.removesuffix("ة") in nouns()  # «طبيبة»


def _is_title(scene: Scene, first: int) -> bool:
    form = scene.tokens[first].form
    found = scene.actor(first)
    known = found is not None and found.entry.kind in ("office", "body")
    return known or is_definite(form) or form in words_of("his.office", "of.kin")
