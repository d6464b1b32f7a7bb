"""Near-duplicate articles: copies of one wire text, found by MinHash over shingles of words, linear in the articles.

Each article has a signature of `HASHES` minima; the share of equal minima estimates the Jaccard resemblance of its
shingles with another's (Broder 1997). Articles meet where `ROWS` minima in a row are equal, and join where the estimate
is at least `ALIKE`. Written here in numpy: the libraries that do it bring scipy along, for thirty lines.
"""

from __future__ import annotations

import re
import zlib

import numpy as np
import numpy.typing as npt
import pandas as pd

from factcheck.text import fold

SHINGLE = 5  # words
HASHES = 60
ROWS = 3  # minima that must be equal for two articles to be compared
ALIKE = 0.6  # resemblance: a copy with a new headline and a paragraph cut stays above, two reports of one event below

_PRIME = np.uint64((1 << 31) - 1)
_WORD = re.compile(r"\w+")
_RANDOM = np.random.RandomState(20240911)  # its stream is frozen by numpy; any seed would do
_FACTORS = _RANDOM.randint(1, int(_PRIME), size=(2, HASHES, 1)).astype(np.uint64)


def signature(text: str) -> bytes:
    """The signature of a text, `4 * HASHES` bytes; empty for a text with no words."""
    words = _WORD.findall(fold(text))
    if not words:
        return b""
    last = max(1, len(words) - SHINGLE + 1)
    shingles = {zlib.crc32(" ".join(words[i : i + SHINGLE]).encode()) for i in range(last)}
    hashed = np.fromiter(shingles, np.uint64, len(shingles)) % _PRIME
    minima = ((_FACTORS[0] * hashed + _FACTORS[1]) % _PRIME).min(axis=1)
    return bytes(minima.astype("<u4").tobytes())


def groups(articles: pd.DataFrame) -> pd.Series[int]:
    """For each article the row number of the first article it repeats, or its own; in the order of `articles`.

    Needs a column `signature`, or `text` to make it from. Articles without words repeat nothing.
    """
    made = articles["signature"] if "signature" in articles else articles["text"].map(signature)
    told = np.flatnonzero(made.map(len).to_numpy() > 0)
    minima = np.frombuffer(b"".join(made.iloc[told]), "<u4").reshape(len(told), HASHES)
    first = np.arange(len(told))
    for row in range(0, HASHES, ROWS):
        _join(first, minima, np.ascontiguousarray(minima[:, row : row + ROWS]))
    group = np.arange(len(articles))
    group[told] = told[_roots(first)]
    return pd.Series(group, index=articles.index, name="group")


def _join(first: npt.NDArray[np.int64], minima: npt.NDArray[np.uint32], band: npt.NDArray[np.uint32]) -> None:
    """Point each article with an equal band and a like signature at the first article of that band."""
    if not len(band):
        return
    keys = band.view(np.dtype((np.void, band.dtype.itemsize * ROWS))).ravel()
    _, heads, inverse = np.unique(keys, return_index=True, return_inverse=True)
    head = heads[inverse.ravel()]
    later = np.flatnonzero(head != np.arange(len(head)))
    for one in later[(minima[later] == minima[head[later]]).mean(axis=1) >= ALIKE]:
        a, b = _root(first, one), _root(first, head[one])
        first[max(a, b)] = min(a, b)


def _root(first: npt.NDArray[np.int64], one: int) -> int:
    while first[one] != one:
        first[one] = first[first[one]]
        one = int(first[one])
    return one


def _roots(first: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return np.array([_root(first, one) for one in range(len(first))], np.int64)
