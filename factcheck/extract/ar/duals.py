"""The Arabic dual: a counted noun in ان or ين, or its construct in تا or تي, is two."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from factcheck.extract.ar.numbers import strippings
from factcheck.lang import rows
from factcheck.text import by_spelling, fold

# ending: how sure the form alone is; "plural" is the sound masculine plural's form too, "construct" needs a genitive,
# "nisba" one that its other reading, an adjective, could not have, "agreement" an adjective in the dual after it
Certainty = Literal["dual", "plural", "construct", "nisba", "agreement"]
_MASDAR = re.compile("ا(?:ست)?..?ا.|ا.ت.ا.|ان..ا.|ت..ي.|ا..ا.")
_PARTICIPLE = re.compile("م.{3,}")
_BROKEN_PLURAL = re.compile("..ا.")
_SOUND_PLURAL = re.compile("م.*|.*[يى]|.ا..|..ا.|.*[نءئؤ]|ا.+")  # stems whose plural may end in ين
_LIKE = "ك"
_TWO_ONLY = re.compile("(?!كثير|عديد|قليل|رئيس)..ي.ين|.{3,}اوين")  # of such adjectives three have a broken plural
_ADJECTIVE = re.compile("(?:.{3,}ي|م.{3,}|.ا..)ين")


class Dual(NamedTuple):
    """A word that can be a dual: its singular as listed or made, and the letters attached before it."""

    singular: str
    certainty: Certainty
    human: bool
    clitic: int
    definite: bool


@cache
def nouns() -> dict[str, tuple[str, bool]]:
    """Folded singular of a countable noun to its singular as listed, and whether its plural is the sound one."""
    units = {fold(row[0]): (row[0], False) for row in rows("ar", "units") if " " not in row[0] and len(row[0]) > 3}
    return units | {fold(singular): (singular, flag == "h") for singular, _, flag, *_ in rows("ar", "nouns")}


@cache
def _plurals() -> dict[str, str]:
    return {fold(plural): row[0] for row in rows("ar", "nouns") for plural in row[1].split(",")}


@cache
def _not_duals() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "not_duals"))


@by_spelling
def singular_of(form: str) -> str | None:
    """The listed singular of a folded noun in any number, its article or tanwin taken off; `None` when not listed."""
    for bare in (form, form[2:] if form.startswith("ال") else form):
        for base in (bare, bare[:-1] if bare.endswith("ا") else bare):
            found = nouns().get(base)
            if found:
                return found[0]
            if base in _plurals():
                return _plurals()[base]
            if base.endswith(("ون", "ين")) and base[:-2] in nouns():
                return nouns()[base[:-2]][0]
            if base.endswith("ات"):
                for stem in (base[:-2] + "ة", base[:-2]):
                    if stem in nouns():
                        return nouns()[stem][0]
    return None


@by_spelling
def is_many(form: str) -> bool:
    """Whether a folded noun is listed as the plural of another: «مصابين», «الجرحى»; not «أزمة», «رجلا»."""
    one = singular_of(form)
    return one is not None and fold(one) not in (form, form.removeprefix("ال"), form.removesuffix("ا"))


@by_spelling
def are_men(form: str) -> bool:
    """Whether a noun with the article is a sound masculine plural, listed or not: «المربون»; not «القانون»."""
    bare = form.removeprefix("ال")
    many = form != bare and len(bare) > 4 and bare.endswith("ون")  # not «السجون»
    return many and bare not in _ending_alike() and bare not in nouns()


@cache
def _ending_alike() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "word_sets") if row[1] == "ends.un")


@by_spelling
def agreement(form: str) -> Literal["two", "many"] | None:
    """What an indefinite adjective in ين agrees with: two only (`كبيرين`), two or many (`رسميين`); else `None`."""
    if form in ("اثنين", "اثنتين"):
        return "two"
    joined = form[:1] == "و" and not (form.endswith("تين") and form[1:-3] + "ة" not in nouns() and len(form) > 5)
    if joined or form.startswith("ال") or form in _not_duals():  # «مباراتين وديتين» agrees, «رجلين وطفلتين» does not
        return None
    if form.endswith("تين") and len(form) > 5:
        return "two"
    return "two" if _TWO_ONLY.fullmatch(form) else "many" if _ADJECTIVE.fullmatch(form) else None


@by_spelling
def dual(form: str) -> Dual | None:
    """What a folded word is if it is a dual; `None` for any other word."""
    if (form[-2:] not in ("ين", "ان", "تي", "تا") and form[-1:] != "ي") or len(form) < 4:
        return None
    for clitic, definite, bare in strippings(form):
        if bare in _not_duals():
            return None
        if not clitic and not definite and (bare in nouns() or bare in _plurals()):
            return None
    ways = strippings(form)
    article = any(definite for _, definite, _ in ways)
    conjoined = form[0] == "و" and len(form) > 6
    made = unsure = None
    for clitic, definite, bare in ways:
        if _LIKE in form[:clitic] and not definite:
            continue  # «كهرمان», «كيلومترين»: seldom "like two …"
        whole = definite or (clitic == (1 if conjoined else 0) and not article)
        found = _dual(bare, whole)
        if not found:
            continue
        read = Dual(found[0], found[1], found[2], clitic, definite)
        if found[1] == "agreement":
            unsure = unsure or read
        elif fold(found[0]) in nouns():
            return read  # «بساعتين»: a listed noun behind a preposition, no noun of its own
        else:
            made = made or read
    return made or unsure


def _dual(word: str, whole: bool) -> tuple[str, Certainty, bool] | None:
    stem, ending = word[:-2], word[-2:]
    if ending[1] == "ي" and ending != "تي":
        listed = nouns().get(word[:-1])
        return (listed[0], "nisba", listed[1]) if listed and len(word) > 3 else None
    if len(stem) < 3 and stem not in nouns():
        return None
    if ending in ("تي", "تا"):
        listed = nouns().get(stem + "ة")
        return (listed[0], "construct", False) if listed else None
    if stem.endswith("ت") and len(stem) >= 3:
        listed = nouns().get(stem[:-1] + "ة") or nouns().get(stem)
        if listed:
            return listed[0], "dual", False
        return (stem[:-1] + "ة", "dual", False) if whole and len(stem) >= 4 and stem[0] not in "يتن" else None
    seat = {"و": "اء", "ا": "ء", "ئ": "ء"}.get(stem[-1])  # the hamza of جزء in جزأين, of صحراء in صحراوين
    listed = nouns().get(stem) or (nouns().get(stem[:-1] + seat) if seat else None)
    if listed:
        sure = ending == "ان" or not listed[1]
        return listed[0], "dual" if sure else "plural", listed[1]
    if not whole or len(stem) < 3:
        return None
    if ending == "ان":
        return (stem, "dual", True) if _PARTICIPLE.fullmatch(stem) and len(stem) > 3 else None
    if len(stem) > 3 and _MASDAR.fullmatch(stem) and not _BROKEN_PLURAL.fullmatch(stem):
        return stem, "dual", False
    return None if _SOUND_PLURAL.fullmatch(stem) else (stem, "agreement", False)
