"""Arabic verb forms: told from a list of verbs, each written out in its persons, and from the shape of the word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from factcheck.extract.ar.numbers import number_words
from factcheck.lang import rows
from factcheck.text import by_spelling, fold

_NOUN_ENDINGS = ("ات", "ية", "يين", "يات", "وت")
_FOLLOWING = frozenset({"تتابع", "تتويج"})  # verbal nouns in تت
_NOUN_LIKE_A_FUTURE = re.compile(  # and what nouns take behind them: an ending and a pronoun
    "(?:(?:سياس|سيار|سيطر|سيد|سير|سياد|سياق|سياج|سياح|سيول|ستار|سيب|سيم)(?:ة|ات|ت|ية?|يا|يون|يين)"
    "|سياق|سياج|سياح|سيول|سيد|سيناريو(?:هات)?|سيناء|سينما(?:ئي|ئية)?|ستار|ستائر|سيوف|سيخ)(?:هما|هم|هن|ها|ه|نا|ين|ا)?"
)
_SUFFIXES = ("هما", "كما", "هم", "هن", "ها", "نا", "ني", "كم", "ه")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form. `agreement` is m, f, d (dual), p (plural) or empty (first person); `weak`: it may be a noun."""

    lemma: str
    tense: str  # perfect · imperfect · future
    agreement: str
    weak: bool = False
    first_person: bool = False


@by_spelling
def verb(form: str) -> Verb | None:
    """The verb that a folded form is, with no conjunction before it; `None` for other words."""
    if form in number_words():
        return None  # «تسع»
    return verb_forms().get(form) or _with_object(form) or _by_shape(form)


@by_spelling
def joined_verb(form: str) -> Verb | None:
    """The verb after an attached و or ف, as in «وقطع» or «فمنعت»; `None` where there is none."""
    if form in _taken_apart():
        return verb(form[1:])
    if len(form) < 3 or form[0] not in "وف" or form in verb_forms() or form in masdars() or form in _not_verbs():
        return None
    if form[1:] in number_words():
        return None
    if form[0] == "و" and _with_object(form) is not None:
        return None  # «وعدتها»: he promised, seldom «و» and another verb
    listed = verb_forms().get(form[1:])
    if len(form) == 3:
        return listed if listed is not None and not listed.weak else None  # «وتم»
    if listed is None and form[0] == "ف":
        return _with_object(form[1:])  # «فيروس» is no verb of its shape
    return verb(form[1:])


@cache
def verb_forms() -> dict[str, Verb]:
    """Every listed verb form by its folded spelling; the unmistakable reading first."""
    table: dict[str, Verb] = {}
    entries = [(row[0], row[1]) for name in ("verbs", "cues") for row in rows("ar", name)]
    for perfect, imperfect in entries:
        weak, kept = perfect.endswith("*"), perfect.rstrip("*").endswith(("ي", "أ"))
        perfect = fold(perfect.rstrip("*"))
        for form, found in conjugation(perfect, "" if imperfect == "-" else fold(imperfect), weak, kept):
            if form not in table or (table[form].weak and not found.weak):
                table[form] = found
    nouns = masdars()
    return {form: replace(found, weak=True) if form in nouns else found for form, found in table.items()}


def past_of(found: Verb) -> str:
    """A verb in the past as it is spelt, third person of its gender: «يصحح» gives «صحح»; empty for an unlisted one."""
    spelt = _pasts().get(found.lemma, "")
    if found.agreement != "f" or not spelt:
        return spelt
    return f"{spelt[:-1] if spelt.endswith(('ى', 'ا')) else spelt}ت"


@cache
def _pasts() -> dict[str, str]:
    """The past of each listed verb in its own spelling, by its folded form."""
    spelt = (row[0].rstrip("*") for name in ("verbs", "cues") for row in rows("ar", name))
    return {fold(past): past for past in reversed(list(spelt))}


@cache
def masdars() -> dict[str, str]:
    """The verbal nouns that name an event, folded, with the verb each belongs to."""
    return {
        fold(row[2]): fold(row[0].rstrip("*")) for row in rows("ar", "verbs") if row[2] != "-" and row[2][-1] != "!"
    }


def conjugation(
    perfect: str, imperfect: str, weak: bool = False, keeps_last: bool = False
) -> Iterator[tuple[str, Verb]]:
    """The third-person and first-person forms of a verb, active and passive alike since vowels are not written."""
    stem = perfect
    if perfect.endswith(("ي", "ا")) and len(perfect) > 2:
        stem = perfect[:-1]
        dual = stem + ("وا" if imperfect.endswith("و") else "يا")
    else:
        dual = perfect + "ا"
    kept = perfect if keeps_last else stem  # «بقيت» and «بدأت», but «نفت»
    forms = [(perfect, "m"), (kept + "ت", "f"), (stem + "وا", "p"), (stem + "تا", "d")]
    if len(perfect) > 3:
        forms += [(dual, "d"), (perfect + "نا", "")]
    elif perfect[1:2] == "ا" and not weak:
        forms += [(dual, "d")]  # «قالا», where «كتبا» is also books
    for form, agreement in forms:
        yield form, Verb(perfect, "perfect", agreement, weak and agreement in ("m", "d"), agreement == "")
    if len(perfect) == 3 and perfect[1] == "ا":  # «قلنا», «كنا»
        yield f"{perfect[0]}{perfect[2].removesuffix('ن')}نا", Verb(perfect, "perfect", "", False, True)
    if not imperfect:
        return
    body = imperfect[1:]
    cut = body[:-1] if body[-1] in "يوا" else body
    forms = [
        ("ي" + body, "m"), ("ت" + body, "f"), ("ي" + cut + "ون", "p"), ("ي" + cut + "وا", "p"), ("ت" + cut + "ون", "p"),
        ("ي" + body + "ان", "d"), ("ت" + body + "ان", "d"), ("ي" + body + "ا", "d"), ("ي" + body + "ن", "p"),
    ]  # fmt: skip
    if body[-1] in "يوا":
        forms += [("ي" + cut, "m"), ("ت" + cut, "f")]
    elif len(body) >= 3 and body[-2] in "يوا" and body[-3] != "ا":  # «يقول», not «يجاور»
        forms += [("ي" + body[:-2] + body[-1], "m"), ("ت" + body[:-2] + body[-1], "f")]
    jussive = {"ي" + cut, "ت" + cut, "ي" + body[:-2] + body[-1:], "ت" + body[:-2] + body[-1:]} - {
        "ي" + body,
        "ت" + body,
    }
    for form, agreement in forms:
        yield form, Verb(perfect, "imperfect", agreement)
        cut_off = agreement in ("d", "p") and form.endswith(
            "ا"
        )  # «يلفا», which no «س» stands before: «سيلفا» is a name
        if form not in jussive and not cut_off:
            yield "س" + form, Verb(perfect, "future", agreement)
    for prefix in ("ن", "ا"):
        yield prefix + body, Verb(perfect, "imperfect", "", True, True)
        yield "س" + prefix + body, Verb(perfect, "future", "", True, True)


def _with_object(form: str) -> Verb | None:
    """A listed form with an object pronoun: «أكده», «تعتبره»."""
    for suffix in _SUFFIXES:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            ours = verb_forms().get(form[: -len(suffix) - 2]) if form[: -len(suffix)].endswith("نا") else None
            if ours is not None and ours.tense == "perfect" and ours.agreement == "m":
                return Verb(ours.lemma, "perfect", "", False, True)  # «سلمناها»: no noun takes two pronouns
            found = verb_forms().get(form[: -len(suffix)])
            if found is not None and (found.tense != "perfect" or found.agreement == "f" or not found.weak):
                noun = form[: -len(suffix)]
                return None if noun in masdars() or (noun.endswith("ت") and noun[:-1] + "ة" in masdars()) else found
    return None


@cache
def _taken_apart() -> frozenset[str]:
    """Forms of a verb that begins with و, far more often و and another verb: «ودعت الأمم المتحدة إلى …»."""
    return frozenset(fold(row[0]) for row in rows("ar", "word_sets") if row[1] == "and.verb")


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "not_verbs"))


def is_no_future(form: str) -> bool:
    """Whether a word only looks like a verb with the prefix of the future: «سياساتها», «سيارته», «سيطرة»."""
    return _NOUN_LIKE_A_FUTURE.fullmatch(form) is not None


def _by_shape(form: str) -> Verb | None:
    """An unlisted form that looks like a verb: «سيتدارس», «يتدارسون», «تدارست», «تدارسوا»."""
    size = len(form)
    if size < 4 or form.startswith("ال") or form in _not_verbs() or is_no_future(form):
        return None
    if form.startswith("سي") and size >= 5 and not form.endswith(("ة", "ات", "ية")):
        return Verb(form, "future", _imperfect_agreement(form), size < 6)
    if form.startswith("ست") and size >= 5 and not form.endswith(("ة", "ات")):
        return Verb(form, "future", "f", True)
    if form.startswith("تت") and size >= 6 and not form.endswith(("ة", "ات")) and form[:5] not in _FOLLOWING:
        return Verb(form, "imperfect", "f")
    if form.startswith("ي") and not form.endswith(("ة", "ات", "ية", "يين", "يا", "اء")):
        return Verb(form, "imperfect", _imperfect_agreement(form), size < 5)
    if form.endswith("وا") and size >= 5:
        return Verb(form, "perfect", "p")
    if form.endswith("ت") and not form.endswith(_NOUN_ENDINGS) and form[0] not in "بلك":
        return Verb(form, "perfect", "f", size < 5)
    return None


def _imperfect_agreement(form: str) -> str:
    return "p" if form.endswith(("ون", "وا")) else "m"
