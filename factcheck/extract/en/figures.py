"""Figures that a reporting word of English sets: "put the cost at 870,000", "raised the toll to five"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.documents import number_behind_bound
from factcheck.extract.en.gapped import is_alone
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.own_deeds import account_summed_up
from factcheck.extract.en.quoted import content_end, skip_adverbs
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def with_figure(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`put the figure at 870,000 euros`, `estimated the damage at between …`."""
    k = cue.last
    if cue.lemma in words("sets_figure"):
        return _figure_set(s, k, mended=cue.lemma not in ("raise", "lower"))
    if cue.lemma == "place" and words("moment").isdisjoint(s.form(j) for j in range(k, min(k + 4, s.last))):
        return None  # "placed the start of it at 9:24", not "placed two boats at 9:24"
    related = s.form(k) == "at" and s.form(subject[0] - 1) == "which" and number_behind_bound(s, k + 1) is not None
    if related:  # "the costs, which the paper puts | at 1.2 million"
        return k, content_end(s, k)
    for j in range(k + 1, min(k + 20, s.last - 1)):
        if s.form(j) in ("at", "nearer", "closer", "above", "below", "around") and any(
            s.tag(m) == "#" for m in range(j + 1, min(j + 6, s.last))
        ):
            return k, content_end(s, k)
        figure = s.form(j) in _TIMED and any(s.form(m) in words("toll_noun") | _NUMBER for m in range(k, j))
        if (s.tag(j) in "WS" and not figure) or s.tag(j) in FINITE or s.form(j) in ";":
            return None
    return None


_TIMED = ("since", "after", "before", "until")  # "put the death toll since May at 97"
_NUMBER = frozenset(("number", "figure", "cost", "count"))


def with_number(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """A number alone, of what was told before: `Organisers claimed 300`, `claimed a turnout of 4,000`."""
    k = skip_adverbs(s, cue.last)
    if s.form(k) in ("a", "an") and {s.form(k + 1), s.form(k + 2)} & words("total_noun"):
        end = content_end(s, k)
        return (k, end) if "#" in s.letters(k, min(end, k + 6)) else None
    at = k + (s.form(k) in ('"', "“"))
    if cue.lemma == "speak of" and s.tag(at) != "#" and number_behind_bound(s, at) is not None:
        return k, content_end(s, k)  # "organisers spoke of at least 15,000"
    end = content_end(s, k) if k < s.last and s.tag(k) == "#" else k
    summed = end > k and account_summed_up(s, k + 4) == k + 2 and subject[0] < subject[1]
    if summed and any(s.tag(j) in FINITE and s.outside(j) for j in range(k + 4, end)):
        return k, k + 1  # "said 31,000, a figure that counts the wounded"
    if end > k and all(s.tag(j) in "#M" for j in range(k, end)):
        return (k, end) if subject[0] < subject[1] else None
    if s.tag(k) == "#" and s.form(k + 1) in (",", "and") and not is_alone(s, k):
        return None  # "said 12, the same as last year, drowned"
    return _bounded(s, cue.last) if cue.lemma == "say" and subject[0] < subject[1] else None


def _bounded(s: Tagged, k: int) -> Range | None:
    """A number alone with what bounds it and the unit of money or share: "said | only 19", "said | 65 million dollars",
    "said | just 38 per cent"; but "said 12 prayers".
    """
    number = number_behind_bound(s, k)
    if number is None:
        return None
    end = next((j for j in range(number + 1, s.last) if s.tag(j) != "#"), s.last)
    end += 2 * (s.form(end) == "per" and s.form(end + 1) == "cent") or s.form(end) in _UNITS
    return (k, end) if end >= s.last or s.tag(end) in "MC" else None


_UNITS = frozenset(("%", "percent", "dollars", "euros", "pounds"))


def given_as(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`gave the number of those admitted as 97`, "gave turnout as 61 per cent"."""
    k = cue.last
    bare = s.form(k) in words("given_noun") and s.form(k + 1) == "as"
    told = bare or any(s.form(j) in words("given_noun") for j in range(k + 1, min(k + 4, s.last)))
    if not told or (s.tag(k) != "D" and not bare):
        return None
    given = next((j for j in range(k + 1, min(k + 14, s.last - 1)) if s.form(j) == "as"), None)
    if given is None or "#" not in s.letters(given + 1, given + 4):
        return None
    comma = next((j for j in range(given, s.last) if s.form(j) == "," and s.tag(j + 1) in FINITE), s.last)
    return k, min(content_end(s, k), comma)  # "The ministry, which gave the toll as 80, | said …"


def _figure_set(s: Tagged, k: int, *, mended: bool) -> Range | None:
    """`raised the toll to five`, `revised the number of dead to 12`: a figure heads what is set, and a number follows;
    but `updated the figure skating app to 3`, `raised the cost of tickets to 40 euros`.
    """
    to = next((j for j in range(k + 1, min(k + 7, s.last - 1)) if s.form(j) == "to"), None)
    if to is None or "#" not in s.letters(to + 1, to + 4):
        return None
    head = next((j for j in range(k, to) if s.tag(j) == "I"), to) - 1
    people = s.form(to - 1) in words("fate", "tolled_noun")
    told = s.form(head) in words("toll_noun") or (s.form(head) in _NUMBER and (head == to - 1 or people))
    told = told or (mended and to == k + 1 and s.form(k) in ("that", "it", "this") and _told_before(s))
    return (k, content_end(s, k)) if told else None


def _told_before(s: Tagged) -> bool:
    """Whether the sentence before tells how many people suffered: "… put the toll at four. … amended that to three"."""
    begin = next((j for j in range(s.first - 2, -1, -1) if s.tokens[j].form in (".", "!", "?")), -1) + 1
    before = range(begin, s.first)
    suffered = any(s.tokens[j].form in words("fate", "tolled_noun", "toll_noun") for j in before)
    return suffered and any(s.tokens[j].kind == "number" or s.tokens[j].form in words("number") for j in before)
