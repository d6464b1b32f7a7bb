"""What is broken, too large, too slow or deadly in a corpus costs the article it is in, and is listed."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import distributed
import pytest
from corpus_pieces import TEXT, files_of, run_watched, table, write_corpus

from factcheck.corpora import cluster, local
from factcheck.corpora.journal import Journal
from factcheck.corpora.records import CorpusError
from factcheck.corpora.records_csv import UNCLOSED, records_of_csv
from factcheck.corpora.run import extract_corpus

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
    "open.csv:2": "quotation mark",
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
    (folder / "open.csv").write_text(f'id,text\no1,{TEXT}o2,"{TEXT}o3,{TEXT}')
    script = "<script>" + "document.write('9 people were killed');" * 40_000 + "</script>"
    (folder / "script.html").write_text(f"<html><head>{script}</head><body><article><p>{TEXT * 5}</p></article></body>")
    (folder / "quote.csv").write_bytes(b"text\n\xff\xfe bad\n" + TEXT.encode())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Memory is read from /proc.")
def test_a_hostile_corpus_costs_its_broken_articles_alone_and_bounded_memory(tmp_path: Path) -> None:
    write_hostile(tmp_path / "hostile")
    ran = run_watched(tmp_path / "hostile", tmp_path / "out", 2)
    assert ran["driver"] < 400 and ran["worker"] < 400 and ran["workers"] >= 2, ran
    refused = table(tmp_path / "out", "refused").set_index("article")["reason"]
    for name, words in HOSTILE.items():
        found = [reason for article, reason in refused.items() if str(article).startswith(name)]
        assert any(words in reason for reason in found), (name, found, list(refused.items()))
    read = set(table(tmp_path / "out", "articles")["article"])
    assert {"same", "good", "c0", "quote.csv:2", "script.html", "o1", "o3"} <= read and "o2" not in read


PATCH = """
import os, sys
if os.environ.get("FACTCHECK_TRAPS") and not any("resource_tracker" in one for one in sys.argv):
    import factcheck.corpora.reader as reader
    plain = reader.extract
    def extract(article):
        while "HANGS" in article.text:
            pass
        if "KILLS" in article.text:
            os.kill(os.getpid(), 9)
        return plain(article)
    reader.extract = extract
"""
DRIVER = """
import sys
from factcheck.corpora.run import extract_corpus
if __name__ == "__main__":
    corpus, out, engine = sys.argv[1:]
    if engine == "here":
        extract_corpus([corpus], out, workers=2, seconds=2, quiet=True)
    else:
        import distributed
        with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as c:
            extract_corpus([corpus], out, dask=c.scheduler_address, seconds=2, quiet=True)
"""


@pytest.mark.timeout(600)  # a busy machine takes its time to start eight workers of Dask
def test_an_article_that_hangs_or_kills_costs_itself_here_and_on_a_cluster(tmp_path: Path) -> None:
    """The rules are replaced in the workers' own interpreters by such as loop or die on a word."""
    (tmp_path / "sitecustomize.py").write_text(PATCH)
    (tmp_path / "driver.py").write_text(DRIVER)
    corpus = write_corpus(tmp_path / "wire.jsonl", 12)
    with corpus.open("a") as file:
        for name in ("HANGS", "KILLS", "ends"):
            file.write(json.dumps({"id": name, "text": f"{TEXT} It {name}."}) + "\n")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", str(Path(__file__).parents[1]))])
    for engine in ("here", "dask"):
        command = [sys.executable, str(tmp_path / "driver.py"), str(corpus), str(tmp_path / engine), engine]
        environment = os.environ | {"FACTCHECK_TRAPS": "1", "PYTHONPATH": path}
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=280)
        assert ran.returncode == 0, ran.stderr
        refused = table(tmp_path / engine, "refused").set_index("article")["reason"].to_dict()
        assert refused == {"HANGS": "It was not read within 2 s.", "KILLS": "5 workers died on it."}
        assert len(table(tmp_path / engine, "articles")) == 13
        assert not (tmp_path / engine / "_run" / "open").exists()
    assert files_of(tmp_path / "here") == files_of(tmp_path / "dask")


def die(number: int) -> None:
    os.kill(os.getpid(), 9)


def test_a_task_on_which_every_worker_dies_ends_the_run_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "DEATHS", 3)
    with local.LocalWorkers(1) as hands, pytest.raises(CorpusError, match="3 workers died"):
        list(hands.run(die, [(1,)]))


def test_a_journal_gives_what_ended_and_counts_what_did_not(tmp_path: Path) -> None:
    def attempt(place: int, ends: bool) -> Journal:
        with Journal(tmp_path / "part", 60) as journal:
            with journal.at(place):
                pass
            if ends:
                journal.end(place, {"claims": [{"low": 0.1, "high": None, "mark": b"\xff", "words": "قال"}]})
        return journal

    attempt(7, True)
    for _ in range(4):
        attempt(8, False)
    with Journal(tmp_path / "part", 60) as journal:
        assert journal.ended == {7: {"claims": [{"low": 0.1, "high": None, "mark": b"\xff", "words": "قال"}]}}
        assert journal.refusal(8) is None and journal.refusal(7) is None
    attempt(8, False)
    with Journal(tmp_path / "part", 60) as journal:
        assert journal.refusal(8) == "5 workers died on it."
    first = tmp_path / "part" / "000000.frames"
    first.write_bytes(first.read_bytes()[:-1])  # torn by the end of power
    with Journal(tmp_path / "part", 60) as journal:
        assert journal.ended == {}
        journal.remove()
    assert not (tmp_path / "part").exists()


def test_a_journal_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "open").write_text("a file where the folder should be")
    with pytest.raises(CorpusError, match="cannot be written"):
        Journal(tmp_path / "open" / "part", 60)


def csv_records(data: bytes, start: int = 0, end: int | None = None, alone: int = 0) -> list[tuple[object, ...]]:
    found = records_of_csv(io.BytesIO(data), "f", start, len(data) if end is None else end, 1, alone)
    return [(one.start, one.end, one.fields, one.reason, one.alone) for one in found]


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        ('a1,"open\na2,plain\na3,plain\n', [None, "plain", "plain"]),
        ('a1,"open\nmore, of it\na2,plain\na3,"quo\nted"\n', [None, "plain", "quo\nted"]),
        ('"a1","one\ntwo"\n"a2","open\nmore\n"a3","ok\nok"\n"a4",x\n', ["one\ntwo", None, "ok\nok", "x"]),
        ('a1,"He said "no" today"\na2,x\n', ['He said no" today"', "x"]),
        ('a1,x\na2,"open to the end\nmore, and more\n', ["x", None]),
        ('a1,he said "\na2,x\n', ['he said "', "x"]),
        ('a1,"he said\na2,and "\na3,x\n', ["he said\na2,and ", "x"]),  # as good CSV as any: nobody can tell
        ("\na1,x\n", [None, "x"]),
    ],
)
def test_a_mark_nobody_closes_costs_its_record(lines: str, texts: list[str | None]) -> None:
    found = csv_records(b"id,text\n" + lines.encode())
    assert [fields.get("text") for _, _, fields, _, _ in found] == texts  # type: ignore[attr-defined]
    assert {reason for *_, reason, _ in found} <= {None, UNCLOSED, "The record is empty."}


def test_any_csv_is_cut_into_the_same_records_in_parts_as_whole() -> None:
    chance = random.Random(3)
    pieces = ["a", '"', '""', ",", "\n", "b1", '"\n', 'text",b,"text\n', " ", "id,"]
    for _ in range(1500):
        data = ("id,text\n" + "".join(chance.choice(pieces) for _ in range(chance.randint(1, 40)))).encode()
        whole = csv_records(data)
        assert [one[0] for one in whole[1:]] == [one[1] for one in whole[:-1]]
        assert not whole or (whole[0][0], whole[-1][1]) == (8, len(data))
        for k in range(1, len(whole)):
            start, last = whole[k][0], chance.randint(k, len(whole) - 1)
            assert csv_records(data, start, whole[last][1], whole[k - 1][4]) == whole[k : last + 1]  # type: ignore[arg-type]


@pytest.mark.parametrize("line", ['text",b,"text\n', 'a,"x\n', 'a,"""\n', '"\n', ',"\n', 'a,"","\n'])
def test_marks_by_the_thousand_are_looked_through_once(line: str) -> None:
    data = b'id,text\nz,"open\n' + line.encode() * 20_000
    assert sum(one[1] - one[0] for one in csv_records(data)) == len(data) - 8  # type: ignore[operator]


def test_a_corpus_of_csv_with_open_marks_comes_out_whole(tmp_path: Path) -> None:
    rows = [f'r{n},"{TEXT}It was day {n}.\n"' if n % 7 else f'r{n},"{TEXT}never closed' for n in range(1, 150)]
    (tmp_path / "a.csv").write_text("id,text\n" + "\n".join(rows) + "\n")
    done = extract_corpus([tmp_path / "a.csv"], tmp_path / "out", workers=2, quiet=True)
    assert done["articles"] == sum(1 for n in range(1, 150) if n % 7) and done["parts"] == 3
    assert set(table(tmp_path / "out", "refused")["reason"]) == {UNCLOSED}


def test_a_cluster_that_lost_all_its_workers_ends_the_run_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1.0)
    corpus = write_corpus(tmp_path / "wire.jsonl", 4)
    said = pytest.raises(CorpusError, match="no worker for 1 seconds; start workers and give the same command again")
    with distributed.LocalCluster(n_workers=0, dashboard_address=None, host="127.0.0.1") as empty, said:
        extract_corpus([corpus], tmp_path / "out", dask=empty.scheduler_address, quiet=True)
    assert not list((tmp_path / "out").rglob("*.tmp"))
