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
_COUNTED = frozenset(
    {
        "number",
        "toll",
        "figure",
        "count",
        "score",
        "total",
        "average",
        "rate",
        "put",
        "puts",
        "stood",
        "stands",
        "stuck",
    }
    | {"estimate", "estimated", "remained", "stayed", "dead", "injured", "level", "ended"}
)
_GAMES = frozenset(("won", "lost", "beat", "led", "drew", "scored"))
_AND = frozenset(("and", "when", "while", "as", "but", "to", "on", "that", "in", "with", "from"))
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
    if names or row.form(part[1]) in ("of", "-", "'s") or row.kind(part[1]) == "number" or _is_habit(row, i):
        return None
    lead = i - 1 if part[0] == "led" else i
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
    no_time = _GAMES | _COUNTED if row.form(k) == "at" else _GAMES
    if _is_habit(row, k) or any(row.form(j) in no_time for j in range(max(0, k - _BACK), k)):
        return None
    return Clock(i, i + 1, int(hour[0]) % 12 * 60, False)


def _ends(row: Row, i: int) -> bool:
    """Whether no noun follows that an hour would count, nor a second number: not "at six, seven and nine"."""
    form = row.form(i)
    if form in ("-", "–", "%", "/", ":") or (form == "," and row.kind(i + 1) == "number"):
        return False
    listed = any(match(row, k, "clock_hour") or row.kind(k) == "number" for k in (i + 1, i + 2))
    return (row.kind(i) != "word" and not (form == "," and listed)) or (form in _AND and not listed)


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
