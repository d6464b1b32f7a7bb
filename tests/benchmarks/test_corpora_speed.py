"""What a corpus costs beyond its rules, what a second worker brings, and how much memory a worker takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from articles import make_articles, write_jsonl

from factcheck.article import Article, find_lang
from factcheck.chronology import check_chronology
from factcheck.corpora.part import extract_part
from factcheck.corpora.plan import plan_parts
from factcheck.corpora.records import Job
from factcheck.corpus import answer_rows
from factcheck.extract.claims import extract

COUNT = 20_000 if os.environ.get("FACTCHECK_PROVE") else 1_000
_CODE = """
import json, sys, threading, time
from pathlib import Path
from factcheck.corpora.run import extract_corpus

highest = {}

def watch():
    while True:
        for path in Path("/proc").glob("[0-9]*/status"):
            try:
                lines = dict(line.split(":", 1) for line in path.read_text().splitlines() if ":" in line)
            except OSError:
                continue
            if lines.get("PPid", "").strip() == own:
                highest[path.parent.name] = int(lines.get("VmHWM", "0 kB").split()[0])
        time.sleep(0.2)

if __name__ == "__main__":
    import os
    own = str(os.getpid())
    threading.Thread(target=watch, daemon=True).start()
    begin = time.perf_counter()
    found = extract_corpus([sys.argv[1]], sys.argv[2], workers=int(sys.argv[3]), quiet=True)
    took = time.perf_counter() - begin
    print(json.dumps({"seconds": took, "megabytes": max(highest.values()) / 1024, "articles": found["articles"]}))
"""


def run(corpus: Path, out: Path, workers: int) -> dict[str, float]:
    command = [sys.executable, "-c", _CODE, str(corpus), str(out), str(workers)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def test_the_engine_costs_at_most_a_quarter_beyond_the_rules_it_runs(
    tmp_path: Path, record_property: pytest.RecordProperty
) -> None:
    """The rules are those of `part`: claims, chronology, answers. Both sides in one run, by CPU time, best of three."""
    texts = list(make_articles(100))
    corpus = write_jsonl(tmp_path / "c.jsonl", 100)
    job = Job(str(tmp_path / "out"))
    (tmp_path / "out" / "_run").mkdir(parents=True)
    articles = [Article(one["id"], one["text"], "0" * 64, find_lang(one["text"], one["id"])) for one in texts]

    def rules() -> None:
        for article in articles:
            extraction = extract(article)
            check_chronology(article.text, article.lang, extraction.page_date)
            answer_rows(replace(article, page_date=extraction.page_date), extraction.claims)

    def engine() -> None:
        for part in parts:
            extract_part(job, part)

    parts = plan_parts([corpus], tmp_path / "out" / "_run")
    ratios = []
    for _ in range(3):
        begin = time.process_time()
        rules()
        between = time.process_time()
        for done in (tmp_path / "out").rglob("part-*"):
            done.unlink()
        begun = time.process_time()
        engine()
        ratios.append((time.process_time() - begun) / (between - begin))
    record_property("engine_to_rules", round(min(ratios), 2))
    print(f"\nengine / rules: {min(ratios):.2f}")
    assert min(ratios) <= 1.25


def test_two_workers_bring_more_than_one_and_stay_in_their_memory(
    tmp_path: Path, record_property: pytest.RecordProperty
) -> None:
    """1.6 times on an idle machine; a machine with other work (load above 0.5 before the run) only prints it."""
    load = os.getloadavg()[0]
    corpus = write_jsonl(tmp_path / "c.jsonl", COUNT)
    one, two = run(corpus, tmp_path / "one", 1), run(corpus, tmp_path / "two", 2)
    gain, most = one["seconds"] / two["seconds"], max(one["megabytes"], two["megabytes"])
    rate = COUNT / one["seconds"]
    print(f"\n{COUNT} articles: {rate:.0f} articles/s with one worker, {gain:.2f} times with two (load {load:.2f} "
          f"before); {most:.0f} MB at most in a worker")  # fmt: skip
    for name, value in (("articles_per_second", rate), ("gain", gain), ("megabytes", most), ("load", load)):
        record_property(name, round(value, 2))
    assert most <= 400
    assert gain >= 1.6 or load > 0.5 or (os.cpu_count() or 1) < 2
