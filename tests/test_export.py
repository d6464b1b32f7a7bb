"""Exports: what is written comes back whole, and nothing written for a spreadsheet is a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claim import Claim
from factcheck.dates import DateMention
from factcheck.errors import ExportError
from factcheck.export import export_table, harmless, read_export, without_bare_denials
from factcheck.quantity import Quantity
from factcheck.table import claims_table

FORMULAS = (
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "=HYPERLINK(\"http://x\")",
    "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "text;=1+1", "text\n=1+1", "text\t@x", "\n=1",
)  # fmt: skip
INNOCENT = ("قال: «نعم»", "a = b", "10-15", "-5", "+5", "-5.2%", "1,000", "", "C'est la vie", "3 = 3")

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
maybe = st.none() | texts


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    start = draw(st.integers(0, 10_000))
    exact = draw(texts)
    quantities = st.builds(
        Quantity, st.integers(0, 9), st.integers(0, 9), texts, st.just("cardinal"),
        st.none() | st.floats(0, 1e9), st.none() | st.floats(1e9, 1e12), maybe, maybe,
    )  # fmt: skip
    dates = st.builds(
        DateMention, st.integers(0, 9), st.integers(0, 9), texts, st.just("date"), st.none() | st.dates(),
        st.none() | st.dates(), maybe, st.just("day"), st.just("text"), st.booleans(), st.none() | st.booleans(),
    )  # fmt: skip
    return Claim(
        id=draw(texts), start=start, end=start + len(exact), exact=exact, prefix=draw(texts), suffix=draw(texts),
        text=draw(texts), mode="narrator", cue=draw(maybe), cue_start=draw(st.none() | st.integers(0, 9)),
        speaker=draw(maybe), relay=draw(maybe), claimant=draw(texts), denied=draw(st.booleans()),
        checkworthy=draw(st.booleans()), checkworthy_score=draw(st.floats(0, 1)),
        quantities=tuple(draw(st.lists(quantities, max_size=2))), dates=tuple(draw(st.lists(dates, max_size=2))),
        same_as=draw(maybe), rules=tuple(draw(st.lists(texts, max_size=2))),
    )  # fmt: skip


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=st.lists(claims(), min_size=1, max_size=3))
def test_what_is_exported_comes_back_whole(
    ending: str, found: list[Claim], tmp_path_factory: pytest.TempPathFactory
) -> None:
    table = claims_table(found)
    path = export_table(table, tmp_path_factory.mktemp("export") / f"claims{ending}")
    pd.testing.assert_frame_equal(read_export(path), without_bare_denials(table))


def test_a_missing_value_and_an_empty_text_stay_apart(tmp_path: Path) -> None:
    table = claims_table([claim("x", cue=""), claim("y", cue=None)])
    for ending in (".csv", ".jsonl", ".parquet"):
        back = read_export(export_table(table, tmp_path / f"t{ending}"))
        assert back["cue"].isna().tolist() == [False, True]


def test_a_denial_leaves_the_house_as_its_sentence_and_never_as_its_bare_words(tmp_path: Path) -> None:
    table = claims_table([claim("the bridge fell", denied=True), claim("the bridge stands")])
    table["sentence"] = ["The owner denies that the road is closed", "x"]
    for ending in (".csv", ".jsonl", ".parquet"):
        back = read_export(export_table(table, tmp_path / f"t{ending}"))
        assert back["exact"].isna().tolist() == [True, False]
        assert back["sentence"][0] == "The owner denies that the road is closed" and back["end"][0] == 15


def test_plain_csv_has_no_mark_and_is_read_by_any_reader(tmp_path: Path) -> None:
    data = export_table(claims_table([claim('say "no",\nnow')]), tmp_path / "t.csv").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""))
    assert row["exact"] == 'say "no",\nnow'


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_neutralised_for_excel_and_left_in_plain_csv(text: str, tmp_path: Path) -> None:
    table = claims_table([claim(text)])
    assert read_export(export_table(table, tmp_path / "plain.csv"))["exact"][0] == text
    data = export_table(table, tmp_path / "excel.csv", excel=True).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    for piece in row["exact"].replace("\r", "\n").replace("\t", "\n").replace(";", "\n").split("\n"):
        assert not piece.strip(" \u00a0").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("text", INNOCENT)
def test_what_is_no_formula_is_left_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("text", [*FORMULAS, *INNOCENT, "bad \x0b control", "x" * 40_000])
def test_every_text_of_a_sheet_is_a_text_and_no_formula(text: str, tmp_path: Path) -> None:
    path = export_table(claims_table([claim(text)]), tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(path).active
    assert sheet.sheet_view.rightToLeft
    head = [cell.value for cell in sheet[1]]
    for name, cell in zip(head, sheet[2], strict=True):
        assert cell.data_type != "f"
        if name in ("start", "end", "checkworthy_score"):
            assert cell.data_type == "n" and cell.value is not None
        if isinstance(cell.value, str) and harmless(text) != text:
            assert not cell.value.startswith(("=", "@", "\t", "\r"))


def test_an_english_sheet_runs_from_the_left(tmp_path: Path) -> None:
    path = export_table(claims_table([claim("x")]), tmp_path / "t.xlsx", lang="en")
    assert not openpyxl.load_workbook(path).active.sheet_view.rightToLeft


@pytest.mark.parametrize(("name", "excel"), [("t.txt", False), ("t", False), ("t.xlsx", True)])
def test_a_format_nobody_knows_is_refused_and_nothing_written(name: str, excel: bool, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        export_table(claims_table([claim("x")]), tmp_path / name, excel=excel)
    assert not list(tmp_path.iterdir())


def claim(exact: str, **given: object) -> Claim:
    return Claim(
        id="c1", start=0, end=len(exact), exact=exact, prefix="", suffix="", text=exact, mode="narrator", **given
    )  # type: ignore[arg-type]
