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


ENGLISH = [
    ("The blast{} killed 12 people.", "killed 12 people", 12),
    ("The number of visitors{} was 8,400.", "The number of visitors", 8400),
    ("The plan was{} to move 300 families.", "to move 300 families", 300),
    ("The plant has{} built 40 boats since May.", "built 40 boats since May", 40),
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


@pytest.mark.parametrize(
    "around", [", according to the mayor,", ", the mayor said,", " – according to the mayor –", " (the mayor said)"]
)
@pytest.mark.parametrize(("text", "exact", "figure"), ENGLISH)
def test_english_keeps_the_figure_of_the_other_side(text: str, exact: str, figure: int, around: str) -> None:
    if "to move" in text and "according" in around:
        text = text.replace("The plan was{} to move", "The plan{} was to move")
        exact = "was to move 300 families"
    claim = only(text.format(around), "en")
    assert (claim.claimant, claim.exact, [q.low for q in claim.quantities]) == ("mayor", exact, [figure])
    assert text.partition("{}")[2].rstrip(".").strip() in claim.text.replace("[", "").replace("]", "")


@pytest.mark.parametrize("other", ["but the union said it was 12,000", "while the union put it at 12,000"])
def test_another_voice_behind_an_interrupted_clause_is_no_relay(other: str) -> None:
    text = f"The number of visitors, according to the mayor, was 8,400, {other}."
    claims = extract_claims(Article("case", text, "0" * 64, "en"))
    told = [(claim.claimant, claim.relay, [q.low for q in claim.quantities]) for claim in claims]
    assert told == [("mayor", None, [8400]), ("union", None, [12000])]


def test_what_a_person_is_stands_in_nothing_that_he_says() -> None:
    for who in ("a surgeon", "a surgeon at the clinic", "head of the clinic", "director of the harbour"):
        assert only(f"According to Ana Ruiz, {who}, three people died.", "en").exact == "three people died"
    lorry = only("According to Ana Ruiz, a lorry, a bus and a car collided.", "en")
    assert lorry.exact == "a lorry, a bus and a car collided"


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("وجاء في بيان للشرطة أن 12 شخصا أصيبوا.", "الشرطة"),
        ("وأصيب 12 شخصا، بحسب بيان للنقابة.", "النقابة"),
        ("وقال بيان لوزارة الصحة إن 12 شخصا أصيبوا.", "وزارة الصحة"),
        ("وأصيب 12 شخصا، بحسب مدير المستشفى، سامي حداد.", "سامي حداد"),
        ("وأصيب 12 شخصا، وفق المستشفى، بنسبة كبيرة.", "المستشفى"),
        ("وجاء في تقرير لجنة الخبراء أن 12 شخصا أصيبوا.", "لجنة الخبراء"),
    ],
)
def test_whose_paper_it_is_and_who_holds_an_office_are_named(text: str, claimant: str) -> None:
    assert extract_claims(Article("case", text, "0" * 64, "ar"))[0].claimant == claimant
