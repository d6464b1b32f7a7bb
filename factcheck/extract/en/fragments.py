"""Whether a claim's own words make no English sentence, so that the sentence they are from is told whole."""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import has_finite, skip_adverbs
from factcheck.extract.en.saying import finished, joined_words, past
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.wholeness import has_predicate, main_verb
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang.english import words

_CLAUSES = frozenset(f"en.report.{frame}" for frame in ("after", "inverted", "that", "addr", "amid"))
_SCARE = 4  # tokens of quoted words that may stand within a clause of the article's own
_ASKING = frozenset(("whether", "how", "why", "where"))


def told_whole(layout: Layout, proposition: Proposition, s: Tagged, first: int, last: int, content: str) -> str | None:
    """The whole sentence of a claim whose words are none: "A ledger found in May", "Has not said so"; else `None`.

    `content` is what the sentence of the claim would hold; in brackets at its head stands what it got from around it.
    """
    whole = finished(joined_words(s.text[s.tokens[s.first].start : s.tokens[s.last - 1].end]))
    if "which] " in content and "en.report.on" in proposition.rules:
        return whole  # "acknowledged the delay, which she blamed on the weather"
    if proposition.mode == "narrator" and first < s.last and not s.outside(first) and has_predicate(s, first, last):
        quoted = any(q.first <= first and last <= q.last and q.last - q.first > _SCARE for q in s.quotations)
        return whole if quoted and "[" not in content and not proposition.headline else None
    supplied = "[" in content or content[:1] == "“"
    if first >= s.last or supplied or proposition.headline or proposition.denied or not s.outside(first):
        return None
    last = last - 1 if last > first + 1 and s.tag(last - 1) == "M" else last
    broken = _is_broken(s, first, last) if proposition.mode == "narrator" else _says_nothing(layout, proposition, s)
    if not broken or (first == s.first and last >= s.last - 1):
        return None
    return whole


def _is_broken(s: Tagged, first: int, last: int) -> bool:
    """Whether the article's own words lack a subject or a predicate, or hang on a word that leads to more."""
    if not has_finite(s, s.first, s.last):
        return False
    if s.form(first) in _ASKING or _lacks_subject(s, first, last):
        return True
    related = s.tag(first) == "W" and s.tag(first + 1) in FINITE and first > s.first
    if related or (s.tag(first) == "G" and s.form(first - 1) in (",", "after", "before", "while")):
        return True  # "according to a panel | that looked into it", "…," she said, | standing by the sink
    if s.tag(last - 1) in "IT" and s.tag(last) == "W":
        return True  # "He would not say by | whom"
    verb = main_verb(s, first, last)
    if s.tag(first) == "I" and verb < last and s.form(verb) in words("have", "modal"):
        return set(s.letters(first + 1, verb)) <= set("NDA") and s.letters(first + 1, verb).count("N") == 1
    return s.tag(first) in "DNG#" and not has_predicate(s, first, last)


def _lacks_subject(s: Tagged, first: int, last: int) -> bool:
    """Whether a verb opens the words, and is no noun or participle that only looks like one: "consent forms were"."""
    begin = skip_adverbs(s, first, last) if s.text[s.tokens[first].start].islower() else first
    if s.tag(begin) == "X":
        return True
    return s.tag(begin) == "V" and (s.tag(begin + 1) in "DROTI#W" or s.form(begin + 1) in _ASKING)


def _says_nothing(layout: Layout, proposition: Proposition, s: Tagged) -> bool:
    """Whether what somebody is told to say is no clause: "said that a ledger found in May", "said that was closed"."""
    first, last = layout.token_range(proposition.span)
    if proposition.mode != "indirect_speech" or not _CLAUSES.intersection(proposition.rules):
        return False
    if "en.cut.whole" not in proposition.rules or past(layout, proposition) != "said":
        return False
    verb = main_verb(s, first, last)
    led = s.tag(first) in "IS" and s.tag(first - 1) == "C" and verb < last and s.form(verb) in words("be")
    if led and set(s.letters(first + 1, verb)) <= set("DNA#"):
        return True  # "…, Ruiz said, and | after two hours is nil"
    if _lacks_subject(s, first, last):
        return s.form(first) not in words("be", "have", "modal")  # "Were it not for …"
    return s.tag(first) in "DN" and not has_predicate(s, first, last)
