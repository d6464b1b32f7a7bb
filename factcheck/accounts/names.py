"""Two names for one thing in one sentence: `"بحر الشرق"`, the Korean name for the Sea of Japan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.accounts.context import Claims
from factcheck.accounts.signs import phrases_in
from factcheck.claim import ARTICLE
from factcheck.text import trim

_QUOTED = re.compile('["«“]([^"»”«“\n]{2,80})["»”]?')


@dataclass(frozen=True, slots=True)
class Naming:
    """Two claims by their place in text order, one and the same where it holds both names, and the names."""

    first: int
    second: int
    names: tuple[str, str]


def find_namings(claims: Claims) -> list[Naming]:
    """Where the article sets its own word for a thing beside the word of the source it has just quoted."""
    found: list[Naming] = []
    for i, claim in enumerate(claims.all):
        naming = phrases_in(claims.tokens[i], claims.lang, "naming")
        if not naming or claim.same_as is not None:
            continue
        own = claim.exact[naming[-1].end :]
        for k in (i, i - 1):
            before = claim.exact[: naming[0].start] if k == i else claims.all[k].exact if k >= 0 else ""
            quoted = _QUOTED.findall(before)
            if quoted and own.strip() and claims.line(max(k, 0)) == claims.line(i) and claims.voices[k] != ARTICLE:
                found.append(Naming(k, i, (quoted[-1].strip(), _named(own))))
                break
    return found


def _named(words: str) -> str:
    """The name itself: behind the Arabic preposition `ل` where there is one (`التسمية الكورية لبحر اليابان`)."""
    for found in re.finditer(r"(?<!\w)لل?(?=\w{3})", words):
        words = ("ال" if found.group() == "لل" else "") + words[found.end() :]
        break
    start, end = trim(words, 0, len(words))
    return words[start:end]
