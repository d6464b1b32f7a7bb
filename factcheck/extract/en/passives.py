"""Participles that share the auxiliary of a clause before them: "40 were killed and 74 injured"."""

from __future__ import annotations

from factcheck.extract.en.around_report import words_of
from factcheck.extract.en.letters import FINITE, may_date
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.predicates import has_finite, starts_clause
from factcheck.extract.en.relatives import antecedent
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_PARTICLES = frozenset(("out", "off", "over", "up", "down"))
_DONE_WITH = frozenset(
    (("served", "notice"), ("served", "notices"), ("served", "papers"), ("sent", "home"), ("sent", "back"))
)
_MANY = {"was": "were", "is": "are", "has been": "have been"}
_ONE = {"were": "was", "are": "is", "have been": "has been"}
_ONE_OR_MANY = frozenset(("data", "media", "families"))
_DOER = 6  # tokens behind a participle in which "by" names who did it


def elided(s: Tagged, first: int, last: int, cut: str, content: str) -> str | None:
    """The content with the auxiliary it leaves out: "40 were killed and 74 [were] injured"."""
    if cut == "coordination" and s.form(first - 1) == "but" and undergone(s, first):
        denied = passive_before(s, first - 1)  # "should not be eaten but returned"
        if denied is not None and s.form(denied[1][0]) in words("modal") and s.form(denied[1][0] + 1) == "not":
            return f"[{words_of(s, denied[0].first, denied[0].last)} {s.form(denied[1][0])} be] {content}"
    k = first
    while k < last and (s.tag(k) in "#DNA" or (s.tag(k) == "P" and k + 1 < last and s.tag(k + 1) == "N")):
        k += 1
    if cut != "coordination" or set(s.letters(first, k)) <= {"A"} or k >= last:
        return None
    made_to = _is_made_to(s, k)
    served = (
        s.form(k) == "served" and s.tag(k + 1) in "IS" and s.form(k + 1) != "with"
    )  # "its owner served in the navy"
    if served or not (made_to or undergone(s, k)) or (s.form(k + 1) in _PARTICLES and s.tag(k + 2) in "DN#"):
        return None  # "was cut off and soldiers handed out water"
    suffers = s.tag(first) == "#" or s.form(k) in words("done_to") or "by" in (s.form(k + 1), s.form(k + 2))
    counted = k + 1 < last and (s.tag(k + 1) in "#D" or s.form(k + 1) in ("about", "around", "over", "some"))
    if s.form(k) == "called" and s.form(k + 1) in ("for", "on"):
        return None  # "was heckled and unhappy tenants called for a vote"
    if counted and s.tag(first) != "#":
        return None  # "none were hurt, but the town evacuated about 80 people"
    if not suffers and not made_to and s.form(k + 1) == "to":
        return None  # "were resisted and the gunshots led to a death"
    shared = passive_before(s, first - 1) if made_to or _only_suffers(s, k) else None
    if shared is None or s.form(shared[1][1] - 1) not in words("be"):
        return None
    at = s.tokens[next(j + 1 for j in range(k - 1, first - 2, -1) if s.tag(j) != "A")].start - s.tokens[first].start
    begin = next(j for j in range(shared[1][0], shared[1][1]) if s.tag(j) != "A")
    lead = words_of(s, begin, shared[1][1]).lower()
    return f"{content[:at]}[{_agreeing(s, first, k, lead)}] {content[at:]}"


def _is_made_to(s: Tagged, k: int) -> bool:
    """Whether a verb with no object can only be what was done to somebody: "told to leave", "served notices"."""
    if s.form(k) in words("made_to"):
        return s.tag(k + 1) == "T"
    return _is_sent_off(s, k)


def _only_suffers(s: Tagged, k: int) -> bool:
    """Whether a participle tells what is done to somebody: "taken", "jailed", "burned by thieves"; not "resigned"."""
    kinds = s.verb_kinds(k)
    known = words("done_to", "acts_on", "dealt_with", "undergone", "judged_so", "fate")
    return ("n" in kinds and "d" not in kinds) or s.form(k) in known or "by" in (s.form(k + 1), s.form(k + 2))


def _agreeing(s: Tagged, first: int, k: int, lead: str) -> str:
    """An auxiliary as the new subject wants it: "The road was shut and lorries [were] sent home"."""
    head = s.form(k - 1) if s.tag(k - 1) != "A" else s.form(k - 2)
    many = head in words("plural") - _ONE_OR_MANY or (head.endswith("s") and not head.endswith(("ss", "us")))
    if many and s.form(first) not in ("one", "a", "an"):
        return _MANY.get(lead, lead)
    one = not many and s.form(first) in words("possessive") | {"one", "a", "an", "the"} and head not in words("fate")
    return _ONE.get(lead, lead) if one else lead


def passive_before(s: Tagged, conjunction: int) -> tuple[Subject, tuple[int, int]] | None:
    """The subject and auxiliary that a participle after "and" shares: "a joint that was seen and never replaced"."""
    for k in range(conjunction - 1, s.first, -1):
        if s.tag(k) in FINITE and s.outside(k):
            if s.tag(k) == "V" and s.tag(k - 1) == "R" and s.tag(k - 2) == "N":
                continue  # "has been stripped of the cup he won in May and banned"
            if s.form(k) not in words("be", "have", "modal"):
                return None
            if s.form(k) in words("modal") and s.tag(k + 1 + (s.tag(k + 1) == "A")) != "x":
                return None  # but "would be stamped and signed"
            verb = next((j for j in range(k + 1, conjunction) if s.tag(j) not in "Ax"), k)
            if s.tag(verb) not in "PV" and s.form(conjunction + 1) not in words("judged_so"):
                return None  # "the blaze was out and never spread"
            subject = antecedent(s, k) if s.tag(k - 1) == "W" else subject_before(s, k, s.first)
            end = next((j for j in range(k + 1, verb) if s.tag(j) != "x"), verb)
            return (subject, (k, end)) if subject.first < subject.last else None
    return None


def is_to_be_done(s: Tagged, first: int) -> bool:
    """Whether a verb right behind "and" can share a "would be" before it: "would be stamped and | signed in Vale"."""
    shared = passive_before(s, first - 1) if s.form(first - 1) == "and" and s.form(first - 2) != "," else None
    return shared is not None and s.form(shared[1][0]) in words("modal") and not s.is_cue(first)


def undergone(s: Tagged, k: int) -> bool:
    """Whether a verb form can be a participle that has no object behind it."""
    if _is_sent_off(s, k):
        return True
    if s.form(k) in words("judged_so") and (s.tag(k + 1) == "P" or s.letters(k + 1, k + 3) == "NM"):
        return True  # "had been inspected and found sound", "were missing and feared trapped"
    alone = s.tag(k + 1) in "MISAC" or s.form(k + 1) == "when"
    return s.tag(k) in "PV" and "n" in s.verb_kinds(k) and alone


def _is_sent_off(s: Tagged, k: int) -> bool:
    """Whether somebody was sent home or back, with no object behind: not "sent home 40 clerks", "sent home gifts", nor
    "served notice on the firm".
    """
    served = s.form(k) == "served" and s.form(k + 2) in ("on", "upon", "that")
    return (s.form(k), s.form(k + 1)) in _DONE_WITH and s.tag(k + 2) in "MISCT" and not served


def is_described(s: Tagged, k: int, last: int) -> bool:
    """Whether a participle only tells what a subject is like, whose verb follows: "and armed men climbed the wall"."""
    if s.tag(k) not in "PV" or "n" not in s.verb_kinds(k) + "n" * s.form(k).endswith("ed") or s.tag(k + 1) != "N":
        return False
    if s.form(k - 1) == "that" and has_finite(s, k + 2, last):
        return True  # "noted that regulated prices, such as those for power, had"
    acts = "d" in s.verb_kinds(k + 2) and s.tag(k + 2) in "PV" and s.tag(k + 3) in "DN#"
    return (starts_clause(s, k + 1, last) and s.tag(k + 2) not in "DRO") or acts  # not "made sure her house was shut"


def done_by(s: Tagged, k: int) -> bool:
    """Whether "by" and who did it stand near behind a participle, before any mark: "robbed in Vale by a gang"; or it
    is what is done to people only: "were treated and sent home".
    """
    if _is_sent_off(s, k):
        return True
    end = next((j for j in range(k + 1, min(k + _DOER, s.last)) if s.tag(j) in "MCSW" or s.tag(j) in FINITE), k + _DOER)
    by = next((j for j in range(k + 1, min(end, s.last)) if s.form(j) == "by"), end)
    return by < end and not may_date(s.tokens, by + 1)
