"""What a word says of time: months, weekdays, "last" and "next", and whether it looks ahead or back."""

from __future__ import annotations

from functools import cache

from factcheck.lang import rows
from factcheck.text import fold

_RELATIONS = {"since": "since", "until": "bound", "by": "bound", "before": "bound"}
_VAGUE = frozenset(
    fold(word) for word in ("سابق", "سابقة", "سالف", "أخير", "أخيرة", "لاحق", "تالي", "هذا", "following")
)


def value_of(role: str, words: str, lang: str) -> int | None:
    """The number a folded word or phrase has in a role: month, weekday (0 = Monday), day (from today), direction (-1
    last, 0 this, 1 next), since, bound (until, by, before); `None` where it has no such role.
    """
    found = _calendar(lang).get((role, words))
    if found is None and lang == "ar" and words[:1] in "وفب" and len(words) > 3:
        found = _calendar(lang).get((role, words[1:]))
    return found


def may_open(form: str, lang: str) -> bool:
    """Whether the name of a month or a word for a day can begin with a word, or with what follows its first letter."""
    return form in _openings(lang) or form[1:] in _openings(lang)


def looks_ahead(words: str, lang: str) -> bool:
    """Whether the calendar of the language has words, one or two, among those that look ahead: "going to"."""
    return ("future", words) in _calendar(lang)


def is_ahead(form: str, lang: str) -> bool:
    """Whether a word looks ahead: "will", `المقرر`, an Arabic verb with the future sin (`سيعقد`)."""
    bare = form[1:] if lang == "ar" and form[0] in "وف" and len(form) > 4 else form
    if looks_ahead(form, lang) or looks_ahead(bare, lang):
        return True
    if lang == "en":
        return form == "be"  # "to be held", "will be", "would be"
    prefixed = len(bare) > 4 and bare[0] == "س" and bare[1] in "يتن"
    return prefixed and not bare.startswith(_not_future()) and bare not in _perfects(lang)


def is_behind(form: str, lang: str) -> bool:
    """Whether a word is a verb of the past that is no reporting verb, for those may announce what is to come."""
    bare = form[1:] if lang == "ar" and form[0] in "وف" and len(form) > 4 else form
    if form in _cues(lang) or bare in _cues(lang) or is_ahead(form, lang):
        return False
    if lang == "en" and form.endswith("ed") and len(form) > 4:
        return True
    return bare in _perfects(lang) or form in _perfects(lang)


def is_verb(form: str, lang: str) -> bool:
    """Whether an English word can be a verb in its plain form, behind "to"; "the board" behind it is whom it is for."""
    return lang == "en" and form in _plain_verbs()


@cache
def _not_future() -> tuple[str, ...]:
    """How Arabic words begin that only look like a verb with the prefix of the future: `سيارة`, `سنوات`."""
    return tuple(fold(row[0]) for row in rows("ar", "calendar") if row[1] == "not_future")


@cache
def _plain_verbs() -> frozenset[str]:
    cues = (row[0].split()[0] for row in rows("en", "cues"))
    return frozenset(row[0] for row in rows("en", "verbs")) | frozenset(cues)


@cache
def _calendar(lang: str) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for words, role, value, *_ in rows(lang, "calendar"):
        form = fold(words)
        if role == "relation" and value in _RELATIONS:
            found[_RELATIONS[value], form] = 1
        elif role in ("month", "weekday", "day", "direction", "future", "soon") and form not in _VAGUE:
            found["future" if role == "soon" else role, form] = int(value)
            if lang == "ar" and role == "direction":
                found[role, f"ال{form}"] = int(value)
    return found


@cache
def _openings(lang: str) -> frozenset[str]:
    """The first words of the names of months, in English too, and of words for days."""
    names = (*_calendar(lang), *_calendar("en"))
    return frozenset(words.partition(" ")[0] for role, words in names if role in ("month", "day"))


@cache
def _perfects(lang: str) -> frozenset[str]:
    """Folded verbs of the past: Arabic perfects with their endings, English irregular pasts."""
    if lang == "en":
        return frozenset(row[1] for row in rows(lang, "verbs") if row[1]) | {"was", "were"}
    stems = {fold(row[0].rstrip("*")) for row in rows(lang, "verbs") if not row[0].endswith("*")}
    present = {fold(row[1]) for row in rows(lang, "verbs")}
    present |= {"ت" + form[1:] for form in present}  # «تصدر النتائج»: she comes out, not he headed
    return frozenset(stem + ending for stem in stems for ending in ("", "ت", "وا", "ا")) - present


@cache
def _cues(lang: str) -> frozenset[str]:
    """Folded forms of reporting verbs."""
    found: set[str] = set()
    for row in rows(lang, "cues"):
        forms = row[0].split() if lang == "en" else [row[0].rstrip("*")]
        found.update(fold(form) for form in forms)
    if lang == "ar":
        found |= {form + ending for form in found for ending in ("ت", "وا", "ا")}
    return frozenset(found)
