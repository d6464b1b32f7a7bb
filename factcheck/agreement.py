"""How far annotators agree: Cohen's κ, Krippendorff's α, span F1, each with its n and a bootstrap interval.

Agreement by chance is taken out of κ and α. Where n is too small, or nothing varies, a measure is undefined and says
why; it is never called 0 or 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from factcheck.lang.interface import say
from factcheck.ledger.fold import Stream
from factcheck.ledger.state import State

T = TypeVar("T")
LEAST = 5  # units: below this an interval would span nearly everything and a figure would mislead
RESAMPLES = 1000
Level = Literal["nominal", "ordinal", "interval"]
Ratings = Sequence[Sequence[Hashable | None]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A measure of agreement over `n` units. `value` is `None` where it is undefined, and `why` says so.

    `low` and `high` are the 2.5 % and 97.5 % points of a bootstrap over units, with a fixed seed.
    """

    measure: str
    value: float | None
    n: int
    low: float | None = None
    high: float | None = None
    why: str | None = None
    reason: Literal["too_few", "no_variation"] | None = None
    of: Literal["verdict", "triage"] | None = None

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.measure}: undefined ({self.why}; n = {self.n})"
        return f"{self.measure} = {self.value:.2f} [{self.low:.2f}, {self.high:.2f}], n = {self.n}"


def recorded_agreement(*states: State) -> list[Agreement]:
    """How far the people of a record agree on verdicts and on what to select: α over the claims two of them judged.

    Each person counts with the last word of theirs that was not taken back. Whoever judged second may have seen the
    first: this measures a desk at work, not annotators apart.
    """
    claims = [one for state in states for one in state.claims.values()]
    found = []
    said: tuple[tuple[Literal["verdict", "triage"], str], ...] = (("verdict", "verdict"), ("triage", "choice"))
    for kind, field in said:
        units = [
            [*{event.by: event.data.get(field) or None for event in Stream(one.events).current(kind)}.values()]
            for one in claims
            if any(event.kind == kind for event in one.events)
        ]
        if any(len(unit) > 1 for unit in units):
            found.append(replace(krippendorffs_alpha(units), of=kind))
    return found


def cohens_kappa(pairs: Sequence[tuple[Hashable | None, Hashable | None]]) -> Agreement:
    """κ of two annotators (Cohen 1960): (observed - expected) / (1 - expected).

    Each pair is one unit: what the first and what the second annotator said; one with a missing value is left out.
    """
    complete = [pair for pair in pairs if pair[0] is not None and pair[1] is not None]
    return _measured("Cohen's κ", complete, _kappa)


def krippendorffs_alpha(units: Ratings, level: Level = "nominal") -> Agreement:
    """α of any number of annotators (Krippendorff 2011), 1 - observed / expected disagreement; `None` is missing.

    Each unit holds what each annotator said of it; a unit fewer than two said anything of does not count. `level` is
    how values differ: `nominal` (or not), `interval` (numbers, squared), `ordinal` (numbers, by the ranks between).
    """
    paired = [tuple(v for v in unit if v is not None) for unit in units]
    return _measured("Krippendorff's α", [unit for unit in paired if len(unit) > 1], lambda found: _alpha(found, level))


def span_f1(texts: Sequence[tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]]) -> Agreement:
    """F1 of the characters two annotators marked, over texts: 2 · both / (first + second); symmetric.

    Each text is a unit with the half-open spans of the first and of the second annotator.
    """
    counts = [_overlap(_union(first), _union(second)) for first, second in texts]
    return _measured("Span F1", counts, _f1)


def _measured(measure: str, units: Sequence[T], formula: Callable[[Sequence[T]], float | None]) -> Agreement:
    n = len(units)
    if n < LEAST:
        return Agreement(measure, None, n, why=say("agreement.too_few", "en", n=LEAST), reason="too_few")
    value = formula(units)
    if value is None:
        return Agreement(measure, None, n, why=say("agreement.no_variation", "en"), reason="no_variation")
    drawn = sorted(v for sample in _resamples(n) if (v := formula([units[i] for i in sample])) is not None)
    return Agreement(measure, value, n, drawn[int(len(drawn) * 0.025)], drawn[int(len(drawn) * 0.975)])


def _resamples(n: int) -> list[list[int]]:
    """Samples of n units with replacement, the same on every run (a linear congruential generator, Knuth's MMIX)."""
    state, samples = 20_241_030, []
    for _ in range(RESAMPLES):
        sample = []
        for _ in range(n):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            sample.append((state >> 33) * n >> 31)
        samples.append(sample)
    return samples


def _kappa(pairs: Sequence[tuple[Hashable | None, Hashable | None]]) -> float | None:
    n = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(first[value] * second[value] for value in first) / n**2
    observed = sum(a == b for a, b in pairs) / n
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _alpha(units: Sequence[tuple[Hashable, ...]], level: Level) -> float | None:
    totals = Counter(value for unit in units for value in unit)
    n = sum(totals.values())
    difference = _difference(totals, level)
    observed = sum(_disagreement(Counter(unit), difference) / (len(unit) - 1) for unit in units)
    expected = _disagreement(totals, difference) / (n - 1)
    return None if not expected else 1 - observed / expected


def _disagreement(counts: Mapping[Hashable, int], difference: Callable[[Hashable, Hashable], float]) -> float:
    values = list(counts)
    return sum(counts[a] * counts[b] * difference(a, b) for a in values for b in values if a != b)


def _difference(totals: Mapping[Hashable, int], level: Level) -> Callable[[Hashable, Hashable], float]:
    """The squared distance of two different values."""
    if level == "nominal":
        return lambda a, b: 1.0
    if level == "interval":
        return lambda a, b: float(a - b) ** 2  # type: ignore[operator]
    ranked = sorted(totals)  # type: ignore[type-var]
    before: dict[Hashable, float] = {}
    seen = 0.0
    for value in ranked:
        before[value] = seen + totals[value] / 2
        seen += totals[value]
    return lambda a, b: (before[a] - before[b]) ** 2


def _union(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans joined where they touch or overlap, in order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _overlap(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> tuple[int, int]:
    """How many characters both marked, and how many the two marked together, counting both."""
    both = i = j = 0
    while i < len(first) and j < len(second):
        both += max(0, min(first[i][1], second[j][1]) - max(first[i][0], second[j][0]))
        if first[i][1] <= second[j][1]:
            i += 1
        else:
            j += 1
    return both, sum(end - start for start, end in first + second)


def _f1(counts: Sequence[tuple[int, int]]) -> float | None:
    marked = sum(total for _, total in counts)
    return None if not marked else 2 * sum(both for both, _ in counts) / marked
