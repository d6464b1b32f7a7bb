"""The scorer, on cases worked out by hand; and against another scorer, where one is given."""

from __future__ import annotations

import importlib.util
import math
import os
from pathlib import Path
from typing import Any

import pytest
import score
from test_quality import reading

TEXT = "Anna said ten boats sank. Two crews were saved."
REFERENCE = os.environ.get("FACTCHECK_REFERENCE_SCORER")


def claim(start: int, end: int, **more: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": f"c{start}", "start": start, "end": end, "mode": "narrator", "holder": "article", "kind": "event",
        "checkworthy": True, "quantities": [], "dates": [], "places": [], "same_as": None,
    }  # fmt: skip
    return base | more


ANNA = {"mode": "indirect_speech", "holder": "Anna Berg", "speaker": "Anna", "holder_country": "SWE"}
TEN = {"low": 10, "high": 10}
GOLD: dict[str, Any] = {
    "claims": [claim(10, 24, **ANNA, quantities=[TEN]), claim(26, 46, checkworthy=False, dates=[{"iso": "2024-05"}])],
    "holders": [{"name": "Anna Berg", "aliases": ["Anna"]}],
    "disagreements": [],
}


def rates(*claims: dict[str, Any], gold: dict[str, Any] = GOLD) -> dict[str, float]:
    return score.rates([score.measure(gold, {"claims": list(claims)}, TEXT)])


def test_the_annotation_itself_scores_one() -> None:
    found = rates(*GOLD["claims"])
    names = ("span_f1", "strict_f1", "chars_f1", "end_to_end_f1", "claimant", "speaker", "country", "mode", "kind")
    assert [found[name] for name in (*names, "quantity_f1", "date_f1", "checkworthy_f1")] == [1.0] * 12
    assert found["spurious"] == 0


def test_nothing_predicted_scores_nothing() -> None:
    found = rates()
    assert found["span_f1"] == found["end_to_end_f1"] == found["checkworthy_f1"] == 0
    assert math.isnan(found["mode"])


def test_half_of_the_union_is_enough_and_less_is_not() -> None:
    assert rates(claim(10, 17))["span_r"] == 0.5  # "ten boa" is 7 of 14 characters
    assert rates(claim(10, 16))["span_r"] == 0.0


def test_a_claim_is_matched_once() -> None:
    found = rates(claim(10, 24), claim(10, 23, id="other"))
    assert (found["span_p"], found["span_r"]) == (0.5, 0.5)


def test_edges_of_punctuation_do_not_count() -> None:
    assert rates(claim(9, 25))["strict_r"] == 0.5


def test_a_prediction_over_two_claims_is_merged_and_one_over_none_is_spurious() -> None:
    found = rates(claim(10, 46), claim(0, 9, id="other"))
    assert (found["merged"], found["spurious"]) == (0.5, 0.5)


def test_the_wrong_claimant_costs_end_to_end_and_not_the_span() -> None:
    found = rates(claim(10, 24, mode="indirect_speech", holder="Britta", speaker="Britta"), claim(26, 46))
    assert (found["span_f1"], found["end_to_end_f1"], found["claimant"]) == (1.0, 0.5, 0.0)


def test_an_alias_is_the_claimant() -> None:
    assert rates(claim(10, 24, mode="indirect_speech", holder="Anna", speaker=None))["claimant"] == 1.0


def test_quantities_are_equal_by_both_bounds_and_near_by_one() -> None:
    found = rates(claim(10, 24, quantities=[{"low": 10, "high": None}]))
    assert (found["quantity_r"], found["quantity_near"]) == (0.0, 1.0)


def test_a_day_lies_in_its_month_and_is_not_the_month() -> None:
    found = rates(claim(26, 46, dates=[{"iso": "2024-05-07"}]))
    assert (found["date_r"], found["date_near"]) == (0.0, 1.0)
    assert score.days("2024-02") == ("2024-02-01", "2024-02-29")
    assert score.days("2023/2024-06") == ("2023-01-01", "2024-06-30")


def test_a_constant_score_earns_the_base_rate() -> None:
    found = rates(claim(10, 24, checkworthy_score=0.5), claim(26, 46, checkworthy_score=0.5))
    assert found["checkworthy_ap"] == 0.5


def test_ranking_the_worthy_first_earns_one() -> None:
    found = rates(claim(10, 24, checkworthy_score=0.9), claim(26, 46, checkworthy_score=0.1))
    assert found["checkworthy_ap"] == 1.0


def test_a_disagreement_is_found_by_its_pair_and_judged_by_its_relation() -> None:
    pair = {"claims": ["c10", "c26"], "dimension": "count", "relation": "contradicts"}
    gold = GOLD | {"disagreements": [pair]}
    predicted = {"claims": GOLD["claims"], "disagreements": [pair | {"relation": "refines"}, {"claims": ["c10", "x"]}]}
    found = score.rates([score.measure(gold, predicted, TEXT)])
    assert (found["disagreement_p"], found["disagreement_r"], found["relation"]) == (0.5, 1.0, 0.0)


def test_a_repeat_is_right_within_its_cluster() -> None:
    gold = GOLD | {"claims": [GOLD["claims"][0] | {"same_as": "c26"}, GOLD["claims"][1]]}
    assert rates(claim(10, 24, same_as="c26"), claim(26, 46), gold=gold)["repeat_f1"] == 1.0
    assert rates(claim(10, 24), claim(26, 46, same_as="c26"), gold=gold)["repeat_f1"] == 0.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Ministry of Health", "Ministry of Health", True),
        ("وزارة الدفاع", "الدفاع وزارة", True),
        ("John Key", "New Zealand's Prime Minister John Key", True),
        ("Key", "New Zealand's Prime Minister John Key", False),
        ("", "article", False),
    ],
)
def test_names_are_the_same_by_their_words(one: str, other: str, same: bool) -> None:
    assert score.same_name(one, other) is same


OF_REFERENCE = {
    "span_p": "span P (IoU>=.5)", "span_r": "span R (IoU>=.5)", "span_f1": "span F1 (IoU>=.5)",
    "strict_f1": "span F1 strict", "chars_f1": "span F1 characters", "worthy_found": "recall of check-worthy claims",
    "spurious": "predicted on no claim (share)", "merged": "predicted merging >=2 claims (share)",
    "speaker": "speaker accuracy, attributed", "speaker_of_article": "speaker accuracy, narrator",
    "claimant": "holder accuracy, attributed", "claimant_all": "holder accuracy, all matched",
    "country": "holder country accuracy", "mode": "mode accuracy", "kind": "kind accuracy",
    "end_to_end_f1": "claim+holder+mode F1 (end to end)",
    "claimant_found": "attributed claims found with right holder (R)",
    "quantity_all": "quantity recall, all gold", "quantity_near": "quantity recall, one bound right",
    "date_all": "date recall, all gold", "date_near": "date recall, overlapping", "checkworthy_ap": "check-worthy AP",
    "contradiction_r": "disagreements, contradictions recalled",
}  # fmt: skip
OF_REFERENCE_TRIPLES = {
    "quantity": "quantity P / R / F1, matched claims", "date": "date P / R / F1, matched claims",
    "checkworthy": "check-worthy P / R / F1", "repeat": "repeated claims P / R / F1",
    "disagreement": "disagreements P / R / F1",
}  # fmt: skip


@pytest.mark.skipif(not REFERENCE, reason="FACTCHECK_REFERENCE_SCORER names no scorer to compare with")
def test_this_scorer_agrees_with_the_reference() -> None:
    spec = importlib.util.spec_from_file_location("reference_scorer", str(REFERENCE))
    assert spec is not None and spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    ours, theirs, gold = [], {}, []
    for name, (annotation, text) in score.articles().items():
        theirs[name] = reading(name, annotation)
        ours.append(score.measure(annotation, theirs[name], text))
        gold.append({**annotation, "_text": text, "_id": name})
    found, (expected, _) = score.rates(ours), reference.run(gold, theirs, show=False)
    pairs = [(found[name], expected[key]) for name, key in OF_REFERENCE.items()]
    for name, key in OF_REFERENCE_TRIPLES.items():
        pairs += zip((found[f"{name}_{x}"] for x in ("p", "r", "f1")), expected[key], strict=True)
    pairs += zip(
        (found["dimension"], found["relation"]), expected["disagreement dimension / relation accuracy"], strict=True
    )
    for mine, its in pairs:
        assert abs(mine - its) <= 1e-9 or (math.isnan(mine) and math.isnan(its))


def test_gold_lies_where_the_scorer_looks() -> None:
    assert Path(score.GOLD).is_dir() and len(score.articles()) >= 20
