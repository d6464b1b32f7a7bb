"""Figures and places that a source arrives at: "had the crowd at 6,000", "make it 22", "came up with 48 per cent"."""

from __future__ import annotations

from factcheck.extract.amounts import CURRENCY_SIGNS
from factcheck.extract.en.cues import Cue
from factcheck.extract.en.documents import number_behind_bound
from factcheck.extract.en.name_runs import word_roles
from factcheck.extract.en.quoted import content_end, skip_adverbs
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.vouching import is_voice
from factcheck.lang.english import words

_LARGE = 3  # digits from which a number is no hour, no score and no age
_OBJECT = 9  # tokens of what is counted or placed
_HARMED = frozenset(("affected", "damaged", "destroyed", "flooded", "victim", "victims"))
_CURRENCIES = frozenset(("dollars", "euros", "pounds"))
_OF_PLACE = frozenset(("inside", "outside", "from", "off", "away", "above", "below", "short", "beyond", "upstream"))


def held_at(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`had the crowd at about 6,000`, `had it at 6,000`; but `had the lead at 3-0`, `had the meeting at 10`, `had it at
    300 degrees`.
    """
    k = cue.last
    at = next((j for j in range(k + 1, min(k + _OBJECT, s.last - 1)) if s.form(j) == "at"), k)
    number = number_behind_bound(s, at + 1)
    if at == k or number is None or not is_voice(s, *subject) or s.form(number + 1) in ("-", ":", "am", "pm"):
        return None
    counted = s.form(at - 1) in words("toll_noun", "total_noun") | {"damage"}
    ends = number + 1 >= s.last or s.tag(number + 1) in "MC"
    large = s.form(k) in ("it", "that") and at == k + 1 and _is_large(s, number) and ends
    return (k, content_end(s, k)) if (counted and set(s.letters(k, at)) <= set("DN#AI")) or large else None


def made_it(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`make it closer to 900`, `makes it 22`; but `that makes it 22 wins`, `Berg made it 2-1`, `visitors made it 3`."""
    k = cue.last + 1
    k += 2 if s.form(k) in ("closer", "nearer") and s.form(k + 1) == "to" else s.form(k) in ("closer", "nearer")
    number = number_behind_bound(s, k)
    head = s.form(subject[1] - 1)
    many = head.endswith("s") or head in words("group", "collective", "armed") | word_roles("organisation")
    many = many and s.form(cue.first) != "made"
    if number is None or not is_voice(s, *subject) or not (many or k > cue.last + 1):
        return None
    return (cue.last, number + 1) if _ends(s, number) else None


def reached(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`arrived at 210,000 dollars`, `came up with 48 per cent`, `arrived at a total of 40`; but `arrived at 300 for 6`,
    `arrived at a rate of 300 a day`, `came up with 3 million dollars`.
    """
    k = skip_adverbs(s, cue.last)
    adds_up = cue.lemma == "come up with"
    figures = words("total_noun", "figure_noun") | ({"range"} if adds_up else set())
    if not is_voice(s, *subject):
        return None
    end = next((j for j in range(k, s.last) if s.form(j) in (",", ";", ".", "and") and s.outside(j)), s.last)
    if s.form(k) in ("a", "an") and not figures.isdisjoint((s.form(k + 1), s.form(k + 2))):
        return (k, end) if "#" in s.letters(k, k + 6) else None
    money = s.form(k) in CURRENCY_SIGNS
    number = number_behind_bound(s, k + money)
    if number is None or not _ends(s, number):
        return None
    share = s.form(number + 1) in ("%", "percent", "per")
    paid = money or s.form(number + 1) in _CURRENCIES
    return (k, end) if share or paid != adds_up else None


def bounded(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """A number of what suffered, with what bounds it: `recognises only 60 affected homes`; but `recognises only 12
    states`.
    """
    k = cue.last
    number = number_behind_bound(s, k)
    if number is None or number == k or not is_voice(s, *subject):
        return None
    harmed = any(s.form(j) in words("fate", "tolled_noun") | _HARMED for j in range(number + 1, number + 4))
    return (k, content_end(s, k)) if harmed else None


def tolled(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """How many deaths: `has certified nine drownings`; but `certified 12 pilots`, `certified 40 cases of wine`."""
    number = number_behind_bound(s, cue.last)
    told = number is not None and any(s.form(j) in words("tolled_noun") for j in range(number + 1, number + 4))
    return (cue.last, content_end(s, cue.last)) if told else None


def located(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """Where a source puts what nobody can carry, or a paper anything: `places the hole 30 metres inside its fence`; but
    `placed the statue 30 metres from the gate`.
    """
    k = cue.last
    number = next((j for j in range(k + 1, min(k + _OBJECT, s.last - 3)) if s.tag(j) == "#"), None)
    if number is None or not set(s.letters(k, number)) <= set("DNA") or s.tag(k) != "D" or not is_voice(s, *subject):
        return None
    if s.form(number - 1) not in words("unmoved") and s.form(subject[1] - 1) not in words("document"):
        return None
    placed = s.form(number + 2) in words("distance_end") | _OF_PLACE and s.tag(number + 1) == "N"
    return (k, content_end(s, k)) if placed else None


def _is_large(s: Tagged, number: int) -> bool:
    form = s.form(number)
    return sum(c.isdigit() for c in form) >= _LARGE or form.isalpha()


def _ends(s: Tagged, number: int) -> bool:
    """Whether a number ends what is said, but for its unit: "22.", "48 per cent", "210,000 dollars, and"."""
    k = number + 1
    k += 2 if s.form(k) == "per" else s.form(k) in ("%", "percent", "dollars", "euros", "pounds", "people")
    return k >= s.last or s.form(k) in (",", ".", ";", "and", "for", "in") or s.tag(k) == "S"
