"""What a source says there was nothing of: "no such letter came"; and votes that were, and were not, "unanimous"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.accounts.context import Claims
from factcheck.accounts.votes import sides_of_vote, some_of_all
from factcheck.claim import ARTICLE
from factcheck.finding import Dimension
from factcheck.lang import rows
from factcheck.lang.stems import root
from factcheck.text import fold

BACK = 8  # claims before one that says "no such" among which the thing is told
LINES = 4
_LAST = 2  # claims before a speaker's last one among which stands what he said was so
CLOSE = 4  # claims over which two shares of one whole meet
_SUCH = frozenset({"such", fold("كهذا"), fold("كهذه")})
_LIKE = frozenset({fold("مثل هذا"), fold("مثل هذه")})


def find_no_such(claims: Claims) -> Iterator[tuple[int, int, Dimension]]:
    """The pairs of claims, by place in text order, of which the later says that nothing of the kind that the earlier
    tells was, or the two tell a vote as unanimous and as divided, or in other numbers.
    """
    for second in range(1, len(claims.all)):
        thing = _no_such(claims, second)
        if thing:
            near = range(second - 1, max(-1, second - 1 - BACK), -1)
            met = [i for i in near if _may_meet(claims, i, second)]
            general = second - 1 in met and _is_general(claims, second, thing)
            taken_up = _told_of_then(claims, second, met) if general else None
            first = next((i for i in met if thing in claims.words[i]), taken_up)
            if first is not None:
                yield first, second, "polarity"
        elif _nothing_like_it(claims, second) and _may_meet(claims, told := _last_said(claims, second - 1), second):
            yield told, second, "polarity"
        elif _may_meet(claims, second - 1, second) and _of_one_vote(claims, second - 1, second):
            yield second - 1, second, "polarity"
        elif _may_meet(claims, second - 1, second) and _told_otherwise(claims, second - 1, second):
            yield second - 1, second, "count"
        else:
            yield from _of_one_whole(claims, second)


def _of_one_whole(claims: Claims, second: int) -> Iterator[tuple[int, int, Dimension]]:
    """The claim shortly before that tells another share of the same whole: three of the five gates, all five."""
    ours = some_of_all(claims.all[second], claims.lang)
    for first in range(second - 1, max(-1, second - 1 - CLOSE), -1) if ours is not None else ():
        theirs = some_of_all(claims.all[first], claims.lang)
        if theirs is None or ours is None or theirs[1:] != ours[1:] or theirs[0] == ours[0]:
            continue
        only = "except" in claims.signs(first) | claims.signs(second)
        if only and _may_meet(claims, first, second) and (ours[0] == ours[1] or theirs[0] == theirs[1]):
            yield first, second, "count"
            return


def _may_meet(claims: Claims, first: int, second: int) -> bool:
    """Whether two sources are heard within a few lines, neither denying nor repeating what was told."""
    if claims.voices[first] == claims.voices[second] or ARTICLE in (claims.voices[first], claims.voices[second]):
        return False
    if claims.all[first].denied or claims.all[first].same_as or claims.all[second].same_as or claims.in_headline(first):
        return False
    return claims.line(second) - claims.line(first) <= LINES


def _no_such(claims: Claims, i: int) -> str:
    """The root of the thing of which a claim says there was none such: "no such letter", «أي رسالة كهذه»."""
    if not (claims.all[i].denied or claims.negated(i)):
        return ""
    forms = [token.form for token in claims.tokens[i] if token.kind == "word"]
    for k, form in enumerate(forms):
        if form in _SUCH:
            at = k + 1 if claims.lang == "en" else k - 1
            return root(forms[at], claims.lang) if 0 <= at < len(forms) else ""
        if " ".join(forms[k : k + 2]) in _LIKE and k + 2 < len(forms):
            return root(forms[k + 2], claims.lang)  # «مثل هذه الرسالة»
    return ""


def _told_of_then(claims: Claims, second: int, met: Sequence[int]) -> int:
    """What a general noun takes up: of what the speaker just before said, what has a time of day where it has one."""
    said = [i for i in met if claims.voices[i] == claims.voices[second - 1] and second - i <= _LAST + 1]
    before = [i for i in said if "negation" not in claims.signs(i)] or said  # not that he "heard nothing back"
    timed = [i for i in before if any(d.clock for d in claims.all[i].dates)]
    own = any(d.clock for d in claims.all[second].dates)
    return timed[0] if own and timed else before[0]


def _is_general(claims: Claims, i: int, thing: str) -> bool:
    """Whether a noun can take up whatever was told: "no such request", «مثل هذا القرار»; no praise of one like it."""
    seen = claims.signs(i) & {"when", "before", "never", "since"}
    return not seen and thing in _taking_up(claims.lang)


@cache
def _taking_up(lang: str) -> frozenset[str]:
    return frozenset(root(row[1], lang) for row in rows(lang, "contrast") if row[0] == "takes up all")


def _nothing_like_it(claims: Claims, i: int) -> bool:
    """Whether a claim says no more of what was just told than that there was nothing like it: «قرار من هذا القبيل»."""
    return "like it" in claims.signs(i) and bool(claims.all[i].denied or claims.negated(i))


def _last_said(claims: Claims, i: int) -> int:
    """The last thing that the speaker of claim `i` says was so: not that he "had no answer" to it."""
    for k in range(i, max(-1, i - 1 - _LAST), -1):
        if claims.voices[k] != claims.voices[i]:
            return i
        if not claims.negated(k):
            return k
    return i


def _of_one_vote(claims: Claims, first: int, second: int) -> bool:
    """Whether one claim says that all were of one mind and the other, right behind or before, that they were not."""
    left, right = ("of one mind" in claims.signs(i) and not claims.negated(i) for i in (first, second))
    if left == right:
        return False
    return _is_divided(claims, second if left else first)


def _is_divided(claims: Claims, i: int) -> bool:
    """Whether a claim tells a vote with two sides: "six to three", "by a majority", «سبعة أصوات مقابل خمسة»."""
    claim = claims.all[i]
    if "of two minds" in claims.signs(i) or ("of one mind" in claims.signs(i) and claims.negated(i)):
        return True
    sides = sides_of_vote(claim)
    return sides is not None and bool(sides[1].low)  # no "nine to zero"


def _told_otherwise(claims: Claims, first: int, second: int) -> bool:
    """Whether two claims tell the two sides of one vote in other numbers: nine to two, six to five."""
    left, right = sides_of_vote(claims.all[first]), sides_of_vote(claims.all[second])
    return left is not None and right is not None and [q.low for q in left] != [q.low for q in right]
