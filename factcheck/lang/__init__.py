"""What is known of a language: word lists as data, one entry a line with its English gloss; a little code for forms."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(lang: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of the word list `name` of a language, split at tabs; blank lines and `#` comments are left out."""
    text = files(__name__).joinpath(lang, f"{name}.tsv").read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))
