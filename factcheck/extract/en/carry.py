"""Whom a pronoun or a dropped subject means in English: the latest speaker it can agree with."""

from __future__ import annotations

from factcheck.extract.en.genders import (
    OF_PRONOUN,
    bodies_in,
    fits,
    gender_of,
    is_thing,
    last_names,
    shares_last_name,
    told_gender,
)
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.persons_here import person_meant
from factcheck.extract.en.report import Report
from factcheck.extract.en.speaking import (
    accused_in,
    asked_of,
    author_of,
    body_of_kind,
    colon_before,
    first_acting,
    gives_account,
    gives_figure,
    has_owner,
    hears_others,
    is_bare_plural,
    is_called_a_body,
    is_somebody,
    judged_by,
    may_speak,
    names_another,
    names_nobody,
    pleads,
    several_bodies,
    told_by_prosecution,
    who_put_out,
)
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.wholeness import means_object
from factcheck.extract.layout import Carry, Layout
from factcheck.lang.english import words
from factcheck.text import Span, tokenise, trim

_GOING_ON = frozenset(("but", "and", "though", "although", "because"))  # before a pronoun for who acts in the sentence
_ACCUSING = frozenset(("accuse", "criticise", "condemn"))
_KEEP = 8


class Voices:
    """The speakers and subjects a line has named so far, the latest first."""

    def __init__(self, layout: Layout, carry: Carry) -> None:
        self.layout = layout
        self.speakers: list[tuple[Span, str]] = list(carry.speakers)
        self.topics: list[tuple[Span, str]] = list(carry.topics)
        self.told: list[tuple[Span, str]] = []  # whom the speakers of this line told of
        self.genders: dict[str, str] = dict(carry.genders)  # of each person a pronoun has told it of, by the last name
        self.force = ""  # of the last report of the sentence before
        self.accused: Span | None = None  # whom that report accuses by name
        self.bodies: dict[Span, Span] = {}  # the mention of an unnamed spokesman, and of the body behind it

    def carry(self) -> Carry:
        """What goes on to the next line."""
        speakers, topics, told = self.speakers[:_KEEP], self.topics[:_KEEP], tuple(self.genders.items())[-_KEEP:]
        return Carry(tuple(speakers), tuple(topics), genders=told)

    def resolve(self, s: Tagged, report: Report) -> tuple[Span | None, Span | None]:
        """The speaker's mention as the contract has it (none for a pronoun), and the mention that tells the holder."""
        subject = report.subject
        if subject.pronoun:
            before = s.tokens[subject.first].start if subject.first < s.last else None
            within = self._speaking_in(s, subject)
            if within is not None:
                return None, self.bodies.get(within, within)
            if means_object(s, subject.pronoun, subject.first):
                return None, None
            if self._adds_to_another(s, report):
                return None, None
            accused = self.accused if report.force == "deny" or report.rule == "en.report.colon" else None
            if accused and fits(OF_PRONOUN.get(subject.pronoun, ""), self._agreement(accused).replace("h", "")):
                return None, accused  # "Ruiz accused Vale Oil of fraud. Its answer came on Friday in a letter: …"
            meant = self._adding(s, report) or self._acting_in(s, subject) or self._meant_by(subject.pronoun, before)
            meant = None if report.force in ("deny", "admit") and pleads(self.layout.text, meant) else meant
            return None, None if meant is None else self.bodies.get(meant, meant)
        if subject.first >= subject.last:
            if report.cue is not None and s.form(report.cue[0] - 1) == "," and s.tag(report.cue[0]) in FINITE:
                return None, None  # whoever stands before the comma says so, and no one else
            latest = self.speakers[0][0] if self.speakers else None
            return None, None if latest is None else self.bodies.get(latest, latest)
        span = trim(s.text, s.tokens[subject.first].start, s.tokens[subject.last - 1].end)
        if span.start >= span.end or hears_others(s, report):
            return None, told_by_prosecution(self.layout, s, report)
        owned = report.rule.startswith("en.source") or report.cue is None or " " in self._text(span)  # not "Orr's said"
        if s.text[span.end - 2 : span.end] in ("'s", "’s") and owned:
            span = Span(span.start, span.end - 2)
        agreement = "n" if is_called_a_body(s, subject.last) else told_gender(s.text, span.end) or self._agreement(span)
        if agreement in ("", "n") and is_somebody(s, subject) and s.form(subject.last - 1) not in words("collective"):
            agreement = "h"  # "A stoker who would not be named said"
        behind = self._speaks_for(s, subject)
        if agreement in ("m", "f"):
            self.genders.setdefault(self._text(span).split()[-1], agreement)
        author = author_of(s, subject)
        if author is not None:
            owner = trim(s.text, s.tokens[author[0]].start, s.tokens[author[1] - 1].end - len("'s"))
            self._note(self.speakers, owner, self._agreement(owner) or "h")
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
        agreed = fits(OF_PRONOUN.get(subject.pronoun, ""), agreement)
        return latest if agreed and latest.start >= start else None

    def _adds_to_another(self, s: Tagged, report: Report) -> bool:
        """Whether "she added" follows the words of a man, so that it means somebody the text does not say speaks."""
        adds = report.cue is not None and s.form(report.cue[0]).startswith("add") and bool(self.speakers)
        wanted = OF_PRONOUN.get(report.subject.pronoun, "")
        return adds and wanted in "mf" and {wanted, self.speakers[0][1]} == {"m", "f"}

    def _adding(self, s: Tagged, report: Report) -> Span | None:
        """Whoever spoke last, where a pronoun adds to it: "…", said the firm. "…", it added."""
        if report.cue is None or not s.form(report.cue[0]).startswith("add") or not self.speakers:
            return None
        latest, agreement = self.speakers[0]
        wanted = OF_PRONOUN.get(report.subject.pronoun, "")
        bare = wanted == "n" and agreement == "h" and " " not in self.layout.text[latest.start : latest.end]
        since = any(topic.start > latest.start for topic, _ in self.topics)  # "Baird praised the crew. …, he added"
        return latest if not since and (bare or fits(wanted, agreement)) else None

    def _acting_in(self, s: Tagged, subject: Subject) -> Span | None:
        """Who acts in the sentence, for a pronoun in a clause of it: "The navy seized boats it accuses …"."""
        acting = first_acting(s, subject.first) if subject.first > s.first else None
        if acting is None:
            return None
        span = trim(s.text, s.tokens[acting.first].start, s.tokens[acting.last - 1].end)
        agreement = self._agreement(span)
        if subject.pronoun in ("he", "she"):
            colon = colon_before(s, subject.first)
            leads = s.form(colon) == ":" and agreement in ("h", OF_PRONOUN[subject.pronoun])
            leads = leads and not names_another(s, acting.last, colon)
            named = agreement in ("h", OF_PRONOUN[subject.pronoun]) and acting.last - acting.first > 1
            which = s.form(subject.first - 1) == "which"  # "…, to which he said"
            goes_on = s.form(subject.first - 1) in _GOING_ON and not names_another(s, acting.last, subject.first)
            goes_on = named and (goes_on or which)
            if leads or goes_on:
                self._note(self.speakers, span, OF_PRONOUN[subject.pronoun])
            return span if leads or goes_on else None
        if subject.pronoun not in ("it", "they") or (subject.pronoun == "it" and is_bare_plural(s, acting)):
            return None
        owner = next((k for k in range(acting.last - 2, acting.first - 1, -1) if s.form(k).endswith("'s")), None)
        if owner is not None and s.form(acting.last - 1) in words("document"):  # "The firm's report found … , it said"
            span = trim(s.text, s.tokens[acting.first].start, s.tokens[owner].end - 2)
            self._note(self.speakers, span, "n")
            return span
        bare = agreement == "h" and subject.pronoun == "it" and acting.last - acting.first == 1
        bare = bare or (subject.pronoun == "it" and gives_figure(s, acting, subject.first))
        agreement = "n" if bare and self._text(span) not in last_names(self.layout.text) else agreement
        if subject.pronoun == "it" and not may_speak(self._text(span)):
            return None  # "The forecast had been good, it said"
        if agreement != ("n" if subject.pronoun == "it" else "p") and not (agreement == "" and has_owner(s, acting)):
            return None
        self._note(self.speakers, span, agreement)
        return span

    def _speaks_for(self, s: Tagged, subject: Subject) -> Span | None:
        """The body an unnamed spokesman speaks for: "its director", "a spokeswoman", "her office"."""
        tokens = s.tokens[subject.first : subject.last]
        if not 1 < len(tokens) <= 4 or any(s.text[t.start].isupper() for t in tokens[1:]):
            return None
        owner, role = tokens[0].form, tokens[-1].form
        if owner in ("its", "their", "a", "the") and role in words("spokesperson", "title"):
            if owner in ("a", "the") and role not in words("spokesperson"):
                return None
            heard, stated = (*self.speakers, *self.topics), role == "statement" and len(tokens) == 2
            if stated and (put_out := who_put_out(s.text, self.speakers, tokens[0].start)):
                return put_out
            if told := {token.form for token in tokens[1:-1]} - {"senior", "chief"}:
                return body_of_kind(s.text, heard, told, sure=role == "statement")
            if owner == "a" and (self.force in _ACCUSING or several_bodies(s.text, heard, tokens[0].start)):
                return None  # "The league blames the grid. "…," a spokesman said"
            colon = colon_before(s, subject.first) if owner == "its" else subject.first
            of_body = s.form(colon) == ":" or (owner == "a" and s.form(colon - 1) == "to")  # "…, according to a"
            behind = self._acting_before(s, colon, ("n", "" if owner == "its" else "n")) if of_body else None
            behind = behind or self._body_behind(tokens[0].start)
            named = set() if behind is None else {token.form for token in tokenise(self._text(behind))}
            return None if words("document") & named else behind
        if owner in ("his", "her") and role in ("office", "team", "campaign", "administration", "cabinet"):
            whose = OF_PRONOUN[owner]
            acting = self._acting_before(s, subject.first, (whose, "h")) if s.form(subject.first - 1) == "," else None
            behind = acting or self._latest(whose, tokens[0].start)
            kin = behind is not None and self._text(behind).partition(" ")[0].lower() in words("possessive")
            return None if kin else behind  # "Her office" is not that of "his daughter"
        return None

    def _acting_before(self, s: Tagged, at: int, fitting: tuple[str, str]) -> Span | None:
        """Who acts in the sentence and agrees: "The king thanked the crew, his office said"."""
        acting = first_acting(s, at)
        if acting is None:
            return None
        span = trim(s.text, s.tokens[acting.first].start, s.tokens[acting.last - 1].end)
        return span if self._agreement(span) in fitting else None

    def _body_behind(self, before: int) -> Span | None:
        """The body told last before an offset; a bare name that no person has is one: "Valora disputes …"."""
        body = self._latest("n", before, unlike=words("document"))
        told = (*self.speakers, *self.topics)
        bare = [mention[0] for mention in told if mention[0].start < before and self._may_be_body(mention)]
        latest = max(bare, key=lambda span: span.start, default=None)
        body = body if body is not None and may_speak(self._text(body)) else None  # "the verdict" has no spokesman
        later = latest is not None and (body is None or body.start < latest.start)
        near = later and latest is not None and "\n" not in self.layout.text[latest.end : before]
        return latest if near else body

    def _forms(self, span: Span) -> set[str]:
        return set(self._text(span).lower().split())

    def _may_be_body(self, mention: tuple[Span, str]) -> bool:
        """Whether a bare name is no family name that the text tells in full: "Railtrak", not "Ruiz" of "Ana Ruiz"."""
        name = self._text(mention[0])
        return mention[1] == "h" and name.isalpha() and name not in last_names(self.layout.text)

    def _agreement(self, span: Span) -> str:
        """How pronouns agree with a mention; a bare name that opens a body's in the text may be it or a person."""
        name = self._text(span)
        found = gender_of(name)
        if found == "h" and not shares_last_name(self.layout.text, name.split()[-1]):
            found = self.genders.get(name.split()[-1], found)
        return "" if found == "h" and name in bodies_in(self.layout.text) else found

    def _text(self, span: Span) -> str:
        return self.layout.text[span.start : span.end]

    def continued_quotation(self, s: Tagged) -> Report | None:
        """A sentence that is a quotation and no more goes on with the words of the latest speaker."""
        marked = [k for k in range(s.first, s.last) if s.tag(k) != "M"]
        if not marked or any(s.outside(k) for k in marked):
            return None
        contents = tuple((q.first, min(q.last, s.last)) for q in s.quotations)
        nobody = Subject(s.first, s.first, s.first, dropped=True)
        return Report(s.first, s.last, contents, nobody, None, "say", "en.report.continued")

    def note_topic(self, s: Tagged, reports: list[Report]) -> None:
        """Remember the subject of a sentence that the article tells itself."""
        free = max((r.last for r in reports), default=s.first)
        self.force = reports[-1].force if reports else ""
        self.accused = accused_in(s, reports[-1]) if self.force == "accuse" else None
        asked = asked_of(s) or (None if reports else judged_by(s))
        if asked is not None:
            span = trim(s.text, s.tokens[asked[0]].start, s.tokens[asked[1] - 1].end)
            self._note(self.topics, span, self._agreement(span) or "h")
            return
        for k in range(s.first, s.last):
            if s.tag(k) in FINITE and s.outside(k):
                group = k
                while group > s.first and s.tag(group - 1) in "AXx":
                    group -= 1
                subject = subject_before(s, group, s.first)
                if subject.first < subject.last and not subject.pronoun and s.form(s.first) not in words("asking"):
                    if names_nobody(s, subject):
                        continue  # "none of them works", "ending a row about | who pays": no body, and nobody
                    span = trim(s.text, s.tokens[subject.first].start, s.tokens[subject.last - 1].end)
                    mentions = self.topics if k >= free else self.told
                    agreement = told_gender(s.text, span.end) or self._agreement(span)
                    speaks = is_somebody(s, subject) or gives_account(s, k)
                    self._note(mentions, span, agreement or ("h" if speaks else ""))

    def _note(self, mentions: list[tuple[Span, str]], span: Span, agreement: str) -> None:
        mentions.insert(0, (span, agreement))
        del mentions[_KEEP:]

    def _meant_by(self, pronoun: str, before: int | None) -> Span | None:
        """The latest mention a pronoun agrees with; what it settles about that mention is remembered."""
        wanted = OF_PRONOUN.get(pronoun)
        if wanted is None:
            return self.speakers[0][0] if self.speakers else None
        if wanted in "mf" and before:
            told = (self.speakers, self.topics, self.told)
            person, unsure = person_meant(self.layout.text, told, wanted, before, self._agreement)
            if person is not None and not unsure:
                self._note(self.speakers, person, wanted)
            if person is not None or unsure:
                return None if unsure else person
        unlike = words("document") if wanted == "p" else frozenset[str]()  # no report is "they"
        span = self._latest(wanted, before, told=False, speaking=True) if wanted == "n" else None
        span = span or self._latest(wanted, before, told=wanted != "n", unlike=unlike)
        if span is not None and wanted == "n" and self.layout.text.count("\n", span.end, before) > 1:
            return None if not may_speak(self._text(span)) else span  # no ferry of two paragraphs before
        if span is None and wanted == "n":  # a body by a bare name, "Railtrak", looks like a family name
            bare = (m[0] for m in self.speakers if m[1] == "h" and " " not in self.layout.text[m[0].start : m[0].end])
            named = (m[0] for m in self.speakers if m[1] == "h" and not words("title") & self._forms(m[0]))
            return next(bare, None) or self._latest(wanted, before) or next(named, None)
        latest, agreement = self.speakers[0] if self.speakers else (None, "")
        return span or (None if wanted in "mf" and agreement in {"m", "f", "n", "p"} - {wanted} else latest)

    def _latest(
        self, wanted: str, before: int | None, *, told: bool = True, unlike: frozenset[str] = frozenset(),
        speaking: bool = False,
    ) -> Span | None:  # fmt: skip
        """The latest mention before an offset that agrees, with no word of `unlike` in it; one whose agreement is not
        told only where no other does.
        """
        latest = sorted((*self.speakers, *self.topics), key=lambda mention: -mention[0].start)
        latest.sort(key=lambda mention: wanted in "mf" and (mention[1] == "" or self._may_be_body(mention)))
        latest += sorted(self.told, key=lambda mention: -mention[0].start) if told else []
        for span, agreement in [m for m in latest if before is None or m[0].start <= before]:
            agreement = self._agreement(span) if agreement == "h" else agreement  # "Ms. Ruiz" has told it since
            if speaking and not may_speak(self._text(span)):
                continue
            if wanted in ("m", "f", "p") and agreement == "" and is_thing(self._text(span)):
                continue  # "software", "the benefit"
            if wanted == "n" and self._text(span).partition(" ")[0].lower() in words("possessive"):
                continue  # "it" is no "its staff"
            if fits(wanted, agreement) and not (unlike and unlike & self._forms(span)):
                settled = wanted if agreement == "h" and wanted in "mf" else agreement
                if settled in ("m", "f"):
                    self.genders.setdefault(self._text(span).split()[-1], settled)
                self._note(self.speakers, span, settled)
                return span
        return None
