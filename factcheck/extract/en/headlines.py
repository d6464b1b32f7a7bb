"""Headlines of English news: `Minister: words`, `words: study`, `words – police`, `words, families say`."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.extract.en.clauses import Piece, split
from factcheck.extract.en.cues import cue_table
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject
from factcheck.extract.en.predicates import count_words, has_finite, starts_clause
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words

_ACTORS = frozenset({"office", "body", "people", "seat", "agency", "international"})
_DASHES = ("-", "–", "—")
_DEED = 3  # words of a clause that tells more than how things stood
_LONGEST = 6  # words that name a speaker in a headline


def headline_reports(s: Tagged) -> list[Report]:
    """The report a headline makes with a mark, or a verb at its end; empty where it makes none."""
    return _quoted_first(s) or _before_colon(s) or _after_mark(s) or _before_verb(s) or _going_on(s)


def speaks_in_person(s: Tagged, first: int, last: int) -> bool:
    """Whether the words are in the speaker's own person."""
    return any(s.form(k) in words("own_person") for k in range(first, last))


def tells(s: Tagged, first: int, last: int) -> bool:
    """Whether the words say something: by a verb in whatever form, in quotation marks, by a number that is no year."""
    if any(s.tag(k) in "VXZPGT" or not s.outside(k) for k in range(first, last)):
        return True
    return any(s.tag(k) == "#" and not re.fullmatch(r"(?:19|20)\d\d", s.form(k)) for k in range(first, last))


def split_headline(s: Tagged, first: int, last: int) -> list[Piece]:
    """The claims of a headline: "Police search port | as dockers walk out"; "rates held as inflation slows" is one."""
    for k in range(first + 1, last - _DEED):
        led = s.form(k) == "as" and s.outside(k) and tells(s, first, k) and s.form(first) not in words("asking")
        if led and starts_clause(s, k + 1, last) and count_words(s, k + 1, last) >= _DEED:
            return [*split(s, first, k), *split(s, k + 1, last)]
    return split(s, first, last)


def asks_only(s: Tagged, first: int, last: int) -> bool:
    """Whether the words only name what the article tells: "What we know about the fire", "How the dam broke"."""
    return names_only(s, first) or (
        s.form(first) in ("what", "how", "why", "who") and sum(s.tag(k) in FINITE for k in range(first, last)) == 1
    )


def _quoted_first(s: Tagged) -> list[Report]:
    """`‘We had no warning’: families sue`: words of somebody the headline does not name, before what it tells."""
    opening = next((q for q in s.quotations if q.first == s.first + 1), None)
    if opening is None or opening.last + 2 >= s.last or s.form(opening.last + 1) != ":":
        return []
    told = (
        ((opening.first, opening.last),) if has_finite(replace(s, quotations=()), opening.first, opening.last) else ()
    )
    behind = opening.last + 2
    name = next((k for k in range(behind, s.last) if s.tag(k) == "I" or s.form(k) == ","), s.last)
    mine = not {"i", "my", "me", "we", "our"}.isdisjoint(s.form(k) for k in range(opening.first, opening.last))
    if told and mine and not has_finite(s, behind, s.last) and _is_name(s, behind, name):
        return [_report(s, (behind, name), told[0])]  # `'I was told no': Ana Ruiz on her last tour`
    nobody = Subject(s.first, s.first, s.first, dropped=True)
    return [Report(s.first, opening.last + 2, told, nobody, None, "say", "en.headline.quoted")]


def names_only(s: Tagged, first: int) -> bool:
    """Whether only somebody is named behind the quotation that opens a headline: `'I sleep four hours': the woman
    rebuilding a library`.
    """
    opening = next((q for q in s.quotations if q.first == s.first + 1), None)
    behind = opening is not None and s.form(opening.last + 1) == ":" and first == opening.last + 2
    return behind and s.form(first) in ("the", "a", "an", "meet", "inside") and not has_finite(s, first, s.last)


def _before_colon(s: Tagged) -> list[Report]:
    """`Minister: words`, and `words: study`, where a clause stands before the colon."""
    colon = next((k for k in range(s.first, s.last) if s.form(k) == ":" and s.outside(k)), None)
    if colon is None or colon + 1 >= s.last or colon == s.first:
        return []
    own = colon - s.first <= _LONGEST and speaks_in_person(s, colon + 1, s.last) and not has_finite(s, s.first, colon)
    labelled = any(s.form(k) in words("label") or s.form(k) in words("topic") for k in range(s.first, colon))
    if (_is_name(s, s.first, colon) or (own and not labelled)) and s.last - colon > 2:
        return [_report(s, (s.first, colon), (colon + 1, s.last))]
    if _is_name(s, colon + 1, s.last) and s.last - colon <= _LONGEST and has_finite(s, s.first, colon):
        return [_report(s, (colon + 1, s.last), (s.first, colon))]
    return []


def _after_mark(s: Tagged) -> list[Report]:
    """`12 dead in ferry sinking: police`, `Storm leaves 12 dead – officials`: someone who acts, and nothing else."""
    marks = (k for k in range(s.last - 1, s.first, -1) if s.tag(k) == "M" and s.outside(k))
    mark = next(marks, s.first)
    if s.form(mark) != ":" and not (s.form(mark) in _DASHES and s.is_spaced(mark)):
        return []
    if not (_names_actor(s, mark + 1, s.last) and tells(s, s.first, mark)):
        return []
    topic = next((k for k in range(s.first, mark) if s.form(k) == ":" and not has_finite(s, s.first, k)), s.first - 1)
    return [_report(s, (mark + 1, s.last), (topic + 1, mark))]  # "Vale fire: Death toll now 12 – police"


def _before_verb(s: Tagged) -> list[Report]:
    """`Rates to rise again, bank warns`: a reporting verb at the end, after words that have no verb of their own."""
    verb = s.last - 1
    comma = next((k for k in range(verb - 1, s.first, -1) if s.form(k) == "," and s.outside(k)), s.first)
    entry = cue_table().get(s.form(verb))
    if entry is None or not entry[2] & {"that", "that!", "q"} or not s.tokens[verb].form.isalpha():
        return []
    named = 0 < verb - comma - 1 <= _LONGEST and set(s.letters(comma + 1, verb)) <= set("NDAI#")
    spoken = "d" not in s.verb_kinds(verb) and not s.form(verb).endswith("ing")  # not "differ on warning"
    if not named or not spoken or has_finite(s, s.first, comma) or not tells(s, s.first, comma):
        return []
    subject = Subject(comma + 1, verb, comma + 1)
    return [Report(s.first, s.last, ((s.first, comma),), subject, (verb, verb + 1), entry[1], "en.headline.verb")]


def _going_on(s: Tagged) -> list[Report]:
    """`Union rejects offer, says jobs will go`: a second verb, of saying, shares the subject of the first."""
    comma = next((k for k in range(s.first, s.last - 2) if s.form(k) == "," and s.outside(k)), s.last - 1)
    entry = cue_table().get(s.form(comma + 1)) if comma + 2 < s.last else None
    acts = next((k for k in range(s.first, comma) if s.tag(k) in FINITE), s.first)
    if entry is None or entry[1] != "say" or s.tag(comma + 1) != "V" or not starts_clause(s, comma + 2, s.last):
        return []
    if acts == s.first or not set(s.letters(s.first, acts)) <= set("NDA#") or "d" in s.verb_kinds(comma + 1):
        return []
    verb, subject = (comma + 1, comma + 2), Subject(s.first, acts, s.first)
    return [Report(comma, s.last, ((comma + 2, s.last),), subject, verb, "say", "en.headline.verb")]


def _names_actor(s: Tagged, first: int, last: int) -> bool:
    """Whether one of those who speak in news ends the tokens and only what tells it apart stands before."""
    if not 0 < last - first <= 4 or not set(s.letters(first, last)) <= set("ND"):
        return False
    if s.form(last - 1) in words("document", "title", "group", "spokesperson"):
        return True
    found = (entry_at(s.text, s.tokens, k, "en", _ACTORS) for k in range(first, last))
    return any(entry is not None and entry.last == last for entry in found)


def _is_name(s: Tagged, first: int, last: int) -> bool:
    """Whether the tokens can name a speaker: one to six words, no verb, and no label of a kind of article."""
    size = sum(1 for k in range(first, last) if s.tag(k) != "M")
    if not 1 <= size <= _LONGEST or has_finite(s, first, last) or not all(s.outside(k) for k in range(first, last)):
        return False
    if any(s.form(k) in words("label") or s.form(k) in words("topic") for k in range(first, last)):
        return False
    forms = {s.form(k) for k in range(first, last)}
    if forms & (words("title", "group", "document", "media")):
        return True
    named = [s.tokens[k].start for k in range(first, last) if s.tokens[k].kind == "word"]
    capital = "#" not in s.letters(first, last) and all(s.text[start].isupper() for start in named)
    return size <= 3 and capital and _is_in_story(s, last - 1) and not _is_place(s, first, last)


def _is_place(s: Tagged, first: int, last: int) -> bool:
    """Whether the story tells what happened in a headline's name, which it never has say or do anything."""
    name = re.escape(s.text[s.tokens[first].start : s.tokens[last - 1].end])
    story = s.text[s.tokens[s.last - 1].end :]
    placed = re.search(rf"\b(?:in|near|outside|at) {name}\b(?! [A-Z])", story)
    does = r"(?:said|says|told|has|had|is|was|will|would|also|[a-z]+ed)"
    acts = rf"(?<!in )(?<!at )(?<!near )(?<!outside )\b{name} {does}\b"
    return placed is not None and re.search(acts, story) is None


def _is_in_story(s: Tagged, k: int) -> bool:
    """Whether the story writes a headline's word with a capital where no sentence begins, as it does a name's."""
    name = s.text[s.tokens[k].start : s.tokens[k].end]
    story = s.text[s.tokens[s.last - 1].end :]
    found = re.search(rf"(?:[\w,'’)] |[\w.]\. ){re.escape(name)}(?![\w])", story)
    return found is not None or not story.strip()


def _report(s: Tagged, speaker: tuple[int, int], content: tuple[int, int]) -> Report:
    subject = Subject(speaker[0], speaker[1], speaker[0])
    return Report(s.first, s.last, (content,), subject, None, "say", "en.headline.colon")
