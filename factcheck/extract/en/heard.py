"""Whom the lines of an English story have told of so far, and which of them a pronoun can mean."""

from __future__ import annotations

from factcheck.extract.en.genders import (
    bodies_in,
    called_bodies,
    fits,
    gender_of,
    is_thing,
    last_names,
    shares_last_name,
)
from factcheck.extract.en.speaking import may_speak
from factcheck.extract.layout import Carry, Layout
from factcheck.lang.english import words
from factcheck.text import Span

_KEEP = 8


class Heard:
    """The speakers and subjects a line has named so far, the latest first, each with how pronouns agree with it."""

    def __init__(self, layout: Layout, carry: Carry) -> None:
        self.layout = layout
        self.speakers: list[tuple[Span, str]] = list(carry.speakers)
        self.topics: list[tuple[Span, str]] = list(carry.topics)
        self.told: list[tuple[Span, str]] = []  # whom the speakers of this line told of
        self.genders: dict[str, str] = dict(carry.genders)  # of each person a pronoun has told it of, by the last name
        self.force = ""  # of the last report of the sentence before

    def carry(self) -> Carry:
        """What goes on to the next line."""
        speakers, topics, told = self.speakers[:_KEEP], self.topics[:_KEEP], tuple(self.genders.items())[-_KEEP:]
        return Carry(tuple(speakers), tuple(topics), genders=told)

    def note(self, mentions: list[tuple[Span, str]], span: Span, agreement: str) -> None:
        """Remember a mention as the latest."""
        mentions.insert(0, (span, agreement))
        del mentions[_KEEP:]

    def text_of(self, span: Span) -> str:
        """The words of a mention."""
        return self.layout.text[span.start : span.end]

    def forms(self, span: Span) -> set[str]:
        """The words of a mention in small letters."""
        return set(self.text_of(span).lower().split())

    def agreement(self, span: Span) -> str:
        """How pronouns agree with a mention; a bare name that opens a body's in the text may be it or a person."""
        name = self.text_of(span)
        found = gender_of(name)
        if found == "h" and not shares_last_name(self.layout.text, name.split()[-1]):
            found = self.genders.get(name.split()[-1], found)
        if found != "h" or name not in bodies_in(self.layout.text):
            return found
        return "n" if name in called_bodies(self.layout.text) else ""

    def may_be_body(self, mention: tuple[Span, str]) -> bool:
        """Whether a bare name is no family name that the text tells in full: "Railtrak", not "Ruiz" of "Ana Ruiz"."""
        name = self.text_of(mention[0])
        return mention[1] == "h" and name.isalpha() and name not in last_names(self.layout.text)

    def latest(
        self, wanted: str, before: int | None, *, told: bool = True, unlike: frozenset[str] = frozenset(),
        speaking: bool = False,
    ) -> Span | None:  # fmt: skip
        """The latest mention before an offset that agrees, with no word of `unlike` in it; one whose agreement is not
        told only where no other does.
        """
        latest = sorted((*self.speakers, *self.topics), key=lambda mention: -mention[0].start)
        latest.sort(key=lambda mention: wanted in "mf" and (mention[1] == "" or self.may_be_body(mention)))
        latest += sorted(self.told, key=lambda mention: -mention[0].start) if told else []
        for span, agreement in [m for m in latest if before is None or m[0].start <= before]:
            agreement = self.agreement(span) if agreement == "h" else agreement  # "Ms. Ruiz" has told it since
            if speaking and not may_speak(self.text_of(span)):
                continue
            if wanted in ("m", "f", "p") and agreement == "" and is_thing(self.text_of(span)):
                continue  # "software", "the benefit"
            if wanted in ("m", "f") and agreement == "" and " and " in self.text_of(span):
                continue  # "Chad and Niger"
            if wanted == "n" and self.text_of(span).partition(" ")[0].lower() in words("possessive"):
                continue  # "it" is no "its staff"
            if fits(wanted, agreement) and not (unlike and unlike & self.forms(span)):
                settled = wanted if agreement == "h" and wanted in "mf" else agreement
                if settled in ("m", "f"):
                    self.genders.setdefault(self.text_of(span).split()[-1], settled)
                self.note(self.speakers, span, settled)
                return span
        return None
