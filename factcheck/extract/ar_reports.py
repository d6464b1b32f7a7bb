"""Where an Arabic sentence reports words: the cue, who says it, and which tokens are the content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.extract.ar_duals import singular_of
from factcheck.extract.ar_scene import Scene
from factcheck.extract.ar_speakers import STATES, Range, antecedent, object_start, speaker_after, subject_before
from factcheck.extract.ar_words import Cue, has_class, is_definite, is_event_noun, is_function_word, word
from factcheck.extract.layout import Quotation
from factcheck.text import Token, fold

_COMMAS = frozenset("،,؛;")
_FINAL = frozenset(".!?؟…")
_QUOTES = frozenset('"»”')
_IN = fold("في")
_NEGATIONS = frozenset(fold(w) for w in ("لم", "لا", "لن", "ولم", "ولا", "ولن", "دون", "عدم"))
_SAYING = frozenset(
    fold(w)
    for w in ["قائلا", "قائلة", "قائلين", "بالقول", "بقوله", "بقولها", "بقولهم", "قوله", "قولها", "قولهم", "قولهما"]
)
_IMPERSONAL = frozenset(fold(w) for w in ("توقع", "اعتقد", "رجح", "ذكر", "قدر", "ظن", "زعم", "قال", "خشي", "عد"))
_ABOUT = fold("عن")
_ABOUT_HIM = frozenset(fold(w) for w in ("عنه", "عنها", "عنهم", "عنهما"))
_NO_REPORT = frozenset(
    fold(w)
    for w in [
        "بعد",
        "قبل",
        "يمكن",
        "المتوقع",
        "المنتظر",
        "المقرر",
        "حتى",
        "منذ",
        "يجب",
        "ينبغي",
        "خاصة",
        "خصوصا",
        "سيما",
        "رغم",
        "مع",
        "غير",
        "إلا",
        "بيد",
        "بما",
        "كون",
        "منذ",
        "دون",
    ]
)
PREPOSITIONS = ("على", "إلى", "من", "عن", "في")
_PREPOSITION_FRAMES = tuple((fold(p), p) for p in PREPOSITIONS)
_PRONOUNS = frozenset(fold(w) for w in ("به", "بها", "له", "لها", "عنه", "عنها", "إليه", "إليها"))
_REACH, _SHORT_REACH = 34, 9


@dataclass(frozen=True, slots=True)
class Report:
    """One report in a sentence, in half-open token ranges. `start` is where its own words begin.

    `content` begins at the content and ends with the quotation, or is to run on to the next report (`open_end`).
    `speaker` is `None` when it is dropped; `relay` passes on another's words. `scope` is content, sentence (a source
    after or before a whole sentence) or none (a question, which asserts nothing).
    """

    start: int
    cue: int
    content: Range
    force: str
    rule: str
    open_end: bool = True
    speaker: Range | None = None
    relay: Range | None = None
    agreement: str = ""
    scope: str = "content"
    carried: bool = False  # a participle or a pronoun: whoever spoke last in this sentence


def find_reports(scene: Scene) -> list[Report]:
    """The reports of a sentence in order; words inside quotation marks report nothing of their own."""
    found: list[Report] = []
    i = scene.first
    while i < scene.last:
        if scene.quotation_opening(i) is not None:
            quotation = scene.quotation_opening(i)
            i = max(i + 1, quotation.last if quotation else 0)
            continue
        report = _report_at(scene, i, found)
        if report is not None:
            found.append(report)
            i = max(i + 1, report.content[0] if report.scope == "content" and report.content[0] > i else report.cue + 1)
        else:
            i += 1
    return found


def _report_at(scene: Scene, i: int, before: Sequence[Report]) -> Report | None:
    form = scene.tokens[i].form
    cue, function = word(form).cue, is_function_word(form)
    noun = _of_noun(scene, i, before) if function else None
    if noun is not None:
        return noun
    if cue is not None and not (function and has_class(scene.tokens, i, scene.last, "lead")):
        if scene.tokens[i - 1].form in _NEGATIONS and i > scene.first:
            return None
        report = _of_cue(scene, i, cue, before)
        if report is None and form[0] in "وف" and (behind := word(form[1:]).cue) is not None:
            report = _of_cue(scene, i, behind, before)  # «ورد»: it came, or and he replied
        if report is not None:
            return report
    return _of_source(scene, i) if function else None


def _of_cue(scene: Scene, i: int, cue: Cue, before: Sequence[Report]) -> Report | None:
    """The report that a reporting verb or participle makes at token `i`, by the frames its verb takes."""
    if before and before[-1].open_end and before[-1].scope == "content" and not _starts_anew(scene, i, cue, before[-1]):
        return None
    if "relay" in cue.frames:
        return _relayed(scene, i, cue)
    if "document" in cue.frames:
        return _in_document(scene, i, cue)
    if cue.sort == "participle" and not _opens_participle(scene, i, cue):
        return None
    if "ask" in cue.frames:
        return Report(i, i, (i + 1, scene.last), cue.force, "ar.ask", scope="none")
    clause = _clause_start(scene, i, before)
    found = _quoted_before(scene, i, cue, before) or _content(scene, i, cue, clause)
    if found is None:
        return None
    report = _with_speaker(scene, found, cue, clause)
    if report is None:
        return None
    tokens, start = scene.tokens, report.start
    if has_class(tokens, clause, i, "but") and clause > scene.first:
        start = min(start, clause)
    while start > scene.first and any(has_class(tokens, start - 1, start, name) for name in ("also", "where", "turn")):
        start -= 1
    return replace(report, start=start)


def _opens_participle(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether a participle reports here: after a comma or a quotation, or with its conjunction close behind."""
    tokens = scene.tokens
    if i == scene.first or tokens[i - 1].form in _COMMAS or tokens[i - 1].form in _QUOTES:
        return True
    reach = min(scene.last, i + 4)
    return bool(cue.frames & {"that"} or cue.frames & {"إلى+that", "على+that", "من+that"}) and any(
        has_class(tokens, j, reach, "that") or has_class(tokens, j, reach, "that+") or tokens[j].form == ":"
        for j in range(i + 1, reach)
    )


def _in_document(scene: Scene, i: int, cue: Cue) -> Report | None:
    """«جاء في بيان صادر عن X أن …», «ورد في تقرير X: …»."""
    tokens, reach = scene.tokens, min(scene.last, i + 16)
    if i + 2 >= scene.last or tokens[i + 1].form != _IN or not has_class(tokens, i + 2, reach, "venue"):
        return None
    begin = None
    for j in range(i + 3, reach):
        if has_class(tokens, j, reach, "that") or tokens[j].form == ":":
            begin = j + 1
        elif has_class(tokens, j, reach, "that+"):
            begin = j
        if begin is not None:
            break
    if begin is None or begin >= scene.last:
        return None
    about = next((j for j in range(i + 3, begin) if tokens[j].form == _ABOUT), None)
    speaker = speaker_after(scene, about + 1 if about else i + 3, begin - 1) or (i + 2, i + 3)
    quotation = scene.quotation_opening(begin)
    content = (begin, scene.last) if quotation is None else (quotation.first, min(quotation.last, scene.last))
    return Report(i, i + 2, content, cue.force, "ar.report.document", quotation is None, speaker)


def _starts_anew(scene: Scene, i: int, cue: Cue, previous: Report) -> bool:
    """Whether a cue inside the content of a report stands on the sentence's own level again."""
    tokens = scene.tokens
    if i <= previous.content[0]:
        return False
    if cue.sort == "participle" or word(tokens[i].form).joined:
        return tokens[i - 1].form != fold("الذي")
    if tokens[i - 1].form in _COMMAS or tokens[i - 1].form in '»"”' or has_class(tokens, i - 1, i, "also"):
        return True
    if has_class(tokens, i - 1, i, "where"):
        return True
    floor = max(previous.content[0], i - 12)
    for j in range(i - 1, floor, -1):
        if has_class(tokens, j, i, "but"):
            return True
        if tokens[j - 1].form in _COMMAS and tokens[j].form[0] == "و":
            return bool(has_class(tokens, j, i, "he")) or subject_before(scene, j, i) is not None
    return False


def _clause_start(scene: Scene, i: int, before: Sequence[Report]) -> int:
    """The token that begins the clause of a cue: after the last «، و…», «لكن …» or report before it."""
    tokens = scene.tokens
    floor = max([scene.first, *(r.content[0] for r in before if r.content[0] <= i)])
    for j in range(i - 1, floor, -1):
        form = tokens[j].form
        joined = word(form).joined or form[0] in "وف"
        if tokens[j - 1].form in _COMMAS and joined and not has_class(tokens, j, i, "he"):
            return j
        if has_class(tokens, j, i, "but") or tokens[j - 1].form in "»”؛":
            return j
    return floor


def _content(scene: Scene, i: int, cue: Cue, clause: int) -> Report | None:
    """The content after a cue: a clause with أن, words after a colon or in quotation marks, or a bare noun."""
    clausal = _clausal(scene, i, cue)
    nominal = _nominal(scene, i, cue, clause) if cue.frames & _NOMINAL else None
    if clausal is not None and nominal is not None and clausal.scope == "content":
        sooner = nominal.content[0] < clausal.content[0] - 1
        return nominal if sooner and _is_sure_object(scene, i, nominal.content[0]) else clausal
    return clausal or nominal


def _ends_state(scene: Scene, first: int, last: int) -> bool:
    """Whether the tokens are the whole name of a state or of its seat: nothing more can belong to it."""
    found = scene.actor(first)
    return found is not None and found.entry.kind in STATES and found.last == last


def _is_sure_object(scene: Scene, i: int, begin: int) -> bool:
    """Whether bare content begins where nothing else can: right after the cue, a preposition or a finished name."""
    before = scene.tokens[begin - 1]
    if begin == i + 1 or is_definite(before.form) or before.form in {folded for folded, _ in _PREPOSITION_FRAMES}:
        return True
    return scene.tokens[begin].form[0] == "ب" or _ends_state(scene, i + 1, begin)


_NOMINAL = frozenset({"np", "cause", "target", "blame", "ب+np", "على+np", "إلى+np", "من+np", "عن+np", "في+np"})


def _clausal(scene: Scene, i: int, cue: Cue) -> Report | None:
    tokens = scene.tokens
    weak = cue.weak and not word(tokens[i].form).joined and i > scene.first
    reach = min(scene.last, i + 1 + (_SHORT_REACH if weak else _REACH))
    j = i + 1
    while j < reach:
        token = tokens[j]
        quotation = scene.quotation_opening(j)
        if quotation is not None:
            if not _is_name_quotation(scene, i, j, quotation, reach):
                return _quoted(scene, i, cue, quotation)
            j = quotation.last + 1
            continue
        if token.form == ":" and not (
            tokens[j - 1].kind == "number" and tokens[min(j + 1, reach - 1)].kind == "number"
        ):
            return _after_mark(scene, i, cue, j + 1)
        if token.form in _SAYING and j > i:
            return _after_saying(scene, i, cue, j)
        if has_class(tokens, j, reach, "whether"):
            return Report(i, i, (j, scene.last), "ask", "ar.ask", scope="none")
        if _takes_that(tokens, i, j, cue):
            begin = j if has_class(tokens, j, reach, "that+") else j + 1
            return _after_that(scene, i, cue, begin)
        other = word(token.form).cue
        if other is not None and j > i + 1 and j + 1 < reach and has_class(tokens, j + 1, reach, "that"):
            j += 2  # «عامل ذكر أن اسمه …»: an aside inside the speaker's phrase
            continue
        if token.form in _FINAL or (other is not None and not other.weak and other.sort == "verb" and j > i + 1):
            return None
        j += 1
    return None


def _takes_that(tokens: Sequence[Token], i: int, j: int, cue: Cue) -> bool:
    """Whether token `j` is a complementiser that the cue's frames allow after the token before it."""
    form = tokens[j].form
    if not (has_class(tokens, j, j + 1, "that") or has_class(tokens, j, j + 1, "that+")):
        return False
    if word(form).joined and form[0] in "وف" and form != fold("فإن"):
        return False
    before = tokens[j - 1].form
    for folded, preposition in _PREPOSITION_FRAMES:
        if before == folded:
            return f"{preposition}+that" in cue.frames or "that" in cue.frames
    if before in _NO_REPORT:
        return False
    return "that" in cue.frames or bool(cue.frames & {"على+that", "إلى+that"} and form.startswith("ب"))


def _after_that(scene: Scene, i: int, cue: Cue, begin: int) -> Report:
    return Report(i, i, (begin, scene.last), cue.force, "ar.report.that", agreement=cue.agreement)


def _after_mark(scene: Scene, i: int, cue: Cue, begin: int) -> Report | None:
    """The content after a colon: the quotation that opens there, or the rest of the sentence."""
    tokens = scene.tokens
    if begin >= scene.last:
        return None
    quotation = scene.quotation_opening(begin)
    if quotation is not None:
        return _quoted(scene, i, cue, quotation)
    if has_class(tokens, begin, scene.last, "that"):
        begin += 1
    return Report(i, i, (begin, scene.last), cue.force, "ar.report.colon", agreement=cue.agreement)


def _after_saying(scene: Scene, i: int, cue: Cue, j: int) -> Report | None:
    """The content after «قائلا» or «قوله», whatever stands between it and the words."""
    k = j + 1
    while k < scene.last and (scene.tokens[k].form == ":" or has_class(scene.tokens, k, scene.last, "that")):
        k += 1
    if k >= scene.last:
        return None
    quotation = scene.quotation_opening(k)
    if quotation is not None:
        return _quoted(scene, i, cue, quotation)
    return Report(i, i, (k, scene.last), cue.force, "ar.report.saying", agreement=cue.agreement)


def _quoted(scene: Scene, i: int, cue: Cue, quotation: Quotation) -> Report:
    content = (quotation.first, min(quotation.last, scene.last))
    return Report(i, i, content, cue.force, "ar.report.quotation", open_end=False, agreement=cue.agreement)


def _is_name_quotation(scene: Scene, i: int, j: int, quotation: Quotation, reach: int) -> bool:
    """Whether quoted words belong to the speaker's name: short, no colon before, and the report is still to come."""
    if scene.tokens[j - 1].form == ":" or quotation.last - quotation.first > 5:
        return False
    if quotation.last + 1 < reach and is_event_noun(scene.tokens[quotation.last + 1].form):
        return True
    return any(
        has_class(scene.tokens, k, reach, "that") or has_class(scene.tokens, k, reach, "that+")
        or scene.tokens[k].form == ":"
        for k in range(quotation.last, min(reach, quotation.last + 14))
    )  # fmt: skip


def _quoted_before(scene: Scene, i: int, cue: Cue, before: Sequence[Report]) -> Report | None:
    """The quotation that stands before «، تقول راضية», unless another report has it already."""
    if cue.sort == "participle" or cue.tense == "future" or "that" not in cue.frames:
        return None
    j = i - 1
    while j > scene.first and scene.tokens[j].kind == "mark" and scene.tokens[j].form in _COMMAS | _FINAL | set('»"”'):
        j -= 1
    quotation = scene.quotation_around(j)
    if quotation is None or j == i - 1 or quotation.first > scene.first + 2:
        return None
    if any(report.content[0] <= quotation.first < report.content[1] for report in before):
        return None
    content = (quotation.first, quotation.last)
    rule = "ar.report.quotation-first"
    return Report(scene.first, i, content, cue.force, rule, open_end=False, agreement=cue.agreement)


def _nominal(scene: Scene, i: int, cue: Cue, clause: int) -> Report | None:
    """The bare content of a report: «أعلنت … صرف …», «حذّر … من …», «تعهد … بتفتيش …», «اتهم … الوزارة بـ…»."""
    tokens, reach = scene.tokens, min(scene.last, i + 22)
    rule = "ar.report.noun"
    if "cause" in cue.frames:
        begin = _cause(scene, i, clause)
        return None if begin is None else Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
    if cue.frames & {"target", "blame"}:
        begin = _target(scene, i, cue, clause)
        return None if begin is None else Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)
    for j in range(i + 1, reach):
        form = tokens[j].form
        if form in _FINAL or form == ":" or has_class(tokens, j, reach, "who"):
            break
        if scene.quotation_opening(j) is not None and "ب+np" not in cue.frames:
            break
        for folded, preposition in _PREPOSITION_FRAMES:
            if form == folded and f"{preposition}+np" in cue.frames and j + 1 < scene.last:
                return Report(i, i, (j + 1, scene.last), cue.force, rule, agreement=cue.agreement)
        if (
            "ب+np" in cue.frames
            and form[0] == "ب"
            and (form == "ب" or is_event_noun(form[1:]) or form.startswith("بال"))
        ):
            return Report(i, i, (j, scene.last), cue.force, rule, agreement=cue.agreement)
    if "np" not in cue.frames:
        return None
    if subject_before(scene, clause, i) is not None or cue.sort == "participle":
        begin = i + 1 if i + 1 < scene.last else None
        if begin is not None and tokens[begin].kind == "mark":
            begin = _after_aside(tokens, begin, scene.last) if tokens[begin].form in _COMMAS else None
    else:
        if cue.tense == "imperfect" and cue.lemma in _IMPERSONAL:
            return None
        by_name = cue.force in ("assert.strong", "announce", "deny")
        begin = object_start(scene, i + 1, scene.last, by_name)
    if begin is None or has_class(tokens, begin, scene.last, "that"):
        return None
    return Report(i, i, (begin, scene.last), cue.force, rule, agreement=cue.agreement)


def _cause(scene: Scene, i: int, clause: int) -> int | None:
    """Where the thing explained begins in «عزت الدائرة | التباطؤ إلى …»: after the subject, before «إلى»."""
    tokens, reach = scene.tokens, min(scene.last, i + 16)
    to = next((j for j in range(i + 1, reach) if tokens[j].form == fold("إلى")), None)
    if to is None:
        return None
    if subject_before(scene, clause, i) is not None or to == i + 2:
        return i + 1
    begin = object_start(scene, i + 1, to)
    return begin if begin is not None and begin < to else to - 1


def _target(scene: Scene, i: int, cue: Cue, clause: int) -> int | None:
    """Where the one accused or described begins: after the subject, which may stand before the verb or be dropped."""
    tokens, reach = scene.tokens, min(scene.last, i + 24)
    if "blame" in cue.frames and not any(fold("مسؤولية") in tokens[j].form for j in range(i + 1, reach)):
        return None
    link = next((j for j in range(i + 2, reach) if _is_charge(tokens[j])), None)
    if "target" in cue.frames and link is None:
        return None
    if subject_before(scene, clause, i) is not None or cue.sort == "participle":
        return i + 1
    subject = speaker_after(scene, i + 1, link if link is not None else reach)
    if subject is None:
        return None
    if subject[1] < scene.last and tokens[subject[1]].form in _COMMAS:
        return _after_aside(tokens, subject[1], reach)
    if link is not None:
        begin = _object_before(tokens, i + 2, link)
        if begin is not None:
            return begin
    return _two_names(scene, subject) or i + 1


def _object_before(tokens: Sequence[Token], first: int, link: int) -> int | None:
    """Where the noun phrase right before «بـ» begins: «… | قرارات الحكم بأنها …», «… | الحكومة بالتقصير»."""
    begin = link
    while begin > first and is_definite(tokens[begin - 1].form):
        begin -= 1
    if begin < link and begin > first and _is_common_noun(tokens[begin - 1].form):
        begin -= 1
    return begin if first <= begin < link else None


def _is_common_noun(form: str) -> bool:
    return form.endswith(("ة", "ات")) or is_event_noun(form) or singular_of(form) is not None


def _is_charge(token: Token) -> bool:
    """Whether a word says what somebody is accused of or called: «بالتلاعب», «بارتكاب», «بـ«…»»."""
    form = token.form
    return form == "ب" or form.startswith(("بال", "بان")) or (form[0] == "ب" and is_event_noun(form[1:]))


def _after_aside(tokens: Sequence[Token], comma: int, last: int) -> int | None:
    """The token after an aside that the comma at `comma` opens and another closes."""
    closing = next((j for j in range(comma + 1, last) if tokens[j].form in _COMMAS), None)
    return closing + 1 if closing is not None and closing + 1 < last else None


def _two_names(scene: Scene, both: Range) -> int | None:
    """Where the second of two names that follow each other begins: after a known one, or at one."""
    found = scene.actor(both[0])
    if found is not None and both[0] < found.last < both[1]:
        return found.last
    return next((j for j in range(both[0] + 1, both[1]) if scene.actor(j) is not None), None)


def _relayed(scene: Scene, i: int, cue: Cue) -> Report | None:
    """«نقلت … عن X قوله إن …»: X speaks, the subject passes it on; a pronoun means whoever is being talked of."""
    tokens = scene.tokens
    about = next((j for j in range(i + 1, min(i + 9, scene.last)) if tokens[j].form in _ABOUT_HIM | {_ABOUT}), None)
    if about is None:
        return None
    reach = min(scene.last, about + 26)
    begin, j = None, about + 1
    while j < reach and begin is None:
        quotation = scene.quotation_opening(j)
        if quotation is not None and quotation.last - quotation.first > 5:
            begin = j
        elif tokens[j].form in _SAYING or tokens[j].form == ":" or has_class(tokens, j, reach, "that"):
            begin = j + 1
        elif has_class(tokens, j, reach, "that+"):
            begin = j
        j += 1
    if begin is None:
        return None
    words_end = begin
    while begin < scene.last and (tokens[begin].form == ":" or has_class(tokens, begin, scene.last, "that")):
        begin += 1
    saying = next((k for k in range(about, min(begin, scene.last)) if tokens[k].form in _SAYING), i)
    named = tokens[about].form == _ABOUT
    words_end = min(words_end, next((k for k in range(about + 1, words_end) if tokens[k].form in _SAYING), words_end))
    passing = speaker_after(scene, i + 1, about) or subject_before(scene, scene.first, i)
    quotation = scene.quotation_opening(begin)
    content = (begin, scene.last) if quotation is None else (quotation.first, min(quotation.last, scene.last))
    return Report(
        min(i, passing[0]) if passing else i, saying, content, "relay", "ar.report.relay", quotation is None,
        speaker_after(scene, about + 1, words_end) if named else None,
        passing, _pronoun(tokens[about].form) if not named else "",
    )  # fmt: skip


def _pronoun(form: str) -> str:
    """The agreement of the pronoun in «عنه», «عنها», «عنهم»."""
    return "f" if form.endswith("ها") else "p" if form.endswith("هم") else "d" if form.endswith("هما") else "m"


def _with_speaker(scene: Scene, report: Report, cue: Cue, clause: int) -> Report | None:
    """The report with whoever says it: after the cue, before it, or dropped."""
    if report.scope == "none":
        return report
    if cue.sort == "participle":
        return replace(report, carried=True)
    tokens, i = scene.tokens, report.cue
    first_word = report.content[0] if report.content[0] > i else scene.last
    after = speaker_after(scene, i + 1, _before_content(tokens, i, first_word))
    if after is not None:
        return replace(report, speaker=after)
    if has_class(tokens, i - 1, i, "who") and i > scene.first + 1:
        return replace(report, speaker=antecedent(scene, i - 1), start=i - 1)
    ahead = subject_before(scene, clause, i)
    if ahead is not None:
        return replace(report, speaker=ahead, start=min(report.start, _outer(scene, ahead[0], clause)))
    if _is_impersonal(scene, report, cue):
        return None
    return report


def _outer(scene: Scene, first: int, clause: int) -> int:
    return min(first, max(clause, scene.first))


def _before_content(tokens: Sequence[Token], i: int, content: int) -> int:
    """The end of the words between a cue and its content, without what opens the content."""
    j = content
    while j > i + 1 and (
        tokens[j - 1].form in (":", '"', "«", "“")
        or tokens[j - 1].form in _SAYING
        or has_class(tokens, j - 1, j, "that")
        or any(tokens[j - 1].form == folded for folded, _ in _PREPOSITION_FRAMES)
    ):
        j -= 1
    return j


def _is_impersonal(scene: Scene, report: Report, cue: Cue) -> bool:
    """Whether nobody says it: «ويُتوقع أن …», «يُذكر أن …», an imperfect with no subject at the head of a clause."""
    return (
        cue.tense == "imperfect" and cue.agreement == "m" and cue.lemma in _IMPERSONAL
        and report.content[0] <= report.cue + 3
    )  # fmt: skip


def _of_noun(scene: Scene, i: int, before: Sequence[Report]) -> Report | None:
    """«مخاوف واشنطن من …», «تصريح مسؤول بأن …», and «باعتبار أن …», which the subject of the clause holds."""
    tokens = scene.tokens
    own = has_class(tokens, i, scene.last, "own")
    if own:
        if own < scene.last and (has_class(tokens, own, scene.last, "that") or tokens[own].form[0] == "ب"):
            begin = own + 1 if has_class(tokens, own, scene.last, "that") else own
            return Report(i, i, (begin, scene.last), "say", "ar.noun.own", carried=True)
        return None
    if not has_class(tokens, i, scene.last, "noun") or (
        before and before[-1].open_end and before[-1].scope == "content"
    ):
        return None
    for j in range(i + 2, min(scene.last, i + 12)):
        if tokens[j].form == ":" or tokens[j].form in _COMMAS or word(tokens[j].form).joined:
            return None
        that = has_class(tokens, j, scene.last, "that") or has_class(tokens, j, scene.last, "that+")
        feared = (
            tokens[j].form == fold("من") and scene.actor(i + 1) is not None and tokens[i].form.startswith(fold("مخ"))
        )
        if that or feared:
            speaker = speaker_after(scene, i + 1, j - 1 if tokens[j - 1].form == fold("من") else j)
            begin = j if has_class(tokens, j, scene.last, "that+") else j + 1
            if speaker is None or begin >= scene.last or (scene.actor(speaker[0]) is None):
                return None
            return Report(i, i, (begin, scene.last), "say", "ar.noun", speaker=speaker)
    return None


def _of_source(scene: Scene, i: int) -> Report | None:
    """«بحسب X», «وفق بيانات X», «على ما أفاد X»: a source before or after what the whole sentence says."""
    tokens = scene.tokens
    end = has_class(tokens, i, scene.last, "source.verb")
    if end and end < scene.last:
        return _of_source_verb(scene, i, end)
    if has_class(tokens, i, scene.last, "also") and tokens[i - 1].form in _COMMAS and i > scene.first:
        return _of_source_verb(scene, i, i + 1) if word(tokens[i + 1 if i + 1 < scene.last else i].form).cue else None
    own = has_class(tokens, i, scene.last, "source.own")
    if own and own < scene.last:
        return Report(i, i, (i, own + 1), "hearsay.distance", "ar.source.own", scope="sentence", carried=True)
    end = has_class(tokens, i, scene.last, "source")
    if not end or end >= scene.last or has_class(tokens, end, scene.last, "scale"):
        return None
    if tokens[end].form in _SAYING or tokens[end].form in (fold("قولها"), fold("قوله"), fold("قولهم")):
        stop = _source_end(tokens, end + 1, scene.last)
        return Report(i, i, (i, stop), "say", "ar.source.own", scope="sentence", carried=True)
    speaker = speaker_after(scene, end, scene.last, behind_lam=tokens[end].form[0] == "ل")
    if speaker is None:
        return None
    speaker = _publisher(scene, speaker) or speaker
    stop = _source_end(tokens, speaker[1], scene.last)
    return Report(i, i, (i, stop), "source", "ar.source.according", False, speaker, scope="sentence")


def _publisher(scene: Scene, document: Range) -> Range | None:
    """Who gave a figure out: «حصيلة أولية أعلنتها | هيئة …», «بيانات نشرها | البنك …»."""
    tokens, i = scene.tokens, document[1]
    if i + 1 >= scene.last or not tokens[i].form.endswith(("ها", "ه")) or word(tokens[i].form).verb is None:
        return None
    return speaker_after(scene, i + 1, scene.last)


def _of_source_verb(scene: Scene, i: int, verb: int) -> Report | None:
    """«على ما أفاد X»: the verb and whoever said it, up to a comma or the end, with no content of its own."""
    tokens = scene.tokens
    found = word(tokens[verb].form)
    if found.cue is None and found.verb is None:
        return None
    begin = verb + 1
    while begin < scene.last and (tokens[begin].form == _IN or tokens[begin].form in _PRONOUNS):
        begin += 1
    speaker = speaker_after(scene, begin, scene.last)
    stop = speaker[1] if speaker is not None else begin
    ended = _source_end(tokens, stop, scene.last)
    between = tokens[stop:ended]
    if any(has_class(tokens, j, scene.last, "that") for j in range(stop, ended)) or len(between) > 14:
        return None
    if stop < ended and tokens[stop].form in {folded for folded, _ in _PREPOSITION_FRAMES[:4]}:
        return None
    return Report(
        i, verb, (i, ended), "source", "ar.source.as-said", False, speaker, scope="sentence", carried=speaker is None,
        agreement=found.cue.agreement if found.cue is not None else "",
    )  # fmt: skip


def _source_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """The end of a source: the next comma, full stop, «فإن» or bracket."""
    for i in range(first, last):
        if tokens[i].form in _COMMAS or tokens[i].form in _FINAL or tokens[i].form == fold("فإن"):
            return i
    return last
