"""What a person remembers, knows of or allows for, as a noun phrase: "recalls five hands up", "knows of 19 cases"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.documents import number_behind_bound
from factcheck.extract.en.genders import gender_of
from factcheck.extract.en.name_runs import word_roles
from factcheck.extract.en.noun_phrases import is_proper
from factcheck.extract.en.quoted import content_end, skip_adverbs
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_HEAD = 7  # tokens in which the noun of what is remembered stands


def remembered(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What somebody remembers: `recalls five hands up`, `remembered guests jumping`; but `recalled 900 cars`."""
    k = skip_adverbs(s, cue.last)
    if k >= s.last or not _is_person(s, subject) or not s.outside(k):
        return None
    end = content_end(s, k)
    near = range(k, min(k + _HEAD, end))
    if cue.lemma == "recall" and any(s.form(j).removesuffix("s") in words("called_back") for j in near):
        return None
    counted = number_behind_bound(s, k) is not None and s.form(k) not in words("weekday")
    doing = next((j for j in near[1:] if s.tag(j) in "GP"), end)
    acts = doing < end and set(s.letters(k, doing)) <= set("DN#AI") and s.tag(k) in "DN#" and s.tag(doing - 1) in "NA"
    told = cue.lemma == "describe" and s.tag(k) in "NG" and any(s.tag(j) == "W" or s.form(j) == "of" for j in near)
    bounded = s.form(k) == "only" or s.form(k) in ("a", "an", "no", "nothing")
    return (k, end) if counted or bounded or acts or told else None


def known_of(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """How many somebody knows of: `knows of 19 people with a fever`, `had heard of at least four`."""
    k = skip_adverbs(s, cue.last)
    counted = number_behind_bound(s, k) is not None or s.form(k) == "no"
    return (k, content_end(s, k)) if counted and subject[0] < subject[1] else None


def allowed_for(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """How long somebody takes a thing to last: `allows an hour and a half`; but `the law allows 30 days`."""
    k = skip_adverbs(s, cue.last)
    timed = any(s.form(j).removesuffix("s") in words("time_noun") | {"hour"} for j in range(k + 1, k + 4))
    counted = number_behind_bound(s, k) is not None or s.form(k) in ("a", "an")
    return (k, content_end(s, k)) if timed and counted and _is_person(s, subject) else None


def _is_person(s: Tagged, subject: Range) -> bool:
    """Whether a subject names a person or people, or is a pronoun for one: "Ana Ruiz", "two guards", "she"."""
    first, last = subject
    if first >= last:
        return False
    if last - first == 1 and s.tag(first) == "R":
        return s.form(first) in ("he", "she", "they")
    head = s.form(last - 1)
    callings = words("trade_noun", "title", "male", "female", "told_by")
    bodies = words("group") | word_roles("organisation")
    named = last - first > 1 and is_proper(s, last - 2, last) and s.form(first) != "the"
    if not callings.isdisjoint((head, head.removesuffix("s"))) or (named and head not in bodies):
        return True
    return gender_of(s.text[s.tokens[first].start : s.tokens[last - 1].end]) in ("m", "f", "h")
