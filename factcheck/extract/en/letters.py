"""The letters that stand for the parts English words play, one a token, and what tells them from the spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from factcheck.extract.amounts import CURRENCY_SIGNS
from factcheck.lang.english import cue_forms, is_verb_form, words
from factcheck.text import Token

#   V finite verb · X finite auxiliary · Z pronoun with its auxiliary (he's) · P participle in -ed · B base form
#   x be, been
#   G form in -ing · D determiner · R subject pronoun · O object pronoun · N noun or adjective · # number · A adverb
#   p noun or verb, v finite verb or participle, until settled · I preposition · T to before a verb · S subordinator
#   W relative · C conjunction · M mark
FINITE = frozenset("VXZ")
_TAG_OF_CLASS = {
    "modal": "X",
    "negated_aux": "X",
    "do": "X",
    "relative": "W",
    "conjunction": "C",
    "possessive": "D",
    "determiner": "D",
    "number": "#",
    "subject_pronoun": "R",
    "object_pronoun": "O",
    "subordinator": "S",
    "preposition": "I",
    "adverb": "A",
}
_BEFORE_ALL_BUT = frozenset(("and", "which", "that", "who", "it", "he", "she"))  # not "said all but parks are closed"


def may_date(tokens: Sequence[Token], after: int) -> bool:
    """Whether "by" right before token `after` can tell how or by when: "said by phone", "promised by the end of"."""
    k = after + 1 if after < len(tokens) and tokens[after].form in ("the", "this", "next") else after
    form = tokens[k].form if k < len(tokens) else ""
    dated = words("time_noun", "month", "weekday", "saying_means")
    return form.isdigit() or form in dated


def opens_compound(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a word is joined to the next with a hyphen: "fixed-wing aircraft"."""
    joined = i + 2 < last and tokens[i + 1].form == "-" and tokens[i + 2].kind == "word"
    return joined and tokens[i].end == tokens[i + 1].start and tokens[i + 1].end == tokens[i + 2].start


def acts_alone(tokens: Sequence[Token], i: int, tags: list[str], kinds: str) -> bool:
    """Whether a verb that is no noun opens quoted words behind its subject, `checks "appear not to have been made"`, or
    stands behind "one": "fitting one takes two days".
    """
    if kinds == "s" and last_tag(tags, "A") == "#" and tokens[i - 1].form == "one":
        return True
    behind = tags[-2:] == ["N", "M"] and tokens[i - 1].form in '"“'
    return behind and kinds == "b" and i + 1 < len(tokens) and tokens[i + 1].form in ("not", "to")


def sums_up(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody says of what was just told, summed up in a noun, what the verb at `i` tells."""
    near = range(max(1, i - 6), i - 1)
    summed = any(tokens[k].form in words("summing_noun") and tokens[k - 1].form in ("a", "an") for k in near)
    return summed and tokens[i - 1].form in cue_forms()


def leads_to_amount(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether "in", "for" or "on" and an amount follow: "pencils in €95m", "budgets for 40 jobs"."""
    behind = tokens[i + 2] if i + 2 < last else tokens[i]
    amount = behind.kind == "number" or behind.form in CURRENCY_SIGNS
    return amount and tokens[i + 1].form in ("in", "for", "on")


def names_speaker(text: str, tokens: Sequence[Token], i: int, tags: list[str]) -> bool:
    """Whether whoever says so is named between commas before a reporting word, ", its owner, Vale Ports, estimates", or
    stands behind it.
    """
    listed = i + 1 >= len(tokens) or tokens[i + 1].form in ("and", "or", "-")
    if tokens[i - 1].form != "," or listed or tokens[i].form not in cue_forms():
        return False
    begins = tokens[i + 1].form in _OWNING or text[tokens[i + 1].start].isupper()
    if begins and not FINITE.isdisjoint(tags):
        return True  # "The toll is wrong, claims the guild"
    return _NAMED_SPEAKER.search("".join(tags[-_NAMED:])) is not None


_OWNING = frozenset(("the", "its", "his", "her", "their"))


_NAMED = 12  # tokens of a comma, what somebody is, and the name between two more
_NAMED_SPEAKER = re.compile("MD[NA]+MN{1,4}M$")


def joins(tokens: Sequence[Token], i: int) -> bool:
    """Whether a hyphen stands between two words with no space on either side."""
    if not 0 < i < len(tokens) - 1:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    return before.end == tokens[i].start and tokens[i].end == after.start and after.kind == "word"


_RANKS = frozenset({"lady", "lieutenant", "sergeant", "officer", "mate"})


def last_tag(tags: list[str], skip: str) -> str:
    """The latest tag that is none of `skip`; empty where there is none."""
    for letter in reversed(tags):
        if letter not in skip:
            return letter
    return ""


def is_of_name(text: str, tokens: Sequence[Token], i: int, *, inside: bool) -> bool:
    """Whether a capitalised word belongs to a name though its class has none: "Norrby IF", "First Minister Ruiz"."""
    following = tokens[min(i + 1, len(tokens) - 1)]
    ranks = tokens[i].form in ("first", "second", "third") and text[following.start].isupper()
    titled = following.form in words("title") or following.form in _RANKS
    land = text[tokens[i].start : tokens[i].end] == "US"
    if inside and tokens[i].form in ("per", "will", "down") and text[following.start].isupper():
        return True  # "said Per Ruiz"
    if inside and tokens[i].form == "together" and tokens[i - 1].form.endswith("s"):
        return text[tokens[i - 1].start].isupper()  # "Tenants Together"
    return land or (ranks and (inside or titled)) or (inside and is_initials(text, tokens, i))


def is_base(form: str) -> bool:
    """Whether a word can be the plain form of a verb: a known one, or one of no closed class that is no plural."""
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and not is_verb_form(form):
        return False  # "an email to customers"
    return (
        any(kind in "bB" for kind in is_verb_form(form))
        or form in ("be", "have", "do")
        or (form not in closed_classes())
    )


def calls_name(text: str, tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a word behind a comma and the noun next to it tell who is named: "In Vale, retired teacher Ana Ruiz"."""
    near = tokens[i : min(i + 3, last)]
    return len(near) == 3 and i > 0 and tokens[i - 1].form == "," and text[near[2].start].isupper()


def is_initials(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a word in capitals ends a name whose other words are not all capitals."""
    written = text[tokens[i].start : tokens[i].end]
    before = text[tokens[i - 1].start : tokens[i - 1].end]
    return written.isupper() and len(written) > 1 and before[:1].isupper() and not before.isupper()


def in_noun_phrase(tags: list[str]) -> bool:
    """Whether a determiner opens the words just before: "their previous …"."""
    back = len(tags)
    while back and tags[back - 1] in "NP#A":
        back -= 1
    return 0 < back < len(tags) and tags[back - 1] == "D"


def is_all_but(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether "all" or "but" belongs to an "all but" before a verb in the present: "and all but ends their hopes"."""
    at = i - (tokens[i].form == "but")
    if at < 0 or at + 2 >= last or (tokens[at].form, tokens[at + 1].form) != ("all", "but"):
        return False
    return at > 0 and tokens[at - 1].form in _BEFORE_ALL_BUT and "s" in is_verb_form(tokens[at + 2].form).lower()


def is_first_ever(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a past behind "ever" only tells of its noun, with a verb to come: "the first ship ever found is"."""
    following = tokens[i + 1] if i + 1 < last else tokens[i]
    acts = following.kind == "number" or following.form in words("determiner", "object_pronoun")
    verbs = words("be", "have", "modal")
    return tokens[i - 1].form == "ever" and not acts and any(tokens[k].form in verbs for k in range(i + 1, last))


@cache
def closed_classes() -> dict[str, str]:
    """The tag of each closed-class word; where a word stands in several classes, the first of the table wins."""
    table: dict[str, str] = {}
    for name, letter in _TAG_OF_CLASS.items():
        for word in words(name):
            table.setdefault(word, letter)
    return table


def tags_at(tags: str, first: int) -> Callable[[int], str]:
    """The tag of each token of a sentence that begins at token `first`; past its ends, that of a mark.

    Asked some hundred times a token: by look-up, with no call of ours.
    """
    return _Tags(enumerate(tags, first)).__getitem__


def forms_at(tokens: Sequence[Token], first: int, last: int) -> Callable[[int], str]:
    """The spelling of each token of a sentence and of those before it; past its end, nothing."""
    return _Forms(tokens, first, last).__getitem__


class _Tags(dict[int, str]):
    def __missing__(self, i: int) -> str:
        return "M"


class _Forms(dict[int, str]):
    def __init__(self, tokens: Sequence[Token], first: int, last: int) -> None:
        super().__init__(enumerate([token.form for token in tokens[first:last]], first))
        self._tokens, self._last = tokens, last

    def __missing__(self, i: int) -> str:
        return self._tokens[i].form if i < self._last else ""
