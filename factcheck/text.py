"""Spans and tokens of a text, in code points, and spelling folded for look-ups. The text itself is never edited."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

TASHKEEL = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0300-\u036f"
FORMAT = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
EDGE = " \t\r\n\xa0.,;:!?،؛؟…\"'«»“”„‘’()[]{}-–—ـ" + "".join(
    chr(c)
    for c in (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
)

V = TypeVar("V")
_MOST_KEPT = 1 << 16  # spellings; an article has some hundred
_LETTER = "[^\\W\\d_]"
_LETTERS = f"{_LETTER}+(?:[{TASHKEEL}]+{_LETTER}*)*"
_PLAIN = "[A-Za-z\u0621-\u063f\u0641-\u064a]+(?=[ \n])"  # most words: such letters up to a space
_DASH = f"\u0640+(?!{_LETTER})"
_TOKEN = re.compile(
    rf"(?P<word>{_PLAIN}|(?!{_DASH}){_LETTERS}(?:(?:[{FORMAT}]+|['’]){_LETTERS})*)"
    r"|(?P<number>\d+(?:[.,\u066b\u066c]\d+)*)"
    r"|(?P<line>\n)"
    rf"|(?P<mark>{_DASH}|[^\s{FORMAT}])"
)
_DROPPED = re.compile(f"[{TASHKEEL}{FORMAT}\u0640]")
_FOLD = str.maketrans(
    "أإآٱىیک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹’‘ʼ",
    "اااايیك01234567890123456789'''".replace("ی", "ي"),
)


class _Kept(dict[str, V]):
    """What was read from each spelling; all of it is forgotten where it grows too large."""

    def __init__(self, read: Callable[[str], V]) -> None:
        self._read = read

    def __missing__(self, form: str) -> V:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = self[form] = self._read(form)
        return found


def by_spelling(read: Callable[[str], V]) -> Callable[[str], V]:
    """A reading of single words that is done once for each spelling.

    To ask for it again takes half as long as of `functools.lru_cache`, and is done some twenty times a token.
    """
    return _Kept(read).__getitem__


class Span(NamedTuple):
    """Half-open code-point offsets into the text as stored (W3C TextPositionSelector)."""

    start: int
    end: int


@dataclass(slots=True)
class Token:
    """A word, number, mark or line break; `form` is its folded spelling, for look-ups only.

    Nothing changes one. It is not frozen because that makes it four times as dear, and no tuple because its form is
    asked for some seventy times, which takes twice as long of a tuple.
    """

    start: int
    end: int
    form: str
    kind: str  # word · number · mark · line


def tokenise(text: str) -> list[Token]:
    """The tokens of `text` in order; white space and bare format characters fall between them. Linear in length.

    No form is empty: a tatweel that lengthens no letter is a dash, as it looks in print.
    """
    return [Token(m.start(), m.end(), fold(m[0]) or "–", m.lastgroup or "") for m in _TOKEN.finditer(text)]


@by_spelling
def fold(word: str) -> str:
    """The spelling for look-ups: no diacritics, tatweel or format marks, one alef, ى as ي, lower case, ASCII digits.

    Ta marbuta, and hamza on waw and ya, stay: they tell words apart. Presentation forms are decomposed (NFKC).
    """
    if not word.isascii():
        word = _DROPPED.sub("", unicodedata.normalize("NFKC", word)).translate(_FOLD)
    return word.lower()


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """`text` folded character by character, and for each folded character the offset it came from.

    The list has one more entry than the folded text: the length of `text`.
    """
    folded: list[str] = []
    offsets: list[int] = []
    for i, char in enumerate(text):
        for out in fold(char):
            folded.append(out)
            offsets.append(i)
    offsets.append(len(text))
    return "".join(folded), offsets


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space, punctuation, quotation marks and format characters at its edges.

    A bracket at its head stays where its partner stands within: "[We] appeal to all", "“(Ms Ruiz) is late".
    """
    first = start
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    if start > first and text[start - 1] in "[(":
        squared = text[start - 1] == "[" and "]" in text[start:end]
        rounded = text[max(0, start - 2) : start] in ('"(', "“(") and ")" in text[start:end]
        start -= squared or rounded
    return Span(start, end)


def whole_span(text: str, span: Span) -> Span:
    """The span with the minus right before its number, and the closing bracket behind it whose opening one it holds."""
    if text[max(0, span.start - 1) : span.start] in _MINUS and _before_number(text, span.start):
        span = Span(span.start - 1, span.end)
    opening = _OPENED_BY.get(text[span.end : span.end + 1])
    if opening and text.count(opening, *span) > text.count(text[span.end], *span):
        return Span(span.start, span.end + 1)
    return span


_MINUS = ("-", "−")
_OPENED_BY = {")": "(", "]": "["}


def _before_number(text: str, start: int) -> bool:
    """Whether a sign right before `start` stands behind a space and before a digit: `was -5 percent`."""
    return start > 1 and text[start - 2] in " \u00a0" and text[start : start + 1].isdigit()


def quote_around(text: str, start: int, end: int, width: int = 32) -> tuple[str, str]:
    """The `width` code points before and after a span (W3C TextQuoteSelector prefix and suffix)."""
    return text[max(0, start - width) : start], text[end : end + width]
