"""The phrase that names a speaker after a verb or "according to": where it ends."""

from __future__ import annotations

from factcheck.extract.en.field_lists import field_list_end
from factcheck.extract.en.noun_phrases import is_common, is_proper
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def phrase_after(s: Tagged, first: int, last: int, *, whole: bool = False) -> int:
    """The end of the noun phrase that begins at token `first`: after "said", or `whole`, after "according to"."""
    k = first
    while k < last:
        letter, form = s.tag(k), s.form(k)
        listed = field_list_end(s.text, s.tokens, k, last) if form == "," else None
        if listed is not None:
            k = listed
            continue
        if letter in "VXZSWTB" or (letter == "M" and form not in ("-", "'", "’", "&")):
            if form == "." and k > first and _abbreviates(s, k):
                k += 1
                continue
            closing = next((j for j in range(k + 2, min(k + 4, last)) if s.form(j) == ")"), None)
            if form == "(" and whole and closing is not None:
                k = closing + 1  # "the migration agency (IOM)"
                continue
            break
        if letter == "R" and k > first:
            break
        if form in words("speaker_end") and k > first and not whole and not _names_place_of_work(s, k, last):
            break
        acting = s.form(k - 1).endswith("'s") or form == "acting"  # "Acme's acting head of sales"
        acting = acting or (s.form(k - 1) in words("possessive") and s.tag(k + 1) == "N")  # "her nursing home"
        if ((letter == "G" and not acting) or (letter == "A" and form == "close")) and k > first:
            break  # "sources | close to the talks"
        if form in words("weekday") or (form in ("yesterday", "today", "late", "early", "earlier") and k > first):
            break
        if k > first and _counts(s, k, whole):
            break  # "According to the ministry | over 345 people have been killed"
        if letter == "C" and (k + 1 >= last or s.tag(k + 1) not in "ND#"):
            break
        k += 1
    end = k
    owner = next((j + 1 for j in range(first, end - 1) if s.form(j).endswith("'s")), first)  # "Acme's head of sales, …"
    if end < last and s.form(end) == "," and is_common(s, owner, end):
        marks = (j for j in range(end + 1, min(end + 8, last)) if s.tag(j) == "M" and s.form(j) not in "-'")
        close = next((j for j in marks if not _abbreviates(s, j)), last)  # "the registrar, Prof. Ana Ruiz"
        if is_proper(s, end + 1, close):
            end = close
    return end


def _counts(s: Tagged, k: int, whole: bool) -> bool:
    """Whether a number with its bound begins at a token: "over 345 pilgrims", "more than 40"."""
    if not whole or s.tag(k + 1) not in "#I" or s.form(k) not in words("number_lead"):
        return False
    return s.tag(k + 1) == "#" or s.tag(k + 2) == "#"


def _abbreviates(s: Tagged, k: int) -> bool:
    word = s.tokens[k - 1]
    return (
        word.end == s.tokens[k].start
        and (word.end - word.start <= 3 or word.form in words("title"))
        and s.text[word.start].isupper()
        and (k + 1 < s.last and (s.text[s.tokens[k + 1].start].isupper() or _ends_initials(s, k)))
    )


def _ends_initials(s: Tagged, k: int) -> bool:
    """Whether the stop at `k` ends "U.N." before a small letter: "the U.N. refugee agency"."""
    return s.form(k - 2) == "." and s.tokens[k - 1].end - s.tokens[k - 1].start == 1 and s.tokens[k + 1].kind == "word"


def _names_place_of_work(s: Tagged, k: int, last: int) -> bool:
    """Whether "at", "in" or "from" belongs to the name: "analysts at Vale Capital"."""
    if s.form(k) not in ("at", "from", "in", "on") or k + 1 >= last:
        return False
    following = s.tokens[k + 1]
    if following.form in words("weekday", "month") or following.kind != "word":
        return False
    return s.text[following.start].isupper() or (
        s.tag(k + 1) == "D" and s.form(k) == "at" and k + 2 < last and s.text[s.tokens[k + 2].start].isupper()
    )
