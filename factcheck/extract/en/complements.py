"""What a reporting word of English reports: where its content begins and ends, by the frames the word allows."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.extract.en.counted import bounded, held_at, located, made_it, reached, tolled
from factcheck.extract.en.cues import Cue, cue_table
from factcheck.extract.en.denials import with_allegation
from factcheck.extract.en.documents import (
    amount_first,
    filed_as,
    held_in_document,
    linked,
    number_behind_bound,
    points_back,
    traced_to,
)
from factcheck.extract.en.figures import given_as, with_figure, with_number
from factcheck.extract.en.gapped import is_alone
from factcheck.extract.en.hearers import addressee_end, ends_with_place, tells_of_hearers
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import starts_clause, starts_verb_phrase
from factcheck.extract.en.quoted import as_quoted, called_so, content_end, skip_adverbs, with_quote, with_quoted_name
from factcheck.extract.en.recollections import allowed_for, known_of, remembered
from factcheck.extract.en.report import Range
from factcheck.extract.en.small_clauses import (
    deed_claimed,
    held_so,
    may_be_clause,
    pinned_on,
    put_down,
    with_clause_in_ing,
    with_judged,
)
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words


def complement(s: Tagged, cue: Cue, subject: Range) -> tuple[int, int, str] | None:
    """The half-open tokens of what a cue reports after it, and the frame; `None` where it reports nothing."""
    for name, find in _FRAMES:
        if name in cue.frames and not ends_with_place(s, cue):
            found = find(s, cue, subject)
            if found is not None and name == "addr" and "what" in [s.form(k) for k in range(found[0], found[0] + 4)]:
                return None  # "told two others what she had found"
            if found is not None:
                last = found[1] if cue.lemma != "be" else _before_but(s, *found)
                return found[0], last, name.rstrip("!")
    return None


def _before_but(s: Tagged, first: int, last: int) -> int:
    """Where what somebody is sure of ends: before what is set against it, "…, but the union is not sure that …"."""
    against = (k for k in range(first, last - 1) if s.form(k) == "," and s.form(k + 1) in ("but", "while", "though"))
    return next((k for k in against if starts_clause(s, k + 2, last)), last)


def _with_that(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """The clause after an explicit "that"."""
    closing = cue.last
    for k in range(cue.last, min(cue.last + 26, s.last - 1)):
        if s.form(k) == "," and (s.form(k + 1) in ("which", "who") or _leads_to_that(s, k)):
            closing = next((j for j in range(k + 1, s.last) if s.form(j) == ","), k)
        if k <= closing and closing > cue.last:
            continue
        posted = s.form(k) in words("issued") and s.form(k - 1) in words("statement")  # "in a post put out on Monday"
        if not s.outside(k) or (s.tag(k) in FINITE and k > cue.last and not (posted or tells_of_hearers(s, cue, k))):
            return None
        if s.form(k) == "that" and s.tag(k) == "W" and s.form(k + 1) not in (":", ".", "out", "off"):
            if s.form(k + 1) in words("allegation") and (k + 2 >= s.last or s.tag(k + 2) in "MC"):
                return None  # "denied that account."
            if s.form(k + 1) in words("time_noun") and FINITE.isdisjoint(s.letters(k + 1, s.last)):
                return None  # "protested that day against it"
            if s.form(k - 2) == "," and s.tag(k - 1) == "N" and k - 2 > cue.last:
                return None  # "advised people to wait, advice that few followed"
            if s.tag(k + 1) in FINITE and k > cue.last:
                return None  # a relative clause: "told a meeting that lasted an hour"
            if s.tag(k + 1) == "X" or (s.form(k + 1) in words("pointed_at") and s.tag(k + 2) in FINITE):
                return k, content_end(s, k)  # "expects that will change", "says that figure is wrong"
            return (k + 1, content_end(s, k + 1)) if _may_stand_before_that(s, cue, k) else None
    return None


def _leads_to_that(s: Tagged, comma: int) -> bool:
    """Whether commas set off when it was said, before "that": "concluded in May, after two had come, that"."""
    closing = next((j for j in range(comma + 1, s.last) if s.form(j) == ","), s.last)
    return s.form(comma + 1) in ("after", "before", "when", "while", "as") and s.form(closing + 1) == "that"


def _may_stand_before_that(s: Tagged, cue: Cue, that: int) -> bool:
    """Whether only an addressee, a time or a place stands between the cue and "that", so that it opens its content."""
    k = skip_adverbs(s, cue.last)
    if k == that or s.tag(k) in "IMAO" or s.form(k) in ("after", "before") or "addr" in cue.frames:
        return True
    timed = words("weekday", "time_noun")
    if s.form(k) in ("late", "early") and (s.tag(k + 1) == "I" or s.form(k + 1) in timed | {"last"}):
        return True  # "said late in the evening that"
    return s.form(k) in timed | {"last"} or (s.form(k) == "this" and s.form(k + 1) in timed)


def _with_clause(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """A clause with "that" or without it."""
    found = _with_that(s, cue, subject)
    if found is not None:
        return found
    k = skip_adverbs(s, cue.last)
    if is_alone(s, k) or (s.tag(k) == "G" and "ing" in cue.frames):
        return None  # "denied receiving 48 million from a firm that had closed"
    if subject[0] > s.first and s.tag(subject[0] - 1) == "W" and starts_verb_phrase(s, k, s.last):
        closing = (j for j in range(k, s.last) if s.form(j) == "," and starts_verb_phrase(s, j + 1, s.last))
        return k, next(closing, content_end(s, k))  # "prices, which he said had doubled, …"
    if k < s.last and s.form(k) == "that" and s.tag(k) != "W":
        k = cue.last
    if k < s.last and s.form(k) in _LEADING and s.outside(k):  # "say if the vote stands, they will strike"
        comma = next((j for j in range(k, s.last) if s.form(j) == ","), s.last)
        if starts_clause(s, comma + 1, s.last) or s.form(k) in ("if", "unless"):
            return (k, content_end(s, k)) if starts_clause(s, comma + 1, s.last) else None
    for begin in (_after_adjuncts(s, k), k):
        if begin < s.last and s.outside(begin) and s.form(begin) != "but" and starts_clause(s, begin, s.last):
            return begin, content_end(s, begin)
    if cue.lemma == "say" and (told := may_be_clause(s, k, subject)):
        return k, told
    short = cue.force != "deny" and s.tag(k) == "#" and s.form(cue.first).endswith("s")
    short = short and FINITE.isdisjoint(s.letters(k, s.last))
    return (k, s.last) if short and k < s.last else None  # a headline: "county says 400 still without water"


def _after_adjuncts(s: Tagged, k: int) -> int:
    """Past "on Tuesday", "in a statement", "last month" and the comma after them."""
    while k < s.last:
        form = s.form(k)
        if form in words("saying_day") or (
            form in ("last", "this", "earlier") and k + 1 < s.last and s.form(k + 1) in words("time_noun", "weekday")
        ):
            k += 1 if form in words("saying_day") else 2
        elif s.tag(k) == "I" and form in words("saying_place"):
            end = _adjunct_end(s, k)
            if end == k:
                return k
            k = end
        else:
            return k + 1 if s.form(k) == "," and k + 1 < s.last else k
    return k


def _adjunct_end(s: Tagged, k: int) -> int:
    """The end of a phrase of time or of the saying that begins with the preposition at `k`; `k` if it is neither."""
    told = words("weekday", "month", "time_noun", "statement", "occasion")
    seen, j = False, k + 1
    while j < min(k + 9, s.last):
        form = s.form(j)
        if form in told or form.rstrip("s") in ("reporter", "journalist"):
            seen = True
        elif s.tag(j) == "#" and seen:
            pass
        elif seen or s.tag(j) not in "DN#A":
            break
        j += 1
    return j if seen else k


def _with_addressee(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """A clause after those it is told to: `told a news conference the outage had …`."""
    found = _with_that(s, cue, subject)
    if found is not None:
        return found
    k = skip_adverbs(s, cue.last)
    end = addressee_end(s, k)
    for begin in (_after_adjuncts(s, end), end):
        if end > k and begin < s.last and s.tag(begin) != "C" and starts_clause(s, begin, s.last):
            return begin, content_end(s, begin)
    return None


def _with_infinitive(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    k = skip_adverbs(s, cue.last)
    if k + 1 < s.last and s.tag(k) == "T":
        return k + 1, content_end(s, k + 1)
    return None


def _with_subject_and_infinitive(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`expects prices to rise`."""
    k = cue.last
    for j in range(k, min(k + 14, s.last - 1)):
        if s.tag(j) == "T" and s.tag(j + 1) not in "MC":
            return (k, content_end(s, k)) if j > k else (k + 1, content_end(s, k + 1))
        if s.tag(j) in "MSWC" or s.tag(j) in FINITE:
            return None
    return None


def _with_gerund(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    k = skip_adverbs(s, cue.last)
    gerund = k < s.last and (s.tag(k) == "G" or s.form(k) in ("being", "having"))
    gerund = gerund or (cue.lemma == "remember" and s.form(k) in words("noun_ing") and s.tag(k + 1) in "DN")
    return (cue.last, content_end(s, cue.last)) if gerund else None


def _with_noun(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """A noun phrase that is the content: `denied any role`, `announced the start of …`; bare allegations are none."""
    k = skip_adverbs(s, cue.last)
    if cue.force == "deny" and s.form(k) == "that" and s.form(k + 1) in words("allegation"):
        return with_allegation(s, cue, subject)  # "denied that account"
    if any(q.first - 1 == k for q in s.quotations):
        k += 1
    if any(s.form(j) in ("%", "percent", "cent") for j in range(*subject)):
        return None  # "67 percent of the studies disclosed their results"
    if s.form(k) == "it" and s.form(k + 1) in ("for", "by", "in", "no", "not") and cue.lemma in _FORESEEING:
        return k, content_end(s, k)  # "promises it for June 2026", "expects it no earlier than 2027"
    bounded = s.tag(k + 1) == "#" and s.form(k) in ("about", "around", "over", "under")
    if s.tag(k) == "I" and (bounded or (cue.lemma == "hold to" and number_behind_bound(s, k) is not None)):
        return k, content_end(s, k)  # `spoke of "about 300,000 pounds"`
    if k >= s.last or s.tag(k) not in "DN#PGA" or s.form(k) in words("weekday", "time_noun"):
        return None
    if points_back(s, k) or (cue.force == "deny" and gives_another(s, k)):
        return None
    if cue.lemma == "credit" and number_behind_bound(s, k) is not None:
        return None  # "credited 400 euros to her account"
    near = next((j for j in range(k, min(k + 10, s.last)) if s.form(j) == "," and s.outside(j)), min(k + 10, s.last))
    if cue.force == "estimate" and "#" not in s.letters(k, near):
        return None  # "Traders count losses"
    head = [s.form(j) for j in range(k, min(k + 4, s.last))]
    if cue.force == "deny" and words("allegation").intersection(head):
        return with_allegation(s, cue, subject)
    end = content_end(s, k)
    if cue.lemma == "call for" and "T" in s.letters(k, end) and s.tag(k) != "G" and not s.quotations:
        return None  # "called for the board to resign": the asking is the news
    end = next((j for j in range(k, end - 1) if s.outside(j) and _leaves_phrase(s, j, end)), end)
    counted = cue.force == "estimate" and s.tag(k) == "#"  # "the guard counted six"
    least = 1 if cue.force == "deny" or counted or cue.last - cue.first > 1 else 2  # "hinted at sabotage"
    return (k, end) if sum(1 for j in range(k, end) if s.tag(j) != "M") >= least else None


def _leaves_phrase(s: Tagged, j: int, end: int) -> bool:
    """Whether the conjunction at `j` joins a verb or a clause, which no noun phrase holds."""
    return s.tag(j) == "C" and (s.tag(j + 1) in "VX" or (s.form(j - 1) == "," and starts_clause(s, j + 1, end)))


def gives_another(s: Tagged, k: int) -> bool:
    """Whether a number that is denied is answered at once: "disputed the figure, claiming that 12 boats sank"."""
    answered = s.form(k + 2) == "," and s.tag(k + 3) == "G" and s.form(k + 3) in cue_table()
    return s.form(k) == "the" and s.form(k + 1) in ("figure", "figures", "number", "toll") and answered


def _with_preposition(name: str) -> Callable[[Tagged, Cue, Range], Range | None]:
    """`accused the company of hiding …`, `blamed the delay on …`, `described the plan as …`."""

    def find(s: Tagged, cue: Cue, subject: Range) -> Range | None:
        k = cue.last
        for j in range(k, min(k + 20, s.last - 1)):
            if s.form(j) == name and s.outside(j):
                begin = j + 1 if j == k or name == "as" else k
                if name == "as" and j == k:
                    return called_so(s, cue, subject)
                return begin, content_end(s, begin)
            pointed = j == k and s.form(j) == "that"  # "dates that visit to March 2021"
            if pointed or (j == k + 1 and s.form(k) == "that"):
                continue
            if (s.tag(j) in "WS" and s.form(j) != name) or s.tag(j) in FINITE or s.form(j) in ",;":
                return None
        return None

    return find


def _of_document(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """A clause with no "that", where a study, a poll, records say so."""
    said_by = {s.form(k) for k in range(*subject)}
    return _with_clause(s, cue, subject) if said_by & (words("document") | {"judge", "court", "jury"}) else None


def _with_question(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What was asked: `asked whether the branch would close`."""
    for k in range(cue.last, min(cue.last + 8, s.last)):
        if s.form(k) in ("whether", "if", "why", "how", "what", "who", "when", "where"):
            return k, s.last
        if s.tag(k) in FINITE or s.tag(k) == "M":
            return None
    return None


_LEADING = frozenset(("if", "unless", "when", "as", "while", "once", "until"))
_FORESEEING = frozenset({"promise", "expect", "predict", "forecast"})
_FRAMES: tuple[tuple[str, Callable[[Tagged, Cue, Range], Range | None]], ...] = (
    ("addr", _with_addressee),
    ("that", _with_clause),
    ("that!", _with_that),
    ("heard", _with_clause),
    ("q", with_quote),
    ("whether", _with_question),
    ("filed", filed_as),
    ("docnp", held_in_document),
    ("doc", _of_document),
    ("doing", with_clause_in_ing),
    ("to", _with_infinitive),
    ("toclause", _with_subject_and_infinitive),
    ("ing", _with_gerund),
    ("of", _with_preposition("of")),
    ("of!", _with_preposition("of")),
    ("for", _with_preposition("for")),
    ("on", _with_preposition("on")),
    ("onto", _with_preposition("to")),
    ("onto!", linked),
    ("downto", put_down),
    ("as", _with_preposition("as")),
    ("asquote", with_quoted_name),
    ("at", with_figure),
    ("asfigure", given_as),
    ("num!", amount_first),
    ("num", with_number),
    ("allegation", with_allegation),
    ("asopinion", as_quoted),
    ("judged", with_judged),
    ("traced", traced_to),
    ("memory", remembered),
    ("known", known_of),
    ("span", allowed_for),
    ("held_at", held_at),
    ("made_it", made_it),
    ("reached", reached),
    ("bounded", bounded),
    ("tolled", tolled),
    ("located", located),
    ("pinned", pinned_on),
    ("held_so", held_so),
    ("deed", deed_claimed),
    ("np", _with_noun),
)
