"""What was told just before a claim whose sentence points back to it: "there were 71", «آخرها يوم 26», in brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from factcheck.claim import Claim, with_text
from factcheck.extract.ar.pointing import is_likened, takes_up_last
from factcheck.extract.ar.pointing import points_back as points_back_ar
from factcheck.extract.ar.words import has_class
from factcheck.extract.en.pointing import points_back as points_back_en
from factcheck.extract.layout import Layout, Line
from factcheck.lang.interface import say
from factcheck.quantity import Quantity
from factcheck.text import Token

_REACH = 3  # claims back in which one that stands by itself is looked for
_LITTLE = 8  # words of a claim that says little but a number
_LONGEST = 30  # words of a sentence that is told again
_READ = 80  # tokens of a claim that are read for what it leaves open
_HEAD_LINES = 8  # of a page among which its headline stands
_NUMBERS = 8  # of a claim that are read
_ASKED = 240  # characters from a question to the words of its answer
_QUESTION = re.compile("(?:^|[.!؟\n])([^.!؟\n]+؟)[^.!؟\n]*$")
_COUNTS = frozenset({"cardinal", "at_least", "at_most", "about", "range"})
_UNTOLD = {"ar": "[المذكور", "en": "[mentioned before]"}  # what the sentence of a claim says where it could not tell
_OWNING = frozenset(("his", "her", "its", "their"))
_OPENING = _OWNING | {"this", "that"}
_TAKING_UP = frozenset(("this", "that", "these", "his", "her"))  # words at the head of a claim
_POINTS: dict[str, Callable[[Claim, Sequence[Token], Sequence[Quantity]], bool]] = {
    "ar": points_back_ar,
    "en": points_back_en,
}


def with_what_was_before(claims: Sequence[Claim], layout: Layout) -> list[Claim]:
    """The claims, the sentence of each that points back followed by what was told just before it.

    "Roof West said that there were 71 [just before: the council said that 46 people had been there]." Where that points
    back too, the latest of the three claims before it that does not is told as well. No heading stands between, and
    what is told again is cut after so many words. A claim of a headline, or one that only repeats another, is left as
    it is.
    """
    heads = [line for line in layout.lines[:_HEAD_LINES] if line.role == "headline"]
    body = [claim for claim in claims if not _is_in(claim, heads)]
    open_ended = {claim.id for claim in body if _points_back(claim, layout)}
    near = _Nearness(layout)
    pointing = [i for i in range(len(body)) if body[i].id in open_ended]
    told = {
        body[i].id: _asked_before(body[i], layout) or _told_before(body, i, open_ended, near, layout.lang)
        for i in pointing
    }
    return [_followed(claim, told.get(claim.id, ""), layout.lang) for claim in claims]


def _is_in(claim: Claim, lines: Sequence[Line]) -> bool:
    for line in lines:  # noqa: SIM110 — asked of every claim; `any` costs twice as much
        if line.start <= claim.start < line.end:
            return True
    return False


def _points_back(claim: Claim, layout: Layout) -> bool:
    if layout.lang == "en" and claim.text.count("[") == 1 and (owned := _OWNED.match(claim.text)):
        claim = with_text(
            claim, f"The {claim.text[owned.end() :]}"
        )  # "Its [the mill's] director said that all were shut"
    if "[" in claim.text and _UNTOLD[layout.lang] not in claim.text:
        return _opens_untold(claim, layout.lang) or _is_part(
            claim, layout
        )  # else its sentence tells what it leaves open
    if "[" in claim.text:
        return True
    bare = [
        quantity
        for quantity in claim.quantities[:_NUMBERS]
        if quantity.kind in _COUNTS and quantity.unit is None and quantity.noun is None
        if claim.start <= quantity.start < claim.end
    ]
    return _POINTS[layout.lang](claim, _first_tokens(layout, claim), bare)


_OWNED = re.compile(r"(?:According to )?(?:[Ii]ts|[Hh]is|[Hh]er) \[[^\]]*\] ")


def _opens_untold(claim: Claim, lang: str) -> bool:
    """Whether the article opens with what no brackets tell: "That was disputed by the agency [Water Agency]"."""
    head, _, rest = claim.text.partition(" ")
    return lang == "en" and claim.mode == "narrator" and head.lower() in _OPENING and not rest.startswith("[")


def _is_part(claim: Claim, layout: Layout) -> bool:
    """Whether an Arabic claim counts some of those told before, whose fate its brackets leave out: «بينهم ثلاثة»."""
    tokens = _first_tokens(layout, claim)
    return layout.lang == "ar" and bool(tokens) and bool(has_class(tokens, 0, len(tokens), "part"))


def _first_tokens(layout: Layout, claim: Claim) -> list[Token]:
    first, last = layout.token_range((claim.start, claim.end))
    tokens = layout.tokens[first : min(last, first + _READ)]
    return [token for token in tokens if token.kind in ("word", "number")]


class _Nearness:
    """How many lines of the story lie between two places of a text, and whether a heading does."""

    def __init__(self, layout: Layout) -> None:
        lines = [line for line in layout.lines if line.sentences]
        self._starts = [line.start for line in lines]
        self._headings = list(accumulate(int(line.after_heading) for line in lines))

    def is_near(self, before: Claim, claim: Claim, lines: int) -> bool:
        """Whether a claim stands at most so many lines of the story before another, under the same heading."""
        a, b = (max(0, bisect_right(self._starts, x.start) - 1) for x in (before, claim))
        return not self._starts or (b - a <= lines and self._headings[a] == self._headings[b])


def _asked_before(claim: Claim, layout: Layout) -> str:
    """The question right before a claim whose verb answers it: «من أين جاء المرض؟ | يعزوه [المذكور قبله] الطبيب …»."""
    if claim.text.partition(" ")[2][: len(_UNTOLD["ar"])] != _UNTOLD["ar"]:
        return ""
    before = layout.text[max(0, claim.start - _ASKED) : claim.start]
    asked = _QUESTION.search(before)
    return " ".join(asked[1].split()) if asked is not None else ""


def _told_before(body: Sequence[Claim], i: int, open_ended: set[str], near: _Nearness, lang: str) -> str:
    """The claim before claim `i`, and the latest that stands by itself before that one where it points back too."""
    if i == 0:
        return ""
    alike, last = _alike(body, i, near), i - 1
    while _is_within(body, last):
        last -= 1  # «الدورة، التي | تستمر أسبوعا، …»: what is told within a claim is not the latest of it
    before = [body[last] if alike is None else alike]
    over = alike is not None or (not is_likened(body[i]) if lang == "ar" else _reaches_over(body[i]))
    if not near.is_near(before[0], body[i], int(over)):
        return ""
    if before[0].id in open_ended:
        back = range(i - 2, max(-1, i - 2 - _REACH), -1)
        earlier = (body[k] for k in back if near.is_near(body[k], body[i], _REACH) and not _is_within(body, k))
        whole = (claim for claim in earlier if claim.id not in open_ended)
        before = [*list(whole)[:1], *before]
    return "; ".join(_told(claim) for claim in before)


def _is_within(body: Sequence[Claim], k: int) -> bool:
    """Whether a claim is told within the one before it: «الدورة، التي | تستمر أسبوعا، …»."""
    return k > 0 and body[k - 1].end >= body[k].end


def _reaches_over(claim: Claim) -> bool:
    """Whether an English claim at the head of a paragraph takes up the end of the one before: "This is …", "there"."""
    forms = claim.exact.lower().split()
    return forms[0] in _TAKING_UP or "there" in forms[1:] or (claim.cue or "").startswith("blam")


def _alike(body: Sequence[Claim], i: int, near: _Nearness) -> Claim | None:
    """For a claim that says little but a number, the latest of the claims shortly before it with one of its kind.

    "The amount is no more than 350 tonnes" is of the 1,800 tonnes told two claims before, not of the ship's flag.
    """
    claim = body[i]
    own = [q for q in claim.quantities[:_NUMBERS] if claim.start <= q.start < claim.end]
    if len(own) != 1 or (own[0].noun and not own[0].unit) or len(claim.exact.split()) > _LITTLE:
        return None
    if takes_up_last(claim) or ("[" in claim.text and not any(open_ in claim.text for open_ in _UNTOLD.values())):
        return None  # «خُفضت إلى سنتين»: what was cut, the claim right before tells
    if claim.exact.partition(" ")[0].lower() in _OWNING:
        return None  # "Her son is 16": whose, the claim right before tells
    if own[0].unit is None and any(q.unit and q.kind in _COUNTS for q in body[i - 1].quantities[:_NUMBERS]):
        return None  # "puts the area at 12,100", right behind one of 8,700 hectares
    for k in range(i - 1, max(0, i - _REACH) - 1, -1):
        told = (q.unit for q in body[k].quantities[:_NUMBERS] if q.kind != "ordinal")
        if own[0].unit in told and near.is_near(body[k], claim, 1):
            return body[k - _is_within(body, k)]
    return None


def _told(claim: Claim) -> str:
    """The sentence of a claim without its full stop, at most so many words of it; its brackets are round here."""
    words = claim.text.removesuffix(".").translate(_BRACKETS).split()
    return " ".join(words[:_LONGEST]) + ("…" if len(words) > _LONGEST else "")


_BRACKETS = str.maketrans("[]", "()")


def _followed(claim: Claim, before: str, lang: str) -> Claim:
    if not before or claim.same_as is not None:
        return claim
    end = "." if lang == "en" and claim.text.endswith(".") else ""
    return with_text(claim, f"{claim.text.removesuffix(end)} [{say('claims.just_before', lang, what=before)}]{end}")
