"""The total that a part of it takes up: the last figure of the sentence before «منهم», with the noun it counts."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.calendar import opens
from factcheck.extract.ar.commas import is_counted
from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.marks import is_final
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.words import has_class, is_definite, is_function_word, is_preposition, word, words_of
from factcheck.text import Span, Token, fold

_SENTENCE = 40  # tokens in which a figure can stand that «منهم» takes up
_ALL_OF_THEM = frozenset(map(fold, ("جميعها", "جميعهم", "كلها", "كلهم", "وجميعها", "وجميعهم", "وكلها", "وكلهم")))
_OF = fold("من")
_DUAL = ("ين", "ان")
_OF_THEM = ("هما", "هم", "ها")


def _start(tokens: Sequence[Token], i: int) -> int:
    """Where a figure with its bound begins in the text, without a «ب» before it: «بـ|خمسة أهداف»."""
    first = tokens[_bounded(tokens, i)]
    return first.start + (first.kind == "word" and first.form[0] == "ب" and number_word(first.form[1:]) is not None)


def total_before(tokens: Sequence[Token], last: int, anywhere: bool) -> Span | None:
    """The last figure before token `last` with what it counts: «أصيب | سبعة أشخاص، بينهم …»; `None` where none stands.

    One that tells where or when («في 3 مدارس») is none, unless `anywhere` allows it.
    """
    for i in range(last - 1, max(0, last - _SENTENCE), -1):
        if tokens[i].kind == "line" or is_final(tokens, i):
            return None
        amid = not anywhere and tokens[i - 1].form in words_of("amid")
        if i > 0 and tokens[last].form in _ALL_OF_THEM and has_class(tokens, i - 1, i, "part"):
            continue  # «المفقود 43 قطعة، منها سبعة تماثيل، وجميعها موثقة»
        if amid or not is_counted(tokens[i]) or is_counted(tokens[i - 1]) or _goes_on(tokens, i - 1, last):
            continue
        end = i + 1
        while end < last and (_is_of_number(tokens[end]) or _goes_on(tokens, end, last)):
            end += 1
        while end < min(last, i + 5) and _is_counted_noun(tokens[end]):
            end += 1
        if end > i + 1 and not _is_of_number(tokens[end - 1]):
            where = not anywhere and tokens[last].form.endswith("هم") and _is_place(tokens[i + 1 : end])
            return None if where else Span(_start(tokens, i), tokens[end - 1].end)
        if end < last and tokens[end].form.endswith(_OF_THEM) and tokens[end + 1].form in words_of("of.him"):
            return None  # «64 مشتبها فيه، ثلثهم قاصرون»
    return None


def _is_of_number(token: Token) -> bool:
    """Whether a token is a number or part of one; not what one counts, which looks like a dual: «210 صيادين»."""
    return is_counted(token) and (token.kind == "number" or not token.form.endswith(_DUAL) or _counts(token.form))


def _counts(form: str) -> bool:
    return number_word(form) is not None


def _is_place(counted: Sequence[Token]) -> bool:
    """Whether what is counted holds people, and is none: «نُقلوا إلى 21 مركزا، نصفهم من العمال»."""
    forms = {form for token in counted for form in (token.form, token.form.removesuffix("ا"), singular_of(token.form))}
    return not words_of("holds.people").isdisjoint(forms)


def _goes_on(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «و» at a token joins two parts of one number: «8 آلاف | و640»."""
    return 0 < i < last - 1 and tokens[i].form == "و" and is_counted(tokens[i - 1]) and tokens[i + 1].kind == "number"


def _bounded(tokens: Sequence[Token], i: int) -> int:
    """The token where the bound of a figure begins: «أكثر من خمسة ملايين», «نحو 40»."""
    if i > 1 and tokens[i - 1].form == _OF and tokens[i - 2].form in words_of("quantifier"):
        return i - 2
    return i - 1 if i and tokens[i - 1].form in words_of("quantifier") else i


def _is_counted_noun(token: Token) -> bool:
    """Whether a word can be the noun that a figure counts, or its adjective: bare, and nothing that goes on."""
    found, form = word(token.form), token.form
    free = not (is_definite(form) or is_preposition(form) or is_function_word(form) or found.joined)
    free = free and not (len(form) > 4 and form.endswith(_OF_THEM))  # «لقي ستة أشخاص | مصرعهم»
    free = free and (form[0] not in "بل" or form in nouns())  # «12 ألف لاجئ»
    free = free and form not in words_of("each.time")  # «600 ألف شخص | سنويا»
    return token.kind == "word" and free and (found.verb is None or form in nouns()) and not opens(form)
