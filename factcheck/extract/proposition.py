"""What attribution and splitting hand over: a stretch of text that somebody asserts, not yet a claim."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.claim import Certainty, Mode
from factcheck.text import Span


class Proposition(NamedTuple):
    """One proposition in an article.

    `speaker` is the mention that names who says it, `None` when dropped or when the article speaks. `holder` is the
    mention that tells who stands behind it (the speaker itself, or for a dropped subject the earlier mention that
    carries over); `None` when the article speaks. `force` is the cue's force from the cue table (`say`, `predict` …).
    `reporting` holds the stretches of the sentence that report the words; their dates date the claim too. `subject`
    is the mention that an opening verb without a subject of its own means («وقتلوا …»); `owner` whom the pronoun in a
    speaker's title means («مديرها», «المتحدث باسمه»). `rest` is what goes on behind a source that cuts a clause in two;
    `earlier` that the words were said before what the article tells («كانت الوزارة قد أعلنت …»). `ahead` is the clause
    before it in its sentence, which words such as «وهو ما أدى إلى …» take up.
    """

    span: Span
    mode: Mode
    sentence: Span
    cue: Span | None = None
    speaker: Span | None = None
    holder: Span | None = None
    relay: Span | None = None
    denied: bool = False
    certainty: Certainty = "asserted"
    force: str | None = None
    headline: bool = False
    reporting: tuple[Span, ...] = ()
    subject: Span | None = None
    rules: tuple[str, ...] = ()
    owner: Span | None = None
    rest: Span | None = None
    earlier: bool = False
    ahead: Span | None = None
