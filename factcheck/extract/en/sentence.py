"""A claim as one English sentence that stands alone: claimant, verb, content; additions stand in square brackets."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.claimants import Cast, Claimant
from factcheck.extract.en.around_report import around_report, subject_amid
from factcheck.extract.en.bearings import with_bearings
from factcheck.extract.en.capitals import lowered
from factcheck.extract.en.fragments import told_whole
from factcheck.extract.en.gapped import GAP, with_shared_verb
from factcheck.extract.en.leading_time import behind_time
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.meaning import by_name, line_of, needs_meaning, with_meaning
from factcheck.extract.en.mentions import Subject, shared_subject
from factcheck.extract.en.owners import with_owner
from factcheck.extract.en.passives import done_by, elided, is_described, is_to_be_done, passive_before, undergone
from factcheck.extract.en.predicates import has_finite, is_bare, shared_lead, skip_adverbs, starts_clause
from factcheck.extract.en.relatives import (
    antecedent,
    is_many_for_one,
    takes_up_clause,
    whose,
    with_antecedent,
)
from factcheck.extract.en.report import BARE_FRAMES
from factcheck.extract.en.saying import (
    between,
    clause_start,
    finished,
    heard_by,
    joined_words,
    lacks_that,
    names_two,
    of_whom,
    paired,
    past,
    puts_it,
    reported_before,
    spelt,
    tells_country,
    told,
    told_around,
    with_marks,
)
from factcheck.extract.en.shared_time import in_place, shares_time, time_before, with_time
from factcheck.extract.en.supplied import (
    opens_part,
    settled,
    told_beside,
    told_that,
    unquoted,
    with_rest,
    with_that,
)
from factcheck.extract.en.tags import Tagged, tags_of
from factcheck.extract.en.wholeness import has_predicate
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang.english import words
from factcheck.text import Span

_THAT = 5  # characters of "that" and the space behind it
_BARE = BARE_FRAMES | {"num", "judged", "ing", "on", "for", "toclause", "allegation", "known", "span"}


def claim_sentence(layout: Layout, proposition: Proposition, claimant: Claimant, cast: Cast) -> str:
    """The claim as one sentence a stranger understands, its denial spelt out, its hedges kept.

    "The home ministry (Nepal) put the death toll at 38." A predicate that names no subject of its own gets it in square
    brackets where the sentence settles it; a pronoun at its head is followed by whom it means.
    """
    return with_bearings(layout, proposition, _told(layout, proposition, claimant, cast), cast)


def _told(layout: Layout, proposition: Proposition, claimant: Claimant, cast: Cast) -> str:
    """The claim as a sentence, its bare nouns as they stand."""
    s = _tagged(layout, proposition.sentence)
    first, last = layout.token_range(proposition.span)
    content = by_name(layout, proposition, _with_subject(layout, proposition, s, first, last))
    content = with_rest(layout, proposition, content)
    whole = told_whole(layout, proposition, s, first, last, content)
    if whole is not None or proposition.mode == "narrator":
        return whole or finished(content)
    name = _name(layout, proposition, claimant, cast)
    if GAP in proposition.rules and proposition.cue is not None:
        return finished(f"{name} {with_shared_verb(s, layout.token_range(proposition.cue)[0], content)}")
    said = _said(layout, proposition, name, content, _Shape(has_finite(s, first, last), starts_clause(s, first, last)))
    if proposition.relay is not None:
        said = f"{paired(said)} (relayed by {lowered(layout.text, _plain(layout, proposition.relay))})"
    return finished(said)


class _Shape(NamedTuple):
    """Whether the words of a claim hold a finite verb, and whether they are a clause with its subject."""

    finite: bool
    clause: bool


def _said(layout: Layout, proposition: Proposition, name: str, content: str, shape: _Shape) -> str:
    """Claimant, verb and content, which is a clause or a noun phrase, by the frame the words stood in."""
    rule = next((r for r in proposition.rules if not r.startswith("en.cut.")), "")
    frame = rule.rpartition(".")[2]
    marked = proposition.mode == "direct_quote" and not set('"“”') & set(content)
    quoted = f"“{content}”" if marked else lowered(layout.text, content)
    if rule.startswith("en.source."):
        return f"According to {name.replace('An unnamed', 'an unnamed').rstrip(',')}, {quoted}"
    verb = past(layout, proposition)
    if verb in ("read", "reads") and proposition.holder != proposition.speaker:
        verb = "said"  # "…," the statement read
    if frame == "of" and proposition.cue is not None:
        quoted = of_whom(layout, proposition.cue, proposition.span.start, quoted)
    behind = layout.text[max(0, proposition.span.start - _THAT) : proposition.span.start].strip() == "that"
    later = "en.cut.whole" not in proposition.rules and not proposition.denied
    whole = shape.clause or "en.cut.relative" in proposition.rules  # "[61 per cent] would be the highest"
    if frame in _BARE and (later or (frame == "num" and marked)) and whole:
        return f"{name} said that {quoted}"  # "puts the cases at 22, although none is confirmed"
    if frame in _BARE - {"allegation"} and shape.clause and behind:
        return f"{name} {verb} that {quoted}"  # "refuted a report | that its officer …"
    if frame in _BARE:
        itself = proposition.cue is not None and proposition.span.start - proposition.cue.end == 1  # "that account"
        bare = layout.text[max(0, proposition.span.start - _THAT) : proposition.span.start].split()[-1:] != ["of"]
        rejected = "rejected as false that" if shape.finite or (bare and not itself) else "denied"
        return f"{name} {rejected if frame == 'allegation' and not itself else verb} {quoted}"
    if frame == "to" or (quoted.startswith("to ") and not behind):
        whole = quoted.startswith("to ") or quoted.partition("] ")[2].startswith("to ")
        return f"{name} {verb} {'' if whole else 'to '}{quoted}"
    whom, which, rest = lowered(layout.text, content).partition(", which] ")
    if frame in ("as", "asquote") and which and whom.startswith("["):
        called = f"“{rest}”" if marked else rest
        return f"{name} {verb} {whom}] {'as ' if frame == 'as' else ''}{called}"  # "the camp, which Ruiz calls a ruin"
    if frame == "asquote" and not content.startswith(("“", '"')) and not marked:
        return f"{name} {verb} {quoted}"  # `called the bridge "barely half built"`
    if frame in ("as", "asopinion"):
        return f"{name} {verb}{between(layout, proposition)}{quoted}"
    if frame == "asquote":
        return f"{name} used the words {quoted}"
    audience = told(layout, proposition, content) if frame == "addr" else ""
    if audience:
        return f"{name} {'put it to' if puts_it(layout, proposition) else 'told'} {audience} that {quoted}"
    alone = frame == "inverted" and not shape.finite  # "Four hours, said the ferry line"
    if alone or (proposition.mode == "direct_quote" and quoted.startswith("“")):
        return f"{name} {verb}{' ' if verb.endswith((' of', ' against', ' about')) else ': '}{quoted}"
    if proposition.denied:
        return f"{name} denied that {quoted}"
    asked = quoted.startswith("against ") or (verb == "heard" and quoted.split(" ")[0] in ("how", "what", "why"))
    if verb != "said" and (asked or lacks_that(layout, proposition, shape.finite)):
        return f"{name} {verb} {quoted}"  # "expects 40 jobs", "show the call logged at noon"
    return f"{name} {verb} that {quoted}"


def _name(layout: Layout, proposition: Proposition, claimant: Claimant, cast: Cast) -> str:
    """Who is behind the claim, for a sentence: a person's full name, else the words of the text with the filed name."""
    if proposition.holder is None or heard_by(layout, proposition):
        return heard_by(layout, proposition) or "An unnamed speaker"
    mention = cast.mention(proposition.holder)
    shown = _plain(layout, proposition.holder)
    shown += ")" if shown.count("(") > shown.count(")") else ""
    if mention.kind == "person":
        fullest = cast.fullest(proposition.holder)
        if claimant.name in fullest and not set(fullest) & set('"“”(') and not names_two(fullest, shown):
            paper, by, author = fullest.partition(" by ")
            wrote = paper.lower().split()[-1] in words("document", "issued")  # no "emails seen by the Post"
            fullest = author if by and wrote and words("document") & set(paper.lower().split()) else fullest
            owned = fullest.partition(" ")[0].lower() in words("possessive")  # "Her campaign manager, Petar Ruiz"
            if owned and shown != fullest:
                return claimant.name
            fullest = with_owner(layout, proposition, lowered(layout.text, joined_words(fullest)))
            return fullest + ("," if ", " in fullest else "")
    if mention.kind == "person" or shown.partition(" ")[0].lower() in words("possessive"):
        return claimant.name.replace(": ", "'s ")
    article, _, rest = shown.partition(" ")
    own = (rest if article.lower() == "the" else shown).split()
    plain = " " in claimant.name and ": " not in claimant.name
    if own and plain and set(own) < set(claimant.name.split()):  # "the Front", "Alao"
        bare = article.lower() == "the" and not claimant.name.lower().startswith("the ")  # "The Ohio-based toolmaker"
        return f"the {lowered(layout.text, claimant.name)}" if bare else claimant.name
    last_part = shown.rpartition(", ")[2]
    listed = " and " in last_part and last_part[:1].isupper()  # "the Ministry of Trade, Industry and Energy"
    shown = lowered(layout.text, shown) + ("," if ", " in shown and not listed else "")
    country, colon, _ = claimant.name.partition(": ")
    local = (words("local_body") | words("any_office")) & set(shown.lower().split())  # untold whose police they are
    if colon and not local and not tells_country(layout.text, shown, mention.country, country):
        return f"{shown} ({country})"
    told = colon or spelt(claimant.name) in spelt(shown) or claimant.name.islower()
    return shown if told else f"{shown} ({claimant.name})"


def _with_subject(layout: Layout, proposition: Proposition, s: Tagged, first: int, last: int) -> str:
    """The content, with its subject in brackets where it was cut off from it."""
    content = with_marks(layout, proposition.span)
    so = s.form(first - 1) == "so" and s.tag(first) == "X"  # "but so | were the dams"
    if first >= s.last or proposition.denied or s.form(first).startswith("let") or so:
        return content
    if told_that(s, first):
        return f"[{told_that(s, first)}] {content}"
    since = s.form(first + 1) in ("last", "of") or s.tag(first + 1) == "#"  # "Since last July | firms have paid"
    opens = proposition.mode == "narrator" and s.form(first) in words("time_opener") and not since
    if opens and starts_clause(s, first + 1, last) and sum(s.tag(k) in FINITE for k in range(first, last)) < 2:
        return content.partition(" ")[2]  # "When the truce ended last week, the army warned …"
    letter = s.tag(first)
    if letter == "#" and s.form(first + 2) in ("whom", "which") and "en.report.inverted" in proposition.rules:
        return f"[{reported_before(layout, proposition, s)},] {content}"
    led = proposition.cue is not None and proposition.cue.end <= proposition.span.start
    set_off = s.form(first - 2) == "," if s.form(first - 1) == "with" else letter == "G" and s.form(first - 1) == ","
    if set_off and led and "en.report.after" in proposition.rules:
        return f"[{before},] {content}" if (before := reported_before(layout, proposition, s)) else content
    whole = told_around(layout, proposition, s, first, last, content)
    if whole is not None:
        return whole
    if letter == "R" and proposition.holder is not None:
        needed = needs_meaning(layout.text, _plain(layout, proposition.holder), s.form(first))
    else:
        needed = letter == "R" and proposition.mode == "narrator"
    cut = next((r.rpartition(".")[2] for r in proposition.rules if r.startswith("en.cut.")), "whole")
    if needed:
        dated = with_time(s, first, last, cut, content) if cut == "relative" else None
        if cut == "relative" and s.form(first - 1) == "which" and (told_of := with_antecedent(s, first, content)):
            dated = told_of if told_of != content else dated
        return with_meaning(layout, proposition, s, first, dated or content)
    if s.form(first - 1) == "that" and s.tag(first) != "X" and (s.tag(first + 1) in FINITE or s.tag(first - 2) == "C"):
        return with_that(proposition, s, first, content)  # "said prices rose and that | wages fell"
    supplied = (
        in_place(s, first, cut, content)
        or around_report(layout, proposition, s, first, content)
        or with_time(s, first, last, cut, content)
        or elided(s, first, last, cut, content)
        or told_beside(proposition, s, first, last, content)
    )
    if supplied is not None:
        return supplied
    if s.form(first) == "whose":
        owner = whose(s, first)
        return f"[{owner}]{content[len('whose') :]}" if owner else content
    if not s.outside(first):
        s = unquoted(s, first)  # what is quoted shares its subject within
    if first == s.first or (cut in ("whole", "main", "colon") and s.tag(first) not in FINITE):
        return content
    begin = skip_adverbs(s, first, last)
    begin = behind_time(s, begin) if cut == "coordination" else begin  # "and | from April will hand out"
    if s.tag(begin) == "Z" or is_described(s, begin, last) or (cut == "subordinate" and s.tag(begin) in "PV"):
        return content  # "we've tried so far", "armed men climbed aboard": it has its subject
    if cut == "relative" and s.form(first - 1) in ("which", "where") and starts_clause(s, first, last):
        return with_antecedent(s, first, content)
    bare = s.form(first - 1) in ("which", "who") and s.letters(begin, begin + 2) == "NI"  # "which | accounts for 15%"
    if cut == "relative" and (s.tag(begin) in FINITE or bare):
        if s.form(first - 1) == "which" and (takes_up_clause(s, begin, last) or is_many_for_one(s, first)):
            start = s.tokens[clause_start(layout, proposition, s, first)].start
            return f"[{joined_words(s.text[start : s.tokens[first - 1].end])}] {content}"
        return _joined(s, antecedent(s, first), content, (first, first))
    done = begin > first or s.form(begin) in words("done_to", "judged_so") or done_by(s, begin)
    shares = s.tag(begin) == "P" or (undergone(s, begin) and (done or is_to_be_done(s, first)))
    if cut == "coordination" and shares:
        passive = passive_before(s, first - 1)
        if passive is not None:
            return _joined(s, passive[0], content, (first, last), passive[1])
    if s.tag(begin) in FINITE or s.tag(begin) in "PB" or (cut == "coordination" and is_bare(s, begin, last)):
        floor = clause_start(layout, proposition, s, first)
        subject = shared_subject(s, first - 1, floor)
        lead = shared_lead(s, begin, first - 1, max(floor, subject.first if subject.first < first - 1 else floor))
        subject = settled(s, subject, (floor, begin, first), lead)
        if subject.first >= subject.last and cut == "coordination" and s.form(first - 1) in ("and", "but"):
            amid = subject_amid(layout, proposition, s)
            if amid:
                return f"[{amid}] {content}"
            subject = Subject(floor, first, floor)  # "[Rovers owe 4 million and] could be sold"
        return _joined(s, subject, content, (first, last), lead)
    part = s.tag(first) in "#D" or (s.tag(first) == "A" and s.form(first - 1) == "but")  # "…, but well short of 40"
    if cut == "coordination" and part and not has_predicate(s, begin, last):
        start = s.tokens[clause_start(layout, proposition, s, first)].start  # "90% by May | and the rest by June"
        return f"[{joined_words(s.text[start : s.tokens[first - 1].end])}] {content}"
    if cut in ("participle", "part", "apposition", "cost", "absolute"):
        before = _before(layout, proposition, s, first)
        comma = "" if before.endswith((" which", " whom", " from", " including")) else ","
        return f"[{before}{comma}] {content}" if before else content
    return content


def _joined(
    s: Tagged, subject: Subject, content: str, own: tuple[int, int], lead: tuple[int, int] | None = None
) -> str:
    """The content after its subject, and after the auxiliary or "plans to" that it shares, in square brackets.

    `own` holds the tokens of the content, none for a relative clause, which has a time of its own.
    """
    if subject.first >= subject.last:
        return content
    shown = s.text[s.tokens[subject.first].start : s.tokens[subject.last - 1].end]
    shown = shown.lower() if subject.pronoun not in ("", "i") else shown
    time = time_before(s, subject.first)
    if time and own[0] < own[1] and shares_time(s, *own):
        shown = f"{time}, {shown}"
    if lead is not None and lead[0] >= subject.last:
        shown += " " + joined_words(s.text[s.tokens[lead[0]].start : s.tokens[lead[1] - 1].end])
    return f"[{shown}] {content}"


def _before(layout: Layout, proposition: Proposition, s: Tagged, first: int) -> str:
    """The words of the sentence before a participle or part that was cut off, back to where its clause begins."""
    begin = clause_start(layout, proposition, s, first)
    end = first
    led = (s.form(first - 2), s.form(first - 1))
    if led in (("of", "which"), ("of", "whom"), ("up", "from"), ("down", "from")):
        if s.form(begin) == "," and "en.report.after" in proposition.rules:  # "…, Ruiz said, of whom | 134 were saved"
            return f"{reported_before(layout, proposition, s)}, {led[0]} {led[1]}"
        return joined_words(s.text[s.tokens[begin].start : s.tokens[first - 1].end])  # "of which €4m is spent"
    while end > begin and opens_part(s, end - 1, first) and s.form(end - 1) != "including":
        end -= 1
    while begin < end and s.tag(begin) in "CM":
        begin += 1
    return with_marks(layout, Span(s.tokens[begin].start, s.tokens[end - 1].end)) if begin < end else ""


def _tagged(layout: Layout, sentence: Span) -> Tagged:
    line = line_of(layout, sentence)
    first, last = layout.token_range(sentence)
    return tags_of(layout, first, last, () if line is None else line.quotations)


def _plain(layout: Layout, span: Span) -> str:
    return joined_words(layout.text[span.start : span.end])
