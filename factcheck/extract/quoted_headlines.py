"""Whose words a headline quotes without a name: those of the one speaker whom the story quotes with the same words."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.proposition import Proposition
from factcheck.text import Span, tokenise

_LEAST = 3  # words from which a quotation is known again


def with_quoted(propositions: Sequence[Proposition], text: str) -> list[Proposition]:
    """The propositions, each quotation of a headline that names nobody with the speaker of the same words in the story.

    "‘We had no warning’: families sue" is Ana Ruiz's where the story has: “We had no warning at all,” Ana Ruiz said.
    Where two are quoted with the words, or nobody is, it stays nobody's.
    """
    found = list(propositions)
    for i, head in enumerate(found):
        if head.headline and head.holder is None and head.mode == "direct_quote":
            spoken = [p for p in found if not p.headline and p.mode == "direct_quote" and p.holder is not None]
            holders = {p.holder for p in spoken if _holds(text, p.span, head.span)}
            if len(holders) == 1:
                found[i] = head._replace(holder=holders.pop())
    return found


def _holds(text: str, span: Span, shorter: Span) -> bool:
    """Whether the words of one span stand in another, in their order and together."""
    words, wanted = _words(text, span), _words(text, shorter)
    return wanted in words and wanted.count(" ") > _LEAST


def _words(text: str, span: Span) -> str:
    """The folded words of a span with a space around each."""
    return f" {' '.join(token.form for token in tokenise(text[span.start : span.end]) if token.kind != 'mark')} "
