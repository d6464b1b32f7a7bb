"""English words in the present that can be noun or verb, settled by the tags around them: "deaths", "records"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.en.heads import heads_list
from factcheck.extract.en.letters import FINITE
from factcheck.lang.english import cue_forms, is_verb_form, words
from factcheck.text import Token

VERBS = FINITE | {"v"}
_WARNS = frozenset(("warn", "warns", "warned"))  # "warned the bus services": whom
_UNSETTLED = frozenset("pvV")  # what can be something else, and what can be said by its source


def settle_present(tokens: Sequence[Token], first: int, tags: list[str], begin: int, end: int, main: bool) -> None:
    """Decide each `p`, a noun that can be a verb: the first is one where the stretch has no other verb."""
    if _UNSETTLED.isdisjoint(tags[begin:end]):
        return
    verbless = not main and VERBS.isdisjoint(tags[begin:end])
    said = next(
        (
            k
            for k in range(end - 1, begin - 1, -1)
            if tags[k] in "vV" and tokens[first + k].form in cue_forms() - _WARNS
        ),
        end,
    )
    behind = said == begin > 1 and _behind_relative(tokens, first, tags, begin)
    told = False  # whether what a source said begins before token `k`, its verb to come
    for k in range(begin, end):
        if k == said + 2 and (
            said > begin or tags[said + 1] == "N" or behind
        ):  # "the report says Vale needs repairs": a clause of its own
            verbless = verbless or VERBS.isdisjoint(tags[said + 1 : end])
            told = verbless and (behind or (said > begin and tags[said - 1] in "NR"))
        if told and verbless and tags[k] == "N" and _acts(tokens, first, tags, k, end):
            tags[k] = "p"  # "said the scheme dovetails with its plan", a verb that no list has
        if tags[k] == "p":
            listed = heads_list(tokens, first, tags, k)
            closes = k == end - 1 > begin and tags[begin] == "D" and k - begin <= 3  # "A previous march, on …"
            listed = listed or (closes and end < len(tags) and tags[end] == "M")
            counted = told and tags[said + 1] == "#" and tokens[first + k].form.endswith("s")
            listed = listed or counted  # "reported 15 deaths in coal mines last year"
            listed = (
                listed or _is_noun_by_place(tokens, first, tags, k, end) or (told and _is_found(tokens, first, said))
            )
            noun = listed or _calls(tokens, first, tags, begin, end)
            tags[k] = "V" if verbless and tags[begin] != "I" and not noun else "N"
            verbless = verbless and listed


def _goes_on_behind(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether commas set off who says so, and a verb of many goes on: "Genetic tests, | the paper says, trace the"."""
    if not is_comma(tokens, first, end):
        return False
    closing = next((k for k in range(end + 3, min(end + 7, len(tokens) - first - 1)) if is_comma(tokens, first, k)), 0)
    said = closing > 0 and tokens[first + closing - 1].form in cue_forms()
    behind = tokens[first + closing + 2].form if first + closing + 2 < len(tokens) else ""
    takes = behind in ("the", "a", "an", "its", "their")  # "trace the strain"
    return said and takes and "b" in is_verb_form(tokens[first + closing + 1].form).lower()


def _is_noun_by_place(tokens: Sequence[Token], first: int, tags: list[str], k: int, end: int) -> bool:
    """Whether a word stands where only a noun can: "lands minister", "House prices, which", "one of the costliest
    patent disputes".
    """
    if k + 1 < end and tags[k + 1] == "N" and tokens[first + k + 1].form in words("title"):
        return True
    if k == end - 1 == 1 and tokens[first + k].form.endswith("s") and _goes_on_behind(tokens, first, end):
        return True
    if k == end - 1 and k and end + 1 < len(tags) and is_comma(tokens, first, end) and tags[end + 1] == "W":
        return tokens[first + k].form.endswith("s")
    begin = k
    while begin and tags[begin - 1] == "N":
        begin -= 1
    if k == end - 1 and k > 1 and tokens[first + k - 1].form in ("disused", "abandoned", "all", "other", "such"):
        return True  # "a survey of all disused wells"
    ranked = begin > 1 and begin < k and tags[begin - 1] == "D" and tokens[first + begin - 2].form == "of"
    return ranked and not tokens[first + k - 1].form.endswith("s") and tokens[first + begin].form.endswith("est")


def _is_found(tokens: Sequence[Token], first: int, said: int) -> bool:
    """Whether somebody finds a thing, not that something is so: "found hairline cracks in"."""
    return tokens[first + said].form in ("found", "finds", "discovered") and tokens[first + said + 1].form.islower()


def _behind_relative(tokens: Sequence[Token], first: int, tags: list[str], begin: int) -> bool:
    """Whether a stretch goes on behind a relative clause between commas: "the clinic, which closed in May, said"."""
    opened = next((k for k in range(begin - 2, -1, -1) if is_comma(tokens, first, k)), -1)
    return opened > 0 and is_comma(tokens, first, begin - 1) and tags[opened + 1] == "W"


def _acts(tokens: Sequence[Token], first: int, tags: list[str], k: int, end: int) -> bool:
    """Whether a word behind a singular noun looks like its verb: an "s" at the end, an object or a preposition next."""
    form, before = tokens[first + k].form, tokens[first + k - 1].form
    verbal = form.endswith("s") and not form.endswith(("ss", "us", "is", "'s")) and form.isalpha()
    subject = tags[k - 1] == "N" and before.isalpha() and not before.endswith("s") and before != "record"
    return verbal and subject and k + 1 < end and tags[k + 1] in "D#I" and tokens[first + k + 1].form != "of"


def _calls(tokens: Sequence[Token], first: int, tags: list[str], begin: int, end: int) -> bool:
    """Whether a stretch between commas calls somebody something: "Ana Ruiz, a human rights group leader, said"."""
    closed = begin > 1 and end < len(tags) and is_comma(tokens, first, begin - 1) and is_comma(tokens, first, end)
    return closed and tokens[first + begin].form in ("a", "an") and set(tags[begin:end]) <= set("DNAp")


def is_comma(tokens: Sequence[Token], first: int, k: int) -> bool:
    return tokens[first + k].form == ","
