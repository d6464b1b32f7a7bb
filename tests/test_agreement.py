"""Agreement between annotators: by hand, by the published examples, and by another implementation."""

from __future__ import annotations

import math
import random
from pathlib import Path

import krippendorff
import numpy as np
import pytest
from ledgers import claims_of, numbered, open_ledger

from factcheck.agreement import LEAST, Agreement, Level, cohens_kappa, krippendorffs_alpha, recorded_agreement, span_f1

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example C to E: four observers, twelve units.
PUBLISHED = [
    [1, 1, None, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1],
    [2, 2, 2, 2], [None, 5, 5, 5], [None, None, 1, 1], [None, 3, None, None],
]  # fmt: skip


@pytest.mark.parametrize(("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_gives_the_published_figures_with_missing_values(level: Level, alpha: float) -> None:
    found = krippendorffs_alpha(PUBLISHED, level)
    assert found.value is not None and round(found.value, 3) == alpha
    assert found.n == 11, "a unit that one observer alone spoke of does not count"


def test_alpha_of_two_observers_and_of_words_gives_the_published_figures() -> None:
    binary = list(zip("0100000010", "1110010000", strict=True))
    words = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
    assert round(krippendorffs_alpha(binary).value or 0, 3) == 0.095
    assert round(krippendorffs_alpha(words).value or 0, 3) == 0.692


@pytest.mark.parametrize("seed", range(40))
def test_alpha_is_what_the_krippendorff_package_says(seed: int) -> None:
    pick = random.Random(seed)
    units = [
        [pick.choice((1, 1, 2, 3, 4)) if pick.random() > 0.25 else None for _ in range(pick.randint(2, 5))]
        for _ in range(30)
    ]
    width = max(map(len, units))
    matrix = np.array([[math.nan if i >= len(u) or u[i] is None else u[i] for u in units] for i in range(width)], float)
    for level in ("nominal", "ordinal", "interval"):
        expected = krippendorff.alpha(reliability_data=matrix, level_of_measurement=level)
        assert krippendorffs_alpha(units, level).value == pytest.approx(expected, abs=1e-9)  # type: ignore[arg-type]


def test_kappa_by_hand() -> None:
    """Cohen's two by two: 20 and 15 agreed, 5 and 10 not; 0.7 observed, 0.5 by chance, κ = 0.4."""
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    found = cohens_kappa([*pairs, ("yes", None), (None, "no")])
    assert found.value == pytest.approx(0.4) and found.n == 50
    assert found.low is not None and found.high is not None and found.low < 0.4 < found.high


def test_full_agreement_is_one_and_agreement_worse_than_chance_is_below_nought() -> None:
    same = [("a", "a"), ("b", "b")] * 5
    crossed = [("a", "b"), ("b", "a")] * 5
    for measure in (cohens_kappa, krippendorffs_alpha):
        assert measure(same).value == 1
        assert (measure(crossed).value or 0) < 0


def test_too_few_units_or_no_variation_are_undefined_and_say_why() -> None:
    few = [("a", "b")] * (LEAST - 1)
    for found in (cohens_kappa(few), krippendorffs_alpha(few), span_f1([([(0, 1)], [(0, 1)])])):
        assert found.value is None and "undefined (fewer than 5 units" in str(found)
    for measure in (cohens_kappa, krippendorffs_alpha):
        assert "nothing varies" in str(measure([("a", "a")] * 20))
    assert span_f1([([], [])] * 9).value is None


def test_span_f1_counts_characters_and_overlapping_marks_once() -> None:
    first, second = [(0, 10), (5, 15)], [(10, 30)]
    found = span_f1([(first, second)] * LEAST)
    assert found.value == pytest.approx(2 * 5 / (15 + 20))
    assert span_f1([(second, first)] * LEAST).value == found.value
    assert span_f1([(first, first)] * LEAST).value == 1 and span_f1([(first, [(40, 50)])] * LEAST).value == 0


def test_the_interval_is_the_same_on_every_run_narrows_with_n_and_holds_the_value() -> None:
    pick = random.Random(3)
    pairs = [(a := pick.choice("xyz"), a if pick.random() < 0.8 else pick.choice("xyz")) for _ in range(200)]
    small, large = cohens_kappa(pairs[:40]), cohens_kappa(pairs)
    assert large == cohens_kappa(pairs)
    assert width(large) < width(small)
    assert large.low is not None and large.value is not None and large.high is not None
    assert large.low <= large.value <= large.high


def width(found: Agreement) -> float:
    assert found.low is not None and found.high is not None
    return found.high - found.low


def test_what_a_record_agrees_on_is_the_last_word_of_each_person_about_each_claim(tmp_path: Path) -> None:
    amal, basem = (open_ledger(tmp_path, name, new_id=numbered(at)) for name, at in (("Amal", 1), ("Basem", 900)))
    verdicts = ("true", "false", "true", "false", "unproven", "true")
    for claim, verdict in zip(claims_of(), verdicts, strict=True):
        amal.verdict(claim.id, "misleading", fact="x", impression="y")
        amal.verdict(claim.id, verdict, **({"searched": "z"} if verdict == "unproven" else {}))
    assert recorded_agreement(amal.state()) == []  # nobody agrees alone
    basem.refresh()
    for claim, verdict in zip(claims_of(), verdicts, strict=True):
        basem.verdict(claim.id, verdict, **({"searched": "z"} if verdict == "unproven" else {}))
    (found,) = recorded_agreement(basem.state())
    assert (found.of, found.n, found.value) == ("verdict", 6, 1.0)
