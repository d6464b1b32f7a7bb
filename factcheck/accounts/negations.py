"""What a claim says is not so: the words a negation bears on, for setting them beside a claim that says they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.lang import rows
from factcheck.lang.english import words
from factcheck.lang.stems import empty_words, root
from factcheck.text import Token, fold

_MAIN = 12  # words of a claim among which its own negation stands; one further on is a clause's within it
_ONLY = 5  # words behind a negation among which "save" makes it no more than a limit
_SUBJECT = 6  # words behind "none of" among which its verb stands
_NEXT = 4  # words behind a negation in which what it bears on is looked for


def negated_words(tokens: Sequence[Token], lang: str) -> frozenset[str]:
    """The stems a negation bears on: the next word that says something, two behind "no" or `أي` ("no formal offer"),
    and then those alone: who "received no warning" has received other things.

    "Still" is no negation (`لا يزال`), and nothing is negated by "not only".
    """
    forms = [token.form for token in tokens if token.kind == "word"]
    negations, lacking, idle = _words("negation", lang), _words("lacking", lang), _words("idle", lang)
    describing, only = _words("describing", lang), _words("save", lang)
    found: set[str] = set()
    objects: set[str] = set()
    open_until = -1
    for i, form in enumerate(forms[:_MAIN]):
        form = form[1:] if form[0] in "وف" and form[1:] in negations else form
        if form not in negations and not (form in lacking and open_until >= i):
            continue
        if i + 1 < len(forms) and forms[i + 1] in idle:
            continue
        limits = [k for k, word in enumerate(forms[i + 1 : i + 1 + _ONLY], i + 2) if word in only]
        if limits and forms[limits[0] : limits[0] + 1] not in (["ان"], ["انه"], ["انها"]):  # «إلا أن» is a "but"
            continue  # «لم يكن بها سوى طبيب واحد», «لم ندع إلا إلى جلسة»: it was so, and no more
        if i and form in describing and not forms[i - 1].startswith("ال"):
            continue  # «صاروخ غير محدد»: what it is like, not what it is not
        behind = _behind_subject(forms, i) if forms[i : i + 2] == ["none", "of"] else 0
        if behind:
            found.update(_content(forms[behind : behind + _NEXT], lang, 2))
            continue  # "none of the pupils had shown symptoms": the pupils were
        open_until = max(open_until, i + _NEXT)
        told = _content(forms[i + 1 : i + 1 + _NEXT], lang, 2 if form in lacking else 1)
        (objects if form in lacking else found).update(told)
    return frozenset(objects or found)


def _behind_subject(forms: Sequence[str], i: int) -> int:
    """The word behind the verb that follows "none of" and its noun; 0 where no auxiliary is there."""
    verbs = words("be") | words("have")
    return next((k + 1 for k in range(i + 2, min(i + 2 + _SUBJECT, len(forms))) if forms[k] in verbs), 0)


def set_aside(tokens: Sequence[Token], lang: str) -> frozenset[str]:
    """The roots of what a claim says it was not, beside what it was: "the gate, not the fence", «البوابة لا السور»."""
    found: set[str] = set()
    forms = [token.form for token in tokens]
    for i in range(2, len(forms) - 1):
        if forms[i] in _words("not but", lang) and (lang == "ar" or forms[i - 1] == ","):
            at = i + 1 + (i + 2 < len(forms) and forms[i + 1] in _words("beside it", lang))
            if lang == "en" or forms[at].startswith("ال"):
                found.update(_content([form for form in forms[at : at + 2] if form.isalpha()], lang, 1))
    return frozenset(found)


def _content(forms: Sequence[str], lang: str, most: int) -> list[str]:
    """The stems of the first words that say something, at most so many and only while they follow each other."""
    empty = empty_words(lang) | _words("lacking", lang) | _words("trace", lang) | _words("there is", lang)
    found: list[str] = []
    for form in forms:
        if len(form) > 2 and form not in empty:
            found.append(root(form, lang))
        elif found:
            break
        if len(found) == most:
            break
    return found


def bears_on(negated: frozenset[str], words: frozenset[str], lang: str) -> bool:
    """Whether a claim with these stems says what another negates; verbs and nouns of one root meet."""
    return bool(negated & words or {_core(word, lang) for word in negated} & {_core(word, lang) for word in words})


def _core(word: str, lang: str) -> str:
    """A stem without what a verb and its noun differ in: "offered" and "offer", `توقف` and `يتوقف`."""
    if lang == "ar":
        return word[1:] if len(word) > 3 and word[0] in "تاني" else word
    return word.removesuffix("er") if len(word) > 4 else word


@cache
def _words(sign: str, lang: str) -> frozenset[str]:
    return frozenset(fold(row[1]) for row in rows(lang, "contrast") if row[0] == sign)
