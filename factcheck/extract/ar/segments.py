"""An Arabic sentence as stretches of one voice each: the article's own, and what each report gives to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.extract.ar.commas import counts
from factcheck.extract.ar.continued import continued
from factcheck.extract.ar.counted import COUNTED
from factcheck.extract.ar.edges import at_a_time
from factcheck.extract.ar.gapped import with_gapped
from factcheck.extract.ar.headlines import headline_report, joined_report, next_clause
from factcheck.extract.ar.leading import main_clause, topic_clause
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import has_verb, is_verb_here, may_be_verb
from factcheck.extract.ar.put_in import is_put_between
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.reports import find_reports
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_definite,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.extract.layout import Carry
from factcheck.text import Token, fold

_SINCE, _FROM, _BUT, _IN = fold("إذ"), fold("من"), fold("لكن"), fold("في")
_LONGEST_SUBJECT = 6  # tokens of a noun phrase that a source parts from its verb
_NOUNS = frozenset({"scale"})  # «القانون», which «بموجب القانون» is not
_HEADING = 4  # words that a colon closes before a source
_MOST_SOURCES = 8  # sources of whole sentences that one sentence can name


class Segment(NamedTuple):
    """A stretch of a sentence that is one voice's: half-open tokens, and the report it belongs to if any.

    `aside` marks what the article adds about a speaker inside his phrase, `beside` what it adds about a thing told.
    `subject` is the noun phrase that a source parts from its verb: «المعدية، بحسب فلان، | كانت تحمل …».
    """

    first: int
    last: int
    report: Report | None = None
    aside: bool = False
    beside: bool = False
    subject: tuple[int, int] | None = None


def find_segments(scene: Scene, headline: bool = False, carry: Carry | None = None) -> list[Segment]:
    """The sentence as stretches of one voice each, in order; cues, speakers and sources are in none of them."""
    if carry is not None and (alone := continued(scene, carry)) is not None:
        return [Segment(*alone.content, alone)]
    joined = joined_report(scene) if headline else None
    reports = find_reports(scene if joined is None else replace(scene, last=joined.start))
    reports = with_gapped(scene, reports) + ([joined] if joined is not None else [])
    if headline and not reports:
        reports = headline_report(scene)
    if headline and joined is None and (anew := next_clause(scene, reports)):
        return find_segments(replace(scene, last=anew), True) + find_segments(replace(scene, first=anew), True)
    inline = [report for report in reports if report.scope != "sentence"]
    segments: list[Segment] = []
    at = scene.first
    for n, report in enumerate(inline):
        if report.start > at:
            segments.append(Segment(at, report.start))
        following = inline[n + 1].start if n + 1 < len(inline) else scene.last
        end = max(report.content[0], min(following, scene.last)) if report.open_end else report.content[1]
        topic = topic_clause(scene, report, report.content[0], end)
        end = topic[0] if topic is not None else main_clause(scene, report, end) or end
        if report.scope == "none" and report.speaker is not None:
            segments.append(Segment(report.content[0], end, report))  # «نفى الوزير ذلك»: he spoke
        if report.scope == "content":
            segments.append(Segment(report.content[0], end, report))
            segments += _asides(scene, report)
            segments += _behind_speaker(scene, report, following)
        at = max(at, end, following if report.rule == "ar.report.quotation-first" else 0)
        if report.rule == COUNTED and report.speaker is not None:
            at = report.speaker[1]
    if at < scene.last:
        segments.append(Segment(at, scene.last))
    if not COMMAS.isdisjoint([token.form for token in scene.tokens[scene.first + 1 : scene.last]]):
        segments += [aside for segment in segments if not segment.aside for aside in _told_beside(scene, segment)]
    for source in [report for report in reports if report.scope == "sentence"][:_MOST_SOURCES]:
        segments = _given_to(scene, segments, source)
    return segments


def _asides(scene: Scene, report: Report) -> Iterator[Segment]:
    """What the article adds about a speaker between commas: «الجيش، الذي ينشر قوات في القاعدة، إن …»."""
    tokens = scene.tokens
    named = report.speaker[0] + 1 if report.speaker is not None and report.speaker[1] < report.cue else report.cue + 2
    for i in range(named, report.content[0] - 3):
        who = has_class(tokens, i, report.content[0], "who")
        if who and tokens[i - 1].form in COMMAS:
            end = next((j for j in range(who, report.content[0]) if tokens[j].form in COMMAS), 0)
            if end > who + 1 and (word(tokens[who].form).verb is not None or is_verb_here(tokens, who, end)):
                yield Segment(who, end, aside=True)
            return


def _told_beside(scene: Scene, segment: Segment) -> Iterator[Segment]:
    """A figure or year told of a thing between commas: «وتخدم الشركة، التي | تأسست عام 2011، نحو مليون مشترك»."""
    tokens = scene.tokens
    for i in range(segment.first + 1, segment.last - 4):
        if tokens[i].form not in COMMAS:
            continue
        own = segment.report is None and tokens[i + 1].form == _IN
        if own and (placed := _measures_place(tokens, i + 2, segment.last)):
            yield Segment(i + 2, placed, aside=True, beside=True)
        if not has_class(tokens, i + 1, segment.last, "who"):
            continue
        if tokens[i + 1].form[0] == "و":
            continue  # «الجسر الذي انهار، والذي بني عام 1990»
        found = word(tokens[i + 2].form).verb
        end = next((j for j in range(i + 3, min(segment.last, i + 12)) if _ends_aside(tokens[j].form)), 0)
        told = end and (counts(tokens, i + 3, end) or any(scene.after_time(k) > k for k in range(i + 3, end)))
        if found is not None and found.tense != "future" and told:
            yield Segment(i + 2, end, aside=True, beside=True)


def _measures_place(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a figure told of a place between commas ends: «، في | ملعب لا تتعدى سعته 8200 متفرج، …»; 0 for none."""
    noun, at = tokens[first], first + 1 + (tokens[first + 1].form in words_of("negates"))
    end = next((j for j in range(at + 2, min(last - 1, first + 12)) if tokens[j].form in COMMAS), 0)
    found = word(tokens[at].form).verb if end else None
    if noun.kind != "word" or is_definite(noun.form) or found is None or found.tense != "imperfect":
        return 0
    own = tokens[at + 1].form.endswith(("ه", "ها")) and not is_preposition(tokens[at + 1].form)
    return end if own and counts(tokens, at + 2, end) else 0


def _ends_aside(form: str) -> bool:
    """Whether a comma or a second verb ends what is told beside: «التي استغرقت أربع ساعات | ومرت بسلام،»."""
    found = word(form)
    return form in COMMAS or (found.joined and found.verb is not None)


def _behind_speaker(scene: Scene, report: Report, last: int) -> Iterator[Segment]:
    """A figure that the article gives of a speaker behind his words: «…»، تقول فلانة التي | فقدت 40 خلية."""
    if report.rule != "ar.report.quotation-first" or report.speaker is None or report.cue > report.speaker[1]:
        return
    where = next((i for i in range(report.speaker[1], last - 3) if scene.tokens[i].form in COMMAS), last)
    if where < last and has_class(scene.tokens, where + 1, last, "where") and may_be_verb(scene.tokens[where + 2].form):
        yield Segment(where + 2, last, aside=True, beside=True)  # «…»، تقول أم سالم أمام المدرسة، حيث | تجمع الأهالي
    who = has_class(scene.tokens, report.speaker[1], last, "who") if report.speaker[1] + 3 < last else 0
    if who and counts(scene.tokens, who + 1, min(last, who + 5)):
        yield Segment(who, next((i for i in range(who, last) if scene.tokens[i].form in COMMAS), last), aside=True)


def _given_to(scene: Scene, segments: list[Segment], source: Report) -> list[Segment]:
    """The segments without a source's own words, the article's stretches given to it.

    A source after them vouches for all that stands before it; one at the head of a sentence for what follows, up to a
    contrast («بينما», «لكن»).
    """
    begin, end = source.content
    if _excepts(scene, segments, end):
        return segments
    head = begin if _closes_heading(scene, begin) else scene.first
    opening = not any(token.kind == "word" for token in scene.tokens[head:begin])
    reach = _contrast(scene, end) if opening else end
    since = 0 if opening else _since(scene, begin)
    if since:
        segments = [part for segment in segments for part in _parted(segment, since)]
    given: list[Segment] = []
    for segment in segments:
        if segment.beside:
            given.append(segment)
            continue
        voice = source if segment.report is None else segment.report
        if end <= segment.first or segment.last <= since:
            given.append(segment)
        elif begin >= segment.last:
            passed_on = voice is not source and voice.relay is None and not voice.rule.startswith("ar.source")
            told = voice._replace(relay=source.speaker) if passed_on else voice
            given.append(segment if opening else segment._replace(report=told))
        elif (subject := _subject_of(scene, segment, begin, end)) is not None:
            given.append(Segment(end, segment.last, source, subject=subject))
        elif (cut := _contrast_before(scene, segment, begin, end)) is not None:
            given += [segment._replace(last=cut[0]), Segment(end, segment.last, source, subject=cut[1])]
        else:
            if segment.first < begin:
                given.append(Segment(segment.first, begin, voice))
            reach = min(max(end, reach), segment.last)
            if end < reach:
                given.append(Segment(end, reach, voice if opening else segment.report))
            part = _part_behind(scene, reach, segment.last) if segment.report is None and not opening else reach
            part = segment.last if segment.report is None and is_put_between(scene, source, reach) else part
            if reach < part:
                given.append(Segment(reach, part, voice))
            if part < segment.last:
                given.append(Segment(part, segment.last, segment.report))
    return given


def _closes_heading(scene: Scene, begin: int) -> bool:
    """Whether a colon closes a few words without a verb before a source: «في أرقام: | بحسب المنظمة، …»."""
    words = scene.tokens[scene.first : begin - 1]
    headed = 0 < len(words) <= _HEADING and scene.tokens[begin - 1].form == ":"
    return headed and all(token.kind == "word" and word(token.form).verb is None for token in words)


def _excepts(scene: Scene, segments: list[Segment], end: int) -> bool:
    """Whether a source parts what somebody denies from its exception: «إذ لم يحضر، بحسب السجل، | سوى خمسة»."""
    at = end + 1 if end < scene.last and scene.tokens[end].form in COMMAS else end
    if at >= scene.last or scene.tokens[at].form not in words_of("except"):
        return False
    return any(segment.report is not None and segment.first < end <= segment.last for segment in segments)


def _subject_of(scene: Scene, segment: Segment, begin: int, end: int) -> tuple[int, int] | None:
    """The subject that opens a stretch of the article's own, parted from its verb by a source."""
    return _parted_subject(scene, segment.first, begin, end, segment.last) if segment.report is None else None


def _parted_subject(scene: Scene, first: int, begin: int, end: int, last: int) -> tuple[int, int] | None:
    """The noun phrase that a source in the midst of a clause parts from its verb: «المعدية، بحسب فلان، كانت …»."""
    tokens, behind = scene.tokens, begin
    while behind > first and tokens[behind - 1].form in COMMAS:
        behind -= 1
    at = end + 1 if end < last and tokens[end].form in COMMAS else end
    if not 0 < behind - first <= _LONGEST_SUBJECT or at + 2 >= last:
        return None
    verb, words = word(tokens[at].form), tokens[first:behind]
    acts = verb.verb is not None and not verb.joined and (not verb.verb.weak or tokens[at - 1].form in COMMAS)
    acts = acts or tokens[at].form in words_of("negates") or _tells_what_it_is(scene, at)
    named = all(token.kind == "word" and word(token.form).verb is None for token in words)
    head = tokens[first].form
    head = head[1:] if word(head).joined else head
    opens = not class_names(head) <= _NOUNS or is_preposition(head)
    return (first, behind) if acts and named and not opens else None


def _tells_what_it_is(scene: Scene, at: int) -> bool:
    """Whether a bare noun behind a comma or «هو» tells what the noun phrase before it is: «مشروعه المقبل، يقول فلان، |
    وثائقي عن البحر».
    """
    form, following = scene.tokens[at].form, scene.tokens[at + 1].form
    if scene.tokens[at - 1].form not in COMMAS or scene.tokens[at].kind != "word":
        return False
    if has_class(scene.tokens, at, scene.last, "he") == at + 1:
        return not form.startswith("و") and following not in COMMAS
    plain = not (is_definite(form) or is_function_word(form) or is_preposition(form))
    return plain and not word(form).joined and word(form).verb is None


def _contrast_before(scene: Scene, segment: Segment, begin: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """Where the clause of a source begins behind a contrast, and its subject: «…، | لكن الخسائر، وفق الوزارة، لا …»."""
    tokens = scene.tokens
    for i in range(begin - 2, max(segment.first + 1, begin - 2 - _LONGEST_SUBJECT), -1):
        but = has_class(tokens, i, begin, "but") if tokens[i - 1].form in COMMAS or tokens[i].form == _BUT else 0
        subject = _parted_subject(scene, but, begin, end, segment.last) if but else None
        if subject is not None:
            return i, subject
    return None


def _since(scene: Scene, begin: int) -> int:
    """Where the only figures begin that a source behind them can vouch for: «يواجه النادي أزمة، إذ | بلغت ديونه …»."""
    tokens = scene.tokens
    back = range(begin - 2, scene.first, -1)
    at = next((i for i in back if tokens[i].form == _SINCE or at_a_time(tokens, i, begin)), 0)
    before = any(token.kind == "number" for token in tokens[scene.first : at])
    if not at or tokens[at - 1].form not in COMMAS or before:
        return 0
    return at + 2 * at_a_time(tokens, at, begin) if counts(tokens, at, begin) else 0


def _parted(segment: Segment, at: int) -> list[Segment]:
    if not segment.first < at < segment.last or segment.report is not None:
        return [segment]
    return [segment._replace(last=at), segment._replace(first=at)]


def _part_behind(scene: Scene, first: int, last: int) -> int:
    """Where the part of a figure ends that stands right behind its source: «41 ألفا بحسب السجل، | بينهم 12 ألف طفل», «4
    ملايين على حد قوله، | تتحمل الدولة نصفها».
    """
    tokens = scene.tokens
    if first + 2 >= last or tokens[first].form not in COMMAS:
        return first
    end = next((i for i in range(first + 2, last) if tokens[i].form in COMMAS), last)
    found = word(tokens[first + 1].form)
    present = found.verb is not None and not found.joined and found.verb.tense == "imperfect"
    shares = present and any(has_class(tokens, k, end, "part") for k in range(first + 2, end))
    return end if shares or has_class(tokens, first + 1, last, "part") else first


def _contrast(scene: Scene, first: int) -> int:
    for i in range(first, scene.last):
        end = has_class(scene.tokens, i, scene.last, "but")
        if (
            end
            and scene.tokens[i - 1].form != _FROM
            and not (scene.tokens[end - 1].form in words_of("whereas") and _tells_what_was(scene, end))
        ):
            return i
    return scene.last


def _tells_what_was(scene: Scene, i: int) -> bool:
    """Whether a past verb stands at a token: «وفق التقرير، بلغت الكلفة 14 مليونا، في حين | لم تتجاوز القيمة 9»."""
    if i >= scene.last:
        return False
    found = word(scene.tokens[i].form).verb
    return scene.tokens[i].form in words_of("negates") or (found is not None and found.tense == "perfect")


def before_noun(scene: Scene, segment: Segment) -> Segment:
    """A stretch without the clause that only leads up to «توقعات المحللين …», where others stand before it."""
    tokens, after = scene.tokens, segment.last
    if after >= scene.last - 1 or not has_class(tokens, after, scene.last, "noun"):
        return segment
    comma = next((n for n in range(after - 1, segment.first, -1) if tokens[n].form in COMMAS), None)
    told = comma is not None and has_verb(tokens, segment.first, comma)
    return segment._replace(last=comma) if told and comma is not None else segment
