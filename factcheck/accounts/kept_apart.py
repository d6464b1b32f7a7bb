"""What two sources heard beside each other cannot differ on: a part and its whole, two things, plan and deed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from factcheck.accounts.answers import Answer
from factcheck.accounts.context import Claims
from factcheck.accounts.continued import at_two_times
from factcheck.accounts.counted import MOST, sort_of
from factcheck.accounts.negations import bears_on
from factcheck.accounts.none_of import people_words, says_none_of_its_own
from factcheck.accounts.pointing import of_two_subjects
from factcheck.accounts.questions import weight_of
from factcheck.accounts.signs import phrases_in
from factcheck.accounts.two_events import are_of_two_events, of_two_employers
from factcheck.accounts.two_events import of_two_subjects as of_two_sums
from factcheck.claim import ARTICLE, Claim
from factcheck.lang import rows
from factcheck.lang.english import words
from factcheck.lang.stems import root
from factcheck.text import tokenise

_NEARLY = 1.25  # times one length of time may be the other and nearly the same
_ONE_QUESTION = 2.0  # weight at which two numbers may answer one question, though not enough by itself
_SCALES = 1000  # times one length may be another of the same thing
_YEAR = 300  # days of a time that only tells of years
_ONLY_POINTS = 3  # words of a claim that names no more than "the official account"


def may_differ(claims: Claims, first: int, second: int, of_claim: Mapping[int, Sequence[Answer]]) -> bool:
    """Whether two claims of two sources can differ at all, whatever speaks for it."""
    a, b = claims.all[first], claims.all[second]
    voices = (claims.voices[first], claims.voices[second])
    if ARTICLE in voices or voices[0] == voices[1] or a.same_as or b.same_as:
        return False
    if claims.in_headline(first) or claims.in_headline(second):
        return False
    if any("wished" in claims.signs(i) and not claims.all[i].quantities for i in (first, second)):
        return False  # what should be differs from nothing that is
    if claims.lang == "en" and any((claims.all[i].cue or "").lower() in _asking() for i in (first, second)):
        return False
    if any("left open" in claims.signs(i) for i in (first, second)):
        return False
    if (claims.negated(first) and claims.negated(second)) or of_two_subjects(claims, first, second):
        return False  # "nobody was hurt", "a pupil was not injured"; "oil is dear", "gas is cheap"
    if _of_other_people(claims, first, second):
        return False
    ours, theirs = of_claim.get(first, ()), of_claim.get(second, ())
    if _are_ruled_out(ours, theirs) or _of_two_scales(a, b) or _told_by_years(a, b) or _only_points(claims, second):
        return False
    return not (_are_of_one_house(claims, first, second) or _are_judged_elsewhere(claims, first, second))


@cache
def _asking() -> frozenset[str]:
    """The English cues by which somebody asks for what should be: "recommended". In Arabic such verbs are no cues."""
    return frozenset(
        form.replace("_", " ") for row in rows("en", "cues") if row[2] == "request" for form in row[0].split()
    )


def _of_other_people(claims: Claims, first: int, second: int) -> bool:
    """Whether one of two claims says no to something of people, and the other speaks of others: "no passengers were
    hurt", "two pilots were". English alone: an Arabic root of people is one of deeds too (`طلاب`, `طلب`).
    """
    people = people_words(claims.lang) if claims.lang == "en" else frozenset[str]()
    for i, other in ((first, second), (second, first)):
        no, told = claims.negated(i) & people, claims.words[other] & people
        if no and told and not no & told:
            return True
    return False


def _are_ruled_out(ours: Sequence[Answer], theirs: Sequence[Answer]) -> bool:
    """Whether what two claims count cannot differ: those killed are no answer to how many were hurt, gates none to how
    many roads, what a line cost none to what a station cost.
    """
    alike = [(a, b) for a in ours for b in theirs if a.sort == b.sort]
    nouns = {a.noun for a in ours} if len(ours) > 1 else set()
    if nouns and all(b.noun is not None and b.noun not in nouns for b in theirs) and _is_share(ours):
        return bool(theirs)  # three of the five gates, nine roads
    if any(of_two_sums(a, b) or of_two_employers(a, b) or are_of_two_events(a, b) for a, b in alike):
        return True
    if any(a.noun is not None and a.noun == b.noun for a, b in alike):
        return True  # 600 homes destroyed, 850 homes without power: where they answer one question, they have met
    known = [weight for a, b in alike if (weight := weight_of(a, b)) is not None]
    return bool(alike) and max(known, default=0.0) < _ONE_QUESTION


def _is_share(answers: Sequence[Answer]) -> bool:
    """Whether a claim counts some of a whole it tells: "three of the dam's five gates"."""
    first, second = answers[0].quantity, answers[1].quantity
    claim = answers[0].claim
    told = tokenise(claim.exact[first.start - claim.start : second.start - claim.start])
    return any(token.form in ("of", "من") for token in told)


def _are_judged_elsewhere(claims: Claims, first: int, second: int) -> bool:
    """Whether a rule of its own tells such claims apart: some of those another counts, one whom a report clears of what
    he denies, the start of a thing and its end, the first that came and one that came before.
    """
    left, right = claims.signs(first), claims.signs(second)
    if any("part" in signs and claims.all[i].quantities for i, signs in ((first, left), (second, right))):
        return True
    if claims.all[first].denied and ("clears" in right or claims.negated(second)):
        return True  # denied that anyone was hurt, no one was hurt
    if claims.all[second].denied and claims.negated(first):
        return True
    if "others" in right or says_none_of_its_own(claims, first, second):
        return True  # "all bridges are safe", "three other bridges are shut"
    nouns = [{q.noun for q in claims.all[i].quantities[:MOST] if q.noun} for i in (first, second)]
    if nouns[0] & nouns[1] and "absolute" in left | right:
        return True  # "none of the 46 pupils had symptoms", "nine pupils left"
    if _last_alike(claims.all[first], claims.all[second]) or _denies_another(claims, first, second):
        return True
    if claims.is_future(first) != claims.is_future(second):
        dated = claims.all[first].dates and claims.all[second].dates
        if not dated or claims.words[first].isdisjoint(claims.words[second]):
            return True  # what is planned does not gainsay what was
    if not at_two_times(claims, first, second):
        return False
    return (
        claims.opposite(first, second) or "over" in left ^ right or _is_the_first(claims, second, claims.words[first])
    )


def _of_two_scales(a: Claim, b: Claim) -> bool:
    """Whether two claims tell lengths that nothing has both: how much rain fell, how far a quarry lies."""
    metres = [
        [(q.low or q.high or 0) * sort_of(q)[1] for q in x.quantities if sort_of(q)[0] == "length"] for x in (a, b)
    ]
    return bool(metres[0] and metres[1]) and not any(
        max(one, other) <= _SCALES * min(one, other) for one in metres[0] for other in metres[1]
    )


def _last_alike(a: Claim, b: Claim) -> bool:
    """Whether two claims tell nearly the same length of time: 25 minutes and 30."""
    lengths = [
        (one.low, other.low)
        for one in a.quantities[:MOST]
        for other in b.quantities[:MOST]
        if one.kind == other.kind == "duration" and one.unit == other.unit and one.low and other.low
    ]
    return any(max(pair) <= _NEARLY * min(pair) for pair in lengths)


def _denies_another(claims: Claims, first: int, second: int) -> bool:
    """Whether a claim says no to "any" of a thing the other does not speak of: a warning came, no funds."""
    no = claims.negated(second)
    if not no or "any" not in claims.signs(second) or bears_on(no, claims.words[first], claims.lang):
        return False
    spoken_of = claims.matters(second, claims.words[second] - no)
    return spoken_of.isdisjoint(claims.matters(first, frozenset()))


def _is_the_first(claims: Claims, i: int, told: frozenset[str]) -> bool:
    """Whether a claim tells of the first of a kind that another speaks of: "a visitor fell", "the first visitor"."""
    forms = [token.form for token in claims.tokens[i] if token.kind == "word"]
    firsts = {span.end for span in phrases_in(claims.tokens[i], claims.lang, "first")}
    ends = [k for k, token in enumerate(t for t in claims.tokens[i] if t.kind == "word") if token.end in firsts]
    return any(k + 1 < len(forms) and root(forms[k + 1], claims.lang) in told for k in ends)


def _are_of_one_house(claims: Claims, first: int, second: int) -> bool:
    """Whether two speakers are told by one word besides what they are: the teachers' union, the teachers' leader."""
    named = (claims.all[i].speaker or claims.all[i].claimant for i in (first, second))
    ours, theirs = ([token.form for token in tokenise(name) if token.kind == "word"] for name in named)
    whole = set(ours) <= set(theirs) or set(theirs) <= set(ours)  # "the force", "a force spokeswoman"
    if whole and ours and theirs:
        return True
    if claims.lang == "ar":
        return bool(set(ours[1:]) & set(theirs[1:]))
    return bool(set(ours) & set(theirs) - words("group") - words("title") - words("determiner") - words("preposition"))


def _told_by_years(a: Claim, b: Claim) -> bool:
    """Whether both claims are dated by years alone: "since 2022" and "a decade ago" measure from two times."""
    return bool(a.dates and b.dates) and all(
        mention.low is None or mention.high is None or (mention.high - mention.low).days >= _YEAR
        for mention in (*a.dates, *b.dates)
    )


def _only_points(claims: Claims, i: int) -> bool:
    """Whether a claim is no more than a pointer: "disputed the official account"."""
    said = {token.form for token in claims.tokens[i] if token.kind == "word"}
    told = words("account") | words("allegation") if claims.lang == "en" else frozenset[str]()
    if claims.lang == "en" and (claims.all[i].cue or "").startswith("call"):
        return True  # "called it "the room where they pushed us""
    return len(said) <= _ONLY_POINTS and bool(said & told or {"retold", "account"} & claims.signs(i))
