"""Sources named beside what they say: "according to X", "in the words of X", "citing X", "by his account"."""

from __future__ import annotations

from factcheck.extract.en.amidst import awaits, goes_on_behind, sides
from factcheck.extract.en.beside import differs_alone
from factcheck.extract.en.commas import cut_part
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, noun_phrase_start, subject_before
from factcheck.extract.en.named import phrase_after
from factcheck.extract.en.noun_phrases import is_proper
from factcheck.extract.en.predicates import behind_colon, has_finite, opens_alone, starts_clause, starts_verb_phrase
from factcheck.extract.en.report import Range, Report, ended, quotation_closing_at
from factcheck.extract.en.source_relatives import in_paper_named, in_relative
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.vouching import vouched
from factcheck.lang.english import words
from factcheck.text import by_spelling

_OPENS = frozenset(
    ("according", "as", "in", "citing", "quoting", "by", "on", "if", "going", "the", "to")
)  # "the way he tells it", "to hear him tell it"


_LONGEST = 16  # tokens of who put it so
_AGAINST = frozenset(("but", "while", "whereas", "although", "though", "and"))


@by_spelling
def names_source(form: str) -> bool:
    """Whether a phrase that names a source can begin with a word."""
    return form in _OPENS or form in words("figure_noun")


def take_source(s: Tagged, reports: list[Report], i: int) -> None:
    """Add the report that "according to X", "by his account" or "citing X" makes of the words around it."""
    if s.form(i + 2) == "which" and (told := in_paper_named(s, i)) is not None:
        reports.append(told)
        return
    found = vouched(s, i) or _source_phrase(s, i)
    if found is None:
        return
    cue, subject, end = found
    end = _past_who(s, subject, i, end) if cue[0] == i else end
    aside: tuple[Range, ...] = ()
    if end + 2 < s.last and s.form(end) == "," and s.form(end + 1) in ("which", "who"):
        closing = next((k for k in range(end + 2, s.last) if s.form(k) == "," and s.outside(k)), s.last)
        aside, end = ((end + 2, closing),), closing
    elif i == s.first and s.form(end) == "who":  # "According to an official who asked not to be named, …"
        end = next((k for k in range(end + 2, s.last) if s.form(k) == "," and s.outside(k)), end)
    elif i > s.first and s.form(end) == "who" and s.form(i - 1) == "," and not s.is_cue(end + 1):
        closing = next((k for k in range(end + 2, s.last) if s.form(k) == "," and s.outside(k)), end)
        aside, end = (((end + 1, closing),), closing) if closing > end else (aside, end)
    said_besides = bool(aside) and any(aside[0][0] - 1 <= r.first < end for r in reports)
    end = aside[0][0] - 2 if said_besides else end
    first, last, contents = _around_source(s, reports, i, end)
    if said_besides and i > s.first + 1:  # "…, according to its head, Ana Ruiz, who told reporters that …"
        last, contents, aside = end, ((first, i - (s.form(i - 1) == ",")),), ()
    if cue[0] >= end:
        contents, first, last = ((end, s.last),), end, s.last  # the owner of a figure stands inside what is said
    stop = _said_anew(s, reports, end)
    contents = tuple((begin, min(stop, stops)) for begin, stops in contents if begin < stop)
    last = min(last, stop)
    if not contents:
        return
    source = (subject.first, subject.last)
    inner = [r for r in reports if first <= r.first < last]
    if cue[0] > s.first and contents[0][1] <= i:  # "…, when the roster calls for six, according to their union"
        part = [
            r
            for r in inner
            if r.first > first and s.form(r.first - 1) in words("subordinator") and has_finite(s, first, r.first - 1)
        ]
        for r in part:
            reports.remove(r)
            inner.remove(r)
    if len(inner) == 1 and inner[0].rule == "en.report.known" and not aside:
        reports.remove(inner.pop())  # "The firm knew of nine fires, according to Ana Ruiz"
    if inner and subject.pronoun and cue[0] > s.first:
        return  # "The ministry says the march drew no more than 12,000 by its reckoning"
    if inner and source[0] < source[1]:
        for r in inner:
            if r.relay is None and (r.subject.first, r.subject.last) != source:
                reports[reports.index(r)] = _with_source(s, r, subject, i)
        return
    if i == s.first and s.form(i) in ("citing", "quoting"):
        return  # "Citing Ana Ruiz, the firm shut the plant"
    rule = "en.source.before" if contents[0][0] > i else "en.source.after"
    reports.append(Report(min(first, i), max(last, end), contents, subject, cue, "report", rule, asides=aside))
    if rule == "en.source.after" and s.form(end) == "who" and s.is_cue(end + 1) and has_finite(s, end + 2, s.last):
        said = ((end + 2, s.last),)  # "…, according to researchers who say it is older"
        reports.append(Report(end, s.last, said, subject, (end + 1, end + 2), "say", rule))


def _said_anew(s: Tagged, reports: list[Report], end: int) -> int:
    """Where, behind a source phrase, another voice is set against it: "…, according to Ruiz, was 5, but Orr said 7"."""
    for report in reports:
        at = report.first - (s.form(report.first - 1) == "that")
        named = report.subject.first < report.subject.last
        if at > end + 1 and named and s.form(at - 1) in _AGAINST and s.form(at - 2) == "," and s.outside(at):
            return at - 2
    return s.last


def _with_source(s: Tagged, report: Report, source: Subject, i: int) -> Report:
    """A report with a source phrase at `i` beside it: "according to X" relays it; an agency "citing X" relays X."""
    ends_content = any(first < i < last for first, last in report.contents)
    report = ended(report, i) if ends_content else report
    named = (report.subject.first, report.subject.last)
    if s.tag(i) != "G":
        return report._replace(relay=(source.first, source.last))
    outlet = any(s.form(k) in words("media") | {"paper"} for k in range(*named))
    paper = s.tag(named[0]) == "N" and is_proper(s, *named) and (_is_told_by(s, source) or _is_quoted(s, i, source))
    return report._replace(subject=source, relay=named) if outlet or paper else report


def _is_told_by(s: Tagged, source: Subject) -> bool:
    """Whether unnamed people stand behind a source: "two officials", "a police source", but no "official data"."""
    head = next((k for k in range(source.first, source.last) if s.tag(k) == "I"), source.last) - 1
    head -= s.form(head) in ("familiar", "close")  # "two people familiar with the plan"
    plain = s.form(head).removesuffix("s")
    told = plain in words("told_by") or s.form(head) in words("told_by")
    return told and not words("no_teller").intersection(s.form(k) for k in range(source.first, head))


def _is_quoted(s: Tagged, i: int, source: Subject) -> bool:
    """Whether the source after "quoting" is somebody, by a name of several words or an office: "quoting Ana Ruiz"."""
    title = any(s.form(k) in words("title", "group") for k in range(source.first, source.last))
    named = source.last - source.first > 1 and is_proper(s, source.first, source.last)
    return s.form(i) == "quoting" and (title or (named and s.tag(source.first) != "D"))


def _source_phrase(s: Tagged, i: int) -> tuple[Range, Subject, int] | None:
    form, following = s.form(i), s.form(i + 1)
    if (form, following) in (("according", "to"), ("as", "per")):
        if form == "as" and s.form(i + 2) in words("possessive"):
            return None  # "The ministry, as per its statement, will pay"
        end = phrase_after(s, i + 2, s.last, whole=True)
        if set(s.letters(i + 2, end)) <= {"M"}:
            return None
        pronoun = s.form(i + 2) if end == i + 3 and s.tag(i + 2) in "RO" else ""
        end = _before_subject(s, i + 2, end)
        named = next((k for k in range(end - 1, i + 2, -1) if s.form(k) == "("), end) if s.form(end - 1) == ")" else end
        while named > i + 3 and s.tag(named - 1) in "IPV":
            named -= 1  # "a study published on | Thursday"
        return ((i, i + 2), Subject(i + 2, named, i, pronoun=pronoun), _told_when(s, end))
    if form == "as" and s.form(i - 1) == ",":
        return _put_so(s, i)
    if form == "in" and [t.form for t in s.tokens[i : min(i + 4, s.last)]] == ["in", "the", "words", "of"]:
        end = phrase_after(s, i + 4, s.last)
        return ((i, i + 4), Subject(i + 4, end, i), end) if end > i + 4 else None
    if form in ("citing", "quoting") and s.tag(i) == "G" and (i == s.first or s.form(i - 1) == ","):
        end = phrase_after(s, i + 1, s.last)
        names = any(
            s.text[s.tokens[k].start].isupper()
            or s.form(k).removesuffix("s") in words("told_by") | {"document", "record"}
            for k in range(i + 1, end)
        )
        return ((i, i + 1), Subject(i + 1, end, i), end) if end > i + 1 and names else None
    if form in words("figure_noun") and i > s.first + 1:
        return _own_figure(s, i)
    if form in ("by", "in", "on") and s.tag(i) == "I" and s.form(i - 1) not in words("holds_to"):
        if form == "by" and s.form(i + 1) == "the" and s.form(i + 2) in words("account_noun") and s.form(i + 3) == "of":
            end = phrase_after(s, i + 4, s.last, whole=True)
            return ((i, i + 4), Subject(i + 4, end, i), end) if end > i + 4 else None
        apart = i == s.first or s.tag(i - 1) in "MC"
        for k in range(i + 1, min(i + 9, s.last)):
            set_off = apart and s.form(k) in words("vouching_noun") and (k + 1 >= s.last or s.tag(k + 1) == "M")
            if set_off or s.form(k) in (words("account_noun") if form == "by" else words("opinion_noun")):
                possessor = s.tokens[i + 1]
                if possessor.form in words("possessive"):
                    return (i, k + 1), Subject(i + 1, i + 1, i, pronoun=possessor.form), k + 1
                if s.form(k - 1) in ("'", "’") and k > i + 2:  # "in the engineers' view", "by two officials' account"
                    return (i, k + 1), Subject(i + 1, k - 1, i), k + 1
                if s.form(k - 1).endswith("'s") or s.form(k - 2).endswith("'s"):
                    named = k - 1 if s.form(k - 1) == "own" else k  # "by the operator's own reckoning"
                    return (i, k + 1), Subject(i + 1, named, i), k + 1
                return None
            if s.tag(k) not in "NDPAG#" and s.form(k) not in ("'", "’", "-"):
                return None
    return None


def _put_so(s: Tagged, i: int) -> tuple[Range, Subject, int] | None:
    """`…, as the mayor put it`, "as the mayor put it on Monday": who put so all that stands before; not "as the shop
    put it up", nor of a quotation right behind, nor in the midst of a clause.
    """
    put = next((k for k in range(i + 2, min(i + _LONGEST, s.last - 1)) if s.form(k) in ("put", "puts")), None)
    if put is None or s.form(put + 1) != "it" or any(put < q.first <= put + 4 for q in s.quotations):
        return None
    end = next((k for k in range(put + 2, s.last) if s.tag(k) in "MC"), s.last)
    if end > put + 2 and not _tells_when_put(s, put + 2):
        return None
    subject = subject_before(s, put, i + 1)
    named = subject.first == i + 1 and not subject.dropped
    return ((i, i + 1), subject._replace(clause=i), end) if named and has_finite(s, s.first, i) else None


def _tells_when_put(s: Tagged, k: int) -> bool:
    """Whether words tell when or before whom somebody put it so: "yesterday", "on Monday", "to the court"."""
    dated = words("weekday", "month", "time_noun", "hearing", "occasion")
    near = any(s.form(j) in dated for j in range(k, min(k + 4, s.last)))
    return near and (s.tag(k) in "AND" or s.form(k) in ("on", "in", "to", "during", "at", "before"))


def _before_subject(s: Tagged, first: int, end: int) -> int:
    """The end of a name with no comma before what it says: "according to Rathbun | the property was returned"."""
    for k in range(first + 1, end):
        named = s.tag(k - 1) == "N" and s.text[s.tokens[k - 1].start].isupper()
        if named and s.form(k) in words("possessive") | {"the", "a", "an"} and has_finite(s, end, s.last):
            return k
    return end


def _told_when(s: Tagged, end: int) -> int:
    """Past a participle that says when or by whom the source came out: "a report published last week, …"."""
    if end >= s.last or s.tag(end) not in "PV" or "d" not in s.verb_kinds(end):
        return end
    comma = next((k for k in range(end + 1, min(end + 10, s.last)) if s.tag(k) == "M" or s.tag(k) in FINITE), end)
    return comma if s.form(comma) == "," else end


def _own_figure(s: Tagged, i: int) -> tuple[Range, Subject, int] | None:
    """`The airline's own estimate … was 30 million`: the owner says what follows."""
    k = i - 1
    while k > s.first and s.form(k) in ("own", "latest", "official", "initial", "preliminary", "first"):
        k -= 1
    verb = next((j for j in range(i + 1, s.last) if s.tag(j) in FINITE), None)
    if verb is None or s.form(verb) not in words("be") | {"stood", "stands"} or s.tag(i) != "N":
        return None
    if s.form(k).endswith("'s"):
        first = noun_phrase_start(s, k, s.first)
        while s.tag(first) == "C" and first < k:
            first += 1  # "…, according to police, and | the fire department's estimate is the same"
        if s.tag(first) == "I" or differs_alone(s, first, verb, s.last - (s.tag(s.last - 1) == "M")):
            return None  # "In May, according to the bank's figures, 12 accounts were frozen"
        return (
            ((i, i + 1), Subject(first, k + 1, first), first) if first == s.first or s.tag(first - 1) == "M" else None
        )
    return None


def _around_source(s: Tagged, reports: list[Report], i: int, end: int) -> tuple[int, int, tuple[Range, ...]]:
    """What a source phrase at `i` … `end` vouches for: the words after it at a sentence's head, else those before."""
    floor = max((k + 1 for k in range(s.first, i) if s.form(k) == ";" and s.outside(k)), default=s.first)
    lead = [k for k in range(floor, i) if s.tag(k) not in "MCA"]
    if not lead:
        begin = end + 1 if end < s.last and s.form(end) == "," else end
        if s.form(begin) in ("citing", "quoting") and s.tag(begin) == "G":  # "According to X, quoting Y, …"
            passed = phrase_after(s, begin + 1, s.last, whole=True)
            begin = passed + 1 if s.form(passed) == "," else begin
        anew = (k for k in range(begin, s.last) if s.form(k) == ";" and s.outside(k))
        last = next((k for k in anew if any(r.first > k for r in reports)), s.last)  # "…; Ruiz said …"
        return begin, last, ((begin, last),) if begin < last else ()
    before = i
    while before > floor and s.form(before - 1) in (",", "—", "–", "("):
        before -= 1
    if s.tag(before - 1) == "W" and before - 1 > floor:
        return in_relative(s, end, before)
    contents = [(floor, before)]
    if s.form(end) == ":" and has_finite(s, floor, before) and starts_clause(s, end + 1, s.last):
        return floor, s.last, ((floor, before), (end + 1, s.last))  # "…, in Berg's telling: every book can be found"
    quotation = quotation_closing_at(s, before) or quotation_closing_at(s, before - 1)
    if quotation is not None and quotation.first - 1 > floor and not has_finite(s, floor, quotation.first - 1):
        contents = [(quotation.first, quotation.last)]  # the words before the marks only place them in time
    opened = next((q for q in s.quotations if end <= q.first - 1 <= end + 6), None)
    if s.form(i) == "in" and opened is not None:
        return i, min(opened.last + 1, s.last), ((opened.first, opened.last),)
    related = next((k for k in range(before - 1, floor, -1) if s.form(k) in ("which", "who")), floor)
    aside = related > floor and s.form(related - 1) == "," and not has_finite(s, floor, related)
    if aside and s.form(end) == "," and starts_verb_phrase(s, end + 1, s.last):
        return floor, end, ()  # "Dehorning, which cut losses by half according to a study, has been resisted"
    after = end
    while after < s.last and s.form(after) in (",", ")", "—", "–"):
        after += 1
    if s.tag(before - 1) == "C" and has_finite(s, floor, before - 1) and starts_clause(s, after, s.last):
        return before, s.last, ((after, s.last),)  # "Crowds cheered and, according to police, | 40 fell"
    if after > end and opens_alone(s, floor, before) and starts_clause(s, after, s.last):
        return floor, s.last, ((after, s.last),)  # "In May, according to the council, | the plan was dead"
    if s.form(end) == "," and s.form(after) in _MEANWHILE and starts_clause(s, after + 1, s.last) and not reports:
        return floor, s.last, (*contents, (after + 1, s.last))  # "She left, by her account, after | it had shut"
    part = cut_part(s, after, s.last) if after > end and after + 1 < s.last else None
    if part is not None:
        return floor, s.last, (*contents, (part[0], s.last))
    own = behind_colon(s, floor, before)
    stop = goes_on_behind(s, own, before, after) if s.form(before) == s.form(after - 1) == "," and after > end else 0
    if stop and not s.quotations and (own > floor or not starts_verb_phrase(s, after, s.last)):
        return own, s.last, sides(s, own, before, after, stop)
    goes_on = after > end and s.form(after) == "and" and starts_verb_phrase(s, after + 1, s.last)
    if goes_on and has_finite(s, floor, before):
        return floor, s.last, (*contents, (after + 1, s.last))  # "…, according to Ruiz, and will pay more"
    if after > end and after + 1 < s.last and (s.tag(after) in "WG" or starts_verb_phrase(s, after, s.last)):
        if has_finite(s, floor, before):
            contents.append((after, s.last))
            return floor, s.last, tuple(contents)
        return floor, s.last, ((after, s.last),) if s.last - after > before - floor else ((floor, before),)
    return floor, end, tuple(contents)


def _past_who(s: Tagged, source: Subject, i: int, end: int) -> int:
    """The comma or stop behind who a source at token `i` is: "According to Ana Ruiz, a surgeon there, three died"."""
    if s.form(end) != ",":
        return end
    leads = all(s.tag(k) in "MCA" for k in range(s.first, i))
    named = source.last - source.first > 1 and is_proper(s, source.first, source.last)
    one, office = s.form(end + 1) in ("a", "an"), s.form(end + 1) in words("title") | {"head"}
    comma = next((k for k in range(end + 2, s.last) if s.form(k) in (",", ".", ";") and s.outside(k)), s.last)
    who = next((k for k in range(end + 2, comma) if s.tag(k) == "W"), comma)
    if has_finite(s, end + 1 + office, who):
        return end
    told_who = named and any(s.form(k) in words("title", "trade_noun", "leads") for k in range(end + 1, comma))
    if not leads and not told_who and awaits(s, s.first, i - (s.form(i - 1) == ",")) == "object":
        return end  # "He stole, according to the court, a car"
    if not leads:
        return comma if one or (named and (office or s.form(end + 1) == "the")) else end
    listed = comma + 1 >= s.last or (one and s.form(comma + 1) in ("a", "an"))  # "…, a lorry, a bus and a car collided"
    told = named and (one or office) and not listed and starts_clause(s, comma + 1, s.last)
    return comma if told else end


_MEANWHILE = frozenset(("after", "before", "when"))  # what opens more of an account
