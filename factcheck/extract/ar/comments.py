"""Clauses among an Arabic report's own words that are the article's: what else the speaker, or another, did."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.commas import subject_then_verb
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.predicates import has_verb, is_kana
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.sequels import leads_on, nobody_did, tells_what_is
from factcheck.extract.ar.words import has_class, is_definite, is_event_noun, is_function_word, word, words_of
from factcheck.text import Token, fold

DENYING = frozenset({"deny", "deny.refute", "doubt"})
_KNOWING, _PRECEDED = fold("علما"), fold("سبق")
_SEEN = 16  # tokens of what the paper saw itself
_FEW = 6  # tokens at the head of a stretch that tells more than it points
_HAD = 12  # tokens from «كان» to the verb of saying
_TURNS = ("after", "before")
_AND_THAT = frozenset({fold("وذلك"), fold("ذلك")})
_CLAUSAL = frozenset({"ar.report.that", "ar.report.colon"})
_WHAT, _AND_WHOEVER, _ANY = map(fold, ("ما", "ومن", "أي"))
_AND_NOT = frozenset(map(fold, ("ولم", "فلم")))
_EXCEPT = frozenset(map(fold, ("إلا", "غير", "بيد")))
_OF_IT = frozenset(map(fold, ("فيه", "فيها", "منه", "منها", "به", "بها", "عليه", "عليها")))
_FELT = frozenset({"fear", "hope"})


def only_points(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch only points back: «نفى الوزير | ذلك» says no to what was told before, and tells nothing new."""
    said = [token.form for token in tokens[first : min(last, first + _FEW)] if token.kind != "mark"]
    if len(said) >= 3:
        return False
    said = [token.form for token in tokens[first:last] if token.kind != "mark"]
    if len(said) < 3 and said[0] in words_of("and.he") and last < len(tokens) and word(tokens[last].form).cue:
        return True  # «…، وهو يوم | يقول فلان إنه …»
    told = any(form.startswith("بال") or not is_definite(form) for form in said[1:])  # «وبرر ذلك | بالجفاف»
    return len(said) < 3 and said[0] in words_of("pointing") and not told


def turns_aside(tokens: Sequence[Token], first: int, last: int, begin: int, report: Report) -> bool:
    """Whether a report turns from its words to what the article tells, and all behind is the article's."""
    own = tells_of_speaker(tokens, first, last, begin, report) or overtakes(tokens, first, report)
    own = own or foresees(tokens, first) or led_to_denial(tokens, first, report)
    own = own or (_is_described(tokens, first, report) and not any(t.form in COMMAS for t in tokens[first:last]))
    return own or put_beside(tokens, first, report)


def remarks(tokens: Sequence[Token], first: int, last: int, begin: int, report: Report) -> bool:
    """Whether a clause among a report's words is the article's remark, by the way."""
    told = meanwhile(tokens, first, report) or left_unsaid(tokens, first, last)
    told = told or against_others(tokens, first, report) or recalls(tokens, first, report)
    told = told or (report.force == "promise" and _has_happened(tokens, first))
    told = told or _is_described(tokens, first, report) or (report.force == "complain" and nobody_did(tokens, first))
    return told or beside_fear(tokens, first, begin, report)


def _has_happened(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause tells of what is named in a promise, which only the article can: «تعهد بترميم الجسر، الذي | بني
    عام 1960», «… الذي انهار | وقتل فيه 12».
    """
    found = word(tokens[first].form)
    past = found.joined and found.verb is not None and found.verb.tense == "perfect"
    of_it = past and any(token.form in _OF_IT for token in tokens[first + 1 : first + 3])
    return bool(has_class(tokens, first - 1, first, "who")) or of_it


def _is_described(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause tells what a thing is that a bare noun names: «نفت الشركة بيع المنجم، | وهو حقل مساحته …»."""
    return report.rule == "ar.report.noun" and tells_what_is(tokens, first)


def led_by_denied(tokens: Sequence[Token], first: int, last: int, report: Report) -> bool:
    """Whether a clause tells what came of a thing that is named in a denial: «نفى أن يكون …، ما أدى إلى وفاة اثنين»."""
    return report.force in DENYING and leads_on(tokens, first, last)


def overtakes(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause tells what overtook the words: «قال إن …، قبل أن | يصحح …», «…، غير أن | مراسلنا …»."""
    if report.rule != "ar.report.that" or first < 3:
        return False
    found = word(tokens[first].form)
    spoke = found.cue is not None or (found.verb is not None and found.verb.lemma in words_of("takes.back"))
    if tokens[first - 3].form in COMMAS and has_class(tokens, first - 2, first, "before") == first and spoke:
        return found.verb is None or report.agreement in ("", found.verb.agreement)
    against = any(has_class(tokens, first - n, first, "but") == first for n in (1, 2))
    if tokens[first].form in words_of("our.own"):
        return against
    return against and any(_of_our_own(tokens, k) for k in range(first + 2, min(len(tokens), first + _SEEN)))


def _of_our_own(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token tells that the paper saw a thing itself: «أمام مراسلنا», «حين زارتها الصحيفة», «ساعة إعداد هذا
    التقرير».
    """
    form, before = tokens[i].form, tokens[i - 1].form
    if form in words_of("our.own"):
        return True
    if form.removeprefix("ال") not in words_of("outlet", "this.text") or not is_definite(form):
        return False
    found, stem = word(before).verb, next((before[: -len(s)] for s in ("ها", "هم", "ه") if before.endswith(s)), "")
    went = found is not None and stem != "" and found.tense == "perfect" and word(stem).cue is None
    made = before in words_of("this.one") and tokens[i - 2].form in words_of("making")
    return went or (made and tokens[i - 3].form in words_of("time.of"))  # not «نشر هذا التقرير تأجل»


def against_others(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause sets others against who spoke by the way: «طالبوا بـ…، مؤكدين أن …، فيما | تمسكت الجهة بـ…»."""
    led = first > 1 and tokens[first - 1].form in words_of("meanwhile") and tokens[first - 2].form in COMMAS
    if not led:
        return False
    found = word(tokens[first].form).verb
    acts = found is not None and found.tense == "perfect" and not found.weak
    told = report.carried or tokens[first].form in words_of("differ")
    return told and acts and first + 1 < len(tokens) and is_definite(tokens[first + 1].form)


def foresees(tokens: Sequence[Token], first: int) -> bool:
    """Whether a relative clause is nobody's forecast: «أعلنت البلدية …، | التي يُتوقع أن تنتهي الجمعة»."""
    return tokens[first].form in words_of("foreseen") and bool(has_class(tokens, first - 1, first, "who"))


def accuses(tokens: Sequence[Token], report: Report) -> bool:
    """Whether a report is of an accusation, whose words say nothing without its verb: «اتهمت النقابة | الشركة بـ…»."""
    cue = word(tokens[report.cue].form).cue if report.rule == "ar.report.noun" else None
    return cue is not None and bool(cue.frames & {"target", "blame"})


def gainsays(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause says that another does not bear out what is reported: «زعم فلان أن …، | وهو ما لم يره الحكم»,
    «…، | وهو ما نفته الشركة»; not «…، وهو ما أكدته الشركة».
    """
    head = tokens[first].form
    if head[0] == "و" and head[1:] in words_of("negates") and first + 2 < len(tokens):
        return tokens[first + 2].kind == "mark"  # «أعلنت الوزارة إغلاق المعبر، | ولم توضح»
    if first + 2 >= len(tokens) or head not in words_of("and.he") or tokens[first + 1].form != _WHAT:
        return False
    form = tokens[first + 2].form
    stem = next((form.removesuffix(end) for end in ("ها", "ه") if form.endswith(end)), form)
    stem = f"{stem[:-1]}ي" if stem.endswith("ا") else stem  # «نفاه» is of «نفى»
    cue = word(stem).cue or word(form).cue
    return form in words_of("negates") or (cue is not None and cue.force in DENYING)


def bids(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a clause only bids whom it may concern: «ومن يشك | فليسأل جيل 1948», «فليراجعوا السجلات»."""
    head = tokens[first].form
    reach = min(last, first + _FEW) if head == _AND_WHOEVER else first + 1
    bidding = next((token.form for token in tokens[first:reach] if token.form.startswith("فلي")), "")
    found = word(bidding[2:]).verb if bidding else None
    told = any(has_class(tokens, k, last, "that") for k in range(first, last)) if found is not None else False
    return found is not None and found.tense == "imperfect" and not told  # «فليعلم الجميع أن الكأس لنا»


def recalls(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause behind «بعدما» is the article's memory of what went before: «أعلنت الوزارة أن الكمية 870 طنا،
    بعدما | كانت المديرية قد تحدثت عن 520», «تأمل مصر في جذب …، بعدما | استقبلت …».
    """
    if first < 2 or tokens[first - 1].form not in words_of("after.which") or tokens[first - 2].form not in COMMAS:
        return False
    had = any(token.form in words_of("already") for token in tokens[first + 1 : first + _HAD])
    found = word(tokens[first].form).verb
    past = found is not None and found.tense == "perfect" and report.rule == "ar.report.noun"
    return past or (is_kana(tokens[first].form) and had)


def put_beside(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause behind a bare noun is the article's figure beside it: «…، وتقدر الحاجة بـ…», «علما أن …»."""
    if report.rule != "ar.report.noun" or first < 2:
        return False
    if tokens[first - 2].form == _KNOWING and has_class(tokens, first - 1, first, "that"):
        return True
    cue, following = word(tokens[first].form).cue, tokens[first + 1].form if first + 1 < len(tokens) else ""
    put = cue is not None and cue.force == "estimate" and cue.tense == "imperfect" and word(tokens[first].form).joined
    return put and following in words_of("measured", "valued")


def had_said(tokens: Sequence[Token], report: Report) -> bool:
    """Whether something was said before what the article tells: «وكانت الوزارة قد أعلنت …», «سبق لها أن أعلنت …»."""
    since = report.content[1] if report.rule == "ar.report.quotation-first" else report.start
    had = any(
        is_kana(tokens[k].form) and not has_class(tokens, k - 1, k, "who")  # «آدم، التي | كانت تبيع الشاي، روت …»
        for k in range(max(since, report.cue - _HAD), report.cue)
    )
    near = tokens[max(0, report.cue - 3) : report.cue - 1]
    before = [token.form.removeprefix("و").removeprefix("ف") for token in near]
    return had or (_PRECEDED in before and bool(has_class(tokens, report.cue - 1, report.cue, "that")))


def led_to_denial(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause behind «وذلك بعد أن» tells what came before a denial, and is not denied itself."""
    if report.force not in DENYING or first < report.content[0] + 4:
        return False
    leads = [first - n for n in (1, 2) if any(has_class(tokens, first - n, first, name) == first for name in _TURNS)]
    return any(tokens[k - 1].form in COMMAS or tokens[k - 1].form in _AND_THAT for k in leads)


def meanwhile(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause after a bare noun tells of somebody else: «أعلن الجيش نشر جنود، بينما | ناشدت المنظمة …»."""
    contrast = report.rule == "ar.report.noun" and any(
        has_class(tokens, first - n, first, "but") == first for n in range(1, min(4, first))
    )
    if contrast and has_verb(tokens, first, min(len(tokens), first + 8)):
        return True  # «حذرت السلطات من الحمولة، إلا أن | الشركات تجاهلت التحذير»
    found = word(tokens[first].form).verb
    if tokens[first - 1].form not in words_of("meanwhile") or found is None:
        return False
    following = tokens[first + 1].form if first + 1 < len(tokens) else ""
    of_another = is_definite(following) or following.endswith(("ون", "ات"))
    if found.weak and not of_another:
        return False
    own = bool(has_class(tokens, report.content[0], report.content[1], "that+"))
    return report.rule == "ar.report.noun" or (report.rule == "ar.report.that" and own and of_another)


def calls_for(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause tells whom or what the speaker called for: «قالت النقابة إن …، | ودعت إلى الإضراب»."""
    found = word(tokens[first].form)
    if report.rule not in _CLAUSAL or not found.joined or found.verb is None:
        return False
    same = report.agreement in ("m", "f") and found.verb.agreement == report.agreement
    return same and found.verb.tense == "perfect" and found.verb.lemma in words_of("calls")


def beside_fear(tokens: Sequence[Token], first: int, begin: int, report: Report) -> bool:
    """Whether «الذي» tells of a thing somebody fears or hopes for: «يخشى الجمهور على الفريق، الذي | يلعب غدا»."""
    if report.force not in _FELT or first <= begin + 2 or tokens[first - 2].form not in COMMAS:
        return False
    return bool(has_class(tokens, first - 1, first, "who"))


def acts(tokens: Sequence[Token], first: int, last: int, begin: int, report: Report) -> bool:
    """Whether a clause tells what the speaker did beside saying a bare noun: «نفى … التهمة، وطالب بـ…»."""
    if first <= begin:
        return False
    if calls_for(tokens, first, report):
        return True
    found = word(tokens[first].form)
    opening = word(tokens[report.content[0]].form).verb
    subjunctive = report.force in DENYING and opening is not None and opening.tense == "imperfect"
    if (report.rule != "ar.report.noun" and not subjunctive) or first + 1 >= last:
        return False  # «نفى أن تكون …، وتعهد بـ…»: no perfect stands under that «أن»
    if first > begin + 2 and has_class(tokens, first - 2, first, "before") == first:
        return True  # «أعلنت البلدية إغلاق …، قبل أن | تتراجع …»
    after_comma = tokens[first - 1].form in COMMAS
    other = found.verb is not None and report.agreement not in ("", found.verb.agreement)
    announced = tokens[report.content[0]].form
    if other and found.event and (is_event_noun(announced) or looks_like_masdar(announced)):
        return False  # «أعلنت الشرطة توقيف خمسة، بينهم حارسان، وضبط تسع قطع»: one more thing announced
    if after_comma and tokens[first].form in ("ولم", "فلم") and report.rule == "ar.report.noun":
        return True  # «وعد بفتح تحقيق، ولم يأت بيان الشركة على ذكر التعويض»
    beside = after_comma or tokens[first].form.startswith("وال")  # «يؤكد تأجيل البطولة | والأندية تنتقد القرار»
    if beside and tokens[first].form[0] == "و" and found.verb is None and report.rule == "ar.report.noun":
        return subject_then_verb(tokens, first, last)  # «تحدثت النقابة عن 12 مصابا، والمستشفى استقبل تسعة»
    return after_comma and found.joined and found.verb is not None and found.verb.tense == "perfect"


def tells_of_speaker(tokens: Sequence[Token], first: int, last: int, begin: int, report: Report) -> bool:
    """Whether a clause is the article's own about the one it quotes: «قال فلان إن …، وكان فلان يتحدث من …»."""
    speaker = report.speaker
    if speaker is None or first <= begin or first + 2 >= last or not is_kana(tokens[first].form):
        return False
    named = tokens[first + 1].form in {token.form for token in tokens[speaker[0] : speaker[1]]}
    found = word(tokens[first + 2].form)
    return named and found.verb is not None and found.verb.tense == "imperfect"


def left_unsaid(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a clause tells what others would not comment on, or nobody believes: «…، وهو رقم امتنعت الإدارة عن
    التعليق عليه», «…، وهو رقم لا يصدقه أحد».
    """
    if _is_untold(tokens, first, last):
        return True
    if tokens[first].form not in words_of("and.he"):
        return False
    noun, negated, takes_it = (tokens[k].form if k < last else "" for k in range(first + 1, first + 4))
    bare = noun != "" and not (is_definite(noun) or is_function_word(noun))
    if bare and negated in words_of("negates") and takes_it.endswith(("ه", "ها")):
        return (taken := word(takes_it).verb) is not None and not taken.first_person
    verb = next((v for t in tokens[first + 1 : first + 4] if (v := word(t.form).verb) is not None), None)
    remark = any(token.form.removeprefix("ال") in words_of("remark") for token in tokens[first:last])
    return remark and verb is not None and verb.lemma in words_of("declines")


def leaves_subject_out(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether the verb that goes on can have the speaker for its subject: no «كان», and of the same gender."""
    found = word(tokens[first].form).verb
    free = found is not None and not is_kana(tokens[first].form)
    grows = found is not None and found.lemma in words_of("grows") and is_definite(tokens[first + 1].form)
    if grows or tokens[first].form in words_of("done"):
        return False  # «أعلنت الشركة نتائجها، | وبلغت الأرباح 9 ملايين», «…، | وجرى توقيفه»
    return free and found is not None and report.agreement in ("", found.agreement)


def _is_untold(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a clause tells that another did not say or give out a thing: «…، بينما | لم تذكر الوزارة أي رقم», «…، |
    ولم يصدر تعليق عن السفارة».
    """
    if tokens[first].form.removeprefix("و") not in words_of("negates") or first + 2 >= last:
        return False
    verb, behind = word(tokens[first + 1].form).verb, tokens[first + 2].form
    if verb is None:
        return False
    noun = tokens[first + 3].form if behind == _ANY and first + 3 < last else behind
    remark = noun.removesuffix("ا") in words_of("remark")
    led = tokens[first - 1].form in words_of("meanwhile") and behind.startswith("ال")
    return (remark and verb.lemma in words_of("comes.out")) or (led and verb.lemma in words_of("untold"))


def said_nothing(tokens: Sequence[Token], first: int, report: Report) -> bool:
    """Whether a clause tells what the speaker did not say, by his gender: «…، لكنها | لم تذكر أي أسباب»."""
    if tokens[first].form in _AND_NOT and first + 1 < len(tokens):
        verb = word(tokens[first + 1].form).verb
        untold = verb is not None and verb.lemma in words_of("untold") and report.rule == "ar.report.that"
        return untold and verb is not None and report.agreement in ("", verb.agreement)  # «…، ولم يتطرق إلى …»
    first += tokens[first].form in _EXCEPT and has_class(tokens, first, first + 2, "but+") == first + 2  # «إلا أنه»
    gender = "f" if tokens[first].form.endswith("ها") else "m" if tokens[first].form.endswith("ه") else ""
    if report.agreement and gender and report.agreement != gender:
        return False
    led = has_class(tokens, first, first + 1, "but+") or tokens[first - 1].form in _EXCEPT
    if not led or first + 2 >= len(tokens):
        return False
    verb = word(tokens[first + 1].form).verb
    if verb is not None and verb.tense == "perfect" and verb.lemma in words_of("speaks", "declines"):
        return report.agreement in ("", verb.agreement)  # «…، إلا أنه | رحب بالمشروع»
    return tokens[first + 1].form in words_of("negates") and word(tokens[first + 2].form).cue is not None
