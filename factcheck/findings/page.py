"""Findings about what surrounds the story: a caption against its credit, a sources line that names nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from factcheck.article import Article
from factcheck.finding import Finding
from factcheck.findings.phrases import find_phrases, has_phrase
from factcheck.lang.interface import say


class Marked(Protocol):
    """A stretch of page furniture: where it stands and why it is no part of the story."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def why(self) -> str: ...


def captions(article: Article, furniture: Sequence[Marked]) -> Iterator[Finding]:
    """`caption_provenance` where a caption tells of a video and its credit, in brackets, of a picture."""
    for piece in furniture:
        text = article.text[piece.start : piece.end]
        if piece.why not in ("caption", "credit"):
            continue
        moving = find_phrases(text, article.lang, "video")
        still = [span for span in find_phrases(text, article.lang, "photo") if _credits(text, span.start, span.end)]
        if moving and still and moving[0].start < still[-1].start:
            yield Finding("caption_provenance", (), say("finding.note.caption", article.lang), piece.start, piece.end)


def _credits(text: str, start: int, end: int) -> bool:
    """Whether the word opens a credit: behind a bracket, or with a colon after it."""
    return text[end : end + 3].lstrip().startswith(":") or text[max(0, start - 2) : start].strip().endswith("(")


def sources_lines(article: Article, furniture: Sequence[Marked]) -> Iterator[Finding]:
    """`unnamed_source` where the article's sources line says only "agencies"."""
    for piece in furniture:
        text = article.text[piece.start : piece.end]
        if piece.why == "sources" and has_phrase(text, article.lang, "unnamed"):
            span = find_phrases(text, article.lang, "unnamed")[0]
            note = say("finding.note.agencies", article.lang, words=text[span.start : span.end])
            yield Finding("unnamed_source", (), note, piece.start + span.start, piece.start + span.end)
