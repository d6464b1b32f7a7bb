"""Two sources heard right after each other on one matter, and told apart by no one sign: many small ones add up.

The weights were found by logistic regression on articles read and marked by hand, with pairs that must not be found
beside them, and rounded to tenths, counted whole: a sum of fractions would depend on its order. A score is kept sign by
sign, so that a reader of the code can ask for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.accounts.answers import Answer
from factcheck.accounts.blame import blames, is_named
from factcheck.accounts.context import Claims
from factcheck.accounts.continued import at_two_times
from factcheck.accounts.counted import MOST, sort_of
from factcheck.accounts.negations import bears_on, set_aside
from factcheck.accounts.none_of import people_words, says_none_of_its_own
from factcheck.accounts.pointing import places_apart
from factcheck.accounts.questions import weight_of
from factcheck.accounts.sides import speakers_words
from factcheck.accounts.signs import phrases_in, signs_in
from factcheck.accounts.two_events import are_of_two_events, of_two_employers, of_two_subjects
from factcheck.accounts.two_sides import bounds
from factcheck.claim import ARTICLE, Claim
from factcheck.finding import Dimension
from factcheck.lang.english import words
from factcheck.lang.stems import root, words_of
from factcheck.text import tokenise

ENOUGH = 38  # at which some two of three such pairs differ, where no other rule has told them
REACH = 6  # claims back that a claim meets in its line; `NEXT` in the line before
NEXT = 3
WEIGHTS = {
    "in one line": 16,
    "first heard since the other": 14,
    "one matter": 13,
    "two times, in one matter": 9,
    "names the other": 8,
    "one is absolute, in one matter": 6,
    "own words, in one matter": 5,
    "no third source between": 4,
    "set against, right behind": 3,
    "one says no, in one matter": -7,
}
_NEARLY = 1.25  # times one length of time may be the other and nearly the same
# what tells a difference: all else tells only that two sources are heard on one thing, which they may agree on
DIFFERENCE = frozenset(
    (
        "set against, right behind",
        "one is absolute, in one matter",
        "one says no, in one matter",
        "two times, in one matter",
    )
)
_ONE_QUESTION = 2.0  # weight at which two numbers may answer one question, though not enough by itself
_SCALES = 1000  # times one length may be another of the same thing
_YEAR = 300  # days of a time that only tells of years
_ONLY_POINTS = 3  # words of a claim that names no more than "the official account"


def find_side_by_side(
    claims: Claims, answers: Sequence[Answer], differing: Mapping[int, Set[str]]
) -> Iterator[tuple[int, int, Dimension]]:
    """The pairs of claims, by place in text order, that enough speaks for, and on what they differ.

    `differing` tells from which voices a claim is already found to differ: that is not told again of another claim of
    that voice. Each claim meets the six before it at most.
    """
    of_claim: dict[int, list[Answer]] = {}
    for answer in answers:
        of_claim.setdefault(answer.order, []).append(answer)
    for second in range(1, len(claims.all)):
        met = [(held_signs(claims, first, second, of_claim, differing), first) for first in _before(claims, second)]
        known = [(sum(WEIGHTS[sign] for sign in signs), first) for signs, first in met if signs is not None]
        most, first = max(known, default=(0, 0))
        if most >= ENOUGH:
            yield first, second, _dimension(claims, first, second)


def _before(claims: Claims, second: int) -> Iterator[int]:
    """The earlier claims that a claim meets: of its line, and the last ones of the line before."""
    for first in range(max(0, second - REACH), second):
        lines = claims.line(second) - claims.line(first)
        if lines == 0 or (lines == 1 and second - first <= NEXT):
            yield first


def held_signs(
    claims: Claims, first: int, second: int, of_claim: Mapping[int, Sequence[Answer]], differing: Mapping[int, Set[str]]
) -> frozenset[str] | None:
    """What speaks for and against a difference of two claims, the signs of `WEIGHTS` that they hold; `None` for two
    that cannot differ so.
    """
    a, b = claims.all[first], claims.all[second]
    voices = (claims.voices[first], claims.voices[second])
    told = voices[0] in differing.get(second, ()) or first in differing
    if ARTICLE in voices or voices[0] == voices[1] or told:
        return None
    if a.same_as or b.same_as or claims.in_headline(first) or claims.in_headline(second):
        return None
    if any("wished" in claims.signs(i) and not claims.all[i].quantities for i in (first, second)):
        return None  # what should be differs from nothing that is
    if any("left open" in claims.signs(i) for i in (first, second)):
        return None
    ours, theirs = of_claim.get(first, ()), of_claim.get(second, ())
    if _are_ruled_out(ours, theirs) or _of_two_scales(a, b) or _told_by_years(a, b) or _only_points(claims, second):
        return None
    if _are_of_one_house(claims, first, second) or _are_judged_elsewhere(claims, first, second):
        return None
    speakers = speakers_words(claims, first, second)
    left, right = _told(claims, first) - speakers, _told(claims, second) - speakers
    common = left & right - bounds(claims.lang)
    apart_from = common | speakers | _dated(claims, first) | _dated(claims, second)
    matters = claims.matters(first, apart_from) & claims.matters(second, apart_from)
    one_matter = bool(common or matters)
    if _agree(claims, first, second, left, right):
        return None
    between = range(first + 1, second)
    before = signs_in(f"{claims.since_last(second)} {b.cue or ''}", claims.lang)
    no = _says_no(claims, first, right) != _says_no(claims, second, left)
    absolute = "absolute" in claims.signs(first) ^ claims.signs(second)
    absolute = absolute or (no and "absolute" in claims.signs(first) & claims.signs(second))  # "every house", "not one"
    if not common and claims.negated(first) and claims.negated(second):
        absolute = False  # "never told to leave", "got no siren"
    apart, own_words = at_two_times(claims, first, second), b.mode == "direct_quote"
    holds = {
        "in one line": claims.line(first) == claims.line(second),
        "one matter": one_matter,
        "first heard since the other": all(claims.voices[i] != voices[1] for i in between),
        "set against, right behind": second - first == 1 and not before.isdisjoint(("contrast", "reply")),
        "one is absolute, in one matter": absolute and one_matter,
        "two times, in one matter": apart and one_matter,
        "one says no, in one matter": no and one_matter,
        "names the other": is_named(claims, first, second),
        "no third source between": claims.neighbours(first, second),
        "own words, in one matter": own_words and one_matter,
    }
    held = frozenset(sign for sign, there in holds.items() if there)
    return held if held & DIFFERENCE else None


def _says_no(claims: Claims, i: int, other: frozenset[str]) -> bool:
    """Whether a claim says no to what may be of the other, whose words are given: not only to what that does not name
    ("the main gate, not the tunnel"), nor of other people ("no passengers were hurt", "two pilots were").
    """
    no = claims.negated(i)
    aside = set_aside(claims.tokens[i], claims.lang)
    people = people_words(claims.lang)
    of_others = no & people and other & people and not no & people & other
    return bool(no) and not of_others and not (aside and aside.isdisjoint(other))


def _told(claims: Claims, i: int) -> frozenset[str]:
    """The roots of what a claim is about, without its dates and units."""
    return claims.words[i] - claims.everywhere - claims.measuring(i) - _dated(claims, i)


def _dated(claims: Claims, i: int) -> frozenset[str]:
    """The roots of the words that date a claim."""
    return frozenset().union(*(words_of(mention.exact, claims.lang) for mention in claims.all[i].dates))


def _agree(claims: Claims, first: int, second: int, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one of two claims says all that the other says, and neither says no, another number or another time; or
    both say no to one thing.
    """
    if claims.negated(first) & claims.negated(second):
        return True
    whole = bool(left and right) and (left <= right or right <= left)
    no = bool(claims.negated(first)) != bool(claims.negated(second)) or claims.all[first].denied
    numbers = claims.all[first].quantities and claims.all[second].quantities
    return whole and not (no or numbers or claims.all[second].denied or at_two_times(claims, first, second))


def _are_ruled_out(ours: Sequence[Answer], theirs: Sequence[Answer]) -> bool:
    """Whether what two claims count cannot differ: those killed are no answer to how many were hurt, gates none to how
    many roads, what a line cost none to what a station cost.
    """
    alike = [(a, b) for a in ours for b in theirs if a.sort == b.sort]
    nouns = {a.noun for a in ours} if len(ours) > 1 else set()
    if nouns and all(b.noun is not None and b.noun not in nouns for b in theirs) and _is_share(ours):
        return bool(theirs)  # three of the five gates, nine roads
    if any(of_two_subjects(a, b) or of_two_employers(a, b) or are_of_two_events(a, b) for a, b in alike):
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


def _dimension(claims: Claims, first: int, second: int) -> Dimension:
    """On what two sources differ that no one sign tells apart: how many, when, where, through whom, or whether."""
    a, b = claims.all[first], claims.all[second]
    ours, theirs = (frozenset(sort_of(quantity)[0] for quantity in one.quantities[:MOST]) for one in (a, b))
    if ours & theirs:
        return "count"
    if (a.dates or "time" in ours) and (b.dates or "time" in theirs):
        return "time"
    common = claims.words[first] & claims.words[second]
    if all("where" in claims.signs(i) for i in (first, second)) or (common and places_apart(claims, first, second)):
        return "place"
    if blames(claims, first) and blames(claims, second):
        return "attribution"
    return "count" if ours and theirs else "polarity"
