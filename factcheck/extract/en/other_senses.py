"""Reporting words of English in another sense, or with others in the sense of a report: "admitted 31 patients",
"claimed 40 lives", "put it to her that".
"""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import subject_before
from factcheck.extract.en.predicates import starts_clause
from factcheck.extract.en.tags import Tagged
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words

_PERSON = frozenset({"office", "people"})
_LET_IN = ("comer", "member", "women", "men", "man")  # "admits no women", not "admits no fault"
_COUNTING = frozenset(("number", "dozens", "scores", "hundreds", "thousands", "group", "total", "couple", "handful"))


def is_other_sense(s: Tagged, i: int, lemma: str) -> bool:
    """Whether a reporting word at a token reports nothing here."""
    if lemma == "deny":
        return _keeps_from(s, i)
    if lemma == "say":
        return _prays(s, i + 1)
    if lemma == "hold":
        return s.form(i + 1) == "that" and not starts_clause(s, i + 2, s.last)  # "held that post"
    if lemma == "admit" and s.form(i + 1) == "no":
        whom = s.form(i + 2).removesuffix("s")
        if any(s.tag(k) in FINITE for k in range(i + 3, min(i + 8, s.last))):
            return False  # "admitted no doctor had seen him"
        return whom.endswith(_LET_IN) or whom in words("taken_people", "trade_noun")
    return (lemma == "claim" and _takes_lives(s, i)) or (lemma == "admit" and _takes_in(s, i))


def _prays(s: Tagged, k: int) -> bool:
    """Whether what is said tells nothing: "said a mass for the dead"; not "said prayers were held"."""
    prayed = s.form(k + (s.tag(k) == "D")) in words("prayed")
    end = next((j for j in range(k, s.last) if s.tag(j) in "MSW"), s.last)
    return prayed and not any(s.tag(j) == "X" for j in range(k, end))


def _keeps_from(s: Tagged, i: int) -> bool:
    """Whether somebody keeps another, by a bare name, from a thing: "Late header denies Rovers", "denied Orr a win";
    not "denied Orr was hurt", "denied Friday that …".
    """
    if s.form(i + 1) in words("weekday", "month") or s.text[s.tokens[i].start].isupper():
        return False  # "Orr Denies Theft": each word of such a headline has a capital
    end = i + 1
    while end < s.last and s.tag(end) == "N" and s.text[s.tokens[end].start].isupper():
        end += 1
    given = s.form(end) in ("a", "an", "the", "in", "at", "victory", "access", "entry")
    behind = s.letters(end, next((k for k in range(end, s.last) if s.tag(k) in "MSC"), s.last))
    if not FINITE.isdisjoint(behind) or "W" in behind:
        return False  # "denied Rovers in a statement that 40 had died"
    return i + 1 < end and s.outside(i) and (end >= s.last or given or s.form(end) == ".") and s.tag(i) == "V"


def _takes_lives(s: Tagged, i: int) -> bool:
    """Whether "claimed" tells of a toll: "the strikes have claimed at least 220 lives"."""
    return any(s.form(k) in words("life") for k in range(i + 1, min(i + 7, s.last)))


def _takes_in(s: Tagged, i: int) -> bool:
    """Whether a place that takes people in admitted some: "the hospital admitted 31 patients", not "12 errors"."""
    end = i + 1
    while end < s.last and (s.tag(end) in "DN#PA" or s.form(end) in words("taken_people")):
        end += 1
    opens = s.tag(i + 1) == "#" or s.form(i + 1) in ("a", "an", "another", "some", "more", "several", "its", "the")
    if end == i + 1 or not opens or not s.outside(i):
        return False
    if s.form(end) == "of":
        if s.form(end - 1) not in _COUNTING:
            return False  # "admitted the loss of 40 students"
        end = next((k for k in range(end + 1, s.last) if s.tag(k) not in "DN#P"), s.last)
    takes_in = s.form(_head_before(s, i)) in words("takes_people_in")
    return takes_in and s.tag(end) not in FINITE and any(_is_person(s, k) for k in range(i + 1, end))


def _head_before(s: Tagged, i: int) -> int:
    """The head of the subject of the verb at a token: "hospital" of "the hospital in Vale had", "the home run by"."""
    while i > s.first and s.tag(i - 1) in "XA":
        i -= 1
    subject = subject_before(s, i, s.first)
    behind = range(subject.first + 1, subject.last)
    return next((k for k in behind if s.tag(k) == "I" or s.letters(k - 1, k + 1) == "NP"), subject.last) - 1


def _is_person(s: Tagged, k: int) -> bool:
    """Whether a noun is for somebody: "patients", "a boy", "nine rioters"."""
    one = s.form(k).removesuffix("s")
    if one.endswith("'"):
        return False
    calling = one in words("taken_people", "trade_noun", "male", "female")
    found = entry_at(s.text, s.tokens, k, "en", _PERSON)
    return calling or s.form(k).endswith("men") or (found is not None and found.entry.human)


def puts_it_to(s: Tagged, i: int) -> int:
    """The end of "put it to" before whom somebody puts it to that something is so; 0 where nobody does."""
    if s.form(i + 1) != "it" or s.form(i + 2) != "to" or s.tag(i) not in "VP":
        return 0
    told = next((k for k in range(i + 3, min(i + 12, s.last)) if s.tag(k) not in "DNO#IA"), s.last)
    return i + 3 if s.form(told) == "that" and s.tag(told) == "W" and told > i + 3 else 0


def dismisses_as(s: Tagged, i: int) -> bool:
    """Whether a thing that nobody alleged is dismissed by a word for how bad it is: "dismissed the sum as an insult";
    not "rejected the claim as false", "dismissed the clerk as a precaution".
    """
    at = next((k for k in range(i + 2, min(i + 10, s.last - 1)) if s.form(k) == "as"), i)
    if at == i or not s.outside(at + 1) or not set(s.letters(i + 1, at)) <= set("DNA#PI"):
        return False
    bad = words("judged", "dismissal")
    alleged = any(s.form(k) in words("allegation") for k in range(i + 1, at))
    return not alleged and any(s.form(k) in bad for k in range(at + 1, min(at + 5, s.last)))


def pleads_to(s: Tagged, i: int) -> int:
    """The end of "pleaded guilty to" or "pleaded not guilty to", before what is admitted or denied; 0 for none."""
    guilty = i + 1 + (s.form(i + 1) == "not")
    return guilty + 2 if s.form(guilty) == "guilty" and s.form(guilty + 1) == "to" else 0


def speaks_there_of(s: Tagged, i: int) -> int:
    """The end of "spoke on public radio of" before quoted words or a number; 0 for none: "spoke at the launch of
    "Ada"".
    """
    if s.form(i) not in _SPEAKS or s.tag(i + 1) != "I":
        return 0
    of = next((k for k in range(i + 3, min(i + 8, s.last - 1)) if s.form(k) == "of"), 0)
    held = of and (s.text[s.tokens[of - 1].start].isupper() or "D" not in s.letters(i + 1, of))
    quoted = held and any(q.first - 1 == of + 1 for q in s.quotations)
    told = quoted or (held and (s.tag(of + 1) == "#" or s.form(of + 1) in words("number_lead")))
    return of + 1 if told and set(s.letters(i + 1, of)) <= set("IDNA#") else 0


_SPEAKS = frozenset(("speaks", "spoke", "speaking", "talks", "talked", "talking"))


def takes_on(s: Tagged, i: int) -> bool:
    """Whether somebody claims a deed as his own: "claimed responsibility for the attack"."""
    if s.form(i + 1) not in words("taken_on") or s.tag(i) not in "VGP" or s.tag(i + 2) not in "IMA":
        return False
    behind = next((k for k in range(i + 2, s.last) if s.tag(k) not in "DN#PIGA"), s.last)
    if s.tag(behind) in FINITE:
        return False  # "claimed responsibility for 40 percent of the losses lay elsewhere"
    begin = next((k for k in range(i - 1, s.first, -1) if s.tag(k) in "MCSW"), s.first)
    denied = words("negator") | {"none"}
    return denied.isdisjoint(s.form(k) for k in range(begin, i))  # "No group has claimed responsibility"


def told_amid(s: Tagged, comma: int) -> bool:
    """Whether commas set off who says what a paper shows, before its "that": "It shows, | he told her, | that"."""
    closing = next((k for k in range(comma + 1, min(comma + 8, s.last - 1)) if s.form(k) == ","), comma)
    return s.form(closing + 1) == "that" and any(s.is_cue(k) for k in range(comma + 2, closing))
