"""The words of the English calendar, found at a token, and the tense around a date."""

from __future__ import annotations

from functools import cache

from factcheck.extract.amounts import Row
from factcheck.extract.en.numbers import number_words
from factcheck.extract.when import When
from factcheck.lang import rows
from factcheck.lang.english import is_verb_form, words
from factcheck.text import by_spelling

Read = tuple[When, int]  # what was said, and the index after it


_GO_ON = frozenset(("/", "-", "–", "—", "st", "nd", "rd", "th", "of", "s", "'s"))
_AFTER_NUMBER = frozenset(("ago", "now", "today", "quarter", "half", "century", "of", "earlier", "later", "previously"))
_OWNING = frozenset(
    ("weekday", "day", "unit")
)  # what dates a noun with its genitive: "Monday's vote", "last week's storm"
_FIXED = frozenset(("due", "expected", "scheduled", "planned", "slated", "set"))
_MODALS = frozenset(("will", "shall", "would", "won't", "upcoming", "could", "might"))


@cache
def table() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Role to first word to phrases, longest first."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for said, role, value, *_ in rows("en", "calendar"):
        phrase = tuple(said.split())
        table.setdefault(role, {}).setdefault(phrase[0], []).append((phrase, value))
    for by_first in table.values():
        for phrases in by_first.values():
            phrases.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def openers() -> frozenset[str]:
    roles = ("month", "weekday", "weekday_short", "day", "daypart", "direction", "part", "relation", "season", "feast")
    firsts = {first for role in roles for first in table()[role]}
    return frozenset(
        firsts
        | {
            "the",
            "between",
            "from",
            "q",
            "h",
            "a",
            "an",
            "over",
            "year",
            "month",
            "week",
            "that",
            "within",
            "in",
            "during",
            "overnight",
        }
        | set(number_words())
    )


@by_spelling
def opens(form: str) -> bool:
    """Whether a date can begin with this word."""
    return form.removesuffix("'s") in openers()


def may_begin(row: Row, i: int) -> bool:
    """Whether a date can begin at token `i`, by what follows it: cheap, and right to say no."""
    form, kind = row.form(i), row.kind(i)
    following = row.form(i + 1)
    if kind == "number" and (
        (following == "and" and row.form(i + 3) in table()["month"])
        or len(form) >= 4
        or row.form(i - 1) == "and"
        or following in _GO_ON
        or following in table()["month"]
    ):
        return True
    if kind != "number" and form not in number_words() and form not in ("a", "an", "the"):
        return True
    if form == "the":
        return (
            following in openers()
            or row.kind(i + 1) == "number"
            or following in ("same", "year's", "month's", "day", "weekend")
        )
    near = range(i + 1, i + 6)
    counted = any(row.form(k) in ("that", "then") and row.form(k - 1) in ("before", "after") for k in near)
    return counted or not _AFTER_NUMBER.isdisjoint(map(row.form, near)) or following in table()["month"]


def match(row: Row, i: int, role: str) -> tuple[str, int] | None:
    """The value of a phrase of `role` at token `i` and the index after it."""
    for phrase, value in _begun(row.form(i)).get(role, ()):
        if len(phrase) == 1 or all(row.form(i + k) == phrase[k] for k in range(1, len(phrase))):
            return value, i + len(phrase)
    return None


@by_spelling
def _begun(form: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By their role the phrases that a word begins, longest first, then what it is without its genitive."""
    begun = {role: list(by_first[form]) for role, by_first in table().items() if form in by_first}
    for role in _OWNING if form.endswith("'s") else ():
        alone = [entry for entry in table()[role].get(form[:-2], ()) if len(entry[0]) == 1]
        begun.setdefault(role, []).extend(alone)
    return begun


def tense_at(row: Row, first: int, last: int) -> int:
    """1 when a mark of the future governs the date, before it in its sentence or right after; -1 behind a past verb."""
    if row.form(first) == "by":
        return 0 if _is_told(row, first) or _is_told_behind(row, first, last) else 1
    if row.form(first) in ("until", "till") and _lasts(row, first, last):
        return 1
    on = first - 1 if row.form(first - 1) == "on" else first
    if row.form(on - 1) in ("beginning", "starting", "effective") and match(row, first, "weekday"):
        return 1  # "declared three days of mourning, beginning Monday"
    marks = table()["future"]
    dated = row.kind(first) == "number" or row.form(first) in table()["month"]
    deadline = row.form(first) == "within"
    for k in range(first - 1, max(-1, first - 13), -1):
        form = row.form(k)
        if row.kind(k) == "line" or form in (".", "?", "!", ";"):
            break
        if (
            (form == "should" and row.form(k + 1) != "have")
            or (form in marks and (form in _MODALS or row.form(k + 1) in ("to", "for", "on", "until", "till")))
            or (form in table()["to_come"] and _leads_to(row, k, first))
            or (form in _FIXED and k + 1 == first and not _is_over(row, last))  # "results are due Thursday"
            or form.endswith("'ll")
            or (form == "to" and row.form(k + 1) == "be")
            or (row.form(k + 1) == "to" and _is_set(row, form, first, last))  # "is to vote on Oct. 10"
            or (dated and form in table()["called"] and row.form(first - 1) == "for")  # "called a rally for Oct. 5"
            or (dated and form in table()["bidden"] and row.form(k + 1) == "to")  # "was ordered to report on Feb. 9"
            or (dated and form in ("is", "are") and row.form(k + 1) in table()["planned"])  # "is listed for"
            or (deadline and (form in table()["bidden"] or form == "must"))  # "ordered the company to pay within"
            or (form in _AHEAD and not {"is", "are"}.isdisjoint(row.form(j) for j in range(k + 1, first)))
        ):
            return 1
        if deadline and form in _PAST:
            break  # "ordered freed after he was caught within three days"
        if form in ("said", "announced", "told") and k < first - 1:
            break
    opening = _opens_sentence(row, first)
    if opening or (row.form(first - 1) in ("on", "in", "from") and not _is_done(row, first - 2)):
        for k in range(last, min(last + 9, len(row.tokens))):
            if row.form(k) in (".", "?", "!"):
                break
            if row.form(k) in ("will", "shall", "won't") and k < last + 6:
                return 1
            if row.form(k) in ("is", "are") and row.form(k + 1) == "to":
                return 1  # "On Wednesday, the two are to meet"
            if row.form(k) in _TOLD:
                break
    start = first - 1 if row.form(first - 1) == "from" else first
    ranged = any(row.form(k) in ("to", "until", "till", "through") for k in range(first, last))
    if row.form(start) == "from" and not ranged and _opens_sentence(row, start):
        return _comes_behind(row, last)
    led = first - 1 if row.form(first - 1) in ("on", "in", "at") else first
    told = _opens_sentence(row, led) and _is_told_next(row, last)
    return -1 if told or _is_past(row, first) else 0


def _is_told_next(row: Row, last: int) -> bool:
    """Whether the first verb behind a date that opens its sentence is past: "On Christmas Eve the bridge fell"."""
    for k in range(last, min(last + 8, len(row.tokens))):
        kinds = is_verb_form(row.form(k))
        if row.form(k) in (".", "?", "!", ";") or row.form(k) in _PRESENT or row.form(k) in _MODALS or kinds == "s":
            return False
        if _is_perfect(row.form(k)) or row.form(k) in _TOLD or kinds == "d":
            return True
    return False


def _opens_sentence(row: Row, i: int) -> bool:
    return i == 0 or row.kind(i - 1) == "line" or row.form(i - 1) in (".", "?", "!", '"', "“")


def _comes_behind(row: Row, last: int) -> int:
    """1 where no past verb follows a date that opens its sentence behind "from": "From Monday, fares rise"; else 0."""
    for k in range(last, min(last + 9, len(row.tokens))):
        if row.form(k) in (".", "?", "!"):
            return 1
        past = _is_perfect(row.form(k)) or "d" in is_verb_form(row.form(k))
        if past or row.form(k) in ("has", "have", "until", "to", "till"):
            return 0
    return 1


def _lasts(row: Row, first: int, last: int) -> bool:
    """Whether "until" tells how long somebody has still: "has until Friday", "gave it until Monday to reply"."""
    if row.form(first - 1) in ("has", "have") or row.form(first - 1) in _STAYS:
        return True
    for k in range(first - 1, max(-1, first - _GIVEN), -1):
        if row.kind(k) != "word" or (row.form(k) in _TOLD and row.form(k) not in table()["grants"]):
            return False
        if row.form(k) in table()["grants"]:
            acts = row.form(last) == "to" and "b" in is_verb_form(row.form(last + 1)).lower()
            return acts and not _is_over(row, last + 2)
        if row.form(k) in ("is", "are") or row.form(k) in _STAYS:
            return True
        if row.form(k) in table()["suspends"]:
            before = "had" in (row.form(k - 1), row.form(k - 2))
            return not before and row.form(last + 1) != "when" and not _is_over(row, last)
    return False


_OBJECT = 5  # words between what is to come and its day
_AHEAD = frozenset(("until", "till", "before"))  # "shut it until the case is heard on Oct. 15"
_CLOCK = 4  # tokens of a time of day before its weekday: "9 am on Monday"
_GIVEN = 6  # tokens before "until" in which a verb tells who has or gets so long
_STAYS = frozenset(("remain", "remains", "stay", "stays", "run", "runs", "last", "lasts", "continue", "continues"))


def _is_done(row: Row, verb: int) -> bool:
    """Whether a word is a past verb that a date right behind it tells of: "the strike, which began on 24 February"."""
    return _is_perfect(row.form(verb)) and row.form(verb) not in table()["planned"]


def _leads_to(row: Row, verb: int, first: int) -> bool:
    """Whether a weekday follows a verb that tells what is to come: "talks resume Monday", "enters its third week on
    Sunday", "expires at midnight on Friday", "takes effect Monday".
    """
    said = match(row, verb, "to_come")
    if said is None or not any(row.form(k) in table()["weekday"] for k in range(first, first + _CLOCK)):
        return False
    between = range(said[1], first)
    return (
        len(between) <= _OBJECT
        and not any(
            row.kind(k) == "mark" or _is_perfect(row.form(k)) or row.form(k) in ("to", "that", "and") for k in between
        )
        and row.form(verb - 1) not in words("be")
    )


def _is_set(row: Row, be: str, first: int, last: int) -> bool:
    """Whether "is to" and "was to" set a day: "is to meet Friday"; "was to meet Friday but did not" is over."""
    weekday = row.form(first) in table()["weekday"]
    dated = row.kind(first) == "number" or row.form(first) in table()["month"]
    return (be in ("is", "are") and (weekday or dated)) or (be in _TOLD and weekday and not _is_over(row, last))


def _is_over(row: Row, last: int) -> bool:
    """Whether what was to come on a day is told as past behind it: "a hearing set Monday was held"."""
    return not {"was", "were", "had", "but"}.isdisjoint(row.form(k) for k in range(last, last + 3))


def _is_past(row: Row, first: int) -> bool:
    """Whether the verb nearest before a date, in its sentence, tells of the past."""
    for k in range(first - 1, max(-1, first - 13), -1):
        form = row.form(k)
        if row.kind(k) == "line" or form in (".", "?", "!", ";") or form in _PRESENT or is_verb_form(form) == "s":
            return False
        if _is_perfect(form):
            return row.form(k - 1) not in ("is", "are", "be")
    return False


def _is_perfect(form: str) -> bool:
    return form in _pasts() or (form.endswith("ed") and len(form) > 4)


@cache
def _pasts() -> frozenset[str]:
    """The irregular pasts that are nothing else: "rose", "fell", not "cut"."""
    return _TOLD | {row[1] for row in rows("en", "verbs") if row[1] and row[1] != row[0] and not row[3]}


def _is_told(row: Row, first: int) -> bool:
    """Whether what leads to a date is told as past: "had been searched by", "rose to 40 by"; a modal says otherwise."""
    for k in range(first - 1, max(-1, first - 12), -1):
        form = row.form(k)
        if row.kind(k) == "line" or form in (".", "?", "!", ";", ","):
            return False
        if form in _MODALS or form in table()["future"] or form == "to":
            return False
        if form in _TOLD:
            return True
    return False


def _is_told_behind(row: Row, first: int, last: int) -> bool:
    """Whether a date that opens a sentence dates what was done by then: "By Tuesday both had been summoned"."""
    if not _opens_sentence(row, first):
        return False
    told = False
    for k in range(last, min(last + 8, len(row.tokens))):
        if row.kind(k) == "line" or row.form(k) in (".", "?", "!", ";"):
            return told
        if row.form(k) in _MODALS or row.form(k) in _PRESENT:
            return False
        if row.form(k) in _TOLD:
            return True
        told = told or _is_perfect(row.form(k)) or row.form(k) in ("put", "set", "hit", "cut")
    return told


_PRESENT = frozenset(("is", "are", "has", "have", "to", "may", "must", "can", "should"))
_PAST = frozenset(("after", "when", "because", "who", "was", "were", "had"))  # what is told, and no more bidden
_TOLD = frozenset(("had", "was", "were"))
