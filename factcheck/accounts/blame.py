"""Who or what a claim says brought something about, and who is spoken of in it."""

from __future__ import annotations

from functools import cache

from factcheck.accounts.context import Claims
from factcheck.accounts.signs import phrases_in, signs_in
from factcheck.claim import ARTICLE
from factcheck.lang import rows
from factcheck.lang.stems import words_of
from factcheck.text import fold

_CLOSE = 2  # claims by which two of one paragraph that blame need share nothing
_NEXT = 3  # claims over which two sources that blame, with no third between, blame for one thing
_BARE = 1  # roots of a claim that says only what is to blame: "the solvent"
_PARTICIPLES = ("ed", "en", "ot", "uck", "ught", "hit", "wn", "set")
_BLAMED = 3  # words behind "because of" that name what is blamed


def is_named(claims: Claims, first: int, second: int) -> bool:
    """Whether the speaker of one claim is spoken of in the other."""
    return any(
        words_of(claims.all[i].speaker or claims.all[i].claimant, claims.lang) & claims.words[other]
        for i, other in ((first, second), (second, first))
    )


def blames(claims: Claims, i: int) -> bool:
    """Whether a claim says what brought something about, by its own words or those that report it."""
    return "cause" in claims.signs(i) or "cause" in signs_in(claims.all[i].cue or "", claims.lang)


def blame_for_one_thing(claims: Claims, first: int, second: int) -> bool:
    """Whether two claims both say what brought something about, and share more than the words for that, one blames who
    speaks in the other, or the second takes up what the first, close before it, is about.
    """
    if _blamed(claims, first) & _blamed(claims, second):
        return False  # one cause, told twice
    told = claims.words[first] & claims.words[second] - _causes(claims.lang)
    bare = any(len(claims.words[i]) <= _BARE and "cause" not in claims.signs(i) for i in (first, second))
    opening = claims.tokens[second][0].form if claims.tokens[second] else ""
    taken_up = bare or "it" in claims.signs(second) or (claims.all[second].cue or "").endswith(("ه", "ها"))
    taken_up = taken_up or opening == fold("ذلك")  # «وعزت ذلك إلى مرض»
    close = taken_up and claims.line(first) == claims.line(second) and second - first <= _CLOSE
    next_to = second - first <= _NEXT and claims.neighbours(first, second)
    next_to = next_to and ARTICLE not in (claims.voices[first], claims.voices[second])
    # "overtime was to blame", "the union blamed overtime", not "snow caused the delay"
    next_to = next_to and ("bare cause" in claims.signs(second) or _blames_outright(claims, second))
    asked = is_named(claims, first, second) or "the cause" in claims.signs_from_before(second)
    same = bool(told) or close or next_to or asked
    return same and blames(claims, first) and blames(claims, second)


def blamed_on_another(claims: Claims, first: int, second: int) -> bool:
    """Whether a source right behind another says no more than what it blames, where the other tells by whom or what a
    thing was done: "carried in by wild geese", "blamed dirty straw".
    """
    by_cue = "cause" in signs_in(claims.all[second].cue or "", claims.lang)
    shared = bool(claims.words[first] & claims.words[second])
    outright = claims.lang == "en" and "cause" in claims.signs(first)  # "carried in by geese from a lake"
    of_it = (outright and _blames_outright(claims, second)) or (by_cue and shared)
    return of_it and _done_by(claims, first) and not is_named(claims, first, second)


def _done_by(claims: Claims, i: int) -> bool:
    """Whether a claim tells by whom or what a thing was done: "shot by officers", «على يد», no "done by Friday"."""
    claim, tokens = claims.all[i], claims.tokens[i]
    if claims.lang != "en":
        return bool(phrases_in(tokens, claims.lang, "done by"))
    days = {d.start - claim.start for d in claim.dates}
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.form == "by" and after.kind == "word" and not days & {token.start, after.start}:
            told = [t.form for t in (*tokens[max(0, tokens.index(before) - 1) : tokens.index(before)], before)]
            if any(form.endswith(_PARTICIPLES) for form in told):
                return True
    return False


def _blames_outright(claims: Claims, i: int) -> bool:
    """Whether a claim is only what somebody blames: "blamed a leaking main", not "blamed snow for the delay"."""
    told = {token.form for token in claims.tokens[i]}
    return "cause" in signs_in(claims.all[i].cue or "", claims.lang) and told.isdisjoint(("for", "on", fold("إلى")))


def _blamed(claims: Claims, i: int) -> frozenset[str]:
    """The roots of the words right behind those that blame: «نتيجة غارة جوية», "caused by a gas leak"."""
    tokens = claims.tokens[i]
    ends = [span.end for span in phrases_in(tokens, claims.lang, "cause")]
    behind = [[t.form for t in tokens if t.start >= end and t.kind == "word"][:_BLAMED] for end in ends]
    return frozenset().union(*(words_of(" ".join(forms), claims.lang) for forms in behind))


@cache
def _causes(lang: str) -> frozenset[str]:
    return frozenset().union(*(words_of(row[1], lang) for row in rows(lang, "contrast") if row[0] == "cause"))
