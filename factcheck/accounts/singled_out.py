"""A source that singles out who or what did a thing, right behind one that told of it: "it was the guards who"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.accounts.blame import blames
from factcheck.accounts.context import Claims
from factcheck.accounts.signs import phrases_in, word_forms
from factcheck.claim import ARTICLE
from factcheck.lang.english import is_verb_form, words
from factcheck.lang.stems import words_of

_CLOSE = 3  # claims back over which what is singled out still answers
_FIGHTS = frozenset({"one thing: gunfire", "strife"})
_GAP = 7  # words between "it was" and its "that"
_LINES = 1
_ITSELF = frozenset({"itself", "himself", "herself", "themselves"})
_TAKEN_UP = frozenset({"it", "them", "that", "this"})
_DEFINITE = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my"})
_NO_VERBS = frozenset({"بين", "اصل", "ابناء", "اهل", "سكان", "دون", "غير", "قبل", "خلال", "اجل", "حق"})


def find_singled_out(claims: Claims, differing: Mapping[int, Set[str]]) -> Iterator[tuple[int, int]]:
    """The pairs of claims, by place in text order, of which the second singles out who or what did a thing, by a cleft
    sentence or a "themselves", or who began a fight, and the first is another source's, close before it, of one matter
    and names another or nobody.

    `differing` tells from which voices a claim is already found to differ: that is not told again.
    """
    for second in range(1, len(claims.all)):
        focus, fought = _focus(claims, second), _who_began(claims, second)
        if focus is None and fought is None:
            continue
        near = range(second - 1, max(-1, second - 1 - _CLOSE), -1)
        before = [first for first in near if _may_meet(claims, first, second, differing)]
        named = focus or fought or frozenset()
        told = [first for first in before if not named & claims.words[first] - claims.everywhere]
        joined = [(joins, first) for first in told if (joins := _joins(claims, first, second))]
        if focus is None:
            joined = [(1, first) for first in told if _FIGHTS & claims.signs(first)]
        if joined and len(told) == len(before):
            yield max(joined)[1], second


def _may_meet(claims: Claims, first: int, second: int, differing: Mapping[int, Set[str]]) -> bool:
    """Whether a claim is another source's, asserted, heard close before with no third source between."""
    a, voices = claims.all[first], (claims.voices[first], claims.voices[second])
    if ARTICLE in voices or voices[0] == voices[1] or voices[0] in differing.get(second, ()):
        return False
    if a.same_as or claims.all[second].same_as or a.denied or claims.all[second].denied or claims.in_headline(first):
        return False
    if (
        claims.negated(first)
        or "left open" in claims.signs(first)
        or claims.is_future(first) != claims.is_future(second)
    ):
        return False
    return claims.neighbours(first, second) and claims.line(second) - claims.line(first) <= _LINES


def _joins(claims: Claims, first: int, second: int) -> int:
    """How much joins two claims: words in common most, then a cause told."""
    common = claims.words[first] & claims.words[second] - claims.everywhere
    matters = claims.matters(first, frozenset()) & claims.matters(second, frozenset())
    takes_up = claims.lang == "en" and word_forms(claims.tokens[second])[2:3] in (["it"], ["us"], ["them"])
    joined = 2 * bool(common or matters or takes_up)
    return joined + blames(claims, first)  # "what ended it was the unpaid bill"


def _who_began(claims: Claims, i: int) -> frozenset[str] | None:
    """The roots of whom a claim says to have begun a fight: "soldiers fired first", "stewards started it",
    «القوات بادرت بإطلاق النار»; `None` where it says so of nobody, or says no to it.
    """
    tokens = [token for token in claims.tokens[i] if token.kind == "word"]
    told = next(iter(phrases_in(tokens, claims.lang, "began it")), None)
    if told is None or claims.negated(i) or "left open" in claims.signs(i):
        return None
    before = [token.form for token in tokens if token.end <= told.start]
    after = [token.form for token in tokens if token.start >= told.end]
    who = before or after[:1]  # «أطلق الجنود النار أولا»
    asked = claims.lang == "en" and bool({"who", "which", "that"} & {*before} or {*before[-2:]} & words("be"))
    more = claims.lang == "en" and after[:1] != [] and not {*after[:1]} & words("preposition", "conjunction")
    return None if asked or more or not who else words_of(" ".join(who), claims.lang)  # no "fired first-aid flares"


def _focus(claims: Claims, i: int) -> frozenset[str] | None:
    """The roots of who or what a claim singles out; `None` where it singles out nobody."""
    told = _singled_out_en(claims, i) if claims.lang == "en" else _singled_out_ar(word_forms(claims.tokens[i]))
    return None if told is None else words_of(" ".join(told), claims.lang)


def _singled_out_en(claims: Claims, i: int) -> Sequence[str] | None:
    """The words singled out: "it was A that", "what did it was A", "A did it themselves", "A was the first to"."""
    forms = word_forms(claims.tokens[i])
    be = words("be")
    if forms[:1] in (["it"], ["that"]) and forms[1:2] and forms[1] in be | {"s"}:
        end = next((k for k in range(3, min(len(forms), _GAP)) if forms[k] in ("that", "who", "which")), None)
        if end is not None and forms[2] in _DEFINITE - {"a", "an"} and forms[end - 1] != "time":
            return forms[2:end]
    if forms[:1] == ["what"]:
        copula = next((k for k in range(2, min(len(forms), _GAP)) if forms[k] in ("was", "is", "were")), None)
        return None if copula is None or not is_verb_form(forms[1]) else forms[copula + 1 :]
    for k, form in enumerate(forms[1:], 1):
        if form == "first" and forms[k - 2 : k] in (["were", "the"], ["was", "the"]) and forms[k + 1 : k + 2] == ["to"]:
            return forms[: k - 2]
        if form in ("what", "who") and forms[k - 1] in ("is", "was", "were") and forms[k + 1 : k + 2]:
            return forms[: k - 1] if is_verb_form(forms[k + 1]) else None
        if form in _ITSELF and _is_emphatic(forms, k):
            return forms[:2] if forms[k - 1] in _TAKEN_UP else forms[k - 1 : k]
        if form == "accord" and forms[k - 1] == "own":
            return ()
    return None


def _is_emphatic(forms: Sequence[str], k: int) -> bool:
    """Whether a "themselves" stresses who did a thing: "opened the gate themselves", not "defended themselves"."""
    before = forms[k - 1]
    return before in _TAKEN_UP or (k > 1 and forms[k - 2] in _DEFINITE and "d" not in is_verb_form(before))


def _singled_out_ar(forms: Sequence[str]) -> Sequence[str] | None:
    """The words singled out: «العمال هم من أغلقوا», «الحارس هو الذي أطلق», «من تلقاء نفسه»."""
    for k, form in enumerate(forms[1:-1], 1):
        behind = forms[k + 1]
        if form in ("هو", "هي", "هم", "هما"):
            named = behind in ("الذي", "التي", "الذين", "اللذان")
            after = forms[k + 2] if k + 2 < len(forms) else ""
            done = behind in ("من", "ما") and after and not after.startswith("ال") and after not in _NO_VERBS
            return forms[:k] if named or done else None
        if form == "من" and behind == "تلقاء":
            return ()
    return None
