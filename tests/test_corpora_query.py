"""Near-duplicates of a corpus are told apart from other reports; claims are looked up in its part files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from factcheck.cli import main
from factcheck.corpora.duplicates import groups, signature
from factcheck.corpora.query import Wanted, find_claims
from factcheck.corpora.records import CorpusError
from factcheck.corpora.run import extract_corpus

WIRE = (
    "A cargo train left the rails near the northern town of Vardal early on Monday and closed the main line, the "
    "railway said. Nobody was hurt. Eleven wagons that carried timber lie beside the track, and a crane is on its way "
    "from the capital. The line will stay closed until Thursday at least, a spokeswoman told reporters. Passengers go "
    "by bus between Vardal and Holm, which takes two hours more. The cause is not known; investigators look at a "
    "broken switch that was last mended in the spring of last year."
)
OTHER = (
    "Trains to the north stand still after eleven wagons of a timber train derailed outside Vardal. The railway told "
    "passengers on Monday to take the bus to Holm. It hopes to open the line again on Thursday, once a crane from the "
    "capital has lifted the wagons. Investigators examine a switch that broke. Nobody was injured in the accident, "
    "which happened in the early morning hours."
)
ARABIC = (
    "قالت وزارة الصحة إن المستشفى استقبل 40 مصابا منذ صباح الاثنين بعد انهيار جدار في السوق القديمة، وأضافت أن حالة "
    "ثلاثة منهم خطرة. وذكر شهود أن الجدار مال قبل يومين ولم يأت أحد لفحصه، فيما قال مجلس المدينة إنه لم يتلق شكوى."
)


def grouped(*texts: str) -> list[int]:
    return groups(pd.DataFrame({"text": texts})).tolist()


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text,
        lambda text: "Train derails in the north\n\n" + text + "\n(Agencies)",
        lambda text: text.replace("Nobody was hurt. ", ""),
        lambda text: text.replace("early on Monday", "on Monday morning").upper(),
    ],
)
def test_a_copy_with_small_edits_is_of_the_first_ones_group(edit: Callable[[str], str]) -> None:
    assert grouped(WIRE, OTHER, edit(WIRE)) == [0, 1, 0]


def test_two_reports_of_one_event_are_two_groups() -> None:
    assert grouped(WIRE, OTHER) == [0, 1]


def test_arabic_copies_join_whatever_their_marks_and_tatweel() -> None:
    assert grouped(ARABIC, WIRE, ARABIC.replace("قالت", "قَالَتْ").replace("خطرة", "خطـــرة")) == [0, 1, 0]


def test_texts_without_words_repeat_nothing_and_short_ones_only_themselves() -> None:
    assert grouped("", "…", "Fire in port", "", "Fire in port", "Fire in town") == [0, 1, 2, 3, 2, 5]
    assert signature("…") == b"" and len(signature("one")) == 240


def test_groups_are_the_same_from_signatures_and_from_texts_and_in_any_place() -> None:
    texts = [WIRE, ARABIC, WIRE + " It rained.", OTHER]
    assert groups(pd.DataFrame({"signature": [signature(one) for one in texts]})).tolist() == grouped(*texts)
    assert grouped(*texts[::-1]) == [0, 1, 2, 1]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    told = [
        ("a", "The police said that 12 people were injured in Oslo on Monday.", "2024-09-11"),
        ("b", "The mayor said that the repair would cost $3 million. The work ended in May 2023.", "2024-09-12"),
        ("c", "The ministry said that at least 40 people were injured in Cairo on Tuesday.", "2024-09-13"),
    ]
    lines = [json.dumps({"id": key, "text": text + "\n", "published": day}) for key, text, day in told]
    (folder / "wire.jsonl").write_text("\n".join(lines), "utf-8")
    extract_corpus([folder / "wire.jsonl"], folder / "out", workers=1, quiet=True)
    return folder / "out"


@pytest.mark.parametrize(
    ("asked", "articles"),
    [
        ({}, "abc"),
        ({"claimant": "police"}, "a"),
        ({"claimant": "POLICE"}, "a"),
        ({"claimant": "nobody"}, ""),
        ({"claimant": "الشرطة"}, "a"),
        ({"place": "oslo"}, "a"),
        ({"place": "NOR"}, "a"),
        ({"place": "EGY"}, "c"),
        ({"since": "2024-09-01"}, "ac"),
        ({"until": "2024-01-01"}, "b"),
        ({"since": "2024-09-10", "until": "2024-09-10"}, "c"),
        ({"low": 13.0}, "bc"),
        ({"low": 50.0, "high": 60.0}, "c"),
        ({"high": 12.0}, "a"),
        ({"low": 1000.0, "unit": "USD"}, "b"),
        ({"unit": "people"}, "ac"),
        ({"words": "injured people"}, "ac"),
        ({"words": "injured", "low": 13.0, "place": "Cairo"}, "c"),
        ({"words": "injured", "claimant": "mayor"}, ""),
    ],
)
def test_claims_are_looked_up_by_what_they_hold(corpus: Path, asked: dict[str, object], articles: str) -> None:
    from datetime import date

    days = {name: date.fromisoformat(str(asked[name])) for name in ("since", "until") if name in asked}
    found = find_claims(corpus, Wanted(**(asked | days)))  # type: ignore[arg-type]
    assert "".join(dict.fromkeys(row["article"] for row in found)) == articles


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def test_the_command_prints_what_is_found_and_refuses_what_a_corpus_lacks(
    corpus: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("claims", "--corpus", str(corpus), "--unit", "people", "--at-least", "20", "--format", "jsonl") == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [row["article"] for row in rows] == ["c"] and rows[0]["text"].startswith("The ministry said")
    assert run("claims", "--corpus", str(corpus), "--words", "injured") == 0
    assert b"2 claims" in capfdbinary.readouterr().out
    assert run("claims", "--corpus", str(corpus), "--status", "draft") != 0
    assert run("claims", "--words", "injured") != 0
    assert run("claims", "--corpus", str(corpus), "--since", "yesterday") != 0
    assert run("claims", "--corpus", str(tmp_path)) != 0
    with pytest.raises(CorpusError, match="no finished corpus"):
        list(find_claims(tmp_path, Wanted()))


def test_a_wire_copy_is_marked_counted_once_and_its_sources_line_kept(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Three outlets: two carry one text, the third differs; a page date found in the text is not one declared."""
    other = ARABIC.replace("40", "45").replace("قالت وزارة الصحة", "قالت الشرطة") + "\nوبدأ التحقيق مساء الاثنين.\n"
    told = [("a", ARABIC), ("b", "انهيار جدار\n\n" + ARABIC), ("c", "11 سبتمبر 2024\n\n" + other)]
    lines = [{"id": name, "text": text + "\nالمصادر: رويترز", "outlet": name} for name, text in told]
    lines[0] |= {"page_date": "2024-09-12", "sources": "declared"}
    (tmp_path / "w.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    extract_corpus([tmp_path / "w.jsonl"], tmp_path / "out", workers=1, quiet=True)
    articles = pd.read_parquet(tmp_path / "out" / "articles").set_index("article")
    assert [list(found) for found in articles["found_sources"]] == [["رويترز"]] * 3
    assert articles.loc["a", ["declared_sources", "declared_page_date"]].tolist() == ["declared", "2024-09-12"]
    assert pd.isna(articles.loc["a", "found_page_date"]) and articles.loc["c", "found_page_date"] == "2024-09-11"
    assert pd.isna(articles.loc["c", "declared_page_date"]) and all(
        "المصادر: رويترز" in text for text in articles["text"]
    )
    groups = pd.read_parquet(tmp_path / "out" / "groups").set_index("article")["group"]
    assert groups.to_dict() == {"a": "a", "b": "a", "c": "c"}
    disagreements = pd.read_parquet(tmp_path / "out" / "disagreements")
    assert {*disagreements["first_article"], *disagreements["second_article"]} == {"a", "c"}
    answers = pd.read_parquet(tmp_path / "out" / "answers")
    assert "b" in set(answers["article"])  # it says so too; it is only not counted again
    found = list(find_claims(tmp_path / "out", Wanted(words="40")))
    assert {(row["article"], row["copy_of"]) for row in found} == {("a", None), ("b", "a")}
    assert run("claims", "--corpus", str(tmp_path / "out"), "--words", "40") == 0
    assert b"in copies of other articles" in capfdbinary.readouterr().out
