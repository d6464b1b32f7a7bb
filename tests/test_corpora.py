"""A corpus comes out whole: every article read or refused, the same bytes whoever read it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from corpus_pieces import TEXT, files_of, table, write_corpus

from factcheck.corpora.records import CorpusError
from factcheck.corpora.run import extract_corpus


def test_one_worker_and_two_write_the_same_bytes_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "wire.jsonl", 150)
    one = extract_corpus([corpus], tmp_path / "one", workers=1, quiet=True)
    two = extract_corpus([corpus], tmp_path / "two", workers=2, quiet=True)
    assert one == two and one["articles"] == 150 and one["parts"] == 3 and one["disagreements"] > 0
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "one" / "claims").iterdir()}
    assert extract_corpus([corpus], tmp_path / "one", workers=1, quiet=True) == one
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "one" / "claims").iterdir()}


def test_a_damaged_or_missing_part_file_is_made_again(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "wire.jsonl", 20)
    extract_corpus([corpus], tmp_path / "out", workers=1, quiet=True)
    whole = files_of(tmp_path / "out")
    (tmp_path / "out" / "claims" / "part-000000.parquet").write_bytes(b"torn")
    (tmp_path / "out" / "answers" / "part-000000.parquet.7.tmp").write_bytes(b"torn")
    extract_corpus([corpus], tmp_path / "out", workers=1, quiet=True)
    assert files_of(tmp_path / "out") == whole and not list((tmp_path / "out").rglob("*.tmp"))


def test_what_an_earlier_run_compared_is_kept_and_what_changed_is_compared_again(tmp_path: Path) -> None:
    corpus, out = write_corpus(tmp_path / "wire.jsonl", 20), tmp_path / "out"
    first = extract_corpus([corpus], out, workers=1, quiet=True)
    whole = files_of(out)

    def age(name: str) -> int:
        return (out / name / "part-000000.parquet").stat().st_mtime_ns

    before = age("groups"), age("disagreements")
    extract_corpus([corpus], out, workers=1, quiet=True)
    assert (age("groups"), age("disagreements")) == before and not (out / "_run" / "dealt").exists()
    (out / "disagreements" / "part-000000.parquet").write_bytes(b"torn")
    (out / "disagreements" / "part-000001.parquet").write_bytes(b"of nobody")
    assert extract_corpus([corpus], out, workers=1, quiet=True) == first
    assert age("groups") == before[0] and age("disagreements") > before[1] and files_of(out) == whole
    (out / "groups" / "part-000000.parquet").unlink()
    assert extract_corpus([corpus], out, workers=1, quiet=True) == first and files_of(out) == whole


def test_where_locks_are_missing_it_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with pytest.raises(CorpusError, match="WSL"):
        extract_corpus([write_corpus(tmp_path / "a.jsonl", 3)], tmp_path / "out", workers=1, quiet=True)


def test_output_of_another_corpus_is_not_mixed_in(tmp_path: Path) -> None:
    extract_corpus([write_corpus(tmp_path / "a.jsonl", 3)], tmp_path / "out", workers=1, quiet=True)
    with pytest.raises(CorpusError, match="another corpus"):
        extract_corpus([write_corpus(tmp_path / "b.jsonl", 4)], tmp_path / "out", workers=1, quiet=True)


def test_every_form_of_input_gives_its_articles(tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.toml").write_text('outlet = "Declared"\n')
    (folder / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (folder / "c.html").write_text(
        f"<html><head><script>alert('99 people were killed')</script></head><body><article><p>{TEXT * 5}</p>"
        "<p>المصادر: رويترز</p></article></body></html>"
    )
    (folder / "d.jsonl").write_text(json.dumps({"id": "d1", "text": TEXT, "sources": ["x", "y"]}) + "\n")
    (folder / "e.csv").write_text('id,text,title\ne1,"He said ""no"" in Oslo,\nand 3 people were injured.",T\n')
    pq.write_table(pa.table({"id": ["f1"], "text": [TEXT]}), folder / "f.parquet")
    (folder / "g.csv.gz").write_bytes(gzip.compress(f"id,text\ng1,{TEXT}".encode()))
    extract_corpus([folder], tmp_path / "out", workers=1, quiet=True)
    found = table(tmp_path / "out", "articles").set_index("article")
    assert sorted(found.index) == ["a.txt", "b.txt.gz", "c.html", "d1", "e1", "f1", "g1"]
    assert table(tmp_path / "out", "refused").empty
    assert found.loc["a.txt", "declared_outlet"] == "Declared" and found.loc["d1", "declared_sources"] == "x; y"
    assert "alert" not in found.loc["c.html", "text"] and "المصادر: رويترز" in found.loc["c.html", "text"]
    claims = table(tmp_path / "out", "claims")
    texts = found["text"]
    assert len(claims) >= 7
    assert all(texts[r.article][r.start : r.end] == r.exact for r in claims.itertuples())


def test_the_command_says_what_came_of_a_corpus(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "wire.jsonl", 4)
    with corpus.open("a") as file:
        file.write("{broken\n")
    command = [sys.executable, "-m", "factcheck", "extract", str(corpus), "--out", str(tmp_path / "out")]
    ran = subprocess.run([*command, "--workers", "1"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert "4 articles" in ran.stdout and "refused: 'wire.jsonl:5'" in ran.stdout
    assert "5 of 5 articles" in ran.stderr
    wrong = subprocess.run([*command[:4], str(tmp_path / "none"), *command[5:]], capture_output=True, text=True)
    assert wrong.returncode == 2 and "There is no corpus" in wrong.stderr
