"""Quoted words after a reporting word of English, and where what it reports ends."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.own_deeds import is_comma
from factcheck.extract.en.predicates import has_finite, starts_verb_phrase
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.extract.layout import Quotation
from factcheck.lang.english import words


def skip_adverbs(s: Tagged, k: int) -> int:
    """The token past the adverbs at `k`, but for those that negate or approximate."""
    while k < s.last and s.tag(k) == "A" and s.form(k) not in words("approximate", "negator"):
        k += 1  # but "said not a single man was killed"
    return k


def content_end(s: Tagged, first: int) -> int:
    """The end of a content that begins at token `first`: a semicolon, the end of a whole quotation or sentence."""
    quotation = next((q for q in s.quotations if q.first - 1 == first), None)
    if quotation is not None:
        after = quotation.last + 1
        while after < s.last and s.form(after) in ",.":
            after += 1
        conditional = after < s.last and s.form(after) in ("if", "unless")  # `to "go to war" if …`
        if s.tag(after) == "I" and _is_subject(s, quotation, after):
            after = s.last - 1  # `said "a small number" of calls had been lost`
        elif after >= s.last or (s.tag(after) == "S" and not conditional) or _leaves_quotation(s, after):
            return min(quotation.last + 1, s.last)
    end = next((k for k in range(first, s.last) if s.form(k) == ";" and s.outside(k)), s.last)
    return end if end == s.last or s.form(end + 1) not in ("that", "and") else s.last


def _is_subject(s: Tagged, q: Quotation, after: int) -> bool:
    """Whether quoted words are only what a verb behind them is told of: `"a small number" of calls had been lost`."""
    end = next((k for k in range(after, s.last) if s.tag(k) in "MCSW"), s.last)
    return has_finite(s, after, end) and not has_finite(s, q.first, q.last)


def _leaves_quotation(s: Tagged, after: int) -> bool:
    """Whether the words after a quotation are the article's: `said "…" but refused to say more`."""
    if s.tag(after) in "GI":
        return True
    follows = any(q.first > after for q in s.quotations)
    return not follows and s.tag(after) == "C" and starts_verb_phrase(s, after + 1, s.last)


def with_quote(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """Quoted words after the cue, or after the adjuncts that stand before a colon or comma."""
    if [s.form(k) for k in range(max(s.first, subject[0] - 3), subject[0])] == ["of", "which", ","]:
        return None  # `the results of which, he said, "insult the people"`
    for q in s.quotations:
        opener = q.first - 1
        if opener < cue.last:
            continue
        between = range(cue.last, opener)
        if "to" in cue.frames and opener == cue.last + 1 and s.form(cue.last) == "to":
            return None  # `vowed to "go to war" if …`: what he vowed is more than the quotation
        if any(s.tag(k) in FINITE or s.tag(k) in "W" or s.form(k) in ";" for k in between):
            return None
        if opener == cue.last or s.form(opener - 1) in (":", ",") or _is_adjunct(s, cue.last, opener):
            return opener, content_end(s, opener)
        return None
    return _after_colon(s, cue, subject)


def _after_colon(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """Words behind a colon with no marks: `he answered: we lost`; but `The army answered: troops burned two villages`,
    `The figures disagreed: exports rose`.
    """
    own = words("own_person") | {"you", "your"}
    if cue.lemma.partition(" ")[0] in words("deed_too") and not any(s.form(k) in own for k in range(cue.last, s.last)):
        return None
    if _acts_on(s, cue):
        return None
    if cue.lemma == "disagree" and s.form(subject[1] - 1) in words("document"):
        return None
    for k in range(cue.last, min(cue.last + 14, s.last - 2)):
        if s.form(k) == ":":
            return (k + 1, content_end(s, k + 1))
        if s.tag(k) in FINITE or s.tag(k) in "WS":
            return None
    return None


def _acts_on(s: Tagged, cue: Cue) -> bool:
    """Whether a cue has an object that nothing is said to: "repeated the test: it failed", "swore in 12 men: …"."""
    k = skip_adverbs(s, cue.last)
    timed = words("saying_day", "weekday", "month", "time_noun") | {"last", "this"}
    object_follows = s.tag(k) in "DN#O" and s.form(k) not in timed and "addr" not in cue.frames
    return object_follows or (cue.lemma == "swear" and s.form(k) in ("in", "by"))


def _is_adjunct(s: Tagged, first: int, last: int) -> bool:
    return first < last and all(s.tag(k) in "AIDN#" for k in range(first, last)) and s.tag(first) in "AI"


def with_quoted_name(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`called the pledge "a fairy tale"`: only where the name is in quotation marks."""
    for q in s.quotations:
        if q.first - 1 < cue.last:
            continue
        if any(s.tag(k) in FINITE or s.form(k) in ",;:" or s.tag(k) == "W" for k in range(cue.last, q.first - 1)):
            return None
        if s.form(cue.last) == "on" and s.form(q.last + 1) == "of":
            return None  # `called on rebels to ensure the "safety" of the mayor`
        begin = q.first if q.first - 1 == cue.last else cue.last
        return begin, q.last
    return None


def as_quoted(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`dismissed the claims as "nonsense"`: the quoted words."""
    for q in s.quotations:
        if q.first - 2 >= cue.last and s.form(q.first - 2) == "as":
            clear = not any(s.tag(k) in FINITE or s.tag(k) in "WM" for k in range(cue.last, q.first - 2))
            return (q.first, q.last) if clear else None
    return None


def called_so(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What a verb with "as" right behind it calls the noun of its relative clause, which ends where the main clause
    goes on: "The site, which the guild describes as a ruin, | is shut"; not "Thief described as a menace by judge".
    """
    related = "W" in s.letters(s.first, cue.first)
    nobody = subject[0] >= subject[1] or subject[0] <= s.first + 1
    if nobody and not related and "n" in s.verb_kinds(cue.first):
        return None
    begin, end = cue.last + 1, content_end(s, cue.last + 1)
    commas = (k for k in range(begin, end) if related and is_comma(s, k))
    joins = (k for k in commas if starts_verb_phrase(s, k + 1, end) or (s.tag(k + 1) == "C" and has_finite(s, k, end)))
    return begin, next(joins, end)
