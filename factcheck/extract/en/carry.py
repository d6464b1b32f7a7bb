"""Whom a pronoun or a dropped subject means in English: the latest speaker it can agree with."""

from __future__ import annotations

from factcheck.extract.en.genders import OF_PRONOUN, fits, is_thing, last_names, told_gender
from factcheck.extract.en.heard import Heard
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.persons_here import person_meant
from factcheck.extract.en.report import Report
from factcheck.extract.en.speaking import (
    accused_in,
    aged_at_head,
    asked_of,
    author_of,
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
    named_before,
    names_another,
    names_nobody,
    pleads,
    told_by_prosecution,
)
from factcheck.extract.en.spokesmen import speaks_for
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.wholeness import means_object
from factcheck.extract.layout import Carry, Layout
from factcheck.lang.english import words
from factcheck.text import Span, trim

_GOING_ON = frozenset(("but", "and", "though", "although", "because"))  # before a pronoun for who acts in the sentence
_ACCUSING = frozenset(("accuse", "criticise", "condemn"))
_KEEP = 8


class Voices(Heard):
    """The speakers and subjects a line has named so far, the latest first."""

    def __init__(self, layout: Layout, carry: Carry) -> None:
        super().__init__(layout, carry)
        self.accused: Span | None = None  # whom the last report of the sentence before accuses by name
        self.bodies: dict[Span, Span] = {}  # the mention of an unnamed spokesman, and of the body behind it

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
            if accused and fits(OF_PRONOUN.get(subject.pronoun, ""), self.agreement(accused).replace("h", "")):
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
        owned = (
            report.rule.startswith("en.source") or report.cue is None or " " in self.text_of(span)
        )  # not "Orr's said"
        if s.text[span.end - 2 : span.end] in ("'s", "’s") and owned:
            span = Span(span.start, span.end - 2)
        agreement = "n" if is_called_a_body(s, subject.last) else told_gender(s.text, span.end) or self.agreement(span)
        if agreement in ("", "n") and is_somebody(s, subject) and s.form(subject.last - 1) not in words("collective"):
            agreement = "h"  # "A stoker who would not be named said"
        behind = speaks_for(self, s, subject)
        if agreement in ("m", "f"):
            self.genders.setdefault(self.text_of(span).split()[-1], agreement)
        author = author_of(s, subject)
        if author is not None:
            owner = trim(s.text, s.tokens[author[0]].start, s.tokens[author[1] - 1].end - len("'s"))
            self.note(self.speakers, owner, self.agreement(owner) or "h")
        self.note(self.speakers, span, agreement)
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
        agreement = self.agreement(span)
        if subject.pronoun in ("he", "she"):
            colon = colon_before(s, subject.first)
            leads = s.form(colon) == ":" and agreement in ("h", OF_PRONOUN[subject.pronoun])
            leads = leads and not names_another(s, acting.last, colon)
            named = agreement in ("h", OF_PRONOUN[subject.pronoun]) and acting.last - acting.first > 1
            which = s.form(subject.first - 1) == "which"  # "…, to which he said"
            apart = s.form(colon) == ";"  # "The mayor, Ana Ruiz, asked for rooms; 40 came, she said"
            goes_on = apart or s.form(subject.first - 1) in _GOING_ON
            goes_on = goes_on and not names_another(s, acting.last, subject.first)
            goes_on = named and (goes_on or which or self._speaks_of_self(s, acting, subject))
            if leads or goes_on:
                self.note(self.speakers, span, OF_PRONOUN[subject.pronoun])
            return span if leads or goes_on else None
        if subject.pronoun not in ("it", "they") or (subject.pronoun == "it" and is_bare_plural(s, acting)):
            return None
        owner = next((k for k in range(acting.last - 2, acting.first - 1, -1) if s.form(k).endswith("'s")), None)
        if owner is not None and s.form(acting.last - 1) in words("document"):  # "The firm's report found … , it said"
            span = trim(s.text, s.tokens[acting.first].start, s.tokens[owner].end - 2)
            self.note(self.speakers, span, "n")
            return span
        bare = agreement == "h" and subject.pronoun == "it" and acting.last - acting.first == 1
        bare = bare or (subject.pronoun == "it" and gives_figure(s, acting, subject.first))
        agreement = "n" if bare and self.text_of(span) not in last_names(self.layout.text) else agreement
        if subject.pronoun == "it" and not may_speak(self.text_of(span)):
            return None  # "The forecast had been good, it said"
        if agreement != ("n" if subject.pronoun == "it" else "p") and not (agreement == "" and has_owner(s, acting)):
            return None
        self.note(self.speakers, span, agreement)
        return span

    def _speaks_of_self(self, s: Tagged, acting: Subject, subject: Subject) -> bool:
        """Whether a person who acts by name in words that "he" or "she" says speaks, as nobody who did before can be
        meant: "Ana Ruiz, a nurse, heard two shots, she said".
        """
        wanted = OF_PRONOUN[subject.pronoun]
        named = all(s.text[s.tokens[k].start].isupper() and s.tag(k) == "N" for k in range(acting.first, acting.last))
        alone = named and acting.first == s.first and not names_another(s, acting.last, subject.first)
        start = s.text.rfind("\n", 0, s.tokens[s.first].start) + 1
        told = (agreement for span, agreement in (*self.speakers, *self.topics) if span.start >= start)
        return alone and s.form(subject.first - 1) == "," and not any(gender in (wanted, "h") for gender in told)

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
            self.note(self.topics, span, self.agreement(span) or "h")
            return
        for first, last in () if reports else aged_at_head(s):
            self.note(self.topics, Span(s.tokens[first].start, s.tokens[last - 1].end), "h")
        for k in range(s.first, s.last):
            if s.tag(k) in FINITE and s.outside(k):
                group = k
                while group > s.first and s.tag(group - 1) in "AXx":
                    group -= 1
                subject = subject_before(s, group, s.first)
                if subject.first < subject.last and not subject.pronoun and s.form(s.first) not in words("asking"):
                    if names_nobody(s, subject):
                        continue  # "none of them works", "ending a row about | who pays": no body, and nobody
                    subject = named_before(s, subject)
                    span = trim(s.text, s.tokens[subject.first].start, s.tokens[subject.last - 1].end)
                    mentions = self.topics if k >= free else self.told
                    agreement = told_gender(s.text, span.end) or self.agreement(span)
                    speaks = is_somebody(s, subject) or gives_account(s, k)
                    self.note(mentions, span, agreement or ("h" if speaks else ""))

    def _meant_by(self, pronoun: str, before: int | None) -> Span | None:
        """The latest mention a pronoun agrees with; what it settles about that mention is remembered."""
        wanted = OF_PRONOUN.get(pronoun)
        if wanted is None:
            return self.speakers[0][0] if self.speakers else None
        if wanted in "mf" and before:
            told = (self.speakers, self.topics, self.told)
            person, unsure = person_meant(self.layout.text, told, wanted, before, self.agreement)
            if person is not None and not unsure:
                self.note(self.speakers, person, wanted)
            if person is not None or unsure:
                return None if unsure else person
        unlike = words("document") if wanted == "p" else frozenset[str]()  # no report is "they"
        span = self.latest(wanted, before, told=False, speaking=True) if wanted == "n" else None
        span = span or self.latest(wanted, before, told=wanted != "n", unlike=unlike)
        if span is not None and wanted == "n" and self.layout.text.count("\n", span.end, before) > 1:
            return None if not may_speak(self.text_of(span)) else span  # no ferry of two paragraphs before
        if span is None and wanted == "n":  # a body by a bare name, "Railtrak", looks like a family name
            bare = (m[0] for m in self.speakers if m[1] == "h" and " " not in self.layout.text[m[0].start : m[0].end])
            named = (m[0] for m in self.speakers if m[1] == "h" and not words("title") & self.forms(m[0]))
            return next(bare, None) or self.latest(wanted, before) or next(named, None)
        latest, agreement = self.speakers[0] if self.speakers else (None, "")
        unfit = agreement in {"m", "f", "n", "p"} - {wanted} or (latest is not None and is_thing(self.text_of(latest)))
        return span or (None if wanted in "mf" and unfit else latest)
