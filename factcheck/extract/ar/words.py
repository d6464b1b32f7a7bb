"""Arabic words as the reading of claims sees them: function, cue, verb; looked up once for each spelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.verbs import Verb, conjugation, joined_verb, masdars, verb, verb_forms
from factcheck.extract.phrases import goes_on
from factcheck.lang import rows
from factcheck.text import Token, by_spelling, fold

_FADI, _TO = fold("فادي"), frozenset(map(fold, ("إلى", "إليه", "إليها")))
_PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "ه")
_PREFIXED = ("ال", "بال", "وال", "فال", "كال", "لل")
_Phrases = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]  # each with its classes
_Classes = dict[str, tuple[bool, dict[str, list[tuple[str, ...]]]]]


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word. `sort` is verb or participle; `tense` perfect, imperfect, future, participle, or passive.

    `frames` say what may follow (see `lang/ar/cues.tsv`).
    """

    lemma: str
    sort: str
    agreement: str
    tense: str
    force: str
    frames: frozenset[str]
    weak: bool


@dataclass(frozen=True, slots=True)
class Word:
    """What a folded form may be. `joined` tells an attached و or ف; `cue` and `verb` are read behind it.

    Made once for each spelling and asked at every turn; so no tuple, whose fields take twice as long to read.
    """

    base: str
    joined: bool
    cue: Cue | None
    verb: Verb | None
    event: bool  # a verbal noun that names an event, or a noun that opens the content of a report


@by_spelling
def word(form: str) -> Word:
    """The reading of a folded form."""
    cue, found, event = _cues().get(form), verb(form), is_event_noun(form)
    if form in words_of("given.name"):
        return Word(form, False, None, None, False)  # «ربيع فتحي», no «ف» and no verb
    if form[:1] == "و" and form[1:] in words_of("given.name"):
        return Word(form[1:], True, None, None, False)  # «محمد جمال | وسامح محمد»
    if cue is not None or form in _heads() or form in words_of("whole"):
        return Word(form, False, cue, found, event)
    if len(form) > 2 and form[0] in "وف":
        rest = form[1:]
        cue, behind = _cues().get(rest), joined_verb(form)
        if cue is not None and behind is None:
            behind = verb(rest)
        if cue is not None or behind is not None or rest in _heads() or rest.startswith("ال") or is_event_noun(rest):
            return Word(rest, True, cue, behind, is_event_noun(rest) and not event)
    return Word(form, False, None, found, event)


@by_spelling
def is_event_noun(form: str) -> bool:
    """Whether a form is a verbal noun that names an event, with a pronoun or without: «إصابة», «محاولتها»."""
    return _opens_object(form) or any(
        form.endswith(suffix) and _opens_object(_bare(form[: -len(suffix)])) for suffix in _PRONOUNS if len(form) > 4
    )


def _opens_object(noun: str) -> bool:
    return noun in masdars() or noun in _object_nouns()


def _bare(noun: str) -> str:
    """A noun before a pronoun in its own spelling: «محاولت» is «محاولة»."""
    return noun[:-1] + "ة" if noun.endswith("ت") and len(noun) > 3 else noun


@by_spelling
def is_function_word(form: str) -> bool:
    """Whether a function phrase may begin with a form, behind an attached و or ف or not."""
    return bool(_phrases_of(form))


def has_class(tokens: Sequence[Token], i: int, last: int, name: str) -> int:
    """The end of the longest phrase of a class that begins at token `i`, after an attached و or ف; 0 where none does.

    Classes are those of `lang/ar/function_words.tsv`.
    """
    ways = _classes_of(tokens[i].form).get(name)
    if ways is None:
        return 0
    alone, longer = ways
    if longer and i + 1 < last:
        for words in longer.get(tokens[i + 1].form, ()):
            if goes_on(tokens, i, last, words):
                return i + len(words)
    return i + 1 if alone else 0


@cache
def heads_of(name: str) -> frozenset[str]:
    """The words that a phrase of a class may begin with, و or ف attached or not: for looking through many tokens."""
    bare = {first for first, phrases in _phrases().items() if any(name in names for _, names in phrases)}
    joined = (f"{letter}{first}" for first in bare for letter in "وف")
    return frozenset(bare | {form for form in joined if name in class_names(form)})


def second_words(form: str, classes: frozenset[str]) -> frozenset[str]:
    """The second words of the phrases of some classes that a form may begin."""
    longer = ((words[1], names) for words, names in _phrases_of(form) if len(words) > 1)
    return frozenset(second for second, names in longer if not classes.isdisjoint(names))


@by_spelling
def class_names(form: str) -> frozenset[str]:
    """The classes of the function phrases that may begin with a form; empty for other words."""
    return _names_of(_phrases_of(form))


@by_spelling
def own_classes(form: str) -> frozenset[str]:
    """The classes of a form that is a function phrase by itself, whatever follows."""
    return _names_of(tuple(phrase for phrase in _phrases_of(form) if len(phrase[0]) == 1))


@by_spelling
def _classes_of(form: str) -> _Classes:
    """By its class, whether a form is a phrase alone, and the phrases it begins by their second word, longest first."""
    return _by_class(_phrases_of(form))


@cache
def _names_of(phrases: _Phrases) -> frozenset[str]:
    """The classes of some phrases: one set for all words that begin them, few enough to be at hand."""
    return frozenset(name for _, names in phrases for name in names)


@cache
def _by_class(phrases: _Phrases) -> _Classes:
    found: _Classes = {}
    for words, names in phrases:
        for name in names:
            alone, longer = found.get(name, (False, {}))
            if len(words) > 1:
                longer.setdefault(words[1], []).append(words)
            found[name] = (alone or len(words) == 1, longer)
    return found


@by_spelling
def _phrases_of(form: str) -> _Phrases:
    own = _phrases().get(form, ())
    if len(form) < 3 or form[0] not in "وف":
        return own
    behind = _phrases().get(form[1:], ())
    if not own:
        return behind
    longer = (phrase for phrase in behind if len(phrase[0]) > 1)  # «وفي حال»: listed are «وفي المقابل» and «في حال»
    return tuple(sorted((*own, *longer), key=lambda phrase: -len(phrase[0])))


@cache
def _phrases() -> dict[str, _Phrases]:
    classes: dict[tuple[str, ...], list[str]] = {}
    for row in rows("ar", "function_words"):
        classes.setdefault(tuple(fold(part) for part in row[0].split()), []).append(row[1])
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for words, names in classes.items():
        table.setdefault(words[0], []).append((words, tuple(names)))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in table.items()}


@cache
def _heads() -> frozenset[str]:
    return frozenset(_phrases())


@cache
def _object_nouns() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "object_nouns"))


@cache
def _cues() -> dict[str, Cue]:
    """Every form of every reporting word, folded."""
    table: dict[str, Cue] = {}
    own = {fold(row[0].rstrip("*")) for row in rows("ar", "cues")}
    taken = {form for form, found in verb_forms().items() if found.lemma not in own and not found.weak}  # «يجب»
    taken |= {fold(row[0]) for row in rows("ar", "places")}
    for perfect, imperfect, participle, force, frames, _ in rows("ar", "cues"):
        weak, lemma = perfect.endswith("*"), fold(perfect.rstrip("*"))
        kept = frozenset(frames.split(","))
        for form, found in conjugation(lemma, fold(imperfect), weak):
            if form in taken and found.tense == "imperfect" and len(form) < len(fold(imperfect)):
                continue  # «يجب»: he must, seldom the jussive of «يجيب»; «تعز» is a city
            if not found.first_person and (form not in table or not kept <= table[form].frames):
                before = table.get(form)
                merged = kept | before.frames if before is not None and before.lemma == lemma else kept
                if before is None or before.lemma == lemma or before.weak:
                    table[form] = Cue(lemma, "verb", found.agreement, found.tense, force, merged, found.weak)
        if participle != "-":
            for form, agreement in (pair for one in participle.split(",") for pair in _participles(fold(one))):
                table.setdefault(form, Cue(lemma, "participle", agreement, "participle", force, kept, False))
    table |= {form: cue for form, cue in _told_us(table) if form not in table}
    for row in rows("ar", "word_sets"):
        if row[1] == "reported" and (active := table.get(fold(row[2]))) is not None:
            table.setdefault(fold(row[0]), replace(active, agreement="", tense="passive"))  # «أشير إلى أن»
    return table


def _told_us(table: dict[str, Cue]) -> list[tuple[str, Cue]]:
    """The verbs of telling with the paper as the one told: «أبلغتنا», «أخبرني», «أطلعونا»."""
    found: list[tuple[str, Cue]] = []
    for form, cue in table.items():
        if "whom" in cue.frames and cue.sort == "verb" and cue.tense != "future":
            stem = form.removesuffix("ا") if form.endswith("وا") else form
            told = replace(cue, frames=cue.frames - {"whom"}, weak=False)
            found += [(f"{stem}نا", told), (f"{stem}ني", told)]
    return found


@cache
def second_cues() -> dict[str, Cue]:
    """Forms that a verb which takes «ب» shares with another reporting verb: «تعد بإصلاح …», she promises."""
    table: dict[str, Cue] = {}
    for perfect, imperfect, _, force, frames, _ in rows("ar", "cues"):
        lemma, kept = fold(perfect.rstrip("*")), frozenset(frames.split(","))
        for form, found in conjugation(lemma, fold(imperfect)) if "ب+np" in kept else ():
            first = _cues().get(form)
            if first is not None and first.lemma != lemma and found.tense == "imperfect" and not found.first_person:
                table[form] = Cue(lemma, "verb", found.agreement, found.tense, force, frozenset({"ب+np"}), False)
    return table


def _participles(masculine: str) -> list[tuple[str, str]]:
    stem = masculine[:-1]
    return [(masculine, "m"), (stem + "ة", "f"), (stem + "ين", "p"), (stem + "تين", "d")]


@cache
def words_of(*names: str) -> frozenset[str]:
    """The folded words of one or more sets in `lang/ar/word_sets.tsv`."""
    return frozenset(fold(row[0]) for row in rows("ar", "word_sets") if row[1] in names)


@by_spelling
def said_so(form: str) -> Cue | None:
    """The reporting verb behind the «ل» of a purpose: «ليقول»; `None` for other words."""
    cue = word(form[1:]).cue if len(form) > 4 and form[0] == "ل" and word(form).cue is None else None
    said = cue is not None and cue.tense == "imperfect" and cue.sort == "verb" and "that" in cue.frames
    return cue if said and not (cue is None or cue.weak) and form[1] in "يت" else None


def without_lam(before: str, head: str) -> str:
    """The first word of a source without the «ل» of «وفقا لـ» or «بيان لـ»: «البنك» of «للبنك», «هيئة» of «لهيئة»."""
    of_it = before in words_of("according") or before in words_of("paper.of")
    if not of_it or not head.startswith("ل") or fold(head) in nouns():  # «تقرير | لجنة»
        return head
    return "ال" + head[2:] if head.startswith("لل") else head[1:]


def is_fadi(tokens: Sequence[Token], i: int) -> bool:
    """Whether «فادي», which folds like «فأدى», is a name here: what led to something stands before its «إلى»."""
    return tokens[i].form == _FADI and not any(token.form in _TO for token in tokens[i + 1 : i + 7])


@by_spelling
def is_preposition(form: str) -> bool:
    """Whether a form is a free preposition."""
    return form in words_of("preposition")


@by_spelling
def is_definite(form: str) -> bool:
    """Whether a form carries the article, alone or behind a one-letter preposition or conjunction."""
    return form.startswith(_PREFIXED)


@by_spelling
def is_measure(form: str) -> bool:
    """Whether a form is a measure with its pronoun: «عددهم», «قيمتها»."""
    stem = next((form[: -len(s)] for s in ("هما", "هم", "ها", "ه") if form.endswith(s)), "")
    return not words_of("measured").isdisjoint((stem, stem.removesuffix("ت") + "ة"))
