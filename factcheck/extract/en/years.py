"""English years: four digits that count nothing."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.en.calendar import Read
from factcheck.extract.en.units import bounds, is_plural, measures, words
from factcheck.extract.when import When

_YEAR_LEADS = frozenset(
    {"in", "since", "by", "until", "before", "after", "of", "from", "during", "to", "through", "late", "early", "mid"}
    | {"circa", "and", "for"}
)
_OWNERS = frozenset({"the", "a", "its", "their", "his", "her", "our"})


def bare_year(row: Row, i: int, prefixed: bool) -> Read | None:
    """`in 2019`, `2019`, `the 2018 elections`: four digits that count nothing."""
    form = row.form(i)
    if not form.isdecimal() or len(form) != 4 or not 1000 <= int(form) < 2100:
        return None
    if int(form) < 1500 and not _is_early_year(row, i):
        return None
    if (
        row.touches(i + 1)
        and (row.kind(i + 1) == "word" or row.form(i + 1) in ("-", "%", "/", ":"))
        and not (row.form(i + 1) == "-" and prefixed)
        and (row.form(i + 1) != "-" or (row.kind(i + 2) == "number" and len(row.form(i + 2)) != 4))
    ):
        return None
    before, following = row.form(i - 1), row.form(i + 1)
    if before in words("numbered"):
        return None
    behind = (row.kind(i + 1) != "word" and following not in (",", "%")) or following in ("by", "when", "for")
    about = before in ("about", "around") and row.form(i - 2) == "in" and behind
    if not (prefixed or about or before == "by") and bounds("before").before(row.tokens, i) is not None:
        return None
    if measures().at(row.tokens, i + 1) is not None:
        return None
    counts = is_plural(following) and row.kind(i + 1) == "word" and before != "in" and not prefixed
    if counts and not _tells_which(row, i):
        return None
    bounded = before == "than" and row.form(i - 2) in ("earlier", "later") and following not in ("on", "at", "hours")
    if (
        not (prefixed or bounded or about)
        and before not in _YEAR_LEADS
        and row.kind(i - 1) == "word"
        and int(form) < 1900
    ):
        return None
    return When(grain="year", year=int(form)), i + 1


def _is_early_year(row: Row, i: int) -> bool:
    """Whether four digits behind "in" count nothing though few years are told so: "a bell cast in 1468", not "in 1204
    homes", "in 1200 of the rooms".
    """
    following = row.form(i + 1)
    ends = row.kind(i + 1) != "word" and following not in ("%", "-", "/", ":", "$", "£", "€")
    about = row.form(i - 1) in ("about", "around") and following != ","
    return row.form(i - 2 if about else i - 1) == "in" and (ends or following in _BEHIND_YEAR)


_BEHIND_YEAR = frozenset(
    ("and", "but", "when", "by", "for", "after", "before", "as", "at", "on", "during", "under", "who", "which", "was")
)


def _tells_which(row: Row, i: int) -> bool:
    """Whether a year behind an article or owner tells which: `the 2018 elections`, not `the 2000 workers`."""
    before, year = row.form(i - 1), int(row.form(i))
    return 1900 <= year != 2000 and (before in _OWNERS or before.endswith("'s"))
