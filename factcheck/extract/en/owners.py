"""Whose "its" before an English speaker is: "Its chairwoman, Ana Ruiz, said"."""

from __future__ import annotations

import re
from itertools import islice

from factcheck.extract.en.capitals import lowered, names_in
from factcheck.extract.en.described import firms_in
from factcheck.extract.en.genders import gender_of, last_names
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.meaning import earlier, meant_by, of_several
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.name_runs import word_roles
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.relatives import whose
from factcheck.extract.en.saying import joined_words
from factcheck.extract.en.tags import Tagged, tags_of
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang.english import words
from factcheck.text import Span


def with_owner(layout: Layout, proposition: Proposition, named: str) -> str:
    """A speaker's mention with whose "its", "his" or "her" at its head is: "Its [the mill's] director, Ana Ruiz"."""
    head, _, rest = named.partition(" ")
    if proposition.holder is None:
        return named
    if head.islower() and layout.text.endswith("whose ", 0, proposition.holder.start):
        return _behind_whose(layout, proposition.holder) + named
    if head.lower() not in _PRONOUNS:
        return named
    pronoun = _PRONOUNS[head.lower()]
    at = proposition._replace(span=proposition.holder, mode="indirect_speech")
    owner = _owner_before(layout, proposition.holder) if pronoun == "it" else meant_by(layout, at, pronoun)
    if owner is None or (pronoun != "it" and not _is_alone(layout.text, owner, named, proposition.holder.start)):
        return named
    return f"{head} [{lowered(layout.text, owner)}'s] {rest}"


def _behind_whose(layout: Layout, holder: Span) -> str:
    """Whose the speaker is that a relative clause names: "[The union's] leader, Ana Ruiz", of "the union, whose"."""
    line, sentence, _ = next(iter(earlier(layout, holder)))
    s = tags_of(layout, sentence.first, sentence.last, line.quotations)
    owner = whose(s, layout.token_range(holder)[0] - 1)
    return f"[{lowered(layout.text, owner)}] " if owner else ""


_PRONOUNS = {"its": "it", "his": "he", "her": "she"}


def _is_alone(text: str, owner: str, named: str, before: int) -> bool:
    """Whether who is meant has a name, and nobody else has one in the line before who speaks."""
    if not owner.split()[-1][0].isupper() or owner.split()[-1] in named.split():
        return False
    line = text[text.rfind("\n", 0, before) + 1 : before]
    return all(set(name.split()) & set(owner.split()) for name in _FULL.findall(line))


_FULL = re.compile(r"\b[A-Z][\w’-]+(?: [A-Z][\w’-]+)+")


def _owner_before(layout: Layout, holder: Span) -> str | None:
    """Whose "its" before a speaker is: the one body that acts or speaks in the sentence before it, or in its own."""
    goes_on = False  # whether the sentence before tells of "it" too: "The council met. It will pay. Its leader said"
    for k, (line, sentence, near) in enumerate(islice(earlier(layout, holder), 3)):
        if k == 2 and not (goes_on and near):
            return None
        s = tags_of(layout, sentence.first, sentence.last, line.quotations)
        end = min(s.last, layout.token_range(holder)[0])
        acting = [subject_before(s, k, s.first) for k in range(s.first, end) if s.tag(k) in FINITE]
        goes_on = k == 1 and bool(acting) and acting[0].pronoun == "it"
        according = next((k + 2 for k in range(s.first, end - 2) if s.form(k) == "according"), None)
        if according is not None:
            acting.append(Subject(according, phrase_after(s, according, end, whole=True), according))
        bodies = {told for subject in acting if (told := _body(layout, s, subject)) is not None}
        places = words("group") | word_roles("organisation")
        things = (k for k in range(s.first, end) if s.form(k) in places and s.outside(k) and end < s.last)
        if bodies or any(s.text[s.tokens[k].start].islower() and s.tag(k - 1) in "DN#" for k in things):
            return bodies.pop() if len(bodies) == 1 else None  # "40 are from a church, said its pastor"
    return None


def _body(layout: Layout, s: Tagged, subject: Subject) -> str | None:
    """The words of a subject that is one body or firm, by its name or by calling; `None` for anybody else."""
    if subject.first >= subject.last or subject.pronoun:
        return None
    told = joined_words(s.text[s.tokens[subject.first].start : s.tokens[subject.last - 1].end])
    person = s.form(subject.last) == "," and s.tag(subject.last + 1) == "#"  # "Ana Ruiz, 41,"
    if person or gender_of(told) in ("m", "f", "p") or told in last_names(layout.text) or of_several(s, subject):
        return None
    if not s.text[s.tokens[subject.last - 1].start].isupper():
        owned = s.form(subject.first).endswith(("'s", "’s")) and s.text[s.tokens[subject.first].start].isupper()
        called = s.form(subject.last - 1) in words("group") - words("document") and (
            s.tag(subject.first) == "D" or owned
        )
        return lowered(layout.text, told) if called and s.form(subject.first) not in words("possessive") else None
    head = next((k for k in range(subject.first, subject.last) if s.tag(k) == "I"), subject.last) - 1
    thing = s.text[s.tokens[head].start].islower() and s.form(head) not in words("group")  # "the register of Vale"
    thing = thing or (told.endswith("s") and subject.last - 1 == s.first)  # "Sirens", at the head of a sentence
    thing = thing or s.form(head) in _CHAIRLESS or _opens_small(layout.text, s, subject)
    return None if thing or lowered(layout.text, told) == told.lower() else told


def _opens_small(text: str, s: Tagged, subject: Subject) -> bool:
    """Whether one word opens a sentence, which the text writes with a capital nowhere else: "Work has stopped"."""
    name = s.text[s.tokens[subject.first].start : s.tokens[subject.last - 1].end]
    alone = subject.last - subject.first == 1 and subject.first == s.first and not name[1:2].isupper()
    return alone and name not in names_in(text) | firms_in(text)


_CHAIRLESS = frozenset(("poll", "polls", "study", "report", "index", "forecast", "barometer"))
