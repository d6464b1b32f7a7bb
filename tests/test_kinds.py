"""Kinds and check-worthiness: what is a fact, a forecast, a promise, an opinion, and what is worth a desk's time."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.extract.dates import find_dates
from factcheck.extract.kinds import Judgement, judge
from factcheck.extract.proposition import Proposition
from factcheck.extract.quantities import find_quantities
from factcheck.text import Span, tokenise

CASES = Path(__file__).parent / "cases"


def the_cases() -> list[tuple[str, str, str, str, str, bool]]:
    found = []
    for lang in ("ar", "en"):
        for line in (CASES / lang / "kinds.tsv").read_text("utf-8").splitlines():
            if not line.startswith("#"):
                clause, mode, force, kind, worth = line.split("\t")
                found.append((lang, clause, mode, force, kind, worth == "yes"))
    return found


def judged(lang: str, clause: str, mode: str, force: str | None = None, **given: bool) -> Judgement:
    span = Span(0, len(clause))
    proposition = Proposition(span, mode, span, force=force, headline=given.get("headline", False))  # type: ignore[arg-type]
    return judge(
        clause,
        tokenise(clause),
        proposition,
        lang,
        quantities=[q for q in find_quantities(clause, lang) if q.kind != "ordinal"],
        dates=find_dates(clause, lang, None),
        public_figure=given.get("public_figure", False),
    )


@pytest.mark.parametrize(("lang", "clause", "mode", "force", "kind", "worth"), the_cases())
def test_a_clause_is_of_its_kind_and_worth_checking_or_not(
    lang: str, clause: str, mode: str, force: str, kind: str, worth: bool
) -> None:
    judgement = judged(lang, clause, mode, None if force == "-" else force)
    assert (judgement.kind, judgement.checkworthy) == (kind, worth)


@pytest.mark.parametrize(("lang", "clause", "mode", "force", "kind", "worth"), the_cases())
def test_the_score_lies_between_zero_and_one_and_decides_with_a_reason(
    lang: str, clause: str, mode: str, force: str, kind: str, worth: bool
) -> None:
    judgement = judged(lang, clause, mode, None if force == "-" else force)
    assert 0 <= judgement.score <= 1
    assert (judgement.score >= 0.5) is judgement.checkworthy
    assert judgement.reason and any(letter.isalpha() for letter in judgement.reason)


@pytest.mark.parametrize(
    ("lang", "bare", "measured"),
    [
        ("ar", "سترتفع الأسعار", "سترتفع الأسعار 5 في المئة العام المقبل"),
        ("en", "prices will rise", "prices will rise 5% in 2027"),
    ],
)
def test_a_figure_and_a_period_make_a_forecast_worth_more(lang: str, bare: str, measured: str) -> None:
    assert (
        judged(lang, measured, "indirect_speech", "predict").score
        > judged(lang, bare, "indirect_speech", "predict").score
    )


def test_quotations_are_checked_of_public_figures_and_in_headlines_only() -> None:
    words = "We will never surrender"
    assert judged("en", words, "direct_quote", public_figure=True).quote_check
    assert judged("en", words, "direct_quote", headline=True).quote_check
    assert not judged("en", words, "direct_quote").quote_check
    assert not judged("en", words, "indirect_speech", public_figure=True).quote_check
    assert not judged("en", words, "narrator", headline=True).quote_check


def test_quoted_words_inside_a_headline_are_checked_too() -> None:
    assert judged("ar", "الوزير يصف العرض بأنه «مهين»", "indirect_speech", headline=True).quote_check


def test_the_present_of_a_headline_tells_an_event() -> None:
    assert judged("en", "Union rejects the offer", "narrator", headline=True).kind == "event"
    assert judged("en", "the union employs ten people", "narrator").kind == "statement_of_fact"
    assert judged("ar", "البرلمان يقر الموازنة", "narrator", headline=True).kind == "event"


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("clause", ["", "«»", "...", "قد", "will", "\n", "5", "و", "ـ ـ ن"])
def test_no_clause_breaks_the_judgement(lang: str, clause: str) -> None:
    assert isinstance(judged(lang, clause, "narrator"), Judgement)
