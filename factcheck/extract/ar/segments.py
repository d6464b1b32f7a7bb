"""An Arabic sentence as stretches of one voice each: the article's own, and what each report gives to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extract.ar.commas import counts
from factcheck.extract.ar.headlines import headline_report
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.reports import find_reports
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import has_class, word

_MOST_SOURCES = 8  # sources of whole sentences that one sentence can name


class Segment(NamedTuple):
    """A stretch of a sentence that is one voice's: half-open tokens, and the report it belongs to if any.

    `aside` marks what the article adds about a speaker inside his phrase.
    """

    first: int
    last: int
    report: Report | None = None
    aside: bool = False


def find_segments(scene: Scene, headline: bool = False) -> list[Segment]:
    """The sentence as stretches of one voice each, in order; cues, speakers and sources are in none of them."""
    reports = find_reports(scene)
    if headline and not reports:
        reports = headline_report(scene)
    inline = [report for report in reports if report.scope != "sentence"]
    segments: list[Segment] = []
    at = scene.first
    for n, report in enumerate(inline):
        if report.start > at:
            segments.append(Segment(at, report.start))
        following = inline[n + 1].start if n + 1 < len(inline) else scene.last
        end = max(report.content[0], min(following, scene.last)) if report.open_end else report.content[1]
        if report.scope == "none" and report.speaker is not None:
            segments.append(Segment(report.content[0], end, report))  # «نفى الوزير ذلك»: he spoke
        if report.scope == "content":
            segments.append(Segment(report.content[0], end, report))
            segments += _asides(scene, report)
            segments += _behind_speaker(scene, report, following)
        at = max(at, end, following if report.rule == "ar.report.quotation-first" else 0)
    if at < scene.last:
        segments.append(Segment(at, scene.last))
    for source in [report for report in reports if report.scope == "sentence"][:_MOST_SOURCES]:
        segments = _given_to(scene, segments, source)
    return segments


def _asides(scene: Scene, report: Report) -> Iterator[Segment]:
    """What the article adds about a speaker between commas: «الجيش، الذي ينشر قوات في القاعدة، إن …»."""
    tokens = scene.tokens
    for i in range(report.cue + 2, report.content[0] - 3):
        who = has_class(tokens, i, report.content[0], "who")
        if who and tokens[i - 1].form in COMMAS:
            end = next((j for j in range(who, report.content[0]) if tokens[j].form in COMMAS), 0)
            if end > who + 2 and word(tokens[who].form).verb is not None:
                yield Segment(who, end, aside=True)
            return


def _behind_speaker(scene: Scene, report: Report, last: int) -> Iterator[Segment]:
    """A figure that the article gives of a speaker behind his words: «…»، تقول فلانة التي | فقدت 40 خلية."""
    if report.rule != "ar.report.quotation-first" or report.speaker is None or report.cue > report.speaker[1]:
        return
    who = has_class(scene.tokens, report.speaker[1], last, "who") if report.speaker[1] + 3 < last else 0
    if who and counts(scene.tokens, who + 1, min(last, who + 5)):
        yield Segment(who, next((i for i in range(who, last) if scene.tokens[i].form in COMMAS), last), aside=True)


def _given_to(scene: Scene, segments: list[Segment], source: Report) -> list[Segment]:
    """The segments without a source's own words, the article's stretches given to it.

    A source after them vouches for all that stands before it; one at the head of a sentence for what follows, up to a
    contrast («بينما», «لكن»).
    """
    begin, end = source.content
    opening = not any(token.kind == "word" for token in scene.tokens[scene.first : begin])
    reach = _contrast(scene, end) if opening else end
    given: list[Segment] = []
    for segment in segments:
        voice = source if segment.report is None else segment.report
        if end <= segment.first:
            given.append(segment)
        elif begin >= segment.last:
            given.append(segment if opening else segment._replace(report=voice))
        else:
            if segment.first < begin:
                given.append(Segment(segment.first, begin, voice))
            reach = min(max(end, reach), segment.last)
            if end < reach:
                given.append(Segment(end, reach, voice if opening else segment.report))
            part = _part_behind(scene, reach, segment.last) if segment.report is None and not opening else reach
            if reach < part:
                given.append(Segment(reach, part, voice))
            if part < segment.last:
                given.append(Segment(part, segment.last, segment.report))
    return given


def _part_behind(scene: Scene, first: int, last: int) -> int:
    """Where the part of a figure ends that stands right behind its source: «41 ألفا بحسب السجل، | بينهم 12 ألف طفل»."""
    tokens = scene.tokens
    if first + 2 >= last or tokens[first].form not in COMMAS or not has_class(tokens, first + 1, last, "part"):
        return first
    return next((i for i in range(first + 2, last) if tokens[i].form in COMMAS), last)


def _contrast(scene: Scene, first: int) -> int:
    return next((i for i in range(first, scene.last) if has_class(scene.tokens, i, scene.last, "but")), scene.last)
