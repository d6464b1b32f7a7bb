"""English parts of a day without its date, and hours in words that nothing counts: `by evening`, `at about seven`."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.clock import Clock
from factcheck.extract.en.calendar import match, tense_at
from factcheck.lang.english import is_verb_form, words

_AROUND = frozenset(("about", "around", "just", "shortly", "nearly", "almost", "well", "soon", "roughly", "or"))
_LEADS = frozenset(("at", "before", "after", "until", "till"))
_PART_LEADS = _LEADS | {"by", "towards", "toward", "since", "around"}
_HABIT = frozenset(("every", "each", "daily", "always", "usually", "often", "most", "days", "nights", "per"))
_GAMES = frozenset(("won", "lost", "beat", "led", "drew", "scored"))
_NEXT = frozenset(("when", "while", "but", "and"))
_LINE = 80  # tokens around an hour in words among which another time tells that it is one
_TIMED = frozenset(("am", "pm", "a.m", "p.m", "o'clock", "noon", "midnight", "midday", "night", "gmt", "local"))
_BACK = 8  # tokens before a part of the day among which a habit or a count is told


def part_at(row: Row, i: int) -> Clock | None:
    """`by evening`, `until dawn`, `in the afternoon`: a part of the day on which something came about, at token `i`."""
    part = match(row, i, "part_of_day")
    if part is None:
        return None
    if part[0] == "led" and row.form(i - 1) not in _PART_LEADS:
        return None
    token = row.tokens[i]
    names = row.text[token.start].isupper() and i > 0 and row.kind(i - 1) == "word"
    lead = i - 1 if part[0] == "led" else i
    opens = lead == 0 or row.kind(lead - 1) != "word"
    if names or _is_habit(row, i) or not (_is_free(row, part[1]) or (opens and row.form(lead) == "by")):
        return None
    told = tense_at(row, lead, part[1]) < 0 or row.form(lead) == "since"
    return Clock(i, part[1], 0, part=True) if told or _is_told(row, lead) or _goes_on_told(row, part[1]) else None


def hour_at(row: Row, i: int) -> Clock | None:
    """`at about seven`, `just after nine`, `not later than eight`: an hour in words at token `i`, no noun behind it."""
    hour = match(row, i, "clock_hour")
    if hour is None or not _ends(row, i + 1):
        return None
    k = i - 1
    while row.form(k) in _AROUND:
        k -= 1
    later = row.form(k) == "than" and row.form(k - 1) in ("later", "earlier") and k == i - 1
    led = row.form(k) in _LEADS and not (row.form(k) == "at" and k == i - 1)  # "at six" is an age as well
    if not (later or led):
        return None
    no_time = _GAMES | words("counted_at") if row.form(k) == "at" else _GAMES
    if _is_habit(row, k) or any(row.form(j) in no_time for j in range(max(0, k - _BACK), k)):
        return None
    if not _is_timed(row, i):
        return None
    return Clock(i, i + 1, int(hour[0]) % 12 * 60, False)


def _ends(row: Row, i: int) -> bool:
    """Whether nothing follows that an hour would count or that goes on with it: not "at six, seven and nine"."""
    form, following = row.form(i), row.form(i + 1)
    if form in ("-", "–", "%", "/", ":") or (row.kind(i) == "word" and form not in _NEXT):
        return False
    listed = any(match(row, k, "clock_hour") or row.kind(k) == "number" for k in (i + 1, i + 2))
    return not (form in (",", "and") and (listed or following in ("a", "half")))


def _is_timed(row: Row, i: int) -> bool:
    """Whether a time that is one by its form, or a part of the day, stands in the line of a token."""
    for step in (-1, 1):
        for k in range(i + step, i + step * _LINE, step):
            if not 0 <= k < len(row.tokens) or row.kind(k) == "line":
                break
            if row.form(k) in _TIMED or match(row, k, "daypart") or _is_hour_in_digits(row, k):
                return True
    return False


def _is_hour_in_digits(row: Row, k: int) -> bool:
    form = row.form(k)
    return row.kind(k) == "number" and (row.form(k + 1) == ":" or (form[:1] == "0" and len(form) == len("05.30")))


def _is_free(row: Row, i: int) -> bool:
    """Whether no noun follows that a part of the day would describe: not "by evening showers"."""
    closed = words("preposition", "conjunction", "subordinator", "subject_pronoun", "determiner", "be", "have", "modal")
    form = row.form(i)
    return (row.kind(i) != "word" and form not in ("-", "'s") and row.kind(i) != "number") or (
        form in closed and form != "of"
    )


def _is_habit(row: Row, i: int) -> bool:
    return any(row.form(k) in _HABIT for k in range(max(0, i - _BACK), i))


def _is_told(row: Row, first: int) -> bool:
    """Whether the verb before a part of the day tells of the past in a form that may be a noun: "set off", "put"."""
    for k in range(first - 1, max(-1, first - _BACK), -1):
        if row.kind(k) == "line" or row.form(k) in (".", "!", "?", ";"):
            return False
        if row.form(k) in words("modal") or row.form(k) in ("is", "are", "has", "have", "to"):
            return False
        if row.form(k) in ("had", "was", "were", "did", "didn't") or "d" in is_verb_form(row.form(k)).lower():
            return True
    return False


def _goes_on_told(row: Row, last: int) -> bool:
    """Whether what opens with a part of the day goes on in the past: "By evening two cranes had arrived"."""
    for k in range(last, min(last + _BACK, len(row.tokens))):
        if row.kind(k) == "line" or row.form(k) in (".", "!", "?", ";"):
            return False
        if row.form(k) in ("had", "was", "were"):
            return True
        if row.form(k) in words("modal") or row.form(k) in ("is", "are", "has", "have"):
            return False
    return False
