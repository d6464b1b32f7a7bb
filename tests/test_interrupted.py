"""A clause that its source cuts in two: the claim keeps what stands on either side, its figures, dates and places."""

from __future__ import annotations

import pytest

from factcheck.accounts import compare_accounts
from factcheck.article import Article
from factcheck.claim import Claim, in_article
from factcheck.extract.claims import extract_claims

ARABIC = [
    ("وأسفر الانفجار{} عن مقتل 12 شخصا.", "الشرطة", 12),
    ("وبلغ عدد الزوار{} 8400 زائر.", "إدارة المتحف", 8400),
    ("ووزع المصنع{} 300 طن من القمح.", "النقابة", 300),
]


def only(text: str, lang: str) -> Claim:
    (claim,) = extract_claims(Article("case", text, "0" * 64, lang))
    return claim


@pytest.mark.parametrize("around", ["، بحسب {}،", " - وفق {} -", " – بحسب {} –", " ــ حسب {} ــ", " (وفق {})"])
@pytest.mark.parametrize(("text", "source", "figure"), ARABIC)
def test_arabic_commas_dashes_and_brackets_keep_the_figure(text: str, source: str, figure: int, around: str) -> None:
    claim = only(text.format(around.format(source)), "ar")
    assert (claim.speaker, [q.low for q in claim.quantities]) == (source, [figure])
    assert in_article(claim.text).endswith(text.partition("{}")[2].rstrip("."))


@pytest.mark.parametrize(
    "text",
    [
        "وقال المدير - وهو مهندس - إن السد يتسع لعشرين ألف متر.",
        "وزار الوفد المدينة (الثانية في البلاد) صباح أمس.",
        "وفاز النادي 3 - 1 على ضيفه - وفق عادته - في الملعب.",
    ],
)
def test_other_asides_name_no_source(text: str) -> None:
    claims = extract_claims(Article("case", text, "0" * 64, "ar"))
    assert {claim.speaker for claim in claims} <= {None, "المدير"}


def test_the_day_behind_a_source_dates_the_claim() -> None:
    claim = only("ووصلت الشحنة، بحسب الميناء، في 12 مارس 2024.", "ar")
    assert [date.exact for date in claim.dates] == ["12 مارس 2024"]


def test_a_figure_behind_a_source_stays_with_it_where_another_voice_follows() -> None:
    text = "وبلغ عدد الزوار، وفق إدارة المتحف، 8400 زائر، فيما قدره الاتحاد بما لا يقل عن 12 ألفا."
    claims = extract_claims(Article("case", text, "0" * 64, "ar"))
    assert [(claim.speaker, [q.low for q in claim.quantities]) for claim in claims] == [
        ("إدارة المتحف", [8400]),
        ("الاتحاد", [12000]),
    ]
    (pair,) = compare_accounts(claims, text)
    assert (pair.dimension, pair.relation) == ("count", "contradicts")
