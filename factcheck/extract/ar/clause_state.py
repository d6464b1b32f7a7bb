"""What an Arabic clause holds so far, while its end is looked for."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.cuts import tells_how_one_is
from factcheck.extract.ar.predicates import is_figure, is_verb_here
from factcheck.extract.ar.words import has_class, is_definite, is_event_noun, is_function_word, word, words_of
from factcheck.text import Token, fold

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
        found = word(token.form)
        if token.form in _DAWN and i + 1 < last and tokens[i + 1].form in _DAYS:
            return  # «الرابعة فجر اليوم»: no «he blew up»
        if is_function_word(token.form) and has_class(tokens, i, last, "who"):
            self.relative = not self.verb
        elif self.relative and found.verb is not None:
            self.relative, self.described = False, True  # the verb of «الذي», not the clause's own
            return
        if not (self.verb or self.figure) and found.event and is_event_noun(found.base):
            self.results = True  # «انهيار الجسر ومقتل 3 عمال»
        if token.form in words_of("negates"):
            self.verb = True
        if is_verb_here(tokens, i, last) and found.verb is not None:
            self.verb = True
            self.results = self.results or found.verb.lemma in words_of("leads")
        elif found.verb is not None and not self.verb:
            self.verb = i + 1 < last and is_definite(tokens[i + 1].form)
        end = has_class(tokens, i, last, "if") if is_function_word(token.form) else 0
        if end and not (tokens[end - 1].form in _CASE and tells_how_one_is(tokens, end, last)):
            self.condition = True


def past_brackets(tokens: Sequence[Token], i: int, last: int, state: State) -> int:
    """The token behind the brackets or dashes that open at token `i`; nothing in them is a clause of the sentence."""
    ends = ")" if tokens[i].form == "(" else tokens[i].form
    closing = next((j for j in range(i + 1, min(last, i + _BRACKETED)) if tokens[j].form == ends), i)
    for j in range(i + 1, closing):
        state.take(tokens, j, last)
    return closing + 1
