"""What a bare noun of an English claim means: "the market" is the one market that the text has named before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from factcheck.extract.claimants import Cast
from factcheck.extract.en.asked import with_question
from factcheck.extract.en.genders import is_place
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.name_runs import stand_ins
from factcheck.extract.en.named_phrases import named_from
from factcheck.extract.en.placed import placed
from factcheck.extract.en.predicates import skip_adverbs
from factcheck.extract.en.saying import joined_words
from factcheck.extract.en.tags import Tagged, tags_of
from factcheck.extract.layout import Layout, Line, Sentence
from factcheck.extract.proposition import Proposition
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words
from factcheck.text import Span

_REACH = 60  # tokens of a claim in which a noun is told
_MOST = 2  # nouns of one sentence that are told
_LONGEST = 5  # words before a noun, or behind its "of"
_LONGEST_SENTENCE = 240  # tokens of a sentence that is looked into


def with_bearings(layout: Layout, proposition: Proposition, sentence: str, cast: Cast) -> str:
    """A claim's sentence with the bare nouns told in brackets that only one fuller mention before it can mean.

    "The council closed the market [Okoro Market]"; a noun that several can mean, or the sentence itself tells, stays.
    """
    first, last = layout.token_range(proposition.span)
    sentence = _by_full_name(layout, proposition, first, sentence, cast)
    if (s := _tagged_at(layout, layout.token_range(proposition.sentence)[0])) is not None:
        sentence = with_question(layout, proposition, s, placed(layout, proposition, s, sentence))
    spans = [(first, min(last, first + _REACH))]
    if proposition.holder is not None and proposition.mode != "narrator":
        spans.insert(0, layout.token_range(proposition.holder))
    told = 0
    for begin, end in spans:
        for i in range(begin, end):
            noun = _bare(layout, i)
            whole = _named_before(layout, noun, min(begin, first)) if noun else None
            named = cast.called(Span(layout.tokens[i - 1].start, layout.tokens[i].end)) if noun else None
            whole = named or whole
            if noun in stand_ins() and whole is None:
                whole = cast.joined(Span(layout.tokens[i - 1].start, layout.tokens[i].end))
                whole = None if whole is not None and _speaks_for_another(proposition, cast, whole) else whole
                whole = whole if noun not in words("any_body") or _just_told(layout, proposition, whole) else None
            if whole is None or _bare_form(whole) in sentence.lower():
                continue
            found = re.search(rf"\b[Tt]he {re.escape(noun)}\b(?![\w’'-]| \[| \()", sentence)
            if found is not None and sentence.count("[", 0, found.start()) == sentence.count("]", 0, found.start()):
                sentence = f"{sentence[: found.end()]} [{whole}]{sentence[found.end() :]}"
                told += 1
                if told == _MOST:
                    return sentence
    return sentence


def _speaks_for_another(proposition: Proposition, cast: Cast, whole: str) -> bool:
    """Whether the title of whoever speaks names another body: "Vale Dock director Ana Ruiz said the firm [Orr Ltd]"."""
    if proposition.holder is None or cast.mention(proposition.holder).kind != "person":
        return False
    title = cast.fullest(proposition.holder).replace(cast.claimant(proposition.holder).name, "").split()
    names = {word for word in title if word[:1].isupper()}
    return len(names) > 1 and names.isdisjoint(whole.split())


def _just_told(layout: Layout, proposition: Proposition, whole: str | None) -> bool:
    """Whether a body is told of again and again, or in the sentence of a claim or the one right before it: any may be
    called "the company". Who is somebody's in it, "Its insurer, Orr Ltd", is not meant.
    """
    if whole is None:
        return False
    begin = proposition.sentence.start
    n = bisect_left(layout.lines, begin + 1, key=lambda line: line.end)
    before = [sentence for line in layout.lines[max(0, n - 1) : n + 1] for sentence in line.sentences]
    told = max((sentence.start for sentence in before if sentence.end <= begin), default=begin)
    near = layout.text[told : proposition.sentence.end]
    head, _, rest = whole.partition(" ")
    often = rf"\b{re.escape(head)}(?: {re.escape(rest)}\b|(?! [A-Z]))"  # "Orr Foods", "Orr", no "Orr Street"
    if len(re.findall(often, layout.text[max(0, begin - _AGAIN) : begin])) > 1:
        return True
    owned = rf"(?:\b[Ii]ts|\b[Tt]heir|['’]s) [\w -]+, {re.escape(whole)}"
    return whole in near and re.search(owned, near) is None


_AGAIN = 4000  # characters before a claim in which a body is told of again and again


def _by_full_name(layout: Layout, proposition: Proposition, first: int, sentence: str, cast: Cast) -> str:
    """The article's own claim, its subject's family name or office with the full name: "Orr [Ana Orr] has left"."""
    if proposition.mode != "narrator":
        return sentence
    head, space, rest = sentence.partition(" ")
    office = head == "The" and layout.tokens[first].form == "the" and _acts(layout, first + 2)
    if office:
        noun, space, rest = rest.partition(" ")
        head = f"{head} {noun}"
    name = head.strip("[],")
    at = Span(layout.tokens[first].start, layout.tokens[first + office].end)
    if head.startswith("["):
        place = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", layout.text[proposition.sentence.start : at.start])
        at = Span(0, 0) if place is None else Span(*(proposition.sentence.start + k for k in place.span()))
    alone = name[:1].isupper() and (head[-1:] in ("]", ",") or _acts(layout, first + 1 + office))
    if not alone or layout.text[slice(*at)] != name or cast.mention(at).kind not in ("person", "organisation"):
        return sentence
    told, full = cast.claimant(at).name, cast.fullest(at)
    told = full if told in full and not office and cast.mention(at).kind == "person" else told
    fuller = told.endswith(f" {name}") or f" {name}, " in told or told.startswith(f"{name} ")
    aired = told.partition(" ")[0].lower() in words("outlet")  # "Vale" is not "Radio Vale"
    known_so = aired or (not office and _is_place_too(layout.text, name))
    if told in sentence or known_so or not (fuller or (office and " " in told and cast.mention(at).kind == "person")):
        return sentence
    if head.startswith("["):
        return sentence.replace(name, told, 1)
    return f"{name} [{joined_words(told)}]{head[len(name) :]}{space}{rest}"


def _is_place_too(text: str, name: str) -> bool:
    """Whether a name is a place's, by itself or in the text: "Ohio" of "in Ohio", though "Ohio Nurses" are named."""
    return is_place(name) or name in _places_in(text)


@lru_cache(maxsize=4)
def _places_in(text: str) -> frozenset[str]:
    """The capitalised words in which a text says that something is."""
    return frozenset(re.findall(r"\b(?:in|across|near) ([A-Z][\w’-]*)\b(?! [A-Z])", text))


def _acts(layout: Layout, i: int) -> bool:
    """Whether a finite verb stands at a token, adverbs apart."""
    s = _tagged_at(layout, i) if i < len(layout.tokens) else None
    i = i if s is None else skip_adverbs(s, i, s.last)
    return s is not None and s.tag(i) in FINITE


def _bare_form(whole: str) -> str:
    """A phrase in lower case without its article."""
    head, _, rest = whole.lower().partition(" ")
    return rest if head in ("a", "an", "the") else whole.lower()


_TOLD_APART = frozenset(
    "of for over in at near on there that which where who they he she it we you - ’ '".split()  # noqa: SIM905
)


def _bare(layout: Layout, i: int) -> str:
    """The noun at a token that "the" alone stands before and nothing tells apart behind; empty where none does."""
    tokens = layout.tokens
    if i < 1 or tokens[i - 1].form != "the" or tokens[i].kind != "word" or not layout.text[tokens[i].start].islower():
        return ""
    noun = tokens[i].form
    called = i + 2 < len(tokens) and tokens[i + 1].form == "," and layout.text[tokens[i + 2].start].isupper()
    if (
        called
        or len(noun) < 3
        or noun in words("known_alone")
        or noun in words("time_noun")
        or noun in words("not_thing")
    ):
        return ""
    s = _tagged_at(layout, i)
    if s is None or s.tag(i) != "N" or s.tag(i + 1) in "N#PW" or s.form(i + 1) in _TOLD_APART:
        return ""
    return noun if not noun.endswith("s") or noun.endswith(("ss", "us", "is")) else ""


def _named_before(layout: Layout, noun: str, before: int) -> str | None:
    """The phrase that names a noun in full before token `before`, in a text that has one such thing; else `None`."""
    if noun not in layout.named:
        mentions = list(_mentions(layout, noun))
        layout.named[noun] = [] if any(whole is None for _, whole in mentions) else mentions
    known = layout.named[noun]
    last = bisect_left(known, before, key=_place) - 1
    return known[last][1] if last >= 0 else None


def _place(mention: tuple[int, str | None]) -> int:
    return mention[0]


def _mentions(layout: Layout, noun: str) -> Iterator[tuple[int, str | None]]:
    """Each fuller mention of a noun in order, with what the noun means from there on: nothing once two differ."""
    known: set[str] = set()
    shown: str | None = None
    for at in _places(layout).get(noun, ()):
        s = _tagged_at(layout, at)
        if s is None or s.tag(at) != "N":
            continue
        begin, end = _phrase(s, at)
        if begin is not None and (s.form(begin - 1) == "of" and s.text[s.tokens[at - 1].start].isupper()):
            return  # "Bureau of | Meteorology data"
        if begin is None:
            yield at, None
            return
        if end - begin <= 1:
            continue
        key = {s.form(k) for k in range(begin, end) if k != at and s.tag(k) in "N#P"}
        if key & words("of_another") or (key & words("armed") and s.form(begin - 1) in ("a", "an")):
            continue  # "the deputy speaker" is not the speaker
        if key <= words("not_telling") or all(s.tag(k) == "P" for k in range(begin, at)):
            continue  # "the disputed border" tells of no other border
        if s.form(begin - 1) == "the" and (s.form(begin).endswith("est") or s.form(begin) in words("rank")):
            continue  # "It is the biggest trial for years" tells of no other trial
        if s.form(at - 1) in ("based", "owned", "listed") and s.form(at - 2) == "-":
            continue  # "the Vale-based company"
        if not (key <= known or known <= key) or (noun in _ONE_OF_TWO and _of_other_land(s, begin, at)):
            yield at, None
            return
        if len(key) > len(known):
            opens = s.form(begin - 1) in ("a", "an") and begin > s.first
            known, shown = key, joined_words(s.text[s.tokens[begin - opens].start : s.tokens[end - 1].end])
            shown = shown[0].lower() + shown[1:] if opens else shown
        yield at, shown


def _of_other_land(s: Tagged, begin: int, at: int) -> bool:
    """Whether "the" and a people's name tell one from another: "the French club", which another club dealt with."""
    found = entry_at(s.text, s.tokens, begin, "en", _PEOPLES) if s.form(begin - 1) == "the" else None
    return found is not None and found.last == at


_ONE_OF_TWO = words("any_body") | words("firm_kind") | {"side", "team", "bank", "giant"}
_PEOPLES = frozenset({"demonym"})


def _phrase(s: Tagged, at: int) -> tuple[int | None, int]:
    """The half-open tokens of the phrase that a noun at a token heads; no beginning where it is one of several."""
    begin = at
    while begin > max(s.first, at - _LONGEST) and _belongs(s, begin - 1):
        begin -= 1
    if any(s.form(k) in words("one_of_many") for k in range(max(s.first, begin - 1), at)):
        return None, at
    named = named_from(s, begin)
    if named is not None and begin < at:
        whole = named - 1 == s.first or s.tag(named - 2) in "WC" or s.is_cue(named - 2)
        return (named, at + 1) if whole and s.tag(at + 1) in FINITE else (at, at + 1)
    joined = s.form(begin - 1) == "and" and begin - 2 >= s.first and s.text[s.tokens[begin - 2].start].isupper()
    if joined and s.text[s.tokens[begin].start].isupper():
        return at, at + 1  # "Harle and Kelso Council": of both, or of one
    inside = s.text[s.tokens[at].start].isupper() and s.text[s.tokens[min(at + 1, s.last - 1)].start].isupper()
    if s.tag(at + 1) == "N" or inside:
        return at, at + 1  # "market traders", "County Road 12"
    end = at + 1
    if s.form(end) == "of" and end + 1 < s.last:
        k = end + 1 + (s.form(end + 1) in ("the", "a", "an"))
        stop = k
        while stop < min(s.last, k + _LONGEST) and s.tag(stop) == "N":
            stop += 1
        end = stop if stop > k and s.tag(stop) not in "N#" else end
    return begin, end


def _belongs(s: Tagged, k: int) -> bool:
    """Whether a word before a noun tells it apart: a noun, an adjective, a participle, "'s", a hyphen between."""
    joined = s.form(k + 1) == "-" or s.tokens[k].end == s.tokens[k + 1].start
    counted = s.tag(k) == "#" and joined  # "a 99-year lease", "a 19th-century hall"
    if counted or s.tag(k) in "NP" or (s.form(k) == "-" and s.tag(k - 1) in "NP#"):
        return s.outside(k) and s.form(k) not in words("weekday")
    return False


def _places(layout: Layout) -> dict[str, list[int]]:
    """Where each form of the story stands, by token, headlines left aside; worked out once for a text."""
    if not layout.places:
        for line in layout.lines:
            if line.role == "body":
                for i, token in enumerate(layout.tokens[line.first : line.last], line.first):
                    layout.places.setdefault(token.form, []).append(i)
    return layout.places


def _tagged_at(layout: Layout, i: int) -> Tagged | None:
    """The tagged sentence in which a token stands; `None` in furniture and in sentences longer than any of news."""
    n = bisect_left(layout.lines, i + 1, key=_line_end)
    line = layout.lines[n] if n < len(layout.lines) else None
    if line is None or not line.first <= i:
        return None
    m = bisect_left(line.sentences, i + 1, key=_sentence_end)
    if m >= len(line.sentences):
        return None
    sentence = line.sentences[m]
    if sentence.last - sentence.first > _LONGEST_SENTENCE:
        return None
    return tags_of(layout, sentence.first, sentence.last, line.quotations)


def _line_end(line: Line) -> int:
    return line.last


def _sentence_end(sentence: Sentence) -> int:
    return sentence.last
