"""What somebody holds, told by a noun and no verb: "The firm gave a third account: …", "Its finding is that …"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
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
_ISSUES = 4  # tokens from a verb to the noun of what it puts out


def find_view(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """What an account or a view says: behind its colon, or behind "is that"."""
    return (_account if "account" in cue.frames else _view)(s, cue, floor)


def _account(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The firm gave a third account: its guards had shut the gate`: the words behind the colon are the firm's."""
    subject = subject_before(s, cue.group, floor)
    if subject.first >= subject.last or any(q.first - 1 == cue.last + 1 for q in s.quotations):
        return None
    content, verb = (cue.last + 1, s.last), (cue.first, cue.last)
    first, asides = min(subject.clause, cue.group), () if subject.aside is None else (subject.aside,)
    return Report(first, s.last, (content,), subject, verb, cue.force, "en.report.colon", asides=asides)


def _view(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The firm's position is that none was`, `The view of the panel was that …`: whose view it is says so."""
    first = noun_phrase_start(s, cue.first, floor)
    first += s.tag(first) == "C"
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
    if subject is None:
        return None
    asides = () if subject.aside is None else (subject.aside,)
    return Report(floor, s.last, ((colon + 1, s.last),), subject, None, "say", "en.report.colon", asides=asides)


def _put_by(s: Tagged, floor: int, colon: int) -> Subject | None:
    """`A simpler theory is put forward by Ana Ruiz: …`, `they have a theory, put by its president, Karl Berg: …`."""
    by = next((k for k in range(colon - 2, floor + 1, -1) if s.form(k) == "by" and s.outside(k)), None)
    if by is None or s.form(by - 1 - (s.form(by - 1) in ("forward", "up", "out"))) not in _PUT:
        return None
    told = any(s.form(k) in words("account", "held_view") for k in range(floor, by))
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
    if s.form(by - 1) in words("held_view", "telling"):
        return _owner(s, subject, by, verb)
    return subject if _speaks(s, verb, colon) and is_voice(s, subject.first, subject.last) else None


def _owner(s: Tagged, subject: Subject, end: int, verb: int) -> Subject | None:
    """Whose the reply or version is that a clause tells of: "The firm's reply was brief", "The police version is"."""
    if s.form(verb) not in words("be") | words("happens") and s.tag(verb) not in "AN":
        return None
    first, noun = subject.first, end - 1
    if end < subject.last:  # "The answer from the ministry came on Friday"
        return Subject(end + 1, subject.last, first) if is_voice(s, end + 1, subject.last) else None
    if s.form(first) in words("possessive"):
        return Subject(first, first, first, pronoun=_OWNING.get(s.form(first), s.form(first)))
    owner = next((k for k in range(noun - 1, first - 1, -1) if s.form(k).endswith("'s") or s.form(k) == "'"), None)
    if owner is not None:
        named = Subject(first, owner + (s.form(owner) != "'"), first)
        return named if is_voice(s, first, owner + 1) or s.text[s.tokens[owner].start].isupper() else None
    body = s.form(noun - 1) in words("group", "collective", "armed") and noun - 1 > first
    return Subject(first, noun, first) if body and s.tag(first) == "D" else None


def _speaks(s: Tagged, verb: int, colon: int) -> bool:
    """Whether a predicate only tells that somebody speaks, or how: "was blunt", "has another theory", "called this
    nonsense", "put out a reply on Monday".
    """
    near = [s.form(k) for k in range(verb + 1, min(verb + 7, colon))]
    if s.form(verb) in words("be"):
        return any(form in words("outspoken") for form in near[:3]) and not {"of", "about", "in"} & set(near)
    if s.form(verb) in words("gives", "issued") | _HAS | {"put", "puts", "issues", "posts"}:
        nouns = (
            words("words_given", "telling") if s.form(verb) in _HAS else words("words_given", "account", "held_view")
        )
        return any(form in nouns for form in near[: _ISSUES + 1]) and near[:1] != ["no"]
    if s.form(verb) in ("call", "calls", "called"):
        return near[:1] in (["this"], ["that"], ["it"]) and verb + 2 < colon
    joined = " ".join([s.form(verb), *near[:1]])
    return s.form(verb) in words("answers_back") or joined in _REACTS


_REACTS = frozenset(
    ("look ahead", "looks ahead", "looked ahead", "went further", "goes further", "hit back", "hits back", "shot back")
)
