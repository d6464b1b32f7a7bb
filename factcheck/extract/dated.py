"""A date expression found in a row of tokens, before it is resolved."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.when import When


class Expression(NamedTuple):
    """The words `tokens[first:last]` and what they say; `start` and `end` are offsets into the text."""

    first: int
    last: int
    start: int
    end: int
    when: When
