"""Whether a mention can be the subject that an Arabic verb leaves out, by what the verb and what follows it tell."""

from __future__ import annotations

from functools import cache

from factcheck.extract.ar.duals import dual, is_many, nouns, singular_of
from factcheck.extract.ar.name_parts import name_words
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.verbs import Verb, verb_forms
from factcheck.extract.ar.words import is_definite, is_event_noun, is_preposition, word, words_of
from factcheck.extract.layout import Layout
from factcheck.lang import rows
from factcheck.lang.actors import Found, actor_at
from factcheck.text import Span, by_spelling, fold

_PRONOUNS = ("هما", "هم", "هن", "ها", "ه")
_FEMININE = ("ة", "ات", "اء", "ى", "ا")
_ITS = {"m": "ه", "f": "ها", "p": "هم", "d": "هما"}
_MAY = fold("يمكن")
_OWNED = 3  # words behind a verb among which a noun with its pronoun is its subject


def is_left_out(layout: Layout, subject: Span, at: int, last: int, opening: Verb | None = None) -> bool:
    """Whether the verb at a token means a mention it leaves out: it agrees, and no subject of its own stands there.

    «منعت | دائرة الزراعة الصيد» has its own, «يحمل» does not go with «بعثة», «مرض | درسته عشرين عاما» has another.
    """
    tokens, found = layout.tokens, opening or word(layout.tokens[at].form).verb
    head = layout.token_range(subject)[0]
    if (tokens[at].form == _MAY or tokens[at].form in words_of("foreseen")) and at + 2 < last:
        found = word(tokens[at + 2].form).verb  # «محادثات | يمكن أن تفضي إلى …»
    if found is None or _has_pronoun(_bare(tokens[head].form)) or is_preposition(tokens[head].form):
        return False
    if not agrees(layout, head, found) or (not _may_speak(layout, head) and _is_said(at, layout)):
        return False
    before, joined = tokens[at - 1], word(tokens[at].form).joined
    described = not joined and at == layout.token_range(subject)[1] and before.kind == "word"
    if described and word(tokens[at].form).base.endswith(_ITS.get(found.agreement, "ه")) and _has_object(layout, at):
        return False
    if at + 1 < last and _are_his(tokens[at + 1].form):
        return False  # «دعا | باحثوه إلى …»
    own = actor_at(layout.text, tokens, at + 1, layout.lang) if at + 1 < last else None
    return not (own is not None and not own.clitic and _acts(own, found, tokens[at + 1].form))


@by_spelling
def _are_his(form: str) -> bool:
    """Whether a word is many people of somebody's, as a subject: «باحثوه», «موظفوها»."""
    stem = next((form.removesuffix(end) for end in ("هم", "ها", "ه") if form.endswith(end)), "")
    return stem.endswith("و") and is_many(f"{stem}ن")


def owned_subject(layout: Layout, subject: Span, at: int, last: int) -> int | None:
    """The noun with its owner's pronoun that a verb has for a subject: «توفي | والده», «اسودّت سواقي | بستانه»."""
    tokens, found = layout.tokens, word(layout.tokens[at].form).verb
    head = layout.token_range(subject)[0]
    if found is None or at + 1 >= last or found.agreement not in ("m", "f"):
        return None
    befalls = found.lemma in words_of("befalls")
    if agrees(layout, head, found) and not befalls:
        return None
    for i in range(at + 1, min(last, at + _OWNED)):
        form = tokens[i].form
        if tokens[i].kind != "word" or is_preposition(form) or (is_definite(form) and not _is_kin(form)):
            return None
        if _has_pronoun(form) and form.endswith(("ه", "ها")):
            return i
    return None


def whose(layout: Layout, owner: str, i: int) -> str:
    """A noun with its owner in place of the pronoun: «والده» of «أحمد سيف» is «والد أحمد سيف»."""
    written = layout.text[layout.tokens[i].start : layout.tokens[i].end]
    stem = written.removesuffix("ها").removesuffix("ه")
    stem = stem[:-1] + "ة" if stem.endswith("ت") and fold(stem) not in nouns() else stem
    return f"{stem} {owner}"


def nominative(shown: str) -> str:
    """A noun that stood in the accusative, as a subject: «حرب» for «حربا», «الخاطفون» for «الخاطفين»; not «روسيا»."""
    form = fold(shown)
    if form.startswith("لل") and form not in nouns():
        return f"ال{shown[2:]}"  # «كأس | للأهلي، الذي هبط …»
    head = form.partition(" ")[0]
    if head[0:1] in ("ل", "ب") and head not in nouns() and (head[1:] in nouns() or is_event_noun(head[1:])):
        shown, form = shown[1:], form[1:]  # «تعرضت | لاختراق بدأ فجر الاثنين»
    if form in _lands():
        return shown
    if " " in shown:
        return _both_nominative(shown)
    if form.endswith("ين") and not is_definite(form) and dual(form) is None and singular_of(form) is not None:
        return f"{shown[:-2]}ون"  # «إن مسلحين اقتحموا …»
    if is_definite(form) and form.endswith("ين") and singular_of(form.removeprefix("ال")) is not None:
        return f"{shown[:-2]}ون"
    bare = shown.rstrip("\u064b").removesuffix("ا").rstrip("\u064b")
    return bare if form.endswith("ا") and form[:-1] in nouns() else shown


def _both_nominative(shown: str) -> str:
    """Two bare words of people, noun and adjective, as a subject: «جنود باكستانيون» for «جنودا باكستانيين»."""
    one, _, other = shown.partition(" ")
    bare = one.rstrip("\u064b").removesuffix("ا").rstrip("\u064b")
    many = bare != one and is_many(fold(bare)) and other.endswith("ين") and not is_definite(fold(other))
    return f"{bare} {other[:-2]}ون" if many and " " not in other else shown


def genitive(name: str) -> str:
    """A name or noun behind «بحسب»: «المحتجين» for «المحتجون», «مسؤولين في الوزارة»."""
    head, _, rest = name.partition(" ")
    form = fold(head)
    if not form.endswith("ون") or singular_of(form.removeprefix("ال")) is None:
        return name
    turned = f"{head[:-2]}ين"
    return f"{turned} {genitive(rest) if is_definite(fold(rest)) else rest}" if rest else turned


@cache
def _lands() -> frozenset[str]:
    """The names of countries and places, whose last letter is no ending."""
    return frozenset([fold(row[1]) for row in rows("ar", "countries")] + [fold(row[0]) for row in rows("ar", "places")])


def agrees(layout: Layout, head: int, found: Verb) -> bool:
    """Whether a noun at a token is of a verb's gender; a feminine one shows itself as such."""
    form = _bare(layout.tokens[head].form).removeprefix("ال")
    actor = actor_at(layout.text, layout.tokens, head, layout.lang)
    one = actor is not None and actor.entry.kind == "office" and actor.entry.number == "sg"
    if one and actor is not None and actor.entry.gender in ("m", "f") and found.agreement in ("m", "f"):
        return actor.entry.gender == found.agreement
    feminine = form.endswith(("ة", "ات")) and form not in name_words("given")
    if found.agreement == "m":
        return not feminine
    if found.agreement == "f":
        shown = feminine or form.endswith(_FEMININE) or is_many(form) or actor is not None
        return shown or form not in nouns()
    return True


def _acts(own: Found, found: Verb, form: str) -> bool:
    """Whether somebody known right behind a verb agrees with it, and so is its subject: «منعت | دائرة الزراعة …»."""
    if own.entry.kind not in ("body", "office", "international", "agency", "people") or own.entry.number != "sg":
        return False
    gender = own.entry.gender or ("f" if form.endswith(("ة", "ات")) else "m")
    return not is_definite(form) and own.last > own.first and gender == found.agreement


def _is_said(at: int, layout: Layout) -> bool:
    """Whether a verb is one that only somebody who speaks can do: «أشاد», «طالب»."""
    found = word(layout.tokens[at].form)
    return found.cue is not None or (found.verb is not None and found.verb.lemma in words_of("speaks"))


def _may_speak(layout: Layout, head: int) -> bool:
    """Whether a mention can speak: somebody known, or no noun of a thing or an event, as «الاتفاق» is."""
    noun = _bare(layout.tokens[head].form).removeprefix("ال")
    thing = is_event_noun(noun) or looks_like_masdar(noun) or (noun in nouns() and not is_many(noun))
    return not thing or actor_at(layout.text, layout.tokens, head, layout.lang) is not None


def _has_object(layout: Layout, at: int) -> bool:
    """Whether a verb holds its object as a pronoun: «درسته»."""
    base = word(layout.tokens[at].form).base
    return base not in verb_forms() and any(base.removesuffix(end) in verb_forms() for end in _PRONOUNS if end in base)


@by_spelling
def _has_pronoun(form: str) -> bool:
    """Whether a word is a noun or a preposition with a pronoun: «جانبها», «معها»; not «وجه»."""
    ending = next((end for end in _PRONOUNS if form.endswith(end) and len(form) > len(end) + 1), "")
    if _is_kin(form):
        return True
    if not ending or is_definite(form) or form in nouns() or singular_of(form) is not None:
        return False
    stem = form[: -len(ending)]
    noun = stem in nouns() or f"{stem.removesuffix('ت')}ة" in nouns() or is_event_noun(stem) or is_preposition(stem)
    return noun or ending != "ه" or form in words_of("his.office")


def _is_kin(form: str) -> bool:
    """Whether a word is somebody's kin with his pronoun: «شقيقه», and «والدته», which only looks definite."""
    stem = form.removesuffix("ها").removesuffix("ه")
    return stem != form and not words_of("of.kin").isdisjoint((stem, f"{stem.removesuffix('ت')}ة"))


def _bare(form: str) -> str:
    return form[1:] if form[0] == "و" and len(form) > 3 and form not in nouns() else form
