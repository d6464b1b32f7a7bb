"""The one composed reading of an article: layout, propositions, and what belongs to each claim.

The languages meet it in two modules each, with the same names and shapes (`ar_…`, `en_…`):

    <lang>_propositions.find_propositions(layout, line, carry) -> tuple[list[Proposition], Carry]
    <lang>_sentence.claim_sentence(layout, proposition, claimant, cast) -> str

`find_propositions` reads one line (`layout.Line`, role headline or body) and returns its propositions in order, with
spans that are exact and trimmed, and what carries over to the next line (`layout.Carry`; a new one at headings). It
works on `layout.tokens[line.first:line.last]`, whose sentences (`line.sentences`, with `inner` ones) and quotations
(`line.quotations`) are already found, all by token index. `proposition.mode` follows `layout.quoted_share`: more than
half in quotation marks is a direct quote. `proposition.holder` is set whenever the mode is not narrator and the text
names anybody; `proposition.cue` excludes an attached conjunction. A line that raises costs that line only.

`claim_sentence` returns the claim as one sentence that stands alone: claimant, verb, content, denial spelt out.
Quantities, dates, places, kind, check-worthiness, ids and `same_as` are added here, for both languages alike.
"""

from __future__ import annotations

import gc
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from factcheck.article import Article
from factcheck.claim import ARTICLE, Claim, Place, claim_id
from factcheck.dates import DateMention
from factcheck.extract.amounts import Row
from factcheck.extract.ar import propositions as ar_propositions
from factcheck.extract.ar import sentence as ar_sentence
from factcheck.extract.cited import with_headline
from factcheck.extract.claimants import Cast, Claimant, find_cast
from factcheck.extract.dates import dates_in
from factcheck.extract.dating import Dates, share_dates
from factcheck.extract.en import propositions as en_propositions
from factcheck.extract.en import sentence as en_sentence
from factcheck.extract.furniture import find_layout
from factcheck.extract.just_before import with_what_was_before
from factcheck.extract.kinds import judge
from factcheck.extract.layout import Carry, Furniture, Layout, Line
from factcheck.extract.places import places_in
from factcheck.extract.proposition import Proposition
from factcheck.extract.quantities import is_figure, quantities_in
from factcheck.extract.quoted_headlines import with_quoted
from factcheck.extract.repeats import link_repeats
from factcheck.quantity import Quantity
from factcheck.text import Span, Token, quote_around, whole_span

FindPropositions = Callable[[Layout, Line, Carry], tuple[list[Proposition], Carry]]
ClaimSentence = Callable[[Layout, Proposition, Claimant, Cast], str]
LANGUAGES: dict[str, tuple[FindPropositions, ClaimSentence]] = {
    "ar": (ar_propositions.find_propositions, ar_sentence.claim_sentence),
    "en": (en_propositions.find_propositions, en_sentence.claim_sentence),
}
UNNAMED = "unnamed"  # the claimant of reported words whose speaker the text does not tell
_THE_ARTICLE, _NOBODY = Claimant(ARTICLE, None), Claimant(UNNAMED, None)
_Mention = TypeVar("_Mention", Quantity, DateMention, Place)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article holds: claims in text order, furniture, sources as named at its foot, the page's date.

    `page_date` is the declared one, else the one found in the dateline. `warnings` name each line that could not be
    read, in a finished sentence.
    """

    claims: tuple[Claim, ...]
    furniture: tuple[Furniture, ...]
    sources: tuple[Span, ...]
    page_date: date | None
    warnings: tuple[str, ...] = ()


class _Within(Generic[_Mention]):
    """Mentions in text order, to be asked which of them lie inside a span."""

    __slots__ = ("mentions", "starts")

    def __init__(self, mentions: Sequence[_Mention]) -> None:
        self.mentions: Sequence[_Mention] = mentions
        self.starts = [mention.start for mention in mentions]

    def within(self, span: Span) -> list[_Mention]:
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, first)
        return [mention for mention in self.mentions[first:last] if mention.end <= span.end]


@dataclass(frozen=True, slots=True)
class _Mentions:
    """What a text mentions."""

    quantities: _Within[Quantity]
    dates: Dates
    places: _Within[Place]


def extract_claims(article: Article) -> list[Claim]:
    """The claims of an article in text order; see `extract` for what else its reading gives."""
    return list(extract(article).claims)


def extract(article: Article) -> Extraction:
    """The claims of an article with its furniture, sources, page date, and warnings for lines that could not be read.

    Deterministic, offline, linear in the length of the text; never raises for an article that could be read from disk.
    """
    with _collector_at_rest():
        return _extract(article)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for reference cycles meanwhile: a reading makes none, and each search walks all word lists again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _extract(article: Article) -> Extraction:
    layout = find_layout(article.text, article.lang)
    page_date = article.page_date or layout.page_date
    propositions, warnings = _propositions(layout)
    warnings[:0] = [_warning(layout, span, error) for span, error in layout.faults]
    propositions = with_quoted(propositions, layout.text)
    speakers = _speakers(propositions)
    cast = find_cast(layout.text, layout.tokens, layout.lang, speakers)
    for speaker in speakers:
        cast.mention(speaker)  # so that a family name finds the full one, wherever it stands
    for proposition in propositions:
        if proposition.owner is not None and proposition.speaker is not None:
            cast.belongs(proposition.speaker, proposition.owner)
    mentions = _mentions(layout, page_date, warnings)
    claims: list[Claim] = []
    for proposition in propositions:
        try:
            claims.append(_claim(article, layout, proposition, cast, mentions))
        except Exception as error:
            warnings.append(_warning(layout, proposition.span, error))
    linked = link_repeats(share_dates(_without_asides(claims), layout.text), layout)
    found = tuple(with_headline(with_what_was_before(linked, layout), layout, page_date))
    return Extraction(found, layout.furniture, layout.sources, page_date, tuple(warnings))


def _without_asides(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in text order, without the figures and dates of a claim inside another: "the museum, which holds
    1,800 pieces, was robbed".
    """
    found = list(claims)
    for i, inner in enumerate(found[1:], 1):
        outer = found[i - 1]
        spoken = outer.mode != "narrator" and inner.mode == "narrator"  # whoever speaks tells that figure too
        if outer.start < inner.start and inner.end < outer.end and not spoken:
            kept = tuple(q for q in outer.quantities if not inner.start <= q.start < inner.end)
            dates = tuple(d for d in outer.dates if not inner.start <= d.start < inner.end)
            found[i - 1] = replace(outer, quantities=kept, dates=dates)
    return found


def _propositions(layout: Layout) -> tuple[list[Proposition], list[str]]:
    """The propositions of every line of the story in text order, each span once, and a warning for each broken line."""
    find_propositions = LANGUAGES[layout.lang][0]
    found: dict[Span, Proposition] = {}
    warnings: list[str] = []
    carry = Carry()
    for line in layout.lines:
        if line.role == "furniture":
            continue
        try:
            propositions, carry = find_propositions(layout, line, Carry() if line.after_heading else carry)
        except Exception as error:
            warnings.append(_warning(layout, Span(line.start, line.end), error))
            continue
        for proposition in propositions:
            span = whole_span(layout.text, proposition.span)
            if span not in found:
                found[span] = proposition if span == proposition.span else proposition._replace(span=span)
    return [found[span] for span in sorted(found)], warnings


def _warning(layout: Layout, span: Span, error: Exception) -> str:
    line = layout.text.count("\n", 0, span.start) + 1
    return f"Line {line} could not be read for claims ({type(error).__name__}: {error}); the other lines were."


def _speakers(propositions: Sequence[Proposition]) -> list[Span]:
    spans = {span for p in propositions for span in (p.speaker, p.holder, p.relay) if span is not None}
    return sorted(spans)


def _mentions(layout: Layout, page_date: date | None, warnings: list[str]) -> _Mentions:
    text, lang = layout.text, layout.lang
    dates = _by_line(layout, lambda part, row: dates_in(text, part, lang, page_date, "past", row), warnings)
    quantities = _by_line(layout, lambda part, row: quantities_in(text, part, lang, dates, row), warnings)
    places = _by_line(layout, lambda part, _: places_in(text, part, lang), warnings)
    return _Mentions(_Within([q for q in quantities if is_figure(q)]), Dates(dates, page_date), _Within(places))


def _by_line(
    layout: Layout, find: Callable[[Sequence[Token], Row | None], list[_Mention]], warnings: list[str]
) -> list[_Mention]:
    """What `find` finds among all tokens; where it fails, line by line, so that one broken line costs that line."""
    try:
        return find(layout.tokens, layout.row)
    except Exception:
        found: list[_Mention] = []
        for line in layout.lines:
            try:
                found += find(layout.tokens[line.first : line.last], None)
            except Exception as error:
                warnings.append(_warning(layout, Span(line.start, line.end), error))
        return found


def _claim(article: Article, layout: Layout, proposition: Proposition, cast: Cast, mentions: _Mentions) -> Claim:
    """The claim a proposition makes, with everything that belongs to it but `same_as`."""
    start, end = proposition.span
    text = layout.text
    claimant = _THE_ARTICLE if proposition.mode == "narrator" else _NOBODY
    public = False
    if proposition.mode != "narrator" and proposition.holder is not None:
        claimant = cast.claimant(proposition.holder)
        public = cast.mention(proposition.holder).public
    dates = mentions.dates.of(layout, proposition)
    spans = [proposition.span] if proposition.rest is None else sorted((proposition.span, proposition.rest))
    quantities = _bounded_by_cue(mentions.quantities, proposition)
    quantities += [found for span in spans for found in mentions.quantities.within(span)]
    places = [place for span in spans for place in mentions.places.within(span)]
    judgement = judge(
        text, layout.tokens, proposition, layout.lang, quantities=quantities, dates=dates, public_figure=public,
        stretch=layout.token_range(proposition.span), page_date=mentions.dates.page_date,
    )  # fmt: skip
    prefix, suffix = quote_around(text, start, end)
    cue, speaker = proposition.cue, proposition.speaker
    return Claim(
        id=claim_id(article.sha256, start, end, proposition.mode),
        start=start, end=end, exact=text[start:end], prefix=prefix, suffix=suffix,
        text=LANGUAGES[layout.lang][1](layout, proposition, claimant, cast),
        mode=proposition.mode,
        cue=_words(text, cue), cue_start=cue and cue.start, cue_end=cue and cue.end,
        speaker=_words(text, speaker), speaker_start=speaker and speaker.start, speaker_end=speaker and speaker.end,
        relay=_words(text, proposition.relay), claimant=claimant.name, claimant_country=claimant.country,
        denied=proposition.denied, certainty=proposition.certainty,
        kind=judgement.kind, checkworthy=judgement.checkworthy, checkworthy_score=judgement.score,
        checkworthy_reason=judgement.reason, quote_check=judgement.quote_check,
        quantities=tuple(quantities), dates=tuple(dates), places=tuple(places),
        rules=proposition.rules,
    )  # fmt: skip


def _bounded_by_cue(quantities: _Within[Quantity], proposition: Proposition) -> list[Quantity]:
    """The quantity whose bound is the verb before the claim, without that word: "estimated | 2,500 marchers"."""
    span, cue = proposition.span, proposition.cue
    k = bisect_left(quantities.starts, span.start) - 1
    if cue is None or k < 0 or not span.start < quantities.mentions[k].end <= span.end:
        return []
    found = quantities.mentions[k]
    if not cue.start <= found.start < cue.end <= span.start:
        return []
    return [replace(found, start=span.start, exact=found.exact[span.start - found.start :])]


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]
