"""Where what somebody said ends and what the same speaker did, or said besides, begins; where a report does."""

from __future__ import annotations

from factcheck.extract.en.clauses import Piece
from factcheck.extract.en.cues import cue_table
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import has_finite, starts_clause, starts_verb_phrase
from factcheck.extract.en.subject_time import before_adverbial
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def before_silence(s: Tagged, first: int, last: int) -> int:
    """The end of a content before what the speaker would not say."""
    silent = next((k for k in range(first + 1, last - 3) if _falls_silent(s, k)), last)
    return silent - (s.form(silent - 1) == ",") if silent < last and has_finite(s, first, silent) else last


def _before_next_deed(s: Tagged, cue: int, first: int, last: int) -> int:
    """The end of what a participle says before what the speaker did: "arguing it will be a waste | and made claims"."""
    verb = next((k for k in range(first, last) if s.tag(k) in FINITE), last) if s.tag(cue) == "G" else last
    if s.form(verb) not in ("will", "would", "is", "are", "can", "could", "may", "should"):
        return last
    joined = (k for k in range(verb, last - 2) if s.form(k) in ("and", "but") and s.outside(k))
    return next((k for k in joined if s.tag(k + 1) == "V" and "d" in s.verb_kinds(k + 1)), last)


def before_own_deed(s: Tagged, first: int, last: int) -> int:
    """The end of a content before what the speaker did: "said … could fall by Monday, and ordered two stations …"."""
    for k in range(first + 2, last - 4):
        if s.form(k) == "," and s.form(k + 1) == "and" and _is_dealt_with(s, k + 2) and has_finite(s, first, k):
            return k  # "found that the gun was his, | and he was charged"
    for k in range(first, last - 2):
        if s.tag(k) == "V" and not s.is_cue(k):
            return last
        if s.form(k) == "," and s.form(k + 1) in ("and", "but") and s.tag(k + 2) == "V":
            return k if has_finite(s, first, k) else last
        if s.form(k) != "and" or s.form(k + 1) not in words("official_act") or not s.outside(k):
            continue
        ahead = not {"would", "will"}.isdisjoint(s.form(j) for j in range(first, k))
        if ahead and not any(s.tag(j) == "W" for j in range(first + 1, k)):
            return k  # "said … would report within three weeks | and suspended all matches"
    return last


def before_own_call(s: Tagged, first: int, last: int) -> int:
    """The end of a content that says how something is, before what its speaker called something, or bade others do:
    "said it was too early to tell | and called it a lie", "said there was time, | and urged them to wait".
    """
    bids = (k for k in range(first + 2, last - 2) if s.form(k) == "and" and s.form(k + 1) == "urged" and s.outside(k))
    apart = next((k for k in bids if s.form(k - 1) == "," or s.form(first) in ("there", "it")), None)
    if apart is not None and "W" in s.letters(first, apart):
        return last  # "said there was a letter that thanked staff and urged them to strike"
    if apart is not None:
        return apart - (s.form(apart - 1) == ",")
    if s.form(first) != "it" or s.form(first + 1) not in ("was", "is"):
        return last
    joined = next((k for k in range(first, last - 2) if s.form(k) == "and" and s.outside(k)), last)
    calls = joined < last and s.tag(joined + 1) == "V" and s.form(joined + 1) in _CALLS
    return joined if calls and "T" in s.letters(first, joined) else last


def _is_dealt_with(s: Tagged, k: int) -> bool:
    """Whether a clause tells what the law then did with somebody: "he was charged", "both were later released"."""
    be = next((j for j in range(k + 1, min(k + 4, s.last)) if s.tag(j) not in "A"), k + 1)
    done = be + 1 + (s.tag(be + 1) == "A")
    return s.tag(k) in "RD" and s.form(be) in ("was", "were") and s.form(done) in words("dealt_with")


def _falls_silent(s: Tagged, k: int) -> bool:
    """Whether a speaker leaves the rest unsaid from "but" on: "said it would close, | but did not say when"."""
    if s.form(k) not in ("but", "and") or not s.outside(k):
        return False
    if s.form(k + 1) in ("gave", "offered", "provided") and s.form(k + 2) == "no":
        return True  # "confirmed that it was open but gave no details"
    if s.form(k + 1) in ("declined", "refused") and s.form(k + 2) == "to":
        return True  # "said it would be kept and declined to be drawn"
    if s.form(k + 1) not in ("did", "would", "could"):
        return False
    return s.form(k + 2) == "not" and s.form(k + 3) in words("silent") | {"give", "provide", "offer", "name"}


def before_own_words(s: Tagged, first: int, last: int) -> int:
    """The end of what a speaker denied, before what the same speaker said: "denied the hull had … and blamed …"."""
    for k in range(first + 1, last - 2):
        if s.tag(k) == "C" and s.outside(k) and s.form(k + 1) in cue_table() and "d" in s.verb_kinds(k + 1):
            return k
        if s.form(k) in ("as", "while") and s.outside(k) and starts_clause(s, k + 1, last):
            verb = next((j for j in range(k + 1, last) if s.tag(j) in FINITE), last)
            if s.form(verb) in cue_table():
                return k - (s.form(k - 1) == "even")  # "denies breach as students say …"
    return last


def before_aside_ends(s: Tagged, cue: int, first: int, last: int) -> int:
    """The end of what a relative clause about the subject reports: "The firm, which said it was open, | now says"."""
    last = _before_next_deed(s, cue, first, last)
    cue = before_adverbial(s, cue, s.first)
    relative = cue - 1
    while relative > s.first and s.tag(relative) in "DN#":
        relative -= 1
    placed = s.form(relative) in ("where", "when")  # "Vale, where nurses say it is full, | has 40 beds"
    cue = relative + 1 if placed else cue
    if s.tag(cue - 1) != "W" or s.form(cue - 2) != "," or has_finite(s, s.first, cue - 2):
        return last
    called = s.form(first - 1) == "as"  # "who earlier in the month described it as a "folly," | met pilots"
    commas = (k for k in range(first + 1, last) if is_comma(s, k) and (called or has_finite(s, first, k)))
    return next((k for k in commas if starts_verb_phrase(s, k + 1, s.last)), last)


def is_comma(s: Tagged, k: int) -> bool:
    """Whether a comma of the sentence stands at `k`, or the mark that closes a quotation with the comma within."""
    return (s.form(k) == "," and s.outside(k)) or (s.form(k - 1) == "," and any(q.last == k for q in s.quotations))


def ends_lead(s: Tagged, k: int, last: int) -> bool:
    """Whether the comma at `k` ends what leads up to the main clause: "While officials say it is safe, | Ruiz …"."""
    return is_comma(s, k) and starts_clause(s, k + 1, last)


def account_summed_up(s: Tagged, end: int) -> int | None:
    """The article of ", a contention | that the minister dismissed as …": what was just told, summed up in a noun."""
    if s.form(end - 1) == "something" and s.form(end - 2) in _BREAKS and s.outside(end - 1):
        return end - 1  # ", something the club denies"
    begin = end - 2
    if begin <= s.first or s.form(begin) not in ("a", "an") or s.form(begin - 1) not in _BREAKS:
        return None
    summed = words("allegation", "account", "figure_noun", "told_as")
    return begin if s.form(end - 1) in summed and s.outside(begin) else None


def before_words_disputed(s: Tagged, first: int, last: int) -> int:
    """The end of a content before what somebody else made of it: "said 40 had left | , a figure the bank disputed"."""
    for k in range(first + 4, last - 1):
        begin = account_summed_up(s, k)
        if begin is None or not has_finite(s, first, begin) or s.tag(k) not in "DRNW":
            continue
        verb = next((j for j in range(k, last) if s.tag(j) in FINITE and s.tag(j) != "X"), None)
        verb = next((j for j in range(k, last) if s.tag(j) == "P"), last) if verb is None else verb
        entry = cue_table().get(s.form(verb))
        if entry is not None and entry[1] == "deny" and "asquote" not in entry[2]:
            return begin - 1
    return last


_CALLS = frozenset(("called", "described", "dismissed", "accused", "urged", "asked", "declined", "refused"))
_BREAKS = frozenset((",", "—", "–"))


def before_what(s: Tagged, begin: int) -> int:
    """Where a report begins with what leads to it: "took 14 coins | , in what the mayor called "a disgrace" "."""
    led = begin > s.first + 2 and s.form(begin - 1) == "what" and s.tag(begin - 1) == "W" and s.tag(begin - 2) == "I"
    return begin - 2 if led else begin


def joined_deeds(s: Tagged, parts: list[Piece]) -> list[Piece]:
    """The parts of an accusation, with what a clause in it goes on to tell: "accused each other of firing first in a
    clash that killed 12 | and emptied three villages".
    """
    found: list[Piece] = []
    for part in parts:
        goes_on = part.rule == "coordination" and s.tag(part.first) in FINITE and s.outside(part.first)
        if found and goes_on and "W" in s.letters(found[-1].first, found[-1].last):
            found[-1] = found[-1]._replace(last=part.last)
        else:
            found.append(part)
    return found
