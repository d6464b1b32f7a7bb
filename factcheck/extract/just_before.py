"""What was told just before a claim whose sentence points back to it: "there were 71", «آخرها يوم 26», in brackets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from factcheck.claim import Claim
from factcheck.extract.ar.pointing import points_back as points_back_ar
from factcheck.extract.en.pointing import points_back as points_back_en
from factcheck.extract.layout import Layout
from factcheck.lang.interface import say

_REACH = 3  # claims back in which one that stands by itself is looked for
_LONGEST = 22  # words of a sentence that is told again
_POINTS: dict[str, Callable[[Claim], bool]] = {"ar": points_back_ar, "en": points_back_en}


def with_what_was_before(claims: Sequence[Claim], layout: Layout) -> list[Claim]:
    """The claims, the sentence of each that points back followed by what was told just before it.

    "Roof West said that there were 71 [just before: the council said that 46 people had been there]." Where that points
    back too, the latest of the three claims before it that does not is told as well. The words are those of the text;
    a claim of a headline, or one that only repeats another, is left as it is.
    """
    points = _POINTS[layout.lang]
    body = [claim for claim in claims if not _is_headline(layout, claim)]
    open_ended = {claim.id for claim in body if points(claim)}
    told = {body[i].id: _told_before(body, i, open_ended) for i in range(1, len(body)) if body[i].id in open_ended}
    return [_followed(claim, told.get(claim.id, ""), layout.lang) for claim in claims]


def _is_headline(layout: Layout, claim: Claim) -> bool:
    return any(line.role == "headline" and line.start <= claim.start < line.end for line in layout.lines[:8])


def _told_before(body: Sequence[Claim], i: int, open_ended: set[str]) -> str:
    """The claim before claim `i`, and the latest that stands by itself before that one where it points back too."""
    before = [body[i - 1]]
    if before[0].id in open_ended:
        whole = (body[k] for k in range(i - 2, max(-1, i - 2 - _REACH), -1) if body[k].id not in open_ended)
        before = [*list(whole)[:1], *before]
    return "; ".join(_told(claim) for claim in before)


def _told(claim: Claim) -> str:
    """The sentence of a claim without its full stop, at most so many words of it; its brackets are round here."""
    words = claim.text.removesuffix(".").translate(_BRACKETS).split()
    return " ".join(words[:_LONGEST]) + ("…" if len(words) > _LONGEST else "")


_BRACKETS = str.maketrans("[]", "()")


def _followed(claim: Claim, before: str, lang: str) -> Claim:
    if not before or claim.same_as is not None:
        return claim
    end = "." if lang == "en" and claim.text.endswith(".") else ""
    return replace(claim, text=f"{claim.text.removesuffix(end)} [{say('claims.just_before', lang, what=before)}]{end}")
