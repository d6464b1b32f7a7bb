"""Who says a report in an Arabic sentence: after its cue, before it, passed on by another, or dropped."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.antecedents import antecedent
from factcheck.extract.ar.bare_subjects import is_paper
from factcheck.extract.ar.bearers import bearer, subject_far_behind
from factcheck.extract.ar.duals import is_many
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.papers import described_paper
from factcheck.extract.ar.predicates import is_kana
from factcheck.extract.ar.report import PREPOSITION_FRAMES, Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, is_ali, speaker_after
from factcheck.extract.ar.subject_nouns import name_set_off
from factcheck.extract.ar.subjects import described_noun, subject_before, with_publisher
from factcheck.extract.ar.told_whom import are_two, end_of_teller, is_told
from factcheck.extract.ar.words import Cue, has_class, is_definite, is_preposition, word, words_of
from factcheck.text import Token, fold

_FRAMING = frozenset(folded for folded, _ in PREPOSITION_FRAMES)
_SHE, _TIME, _FROM, _ON, _TONGUE, _TO = map(fold, ("التي", "الوقت", "من", "على", "لسان", "إلى"))
_IN_IT = frozenset(map(fold, ("فيها", "فيه", "خلالها", "خلاله")))
_WHAT = frozenset(map(fold, ("ما", "لما")))
_AT_PLACE = frozenset(map(fold, ("في", "لدى", "عند")))
_OFFICE = 7  # tokens of an office before where it is held
_TITLED = 6  # tokens of a title with its pronoun, and the name
_PAPERS = ("document", "paper", "attests")
_PAPER, _DATE, _AT_TIME = 5, 5, fold("في")  # tokens of a paper's name; of the date behind it, with its «في»
_BACK = 12  # tokens from words to the pronoun that takes them up


def with_speaker(scene: Scene, report: Report, cue: Cue, clause: int) -> Report | None:
    """The report with whoever says it: after the cue, before it, or dropped."""
    if report.scope == "none":
        return report
    tokens, i = scene.tokens, report.cue
    if cue.sort == "participle":
        start, speaker = bearer(scene, i) or (report.start, None)
        return report._replace(start=start, speaker=speaker, carried=speaker is None)
    first_word = report.content[0] if report.content[0] > i else scene.last
    source = _relay(scene, i, first_word)
    if source is not None:
        passing = speaker_after(scene, i + 1, source[0]) or subject_before(scene, clause, i)
        quoted = speaker_after(scene, source[1], before_content(scene, i, first_word))
        if quoted is not None:
            many = "p" if is_many(tokens[quoted[0]].form) else report.agreement  # the verb is that of who passes it on
            said = first_word - 2 if cue.lemma in words_of("ascribes") else i  # «ينسب إلى مهندس | قوله إن …»
            return report._replace(cue=said, speaker=quoted, relay=passing, agreement=many)
    if cue.force == "report.learned" and (told := _told_by(scene, i, first_word)) is not None:
        return report._replace(speaker=told[1], relay=told[0])
    if (voice := _by_mouth(scene, i, first_word)) is not None:
        return report._replace(speaker=voice, agreement="")
    after = speaker_after(scene, i + 1, before_content(scene, i, first_word))
    if after is not None and "blame" in cue.frames and (blamed := _only_blamed(scene, i)):
        return report._replace(content=(i + 1, report.content[1])) if blamed else None
    explained = after is not None and tokens[after[0]].form.removeprefix("ال") in words_of("measured.change")
    if after is not None and explained and "cause" in cue.frames:
        return report._replace(content=(after[0], report.content[1]))  # «وقد عزا | التحسن في الأرباح إلى …»
    if cue.agreement == "p" and tokens[i].form.endswith(("وا", "ون")):
        after = None  # «ووثقوا في المقابل 11 حالة»: no one is named behind a verb in the plural
    if after is not None and cue.force == "say.continue":
        if _are_his_words(scene, after):
            return report  # «وختم | تصريحاته: «…»», not «خلص | تقريرها إلى أن …»
        ends = cue.lemma in words_of("closes") and report.rule == "ar.report.that"
        his = _are_his_words(scene, (after[1] - 1, after[1]))
        if ends and not his:
            return None  # «ختم اللاعب الموسم | بأن سجل 20 هدفا»
        after = (after[0], after[1] - his)  # «ختم الوزير | كلمته بأن …»
    after = after or subject_far_behind(scene, i, before_content(scene, i, first_word), cue)
    if after is not None and after[1] - after[0] == 1 and _points_back(tokens[after[0]].form):
        return report  # «قالت الأخيرة»: who was named last
    if after is not None and "whom" in cue.frames and is_told(scene, after):
        return report  # «وطمأن | المستهلكين إلى أن …»
    first = subject_before(scene, clause, i) if after is not None and "whom" in cue.frames else None
    if first is not None:  # «مصدر في خفر السواحل أبلغ وكالة «المرسى» بأن …»
        return report._replace(speaker=first, start=min(report.start, _outer(scene, first[0], clause)))
    if after is not None:
        if "whom" in cue.frames and after[1] - after[0] == 2 and are_two(tokens, after[0]):
            after = (after[0], after[0] + 1)
        after = (after[0], end_of_teller(scene, after)) if "whom" in cue.frames else after
        speaker = with_publisher(scene, after, before_content(scene, after[0], first_word))
        return report._replace(speaker=speaker, relay=_source_between(scene, speaker[1], first_word))
    if i > scene.first + 1 and tokens[i - 2].form == _TIME and tokens[i + 1].form in _IN_IT:
        teller = speaker_after(scene, i + 2, first_word)  # «في الوقت الذي تحدث فيه | أبو العزم عن …»
        return None if teller is None else report._replace(speaker=teller, start=i - 1)
    if _tells_message(scene, i, cue):
        return None
    if _is_written_in(scene, i):  # «كتب فلان …، تغريدة قال | فيها: "…"»
        writer = speaker_after(scene, scene.first + 1, i - 1)
        return None if writer is None else report._replace(speaker=writer)
    if has_class(tokens, i - 1, i, "who") and i > scene.first + 1:
        if _is_said_in(tokens, i, cue):
            whose = _whose_words(scene, i - 1)
            return None if whose is None else report._replace(speaker=whose, start=i - 1)
        return report._replace(speaker=_who_is_meant(scene, i - 1), start=_unlike(scene, i - 1))
    if (paper := _paper_before(scene, i, cue)) is not None:
        return report._replace(speaker=paper)
    ahead = subject_before(scene, clause, i)
    if ahead is not None and ahead[1] - ahead[0] == 1 and _points_back(tokens[ahead[0]].form):
        return report._replace(start=min(report.start, _outer(scene, ahead[0], clause)))
    if ahead is not None:
        start = min(report.start, _outer(scene, ahead[0], clause))
        return report._replace(speaker=_by_name(scene, ahead), start=start)
    if _is_impersonal(scene, report, cue) or _was_doing(scene, clause, i, cue):
        return None
    described = described_noun(scene, i, cue)
    if described is not None and is_paper(scene.tokens[described[0]].form):
        return report._replace(carried=True)  # «أصدرت الشركة بيانا توضح فيه …»: who put it out says it
    return report if described is None else report._replace(speaker=described)


def asking(scene: Scene, i: int, cue: Cue) -> Report:
    """A question, with who asks it; where an outlet asks, whom it asked: «سألت الصحيفة | الوزير عن …، فأجاب …»."""
    tokens, first = scene.tokens, i + 1
    outlet = first + 1 < scene.last and tokens[first].form.removeprefix("ال") in words_of("outlet")
    asked = scene.actor(first + 1) if outlet else None
    known = scene.actor(first) if outlet else None
    if known is not None and cue.sort == "verb" and known.entry.kind == "agency" and known.last + 1 < scene.last:
        who = speaker_after(scene, known.last, scene.last)  # «سألت وكالة رويترز | المنظمة عما إذا …، فأجابت بأن …»
        return Report(i, i, (i + 1, scene.last), cue.force, "ar.ask", True, who, None, "", "none")
    to = first + 1 if asked is not None and asked.entry.kind == "office" and not asked.clitic else first
    who = speaker_after(scene, to, scene.last) if cue.sort == "verb" else None
    if who is not None and who[1] - who[0] == 2 and are_two(tokens, who[0]):
        who = (who[0], who[0] + 1)  # «سألت الطالبة | المعلم»
    agreement = cue.agreement if to == first else ""
    return Report(i, i, (i + 1, scene.last), cue.force, "ar.ask", True, who, None, agreement, "none")


def _who_is_meant(scene: Scene, who: int) -> Range | None:
    """Whom a relative pronoun takes up: who has an office at the place before it: «مدير الزراعة في الإقليم، الذي …»."""
    near, tokens = antecedent(scene, who), scene.tokens
    if near is not None and tokens[near[0]].form in words_of("view") and near[1] - near[0] > 1:
        near = (near[0] + 1, near[1])  # «في نظر | جمعية الصرافين، التي تعتقد أن …»
    if near is None or tokens[near[0] - 1].form not in _AT_PLACE:
        return near
    feminine = tokens[who].form.endswith(_SHE)
    for k in range(near[0] - 2, max(scene.first - 1, near[0] - _OFFICE), -1):
        actor = scene.actor(k)
        if tokens[k].kind != "word" or is_preposition(tokens[k].form):
            return near
        if actor is not None and actor.entry.kind == "office":
            whole = k == near[0] - 2 or not is_definite(tokens[k].form)  # not «المدير المقر في المصنع»
            return (k, near[1]) if whole and (actor.entry.gender == "f") == feminine else near
    return near


def _by_mouth(scene: Scene, i: int, content: int) -> Range | None:
    """Who speaks for a body that says a thing: «أعلنت الشركة، على لسان | مديرها سامي نجم، أن …»."""
    tokens = scene.tokens
    first = next((j + 1 for j in range(i + 1, content - 1) if tokens[j].form == _TONGUE), None)
    if first is None or tokens[first - 2].form != _ON:
        return None
    last = before_content(scene, i, content)
    comma = next((j for j in range(first + 1, last) if tokens[j].form in COMMAS), last)
    if comma - first < 2:
        return None  # «نفى المقاول، على لسان محاميه، …»: no name, he says it himself
    named = speaker_after(scene, first, comma)
    titled = named is not None and tokens[first].form.endswith(("ها", "ه")) and comma - first <= _TITLED
    return (first, comma) if titled else named  # «رئيسها | يزيد قاسم», where «يزيد» is a verb too


def _told_by(scene: Scene, i: int, content: int) -> tuple[Range, Range] | None:
    """Who learnt a thing, and from whom: «علمت | «صوت الجبل» من | مصدر في البلدية أن …»."""
    begin = next((j for j in range(i + 2, content - 1) if scene.tokens[j].form == _FROM), None)
    paper = speaker_after(scene, i + 1, begin) if begin is not None else None
    source = speaker_after(scene, begin + 1, before_content(scene, i, content)) if begin is not None else None
    return None if paper is None or source is None else (paper, source)


def _are_his_words(scene: Scene, after: Range) -> bool:
    """Whether what stands behind a verb is only what somebody says, with his pronoun: «تصريحاته», «حديثها»."""
    form = scene.tokens[after[0]].form
    alone = after[1] - after[0] == 1 and form.endswith(("ه", "ها", "هم"))
    return alone and bool(has_class(scene.tokens, after[0], after[1], "venue"))


def _points_back(form: str) -> bool:
    """Whether a word only points back at somebody named before: «الأخيرة», «سعادته»."""
    return form in words_of("latter") or form in words_of("his.honour")


def _is_said_in(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether a relative pronoun means what it was said in: «تصريحات المصدر، والتي قال | فيها إن …»."""
    gender = "f" if tokens[i - 1].form.endswith(_SHE) else "m"
    return cue.agreement != gender and i + 1 < len(tokens) and tokens[i + 1].form in _IN_IT


def _tells_message(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether «يفيد» only says what is in a call or notice told of right before it: «تلقت بلاغا من ساكن | يفيد بـ…»."""
    tokens = scene.tokens
    if cue.tense != "imperfect" or cue.lemma not in words_of("conveys") or tokens[i].form[0] == "و":
        return False
    for k in range(i - 1, max(scene.first, i - _TITLED), -1):
        if tokens[k].kind != "word" or word(tokens[k].form).verb is not None:
            return False
        if tokens[k].form in words_of("message"):
            return True
    return False


def _only_blamed(scene: Scene, i: int) -> bool:
    """Whether one body alone stands between «وحملت» and «كامل المسؤولية»: the one that is blamed, not the one that says
    so.
    """
    found, tokens = scene.actor(i + 1), scene.tokens
    if found is None or not word(tokens[i].form).joined or found.last >= scene.last:
        return False
    end = next((k for k in range(found.last, scene.last) if not is_definite(tokens[k].form)), scene.last - 1)
    if any(scene.actor(k) is not None and tokens[i + 1].form.startswith("ال") for k in range(found.last, end)):
        return False  # «حملت النقابة الوزارة مسؤولية التأخير»
    return end <= found.last + 2 and tokens[end].form in words_of("blame.whole")


def _is_written_in(scene: Scene, i: int) -> bool:
    """Whether a bare noun for what was written or sent stands before «قال فيها», in the clause of who wrote it."""
    tokens, first = scene.tokens, scene.first
    if i < first + 4 or i + 1 >= scene.last or tokens[i + 1].form not in _IN_IT or is_definite(tokens[i - 1].form):
        return False
    return tokens[i - 1].form in words_of("written") and word(tokens[first].form).verb is not None


def _whose_words(scene: Scene, who: int) -> Range | None:
    """Whose the words are that a relative pronoun takes up: «تصريحات | المصدر العسكري، والتي …»."""
    for i in range(who - 1, max(scene.first, who - _BACK), -1):
        if has_class(scene.tokens, i, who, "venue") and is_definite(scene.tokens[i + 1].form):
            return speaker_after(scene, i + 1, who)
    return None


def _by_name(scene: Scene, speaker: Range) -> Range:
    """The name alone of who is described and then called by it: «ناجيا من غامبيا يدعى | لامين سيسي»."""
    first = next((i + 1 for i in range(speaker[1] - 2, speaker[0], -1) if scene.says_name(i)), speaker[0])
    return name_set_off(scene, speaker) or (first, speaker[1])


def _relay(scene: Scene, i: int, content: int) -> Range | None:
    """«نقلا عن» between a cue and its content: what stands before it passes on the words of what stands after; so does
    «ينسب التقرير | إلى مهندس قوله إن …».
    """
    cue = word(scene.tokens[i].form).cue
    if cue is not None and cue.lemma in words_of("ascribes") and scene.tokens[content - 2].form in words_of("saying"):
        to = next((j for j in range(i + 2, content - 2) if scene.tokens[j].form == _TO), None)
        return None if to is None else (to, to + 1)
    found = next((j for j in range(i + 1, content - 1) if scene.tokens[j].form in words_of("relaying")), None)
    if found is None or scene.tokens[found + 1].form != fold("عن"):
        return None
    return found, found + 2


def _source_between(scene: Scene, first: int, content: int) -> Range | None:
    """The source that an aside names between speaker and content: «نفى فلان، بحسب مصدر قضائي، تلقيه أموالا»."""
    tokens = scene.tokens
    for i in range(first, content - 2):
        end = has_class(tokens, i, content, "source") if i == first or tokens[i - 1].form in COMMAS else 0
        if end:
            end += 2 * (tokens[end].form in _WHAT)  # «بحسب ما ذكرت | الصحيفة»
            return speaker_after(scene, end, content, behind_lam=tokens[end].form[0] == "ل")
    return None


def _unlike(scene: Scene, who: int) -> int:
    """Where what sets a source against another begins: «…، | خلافا لما أورده الموقع الذي ذكر …»; else the pronoun."""
    tokens = scene.tokens
    reach = range(who - 1, max(scene.first, who - _BACK), -1)
    return next((j for j in reach if tokens[j].form in words_of("unlike") and tokens[j - 1].form in COMMAS), who)


def _outer(scene: Scene, first: int, clause: int) -> int:
    return min(first, max(clause, scene.first))


def before_content(scene: Scene, i: int, content: int) -> int:
    """The end of the words between a cue and its content, without what opens the content."""
    tokens, j = scene.tokens, content
    while j > i + 1 and (
        tokens[j - 1].form in (":", '"', "«", "“")
        or tokens[j - 1].form in words_of("saying")
        or has_class(tokens, j - 1, j, "that")
        or (tokens[j - 1].form in _FRAMING and not is_ali(scene, j - 1, content))
    ):
        j -= 1
    return j


def _was_doing(scene: Scene, clause: int, i: int, cue: Cue) -> bool:
    """Whether a present is what «كان» at the head of its clause says of a thing: «وكان متوسط التوقعات | يشير إلى …»."""
    tokens = scene.tokens
    plain = cue.tense == "imperfect" and not word(tokens[i].form).joined and clause + 1 < i
    return plain and is_kana(tokens[clause].form) and all(token.form not in COMMAS for token in tokens[clause:i])


def _is_impersonal(scene: Scene, report: Report, cue: Cue) -> bool:
    """Whether nobody says it: «ويُتوقع أن …», «يُذكر أن …», an imperfect with no subject at the head of a clause."""
    return (
        cue.tense == "imperfect" and cue.agreement == "m" and "passive" in cue.frames
        and report.content[0] <= report.cue + 3
    )  # fmt: skip


def _paper_before(scene: Scene, i: int, cue: Cue) -> Range | None:
    """The paper or rumour that a verb behind it or its date describes: «وقدم مذكرة مكتوبة في مارس | تفيد بأن …»."""
    tokens, found = scene.tokens, word(scene.tokens[i].form)
    dated = range(max(scene.first + 1, i - _DATE), i - 1)
    end = next((k for k in dated if tokens[k].form == _AT_TIME and scene.after_date(k) == i), i)
    if found.joined or cue.sort != "verb" or (cue.tense != "perfect" and end == i):
        return None if found.joined or cue.sort != "verb" else described_paper(scene, i, cue)
    for k in range(end - 1, max(scene.first, end - _PAPER), -1):
        form, led = tokens[k].form, is_preposition(tokens[k - 1].form)
        if tokens[k].kind != "word" or is_definite(form) or is_preposition(form):
            return None
        paper = form[1:] if form[0] == "ب" and form[1:] in words_of(*_PAPERS) else form.removesuffix("ا")
        if paper in words_of(*_PAPERS):
            feminine = paper.endswith("ة") or is_many(paper) or paper in words_of("attests", "document")
            agrees = cue.agreement == ("f" if feminine else "m")
            return (k, end) if agrees and (led or end < i or not is_paper(paper)) else None
        if word(form).verb is not None and k < end - 1:
            return None
    return None
