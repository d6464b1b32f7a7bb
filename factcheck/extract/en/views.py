"""What somebody holds, told by a noun and no verb: "The firm gave a third account: …", "Its finding is that …"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, noun_phrase_start, subject_before
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.predicates import starts_clause
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.vouching import is_voice
from factcheck.extract.en.wholeness import main_verb
from factcheck.lang.english import words

_OWNING = {"its": "it", "their": "they", "his": "he", "her": "she"}
_PUT = frozenset(("put", "offered", "advanced", "voiced", "given", "told", "supplied", "proposed", "championed"))
_NOBODY = frozenset(("no", "nobody", "none", "neither", "few", "nothing"))
_HAS = frozenset(("has", "have", "had"))


def find_view(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """What an account or a view says: behind its colon, or behind "is that"."""
    return (_account if "account" in cue.frames else _view)(s, cue, floor)


def _account(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The firm gave a third account: its guards had shut the gate`: the words behind the colon are the firm's; but
    `The officer drew a picture: it shows the gate`, `The bank presented its accounts: profit fell`.
    """
    told, noun = range(cue.first + 1, cue.last - 1), s.form(cue.last - 1)
    plain = noun in words("told_view", "theory") or noun in ("reason", "reasons", "motive", "motives", "recollection")
    if _takes_up(s, cue.last) or not (plain or any(s.form(k) in words("differing") for k in told)):
        return None
    subject = subject_before(s, cue.group, floor)
    quoted = any(q.first - 1 == cue.last + 1 for q in s.quotations)
    if quoted or not is_voice(s, subject.first, subject.last):
        return None
    content, verb = (cue.last + 1, s.last), (cue.first, cue.last)
    first, asides = min(subject.clause, cue.group), () if subject.aside is None else (subject.aside,)
    return Report(first, s.last, (content,), subject, verb, cue.force, "en.report.colon", asides=asides)


def _view(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The firm's position is that none was`: whose view it is says so; but `The hotel's view is that of a lake`, `The
    problem with the army's response was that it came late`.
    """
    first = noun_phrase_start(s, cue.first, floor)
    first += s.tag(first) == "C"
    if "I" in s.letters(first, cue.first) or not starts_clause(s, cue.last + 2, s.last):
        return None
    owner = next((k for k in range(cue.first - 1, first - 1, -1) if s.form(k).endswith("'s") or s.form(k) == "'"), None)
    if s.form(first) in words("possessive"):
        subject = Subject(first, first, first, pronoun=_OWNING.get(s.form(first), s.form(first)))
    elif owner is not None:
        subject = Subject(first, owner + (s.form(owner) != "'"), first)
    else:
        return None
    return Report(first, s.last, ((cue.last + 2, s.last),), subject, (cue.first, cue.last), cue.force, "en.report.that")


def told_behind_colon(s: Tagged, reports: list[Report]) -> Report | None:
    """What somebody says behind a colon, in the article's words, where the clause before it only tells who speaks:
    `Engineer Ana Ruiz has a simpler theory: the seal cracked`, `The firm's reply was brief: no parts were sold`.
    """
    colon = next((k for k in range(s.first + 2, s.last - 3) if s.form(k) == ":" and s.outside(k)), None)
    if colon is None or not s.outside(colon + 1) or not starts_clause(s, colon + 1, s.last):
        return None
    floor = max((k + 1 for k in range(s.first, colon) if s.form(k) == ";" and s.outside(k)), default=s.first)
    if any(r.first < s.last and r.last > floor for r in reports):
        return None
    subject = _put_by(s, floor, colon) or _answering(s, floor, colon)
    if subject is None or (_takes_up(s, colon) and s.form(colon - 1) not in words("judged", "dismissal", "insistent")):
        return None
    asides = () if subject.aside is None else (subject.aside,)
    return Report(floor, s.last, ((colon + 1, s.last),), subject, None, "say", "en.report.colon", asides=asides)


def _takes_up(s: Tagged, colon: int) -> bool:
    """Whether what stands behind a colon tells of the thing named before it: "has a theory of light: it is wrong"."""
    return s.form(colon + 1) in ("it", "they", "these", "those", "this") and s.tag(colon + 2) in FINITE


def _put_by(s: Tagged, floor: int, colon: int) -> Subject | None:
    """`A simpler theory is put forward by Ana Ruiz: …`, `they have a theory, put by its president, Karl Berg: …`."""
    by = next((k for k in range(colon - 2, floor + 1, -1) if s.form(k) == "by" and s.outside(k)), None)
    if by is None or s.form(by - 1 - (s.form(by - 1) in ("forward", "up", "out"))) not in _PUT:
        return None
    told = any(s.form(k) in words("told_view", "theory") for k in range(floor, by))
    ended = phrase_after(s, by + 1, colon) == colon or s.form(by + 1) in words("possessive")
    return Subject(by + 1, colon, floor) if told and ended and is_voice(s, by + 1, colon) else None


def _answering(s: Tagged, floor: int, colon: int) -> Subject | None:
    """Who speaks in a clause that tells only that he does, or how."""
    verb = main_verb(s, floor + 1, colon)
    if verb >= colon or s.form(floor) in _NOBODY or any(s.form(k) in words("negator") for k in range(floor, verb + 2)):
        return None
    while verb + 1 < colon and s.tag(verb) in "XA" and s.tag(verb + 1) in "AxPBV":
        verb += 1  # "did look ahead", "has put out a reply"
    group = verb
    while group > floor and s.tag(group - 1) in "AXx":
        group -= 1
    subject = subject_before(s, group, floor)
    if subject.first >= subject.last:
        return None
    by = next((k for k in range(subject.first + 1, subject.last - 1) if s.form(k) in ("from", "of")), subject.last)
    if s.form(by - 1) in words("held_view", "telling", "theory"):
        return _owner(s, subject, by, verb, colon)
    return subject if _speaks(s, verb, colon) and is_voice(s, subject.first, subject.last) else None


def _owner(s: Tagged, subject: Subject, end: int, verb: int, colon: int) -> Subject | None:
    """Whose the reply or version is that a clause tells of: "The firm's reply was brief", "The police version is"."""
    first, noun = subject.first, end - 1
    if not _is_worded(s, noun, verb, colon):
        return None
    if end < subject.last:  # "The answer from the ministry came in a letter"
        return Subject(end + 1, subject.last, first) if is_voice(s, end + 1, subject.last) else None
    if s.form(first) in words("possessive"):
        return Subject(first, first, first, pronoun=_OWNING.get(s.form(first), s.form(first)))
    owner = next((k for k in range(noun - 1, first - 1, -1) if s.form(k).endswith("'s") or s.form(k) == "'"), None)
    if owner is not None:
        named = Subject(first, owner + (s.form(owner) != "'"), first)
        return named if is_voice(s, first, named.last) or s.text[s.tokens[owner].start].isupper() else None
    body = s.form(noun - 1) in words("group", "collective", "armed") and noun - 1 > first
    return Subject(first, noun, first) if body and s.tag(first) == "D" else None


def _is_worded(s: Tagged, noun: int, verb: int, colon: int) -> bool:
    """Whether a predicate tells how words were put or came, not what was done: "reply was curt", "version is simple",
    "answer came in a letter"; but "answer was brutal", "response was slow", "position was weak".
    """
    told, answers = s.form(noun) in words("told_view"), s.form(noun) in ("reply", "answer")
    behind = range(verb + 1, colon)
    if s.form(verb) in words("be"):
        put = words("curtly") if s.form(noun) == "reply" else words("plainly", "curtly") if told else frozenset()
        short = set(s.letters(verb + 1, colon - 1)) <= {"A"}
        return (short and s.form(colon - 1) in put) or (told and verb + 1 == colon)
    if s.form(verb) in words("happens") or s.form(verb) in ("arrived", "issued", "given"):
        paper = any(s.form(k) in words("document", "statement", "saying_means") for k in behind)
        return told or (answers and paper)
    return False


def _speaks(s: Tagged, verb: int, colon: int) -> bool:
    """Whether a predicate only tells that somebody speaks, or how: "was adamant", "has another theory", "called this
    nonsense", "put out a reply on Monday"; "was blunt", "hit back" where those speaking are told of as "we" or "you".
    """
    form, following = s.form(verb), s.form(verb + 1)
    own = any(s.form(k) in words("own_person") | {"you", "your"} for k in range(colon + 1, s.last))
    if form in ("tell", "tells", "told") and following == "it":
        return verb + 3 == colon and s.tag(verb + 2) == "A"  # "told it differently"
    if form in words("be"):
        sure = words("insistent") | (words("outspoken") if own else frozenset())
        return s.form(colon - 1) in sure and set(s.letters(verb + 1, colon - 1)) <= {"A"}
    if form in _HAS:
        return _heads(s, verb + 1, colon, words("theory"))
    if form in words("gives"):
        return _heads(s, verb + 1, colon, words("told_view", "theory"))
    if form in words("puts_out"):
        return _heads(s, verb + 1 + (following == "out"), colon, words("words_given", "told_view", "theory"))
    if form in ("call", "calls", "called"):
        judged = colon - verb > 2 and set(s.letters(verb + 2, colon - 1)) <= set("DNA")
        return judged and following in ("this", "that", "it") and s.form(colon - 1) in words("judged", "dismissal")
    return form in words("answers_back") or (own and f"{form} {following}" in _REACTS)


def _heads(s: Tagged, first: int, colon: int, nouns: frozenset[str]) -> bool:
    """Whether a noun of a class heads what a verb takes: "a short reply on Monday"; but "a message centre"."""
    end = first
    while end < colon and s.tag(end) in "DNA#":
        end += 1
    timed = next((k for k in range(first, end) if s.form(k) in words("says_when", "weekday")), end)
    return s.form(timed - 1) in nouns and s.form(first) != "no" and first < timed


_REACTS = frozenset(("hit back", "hits back", "shot back"))
