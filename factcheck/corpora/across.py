"""A handful of articles beside each other: the questions more than one answers, who says what, and who is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from factcheck.accounts.compare import question_texts
from factcheck.article import Article
from factcheck.corpus import answers_table, compare_accounts, independent_voices
from factcheck.quantity import Interval
from factcheck.reading import Reading


def across(read: Sequence[tuple[Article, Reading]], lang: str) -> list[dict[str, Any]]:
    """The questions that more than one of the articles answers, the most answered first, one dict each.

    `question` in words; `articles`, `voices` and `origins` counted (outlets that carry one agency's words are one
    origin); `answers`: article, voice, value, mode and claim of each; `not_addressed`: the articles that leave it open;
    `pairs`: claims of two articles, the relation of their values and how they stand. Articles with one id are one.
    """
    tables = [_answers(article, reading) for article, reading in read]
    answers = pd.concat(tables, ignore_index=True)
    if answers.empty:
        return []
    counted = independent_voices(answers)
    asked = counted[counted["articles"] > 1].sort_values(
        ["articles", "voices", "block"], ascending=[False, False, True]
    )
    pairs = compare_accounts(answers).astype({"interval": str, "relation": str})
    names = list(dict.fromkeys(article.id for article, _ in read))
    return [_question(answers, pairs, row, names, lang) for row in asked.to_dict("records")]


def _answers(article: Article, reading: Reading) -> pd.DataFrame:
    dated = replace(article, page_date=reading.article.page_date)
    return answers_table(dated, reading.claims, reading.article.sources)


def _question(
    answers: pd.DataFrame, pairs: pd.DataFrame, counted: dict[Any, Any], names: Sequence[str], lang: str
) -> dict[str, Any]:
    told = answers[answers["block"] == counted["block"]]
    met = pairs[pairs["first"].isin(told.index)]
    heard = set(told["article"])
    return {
        "question": _asked(str(counted["block"]), lang),
        "articles": int(counted["articles"]),
        "voices": int(counted["voices"]),
        "origins": int(counted["origins"]),
        "answers": [
            {
                "article": row["article"],
                "voice": row["voice"],
                "value": _value(row["low"], row["high"]),
                "mode": row["mode"],
                "claim": row["claim"],
            }
            for row in told.to_dict("records")
        ],
        "not_addressed": [name for name in names if name not in heard],
        "pairs": [
            {
                "claims": [answers["claim"][first], answers["claim"][second]],
                "interval": interval,
                "relation": relation,
            }
            for first, second, interval, relation in met.itertuples(index=False)
            if answers["article"][first] != answers["article"][second]
        ],
    }


def _asked(block: str, lang: str) -> str:
    """A question of many articles in words, with the country and the day it is about."""
    sort, counted, where, day = block.split("|")[:4]
    texts = question_texts(lang)
    known = next((texts[one] for one in counted.split("/") if one in texts), None)
    asked = known or texts.get(sort) or texts["other"]
    return " · ".join(part for part in (asked, where, day) if part)


def _value(low: Any, high: Any) -> str:
    return str(Interval(*(None if pd.isna(bound) else float(bound) for bound in (low, high))))
