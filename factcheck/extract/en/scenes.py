"""Parts of an English story that claim nothing: somebody reacted or was asked, or the story only turns."""

from __future__ import annotations

from factcheck.extract.en.beside import is_about_naming, points_at_difference
from factcheck.extract.en.clauses import Piece
from factcheck.extract.en.complements import gives_another
from factcheck.extract.en.cues import cue_table
from factcheck.extract.en.documents import points_back
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.own_deeds import account_summed_up
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_HELD = frozenset(("arrested", "detained", "held", "stopped", "searched"))


def only_bids(s: Tagged, first: int, last: int) -> bool:
    """Whether quoted words bid somebody do something and say no more: "Come and look", "Ask anybody"."""
    opens = s.form(first) in words("bidding") and not s.outside(first) and last - first <= _BIDDING
    told = any(s.tag(k) in "XZ#" or (s.tag(k) in FINITE and s.tag(k - 1) != "C") for k in range(first + 1, last))
    return opens and not told and s.tag(first + 1) not in "TX"


_BIDDING = 8  # tokens of a bidding


def sets_the_scene(s: Tagged, piece: Piece) -> bool:
    """Whether a piece only tells that somebody reacted or was asked: "she declined to comment"."""
    first = s.form(piece.first)
    if _only_turns(s, piece):
        return True
    prompted = first in ("when", "while", "after") and s.form(piece.first + 1) in ("asked", "told")
    opens = piece.first == s.first and first in words("prompting") and s.form(piece.last) == ","  # "Pressed on it, …"
    if first in ("asked", "told") or prompted or opens or is_about_naming(s, piece.first, piece.last):
        return True
    verb = next((k for k in range(piece.first, piece.last) if s.tag(k) in FINITE), None)
    if verb is None or any(s.tag(k) == "#" for k in range(verb, piece.last)):
        return False
    denied = cue_table().get(s.form(piece.last - 1), ("", ""))[1] == "deny"
    if denied and account_summed_up(s, piece.first + 2) is not None:
        return True  # "…, Ruiz said, a claim the owner has denied"
    form, following = s.form(verb), s.form(min(verb + 1, s.last - 1))
    if form in words("said_behind") and set(s.letters(verb + 1, piece.last)) <= set("DN") and piece.last - verb <= 3:
        return True  # "…!" she told reporters
    held = s.form(verb - 1) == "and" and s.form(verb - 2) in _HELD  # "arrested and questioned the student"
    if form in words("reaction") and not held:
        return True
    after = [s.form(k) for k in range(verb + 1, min(verb + 4, piece.last))]
    if cue_table().get(form, ("", "", ()))[1] == "deny" and (
        {"it", "this", "them"} & set(after[:1]) or words("allegation") & set(after) or gives_another(s, verb + 1)
    ):
        return True
    if form in cue_table() and points_back(s, verb + 1):
        return True
    unreached = form == "could" and after == ["not", "be", "reached"]
    if unreached and (verb + 4 >= piece.last or s.tag(verb + 4) == "M" or s.form(verb + 4) in ("for", "by")):
        return True  # "Its owner could not be reached"
    if form in words("do") and after[:1] == ["not"] and set(after) & words("silent"):
        return True
    if points_at_difference(s, piece.first, verb, piece.last):
        return True
    return (form == "went" and following in ("further", "on")) or any(
        s.form(k) in ("comment", "questions") and s.form(k - 1) in ("to", "for", "answer", "immediate")
        for k in range(verb + 1, piece.last)
    )


def _only_turns(s: Tagged, piece: Piece) -> bool:
    """Whether a piece only leads on to what follows: "Then came the trouble", "give or take 4,000"."""
    came = s.form(piece.first) == "then" and s.form(piece.first + 1) in ("came", "comes", "come")
    there = next((k for k in range(piece.first, piece.first + 2) if s.form(k) == "there"), piece.last)
    if (
        s.form(there + 3) in ("matter", "question", "issue")
        and s.form(there + 4) == "of"
        and s.form(there + 2) == "the"
    ):
        return s.form(there + 1) in words("be") and set(s.letters(there + 5, piece.last)) <= set("DN")
    about = (s.form(piece.first), s.form(piece.first + 2)) in (("give", "take"), ("plus", "minus"))
    return about or (
        came and s.letters(piece.first + 2, piece.last) in ("DN", "DNN") and s.form(piece.first + 2) == "the"
    )
