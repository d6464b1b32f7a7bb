"""Words between quotation marks, line by line: « », “ ”, „ “, ‹ ›, and straight marks paired as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.layout import Quotation
from factcheck.text import Span, Token, tokenise

_CLOSING = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "'", "'": "'", "”": "”"}
_STRAIGHT = '"＂'
_CURLY = "“”"
_LEADS = frozenset(":.!?")  # marks behind which what a mark opens can go on over the end of its line
_OPENING = frozenset((*_CLOSING, *_STRAIGHT))
_EITHER = "'‘”"  # marks that open as well as close, or stand for an apostrophe: ”as some papers have it”


def find_quotations(text: str, lang: str = "ar") -> list[Span]:
    """The spans of quoted words in `text`, marks excluded, outermost only, each within its line.

    A straight mark opens and the next one closes (`تخوض"حربًا مقدسة"`), and so does ” where a line has no “; an odd one
    is left out where its spacing tells which. A ” behind a colon opens. A quotation left open after a colon, in English
    also after a sentence, or at the head of its line runs to the end of the line, and in English on to a ” in the next.
    """
    tokens, found, first = tokenise(text), [], 0
    for i in [i for i, token in enumerate(tokens) if token.kind == "line"] + [len(tokens)]:
        found += [Span(q.start, q.end) for q in quotations_in(text, tokens, first, i, lang)]
        first = i + 1
    return found


def quotations_in(text: str, tokens: Sequence[Token], first: int, last: int, lang: str) -> tuple[Quotation, ...]:
    """The quotations of one line, the half-open tokens `first` to `last`."""
    found: list[Quotation] = []
    marks = [i for i in range(first, last) if tokens[i].kind == "mark"]
    forms = [tokens[i].form for i in marks]
    if _OPENING.isdisjoint(forms):
        return ()
    straight = _STRAIGHT + ("”" if "“" not in forms and "„" not in forms and forms.count("”") > 1 else "")
    odd = sum(1 for form in forms if form in straight) % 2 == 1
    opened, closing = -1, ""
    going_on = _closes_before(tokens, first, last) if lang == "en" and "”" in forms else first
    if going_on > first:
        found.append(_quotation(tokens, first, going_on))
        first = going_on + 1
        marks = [i for i in marks if i >= first]
    for i in marks:
        token = tokens[i]
        if opened >= 0:
            if token.form in closing and not (closing == "'" and _is_apostrophe(text, token)):
                if i > opened + 1:
                    found.append(_quotation(tokens, opened + 1, i))
                opened = -1
        elif token.form in straight:
            if not (odd and _looks_closing(text, token)):
                opened, closing = i, straight
        elif token.form == "”" and i > first and tokens[i - 1].form == ":":
            opened, closing = i, "”"
        elif token.form in _CLOSING and (token.form not in _EITHER or _opens_word(text, token, lang)):
            opened, closing = i, _CLOSING[token.form]
    if opened >= 0 and opened + 1 < last and closing != "'" and _runs_on(tokens, first, opened, lang):
        found.append(_quotation(tokens, opened + 1, last))
    return tuple(found)


def _quotation(tokens: Sequence[Token], first: int, last: int) -> Quotation:
    return Quotation(tokens[first].start, tokens[last - 1].end, first, last)


def _runs_on(tokens: Sequence[Token], first: int, opened: int, lang: str) -> bool:
    return opened == first or tokens[opened - 1].form in (_LEADS if lang == "en" else ":")


def _closes_before(tokens: Sequence[Token], first: int, last: int) -> int:
    """The mark that closes in a line what the line before it left open, with no mark that opens it again; else `first`:
    "“We tried. / If the town had backed us it would have worked.”".
    """
    mark = next((k for k in range(first, last) if tokens[k].form in _CURLY), first)
    if mark == first or tokens[mark].form == "“":
        return first
    k = first - 1
    while k >= 0 and tokens[k].kind == "line":
        k -= 1
    while k >= 0 and tokens[k].kind != "line" and tokens[k].form not in _CURLY:
        k -= 1
    return mark if k >= 0 and tokens[k].form == "“" else first


def _looks_closing(text: str, token: Token) -> bool:
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    return bool(before) and not before.isspace() and (not after or after.isspace() or after in ".,،؛;:!?؟)")


def _opens_word(text: str, token: Token, lang: str) -> bool:
    """Whether such a mark opens a quotation: in English, after a space and before a letter or digit."""
    before = text[token.start - 1 : token.start]
    return lang == "en" and (not before or before in ' \t\n("“—') and text[token.end : token.end + 1].isalnum()


def _is_apostrophe(text: str, token: Token) -> bool:
    return text[token.end : token.end + 1].isalnum()
