"""What a date's words say, before the calendar is asked; and the form of the calendar's answer."""

from __future__ import annotations

from typing import Literal, NamedTuple

from factcheck.dates import DateBasis, Days

Relation = Literal["since", "until", "before", "after", "by", "from"]
SAME = 2  # the direction of `الشهر نفسه`: that of the date said before
PREVIOUS = 3  # of `العام السابق`: before the date said before, where one is
EARLIER = 4  # of "a year earlier": the date said before, so much earlier; without one, the page's
AGO = 6  # of "a year ago": the page's, and no date of a later sentence is told from it
DEADLINE = 7  # of "within 30 days": from the day it was set, which the sentence may name
THAT_NIGHT = 8  # of `تلك الليلة`: the night told last
THAN_THAT = 5  # of `قبل ذلك بعام`: the same, and nothing without a date said before


class When(NamedTuple):
    """The parts of a date as the words give them; what they leave out is `None`.

    `offset` counts grains from the reference (last week: -1), `span` is a stretch that ends or begins at it (the past
    three days: -3), `nth` numbers a quarter, half or season, `direction` is last -1, this 0 or next 1. `stretch` is how
    many of which grain end with the date (the three months to June).
    """

    grain: str = "day"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    offset: int | None = None
    span: int | None = None
    direction: int | None = None
    part: str | None = None
    hijri: bool = False
    relation: Relation | None = None
    other: When | None = None
    stretch: tuple[int, str] | None = None

    @property
    def names_itself(self) -> bool:
        """Whether the words say a day of the month, a month or a year themselves."""
        return self.year is not None or self.month is not None or (self.other is not None and self.other.names_itself)


class Resolved(NamedTuple):
    """The calendar's answer: the days, their grain, what they rest on, and whether a named weekday fits; `named` are
    the days that a deadline names, more than one: the year of "by 2028".
    """

    days: Days
    grain: str
    basis: DateBasis
    weekday_fits: bool | None = None
    named: Days | None = None
