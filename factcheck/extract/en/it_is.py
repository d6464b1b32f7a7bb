"""What "it" takes up in English where it is told what it is: "It is the country's worst accident" tells of what
happened, not of whoever the sentence before tells of.
"""

from __future__ import annotations

from factcheck.extract.en.genders import gender_of
from factcheck.extract.en.name_runs import stand_ins, word_roles
from factcheck.extract.en.predicates import skip_adverbs
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_BECOMING = frozenset(("become", "becomes", "became"))


def tells_what_happened(s: Tagged, first: int, meant: str) -> bool:
    """Whether what the pronoun at `first` is said to be, or to be about, is nothing that `meant` is told to be.

    "The trust shut the clinic. It was a surprise" is no trust; "Vale Bank cut rates. It is the largest bank" is.
    """
    be = skip_adverbs(s, first + 1, s.last)
    while be + 1 < s.last and s.tag(be) in "XxA" and s.tag(be + 1) in "xAXP":
        be += 1
        if s.form(be - 1) in words("have") and s.form(be) in _BECOMING:
            break
    if s.form(be) not in words("be") and s.form(be) not in words("staying") | _BECOMING:
        return False
    begin = skip_adverbs(s, be + 1, s.last)
    if s.tag(begin) == "I":
        return True  # "It was about parking"
    owned = s.form(begin).endswith("'s") and s.text[s.tokens[begin].start].isupper()
    if s.tag(begin) not in "D#" and not owned:
        return False
    end = begin
    while end < s.last and s.tag(end) in "DN#PA":
        end += 1
    head = next((s.form(k) for k in range(end - 1, begin - 1, -1) if s.tag(k) == "N"), "")
    own = meant.lower().split()
    if head in own or not stand_ins().get(head, frozenset()).isdisjoint(own):
        return False
    body = head in words("group") - words("document") or head in word_roles("organisation")
    return not (body and gender_of(meant) == "n")
