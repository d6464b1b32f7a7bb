"""How the command line prints: tables in a terminal with Arabic cells isolated, or JSON and nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
WIDTH_WITHOUT_TERMINAL = 120


def print_json(value: Any) -> None:
    """One JSON document on a line of stdout, non-ASCII as it is."""
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.flush()


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table on stdout; each cell is isolated, so that the terminal orders it by its own direction, and harmless."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDTH_WITHOUT_TERMINAL
    table = Table(title=Text(isolate(title)), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(Text(column), overflow="fold", no_wrap=number == 0)
    for row in rows:
        table.add_row(*(Text(isolate(cell)) for cell in row))
    Console(width=width, highlight=False).print(table)


def isolate(value: object) -> str:
    """A cell's text on one line without control characters; U+2068 … U+2069 round it where it is not plain ASCII."""
    if value is None:
        return ""
    text = "".join(char if char.isprintable() or char == "\u200c" else " " for char in str(value))
    return text if text.isascii() else f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def short_ids(ids: Sequence[str], at_least: int = 6) -> dict[str, str]:
    """Each id cut to the fewest characters that tell it from the others, and no fewer than `at_least`."""
    length = at_least
    while len({one[:length] for one in ids}) < len(set(ids)):
        length += 1
    return {one: one[:length] for one in ids}
