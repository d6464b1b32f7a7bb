"""The words that name a speaker in English: a subject before its verb, a name after it, after "according to"."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.en.field_lists import field_list_end
from factcheck.extract.en.leading_time import past_time
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.noun_phrases import (
    after_bare_relative,
    after_recipient_to,
    bracket_before,
    in_number,
    is_common,
    is_country,
    is_many,
    is_office,
    is_proper,
    is_scare_quote,
    is_small,
    only_leads,
    restrictive_before,
)
from factcheck.extract.en.subject_time import after_place, before_adverbial, before_time
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.wholeness import after_clause, after_opening, is_aside, open_clause, own_clause
from factcheck.lang.english import words


class Subject(NamedTuple):
    """Who a reporting word is said of: half-open tokens of the base phrase, and the token where the clause begins.

    `first == last` when there is none; `pronoun` is the folded pronoun, `dropped` when the verb shares the subject of
    an earlier verb. `aside` holds the tokens of a relative clause between the phrase and its verb.
    """

    first: int
    last: int
    clause: int
    pronoun: str = ""
    dropped: bool = False
    aside: tuple[int, int] | None = None


def subject_before(s: Tagged, verb: int, floor: int) -> Subject:
    """The subject of the verb group that begins at token `verb`, looking back no further than token `floor`."""
    verb = before_adverbial(s, verb, floor)
    k = verb - 1
    floor = _clause_floor(s, verb, floor)
    if k < floor:
        return Subject(verb, verb, verb, dropped=True)
    relative = restrictive_before(s, verb, floor)
    if relative is not None:
        inner = noun_phrase_start(s, relative, floor)
        return _subject(s, inner, relative, floor)
    if s.tag(k) == "W" and s.form(k) in ("who", "which", "that"):
        return _antecedent(s, k, floor)
    if s.tag(k) == "C":
        return shared_subject(s, k, floor)
    if "," in (s.form(k), s.form(k - 1) if s.form(k) in ('"', "”") else ""):  # "who gave the name “Khokhol,” said"
        return _before_aside(s, k - (s.form(k) != ","), floor)
    if s.form(k) in ("—", "–", "-", ")"):
        return _before_bracket(s, k, floor)
    first = _before_portfolios(s, noun_phrase_start(s, verb, floor), floor)
    return _subject(s, first, verb, floor)


def _before_portfolios(s: Tagged, first: int, floor: int) -> int:
    """Where a subject begins whose portfolios have commas: "the Minister of Trade, Youth and Sports Ana Ruiz"."""
    for comma in range(first - 1, max(floor, first - 12), -1):
        if (field_list_end(s.text, s.tokens, comma, s.last) or 0) > first:
            return noun_phrase_start(s, comma, floor)
    k = first
    while k > floor and (s.form(k - 1) in (",", "and") or s.text[s.tokens[k - 1].start].isupper()):
        k -= 1
    listed = first > floor + 2 and s.form(first - 1) == "," and s.form(k - 1) in ("of", "for")
    return noun_phrase_start(s, k, floor) if listed and s.form(k - 2) in words("with_portfolios") else first


def _clause_floor(s: Tagged, verb: int, floor: int) -> int:
    """The token after the last colon, semicolon or closing quotation mark before a verb."""
    for k in range(verb - 1, floor, -1):
        if s.form(k) in (":", ";") and (s.form(k) == ";" or not s.tag(k - 1) == s.tag(k + 1) == "#"):  # not "at 6:12"
            return k + 1
        if s.quotations and any(q.last == k and not is_scare_quote(s, q) for q in s.quotations):
            joined = s.tag(k + 1) in "IW" or (s.tag(k + 1) == "C" and s.tag(verb - 1) in "CA")
            if not joined:  # not `called it "…" and said`
                return k + 1
    return floor


def _subject(s: Tagged, first: int, last: int, floor: int) -> Subject:
    first = _skip_lead(s, first, last)
    if first >= last:
        return Subject(last, last, last, dropped=True)
    if s.tag(first) == "I":  # "On the day of the flood | the police spoke"
        first = next((k for k in range(last - 1, first + 2, -1) if s.letters(k - 1, k + 1) == "ND"), first)
    last = before_time(s, first, last)
    last -= last > first + 1 and s.form(last - 1) in ("himself", "herself", "itself", "themselves")
    last -= 2 * (last > first + 2 and s.form(last - 2) == "no" and s.form(last - 1) == "longer")
    while last > first + 1 and s.tag(last - 1) == "A" and s.tag(last - 2) not in "PV" and is_small(s, last - 1):
        last -= 1  # "officers also", not "dealers interviewed separately"
    clause, first = first, after_bare_relative(s, first, last)
    if last - first == 1 and s.tag(first) in "RZ" and not s.form(first).endswith(("one", "body")):
        return Subject(first, last, first, pronoun=s.form(first))
    return Subject(first, last, clause)


def _skip_lead(s: Tagged, first: int, last: int) -> int:
    """Past conjunctions, adverbs and a short adverbial of time before the subject: "On Tuesday officials"."""
    while (
        first < last
        and s.form(first + 1) != "-"
        and (
            s.tag(first) in "CAM"
            or s.form(first) in ("how", "why")
            or (s.tag(first) == "#" and s.tag(first + 1) == "D")
        )
    ):
        first += 1  # also "Since 2014 the coalition"
    if first + 2 < last and s.form(first) == "outside" and s.form(first + 1) == "court":
        return first + 2
    if first < last and s.tag(first) == "I" and s.form(first) in words("time_start") | {"by", "until", "for"}:
        k = first + 1
        timed = words("weekday", "month", "time_noun", "part_of_day")
        while k < last and (
            s.form(k) in timed
            or s.form(k).removesuffix("s") in words("time_noun")
            or s.tag(k) == "#"
            or (s.tag(k) == "D" and k == first + 1)
        ):
            k += 1
        if first + 1 < k < last and s.tag(k - 1) != "D" and s.form(k) != "-":  # no "In a two | -page letter"
            return k
    return after_place(s, first, last)


def noun_phrase_start(s: Tagged, end: int, floor: int) -> int:
    """The first token of the noun phrase that ends before token `end`."""
    k = end - 1 - (s.form(end - 1) == "there" and s.tag(end - 2) == "N")  # "a guard there, Ana Ruiz, said"
    if k >= floor and s.tag(k) in "RZ" and s.form(k) not in ("others", "none", "one"):
        return k
    while k >= floor:
        letter, form = s.tag(k), s.form(k)
        if form == "to" and k > floor + 1 and s.form(k - 1) in ("close", "next"):
            k -= 2  # "a source close to the inquiry"
            continue
        if letter in FINITE or letter in "SxBTW" or not s.outside(k) or _is_of_verb_group(s, k, floor):
            break
        opened = bracket_before(s, k, floor) if form == ")" else None
        if opened is not None:
            k = opened - 1  # "the Relief Office (RO) of the region"
            continue
        if letter == "M" and (form not in ("-", "'", "’", "&", ".", "%") or (form == "-" and s.is_spaced(k))):
            break
        if letter == "C" and (
            form not in ("and", "or") or any(s.tag(j) in FINITE for j in _clause_before(s, k, floor))
        ):
            break
        back = form == "back" and s.form(k + 1) in ("to", "from")  # "a barge carrying pilgrims back to Vale"
        if letter == "A" and k + 1 < end and s.tag(k + 1) not in "NP#" and s.form(k + 1) != "-" and not back:
            break
        k -= 1
    return past_time(s, k + 1, end)


def _is_of_verb_group(s: Tagged, k: int, floor: int) -> bool:
    """Whether the participle at `k` ends the verb before the phrase: "had defeated the mayor"."""
    return s.tag(k) in "PG" and s.letters(floor, k).rstrip("A")[-1:] in ("X", "x")


def _clause_before(s: Tagged, k: int, floor: int) -> range:
    begin = k
    while begin > floor and s.tag(begin - 1) not in "SW" and s.form(begin - 1) not in ';,:"“”':
        begin -= 1
    return range(begin, k)


def _antecedent(s: Tagged, relative: int, floor: int) -> Subject:
    """The noun a relative clause belongs to: "the engineer, who denied …"."""
    end = relative - (relative > floor and s.form(relative - 1) == ",")
    first = noun_phrase_start(s, end, floor)
    set_off = first > floor + 1 and s.form(first - 1) == "," and is_small(s, end - 1)
    if set_off and s.form(end - 1) in words("distance_end"):
        end = first - 1  # "the weather station, a kilometre inland, which"
        first = noun_phrase_start(s, end, floor)
    done = s.form(relative) == "who" and any(s.form(k) == "by" for k in range(first, end))  # ", opposed by Orr, who"
    if s.tag(first) in "PV" and first > floor + 1 and s.form(first - 1) == "," and not done:  # "a letter, dated, which"
        end = first - 1
        first = noun_phrase_start(s, end, floor)
    first = next((k + 1 for k in range(end - 2, first - 1, -1) if s.tag(k) == "G" and s.tag(k + 1) == "D"), first)
    while first < end - 1 and s.tag(first) == "I":
        first += 1  # "read out | a letter, which"
    by = next((k for k in range(end - 2, first, -1) if s.form(k) == "by" and s.tag(k) == "I"), first)
    if by > first and words("document").isdisjoint(s.form(k) for k in range(first, by)):
        first = by + 1  # "was bought in 1880 by Ana Ruiz, who"
    first = after_recipient_to(s, _skip_lead(s, first, end), end)
    one = s.form(first) in ("a", "an") and end == relative  # "Ana Ruiz, a nurse at Vale Hospital who"
    if s.form(first - 1) == "," and (one or is_common(s, first, end) or is_office(s, first, end)):
        name = noun_phrase_start(s, first - 1, s.first)
        if is_proper(s, name, first - 1) and s.tag(name) not in "IC":
            first, end = name, first - 1  # "said Ana Ruiz, the head of the port, who"
    return Subject(first, end, relative) if first < end else Subject(relative, relative, relative, dropped=True)


def shared_subject(s: Tagged, conjunction: int, floor: int) -> Subject:
    """The subject of the verb before "and" that the verb after it shares, the first that can agree with it."""
    verb = next((k for k in range(conjunction + 1, s.last) if s.tag(k) not in "AC"), conjunction)
    nearer = _within_clause(s, conjunction, floor, verb)
    if nearer is not None:
        return nearer
    floor = own_clause(s, conjunction, after_opening(s, floor, conjunction))
    for k in range(floor, conjunction):
        if s.tag(k) in FINITE and s.outside(k):
            if k == floor and s.tag(k + 1) in FINITE and s.form(k).endswith("s"):
                return Subject(k, k + 1, conjunction, "", True)  # "that prices doubled and would fall"
            while k > floor and s.tag(k - 1) in "AXx":
                k -= 1
            earlier = subject_before(s, k, floor) if k > floor else Subject(k, k, k, dropped=True)
            if is_aside(s, (earlier.first, earlier.last), k, (floor, conjunction)):
                continue  # "The ship, named Vale, sailed in May and sank"
            told_of = s.tag(earlier.first - 1) == "W" and s.form(earlier.first - 1) == "that" and s.tag(k) == "V"
            if told_of and s.tag(earlier.first - 2) == "N" and any(s.tag(j) in "XV" for j in range(k + 1, conjunction)):
                continue  # "measles that doctors trace to a party has spread and killed"
            one = s.form(verb) in ("is", "was", "has") and not earlier.pronoun
            if earlier.pronoun == "there" or (one and is_many(s, earlier.first, earlier.last)):
                continue  # "the survivors said a boat had left and was missing"
            return Subject(earlier.first, earlier.last, conjunction, earlier.pronoun, True)
    return Subject(conjunction, conjunction, conjunction, dropped=True)


def _within_clause(s: Tagged, conjunction: int, floor: int, verb: int) -> Subject | None:
    """The subject within a clause that is still open at "and": "…, when soldiers came | and opened fire", or of a
    relative clause whose tense the main verb has not: "are hunting a gang that broke in | and made off".
    """
    comma = next((k for k in range(conjunction - 1, floor, -1) if s.form(k) == "," and s.outside(k)), floor)
    told = [k for k in range(comma + 1, conjunction) if s.tag(k) in FINITE and s.outside(k)]
    related = subject_of_relative(s, conjunction, floor) if s.tag(verb) in FINITE else None
    if related is not None:
        return related
    if not told or s.tag(verb) != "V" or "d" not in s.verb_kinds(verb):
        return None
    begin = open_clause(s, floor, comma, conjunction)
    if begin:
        subject = subject_before(s, next((k for k in told if k >= begin), told[0]), begin)
        return subject._replace(dropped=True) if subject.first < subject.last else None
    relative = next((k for k in range(conjunction - 1, comma, -1) if s.tag(k) == "W"), comma)
    main = next((k for k in range(floor, relative) if s.tag(k) in FINITE and s.outside(k)), relative)
    opened = s.form(relative) in ("who", "that") and relative + 1 in told and "d" in s.verb_kinds(relative + 1)
    past = "d" in s.verb_kinds(main) or s.form(main) in ("was", "were", "had", "did")
    if not opened or main >= relative or past:
        return None
    first = noun_phrase_start(s, relative, main + 1)
    first += first + 1 < relative and s.tag(first) == "G"  # "are hunting | a gang"
    return Subject(first, relative, conjunction, "", True) if first < relative else None


def subject_of_relative(s: Tagged, conjunction: int, floor: int) -> Subject | None:
    """The subject that a verb behind "and" shares with a clause set off by a comma that is still open: "The fund, which
    owns 6 percent | and has accused him of waste".
    """
    comma = next((k for k in range(conjunction - 1, floor, -1) if s.form(k) == "," and s.outside(k)), floor)
    if s.form(comma + 1) not in ("who", "which") or s.form(comma) != "," or s.tag(comma + 2) not in FINITE:
        return None
    whole = _antecedent(s, comma + 1, floor)
    inner = next((k for k in range(whole.last - 2, whole.first, -1) if s.tag(k) == "I"), whole.last)
    nearer = s.form(comma + 1) == "which" and is_proper(s, whole.last - 1, whole.last) and inner < whole.last
    nearer = nearer and s.text[s.tokens[whole.first].start].islower()  # "pressure from the fund Vale Capital"
    return whole._replace(first=inner + 1 if nearer else whole.first, clause=conjunction, dropped=True)


def _before_bracket(s: Tagged, k: int, floor: int) -> Subject:
    opener = {")": "("}.get(s.form(k), s.form(k))
    for j in range(k - 1, floor, -1):
        if s.form(j) == opener:
            first = _before_portfolios(s, noun_phrase_start(s, j, floor), floor)
            return _subject(s, first, j, floor)
    return Subject(k + 1, k + 1, k + 1, dropped=True)


def _before_aside(s: Tagged, comma: int, floor: int) -> Subject:
    """The subject before an apposition or relative clause between commas: "The engineer, Luka Matic, who …, denied"."""
    floor = after_clause(s, floor, comma)
    commas = [j for j in range(floor, comma) if s.form(j) == "," and s.outside(j) and not in_number(s, j)]
    related = next((j for j in range(floor, commas[0] if commas else floor) if s.tag(j) == "W"), None)
    if related is not None and len(commas) == 1 and is_proper(s, commas[0] + 1, comma) and s.tag(related - 1) == "N":
        first = noun_phrase_start(s, related, floor)
        return Subject(commas[0] + 1, comma, first)  # "The farmer who owns it, Ana Ruiz, said"
    goes_on = commas and s.form(commas[0] + 1 + (s.tag(commas[0] + 1) == "C")) in ("who", "which")
    if related is not None and goes_on and s.form(related) in ("who", "which", "that") and s.tag(related - 1) == "N":
        first = _skip_lead(s, noun_phrase_start(s, related, floor), related)
        if first < related and not _is_clause(s, floor, first):
            return Subject(first, related, first)  # "A cook who left in May, and who asked not to be named, said"
    placed = False  # whether the last chunk began with a preposition, as "In Lima" of "In Lima, Peru, …"
    while commas:
        first = _skip_lead(s, noun_phrase_start(s, commas[0], floor), commas[0])
        adverbial = s.letters(floor, first) in ("GS", "GAS")  # "Speaking after the match, Ana Ruiz, …, said"
        adverbial = first < commas[0] and (adverbial or s.tag(first) in "ISG" or s.form(first) in words("weekday"))
        adverbial |= set(s.letters(first, commas[0])) == {"#"}  # "between 2020 and 2022, the mayor, Ana Ruiz,"
        adverbial = adverbial or (len(commas) > 1 and only_leads(s, floor, first))
        adverbial |= (placed and is_country(s, first, commas[0])) or s.letters(first - 1, first + 1) in ("IR", "IO")
        adverbial = adverbial or (len(commas) > 1 and s.form(commas[0] + 1) in ("while", "whereas", "although", "but"))
        anew = s.tag(first - 1) == "C" and is_common(s, first, commas[0])  # "asked to see it and the judge, Ana Ruiz,"
        if first < commas[0] and not adverbial and (anew or not _is_clause(s, floor, first)):
            break
        placed = first < commas[0] and s.tag(first) == "I"
        floor, commas = commas[0] + 1, commas[1:]
    if not commas:
        return Subject(comma + 1, comma + 1, floor, dropped=True)
    last, chunk_end = commas[0], commas[1] if len(commas) > 1 else comma
    name = chunk_end - 2
    plain = name > last + 1 and all(s.tag(k) in "DNAP" and is_small(s, k) for k in range(last + 1, name))
    named = is_proper(s, last + 1, chunk_end) or (plain and is_proper(s, name, chunk_end))  # "retired judge Ana Ruiz"
    callings = words("trade_noun") | words("leads")
    if (is_common(s, first, last) or is_office(s, first, last, callings)) and named:
        last = chunk_end
    elif s.form(first) in ("one", "another") and is_proper(s, chunk_end - 2, chunk_end):
        first, last = last + 1, chunk_end  # "One of them, the medallist Ana Ruiz, said"
    aside = None
    opener = last + 1
    if opener < comma and s.form(opener) in ("who", "which") and s.outside(opener):
        aside = (opener + 1, comma)
    if last - first == 1 and s.tag(first) == "R":
        return Subject(first, last, first, pronoun=s.form(first))
    return Subject(first, last, first, aside=aside)


def _is_clause(s: Tagged, floor: int, first: int) -> bool:
    return any(s.tag(k) in FINITE for k in range(floor, first))
