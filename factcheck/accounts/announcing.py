"""Sentences in which an article says that accounts differ: "the union tells another story", «تضاربت الروايات»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Literal, NamedTuple

from factcheck.accounts.context import Claims
from factcheck.claim import ARTICLE
from factcheck.finding import Dimension
from factcheck.lang import rows
from factcheck.lang.stems import unjoined
from factcheck.text import Token, fold, tokenise

_STOPS = frozenset(".!?؟؛;:")
_WORDS = 24  # words of an announcement in which it says on what accounts differ
_NEXT = 3  # words behind a bare verb of differing among which stands what differs
_GIVEN = 5  # words before "another account" among which stands that somebody gives it
_POINTING = frozenset(("this", "that"))
_TAKING_UP = frozenset(("saying", "and", "but", "in", "on", "as", "when", "telling", "insisting", "claiming"))
_BETWEEN = 2  # words between "another" and "account"


class Announcement(NamedTuple):
    """Where an article says that accounts differ, in characters; whether the next two do (`both`) or the next one from
    the last (`back`); and on what, empty where it does not say.
    """

    start: int
    end: int
    accounts: Literal["both", "back"]
    about: frozenset[Dimension]


def find_announcements(claims: Claims) -> list[Announcement]:
    """The announcements of an article's own voice, in text order. Cost: linear in the words."""
    if not claims.text or not any(trigger in claims.text for trigger in _triggers(claims.lang)):
        return []
    tokens = tokenise(claims.text)
    said = [token for token in tokens if token.kind != "word" or token.form not in _signs(claims.lang, "in passing")]
    starts = [claim.start for claim in claims.all]
    found: dict[int, Announcement] = {}
    for first, last, accounts in (*_by_phrase(said, claims.lang), *_by_kind(said, claims.lang)):
        start, end = said[first].start, said[last].end
        if start not in found and not _is_anothers(claims, starts, start):
            found[start] = Announcement(start, end, accounts, _about(said, first, last, claims.lang))
    return [found[start] for start in sorted(found)]


def _by_phrase(tokens: Sequence[Token], lang: str) -> Iterator[tuple[int, int, Literal["both", "back"]]]:
    """The listed phrases: "accounts differ", "would not accept", «محل خلاف»."""
    table = _phrases(lang)
    for i, token in enumerate(tokens):
        forms = (token.form, token.form[1:] if lang == "ar" and token.form[:1] in ("و", "ف") else "")
        for words, accounts in (phrase for form in forms for phrase in table.get(form, ())):
            last = i + len(words) - 1
            behind = [t.form for t in tokens[i + 1 : last + 1]]
            if behind != list(words[1:]) or (words[-1] in _POINTING and _goes_on(tokens, last + 1)):
                continue
            if last > i or lang != "ar" or _of_accounts(tokens, i, lang):
                yield i, last, accounts
                break


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether words go on behind "that": "disputed that it had misled anyone" denies, and points at no account."""
    return at < len(tokens) and tokens[at].kind in ("word", "number") and tokens[at].form not in _TAKING_UP


def _of_accounts(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """Whether it is accounts that differ, where the phrase is a bare verb: «تباينت الروايات», not «تباينت الأسعار»."""
    near = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 1 + _NEXT]]
    return not _signs(lang, "account").isdisjoint(unjoined(token.form, lang) for token in near)


def _by_kind(tokens: Sequence[Token], lang: str) -> Iterator[tuple[int, int, Literal["back"]]]:
    """Another account, given by somebody: "gave a starkly different version", «قدّم النادي رواية أخرى»."""
    another, account, gives = (_signs(lang, sign) for sign in ("another kind", "account", "gives an account"))
    for i, token in enumerate(tokens):
        if unjoined(token.form, lang) not in another:
            continue
        near = range(i + 1, i + 2 + _BETWEEN) if lang == "en" else range(i - 1, i - 2 - _BETWEEN, -1)
        of = next((k for k in near if 0 <= k < len(tokens) and unjoined(tokens[k].form, lang) in account), None)
        if of is None or any(tokens[k].kind != "word" for k in range(min(i, of), max(i, of))):
            continue
        first = min(i, of)
        before = takewhile(lambda t: t.kind == "word", reversed(tokens[max(0, first - _GIVEN) : first]))
        if any(t.form in gives or unjoined(t.form, lang) in gives for t in before):
            yield first, max(i, of), "back"


def _is_anothers(claims: Claims, starts: Sequence[int], start: int) -> bool:
    """Whether a source says it, not the article: "the minister said accounts differed"."""
    at = bisect_right(starts, start) - 1
    return at >= 0 and start < claims.all[at].end and claims.voices[at] != ARTICLE


def _about(tokens: Sequence[Token], first: int, last: int, lang: str) -> frozenset[Dimension]:
    """On what an announcement says that accounts differ, behind its words, in them or before."""
    behind = _topics_among(tokens[last + 1 : last + 1 + _WORDS], lang)
    return behind or _topics_among(tokens[max(0, last + 1 - _WORDS) : last + 1][::-1], lang)


def _topics_among(tokens: Sequence[Token], lang: str) -> frozenset[Dimension]:
    """The topics named before a sentence ends."""
    topics = _topics(lang)
    found: set[Dimension] = set()
    for token in tokens:
        if token.form in _STOPS or token.kind == "line":
            break
        found |= {topics[form] for form in (token.form, token.form.removeprefix("و")) if form in topics}
    return frozenset(found)


@cache
def _topics(lang: str) -> dict[str, Dimension]:
    """Words that name what accounts differ on."""
    kinds: dict[str, Dimension] = {"when": "time", "cause": "attribution", "where": "place", "count": "count"}
    return {
        fold(row[1]): kinds[row[0].removeprefix("on ")] for row in rows(lang, "contrast") if row[0].startswith("on ")
    }


@cache
def _phrases(lang: str) -> dict[str, list[tuple[tuple[str, ...], Literal["both", "back"]]]]:
    """The listed phrases by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Literal["both", "back"]]]] = {}
    for sign, phrase, *_ in rows(lang, "contrast"):
        if sign in ("differ", "differs back"):
            words = tuple(fold(phrase).split())
            table.setdefault(words[0], []).append((words, "both" if sign == "differ" else "back"))
    for phrases in table.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _signs(lang: str, sign: str) -> frozenset[str]:
    """The single words of a sign, without what Arabic joins to them."""
    return frozenset(unjoined(row[1], lang) for row in rows(lang, "contrast") if row[0] == sign)


@cache
def _triggers(lang: str) -> tuple[str, ...]:
    """A part of each announcing phrase's last word, to tell soon that an article has none."""
    listed = {
        row[1].split()[-1][:5] for row in rows(lang, "contrast") if row[0] in ("differ", "differs back", "another kind")
    }
    return tuple(sorted(listed))
