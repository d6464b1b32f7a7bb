"""A corpus comes out whole: every article read or refused, the same bytes whoever read it."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from corpus_pieces import files_of, write_corpus

from factcheck.corpora.local import LOST, LocalWorkers
from factcheck.corpora.records import CorpusError
from factcheck.corpora.run import extract_corpus

TEXT = "The police said that 12 people were injured in Oslo on Monday. The road was closed.\n"


def die_on(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), 9)
    return number


def table(out: Path, name: str) -> pd.DataFrame:
    return pd.concat([pd.read_parquet(path) for path in sorted((out / name).glob("*.parquet"))], ignore_index=True)


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


def test_output_of_another_corpus_is_not_mixed_in(tmp_path: Path) -> None:
    extract_corpus([write_corpus(tmp_path / "a.jsonl", 3)], tmp_path / "out", workers=1, quiet=True)
    with pytest.raises(CorpusError, match="another corpus"):
        extract_corpus([write_corpus(tmp_path / "b.jsonl", 4)], tmp_path / "out", workers=1, quiet=True)


def test_a_task_that_kills_workers_is_given_up_and_the_others_end() -> None:
    with LocalWorkers(2) as hands:
        found = {task[0]: value for task, value in hands.run(die_on, [(n,) for n in range(6)])}
    assert found.pop(3) is LOST and found == {n: n for n in (0, 1, 2, 4, 5)}


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


HOSTILE = {
    "long.jsonl": "longer than",
    "bomb.txt.gz": "unpack",
    "bomb.jsonl.gz#rest": "unpacks to more than",
    "cut.jsonl.gz#rest": "cut off",
    "latin.txt": "not UTF-8",
    "empty.txt": "empty",
    "nulls.txt": "binary",
    "picture.png": "no kind",
    "broken.parquet": "cannot be read",
    "same": "same id",
    "lines.jsonl:1": "no JSON",
    "lines.jsonl:2": "no JSON object",
    "quote.csv:1": "not UTF-8",
}


def write_hostile(folder: Path) -> None:
    folder.mkdir()
    with (folder / "long.jsonl").open("wb") as file:
        file.write(b'{"text":"')
        for _ in range(100):
            file.write(b"x" * (1 << 20))
    (folder / "bomb.txt.gz").write_bytes(gzip.compress(b"0" * 50_000_000))
    (folder / "bomb.jsonl.gz").write_bytes(gzip.compress(b"0" * 50_000_000))
    lines = "".join(json.dumps({"id": f"c{i}", "text": TEXT + os.urandom(40).hex()}) + "\n" for i in range(400))
    packed = gzip.compress(lines.encode())
    (folder / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (folder / "latin.txt").write_bytes("تجربة الصواريخ".encode("windows-1256"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "nulls.txt").write_bytes(b"a\x00b")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "broken.parquet").write_bytes(b"PAR1 and nothing")
    (folder / "same.jsonl").write_text((json.dumps({"id": "same", "text": TEXT}) + "\n") * 2)
    (folder / "lines.jsonl").write_text("{no\n[1]\n" + json.dumps({"id": "good", "text": TEXT}) + "\n")
    (folder / "quote.csv").write_bytes(b"text\n\xff\xfe bad\n" + TEXT.encode())


def test_a_hostile_corpus_costs_its_broken_articles_alone_and_bounded_memory(tmp_path: Path) -> None:
    write_hostile(tmp_path / "hostile")
    code = (
        "import sys; from factcheck.corpora.run import extract_corpus\n"
        "if __name__ == '__main__':\n"
        "    extract_corpus([sys.argv[1]], sys.argv[2], workers=1, quiet=True)\n"
        "    status = dict(line.split(':', 1) for line in open('/proc/self/status'))\n"
        "    print(int(status['VmHWM'].split()[0]) // 1024)"  # ru_maxrss would count the tests' own memory before exec
    )
    command = [sys.executable, "-c", code, str(tmp_path / "hostile"), str(tmp_path / "out")]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    driver = int(ran.stdout)
    assert driver < 400, driver
    refused = table(tmp_path / "out", "refused").set_index("article")["reason"]
    for name, words in HOSTILE.items():
        found = [reason for article, reason in refused.items() if str(article).startswith(name)]
        assert any(words in reason for reason in found), (name, found, list(refused.items()))
    read = set(table(tmp_path / "out", "articles")["article"])
    assert {"same", "good", "c0", "quote.csv:2"} <= read


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
