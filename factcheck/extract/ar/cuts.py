"""What stands where an Arabic clause might be cut: the letter that shortens a name, tribes, some of those counted."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.words import is_definite, is_event_noun, is_function_word, word, words_of
from factcheck.text import Token, fold

AND_SONS_OF, _TRIBE = frozenset(map(fold, ("وبني", "وبنو"))), 4  # tokens before them in which tribes are named


def tells_how_one_is(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «في حالة» only tells how somebody is: «في حالة حرجة», not «في حالة وقوع حرب»."""
    form = tokens[i].form if i < last else ""
    event = is_event_noun(form) or looks_like_masdar(form) or word(form).verb is not None
    return not (event or is_definite(form) or is_function_word(form))


def is_initial(tokens: Sequence[Token], dot: int) -> bool:
    """Whether a full stop shortens a name to its first letter: «محمود ع. | أربعة أيام»."""
    initial = tokens[dot - 1] if dot else None
    return (
        initial is not None and initial.kind == "word" and len(initial.form) == 1 == tokens[dot].start - initial.start
    )


def names_tribes(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether tribes or families are named right before a token."""
    return any(token.form in words_of("tribe") for token in tokens[max(begin, i - _TRIBE) : i])


def acts_for_some(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a verb behind those counted tells what some or all of them did: «أربعة مصابين | غادر جميعهم»."""
    before = tokens[i - 1]
    return (
        i + 1 < last and tokens[i + 1].form in words_of("some.of.them")
        and before.kind == "word" and not is_definite(before.form) and not is_function_word(before.form)
    )  # fmt: skip


def points_at_noun(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «لذلك» or «لهذا» only points at the noun behind it: «لذلك البلد»."""
    following = tokens[i + 1].form if i + 1 < last else ""
    return tokens[i].form in words_of("pointing.to") and following.startswith("ال") and word(following).verb is None
