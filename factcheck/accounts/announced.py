"""Claims that an article itself sets against each other: "accounts differ", "the union disagrees", «تضاربت»."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from factcheck.accounts.context import Claims
from factcheck.accounts.counted import MOST
from factcheck.accounts.oppositions import Opposition
from factcheck.accounts.signs import phrases_in
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Dimension
from factcheck.lang import rows
from factcheck.lang.stems import unjoined
from factcheck.text import Span, Token, fold, tokenise

_STOPS = frozenset(".!?؟؛;:")
_WORDS = 24  # words of an announcement in which it says on what accounts differ
NEAR = 5  # claims behind an announcement, or before it, among which the two accounts stand
LINES = 1
_NEXT = 3  # words behind a bare verb of differing among which stands what differs
_SURE = 3.0  # weight of a pair the article itself announces


def find_announced(claims: Claims) -> list[Opposition]:
    """The pairs of claims that a sentence of the article announces as different accounts, in text order."""
    if not claims.text or not any(trigger in claims.text for trigger in _triggers(claims.lang)):
        return []
    tokens = tokenise(claims.text)
    starts, ends = [claim.start for claim in claims.all], [token.end for token in tokens]
    found: list[Opposition] = []
    for sign in ("differ", "differs back"):
        for span in phrases_in(tokens, claims.lang, sign):
            if not _of_accounts(tokens, ends, span, claims.lang):
                continue
            pair = _accounts(claims, starts, span.start, span.end, sign)
            if pair is not None:
                about = _about(tokens, ends, span.end, claims.lang)
                dimension = _dimension(claims, pair, about)
                of_one = sign == "differs back" or about or claims.words[pair[0]] & claims.words[pair[1]]
                if dimension is not None and of_one:
                    found.append(Opposition(*pair, _SURE, dimension, "announced"))
    return found


def _of_accounts(tokens: list[Token], ends: list[int], span: Span, lang: str) -> bool:
    """Whether it is accounts that differ, where the phrase is a bare verb: «تباينت الروايات», not «تباينت الأسعار»."""
    last = bisect_left(ends, span.end)
    if lang != "ar" or tokens[last].start > span.start:
        return True
    near = tokens[max(0, last - 1) : last] + tokens[last + 1 : last + 1 + _NEXT]
    return not _account_words(lang).isdisjoint(unjoined(token.form, lang) for token in near)


@cache
def _account_words(lang: str) -> frozenset[str]:
    return frozenset(unjoined(row[1], lang) for row in rows(lang, "contrast") if row[0] == "account")


def _accounts(claims: Claims, starts: list[int], start: int, end: int, sign: str) -> tuple[int, int] | None:
    """The two accounts: those of the next two voices, or of the last voice before and the next one behind."""
    at = bisect_left(starts, end)
    behind = _spoken(claims, range(at, min(at + NEAR, len(starts))))
    if not behind:
        return None
    if sign == "differs back":
        at = bisect_left(starts, start)
        before = _spoken(claims, range(at - 1, max(-1, at - 1 - NEAR), -1))
        pair = next(((i, behind[0]) for i in before if claims.voices[i] != claims.voices[behind[0]]), None)
        if pair is not None and any(claims.all[i].kind in _NO_ACCOUNT for i in pair):
            return None
    else:
        far = claims.text.count("\n\n", end, claims.all[behind[0]].start) > LINES
        pair = next(((behind[0], i) for i in behind if claims.voices[i] != claims.voices[behind[0]]), None)
        pair = None if far else pair
    return pair if pair is not None and claims.line(pair[1]) - claims.line(pair[0]) <= LINES else None


def _spoken(claims: Claims, places: range) -> list[int]:
    """The claims at these places that a source makes, as the article tells them once."""
    told = (i for i in places if claims.voices[i] != ARTICLE and not claims.in_headline(i))
    return [i for i in told if claims.all[i].same_as is None]


_NO_ACCOUNT = ("opinion", "prediction", "commitment")  # who differs in a judgement tells no other story


def _about(tokens: list[Token], ends: list[int], end: int, lang: str) -> frozenset[Dimension]:
    """On what an announcement says that accounts differ, behind its words or before; empty where it does not say."""
    first = bisect_left(ends, end + 1)
    behind = _topics_among(tokens[first : first + _WORDS], lang)
    return behind or _topics_among(tokens[max(0, first - _WORDS) : first][::-1], lang)


def _topics_among(tokens: list[Token], lang: str) -> frozenset[Dimension]:
    """The topics named before a sentence ends."""
    topics = _topics(lang)
    found: set[Dimension] = set()
    for token in tokens:
        if token.form in _STOPS or token.kind == "line":
            break
        found |= {topics[form] for form in (token.form, token.form.removeprefix("و")) if form in topics}
    return frozenset(found)


def _dimension(claims: Claims, pair: tuple[int, int], about: frozenset[Dimension]) -> Dimension | None:
    """On what the two accounts differ; `None` where two numbers do, which are compared as numbers."""
    first, second = (claims.all[i] for i in pair)
    timed = _is_timed(first) and _is_timed(second)
    counted = bool(first.quantities and second.quantities)
    if first.denied or second.denied:
        return "polarity"
    if "time" in about and timed:
        return "time"
    if about == {"time"}:
        return None
    if "count" in about or (not about and counted):
        return None
    return next(iter(sorted(about - {"time", "count"})), None) or ("time" if timed and not about else "polarity")


def _is_timed(claim: Claim) -> bool:
    """Whether a claim itself gives a date or a length of time."""
    dated = any(claim.start <= d.start < claim.end for d in claim.dates)
    return dated or any(q.kind == "duration" for q in claim.quantities[:MOST])


@cache
def _topics(lang: str) -> dict[str, Dimension]:
    """Words that name what accounts differ on."""
    kinds: dict[str, Dimension] = {"when": "time", "cause": "attribution", "where": "place", "count": "count"}
    return {
        fold(row[1]): kinds[row[0].removeprefix("on ")] for row in rows(lang, "contrast") if row[0].startswith("on ")
    }


@cache
def _triggers(lang: str) -> tuple[str, ...]:
    """A part of each announcing phrase's last word, to tell soon that an article has none."""
    return tuple({row[1].split()[-1][:5] for row in rows(lang, "contrast") if row[0] in ("differ", "differs back")})
