"""Claims that say a number and nothing else, or only of what measure it is."""

from __future__ import annotations

from functools import cache

from factcheck.accounts.context import Claims
from factcheck.accounts.measures import gauges
from factcheck.accounts.signs import phrases_in, signs_of, word_forms
from factcheck.lang import rows
from factcheck.lang.stems import empty_words, root, words_of
from factcheck.quantity import Quantity
from factcheck.text import fold

_MEASURE = 3  # words in which a claim names the measure it begins with
_MEASURES = ("its measure", "its change")
_OF_WHAT = {
    "en": frozenset({"of", "in", "for", "between"}),
    "ar": frozenset(fold(word) for word in ("بين", "في", "من", "عن")),
}
_OPENS = 3  # characters before a number that opens its claim
_AGE = 120  # years that nobody passes


def is_bare(claims: Claims, i: int, quantity: Quantity) -> bool:
    """Whether a number without a noun is all that its claim says, but for its speaker and for words like "figure"."""
    claim, lang = claims.all[i], claims.lang
    opening = signs_of(word_forms(claims.tokens[i])[:1], lang)
    age = quantity.unit is None and (quantity.low or quantity.high or 0) <= _AGE
    if "they" in opening or (lang == "ar" and "it" in opening and age):
        return False  # "he was only 19", «إنه 20»
    rest = claim.exact[quantity.end - claim.start :].lstrip()
    if rest[:1] in ("", ",", ".", "،") and quantity.start - claim.start < _OPENS:
        return True
    behind = rest.lstrip("% ").partition(" ")[0].strip(",.").lower()
    names = words_of(claim.speaker or claim.claimant, lang) | words_of(claim.claimant, lang)
    told = (
        claims.words[i] - claims.measuring(i) - gauges(lang) - names - _estimates(lang) - words_of(quantity.exact, lang)
    )
    it_is = "it is" in signs_of(word_forms(claims.tokens[i])[:3], lang) and "%" in quantity.exact
    said = not told or (it_is and (not behind or behind in empty_words(lang)))  # "45% humidity" is of another thing
    return len(claim.quantities) == 1 and said


@cache
def _estimates(lang: str) -> frozenset[str]:
    """The roots of the words for an estimate."""
    return frozenset(root(row[1], lang) for row in rows(lang, "contrast") if row[0] == "estimate" and " " not in row[1])


def begins_with_measure(claims: Claims, i: int) -> str:
    """The sign of the measure of what was told before that a claim begins with: "the bill", «كلفته», of what changed
    "the rise"; empty for none, and for "the price of bread", "the price was 40 for the bridge".
    """
    opens = claims.tokens[i][:_MEASURE]
    found = next((sign for sign in _MEASURES if [s.start for s in phrases_in(opens, claims.lang, sign)][:1] == [0]), "")
    if not found:
        return ""
    ends = {phrases_in(opens, claims.lang, found)[-1].end}
    ends |= {quantity.end - claims.all[i].start for quantity in claims.all[i].quantities}
    behind = {next((token.form for token in claims.tokens[i] if token.start >= end), "") for end in ends}
    return "" if behind & _OF_WHAT[claims.lang] else found
