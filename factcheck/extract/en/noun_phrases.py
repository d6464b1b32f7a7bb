"""What an English noun phrase is by its words, common or a name, an office, a country, many; and where one begins or
ends beside a recipient, a relative clause or a short form in brackets.
"""

from __future__ import annotations

from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.tags import Tagged
from factcheck.extract.layout import Quotation
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words

_COUNTRY = frozenset({"country"})
OFFICES = frozenset({"office", "voice"})


def is_country(s: Tagged, first: int, last: int) -> bool:
    found = entry_at(s.text, s.tokens, first, "en", _COUNTRY) if first < last else None
    return found is not None and found.last == last


def is_common(s: Tagged, first: int, last: int) -> bool:
    """Whether a phrase is a common noun phrase: its head begins with a small letter."""
    head = s.tokens[last - 1]
    return last > first and (s.text[head.start].islower() or head.kind != "word")


def is_office(s: Tagged, first: int, last: int, callings: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase names an office, or one of `callings`, by what it is of: "The Chief Engineer of the Trust"."""
    held = entry_at(s.text, s.tokens, last - 1, "en", OFFICES)
    if last - first > 1 and ((held is not None and held.last == last) or s.form(last - 1) in words("title")):
        return True  # "The council's Information Officer"
    of = next((k for k in range(first + 1, last) if s.form(k) in ("of", "for", "to", "in", "at")), last)
    return of < last and any(s.form(k) in words("title") | callings for k in range(first, of))


def is_proper(s: Tagged, first: int, last: int) -> bool:
    """Whether all of at most six tokens are a name: every word with a capital, particles and hyphens apart."""
    if not 0 < last - first <= 6:
        return False
    names = [s.tokens[k] for k in range(first, last) if s.tokens[k].kind == "word"]
    small = [t for t in names if not s.text[t.start].isupper() and s.text[t.start - 1] != "-"]  # "Kim In-seok"
    capital = len(names) - len(small)
    known = all(t.form in ("de", "van", "von", "bin", "al", "el", "der", "la", "of", "the", "based") for t in small)
    return capital > 0 and known and all(s.tag(k) in "N#MIDPA" and s.outside(k) for k in range(first, last))


def is_scare_quote(s: Tagged, q: Quotation) -> bool:
    """Whether a few quoted words stand within a clause: "who has a "sell" rating"."""
    related = next((k for k in range(q.first - 1, s.first, -1) if s.form(k) in ("who", "which")), s.first)
    closes = s.form(q.last + 1) == "," or s.form(q.last - 1) == ","  # "who gave the name "Khokhol," said"
    aside = related > s.first and s.form(related - 1) == "," and closes  # "Ruiz, who called it "sad", said"
    if aside and not FINITE.intersection(s.letters(s.first, related)):
        return True
    return q.last - q.first < 4 and s.tag(q.last + 1) == "N" and s.tag(q.first - 2) == "D"


def in_number(s: Tagged, comma: int) -> bool:
    """Whether a comma stands within a date or between an age's commas: "October 12, 2022"."""
    return s.first < comma < s.last - 1 and s.tag(comma - 1) == "#" and s.tag(comma + 1) == "#"


def is_small(s: Tagged, k: int) -> bool:
    """Whether token `k` is written small."""
    return s.text[s.tokens[k].start].islower()


def is_many(s: Tagged, first: int, last: int) -> bool:
    """Whether a subject is a plural noun for certain."""
    if last <= first:
        return False
    head = s.tokens[last - 1]
    plain = s.text[head.start].islower() and head.form.endswith("s") and not head.form.endswith(("ss", "us", "is"))
    return plain and s.form(first) not in words("possessive") | {"a", "an", "each", "every"}


def after_recipient_to(s: Tagged, first: int, end: int) -> int:
    """Past "to" and the words before it, where a name is the nearest noun: "lost the vote to Ana Ruiz, who"."""
    to = next((k for k in range(end - 2, first - 1, -1) if s.form(k) == "to"), None)
    name = None if to is None else to + 2 if s.tag(to + 1) == "D" and to + 2 < end else to + 1
    if to is None or name is None or not s.text[s.tokens[name].start].isupper():
        return first
    held = entry_at(s.text, s.tokens, to - 1, "en", OFFICES) if to > first else None
    of_office = to > first and (held is not None or s.form(to - 1).removesuffix("s") in words("title"))
    return first if of_office else to + 1  # "an adviser to Ana Ruiz, who"


def after_bare_relative(s: Tagged, first: int, last: int) -> int:
    """Past the noun that a relative clause with no pronoun belongs to: "a pledge Berger called …"."""
    if s.form(first) not in ("a", "an") or last - first < 3:
        return first
    told = next((j for j in range(first + 2, last - 1) if s.tag(j) == "D" and s.tag(j - 1) == "N"), None)
    if told is not None and s.form(told - 1) in words("document") and s.form(last - 1) in words("issued"):
        return first  # "a report the union issued"
    if told is not None or not s.text[s.tokens[last - 1].start].isupper():
        return first if told is None else told  # "a figure the ministry disputes"
    k = last
    while k > first and s.text[s.tokens[k - 1].start].isupper():
        k -= 1
    placed = "I" in s.letters(first, k)  # "A fire in a mill in southern Norland"
    return k if k > first + 1 and s.tag(k - 1) == "N" and not placed else first


def bracket_before(s: Tagged, closing: int, floor: int) -> int | None:
    """The mark that opens the short form in brackets that ends at `closing`."""
    opened = next((k for k in range(closing - 1, max(floor, closing - 4), -1) if s.form(k) == "("), None)
    return opened if closing == s.last - 1 or s.tag(closing + 1) in "IXVAM" else None


def restrictive_before(s: Tagged, verb: int, floor: int) -> int | None:
    """The pronoun of a relative clause with its own verb that stands between a subject and `verb`, with no comma; the
    first of several: "the man | who hit the guard who saw it | said".
    """
    finite, found = False, None
    for k in range(verb - 1, floor, -1):
        letter = s.tag(k)
        if letter in FINITE:
            finite = True
        elif letter == "W":
            if not finite or s.form(k) not in ("who", "that", "which", "whose") or s.tag(k - 1) != "N":
                break
            if s.form(k) == "whose" and s.tag(floor) == "I":
                break  # "For owners whose rents have risen the mayor said"
            finite, found = False, k
        elif letter in "MCS":
            break
    return found


def only_leads(s: Tagged, floor: int, first: int) -> bool:
    """Whether a stretch before who speaks tells when or upon what: "Asked about it, the mayor …", "While we wait, "."""
    asked = s.form(first).endswith("ed") and s.tag(first + 1) in "IAT"
    return s.tag(floor) == "S" or (asked and (first == s.first or s.tag(first) in "PV"))
