"""For whom an unnamed English spokesman speaks: "its director", "a spokeswoman", "her office"."""

from __future__ import annotations

import re

from factcheck.extract.en.genders import OF_PRONOUN
from factcheck.extract.en.heard import Heard
from factcheck.extract.en.mentions import Subject
from factcheck.extract.en.speaking import (
    body_of_kind,
    colon_before,
    first_acting,
    may_speak,
    several_bodies,
    who_put_out,
)
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words
from factcheck.text import Span, tokenise, trim

_STATED = re.compile(r"\bin an? (?:[\w-]+ ){0,3}statement\b")
_ABOVE = 8000  # characters before those who have spoken lately
_ACCUSING = frozenset(("accuse", "criticise", "condemn"))


def speaks_for(heard: Heard, s: Tagged, subject: Subject) -> Span | None:
    """The body an unnamed spokesman speaks for: "its director", "a spokeswoman", "her office"."""
    tokens = s.tokens[subject.first : subject.last]
    if not 1 < len(tokens) <= 4 or any(s.text[t.start].isupper() for t in tokens[1:]):
        return None
    owner, role = tokens[0].form, tokens[-1].form
    if owner in ("its", "their", "a", "the") and role in words("spokesperson", "title"):
        if owner in ("a", "the") and role not in words("spokesperson"):
            return None
        told_of, stated = (*heard.speakers, *heard.topics), role == "statement" and len(tokens) == 2
        if stated and (put_out := who_put_out(s.text, heard.speakers, tokens[0].start)):
            return put_out
        if stated and owner == "the" and _is_far_above(heard, tokens[0].start):
            return None
        if told := {token.form for token in tokens[1:-1]} - {"senior", "chief"}:
            return body_of_kind(s.text, told_of, told, sure=role == "statement")
        if owner == "a" and (heard.force in _ACCUSING or several_bodies(s.text, told_of, tokens[0].start)):
            return None  # "The league blames the grid. "…," a spokesman said"
        colon = colon_before(s, subject.first) if owner == "its" else subject.first
        of_body = s.form(colon) == ":" or (owner == "a" and s.form(colon - 1) == "to")  # "…, according to a"
        behind = acting_before(heard, s, colon, ("n", "" if owner == "its" else "n")) if of_body else None
        behind = behind or _body_behind(heard, tokens[0].start) or (_acting_body(s, subject) if owner == "a" else None)
        named = set() if behind is None else {token.form for token in tokenise(heard.text_of(behind))}
        return None if words("document") & named else behind
    if owner in ("his", "her") and role in ("office", "team", "campaign", "administration", "cabinet"):
        whose = OF_PRONOUN[owner]
        acting = acting_before(heard, s, subject.first, (whose, "h")) if s.form(subject.first - 1) == "," else None
        behind = acting or heard.latest(whose, tokens[0].start)
        kin = behind is not None and heard.text_of(behind).partition(" ")[0].lower() in words("possessive")
        return None if kin else behind  # "Her office" is not that of "his daughter"
    return None


def _is_far_above(heard: Heard, before: int) -> bool:
    """Whether somebody spoke in a statement before all who have spoken lately, none of whom did."""
    text, first = heard.layout.text, min((span.start for span, _ in heard.speakers), default=before)
    return "statement" not in text[first:before] and _STATED.search(text, max(0, first - _ABOVE), first) is not None


def acting_before(heard: Heard, s: Tagged, at: int, fitting: tuple[str, str]) -> Span | None:
    """Who acts in the sentence and agrees: "The king thanked the crew, his office said"."""
    acting = first_acting(s, at)
    if acting is None:
        return None
    span = trim(s.text, s.tokens[acting.first].start, s.tokens[acting.last - 1].end)
    return span if heard.agreement(span) in fitting else None


def _body_behind(heard: Heard, before: int) -> Span | None:
    """The body told last before an offset; a bare name that no person has is one: "Valora disputes …"."""
    body = heard.latest("n", before, unlike=words("document"))
    told = (*heard.speakers, *heard.topics)
    bare = [mention[0] for mention in told if mention[0].start < before and heard.may_be_body(mention)]
    latest = max(bare, key=lambda span: span.start, default=None)
    body = body if body is not None and may_speak(heard.text_of(body)) else None  # "the verdict" has no spokesman
    later = latest is not None and (body is None or body.start < latest.start)
    near = later and latest is not None and "\n" not in heard.layout.text[latest.end : before]
    return latest if near else body


def _acting_body(s: Tagged, subject: Subject) -> Span | None:
    """The body that a spokeswoman tells of first, where none is told of before: "Rural police held four, she said"."""
    acting = first_acting(s, subject.first)
    body = acting is not None and s.form(acting.last - 1) in words("group") - words("document")
    if acting is None or not body or s.form(subject.first - 1) != ",":
        return None
    return trim(s.text, s.tokens[acting.first].start, s.tokens[acting.last - 1].end)
