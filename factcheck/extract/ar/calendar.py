"""The words of the Arabic calendar, found at a token."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import Row
from factcheck.extract.ar.calendar_words import begun, begun_bare, readings, table
from factcheck.extract.ar.numbers import number_word, strippings
from factcheck.extract.when import When
from factcheck.text import by_spelling

_ROLES = ("month", "hijri", "weekday", "day", "tonight", "daypart", "dayword", "overnight", "unit", "unit2", "part",
          "relation", "season", "decade", "then")  # fmt: skip
Read = tuple[When, int]  # what was said, and the index after it


@by_spelling
def opens(form: str) -> bool:
    """Whether a date can begin with this word."""
    firsts = _openers()
    word = number_word(form)
    if word is not None and (
        word.cls in ("ordinal", "ordinal_part", "one_of", "unit", "ten", "tens", "one") or form.endswith("عشر")
    ):
        return True
    return any(bare in firsts for _, _, bare in strippings(form)) or form in firsts


@cache
def _openers() -> frozenset[str]:
    """The words a date can begin with, alone or with others."""
    return _alone() | {first for role in _ROLES for first in table()[role]}


@cache
def _alone() -> frozenset[str]:
    """The openers that need no second word of their phrase after them."""
    firsts = {first for role in _ROLES for first in table()[role]}
    single = {
        phrase[0] for role in _ROLES for found in table()[role].values() for phrase, _ in found if phrase[1:] == ()
    }
    definite = {first[2:] for first in firsts if first.startswith("ال")}
    return frozenset(
        single
        | definite
        | {"عامي", "سنتي", "عامين", "سنوات", "هذا", "هذه", "ذلك", "تلك", "بين", "من", "اخر", "نصف", "شهري"}
        | {"الفترة", "المدة", "للفترة", "للمدة", "يومي", "ليلتي"}
    )


def match(row: Row, i: int, role: str, clitics: bool = True) -> tuple[str, int, int] | None:
    """The value of a phrase of `role` at token `i`, the index after it, and the letters of clitics before it."""
    phrases = (begun if clitics else begun_bare)(row.form(i)).get(role)
    if phrases is None:
        return None
    for n, phrase, value in phrases:
        if len(phrase) == 1 or all(row.form(i + k) == phrase[k] for k in range(1, len(phrase))):
            return value, i + len(phrase), n
    return None


@by_spelling
def _leads_only(form: str) -> bool:
    """Whether the word can only lead a date (`قبل`, `من`, `بين`), not be one."""
    bares = {bare for _, bare in readings(form)}
    relations = {first for first, phrases in table()["relation"].items() if all(len(p) == 1 for p, _ in phrases)}
    return bool(bares & (relations | {"من", "بين"}))


@by_spelling
def _goes_on(form: str) -> bool:
    """Whether the word can go on with a date that a number begins: `30 أغسطس`, `29 من الشهر`, `الثالث عشر من`."""
    if form in ("/", "-", "–", "—", "من", "شهر", "الي", "حتي", "هذا", "ه", "هـ", "م", "الجاري"):
        return True
    return not begun_bare(form).keys().isdisjoint(("month", "hijri", "hijri_mark", "gregorian_mark"))


@by_spelling
def _is_word_of_dates(form: str) -> bool:
    return any(bare in _openers() for _, _, bare in strippings(form)) or form in _openers()


@by_spelling
def _seconds(form: str) -> frozenset[str]:
    """The words of which one must follow where a word opens dates only with others: `في غضون`, `مع حلول`."""
    bares = {form, *(bare for _, _, bare in strippings(form))}
    if number_word(form) is not None or any(bare in _alone() for bare in bares):
        return frozenset()
    phrases = (found for role in _ROLES for bare in bares for found, _ in table()[role].get(bare, ()))
    return frozenset(phrase[1] for phrase in phrases)


def may_begin(row: Row, i: int) -> bool:
    """Whether a date can begin at token `i`, by what follows it: cheap, and right to say no."""
    form, kind = row.form(i), row.kind(i)
    if kind == "number":
        following = row.form(i + 1)
        dated = len(form) >= 4 or row.form(i - 1) == "يوم"
        return dated or _goes_on(row.form(i + 3) if following == "و" else following)
    seconds = _seconds(form)
    if seconds:
        return row.form(i + 1) in seconds
    if _leads_only(form):
        following = row.form(i + 1)
        opening = row.kind(i + 1) == "number" or (row.kind(i + 1) == "word" and opens(following))
        return opening or following in ("نحو", "حوالي", "ما", "قرابة", "زهاء")
    if _is_word_of_dates(form):
        return True
    return any(_goes_on(row.form(k)) for k in (i + 1, i + 2, i + 3))


def match_definite(row: Row, i: int, role: str) -> tuple[str, int] | None:
    """Like `match`, for a word with the article that the list has without."""
    form = row.form(i)
    for n, definite, bare in strippings(form):
        if definite:
            for phrase, value in table()[role].get(bare, ()):
                if len(phrase) == 1:
                    return value, n
    return None


def clitic_of(row: Row, i: int) -> int:
    """The letters of clitics before the first word of a date."""
    form = row.form(i)
    if row.kind(i) != "word":
        return 0
    for n, definite, bare in strippings(form):
        for word in (bare, "ال" + bare) if definite else (bare,):
            if not begun_bare(word).keys().isdisjoint(_ROLES) or word in ("عامي", "بين", "من", "هذا", "هذه", "ذلك"):
                return n
    word_ = number_word(form)
    return word_.clitic if word_ else 0
