"""What a corpus costs beyond its rules, what a second worker brings, and how much memory a worker takes."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from articles import make_articles, write_jsonl
from corpus_pieces import run_watched
from figures import Figures

from factcheck.article import Article, find_lang
from factcheck.chronology import check_chronology
from factcheck.corpora.part import extract_part
from factcheck.corpora.plan import plan_parts
from factcheck.corpora.records import Job
from factcheck.corpus import answer_rows
from factcheck.extract.claims import extract

COUNT = 20_000 if os.environ.get("FACTCHECK_PROVE") else 1_000
IDLE = 0.5  # the load before a run up to which the gain of a second worker is judged


def test_the_engine_costs_at_most_a_quarter_beyond_the_rules_it_runs(tmp_path: Path, figures: Figures) -> None:
    """The rules are those of `reader`: claims, chronology, answers. In one run, by CPU time, best of seven by turns."""
    texts = list(make_articles(100))
    corpus = write_jsonl(tmp_path / "c.jsonl", 100)
    job = Job(str(tmp_path / "out"))
    (tmp_path / "out" / "_run").mkdir(parents=True)
    articles = [  # with the day that is declared: dates that can be told cost more than those that cannot
        Article(one["id"], one["text"], "0" * 64, find_lang(one["text"]), date.fromisoformat(one["published"]))
        for one in texts
    ]

    def claims() -> None:
        for article in articles:
            extract(article)

    def rules() -> None:
        for article in articles:
            extraction = extract(article)
            check_chronology(article.text, article.lang, extraction.page_date)
            answer_rows(replace(article, page_date=extraction.page_date), extraction.claims)

    def engine() -> None:
        shutil.rmtree(tmp_path / "out" / "_run")
        for part in parts:
            extract_part(job, part)

    parts = plan_parts([corpus], tmp_path / "out" / "_run")
    engine()
    rounds = [{work: seconds(work) for work in (claims, rules, engine)} for _ in range(7)]  # by turns: one noise
    costs = {work: min(one[work] for one in rounds) for work in (claims, rules, engine)}
    beside = f"{len(articles) / costs[engine]:.0f} articles/s of CPU time"
    figures.ratio("engine_to_rules", costs[engine] / costs[rules], beside)
    figures.ratio("engine_to_extract", costs[engine] / costs[claims], beside)


def seconds(work: Callable[[], None]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def test_two_workers_bring_more_than_one_and_stay_in_their_memory(tmp_path: Path, figures: Figures) -> None:
    """The gain is judged on an idle machine; one with other work only prints it."""
    load = os.getloadavg()[0]
    corpus = write_jsonl(tmp_path / "c.jsonl", COUNT)
    one, two = run_watched(corpus, tmp_path / "one", 1), run_watched(corpus, tmp_path / "two", 2)
    assert one["articles"] == two["articles"] == COUNT
    most = max(one["worker"], two["worker"])
    figures.ratio("worker_memory", most / 400, f"{most:.0f} MB, {COUNT:,} articles")
    beside = f"{COUNT / one['seconds']:.0f} and {COUNT / two['seconds']:.0f} articles/s, load {load:.2f} before"
    judged = load <= IDLE and (os.cpu_count() or 1) >= 2
    figures.ratio("workers_gain", one["seconds"] / two["seconds"], beside, asserted=judged)
