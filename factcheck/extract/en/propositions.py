"""Who says what in a line of English news."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Certainty, Mode
from factcheck.extract.amounts import CURRENCY_SIGNS
from factcheck.extract.en.beside import (
    after_apposition,
    after_cited,
    after_measure,
    before_dangling,
    before_report_goes_on,
    is_beside,
    is_set_off,
    is_short_answer,
    is_short_clause,
    leads_on,
    lists_that,
    tells_post,
    tells_who,
)
from factcheck.extract.en.carry import Voices
from factcheck.extract.en.clauses import Piece, split
from factcheck.extract.en.credited import credited
from factcheck.extract.en.dated_saying import begin_of_saying, end_of_saying
from factcheck.extract.en.headlines import asks_only, headline_reports, speaks_in_person, split_headline, tells
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.own_deeds import joined_deeds
from factcheck.extract.en.predicates import has_finite
from factcheck.extract.en.report import BARE_FRAMES, Report
from factcheck.extract.en.reports import find_reports
from factcheck.extract.en.scenes import only_bids, sets_the_scene
from factcheck.extract.en.speaking import leaves_unsaid
from factcheck.extract.en.supplied import rest_behind
from factcheck.extract.en.tags import Tagged, tags_of
from factcheck.extract.en.wholeness import after_lead, before_measure, has_predicate, is_of_speaker, may_hold_verb
from factcheck.extract.layout import Carry, Layout, Line, Sentence, quoted_share
from factcheck.extract.proposition import Proposition
from factcheck.lang.english import words
from factcheck.text import Span, trim

_NOMINAL = frozenset(
    f"en.report.{frame}" for frame in (BARE_FRAMES - {"asfigure"}) | {"as", "asquote"}
)  # no verb at their head
_DEEDS = frozenset(f"en.report.{frame}" for frame in ("to", "as", "asquote"))  # what they hold asserts no more
_BLAMES = frozenset(("en.report.for", "en.report.on"))
_FIGURES = frozenset(("en.report.at", "en.report.asfigure", "en.report.num"))
_WHOLE = frozenset(("whole", "main", "coordination"))
_NEGATING = frozenset({"nor"})
_SENTENCE = 6  # tokens from which a sentence without a verb that is known still says something
_REACH = 240  # tokens; the sentences of news have up to a hundred


_BESIDE = frozenset(("after", "before"))
_TO_CALL = frozenset(("call", "contact", "phone", "ring", "email", "text", "come"))
_APPEALS = frozenset(("asked", "urged", "encouraged", "advised"))


def find_propositions(layout: Layout, line: Line, carry: Carry) -> tuple[list[Proposition], Carry]:
    """The propositions of one line in text order, and what carries over to the next line."""
    voices = Voices(layout, carry)
    found: list[Proposition] = []
    before = Span(0, 0)
    for sentence in (part for whole in line.sentences for part in _in_reach(layout, whole)):
        s = tags_of(layout, sentence.first, sentence.last, line.quotations)
        given = credited(found, before, s, voices)
        found = given if given is not None else found + _in_sentence(layout, line, sentence, s, voices)
        before = Span(sentence.start, sentence.end)
    return sorted(found, key=lambda p: p.span), voices.carry()


def _in_reach(layout: Layout, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or where it is longer than any of news, its stretches: the cost stays linear in its length."""
    if sentence.last - sentence.first <= _REACH:
        yield sentence
        return
    for first, last in sentence.inner:
        for begin in range(first, last, _REACH):
            end = min(begin + _REACH, last)
            yield Sentence(layout.tokens[begin].start, layout.tokens[end - 1].end, begin, end, ((begin, end),))


def _in_sentence(layout: Layout, line: Line, sentence: Sentence, s: Tagged, voices: Voices) -> list[Proposition]:
    if _is_question(s, s.first, s.last) or lists_that(s):
        return []
    reports = headline_reports(s) if line.role == "headline" else []
    reports = reports or find_reports(s)
    if not reports:
        continued = voices.continued_quotation(s)
        reports = [continued] if continued is not None else []
    found: list[Proposition] = []
    for report in reports:
        found += _of_report(layout, line, sentence, s, report, voices)
    for first, last in _left_over(s, reports):
        found += _of_article(layout, line, sentence, s, first, last, bool(reports))
    asides = (a for r in reports for a in r.asides if not any(a[0] - 1 <= other.first < a[1] for other in reports))
    for first, last in (aside for aside in asides if not tells_who(s, *aside)):
        found += _of_article(layout, line, sentence, s, first, last, True, "relative")
    if line.role != "headline" or s.form(s.last - 1) == ".":
        voices.note_topic(s, reports)
    return found


def _of_report(
    layout: Layout, line: Line, sentence: Sentence, s: Tagged, report: Report, voices: Voices
) -> list[Proposition]:
    """The propositions of what one report says."""
    if report.force == "ask" and not any(not s.outside(first) for first, _ in report.contents):
        return []  # a quotation that ends in a question may state something before it
    speaker, holder = voices.resolve(s, report)
    cue = None if report.cue is None else _span(s, *report.cue)
    relay = None if report.relay is None else _span(s, *report.relay)
    found: list[Proposition] = []
    for first, last in report.contents:
        aside = False
        for piece in _pieces(s, sentence, first, last, report):
            aside = (aside and piece.rule != "whole") or is_beside(s, report, piece)
            aside = aside or is_of_speaker(s, first, piece.first, piece.rule)
            aside = aside or (report.rule in _FIGURES | {"en.report.of"} and piece.rule == "apposition")
            aside = aside or (report.rule in _DEEDS and piece.rule in ("relative", "subordinate"))
            aside = aside or (report.rule in _BLAMES and piece.rule == "relative")
            led = s.tag(piece.first) == "C" and s.form(piece.first) not in _NEGATING
            if led and s.outside(piece.first) and piece.last - piece.first > 1:
                again = s.form(piece.first + 1) == "that" and s.tag(piece.first + 2) in "RDN#"
                piece = piece._replace(first=piece.first + 1 + again)  # "…, he added, and that was …", "and that he …"
            piece = piece._replace(first=after_lead(s, piece.first, piece.last, last))
            span = _span(s, piece.first, piece.last)
            if (span.end - span.start < 3 and s.tag(piece.first) != "#") or is_short_answer(s, piece):
                continue
            if leaves_unsaid(s, report, first, piece.first) or only_bids(s, piece.first, piece.last):
                continue
            if aside:  # "agreed to resume imports, which were banned in 2003"
                rules = ("en.narrator", f"en.cut.{piece.rule}")
                certain = _certainty(s, piece, None)
                found.append(
                    Proposition(span, "narrator", Span(sentence.start, sentence.end), certainty=certain, rules=rules)
                )
                continue
            own_words = report.rule == "en.headline.colon" and speaks_in_person(s, piece.first, piece.last)
            mode: Mode = "direct_quote" if own_words or quoted_share(line, span) > 0.5 else "indirect_speech"
            told = Proposition(
                span, mode, Span(sentence.start, sentence.end), cue, speaker, holder, relay,
                denied=report.force == "deny", certainty=_certainty(s, piece, report.force), force=report.force,
                headline=line.role == "headline", reporting=_reporting(s, report, first, last),
                rules=(report.rule, f"en.cut.{piece.rule}"),
            )  # fmt: skip
            found.append(told._replace(rest=rest_behind(layout, told, s, piece.first)))
    return found


def _pieces(s: Tagged, sentence: Sentence, first: int, last: int, report: Report) -> list[Piece]:
    """A content cut into claims: by the inner sentences of a quotation first, questions left out, then by clauses."""
    if report.force == "deny" or report.rule in _NOMINAL:
        one = report.force == "deny" or report.rule in ("en.report.memory", "en.report.held_so")
        parts = [Piece(first, last, "whole")] if one else split(s, first, last, nominal=True)
        return joined_deeds(s, parts) if report.rule == "en.report.of" else parts
    found: list[Piece] = []
    for begin, end in sentence.inner:
        begin, end = max(begin, first), min(end, last)
        if begin < end and not _is_question(s, begin, end):
            found += split(s, begin, end)
    return found


def _reporting(s: Tagged, report: Report, first: int, last: int) -> tuple[Span, ...]:
    """The stretches of a report around its content, without what it tells of the speaker: "who took office in May"."""
    around, begin = [(last, end_of_saying(s, report, last))], begin_of_saying(s, report)
    for aside in sorted(a for a in report.asides if begin <= a[0] and a[1] <= first):
        around.append((begin, aside[0]))
        begin = aside[1]
    around.append((begin, first))
    return tuple(_span(s, a, b) for a, b in sorted(around) if a < b and _span(s, a, b).end > _span(s, a, b).start)


def _of_article(
    layout: Layout, line: Line, sentence: Sentence, s: Tagged, first: int, last: int, beside_report: bool,
    cut: str = "whole",
) -> list[Proposition]:  # fmt: skip
    """The propositions the article asserts itself in the half-open tokens `first` to `last`."""
    found: list[Proposition] = []
    for piece in split_headline(s, first, last) if line.role == "headline" else split(s, first, last):
        begin = piece.first
        end = piece.last
        while begin < end and s.tag(begin) in "CM" and s.form(begin) not in CURRENCY_SIGNS | _NEGATING:
            begin += 1
        if beside_report and begin < end:
            begin, relative = after_apposition(s, begin, end)
            cut = "relative" if relative else cut
            if relative and tells_who(s, begin, end):
                continue
        end = before_dangling(s, begin, end)
        at = end - (end > begin and s.form(end - 1) in _BESIDE and s.tag(end) in "DNR")
        end = before_measure(s, at) if s.form(at) in _BESIDE else end  # "quit in May | , a week after an audit found …"
        if s.form(end) == "that" and s.tag(end - 1) in FINITE and end < piece.last:
            if s.form(end - 1) in words("reaction"):
                continue  # "Ruiz, who leads the union, welcomed | that, adding …"
            end += 1
        end = before_report_goes_on(s, begin, end) if beside_report else end
        begin = after_cited(s, after_measure(s, begin, end), end) if beside_report else begin
        piece = piece._replace(first=begin, last=end)
        span = _span(s, piece.first, piece.last)
        n_words = sum(1 for k in range(piece.first, piece.last) if s.tag(k) != "M")
        counted = any(s.tag(k) == "#" for k in range(piece.first, piece.last))
        n_least = 4 if beside_report and not counted and line.role == "body" else 2
        n_least = 2 if n_least == 4 and is_short_clause(s, piece) else n_least
        if (beside_report and leads_on(s, piece)) or is_set_off(s, piece):
            continue
        reacts = _reacts_behind(s, piece.last) and tells_who(s, piece.first, piece.last)
        if piece.rule == "relative" and (reacts or tells_post(s, piece.first, piece.last)):
            continue
        if s.form(begin) == "anyone" and any(_appeals(s, k) for k in range(begin + 1, end)):
            continue  # "Anyone with information is asked to call 101"
        if line.role == "headline" and asks_only(s, piece.first, piece.last):
            continue
        worded = any(s.tokens[k].kind == "word" and len(s.form(k)) > 2 for k in range(piece.first, piece.last))
        if span.end <= span.start or n_words < n_least or not worded or sets_the_scene(s, piece):
            continue
        told_of = line.role == "body" and piece.rule in _WHOLE and cut == "whole" and s.form(begin - 1) != ","
        told_of = told_of and s.tag(begin) in "DN#"
        if told_of and has_finite(s, begin, end) and not has_predicate(s, begin, end):
            continue  # "An engineer who took part in it"
        if not has_finite(s, piece.first, piece.last) and (
            (beside_report and line.role == "body" and piece.rule in ("whole", "main")) or not _asserts(s, line, piece)
        ):
            continue
        rules = ("en.narrator", f"en.cut.{cut if piece.rule == 'whole' else piece.rule}")
        found.append(
            Proposition(
                span, "narrator", Span(sentence.start, sentence.end), certainty=_certainty(s, piece, None),
                headline=line.role == "headline", rules=rules,
            )
        )  # fmt: skip
    return found


def _reacts_behind(s: Tagged, comma: int) -> bool:
    """Whether all that follows a relative clause about its subject is that he reacted: ", whose son is ill, agreed"."""
    rest = Piece(comma + 1, s.last - (s.tag(s.last - 1) == "M"), "main")
    return s.form(comma) == "," and comma + 1 < s.last and s.tag(comma + 1) in FINITE and sets_the_scene(s, rest)


def _appeals(s: Tagged, k: int) -> bool:
    """Whether readers are asked to get in touch at a token: "is asked | to call 101"."""
    asked = s.form(k) in _APPEALS and s.form(k - 1) in ("is", "are")
    return asked and s.form(k + 1) == "to" and s.form(k + 2) in _TO_CALL


def _asserts(s: Tagged, line: Line, piece: Piece) -> bool:
    """Whether a piece with no finite verb still says something: a participle or part cut off, a headline."""
    if line.role == "headline":
        outcome = s.form(piece.last) == "," and s.tag(piece.last + 1) == "G"  # "Skiff keels over | , killing 4"
        return outcome or tells(s, piece.first, piece.last)
    if piece.rule not in ("whole", "main") or any(s.tag(k) in "P#" for k in range(piece.first, piece.last)):
        return True
    whole = s.form(s.last - 1) == "." and piece.last >= s.last - 1 and piece.last - piece.first >= _SENTENCE
    return whole and s.tag(piece.first) in "DNR" and may_hold_verb(s, piece.first, piece.last)


def _left_over(s: Tagged, reports: list[Report]) -> list[tuple[int, int]]:
    """The stretches of the sentence that no report covers."""
    free: list[tuple[int, int]] = []
    at = s.first
    for first, last in sorted((r.first, r.last) for r in reports):
        if first > at:
            free.append((at, first))
        at = max(at, last)
    if at < s.last:
        free.append((at, s.last))
    return [(a, b) for a, b in free if any(s.tag(k) != "M" for k in range(a, b))]


def _is_question(s: Tagged, first: int, last: int) -> bool:
    """Whether the last full stop of the tokens is a question mark that no closing quotation mark hides in a report."""
    for k in range(last - 1, first - 1, -1):
        if s.tag(k) != "M":
            return False
        if s.form(k) == "?":
            return True
        if s.form(k) not in "\"”’')":
            return False
    return False


def _certainty(s: Tagged, piece: Piece, force: str | None) -> Certainty:
    if force == "hint":
        return "hinted"
    hedged = any(s.form(k) in words("hedge") and s.tag(k) != "N" for k in range(piece.first, piece.last))
    return "hedged" if hedged else "asserted"


def _span(s: Tagged, first: int, last: int) -> Span:
    """The trimmed span of half-open tokens; empty where there are none."""
    last = min(last, s.last)
    if last <= first:
        return Span(0, 0)
    return trim(s.text, s.tokens[first].start, s.tokens[last - 1].end)
