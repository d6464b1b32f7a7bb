"""What stands before a report that interrupts its content, which the content needs to stand alone."""

from __future__ import annotations

from factcheck.extract.en.amidst import awaits
from factcheck.extract.en.genders import gender_of
from factcheck.extract.en.leading_time import tells_when
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, noun_phrase_start, subject_before
from factcheck.extract.en.predicates import behind_colon, has_finite, opens_alone
from factcheck.extract.en.relatives import antecedent, phrase_start
from factcheck.extract.en.tags import Tagged
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang.english import cue_frames, words
from factcheck.text import Span

MARKS = '"“”'
BEHIND = frozenset(("en.report.after", "en.report.inverted"))
AMID = frozenset(("en.report.amid", "en.source.after", "en.source.before"))
_NOT_HOW = frozenset(("without", "since", "until"))  # no "On the phone, he said, …"
_TAKING = {"for": "for", "on": "on", "pinned": "on", "onto": "to", "onto!": "to", "downto": "to", "of": "of"}
_BACK = 5  # tokens before a report in which the comma stands


def around_report(layout: Layout, proposition: Proposition, s: Tagged, first: int, content: str) -> str | None:
    """The content with what stands before the report that interrupts it: "[All of them] had gone", "[bolts, which]"."""
    report = _report_start(layout, proposition)
    if report is None or report >= first or report <= s.first:
        return None
    part = "en.cut.part" in proposition.rules
    he = s.form(s.first) in _NOT_HOW and s.tag(report - 1) == "R" and s.form(report - 2) == ","
    told = report - he  # "Under the plan, he said, | two …"
    if s.form(first - 1) == s.form(told - 1) == "," and s.tag(first) not in FINITE and not part:
        said_there = not words("statement", "occasion").isdisjoint(s.form(k) for k in range(s.first, told - 1))
        if opens_alone(s, s.first, told - 1) and not said_there:
            lead = words_of(s, s.first, told - 1)
            lead = lead[0].lower() + lead[1:] if tells_when(s, s.first, told - 1) else lead
            return f"[{lead},] {content}"  # "In Vale, said the mayor, | nobody fell", "Hours later, said Ruiz, …"
    if "en.report.contact" in proposition.rules:  # "in a move unions say | breaks the pledge"
        article = next((k for k in range(report - 1, s.first, -1) if s.form(k) in ("a", "an")), report)
        return f"[{words_of(s, article, report - (s.form(report - 1) == 'that'))}] {content}"
    if _stands_behind(layout, proposition, s, first):
        report = next((k for k in range(report, max(s.first, report - _BACK), -1) if s.form(k - 1) == ","), report)
        before = _before_report(s, report - 1)
        if s.form(report - 2) in ("who", "which") and s.form(report - 3) == "," and s.tag(first) in FINITE:
            told_of = antecedent(s, report - 1)  # "blamed stewards, who, it said, | had shoved a boy"
            return f"[{words_of(s, told_of.first, told_of.last)}] {content}"
        return f"[{before}] {content}" if before and s.tag(report - 2) != "W" else None
    if s.tag(report - 1) == "R":
        report -= 1  # "which it says"
    if "en.report.of" in proposition.rules and s.form(first - 1) == "of" and s.tag(first - 2) in FINITE:
        begin = report
        while begin > s.first and s.tag(begin - 1) in "DN#A" and s.tag(begin - 1) != "P":
            begin -= 1
        begin = next((k for k in range(report - 1, begin, -1) if s.tag(k - 1) not in "DN#A" or s.tag(k) in "D#"), begin)
        named = words_of(s, begin, report)  # "seized | four boats it accuses of fishing there"
        return f"[{named}] {content}" if named else None
    report -= (beside := s.form(report - 1) == "," and "en.source.before" in proposition.rules)
    if (
        s.form(first - 1) in ("that", "after", "before", "because")
        or (proposition.cue is not None and s.tokens[report].start == proposition.cue.start)  # "Ruiz, who blamed rain"
        or s.form(report - 1) not in ("which", "who", "whom")
        or (s.form(report - 2) != "," and not beside)
    ):
        return None
    subject = subject_before(s, report - 1 - (s.form(report - 2) == ","), s.first)
    if s.tag(subject.first) in "PV" and s.form(subject.first - 1) == ",":  # "a letter, sent in May, which he says"
        end = subject.first - 1
        subject = Subject(noun_phrase_start(s, end, s.first), end, end)
    while subject.first < subject.last and s.tag(subject.first) in "IA":
        subject = subject._replace(first=subject.first + 1)
    subject = _behind_own_preposition(s, subject, s.form(report - 1))
    near = phrase_start(s, report - 2 + beside)
    named = words_of(s, subject.first, subject.last) or words_of(s, near, report - 2 + beside)
    if not named and (s.tag(first) not in FINITE or s.form(report - 1) != "which"):
        return None
    by_hand = s.form(subject.last - 2) == "by" and s.text[s.tokens[subject.last - 1].start].islower()
    named = "this" if by_hand and s.form(report - 1) == "which" else named
    named = named or "this"  # "waited until a boat came, which he says took an hour"
    if "en.report.of" in proposition.rules:
        return f"[{named}] {content}"  # "fined the bank, which it accuses of fraud"
    named = "this" if s.tag(subject.first) == "G" else named  # "stop using force, which he says would help"
    if s.form(first - 1) == "to" and s.tag(first) in "NDG":
        down = "down " if s.form(first - 2) == "down" else ""  # "two leaks, which he put down to rust"
        named = "this" if set(named) <= set("0123456789.,%") else named  # "slipped 2.3%, which he put down to rain"
        return f"[{named} {down}to] {content}"
    if s.tag(first - 1) == "T":  # "the inquiry, which it expects to last a year", "a road, which it vowed to mend"
        verb, _, rest = content.partition(" ")
        foreseen = s.form(first - 2) in words("foreseen_to")
        return f"[{named}] to {content}" if foreseen else f"{verb} [{named}] {rest}".rstrip()
    stated = s.tag(first) in FINITE or "en.report.at" in proposition.rules
    return f"[{named}] {content}" if stated else f"[{named}, which] {content}"


def _behind_own_preposition(s: Tagged, subject: Subject, relative: str) -> Subject:
    """The second thing a verb takes, where ", which" goes on: "blamed the loss on | rain, which he said"."""
    frames = cue_frames().get(s.form(subject.first - 1), frozenset()) & _TAKING.keys()
    own = {_TAKING[frame] for frame in frames}
    last = next((k for k in range(subject.last - 2, subject.first, -1) if s.form(k) in own), None)
    subject = subject if last is None else subject._replace(first=last + 1)
    of = next((k for k in range(subject.first + 1, subject.last - 1) if s.form(k) == "of"), subject.first)
    person = relative == "which" and gender_of(words_of(s, subject.first, of)) == "h" if of > subject.first else False
    return subject._replace(first=of + 1) if person else subject  # "the owner of | the mill, which it said"


def subject_amid(layout: Layout, proposition: Proposition, s: Tagged) -> str:
    """The subject before a report, which what is joined to its predicate behind the report shares."""
    report = _report_start(layout, proposition) if "en.report.amid" in proposition.rules else None
    comma = next((k for k in range((report or s.first) - 1, s.first, -1) if s.form(k) == ","), s.first)
    before = _before_report(s, comma)
    return before if before and not has_finite(s, s.first, comma) else ""


def words_of(s: Tagged, first: int, last: int) -> str:
    return " ".join(s.text[s.tokens[first].start : s.tokens[last - 1].end].split()) if first < last else ""


def _before_report(s: Tagged, comma: int) -> str:
    """The words of a clause before the comma of the report in its midst."""
    begin = max((k + 1 for k in range(s.first, comma) if s.form(k) == ";" and s.outside(k)), default=s.first)
    begin = behind_colon(s, begin, comma)
    while begin < comma and s.tag(begin) in "CM":
        begin += 1
    return words_of(s, begin, comma)


def _stands_behind(layout: Layout, proposition: Proposition, s: Tagged, first: int) -> bool:
    """Whether a content is what goes on, behind the comma of the report amid it, a clause that began before it."""
    comma = first - 1 - (s.form(first - 1) in MARKS)
    amid = AMID.intersection(proposition.rules) and s.tag(first) != "C"
    if not amid or proposition.cue is None or s.form(comma) != ",":
        return False
    if "en.source.before" in proposition.rules and s.tag(first) not in FINITE:
        before = layout.token_range(proposition.cue)[0] - 1
        return s.form(before) == "," and bool(awaits(s, s.first, before))  # "He stole, according to AFP, | a car"
    ends = [span.end for span in (proposition.cue, proposition.speaker) if span is not None]
    k = layout.token_range(Span(proposition.cue.start, max(ends)))[1]
    return max(ends) < proposition.span.start and not has_finite(s, k, comma)


def _report_start(layout: Layout, proposition: Proposition) -> int | None:
    """The first token of the words that report a proposition, before it in its sentence."""
    told = (proposition.cue, proposition.speaker)
    spans = [span for span in told if span is not None and proposition.sentence.start <= span.start]
    before = [layout.token_range(span)[0] for span in spans if span.end <= proposition.span.start]
    return min(before, default=None)
