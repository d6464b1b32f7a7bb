"""What an English relative clause is told of: the noun before it, and its clause with that noun in brackets."""

from __future__ import annotations

from factcheck.extract.en.capitals import lowered
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.predicates import has_finite
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_TAKING = frozenset(("took", "takes", "take", "saw", "sees", "see", "read", "interpreted", "regarded"))
_COPIES = frozenset(("copy", "part", "draft", "version", "excerpts", "copies", "details"))
_MOVED = frozenset(("surprise", "delight", "dismay", "anger", "annoyance", "relief", "fury", "disappointment"))
_HOME = frozenset(("of", "from"))
_PLACING = frozenset(("in", "on", "near", "around", "across", "along", "outside"))


def antecedent(s: Tagged, first: int) -> Subject:
    """The nearest noun before a relative clause whose pronoun was left out: "a school in [her village], which …"."""
    near = phrase_start(s, first - 1)
    near += s.form(near) == "including"
    many = s.form(first) in ("are", "were", "have")  # "minutes of a meeting that were put online"
    if s.form(first - 1) == "that" and s.form(near) in ("a", "an") and near < first - 2 and not many:
        return Subject(near, first - 1, first)  # "publishing a document that was …"
    subject = subject_before(s, first, s.first)
    which = first if s.form(first) == "which" else first - 1
    end = which - (s.form(which - 1) == ",")
    to = next((k for k in range(end - 1, s.first, -1) if s.tag(k) in "TM"), s.first)
    planned = s.form(which) == "which" and s.tag(to) == "T" and s.form(to - 1) in words("planned_thing")
    if planned and _done_to_plan(s, which):
        return Subject(phrase_start(s, to), end, first)  # "a bill to cap rents, which he introduced"
    if subject.first < subject.last and (s.form(subject.last - 2), s.form(subject.last - 1)) == ("per", "cent"):
        return Subject(max(s.first, subject.last - 3), subject.last, first)  # "61 per cent, which"
    if subject.first >= subject.last:
        end = next(
            (k for k in range(first, max(s.first, first - 3), -1) if s.form(k - 1) not in (",", "which", "who")), first
        )
        return Subject(phrase_start(s, end), end, first)
    if s.form(first - 1) in ("who", "which") and (bearer := _bearer(s, subject)) is not None:
        return bearer
    begin = subject.first
    called = s.form(begin) in ("a", "an") and s.form(begin - 1) == ","
    named = phrase_start(s, begin - 1) if called else begin
    if named < begin - 1 and s.text[s.tokens[begin - 2].start].isupper():
        return Subject(
            named, subject.last if s.form(first) != "whose" else begin - 1, first
        )  # "Ana Ruiz, a teacher who"
    for k in range(subject.first, subject.last - 1):
        named = s.text[s.tokens[k + 1].start].isupper()
        placed = s.form(k) in ("at", "in", "near", "on") and named
        if s.form(first - 1) == "who":  # "an analyst at Acme, who", "traders on nearby Mill Lane, who"
            placed = placed or s.form(k) in _PLACING or (s.form(k) in ("at", "from", "for", "with") and named)
            placed = placed and s.form(k - 1) != "one"  # "including one from | Harle MP Ana Ruiz, who"
        inside = k > subject.first and s.text[s.tokens[k - 1].start].isupper() and s.form(k) in ("for", "in", "on")
        placed = placed or s.text[s.tokens[k].start].isupper()  # "Doctors Without Borders, which"
        placed = placed or (inside and named and s.form(first - 1) == "which")  # "the Office for Safety at Sea, which"
        aged = set(s.letters(k + 1, subject.last)) == {"#"}  # "a man of about 50, who"
        if s.tag(k) == "I" and s.form(k) != "of" and not placed and not aged:
            begin = k + 1
    moved = next((k for k in range(begin, subject.last - 2) if s.form(k) in _MOVED and s.form(k + 1) == "of"), None)
    begin = begin if moved is None else moved + 2  # "to the surprise of the board, which"
    if begin < subject.last and s.form(begin) == "of":
        begin += 1  # "than that of the bank, which sees …"
    begin = next((k + 1 for k in range(begin, subject.last - 1) if _acts_before(s, k)), begin)
    of = max((k for k in range(begin + 1, subject.last - 1) if s.tag(k) == "I"), default=begin)
    if s.form(first) in ("are", "were", "have") and not s.form(subject.last - 1).endswith("s"):
        head = next((k for k in range(subject.first, subject.last) if s.tag(k) == "I"), subject.last) - 1
        begin = subject.first if s.form(head).endswith("s") else begin  # "Shares in the firm, which are"
    many = s.form(of - 1).endswith("s") and not s.form(subject.last - 1).endswith("s")
    head = next((k for k in range(begin, subject.last) if s.tag(k) == "I"), begin + 1) - 1
    several = s.form(first - 1) == "who" and s.form(first) in ("are", "were", "have")
    if of > begin and several and s.form(subject.last - 1).endswith("s") and not s.form(head).endswith("s"):
        begin = of + 1  # "the receipt of a report from the county's experts, who are …"
    if of > begin and many and s.form(first) in ("is", "was", "has"):
        begin = of + 1  # "the last sections of the border, which is …"
    return Subject(begin, subject.last, begin)


def _bearer(s: Tagged, subject: Subject) -> Subject | None:
    """Who or what commas part from a home before ", who" or ", which": "Ana Ruiz, 61, of Vale, who"."""
    of = subject.first - (s.form(subject.first) not in _HOME)
    if s.form(of) not in _HOME or s.form(of - 1) != "," or not s.text[s.tokens[of + 1].start].isupper():
        return None
    end = of - 1
    end -= 2 * (s.tag(end - 1) == "#" and s.form(end - 2) == ",")
    begin = phrase_start(s, end)
    named = begin < end and (s.text[s.tokens[end - 1].start].isupper() or s.tag(begin) == "D")
    return Subject(begin, end, begin) if named else None


def _done_to_plan(s: Tagged, which: int) -> bool:
    """Whether a relative clause tells what somebody does to a plan: "which he introduced", "which was rejected"."""
    acts = next((k for k in range(which + 1, s.last) if s.tag(k) not in "XxAZDNR#"), s.last)
    led = s.form(acts - 1) in words("be") or not set("DNR").isdisjoint(s.letters(which + 1, acts))
    return led and s.form(acts) in words("done_to_plans")


def with_antecedent(s: Tagged, first: int, content: str) -> str:
    """What a relative clause with a subject tells, with what it is told of: "the fire reached [Vale] at noon", "[In
    Vale,] 40 shops shut".
    """
    subject = antecedent(s, first - 1)
    if s.form(first - 1) == "where":
        begin = phrase_start(s, first - 1 - (s.form(first - 2) == ","))
        meeting = phrase_start(s, begin - 1) - 1 if s.form(begin - 1) == "and" else begin - 1
        if s.form(meeting) == "of" and s.form(meeting - 1) in words("place_of_two"):
            begin = phrase_start(s, meeting)  # "at the corner of Mill and Dock streets, where"
        if s.form(begin - 1) in ("in", "at", "near") and s.form(begin - 2).removesuffix("s") in words("housing"):
            begin = phrase_start(s, begin - 1)  # "two hospitals in Vale, where", not "a case in Vale, where"
        named = _words(s, begin, first - 1 - (s.form(first - 2) == ","))
        placed = s.form(begin - 1) if s.form(begin - 1) in ("at", "on", "near") else "in"
        placed = "on" if s.form(begin) in words("weekday") else placed
        return f"[{placed.capitalize()} {named},] {content}" if named else content
    named = _words(s, subject.first, subject.last)
    if s.tag(first - 2) == "I":
        told = _words(s, phrase_start(s, first - 3), first - 3) if s.form(first - 3) == "," else ""
        copied = s.form(first - 2) == "of" and content.split()[-1] in _COPIES  # "a copy [of the deal]"
        return f"{content} [of {lowered(s.text, told)}]" if copied and told else content
    if not named:
        return content
    comma = first - 2
    acts = next((k for k in range(first, s.last) if s.tag(k) in FINITE), first)
    taken = s.form(acts) in _TAKING and s.form(acts + 1) in ("to", "as")  # ", which they took to mean that"
    led = s.tag(first) == "I" and acts > first and set(s.letters(first + 1, acts)) <= set("DN")  # "which in May is"
    led = led or (subject.first < subject.last and subject.last != comma)  # the nearest noun is not what was found
    if s.form(comma) == "," and (taken or led or s.tag(comma - 1) not in "N#M"):
        start = next((k + 1 for k in range(comma - 1, s.first, -1) if s.tag(k) == "V" and s.is_cue(k)), s.first)
        start = next((k for k in range(start, first) if s.tag(k) not in "MC" and s.form(k) != "that"), start)
        return f"[{_words(s, start, first)}] {content}"  # "would pay once it is counted, which he did not expect"
    named = lowered(s.text, named)
    verb = next((k for k in range(first, s.last) if s.tag(k) in FINITE), first)
    while s.tag(verb) in "Xx" and s.tag(verb + 1) in "PVBxA":
        verb += 1
    verb += 2 if s.letters(verb + 1, verb + 3) == "TB" else 0  # "hopes to fly [40 jets]"
    verb += 3 if s.letters(verb + 1, verb + 4) == "TxP" else 0  # "is said to have sought [state aid]"
    at = s.tokens[verb].end - s.tokens[first].start
    return f"{content[:at]} [{named}]{content[at:]}"


def with_companion(s: Tagged, subject: Subject) -> Subject:
    """Two people told together, where the second is named by the first: "a nurse and her son, whose car …"."""
    joined = s.form(subject.first - 1) == "and" and s.form(subject.first) in words("possessive")
    begin = phrase_start(s, subject.first - 1) if joined else subject.first
    return subject._replace(first=begin) if begin < subject.first - 1 else subject


def takes_up_clause(s: Tagged, begin: int, last: int) -> bool:
    """Whether ", which" takes up all that was told before it, by its verb: "…, which has affected the routes"."""
    verb = next((k for k in range(begin, last) if s.tag(k) not in "XxA"), begin)
    after = next((k for k in range(verb + 1, last) if s.tag(k) not in "DNAGOR"), last) - 1
    makes = s.form(verb) in ("make", "makes") and after > verb + 1 and s.form(after) in words("made_so")
    return (
        s.form(begin - 2) == ","
        and has_finite(s, s.first, begin - 2)
        and (makes or s.form(verb) in words("brings_about"))
    )


def is_many_for_one(s: Tagged, first: int) -> bool:
    """Whether the nearest noun before ", which is" is several: "has one, with 400 spaces, which is full"."""
    begin = phrase_start(s, first - 2)
    several = s.form(first - 3).endswith("s") and s.tag(begin) == "#" and s.form(begin) not in ("one", "1")
    return s.form(first - 2) == "," and s.form(first) in ("is", "was", "has") and several


def whose(s: Tagged, first: int) -> str:
    """Whose the noun behind the "whose" at a token is: "the union's" of "the union, whose leader"; or empty."""
    subject = with_companion(s, antecedent(s, first))
    if s.form(first - 1) == "," and s.tag(first - 2) == "N" and subject.last < first - 1:
        subject = Subject(phrase_start(s, first - 1), first - 1, first)  # "by the High Court, whose"
    aged = set(s.letters(subject.first, subject.last)) == {"#"}  # "Ana Ruiz, 26, whose"
    subject = Subject(phrase_start(s, subject.first - 1), subject.first - 1, first) if aged else subject
    return owner_of(s, subject) if subject.first < subject.last else ""


def owner_of(s: Tagged, subject: Subject) -> str:
    """Whose something is, with both nouns of one word before them: "its software and services arm's"."""
    joined = subject.first - 1
    opens = joined - 1
    while opens > s.first and s.form(joined) == "and" and s.tag(opens) in "NA":
        opens -= 1
    named = _words(s, opens if s.form(joined) == "and" and s.tag(opens) == "D" else subject.first, subject.last)
    many = named.endswith("s") and not named.endswith(("ss", "us", "is"))
    return named + ("'" if many and s.text[s.tokens[subject.last - 1].start].islower() else "'s")


def phrase_start(s: Tagged, end: int) -> int:
    """The first token of the bare noun phrase that ends before token `end`."""
    k = end
    while k > s.first and s.tag(k - 1) in "DN#AP" and s.outside(k - 1):
        k -= 1
    return k


def _acts_before(s: Tagged, k: int) -> bool:
    """Whether a word before a phrase with its own article is a verb that no list knows: "had swollen a stream"."""
    return s.tag(k) == "N" and s.tag(k + 1) == "D" and s.tag(k - 1) in "Xx"


def _words(s: Tagged, first: int, last: int) -> str:
    return " ".join(s.text[s.tokens[first].start : s.tokens[last - 1].end].split()) if first < last else ""
