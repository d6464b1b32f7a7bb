"""Days as a text gives them: inclusive intervals with their grain and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

DateKind = Literal["date", "relative_date"]
DateBasis = Literal["text", "page_date"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text. `low` and `high` are inclusive days, `iso` a day, month, year or `start/end`.

    `basis` says whether the words alone settle it (`text`) or the article's page date is needed (`page_date`); without
    one `iso`, `low` and `high` are `None`. `settled` is false while what it rests on is in doubt.
    """

    start: int
    end: int
    exact: str
    kind: DateKind
    low: date | None
    high: date | None
    iso: str | None
    grain: str
    basis: DateBasis
    settled: bool = True
    weekday_fits: bool | None = None
