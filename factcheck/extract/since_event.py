"""An event that stands between "since" and its date: "since the last survey in 1997", «منذ استعادة المدينة في تموز»."""

from __future__ import annotations

from factcheck.extract.amounts import Row
from factcheck.extract.ar.verbs import verb_forms
from factcheck.extract.dated import Expression
from factcheck.lang.english import is_verb_form, words
from factcheck.text import fold

_BACK = 7  # tokens between "since" and the date of its event
_FIRST = 6  # tokens before "since" among which "first" makes the date that of what came again
_AGAIN = frozenset(("first", "last", "again", *map(fold, ("لأول", "أول", "للمرة", "إلا", "يزر"))))
_NO_EVENT = frozenset(("days", "time", "age", *map(fold, ("عقود", "أيام", "سنوات", "أشهر", "أسابيع", "قرون", "سنين"))))
_SINCE = frozenset(("since", *map(fold, ("منذ", "ومنذ"))))
_WHO = frozenset(map(fold, ("الذي", "التي", "الذين", "إلا")))
_IN = frozenset(("in", "on", "of", fold("في"), fold("عام"), fold("سنة"), fold("يوم")))


def since_event(row: Row, found: Expression, lang: str, taken: int) -> Expression:
    """The date with "since" where it dates the event named behind that word; else the date as it is.

    The tokens before `taken` are another date's.
    """
    when = found.when
    begins = when.relation is None and when.other is None and when.part is None and when.names_itself
    led = lang == "ar" or (row.form(found.first - 1) in _IN and not _tells(row.form(found.last), lang))
    if not begins or not led:
        return found
    for k in range(found.first - 1, max(taken - 1, found.first - 1 - _BACK), -1):
        form = row.form(k)
        if form in _SINCE and k < found.first - 1:
            again = any(row.form(j) in _AGAIN for j in range(max(0, k - _FIRST), k))
            if again or any(row.form(j) in _NO_EVENT for j in range(k + 1, found.first)):
                return found
            return found._replace(first=k, start=row.tokens[k].start, when=when._replace(relation="since"))
        if row.kind(k) != "word" or _tells(form, lang):
            return found
    return found


def _tells(form: str, lang: str) -> bool:
    """Whether a word is a verb, or a pronoun that is told of: no event is only named."""
    if lang == "ar":
        verb = verb_forms().get(form) or verb_forms().get(form.removeprefix("و"))
        return (verb is not None and not verb.weak) or form in _WHO
    closed = words("be", "have", "modal", "relative", "conjunction", "subordinator", "subject_pronoun")
    return form in closed or "d" in is_verb_form(form) or "s" in is_verb_form(form)
