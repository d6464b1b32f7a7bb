"""What a claim's English sentence gets in brackets from around it: the noun of an apposition or a relative clause, what
goes on behind a report, the subject, object or verb that a part cut off shares.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.en.amidst import goes_on_behind
from factcheck.extract.en.around_report import AMID, BEHIND, MARKS, words_of
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, noun_phrase_start, subject_before
from factcheck.extract.en.predicates import has_finite, skip_adverbs
from factcheck.extract.en.relatives import phrase_start
from factcheck.extract.en.tags import Tagged
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang.english import words
from factcheck.text import Span


def with_object(s: Tagged, first: int, content: str) -> str:
    """What an apposition tells, with its noun behind the verb: "it bought [the Dutch group] last week"."""
    comma = next((k for k in range(first - 1, s.first, -1) if s.form(k) == ","), first - 1)
    verb = next((k for k in range(first, s.last) if s.tag(k) in FINITE), first)
    verb += s.tag(verb) == "X" and s.tag(verb + 1) in "PVB"
    at = s.tokens[verb].end - s.tokens[first].start
    return f"{content[:at]} [{words_of(s, comma + 1, first)}]{content[at:]}"


def _with_something(s: Tagged, first: int, content: str) -> str | None:
    """What goes on a relative clause with no pronoun, with its noun: "[40 beds, something] no clinic ever bought"."""
    comma = next((k for k in range(first - 2, s.first, -1) if s.form(k) == "," and s.outside(k)), s.first)
    told = s.form(comma + 1) == "something" and s.tag(comma + 2) in "DNR" and s.tag(first - 1) == "C"
    if comma == s.first or not told or {"W", "C"} & set(s.letters(comma, first - 1)) or s.tag(first) in FINITE:
        return None
    begin = noun_phrase_start(s, comma, s.first)
    begin = next((k + 1 for k in range(comma - 1, begin - 1, -1) if s.tag(k) == "G"), begin)
    return f"[{words_of(s, begin, comma + 2)}] {content}"


def told_beside(proposition: Proposition, s: Tagged, first: int, last: int, content: str) -> str | None:
    """What is told beside the clause, with whom or what it is told of."""
    beside = _with_name(s, first, last, content) or _with_something(s, first, content)
    return beside or _set_off(proposition, s, first, content)


def _set_off(proposition: Proposition, s: Tagged, first: int, content: str) -> str | None:
    """What commas or a list cut off, with what it is told of: "[The mill was] built in 1921", "[it would] be cut"."""
    cut = next((r.rpartition(".")[2] for r in proposition.rules if r.startswith("en.cut.")), "whole")
    if cut == "contact":
        return with_object(s, first, content)
    if cut == "coordination" and s.form(first) == "be":
        modal = next((k for k in range(first - 1, s.first, -1) if s.form(k) in words("modal")), s.first)
        subject = subject_before(s, modal, s.first) if modal > s.first else Subject(first, first, first)
        named = words_of(s, subject.first, subject.last)
        return f"[{named} {s.form(modal)}] {content}" if named else None
    dated = cut in ("relative", "participle") and s.form(first - 1) == "," and s.tag(first) in "PV"
    if not dated or "n" not in s.verb_kinds(first) + "n" * s.form(first).endswith("ed") or s.tag(first + 1) not in "IA":
        return None
    begin = noun_phrase_start(s, first - 1, s.first)
    while begin < first - 1 and s.tag(begin) in "CIA":
        begin += 1
    against = next((k for k in range(first - 2, begin, -1) if s.form(k) in _AGAINST), begin)
    if s.form(first - 2).removesuffix("s") in words("measures_much", "bare_measure"):
        begin = against + (against > begin)  # "below | the record, set in 2008"
    to = begin - 1 - (s.form(begin - 1) != "to")
    if s.form(to) == "to" and s.tag(to - 1) == "N":  # "a plan to reline the tunnel, drawn up in May"
        begin = noun_phrase_start(s, to, s.first)
    head = next((k for k in range(begin + 1, first - 1) if s.tag(k) == "I"), first - 1) - 1
    closing = next((k for k in range(first, s.last) if s.form(k) == ","), first)
    these = s.form(closing + 1) in ("are", "were", "have")  # "Rovers, founded in 1902, have"
    many = s.form(head).endswith("s") and not s.form(head).endswith(("ss", "us", "is")) and s.form(begin) != "a"
    named = words_of(s, begin, first - 1)
    was = " were" if these or (many and s.text[s.tokens[head].start].islower()) else " was"
    was = "," if "en.report.np" in proposition.rules else was  # "acknowledged [a letter,] sent in May"
    return f"[{named}{was}] {content}" if named else None


_AGAINST = frozenset(("below", "above", "under", "than"))


def told_that(s: Tagged, first: int) -> str:
    """What a second "that" in quoted words goes back to: "I'm told that A and [I'm told that] B"; empty for none."""
    q = next((q for q in s.quotations if q.first < first < q.last), None)
    if q is None or [s.form(first - 2), s.form(first - 1)] != ["and", "that"]:
        return ""
    told = next((k for k in range(q.first, min(q.first + 5, first)) if s.form(k) in words("heard")), None)
    owned = s.form(q.first).startswith(("i'", "i’", "we'", "we’")) or s.form(q.first) in ("i", "we")
    return f"{words_of(s, q.first, told + 1)} that" if owned and told is not None else ""


def with_rest(layout: Layout, proposition: Proposition, content: str) -> str:
    """The content with what goes on behind a report that cuts its clause in two: "The kiln [was cold]"."""
    span = proposition.rest
    rest = "" if span is None else " ".join(layout.text[span.start : span.end].split())
    return f"{content} [{rest}]" if rest and rest not in content else content


def rest_behind(layout: Layout, proposition: Proposition, s: Tagged, first: int) -> Span | None:
    """What goes on behind a report in the midst of a clause, of which the words from token `first` on are the claim."""
    cue = proposition.cue
    if cue is None or cue.start < s.tokens[first].start:
        return None
    if BEHIND.intersection(proposition.rules):
        return _cited_behind(layout, proposition, s, cue)
    if not AMID.intersection(proposition.rules):
        return None
    comma = layout.token_range(proposition.span)[1]
    ends = [span.end for span in (cue, proposition.speaker) if span is not None]
    if "en.source.after" in proposition.rules and s.form(comma) == ",":
        named = layout.token_range(Span(cue.start, max(ends)))[1]
        office = s.form(named + 1) in {"a", "an", "the", "head"} | words("title")
        if s.form(named) == "," and office:
            return None  # "according to Ana Ruiz, a surgeon"
    begin = skip_adverbs(s, layout.token_range(Span(cue.start, max(ends)))[1], s.last) + 1
    if s.form(begin) == "who":
        return None  # "according to Ana Ruiz, who told reporters so"
    end = goes_on_behind(s, first, comma, begin) if s.form(comma) == s.form(begin - 1) == "," else 0
    return Span(s.tokens[begin].start, s.tokens[end - 1].end) if begin < end else None


def _cited_behind(layout: Layout, proposition: Proposition, s: Tagged, cue: Span) -> Span | None:
    """What a speaker who is named behind a claim cites for it: "…, Ana Ruiz told the inquiry, | citing early logs"."""
    begin = layout.token_range(cue)[1]
    citing = next((k for k in range(begin, s.last) if s.form(k) in ("citing", "quoting") and s.form(k - 1) == ","), 0)
    speaker = proposition.speaker
    named = speaker is not None and citing and speaker.start > s.tokens[citing].start
    if not citing or named or proposition.relay is not None or has_finite(s, begin, citing) or not s.outside(citing):
        return None
    end = next((k for k in range(citing + 1, s.last) if s.tag(k) in "MS" and s.form(k) not in "-'’%"), s.last)
    return Span(s.tokens[citing].start, s.tokens[end - 1].end) if end > citing + 1 else None


def unquoted(s: Tagged, k: int) -> Tagged:
    """The sentence with no marks of quotation; where those around token `k` hold whole sentences, only they."""
    q = next(q for q in s.quotations if q.first <= k < q.last)
    whole = s.text[s.tokens[q.first].start].isupper() and s.form(q.first - 2) in (":", ",") and q.first > s.first
    begin = q.first if whole and q.first < k else s.first
    ends = (j for j in range(k - 1, max(begin, q.first), -1) if s.form(j) in (".", "!", "?"))
    begin = next((j + 1 for j in ends if s.text[s.tokens[j + 1].start].isupper()), begin)
    return replace(s, first=begin, tags=s.tags[begin - s.first :], quotations=(), quoted="0" * (s.last - begin))


def settled(s: Tagged, subject: Subject, at: tuple[int, int, int], lead: tuple[int, int] | None) -> Subject:
    """What a verb cut off from its clause goes on: its subject or object, or, for a plain verb that shares a "to", all
    before it: "[They are willing to meet and] ease tensions". `at` holds where the clause, the verb, the piece begin.
    """
    floor, begin, first = at
    comma = next((k for k in range(floor, first - 1) if s.form(k) == ","), floor)
    named = s.form(first - 1) == "," and s.tag(begin) in FINITE and not has_finite(s, floor, comma)
    if named and floor < comma < subject.first and s.tag(floor) in "DN":
        return Subject(floor, comma, floor)  # "[The head of the firm], a former banker who left in May, | was jailed"
    if subject.dropped and subject.first >= subject.last:
        return object_before(s, begin, floor)
    to = next((k for k in range(first - 1, subject.first, -1) if s.tag(k) == "T"), first)
    shares = lead is None and s.tag(begin) in "BN" and to < first and s.tag(to + 1) == "B" and s.tag(first - 1) == "C"
    return Subject(subject.first, first, subject.first) if shares and subject.first < subject.last else subject


def object_before(s: Tagged, verb: int, floor: int) -> Subject:
    """The object that "was" at `verb` can alone agree with: "homes lost power, up from 3,000, and was restored"."""
    acted = next((k for k in range(floor, verb) if s.tag(k) in FINITE), verb)
    end = acted + 1
    while end < verb and s.tag(end) in "DN":
        end += 1
    one = s.form(verb) in ("is", "was", "has") and s.tag(end) == "M" and not s.form(end - 1).endswith("s")
    return Subject(acted + 1, end, acted + 1) if one and acted + 1 < end else Subject(verb, verb, verb, dropped=True)


def _with_name(s: Tagged, first: int, last: int, content: str) -> str | None:
    """What the article adds of a speaker, with the name: "[Ana Ruiz is] a teacher who was waiting"."""
    if s.form(first) not in ("a", "an") or first <= s.first or s.form(first - 1) != ",":
        return None
    name = phrase_start(s, first - 1)
    told = any(s.tag(k) == "W" for k in range(first, min(first + 5, last)))
    capital = name < first - 1 and s.text[s.tokens[first - 2].start].isupper()
    claimed = s.form(first + 1) in words("allegation")  # "sued it in the High Court, a claim it contests"
    return f"[{words_of(s, name, first - 1)} is] {content}" if told and capital and not claimed else None


def with_that(proposition: Proposition, s: Tagged, first: int, content: str) -> str:
    """The content behind "and that", with what "that" takes up where it acts: "[It broke and that] brought us down"."""
    if s.tag(first) not in FINITE or s.tag(first + 1) not in "ODI":
        return content
    before = " ".join(s.text[proposition.sentence.start : s.tokens[first - 1].end].split())
    return f"[{before.lstrip(MARKS)}] {content}"


def opens_part(s: Tagged, i: int, first: int) -> bool:
    """Whether a word before a part that begins at `first` only leads to it: a comma, "and", "with", "including"."""
    led = s.tag(i) == "I" and all(s.tag(k) in "IC" for k in range(i, first))
    return led or (s.tag(i) in "MC" and s.form(i) != "%") or s.form(i) == "including"
