"""ClaimReview: only terms of schema.org, one object a page, a number only where there is something to number."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pages import IMPRINT, PLANTED, claims, published_check

from factcheck.claimreview import AVERITEC, averitec_label, to_claimreview
from factcheck.errors import ExportError, LedgerError
from factcheck.report import check_page
from factcheck.verdict import VERDICT_IDS

TERMS: dict[str, dict[str, list[str]]] = json.loads((Path(__file__).parent / "schema_org.json").read_text("utf-8"))[
    "types"
]
MORE = {
    "misleading": {"fact": "أصيب عمال.", "impression": "العدد أكبر."},
    "unproven": {"searched": "سجلات المستشفيات"},
    "not_checkable": {"why": "no_access"},
    "partly_true": {"part": "أصيب عمال"},
}


@pytest.mark.parametrize("verdict", VERDICT_IDS)
def test_every_verdict_gives_terms_that_schema_org_has(verdict: str, tmp_path: Path) -> None:
    review = review_of(tmp_path, verdict)
    assert review["@context"] == "https://schema.org" and review["@type"] == "ClaimReview"
    assert wrong_terms(review) == []


@pytest.mark.parametrize("verdict", VERDICT_IDS)
def test_a_number_is_given_unless_nothing_was_established(verdict: str, tmp_path: Path) -> None:
    rating = review_of(tmp_path, verdict)["reviewRating"]
    assert rating["alternateName"]
    assert ("ratingValue" in rating) == (verdict not in ("unproven", "not_checkable"))
    if "ratingValue" in rating:
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]


def test_true_is_rated_above_partly_true_above_misleading_above_false(tmp_path: Path) -> None:
    order = ("true", "partly_true", "misleading", "false")
    values = [review_of(tmp_path / verdict, verdict)["reviewRating"]["ratingValue"] for verdict in order]
    assert values == sorted(values, reverse=True) and len(set(values)) == 4


def test_the_speaker_and_not_the_outlet_stands_behind_the_claim(tmp_path: Path) -> None:
    item = review_of(tmp_path, "false")["itemReviewed"]
    assert item["author"] == {"@type": "Organization", "name": "الدفاع المدني"}
    assert item["appearance"]["publisher"]["name"] == "صحيفة الوادي"


def test_a_page_holds_one_claimreview_and_nothing_internal(tmp_path: Path) -> None:
    check, _, parts = published_check(tmp_path)
    blocks = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', check_page(check, parts, IMPRINT), re.DOTALL
    )
    assert len(blocks) == 1 and PLANTED not in blocks[0]
    assert wrong_terms(json.loads(blocks[0])) == []


def test_a_check_of_several_claims_names_its_main_one_and_claimreview_is_of_that_alone(tmp_path: Path) -> None:
    _, checks, (part,) = published_check(tmp_path)
    other = replace(part.claim, claim=claims()[2], restated="تقول بلدية المدينة إن أربعة عمال أصيبوا.")
    parts = [part, replace(part, claim=other)]
    checks.add("bridge-injured", "bridge", other.claim.id)
    assert checks.state()["bridge-injured"].main_claim is None
    with pytest.raises(ExportError, match="C103"):
        check_page(checks.state()["bridge-injured"], parts, IMPRINT)
    with pytest.raises(LedgerError, match="not in the check"):
        checks.edit("bridge-injured", main=claims()[0].id)
    checks.edit("bridge-injured", main=other.claim.id)
    check = checks.state()["bridge-injured"]
    assert check.events[-1].data["main"] == other.claim.id == check.main_claim
    text = check_page(check, parts, IMPRINT)
    (review,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert json.loads(review)["claimReviewed"] == other.restated and str(part.claim.restated) not in review
    assert text.index(str(other.restated), text.index("<h2")) < text.index(str(part.claim.restated))
    checks.remove("bridge-injured", "bridge", other.claim.id)
    assert checks.state()["bridge-injured"].main_claim == part.claim.claim.id


def test_a_training_example_carries_no_claimreview(tmp_path: Path) -> None:
    check, _, (part,) = published_check(tmp_path)
    with pytest.raises(ExportError):
        to_claimreview(
            check, part.claim, part.article, lang="ar", publisher="x", url=None, day="2025-03-05", example=True
        )


def test_every_verdict_has_a_label_of_averitec() -> None:
    labels = {"Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking"}
    assert set(AVERITEC) == set(VERDICT_IDS) and {averitec_label(verdict) for verdict in VERDICT_IDS} == labels


def test_the_list_of_terms_refuses_what_schema_org_does_not_have() -> None:
    assert wrong_terms({"@type": "ClaimReview", "verdict": "x"}) == ["ClaimReview.verdict"]
    assert wrong_terms({"@type": "Claim", "author": {"@type": "Rating"}}) == ["Claim.author: Rating"]
    assert wrong_terms({"@type": "ClaimReview", "datePublished": "yesterday"}) == ["ClaimReview.datePublished: Text"]


@pytest.mark.parametrize(
    ("claimant", "speaker", "author"),
    [
        ("United Nations", "الأمم المتحدة", {"@type": "Organization", "name": "الأمم المتحدة"}),
        ("Japan: Government", "طوكيو", {"@type": "Organization", "name": "اليابان: الحكومة"}),
        ("شركة الكهرباء الوطنية", None, {"@type": "Organization", "name": "شركة الكهرباء الوطنية"}),
        ("Tomas Ryland", "mayor Tomas Ryland", {"@type": "Person", "name": "Tomas Ryland"}),
        ("شهود عيان", "شهود عيان", {"name": "شهود عيان"}),
    ],
)
def test_the_author_of_a_claim_is_a_person_an_organisation_or_neither(
    claimant: str, speaker: str | None, author: dict[str, str], tmp_path: Path
) -> None:
    check, _, (part,) = published_check(tmp_path)
    claim = replace(part.claim, claim=replace(part.claim.claim, claimant=claimant, speaker=speaker))
    review = to_claimreview(check, claim, part.article, lang="ar", publisher="x", url=None, day="2025-03-05")
    assert review["itemReviewed"]["author"] == author


def review_of(folder: Path, verdict: str) -> dict[str, Any]:
    check, _, (part,) = published_check(folder, verdict, **MORE.get(verdict, {}))
    return to_claimreview(
        check, part.claim, part.article, lang="ar", publisher=IMPRINT.publisher, url=IMPRINT.url, day=IMPRINT.day
    )


def wrong_terms(value: dict[str, Any]) -> list[str]:
    """The properties of an object and those in it that schema.org does not have, or that hold another type."""
    kind = value["@type"]
    found = []
    for name, held in value.items():
        if name in ("@type", "@context"):
            continue
        accepted = TERMS[kind].get(name)
        if accepted is None:
            found.append(f"{kind}.{name}")
            continue
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, dict):
                found += wrong_terms(one) if one["@type"] in accepted else [f"{kind}.{name}: {one['@type']}"]
            elif not any(fits(one, type_) for type_ in accepted):
                found.append(f"{kind}.{name}: {'Number' if isinstance(one, int) else 'Text'}")
    return found


def fits(value: Any, kind: str) -> bool:
    if kind == "Number":
        return isinstance(value, int | float)
    if kind == "Date":
        return isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))
    if kind == "URL":
        return isinstance(value, str) and value.startswith(("http://", "https://"))
    return kind == "Text" and isinstance(value, str) and bool(value)
