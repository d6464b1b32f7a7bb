"""A page fetched as evidence: a copy of it kept, and the passage found in it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from factcheck.capture.pages import find_passage, keep_page, read_page
from factcheck.capture.web import fetch
from factcheck.errors import EvidenceError


def fetched_evidence(url: str, passage: str, folder: Path, allow_hosts: Collection[str] = ()) -> dict[str, str | None]:
    """What the page at `url` gives a piece of evidence: url, passage as it stands there, digest, accessed and the like.

    A copy is kept in `folder`. Raises `EvidenceError` where the page cannot be had, or does not hold the passage once;
    nothing is kept then.
    """
    page = fetch(url, allow_hosts=allow_hosts)
    found = read_page(page)
    place = find_passage(found.text, passage)
    if place is None:
        raise EvidenceError(
            f"The passage does not stand once in the text of {page.url}; give its words as they stand there."
        )
    return {
        "url": page.url,
        "passage": found.text[place[0] : place[1]],
        "publisher": found.outlet,
        "published": None if found.published is None else found.published.isoformat(),
        "accessed": page.fetched[:10],
        "digest": keep_page(page, found, folder),
    }
