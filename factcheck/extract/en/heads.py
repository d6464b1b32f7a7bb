"""What the words beside an English word tell of it: what heads those before a verb, whether a form is a participle or
a noun there, which later verb goes as an earlier one does.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.en.letters import closed_classes
from factcheck.lang.english import cue_forms, is_verb_form, that_forms, words
from factcheck.text import Token


def is_plural(form: str) -> bool:
    """Whether a word is a plural, by its ending or by the list."""
    if form == "%" or form in words("plural") or form.endswith(("children", "women")):
        return True
    return form.endswith("s") and not form.endswith("'s")


def is_of_many(tokens: Sequence[Token], i: int, tags: list[str]) -> bool:
    """Whether the noun that heads the words before token `i` is plural: "records seen by the court" """
    begin = max((k + 1 for k, letter in enumerate(tags) if letter in "MCSWVXZ"), default=0)
    heads = [k for k in range(begin, len(tags) - 1) if tags[k] == "N" and tags[k + 1] != "N"]
    return bool(heads) and is_plural(tokens[i - len(tags) + heads[0]].form)


def is_of_one(text: str, tokens: Sequence[Token], i: int, tags: list[str], kinds: str) -> bool:
    """Whether a noun right behind a plural ends what "a" opens, "a bearish fuel inventories report", or one in the
    plural stands behind a compound or a preposition: "pre-vote pledges to freeze fees", "in brief remarks after it".
    """
    following = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    if tokens[i].form in ("forces", "guards") and tokens[i - 1].form in _ARMED:
        return True  # "asks the island's coast guards to leave"
    ly = following.form in words("adverb") or following.form.endswith("ly")
    led = i > 1 and tokens[i - 2].form in words("preposition") and text[tokens[i - 1].start].islower()
    if led and "S" in kinds and (following.kind != "word" or following.form in words("preposition") or ly):
        return (
            tokens[i].form in cue_forms() | {"remarks", "comments"} and tokens[i - 1].start > tokens[i - 2].end
        )  # "on original estimates -"
    if "S" in kinds:
        compound = i > 2 and tokens[i - 2].form == "-" and tokens[i - 2].end == tokens[i - 1].start
        return compound and i + 1 < len(tokens) and tokens[i + 1].form == "to"
    back = len(tags)
    while back and tags[back - 1] in "NPA":
        back -= 1
    article = tokens[i - len(tags) + back - 1].form if back else ""
    return "B" in kinds and article in ("a", "an") and is_plural(tokens[i - 1].form) and back < len(tags)


def is_of_papers(tokens: Sequence[Token], i: int, tags: list[str]) -> bool:
    """Whether a verb at token `i` tells what papers hold that are told of at more length: "emails seen by the court |
    show", "a rota on the wall | shows".
    """
    begin = max((k + 1 for k, letter in enumerate(tags) if letter in "MCSWVXZ"), default=0)
    head = next((k for k in range(begin, len(tags) - 1) if tags[k] in "Np" and tags[k + 1] not in "Np"), 0)
    paper, third = tokens[i - len(tags) + head].form, tokens[i].form.endswith("s")
    told = paper in words("document") and is_plural(paper) != third and "I" in tags[head:]
    following = tokens[i + 1].form if i + 1 < len(tokens) else ""
    return told and (following in words("determiner") or not {"s", "d"} & set(is_verb_form(following)))


def heads_clause(tags: list[str], before: str) -> bool:
    """Whether only a name, with a relative clause set off behind it, stands before a verb in its clause."""
    since = max((k + 1 for k, letter in enumerate(tags) if letter in "CSV"), default=0)
    if before == "N":
        return set(tags[since:]) <= set("NDAM") and not set(tags) & set("XxVvPBG")
    return before == "M" and "W" in tags and tags[0] in "ND#" and set("".join(tags).partition("W")[0]) <= set("NDMI#A")


def belongs_to_noun(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` stands behind the owner of the noun it describes: "the countries' disputed border"."""
    marked = i > 1 and tokens[i - 1].form in ("'", "’") and tokens[i - 1].start == tokens[i - 2].end
    if marked:
        return tokens[i - 2].form.endswith("s") and text[tokens[i - 2].start].islower()
    return i > 0 and tokens[i - 1].form.endswith("'s") and text[tokens[i - 1].start].islower()


def issues_words(tokens: Sequence[Token], i: int, last: int) -> int:
    """The "saying" of what is put out with the verb at `i`: "issued a statement on Monday | saying"; 0 for none."""
    if tokens[i].form not in words("issued"):
        return 0
    end = next((k for k in range(i + 1, min(i + _ISSUED, last)) if tokens[k].kind == "mark"), min(i + _ISSUED, last))
    noun = next((k for k in range(i + 2, end) if tokens[k].form in words("statement")), end)
    return next((k for k in range(noun + 1, end) if tokens[k].form in ("saying", "stating")), 0)


_ISSUED = 12  # tokens from "issued" to "saying"


def begins_alike(tokens: Sequence[Token], i: int, tags: list[str]) -> bool:
    """Whether a word behind "and" goes as the verb behind "to": "due to begin on Monday and end on Friday"."""
    to = next((k for k in range(len(tags) - 1, 0, -1) if tags[k - 1] == "T" and tags[k] == "B"), 0)
    if not to or i + 1 >= len(tokens):
        return False
    following = tokens[i - len(tags) + to + 1].form
    return following in words("preposition") and tokens[i + 1].form == following


def are_several(text: str, tokens: Sequence[Token], end: int, tags: list[str]) -> bool:
    """Whether several stand before token `end`, whose last tells of one: "Many homes, such as those in Vale, use",
    "Mayor, union differ" and "Norland and Sudland trade blame" in headlines.
    """
    at = end - len(tags)  # the token of the first tag
    if tags == ["N", "C", "N"] and tokens[end - 2].form == "and":
        return text[tokens[end - 1].start].isupper() and text[tokens[end].start].islower()
    comma = len(tags) - 1 if tokens[end - 1].form == "," else len(tags) - 2
    if comma < 1 or tokens[at + comma].form != ",":
        return False
    if comma == len(tags) - 2:
        alone = comma == 1 or tokens[at + comma - 2].form in (";", ":")
        return alone and tags[comma - 1] == tags[comma + 1] == "N" and tokens[end - 1].form not in words("month")
    such = next((k for k in range(comma - 1, max(1, comma - _EXAMPLES), -1) if tokens[at + k].form == "such"), 0)
    return such > 1 and tokens[at + such - 1].form == "," and is_plural(tokens[at + such - 2].form)


def acts_with(tokens: Sequence[Token], i: int) -> bool:
    """Whether the nouns before token `i` stand behind a "with" set off by a comma: ", with mines leading the fall"."""
    begin = next((k for k in range(i - 2, max(0, i - _WITH), -1) if tokens[k].form == "with"), 0)
    plain = all(tokens[k].kind == "word" for k in range(begin, i)) and tokens[i - 1].form not in words("determiner")
    return begin > 0 and tokens[begin - 1].form == "," and plain


def names_after(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether "what" at token `i` opens how somebody calls a thing: "in what the mayor called "a disgrace" "."""
    for k in range(i + 1, min(i + _CALLER, last - 1)):
        if tokens[k].form in ("called", "calls", "described"):
            return tokens[k + 1].form in ('"', "“", "as", "‘")
        if tokens[k].kind != "word":
            return False
    return False


_CALLER = 9  # tokens behind "what" of who calls a thing so
_WITH = 8  # tokens behind "with" of the nouns that act
_EXAMPLES = 12  # tokens of the examples that commas set off behind a noun


def _is_cited(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word ends what a participle cites: ", citing preliminary | reports, said"."""
    k = i - 1
    while k > i - _CITED and k > 0 and tokens[k].kind == "word" and tokens[k].form not in ("citing", "quoting"):
        k -= 1
    return i > 0 and tokens[k].form in ("citing", "quoting") and i + 1 < len(tokens) and tokens[i + 1].kind != "word"


_TOLD = 8  # tokens from a report to the first word of what it says
_CITED = 5  # tokens from the participle to the end of what is cited


_ARMED = frozenset(("security", "armed", "coast", "border", "prison", "ground", "air", "special", "peacekeeping"))


def is_done_to(tokens: Sequence[Token], i: int, before: str) -> bool:
    """Whether the form at `i` is the participle of what something is done to: "four heated rooms", "hoped for by"."""
    form, following = tokens[i].form, tokens[i + 1].form if i + 1 < len(tokens) else ""
    placed = following in words("preposition")
    if before == "N" and form in words("held_to_be") and following == "to" and _is_being(tokens, i + 2):
        return True  # "A van thought to have been used in the raid was found"
    if before == "#" and i > 2:
        opener, double = tokens[i - 2].form, tokens[i - 3].form in ("double", "triple", "twice", "than", "of")
        if opener in words("time_opener") and form in words("failed_kind"):
            return True  # "after three failed seasons"
        if opener == "the" and double and placed:
            return True  # "nearly double the 54 lost in 2023"
        closed = following in words("determiner") or following in words("object_pronoun")
        return opener == "and" and is_plural(following) and not closed
    after = i > 1 and tokens[i - 1].form == "following" and tokens[i - 2].form not in words("determiner")
    if after and is_plural(following):
        return True  # "seized power following disputed polls"
    if form in ("involved", "concerned") and tokens[i - 1].form in ("everyone", "everybody", "anyone", "those"):
        return True
    if placed and i + 3 < len(tokens) and tokens[i + 2].form == "by" and tokens[i + 3].kind == "word":
        return i > 0 and tokens[i - 1].form not in words("subject_pronoun")
    having = next((k for k in range(i - 2, max(-1, i - 5), -1) if tokens[k].form == "having"), None)
    return placed and having is not None and tokens[having + 1].form in words("determiner")


def _is_being(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].form in ("be", "have")


def number_tag(text: str, tokens: Sequence[Token], i: int) -> str:
    """The tag of a number: that of a noun where it ends a name, "Vasna-24"."""
    named = i > 1 and tokens[i - 1].form == "-" and tokens[i - 2].end == tokens[i - 1].start
    named = named and tokens[i - 1].end == tokens[i].start and tokens[i - 2].form not in words("month")
    return "N" if named and text[tokens[i - 2].start].isupper() else "#"


def is_noun_beside(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that can be a verb in the present is a noun by the words beside it."""
    said = _is_cited(tokens, i) or _is_police_report(tokens, i) or _are_those_who_say(tokens, i)
    return said or _ends_name(text, tokens, i) or _is_police_of(tokens, i) or _is_of_amount(tokens, i)


def _is_of_amount(tokens: Sequence[Token], i: int) -> bool:
    """Whether a plural ends what an amount is in: "£20m in emergency grants"."""
    led = i > 3 and tokens[i - 2].form == "in" and tokens[i].form.endswith("s") and tokens[i - 1].kind == "word"
    return led and (tokens[i - 3].kind == "number" or tokens[i - 3].form in words("millions"))


def _is_police_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether "police" has nothing behind it to watch over: "of the campus police."; not "police the gates", nor
    "villagers police in shifts".
    """
    following = tokens[i + 1].form if i + 1 < len(tokens) else ""
    acts = i > 0 and is_plural(tokens[i - 1].form)
    led = following in words("preposition") and not acts
    return tokens[i].form == "police" and (not following.isalnum() or led)


def _are_those_who_say(tokens: Sequence[Token], i: int) -> bool:
    """Whether a plural behind "where" or "when" has its reporting verb next: "where nurses say the ward is full"."""
    opened = i > 0 and tokens[i - 1].form in ("where", "when") and i + 1 < len(tokens)
    return opened and tokens[i + 1].form in cue_forms() and (is_plural(tokens[i].form) or tokens[i].form == "police")


def _ends_name(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a word for a body closes its name before a comma: "The Hush for the Hills campaign, led by"."""
    closed = i > 1 and i + 1 < len(tokens) and tokens[i + 1].form == "," and tokens[i].form in words("named_body")
    return closed and text[tokens[i - 1].start].isupper()


def is_called_by_name(text: str, tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether "called" only names a body whose own verb follows: "a group called Red Hand claimed"."""
    if tokens[i].form != "called" or i < 2 or i + 1 >= last or not text[tokens[i + 1].start].isupper():
        return False
    if tokens[i - 2].form not in ("a", "an", "another") or tokens[i - 1].form not in words("named_body", "group"):
        return False
    end = next((k for k in range(i + 2, last) if not text[tokens[k].start].isupper()), last)
    return end < last and bool({"d", "s"} & set(is_verb_form(tokens[end].form)) or tokens[end].form in words("have"))


def _is_police_report(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word names the paper of those who are many: "quoted in the police report"."""
    led = i > 2 and tokens[i - 3].form in words("preposition") and tokens[i - 2].form in ("the", "a")
    return led and tokens[i - 1].form == "police" and tokens[i].form in ("report", "record")


def opens_aside(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a word that is mostly a noun ("killing") opens a participle here: after a comma, before its object."""
    following = tokens[i + 1].form if i + 1 < last else ""
    back = i - 1
    while back > 0 and closed_classes().get(tokens[back].form) == "A":
        back -= 1  # "were still warning that"
    led = i > 0 and (tokens[i - 1].form in (",", "and") or tokens[back].form in words("be"))
    if not led and not (i and acts_with(tokens, i)):
        return False
    if tokens[i].form == "warning" and any(token.form == "that" for token in tokens[i + 1 : min(i + 4, last)]):
        return True  # "is warning owners that"
    return (
        closed_classes().get(following, "") in ("D", "#", "O")
        or following in ("at", "up", "with", "that", "to")
        or following.isdigit()
    )


def heads_list(tokens: Sequence[Token], first: int, tags: list[str], k: int) -> bool:
    """Whether nouns joined to that at `k` share a past verb with it: "fish farms and fish markets closed"."""
    verb = next((j for j in range(k + 1, len(tags)) if tags[j] not in "DN#AICp" and tokens[first + j].form != ","), 0)
    between = tags[k + 1 : verb]
    if not verb or tags[verb] not in "vVX" or "C" not in between or (between[0] not in "IC" and between[0] != "M"):
        return False
    form = tokens[first + verb].form
    many = tokens[first + k].form.endswith("s") and form in ("were", "are", "have")
    past = many or "d" in is_verb_form(form) or form.endswith("ed")
    return past and "b" not in is_verb_form(form).lower() and form not in cue_forms()


def is_read_out(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether "read" at `i` only tells of the paper that something stands in: "In a police interview read to the"."""
    opens = next((k for k in (i - 3, i - 4) if k >= 0 and tokens[k].form in ("in", "from", "of", "by")), i)
    paper = tokens[i - 1].form in words("statement", "document") and tokens[opens + 1].form in words("determiner")
    return opens < i and paper and i + 1 < last and tokens[i + 1].form in _READ_OUT


_READ_OUT = frozenset(("to", "out", "aloud", "in", "by", "at", "before", "on"))


def is_told_that(tokens: Sequence[Token], i: int) -> bool:
    """Whether a report stands a little before the "that" right before a token: "told parliament on Monday that | prices
    rose".
    """
    return any(token.form in that_forms() for token in tokens[max(0, i - _TOLD) : i - 2])
