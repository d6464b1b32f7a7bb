"""What an Arabic clause holds so far, while its end is looked for."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.cuts import tells_how_one_is
from factcheck.extract.ar.predicates import is_figure, is_verb_here
from factcheck.extract.ar.sequels import THE_THING
from factcheck.extract.ar.words import (
    has_class,
    heads_of,
    is_definite,
    is_event_noun,
    is_measure,
    is_preposition,
    own_classes,
    second_words,
    word,
    words_of,
)
from factcheck.text import Token, by_spelling, fold

CONJUNCTIONS = frozenset(
    {"but+", "so", "bound", "hedge", "he", "but", "then", "where", "after", "before", "also", "despite", "topic"}
)
_OPENING = CONJUNCTIONS | {"who", "part", "aboard", "that", "that+"}
_AT, _TIME, _MAY = map(fold, ("في", "وقت", "يمكن"))
_BRACKETED = 40  # tokens that brackets hold at most
_DAWN = frozenset(map(fold, ("فجر", "ظهر", "عصر")))
_WEEK = ("الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت")
_DAYS = frozenset(map(fold, (*_WEEK, "اليوم", "أمس")))
_CASE = frozenset(map(fold, ("حالة", "حال")))


class State:
    """What the clause so far holds: a finite verb, a figure, a condition."""

    __slots__ = ("condition", "described", "figure", "relative", "results", "verb")

    def __init__(self) -> None:
        self.verb = self.figure = self.condition = self.results = self.relative = self.described = False

    def take(self, tokens: Sequence[Token], i: int, last: int) -> None:
        token = tokens[i]
        if token.kind == "number" or is_figure(token.form):
            self.figure = True
        if not _tells(token.form):
            return
        found = word(token.form)
        if token.form in _DAWN and i + 1 < last and tokens[i + 1].form in _DAYS:
            return  # «الرابعة فجر اليوم»: no «he blew up»
        if token.form in heads_of("who") and has_class(tokens, i, last, "who"):
            self.relative = not self.verb
        elif self.relative and found.verb is not None:
            self.relative, self.described = False, True  # the verb of «الذي», not the clause's own
            return
        if not (self.verb or self.figure) and found.event and is_event_noun(found.base):
            self.results = True  # «انهيار الجسر ومقتل 3 عمال»
        if token.form in words_of("negates") and not self.relative:  # not «المدير، الذي | لم يشارك، دعا إلى …»
            self.verb = True
        if is_verb_here(tokens, i, last) and found.verb is not None:
            self.verb = True
            self.results = self.results or found.verb.lemma in words_of("leads")
        elif found.verb is not None and not self.verb:
            self.verb = i + 1 < last and is_definite(tokens[i + 1].form)
        end = has_class(tokens, i, last, "if") if token.form in heads_of("if") else 0
        if end and not (tokens[end - 1].form in _CASE and tells_how_one_is(tokens, end, last)):
            self.condition = True


@by_spelling
def _tells(form: str) -> bool:
    """Whether a word, being no figure, can be a sign of what its clause holds."""
    found = word(form)
    return (
        found.verb is not None or found.event or form in words_of("negates")
        or form in heads_of("who") or form in heads_of("if")
    )  # fmt: skip


def may_open(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause can begin at token `i`, by what stands right before and behind: cheap, and right to say no."""
    form = tokens[i].form
    if tokens[i - 1].kind == "mark" or _opens(form):
        return True
    if word(form).verb is not None and _tells_how_many(tokens, i):
        return True
    if form.startswith("وال") and i + 1 < len(tokens) and word(tokens[i + 1].form).verb is not None:
        return True
    seconds = _seconds(form)
    return bool(seconds) and i + 1 < len(tokens) and tokens[i + 1].form in seconds


def _tells_how_many(tokens: Sequence[Token], i: int) -> bool:
    """Whether a figure stands shortly behind a verb, or some of those counted: «11 حريقا | أتلفت 320 هكتارا»."""
    for token in tokens[i + 1 : i + 4]:
        if token.kind == "number" or is_figure(token.form):
            return True
    return i + 1 < len(tokens) and tokens[i + 1].form in words_of("some.of.them")


@by_spelling
def _opens(form: str) -> bool:
    """Whether a word alone can open a clause: a conjunction, a verb joined to it, a result, a further preposition."""
    found, behind = word(form), form[1:]
    if found.verb is not None and (found.joined or found.verb.lemma in words_of("leads")):
        return True
    if form in (THE_THING, _MAY) or (found.joined and found.event) or not own_classes(form).isdisjoint(_OPENING):
        return True
    if form[0] == "و" and (is_preposition(behind) or is_measure(behind) or behind in words_of("negates")):
        return True
    return form[0] == "ل" and word(behind).verb is not None


@by_spelling
def _seconds(form: str) -> frozenset[str]:
    """The words with which a form can open a clause: «حين» for «في»."""
    return second_words(form, _OPENING) | ({_TIME} if form == _AT else set())


def past_brackets(tokens: Sequence[Token], i: int, last: int, state: State) -> int:
    """The token behind the brackets or dashes that open at token `i`; nothing in them is a clause of the sentence."""
    ends = ")" if tokens[i].form == "(" else tokens[i].form
    closing = next((j for j in range(i + 1, min(last, i + _BRACKETED)) if tokens[j].form == ends), i)
    for j in range(i + 1, closing):
        state.take(tokens, j, last)
    return closing + 1
