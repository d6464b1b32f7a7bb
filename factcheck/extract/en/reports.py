"""Reports in an English sentence: who says what, in which words, before, after or in the midst of the content."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue, find_cues
from factcheck.extract.en.frames import find_frame
from factcheck.extract.en.gapped import gapped
from factcheck.extract.en.genders import gender_of
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import subject_before
from factcheck.extract.en.own_deeds import before_words_disputed
from factcheck.extract.en.predicates import has_finite
from factcheck.extract.en.report import Report, ended
from factcheck.extract.en.sources import names_source, take_source
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.views import told_behind_colon
from factcheck.extract.en.wholeness import before_measure
from factcheck.lang.english import words


def find_reports(s: Tagged) -> list[Report]:
    """The reports of a sentence in order; what a report nested in another says stays with the outer one."""
    reports: list[Report] = []
    for cue in find_cues(s):
        _take(s, reports, cue)
    for i in range(s.first, s.last - 1):
        if names_source(s.form(i)) and s.outside(i):
            take_source(s, reports, i)
    reports += _behind_colons(s, reports)
    if (behind := told_behind_colon(s, reports)) is not None:
        reports.append(behind)
    reports = [one for report in reports for one in gapped(s, report) or (report,)]
    told = (r._replace(contents=tuple((a, before_words_disputed(s, a, b)) for a, b in r.contents)) for r in reports)
    return sorted(told, key=lambda report: report.contents[0])


def _behind_colons(s: Tagged, reports: list[Report]) -> list[Report]:
    """What somebody says behind a colon with no word of saying: `The mayor shook her head: "None of it is true."`"""
    found: list[Report] = []
    for q in s.quotations:
        colon, whole = q.first - 2, s.text[s.tokens[q.first].start].isupper() and has_finite(s, q.first, q.last)
        ended = s.form(min(q.last, s.last) - 1) in (".", ",", "!", "…") or q.last >= s.last  # no headline's words
        if s.form(colon) != ":" or not (whole and ended) or any(r.first <= q.first < r.last for r in reports):
            continue
        verb = next((k for k in range(s.first, colon) if s.tag(k) in FINITE and s.outside(k)), s.first)
        subject = subject_before(s, verb, s.first)
        named = s.text[s.tokens[subject.first].start : s.tokens[max(subject.first, subject.last - 1)].end]
        somebody = subject.pronoun in ("he", "she") or (not subject.pronoun and gender_of(named) in ("m", "f", "h"))
        if subject.first < subject.last and somebody and not s.is_cue(verb):
            content = ((q.first, min(q.last, s.last)),)
            found.append(Report(q.first - 1, min(q.last + 1, s.last), content, subject, None, "say", "en.report.q"))
    return found


def _take(s: Tagged, reports: list[Report], cue: Cue) -> None:
    """Add what a cue reports to `reports`, ending the content of the report before it where it begins."""
    floor = max((r.last for r in reports if not _is_open(r, cue) and not _is_aside(s, r, cue)), default=s.first)
    open_report = next((r for r in reversed(reports) if _is_open(r, cue)), None)
    report = find_frame(s, cue, floor, open_report, reports)
    if report is None:
        _relay_last(s, reports, cue)
        return
    if open_report is not None and cue.passive and not has_finite(s, open_report.contents[0][0], report.first):
        return  # "said she had been told by clerks that …"
    if open_report is not None:
        if report.rule in ("en.report.after", "en.report.inverted"):
            _close_with(s, reports, open_report, report)
            return
        anew = _begins_anew(s, report, cue) or _is_second_blame(s, open_report, report)
        if not cue.passive and (_is_told_too(s, open_report, cue) or not anew):
            if _is_relayed(s, open_report) and not _is_deed(report, cue):
                reports[reports.index(open_report)] = report._replace(
                    first=open_report.first, relay=(open_report.subject.first, open_report.subject.last)
                )
            return
        reports[reports.index(open_report)] = ended(open_report, _separator_before(s, report.first, open_report))
    reports.append(report)


def _relay_last(s: Tagged, reports: list[Report], cue: Cue) -> None:
    """Settle `…, the ministry said, Reuters reported`: the agency relays what stands before it."""
    if not reports or reports[-1].relay is not None or cue.force not in ("say", "report") or cue.participle:
        return
    between = range(reports[-1].last, cue.group)
    named = [k for k in between if s.form(k) in words("media")]
    if named and s.form(between.start) == "," and all(s.tag(k) in "DN" for k in between[1:]):
        relay = (between.start + 1, cue.group)
        reports[-1] = reports[-1]._replace(last=cue.last, relay=relay)


def _close_with(s: Tagged, reports: list[Report], inner: Report, outer: Report) -> None:
    """Settle `A promised that …, B said`: an agency B relays A, anybody else says all of it."""
    i = reports.index(inner)
    colon = next((k for k in range(*inner.contents[0]) if s.form(k) == ":" and s.outside(k)), None)
    if colon is not None and outer.subject.pronoun and colon + 1 < outer.contents[-1][1]:
        reports[i] = ended(inner, colon)  # "Ruiz blamed the rain: 190mm fell, she said"
        reports.append(outer._replace(first=colon + 1, contents=((colon + 1, outer.contents[-1][1]),)))
        return
    told = outer.force == "report" and outer.rule == "en.report.inverted"
    if told or any(s.form(k) in words("media") for k in range(outer.subject.first, outer.subject.last)):
        reports[i] = ended(inner, outer.subject.clause - 1)._replace(
            last=outer.last, relay=(outer.subject.first, outer.subject.last)
        )
    else:
        reports[i] = outer._replace(
            first=min(outer.first, inner.first),
            contents=((inner.first, outer.contents[0][1]), *outer.contents[1:]),
        )


def _is_open(report: Report, cue: Cue) -> bool:
    return any(first <= cue.first < last for first, last in report.contents)


def _is_aside(s: Tagged, report: Report, cue: Cue) -> bool:
    """Whether a report stands in a relative clause about whoever speaks at a cue: "Ruiz, who hoped it would, said"."""
    told = report.rule in ("en.report.that", "en.report.addr", "en.report.to")
    related = told and report.first > s.first and "W" in (s.tag(report.first - 1), s.tag(report.first))
    return related and report.last + 1 == cue.group and s.form(report.last) == ","


def _separator_before(s: Tagged, first: int, open_report: Report) -> int:
    floor = open_report.contents[0][0] + 1
    if first > floor and s.form(first - 1) in words("contrast"):
        first -= 1
    if first > floor and s.form(first - 1) == "even":
        first -= 1
    first = max(floor, before_measure(s, first)) if s.form(first) in ("after", "before") else first
    while first > floor and s.tag(first - 1) in "CMW" and s.outside(first - 1) and s.form(first - 1) not in '"”%':
        first -= 1
    return first


def _begins_anew(s: Tagged, report: Report, cue: Cue) -> bool:
    """Whether a report inside another's content is not part of it: coordinated, after a semicolon, a participle."""
    if cue.participle:
        return cue.group > s.first and (s.form(cue.group - 1) == "," or cue.group < cue.first)
    before = s.form(report.first - 1) if report.first > s.first else ""
    if before == "which" and s.form(report.first - 2) == ",":
        return True
    if before == "," and s.form(report.first) == "which" and _is_paper(s, report):
        return True  # "accused the firm of ignoring a letter, which warned that …"
    if before == "," and report.subject.first > report.first:
        return True  # ", a pledge Berger called …"
    if before in words("contrast") and report.subject.first < report.subject.last:
        return True  # "…, while two economists warned that …"
    return before == ";" or s.tag(report.first) == "C" or (report.first > s.first and s.tag(report.first - 1) == "C")


def _is_second_blame(s: Tagged, open_report: Report, report: Report) -> bool:
    """Whether another answers a blame right behind its comma: "The firm blames rain, | the union blames the firm"."""
    blames = {open_report.rule, report.rule} <= {"en.report.np", "en.report.on", "en.report.for", "en.report.of"}
    blames = blames and open_report.force == report.force == "accuse"
    return blames and s.form(report.first - 1) == "," and not report.subject.dropped and not report.subject.pronoun


def _is_told_too(s: Tagged, open_report: Report, cue: Cue) -> bool:
    """Whether "and had warned" is of what was said, by its tense: "said that his client was ill and had believed …"."""
    if s.form(cue.group) != "had" or s.tag(cue.group - 1) != "C" or open_report.cue is None:
        return False
    before = {s.form(k) for k in range(cue.group, cue.first)} & words("how_said")
    said = open_report.cue[0]
    return not before and "d" in s.verb_kinds(said) and s.tag(said - 1) not in "Xx"


def _is_paper(s: Tagged, report: Report) -> bool:
    """Whether what is read, a letter or a study, says so: "a letter from the fire brigade, which warned …"."""
    read = range(report.subject.first, report.subject.last)
    return s.form(read.start) in ("a", "an") and any(s.form(k) in words("document") for k in read)


def _is_deed(report: Report, cue: Cue) -> bool:
    """Whether what is told is that somebody did so: "reported that the firm had offered to pay", "agreed to meet"."""
    return report.rule == "en.report.to" and (cue.lemma in ("offer", "agree") or cue.group < cue.first)


def _is_relayed(s: Tagged, report: Report) -> bool:
    """Whether a report only passes on another's words: an agency or newspaper, "according to" a document."""
    if report.rule == "en.source.before":
        return True
    return any(s.form(k) in words("media") for k in range(report.subject.first, report.subject.last))
