"""What a report that stands behind its content, or in the midst of it, says: the words before it and those after."""

from __future__ import annotations

from factcheck.extract.en.amidst import (
    goes_on_behind,
    lacks_object,
    lacks_predicate,
    ranks_in_time,
    sides,
)
from factcheck.extract.en.commas import cut_part, is_absolute
from factcheck.extract.en.cues import Cue, cue_table
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.predicates import (
    behind_colon,
    bids,
    has_finite,
    opens_alone,
    opens_condition,
    skip_adverbs,
    starts_clause,
    starts_verb_phrase,
)
from factcheck.extract.en.report import Range, Report
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.vouching import is_voice
from factcheck.extract.layout import Quotation
from factcheck.lang.english import words

_MARKS, _HAD = '"“”', frozenset(("had", "would", "could"))
_TIMING = frozenset(("after", "before", "when", "as", "while"))
_NOT_SAID = frozenset(("last", "speaking", "talking", "referring"))
_HEARD = 8  # tokens of whom it was told, and when
_CALLING = 14  # tokens of what commas tell of a speaker between two parts of a quotation


def amid_clause(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`The pool, the mayor said, would reopen in May`: the report cuts a clause in two, and its longer side counts."""
    after = skip_adverbs(s, cue.last, s.last)
    if cue.lemma == "tell":  # "Whoever did it, he told the Post in July, was wrong"
        after = next((k for k in range(after, min(after + _HEARD, s.last)) if s.tag(k) not in "DNIA#"), after)
    if cue.participle or after >= s.last or s.form(after) != ",":
        return None
    floor = max((k + 1 for k in range(floor, cue.group) if s.form(k) == ";"), default=floor)
    floor = behind_colon(s, floor, cue.group)
    while floor < cue.group and (s.tag(floor) == "C" or s.form(floor) in ",;"):
        floor += 1
    named = s.form(cue.group - 1) == ","  # "Neither figure, the head of networks, Ana Ruiz, said, could be …"
    commas = [k for k in range(floor, cue.group - 1) if s.form(k) == "," and s.outside(k)]
    comma = next(iter(commas), None) if named and len(commas) == 2 else next(reversed(commas), None)
    if comma is None or any(q.last in (comma, comma - 1) for q in s.quotations):
        return None
    subject = subject_before(s, cue.group, comma + 1)
    if subject.first != comma + 1 or subject.dropped:
        return None
    goes_on = cue.lemma == "continue" and (subject.pronoun or is_voice(s, subject.first, subject.last))
    if goes_on and not has_finite(s, floor, comma) and starts_clause(s, after + 1, s.last):
        said = ((after + 1, _end(s)),)  # "In fact, he went on, the firm closed the year with a profit"
        return Report(floor, s.last, said, subject, (cue.first, cue.last), cue.force, "en.report.amid")
    quoted = next((q for q in s.quotations if q.first - 2 == after), None)
    if quoted is not None:  # `A tag, Ana Ruiz said, "appears to have come off"`
        opens = s.form(quoted.first) in ("either", "neither") or s.tag(quoted.first) == "A"
        small = s.text[s.tokens[quoted.first].start].islower() and s.tag(quoted.first + opens) in FINITE
        if not small or not lacks_predicate(s, floor, comma):
            return None
        said = ((quoted.first, quoted.last),)
        return Report(floor, quoted.last + 1, said, subject, (cue.first, cue.last), cue.force, "en.report.amid")
    end = goes_on_behind(s, floor, comma, after + 1)
    if not end:
        return None
    contents = sides(s, floor, comma, after + 1, end)
    last = next((k for k in range(contents[-1][1], s.last) if s.form(k) == ";" and s.outside(k)), s.last)
    return Report(floor, last, contents, subject, (cue.first, cue.last), cue.force, "en.report.amid")


def amid_inverted(s: Tagged, cue: Cue, floor: int) -> Report | None:
    """`Investors, said Ana Ruiz of Vale Bank, "will take …"`, `Neither, said Ana Ruiz, the mayor, had been told`."""
    comma = cue.group - 1
    floor = behind_colon(s, floor, comma)
    while floor < comma and (s.tag(floor) == "C" or s.form(floor) in ",;"):
        floor += 1
    plain = s.form(comma) == "," and floor < comma and cue.lemma == "say" and not cue.participle
    whole = s.tag(floor) in "DN#R" and not has_finite(s, floor, comma)
    if not plain or not s.outside(floor) or not (whole or lacks_object(s, floor, comma)):
        return None
    end = phrase_after(s, cue.last, s.last)
    if end == cue.last or s.form(end) != ",":
        return None
    if not s.text[s.tokens[end - 1].start].isupper() and not is_voice(s, cue.last, end):
        return None
    for after in (k for k in range(end, min(end + _CALLING, s.last - 1)) if s.form(k) == ","):
        if has_finite(s, end, after):
            break
        quoted = next((q for q in s.quotations if q.first - 2 == after), None)
        subject = Subject(cue.last, end, floor)
        if quoted is None and starts_verb_phrase(s, after + 1, s.last):
            said = (after + 1, _end(s))
            return Report(floor, s.last, (said,), subject, (cue.first, cue.last), cue.force, "en.report.amid")
        if quoted is not None and s.tag(quoted.first) in FINITE and s.text[s.tokens[quoted.first].start].islower():
            said = (quoted.first, quoted.last)
            last = min(quoted.last + 1, s.last)
            return Report(floor, last, (said,), subject, (cue.first, cue.last), cue.force, "en.report.amid")
    return None


def around_inverted(s: Tagged, cue: Cue, floor: int, subject: Subject) -> Report | None:
    """`At the gate, said Karl Berg, two men cut the chain`: a clause behind what opens it; `A grey van, said Karl
    Berg.`: a thing or a number alone.
    """
    end, verb = subject.last, (cue.first, cue.last)
    if not subject.pronoun and not is_voice(s, subject.first, subject.last):
        return None  # "Two hours, said the clock."
    if s.form(end) == "," and opens_alone(s, floor, cue.group - 1) and starts_clause(s, end + 1, s.last):
        said = ((end + 1, _end(s)),)
        return Report(floor, s.last, said, subject, verb, cue.force, "en.report.inverted")
    begin = floor + (s.tag(floor) == "C")
    thing = s.tag(begin) == "D" or "#" in s.letters(begin, min(begin + 3, cue.group))
    ends = end >= s.last or s.form(end) == "." or (s.form(end) == "," and s.tag(end + 1) == "W")
    if not thing or not ends or not set(s.letters(begin, cue.group - 1)) <= set("DN#AIP") or not s.outside(begin):
        return None
    return Report(floor, end, ((begin, cue.group - 1),), subject, verb, cue.force, "en.report.inverted")


def _end(s: Tagged) -> int:
    return s.last - (s.form(s.last - 1) == ".")


def content_before(s: Tagged, floor: int, before: int, quotation: Quotation | None) -> tuple[Range, ...]:
    """The content that ends at the comma or closing mark `before`: the quotation, or the words from `floor` on."""
    begin = floor
    while begin < before and (s.tag(begin) in "C" or s.form(begin) in ",;—–"):
        begin += 1
    for k in range(begin, before):
        if s.form(k) == ";" and s.outside(k):
            begin = k + 1
    if quotation is not None:
        lead = [k for k in range(begin, quotation.first - 1) if s.tag(k) != "M"]
        if not lead:
            return ((quotation.first, quotation.last),)
        opened = s.form(quotation.first - 2) == ":" or _is_sentence(s, quotation)
        if opened and has_finite(s, begin, quotation.first - 1):
            return ((quotation.first, quotation.last),)
        return ((begin, quotation.last),)
    return ((begin, before),)


def around(s: Tagged, before: Range, end: int, stop: int) -> tuple[int, tuple[Range, ...]]:
    """The contents of words that a report interrupts: both sides, the longer one of a clause it cuts in two."""
    commas = [k for k in range(end, s.last) if s.form(k) == "," and s.outside(k)]
    if len(commas) > 1 and s.form(commas[0] + 1) == "citing" and starts_verb_phrase(s, commas[1] + 2, s.last):
        commas = commas[1:]  # "…, it says, citing emails, but were told to wait"
    after = next(iter(commas), None)
    if after is None or after + 2 >= s.last or has_finite(s, end, after):
        return stop, (before,)
    rest = (after + 1, s.last)
    of_whom = s.form(after + 1) == "of" and s.form(after + 2) in ("whom", "which") and s.tag(after + 3) == "#"
    if of_whom and has_finite(s, after + 3, s.last):
        return s.last, (before, (after + 3, s.last))  # "…, Ruiz said, of whom 134 were saved"
    part = cut_part(s, after + 1, s.last)
    if part is not None:
        return s.last, (before, (part[0], s.last))
    if ranks_in_time(s, after + 1):
        joined = next((k for k in commas if k > after and s.tag(k + 1) == "C" and has_finite(s, k + 1, s.last)), s.last)
        more = ((joined + 1, s.last),) if joined < s.last else ()
        return s.last, (before, (after + 1, joined), *more)
    if s.form(after + 1) == "with" and is_absolute(s, after + 2, s.last):
        return s.last, (before, (after + 2, s.last))  # "…, figures showed, with mines leading the losses"
    if opens_condition(s, before[0]) and s.tag(after + 1) not in "CW":
        if not has_finite(s, *rest):
            return stop, (before,)
        longer = max(before, rest, key=lambda r: s.tokens[r[1] - 1].end - s.tokens[r[0]].start)
        return s.last, (longer,)
    if s.form(after + 1) == "because" and has_finite(s, *rest):
        return s.last, (before, (after + 2, s.last))  # "…, he told police, because a strap had snapped"
    contrast = s.form(after + 1) in ("while", "whereas", "although", "though")
    if contrast and bids(s, after + 2, s.last):
        return stop, (before,)  # "…, Ruiz said, while Vale told members not to expect trains"
    opener = s.form(after + 1)
    if s.tag(after + 1) == "G" and opener not in cue_table() and opener not in words("vacant_ing"):
        return s.last, (before, rest)  # "…, officials said, killing 12"
    if contrast and has_finite(s, *rest):
        return s.last, (before, (after + 2, s.last))  # "…, Ruiz said, though one leg was bent"
    if opener == "or" and s.tag(after + 2) == "#" and after == commas[-1]:
        return stop, (before,)  # "It takes two hours, he says, or three if it rains"
    if opener == "who" and s.form(before[1] - 1) in ("one", "first") and s.form(before[1] - 2) in ("only", "the"):
        return s.last, (before,)  # "She thanked Ida Lund, the only one, she said, who had looked at her"
    shares = opener != "but" or starts_verb_phrase(s, after + 2, s.last)  # "…, officials say, but should be boiled"
    if s.tag(after + 1) in "CW" and has_finite(s, *rest) and shares:
        return s.last, (before, rest)
    return stop, (before,)


def interrupted(s: Tagged, end: int, contents: tuple[Range, ...]) -> tuple[int, tuple[Range, ...]]:
    """The end of a report, and its contents with a quotation that goes on after it: `"…," he said, "…"`."""
    stop = next((k for k in range(end, s.last) if s.form(k) in (",", ".", ":", ";", "—") or not s.outside(k)), s.last)
    if stop < s.last and s.outside(stop):
        after = stop + 1
        quotation = next((q for q in s.quotations if q.first - 1 == after), None)
        opener = stop
        if quotation is None and after < s.last and s.tag(after) in "CA":
            near = (q for q in s.quotations if after < q.first - 1 <= after + 4)  # "…, it added; and, later, "…" "
            quotation = next((q for q in near if set(s.letters(after, q.first - 1)) <= set("CAM")), None)
        if quotation is None and s.form(stop) == ",":  # "said Ana Ruiz, a passenger in the third carriage, "…" "
            comma = next((k for k in range(after, min(after + _CALLING, s.last)) if s.form(k) == ","), s.last)
            quotation = next((q for q in s.quotations if q.first - 2 == comma and q.last - q.first > 2), None)
        told_of = (
            s.form(after) in ("who", "whose")
            and not any(s.is_cue(k) for k in range(after, (quotation.first if quotation else after)))
            and s.form(quotation.first - 2 if quotation else after) == ","
        )
        plain = quotation is not None and not any(s.tag(k) in FINITE for k in range(opener, quotation.first - 1))
        if quotation is not None and (plain or told_of):
            return min(quotation.last + 1, s.last), (*contents, (quotation.first, quotation.last))
        partly = s.form(contents[0][0] - 1) not in _MARKS and any(
            contents[0][0] < q.first <= contents[0][1] for q in s.quotations
        )
        if partly and s.form(after) == "and" and s.form(after + 1) in _HAD and not has_finite(s, end, stop):
            return s.last, (*contents, (after + 1, s.last))  # 'She had "not slept," Ruiz said, and had seen nobody'
    return stop if not has_finite(s, end, stop) else end, contents


def issuer(s: Tagged, end: int, cue: Cue) -> Subject | None:
    """Who put out the paper that says so: "said a statement released by | the district police"."""
    if end - 2 < cue.last or s.form(end) != "by" or s.form(end - 1) not in words("issued"):
        return None
    last = phrase_after(s, end + 1, s.last)
    named = last > end + 1 and (s.tag(end + 1) == "D" or s.text[s.tokens[end + 1].start].isupper())  # not "by hand"
    return Subject(end + 1, last, cue.group) if named else None


def behind_condition(s: Tagged, floor: int, end: int) -> tuple[int, tuple[Range, ...]] | None:
    """What stands behind who speaks, where a condition stands before: "Even if it rained, said Ana Ruiz, it would"."""
    led = opens_condition(s, floor) and s.outside(floor) and s.form(end) == ","
    return (s.last, ((end + 1, s.last),)) if led and starts_clause(s, end + 1, s.last) else None


def with_would(s: Tagged, end: int, last: int, contents: tuple[Range, ...]) -> tuple[int, tuple[Range, ...]]:
    """The end of a report, and its contents with what is told behind it as still to come: "…, the bank said in a
    statement, and rates would stay", "…, the guard testified; one had been cut".
    """
    behind = next((k for k in range(end, s.last - 2) if s.form(k) == ";" and s.outside(k)), s.last)
    if behind < s.last and not s.quotations and behind >= contents[-1][1] and tells_more_of_it(s, behind + 1):
        close = next((k for k in range(behind + 1, s.last) if s.form(k) == ";"), s.last)
        return close, (*contents, (behind + 1, close))
    for k in range(end, s.last - 3):
        if s.form(k) != "," or not s.outside(k) or s.form(k + 1) not in ("and", "but") or k + 1 < contents[-1][1]:
            continue
        verb = next((j for j in range(k + 2, s.last) if s.tag(j) in FINITE), s.last)
        if s.form(verb) in _TO_COME and starts_clause(s, k + 2, s.last) and s.form(verb + 1) != "later":
            return s.last, (*contents, (k + 2, s.last))
        break
    return last, contents


def tells_more_of_it(s: Tagged, begin: int) -> bool:
    """Whether a clause goes on with some of those just told of, as said in the past: "one had", "they would"; not
    "analysts had expected less", "one was caught on Monday".
    """
    verb = next((k for k in range(begin + 1, min(begin + 5, s.last)) if s.tag(k) in FINITE), begin)
    told = s.form(verb) in _TO_COME or (s.form(verb) == "had" and s.tag(verb + 1) not in "DN#")
    subject = [s.form(k) for k in range(begin, verb) if s.form(k) not in ("of", "them", "these", "those")]
    if subject[:1] in (["a"], ["the"]):
        return told and len(subject) == 2 and subject[1] in words("of_rank")
    some = words("vague_part") | {"one", "another", "neither", "it", "they", "he", "she", "others"}
    return told and len(subject) == 1 and (subject[0] in some or s.tag(begin) == "#")


_TO_COME = frozenset(("would", "could", "might"))


def _is_sentence(s: Tagged, q: Quotation) -> bool:
    return has_finite(s, q.first, q.last) and s.text[s.tokens[q.first].start].isupper()


def complement_follows(s: Tagged, cue: Cue, *, told: bool = False) -> bool:
    """Whether the words after a cue are what it reports, not when, where or to whom it was said; a whole clause may be
    `told` before it.
    """
    k = next((j for j in range(cue.last, s.last) if s.tag(j) != "A"), s.last)
    if k >= s.last:
        return False
    form = s.form(k)
    if s.tag(k) == "M":
        return form == ":"
    end = next((j for j in range(k, s.last) if s.tag(j) == "M" and s.form(j) in ",;:.!?—"), s.last)
    identifying = (
        j for j in range(k + 1, end - 1) if s.tag(j) == "W" and s.tag(j + 1) in FINITE and s.tag(j - 1) == "N"
    )
    end = next(identifying, end)  # "told staff at a meeting that lasted an hour"
    if told:
        within = (j for j in range(k + 1, end) if _is_of_paper(s, j) or s.form(j) in _TIMING) if s.tag(k) == "I" else ()
        end = next(iter(within), end)  # "…, the auditor found in a report that the state kept secret"
    that = next((j for j in range(k, end) if s.tag(j) == "W" and s.form(j) == "that"), end)
    if has_finite(s, k, end) or (that < end and s.form(that + 1) not in words("time_noun")):
        return True  # but not "said that week"
    if "addr" in cue.frames:
        return False
    if "ing" in cue.frames and s.form(k) in ("being", "having"):
        return True  # "In Vale, which the fire reached, guests recalled being woken"
    return s.tag(k) in "D#NGTP" and form not in words("weekday", "time_noun") | _NOT_SAID


def _is_of_paper(s: Tagged, j: int) -> bool:
    """Whether a word at a token can tell of a paper: "in a report | that", "a statement | released"."""
    issued = s.form(j) in words("issued") and s.tag(j) in "PV" and s.form(j - 1) in words("document")
    return issued or (s.form(j) == "that" and s.form(j - 1) in words("document") and s.form(j - 2) in ("a", "an"))


def quoted_behind(s: Tagged, end: int) -> tuple[int, tuple[Range, ...], tuple[Range, ...]] | None:
    """What goes on in quotation marks behind who says it, with a clause about her between: `…, says Ana Ruiz, who runs
    it, "and nobody knew"`. The end of the report, its content there, and the clause; `None` where nothing goes on so.
    """
    q = next((q for q in s.quotations if q.first > end), None)
    if q is None or s.form(q.first) not in ("and", "but") or s.form(q.first - 2) != "," or s.form(end) != ",":
        return None
    related = s.form(end + 1) in ("who", "which") and end + 2 < q.first - 2
    if not related or any(s.is_cue(k) and s.tag(k) in FINITE for k in range(end, q.first)):
        return None
    return min(q.last + 1, s.last), ((q.first + 1, min(q.last, s.last)),), ((end + 2, q.first - 2),)
