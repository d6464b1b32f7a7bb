"""What goes on behind an Arabic source: the rest of the clause it vouches for, or what the source is."""

from __future__ import annotations

from factcheck.extract.ar.edges import is_closing
from factcheck.extract.ar.predicates import has_verb
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.segments import Segment
from factcheck.extract.ar.words import is_definite, is_preposition, words_of
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.text import Span


def describes_source(scene: Scene, before: Proposition, segment: Segment) -> bool:
    """Whether a stretch only tells what the source right before it is: «…، وفق المرصد، | وهو منظمة محلية»."""
    tokens, first = scene.tokens, segment.first
    while first < segment.last and tokens[first].kind == "mark":
        first += 1
    if first + 1 >= segment.last or tokens[first].form not in words_of("and.he") or is_definite(tokens[first + 1].form):
        return False
    sourced = before.rules[0].startswith("ar.source") and before.speaker is not None
    return sourced and scene.actor(first + 1) is not None and not has_verb(tokens, first, segment.last)


def with_rest(layout: Layout, before: Proposition, segment: Segment) -> Proposition:
    """A proposition with what goes on behind its source: «ظهر المرض، بحسب فلان، | في حي السواقي»."""
    tokens, first, last = layout.tokens, segment.first, segment.last
    while first < last and tokens[first].kind == "mark":
        first += 1
    while first < last and is_closing(tokens, last - 1):
        last -= 1
    adds = first < last and before.rules[0].startswith("ar.source")
    if (
        not adds
        or not (is_preposition(tokens[first].form) or tokens[first].form in words_of("except"))
        or any(token.kind == "mark" for token in tokens[first:last])
    ):
        return before
    return before._replace(rest=Span(tokens[first].start, tokens[last - 1].end))
