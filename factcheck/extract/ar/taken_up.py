"""What «وهو», «الأخير» or a verb behind its noun takes up in an Arabic sentence, where its gender settles it."""

from __future__ import annotations

from factcheck.extract.ar.antecedents import Range, antecedent
from factcheck.extract.ar.commas import counts, is_counted
from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.marks import COMMAS, is_final
from factcheck.extract.ar.numbers import skip_letters
from factcheck.extract.ar.predicates import does_meanwhile
from factcheck.extract.ar.relatives import GENDERS
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.subject_nouns import named_at
from factcheck.extract.ar.subjects import contester, plain_subject, subject_of, unlisted_doer
from factcheck.extract.ar.words import (
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.extract.layout import Carry
from factcheck.lang.actors import Found
from factcheck.text import Span, fold

_TALK = frozenset(map(fold, ("حديث", "كلام", "تعليق", "تصريح", "رد", "بوح", "خوض")))
_NAMED_BY = frozenset({"office", "body", "people", "international", "agency", "seat"})
_ANNOUNCED = 16  # tokens from «أما» to its «ف»
_SO = frozenset(map(fold, ("فقد", "فلم", "فلا", "فلن")))
_DATED = 6  # tokens of a date between what happened and what it led to
_NAMED_BACK = 40  # tokens from a sentence back to whom «الأخير» in it means
_AND_SHE = fold("وهي")
_PLACING = frozenset(map(fold, ("عند", "في", "لدى", "أمام", "داخل", "قرب", "وسط")))
_SHE = frozenset((_AND_SHE, fold("هي")))
AND_HE = frozenset((fold("وهو"), fold("هو"), *_SHE))


def acting_before(scene: Scene, report: Report, acting: tuple[Span, str] | None) -> Span | None:
    """Who acts before a participle: whoever does behind «حين», where the gender fits («حين عرضت | المنصة حصصا، واعدة
    بعائد»), else the subject of the clause before.
    """
    tokens, cue = scene.tokens, word(scene.tokens[report.cue].form).cue
    k = next((k for k in range(report.cue - 3, scene.first, -1) if tokens[k].form in words_of("when")), None)
    found = word(tokens[k + 1].form).verb if k is not None else None
    if k is not None and found is not None and cue is not None and found.agreement == cue.agreement:
        near = scene.span(plain_subject(scene, k + 2, report.cue))
        if near is not None:
            return near
    if acting is None:
        return None
    ahead = (token.form for token in reversed(tokens[scene.first : report.cue]) if token.end <= acting[0].start)
    did = next(ahead, "")
    verb = word(did).verb
    refused = verb is not None and verb.lemma in words_of("calls", "refuses")
    if did in words_of("done") or (refused and not _may_speak(fold(scene.text[slice(*acting[0])]))):
        return None  # «تم تحميل الشحنة، مبينا أن …»
    return acting[0]


def _may_speak(shown: str) -> bool:
    """Whether a subject may be somebody: no act («رفض | الحديث عن عقده، مكتفيا بالقول») and nothing behind «ب»."""
    head = shown.split()[0]
    act = head.removeprefix("ال")
    led = head[0] == "ب" and is_event_noun(head[1:])
    return not (led or (act != head and (act in _TALK or (is_event_noun(act) and act not in nouns()))))


def noun_described(scene: Scene, first: int, last: int) -> Range | None:
    """The noun that a verb right behind it describes: the one farther from it where a preposition only places that:
    «مشاجرة عند نقطة توزيع | أسفرت عن …», «انفجار في محطة | أدى إلى …».
    """
    tokens, found = scene.tokens, word(scene.tokens[first].form).verb
    happens = found is not None and found.lemma in words_of("leads")
    before = tokens[first - 1]
    noun = (before.kind == "word" or (before.kind == "number" and happens)) and not is_function_word(before.form)
    if found is None or not noun or before.form in words_of("when"):
        return None
    if found.tense == "perfect" and not counts(tokens, first + 1, min(last, first + 4)):
        return None
    dated = range(max(scene.first + 2, first - _DATED), first - 1) if happens else ()
    near = antecedent(scene, next((k for k in dated if scene.after_when(k) == first), first))  # «سيولا في 1997 | أودت»
    if near is None or not happens or near[0] - 2 < scene.first or tokens[near[0] - 1].form not in _PLACING:
        return near
    head = tokens[near[0] - 2].form
    plain = tokens[near[0] - 2].kind == "word" and not is_definite(head) and not is_function_word(head)
    feminine = "f" if head.endswith("ة") else "m"
    happened = is_event_noun(head) or head.endswith("ة") or singular_of(head) is not None
    agrees = plain and happened and found.agreement == feminine and word(head).verb is None
    return (near[0] - 2, near[1]) if agrees and not is_definite(tokens[near[0]].form) else near


def told_last(scene: Scene, first: int, previous: Range | None) -> Range | None:
    """What «وهو», «وهي» at a token goes on about: the noun before it, else the subject before, by its gender."""
    feminine = scene.tokens[first].form in _SHE
    if scene.tokens[first].form[0] != "و":
        return _one_of_kind(scene, first, previous, feminine)
    behind = scene.tokens[first + 1].form if first + 1 < scene.last else ""
    if behind in words_of("of.whole"):
        return None  # «استقال المدير، وهو قرار مفاجئ»
    before = antecedent(scene, first)
    if before is not None and _is_source(scene, before):
        return None  # «…، وفق المرصد، وهو رقم قياسي»
    if before is not None and any(is_counted(scene.tokens[k]) for k in range(max(0, before[0] - 1), before[1])):
        return None  # «… 8 ملايين طن، وهو أكثر من …»
    if before is not None and _is_feminine(scene, before) == feminine:
        placed = does_meanwhile(behind) and _is_place(scene, before)
        return before if _is_whole(scene, before) and not placed else None
    subject = subject_of(scene, *previous) if previous is not None else None
    agrees = subject is not None and _is_whole(scene, subject) and _is_feminine(scene, subject) == feminine
    return subject if agrees else None


def _one_of_kind(scene: Scene, first: int, previous: Range | None, feminine: bool) -> Range | None:
    """What a free «هي» counts among its kind: one thing told without an article, near it or as what acts or befell."""
    if previous is not None and scene.tokens[previous[0]].kind == "mark":
        previous = (previous[0] + 1, previous[1])
    if previous is not None and is_event_noun(scene.tokens[previous[0]].form):
        return _object_of(scene, previous, feminine)
    acting = subject_of(scene, *previous) if previous is not None else None
    found = (phrase for phrase in (antecedent(scene, first), acting) if phrase is not None)
    return next((phrase for phrase in found if _is_one(scene, phrase, feminine)), None)


def _is_one(scene: Scene, phrase: Range, feminine: bool) -> bool:
    """Whether a phrase is one thing of a gender, told without an article and by no verb."""
    forms = [token.form for token in scene.tokens[slice(*phrase)]]
    plain = not (is_definite(forms[0]) or is_definite(forms[-1])) and word(forms[0]).verb is None
    return plain and _is_whole(scene, phrase) and _is_feminine(scene, phrase) == feminine


def _object_of(scene: Scene, event: Range, feminine: bool) -> Range | None:
    """What an event befell, by its gender: «اكتشاف | بؤرة لإنفلونزا الطيور في مزرعة، هي الأولى …»."""
    at, tokens = event[0] + 1, scene.tokens
    if at >= event[1] or is_definite(tokens[at].form) or tokens[at].kind != "word":
        return None
    end = at + 1
    if end < event[1] and tokens[end].form[0] == "ل" and tokens[end].kind == "word":
        end += 1
        while end < event[1] and is_definite(tokens[end].form):
            end += 1
    return (at, end) if _is_feminine(scene, (at, end)) == feminine else None


def _is_place(scene: Scene, phrase: Range) -> bool:
    """Whether a phrase says where somebody was, so that either may do a thing: «أوقف في المطار، وهو | يهم بالسفر»."""
    return phrase[0] > scene.first and scene.tokens[phrase[0] - 1].form in _PLACING


def _is_source(scene: Scene, phrase: Range) -> bool:
    """Whether a phrase names a source, with the preposition that makes it one or without."""
    tokens, first = scene.tokens, phrase[0]
    return any(has_class(tokens, k, phrase[1], "source") for k in range(max(scene.first, first - 1), phrase[1]))


def _is_feminine(scene: Scene, phrase: Range) -> bool:
    return scene.tokens[phrase[0]].form.endswith(("ة", "اء", "ات"))


def _is_whole(scene: Scene, phrase: Range) -> bool:
    """Whether a phrase is one noun, alone or with what makes it whole; not two that only stand side by side."""
    head, *behind = [token.form.removeprefix("و") for token in scene.tokens[phrase[0] : phrase[1]]]
    ending = ("ة", "ى") if _is_feminine(scene, phrase) else ("ي", "ى")
    return len(behind) < 3 and (not is_definite(head) or all(form.endswith(ending) for form in behind))


def described_first(scene: Scene, first: int, last: int) -> tuple[Span, str] | None:
    """Whom a clause names and tells apart before its verb, with the gender; `None` where it does not."""
    known = named_first(scene, first) or taking_issue(scene, first, last) or announced(scene, first, last)
    return known or touched_last(scene, first, last) or many_bound(scene, first, last) or _doing(scene, first, last)


def _doing(scene: Scene, first: int, last: int) -> tuple[Span, str] | None:
    """Who does something to somebody by a verb that no list knows, with the gender: «وسانده | رئيس النادي أمس»."""
    whom = unlisted_doer(scene, first, last)
    span = scene.span(whom)
    return None if whom is None or span is None else (span, "f" if _is_feminine(scene, whom) else "m")


def many_bound(scene: Scene, first: int, last: int) -> tuple[Span, str] | None:
    """Several right behind a verb, told by what they are of: «وشكا | سائقو أجرة من كثرة المطبات»."""
    tokens, verb = scene.tokens, word(scene.tokens[first].form).verb
    if verb is None or verb.agreement not in ("m", "f") or first + 2 >= last:
        return None
    head, of = tokens[first + 1].form, tokens[first + 2]
    bound = head.endswith("و") and singular_of(f"{head}ن") is not None and of.kind == "word"
    end = first + 3
    while bound and is_definite(of.form) and end < last and tokens[end].form.startswith("ال"):
        end += 1
    span = scene.span((first + 1, end)) if bound and not is_function_word(of.form) else None
    return None if span is None else (span, "p")


def touched_last(scene: Scene, first: int, last: int) -> tuple[Span, str] | None:
    """Who is told of by one name behind «ل» and described then: «لم يتغير شيء | لسعاد، التي تحمل الماء»."""
    tokens, end = scene.tokens, min(last + 1, scene.last - 2)
    near = range(first + 2, end)
    comma = next((k for k in near if tokens[k].form in COMMAS and tokens[k + 1].form in GENDERS), 0)
    form, who = tokens[comma - 1].form, tokens[comma + 1].form
    if not comma or form[0] != "ل" or len(form) < 4 or word(tokens[comma + 2].form).verb is None:
        return None
    name = form[1:]
    other = is_definite(form) or name in nouns() or is_event_noun(name) or scene.actor(comma - 1) is not None
    if other or is_function_word(name) or is_function_word(form):
        return None
    return Span(tokens[comma - 1].start + 1, tokens[comma - 1].end), GENDERS[who]


def named_first(scene: Scene, first: int) -> tuple[Span, str] | None:
    """Whom a sentence names and then describes, with the gender told: «منى أبو زيدان، وهي صاحبة محل، أتلفت …»."""
    tokens, last = scene.tokens, scene.last
    if first != scene.first:
        return None
    comma = next((i for i in range(first + 1, min(first + 6, last)) if tokens[i].kind == "mark"), 0)
    if not comma or comma + 2 >= last or tokens[comma + 1].form not in AND_HE:
        return None
    verbs = (word(token.form).verb for token in tokens[first:comma])
    named = all(verb is None or verb.weak for verb in verbs)
    if not named or is_definite(tokens[comma + 2].form):
        return None
    span = scene.span((first, comma))
    return None if span is None else (span, "f" if tokens[comma + 1].form == _AND_SHE else "m")


def the_latter(scene: Scene, report: Report, carry: Carry) -> Span | None:
    """Whom «الأخير», «الأخيرة» means: the last office or body of its gender told of, in the sentence before too.

    «سعادته», «معاليها» means the last speaker called so.
    """
    tokens = scene.tokens
    beside = [k for k in (report.cue + 1, report.cue - 1) if scene.first <= k < scene.last]
    said = next((k for k in beside if tokens[k].form in words_of("latter")), None)
    if said is None:
        honoured = next((tokens[k].form for k in beside if tokens[k].form in words_of("his.honour")), None)
        return None if honoured is None else _called(scene, carry, honoured)
    for i in range(said - 1, max(-1, scene.first - _NAMED_BACK), -1):
        if tokens[i].kind == "line" or (i < scene.first - 1 and is_final(tokens, i)):
            return None
        actor = scene.actor(i)
        if actor is None or actor.entry.kind not in _NAMED_BY or (i and is_preposition(tokens[i - 1].form)):
            continue
        feminine = tokens[i].form.endswith(("ة", "اء", "ات")) or actor.entry.gender == "f"
        if feminine == tokens[said].form.endswith("ة"):
            return _name_from(scene, i, actor, said)
    return None


def _called(scene: Scene, carry: Carry, form: str) -> Span | None:
    """The last speaker called by an honour with a pronoun: «سعادة الدكتور ناصر المهندي» for «سعادته»."""
    bare = form.removesuffix("ها").removesuffix("ه")
    honour = bare[:-1] + "ة" if bare.endswith("ت") else bare
    named = sorted((*carry.speakers, *carry.topics), key=lambda item: -item[0].start)
    gender = "f" if form.endswith("ها") else "m"
    return next(
        (span for span, known in named if known in (gender, "") and fold(scene.text[slice(*span)]).startswith(honour)),
        None,
    )


def _name_from(scene: Scene, at: int, actor: Found, last: int) -> Span:
    """The name of an office or a body at a token, without «و» before it and the function words behind it."""
    end = named_at(scene, at, actor, last)[1]
    done = (k for k in range(actor.last, end) if _is_laid(scene.tokens[k].form))
    end = next(done, end)  # «الحارس | بالسرقة», «المقاول | مسؤولية الانهيار»
    while actor.entry.kind != "office" and end < last and scene.tokens[end].form.startswith("ال"):
        end += 1
    while end > at + 1 and is_function_word(scene.tokens[end - 1].form):
        end -= 1
    head = scene.tokens[at]
    return Span(skip_letters(scene.text, head.start, head.end, actor.clitic), scene.tokens[end - 1].end)


def _is_laid(form: str) -> bool:
    """Whether a word behind somebody tells what another laid to him, and is no name of his."""
    return form.startswith("بال") or form in words_of("blame.laid", "blame.whole")


def announced(scene: Scene, first: int, last: int) -> tuple[Span, str] | None:
    """Whom «أما» sets against others, with all that tells who it is: «أما | النائب عن الدائرة، سالم نور، فقد …»."""
    tokens = scene.tokens
    if first == scene.first or not has_class(tokens, first - 1, first, "topic"):
        return None
    if (actor := scene.actor(first)) is None:
        return None
    verbs = (k for k in range(first + 1, min(last - 1, first + _ANNOUNCED)) if tokens[k].form[0] == "ف")
    so = next((k for k in verbs if tokens[k].form in _SO or word(tokens[k].form).verb is not None), first)
    end = so - (tokens[so - 1].form in COMMAS)
    if (
        actor.entry.kind not in _NAMED_BY
        or so == first
        or any(has_class(tokens, k, so, "who") for k in range(first, so))
    ):
        return None
    span = scene.span((first, end))
    return None if span is None else (span, "f" if tokens[first].form.endswith("ة") else "m")


def taking_issue(scene: Scene, first: int, last: int) -> tuple[Span, str] | None:
    """Who contests what was told before, with the verb's gender: «رواية رفضها مراقب الآثار فلان»."""
    noun, found = word(scene.tokens[first].form), scene.tokens[first + 1].form if first + 1 < last else ""
    stem = found.removesuffix("ها").removesuffix("ه")
    contests = word(stem).verb or word(f"{stem[:-1]}ي").verb
    if stem == found or contests is None or noun.verb is not None or is_definite(noun.base):
        return None
    if noun.base not in words_of("contested") and not is_event_noun(noun.base):
        return None
    span = scene.span(contester(scene, first, last))
    return None if span is None or not contests.agreement else (span, contests.agreement)
