"""Sentences, exact to the code point: units that never cut an open quotation, and the inner sentences they hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.extract.layout import Quotation, Sentence
from factcheck.extract.quotations import quotations_in
from factcheck.lang import rows
from factcheck.lang.english import is_verb_form, words
from factcheck.text import Span, Token, tokenise

_ERAS = frozenset("مه")  # «م» and «هـ» behind a year
_NAME = 6  # words of a name with its title
_FINAL = frozenset(".!?؟…。")
_CLOSERS = frozenset("\"'»”’›)]}＂")
_OPENERS = frozenset("\"'«“„‘‹([{＂")


def find_sentences(text: str, lang: str = "ar") -> list[Span]:
    """The sentences of `text` in order. A line break always ends one; a quotation is never cut."""
    tokens, found, first = tokenise(text), [], 0
    for i in [i for i, token in enumerate(tokens) if token.kind == "line"] + [len(tokens)]:
        quotations = quotations_in(text, tokens, first, i, lang)
        found += [Span(s.start, s.end) for s in sentences_in(text, tokens, first, i, quotations, lang)]
        first = i + 1
    return found


def sentences_in(
    text: str, tokens: Sequence[Token], first: int, last: int, quotations: Sequence[Quotation], lang: str
) -> tuple[Sentence, ...]:
    """The sentences of one line, the half-open tokens `first` to `last`, with their inner sentences."""
    inner = _inner_ends(text, tokens, first, last, lang)
    units: list[Sentence] = []
    begin, cuts, q = first, [], 0
    for end in inner:
        cuts.append(end)
        while q < len(quotations) and quotations[q].last < end:
            q += 1
        if end < last and q < len(quotations) and quotations[q].first <= end <= quotations[q].last:
            continue  # an open quotation is never cut
        starts = [begin, *cuts[:-1]]
        units.append(
            Sentence(tokens[begin].start, tokens[end - 1].end, begin, end, tuple(zip(starts, cuts, strict=True)))
        )
        begin, cuts = end, []
    return tuple(units)


def _inner_ends(text: str, tokens: Sequence[Token], first: int, last: int, lang: str) -> list[int]:
    """The half-open token indexes at which sentences end, whether or not a quotation is open there."""
    ends: list[int] = []
    behind = first
    for begin in [k for k in range(first, last) if tokens[k].form in _FINAL]:
        if begin < behind:
            continue
        i = begin
        while i + 1 < last and tokens[i + 1].form in _FINAL:
            i += 1
        j = i
        while j + 1 < last and tokens[j + 1].form in _CLOSERS and _touches(text, tokens, j):
            j += 1
        behind = i + 1
        if j + 1 < last and _ends(text, tokens, begin, i, j, lang):
            ends.append(j + 1)
            behind = j + 1
    if last > first:
        ends.append(last)
    return ends


def _touches(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether the next token follows with no space, or closes with one: `.” ` and the mis-spaced `. "،`."""
    following = tokens[i + 1]
    if tokens[i].end == following.start or following.form in "»”’›)]}":
        return True
    return (text[following.end : following.end + 1] in " \n،؛:.,;" and text[following.start - 1] == " ") or (
        following.end == len(text)
    )


def _ends(text: str, tokens: Sequence[Token], begin: int, dot: int, j: int, lang: str) -> bool:
    """Whether the full stop at `begin` … `dot`, with closing marks up to `j`, ends a sentence: more follows."""
    after = j + 1
    following = tokens[after]
    if following.kind == "mark" and following.form in ",،;؛:-–—)":
        return False
    while after < len(tokens) and tokens[after].form in _OPENERS:
        after += 1
    opener = after < len(tokens) and tokens[after].kind in ("word", "number")
    if tokens[begin].form == "." and dot == begin:
        if tokens[begin].end == following.start and j == dot:
            return lang == "ar" and tokens[begin - 1].kind == "word" and len(tokens[begin - 1].form) > 2
        degrees = begin > 1 and tokens[begin - 2].form == "°"  # "46°C. The wind fell"
        if begin and not degrees and _is_abbreviation(text, tokens, begin, lang):
            return lang == "en" and _begins_anew(text, tokens, begin, after)
        if lang == "en" and j == dot and _is_hour_of_day(tokens, begin):
            return False
    asked = lang == "en" and j > dot and tokens[dot].form in "?!" and tokens[j].form in "\"”'’"
    if asked and _is_said_behind(text, tokens, after):
        return False
    if lang == "en" and opener:
        return not text[tokens[after].start].islower()
    return True


def _is_said_behind(text: str, tokens: Sequence[Token], after: int) -> bool:
    """Whether who said a quotation stands behind it in the same sentence: `"Is that a crime?" Ana Ruiz asked.`"""
    k = after
    while k < min(after + _NAME, len(tokens)) and tokens[k].kind == "word" and text[tokens[k].start].isupper():
        k += 1
    told = k + 1 < len(tokens) and tokens[k].form in words("said_behind")
    if told and k > after and tokens[k].form == "told" and _names_hearers(tokens, k + 1):
        return True
    return k > after and told and (tokens[k + 1].kind != "word" or tokens[k + 1].form in words("preposition"))


def _names_hearers(tokens: Sequence[Token], first: int) -> bool:
    """Whether only who heard it, and where, follows "told", with no clause: `told reporters on the court steps.`"""
    end = next((k for k in range(first, min(first + _HEARERS, len(tokens))) if tokens[k].kind != "word"), first)
    clause = words("be", "have", "modal", "subject_pronoun") | {"that", "it"}
    heard = (tokens[k].form for k in range(first, end))
    return first < end and tokens[end].form in _FINAL and not any(w in clause or "d" in is_verb_form(w) for w in heard)


_HEARERS = 10  # words of who heard it, and where


def _is_abbreviation(text: str, tokens: Sequence[Token], dot: int, lang: str) -> bool:
    """Whether the word before a full stop is shortened by it: `Dr.`, `د.`, an initial, `a.m.` before a small letter."""
    word = tokens[dot - 1]
    if word.kind != "word" or word.end != tokens[dot].start:
        return False
    if lang == "ar" and dot > 1 and tokens[dot - 2].kind == "number" and word.form in _ERAS:
        return False  # «في 7 أبريل 2013 م.»
    if word.form in _abbreviations(lang):
        told = _abbreviations(lang)[word.form]
        if told == "number":
            return tokens[dot + 1].kind == "number"  # "No. 5", not "He said no."
        return told != "capital" or text[word.start].isupper()  # "Ill.", not "40 are ill."
    labelled = lang == "en" and dot > 1 and tokens[dot - 2].form in words("lettered")  # "in Block A. He"
    labelled = labelled or (lang == "en" and dot > 2 and _is_second_letter(text, tokens, dot - 1))
    return len(word.form) == 1 and (lang == "ar" or text[word.start].isupper()) and not labelled


def _is_second_letter(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a letter is the second of two that label things: `pavilions B and D. The guards`."""
    first = tokens[i - 2]
    return tokens[i - 1].form in ("and", "or") and len(first.form) == 1 and text[first.start].isupper()


def _begins_anew(text: str, tokens: Sequence[Token], dot: int, after: int) -> bool:
    """Whether a word that only begins sentences follows an abbreviation: `of Acme Co. The firm`, not `Mr. A. Hale`."""
    word, following = tokens[dot - 1], tokens[after] if after < len(tokens) else None
    long = word.end - word.start > 1 or (dot > 1 and tokens[dot - 2].form == ".")
    opens = following is not None and following.form in _openers() and following.end - following.start > 1
    return long and opens and following is not None and text[following.start].isupper()


def _is_hour_of_day(tokens: Sequence[Token], dot: int) -> bool:
    """Whether an hour stands before its day: `at 2:40 p.m. Monday`, `by 7 a.m. Sept. 3`, or in other lands."""
    hour = dot >= 4 and [token.form for token in tokens[dot - 3 : dot]] in (["a", ".", "m"], ["p", ".", "m"])
    if not hour or tokens[dot - 4].kind != "number" or dot + 1 >= len(tokens):
        return False
    form = tokens[dot + 1].form
    if form == "(":
        return True  # "at 3 a.m. (0100 GMT)"
    dated = dot + 2 < len(tokens) and tokens[dot + 2].kind in ("number", "mark")
    return (form in _days()["weekday"]) or (form in _days()["month"] and dated)


@cache
def _openers() -> frozenset[str]:
    return words("subject_pronoun") | words("determiner")


@cache
def _days() -> dict[str, frozenset[str]]:
    named = [row for row in rows("en", "calendar") if len(row) > 1]
    return {role: frozenset(row[0] for row in named if row[1] == role) for role in ("weekday", "month")}


@cache
def _abbreviations(lang: str) -> dict[str, str]:
    """Each abbreviation with what tells it from an English word: a capital, a number behind it, or nothing."""
    return {row[0]: row[1] if lang == "en" and len(row) > 1 else "" for row in rows(lang, "abbreviations")}
