"""Whom a pronoun or a dropped subject means in English: the latest speaker it can agree with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.name_runs import word_roles
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.extract.layout import Carry, Layout
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words
from factcheck.text import Span, Token, tokenise, trim

_KEEP = 8
_SAID = 60  # characters behind a speaker in which a statement is named
_OF_PRONOUN = {
    "he": "m",
    "his": "m",
    "him": "m",
    "she": "f",
    "her": "f",
    "it": "n",
    "its": "n",
    "they": "p",
    "their": "p",
    "them": "p",
}


class Voices:
    """The speakers and subjects a line has named so far, the latest first."""

    def __init__(self, layout: Layout, carry: Carry) -> None:
        self.layout = layout
        self.speakers: list[tuple[Span, str]] = list(carry.speakers)
        self.topics: list[tuple[Span, str]] = list(carry.topics)
        self.told: list[tuple[Span, str]] = []  # whom the speakers of this line told of
        self.bodies: dict[Span, Span] = {}  # the mention of an unnamed spokesman, and of the body behind it

    def carry(self) -> Carry:
        """What goes on to the next line."""
        return Carry(tuple(self.speakers[:_KEEP]), tuple(self.topics[:_KEEP]))

    def resolve(self, s: Tagged, report: Report) -> tuple[Span | None, Span | None]:
        """The speaker's mention as the contract has it (none for a pronoun), and the mention that tells the holder."""
        subject = report.subject
        if subject.pronoun:
            before = s.tokens[subject.first].start if subject.first < s.last else None
            within = self._speaking_in(s, subject)
            if within is not None:
                return None, self.bodies.get(within, within)
            meant = self._acting_in(s, subject) or self._meant_by(subject.pronoun, before)
            return None, None if meant is None else self.bodies.get(meant, meant)
        if subject.first >= subject.last:
            latest = self.speakers[0][0] if self.speakers else None
            return None, None if latest is None else self.bodies.get(latest, latest)
        span = trim(s.text, s.tokens[subject.first].start, s.tokens[subject.last - 1].end)
        if span.start >= span.end:
            return None, None
        if s.text[span.end - 2 : span.end] in ("'s", "’s"):
            span = Span(span.start, span.end - 2)
        agreement = "n" if _is_called_a_body(s, subject.last) else self._agreement(span)
        behind = self._speaks_for(s, subject)
        self._note(self.speakers, span, agreement)
        if behind is not None:
            self.bodies[span] = behind
        return span, behind or span

    def _speaking_in(self, s: Tagged, subject: Subject) -> Span | None:
        """Who speaks in the sentence already, where a relative clause goes on: "Ana Ruiz said …, which he says …"."""
        start = s.tokens[s.first].start
        if subject.first <= s.first or s.tag(subject.first - 1) != "W" or not self.speakers:
            return None
        latest, agreement = self.speakers[0]
        fits = _fits(_OF_PRONOUN.get(subject.pronoun, ""), agreement)
        return latest if fits and latest.start >= start else None

    def _acting_in(self, s: Tagged, subject: Subject) -> Span | None:
        """The body that acts in the sentence, for an "it" in a clause of it: "The navy seized boats it accuses …"."""
        verb = next(
            (k for k in range(s.first, min(subject.first, s.last)) if s.tag(k) in FINITE and s.outside(k)), None
        )
        if subject.pronoun not in ("it", "they") or verb is None or subject.first <= s.first:
            return None
        acting = subject_before(s, verb, s.first)
        if acting.first >= acting.last or acting.pronoun:
            return None
        span = trim(s.text, s.tokens[acting.first].start, s.tokens[acting.last - 1].end)
        agreement = self._agreement(span)
        if agreement != ("n" if subject.pronoun == "it" else "p") and not (agreement == "" and _owns(s, acting)):
            return None
        self._note(self.speakers, span, agreement)
        return span

    def _speaks_for(self, s: Tagged, subject: Subject) -> Span | None:
        """The body an unnamed spokesman speaks for: "its director", "a spokeswoman", "her office"."""
        tokens = s.tokens[subject.first : subject.last]
        if not 1 < len(tokens) <= 4 or any(s.text[t.start].isupper() for t in tokens[1:]):
            return None
        owner, role = tokens[0].form, tokens[-1].form
        if owner in ("its", "their", "a", "the") and role in words("spokesperson") | words("title"):
            if owner in ("a", "the") and role not in words("spokesperson"):
                return None
            put_out = self._who_put_out(tokens[0].start) if role == "statement" and len(tokens) == 2 else None
            if put_out is not None:
                return put_out
            behind = self._latest("n", tokens[0].start, unlike=words("document"))
            named = set() if behind is None else {token.form for token in tokenise(self._text(behind))}
            kinds = words("group") - words("document")
            told = {token.form for token in tokens[1:-1]}  # "a company statement" is not the works council's
            other = bool(told & kinds) and bool(named & kinds) and not told & named
            unfit = role == "statement" and bool(told) and not told & named
            return None if words("document") & named or other or unfit else behind
        if owner in ("his", "her") and role in ("office", "team", "campaign", "administration", "cabinet"):
            return self._latest(_OF_PRONOUN[owner], tokens[0].start)
        return None

    def _who_put_out(self, before: int) -> Span | None:
        """The latest speaker before an offset who spoke in a statement, "the Press Wing said in a statement"."""
        latest = sorted(self.speakers, key=lambda mention: -mention[0].start)
        named = (span for span, _ in latest if span.start < before and not words("document") & self._forms(span))
        return next((span for span in named if "statement" in self.layout.text[span.end : span.end + _SAID]), None)

    def _forms(self, span: Span) -> set[str]:
        return set(self._text(span).lower().split())

    def _may_be_body(self, mention: tuple[Span, str]) -> bool:
        """Whether a bare name is no family name that the text tells in full: "Railtrak", not "Ruiz" of "Ana Ruiz"."""
        name = self._text(mention[0])
        return mention[1] == "h" and name.isalpha() and name not in _last_names(self.layout.text)

    def _agreement(self, span: Span) -> str:
        """How pronouns agree with a mention; a bare name that opens a body's in the text may be it or a person."""
        name = self._text(span)
        found = gender_of(name)
        return "" if found == "h" and name in bodies_in(self.layout.text) else found

    def _text(self, span: Span) -> str:
        return self.layout.text[span.start : span.end]

    def continued_quotation(self, s: Tagged) -> Report | None:
        """A sentence that is a quotation and no more goes on with the words of the latest speaker."""
        marked = [k for k in range(s.first, s.last) if s.tag(k) != "M"]
        if not marked or not self.speakers or any(s.outside(k) for k in marked):
            return None
        contents = tuple((q.first, min(q.last, s.last)) for q in s.quotations)
        nobody = Subject(s.first, s.first, s.first, dropped=True)
        return Report(s.first, s.last, contents, nobody, None, "say", "en.report.continued")

    def note_topic(self, s: Tagged, reports: list[Report]) -> None:
        """Remember the subject of a sentence that the article tells itself."""
        free = max((r.last for r in reports), default=s.first)
        for k in range(s.first, s.last):
            if s.tag(k) in FINITE and s.outside(k):
                group = k
                while group > s.first and s.tag(group - 1) in "AXx":
                    group -= 1
                subject = subject_before(s, group, s.first)
                if subject.first < subject.last and not subject.pronoun:
                    span = trim(s.text, s.tokens[subject.first].start, s.tokens[subject.last - 1].end)
                    mentions = self.topics if k >= free else self.told
                    agreement = self._agreement(span)
                    speaks = _is_somebody(s, subject) or _gives_account(s, k)
                    self._note(mentions, span, agreement or ("h" if speaks else ""))

    def _note(self, mentions: list[tuple[Span, str]], span: Span, agreement: str) -> None:
        mentions.insert(0, (span, agreement))
        del mentions[_KEEP:]

    def _meant_by(self, pronoun: str, before: int | None) -> Span | None:
        """The latest mention a pronoun agrees with; what it settles about that mention is remembered."""
        wanted = _OF_PRONOUN.get(pronoun)
        if wanted is None:
            return self.speakers[0][0] if self.speakers else None
        span = self._latest(wanted, before, told=wanted != "n")
        if span is None and wanted == "n":  # a body by a bare name, "Railtrak", looks like a family name
            bare = (m[0] for m in self.speakers if m[1] == "h" and " " not in self.layout.text[m[0].start : m[0].end])
            return next(bare, None) or self._latest(wanted, before)
        return span if span is not None or not self.speakers else self.speakers[0][0]

    def _latest(
        self, wanted: str, before: int | None, *, told: bool = True, unlike: frozenset[str] = frozenset()
    ) -> Span | None:
        """The latest mention before an offset that agrees, with no word of `unlike` in it; one whose agreement is not
        told only where no other does.
        """
        latest = sorted((*self.speakers, *self.topics), key=lambda mention: -mention[0].start)
        latest.sort(key=lambda mention: wanted in "mf" and (mention[1] == "" or self._may_be_body(mention)))
        latest += sorted(self.told, key=lambda mention: -mention[0].start) if told else []
        for span, agreement in [m for m in latest if before is None or m[0].start <= before]:
            if _fits(wanted, agreement) and not (unlike and unlike & self._forms(span)):
                settled = wanted if agreement == "h" and wanted in "mf" else agreement
                self._note(self.speakers, span, settled)
                return span
        return None


def _owns(s: Tagged, subject: Subject) -> bool:
    """Whether a subject is somebody's: "Mauritania's coast guard"."""
    return any(s.form(k).endswith(("'s", "’s")) for k in range(subject.first, subject.last - 1))


def _is_somebody(s: Tagged, subject: Subject) -> bool:
    """Whether "who" follows a subject: "a warder who was on duty"."""
    return subject.last < s.last and s.form(subject.last) == "who"


def _gives_account(s: Tagged, verb: int) -> bool:
    """Whether a verb and its object say that somebody tells a story: "gave a different account"."""
    return s.form(verb) in words("gives") and any(
        s.form(k) in words("account") for k in range(verb + 1, min(verb + 6, s.last))
    )


def _is_called_a_body(s: Tagged, end: int) -> bool:
    """Whether what follows a name calls it a body: "Kestrel Watch, the government's conservation agency, said"."""
    if s.form(end) != "," or s.tag(end + 1) != "D":
        return False
    comma = next((k for k in range(end + 2, min(end + 9, s.last)) if s.form(k) == ","), end)
    return s.form(comma - 1) in words("group")


def agrees(pronoun: str, agreement: str) -> bool:
    """Whether a pronoun can mean a mention of that agreement, as `gender_of` gives it."""
    return _fits(_OF_PRONOUN.get(pronoun, ""), agreement)


def _fits(wanted: str, agreement: str) -> bool:
    if wanted == "n":
        return agreement in ("n", "")
    if wanted == "p":
        return agreement in ("p", "n", "")
    return agreement in (wanted, "h", "")


def gender_of(mention: str) -> str:
    """How pronouns agree with a mention: m, f, h (a person of untold gender), p, n (a body or thing), or empty."""
    tokens = tokenise(mention)
    forms = [token.form for token in tokens if token.kind == "word"]
    if all(form in words("number") for form in forms):
        return "p" if tokens else ""
    own = _before_home(mention, tokens)
    if own is not None:
        return gender_of(own)
    if forms[-1] in words("staff_of"):
        return "n"
    if {"year", "old"} <= set(forms):
        return "h"
    if any(form in words("female") for form in forms):
        return "f"
    if any(form in words("male") for form in forms):
        return "m"
    names = [t for t in tokens if t.kind == "word" and mention[t.start].isupper()]
    titled = any(form in words("title") for form in forms)
    if len(tokens) == 1 and (found := entry_at(mention, tokens, 0, "en")) and found.entry.number == "pl":
        return "p"
    if len(forms) == 1 and forms[0].endswith("s") and forms[0][:-1] in words("title") | words("male"):
        return "p"  # "Prosecutors", at the head of a sentence
    if _ends_in_person(mention, tokens) or _ends_in_name(mention, tokens):
        return "h"
    within = next((k for k, form in enumerate(forms) if form in ("at", "in", "from", "of")), 0)
    if within and forms[within - 1].endswith("s") and not forms[within - 1].endswith(("ss", "'s")) and within <= 2:
        return "p"  # "wardens at the Skarn Head reserve"
    if any(form in words("group") | words("document") for form in forms) and not (titled and len(names) >= 2):
        return "n"
    if forms[-1] in ("people", "men", "women", "children"):
        return "p"
    if forms[-1].endswith("s") and forms[0] not in ("mr", "mrs") and not mention[tokens[-1].start].isupper():
        return "p"
    if forms[0] == "the" and len(names) > 1 and not titled:
        return "n"
    if titled or (len(names) in (1, 2, 3) and len(names) == len(forms)):
        return "h"
    return ""


def _before_home(mention: str, tokens: Sequence[Token]) -> str | None:
    """A full name without where its bearer is from: "Ana Ruiz of Vale"; `None` for any other mention."""
    of = next((k for k, token in enumerate(tokens) if token.form in ("of", "from")), 0)
    name = tokens[:of]
    named = 2 <= of <= 3 and all(t.kind == "word" and mention[t.start].isupper() for t in name)
    bodies = words("group") | word_roles("organisation") | words("title")
    return mention[: tokens[of - 1].end] if named and not bodies.intersection(t.form for t in name) else None


def _ends_in_person(mention: str, tokens: Sequence[Token]) -> bool:
    """Whether a full name ends the mention right after an office or calling: "council leader Ana Ruiz"."""
    begin = len(tokens)
    while begin > 0 and tokens[begin - 1].kind == "word" and mention[tokens[begin - 1].start].isupper():
        begin -= 1
    name = {token.form for token in tokens[begin:]}
    if not begin or not 2 <= len(name) <= 4 or name & (words("group") | word_roles("organisation")):
        return False
    found = entry_at(mention, tokens, begin - 1, "en")
    return found is not None and found.last == begin and (found.entry.kind == "office" or found.entry.human)


def _ends_in_name(mention: str, tokens: Sequence[Token]) -> bool:
    """Whether a comma and a full name end the mention: "the reserve's warden, Petra Lomas"."""
    comma = next((k for k in range(len(tokens) - 1, 0, -1) if tokens[k].form == ","), 0)
    if comma and tokens[comma - 1].form in words("group") | word_roles("organisation"):
        return False  # "a staff union, Allied Dock Hands"
    name = tokens[comma + 1 :] if comma else []
    named = 2 <= len(name) <= 3 and all(t.kind == "word" and mention[t.start].isupper() for t in name)
    return named and not {t.form for t in name} & (words("group") | word_roles("organisation"))


@lru_cache(maxsize=4)
def _last_names(text: str) -> frozenset[str]:
    """The capitalised words of a text that follow another within a line, which opens no sentence by its kind."""
    pairs = re.findall(r"(?<!\w)([^\W\d_][\w'’.-]*) (?=([^\W\d_]\w+))", text)
    closed = words("determiner") | words("preposition") | words("subordinator") | words("adverb")
    named = (pair for pair in pairs if pair[0][0].isupper() and pair[1][0].isupper())
    return frozenset(last for first, last in named if first.lower() not in closed)


@lru_cache(maxsize=4)
def bodies_in(text: str) -> frozenset[str]:
    """The capitalised words that a text follows with a word for a body: "Hartmore" of "Hartmore Foods"."""
    pairs = re.findall(r"(?<![\w-])([A-Z][\w'’-]+) (?=([A-Z]\w+))", text)
    kinds = words("group") | word_roles("organisation")
    closed = words("determiner") | words("preposition") | words("subordinator") | words("adverb")
    return frozenset(name for name, kind in pairs if kind.lower() in kinds and name.lower() not in closed)
