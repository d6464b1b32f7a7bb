"""Many articles at once, in columns: accounts compared by grouping, who said what, and which voices are independent.

answers_table(article, claims, text) -> DataFrame      what one article's claims answer, with blocks across articles
compare_accounts(answers) -> DataFrame                 the pairs, equal to `factcheck.accounts.pairs.pair_values`
voices_matrix(answers) -> DataFrame                    voice by question and article
independent_voices(answers) -> DataFrame               how many independent origins each question has
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from factcheck.accounts.answers import Answer, find_answers
from factcheck.accounts.context import Claims
from factcheck.accounts.counted import PEOPLE
from factcheck.accounts.outcomes import scope_of
from factcheck.accounts.pairs import LISTED
from factcheck.accounts.relations import reach_of
from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.findings.phrases import has_phrase
from factcheck.quantity import Interval

ANSWER_COLUMNS: tuple[str, ...] = (
    "article", "claim", "block", "voice", "relay", "mode", "low", "high", "reach", "scope", "part", "newer",
    "remaining", "words",
)  # fmt: skip
INTERVALS: tuple[str, ...] = ("equal", "entails", "entailed_by", "overlaps", "disjoint")
RELATIONS: tuple[str, ...] = ("compatible", "refines", "contradicts")

ANCHOR = 8  # letters of a claim's id in a cell of the matrix
TELLING = 5  # words from which a claim can be known again in another article
NEAR = 0.8  # share of words from which two claims of one question are one text
_PART = 1 << 15  # rows

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]
_Bytes = npt.NDArray[np.int8]


def answers_table(article: Article, claims: Sequence[Claim], sources: Sequence[str] = ()) -> pd.DataFrame:
    """One row a number that a claim gives, in text order, with the question it answers across articles in `block`.

    A block is the sort of thing, what is counted, the country and the day or month, so far as the claim says them; the
    article's page date stands in for the day, and the country it names most often for the country. `words` are the
    roots of the claim, `relay` the agency that passes it on: one it names, else, for the article's own words, the one
    that its sources line names alone (`sources`, as `Reading.article.sources` gives them).
    """
    return pd.DataFrame(answer_rows(article, claims, sources), columns=list(ANSWER_COLUMNS))


def answer_rows(article: Article, claims: Sequence[Claim], sources: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The rows of `answers_table`, one dict each, for those who gather the rows of many articles."""
    agency = sources[0] if len(sources) == 1 and not has_phrase(sources[0], article.lang, "unnamed") else None
    telling = [claim for claim in claims if claim.quantities and claim.same_as is None and not claim.denied]
    home = _home(claims)
    return [_row(article, answer, home, agency) for answer in find_answers(Claims(telling, article.text, article.lang))]


def _home(claims: Sequence[Claim]) -> str:
    """The country an article names most often; none where two are named as often."""
    named = Counter(place.country for claim in claims for place in claim.places if place.country).most_common(2)
    return named[0][0] if named and (len(named) == 1 or named[0][1] > named[1][1]) else ""


def _row(article: Article, answer: Answer, home: str, agency: str | None) -> dict[str, Any]:
    outlet = article.outlet or article.id
    return {
        "article": article.id,
        "claim": answer.claim.id,
        "block": _block(article, answer, home),
        "voice": answer.voice if answer.claim.mode != "narrator" else outlet,
        "relay": answer.claim.relay or (agency if answer.claim.mode == "narrator" else None),
        "mode": answer.claim.mode,
        "low": answer.interval.low,
        "high": answer.interval.high,
        "reach": reach_of(answer.quantity, answer.interval),
        "scope": scope_of(answer),
        "part": answer.part,
        "newer": answer.newer,
        "remaining": answer.remaining,
        "words": " ".join(sorted(answer.words)),
    }


def _block(article: Article, answer: Answer, home: str) -> str:
    """The question across articles. A number of nothing that is named answers none but its own article's."""
    counted = "/".join(sorted(answer.measures - {PEOPLE})) or answer.noun or "/".join(sorted(answer.measures))
    day = answer.days[0] if answer.days else article.page_date
    where = "/".join(sorted(answer.countries)) or home
    return "|".join((answer.sort, counted or article.id, where, day.isoformat() if day else ""))


def compare_accounts(answers: pd.DataFrame) -> pd.DataFrame:
    """The pairs of different voices with different values in one block: row places `first` and `second`, the interval
    relation and the relation; block by block, in no order that means anything.

    Needs `block`, `voice`, `low`, `high`; `reach`, `scope`, `part`, `newer`, `remaining` count where they are there.
    Linear in the number of rows: each distinct answer meets the first `LISTED` of its block.
    """
    columns = _columns(answers)
    found = [
        _pairs(rows, {name: column[rows] for name, column in columns.items()}) for rows in _parts(columns["block"])
    ]
    first, second, interval, relation = (np.concatenate(column) for column in zip(*found, strict=True))
    return pd.DataFrame(
        {
            "first": first,
            "second": second,
            "interval": pd.Categorical.from_codes(interval, _names(INTERVALS)),
            "relation": pd.Categorical.from_codes(relation, _names(RELATIONS)),
        },
        copy=False,  # copying four million pairs into one block costs as much as finding them
    )


def _columns(answers: pd.DataFrame) -> dict[str, npt.NDArray[Any]]:
    """The columns that count, as arrays: codes for blocks, voices and scopes, infinities for open ends."""
    low = np.nan_to_num(answers["low"].to_numpy(np.float64, na_value=np.nan), nan=-np.inf)
    high = np.nan_to_num(answers["high"].to_numpy(np.float64, na_value=np.nan), nan=np.inf)
    columns = {"block": _codes(answers["block"]), "voice": _codes(answers["voice"]), "low": low, "high": high}
    if "reach" in answers and answers["reach"].any():
        columns["reach"] = answers["reach"].to_numpy(np.float64)
    if "scope" in answers and answers["scope"].any():
        columns["scope"] = np.where(answers["scope"] == "", -1, _codes(answers["scope"]))
    for name in ("part", "newer", "remaining"):
        if name in answers and answers[name].any():
            columns[name] = answers[name].to_numpy(bool)
    return columns


def _codes(column: pd.Series[Any] | npt.NDArray[Any]) -> _Ints:
    """A whole number from 0 for each distinct value; whole numbers that are small already are taken as they are."""
    if column.dtype.kind in "iu" and len(column) and column.min() >= 0 and column.max() <= 4 * len(column):
        return np.asarray(column, np.int64)
    return np.asarray(pd.factorize(column, use_na_sentinel=False)[0], np.int64)


def _joined(left: _Ints, right: _Ints) -> _Ints:
    """A number for each pair of codes, exact: both are renumbered where the product could overflow."""
    if not len(left):
        return left
    if int(left.max()) + 1 > np.iinfo(np.int64).max // (int(right.max()) + 1):
        left, right = _codes(left), _codes(right)
    return left * (int(right.max()) + 1) + right


def _parts(block: _Ints) -> list[npt.NDArray[np.int32]]:
    """The rows in parts that fit a processor's cache, in order, no block in two of them: what keeps the time linear."""
    count = min(256, len(block) // _PART + 1)
    if count == 1:
        return [np.arange(len(block), dtype=np.int32)]
    key = (block % count).astype(np.uint8)
    order = np.argsort(key, kind="stable").astype(np.int32)
    return np.split(order, np.cumsum(np.bincount(key, minlength=count))[:-1])


def _pairs(rows: npt.NDArray[np.int32], part: dict[str, npt.NDArray[Any]]) -> tuple[npt.NDArray[Any], ...]:
    """The pairs of one part: first and second row, interval and relation as places in their lists."""
    block, voice, said = _codes(part["block"]), part["voice"], _joined(_codes(part["low"]), _codes(part["high"]))
    answer = pd.Series(_joined(_joined(block, voice), said))
    distinct = np.flatnonzero(~answer.duplicated().to_numpy())
    first, second = _meetings(block[distinct])
    first, second = distinct[first], distinct[second]
    kept = (voice[first] != voice[second]) & (said[first] != said[second])
    first, second = first[kept], second[kept]
    interval = _intervals(part, first, second)
    return rows[first], rows[second], interval, _relations(part, interval, first, second)


def _meetings(block: _Ints) -> tuple[_Ints, _Ints]:
    """Every row with each of the first `LISTED` rows of its block before it: two arrays, in order of the later row."""
    if not len(block):
        return block, block
    order = np.argsort(block, kind="stable")
    sizes = np.bincount(block)
    start = np.cumsum(sizes) - sizes
    rank = np.empty(len(block), np.int64)
    rank[order] = np.arange(len(block)) - np.repeat(start, sizes)
    met = np.minimum(rank, LISTED)
    second = np.repeat(np.arange(len(block)), met)
    k = np.arange(len(second)) - np.repeat(np.cumsum(met) - met, met)
    return order[start[block[second]] + k], second


def _intervals(part: dict[str, npt.NDArray[Any]], first: _Ints, second: _Ints) -> _Bytes:
    """The interval relation of each pair, as a place in `INTERVALS`; none is equal, for those were left out."""
    low, high = part["low"], part["high"]
    a_low, a_high, b_low, b_high = low[first], high[first], low[second], high[second]
    found = np.full(len(first), INTERVALS.index("overlaps"), np.int8)
    apart = (a_low > b_high) | (b_low > a_high)
    found[apart] = INTERVALS.index("disjoint")
    found[(b_low >= a_low) & (b_high <= a_high)] = INTERVALS.index("entailed_by")
    found[(a_low >= b_low) & (a_high <= b_high)] = INTERVALS.index("entails")
    if "reach" in part:
        reach, far = part["reach"], np.flatnonzero(apart)
        i, j = first[far], second[far]
        met = (low[i] - reach[i] <= high[j] + reach[j]) & (low[j] - reach[j] <= high[i] + reach[i])
        found[far[met]] = INTERVALS.index("overlaps")
    return found


def _relations(part: dict[str, npt.NDArray[Any]], interval: _Bytes, first: _Ints, second: _Ints) -> _Bytes:
    """The relation of each pair, as a place in `RELATIONS`."""
    found = np.zeros(len(first), np.int8)
    far = np.flatnonzero(interval == INTERVALS.index("disjoint"))
    i, j = first[far], second[far]
    other = np.zeros(len(far), bool)
    if "part" in part:
        other |= part["part"][i] != part["part"][j]
    if "scope" in part:
        scope = part["scope"]
        other |= (scope[i] != scope[j]) & (scope[i] >= 0) & (scope[j] >= 0)
    found[far] = np.where(other, RELATIONS.index("compatible"), RELATIONS.index("contradicts"))
    if "newer" in part:
        found[far[part["newer"][i] | part["newer"][j]]] = RELATIONS.index("refines")
    if "remaining" in part:
        left = part["remaining"][j] & (part["high"][j] < part["low"][i])
        found[far[left]] = RELATIONS.index("refines")
    return found


def _names(words: tuple[str, ...]) -> pd.Index[Any]:
    return pd.Index(words)


def voices_matrix(answers: pd.DataFrame) -> pd.DataFrame:
    """Who said what: a row a question, a column a voice in an article; a cell holds its values, how they are given and
    the first letters of the claim's id (`≥ 1 (indirect_speech, c1a2b3c4)`), and is missing where the voice does not
    address the question.
    """
    cells = answers.assign(
        cell=[_cell(*row) for row in answers[["low", "high", "mode", "claim"]].itertuples(index=False)]
    )
    told = cells.groupby(["block", "article", "voice"], sort=True)["cell"].agg(
        lambda found: "; ".join(dict.fromkeys(found))
    )
    return told.unstack(["article", "voice"])


def _cell(low: float | None, high: float | None, mode: str, claim: str) -> str:
    return f"{Interval(_bound(low), _bound(high))} ({mode}, {claim[:ANCHOR]})"


def _bound(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def independent_voices(answers: pd.DataFrame) -> pd.DataFrame:
    """For each block how many voices answer it and how many origins they come from.

    Outlets that carry one agency's words count once: by the relay or the one agency they name, else by the same words,
    or nearly the same, in another article.
    """
    text = _texts(answers)
    shared = answers.assign(text=text).groupby("text")["article"].transform("nunique") > 1
    origin = answers["relay"].where(answers["relay"].notna(), text.where(shared & (text != "")))
    origin = origin.where(origin.notna(), answers["voice"])
    told = answers.assign(origin=origin).groupby("block", sort=True)
    return told.agg(
        voices=("voice", "nunique"), origins=("origin", "nunique"), articles=("article", "nunique")
    ).reset_index()


def _texts(answers: pd.DataFrame) -> pd.Series[str]:
    """A text for each row: its words and value, or those of the first row of its block that says nearly the same; none
    for a few words, in which two sources agree by chance. The first `LISTED` of a block are looked at: linear.
    """
    told: dict[Any, list[tuple[str, frozenset[str]]]] = {}
    found: list[str] = []
    columns = (answers[name] for name in ("block", "low", "high", "words"))
    for block, low, high, words in zip(*columns, strict=True):
        said = frozenset(words.split())
        if len(said) < TELLING:
            found.append("")
            continue
        listed = told.setdefault((block, str(low), str(high)), [])
        near = next((text for text, other in listed if len(said & other) >= NEAR * len(said | other)), None)
        if near is None:
            near = f"{low} {high} {words}"
            if len(listed) < LISTED:
                listed.append((near, said))
        found.append(near)
    return pd.Series(found, index=answers.index, dtype=object)
