"""Articles of several voices, whole: the pairs a reader finds in them are found, few others, and rightly described."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.finding import Disagreement
from factcheck.reading import read

CASES = Path(__file__).with_name("cases")
PAGE_DATE = date(2025, 11, 27)


@dataclass(frozen=True)
class Wanted:
    """A pair as a reader wrote it down: dimension, relation, and words of either claim."""

    dimension: str
    relation: str
    first: str
    second: str


def articles(path: Path) -> list[tuple[str, str, list[Wanted]]]:
    """The articles of a file: name, text, and the pairs in it."""
    found: list[tuple[str, str, list[Wanted]]] = []
    for block in ("\n" + path.read_text("utf-8")).split("\n= ")[1:]:
        name, *lines = block.split("\n")
        text = "\n".join(line for line in lines if not line.startswith("> ")).strip() + "\n"
        pairs = [[part.strip() for part in line[2:].split("|")] for line in lines if line.startswith("> ")]
        found.append((name, text, [Wanted(*kind.split(), first, second) for kind, first, second in pairs]))
    return found


def _holds(claim: Claim, text: str, words: str) -> bool:
    """Whether a claim and some words of the text share half of the shorter of the two."""
    start = text.index(words)
    shared = min(claim.end, start + len(words)) - max(claim.start, start)
    return shared >= 0.5 * min(len(words), claim.end - claim.start)


def _meets(pair: Disagreement, claims: dict[str, Claim], text: str, wanted: Wanted) -> bool:
    first, second = (claims[i] for i in pair.claims)
    return _holds(first, text, wanted.first) and _holds(second, text, wanted.second)


def measured(path: Path, lang: str) -> dict[str, float]:
    """Precision and recall of pairs over the articles of a file, and how many of those found are rightly described."""
    n = dict.fromkeys(("wanted", "found", "met", "dimension", "relation"), 0)
    for _, text, pairs in articles(path):
        reading = read(Article("case", text, "0" * 64, lang, page_date=PAGE_DATE))
        claims = {claim.id: claim for claim in reading.claims}
        left = list(reading.disagreements)
        n["wanted"] += len(pairs)
        n["found"] += len(left)
        for wanted in pairs:
            pair = next((p for p in left if _meets(p, claims, text, wanted)), None)
            if pair is not None:
                left.remove(pair)
                n["met"] += 1
                n["dimension"] += pair.dimension == wanted.dimension
                n["relation"] += pair.relation == wanted.relation
    return {
        "precision": n["met"] / n["found"],
        "recall": n["met"] / n["wanted"],
        "dimension": n["dimension"] / n["met"],
        "relation": n["relation"] / n["met"],
    }


def test_the_pairs_of_arabic_articles_are_found() -> None:
    path = CASES / "ar" / "voices.txt"
    assert len(articles(path)) >= 20
    result = measured(path, "ar")
    assert result["precision"] >= 0.9, result
    assert result["recall"] >= 0.8, result
    assert result["dimension"] >= 0.9, result
    assert result["relation"] >= 0.9, result
