"""How an Arabic clause may open within a sentence: in quotation marks, behind a contrast, with a noun and no verb."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.commas import counts
from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.marks import COMMAS, QUOTES, QUOTES_OPEN
from factcheck.extract.ar.predicates import has_any_verb, is_kana, may_be_verb
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_measure,
    is_preposition,
    word,
    words_of,
)
from factcheck.text import Token, fold

_IN_MARKS = 4  # tokens of a name in quotation marks
_SINCE = frozenset(map(fold, ("إذ", "لأن", "كون")))
_OPENING_MARKS, _QUOTED = frozenset("«“"), 4  # tokens from the mark to what is denied within the same quotation
_NOT, _ACTED = fold("لم"), 4  # tokens of a clause with its verb and what it does
_LONGEST = 40  # tokens of a clause that another subject goes on
_HEADED = 5  # tokens from the noun that opens a clause to its verb
_BEYOND = frozenset({"who", "that", "that+", "but", "if"})
_ANNOUNCES = frozenset({":", fold("لأن")})


def quotes_clause(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a quotation after a comma is a clause by itself: «…، «ومع ذلك غرقت القرية»», «…، «أي أن المصنع مغلق»»."""
    if _is_ours(tokens, i):
        return True
    if any(token.form in QUOTES for token in tokens[i : i + 3]):
        return False
    if tokens[i - 2].form in _ANNOUNCES:
        return True  # «إن الموقع غير جاهز: «لا كهرباء هناك»», «خسر 700 دينار لأن «الزبائن لم يأتوا»»
    if tokens[i - 2].form not in COMMAS:
        return False
    form = tokens[i].form
    if quotes_reason(tokens, i):
        return True
    if "ie" in class_names(form):
        return bool(has_class(tokens, i + 1, last, "that") or has_class(tokens, i + 1, last, "that+"))
    joined = word(form).joined or is_function_word(form[1:]) or form.endswith(("هم", "ها", "نا"))
    return form[0] == "و" and joined and singular_of(form) is None


def _is_ours(tokens: Sequence[Token], i: int) -> bool:
    """Whether quoted words joined by «، و» open with what "we" did: «راسلنا الوزارة، و«توصلنا بإشعار»»."""
    found = word(tokens[i].form).verb
    joined = i > 2 and tokens[i - 2].form == "و" and tokens[i - 3].form in COMMAS
    return joined and found is not None and found.first_person


def closes_behind(tokens: Sequence[Token], i: int) -> bool:
    """Whether the mark before a token stands right behind a word, and closes: «بتهمة "نشر أخبار" | تتعلق بالوزير»."""
    return i > 1 and tokens[i - 2].end == tokens[i - 1].start and tokens[i - 1].end < tokens[i].start


def quotes_reason(tokens: Sequence[Token], i: int) -> bool:
    """Whether quoted words tell why somebody says what stands before them: «يستبعد أي تراجع، «فالمربي لن يبيع»»."""
    quoted = i > 1 and tokens[i - 1].form in QUOTES_OPEN and tokens[i - 2].form in COMMAS
    return quoted and tokens[i].form[0] == "ف" and is_definite(tokens[i].form[1:])


def gives_reason(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether a clause behind what is denied tells why: «نافيا أن تكون الآفة سببت خسائر، إذ | لم تتعد النسبة 4»."""
    return i > begin + 1 and tokens[i - 1].form in _SINCE


def only_says_so(tokens: Sequence[Token], i: int, verb: int, last: int) -> bool:
    """Whether «كما ذكرت النيابة» ends a clause, with no words of hers: «حجزت 14 حاوية لا 10 كما ذكرت النيابة»."""
    found = word(tokens[verb].form).verb
    if found is not None and found.lemma in words_of("provides") and verb + 1 < last:
        return tokens[verb + 1].form.startswith("علي")  # «كما ينص عليه القانون»
    ends = last - verb <= 4 or tokens[min(verb + 2, last - 1)].kind == "mark"
    return tokens[i - 1].kind != "mark" and ends and word(tokens[verb].form).cue is not None


def compares(tokens: Sequence[Token], begin: int, i: int, verb: int) -> bool:
    """Whether «كما» compares an act with one of its kind, and tells no other: «صرنا نشتريه | كما نشتري الدواء»."""
    if tokens[i - 1].kind == "mark":
        return _is_aside(tokens, begin, i, verb)
    if verb + 1 < len(tokens) and tokens[verb + 1].kind == "mark":
        return True  # «المهرجان ينتهي | كما بدأ: …»
    found = word(tokens[verb].form).verb
    before = (word(token.form).verb for token in tokens[begin:i])
    return found is not None and any(other is not None and other.lemma == found.lemma for other in before)


def _is_aside(tokens: Sequence[Token], begin: int, i: int, verb: int) -> bool:
    """Whether «، كما» and a verb only break into a clause that has its verb and subject alone so far: «امتدت البقعة، |
    كما ظهرت من القارب، على طول 12 كيلومترا».
    """
    closing = next((k for k in range(verb + 1, min(len(tokens) - 1, verb + _SOME)) if tokens[k].form in COMMAS), 0)
    bare = not any(is_preposition(token.form) for token in tokens[begin : i - 1])
    return closing > 0 and i - begin <= _ACTED and bare and is_preposition(tokens[closing + 1].form)


def acts_behind(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a verb follows a contrast after a comma: «تعهدت بتمويل دراسة، فيما | طالب ناشطون …»."""
    found = word(tokens[i + 1].form).verb if i + 1 < last and tokens[i - 1].form in COMMAS else None
    if found is None or not found.weak:
        return found is not None
    return tokens[i].form in words_of("meanwhile") and found.tense == "perfect"


def opens_nominal(tokens: Sequence[Token], i: int) -> bool:
    """Whether a definite noun, alone or by the one behind it, opens a sentence without a verb: «باب الحوار مفتوح»."""
    return is_definite(tokens[i].form) or is_definite(tokens[i + 1].form)


def acts_beside(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether «و» and a definite noun with a verb of its own go on where a noun and its verb stand: «الأمطار تغرق الحي
    | والبلدية تغلق الجسر»; not «الطريق التي تربط المدينة والميناء تغلق أسبوعا».
    """
    noun = tokens[i].form
    joined = noun.startswith("وال") and not is_preposition(noun[1:]) and i - begin < _LONGEST
    if not joined or i + 2 >= last or not _acts(tokens[i + 1].form):
        return False
    found = word(tokens[i + 1].form).verb
    if found is None or found.agreement == "p" or (noun.endswith("ة") and found.agreement == "m"):
        return False
    begin = next((k + 1 for k in range(i - 1, begin, -1) if tokens[k].form == ":"), begin)
    begin += tokens[begin].kind == "mark"
    headed = tokens[begin + 1 : min(begin + _HEADED, i - 1)]
    known = is_definite(tokens[begin].form) or is_definite(headed[0].form if headed else "")
    if not known:
        return False  # «مصنع ينتج الحليب والجبن يسرح 40 عاملا»
    acts = any(_acts(token.form) for token in headed)
    opens = acts and word(tokens[begin].form).verb is None and not is_function_word(tokens[begin].form)
    if is_event_noun(tokens[begin].form) and i - begin > 2:  # «تأجيل البطولة | والأندية تحتج»; not «… والكأس يثير …»
        opens = opens or found.agreement != ("f" if tokens[begin].form.endswith("ة") else "m")
    return opens and not any(_BEYOND & class_names(token.form) for token in tokens[begin:i])


def _acts(form: str) -> bool:
    """Whether a form is a verb in the present and nothing else, joined to no other."""
    found = word(form)
    return found.verb is not None and not (found.joined or found.verb.weak) and found.verb.tense == "imperfect"


def tells_state(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a contrast tells without a verb how a thing is: «زاد الثمن بينما | الأجور مجمدة منذ عام»."""
    if i + 1 >= last or is_preposition(tokens[i].form):
        return False
    if not tokens[i].form.startswith("ال"):
        return _does_to_it(tokens, i)
    form = tokens[i + 1].form
    if tokens[i + 1].kind != "word" or is_definite(form) or is_function_word(form) or is_preposition(form):
        return False
    stem = form.removesuffix("ة").removesuffix("ون").removesuffix("ين")
    return stem in words_of("state") or (form[0] == "م" and len(stem) > 3 and not form.endswith("ا"))


def _does_to_it(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb no list knows holds the pronoun of what was told: «…، في حين | تؤرخها الباحثة»; not «تأثيرها
    محدود».
    """
    form = tokens[i].form
    stem = next((form.removesuffix(end) for end in ("ها", "هم", "ه") if form.endswith(end)), "")
    acts = stem != "" and may_be_verb(stem) and not (stem in nouns() or is_event_noun(stem) or "ي" in stem[1:-1])
    return acts and tokens[i - 1].form in words_of("meanwhile") and tokens[i + 1].form.startswith("ال")


def told_of_year(tokens: Sequence[Token], i: int, last: int) -> int:
    """Where what happened in a year begins, behind «، حين»: «إلى 2023، حين | أضافت الشركة درهما»; 0 where none does."""
    if tokens[i].form not in words_of("as.soon") or i + 2 >= last or not _is_year(tokens[i - 2]):
        return 0
    found = word(tokens[i + 1].form)
    acts = found.verb is not None and found.verb.tense == "perfect" and not (found.joined or is_kana(found.base))
    return i + 1 if acts else 0  # not «في 2019، حين كان السعر مرتفعا»


def denies_further(tokens: Sequence[Token], begin: int, i: int, last: int) -> int:
    """Where what has not happened to a thing told of begins, behind a comma, in a sentence that its verb opens: «ينتظر
    الحي جسرا، | لم تبدأ أشغاله بعد»; 0 where none does. What leads up to it is no such sentence («بعد أن …، لم …»).
    """
    if tokens[i].form != _NOT or i + 2 >= last or i - begin < _ACTED or not may_be_verb(tokens[i + 1].form):
        return 0
    opening = word(tokens[begin].form)
    main = opening.verb is not None and tokens[begin].form not in words_of("leads.up")
    led = begin and ("that" in class_names(tokens[begin - 1].form) or tokens[begin - 1].form in words_of("leads.up"))
    parted = any(token.form in COMMAS for token in (*tokens[begin : i - 1], *tokens[i : last - 1]))
    return 0 if not main or led or parted else i  # not «تسلم طبيب، لم يتقاض راتبه، جائزة»


def sums_up(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «و», a measure with its pronoun and a verb tell a further figure: «ثلاثة أشهر | ومجموعها يناهز 42»."""
    if tokens[i].form[0] != "و" or i + 2 >= last or not is_measure(tokens[i].form[1:]):
        return False
    return word(tokens[i + 1].form).verb is not None and counts(tokens, i + 2, min(last, i + 6))


def _is_year(token: Token) -> bool:
    return len(token.form) == 4 and token.form[:2] in ("19", "20")


_WHOEVER = frozenset(map(fold, ("من", "لمن", "ما", "بما", "لما", "مما", "بمن", "كل من")))
_ONE = frozenset(map(fold, ("واحد", "واحدة", "واحدا")))
_BETWEEN = fold("بين")
_AGES = frozenset(f"{age}{of}" for age in map(fold, ("عمر", "أعمار", "سن")) for of in ("ه", "ها", "هم", "هما", "هن"))
_EACH = frozenset(map(fold, ("كل", "لكل", "وكل")))
_AND_NOT = fold("ولا")
_SOME = 10  # tokens of what some of those counted did
_THERE_IS = frozenset(map(fold, ("توجد", "يوجد", "هناك", "ثمة")))
_OR, _TOPIC = frozenset(map(fold, ("أو", "وإما"))), 12  # tokens from «أما» to its verb


_TIMES = frozenset(map(fold, ("مرتين", "مرة", "مرتان")))


def _tells_age(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb only tells how old those are whom it describes: «ثلاثة مرضى | تتجاوز أعمارهم السبعين»; a range of
    ages is a figure of its own.
    """
    return tokens[i + 1].form in _AGES and tokens[min(i + 2, len(tokens) - 1)].form != _BETWEEN


def counts_anew(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a verb behind an indefinite noun tells a figure of its own: «11 حريقا | أتلفت 320 هكتارا»."""
    found, noun = word(tokens[i].form), tokens[i - 1]
    act = found.verb if not found.joined and found.cue is None and tokens[i].form not in nouns() else None
    if act is None or act.weak or i + 1 >= last:
        return False
    if act.tense == "perfect" and act.lemma in words_of("becomes"):
        return False  # «المصنع الذي كان ينتج ألف طن | أصبح ينتج مئة»
    if word(tokens[i - 2].form).base in _THERE_IS and act.tense == "imperfect":
        return False  # «ثمة نسب | تقترب من 100%»
    if noun.form in _ONE or tokens[i - 2].form in _EACH or _tells_age(tokens, i):
        return False  # «لشهر واحد | صدرت ضد أربعة»
    if noun.kind != "word" and not (_is_year(noun) and is_preposition(tokens[i - 3].form)):
        return False  # «شهد المصرف عطلا في أغسطس 2023 | استمر أربع ساعات»
    if is_definite(noun.form) or is_function_word(noun.form) or word(noun.form).verb is not None:
        return False
    if act.tense == "imperfect" and noun.form[0] == "ب" and noun.form not in nouns():
        return False  # «بعقد | يمتد ثلاث سنوات»
    head = tokens[i - 2].form
    if act.tense == "imperfect" and head[0] == "ب" and head not in nouns() and not is_definite(head):
        return False  # «بنسب مختلفة | تتراوح بين 8 و12 في المئة»
    if act.tense == "imperfect" and (is_preposition(tokens[i - 2].form) or has_class(tokens, i - 2, i, "lead")):
        return False  # «بعد رحلة | تستغرق ست ساعات»
    if act.tense == "imperfect" and act.lemma in words_of("dates.back"):
        return False  # «ست قطع | تعود إلى القرن الثالث»
    if noun.form in words_of("when"):
        return False  # «وقع الحادث عندما | حاول مئات السكان العبور»
    at = i + 1 + (is_preposition(tokens[i + 1].form) and i + 2 < last)  # «عمق يقل | عن 20 مترا»
    amount = counts(tokens, at, at + 1) or tokens[at].form in words_of("quantifier")
    if amount and not words_of("amounts.to").isdisjoint((act.lemma, tokens[i].form)):
        return False  # «بأرباح تفوق مليار درهم», «بلدة تبعد 60 كيلومترا»
    near = range(i + 1, min(last, i + 4))
    return counts(
        tokens, i + 1, next((k for k in near if tokens[k].form in _TIMES), near.stop)
    )  # «اختارها غيرنا | مرتين»


def quotes_name(tokens: Sequence[Token], begin: int, i: int, last: int) -> bool:
    """Whether a word or a few in marks are a name, or all that is told of the noun right before them."""
    if _is_ours(tokens, i):
        return False
    if i > begin + 1 and "that+" in class_names(tokens[i - 2].form):
        return True  # «وهو ما قال الطبيب إنه "صار من الماضي"»
    if i > begin + 1 and (tokens[i - 2].form == "ب" or tokens[i - 2].form in _WHOEVER):
        return True  # «الذي سمته "المكسب العام"», «عقوبة لمن "يبيع تذاكر مزورة"»
    if tokens[begin].form in _WHOEVER and begin and "that" in class_names(tokens[begin - 1].form):
        return True  # «أن ما تتلقاه اللجنة "يصنف ضمن الشكاوى"»
    closing = next((j for j in range(i + 1, min(last, i + _IN_MARKS)) if tokens[j].form in QUOTES), i)
    noun = tokens[i - 2] if i - 2 >= begin else None
    told = noun is not None and noun.kind == "word" and not is_function_word(noun.form) and word(noun.form).cue is None
    return closing == i + 1 or (closing > i and told)


def opens_topic(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «أما», which folds like «إما», opens a topic with its verb: no «أو» follows, or its «ف» does."""
    either = any(token.form in _OR for token in tokens[i + 2 : last])
    near = (token.form for token in tokens[i + 2 : min(last, i + _TOPIC)])
    either = either and not any(form[0] == "ف" and word(form).joined for form in near)
    return not either and has_any_verb(tokens, i + 2, min(last, i + _TOPIC))


def denies_at_length(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «ولا» and a verb open a clause with words of its own: not «لا تقرأ | ولا تكتب ولا تحسب»."""
    opened = next((k for k in range(i - 1, max(0, i - _QUOTED), -1) if tokens[k].form in _OPENING_MARKS), i)
    if opened < i - 1 and not any(word(token.form).verb for token in tokens[opened + 1 : i]):
        return False  # «إن الشقوق «سطحية | ولا تمس الهيكل»»
    comma = next((k for k in range(i - 1, max(0, i - _SOME), -1) if tokens[k].form in COMMAS), 0)
    if comma and tokens[comma + 1].form in words_of("some.of.them"):
        return False  # «كان يحمل 30 صيادا، بعضهم قفز في الماء | ولم يعثر على طوق»
    if i + 1 >= last or tokens[i].form != _AND_NOT:
        return i + 1 < last and may_be_verb(tokens[i + 1].form)
    behind = tokens[i + 2] if i + 2 < last else None
    return behind is not None and behind.kind != "mark" and behind.form[0] != "و" and may_be_verb(tokens[i + 1].form)
