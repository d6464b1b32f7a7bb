"""The verdicts' colours can be told apart by everybody, on light and on dark, and are never alone."""

from __future__ import annotations

from itertools import combinations

import pytest

from factcheck.verdict import NO_VERDICT, VERDICTS

ALL = (*VERDICTS, NO_VERDICT)
BACKGROUNDS = {"light": "#ffffff", "dark": "#111111", "a dark cell's output": "#212121"}
Matrix = tuple[tuple[float, float, float], ...]

# Linear RGB to linear RGB. Machado, Oliveira, Fernandes 2009, severity 1.0; Viénot, Brettel, Mollon 1999 beside it.
SIGHTS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "protan 1999": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan 1999": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}
TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("verdict", ALL, ids=lambda verdict: verdict.id or "none")
def test_every_swatch_stands_out_from_its_background(verdict, background):
    assert contrast(verdict.colour, BACKGROUNDS[background]) >= 3


@pytest.mark.parametrize("sight", SIGHTS)
def test_no_two_verdicts_look_alike_to_anybody(sight):
    seen = {verdict.id: lab(verdict.colour, SIGHTS[sight]) for verdict in ALL}
    close = {
        (one, other): round(distance(seen[one], seen[other]), 1)
        for one, other in combinations(seen, 2)
        if distance(seen[one], seen[other]) < 20
    }
    assert not close


def test_two_colours_known_to_be_confused_are_found_so():
    navy, maroon = (lab(colour, SIGHTS["protan"]) for colour in ("#000080", "#00007a"))
    assert distance(navy, maroon) < 20
    assert distance(lab("#d55e00", SIGHTS["protan"]), lab("#6b6b00", SIGHTS["protan"])) < 20


def test_every_verdict_has_a_glyph_and_a_key_of_its_own():
    assert len({verdict.glyph for verdict in ALL}) == len({verdict.key for verdict in ALL}) == len(ALL) == 8


def linear(colour: str) -> tuple[float, ...]:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def times(matrix: Matrix, vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((times(TO_XYZ, linear(colour))[1] for colour in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, sight: Matrix) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as somebody with this sight sees it."""
    seen = tuple(min(1.0, max(0.0, c)) for c in times(sight, linear(colour)))
    x, y, z = (v / sum(row) for v, row in zip(times(TO_XYZ, seen), TO_XYZ, strict=True))
    fx, fy, fz = (t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """ΔE of 1976."""
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
