"""How the command line prints: tables in a terminal with Arabic cells isolated, or JSON and nothing else."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from factcheck.article import Article, looks_like_page
from factcheck.errors import FactcheckError
from factcheck.lang.direction import FIRST_STRONG, POP, balanced, quoted

_KEPT = f"\u200c{FIRST_STRONG}{POP}"
WIDTH_WITHOUT_TERMINAL = 120
WIDEST = 28  # of any column but the last


def one_of(*choices: str) -> Callable[[str | None], str | None]:
    """A check for an option that may be left out or be one of `choices`."""

    def check(value: str | None) -> str | None:
        if value is not None and value not in choices:
            raise FactcheckError(f"{value[:60]!r} is not accepted here; it can be {', '.join(choices)}.")
        return value

    return check


def warn_of_page(article: Article, source: str) -> None:
    """Say on stderr that an article looks like the source of a page, where it does."""
    if looks_like_page(article.text):
        print(
            f"factcheck: {source} looks like the source of a page, not its text; "
            "capture the page by its address (factcheck add URL), or save its text alone.",
            file=sys.stderr,
        )


def print_json(value: Any) -> None:
    """One JSON document on a line of stdout, non-ASCII as it is."""
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.flush()


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table on stdout; each line of a cell is isolated, so that the terminal orders it by its own direction."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=_width(), highlight=False)
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = _column_widths(columns, cells, console.width)
    table = Table(title=Text(isolate(title)), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(Text(column), no_wrap=True)
    for row in cells:
        wrapped = (textwrap.wrap(cell, width) for cell, width in zip(row, widths, strict=True))
        table.add_row(*(Text("\n".join(map(isolate, balanced(lines)))) for lines in wrapped))
    console.print(table)


def _width() -> int | None:
    return None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDTH_WITHOUT_TERMINAL


def _column_widths(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """What each column needs, none but the last more than `WIDEST`; the last has what is left."""
    needed = [max(map(len, column), default=0) for column in zip(*cells, strict=True)] or [0] * len(columns)
    taken = [max(len(name), min(need, WIDEST)) for name, need in zip(columns, needed, strict=True)]
    return [*taken[:-1], max(20, width - sum(taken[:-1]) - 3 * len(columns))]


def plain(value: object) -> str:
    """A cell's text on one line without control characters, but for words isolated within it."""
    text = "" if value is None else str(value)
    return balanced(["".join(char if char.isprintable() or char in _KEPT else " " for char in text)])[0]


def isolate(text: str) -> str:
    """A line of text with U+2068 … U+2069 round it where it is not plain ASCII."""
    return text if text.isascii() else quoted(plain(text))


def short_ids(ids: Sequence[str], at_least: int = 6) -> dict[str, str]:
    """Each id cut to the fewest characters that tell it from the others, and no fewer than `at_least`."""
    length = at_least
    while len({one[:length] for one in ids}) < len(set(ids)):
        length += 1
    return {one: one[:length] for one in ids}
