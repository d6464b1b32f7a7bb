"""What stands beside a noun between commas and tells nothing of what it does: «لا النقاد», «أي نحو ألفي شخص»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.predicates import has_any_verb
from factcheck.extract.ar.words import is_definite, is_function_word, is_measure, is_preposition, word, words_of
from factcheck.text import Token, fold

_THAT_IS, _NAMED = fold("أي"), 8  # tokens of what «أي» says again


def tells_beside(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether an aside only says who is not meant, or measures what it follows: «إن الجمهور، | لا النقاد، يبقي …»,
    «إن أصغر الألواح، | ولا يتجاوز طوله ثلاثة سنتيمترات، تمرين …».
    """
    if tokens[i].form in words_of("and.not"):
        return i + 2 < last and is_definite(tokens[i + 1].form) and tokens[i + 2].form in COMMAS
    return tokens[i].form[0] == "و" and any(is_measure(token.form) for token in tokens[i : min(last, i + 3)])


def closes_that_is(tokens: Sequence[Token], begin: int, i: int, last: int) -> int:
    """The comma that closes «أي نحو ألفي شخص» amid a clause; 0 where the clause ends with it or is done before it."""
    closing = next((k for k in range(i + 1, min(last - 1, i + _NAMED)) if tokens[k].form in COMMAS), 0)
    if tokens[i].form != _THAT_IS or not closing:
        return 0
    rest = tokens[closing + 1].form
    acts = word(rest).verb is not None and not word(rest).joined
    thing = rest.endswith(("هم", "ها", "ه")) and not is_function_word(rest) and not is_preposition(rest)
    return closing if (acts and not has_any_verb(tokens, begin, i)) or (thing and not word(rest).joined) else 0
