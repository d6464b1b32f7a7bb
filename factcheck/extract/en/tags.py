"""What part each English word plays, told from word lists and neighbours: enough to see where a clause has its verb."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.extract.amounts import CURRENCY_SIGNS
from factcheck.extract.en.auxiliaries import after_auxiliary, after_modal
from factcheck.extract.en.heads import (
    are_several,
    begins_alike,
    belongs_to_noun,
    heads_clause,
    is_called_by_name,
    is_done_to,
    is_noun_beside,
    is_of_many,
    is_of_one,
    is_of_papers,
    is_plural,
    is_read_out,
    is_told_that,
    number_tag,
    opens_aside,
)
from factcheck.extract.en.letters import (
    FINITE,
    acts_alone,
    calls_name,
    closed_classes,
    forms_at,
    in_noun_phrase,
    is_base,
    is_first_ever,
    is_of_name,
    joins,
    last_tag,
    leads_to_amount,
    may_date,
    names_speaker,
    opens_compound,
    sums_up,
    tags_at,
)
from factcheck.extract.en.lone_words import CONTRACTED, lone_tag
from factcheck.extract.en.settling import follows_past, settle
from factcheck.extract.en.small_words import small_word_tag
from factcheck.extract.en.title_case import as_running_text
from factcheck.extract.layout import Layout, Quotation
from factcheck.lang.english import cue_forms, is_verb_form, words
from factcheck.text import Token

_QUOTES = frozenset('"“‘«')
_HELD = frozenset(("confirmed", "reported", "believed", "feared", "presumed", "known", "thought"))
_SENTENCE_OPENERS = _QUOTES | frozenset(":.!?")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with the tags of its tokens; token indexes are those of the whole text, half-open."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int
    tags: str
    quotations: tuple[Quotation, ...]
    quoted: str  # "1" for each token within a quotation, marks apart, else "0"
    tag: Callable[[int], str]  # the tag of a token; past either end of the sentence, that of a mark
    form: Callable[[int], str]  # the folded spelling of a token; past the end of the sentence, nothing

    def letters(self, first: int, last: int) -> str:
        """The tags of the half-open tokens."""
        return self.tags[first - self.first : last - self.first]

    def outside(self, i: int) -> bool:
        """Whether token `i` stands outside all quotations; the quotation marks and the end of the sentence do."""
        return i >= self.last or self.quoted[i - self.first] == "0"

    def is_spaced(self, i: int) -> bool:
        """Whether token `i`, a dash, has a space on both sides."""
        token = self.tokens[i]
        return self.text[token.start - 1 : token.start] == " " and self.text[token.end : token.end + 1] == " "

    def is_cue(self, i: int) -> bool:
        """Whether token `i` is a reporting verb that takes a clause."""
        return self.tokens[i].form in cue_forms()

    def verb_kinds(self, i: int) -> str:
        """What token `i` can be as a verb (`is_verb_form`); nothing past the end of the sentence."""
        return is_verb_form(self.tokens[i].form) if 0 <= i < self.last else ""


_BEFORE_NOUNS = frozenset(("according", "owing", "thanks", "contrary", "addition", "response", "reply", "respect"))


def tags_of(layout: Layout, first: int, last: int, quotations: Sequence[Quotation]) -> Tagged:
    """A sentence of a layout with its tags, worked out once; `quotations` are those of its line."""
    if (first, last) not in layout.tagged:
        layout.tagged[first, last] = find_tags(layout.text, layout.tokens, first, last, quotations)
    return layout.tagged[first, last]


def find_tags(text: str, tokens: Sequence[Token], first: int, last: int, quotations: Sequence[Quotation]) -> Tagged:
    """The sentence of the half-open tokens `first` to `last` with its tags, and the quotations that lie in it."""
    begin = bisect_right(quotations, first, key=lambda q: q.last)
    end = bisect_left(quotations, last, key=lambda q: q.first)
    inside = tuple(quotations[begin:end])
    quoted = ["0"] * (last - first)
    for q in inside:
        begin, end = max(q.first, first), min(q.last, last)
        quoted[begin - first : end - first] = "1" * (end - begin)
    tags = tag(text, tokens, first, last)
    tag_at, form_at = tags_at(tags, first), forms_at(tokens, first, last)
    return Tagged(text, tokens, first, last, tags, inside, "".join(quoted), tag_at, form_at)


def tag(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The tags of the tokens `first` to `last`, one letter each; a word the lists do not know is a noun."""
    text = as_running_text(text, tokens, first, last)
    tags: list[str] = []
    for i in range(first, last):
        tags.append(_tag_one(text, tokens, i, first, last, tags))
    settle(tokens, first, tags)
    return "".join(tags)


def _tag_one(text: str, tokens: Sequence[Token], i: int, first: int, last: int, tags: list[str]) -> str:
    token = tokens[i]
    form = token.form
    if token.kind != "word":
        compound = i + 2 < last and tokens[i + 1].form == "-" and joins(tokens, i + 1)
        if (form == "-" and tags and tags[-1] == "N" and joins(tokens, i)) or (token.kind == "number" and compound):
            return "N"  # "a 19-page judgment", "a Lima-based group": no mark between clauses
        priced = form in CURRENCY_SIGNS and i + 1 < last and tokens[i + 1].kind == "number"
        return number_tag(text, tokens, i) if token.kind == "number" else "D" if priced else "M"
    capital = text[token.start].isupper()
    following = tokens[i + 1].form if i + 1 < last else ""
    if following != "-" and not capital and (lone := lone_tag(form)):
        return lone
    if form in words("with_is") or form.endswith(CONTRACTED):
        return "Z"
    if form.endswith("n't"):
        return "X"
    inside = i > first and tokens[i - 1].form not in _SENTENCE_OPENERS
    if capital and (is_of_name(text, tokens, i, inside=inside) or (inside and opens_compound(tokens, i, last))):
        return "N"
    if capital and inside and (form in words("month") or not form.isascii() or _is_name(text, token)):
        return "N"
    if not capital and form not in words("number") and opens_compound(tokens, i, last):
        return "N"  # "so-called"
    if form in words("be") and (form != "am" or tags[-1:] != ["#"]):
        return "x" if form in ("be", "been", "being") else "X"
    if form in words("have"):
        before = last_tag(tags, "A")
        return "x" if form == "having" or before in ("T", "modal") or after_modal(tokens, i, tags) else "X"
    if form == "to":
        named = i + 1 < last and inside and text[tokens[i + 1].start].isupper()  # "an aide to Governor Ruiz"
        led = i > first and tokens[i - 1].form in _BEFORE_NOUNS  # "according to police"
        told = tokens[max(i - 1, first)].form in ("said", "says") or (i + 2 < last and tokens[i + 2].form == "that")
        people = following == "police" or following[:-1] in words("trade_noun")  # "insisted to delegates that"
        heard = told and (people or not is_verb_form(following))
        return "T" if is_base(following) and not following.isdigit() and not (named or led or heard) else "I"
    of_people = i > first and tokens[i - 1].form in words("close_to")
    if form == "close" and following == "to" and i + 2 < last and (tokens[i + 2].kind == "number" or of_people):
        return "A"  # "close to 400 workers", "sources close to the talks"
    if form in ("will", "might") and i > first and tokens[i - 1].form in words("possessive") | {"the"}:
        return "N"  # "express their will"
    if (letter := small_word_tag(tokens, i, last, tags)) is not None:
        return letter
    if form in closed_classes():
        return closed_classes()[form]
    return _tag_verb(text, tokens, i, last, tags, capital)


def _is_name(text: str, token: Token) -> bool:
    """Whether a capitalised word within a sentence is a name: any but the closed-class words of a headline."""
    return token.form not in closed_classes() and token.form not in words("be") and token.form not in words("have")


def _tag_verb(text: str, tokens: Sequence[Token], i: int, last: int, tags: list[str], capital: bool) -> str:
    form = tokens[i].form
    if form in words("esteemed") and calls_name(text, tokens, i, last):
        return "P"
    measured = form == "group" or (form[:5] == "point" and i and tokens[i - 1].form in ("basis", "percentage"))
    if measured or opens_compound(tokens, i, last):
        return "N"
    kinds = is_verb_form(form)
    if form == "read" and is_read_out(tokens, i, last):
        return "P"
    if form in ("read", "reads") and i and tokens[i - 1].form in words("statement"):
        return "V" if tokens[max(0, i - 3)].form != "to" else "P"  # "…," the statement read; not "according to the …"
    if form.endswith("ing") and len(form) > 4 and form not in words("not_ing"):
        led = i > 0 and tokens[i - 1].form in ("the", "a", "an")  # "the returning officer"
        return "G" if not led and (form not in words("noun_ing") or opens_aside(tokens, i, last)) else "N"
    if form.endswith("ly") and len(form) > 4 and not kinds and form not in words("noun_ly"):
        return "A"
    if not kinds and form.endswith("ed") and len(form) > 4 and form not in words("not_ed"):
        kinds = "dn"
    if not kinds or capital or (i and tokens[i - 1].form == "-" and tokens[i - 1].end == tokens[i].start):
        return "N"
    before = "N" if i and tokens[i - 1].form == "%" else last_tag(tags, "A")
    if ("b" in kinds or "B" in kinds) and (before == "T" or after_modal(tokens, i, tags)):
        return "B"
    if "d" in kinds or "n" in kinds:
        return _tag_past(text, tokens, i, last, tags, kinds, before)
    return _tag_present(text, tokens, i, last, tags, kinds, before)


def _tag_past(text: str, tokens: Sequence[Token], i: int, last: int, tags: list[str], kinds: str, before: str) -> str:
    following = tokens[i + 1].form if i + 1 < last else ""
    if "n" in kinds and (after_auxiliary(tags) or (tags[-2:] == ["N", "A"] and is_first_ever(tokens, i, last))):
        return "P"
    cue = tokens[i].form in cue_forms()
    if cue and i and tokens[i - 1].form == "another" and closed_classes().get(following) in ("R", "W", "D"):
        return "V"  # "Another said she had"
    if tokens[i].form in _HELD and following in words("fate") and before in ("N", "#"):
        return "P"  # "the number of people confirmed killed"
    if tokens[i].form in words("no_object") and before in ("N", "M") and following not in ("", ".", ","):
        return "V"  # "the permit for Monday, March 3, remained on file"
    if "n" in kinds and (is_done_to(tokens, i, before) or is_called_by_name(text, tokens, i, last)):
        return "P"
    before = "D" if belongs_to_noun(text, tokens, i) else before
    if before == "D" and tokens[i - 1].form in words("counting") and "d" in kinds:
        return "V" if "n" not in kinds else "v"  # "Most suffered neck pain"
    counted = i + 2 < last and tokens[i + 2].kind == "number"  # "passed by 53 votes"
    if "n" in kinds and (
        before in ("D", "I", "x") or (following == "by" and not counted and not (cue and may_date(tokens, i + 2)))
    ):
        return "P"
    noun = any(kind in "BS" for kind in kinds)
    if noun and "s" in is_verb_form(following) and "S" not in is_verb_form(following):
        return "N"  # "the forecast indicates"
    owned = i > 0 and tokens[i - 1].form.endswith("'s")
    if noun and (
        owned or before in ("D", "I", "#") or (following in (".", ",", ";", "of", "") and in_noun_phrase(tags))
    ):
        return "N"
    if "d" not in kinds:
        return "V" if before == "R" and "b" in kinds.lower() else "P"  # "they run out", not "a mill run by"
    return "V" if "n" not in kinds else "v"


def _tag_present(
    text: str, tokens: Sequence[Token], i: int, last: int, tags: list[str], kinds: str, before: str
) -> str:
    following = tokens[i + 1].form if i + 1 < last else ""
    more = i > 0 and tokens[i - 1].form in ("higher", "lower") and is_plural(tokens[i].form)  # "higher wages and taxes"
    central = more or (tokens[i].form in ("centre", "center") and following not in ("on", "around"))
    if central or is_noun_beside(text, tokens, i):
        return "N"
    if before == "N" and tags[-2:] in (["V", "N"], ["v", "N"]) and tokens[i - 1].form == "record":
        return "N"  # "reported record profits"
    if before == "N" and is_of_one(text, tokens, i, tags, kinds):
        return "N"
    if tags[-2:] == ["I", "N"] and "S" in kinds and is_of_many(tokens, i, tags) and tokens[i].form not in cue_forms():
        return "N"  # "operators of fast trains to Vale warned", which have no verb in the singular
    if before == "N" and tokens[i].form in words("holds") and is_of_papers(tokens, i, tags):
        return "V"
    opens = closed_classes().get(following, "") in ("D", "#", "O", "W", "R") or following in ("to", "out")
    opens = opens and following != "such"  # "core brands such as …"
    opens = opens or (tokens[i].form in cue_forms() and not following.isalnum()) or following.isdigit()
    acts = "s" in kinds.lower() and (opens or following in ("up", "down", "off"))
    if acts and tags[-1:] == ["V"] and sums_up(tokens, i):
        return "V"  # "in a move unions say tears up a pledge"
    opens = opens or (tokens[i].form in words("stands") and following in words("left_so"))  # "posts stand empty"
    opens = opens or (tokens[i].form in words("sets_amount") and leads_to_amount(tokens, i, last))
    noun = any(kind in "BS" for kind in kinds)
    if before == "D" and "b" in kinds and tokens[i - 1].form in words("counting"):
        return "V"
    quoted = opens and tags[-2:] in (["N", "M"], ["R", "M"]) and tokens[i - 1].form in _QUOTES
    many = quoted and (is_plural(tokens[i - 2].form) or tokens[i - 2].form in ("they", "we", "i", "you"))
    if (quoted and ("b" if many else "s") in kinds.lower()) or acts_alone(tokens, i, tags, kinds):
        return "V"  # "said clubs “bear the full risk”"
    if before == "#" and kinds == "b" and (following in (".", ",", ";") or closed_classes().get(following) == "I"):
        return "V"  # "only 15 survive, says Ana Ruiz"
    if before in ("D", "I", "#", ""):
        return "N"
    if tokens[i].form == "last" and following in words("time_noun", "weekday", "month") | {"season", "term"}:
        return "N"
    that = before == "W" and tokens[i - 1].form == "that" and i > 1
    told = that and tokens[i - 2].form in cue_forms() and "S" in kinds
    if told and (following == "," or closed_classes().get(following) == "I"):
        return "N"  # "suggested that attacks on judges …"
    ended = (i > 1 and tokens[i - 2].form == ",") or tokens[i - 1].form in ("when", "where")
    ended = (ended or (that and "S" in kinds and is_told_that(tokens, i))) and "d" in is_verb_form(following)
    if before == "W" and noun and (following in words("be", "have", "modal") or ended):
        return "N"  # "told them that witnesses had seen", "said, citing aides, that talks failed"
    if before in ("R", "W", "Z"):
        return "V"
    back = 1
    while back < len(tags) and tags[-back] == "A":
        back += 1
    previous = tokens[i - back].form
    several = are_several(text, tokens, i - back + 1, tags[: len(tags) - back + 1])
    plural = several or is_plural(previous)
    before = "N" if several or before == "p" or (before == "O" and "I" in tags[-2:]) else before  # "none of them works"
    object_follows = closed_classes().get(following, "") in ("D", "#", "R") or following.isdigit()
    object_follows |= following == "that" or (
        following == "to" and not FINITE & set(tags)
    )  # "the baker, Ana, plans to"
    closes = before == "M" and previous == "," and object_follows and "M" in tags[-14:-1]  # "the union, Amal, puts the"
    aside = following == "that" and "B" in kinds  # "Lawyers for Ana Ruiz, a cook, answer that"
    aside = closes and (aside or (tokens[i].form == "make" and following == "it"))
    closes = "S" in kinds and (closes or names_speaker(text, tokens, i, tags))
    aside = aside or (before == "M" and "s" in kinds) or closes
    if before == "N" and not plural and tokens[i].form in words("locates") and closed_classes().get(following) == "I":
        return "V"
    if aside or ((before == "N" or tags[-2:] == ["x", "P"]) and following == "that" and tokens[i].form in cue_forms()):
        return "V"  # "who asked not to be named estimates that"
    if before == "C" and ("b" in kinds or begins_alike(tokens, i, tags)):
        return "B" if "B" in tags[-24:] else "V"  # "to submit designs and suggest …"
    if any(kind in "bB" for kind in kinds):
        council = tokens[i].form in cue_forms() and previous in words("collective")  # "the council say"
        if before == "N" and "b" in kinds and (council or is_of_many(tokens, i, tags)):
            return "V"  # "officials in Vale say"
        if "b" in kinds and "B" not in kinds and opens and tokens[i].form in cue_forms() and heads_clause(tags, before):
            return "V"  # "Aston Villa deny the charge", "the club, who run the ground, say the gate was shut"
        if before == "N" and not plural:  # "records seen on request show 40 deaths"
            return "v" if opens and tokens[i].form in cue_forms() and is_of_many(tokens, i, tags) else "N"
        return "N" if before != "N" else "p" if noun and not opens else "V"
    if before == "C":
        led = closed_classes().get(following, "") == "I" and following != "of" and not follows_past(tokens, i, tags)
        return "V" if not noun or opens or led else "N"
    if before != "N" or previous.endswith("'s"):
        return "N"
    return "V" if opens or not noun else "N" if plural else "p"
