"""What the words of a subject, and those around it, tell of whoever speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from factcheck.extract.en.genders import OF_PRONOUN, gender_of, is_place, is_thing, last_names
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.wholeness import main_verb
from factcheck.extract.layout import Layout
from factcheck.lang.english import words
from factcheck.text import Span, trim

_FIRMS = frozenset(("company", "firm", "group"))
_COUNSEL = 20  # characters behind a name in which "prosecuting" stands


def is_bare_plural(s: Tagged, subject: Subject) -> bool:
    """Whether a subject is a bare plural noun: "Satellite images"."""
    head = s.form(next((k for k in range(subject.first + 1, subject.last) if s.tag(k) == "I"), subject.last) - 1)
    if s.text[s.tokens[subject.last - 1].start].isupper() and subject.last - subject.first > 1:
        return False  # "Vale Motors"
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s")) and head not in words("group")


def pleads(text: str, mention: Span | None) -> bool:
    """Whether a mention is of counsel, who speaks of what another did: "Ana Ruiz, defending, said he denied it"."""
    behind = "" if mention is None else text[mention.end : mention.end + _COUNSEL]
    return behind.startswith(", ") and behind[2:].partition(" ")[0].rstrip(",") in words("pleading")


def colon_before(s: Tagged, i: int) -> int:
    """The colon or full stop outside quotation marks that stands last before token `i`; the sentence's first token."""
    return next((k for k in range(i - 1, s.first, -1) if s.form(k) in (":", ";") and s.outside(k)), s.first)


def names_another(s: Tagged, first: int, last: int) -> bool:
    """Whether a full name stands among tokens: "The mayor interrupted Ana Ruiz: …"."""
    capital = [s.tag(k) != "M" and s.text[s.tokens[k].start].isupper() for k in range(first, last)]
    return any(a and b for a, b in pairwise(capital))


def named_before(s: Tagged, subject: Subject) -> Subject:
    """The full name whose calling a subject is: "The prize went to | Ana Ruiz, | a violinist who grew up in Vale"."""
    comma = subject.first - 1
    first = comma
    while first > s.first and s.tag(first - 1) == "N" and s.text[s.tokens[first - 1].start].isupper():
        first -= 1
    called = s.form(comma) == "," and s.form(subject.first) in ("a", "an", "the") and is_somebody(s, subject)
    return subject._replace(first=first, last=comma) if called and comma - first in (2, 3) else subject


def names_nobody(s: Tagged, subject: Subject) -> bool:
    """Whether a subject is nobody to go on with: "none of them", "one of those", "neither", "ending a row about"."""
    his = s.form(subject.first) in words("possessive") and s.tag(subject.first + 1) == "I"
    of_them = s.tag(subject.last - 1) in "ORD" and s.form(subject.last - 2) == "of"
    alone = subject.last - subject.first == 1 and s.tag(subject.first) == "D"
    return of_them or his or alone or s.tag(subject.first) in "RG" or s.tag(subject.last - 1) == "I"


def leaves_unsaid(s: Tagged, report: Report, content: int, first: int) -> bool:
    """Whether a clause tells that the speaker went no further: "said the tram was late, but | she stopped short of
    saying"; not "said the mayor had been warned, but he refused to answer", where he may be whom it was said of.
    """
    verb = first + 1
    silent = s.form(verb) in ("declined", "refused") and s.form(verb + 2) in words("silent")
    told = s.form(verb + 2) in words("gives_answer") and s.tag(verb + 3) != "M"
    short = (s.form(verb), s.form(verb + 1)) == ("stopped", "short")
    if s.form(first - 1) != "but" or not s.outside(first) or told or not (silent or short):
        return False
    speaker, pronoun = report.subject, OF_PRONOUN.get(s.form(first), "")
    agreement = OF_PRONOUN.get(speaker.pronoun) or (
        gender_of(s.text[s.tokens[speaker.first].start : s.tokens[speaker.last - 1].end])
        if speaker.first < speaker.last
        else ""
    )
    if pronoun not in ("m", "f", "n", "p") or (agreement != pronoun and (agreement != "h" or pronoun not in "mf")):
        return False
    inner = subject_before(s, main_verb(s, content, first - 1), content)
    named = s.text[s.tokens[inner.first].start : s.tokens[inner.last - 1].end] if inner.first < inner.last else ""
    return short or (bool(named) and is_thing(named) and gender_of(named) not in ("m", "f", "h"))


def has_owner(s: Tagged, subject: Subject) -> bool:
    """Whether a subject is somebody's: "Mauritania's coast guard"."""
    return any(s.form(k).endswith(("'s", "’s")) for k in range(subject.first, subject.last - 1))


def is_somebody(s: Tagged, subject: Subject) -> bool:
    """Whether "who" follows a subject: "a warder who was on duty"."""
    return subject.last < s.last and s.form(subject.last) == "who"


def gives_account(s: Tagged, verb: int) -> bool:
    """Whether a verb and its object say that somebody tells a story: "gave a different account"."""
    return s.form(verb) in words("gives") and any(
        s.form(k) in words("account") for k in range(verb + 1, min(verb + 6, s.last))
    )


def is_called_a_body(s: Tagged, end: int) -> bool:
    """Whether what follows a name calls it a body: "Kestrel Watch, the government's conservation agency, said"."""
    if s.form(end) != "," or s.tag(end + 1) != "D":
        return False
    comma = next((k for k in range(end + 2, min(end + 9, s.last)) if s.form(k) in (",", ".")), None)
    if comma is None:
        return False
    # "Ana Ruiz, the leader of the party,", "Vale Watch, the firm that runs the alarm,"
    head = next((k for k in range(end + 2, comma) if s.tag(k) in "IW"), comma)
    return s.form(head - 1) in words("group")


def asked_of(s: Tagged) -> tuple[int, int] | None:
    """Whom something is put to that the next sentence answers: "It was put to the manager, Ana Ruiz, that …"."""
    if s.last - s.first < 6 or s.form(s.first) != "it" or s.form(s.first + 1) not in ("was", "is"):
        return None
    to = next((k for k in range(s.first + 2, s.first + 5) if s.form(k) == "to"), s.last)
    if s.form(to - 1) not in ("put", "suggested"):
        return None
    end = next((k for k in range(to + 1, s.last) if s.form(k) == "that"), s.last)
    end -= s.form(end - 1) == ","
    return (to + 1, end) if to + 1 < end < s.last else None


def judged_by(s: Tagged) -> tuple[int, int] | None:
    """Who thinks so of what was told, in a sentence that says no more: "That was disputed by the agency"."""
    by = next((k for k in range(s.first + 2, s.last) if s.form(k) == "by" and s.outside(k)), s.last)
    verb = s.form(by - 1)
    judges = by < s.last and s.tag(by - 1) == "P" and (s.is_cue(by - 1) or verb in words("judges"))
    end = phrase_after(s, by + 1, s.last) if judges else by
    return (by + 1, end) if end > by + 1 else None


def body_of_kind(text: str, mentions: Sequence[tuple[Span, str]], told: set[str], *, sure: bool) -> Span | None:
    """The latest mention of a body that the words of a spokesman's title fit: "a ministry spokesman" speaks for "the
    Trade Ministry"; "a company spokesman", where that need not be sure, for "Vale Foods" too, but for no state or
    place. `None` where two such bodies stand: "Vale Foods", "Marlow United".
    """
    kinds = words("group") - words("document")
    firm = not sure and told <= _FIRMS
    found: list[tuple[Span, set[str]]] = []
    for span, agreement in sorted(mentions, key=lambda mention: -mention[0].start) if told <= kinds else ():
        name = text[span.start : span.end].removeprefix("The ").removeprefix("the ")
        named = {form.removesuffix("s") for form in name.lower().split()}
        body = agreement in ("n", "") or (agreement == "h" and name.isalpha() and name not in last_names(text))
        body = body and (name.split()[-1].removesuffix("s") in kinds or name[:1].isupper() or not told & named)
        firm_named = firm and name[:1].isupper() and not kinds & named and not is_place(name)
        if body and (told & named or firm_named):
            found.append((span, named))
    latest = found[0][1] if found else set[str]()
    alike = all(not (own := named - kinds) or own <= latest or latest - kinds <= own for _, named in found)
    alike = alike and not (found and _names_another_of(text, found[0][0].start, told & kinds, latest))
    return found[0][0] if found and alike and not words("document") & latest else None


def _names_another_of(text: str, start: int, kinds: set[str], named: set[str]) -> bool:
    """Whether a text names another body of a kind before `start`: "the Defence Ministry", then "the Trade Ministry"."""
    return any(end <= start and not own & named for kind in kinds for own, end in _bodies_of(text, kind))


@lru_cache(maxsize=64)
def _bodies_of(text: str, kind: str) -> tuple[tuple[frozenset[str], int], ...]:
    """The words of each name of a body of a kind, the kind apart, and where it ends when it is named first."""
    found: dict[frozenset[str], int] = {}
    for match in re.finditer(rf"((?:\b[A-Z][\w’'-]*(?: and | of | for | )){{1,6}}){kind.capitalize()}\b", text):
        own = frozenset(word.lower() for word in match[1].split() if word[:1].isupper()) - {"the"}
        if own:
            found.setdefault(own, match.end())
    return tuple(found.items())


def several_bodies(text: str, mentions: Sequence[tuple[Span, str]], before: int) -> bool:
    """Whether the line has told of two bodies by then: "The league fined the club. The union objected. A spokesman"."""
    start = text.rfind("\n", 0, before) + 1
    told = (text[span.start : span.end] for span, agreement in mentions if agreement == "n" and start <= span.start)
    names = {frozenset(name.lower().split()) - {"the"} for name in told if may_speak(name)}
    return any(not (a <= b or b <= a) for a, b in combinations(names, 2))


def aged_at_head(s: Tagged) -> Iterator[tuple[int, int]]:
    """Who is named with an age at the head of a clause, whatever verb follows: "Ana Ruiz, 15, held the seed to …"."""
    for comma in range(s.first + 2, s.last - 2):
        if s.form(comma) == s.form(comma + 2) == "," and s.tag(comma + 1) == "#" and s.outside(comma):
            first = comma
            while first > s.first and s.tag(first - 1) == "N" and s.text[s.tokens[first - 1].start].isupper():
                first -= 1
            if comma - first > 1 and (first == s.first or s.form(first - 1) in (":", ";")):
                yield first, comma


def accused_in(s: Tagged, report: Report) -> Span | None:
    """Who a report accuses, by a name: "accused | Vale Oil | of fraud"."""
    begin = s.last if report.cue is None else report.cue[1]
    end = next((k for k in range(begin + 1, min(begin + 8, s.last)) if s.form(k) in ("of", "for")), begin)
    named = begin < end and all(s.tag(k) == "N" and s.text[s.tokens[k].start].isupper() for k in range(begin, end))
    return trim(s.text, s.tokens[begin].start, s.tokens[end - 1].end) if named else None


def author_of(s: Tagged, subject: Subject) -> tuple[int, int] | None:
    """The person whose paper speaks: "District auditor Ana Ruiz's report found"."""
    if s.form(subject.last - 1) not in words("document"):
        return None
    owner = next((k for k in range(subject.last - 2, subject.first, -1) if s.form(k).endswith("'s")), None)
    capital = owner is not None and all(s.text[s.tokens[k].start].isupper() for k in (owner - 1, owner))
    return (subject.first, owner + 1) if owner is not None and capital else None


def first_acting(s: Tagged, before: int) -> Subject | None:
    """The named subject of the first verb of a sentence before a token."""
    verb = next((k for k in range(s.first, min(before, s.last)) if s.tag(k) in FINITE and s.outside(k)), None)
    acting = None if verb is None else subject_before(s, verb, s.first)
    return acting if acting is not None and acting.first < acting.last and not acting.pronoun else None


def gives_figure(s: Tagged, acting: Subject, at: int) -> bool:
    """Whether whoever acts, by a name, is "it" right behind a colon: "Vale Ports gave a figure: in a note it said"."""
    colon = colon_before(s, at)
    led = s.form(colon) == ":" and set(s.letters(colon + 1, at)) <= set("IDNA#")
    named = s.text[s.tokens[acting.last - 1].start].isupper() and s.text[s.tokens[acting.first].start].isupper()
    return led and named and acting.last <= colon


def hears_others(s: Tagged, report: Report) -> bool:
    """Whether a court, an inquiry or the like only hears what is reported: "the jury was told", "the trial hears"."""
    if report.cue is None or report.rule == "en.report.by":
        return False
    cue, told = (s.form(k) for k in (report.cue[0], report.cue[0] + 1))
    heard = cue in ("heard", "hears") or (cue in ("was", "were") and told == "told")
    return heard and any(s.form(k) in words("hearing") for k in range(report.subject.first, report.subject.last))


def told_by_prosecution(layout: Layout, s: Tagged, report: Report) -> Span | None:
    """Who opens the case that a court hears in the headline or the first sentence, where the text has the prosecution
    speak; what else a court hears anybody may have said.
    """
    court = any(s.form(k) in words("trying") for k in range(report.subject.first, report.subject.last))
    lead = next((line.sentences[0] for line in layout.lines if line.role == "body" and line.sentences), None)
    found = _PROSECUTION.search(layout.text) if court and lead is not None and s.first <= lead.first else None
    return None if found is None else Span(*found.span(1))


_PROSECUTION = re.compile(
    r"\b([Pp]rosecutors|[Tt]he prosecution|[Pp]rosecutor)\b(?: [A-Z][\w.-]+)* (?:said|says?|alleged?|told|tell|claim)\b"
)


def may_speak(told: str) -> bool:
    """Whether a mention of a body has a capital, a word for one or for who acts: not "the verdict"."""
    acts = told.endswith(("er", "or", "ers", "ors")) or told.partition(" ")[0].lower() not in _NO_BODY
    named = any(word[:1].isupper() for word in told.split()[1:])
    if " number " in told:
        return named  # "gate number seven"
    return named or acts or not words("group", "local_body").isdisjoint(told.lower().split())


_NO_BODY = frozenset(("a", "an", "the", "every", "each", "all", "no", "any", "some", "most", "this", "that"))


def who_put_out(text: str, speakers: list[tuple[Span, str]], before: int) -> Span | None:
    """The latest speaker before an offset who spoke in a statement, "the Press Wing said in a statement"."""
    latest = [(span, text[span.start : span.end]) for span, _ in sorted(speakers, key=lambda told: -told[0].start)]
    latest = [(span, name) for span, name in latest if span.start < before]
    latest = [(span, name) for span, name in latest if not words("document") & set(name.lower().split())]
    behind = [
        (s, name, text[s.end : min(before, s.end + 60)].partition(". ")[0]) for s, name in latest if s.start < before
    ]
    issued = [(span, name) for span, name, said in behind if "statement" in said]
    several = len({name for _, name in issued}) > 1 and issued[0][0] != behind[0][0]
    return issued[0][0] if issued and not several else None
