"""Ministries and offices of English as they are filed: `Ministry of Health`, `Minister of Finance`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.en.field_lists import field_list_end
from factcheck.lang.actors import Entry, entry_at
from factcheck.text import Token

_PORTFOLIO = frozenset({"portfolio"})
_KIND = {"ministry": "Ministry", "minister": "Ministry", "department": "Department"}


def ministry_name(text: str, tokens: Sequence[Token], first: int, last: int) -> str | None:
    """`Ministry of Health` from "Health Ministry", "health minister"; a department stays one."""
    for k in range(first, last):
        form = tokens[k].form.removesuffix("'s")
        if form not in _KIND:
            continue
        if k + 2 < last and tokens[k + 1].form in ("of", "for"):
            found = entry_at(text, tokens, k + 2 + (tokens[k + 2].form == "the"), "en", _PORTFOLIO)
            listed = field_list_end(text, tokens, found.last, last) if found is not None and found.last < last else None
            if listed is not None and form != "minister":
                return None  # "the Department for Environment, Food and Rural Affairs" is filed as written
            if found is not None and found.last <= last:
                return f"{_KIND[form]} of {found.entry.name}"
            if (
                form == "ministry"
                and last - k <= 5
                and all(t.kind == "word" and t.form != "in" for t in tokens[k:last])
            ):
                small = ("of", "and", "the", "for")
                named = (t.form if t.form in small else t.form.capitalize() for t in tokens[k + 2 : last])
                return f"Ministry of {' '.join(named)}"
        for back in (k - 2, k - 1):
            found = entry_at(text, tokens, back, "en", _PORTFOLIO) if back >= first else None
            if found is not None and found.last == k:
                return f"{_KIND[form]} of {found.entry.name}"
    return None


def office_title(entry: Entry, ministry: str | None) -> str | None:
    """The office as it is filed: `Minister of Finance`, `President`; `None` for callings and forms of address."""
    if entry.name == "Minister" and ministry:
        return ministry.replace("Ministry", "Minister", 1)
    return entry.name if entry.rank in ("head", "office") else None


def is_listed_portfolio(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether token `at` stands in the list of what a minister is of: "Minister of Trade, Youth and Sports Ruiz"."""
    listed = tokens[at - 1].form in ("and", ",", "of", "for")
    return listed and at > first and any(tokens[k].form in _KIND for k in range(first, at))


def is_field(behind: Sequence[Token]) -> bool:
    """Whether what looks like an office is what a ministry is for, by the words behind it: "the justice | ministry"."""
    return bool(behind) and behind[0].form in ("ministry", "department")
