"""What joined words tell as a claim of its own: «تحدث عن 300 مشارك وعن | إصابة خمسة», «…، | وما جرى مسرحية»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract.ar.clause_state import State
from factcheck.extract.ar.commas import counts, counts_part, is_counted, tells_of_noun
from factcheck.extract.ar.marks import COMMAS, QUOTES, QUOTES_OPEN
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.predicates import does_meanwhile, may_be_verb
from factcheck.extract.ar.words import (
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.extract.proposition import Proposition
from factcheck.text import Span, Token, fold

_ABOUT = frozenset(map(fold, ("عن", "من")))
_BECAUSE = frozenset(map(fold, ("لأن", "ولأن", "أن", "لكن", "كأن")))
_SUBJECT = 5  # tokens of a subject that waits for its verb
_IN, _TILL = fold("في"), frozenset(map(fold, ("حتى", "إلى", "في", "خلال")))
_UNTIL = 5  # tokens of what is foreseen, before its time
_NO, _APART = fold("لا"), frozenset(map(fold, ("عدا", "خلا", "سوى")))
_AND_WHAT = fold("وما")
_COUNTED = 5  # tokens behind the preposition among which a figure stands
_STATED = 4  # tokens of what happened, with the noun that judges it
_SAVING = re.compile("[لب]?ا..ا.")  # «إسعاف», «لإنقاذ»
_PLURAL, _ACTED = 5, 7  # letters of a definite plural in «ين»; tokens from the first act to the second
_DAYS = frozenset(map(fold, ("الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت")))
_HOW = 4  # words of how a thing was done
_LACKS = frozenset(map(fold, ("عجز", "فائض")))  # «التضخم وعجز الميزانية»
_FEW_WORDS = 8  # tokens of words quoted within a clause
_ONGOING = 8  # tokens from «مما» to a second verb
_YEARS = frozenset(map(fold, ("سنة", "عام")))
_DECIDED = 14  # tokens from what is decided to a second act
_PLACES = 8  # tokens of a list of towns
_OF_HIM = ("ه", "ها", "هم", "هما")
_FROM = fold("من")
_WHERE = fold("حيث")
_WILLS, _BY_THAT = fold("شاء"), fold("بأن")


def tells_further(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether the preposition that led to a clause leads to another event or figure: «عن …، وعن | إصابة خمسة»."""
    led, form = tokens[begin - 1].form.removeprefix("و") if begin else "", tokens[i].form
    if form[0] != "و" or form[1:] not in _ABOUT or led != form[1:] or i + 1 >= last or i - begin < 2:
        return False
    noun = tokens[i + 1].form
    event = not is_definite(noun) and (is_event_noun(noun) or looks_like_masdar(noun))
    return event or counts(tokens, i + 1, min(last, i + 1 + _COUNTED))


def judges_what_was(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «وما», a past verb and a bare noun end the words: «…، وما جرى مسرحية»."""
    if tokens[i].form != _AND_WHAT or tokens[i - 1].form not in COMMAS or i + 2 >= last:
        return False
    found = word(tokens[i + 1].form).verb
    ending = next((k for k in range(i + 2, last) if tokens[k].kind == "mark"), last)
    noun = tokens[ending - 1].form
    apart = tokens[i + 1].form in _APART  # «…، وما عدا ذلك كلام فارغ»
    if (not apart and (found is None or found.tense != "perfect")) or not i + 2 < ending <= i + 2 + _STATED:
        return False
    return not (is_definite(noun) or is_preposition(noun) or is_function_word(noun))


def denies_of_its_own(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a noun with its pronoun opens a sentence that denies: «كان مريضا، | ووفاته لا صلة لها بالحادث»."""
    form = tokens[i].form
    own = form[0] == "و" and form.endswith(("ها", "هم", "هما", "ه")) and is_event_noun(form[1:])
    at = i + 1 + int(i + 1 < last and tokens[i + 1].kind == "mark" and tokens[i + 1].form in QUOTES_OPEN)
    return own and at + 1 < last and tokens[at].form in words_of("negates") | {_NO}


def acts_next(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a definite noun behind «، و» acts by a verb that could be a noun elsewhere: «…، والقبطان قفز قبلنا».

    A bare noun never stands right behind a definite one, unless it says what that is.
    """
    noun, act = tokens[i].form, tokens[i + 1].form if i + 1 < last else ""
    found = word(act).verb if act else None
    if not noun.startswith("وال") or tokens[i - 1].form not in COMMAS or found is None or word(act).joined:
        return False
    if found.tense != "perfect" or is_preposition(act) or is_function_word(act):
        return False
    return found.agreement == ("f" if noun.endswith(("ة", "ات")) else "m")


def goes_on_quoted(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether a quoted verb is that of a subject behind «لأن» or «أن»: «… لأن العمال "تركوه مفتوحا"»."""
    for k in range(i - 2, max(begin, i - 2 - _SUBJECT), -1):
        if tokens[k].kind == "mark" or word(tokens[k].form).verb is not None:
            return False
        if tokens[k].form in _BECAUSE:
            return k < i - 2
    return False


def tells_which(tokens: Sequence[Token], begin: int, i: int, last: int) -> int:
    """Where a clause begins that counts what was told among its kind: «…، في | حادثة هي الثالثة من نوعها», «اكتشاف
    بؤرة …، | هي الأولى في البلاد»; 0 where none does.
    """
    if tokens[i - 1].form not in COMMAS or i + 2 >= last:
        return 0
    if tokens[i].form == _IN and tokens[i + 2].form in words_of("bare.he") and i + 3 < last:
        return i + 1 if not is_definite(tokens[i + 1].form) else 0
    told = is_event_noun(tokens[begin].form) and i - begin > 2
    return i if told and tells_of_noun(tokens, i, last) else 0


def foresees_of_noun(tokens: Sequence[Token], i: int, last: int) -> int:
    """Where «يُتوقع أن …» begins behind a relative pronoun: «عمليات البحث التي | يُتوقع أن تستمر حتى الجمعة»; else 0."""
    who = has_class(tokens, i, last, "who")
    if not who or who + 3 >= last or tokens[i - 1].form in COMMAS:
        return 0
    foreseen = tokens[who].form in words_of("foreseen") and bool(has_class(tokens, who + 1, last, "that"))
    until = range(who + 2, min(last, who + 2 + _UNTIL))
    return who if foreseen and any(tokens[k].form in words_of("since") | _TILL for k in until) else 0


def happened_to_part(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a past verb tells what became of some of those counted before: «غادر 18 منهم»."""
    found = word(tokens[i].form).verb
    return found is not None and found.tense == "perfect" and i + 2 < last and bool(counts_part(tokens, i + 1, last))


def provides(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether a clause lists what an agreement or a law lays down, or what was decided of whom it names: «قررت اللجنة
    منع المدرب …، | وتغريمه 4 آلاف».
    """
    found = word(tokens[begin].form).verb
    if found is None:
        return False
    if found.lemma in words_of("decides.of") and tokens[i].form.endswith(_OF_HIM):
        return True
    return found.lemma in words_of("provides") and any(t.form[0] == "و" for t in tokens[begin + 3 : i])


def told_next(tokens: Sequence[Token], begin: int, i: int, last: int) -> int | None:
    """Where the clause of «وأن» or «وأنه» begins; 0 where it goes on, as in «اتهم فلانا بأنه كذب | وأنه سرق» or
    «إن شاء الله»; `None` where no such word stands.
    """
    that, it = has_class(tokens, i, last, "that"), has_class(tokens, i, last, "that+")
    if not (that or it):
        return None
    willed = i + 1 < last and tokens[i + 1].form == _WILLS
    return 0 if willed or is_accused(tokens, begin, i) else i + 1 if that else i


def is_accused(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether a clause says of whom it names first «بأنه …»: «[اتهم] الوزير بأنه كذب | وسرق»."""
    return any(token.form.startswith(_BY_THAT) and is_function_word(token.form) for token in tokens[begin + 1 : i])


def goes_on_within(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether «و» and a verb go on with what came of it, or with what few quoted words tell of the subject before them:
    «مما يثير القلق | ويؤكد أهمية الوقاية», «الحي «يكتب القرارات | وينساها في الأدراج»».
    """
    verb = word(tokens[i].form).verb
    if verb is not None and verb.tense == "imperfect" and has_class(tokens, begin, i, "so"):
        return True
    marks = [k for k in range(max(begin + 1, i - _FEW_WORDS), i) if tokens[k].form in QUOTES | QUOTES_OPEN]
    within = len(marks) == 1 and tokens[marks[0]].form in QUOTES_OPEN and tokens[marks[0] - 1].kind == "word"
    return within and any(token.form in QUOTES for token in tokens[i + 1 : i + _FEW_WORDS])


def came_of_it(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether «و» and a verb with no subject behind it go on with «مما»: «مما يثير القلق | ويؤكد على أهمية الوقاية»."""
    if i + 1 >= len(tokens) or tokens[i].form[0] != "و" or not is_preposition(tokens[i + 1].form):
        return False
    comma = next((k for k in range(i - 1, max(first, i - _ONGOING), -1) if tokens[k].form in COMMAS), i - 2)
    return comma < i - 2 and has_class(tokens, comma + 1, i, "so") > 0


def goes_on_acting(tokens: Sequence[Token], i: int, last: int, comma: bool) -> bool:
    """Whether «و» and a word that is a verb or its noun go on with what an act before it began: «في إسعاف المصابين |
    ورفع الأنقاض», «نتيجة تجاهل المطالب، | ورفض الحوار»; so does «ليل الثلاثاء | وفجر الأربعاء».
    """
    following, act = tokens[i + 1].form if i + 1 < last else "", tokens[i].form[1:]
    if following in _DAYS:
        return True
    of_it = is_event_noun(following) and following.endswith(_OF_HIM)  # «السيطرة على الحريق | ومنع انتشاره»
    if not is_event_noun(act) or not (following.startswith("ال") or of_it):
        return False
    if following.endswith("ين") and len(following) > _PLURAL:
        return True  # «ورفض النقابيين»: no subject ends so
    for k in range(i - 1, max(0, i - _ACTED), -1):
        form = tokens[k].form
        if form in COMMAS and k < i - 1:
            return False
        if of_it and form.startswith("ال") and tokens[k - 1].form == _FROM and is_event_noun(form[2:]):
            return True
        if (is_event_noun(form) or looks_like_masdar(form) or _SAVING.fullmatch(form)) and not is_definite(form):
            led = tokens[k - 1].form
            return led in words_of("because.of") or (not comma and (is_preposition(led) or form[0] in "لب"))
        if word(form).verb is not None and not is_definite(form):
            return False
    return False


def opens_clause(tokens: Sequence[Token], i: int, last: int, state: State, comma: bool) -> bool:
    """Whether «و» and a verb begin a clause: not where they go on describing a noun («وفاة رجل ويبلغ …»)."""
    found = word(tokens[i].form).verb
    assert found is not None
    if not comma and (lists_places(tokens, i, last) or goes_on_of_those(tokens, i)):
        return False
    if not comma and i > 1 and found.tense == "imperfect" and has_class(tokens, i - 2, i, "that") == i - 1:
        return not may_be_verb(tokens[i - 1].form)  # «أن يسجل ويوثق هذه الثورة»
    if found.lemma in words_of("negates") and (not comma or last - i < 5):
        return False  # «… وليس الدين» only sets one noun against another
    if found.weak and not comma and _is_decided_too(tokens, i, last):
        return False
    if found.weak and (goes_on_acting(tokens, i, last, comma) or (not comma and tokens[i].form[1:] in _LACKS)):
        return False
    before = word(tokens[i - 1].form)
    led = before.verb if not before.joined else None
    same = led is not None and (led.tense, led.agreement) == (found.tense, found.agreement)
    if not comma and same and found.tense == "imperfect":
        return False  # «ظلت تتابع | وترصد أي تحركات»
    if not found.weak:
        return state.verb or comma or found.tense == "perfect"
    following = tokens[i + 1].form if i + 1 < last else ""
    if comma and following[:1] == "ب" and (is_event_noun(following[1:]) or looks_like_masdar(following[1:])):
        return True  # «…، وطالب بتفريغ الصهاريج»
    if state.verb and found.tense == "perfect" and i + 1 < last and is_counted(tokens[i + 1]):
        return True  # «لقي 23 حتفهم وفُقد 11»
    if state.verb and found.tense == "perfect" and i + 2 < last and is_preposition(following):
        return is_counted(tokens[i + 2])  # «بدأ العطل ظهرا وأثر في 180 ألف مشترك»
    return state.verb and (comma or is_definite(following) or is_event_noun(following))


def _is_decided_too(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «و» and a verbal noun that looks like a verb go on with what is decided: «قررت الوزارة غلق المطعم | وفتح
    تحقيق»; not «قررت الوزارة غلق المطعم وفتح الجيش الطريق».
    """
    if i + 1 >= last or not is_event_noun(tokens[i].form[1:]):
        return False
    behind = tokens[i + 2].form if i + 2 < last else ""
    whom = is_definite(behind) and not is_preposition(behind)
    body = tokens[i + 1].form in words_of("may.decide") and behind.isalpha() and not is_preposition(behind)
    acts = is_definite(tokens[i + 1].form) and (whom or body or behind.endswith("ا"))
    if acts or tokens[i + 1].form.endswith("ا") or is_preposition(tokens[i + 1].form):
        return False
    act = False
    for k in range(i - 1, max(-1, i - _DECIDED), -1):
        found = word(tokens[k].form).verb
        if tokens[k].kind == "mark":
            return False
        if found is not None and found.lemma in words_of("decides"):
            return act
        act = act or (is_event_noun(tokens[k].form) and k + 1 < i)
    return False


def needs_load(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands before «على متنها 20» is «كان», or the bare noun it describes: «خطف سفينة | على متنها 20»."""
    before = word(tokens[i - 1].form).verb
    bare = tokens[i - 1].kind == "word" and before is None and not is_definite(tokens[i - 1].form)
    return bare or (before is not None and before.lemma in words_of("being"))


def lists_places(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «و» and a word name a further place behind «بلدات» and a name: «بلدات كفرا | ويارين ودير حمص»."""
    for k in range(i - 1, max(0, i - _PLACES), -1):
        if tokens[k].form in words_of("places"):
            return k < i - 1
        if tokens[k].kind != "word" or is_preposition(tokens[k].form):
            return False
    return False


def goes_on_of_those(tokens: Sequence[Token], i: int) -> bool:
    """Whether «و» and a verb of now go on with what a relative clause tells: «الأسر التي تصل من الريف | وتبحث عن عمل»;
    a plural, which shows who acts, may stand alone.
    """
    verb = word(tokens[i].form).verb
    at = next((k for k in range(i - 1, 0, -1) if tokens[k].kind == "mark" or word(tokens[k].form).verb), 0)
    found = word(tokens[at].form).verb
    if verb is None or found is None or not verb.tense == found.tense == "imperfect" or verb.weak:
        return False
    return has_class(tokens, at - 1, i, "who") == at and found.agreement == verb.agreement != "p"


def describes_with(tokens: Sequence[Token], i: int, last: int, bare: str) -> bool:
    """Whether «وب» and a bare noun that a verb only describes go on with what was done: «…، | وبحمولة تفوق قدرتها»."""
    found = word(tokens[i + 1].form) if i + 1 < last else None
    described = found is not None and found.verb is not None and not found.joined and found.verb.tense == "imperfect"
    return described and bare.endswith("ة") and word(tokens[i].form).verb is None


def adds_then(tokens: Sequence[Token], hence: int, last: int) -> bool:
    """Whether «ومن ثم» only adds what came next, with no verb: «صدم السيارة ومن ثم | بالحافلة», «| إلى المحافظة»."""
    form = tokens[hence].form if hence and hence < last else ""
    led = form.startswith(("بال", "لل")) or (form != "" and is_preposition(form))
    return led and not any(word(token.form).verb is not None for token in tokens[hence : min(last, hence + 4)])


def tells_when(form: str) -> bool:
    """Whether the word behind «وهي» or «وذلك» only tells where, when or what somebody did meanwhile: «وهي | في
    الحافلة», «وذلك | سنة 2013», «أوقف وهو | يهم بالسفر».
    """
    return is_preposition(form) or form in _YEARS or does_meanwhile(form)


def adds_how(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether «ولكن» only adds how or where, up to the comma: «ولكن | بشكل طفيف، …», «لكن | في القرى فقط»; or «حيث»
    tells by one act what place is meant: «أمام المدرسة حيث | يجري الفرز».
    """
    form = tokens[first].form
    if tokens[first - 1].form == _WHERE:
        found, alone = word(form).verb, first + 2 >= last or tokens[first + 2].kind == "mark"
        present = found is not None and found.tense == "imperfect" and tokens[first - 2].kind == "word"
        return present and alone and first + 1 < last and is_definite(tokens[first + 1].form)
    end = next((k for k in range(first + 1, last) if tokens[k].kind == "mark"), last)
    led = is_preposition(form) or (form[0] == "ب" and word(form).verb is None and not is_definite(form))
    return led and end - first <= _HOW and not any(word(token.form).verb is not None for token in tokens[first:end])


def parted_from(proposition: Proposition) -> Span | None:
    """What the claim's source parts it from: «بدأت، بحسب فلان، | حين …»; `None` where it stands whole."""
    ahead, cue = proposition.ahead, proposition.cue
    return ahead if ahead is not None and cue is not None and ahead.end <= cue.start < proposition.span.start else None
