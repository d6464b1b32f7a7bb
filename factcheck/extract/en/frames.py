"""The frames of a report in English: its content before the verb, after it, or on both sides."""

from __future__ import annotations

from factcheck.extract.en.amidst import adds_number_of_it
from factcheck.extract.en.commas import cut_part
from factcheck.extract.en.complements import complement
from factcheck.extract.en.cues import Cue
from factcheck.extract.en.hearers import heard_there
from factcheck.extract.en.interrupted import (
    amid_clause,
    amid_inverted,
    around,
    around_inverted,
    behind_condition,
    complement_follows,
    content_before,
    interrupted,
    issuer,
    quoted_behind,
    tells_more_of_it,
    with_would,
)
from factcheck.extract.en.inversion import may_invert
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before, subject_of_relative
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.noun_phrases import restrictive_before
from factcheck.extract.en.own_deeds import (
    account_summed_up,
    before_aside_ends,
    before_own_call,
    before_own_deed,
    before_own_words,
    before_silence,
    before_what,
    ends_lead,
)
from factcheck.extract.en.participles import lead_end, participle_subject
from factcheck.extract.en.predicates import has_finite, starts_clause, starts_verb_phrase
from factcheck.extract.en.relative_reports import behind_relative, joined_in_relative, relative_end
from factcheck.extract.en.relays import quoted_as_saying
from factcheck.extract.en.report import Range, Report, quotation_closing_at
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.views import find_view
from factcheck.extract.en.wholeness import has_predicate
from factcheck.lang.english import words

_NO_SPEAKER = frozenset(
    ("including", "despite", "contrary", "whatever", "whoever", "something", "no", "none", "neither", "few")
)  # "despite what the city said", "No official said"
_SHORT = 4  # tokens of a clause of the article's before a colon
_ANSWERS = frozenset(("no", "yes", "nothing", "so", "none", "otherwise"))


def _is_nobody(s: Tagged, k: int) -> bool:
    """Whether who would say it opens with a word for nobody; not "No 10", "No Kings organisers", which are names."""
    if s.form(k) != "no" or k + 1 >= s.last:
        return s.form(k) in _NO_SPEAKER
    moved = s.form(k + 2) in words("moves_many") and s.form(k + 1).endswith("s")
    return s.tag(k + 1) != "#" and not (moved and s.text[s.tokens[k + 1].start].isupper())


def find_frame(s: Tagged, cue: Cue, floor: int, open_report: Report | None, reports: list[Report]) -> Report | None:
    """What a cue reports, looking back no further than `floor`; `open_report` is the one whose content it stands in."""
    if cue.passive:
        return _said_by(s, cue)
    if cue.frames & {"account", "view"}:
        return find_view(s, cue, floor)
    return (
        _of_thing(s, cue)
        or quoted_as_saying(s, cue, floor)
        or amid_clause(s, cue, floor)
        or amid_inverted(s, cue, floor)
        or _inverted(s, cue, floor)
        or _after_content(s, cue, floor if open_report is None else max(floor, open_report.first), open_report)
        or _before_content(s, cue, floor, open_report, reports[-1] if reports else None)
    )


def _of_thing(s: Tagged, cue: Cue) -> Report | None:
    """`…, in a move unions say tears up a pledge`: what is said of what was just told, summed up in a noun."""
    if cue.participle or not starts_verb_phrase(s, cue.last, s.last) or not cue.frames & {"that"}:
        return None
    near = range(cue.group - 1, max(s.first, cue.group - 7), -1)
    article = next((k for k in near if s.form(k) in ("a", "an") and s.tag(k - 1) in "IM"), None)
    noun = next((k for k in range(article or cue.group, cue.group) if s.form(k) in words("summing_noun")), None)
    if article is None or noun is None or noun + 1 >= cue.group or not set(s.letters(article, noun)) <= set("DNAP"):
        return None
    pronoun = s.form(noun + 1) if s.tag(noun + 1) == "R" else ""
    end = next((k for k in range(cue.last, s.last) if s.form(k) in (",", ";") and s.outside(k)), s.last)
    begin = article - (s.tag(article - 1) == "I")
    opened = noun + 1 + (s.form(noun + 1) == "that" and s.tag(noun + 2) == "N")  # "a clause that | builders say"
    subject = Subject(opened, cue.group, begin, pronoun=pronoun)
    return Report(begin, end, ((cue.last, end),), subject, (cue.first, cue.last), cue.force, "en.report.contact")


def _inverted(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`"…," said Ivana Perko`, and `…, said Ivana Perko` with no marks."""
    before = cue.group - 1
    if cue.participle or before <= floor or cue.last >= s.last or not cue.frames & {"q", "q!"}:
        return None
    quotation = quotation_closing_at(s, before)
    if s.tag(cue.last) not in "ND#R" or (quotation is None and s.form(before) != ","):
        return None
    if s.form(cue.last) in _ANSWERS or cue.lemma == "tell":
        return None  # "The mayor, asked if it would close, said no"
    end = phrase_after(s, cue.last, s.last)
    if not may_invert(s, cue, end, quoted=quotation is not None):
        return None
    told_of = quotation is not None and s.tag(end) == "V" and s.tag(end + 1) in "IAS"  # said a man injured in the fire
    if end == cue.last or has_finite(s, cue.last, min(end + (not told_of), s.last)):
        return None
    pronoun = s.form(cue.last) if s.tag(cue.last) == "R" else ""
    if quotation is None and not has_finite(s, floor, before):
        named = Subject(cue.last, end, cue.group, pronoun=pronoun)
        return _behind_colon(s, cue, floor, named) or around_inverted(s, cue, floor, named)
    if quotation is None and not has_predicate(s, floor, before):
        return None  # "The woman, who spoke last, said the officer had told her …"
    subject = issuer(s, end, cue) or Subject(cue.last, end, cue.group, pronoun=pronoun)
    end = max(end, subject.last)
    if told_of:
        end = next((k for k in range(end, s.last) if s.form(k) in (",", ";", ".", ":", "—")), s.last)
    contents = content_before(s, floor, before, quotation)
    asides: tuple[Range, ...] = ()
    if quotation is None and s.form(end) == "," and s.tag(end + 1) == "#" and s.form(end + 3) in ("whom", "which"):
        last, contents = s.last, (*contents, (end + 1, s.last))  # "…, said Ana Ruiz, two of whom are guards"
    elif quotation is None and (adds_number_of_it(s, end) or _goes_on_with_clause(s, cue, _past_post(s, end))):
        end = end if adds_number_of_it(s, end) else _past_post(s, end)
        last, contents = s.last, (*contents, (end + 2, s.last))  # "…, says Vale Oil, and 500 of it reached the river"
    elif quotation is None and s.form(end) == "," and (part := cut_part(s, end + 1, s.last)) is not None:
        last, contents = s.last, (*contents, (part[0], s.last))  # "…, said Ana Ruiz, most of them guards"
    elif quotation is None and (more := quoted_behind(s, end)) is not None:
        last, asides, contents = more[0], more[2], (*contents, *more[1])
    else:
        last, contents = behind_condition(s, floor, end) or interrupted(s, end, contents)
    first = floor if contents[0][0] > end else contents[0][0]
    return Report(first, last, contents, subject, (cue.first, cue.last), cue.force, "en.report.inverted", asides=asides)


def _behind_colon(s: Tagged, cue: Cue, floor: int, subject: Subject) -> Report | None:
    """`Not so, says Vale Foods, which made it: its own tests were clear`: the words behind the colon are said."""
    colon = next((k for k in range(subject.last, s.last) if s.form(k) == ":" and s.outside(k)), s.last)
    related = s.form(subject.last) == "," and s.tag(subject.last + 1) == "W"
    if colon + 2 >= s.last or (colon > subject.last and not related) or not has_finite(s, colon + 1, s.last):
        return None
    said = ((colon + 1, s.last),)
    return Report(floor, s.last, said, subject, (cue.first, cue.last), cue.force, "en.report.inverted")


def _goes_on_with_clause(s: Tagged, cue: Cue, end: int) -> bool:
    """Whether another clause of the past, or one of some of those told of, goes on: ", and 64 people were hurt"."""
    if [s.form(end), s.form(end + 1)] != [",", "and"] or not starts_clause(s, end + 2, s.last):
        return False
    if s.form(end + 2) in words("vague_part") | {"neither"} and s.tag(end + 3) in FINITE:
        return True
    verb = next(k for k in range(end + 2, s.last) if s.tag(k) in FINITE)
    past = "d" in s.verb_kinds(verb) or s.form(verb) in ("was", "were", "had", "would", "could", "might", "did")
    return past and s.form(cue.first) in ("said", "reported")


def _past_post(s: Tagged, end: int) -> int:
    """The comma behind the post of a speaker, or `end`: "said Ana Ruiz, head of the clinic, and 64 were hurt"."""
    close = next((k for k in range(end + 1, s.last) if s.tag(k) not in "NDI"), end)
    return close if s.form(end) == s.form(close) == "," and s.tag(end + 1) in "ND" else end


def _after_content(s: Tagged, cue: Cue, floor: int, open_report: Report | None) -> Report | None:
    """`…, the airline said.` and `"…," she told reporters on Tuesday.`"""
    if cue.participle or cue.group <= floor or not cue.frames & {"q", "q!", "that", "that!", "addr"}:
        return None
    boundary = _last_boundary(s, floor, cue.group)
    if boundary is None:
        return None
    subject = subject_before(s, cue.group, boundary + 1)
    if subject.first >= subject.last or subject.dropped or subject.clause != subject.first:
        return None
    sums_up = subject.last - subject.first > 1 and s.form(subject.last - 1) in ("number", "figure", "total", "toll")
    if sums_up or account_summed_up(s, subject.last) == subject.first or _is_nobody(s, subject.first):
        return None  # "…, a claim repeated in the press", "…, including tools found in the caves"
    told_on = s.form(cue.last) == ":" and has_finite(s, floor, subject.first)  # "…, Tulloch said: …"
    before = subject.first - 1
    quotation = quotation_closing_at(s, before)
    heard = next((k for k in range(cue.last, s.last) if s.tag(k) not in "DNO" or "addr" not in cue.frames), s.last)
    meanwhile = quotation is not None and s.form(heard) in ("as", "when", "while", "after", "before")
    told = quotation is None and s.form(before) == "," and s.tag(floor) in "DN#G" and starts_clause(s, floor, before)
    if complement_follows(s, cue, told=told) and not (told_on or meanwhile or heard_there(s, cue, quotation)):
        return None
    of_which = [s.form(before - 2), s.form(before - 1)] == ["of", "which"]  # "the results of which, he said, were"
    of_which = of_which or (s.form(floor) == "with" and "," not in [s.form(k) for k in range(floor, before)])
    if quotation is None and (of_which or s.form(before) != "," or not has_finite(s, floor, before)):
        return None
    quoted_next = any(cue.last <= q.first - 1 <= cue.last + 1 for q in s.quotations)
    lead = quotation is None and s.form(floor) in ("when", "after", "before", "as", "while")
    alone = lead and cue.lemma != "say" and not any(s.form(k) == "," and s.outside(k) for k in range(floor, before))
    alone = alone and s.form(floor + 1) not in ("many", "much", "few") and s.form(cue.last) != ","
    if lead and (s.form(cue.last) in ("of", "about") or quoted_next or alone):
        return None  # "When the truce ended last week, the army warned of …", "As it passed, thousands protested"
    if quotation is None and cue.frames.isdisjoint(("q", "that", "that!", "addr")):
        return None  # "The gate was shut, the guard shrugged"
    opened = s.tag(before - 1) in "SW" and (s.form(before - 2) == "," or s.form(before - 1) in ("that", "which", "who"))
    if quotation is None and opened and s.form(cue.last) == ",":
        content = (cue.last + 1, s.last)  # "…, where, they said, youths threw stones"
        return Report(before - 1, s.last, (content,), subject, (cue.first, cue.last), cue.force, "en.report.amid")
    start = floor if open_report is None else open_report.contents[0][0]
    contents = content_before(s, start, before, quotation)
    if quotation is None and told_on and s.form(s.first) in words("prompting") and start == s.first:
        contents, last = ((cue.last + 1, s.last),), s.last  # "Asked whether it would close, she said: …"
        return Report(start, last, contents, subject, (cue.first, cue.last), cue.force, "en.report.q")
    colon = next((k for k in range(floor, before) if s.form(k) == ":" and s.outside(k)), None)
    told_behind = colon is not None and has_finite(s, floor, colon) and has_finite(s, colon, before)
    brief = bool(subject.pronoun) or (colon or before) - floor <= _SHORT  # "Bankers disagree: lending grew, data shows"
    if quotation is None and brief and told_behind and colon is not None:
        contents = ((colon + 1, before),)  # "The board was less hopeful: it will take weeks, it warned"
    last, contents = interrupted(s, cue.last, contents)
    if told and last == cue.last and s.tag(last) == "I":  # "…, the firm said in a statement released after noon"
        last = next((k for k in range(last, s.last) if s.form(k) in ",.;:—"), s.last)
    if told_on and len(contents) == 1:
        last, contents = s.last, (*contents, (cue.last + 1, s.last))
    if "addr" in cue.frames and len(contents) == 1:  # whom it was told to, however long, says nothing new
        last = heard if meanwhile else next((k for k in range(last, s.last) if s.form(k) in ",.;:—"), s.last)
    goes_on = told_on or (len(contents) > 1 and has_finite(s, *contents[-1]))  # '…, he said, "and nobody came"'
    if quotation is None and not goes_on:
        last, contents = around(s, contents[0], cue.last, last)
    last, contents = with_would(s, cue.last, last, contents)
    return Report(
        contents[0][0], last, contents, subject, (cue.first, cue.last), cue.force, "en.report.after",
        asides=() if subject.aside is None else (subject.aside,),
    )  # fmt: skip


def _last_boundary(s: Tagged, floor: int, group: int) -> int | None:
    """The closing quotation mark before a verb group, or the comma after which nothing but its subject can stand."""
    for q in reversed(s.quotations):
        if floor < q.last < group:
            return q.last + 1 if s.form(min(q.last + 1, s.last - 1)) == "," else q.last
    commas = [k for k in range(floor, group) if s.form(k) == "," and s.outside(k)]
    for comma in reversed(commas):
        told_who = restrictive_before(s, group, comma) or group  # "…, a nurse | who was there said"
        if has_finite(s, floor, comma) and not any(s.tag(k) in FINITE for k in range(comma, told_who)):
            earlier = [k for k in commas if k < comma and has_finite(s, floor, k)]
            if comma != group - 1 or len(earlier) < 2:
                return comma if comma != group - 1 or not earlier else earlier[0]
            return earlier[-2]  # the subject has an apposition between commas: ", its director, Teresa Vale, said"
    return None


def _before_content(
    s: Tagged, cue: Cue, floor: int, open_report: Report | None, spoken: Report | None
) -> Report | None:
    """`The airline said about 96,000 customers had been affected`, and every other frame with the content after it."""
    if cue.participle:
        subject = participle_subject(s, cue, open_report or spoken)
    else:
        subject = subject_before(s, cue.group, floor if open_report is None else open_report.contents[0][0])
        if subject.dropped and cue.group > s.first and s.tag(cue.group - 1) == "C" and open_report is not None:
            within = subject_of_relative(s, cue.group - 1, open_report.contents[0][0])
            subject = within or open_report.subject._replace(clause=cue.group - 1, dropped=True, aside=None)
    subject = behind_relative(s, cue, subject, spoken)
    what = next(
        (k for k in range(subject.first, min(subject.first + 2, subject.last - 1)) if s.form(k) == "what"), None
    )
    if what is not None and "asquote" in cue.frames:
        subject = subject._replace(first=what + 1)  # `What the mayor called "a disgrace" was a joke`
    nobody = subject.dropped and subject.first >= subject.last and s.form(cue.group - 1) == "," and cue.lemma == "say"
    end = phrase_after(s, cue.last, s.last) if nobody and s.tag(cue.last) == "D" else s.last
    if s.form(end) == "," and s.tag(end + 1) == "W":
        return None  # "Not so, says the estate, which argues …"
    restricts = subject.first > s.first + 1 and s.form(subject.first - 1) == "that" and s.tag(subject.first - 1) == "W"
    summed = account_summed_up(s, subject.first - restricts)
    noun = not {"S", "B"}.isdisjoint(s.verb_kinds(subject.first - 2)) and not s.is_cue(subject.first - 2)
    if restricts and (noun or s.tag(subject.first - 2) in "N#AC") and not subject.dropped and summed is None:
        return None  # "the 3,000 or so that members say they were told to reverse"
    if summed is not None:
        subject = subject._replace(clause=summed)  # ", a contention that the minister dismissed as …"
    of_noun = any(s.form(k) == "both" and s.tag(k - 1) == "N" for k in range(subject.first + 1, subject.last))
    of_noun = of_noun or _is_nobody(s, subject.first)  # "Whatever the mayor says, it is shut"
    of_noun = of_noun or (subject.first > s.first and s.form(subject.first - 1) == "nor")
    found = None if of_noun else complement(s, cue, (subject.first, subject.last))  # "on land both clans claim to own"
    suspected = cue.lemma == "suspect" and s.form(cue.last) == "of"  # "The men suspected of theft fled"
    if found is None or suspected or (cue.lemma == "tell" and _tells_story(s, cue.last)):
        return None
    first, last, rule = found
    whole = rule in ("that", "addr", "heard", "as", "filed") and not joined_in_relative(s, cue)
    last = last if whole else relative_end(s, cue, first, last)
    last = min(last, lead_end(s, cue) or last)
    lead = min(subject.clause, cue.group) - 1 - (s.form(s.first) == "even" or s.tag(s.first) == "C")
    led = s.form(min(subject.clause, cue.group) - 1) if lead == s.first else ""
    if led in ("when", "after", "before", "as") and rule == "np":
        return None  # "When the exchange announced its rule in May, its president said …"
    if led in ("while", "although", "though", "when", "after", "before", "as"):
        last = max((k for k in range(first, last) if ends_lead(s, k, last)), default=last)
    last = before_silence(s, first, before_aside_ends(s, cue.group, first, last))
    last = before_own_call(s, first, last)
    if not s.quotations:
        last = before_own_deed(s, first, last)
        last = before_own_words(s, first, last) if cue.force == "deny" else last
    if first >= last:
        return None
    asides = () if subject.aside is None or cue.participle else (subject.aside,)
    begin = before_what(s, min(subject.clause, cue.group))
    contents: tuple[Range, ...] = ((first, last),)
    if rule in ("that", "addr") and s.form(last) == ";" and not s.quotations and tells_more_of_it(s, last + 1):
        end = next((k for k in range(last + 1, s.last) if s.form(k) == ";"), s.last)
        last, contents = end, (*contents, (last + 1, end))  # "warned that it may burst; it would flood two farms"
    because = next((q for q in s.quotations if rule == "num" and q.first - 2 == last and s.form(last) == ","), None)
    if because is not None:  # `pencils in 95 million, "because hiring is slow"`
        said = (because.first + (s.form(because.first) == "because"), min(because.last, s.last))
        last, contents = min(because.last + 1, s.last), (*contents, said)
    return Report(begin, last, contents, subject, (cue.first, cue.last), cue.force, f"en.report.{rule}", asides=asides)


def _tells_story(s: Tagged, i: int) -> bool:
    """Whether what is told is only called an account, "tell different stories", or what it is about, "told of a letter
    that he had sent".
    """
    if s.form(i) in ("of", "about"):
        return True
    told = next((k for k in range(i, min(i + 4, s.last)) if s.form(k) in words("account")), i)
    return told > i and set(s.letters(i, told)) <= set("DNAP#")


def _said_by(s: Tagged, cue: Cue) -> Report | None:
    """`It was alleged by the prosecution that …`: the one after "by" says it."""
    end = phrase_after(s, cue.last + 1, s.last)
    if end >= s.last or s.form(end) != "that":
        return None
    begin = cue.group - 1 if cue.group > s.first and s.form(cue.group - 1) == "it" else cue.group
    subject = Subject(cue.last + 1, end, begin)
    return Report(begin, s.last, ((end + 1, s.last),), subject, (cue.first, cue.last), cue.force, "en.report.by")
