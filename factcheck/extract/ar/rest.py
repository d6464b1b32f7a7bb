"""What goes on behind an Arabic source: the rest of the clause it vouches for, or what it is; the clause before."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.counted import COUNTED
from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.edges import is_closing
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import has_verb
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.segments import Segment
from factcheck.extract.ar.words import is_definite, is_event_noun, is_function_word, is_preposition, word, words_of
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.text import Span, Token, fold, trim

_WHAT = fold("ما")
_LONGEST_AHEAD = 30  # tokens of a clause told with what takes it up
_ACTS = 5  # tokens of a verb and its subject
_ALONE = 3  # tokens of a verb alone, with its «قد» and comma


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
    """A proposition with what goes on behind its source: «ظهر المرض، بحسب فلان، | في حي السواقي».

    Where that is much the longer side, it is the claim and what stands before the source goes before it.
    """
    tokens, first, last = layout.tokens, segment.first, segment.last
    while first < last and tokens[first].kind == "mark":
        first += 1
    comma = next((i for i in range(first + 1, last) if tokens[i].form in COMMAS), last)
    if all(is_function_word(token.form) for token in tokens[comma + 1 : last]):
        last = comma  # «8400 متفرج، فيما | قدره الاتحاد»
    while first < last and is_closing(tokens, last - 1):
        last -= 1
    adds = first < last and before.rules[0].startswith("ar.source")
    awaits = adds and (_is_lone_verb(layout, before) or _awaits_object(layout, before, first))
    awaits = awaits or (adds and _ends_in_verb(layout, before, first))
    adds = awaits or (adds and goes_on(tokens, first))
    if not adds or any(token.kind == "mark" for token in tokens[first:last]):
        return before
    rest = Span(tokens[first].start, tokens[last - 1].end)
    longer = 4 * (rest.end - rest.start) > 5 * (before.span.end - before.span.start)
    if longer:
        return before._replace(span=rest, ahead=before.span, subject=None)
    return before._replace(rest=rest)


def completes(layout: Layout, before: Proposition, first: int, last: int) -> bool:
    """Whether a stretch with a verb of its own only completes what stands before a source: a verb alone awaits it, or
    the verb only describes where it was: «اندلع الحريق، وفق الشرطة، | في مخزن تبلغ مساحته ألف متر».
    """
    tokens = layout.tokens
    return _is_lone_verb(layout, before) or _by_measure(tokens, first, last) or _is_where(tokens, first, last)


def _is_lone_verb(layout: Layout, before: Proposition) -> bool:
    told = layout.tokens[slice(*layout.token_range(before.span))]
    lone = all(token.form in words_of("already") for token in told[:-1])
    return bool(told) and lone and before.rules[0].startswith("ar.source") and word(told[-1].form).verb is not None


def _by_measure(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether «ب» and a bare noun, with the verb that describes it, only tell by how much: «بنسب تتراوح بين …»."""
    while first < last and tokens[first].kind == "mark":
        first += 1
    if first + 2 >= last or tokens[first].form[0] != "ب" or is_definite(tokens[first].form):
        return False
    found = word(tokens[first + 1].form).verb
    return found is not None and found.tense == "imperfect" and not has_verb(tokens, first + 2, last)


def _is_where(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch is a preposition and a bare noun that its one verb describes: «قبالة جزيرة يقطنها 300 شخص»."""
    while first < last and tokens[first].kind == "mark":
        first += 1
    if first + 2 >= last or not is_preposition(tokens[first].form):
        return False
    verb = next((k for k in range(first + 1, last) if word(tokens[k].form).verb is not None), last)
    noun = tokens[verb - 1]
    bare = noun.kind == "word" and not (
        is_definite(noun.form) or is_function_word(noun.form) or is_preposition(noun.form)
    )
    return bare and first + 1 < verb < last and not has_verb(tokens, verb + 1, last)


def goes_on(tokens: Sequence[Token], first: int) -> bool:
    """Whether the words at a token only complete a clause: «في الحي», «بنفقات العلاج», «عرضا»; not «وزير النقل»."""
    form = tokens[first].form
    if is_preposition(form) or form in words_of("except"):
        return True
    if is_function_word(form):
        return False  # «بعد انهيار السور»
    found, bare = word(form), form[1:].removeprefix("ال")
    if form.startswith(("بال", "لل")) or (form[0] in "بل" and (_is_noun(bare) or singular_of(bare) is not None)):
        return found.verb is None and form not in nouns()
    return form.endswith("ا") and _is_noun(form[:-1])


def _awaits_object(layout: Layout, before: Proposition, at: int) -> bool:
    """Whether only a verb and its subject stand before a source, and a bare noun or number behind it is the object:
    «وتضم المحمية، بحسب الوزارة، | 300 نوع من الطيور».
    """
    tokens, (first, last) = layout.tokens, layout.token_range(before.span)
    found, token = word(tokens[first].form), tokens[at]
    bare = token.kind == "number" or not (is_definite(token.form) or word(token.form).joined)
    noun = found.event and (found.verb is None or found.verb.tense != "imperfect")
    if found.verb is None or noun or not 2 <= last - first <= _ACTS or not bare:
        return False
    named = all(token.kind == "word" and not is_preposition(token.form) for token in tokens[first + 1 : last])
    alone = is_definite(tokens[first + 1].form) or is_definite(tokens[last - 1].form)
    return named and alone and word(token.form).verb is None and not is_function_word(token.form)


def may_be_one_word(tokens: Sequence[Token], first: int, last: int, report: Report) -> bool:
    """Whether one word is content enough: a noun that a verb reports, or a verb that a source parts from its object:
    «فقد شاهد، | كما قال، دخانا يتصاعد».
    """
    if report.rule in ("ar.report.noun", "ar.report.gapped", COUNTED):
        return True
    behind = report.scope == "sentence" and last <= report.start < last + 2 and last - first <= _ALONE
    at = last - 1 - (tokens[last - 1].kind == "mark")
    found = word(tokens[at].form).verb if behind else None
    had = at > first and tokens[at - 1].form in words_of("already")
    return found is not None and (had or not found.weak) and found.agreement in ("m", "f", "p")


def _ends_in_verb(layout: Layout, before: Proposition, at: int) -> bool:
    """Whether a verb that waits for its «ب» stands right before a source: «هجمات أودت، بحسب الشرطة، | بحياة ثلاثين»."""
    last = layout.token_range(before.span)[1]
    found = word(layout.tokens[last - 1].form).verb
    form = layout.tokens[at].form
    return found is not None and not found.weak and form[0] == "ب" and word(form).verb is None


def _is_noun(form: str) -> bool:
    return form in nouns() or is_event_noun(form)


def awaits(layout: Layout, before: Proposition, first: int) -> bool:
    """Whether a verb right behind a source is what its few words wait for: «ما زالوا، وفق الاتحاد، | يطالبون»."""
    tokens, begin = layout.tokens, layout.token_range(before.span)[0]
    begin += tokens[begin].form.removeprefix("و") in words_of("negates") | {_WHAT}
    head, found = word(tokens[begin].form).verb, word(tokens[first].form)
    being = head is not None and head.lemma in words_of("being")
    return being and found.verb is not None and not found.joined


def told_before(layout: Layout, previous: tuple[int, int] | None, first: int) -> Span | None:
    """The clause that ends right before a token, short enough to be told with what takes it up."""
    tokens = layout.tokens
    if previous is None or not 2 < previous[1] - previous[0] <= _LONGEST_AHEAD or first - previous[1] > 2:
        return None
    return trim(layout.text, tokens[previous[0]].start, tokens[previous[1] - 1].end)
