"""Whom a pronoun at the head of a claim means: the subject of a clause before, where nobody else can be meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from factcheck.extract.en.capitals import lowered
from factcheck.extract.en.genders import agrees, bodies_in, gender_of, last_names, shares_last_name, teams_in
from factcheck.extract.en.it_is import tells_what_happened
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.mentions import Subject, subject_before
from factcheck.extract.en.name_runs import word_roles
from factcheck.extract.en.predicates import has_finite
from factcheck.extract.en.saying import joined_words
from factcheck.extract.en.supplied import with_object
from factcheck.extract.en.tags import Tagged, tags_of
from factcheck.extract.en.who_said import who_said
from factcheck.extract.layout import Layout, Line, Sentence
from factcheck.extract.proposition import Proposition
from factcheck.lang.actors import entry_at
from factcheck.lang.english import cue_forms, is_verb_form, words
from factcheck.text import Span

_PRONOUN = re.compile(r"\[([Hh]e|[Ss]he|[Tt]hey)(?=[\] ])")
_LONGEST = 240  # tokens of a sentence that is read again
_COUNTED = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "latest", "only", "last"))
_OBJECT = {"he": "him", "she": "her"}
_LOOKS_BACK = 3  # sentences in which the meaning of a pronoun is looked for
_PLEADING = words("pleading") - {"for", "appearing", "acting", "counsel"}
_OF_PEOPLE = frozenset({"office", "voice"})


def needs_meaning(text: str, holder: str, pronoun: str) -> bool:
    """Whether a pronoun at the head of a content cannot mean who said it: "police said he", "she said they"; a team,
    "Rovers said they", can.
    """
    who = "p" if holder.split()[-1] in teams_in(text) else gender_of(lowered(text, holder))
    if ", " in holder and gender_of(holder.rpartition(", ")[2]) in ("m", "f", "h"):
        who = "h"  # "one of the customers, Ana Ruiz"
    return who in ("n", "p") if pronoun in ("he", "she") else pronoun == "they" and who in ("m", "f", "h")


def meant_by(layout: Layout, proposition: Proposition, pronoun: str) -> str | None:
    """The subject of a clause shortly before that the pronoun agrees with; surely, where a paragraph lies between."""
    begin = layout.token_range(proposition.span)[0]
    for line, sentence, near in islice(earlier(layout, proposition.span), _LOOKS_BACK):
        s = tags_of(layout, sentence.first, sentence.last, line.quotations)
        for k in range(s.first, min(s.last, begin)):
            if s.tag(k) in FINITE and s.outside(k):
                if pronoun in ("it", "they") and s.tag(k - 1) == "W" and has_finite(s, k + 1, s.last):
                    continue  # "In a note which took an hour to read, the panel held …. It …"
                if s.tag(k - 1) == "N" and s.form(k - 2) == "who" and has_finite(s, k + 1, s.last):
                    continue  # "His wife, who clerks say left, is in Vale. She …"
                subject = who_said(s, k, begin) or subject_before(s, k, s.first)
                if subject.first < subject.last and not subject.pronoun:
                    words_of = s.text[s.tokens[subject.first].start : s.tokens[subject.last - 1].end]
                    body = words_of in bodies_in(layout.text)
                    if body and pronoun in ("he", "she"):
                        return None  # "The Orr Trust met. Orr met a donor. He left": the body, or its founder
                    if all(s.tag(j) in "#M" for j in range(subject.first, subject.last)):
                        continue  # "Seven were fired … They were rushed to hospital"
                    many = pronoun in ("he", "she") and s.form(k) in ("were", "are", "have")
                    if many or not _fits_person(s, subject, pronoun):
                        continue  # "Votes were lost, argued Ana Ruiz. She …"
                    if pronoun == "it" and not near:
                        return None  # a paragraph on, "it" can mean any thing
                    bare = (
                        pronoun == "it" and subject.last - subject.first == 1 and _is_untold_name(layout.text, words_of)
                    )
                    team = pronoun == "they" and words_of.split()[-1] in teams_in(layout.text)
                    agreement = "p" if team else "n" if body or bare else of_several(s, subject) or gender_of(words_of)
                    one = agreement in ("m", "f", "h") or _is_person(s, subject.last - 1)
                    sure = one if pronoun in ("he", "she") else agreement or pronoun == "it"
                    if agrees(pronoun, agreement) and sure:
                        untold = _is_untold_name(layout.text, words_of)
                        if pronoun in ("he", "she") and (untold or shares_last_name(layout.text, words_of.split()[-1])):
                            return None  # "Orr's said it would appeal. He …", two of one family
                        if s.form(k + 1) == _OBJECT.get(pronoun) and s.tag(k + 2) not in "NAP#":
                            return None  # "Ruiz described her as brave. She …"
                        told_by = layout.tokens[begin + 1].form in cue_forms()  # "Prosecuting, … She said he lied"
                        counsel = (s.form(s.first) in _PLEADING and not told_by) or (
                            s.form(subject.last) == "," and s.form(subject.last + 1) in words("pleading")
                        )
                        if counsel and proposition.mode == "narrator":
                            return None  # "Orr, defending, said … He slept in a van": whom Orr speaks for
                        end = min(s.last, begin)
                        if pronoun == "it" and (_brings_a_thing(s, k, end) or _tells_of_thing(s, k, end)):
                            return None
                        several = _has_several(s, k, end) and (agreement in ("n", "") or _acts_on_many(s, k, end))
                        if pronoun == "they" and several:
                            return None  # "the trust promised that letters would be sealed. They never were"
                        return None if _is_one_of_two(s, subject, end, pronoun) else joined_words(words_of)
                if proposition.mode == "narrator":
                    break
        before = sentence.start < proposition.sentence.start
        if pronoun == "they" and before and _has_several(s, s.first, s.last):
            return None  # "… said Ruiz, who met the nurses. They …"
        if before and _is_one_of_two(s, Subject(s.first, s.first, s.first), s.last, pronoun):
            return None  # "A boy died. Police charged a man. He …"
    return None


def _fits_person(s: Tagged, subject: Subject, pronoun: str) -> bool:
    """Whether "he" or "she" can mean a subject: a name, a person by calling, no thing ("the case")."""
    last = subject.last - 1
    named = s.text[s.tokens[last].start].isupper()
    words_of = s.text[s.tokens[subject.first].start : s.tokens[last].end]
    return pronoun not in ("he", "she") or named or _is_person(s, last) or gender_of(words_of) in ("m", "f", "h")


def _is_untold_name(text: str, name: str, *, within: bool = False) -> bool:
    """Whether one capitalised word that no full name of the text ends in names whoever or whatever is told of; or,
    `within` a sentence of the text, has its capital too.
    """
    if within and re.search(rf"[a-z,] {re.escape(name)}\b", text) is None:
        return False
    return name[:1].isupper() and name.replace("'", "").isalnum() and name.removesuffix("'s") not in last_names(text)


def of_several(s: Tagged, subject: Subject) -> str:
    """`p` for two with a determiner each, a body and another, or two by name: "the agency and its partner", "the union
    and Vale", "Orr and Lund were".
    """
    joints = [k for k in range(subject.first + 1, subject.last - 1) if s.form(k) == "and"]
    names = {"N", "C"} >= set(s.letters(subject.first, subject.last)) and s.form(subject.last) in (
        "are",
        "were",
        "have",
    )
    return "p" if any(s.tag(k + 1) == "D" or s.form(k - 1) in words("group") or names for k in joints) else ""


def earlier(layout: Layout, span: Span) -> Iterator[tuple[Line, Sentence, bool]]:
    """The sentence of a span and those before it, the latest first, with their lines, and whether that is its own."""
    i = bisect_left(layout.lines, span.end, key=lambda line: line.end)
    while 0 <= i < len(layout.lines) and layout.lines[i].role == "body":
        line = layout.lines[i]
        before = bisect_right(line.sentences, span.start, key=lambda sentence: sentence.start)
        for sentence in (line.sentences[k] for k in range(before - 1, -1, -1)):
            if sentence.last - sentence.first <= _LONGEST:
                yield line, sentence, line.end >= span.end
        if line.after_heading:
            return
        i -= 1


def _brings_a_thing(s: Tagged, verb: int, last: int) -> bool:
    """Whether a verb's clause brings in a thing that "it" can mean as well: "the group drew up a list; it has …", or
    does something to a thing: "the museum has insured the picture".
    """
    end = next((k for k in range(verb + 1, last) if s.tag(k) in "MSWC"), last)
    acts = next((k for k in range(verb, end) if s.tag(k) not in "XxA"), end)
    noun = acts + 2
    if (
        last == s.last
        and s.form(acts + 1) == "the"
        and s.tag(noun) == "N"
        and s.tag(noun + 1) != "N"
        and noun < end
        and not s.is_cue(acts)
    ):
        thing = not _is_several(s, noun) and s.form(noun) not in words("group") and not _is_person(s, noun)
        if thing and s.text[s.tokens[noun].start].islower() and s.form(noun) not in words("time_noun"):
            return True
    return any(s.form(k) in ("a", "an") and s.tag(k + 1) in "NP#A" for k in range(verb + 1, end))


def _tells_of_thing(s: Tagged, verb: int, last: int) -> bool:
    """Whether somebody says what a thing did, or decides about it, which "it" can mean as well: "the ministry said the
    dam had burst", "the league will decide whether the stand may open".
    """
    end = next((k for k in range(verb + 1, last) if s.tag(k) in "MS"), last)
    asked = s.form(end) in ("whether", "if") and last == s.last
    verb = end if asked else verb
    end = next((k for k in range(verb + 1, last) if s.tag(k) in "MS"), last) if asked else end
    acts = next((k for k in range(verb + 1, end) if s.tag(k) in FINITE and s.outside(k)), last)
    if not (asked or s.is_cue(verb)) or acts >= last:
        return False
    told = subject_before(s, acts, verb + 1)
    one = told.first < told.last and not told.pronoun and not _is_several(s, told.last - 1)
    return one and not _is_person(s, told.last - 1) and told.first > verb


def _has_several(s: Tagged, first: int, last: int) -> bool:
    """Whether a common noun in the plural stands among the tokens outside quotation marks."""
    return any((_is_several(s, k) or s.form(k) in words("plural")) and s.outside(k) for k in range(first, last))


def _acts_on_many(s: Tagged, verb: int, last: int) -> bool:
    """Whether a clause has several told of before as its object: "volunteers helped push the whales out"."""
    end = next((k for k in range(verb + 1, last) if s.tag(k) in "MSW"), last)
    return any(
        s.form(k) == "the" and "b" in s.verb_kinds(k - 1).lower() and _is_several(s, k + 1)
        for k in range(verb + 1, end)
    )


def _is_one_of_two(s: Tagged, subject: Subject, last: int, pronoun: str) -> bool:
    """Whether a pronoun can as well mean another person before token `last`: "the driver hit the cyclist and he"."""
    if pronoun not in ("he", "she"):
        return False
    others = (k for k in range(s.first, last) if not subject.first <= k < subject.last and s.outside(k))
    return any(_is_person(s, k) and _is_named_apart(s, k) and agrees(pronoun, _gender(s, k)) for k in others)


def _is_person(s: Tagged, k: int) -> bool:
    """Whether the noun at `k` ends a phrase that names one person, by calling or kin."""
    form = s.form(k)
    named = s.tag(k + 1) == "N" and s.text[s.tokens[k + 1].start].isupper()  # "his wife Ana Ruiz"
    inside = s.tag(k) != "N" or (s.tag(k + 1) == "N" and not named)
    if inside or form.endswith("s") or s.text[s.tokens[k].start].isupper():
        return False
    calling = words("title", "male", "female") | word_roles("kin")
    acts = form.endswith(("er", "or")) and any(is_verb_form(form[:-cut]) for cut in (1, 2))
    found = entry_at(s.text, s.tokens, k, "en", _OF_PEOPLE)
    return form in calling or acts or form.endswith(("ist", "man", "ian")) or found is not None


def _is_named_apart(s: Tagged, k: int) -> bool:
    """Whether the phrase that ends at `k` is the object or subject of a verb, and says nothing more of the subject."""
    begin = k
    while begin > s.first and s.tag(begin - 1) in "DN#PA":
        begin -= 1
    before = s.form(begin - 1) if begin > s.first else ""
    acted = begin > s.first and s.tag(begin - 1) in "VBGS" and before not in words("be")
    beside = before == "and" and s.form(begin) in words("possessive")
    return acted or beside or (s.tag(k + 1) in FINITE and before != ",") or before in ("with", "by", "to")


def _gender(s: Tagged, k: int) -> str:
    return gender_of(s.text[s.tokens[k].start : s.tokens[k].end])


def line_of(layout: Layout, span: Span) -> Line | None:
    """The line in which a span stands."""
    i = bisect_left(layout.lines, span.end, key=lambda line: line.end)
    return layout.lines[i] if i < len(layout.lines) else None


def by_name(layout: Layout, proposition: Proposition, content: str) -> str:
    """The content with whom the pronoun means that it shares as its subject: "[He] offered" of "He ordered … and"."""
    found = _PRONOUN.match(content)
    if found is None or proposition.mode != "narrator":
        return content
    meant = meant_by(layout, proposition, found.group(1).lower())
    return f"[{meant}{content[found.end() :]}" if meant else content


def with_meaning(layout: Layout, proposition: Proposition, s: Tagged, first: int, content: str) -> str:
    """The content after a pronoun at its head, with whom it means where the sentences before settle it."""
    pronoun = s.form(first)
    if content.startswith("[") or (pronoun == "it" and _is_dummy(s, first)):
        return content
    if pronoun not in ("he", "she", "they", "it"):
        return content
    if "en.cut.contact" in proposition.rules:
        content = with_object(s, first, content)
    told = proposition.mode != "narrator"
    behind = pronoun == "they" and "en.cut.subordinate" in proposition.rules  # "saved 200 more after they were found"
    meant = None if (told and pronoun == "they") or behind else meant_by(layout, proposition, pronoun)
    if meant is not None and pronoun == "it" and tells_what_happened(s, first, meant):
        return content
    head, _, rest = content.partition(" ")
    if meant is not None:
        return f"{head} [{meant}] {rest}"
    untold = pronoun != "it" and not (told and pronoun == "they" and _several_told(layout, proposition, s, first))
    return f"{head} [mentioned before] {rest}" if untold else content


def _several_told(layout: Layout, proposition: Proposition, s: Tagged, first: int) -> bool:
    """Whether the same words told before of several that "they" can mean: "We hold the forms, and they show it"."""
    begin, cue = s.first, proposition.cue
    if cue is not None and cue.end <= proposition.span.start:
        begin = layout.token_range(cue)[1]
    if any(_is_several(s, k) for k in range(begin, first)):
        return True
    for line, sentence, near in islice(earlier(layout, proposition.sentence), 1, 2):
        goes_on = any(q.first <= sentence.first and begin < q.last for q in line.quotations)
        before = tags_of(layout, sentence.first, sentence.last, line.quotations)
        verb = max((k for k in range(before.first, before.last) if before.tag(k) in FINITE), default=before.first)
        subject = subject_before(before, verb, before.first)
        return near and goes_on and any(_is_several(before, k) for k in range(subject.first, subject.last))
    return False


def _is_several(s: Tagged, k: int) -> bool:
    """Whether a common noun in the plural stands at a token."""
    form = s.form(k)
    plural = form.endswith("s") and not form.endswith(("ss", "us", "is", "'s")) and len(form) > 3
    return plural and s.tag(k) == "N" and s.text[s.tokens[k].start].islower() and form not in words("time_noun")


def _is_dummy(s: Tagged, first: int) -> bool:
    """Whether "it" stands for what follows, or for nothing: "It was clear that …", "It remains unclear when …"."""
    end = min(first + 8, s.last - 1)
    if s.form(first + 1) in words("weathers") or (s.form(first + 1) == "took" and _has_time(s, first + 2, end)):
        return True  # "It took three hours to put it out"
    be = next((k for k in range(first + 1, end) if s.form(k) in words("be") or s.form(k) in words("staying")), end)
    if not all(s.tag(k) in "XxA" for k in range(first + 1, be)):
        return False
    asked = any(s.form(k) in words("asks") for k in range(be + 2, end + 1))
    if asked and any(s.form(k) in words("settled") for k in range(be + 1, end)):
        return True  # "It was not clear on Monday whether …"
    if s.form(be) not in words("be"):
        return False  # "It remains opposed to the plan"
    if s.form(be + 1) == "the" and s.form(be + 3) == "time":
        return True  # "It was the third time that …"
    ranked = s.form(be + 2) in _COUNTED or s.form(be + 2) == "most" or s.form(be + 2).endswith("est")
    if s.form(be + 1) == "the" and ranked and s.form(be + 3) not in words("group"):
        return True  # "It is the first strike in the district": what was told, and not who struck
    return any(s.form(k) in ("to", "that") for k in range(be + 2, end)) and "D" not in s.letters(be + 1, be + 2)


def _has_time(s: Tagged, begin: int, end: int) -> bool:
    """Whether a length of time stands before a "to": "three hours to"."""
    to = next((k for k in range(begin, end) if s.form(k) == "to"), begin)
    return any(s.form(k).removesuffix("s") in words("time_noun") for k in range(begin, to))
